package extract

import (
	"math"
	"sort"

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
		sort.SliceStable(found, func(a, b int) bool { return found[a].Start < found[b].Start })
		out = append(out, found...)
	}
	return out
}

// mayCount reports whether a sentence has anything like a number, so that most
// sentences cost nothing more.
func mayCount(ws []word) bool {
	for _, w := range ws {
		switch w.kind {
		case wordNumber:
			return true
		case wordMark:
			if r := []rune(w.lower); vulgar[r[0]] != 0 {
				return true
			}
		default:
			if _, ok := numberWords[w.lower]; ok || w.lower == "no" || w.lower == "none" || w.lower == "couple" || isNumberCompound(w) {
				return true
			}
		}
	}
	return false
}

// A figure is an amount with all that the grammar reads around it. Indexes are
// of the pieces.
type figure struct {
	amount
	bound      string
	textFrom   int // hedge included
	textTo     int // unit of measure and hedge behind included
	unit       string
	unitFrom   int // the unit phrase as written
	unitTo     int
	phrase     nounPhrase // what is counted, for a plain count
	counts     bool       // phrase is set
	measure    bool       // the unit is one of the table
	per        string
	perTo      int
	adjectival bool // "five-year plan": the unit modifies the noun behind it
	after      int  // the first piece behind number, unit and per
}

func (d *document) quantitiesOf(s *sentence) []Quantity {
	ws := pieces(s.words)
	g := grammar{ws: ws, masked: mask(ws, s.mentions)}
	figures := g.figures()
	out := make([]Quantity, 0, len(figures))
	second := newAutomaton(d.norm, s.Start, s.End)
	for i := range figures {
		q := d.quantity(g, figures[i], s.S)
		q.Firm = d.isFirm(q, g, figures[i], second) && !g.setAside(figures[i].textFrom)
		if isCountedBack(g, figures[i]) && q.Bound == facts.BoundExact {
			q.Bound, q.Of = facts.BoundApprox, ""
		}
		out = append(out, q)
	}
	return append(out, d.absences(g, s.S)...)
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
		a, ok := g.amount(i)
		if !ok {
			i++
			continue
		}
		f := figure{amount: a}
		g.findUnit(&f)
		out = append(out, f)
		i = max(a.to, i+1)
	}
	g.shareUnits(out)
	g.inheritUnits(out)
	for i := range out {
		g.hedge(&out[i])
	}
	return out
}

// findUnit reads what stands behind the number: a unit of measure or the noun
// phrase that is counted, then "per".
func (g grammar) findUnit(f *figure) {
	i := f.to
	f.textFrom, f.textTo, f.after = f.from, f.to, f.to
	f.unitFrom, f.unitTo = f.to, f.to
	switch {
	case f.amount.unit != "":
		f.unit, f.measure = f.amount.unit, true
		f.unitFrom, f.unitTo = g.moneyWords(f.amount)
		i = f.to
	default:
		if u, n := g.unitAt(i); n > 0 && !f.fraction && u.name != "person" {
			f.unit, f.measure = u.name, true
			g.measureUnit(f, i, n)
			i = f.unitTo
		} else if p, ok := g.counted(i, f.low != 1 || f.isRange()); ok {
			g.countUnit(f, p)
			i = p.to
		}
	}
	if f.unit == "" && g.isAge(f) {
		f.unit, f.measure = "year", true
	}
	if n, per := g.per(i); n > 0 {
		f.per, f.perTo = per, i+n
		i += n
	}
	f.after = i
	if f.fraction {
		f.unit, f.measure = "fraction", false
	}
}

// maxAge is the oldest age in years that a number between commas may be.
const maxAge = 115

// isAge reports whether the bare number stands behind a name between commas:
// "Anna Smith, 25, said".
func (g grammar) isAge(f *figure) bool {
	if f.from < 2 || f.to != f.from+1 || !f.digits || f.isRange() || f.low < 1 || f.low > maxAge || f.low != float64(int(f.low)) {
		return false
	}
	name := g.ws[f.from-2]
	if name.kind != wordPlain || !isUpper([]rune(name.text)[0]) || monthNames[name.lower] != 0 {
		return false
	}
	before, after := g.lower(f.from-1), g.lower(f.to)
	return before == "," && (after == "," || after == ".") || before == "(" && after == ")"
}

// moneyWords is the span of the currency or percent words of the amount.
func (g grammar) moneyWords(a amount) (int, int) {
	for k := a.to - 1; k > a.from; k-- {
		if g.ws[k].kind == wordNumber || numberWords[g.lower(k)].kind != 0 {
			if k+1 < a.to {
				return k + 1, a.to
			}
			break
		}
	}
	for k := a.from; k < a.to; k++ {
		if g.ws[k].kind == wordNumber || numberWords[g.lower(k)].kind != 0 {
			return a.from, k
		}
	}
	return a.to, a.to
}

func (g grammar) measureUnit(f *figure, i, n int) {
	f.unitFrom, f.unitTo = i, i+n
	if g.lower(i) == "-" {
		f.unitFrom++
	}
	f.textTo = f.unitTo
	k := f.unitTo
	if g.lower(k) == "-" && g.lower(k+1) == "old" || g.lower(k) == "old" || g.lower(k) == "-" && g.lower(k+1) == "olds" {
		for g.lower(k) == "-" || g.lower(k) == "old" || g.lower(k) == "olds" {
			k++
		}
		f.unitTo, f.textTo = k, k
	} else if g.lower(k) == "of" && (g.lower(k+1) == "age" || g.lower(k+1) == "oil" && f.unit == "barrel") {
		f.unitTo = k + 2
	}
	f.adjectival = g.lower(i) == "-" || f.low != 1 && !isPlural(g.lower(f.unitTo-1)) && len(g.lower(f.unitTo-1)) > 2
}

