package answer

import "slices"

// maxKeywords is how many words a question has at most that is answered by the figures
// whose things it names.
const maxKeywords = 2

// whWord matches a question for something else than a number.
var whWord = re(`^(and |so )?(who|whom|whose|where|when|why|what|which|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would) `)

// keyword answers a question of a word or two that names what a figure counts in the
// reports: "tickets left?". It reports whether there is such a figure.
func (r *reply) keyword() bool {
	n := len(r.q.loose)
	if n == 0 || n > maxKeywords || len(r.q.unmatched)+len(r.q.elsewhere)+len(r.q.numbers) > 0 || r.q.speaker != nil || r.q.head != "" {
		return false
	}
	items := r.c.pick(func(it *item) bool {
		if !it.counted() {
			return false
		}
		thing := it.thing()
		for _, w := range r.q.loose {
			if !thing[r.c.lex.fieldOf(w)] || !it.names(w) {
				return false
			}
		}
		return (len(r.q.places) == 0 || overlaps(it.places, r.q.places)) && (len(r.q.nations) == 0 || it.belongs(r.q.nations))
	})
	if len(items) == 0 {
		return false
	}
	if len(items) > 1 {
		r.behaviour = GivesAll
	}
	r.list(newestFirst(items))
	return true
}

// countsOf says whether a word is part of the noun phrase that a figure counts: "police"
// of "30 police officers", not "buses" of "400 people in buses".
func (it *item) countsOf(word string) bool {
	of, _ := counted(it.Fact)
	for i, w := range split(it.Value.UnitText + " " + of) {
		if i > 0 && functionWords[w] && w != "of" {
			return false
		}
		if stem(w) == stem(word) {
			return true
		}
	}
	return false
}

// names says whether the words of what a figure counts hold a word.
func (it *item) names(word string) bool {
	of, doing := counted(it.Fact)
	return slices.ContainsFunc(split(of+" "+doing+" "+it.Value.UnitText), func(w string) bool { return stem(w) == stem(word) })
}
