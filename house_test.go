package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// TestHouse holds the limits of the house: files of at most 500 lines, functions of
// at most 45, and a doc comment on every exported name.
func TestHouse(t *testing.T) {
	fset := token.NewFileSet()
	var lengths []int
	exported, undocumented := 0, 0
	for _, name := range goFiles(t) {
		file, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if n := fset.File(file.Pos()).LineCount(); n > 500 && !strings.HasSuffix(name, "_test.go") {
			t.Errorf("%s has %d lines", name, n)
		}
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if f, ok := n.(*ast.FuncDecl); ok {
				lines := fset.Position(f.End()).Line - fset.Position(f.Pos()).Line + 1
				if lengths = append(lengths, lines); lines > 45 {
					t.Errorf("%s: %s has %d lines", name, f.Name.Name, lines)
				}
			}
			return true
		})
		for _, e := range exportedNames(file) {
			exported++
			if !e.documented {
				undocumented++
				t.Errorf("%s: %s has no doc comment", name, e.name)
			}
		}
	}
	slices.Sort(lengths)
	p90 := lengths[len(lengths)*9/10]
	t.Logf("%d functions, median %d lines, p90 %d, longest %d; %d exported names, %d without a doc comment",
		len(lengths), lengths[len(lengths)/2], p90, lengths[len(lengths)-1], exported, undocumented)
}

type exportedName struct {
	name       string
	documented bool
}

// wellKnown says whether a method needs no comment: it is one of error or
// fmt.Stringer, or its type is not exported.
func wellKnown(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return false
	}
	receiver := d.Recv.List[0].Type
	if star, ok := receiver.(*ast.StarExpr); ok {
		receiver = star.X
	}
	id, ok := receiver.(*ast.Ident)
	return slices.Contains([]string{"Error", "String"}, d.Name.Name) || ok && !id.IsExported()
}

func exportedNames(file *ast.File) []exportedName {
	var out []exportedName
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && file.Name.Name != "main" && !wellKnown(d) {
				out = append(out, exportedName{d.Name.Name, d.Doc != nil})
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.TypeSpec:
					if s.Name.IsExported() {
						out = append(out, exportedName{s.Name.Name, d.Doc != nil || s.Doc != nil})
					}
				case *ast.ValueSpec:
					if s.Names[0].IsExported() {
						out = append(out, exportedName{s.Names[0].Name, d.Doc != nil || s.Doc != nil || s.Comment != nil})
					}
				}
			}
		}
	}
	return out
}
