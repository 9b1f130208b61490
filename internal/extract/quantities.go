package extract

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// maxQuantities is how many quantities one sentence may have: more is a table,
// and a bound on the work.
const maxQuantities = 400

// quantities reads every number of the body with what it counts. Never nil.
func quantities(d *document) []Quantity {
	out := []Quantity{}
	for i := range d.sentences {
		s := &d.sentences[i]
		if !mayCount(s.words) {
			continue
		}
		found := d.quantitiesOf(s)
		slices.SortStableFunc(found, func(a, b Quantity) int { return a.Start - b.Start })
		out = append(out, found...)
	}
	return out
}

// mayCount reports whether a sentence has anything like a number, so that most
// sentences cost nothing more.
func mayCount(ws []word) bool {
	for i := range ws {
		w := &ws[i]
		switch w.kind {
		case wordNumber:
			return true
		case wordMark:
			if r, _ := utf8.DecodeRuneInString(w.lower); r >= 0x80 && vulgar[r] != 0 {
				return true
			}
		default:
			if w.is(isNumberWord) || w.lower == "no" || w.lower == "none" || w.lower == "couple" || isOldAge(w.lower) || w.is(isHyphened) && isNumberCompound(*w) {
				return true
			}
		}
	}
	return false
}

// isOldAge reports whether the word may end "a day old" or "a month-old baby".
func isOldAge(l string) bool { return l == "old" || strings.HasSuffix(l, "-old") }

// A figure is an amount with all that the grammar reads around it. Indexes are
// of the pieces.
type figure struct {
	amount
	bound    string
	textFrom int // hedge included
	textTo   int // unit of measure and hedge behind included
	unit     string
	unitFrom int // the unit phrase as written
	unitTo   int
	phrase   nounPhrase // what is counted, for a plain count
	counts   bool       // phrase is set
	measure  bool       // the unit is one of the table
	per      string
	perTo    int
	// perNumberTo is perTo when the rate is told for a number: "per 100,000".
	perNumberTo int
	adjectival  bool // "five-year plan": the unit modifies the noun behind it
	after       int  // the first piece behind number, unit and per
}

func (d *document) quantitiesOf(s *sentence) []Quantity {
	ws := pieces(s.words)
	g := grammar{ws: ws, masked: mask(ws, s.mentions)}
	if !g.mayState() {
		return nil
	}
	g.tags = d.tagged(s, ws)
	g.mend()
	figures := g.figures()
	g.figured = g.marked(figures)
	out := make([]Quantity, 0, len(figures))
	var second *automaton
	if len(figures) > 0 {
		second = newAutomaton(d.tokens(d.spare[:0], s.Start, s.End))
		d.spare = second.tokens
	}
	for i := range figures {
		q := d.quantity(g, figures[i], s.S)
		if g.isCompared(figures[i]) {
			q.Of = firstWord(d.countedEarlier(g, figures[i], figures[:i], out), q.Of)
		}
		if q.Of == "" && g.countsUnsaid(figures[i]) {
			q.Of = d.countedEarlier(g, figures[i], figures[:i], out)
		}
		if q.Change == nil && i > 0 && g.restates(figures[i-1], figures[i]) {
			q.Change = out[i-1].Change
		}
		q.Firm = d.isFirm(q, g, figures[i], second) && !g.setAside(figures[i].textFrom) && !d.goesOn(q.End, s.End)
		if isCountedBack(g, figures[i]) {
			q.Of = ""
			if q.Bound == facts.BoundExact && !figures[i].digits {
				q.Bound = facts.BoundApprox
			}
		}
		out = append(out, q)
	}
	return append(out, d.absences(g, s.S)...)
}

// mayState reports whether there is an amount, or the denial of one, so that no
// other sentence is tagged. Parts of speech do not decide what is an amount.
func (g grammar) mayState() bool {
	for i := range g.ws {
		w := &g.ws[i]
		if w.lower == "no" || w.lower == "none" {
			return true
		}
		if w.kind == wordPlain && !w.is(isAmountStart) {
			continue
		}
		if _, ok := g.amount(i); ok {
			return true
		}
	}
	return false
}

