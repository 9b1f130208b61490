package answer

import (
	"context"
	"slices"
	"testing"

	"sitrep/internal/extract"
	"sitrep/internal/facts"
)

func TestWanted(t *testing.T) {
	for _, c := range []struct {
		text  string
		class quantityClass
		nouns []string
	}{
		{"how many ferries sank last year", counts, []string{"vessel"}},
		{"how many days was the port closed", spans, []string{"day"}},
		{"what percentage of nurses went on strike", shares, []string{"nurs"}},
		{"how much did the new bridge cost", moneys, nil},
		{"the tower stands how high", lengths, nil},
		{"how old is the mayor", ages, nil},
		{"how much did rents rise", anyQuantity, nil},
		{"how many billion people live on earth this week", counts, []string{"people"}},
	} {
		w := wanted(c.text)
		if w.class != c.class || !w.marked || len(c.nouns) > 0 && !slices.Equal(w.nouns, c.nouns) {
			t.Errorf("%q: class %d, nouns %q, marked %v; want class %d, nouns %q", c.text, w.class, w.nouns, w.marked, c.class, c.nouns)
		}
	}
	if wanted("who runs the port").marked {
		t.Error("a question for a name asks for no quantity")
	}
}

// harbour is a small library; "now" is May 2024.
var harbour = []facts.Report{
	{ID: "a", Title: "Ferry strike enters second week", Published: "2024-05-10", Text: `Ferry strike enters second week

The strike of ferry crews in Norhaven has cost the port $40 million, the harbour board said on Friday. Some 1,200 crew members walked out on May 1. The board expects 35% of its customers to go elsewhere. Mayor Lena Orr said the town was calm.`},
	{ID: "b", Title: "Norhaven bridge opens", Published: "2024-05-02", Text: `Norhaven bridge opens

The Norhaven bridge, which opened on Thursday, cost $900 million. It is 4 kilometres long. Engineers worked on it for six years.`},
	{ID: "c", Title: "Ferry crews of 2019", Published: "2019-03-02", Text: `Ferry crews of 2019

In 2018, 300 crew members of the ferries in Norhaven walked out for a day.`},
}

// shelf is a Finder over documents in memory.
type shelf []facts.Document

func (s shelf) Find(context.Context, Search) ([]facts.Document, error) { return s, nil }

func harbourShelf() shelf {
	var out shelf
	for _, r := range harbour {
		read := extract.Read(r)
		r.Sentences, r.Read = read.Sentences, facts.ReadRules
		out = append(out, facts.Document{Report: r, Facts: read.Facts})
	}
	return out
}

func TestMatchedFigures(t *testing.T) {
	e := New(harbourShelf())
	for _, c := range []struct {
		question, behaviour, first string
	}{
		{"How much has the strike of the ferry crews cost the port of Norhaven?", Gives, "$40 million"},
		{"How many crew members of the Norhaven ferries walked out this month?", Gives, "Some 1,200"},
		{"What percentage of its customers does the harbour board expect to go elsewhere?", Gives, "35%"},
		{"According to the harbour board, how much has the strike of the ferry crews cost the port?", Gives, "$40 million"},
		{"How much does Lena Orr say the strike of the ferry crews has cost the port?", Abstain, ""},
		{"How many passengers of the night train to Velburg were hurt in the crash?", Abstain, ""},
	} {
		a, err := e.Answer(context.Background(), Question{Text: c.question})
		if err != nil {
			t.Fatal(err)
		}
		first := ""
		if len(a.Figures) > 0 {
			first = a.Figures[0].Text
		}
		if a.Behaviour != c.behaviour || first != c.first {
			t.Errorf("%q: %s %q, want %s %q\n%s", c.question, a.Behaviour, first, c.behaviour, c.first, a.Text)
		}
		if a.Withheld > 0 {
			t.Errorf("%q: withheld %v", c.question, a.Why)
		}
	}
}

func TestFitMatchPrefersTheRightFigure(t *testing.T) {
	examples := []Example{
		{Question{Text: "How much has the strike of the ferry crews cost the port?"}, map[string][]float64{"a": {40e6}}},
		{Question{Text: "How much did the bridge that opened in Norhaven cost?"}, map[string][]float64{"b": {900e6}}},
	}
	weights, err := FitMatch(context.Background(), harbourShelf(), examples)
	if err != nil {
		t.Fatal(err)
	}
	again, err := FitMatch(context.Background(), harbourShelf(), examples)
	if err != nil || !slices.Equal(weights, again) {
		t.Errorf("the same examples give other weights (%v)", err)
	}
	e := New(harbourShelf())
	for _, x := range examples {
		m, items, err := e.candidates(context.Background(), x.Question)
		if err != nil {
			t.Fatal(err)
		}
		sum := map[*item]float64{}
		for i, features := range m.rows(items) {
			sum[items[i]] = logistic(weights, features)
		}
		best := slices.MaxFunc(items, func(a, b *item) int { return int((sum[a] - sum[b]) * 1e6) })
		if label, _ := x.label(best); label != 1 {
			t.Errorf("%q: %s comes first", x.Question.Text, best.Value.Text)
		}
	}
}

// TestThresholdsPart holds what the two thresholds part: the same question is
// answered, answered with the nearest, or not answered.
func TestThresholdsPart(t *testing.T) {
	question := Question{Text: "How many crew members walked out in Norhaven?"}
	for _, c := range []struct {
		limits Thresholds
		want   string
	}{
		{Thresholds{AnswersFrom: 0.3, NearestFrom: 0.25}, Gives},
		{Thresholds{AnswersFrom: 1, NearestFrom: 0.25}, Nearest},
		{Thresholds{AnswersFrom: 1, NearestFrom: 1}, Abstain},
	} {
		a, err := New(harbourShelf(), Sure(c.limits)).Answer(context.Background(), question)
		if err != nil || a.Behaviour != c.want {
			t.Errorf("%v: %s %q, error %v; want %s", c.limits, a.Behaviour, a.Text, err, c.want)
		}
	}
}
