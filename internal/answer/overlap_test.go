package answer

import (
	"testing"

	"sitrep/internal/facts"
)

// Figures whose words stand in each other are no parts of each other.
func TestPartOfOverlapping(t *testing.T) {
	text := "About 1,250 boats sank, of these 250 in the harbour."
	doc := &source{Report: facts.Report{Text: text}, index: facts.NewIndex(text), sentence: map[int]facts.Sentence{1: {S: 1, End: len(text)}}}
	one := func(words string) *item {
		return &item{doc: doc, Fact: facts.Fact{Quote: facts.Quote{S: 1, Exact: text}, Value: &facts.Value{Text: words}}}
	}
	for _, pair := range [][2]string{{"250", "About 1,250"}, {"About 1,250", "250"}, {"1,250", "About 1,250"}, {"About 1,250", "1,250"}} {
		if partOf(one(pair[0]), one(pair[1])) {
			t.Errorf("%q is taken for a part of %q", pair[0], pair[1])
		}
	}
}
