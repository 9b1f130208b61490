package facts

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// EncodeDocument returns d in the form that DecodeDocument reads, text included.
// Strings are quoted as in JSON, which YAML reads alike whatever they hold.
func EncodeDocument(d Document) ([]byte, error) {
	var plain bytes.Buffer
	enc := json.NewEncoder(&plain)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(d); err != nil {
		return nil, fmt.Errorf("facts: encode report %s: %w", d.Report.ID, err)
	}
	w := yamlWriter{dec: json.NewDecoder(&plain)}
	w.dec.UseNumber()
	root, err := w.read()
	if err != nil {
		return nil, fmt.Errorf("facts: encode report %s: %w", d.Report.ID, err)
	}
	w.out.WriteString("schema: fact/1\n")
	w.block(root, "")
	return w.out.Bytes(), nil
}

// A yamlWriter lays out JSON as YAML, keeping the order of the keys.
type yamlWriter struct {
	dec *json.Decoder
	out bytes.Buffer
}

// A node is one JSON value: a scalar as written, an object or a list.
type node struct {
	scalar string
	keys   []string // of an object; empty for a list
	items  []node
	list   bool
}

func (w *yamlWriter) read() (node, error) {
	t, err := w.dec.Token()
	if err != nil {
		return node{}, err
	}
	delim, nested := t.(json.Delim)
	if !nested {
		scalar, err := scalarText(t)
		return node{scalar: scalar}, err
	}
	n := node{list: delim == '['}
	for w.dec.More() {
		if !n.list {
			key, err := w.dec.Token()
			if err != nil {
				return node{}, err
			}
			n.keys = append(n.keys, fmt.Sprint(key))
		}
		item, err := w.read()
		if err != nil {
			return node{}, err
		}
		n.items = append(n.items, item)
	}
	_, err = w.dec.Token()
	return n, err
}

func scalarText(t json.Token) (string, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(t)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// block writes an object as lines "key: value".
func (w *yamlWriter) block(n node, indent string) {
	for i, key := range n.keys {
		if i > 0 || indent == "" {
			w.out.WriteString(indent)
		}
		w.out.WriteString(key + ":")
		item := n.items[i]
		switch {
		case item.flat() || item.list && len(item.items) > 0 && item.items[0].scalar != "":
			w.out.WriteByte(' ')
			w.flow(item)
			w.out.WriteByte('\n')
		case item.list:
			w.out.WriteByte('\n')
			for _, element := range item.items {
				w.element(element, indent)
			}
		default:
			w.out.WriteString("\n" + indent + "  ")
			w.block(item, indent+"  ")
		}
	}
}

// element writes one item of a list.
func (w *yamlWriter) element(n node, indent string) {
	w.out.WriteString(indent + "- ")
	if len(n.keys) > 0 && !n.short() {
		w.block(n, indent+"  ")
		return
	}
	w.flow(n)
	w.out.WriteByte('\n')
}

// flat says whether n fits on one line: a scalar, or an object or list of scalars.
func (n node) flat() bool {
	for _, item := range n.items {
		if item.scalar == "" {
			return false
		}
	}
	return true
}

// short says whether an object may stand on one line of a list.
func (n node) short() bool {
	for _, item := range n.items {
		if item.scalar == "" && len(item.keys) > 0 {
			return false
		}
	}
	return len(n.keys) <= 4
}

func (w *yamlWriter) flow(n node) {
	if n.scalar != "" {
		w.out.WriteString(n.scalar)
		return
	}
	opening, closing := "{", "}"
	if n.list {
		opening, closing = "[", "]"
	}
	w.out.WriteString(opening)
	for i, item := range n.items {
		if i > 0 {
			w.out.WriteString(", ")
		}
		if !n.list {
			w.out.WriteString(n.keys[i] + ": ")
		}
		w.flow(item)
	}
	w.out.WriteString(closing)
}
