package load

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"sitrep/internal/facts"
)

func TestTitle(t *testing.T) {
	long := strings.Repeat("a", maxTitle)
	for _, tt := range []struct{ name, text, want string }{
		{"title", "Harbour Reopens\nShips came.\n", "Harbour Reopens"},
		{"empty line after", "Harbour Reopens\n\nShips came.", "Harbour Reopens"},
		{"carriage returns", "Harbour Reopens\r\nShips came.\r\n", "Harbour Reopens"},
		{"spaces around", "  Harbour Reopens \nShips came.", "Harbour Reopens"},
		{"full stop", "Ships came.\nMore came.", ""},
		{"full stop in quotes", "“Ships came.”\nMore came.", ""},
		{"question", "Did ships come?\nYes.", ""},
		{"colon", "In brief:\nShips came.", ""},
		{"one line", "Harbour Reopens", ""},
		{"nothing after", "Harbour Reopens\n \n", ""},
		{"first line empty", "\nHarbour Reopens\nShips came.", ""},
		{"longest", long + "\nShips came.", long},
		{"too long", long + "a\nShips came.", ""},
		{"broken at a width", "The harbour master said on Monday that the\nships came.", ""},
		{"half a sentence", "The old mill on the river belongs to the\nNorland company.", ""},
		{"ends in an article", "The old mill on the river belongs to the\n\nNorland company.", ""},
		{"half a sentence of another word", "The old mill on the river now belongs to\nNorland, a company.", ""},
		{"headline that ends in such a word", "What the Mill Was Made Of\n\nShips came.", "What the Mill Was Made Of"},
		{"counted in code points", strings.Repeat("é", maxTitle) + "\nShips came.", strings.Repeat("é", maxTitle)},
	} {
		if got := title(tt.text); got != tt.want {
			t.Errorf("%s: title %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestInput(t *testing.T) {
	page := "<!-- saved -->\n<!DOCTYPE html>" + newsPage[strings.Index(newsPage, "<html"):]
	for _, tt := range []struct{ name, in, title string }{
		{"page", page, "Ferry runs aground"},
		{"page with a mark", "\xef\xbb\xbf" + page, "Ferry runs aground"},
		{"text", "Harbour Reopens\n\nShips came.", "Harbour Reopens"},
		{"text that opens with a bracket", "<< Harbour Reopens\n\nShips came.", "<< Harbour Reopens"},
	} {
		r, err := Input("in", strings.NewReader(tt.in))
		if err != nil || r.Title != tt.title {
			t.Errorf("%s: %v, title %q, want %q", tt.name, err, r.Title, tt.title)
		}
	}
	if _, err := Input("in", strings.NewReader("<html><body></body></html>")); err == nil {
		t.Error("a page without an article is taken")
	}
}

func TestText(t *testing.T) {
	r, err := Text("a.txt", []byte("\ufeffHarbour Reopens\r\nShips came.\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := facts.Report{
		ID: hash("Harbour Reopens\r\nShips came.\r\n")[:12], Title: "Harbour Reopens", Text: "Harbour Reopens\r\nShips came.\r\n",
		SHA256: hash("Harbour Reopens\r\nShips came.\r\n"), Read: facts.ReadRules,
	}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Error(diff)
	}
	again, err := Text("another name.txt", []byte(r.Text))
	if err != nil || again.ID != r.ID {
		t.Errorf("the same text under another name: id %s, error %v", again.ID, err)
	}
}

func TestTextRefuses(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"nothing", "", "a.txt: empty"},
		{"blank", " \r\n\t", "a.txt: empty"},
		{"mark only", "\ufeff\n", "a.txt: empty"},
		{"NUL", "a\x00b", "a.txt: not a text: it holds control characters"},
		{"escapes", strings.Repeat("a\x1b[0m", 5), "a.txt: not a text: it holds control characters"},
		{"latin-1", "caf\xe9 open", "a.txt: not UTF-8 at byte 3"},
		{"image", "\x89PNG\r\n\x1a\n\x00\x00", "a.txt: not a text: it holds control characters"},
		{"UTF-16", "\xff\xfea\x00", "a.txt: not UTF-8 at byte 0 (it looks like UTF-16; save it as UTF-8)"},
	} {
		_, err := Text("a.txt", []byte(tt.data))
		if err == nil || err.Error() != tt.want {
			t.Errorf("%s: error %v, want %s", tt.name, err, tt.want)
		}
	}
	if _, err := Text("a.txt", []byte("A bell\a and an escape\x1b are no reason to refuse.")); err != nil {
		t.Errorf("a few control characters: %v", err)
	}
	if _, err := Text("a.txt", []byte("The sign \ufffd is itself UTF-8.")); err != nil {
		t.Errorf("replacement character: %v", err)
	}
}

func TestSizeLimit(t *testing.T) {
	endless := io.MultiReader(strings.NewReader("x"), repeat{})
	if _, err := Stream("a.txt", endless); err == nil || err.Error() != "a.txt: larger than 50 MB, the most that one report may have" {
		t.Errorf("endless stream: %v", err)
	}
	if _, err := Stream("a.txt", iotest.ErrReader(errors.New("gone"))); err == nil || err.Error() != "load: read a.txt: gone" {
		t.Errorf("broken stream: %v", err)
	}
}

var filler = bytes.Repeat([]byte("a"), 64<<10)

// repeat is a stream without an end or a newline.
type repeat struct{}

func (repeat) Read(p []byte) (int, error) {
	return copy(p, filler), nil
}

// collect returns what Lines reports.
func collect(t *testing.T, r io.Reader) []Line {
	t.Helper()
	var got []Line
	if err := Lines(r, func(l Line) error { got = append(got, l); return nil }); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestLines(t *testing.T) {
	got := collect(t, strings.NewReader("\ufeff"+`{"id":"a1","title":"T","published":"2024-10-23","url":"https://x.example","publisher":"P","text":"T\nShips came.","other":[1]}

{"id":"a2","text":"Ships came.","published":"2024-10-23T23:30:00-07:00","title":null,"url":null}
{"id":"a3","text":"Ships came.","published":"2024-10~"}`))
	want := []Line{
		{N: 1, ID: "a1", Report: facts.Report{ID: "a1", Title: "T", Published: "2024-10-23", PublishedBasis: "supplied", URL: "https://x.example", Publisher: "P", Text: "T\nShips came.", SHA256: hash("T\nShips came."), Read: "rules"}},
		{N: 3, ID: "a2", Report: facts.Report{ID: "a2", Published: "2024-10-23", PublishedBasis: "supplied", Text: "Ships came.", SHA256: hash("Ships came."), Read: "rules"}},
		{N: 4, ID: "a3", Report: facts.Report{ID: "a3", Published: "2024-10~", PublishedBasis: "supplied", Text: "Ships came.", SHA256: hash("Ships came."), Read: "rules"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestLinesKeepControls holds that text in JSON is text, control characters and all.
func TestLinesKeepControls(t *testing.T) {
	got := collect(t, strings.NewReader(`{"id":"a","text":"\u0001\u0002 Ships\u0000 came.\u001b\u0006\u0007"}`))
	if want := "\x01\x02 Ships\ufffd came.\x1b\x06\x07"; len(got) != 1 || got[0].Err != nil || got[0].Report.Text != want || got[0].Report.SHA256 != hash(want) {
		t.Errorf("got %+v, want the text %q", got, want)
	}
}

func TestBadLines(t *testing.T) {
	for _, tt := range []struct{ line, id, want string }{
		{`{"text":"x"}`, "", `line 1: id is missing`},
		{`{"id":" ","text":"x"}`, " ", `line 1 (id " "): id is missing`},
		{`{"id":7,"text":"x"}`, "", `line 1: id must be a text`},
		{`{"id":"a"}`, "a", `line 1 (id "a"): text is missing`},
		{`{"id":"a","text":null}`, "a", `line 1 (id "a"): text is missing`},
		{`{"id":"a","text":["x"]}`, "a", `line 1 (id "a"): text must be a text`},
		{`{"id":"a","text":"  "}`, "a", `line 1 (id "a"): text: empty`},
		{`{"id":"a","text":"x","published":"yesterday"}`, "a", `line 1 (id "a"): published "yesterday" is not a date such as 2024-10-23`},
		{`{"id":"a","text":"x","published":"2024-02-30"}`, "a", `line 1 (id "a"): published "2024-02-30" is not a date such as 2024-10-23`},
		{`{"id":"a","x":{"id":"b"},"text":"x"`, "a", `line 1 (id "a"): not a JSON object: unexpected end of JSON input`},
		{`{"x":{"id":"b"},"y":"id","id":"a","text":`, "a", `line 1 (id "a"): not a JSON object: unexpected end of JSON input`},
		{`{"id":"a","text":"x","published":"2024-10-01/2024-10-23"}`, "a", `line 1 (id "a"): published "2024-10-01/2024-10-23" is not a date such as 2024-10-23`},
		{`["a"]`, "", `line 1: not a JSON object`},
		{"{\"id\":\"a\",\"text\":\"caf\xe9\"}", "a", `line 1 (id "a"): not UTF-8 at byte 21`},
	} {
		got := collect(t, strings.NewReader(tt.line+"\n"+`{"id":"next","text":"Ships came."}`))
		if len(got) != 2 {
			t.Fatalf("%s: %d lines", tt.line, len(got))
		}
		if got[0].Err == nil || got[0].Err.Error() != tt.want || got[0].ID != tt.id {
			t.Errorf("%s: id %q, error %v, want %s", tt.line, got[0].ID, got[0].Err, tt.want)
		}
		if got[0].Report.ID != "" {
			t.Errorf("%s: a bad line has a report", tt.line)
		}
		if got[1].Err != nil || got[1].ID != "next" {
			t.Errorf("%s: the run did not go on: %+v", tt.line, got[1])
		}
	}
}

func TestLinesStops(t *testing.T) {
	stop := errors.New("stop")
	calls := 0
	err := Lines(strings.NewReader("{}\n{}\n"), func(Line) error { calls++; return stop })
	if err != stop || calls != 1 {
		t.Errorf("error %v after %d calls", err, calls)
	}
	err = Lines(iotest.ErrReader(errors.New("gone")), func(Line) error { return nil })
	if err == nil || err.Error() != "load: read line 1: gone" {
		t.Errorf("broken stream: %v", err)
	}
}

func TestLongLine(t *testing.T) {
	const limit = 100_000 // more than one read of the buffer
	next := `{"id":"next","text":"Ships came."}`
	long := func() io.Reader {
		return io.MultiReader(strings.NewReader(`{"id":"big","text":"`), io.LimitReader(repeat{}, limit))
	}
	for _, tt := range []struct {
		name string
		in   io.Reader
		want []string
	}{
		{"first", io.MultiReader(long(), strings.NewReader("\"}\n"+next)), []string{`big line 1 (id "big"): longer than 100 MB`, `next <nil>`}},
		{"last", io.MultiReader(strings.NewReader(next+"\n"), long()), []string{`next <nil>`, `big line 2 (id "big"): longer than 100 MB`}},
	} {
		var got []string
		err := lines(tt.in, limit, func(l Line) error { got = append(got, fmt.Sprint(l.ID, " ", l.Err)); return nil })
		if diff := cmp.Diff(tt.want, got); diff != "" || err != nil {
			t.Errorf("%s: error %v\n%s", tt.name, err, diff)
		}
	}
	wide := facts.Report{ID: "wide", Text: strings.Repeat("a", MaxBytes+1)}
	if err := complete(&wide); err == nil || err.Error() != "text is larger than 50 MB" {
		t.Errorf("a long text: %v", err)
	}
}

func TestPaths(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.MD", "sub/c.jsonl", "sub/d.yaml", "sub/e.yml", "sub/f.pdf", ".git/g.txt", ".h.txt", "none/i.png"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(dir, filepath.Join(dir, "loop.txt")); err != nil {
		t.Fatal(err)
	}
	got, err := Paths([]string{filepath.Join(dir, "sub/f.pdf"), dir, "-", filepath.Join(dir, "b.txt")})
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, name := range []string{"sub/f.pdf", "a.MD", "b.txt", "sub/c.jsonl", "sub/d.yaml", "sub/e.yml"} {
		want = append(want, filepath.Join(dir, name))
	}
	want = append(want, "-")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}

	_, err = Paths([]string{filepath.Join(dir, "gone"), filepath.Join(dir, "none"), "https://x.example/a", "", dir})
	wantErr := filepath.Join(dir, "gone") + ": no such file or directory\n" +
		filepath.Join(dir, "none") + ": no .txt, .md, .html, .htm, .jsonl, .yaml or .yml file in this folder\n" +
		"https://x.example/a: an address, not a file or folder\n" +
		"a file name is empty"
	if err == nil || err.Error() != wantErr {
		t.Errorf("error %v, want %s", err, wantErr)
	}
}

func TestKind(t *testing.T) {
	for path, want := range map[string]string{"a.txt": KindText, "a": KindText, "-": KindText, "x/a.JSONL": KindLines, "a.yml": KindFacts, "a.yaml": KindFacts} {
		if got := Kind(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.txt")
	if err := os.WriteFile(path, []byte("Harbour Reopens\nShips came."), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := File(path)
	if err != nil || r.Title != "Harbour Reopens" {
		t.Errorf("report %+v, error %v", r, err)
	}
	if _, err := File(path + "x"); err == nil || !strings.Contains(err.Error(), path+"x") {
		t.Errorf("a missing file: %v", err)
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("Harbour Reopens\nShips came."))
	f.Add([]byte("\xff\xfea\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Text("f", data)
		if err != nil {
			return
		}
		if !utf8.ValidString(r.Text) || strings.TrimSpace(r.Text) == "" || strings.ContainsRune(r.Text, 0) {
			t.Errorf("accepted %q", r.Text)
		}
		if first, _, _ := strings.Cut(r.Text, "\n"); !strings.Contains(first, r.Title) {
			t.Errorf("title %q is not in the first line", r.Title)
		}
	})
}

func FuzzLines(f *testing.F) {
	f.Add([]byte("{\"id\":\"a\",\"text\":\"x\",\"published\":\"2024\"}\n\n{\"id\":"))
	f.Fuzz(func(t *testing.T, data []byte) {
		last := 0
		err := Lines(bytes.NewReader(data), func(l Line) error {
			if l.N <= last {
				t.Errorf("line %d after %d", l.N, last)
			}
			last = l.N
			if l.Err == nil && (l.Report.ID == "" || !utf8.ValidString(l.Report.Text) || l.Report.SHA256 != hash(l.Report.Text)) {
				t.Errorf("accepted %+v", l.Report)
			}
			if l.Err != nil && !strings.HasPrefix(l.Err.Error(), fmt.Sprintf("line %d", l.N)) {
				t.Errorf("error without a line: %v", l.Err)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}
