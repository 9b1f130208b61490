package answer

import (
	"testing"

	"sitrep/internal/facts"
)

func TestOfOld(t *testing.T) {
	for text, want := range map[string]bool{
		"The flood killed 12 people.":                                             false,
		"It was worse than anything since 1968, and 12 people died.":              false,
		"It surpassed a 1968 flood that killed 12 people.":                        true,
		"The 1968 flood killed 12 people, while this one left the mill standing.": true,
		"In 1968 the mill burnt; the flood of this May killed 12 people.":         false,
		"Late in 2023 the flood killed 12 people.":                                false,
	} {
		d := &source{Report: facts.Report{Text: text, Published: "2024-05-03"}, index: facts.NewIndex(text),
			sentence: map[int]facts.Sentence{1: {S: 1, Start: 0, End: len(text)}}}
		it := &item{Fact: facts.Fact{Quote: facts.Quote{S: 1, Exact: text}, Value: &facts.Value{Text: "12"}}, doc: d}
		if got := (&reply{q: &query{text: "how many died"}}).ofOld(it); got != want {
			t.Errorf("%q: of old %v, want %v", text, got, want)
		}
		if (&reply{q: &query{text: "how many died in 1968"}}).ofOld(it) {
			t.Errorf("%q: of old, though the question names the year", text)
		}
	}
}
