package answer

import (
	"math"
	"slices"

	"sitrep/internal/facts"
)

// matchWeights are those of the features of a figure, in their order, fitted by the
// command in fitmatch.
var matchWeights = [featureCount]float64{-5.467, 0.718, 1.781, 1.284, 2.057, 0.072, 0.243, -0.100, 0.015, 0.758, 0.208, 0.484, -0.979, 2.184, 1.001, 0.091, -0.071, 0.224, -0.030, -1.011, -0.438, 0.655}

// The probabilities from which a figure is given as an answer, and from which it is
// shown as the nearest.
const (
	answersFrom = 0.5
	nearestFrom = 0.25
)

// alongside is how near to the best figure's probability another's must be to be
// given with it.
const alongside = 0.75

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
	return m.want.class == anyQuantity && m.names > 0 && m.names < m.total
}

// leastCover is the share of a question's words, by weight, that a figure's sentence
// and its report's title must hold for the figure to be looked at.
const leastCover = 0.1

// near says whether the figure's sentence has enough of the question for a look.
func (m *matcher) near(it *item) bool {
	at := slices.IndexFunc(it.doc.Sentences, func(s facts.Sentence) bool { return s.S == it.Quote.S })
	return at < 0 || m.cover(false, it.doc.words[at], it.doc.title) >= leastCover
}

// probability is how probable it is that the figure answers the question.
func (m *matcher) probability(it *item) float64 {
	z := 0.0
	for k, x := range m.features(it) {
		z += matchWeights[k] * x
	}
	return 1 / (1 + math.Exp(-z))
}

// matched answers with the figures that fit the question's words best, or shows the
// nearest, or says that the reports do not tell.
func (r *reply) matched(m *matcher) {
	items := m.figures()
	odds := map[*item]float64{}
	for _, it := range items {
		if m.near(it) {
			odds[it] = m.probability(it)
		}
	}
	byScore(items, func(it *item) float64 { return odds[it] })
	items = r.sayable(distinct(items), odds)
	switch {
	case len(items) == 0 || odds[items[0]] < nearestFrom:
		r.behaviour = Abstain
		r.lead("Not in " + r.plural() + ": " + r.verb("it gives", "they give") + " no figure for that.")
	case odds[items[0]] < answersFrom:
		r.behaviour = Nearest
		r.lead(capital(r.plural()) + " " + r.does() + " give a figure for just that.")
		r.add(RoleHead, "Nearest, as what it is:", "")
		r.list(items[:1])
	default:
		n := 1
		for n < len(items) && m.otherYear(items[n]) == m.otherYear(items[0]) && odds[items[n]] >= alongside*odds[items[0]] {
			n++
		}
		if n > 1 {
			r.behaviour = GivesAll
		}
		r.list(items[:n])
	}
}

// sayable are the best few figures whose lines pass the gate, a line that fails
// without its predicate.
func (r *reply) sayable(items []*item, odds map[*item]float64) []*item {
	var out []*item
	for _, it := range items {
		if len(out) == MaxLines || odds[it] < nearestFrom {
			break
		}
		short := *it
		value := *it.Value
		value.Doing, short.Value = "", &value
		odds[&short] = odds[it]
		if r.passes(it) {
			out = append(out, it)
		} else if r.passes(&short) {
			out = append(out, &short)
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

// distinct keeps the best of the figures that say the same number of the same unit.
func distinct(items []*item) []*item {
	var out []*item
	for _, it := range items {
		if !slices.ContainsFunc(out, func(o *item) bool { return equalNumber(o, it) }) {
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