func (g grammar) countUnit(f *figure, p nounPhrase) {
	f.phrase, f.counts = p, true
	f.unitFrom, f.unitTo = p.from, p.to
	f.adjectival = p.from == f.to+1 && g.lower(f.to) == "-"
	head := g.lower(p.head)
	if u, ok := unitForms[head]; ok && len(head) > 3 { // "millions of dollars", "hundreds of miles"
		f.unit, f.measure = u.name, true
	} else if isPersonNoun(head) || isPersonNoun(singular(head)) && isPlural(head) {
		f.unit = "person"
	} else {
		f.unit = singular(head)
	}
}

// perUnits may stand behind "a" as in "$3 a gallon".
var perUnits = wordSet("share barrel gallon gram kilogram kilo tonne ton litre liter pound piece person head game minute hour day week month year second night ounce pint bottle unit ticket seat pop mile season quarter vote house household capita")

// backwards follow "a year" that is a date and no rate.
var backwards = wordSet("ago earlier later before after on back prior previously old")

// per reads "per day", "a year", "/h", "per 100,000 people" and how many pieces it has.
func (g grammar) per(i int) (int, string) {
	k := i
	for g.lower(k) == "-" && k > i-1 && g.touches(k-1) {
		k++
	}
	switch l := g.lower(k); {
	case l == "per":
		k++
		if g.lower(k) == "-" {
			k++
		}
	case (l == "a" || l == "an" || l == "every" || l == "each") && k+1 < len(g.ws):
		k++
		if g.lower(k) == "-" {
			k++
		}
		if !perUnits[g.lower(k)] || backwards[g.lower(k+1)] {
			return 0, ""
		}
	case l == "/" && g.touches(k):
		k++
	default:
		return 0, ""
	}
	if k >= len(g.ws) {
		return 0, ""
	}
	text := ""
	if v, ok := number(g.ws[k].text); ok && g.ws[k].kind == wordNumber && k+1 < len(g.ws) {
		text = formatNumber(v) + " "
		k++
	}
	if g.ws[k].kind != wordPlain {
		return 0, ""
	}
	name := singular(g.lower(k))
	if u, n := g.unitAt(k); n == 1 {
		name = u.name
	} else if isPersonNoun(g.lower(k)) {
		name = "person"
	}
	return k + 1 - i, text + name
}

// shareUnits gives a number of a list the unit of the next one: "five or six
// years", "5.4, 6.1 and 6.7 inches".
func (g grammar) shareUnits(fs []figure) {
	for i := len(fs) - 2; i >= 0; i-- {
		a, b := &fs[i], fs[i+1]
		if a.unit != "" || b.unit == "" || b.fraction || a.fraction || !g.listed(a.to, b.from) {
			continue
		}
		if currencyUnits[b.unit] && b.unitFrom <= b.from {
			continue
		}
		a.unit, a.measure, a.per, a.adjectival = b.unit, b.measure, b.per, b.adjectival
		a.unitFrom, a.unitTo, a.phrase, a.counts = b.unitFrom, b.unitTo, b.phrase, b.counts
		a.after = b.after
		shareScale(&a.amount, b.amount)
	}
}

// inheritUnits gives a bare number behind "from", "to", "with" the unit of the
// number it is compared with: "3.9 million headsets, up from 2.4 million".
func (g grammar) inheritUnits(fs []figure) {
	for i := 1; i < len(fs); i++ {
		a, b := &fs[i], fs[i-1]
		if a.unit != "" || b.unit == "" || b.unit == "percent" || a.fraction || b.fraction || b.adjectival {
			continue
		}
		switch g.lower(a.from - 1) {
		case "from", "to", "with", "versus", "against", "than":
			a.unit, a.measure, a.counts, a.phrase = b.unit, b.measure, b.counts, b.phrase
			a.unitFrom, a.unitTo = b.unitFrom, b.unitTo
		}
	}
}

// listed reports whether only the marks and words of a list stand between two numbers.
func (g grammar) listed(from, to int) bool {
	if to <= from || to-from > 4 {
		return false
	}
	for k := from; k < to; k++ {
		switch g.lower(k) {
		case "or", "and", "-", "to", ",":
		default:
			return false
		}
	}
	return true
}

// hedge reads the bound in front of and behind the number.
func (g grammar) hedge(f *figure) {
	f.bound = facts.BoundExact
	if f.isRange() && g.lower(f.from-1) == "between" {
		f.textFrom = f.from - 1
		return
	}
	if b, from := g.boundBefore(f.from); b != "" {
		f.bound, f.textFrom = b, from
	}
	for _, at := range []int{f.to, f.textTo, f.unitTo} {
		if b, to := g.boundAfter(at); b != "" && at >= f.to { // a unit shared with an earlier figure stands before
			f.textTo = max(f.textTo, to)
			if f.bound == facts.BoundExact || b != facts.BoundApprox {
				f.bound = b
			}
			break
		}
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
	if c := g.change(f.textFrom); c != "" {
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
// now: "the past two weeks" is about two weeks.
func isCountedBack(g grammar, f figure) bool {
	if !timeUnits[f.unit] || f.textFrom == 0 {
		return false
	}
	switch g.lower(f.textFrom - 1) {
	case "past", "last", "previous", "recent":
		return f.textTo <= f.to+3
	}
	return false
}
