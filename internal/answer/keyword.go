package answer

// maxKeywords is how many words a question has at most that is answered by the figures
// whose things it names.
const maxKeywords = 2

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
			if !thing[r.c.lex.fieldOf(w)] {
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
