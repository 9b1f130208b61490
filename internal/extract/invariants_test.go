package extract

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// checkReading holds what is true of every reading, whatever the text.
func checkReading(t *testing.T, r facts.Report) {
	t.Helper()
	holdInvariants(t, r, false)
}

func holdInvariants(t *testing.T, r facts.Report, prose bool) {
	t.Helper()
	read := Read(r)
	if !utf8.ValidString(r.Text) {
		return // a loader refuses it, but no text may panic
	}
	c := checker{t, r, []rune(r.Text), read, prose}
	c.sentences()
	c.quantities()
	c.dates()
	c.attributions()
	c.facts()
	first, err := json.Marshal(read)
	if err != nil {
		t.Fatal(err)
	}
	if second, _ := json.Marshal(Read(r)); string(first) != string(second) {
		t.Fatalf("read twice:\n%s\n%s", first, second)
	}
}

type checker struct {
	t    *testing.T
	r    facts.Report
	text []rune
	read Reading

	prose bool // written by people, not by a fuzzer
}

// at holds that words stand where they are said to.
func (c checker) at(what, words string, start, end int) {
	c.t.Helper()
	if start < 0 || end > len(c.text) || start >= end || string(c.text[start:end]) != words {
		c.t.Fatalf("%s %q is not at [%d,%d) of %q", what, words, start, end, c.r.Text)
	}
}

// within holds that a span with its words lies in a sentence.
func (c checker) within(what, words string, s, start, end int) {
	c.t.Helper()
	c.at(what, words, start, end)
	if s < 1 || s > len(c.read.Sentences) {
		c.t.Fatalf("%s %q is in no sentence (%d)", what, words, s)
	}
	if of := c.read.Sentences[s-1]; start < of.Start || end > of.End {
		c.t.Fatalf("%s %q at [%d,%d) is not in sentence %+v of %q", what, words, start, end, of, c.r.Text)
	}
}

// sentences: numbered from 1, in order, apart, trimmed, and nothing but blanks
// between them.
func (c checker) sentences() {
	c.t.Helper()
	last := newDocument(c.r).titleEnd
	for i, s := range c.read.Sentences {
		if s.S != i+1 || s.Start < last || s.End <= s.Start || s.End > len(c.text) {
			c.t.Fatalf("sentence %+v after %d of %d", s, last, len(c.text))
		}
		c.blank(last, s.Start)
		last = s.End
		if isBlank(plain(c.text[s.Start])) || isBlank(plain(c.text[s.End-1])) {
			c.t.Fatalf("sentence %q is not trimmed", string(c.text[s.Start:s.End]))
		}
	}
	c.blank(last, len(c.text))
	if !slices.IsSorted(c.read.Asides) || len(c.read.Asides) > len(c.read.Sentences) {
		c.t.Fatalf("asides %v of %d sentences", c.read.Asides, len(c.read.Sentences))
	}
}

func (c checker) blank(start, end int) {
	c.t.Helper()
	for i := start; i < end; i++ {
		if !isBlank(plain(c.text[i])) {
			c.t.Fatalf("%q at %d of %q is in no sentence", c.text[i], i, c.r.Text)
		}
	}
}

// quantities: in order, with a number that is one. Two may share a hedge ("200 or
// more than 300").
func (c checker) quantities() {
	c.t.Helper()
	last := 0
	for _, q := range c.read.Quantities {
		c.within("quantity", q.Text, q.S, q.Start, q.End)
		if q.Start < last {
			c.t.Fatalf("quantity %q begins before the one before it: %q", q.Text, c.r.Text)
		}
		last = q.Start
		if (q.Value == nil) == (q.Low == nil && q.Bound != facts.BoundNone) || (q.Low == nil) != (q.High == nil) {
			c.t.Fatalf("%q has neither or both of value and range", q.Text)
		}
		if q.Low != nil && *q.Low > *q.High {
			c.t.Fatalf("%q runs from %v to %v", q.Text, *q.Low, *q.High)
		}
		for _, v := range []*float64{q.Value, q.Low, q.High} {
			if v != nil && (math.IsNaN(*v) || math.IsInf(*v, 0)) {
				c.t.Fatalf("%q is read as %v", q.Text, *v)
			}
		}
		if q.Bound == "" || q.UnitText != "" && q.Unit == "" {
			c.t.Fatalf("%q has bound %q, unit %q, unit text %q", q.Text, q.Bound, q.Unit, q.UnitText)
		}
	}
}

