package answer

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sitrep/internal/extract"
	"sitrep/internal/facts"
)

// dam is a developing story in four reports and a reprint.
var dam = []facts.Report{
	{ID: "d1", Title: "Dam fails above Velmark", Published: "2031-03-04", Text: `Dam fails above Velmark

Flood water from the broken Orsa dam killed at least 12 people in Velmark, the Norwegian Interior Ministry said on Tuesday. About 3,000 residents were evacuated to schools in Velmark, according to Mayor Lena Aas. No residents have been reported missing in Velmark, hospital officials said on Tuesday. Dam owner Nordkraft denied reports of cracks in the Orsa dam. The Interior Ministry said it does not know how long the Orsa dam had leaked.`},
	{ID: "d2", Title: "Toll rises in Velmark", Published: "2031-03-05", Text: `Toll rises in Velmark

Flood water from the Orsa dam killed at least 19 people in Velmark, the Norwegian Interior Ministry said on Wednesday. Rescue workers of the Red Cross counted 23 people killed in Velmark. About 3,000 residents were evacuated to schools in Velmark, according to Mayor Lena Aas. Geologist Per Holm said the rain could return on March 9. A Nordkraft spokeswoman dismissed the reports as "idle talk" on Wednesday.`},
	{ID: "d3", Title: "Owner of Orsa dam retreats", Published: "2031-03-07", Text: `Owner of Orsa dam retreats

Flood water from the Orsa dam killed 21 people in Velmark, the Norwegian Interior Ministry said on Friday. Nordkraft walked back its denial of cracks in the Orsa dam on Friday, calling the wall "old". Engineers confirmed on Friday that the Orsa dam leaked for six weeks. The port sold 400 tickets.`},
	{ID: "d4", Title: "Toll rises in Velmark", Published: "2031-03-07", Text: `Toll rises in Velmark

Flood water from the Orsa dam killed at least 19 people in Velmark, the Norwegian Interior Ministry said on Wednesday. Rescue workers of the Red Cross counted 23 people killed in Velmark. A Nordkraft spokeswoman dismissed the reports as "idle talk" on Wednesday.`},
}

// shelfOf reads reports into a shelf, those up to a day.
func shelfOf(reports []facts.Report, until string) shelf {
	var out shelf
	for _, r := range reports {
		if r.Published > until {
			continue
		}
		read := extract.Read(r)
		r.Sentences, r.Read = read.Sentences, facts.ReadRules
		out = append(out, facts.Document{Report: r, Facts: read.Facts})
	}
	slices.SortStableFunc(out, func(a, b facts.Document) int { return strings.Compare(b.Report.Published, a.Report.Published) })
	return out
}

