package answer

import (
	"strings"
	"testing"

	"sitrep/internal/extract"
	"sitrep/internal/facts"
)

// readShelf is a Finder over the texts, read by the rules; a, b, c are their ids.
func readShelf(texts ...string) shelf {
	var out shelf
	for i, text := range texts {
		r := facts.Report{ID: string(rune('a' + i)), Text: text}
		read := extract.Read(r)
		r.Sentences, r.Read = read.Sentences, facts.ReadRules
		out = append(out, facts.Document{Report: r, Facts: read.Facts})
	}
	return out
}

// TestHeadcount: a census counts people without saying "population", and each place
// its own.
func TestHeadcount(t *testing.T) {
	e := New(readShelf(
		"Alderby is a town in the county of Brent. At the count of 2004 there were 1,204 people, 480 households, and 310 families residing in Alderby.",
		"Alderby is a village in Holm. The 2010 census counted 332 people in Alderby.",
		"Alderby is a parish of Wick. By the register of 2011 Alderby has 5,410 inhabitants.",
		"Some 90 people from Alderby sailed on the ferry to the fair.",
	))
	a := ask(t, e, "What is the population of Alderby?")
	for _, want := range []string{"1,204", "332", "5,410"} {
		if !strings.Contains(a.Text, want) {
			t.Errorf("no %s in %s", want, a.Text)
		}
	}
	if strings.Contains(a.Text, "• Some 90") || a.Behaviour != GivesAll {
		t.Errorf("%s: %s", a.Behaviour, a.Text)
	}
}
