package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// A matcher scores how well figures answer a question that asks for one.
type matcher struct {
	c     *corpus
	q     *query
	want  want
	terms []term
	total float64    // of the weights of the terms
	names float64    // of those that are names
	fresh float64    // how many days old a report may be that tells what is asked; 0: any
	since *float64   // see sinceWeekday; nil: not looked for
	towns [][]string // see placesAsked; nil: not looked for
	known map[sentenceKey][]word
	sets  map[sentenceKey]wordFields // the fields of known
	heads map[*source]wordFields
}

func newMatcher(c *corpus, q *query) *matcher {
	m := &matcher{c: c, q: q, want: wanted(q.text), fresh: freshness(normal(q.raw)), known: map[sentenceKey][]word{},
		sets: map[sentenceKey]wordFields{}, heads: map[*source]wordFields{}}
	m.readTerms()
	return m
}

// cover is the share of the question's weight that the sets hold.
func (m *matcher) cover(keep func(term) bool, sets ...wordFields) float64 {
	got, all := 0.0, 0.0
	for _, t := range m.terms {
		if !keep(t) {
			continue
		}
		all += t.weight
		if slices.ContainsFunc(sets, func(s wordFields) bool { return s[t.field] }) {
			got += t.weight
		}
	}
	if all == 0 {
		return 0
	}
	return got / all
}

func every(term) bool       { return true }
func nameTerm(t term) bool  { return t.name }
func otherTerm(t term) bool { return !t.name }

// place is where the item's sentence stands in the list of its report; -1 when nowhere.
func (it *item) place() int {
	return slices.IndexFunc(it.doc.Sentences, func(s facts.Sentence) bool { return s.S == it.Quote.S })
}

// missing is the weight of the heaviest word of the question that the sets lack, of
// the heaviest of all.
func (m *matcher) missing(sets ...wordFields) float64 {
	worst, most := 0.0, 0.0
	for _, t := range m.terms {
		most = max(most, t.weight)
		if !slices.ContainsFunc(sets, func(s wordFields) bool { return s[t.field] }) {
			worst = max(worst, t.weight)
		}
	}
	if most == 0 {
		return 0
	}
	return worst / most
}

func fieldsOf(text string) wordFields {
	set := wordFields{}
	for _, w := range split(text) {
		set[theLexicon().fieldOf(w)] = true
	}
	return set
}

// thing is the word fields of what a figure counts and what is said of it.
func (it *item) thing() wordFields {
	of, doing := counted(it.Fact)
	return fieldsOf(of + " " + doing + " " + it.Value.UnitText + " " + strings.ReplaceAll(it.Measure, "_", " "))
}
