package answer

// measuredCount answers a question for money, a share, a span or another measure over
// several reports, by the figures of that kind whose sentences hold the question's
// words. It reports whether the question asks for one.
func (r *reply) measuredCount() bool {
	w := wanted(r.q.text)
	if !w.marked || w.class == counts || r.q.head != "" && plainHeads(w.class) {
		return false
	}
	if w.class == anyQuantity && !howMuch.MatchString(r.q.text) {
		return false
	}
	items := r.narrowed(r.c.pick(func(it *item) bool {
		if it.Value == nil || !it.Firm || firmness[it.Factuality] == 0 || r.ofOld(it) {
			return false
		}
		class := classOfFigure(it)
		return class == w.class || w.class == anyQuantity && (class == moneys || class == shares || class == weights || class == lengths)
	}))
	if s := r.q.speaker; s != nil && s.speaks {
		items = filter(items, s.is)
	}
	if len(items) == 0 {
		r.behaviour = Abstain
		r.lead("Not in " + r.plural() + ": " + r.verb("it gives", "they give") + " no figure for that.")
		return true
	}
	items = distinctHolders(newestFirst(items))
	if len(items) > 1 {
		r.behaviour = GivesAll
	}
	r.list(items[:min(len(items), maxElsewhere)])
	return true
}

// plainHeads says whether a head that is counted makes a question for any quantity one
// for a count: "how much of the army".
func plainHeads(class quantityClass) bool { return class == anyQuantity }

var howMuch = re(`\bhow much\b`)
