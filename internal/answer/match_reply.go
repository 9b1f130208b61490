package answer

import "slices"

// matchWeights are those of the features of a figure, in their order, fitted by the
// command in fitmatch.
var matchWeights = [featureCount]float64{-6.865, 0.839, 0.611, 2.224, -0.023, 0.746, 0.522, 1.155, 2.163, 0.197, 0.047, 0.156, 1.197, 0.154, 2.497, -0.183, 0.941, 0.653, -0.937, 0.279, -0.176, -0.753}

// alongside is how near to the best figure's probability another's must be to be
// given with it.
const alongside = 0.75

// besideOther is the same for a measure that the question names.
const besideOther = 0.55

// minTerms is how many words of its own a question has that is matched in words: a
// shorter one leans on the conversation or on what is known of the report.
const minTerms = 4

// matches reports whether the question asks for a quantity in enough words to find it
// among many reports.
func (r *reply) matches(m *matcher) bool {
	return m.want.marked && (len(m.terms) >= minTerms || m.namesIt()) && (len(r.c.docs) > 1 || !headFields[r.q.head])
}

// namesIt reports whether a short question asks for a quantity of something that it
// names: "what is the population of Velburg?".
func (m *matcher) namesIt() bool {
	return (m.want.class == anyQuantity || m.want.named) && m.names > 0 && m.names < m.total
}

// leastCover is the share of a question's words, by weight, that a figure's sentence
// and its report's title must hold for the figure to be looked at.
const leastCover = 0.1

// looks says whether the figure's sentence has enough of the question for a look.
func (m *matcher) looks(it *item) bool {
	at := it.place()
	if at < 0 || m.want.peopled() && isHeadcount(it) {
		return true
	}
	got := 0.0
	for _, t := range m.terms {
		if it.doc.words[at][t.plain] || it.doc.title[t.plain] {
			got += t.weight
		}
	}
	return got >= leastCover*m.total
}

// tooOld is what is left of the probability of a figure from a report that came out
// too early to tell what is asked: too little to be given.
const tooOld = 0.5

func (m *matcher) sameTime(it *item) float64 {
	if m.stale(it.doc) > 0 {
		return tooOld
	}
	return 1
}

// matched answers with the figures that fit the question's words best, or shows the
// nearest, or says that the reports do not tell.
func (r *reply) matched(m *matcher) {
	items := filter(m.figures(), m.askedSource)
	odds := map[*item]float64{}
	seen := map[*item][featureCount]float64{}
	for i, features := range m.rows(items) {
		it := items[i]
		seen[it] = features
		odds[it] = logistic(matchWeights[:], features)
	}
	odds = agreed(items, odds)
	for it := range odds {
		odds[it] *= m.sameTime(it) * m.samePlace(it)
	}
	r.ranked = &ranking{m, odds, seen}
	byScore(items, func(it *item) float64 { return odds[it] })
	items = r.c.current(r.sayable(distinct(items), odds))
	switch {
	case len(items) == 0 || odds[items[0]] < r.c.limits.NearestFrom:
		r.behaviour = Abstain
		r.lead("Not in " + r.plural() + ": " + r.verb("it gives", "they give") + " no figure for that.")
	case odds[items[0]] < r.c.limits.AnswersFrom:
		r.behaviour = Nearest
		r.lead(capital(r.plural()) + " " + r.does() + " give a figure for just that.")
		r.add(RoleHead, "Nearest, as what it is:", "")
		r.list(items[:1])
	default:
		n := m.together(items, odds)
		if n > 1 {
			r.behaviour = GivesAll
		}
		if items = items[:n]; !sameNumbers(items) {
			r.lead(r.noSingle(items))
		}
		r.inOrder(items)
	}
}

// shareOfBest is the share of the best figure's probability that another needs to be given too.
func (m *matcher) shareOfBest() float64 {
	if m.want.named { // of a population, an age or a height each report may tell its own
		return besideOther
	}
	return alongside
}

// together is how many of the figures are given, beginning with the best.
func (m *matcher) together(items []*item, odds map[*item]float64) int {
	near, n := m.shareOfBest(), 1
	for n < len(items) && (m.want.named || m.otherYear(items[n]) == m.otherYear(items[0])) && odds[items[n]] >= near*odds[items[0]] {
		n++
	}
	return n
}

// askedSource says whether the figure may answer as far as its holder goes: one whose
// words are asked for holds it, or is named in its sentence.
func (m *matcher) askedSource(it *item) bool {
	s := m.q.speaker
	if s == nil || !s.speaks || s.is(it) || s.near(it) {
		return true
	}
	own := it.doc.words[max(it.place(), 0)]
	for _, w := range split(s.typed) {
		if !functionWords[w] && !genericHolder[w] && own[theLexicon().fieldOf(w)] {
			return true
		}
	}
	return false
}

// agreement is how much of its probability a figure lends to the same number in
// another report.
const agreement = 0.4

// agreed raises the odds of a number that other reports give as well, in sentences of
// their own: a copy adds nothing.
func agreed(items []*item, odds map[*item]float64) map[*item]float64 {
	out := make(map[*item]float64, len(odds))
	for it := range odds {
		miss := 1 - odds[it]
		seen := map[string]bool{it.doc.text(it.Quote.S): true}
		for _, other := range items {
			if other.doc == it.doc || odds[other] == 0 || !equalNumber(it, other) {
				continue
			}
			if text := other.doc.text(other.Quote.S); !seen[text] {
				seen[text] = true
				miss *= 1 - agreement*odds[other]
			}
		}
		out[it] = 1 - miss
	}
	return out
}

// sayable are the best few figures of which one of the wordings passes the gate.
func (r *reply) sayable(items []*item, odds map[*item]float64) []*item {
	var out []*item
	for _, it := range items {
		if len(out) == MaxLines || odds[it] < r.c.limits.NearestFrom {
			break
		}
		if r.passes(it) {
			out = append(out, it)
		}
	}
	return out
}

// passes says whether the gate lets the figure's line through.
func (r *reply) passes(it *item) bool {
	draft := &reply{c: r.c, q: r.q}
	draft.figure(it)
	return len(Check(draft.lines[0].Text, draft.seen())) == 0
}

// distinct keeps the best of the figures that say the same number of the same thing;
// where another report makes the very same claim, it stands with it.
func distinct(items []*item) []*item {
	var out []*item
	for _, it := range merged(items) {
		if !slices.ContainsFunc(out, func(o *item) bool { return o.Measure == it.Measure && equalNumber(o, it) }) {
			out = append(out, it)
		}
	}
	return out
}

func equalNumber(a, b *item) bool {
	x, okX := a.amount()
	y, okY := b.amount()
	return okX && okY && x == y && a.Value.Unit == b.Value.Unit
}
