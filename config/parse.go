package config

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// parse reads the file into the Config. It walks the syntax tree itself, because
// the library's strict mode stops at the first unknown key, quotes the source
// line (which may hold a token), and does not say where a value stood.
func (l *loader) parse(data []byte) {
	file, err := parseYAML(data)
	if err != nil {
		l.faults = append(l.faults, l.syntax(err))
		return
	}
	var body ast.Node
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		if body != nil {
			l.faults = append(l.faults, l.place(doc.Body)+": only one YAML document is read; remove the second")
			return
		}
		body = doc.Body
	}
	if body != nil {
		l.value(body, reflect.ValueOf(l.config).Elem(), "")
	}
}

// parseYAML parses, and turns a panic of the library on odd input into an error.
func parseYAML(data []byte) (file *ast.File, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("it is not YAML")
		}
	}()
	return parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
}

// syntax words a parse error with its place and without its source.
func (l *loader) syntax(err error) string {
	var ye yaml.Error
	if !errors.As(err, &ye) {
		return l.file + ": not readable as YAML"
	}
	return l.file + position(ye.GetToken()) + ": not readable as YAML: " + plain(ye.GetMessage())
}

// quoted is text that a message of the library took from the file.
var quoted = regexp.MustCompile(`"[^"]*"`)

// plain keeps the library's own words and drops what it quotes of the file.
func plain(message string) string {
	return strings.Join(strings.Fields(quoted.ReplaceAllString(message, "…")), " ")
}

// place returns "sitrep.yaml:4:3" for a node; a mapping begins at its first key,
// while its own token is the colon after it.
func (l *loader) place(n ast.Node) string {
	if m, ok := n.(ast.MapNode); ok {
		if it := m.MapRange(); it.Next() {
			return l.place(it.Key())
		}
	}
	return l.file + position(n.GetToken())
}

// position returns ":line:column", or "" for a token without one.
func position(t *token.Token) string {
	if t == nil || t.Position == nil {
		return ""
	}
	return fmt.Sprintf(":%d:%d", t.Position.Line, t.Position.Column)
}

// value reads one node into v. A null leaves the default.
func (l *loader) value(n ast.Node, v reflect.Value, path string) {
	switch n.(type) {
	case *ast.NullNode:
		return
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.MergeKeyNode, *ast.DirectiveNode:
		l.faultAt(n, path, "anchors, aliases and tags are not read; write the value out")
		return
	}
	if path != "" {
		l.config.from[path] = l.place(n)
	}
	switch v.Kind() {
	case reflect.Struct:
		l.mapping(n, v, path)
	case reflect.Slice:
		l.sequence(n, v, path)
	default:
		l.scalar(n, v, path)
	}
}

// mapping reads a mapping into a struct by its yaml tags.
func (l *loader) mapping(n ast.Node, v reflect.Value, path string) {
	m, ok := n.(ast.MapNode)
	if !ok {
		l.faultAt(n, path, "must hold keys, %s", keys(v.Type()))
		return
	}
	seen := map[string]bool{}
	for it := m.MapRange(); it.Next(); {
		key := it.Key()
		name := keyName(key)
		field, known := fieldOf(v, name)
		at := join(path, name)
		switch {
		case !known:
			l.faults = append(l.faults, fmt.Sprintf("%s: unknown key %s; known here: %s", l.place(key), shown(name), keys(v.Type())))
		case seen[name]:
			l.faults = append(l.faults, fmt.Sprintf("%s: %s is set twice", l.place(key), at))
		case it.Value() != nil:
			l.value(it.Value(), field, at)
		}
		seen[name] = true
	}
}

// sequence reads a list. An empty one is kept apart from none.
func (l *loader) sequence(n ast.Node, v reflect.Value, path string) {
	s, ok := n.(*ast.SequenceNode)
	if !ok {
		l.faultAt(n, path, "must be a list: lines that begin with \"- \"")
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(s.Values), len(s.Values)))
	for i, item := range s.Values {
		if item != nil {
			l.value(item, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
	}
}

// scalar reads a text or a duration, as written: "2024" stays a text.
func (l *loader) scalar(n ast.Node, v reflect.Value, path string) {
	text, ok := scalarText(n)
	if !ok {
		l.faultAt(n, path, "must be one value")
		return
	}
	if v.Type() != reflect.TypeFor[time.Duration]() {
		v.SetString(text)
		return
	}
	d, err := time.ParseDuration(text)
	if err != nil {
		l.faultAt(n, path, "is not a duration; write a number with a unit, as in 10s or 1m30s")
		return
	}
	v.SetInt(int64(d))
}

// scalarText returns the text of a scalar node as it is written.
func scalarText(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return strings.TrimRight(n.Value.Value, "\n"), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// faultAt notes a fault of the value at path whose node is n.
func (l *loader) faultAt(n ast.Node, path, format string, args ...any) {
	if path == "" {
		l.faults = append(l.faults, l.place(n)+": the file "+fmt.Sprintf(format, args...))
		return
	}
	l.config.from[path] = l.place(n)
	l.fault(path, format, args...)
}

// fieldOf returns the field of a struct whose yaml tag is name.
func fieldOf(v reflect.Value, name string) (reflect.Value, bool) {
	for i := range v.NumField() {
		if tag := v.Type().Field(i).Tag.Get("yaml"); tag != "" && tag == name {
			return v.Field(i), true
		}
	}
	return reflect.Value{}, false
}

// keys lists the keys that a struct knows.
func keys(t reflect.Type) string {
	var names []string
	for i := range t.NumField() {
		if tag := t.Field(i).Tag.Get("yaml"); tag != "" {
			names = append(names, tag)
		}
	}
	return strings.Join(names, ", ")
}

// keyName returns a key as written; a complex key has none that we know.
func keyName(key ast.MapKeyNode) string {
	if s, ok := scalarText(key); ok {
		return s
	}
	return ""
}

// word is what a mistyped key looks like.
var word = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,30}$`)

// shown quotes an unknown key, unless it may be a secret in the wrong place.
func shown(name string) string {
	if !word.MatchString(name) {
		return "(not shown)"
	}
	return fmt.Sprintf("%q", name)
}

// join appends a key to a path.
func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