// marked tells of every piece whether it belongs to one of the figures.
func (g grammar) marked(figures []figure) []bool {
	if len(figures) == 0 {
		return nil
	}
	out := make([]bool, len(g.ws))
	for _, f := range figures {
		for k := f.textFrom; k < max(f.to, f.perTo); k++ {
			out[k] = true
		}
		if f.measure && f.unit != "person" || f.unit == "percent" || currencyUnits[f.unit] || f.counts && g.isAbbreviatedUnit(f) {
			for k := f.unitFrom; k < f.unitTo; k++ {
				out[k] = true
			}
		}
	}
	return out
}

// setAside reports whether the figure that begins at piece i is named only to say
// that it is not the one: ", not 70", "rather than 70", "instead of the 70".
func (g grammar) setAside(i int) bool {
	k := i - 1
	for k > 0 && (openers[g.lower(k)] && g.lower(k) != "no" || isAdverb(g.ws[k]) && g.lower(k) != "not") {
		k--
	}
	switch before := g.lower(k - 1); g.lower(k) {
	case "not":
		return before == "and" || before == "but" || k > 0 && isMark(g.ws[k-1], ",;(-–—")
	case "than":
		return before == "rather"
	case "of":
		return before == "instead"
	}
	return false
}

// figures reads all amounts of the sentence with their units.
func (g grammar) figures() []figure {
	var out []figure
	for i := 0; i < len(g.ws) && len(out) < maxQuantities; {
		if w := &g.ws[i]; w.kind == wordPlain && !w.is(isAmountStart) {
			i++
			continue
		}
		a, ok := g.amount(i)
		if !ok {
			i++
			continue
		}
		f := figure{amount: a}
		g.findUnit(&f)
		out = append(out, f)
		i = max(a.to, i+1, f.perNumberTo)
	}
	g.shareUnits(out)
	g.inheritUnits(out)
	for i := range out {
		g.hedge(&out[i])
	}
	return g.mergeBounds(out)
}

// mergeBounds makes one range of "more than 100 and fewer than 300".
func (g grammar) mergeBounds(fs []figure) []figure {
	out := fs[:0]
	for i := 0; i < len(fs); i++ {
		f := fs[i]
		if i+1 < len(fs) && g.encloses(f, fs[i+1]) {
			b := fs[i+1]
			f.low, f.high = min(f.low, b.low), max(f.low, b.low)
			f.bound, f.to, f.textTo = facts.BoundExact, b.to, b.textTo
			if b.unit != "" {
				f.unit, f.measure, f.counts, f.phrase, f.adjectival = b.unit, b.measure, b.counts, b.phrase, b.adjectival
				f.unitFrom, f.unitTo, f.per, f.perTo = b.unitFrom, b.unitTo, b.per, b.perTo
			}
			f.after = b.after
			i++
		}
		out = append(out, f)
	}
	return out
}

// encloses reports whether a and b are the two ends of one range, joined by "and".
func (g grammar) encloses(a, b figure) bool {
	lower, upper := a, b
	if a.bound == facts.BoundMax {
		lower, upper = b, a
	}
	if lower.bound != facts.BoundMin || upper.bound != facts.BoundMax || a.isRange() || b.isRange() || lower.low >= upper.low || a.fraction != b.fraction {
		return false
	}
	if a.unit != "" && a.unit != b.unit || a.textFrom == a.from || b.textFrom == b.from {
		return false
	}
	k := a.after
	if g.lower(k) == "," && g.lower(k+1) == "but" {
		k++
	}
	return (g.lower(k) == "and" || g.lower(k) == "but") && b.textFrom == k+1
}

