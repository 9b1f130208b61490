package facts

import (
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	yamltoken "github.com/goccy/go-yaml/token"
)

// A reader walks the YAML tree of one file and collects every fault with its
// place, where a decoder would stop at the first.
type reader struct {
	name    string
	places  map[string]place // where each path of the form stands
	anchors map[string]ast.Node
	faults  []fault
}

type place struct{ line, column int }

type fault struct {
	at   place
	what string
}

// fields are the readers of the keys that a mapping may have.
type fields map[string]func(n ast.Node, path string)

func newReader(name string) *reader {
	return &reader{name: name, places: map[string]place{}, anchors: map[string]ast.Node{}}
}

// fault notes what is wrong at path, or at the nearest place above it that stands
// in the file.
func (r *reader) fault(path, format string, args ...any) {
	at, ok := r.places[path]
	for !ok && path != "" {
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
		at, ok = r.places[path]
	}
	r.faultAt(at, format, args...)
}

func (r *reader) faultAt(at place, format string, args ...any) {
	r.faults = append(r.faults, fault{place{max(at.line, 1), max(at.column, 1)}, fmt.Sprintf(format, args...)})
}

// err returns the faults in the order of the file, or nil.
func (r *reader) err() error {
	sort.SliceStable(r.faults, func(i, j int) bool { return r.faults[i].at.line < r.faults[j].at.line })
	var errs []error
	for _, f := range r.faults {
		errs = append(errs, fmt.Errorf("%s:%d:%d: %s", r.name, f.at.line, f.at.column, f.what))
	}
	return errors.Join(errs...)
}

// parse returns the one document of data.
func (r *reader) parse(data []byte) (ast.Node, bool) {
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		var syntax *yaml.SyntaxError
		if errors.As(err, &syntax) && syntax.Token != nil {
			r.faultAt(placeOf(syntax.Token), "%s", syntax.Message)
		} else {
			r.faultAt(place{}, "%s", strings.ReplaceAll(err.Error(), "\n", " "))
		}
		return nil, false
	}
	var body ast.Node
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		if body != nil {
			r.faultAt(placeOf(doc.Body.GetToken()), "a second document: a file holds one report")
			return nil, false
		}
		body = doc.Body
	}
	if body == nil {
		r.faultAt(place{}, "the file is empty")
		return nil, false
	}
	return body, true
}

func placeOf(t *yamltoken.Token) place {
	if t == nil || t.Position == nil {
		return place{}
	}
	return place{t.Position.Line, t.Position.Column}
}

// resolve steps through anchors, aliases and tags to the node that holds content.
func (r *reader) resolve(n ast.Node) ast.Node {
	for range 100 { // an alias chain longer than this is a mistake
		switch x := n.(type) {
		case *ast.AnchorNode:
			r.anchors[x.Name.String()] = x.Value
			n = x.Value
		case *ast.AliasNode:
			target, ok := r.anchors[x.Value.String()]
			if !ok {
				r.faultAt(placeOf(x.GetToken()), "alias *%s has no anchor", x.Value.String())
				return nil
			}
			n = target
		case *ast.TagNode:
			n = x.Value
		default:
			return n
		}
	}
	return nil
}

// mapping reads the keys of n; a missing value (null) leaves every field alone.
func (r *reader) mapping(n ast.Node, path string, known fields) {
	n = r.resolve(n)
	pairs, ok := pairsOf(n)
	if !ok {
		r.wrongKind(n, path, "a mapping")
		return
	}
	seen := map[string]bool{}
	for _, pair := range pairs {
		key := pair.Key.GetToken().Value
		at := placeOf(pair.Key.GetToken())
		read, ok := known[key]
		switch {
		case !ok:
			r.faultAt(at, "unknown key %q%s", key, within(path))
			continue
		case seen[key]:
			r.faultAt(at, "key %q stands twice%s", key, within(path))
			continue
		}
		seen[key] = true
		child := strings.TrimPrefix(path+"."+key, ".")
		r.places[child] = at
		value := r.resolve(pair.Value)
		if _, null := value.(*ast.NullNode); !null && value != nil {
			read(value, child)
		}
	}
}

