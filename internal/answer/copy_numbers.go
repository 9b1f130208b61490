package answer

import (
	"slices"
	"strings"
	"unicode"

	"sitrep/internal/facts"
)

// numbers rules on every number of a passage.
func (v *reviewer) numbers(at int) {
	p := v.passages[at]
	for _, n := range p.numerals() {
		start, end := n.Start, n.End
		if f := p.valueAt(n); f != nil {
			i := strings.Index(p.text, f.Value.Text)
			start, end = min(start, i), max(end, i+len(f.Value.Text))
		}
		if last := len(v.findings) - 1; last >= 0 && v.findings[last].Kind == PartNumber && v.findings[last].End > v.index.CodePoint(p.at+n.Start) && v.findings[last].Verdict != Supported {
			continue // the other end of a range
		}
		v.finding(p, PartNumber, start, end, v.number(at, n))
	}
}

// valueAt is the fact read from the passage that carries the number; nil when none does.
func (p *passage) valueAt(n facts.Numeral) *facts.Fact {
	for i, f := range p.facts {
		if f.Value == nil || f.Value.Text == "" {
			continue
		}
		for at := index(p.text, f.Value.Text, 0); at >= 0; at = index(p.text, f.Value.Text, at+1) {
			if at <= n.Start && n.End <= at+len(f.Value.Text) && strings.Index(p.text, f.Value.Text) == at {
				return &p.facts[i]
			}
		}
	}
	return nil
}

// number rules on one number: the best of what the sentences with that number say.
func (v *reviewer) number(at int, n facts.Numeral) ruling {
	p := v.passages[at]
	var best *ruling
	for _, c := range p.counterparts {
		if len(p.verbatim(c)) > 0 && n.Value == 0 && n.Words && slices.ContainsFunc(c.items, func(it *item) bool { return it.Value != nil && it.Value.Bound == facts.BoundNone }) {
			return ruling{verdict: Supported, by: c} // none reported
		}
		for _, m := range c.equal(n) {
			r := v.against(at, n, c, m)
			if r.by = c; r.verdict == Supported {
				return r
			}
			if best == nil {
				best = &r
			}
		}
	}
	if best != nil {
		return *best
	}
	for _, c := range p.counterparts {
		if c.share < copied {
			break
		}
		if other, ok := c.inPlaceOf(p, n); ok {
			return ruling{verdict: Contradicted, why: "the report has “" + other + "” there", by: c}
		}
	}
	return ruling{verdict: NotInReports, why: "no loaded report gives this number for it"}
}

// equal are the same numbers in a sentence of a report.
func (c *counterpart) equal(n facts.Numeral) []facts.Numeral {
	return slices.DeleteFunc(facts.Numerals(c.text), func(m facts.Numeral) bool {
		return m.Value != n.Value || m.Percent != n.Percent || m.Ordinal != n.Ordinal
	})
}

// inPlaceOf is the number that stands in the sentence before the same word.
func (c *counterpart) inPlaceOf(p *passage, n facts.Numeral) (string, bool) {
	next := following(p.toks, n.End)
	for _, m := range facts.Numerals(c.text) {
		if w := following(c.toks, m.End); w.norm != "" && w.stem == next.stem {
			return m.Text, true
		}
	}
	return "", false
}

// following is the first telling word behind a byte.
func following(toks []tok, at int) tok {
	for _, t := range toks {
		if t.start >= at && t.tells && !t.number {
			return t
		}
	}
	return tok{}
}

// against compares a number of the draft with the same number in a report.
func (v *reviewer) against(at int, n facts.Numeral, c *counterpart, m facts.Numeral) ruling {
	p := v.passages[at]
	theirs := c.valueAt(m)
	if c.same {
		return v.current(theirs)
	}
	if odd(n.Text) && n.Text != m.Text {
		return ruling{verdict: NotInReports, why: "it is written with characters that only look like “" + m.Text + "”"}
	}
	if p.quotes(c, n) {
		return v.current(theirs)
	}
	ours := p.valueAt(n)
	if r, ok := unitChanged(p.text, n, c.text, m); ok {
		return r
	}
	if r, ok := hedgeChanged(ours, theirs, p.text[:n.Start], c.text[:m.Start]); ok && (r.verdict == HedgeChanged || !p.repeats(c, n)) {
		return r
	}
	if r, ok := v.holder(at, ours, theirs, c); ok {
		return r
	}
	if r, ok := otherThing(p, n, c, m, theirs); ok {
		return r
	}
	d := compare(p, c)
	if theirs != nil {
		d = d.without(p, theirs.Value.Of)
	}
	if c.share < copied {
		d = d.near(p, n)
	}
	if r, ok := d.rule(); ok {
		return r
	}
	if c.share >= copied {
		return v.current(theirs)
	}
	if theirs == nil || !overlaps(fieldsOf(theirs.Value.Of+" "+theirs.Value.UnitText+" "+theirs.Value.Doing), p.fields()) {
		return ruling{verdict: NotInReports, why: "the number stands there, but not for that"}
	}
	return v.current(theirs)
}

func (p *passage) fields() []string {
	var out []string
	for _, t := range p.toks {
		if t.tells && !t.number {
			out = append(out, theLexicon().fieldOf(t.norm))
		}
	}
	return out
}

// valueAt is the fact of the sentence that carries the number.
func (c *counterpart) valueAt(m facts.Numeral) *item {
	for _, it := range c.items {
		if it.Value == nil || it.Value.Text == "" {
			continue
		}
		for at := index(c.text, it.Value.Text, 0); at >= 0; at = index(c.text, it.Value.Text, at+1) {
			if at <= m.Start && m.End <= at+len(it.Value.Text) {
				return it
			}
		}
	}
	return nil
}

