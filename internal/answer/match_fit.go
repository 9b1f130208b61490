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

// A Row is a candidate figure of an example.
type Row struct {
	Question int // index of the example
	Report   string
	Sentence string
	Text     string
	Features [featureCount]float64
	Right    bool // its number is right
	Skip     bool // it is right, but in a report that is not known to tell
}

// Rows are the candidate figures of examples.
func Rows(ctx context.Context, finder Finder, examples []Example) ([]Row, error) {
	e := New(finder)
	var out []Row
	for i, x := range examples {
		m, items, err := e.candidates(ctx, x.Question)
		if err != nil {
			return nil, err
		}
		for k, features := range m.rows(items) {
			it := items[k]
			label, known := x.label(it)
			out = append(out, Row{i, it.doc.ID, it.doc.text(it.Quote.S), it.Value.Text, features, label == 1 || !known, !known})
		}
	}
	return out, nil
}

// FitMatch fits the weights of the figures' features to examples by logistic
// regression over all candidate figures, each question weighing the same.
func FitMatch(ctx context.Context, finder Finder, examples []Example) ([]float64, error) {
	rows, err := Rows(ctx, finder, examples)
	if err != nil {
		return nil, err
	}
	return Fit(rows), nil
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
		if p == nil {
			continue
		}
		if math.Abs(*p-n) <= 1e-6*math.Abs(n) || it.Value.Unit == "fraction" && math.Abs(100**p-n) <= 0.5 {
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
	q.asOf = question.AsOf
	m := newMatcher(c, q)
	return m, m.figures(), nil
}

// figures are those that may be stated, are of a kind that the question may want, and
// whose sentences have enough of its words for a look.
func (m *matcher) figures() []*item {
	fit := slices.DeleteFunc(slices.Clone(m.c.items), func(it *item) bool {
		return it.Value == nil || !it.Firm || it.Value.Unit == "date" || firmness[it.Factuality] == 0 || !m.admits(it) || !m.looks(it)
	})
	return append(fit, filter(m.ordinals(), m.looks)...)
}
