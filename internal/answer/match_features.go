package answer

import (
	"cmp"
	"math"
	"strings"
)

// featureCount is how many features a figure has.
const featureCount = 22

// A spot is a figure in its sentence.
type spot struct {
	it     *item
	at     int // of its sentence in the report, -1: nowhere
	text   string
	from   int // bytes of the figure in text
	to     int
	words  []word
	clause []word  // those of its clause
	near   float64 // of the question's weight, how much stands near the figure
}

func (m *matcher) spot(it *item) spot {
	s := spot{it: it, at: it.place(), text: it.doc.text(it.Quote.S)}
	s.words = m.read(it.doc, s.at)
	s.from = max(0, strings.Index(s.text, it.Quote.Exact))
	if i := strings.Index(s.text[s.from:], it.Value.Text); i >= 0 {
		s.from += i
	}
	s.to = min(len(s.text), s.from+len(it.Value.Text))
	start, end := clauseSpan(s.text, s.from, s.to)
	for _, t := range s.words {
		if t.at >= start && t.at < end {
			s.clause = append(s.clause, t)
		}
	}
	s.near = m.nearness(s, start, end)
	return s
}

// clauseSpan is where the clause begins and ends that holds text[from:to].
func clauseSpan(text string, from, to int) (start, end int) {
	end = len(text)
	for _, b := range clauseBreaks.FindAllStringIndex(text, -1) {
		if b[1] <= from {
			start = b[1]
		} else if b[0] >= to {
			return start, b[0]
		}
	}
	return start, end
}

// How the weight of a word falls with its distance to the figure, in words; a word of
// another clause counts as farther off.
const (
	halfway   = 5.0
	clauseGap = 5.0
)

func (m *matcher) nearness(s spot, start, end int) float64 {
	index := len(s.words)
	for i, t := range s.words {
		if t.at >= s.from {
			index = i
			break
		}
	}
	best := map[string]float64{}
	for i, t := range s.words {
		gap := math.Abs(float64(i - index))
		if t.at < start || t.at >= end {
			gap += clauseGap
		}
		best[t.field] = max(best[t.field], 1/(1+max(0, gap-1)/halfway))
	}
	got := 0.0
	for _, t := range m.terms {
		got += t.weight * best[t.field]
	}
	return got / max(m.total, 1e-9)
}

// rows are the features of all figures.
func (m *matcher) rows(items []*item) [][featureCount]float64 {
	spots := make([]spot, len(items))
	most := map[sentenceKey]float64{}
	for i, it := range items {
		spots[i] = m.spot(it)
		key := sentenceKey{it.doc, it.Quote.S}
		most[key] = max(most[key], spots[i].near)
	}
	out := make([][featureCount]float64, len(items))
	for i, s := range spots {
		out[i] = m.features(s, most[sentenceKey{s.it.doc, s.it.Quote.S}])
	}
	return out
}

// features describe how a figure fits the question, each between 0 and 1.
func (m *matcher) features(s spot, most float64) [featureCount]float64 {
	it := s.it
	own, clause, head := m.fieldsAt(it.doc, s.at), setOf(s.clause), m.head(it.doc)
	before, after := m.fieldsAt(it.doc, s.at-1), m.fieldsAt(it.doc, s.at+1)
	of, doing := counted(it.Fact)
	phrase := setOf(m.tokens(of+" "+it.Value.UnitText, m.c.places.Find(of)))
	thing := setOf(m.tokens(of+" "+it.Value.UnitText+" "+doing+" "+strings.ReplaceAll(it.Measure, "_", " "), nil))
	if isHeadcount(it) {
		for _, set := range []*wordFields{&own, &clause, &phrase, &thing} {
			*set = with(*set, theLexicon().fieldOf("population"))
		}
	}
	return [featureCount]float64{
		1, m.cover(every, clause), m.cover(every, before, own, after), m.cover(every, thing),
		m.cover(nameTerm, own), m.cover(nameTerm, before, own, head), m.cover(otherTerm, own), m.cover(every, own, head),
		s.near, s.near / max(most, 1e-9),
		m.asked(phrase), m.asked(own), m.headFit(it, of), m.classFit(it),
		m.recency(it.doc), m.stale(it.doc), early(it.Quote.S - 1), m.missing(own, head),
		m.otherYear(it), m.askedYear(it), m.denies(s.text), m.foreign(s, head),
	}
}

// foreign is the share of the names of the figure's clause that neither question nor
// the head of the report has.
func (m *matcher) foreign(s spot, head wordFields) float64 {
	asked := wordFields{}
	for _, t := range m.terms {
		asked[t.field] = true
	}
	all, other := 0.0, 0.0
	for _, t := range s.clause {
		if t.name && !functionWords[t.field] {
			all++
			other += oneIf(!asked[t.field] && !head[t.field])
		}
	}
	return other / max(all, 1)
}

// asked is the share of the asked noun phrase in the set; its last noun is half of it.
func (m *matcher) asked(set wordFields) float64 {
	n := len(m.want.nouns)
	if n == 0 {
		return 0
	}
	got := 0.0
	for i, w := range m.want.nouns {
		if !set[w] {
			continue
		}
		if i == n-1 {
			got += float64(n)
		} else {
			got++
		}
	}
	return got / float64(2*n-1)
}

// headFit says whether the figure counts what is asked for: 1 when the nouns are the
// same, 0 when they are not, and a half when one of them is not said.
func (m *matcher) headFit(it *item, of string) float64 {
	n := len(m.want.nouns)
	if n == 0 {
		return 0.5
	}
	asked := m.want.nouns[n-1]
	if it.Value.Unit == "person" && (asked == "people" || m.want.peopled()) {
		return 1
	}
	noun := headNoun(cmp.Or(it.Value.UnitText, of))
	if noun == "" {
		return 0.5
	}
	return oneIf(theLexicon().fieldOf(noun) == asked)
}

// classFit says how the kind of figure goes with the kind of question.
func (m *matcher) classFit(it *item) float64 {
	switch {
	case m.want.class == classOfFigure(it) || it.ordinal:
		return 1
	case m.want.class == anyQuantity:
		return 0.5
	}
	return 0
}

func early(at int) float64 { return 1 / (1 + float64(max(at, 0))/4) }

var denial = re(`\b(not|no|never|without|none|cannot)\b|n't\b`)

// denies says whether only one of question and clause says "not".
func (m *matcher) denies(text string) float64 {
	return oneIf(denial.MatchString(m.q.text) != denial.MatchString(strings.ToLower(straight(text))))
}