// odd says whether a number is written with other characters than plain digits and
// letters.
func odd(text string) bool {
	return lookalike.MatchString(text) || strings.ContainsFunc(text, func(r rune) bool {
		return r >= 0x80 && (unicode.IsDigit(r) || unicode.IsNumber(r) || unicode.Is(unicode.Cf, r) || unicode.IsLetter(r))
	})
}

// lookalike is a letter that poses as a digit.
var lookalike = re(`\d[OolI]|[OolI]\d`)

// unitChanged compares what touches the two numbers: currency, percent, sign.
func unitChanged(text string, n facts.Numeral, other string, m facts.Numeral) (ruling, bool) {
	a, b := currencyAt(text, n), currencyAt(other, m)
	if a != b || strings.ContainsAny(n.Text[:1], "-−") != strings.ContainsAny(m.Text[:1], "-−") {
		return ruling{verdict: WrongMeasure, why: "the report writes “" + b + m.Text + "”"}, true
	}
	return ruling{}, false
}

// currencyAt is the sign of currency at a number, with the letters that touch it.
func currencyAt(text string, n facts.Numeral) string {
	if sign := signBefore.FindString(strings.TrimRight(text[:n.Start], " ")); sign != "" {
		return sign
	}
	return signBehind.FindString(text[n.End:])
}

var (
	signBefore = re(`[\p{L}]*\p{Sc}$`)
	signBehind = re(`^ ?\p{Sc}(\D|$)`)
)

// hedgeChanged compares the hedges of two values; where one was not read as a value,
// the words before the number.
func hedgeChanged(ours *facts.Fact, theirs *item, before, otherBefore string) (ruling, bool) {
	if ours != nil && theirs != nil {
		a, b := ours.Value, theirs.Value
		if a.Bound != b.Bound || (a.Amount == nil) != (b.Amount == nil) {
			return ruling{verdict: HedgeChanged, why: "the report says “" + b.Text + "”"}, true
		}
		if a.Per != b.Per || a.Change != "" && b.Change != "" && a.Change != b.Change {
			return ruling{verdict: WrongMeasure, why: "the report does not give it at that rate or in that direction"}, true
		}
		return ruling{}, false
	}
	a, b := lastWords(before, 2), lastWords(otherBefore, 2)
	for _, w := range append(slices.Clone(a), b...) {
		if hedging[w] && slices.Contains(a, w) != slices.Contains(b, w) {
			return ruling{verdict: HedgeChanged, why: "“" + w + "” stands before the number in one and not in the other"}, true
		}
	}
	return ruling{}, false
}

var hedging = wordSet("about around approximately roughly nearly almost least most than over under some estimated upwards only exactly just up")

func lastWords(text string, n int) []string {
	w := split(text)
	return w[max(0, len(w)-n):]
}

// otherThing says whether the number stands before another noun than in the report.
func otherThing(p *passage, n facts.Numeral, c *counterpart, m facts.Numeral, theirs *item) (ruling, bool) {
	next := following(p.toks, n.End)
	if next.norm == "" || c.holder(next) || p.firstOfRange(n) {
		return ruling{}, false
	}
	if c.follows(next, m, strings.TrimSpace(p.text[n.End:next.start]) == "") {
		return ruling{}, false
	}
	if theirs != nil {
		own := fieldsOf(theirs.Value.Of + " " + theirs.Value.UnitText + " " + theirs.Value.Doing)
		if own[theLexicon().fieldOf(next.norm)] {
			return ruling{}, false
		}
		return ruling{verdict: WrongMeasure, why: "the report counts “" + strings.TrimSpace(theirs.Value.Of) + "” with it", words: []tok{next}}, true
	}
	return ruling{verdict: WrongMeasure, why: "another word follows the number in the report", words: []tok{next}}, c.share >= copied
}

// firstOfRange says whether the number is the lower end of a range.
func (p *passage) firstOfRange(n facts.Numeral) bool {
	f := p.valueAt(n)
	return f != nil && f.Value.Low != nil && f.Value.High != nil && *f.Value.Low == n.Value
}

// follows says whether a word stands soon behind a number in the sentence, with no
// other number between; one that touched the number in the draft, with no mark between.
func (c *counterpart) follows(w tok, m facts.Numeral, touches bool) bool {
	stop := len(c.text)
	for _, other := range facts.Numerals(c.text) {
		if other.Start > m.Start && other.Start < stop && c.valueAt(other) != c.valueAt(m) {
			stop = other.Start
		}
	}
	near := 0
	for _, t := range c.toks {
		if t.start < m.End || !t.tells || near == 4 {
			continue
		}
		if t.start >= stop {
			break
		}
		if t.stem == w.stem {
			return !touches || !strings.ContainsAny(c.text[m.End:t.start], "[](),;:")
		}
		near++
	}
	return false
}

// current says whether the figure still holds: no later report has another of the
// same holder for the same thing.
func (v *reviewer) current(it *item) ruling {
	if it == nil || it.Source.Kind == facts.KindReport || it.Measure == "" {
		return ruling{verdict: Supported}
	}
	for _, p := range v.passages {
		if p.corpus == nil {
			continue
		}
		for _, other := range p.corpus.items {
			if other.Value == nil || !other.Firm || other.doc.Published <= it.doc.Published || it.doc.Published == "" || other.Value.Of != it.Value.Of || other.Value.Doing != it.Value.Doing {
				continue
			}
			if flag := facts.Compare(it.Fact, other.Fact); flag == facts.FlagUp || flag == facts.FlagDown {
				return ruling{verdict: Outdated, why: it.Source.Name + " has given “" + other.Value.Text + "” since", newer: other}
			}
		}
	}
	return ruling{verdict: Supported}
}
