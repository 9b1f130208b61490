package config

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// A form is a YAML file being read into a struct by its yaml tags. It walks the
// syntax tree itself, because the library's strict mode stops at the first unknown
// key, quotes the source line (which may hold a token), and does not say where a
// value stood.
type form struct {
	file   string            // base name, for messages
	from   map[string]string // where each value stood, by its path
	bad    map[string]bool   // paths already complained of, so that one cause is one fault
	faults Faults
	scrub  func(string) string // takes out of a message what must not be shown
	open   bool                // holds no secret: an odd key is shown
}

func newForm(file string) *form {
	return &form{file: file, from: map[string]string{}, bad: map[string]bool{}, scrub: func(s string) string { return s }}
}

// fault notes what is wrong with the value at path, unless something already was.
func (f *form) fault(path, format string, args ...any) {
	if f.bad[path] {
		return
	}
	f.bad[path] = true
	where := path
	if from := f.from[path]; from != "" {
		where = from
		if strings.Contains(from, ":") {
			where += ": " + path
		}
	}
	f.faults = append(f.faults, where+": "+f.scrub(fmt.Sprintf(format, args...)))
}

// Places say where the values of a YAML file stood, and gather what is wrong with
// them.
type Places struct{ form *form }

// ReadYAML reads a YAML file that holds no secret into the struct that into points
// to, by its yaml tags and as strictly as the configuration: an unknown or doubled
// key, an anchor, a value of another kind is a fault. file is the name for messages.
func ReadYAML(data []byte, file string, into any) *Places {
	f := newForm(file)
	f.open = true
	f.parse(data, into)
	return &Places{f}
}

// Fault notes what is wrong with the value at a path such as "questions[2].ask". A
// value that is not in the file gets the place of what it belongs to.
func (p *Places) Fault(path, format string, args ...any) {
	for at := path; p.form.from[path] == "" && at != ""; {
		at = at[:max(0, strings.LastIndexAny(at, ".["))]
		p.form.from[path] = p.form.from[at]
	}
	if p.form.from[path] == "" {
		p.form.from[path] = p.form.file + ":1:1"
	}
	p.form.fault(path, format, args...)
}

// Err returns all faults, in the order of the file as far as they were found in
// reading it, or nil.
func (p *Places) Err() error {
	if len(p.form.faults) == 0 {
		return nil
	}
	return p.form.faults
}

// parse reads the file into the struct that into points to.
func (f *form) parse(data []byte, into any) {
	file, err := parseYAML(data)
	if err != nil {
		f.faults = append(f.faults, f.syntax(err))
		return
	}
	var body ast.Node
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		if body != nil {
			f.faults = append(f.faults, f.place(doc.Body)+": only one YAML document is read; remove the second")
			return
		}
		body = doc.Body
	}
	if body != nil {
		f.value(body, reflect.ValueOf(into).Elem(), "")
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
func (f *form) syntax(err error) string {
	var ye yaml.Error
	if !errors.As(err, &ye) {
		return f.file + ": not readable as YAML"
	}
	return f.file + position(ye.GetToken()) + ": not readable as YAML: " + plain(ye.GetMessage())
}

// quoted is text that a message of the library took from the file.
var quoted = regexp.MustCompile(`"[^"]*"`)

// plain keeps the library's own words and drops what it quotes of the file.
func plain(message string) string {
	return strings.Join(strings.Fields(quoted.ReplaceAllString(message, "…")), " ")
}

// place returns "sitrep.yaml:4:3" for a node; a mapping begins at its first key,
// while its own token is the colon after it.
func (f *form) place(n ast.Node) string {
	if m, ok := n.(ast.MapNode); ok {
		if it := m.MapRange(); it.Next() {
			return f.place(it.Key())
		}
	}
	return f.file + position(n.GetToken())
}

// position returns ":line:column", or "" for a token without one.
func position(t *token.Token) string {
	if t == nil || t.Position == nil {
		return ""
	}
	return fmt.Sprintf(":%d:%d", t.Position.Line, t.Position.Column)
}

// value reads one node into v. A null leaves the default.
func (f *form) value(n ast.Node, v reflect.Value, path string) {
	switch n.(type) {
	case *ast.NullNode:
		return
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.MergeKeyNode, *ast.DirectiveNode:
		f.faultAt(n, path, "anchors, aliases and tags are not read; write the value out")
		return
	}
	if path != "" {
		f.from[path] = f.place(n)
	}
	switch v.Kind() {
	case reflect.Struct:
		f.mapping(n, v, path)
	case reflect.Slice:
		f.sequence(n, v, path)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.value(n, v.Elem(), path)
	default:
		f.scalar(n, v, path)
	}
}

// mapping reads a mapping into a struct by its yaml tags.
func (f *form) mapping(n ast.Node, v reflect.Value, path string) {
	m, ok := n.(ast.MapNode)
	if !ok {
		f.faultAt(n, path, "must hold keys, %s", keys(v.Type()))
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
			f.faults = append(f.faults, fmt.Sprintf("%s: unknown key %s; known here: %s", f.place(key), f.shown(name), keys(v.Type())))
		case seen[name]:
			f.faults = append(f.faults, fmt.Sprintf("%s: %s is set twice", f.place(key), at))
		case it.Value() != nil:
			f.value(it.Value(), field, at)
		}
		seen[name] = true
	}
}

// sequence reads a list. An empty one is kept apart from none.
func (f *form) sequence(n ast.Node, v reflect.Value, path string) {
	s, ok := n.(*ast.SequenceNode)
	if !ok {
		f.faultAt(n, path, "must be a list: lines that begin with \"- \"")
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(s.Values), len(s.Values)))
	for i, item := range s.Values {
		if item != nil {
			f.value(item, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
	}
}

// scalar reads a text, a number, a duration, true or false. A text is read as
// written: "2024" stays one.
func (f *form) scalar(n ast.Node, v reflect.Value, path string) {
	text, ok := scalarText(n)
	if !ok {
		f.faultAt(n, path, "must be one value")
		return
	}
	switch v.Interface().(type) {
	case time.Duration:
		d, err := time.ParseDuration(text)
		if err != nil {
			f.faultAt(n, path, "is not a duration; write a number with a unit, as in 10s or 1m30s")
			return
		}
		v.SetInt(int64(d))
	case float64:
		x, err := strconv.ParseFloat(text, 64)
		if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
			f.faultAt(n, path, "is not a number; write it with a point and without other marks, as in 0.65")
			return
		}
		v.SetFloat(x)
	case bool:
		if text != "true" && text != "false" {
			f.faultAt(n, path, "is neither true nor false")
			return
		}
		v.SetBool(text == "true")
	default:
		v.SetString(text)
	}
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
func (f *form) faultAt(n ast.Node, path, format string, args ...any) {
	if path == "" {
		f.faults = append(f.faults, f.place(n)+": the file "+fmt.Sprintf(format, args...))
		return
	}
	f.from[path] = f.place(n)
	f.fault(path, format, args...)
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
func (f *form) shown(name string) string {
	if !f.open && !word.MatchString(name) {
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
