package answer

import (
	"context"
	"strings"
	"testing"

	"sitrep/internal/facts"
)

func TestTrend(t *testing.T) {
	tests := []struct {
		asOf, question string
		want, never    []string
	}{
		{"2031-03-05", "did the ministry's figure go up?",
			[]string{"The same holder gives for the same thing:", "UP to at least 19 people", "; from at least 12: "}, []string{"DOWN", "3,000"}},
		{"2031-03-09", "is the death toll rising?", []string{"REWORDED 21 people", "; earlier at least 19: "}, []string{"UP "}},
		{"2031-03-09", "did the mayor's number change?", []string{"3,000"}, []string{"UP ", "DOWN", "19", "21"}},
	}
	for _, tt := range tests {
		a := askDam(t, tt.asOf, tt.question)
		for _, w := range tt.want {
			if !strings.Contains(a.Text, w) {
				t.Errorf("%s: no %q in\n%s", tt.question, w, a.Text)
			}
		}
		for _, w := range tt.never {
			if strings.Contains(a.Text, w) {
				t.Errorf("%s: %q in\n%s", tt.question, w, a.Text)
			}
		}
		if a.Withheld > 0 {
			t.Errorf("%s: withheld %v", tt.question, a.Why)
		}
	}
}

// orchard is one count by three holders, of two things.
var orchard = []facts.Report{
	{ID: "o1", Title: "Frost in the orchards", Published: "2031-04-02", Text: `Frost in the orchards

Farmers planted 2,400 apple trees in Lund, the Swedish farm agency said on Wednesday.`},
	{ID: "o2", Title: "Frost in the orchards, day two", Published: "2031-04-03", Text: `Frost in the orchards, day two

About 3,000 apple trees were sold in Lund, according to the Swedish growers' union. Some 500 apple trees were felled in Lund, the Swedish farm agency said on Thursday.`},
}

func TestNotComparable(t *testing.T) {
	a, err := New(shelfOf(orchard, "2031-04-09")).Answer(context.Background(), Question{Text: "did the number of trees go up?"})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Text, "not comparable") || !strings.Contains(a.Text, "different holders") || strings.Contains(a.Text, "UP ") || a.Withheld > 0 {
		t.Errorf("%s\n%s %v", a.Behaviour, a.Text, a.Why)
	}
}

func TestDiffer(t *testing.T) {
	n := func(x float64) *float64 { return &x }
	fact := func(measure, place, holder, day string, bound string, amount float64) facts.Fact {
		return facts.Fact{Measure: measure, Place: place, Said: day, Source: facts.Source{Name: holder, Kind: facts.KindGovernment}, Factuality: facts.Certain,
			Value: &facts.Value{Text: "x", Amount: n(amount), Bound: bound, Unit: "person", UnitText: "clerks", Of: "clerks"}}
	}
	base := fact("clerks_hired", "Norway", "Norway's Treasury", "2031-01-05", facts.BoundExact, 40)
	tests := []struct {
		name  string
		other facts.Fact
		want  string
	}{
		{"same", base, facts.DiffNone},
		{"other thing", fact("clerks_dismissed", "Norway", "Norway's Treasury", "2031-01-05", facts.BoundExact, 40), facts.DiffMeasure},
		{"other place", fact("clerks_hired", "Sweden", "Norway's Treasury", "2031-01-05", facts.BoundExact, 41), facts.DiffScope},
		{"floor", fact("clerks_hired", "Norway", "Norway's Treasury", "2031-01-05", facts.BoundMin, 30), facts.DiffBound},
		{"later", fact("clerks_hired", "Norway", "Norway's Treasury", "2031-01-06", facts.BoundExact, 50), facts.DiffUpdate},
		{"other holder", fact("clerks_hired", "Norway", "Norway's Labour Board", "2031-01-05", facts.BoundExact, 50), facts.DiffSpeaker},
		{"conflict", fact("clerks_hired", "Norway", "Norway's Treasury", "2031-01-05", facts.BoundExact, 50), facts.DiffConflict},
	}
	doc := func(id string) *source { return &source{Report: facts.Report{ID: id, Published: "2031-01-06"}} }
	make := func(f facts.Fact, d *source) *item {
		it := &item{Fact: f, doc: d}
		it.fill(theLexicon(), facts.Places())
		return it
	}
	for _, tt := range tests {
		if got := differ(make(base, doc("a")), make(tt.other, doc("b"))); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// bridge is one count by two holders on one day.
var bridge = facts.Report{ID: "b1", Title: "Bridge count", Published: "2031-05-02", Text: `Bridge count

Some lorries were stopped. The storm stranded 310 lorries on the Sund bridge in Denmark, the Danish Road Board said on Friday. The storm stranded 450 lorries on the Sund bridge in Denmark, the Danish Hauliers' Union said on Friday.`}

func TestDisagree(t *testing.T) {
	tests := []struct {
		reports  []facts.Report
		question string
		want     []string
	}{
		{[]facts.Report{bridge, orchard[0]}, "who disagrees on the lorries?", []string{"DIFFERS 450 lorries", "; beside 310 lorries"}},
		{orchard, "where do the sources disagree?", []string{"not comparable"}},
	}
	for _, tt := range tests {
		a, err := New(shelfOf(tt.reports, "2031-12-31")).Answer(context.Background(), Question{Text: tt.question})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range tt.want {
			if !strings.Contains(a.Text, w) || a.Withheld > 0 {
				t.Errorf("%s: no %q in %s\n%s %v", tt.question, w, a.Behaviour, a.Text, a.Why)
			}
		}
	}
}