// hedge reads the bound in front of and behind the number.
func (g grammar) hedge(f *figure) {
	f.bound = facts.BoundExact
	if f.isRange() && g.lower(f.from-1) == "between" {
		f.textFrom = f.from - 1
		return
	}
	if b, from := g.boundBefore(f.from); b != "" && !g.isGoverned(from, f.from) {
		f.bound, f.textFrom = b, from
	}
	for _, at := range []int{f.to, f.textTo, f.unitTo, f.perTo} {
		if b, to := g.boundAfter(at); b != "" && at >= f.to { // a unit shared with an earlier figure stands before
			if limited := f.bound == facts.BoundMin || f.bound == facts.BoundMax; limited && g.lower(at) == "and" {
				break // "under 5 years old and older adults"
			}
			f.textTo = max(f.textTo, to)
			if f.bound == facts.BoundExact || b != facts.BoundApprox {
				f.bound = b
			}
			break
		}
	}
	if n, per := g.per(f.textTo); per != "" && f.per == "" && f.textTo > f.after {
		f.per, f.after = per, f.textTo+n // "$20 or more an hour"
	}
	if (f.vague || f.couple) && f.bound == facts.BoundExact {
		f.bound = facts.BoundApprox
	}
}

func (d *document) quantity(g grammar, f figure, s int) Quantity {
	q := Quantity{S: s, Bound: f.bound, Unit: f.unit}
	q.Start, q.End = g.ws[f.textFrom].start, g.ws[f.textTo-1].end
	q.Text = d.text(q.Start, q.End)
	if f.isRange() {
		q.Low, q.High = rounded(f.low), rounded(f.high)
	} else {
		q.Value = rounded(f.low)
	}
	if c := g.change(f.textFrom); c != "" && !g.isPeriod(f) && !g.isServed(f) && !g.isThrown(f) {
		q.Change = &c
	} else if f.low < 0 && f.unit == "percent" && !f.isRange() {
		c := direction(false) // "Stoxx 50 -1.3%"
		q.Change = &c
	}
	if f.unitTo > f.unitFrom {
		q.UnitText = d.text(g.ws[f.unitFrom].start, g.ws[f.unitTo-1].end)
	}
	if f.per != "" {
		per := f.per
		q.Per = &per
	}
	q.Of = d.countedBy(g, f)
	if doing := d.doing(g, f); doing != "" {
		q.Doing = &doing
	}
	return q
}

// isPeriod reports whether the span of time says in what course something rose or
// fell, or since when: "a slump within two years", "falls to a 31-year low".
func (g grammar) isPeriod(f figure) bool {
	if !timeUnits[f.unit] {
		return false
	}
	switch next := g.lower(f.unitTo); next {
	case "low", "lows", "high", "highs", "peak", "record":
		return true
	default:
		return g.lower(f.textFrom) == "within" || backwards[next]
	}
}

// rounded drops the noise of binary fractions: 1.1 million is 1100000.
func rounded(v float64) *float64 {
	if v != 0 && math.Abs(v) < 1e15 && math.Abs(v) > 1e-6 {
		p := math.Pow(10, 12-math.Ceil(math.Log10(math.Abs(v))))
		if r := math.Round(v*p) / p; !math.IsInf(r, 0) && !math.IsNaN(r) {
			v = r
		}
	}
	return &v
}

// isCountedBack reports whether the figure is a span of time counted back from
// now, which is told of nothing. In words it is a rough one: "the past two weeks",
// but "the last 90 days".
func isCountedBack(g grammar, f figure) bool {
	if !timeUnits[f.unit] || f.textFrom == 0 {
		return false
	}
	if l := g.lower(f.textFrom); l == "a" || l == "an" {
		return false // "it may last a week or two"
	}
	switch g.lower(f.textFrom - 1) {
	case "last":
		c := classes[g.lower(f.textFrom-2)] // but "it can last two weeks"
		return f.textTo <= f.to+3 && (c == classDeterminer || c == classPreposition)
	case "past", "previous", "recent":
		return f.textTo <= f.to+3
	}
	return false
}
