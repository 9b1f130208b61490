package answer

import (
	"strings"
	"testing"

	"sitrep/internal/extract"
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

func TestOfYears(t *testing.T) {
	var docs []facts.Document
	for id, text := range []string{"The port handles 40 ships a day.", "The port authority expects 90 ships a day in 2040."} {
		r := facts.Report{ID: string(rune('a' + id)), Published: "2024-05-03", Text: text}
		read := extract.Read(r)
		r.Sentences = read.Sentences
		docs = append(docs, facts.Document{Report: r, Facts: read.Facts})
	}
	for question, want := range map[string]string{"how many ships a day in 2040": "90", "how many ships a day": "40 90", "how many ships a day in 2024": "40 90"} {
		c := newCorpus(docs, nil, theLexicon(), facts.Places())
		got := ""
		for _, it := range c.ofYears(&query{text: question}).all() {
			if it.Value != nil && it.Value.Unit == "ship" {
				got = strings.TrimSpace(got + " " + it.Value.Text)
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", question, got, want)
		}
	}
}