func within(path string) string {
	if path == "" {
		return ""
	}
	return " in " + path
}

func pairsOf(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch x := n.(type) {
	case *ast.MappingNode:
		return x.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{x}, true
	}
	return nil, false
}

// need faults each of keys that the mapping at path did not have.
func (r *reader) need(path string, keys ...string) {
	for _, key := range keys {
		if _, ok := r.places[strings.TrimPrefix(path+"."+key, ".")]; !ok {
			r.fault(path, "%q is missing%s", key, within(path))
		}
	}
}

func (r *reader) wrongKind(n ast.Node, path, want string) {
	if n == nil {
		return
	}
	r.faultAt(placeOf(n.GetToken()), "want %s%s", want, within(path))
}

// listOf reads a sequence with one reader for its items.
func listOf[T any](r *reader, into *[]T, item func(ast.Node, string) T) func(ast.Node, string) {
	return func(n ast.Node, path string) {
		list, ok := n.(*ast.SequenceNode)
		if !ok {
			r.wrongKind(n, path, "a list")
			return
		}
		for i, n := range list.Values {
			child := fmt.Sprintf("%s[%d]", path, i)
			if n = r.resolve(n); n == nil {
				continue
			}
			r.places[child] = placeOf(n.GetToken())
			if pairs, ok := pairsOf(n); ok && len(pairs) > 0 {
				r.places[child] = placeOf(pairs[0].Key.GetToken())
			}
			*into = append(*into, item(n, child))
		}
	}
}

// scalar returns the text of a plain, quoted or block scalar.
func scalar(n ast.Node) (string, bool) {
	switch x := n.(type) {
	case *ast.StringNode:
		return x.Value, true
	case *ast.LiteralNode:
		return x.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	return "", false
}

func (r *reader) text(into *string) func(ast.Node, string) {
	return func(n ast.Node, path string) {
		s, ok := scalar(n)
		if !ok {
			r.wrongKind(n, path, "a text")
			return
		}
		*into = s
	}
}

func (r *reader) texts(into *[]string) func(ast.Node, string) {
	return listOf(r, into, func(n ast.Node, path string) (s string) {
		r.text(&s)(n, path)
		return s
	})
}

func (r *reader) integer(into *int) func(ast.Node, string) {
	return func(n ast.Node, path string) {
		s, _ := scalar(n)
		v, err := strconv.Atoi(s)
		if err != nil {
			r.wrongKind(n, path, "a whole number")
			return
		}
		*into = v
	}
}

func (r *reader) number(into **float64) func(ast.Node, string) {
	return func(n ast.Node, path string) {
		s, _ := scalar(n)
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			r.wrongKind(n, path, "a number")
			return
		}
		*into = &v
	}
}

func (r *reader) boolean(into *bool) func(ast.Node, string) {
	return func(n ast.Node, path string) {
		x, ok := n.(*ast.BoolNode)
		if !ok {
			r.wrongKind(n, path, "true or false")
			return
		}
		*into = x.Value
	}
}

func (r *reader) time(into *time.Time) func(ast.Node, string) {
	return func(n ast.Node, path string) {
		s, _ := scalar(n)
		t, err := time.Parse(time.RFC3339Nano, s)
		if err != nil {
			r.wrongKind(n, path, "a time such as 2024-10-23T07:00:00Z")
			return
		}
		*into = t.UTC()
	}
}

// basis keeps the first word of how the date is known, so that a person may add
// the reason behind it.
func (r *reader) basis(into *string) func(ast.Node, string) {
	return func(n ast.Node, path string) {
		r.text(into)(n, path)
		for _, known := range []string{BasisSupplied, BasisPage} {
			if strings.HasPrefix(*into, known+" ") {
				*into = known
			}
		}
	}
}

func (r *reader) ignore(ast.Node, string) {}
