package answer

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// Figures by rules go by what is counted, where, and who holds it. Over many reports
// that is not enough: "how many died in the Velburg fire?" must not get the dead of a
// fire elsewhere, in a report that never speaks of Velburg.

// names are the words of the question that the reports write as names, beside the
// countries and the speaker, which are matched by themselves.
func (r *reply) names() []string {
	if r.q.named == nil {
		r.q.named = []string{}
		for _, w := range split(r.q.text) {
			if slices.Contains(r.q.content, stem(w)) && !slices.Contains(r.q.named, w) && r.c.capitalised(w) {
				r.q.named = append(r.q.named, w)
			}
		}
	}
	return r.q.named
}

// nameShare is how many times as often a name stands with a capital as without one.
const nameShare = 4

// capitalised says whether the reports write a word with a capital inside sentences.
func (c *corpus) capitalised(word string) bool {
	upper, lower := 0, 0
	for _, d := range c.docs {
		upper += midSentence(d.Text, capital(word))
		lower += midSentence(d.Text, word)
	}
	return upper > nameShare*lower
}

// midSentence counts how often a word stands in a text as a whole and not at the start of
// a sentence, where every word has a capital.
func midSentence(text, word string) int {
	n := 0
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return n
		}
		start, end := at+i, at+i+len(word)
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:start], " "))
		next, _ := utf8.DecodeRuneInString(text[end:])
		if strings.HasSuffix(text[:start], " ") && (unicode.IsLetter(before) || unicode.IsDigit(before) || before == ',') && !unicode.IsLetter(next) {
			n++
		}
		at = end
	}
}

// aboutNames says whether a figure is told of every name of the question: it stands in
// the figure's sentence or beside it, in its holder's name, or in the title or first
// sentences, which the whole report inherits.
func (r *reply) aboutNames(it *item) bool {
	if len(r.c.docs) < 2 {
		return true
	}
	names := r.names()
	d, at := it.doc, it.place()
	sets := []wordFields{d.title, d.lead(), fieldsOf(it.Source.Name)}
	if at >= 0 {
		sets = append(sets, d.words[max(0, at-1):min(len(d.words), at+2)]...)
	}
	return !slices.ContainsFunc(names, func(w string) bool {
		f := theLexicon().fieldOf(w)
		return !slices.ContainsFunc(sets, func(s wordFields) bool { return s[f] })
	})
}

// noDate says that no report tells the date of what the question names. A single
// report is what the asker has before them, and its day answers "when was that?".
func (r *reply) noDate() bool {
	if len(r.c.docs) < 2 {
		return false
	}
	r.behaviour = Abstain
	r.lead("Not in the reports: they tell no date of that.")
	return true
}

// nearEnough is how much of what the best sentence holds of the question another must
// hold to be told of the same number.
const nearEnough = 0.6

// sameMatter keeps of the figures that carry one number those told of the matter that
// is asked about: "who says 98%?" means every one of them, "who says 98% of the mills
// closed?" does not.
func (r *reply) sameMatter(items []*item) []*item {
	if len(r.c.docs) < 2 || len(items) < 2 || len(r.q.content) == 0 {
		return items
	}
	m := newMatcher(r.c, r.q)
	held := map[*item]float64{}
	best := 0.0
	for _, it := range items {
		if at := it.place(); at >= 0 {
			held[it] = m.cover(every, it.doc.words[at], it.doc.title)
		}
		best = max(best, held[it])
	}
	return filter(items, func(it *item) bool { return held[it] >= nearEnough*best })
}

// lead is the fields of the first two sentences of a report, which name what it is about.
func (d *source) lead() wordFields {
	out := wordFields{}
	for _, s := range d.words[:min(2, len(d.words))] {
		maps.Copy(out, s)
	}
	return out
}

// placeAsked matches a name behind a preposition of place, as the asker wrote it.
var placeAsked = re(`\b(?:in|at|to|into|from|near|across) (?:the )?((?:[A-Z][a-z]+ ?)+)`)

// otherPlace is what is left of the probability of a figure near which a place of the
// question is not named: too little to be given.
const otherPlace = 0.5

// samePlace is 1 unless the question names a place and neither the figure's sentence
// nor the ones beside it, its report's title or its first sentences do.
func (m *matcher) samePlace(it *item) float64 {
	at := it.place()
	if at < 0 {
		return 1
	}
	sets := append([]wordFields{it.doc.title, it.doc.lead()}, it.doc.words[max(0, at-1):min(len(it.doc.words), at+2)]...)
	for _, fields := range m.placesAsked() {
		if !slices.ContainsFunc(fields, func(f string) bool {
			return slices.ContainsFunc(sets, func(s wordFields) bool { return s[f] })
		}) {
			return otherPlace
		}
	}
	return 1
}

// placesAsked are the word fields of each place that the question names.
func (m *matcher) placesAsked() [][]string {
	if m.towns != nil { // asked for each figure
		return m.towns
	}
	m.towns = [][]string{}
	for _, name := range placeAsked.FindAllStringSubmatch(straight(m.q.raw), -1) {
		words := split(name[1])
		country := slices.ContainsFunc(m.c.places.Find(name[1]), func(x facts.Mention) bool { return x.Kind != facts.MentionPlace })
		if country || len(words) == 0 || notPlaces[words[0]] {
			continue // a country and its government have many names
		}
		for i, w := range words {
			words[i] = theLexicon().fieldOf(w)
		}
		m.towns = append(m.towns, words)
	}
	return m.towns
}
