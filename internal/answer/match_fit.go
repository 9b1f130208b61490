package answer

import (
	"context"
	"math"
	"slices"
	"strings"
)

// An Example is a question with the numbers that answer it, by report; none when
// the reports do not tell.
type Example struct {
	Question Question
	Right    map[string][]float64
}

// How the weights are fitted.
const (
	fitRounds = 400
	fitRate   = 0.5
	fitDecay  = 0.002 // pull of each weight towards zero
)

// FitMatch fits the weights of the figures' features to examples by logistic
// regression over all candidate figures (batch gradient descent), each question
// weighing the same.
func FitMatch(ctx context.Context, finder Finder, examples []Example) ([]float64, error) {
	e := New(finder)
	var rows [][featureCount]float64
	var labels, shares []float64
	for _, x := range examples {
		m, items, err := e.candidates(ctx, x.Question)
		if err != nil {
			return nil, err
		}
		var kept int
		for _, it := range items {
			label, ok := x.label(it)
			if !ok {
				continue
			}
			rows, labels = append(rows, m.features(it)), append(labels, label)
			kept++
		}
		right := 0.0
		for _, l := range labels[len(labels)-kept:] {
			right += l
		}
		for _, l := range labels[len(labels)-kept:] {
			if l == 1 {
				shares = append(shares, 1/right)
			} else {
				shares = append(shares, 4/(float64(kept)-right))
			}
		}
	}
	return descend(rows, labels, shares), nil
}

func descend(rows [][featureCount]float64, labels, shares []float64) []float64 {
	w := make([]float64, featureCount)
	sum := 0.0
	for _, s := range shares {
		sum += s
	}
	for round := 0; round < fitRounds*10; round++ {
		var grad [featureCount]float64
		for i, row := range rows {
			z := 0.0
			for k, x := range row {
				z += w[k] * x
			}
			d := (1/(1+math.Exp(-z)) - labels[i]) * shares[i] / sum
			for k, x := range row {
				grad[k] += d * x
			}
		}
		for k := range w {
			decay := fitDecay
			if k == 0 {
				decay = 0
			}
			w[k] -= fitRate * 2 * (grad[k] + decay*w[k]/10)
		}
	}
	return w
}

// label says whether the figure is right; false when its number is right but it
// stands in another report, which tells nothing.
func (x Example) label(it *item) (float64, bool) {
	same := false
	for report, numbers := range x.Right {
		for _, n := range numbers {
			if it.hasNumber(n) {
				if report == it.doc.ID {
					return 1, true
				}
				same = true
			}
		}
	}
	return 0, !same
}

func (it *item) hasNumber(n float64) bool {
	for _, p := range []*float64{it.Value.Amount, it.Value.Low, it.Value.High} {
		if p != nil && math.Abs(*p-n) <= 1e-6*math.Abs(n) {
			return true
		}
	}
	return false
}

// candidates are the figures that a question might mean.
func (e *Engine) candidates(ctx context.Context, question Question) (*matcher, []*item, error) {
	text := strings.TrimSpace(strings.Join(strings.Fields(straightKeep(question.Text)), " "))
	terms := e.terms([]string{text})
	docs, err := e.finder.Find(ctx, Search{Terms: terms, Reports: question.Reports, AsOf: question.AsOf, Limit: candidates})
	if err != nil {
		return nil, nil, err
	}
	c := newCorpus(docs, terms, theLexicon(), e.places)
	p := &parser{lex: theLexicon(), places: e.places, corpus: c, asking: c.asking(question.AsOf)}
	q := p.parse(text, nil)
	m := newMatcher(c, q)
	return m, m.figures(), nil
}

// figures are those that may be stated and are of a kind that the question may want.
func (m *matcher) figures() []*item {
	return slices.DeleteFunc(slices.Clone(m.c.items), func(it *item) bool {
		return it.Value == nil || !it.Firm || it.Value.Unit == "date" || firmness[it.Factuality] == 0 || !m.admits(classOfFigure(it))
	})
}

// admits says whether a figure of the class can answer the question at all.
func (m *matcher) admits(class quantityClass) bool {
	switch m.want.class {
	case anyQuantity:
		return class != ages && class != spans
	case shares, ages, spans, moneys:
		return class == m.want.class
	case counts:
		return class == counts
	}
	return class == m.want.class
}
