package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"sitrep/internal/facts"
)

var update = flag.Bool("update", false, "rewrite the lists of testdata/facts with what is read now; read the diff")

// TestStatements reads the texts of testdata/facts and compares what is
// attributed and stated with the lists beside them.
func TestStatements(t *testing.T) {
	files, err := filepath.Glob("testdata/facts/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in testdata/facts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			parts := make(map[string]string)
			for _, f := range a.Files {
				parts[f.Name] = string(f.Data)
			}
			r := reportOf(t, parts["report"])
			got := Read(r)
			if *update {
				rewrite(t, file, a, map[string]string{"attributions": attributionLines(r, got), "facts": factLines(got)})
				return
			}
			if diff := cmp.Diff(parts["attributions"], attributionLines(r, got)); diff != "" {
				t.Errorf("attributions (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(parts["facts"], factLines(got)); diff != "" {
				t.Errorf("facts (-want +got):\n%s", diff)
			}
			checkFacts(t, r, got)
		})
	}
}

// rewrite puts what was read in place of the lists of a file.
func rewrite(t *testing.T, file string, a *txtar.Archive, lists map[string]string) {
	t.Helper()
	for i, f := range a.Files {
		if list, ok := lists[f.Name]; ok {
			a.Files[i].Data = []byte(list)
		}
	}
	if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// reportOf splits the header line "published: DAY" from the text.
func reportOf(t *testing.T, s string) facts.Report {
	t.Helper()
	head, body, ok := strings.Cut(s, "\n\n")
	day, dated := strings.CutPrefix(head, "published: ")
	if !ok || !dated {
		t.Fatalf("report does not begin with its day: %q", head)
	}
	return facts.Report{ID: "t", Published: day, Text: body}
}

func attributionLines(r facts.Report, got Reading) string {
	text := []rune(r.Text)
	words := func(m *Mark) string {
		if m == nil {
			return "-"
		}
		return string(text[m.Start:m.End])
	}
	var b strings.Builder
	for _, a := range got.Attributions {
		fmt.Fprintf(&b, "%s (%s) | %s | %s\n", words(a.Source), a.Name, words(a.Cue), words(&a.Content))
	}
	return b.String()
}

func factLines(got Reading) string {
	var b strings.Builder
	for _, f := range got.Facts {
		value, cue := "-", "-"
		if f.Value != nil {
			value = f.Value.Text
		}
		if f.Cue != nil {
			cue = f.Cue.Text
		}
		fmt.Fprintf(&b, "%s S%d %s @%s | %s | %s | %s, %s", f.ID, f.Quote.S, f.Measure, f.Place, value, f.Factuality, f.Source.Name, f.Source.Kind)
		if len(f.Via) > 0 {
			fmt.Fprintf(&b, " via %s", strings.Join(f.Via, " + "))
		}
		fmt.Fprintf(&b, " | %s, %s, %s | %s\n", cue, f.Speech, f.Said, f.Quote.Exact)
	}
	return b.String()
}

// checkFacts holds every fact to what a store refuses.
func checkFacts(t *testing.T, r facts.Report, got Reading) {
	t.Helper()
	text := []rune(r.Text)
	sentences := make(map[int]string)
	for _, s := range got.Sentences {
		sentences[s.S] = string(text[s.Start:s.End])
	}
	for i, f := range got.Facts {
		q := f.Quote
		switch {
		case f.ID != fmt.Sprintf("F%02d", i+1):
			t.Errorf("fact %d has id %q", i, f.ID)
		case q.Start < 0 || q.End > len(text) || q.Start >= q.End || string(text[q.Start:q.End]) != q.Exact:
			t.Errorf("%s: quote is not the text at [%d,%d): %q", f.ID, q.Start, q.End, q.Exact)
		case q.S < 1 || !strings.Contains(sentences[q.S], q.Exact):
			t.Errorf("%s: quote is not in sentence %d: %q", f.ID, q.S, q.Exact)
		case f.Value != nil && !strings.Contains(q.Exact, f.Value.Text):
			t.Errorf("%s: value %q is not in the quote %q", f.ID, f.Value.Text, q.Exact)
		case f.Source.Text != "" && !strings.Contains(sentences[f.Source.S], f.Source.Text):
			t.Errorf("%s: source %q is not in sentence %d", f.ID, f.Source.Text, f.Source.S)
		case f.Cue != nil && (f.Cue.Text == "" || !strings.Contains(sentences[f.Cue.S], f.Cue.Text)):
			t.Errorf("%s: cue %q is not in sentence %d", f.ID, f.Cue.Text, f.Cue.S)
		case f.Claim == "" || f.Measure == "" || f.Source.Name == "" || f.Factuality == "" || f.Speech == "":
			t.Errorf("%s: a required field is empty: %+v", f.ID, f)
		}
	}
	for _, a := range got.Attributions {
		for _, m := range []*Mark{a.Source, a.Cue, &a.Content} {
			if m != nil && (m.Start < 0 || m.Start >= m.End || m.End > len(text)) {
				t.Errorf("attribution has the span [%d,%d) in a text of %d", m.Start, m.End, len(text))
			}
		}
	}
}

// FuzzFacts holds whatever is read to the same rules and to a whole number of
// facts: none for an empty text, never a panic.
func FuzzFacts(f *testing.F) {
	for _, s := range []string{
		"", "“", "\" said X", "He said \"no", "according to", "A, B, C, said.", "Reports from", "to to to say that",
		"“I saw 5,” said Ann Lee, who, 40, is (not) the mayor. “Two.” It is — that.", "Mr. said Mr. said, “” said.",
		"(AP) — X told Y that \"Z,\" and W said, adding, saying; however, they did not", "no one has reported any 7",
	} {
		f.Add(s, "2024-01-02")
	}
	f.Fuzz(func(t *testing.T, text, day string) {
		r := facts.Report{ID: "t", Text: strings.ToValidUTF8(text, "�"), Published: day}
		got := Read(r)
		if got.Attributions == nil || got.Facts == nil {
			t.Fatal("a list is nil")
		}
		checkFacts(t, r, got)
	})
}