func (c checker) dates() {
	c.t.Helper()
	for _, d := range c.read.Dates {
		c.within("date", d.Text, d.S, d.Start, d.End)
		if _, err := facts.ParseEDTF(d.EDTF); err != nil {
			c.t.Fatalf("%q is read as %q: %v", d.Text, d.EDTF, err)
		}
	}
}

func (c checker) attributions() {
	c.t.Helper()
	title := newDocument(c.r).titleEnd
	for _, a := range c.read.Attributions {
		if a.Content.Start < title || a.Content.End > len(c.text) || a.Content.Start >= a.Content.End {
			c.t.Fatalf("content [%d,%d) of %q", a.Content.Start, a.Content.End, c.r.Text)
		}
		for what, m := range map[string]*Mark{"source": a.Source, "cue": a.Cue} {
			if m != nil {
				c.at(what, m.Text, m.Start, m.End)
			}
			if m != nil && m.Start < title {
				c.t.Fatalf("%s %q stands in the title", what, m.Text)
			}
		}
		if a.Source != nil && a.Name == "" {
			c.t.Fatalf("source %q has no name", a.Source.Text)
		}
	}
}

// maxProven is the longest text, in code points, whose facts are proven.
const maxProven = 20_000

// facts: the gate of loading takes them, and none is read from an aside but who
// wrote the report.
func (c checker) facts() {
	c.t.Helper()
	r := c.r
	r.Sentences, r.Read, r.SHA256 = c.read.Sentences, facts.ReadRules, facts.Digest(r.Text)
	if _, err := facts.ParseEDTF(r.Published); err != nil {
		r.Published = ""
	}
	if len(c.text) > maxProven {
		return // proving a fact rereads its sentence, which may be all of a hostile text
	}
	for _, err := range facts.Validate(r, c.read.Facts) {
		f := new(facts.Fault)
		if errors.As(err, &f) && (f.Index < 0 || slices.Contains([]string{"value.unit", "value.amount", "value.low", "value.high"}, f.Field)) {
			// What a loader refuses before it reads; a bare number, whose unit only a person can add; forms of
			// numbers that the strict reader of facts does not know.
			continue
		}
		if f.Field == "claim" && !c.prose {
			continue // "per1,200" and ".12.12" are other numbers once a claim parts the words
		}
		c.t.Fatalf("%v; in %q", err, c.r.Text)
	}
	for _, f := range c.read.Facts {
		c.within("quote of "+f.ID, f.Quote.Exact, f.Quote.S, f.Quote.Start, f.Quote.End)
		if slices.Contains(c.read.Asides, f.Quote.S) && f.Measure != "byline" {
			c.t.Fatalf("%s %q is read from an aside", f.ID, f.Quote.Exact)
		}
	}
}

// benchReportsEnv names files and folders of real reports, as JSON Lines, parted by
// commas; of a folder every reports.jsonl below it is read.
const benchReportsEnv = "SITREP_BENCH_REPORTS"

// TestRealReports holds the invariants on real reports: the embedded first one, and by
// hand those that somebody has, which are not part of the project.
func TestRealReports(t *testing.T) {
	where := os.Getenv(benchReportsEnv)
	if where == "" {
		where = firstReport(t)
	}
	for _, root := range strings.Split(where, ",") {
		for _, path := range reportFiles(t, root) {
			t.Run(path, func(t *testing.T) { readRealReports(t, path) })
		}
	}
}

// firstReport writes the embedded report as JSON Lines and returns the file's path.
func firstReport(t *testing.T) string {
	t.Helper()
	doc, err := facts.Seed()
	if err != nil {
		t.Fatal(err)
	}
	line, err := json.Marshal(map[string]string{"id": doc.Report.ID, "title": doc.Report.Title, "published": doc.Report.Published, "text": doc.Report.Text})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "reports.jsonl")
	if err := os.WriteFile(path, append(line, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func reportFiles(t *testing.T, root string) (out []string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && (path == root || d.Name() == "reports.jsonl") {
			out = append(out, path)
		}
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatalf("%d files of reports under %q; %v", len(out), root, err)
	}
	return out
}

func readRealReports(t *testing.T, path string) {
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines, n := bufio.NewReader(file), 0
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			var r facts.Report
			if err := json.Unmarshal(line, &r); err != nil {
				t.Fatal(err)
			}
			n++
			t.Run(r.ID, func(t *testing.T) { holdInvariants(t, r, true) })
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d reports of %s", n, path)
}
