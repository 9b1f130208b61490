package answer

import (
	"context"
	"strings"
	"testing"

	"sitrep/internal/facts"
)

// someReports finds the same documents whatever is asked.
type someReports []facts.Document

func (s someReports) Find(context.Context, Search) ([]facts.Document, error) { return s, nil }

// A plainReader reads a draft into sentences only, at full stops: the reader of texts
// belongs to another room.
type plainReader struct{}

func (plainReader) Read(r facts.Report) facts.Document {
	at := 0
	for i, part := range strings.SplitAfter(r.Text, ". ") {
		n := len([]rune(part))
		r.Sentences = append(r.Sentences, facts.Sentence{S: i + 1, Start: at, End: at + n})
		at += n
	}
	return facts.Document{Report: r}
}

// TestCheckCopyFindsWhatIsWrong changes a right draft and wants the verdict, at the
// words that carry it.
func TestCheckCopyFindsWhatIsWrong(t *testing.T) {
	const right = "American officials estimate that approximately 2,500 North Korean troops have already been dispatched to Russia"
	for _, c := range []struct{ old, new, part, verdict string }{
		{"", "", "2,500", Supported},
		{"approximately 2,500", "at least 2,500", "2,500", HedgeChanged},
		{"approximately 2,500", "2,500", "2,500", HedgeChanged},
		{"2,500", "2,600", "2,600", Contradicted},
		{"American officials", "South Korean officials", "2,500", WrongHolder},
		{"American officials estimate that approximately", "Approximately", "2,500", WrongHolder},
		{"troops", "tanks", "2,500", WrongMeasure},
		{"have already been", "have not been", "2,500", Contradicted},
		{"to Russia", "to Chile", "2,500", WrongMeasure},
		{"2,500", "２,５００", "２,５００", NotInReports},
		{"2,500", "2,5\u200b00", "2,5\u200b00", NotInReports},
		{right, "Some 700 cows drowned in the river", "700", NotInReports},
	} {
		text := right + "."
		if c.old != "" {
			text = strings.Replace(text, c.old, c.new, 1)
		}
		r, err := seedEngine(t).CheckCopy(context.Background(), plainReader{}, Draft{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, f := range r.Findings {
			words, _ := facts.Slice(text, f.Start, f.End)
			if f.Text != words {
				t.Errorf("%q: the finding %q does not stand at its offsets", text, f.Text)
			}
			found = found || f.Kind == PartNumber && strings.Contains(f.Text, c.part) && f.Verdict == c.verdict
		}
		if !found || r.Supported != (c.verdict == Supported) {
			t.Errorf("%q: want %q at %q, got %+v", text, c.verdict, c.part, r.Findings)
		}
	}
}

// TestCheckCopySeesLaterFigures holds that a figure is outdated once its holder has
// given another.
func TestCheckCopySeesLaterFigures(t *testing.T) {
	report := func(id, day, n string, amount float64) facts.Document {
		text := "The harbour office said " + n + " ferries were damaged."
		end := len(text)
		return facts.Document{Report: facts.Report{ID: id, Published: day, Text: text, Sentences: []facts.Sentence{{S: 1, Start: 0, End: end}}},
			Facts: []facts.Fact{{ID: "F1", Claim: text, Measure: "ferries_damaged", Status: facts.StatusCurrent, Firm: true, Factuality: facts.Certain,
				Value:  &facts.Value{Text: n, Amount: &amount, Bound: facts.BoundExact, Unit: "ferry", Of: "ferries", Doing: "were damaged"},
				Source: facts.Source{Name: "The harbour office", Kind: facts.KindOrganization, Text: "The harbour office", S: 1},
				Quote:  facts.Quote{S: 1, Start: 0, End: end, Exact: text}}}}
	}
	e := New(someReports{report("b", "2025-03-04", "52", 52), report("a", "2025-03-02", "40", 40)})
	for text, want := range map[string]string{
		"The harbour office said 40 ferries were damaged.": Outdated,
		"The harbour office said 52 ferries were damaged.": Supported,
	} {
		r, err := e.CheckCopy(context.Background(), plainReader{}, Draft{Text: text})
		if err != nil || len(r.Findings) == 0 || r.Findings[0].Verdict != want {
			t.Errorf("%q: want %q, got %+v, %v", text, want, r.Findings, err)
		}
	}
}

func FuzzCheckCopy(f *testing.F) {
	f.Add("American officials estimate that 2,500 troops “have” gone. [1] ٣ \u200b\"")
	e := seedEngine(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		r, err := e.CheckCopy(context.Background(), plainReader{}, Draft{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range r.Findings {
			if words, ok := facts.Slice(text, x.Start, x.End); !ok || words != x.Text {
				t.Errorf("%q: %q does not stand at %d–%d", text, x.Text, x.Start, x.End)
			}
		}
	})
}
