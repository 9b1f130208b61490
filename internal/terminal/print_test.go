package terminal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"sitrep/internal/answer"
)

func TestPrint(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test data: %v", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var m answer.Message
		if err := json.Unmarshal(archive.Files[0].Data, &m); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, want := range archive.Files[1:] {
			var style Style
			if want.Name == "colour" {
				style.Color = true
			} else if want.Name != "pipe" {
				fmt.Sscanf(want.Name, "%d columns", &style.Width)
			}
			var got bytes.Buffer
			if err := Print(&got, m, style); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want.Data), strings.ReplaceAll(got.String(), "\x1b", "␛")); diff != "" {
				t.Errorf("%s, %s:\n%s", file, want.Name, diff)
			}
		}
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("gone") }

func TestPrintReportsTheWriter(t *testing.T) {
	m := answer.Message{Title: "x"}
	if err := Print(brokenWriter{}, m, Style{}); err == nil {
		t.Error("no error from a broken writer")
	}
}

func TestStyleOf(t *testing.T) {
	if got := StyleOf(&bytes.Buffer{}, func(string) string { return "" }); got != (Style{}) {
		t.Errorf("a buffer is styled: %+v", got)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                                    "plain",
		"  two \t\n words\u00a0here\u2028now ":     "two words here now",
		"\x1b[31mred\x1b[0m":                       "red",
		"\x1b]0;title\x07after":                    "after",
		"\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\": "link",
		"\u009b31mred":                             "red",
		"\x9b31mred":                               "\ufffd31mred",
		"\x1b(0lines\x1bc":                         "(0linesc",
		"back\b\b\rspace\x7f":                      "back space",
		"12\u202e34\u2066x\u200f":                  "1234x",
		"a\u200bb\ufeffc\u00add":                   "abcd",
		"tag\U000e0041":                            "tag",
		"می\u200cشود":                              "می\u200cشود",
		"\x00\x01\x02":                             "",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// hostile is text that tries to do something to a terminal.
const hostile = "x\x1b[2J\x1b]0;owned\x07\x1b]52;c;Zm9v\x07\u009b1m\r\n\x08\u202eevil\u2066\x9b\x00"

func TestHostileMessageIsInert(t *testing.T) {
	h := hostile
	m := answer.Message{
		Title: h, Context: []string{h},
		Sections:  []answer.Section{{Title: h, Lines: []answer.Line{{Role: answer.RoleLead, Text: h, Mark: h}, {Role: answer.RoleHead, Text: h}, {Role: answer.RoleFigure, Text: h, Mark: "x"}, {Role: answer.RoleNote, Text: h}}}},
		Citations: []answer.Citation{{N: 1, Report: h, Title: h, Publisher: &h, Published: &h, PublishedBasis: &h, URL: &h, Exact: h}},
	}
	for _, style := range []Style{{}, {Width: 30}, {Width: 3, Color: true}, {Color: true}} {
		var got bytes.Buffer
		if err := Print(&got, m, style); err != nil {
			t.Fatal(err)
		}
		assertInert(t, got.String())
	}
}

// assertInert fails when text holds any control but newlines and our own codes.
func assertInert(t *testing.T, text string) {
	t.Helper()
	for _, r := range codes.Replace(text) {
		if r != '\n' && unicode.IsControl(r) || reorders(r) || invisible(r) {
			t.Fatalf("%U reaches the terminal in %q", r, text)
		}
	}
	for _, payload := range []string{"[2J", "owned", "Zm9v"} {
		if strings.Contains(text, payload) {
			t.Fatalf("%q is left of a sequence in %q", payload, text)
		}
	}
}

func FuzzPrint(f *testing.F) {
	f.Add(hostile, 20)
	f.Add("“quoted” words — 港", 0)
	f.Fuzz(func(t *testing.T, text string, columns int) {
		m := answer.Message{
			Sections:  []answer.Section{{Lines: []answer.Line{{Role: answer.RoleFigure, Text: text, Mark: text}}}},
			Citations: []answer.Citation{{N: 1, Title: text, Published: &text, Exact: text}},
		}
		got := Style{Width: columns % 200, Color: true}.message(m)
		for _, r := range codes.Replace(got) {
			if r != '\n' && unicode.IsControl(r) || reorders(r) {
				t.Fatalf("%U reaches the terminal in %q", r, got)
			}
		}
		if words := strings.Fields(codes.Replace(got)); !strings.Contains(strings.Join(words, " "), Clean(text)) {
			t.Errorf("%q is not in %q", Clean(text), got)
		}
	})
}
