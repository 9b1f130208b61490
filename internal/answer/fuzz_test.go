package answer

import (
	"context"
	"strings"
	"testing"

	"sitrep/internal/facts"
)

// FuzzStories asks anything of reports with many figures: no question may bring the
// engine down, and no answer that abstains may give a figure.
func FuzzStories(f *testing.F) {
	for i, q := range []string{"how many 25 or 2?", "are the 700 part of the 11,000?", "what changed since 5 March?", "did the toll go up?", "who denied it?", "and Seahold?", "latest?", "so at most 29?", "$310,000 plus 655"} {
		f.Add(uint8(i), q, "")
		f.Add(uint8(i), "how many?", q)
	}
	var shelves []shelf
	for _, name := range []string{"strike", "flood", "cholera", "plant", "ferry", "recount"} {
		shelves = append(shelves, story(f, name, ""))
	}
	f.Fuzz(func(t *testing.T, which uint8, before, question string) {
		a, err := New(shelves[int(which)%len(shelves)]).Answer(context.Background(), Question{Text: question, Thread: []string{before}})
		if err != nil || a.Text == "" {
			t.Fatalf("%q: %v, text %q", question, err, a.Text)
		}
		if a.Behaviour == Abstain && len(a.Figures) > 0 {
			t.Errorf("%q: abstains with figures", question)
		}
	})
}

func TestPartOf(t *testing.T) {
	for _, c := range []struct {
		text, part, total string
		want              bool
	}{
		{"The yard lost 300 sheep, including 40 lambs.", "40", "300", true},
		{"He sold 40 of the 300 sheep.", "40", "300", true},
		{"He sold 40 sheep, while 300 were kept.", "40", "300", false},
		{"The dam rose between 20 and 25 metres.", "20", "between 20 and 25 metres", false},
		{"The dam rose between 20 and 25 metres.", "between 20 and 25 metres", "25", false},
	} {
		d := &source{Report: facts.Report{Text: c.text}, index: facts.NewIndex(c.text), sentence: map[int]facts.Sentence{1: {S: 1, End: len(c.text)}}}
		figure := func(text string) *item {
			return &item{Fact: facts.Fact{Quote: facts.Quote{S: 1, Exact: strings.TrimSuffix(c.text, ".")}, Value: &facts.Value{Text: text}}, doc: d}
		}
		if got := partOf(figure(c.part), figure(c.total)); got != c.want {
			t.Errorf("%q: %q part of %q: %v", c.text, c.part, c.total, got)
		}
	}
}
