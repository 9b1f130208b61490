package answer

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
)

// Reprints are found by their sentences: the print of a sentence is a hash of its
// letters and digits, so that layout, quotation marks and capitals do not count.
// Two reports are copies when most sentences of the shorter stand in the longer; a
// sentence is a copy when it stands word for word in an earlier report. Copies are
// collapsed when answering, never when loading: the earliest report keeps the
// figure, and a copy adds neither a line nor weight.

// copyShare is the share of the shorter report's sentences that make a copy;
// minPrint is the fewest letters of a sentence that tell it from a stock phrase.
const (
	copyShare = 0.6
	minPrint  = 30
)

// printOf is the hash of a sentence's letters and digits; 0 for one too short to
// tell.
func printOf(sentence string) uint64 {
	h := fnv.New64a()
	n := 0
	var b [4]byte
	for _, r := range sentence {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		r = unicode.ToLower(r)
		b[0], b[1], b[2], b[3] = byte(r), byte(r>>8), byte(r>>16), byte(r>>24)
		_, _ = h.Write(b[:])
		n++
	}
	if n < minPrint {
		return 0
	}
	return h.Sum64()
}

// printsOf are the prints of a report's sentences.
func (d *source) printsOf() map[uint64]bool {
	if d.prints == nil {
		d.prints = map[uint64]bool{}
		for _, s := range d.Sentences {
			if p := printOf(d.text(s.S)); p != 0 && s.S > 0 {
				d.prints[p] = true
			}
		}
	}
	return d.prints
}

// sameText says whether two reports are one text, whole or cut.
func sameText(a, b *source) bool {
	x, y := a.printsOf(), b.printsOf()
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return a != b && strings.TrimSpace(a.Text) == strings.TrimSpace(b.Text)
	}
	both := 0
	for p := range x {
		if y[p] {
			both++
		}
	}
	return float64(both) >= copyShare*float64(len(x))
}

// originals drops the facts whose sentence stands word for word in an earlier
// report, or in a report before it where both came out on one day. What is left
// keeps its order.
func originals(items []*item) []*item {
	first := map[uint64]*source{}
	docs := []*source{}
	for _, it := range items {
		if !slices.Contains(docs, it.doc) {
			docs = append(docs, it.doc)
		}
	}
	if len(docs) < 2 {
		return items
	}
	slices.SortStableFunc(docs, func(a, b *source) int {
		switch {
		case a.Published == b.Published:
			return 0
		case a.Published == "": // an undated report is nobody's original
			return 1
		case b.Published == "":
			return -1
		}
		return strings.Compare(a.Published, b.Published)
	})
	for _, d := range docs {
		for p := range d.printsOf() {
			if first[p] == nil {
				first[p] = d
			}
		}
	}
	return filter(items, func(it *item) bool {
		p := printOf(it.doc.text(it.Quote.S))
		return p == 0 || first[p] == nil || first[p] == it.doc
	})
}

// The share of the names of the report with fewer that two reports of one story have
// in common, and how many at the least.
const (
	kinShare = 0.2
	kinNames = 3
)

// kin says whether two reports tell of one story, as far as the names in them tell.
func kin(a, b *source) bool {
	if a == b {
		return true
	}
	x, y := a.namesOf(), b.namesOf()
	if len(x) > len(y) {
		x, y = y, x
	}
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	return both >= min(kinNames, len(x)) && float64(both) >= kinShare*float64(len(x))
}

// namesOf are the words that a report writes with a capital inside a sentence,
// without days, months and the abbreviations of countries.
func (d *source) namesOf() map[string]bool {
	if d.names != nil {
		return d.names
	}
	d.names = map[string]bool{}
	for _, s := range d.Sentences {
		for i, w := range strings.Fields(d.text(s.S)) {
			w = strings.TrimSuffix(strings.Trim(straight(w), ".,;:!?\"'()"), "'s")
			lower := strings.ToLower(w)
			if i == 0 || s.S == 0 || len(w) < 4 || w == lower || functionWords[lower] || notPlaces[lower] || !unicode.IsUpper([]rune(w)[0]) {
				continue
			}
			d.names[lower] = true
		}
	}
	return d.names
}