func askDam(t *testing.T, asOf, question string) Answer {
	t.Helper()
	a, err := New(shelfOf(dam, asOf)).Answer(context.Background(), Question{Text: question, AsOf: asOf})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestWhatChanged(t *testing.T) {
	tests := []struct {
		asOf, question string
		want, never    []string
	}{
		{"2031-03-05", "what changed since yesterday?",
			[]string{"New in the report of 5 Mar 2031, against the report of 4 Mar 2031", "UP to at least 19 people", "; from at least 12: ", "DIFFERS 23 people", "NEW A Nordkraft spokeswoman dismissed"},
			[]string{"3,000", "DOWN", "REWORDED"}},
		{"2031-03-07", "what changed since 5 March?",
			[]string{"REWORDED 21 people", "; earlier at least 19: ", "RETREAT Nordkraft walked back", "NEW “Engineers confirmed"},
			[]string{"UP ", "NEW 23", "idle talk"}},
		{"2031-03-09", "anything new today?", []string{"No change: no new report since the one of 7 Mar 2031."}, []string{"NEW", "•"}},
		{"2031-03-04", "what changed?", []string{"No earlier report is loaded. In the report of 4 Mar 2031:"}, []string{"NEW"}},
	}
	for _, tt := range tests {
		a := askDam(t, tt.asOf, tt.question)
		for _, w := range tt.want {
			if !strings.Contains(a.Text, w) {
				t.Errorf("%s, %s: no %q in\n%s", tt.asOf, tt.question, w, a.Text)
			}
		}
		for _, w := range tt.never {
			if strings.Contains(a.Text, w) {
				t.Errorf("%s, %s: %q in\n%s", tt.asOf, tt.question, w, a.Text)
			}
		}
		if a.Withheld > 0 {
			t.Errorf("%s, %s: withheld %v", tt.asOf, tt.question, a.Why)
		}
	}
}

func TestFlagsOfFigures(t *testing.T) {
	a := askDam(t, "2031-03-05", "what changed since 4 March?")
	if len(a.Figures) == 0 || a.Figures[0].Flag == nil || *a.Figures[0].Flag != facts.FlagUp || a.Figures[0].Was == nil || *a.Figures[0].Was != "at least 12" {
		t.Errorf("figures %+v", a.Figures)
	}
	for _, f := range a.Figures[1:] {
		if f.Was != nil {
			t.Errorf("%s was %s", f.Text, *f.Was)
		}
	}
}

func TestCopies(t *testing.T) {
	var docs []*source
	for _, d := range shelfOf(dam, "2031-03-09") {
		docs = append(docs, newCorpus([]facts.Document{d}, nil, theLexicon(), facts.Places()).docs[0])
	}
	copies := 0
	for i, a := range docs {
		for _, b := range docs[i+1:] {
			if sameText(a, b) {
				copies++
				if a.ID+b.ID != "d4d2" && a.ID+b.ID != "d2d4" {
					t.Errorf("%s is no copy of %s", a.ID, b.ID)
				}
			}
			if !kin(a, b) {
				t.Errorf("%s and %s tell of one story", a.ID, b.ID)
			}
		}
	}
	if copies != 1 {
		t.Errorf("%d copies, want 1", copies)
	}
	if kin(docs[0], newCorpus(harbourShelf(), nil, theLexicon(), facts.Places()).docs[0]) {
		t.Error("two stories are no kin")
	}
}

func TestSupersededIsNotCurrent(t *testing.T) {
	a := askDam(t, "2031-03-09", "how many people were killed in Velmark?")
	if !strings.Contains(a.Text, "21 people") || strings.Contains(a.Text, "12 people") || strings.Contains(a.Text, "19 people") || !strings.Contains(a.Text, "23 people") {
		t.Errorf("%s\n%s", a.Behaviour, a.Text)
	}
	a = askDam(t, "2031-03-04", "how many people were killed in Velmark?")
	if !strings.Contains(a.Text, "12 people") {
		t.Errorf("as of the first day: %s", a.Text)
	}
}

func TestContradictions(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"two holders", "The flood killed 19 people in Velmark, the Norwegian Interior Ministry said on Friday. The flood killed 23 people in Velmark, the Norwegian Red Cross said on Friday.", facts.DiffSpeaker},
		{"a floor", "The flood killed at least 19 people in Velmark, the Norwegian Interior Ministry said on Friday. The flood killed 23 people in Velmark, the Norwegian Red Cross said on Friday.", ""},
		{"two places", "The flood killed 19 people in Velmark, the Norwegian Interior Ministry said on Friday. The flood killed 23 people in Oslo, the Norwegian Red Cross said on Friday.", ""},
		{"two days", "The flood killed 19 people in Velmark, the Norwegian Interior Ministry said on Thursday. The flood killed 23 people in Velmark, the Norwegian Red Cross said on Friday.", ""},
	}
	for _, tt := range tests {
		r := facts.Report{ID: "c", Published: "2031-03-07", Text: tt.text}
		a, err := New(shelfOf([]facts.Report{r}, r.Published)).Answer(context.Background(), Question{Text: "how many people were killed?"})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, c := range a.Contradictions {
			got = c.Kind
		}
		if got != tt.want || len(a.Figures) != 2 {
			t.Errorf("%s: %q, want %q\n%s", tt.name, got, tt.want, a.Text)
		}
	}
}

// TestFreshByArrival holds that the caller may say which reports are new: an old one
// that came late is no news over what is told of later days.
func TestFreshByArrival(t *testing.T) {
	e := New(shelfOf(dam, "2031-03-05"))
	late, err := e.Answer(context.Background(), Question{Text: "What changed?", Fresh: []string{"d1"}})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(late.Text, "DOWN") || strings.Contains(late.Text, "12 people") {
		t.Error(late.Text)
	}
	fresh, err := e.Answer(context.Background(), Question{Text: "What changed?", Fresh: []string{"d2"}})
	if err != nil || !strings.Contains(fresh.Text, "UP to at least 19 people") {
		t.Error(fresh.Text, err)
	}
}
