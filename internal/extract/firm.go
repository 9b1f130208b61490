package extract

import (
	"math"
	"strings"

	"sitrep/internal/facts"
)

// isFirm reports whether the automaton reads the same number, bound and unit at
// the figure, and whether the text of the figure alone reads as the same value
// and bound.
func (d *document) isFirm(q Quantity, g grammar, f figure, second *automaton) bool {
	from, to := g.ws[f.from].start, g.ws[f.to-1].end
	for i, r := range second.findings {
		if r.end <= from {
			continue
		}
		if r.start >= to {
			return false
		}
		low, high := f.low, f.high
		if f.fraction && f.low != r.low && i+1 < len(second.findings) {
			r = second.ratio(r, second.findings[i+1])
		}
		return near(r.low, low) && near(r.high, high) && second.boundOf(r) == f.bound && second.agrees(r, f) && !second.doubts(r, f) && !g.doubts(&f) && !g.isIdle(&f) && d.rereads(q, g, f)
	}
	return false
}

// ratio reads "three out of four", "one in every ten" as a fraction.
func (a *automaton) ratio(f, of finding) finding {
	between := of.first - f.last
	if a.word(f.last) == "-" {
		between-- // phrase leaves it out
	}
	switch a.phrase(f.last, between) {
	case "in", "out of", "in every", "out of every", "in each", "for-", "in-":
		f.low /= nonzero(of.low)
		f.high = f.low
	}
	return f
}

func (a *automaton) boundOf(f finding) string {
	if f.enclosed {
		return facts.BoundExact
	}
	b := a.bound(f)
	if b == "" && (f.vague || a.word(f.first) == "couple") {
		return facts.BoundApprox
	}
	if b == "" {
		return facts.BoundExact
	}
	return b
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(math.Abs(a), math.Abs(b)) }

// agrees reports whether the automaton finds the figure's unit, too: stated with
// the number, in the table behind it, or as the noun that is counted.
func (a *automaton) agrees(r finding, f figure) bool {
	if f.fraction || f.unit == "" {
		return r.unit == "" || f.fraction
	}
	if f.unit == "year" && f.unitFrom == f.unitTo && (a.afterAge(r.first-1) || orBounds["or "+a.word(r.last+1)] != "" && strings.HasSuffix(a.word(r.last+1), "er")) {
		return true
	}
	if f.unit == "year" && f.unitFrom == f.unitTo && r.first > 1 {
		mark := a.word(r.first-1) + a.word(r.last)
		return a.tokens[r.first-2].upper && (mark == ",," || mark == ",." || mark == "()")
	}
	if r.unit != "" {
		return r.unit == f.unit || r.unit == "percent" && isPercent(f.unit)
	}
	if f.unit == "time" && a.word(r.last) == "times" {
		return true
	}
	behind := a.pastOdd(r.last)
	for n := a.unitWords(behind); n > 0; n-- {
		if u, ok := unitForms[a.phrase(behind, n)]; ok && u.name == f.unit {
			return true
		}
	}
	return a.countsNoun(behind, f.unit)
}

// maxAgeGap is how many words of a hedge may stand between "aged" and the number.
const maxAgeGap = 3

// afterAge reports whether "aged", "age" or "ages" stands at i or a few words of a
// hedge before.
func (a *automaton) afterAge(i int) bool {
	for n := 0; n < maxAgeGap; n, i = n+1, i-1 {
		switch w := a.word(i); w {
		case "aged", "age", "ages":
			return true
		case "between", "from", "than", "least", "at", "more", "less":
		default:
			if hedgeWords[w] == "" {
				return false
			}
		}
	}
	return false
}

// unitWords is how many tokens a unit at i may have: none where the first word
// begins no unit.
func (a *automaton) unitWords(i int) int {
	if a.word(i) == "-" {
		i++
	}
	w := a.word(i)
	if w == "" {
		return 0
	}
	if x := lexemes.of(w); isLetter(rune(w[0])) && (x == nil || x.traits&isUnitStart == 0) {
		return 0
	}
	return maxUnitWords + 2 // its hyphens are tokens as well
}

// phrase joins n tokens from i with blanks, a leading hyphen left out.
func (a *automaton) phrase(i, n int) string {
	if a.word(i) == "-" {
		i++
	}
	var b strings.Builder
	for k := i; k < i+n && k < len(a.tokens); k++ {
		if k > i && !a.closed(k) {
			b.WriteByte(' ')
		}
		b.WriteString(a.tokens[k].text)
	}
	return b.String()
}

// closed reports whether no blank stands in front of the token at k in a unit:
// "km/h", "km²", "barrel-a-day".
func (a *automaton) closed(k int) bool {
	switch a.tokens[k].text {
	case "/", "²", "³":
		return true
	case "-":
		return a.tokens[k].glued
	}
	return a.word(k-1) == "/" || a.word(k-1) == "°" || a.word(k-1) == "-" && a.tokens[k].glued
}

// maxNoun is how far behind the number the counted noun may stand, in tokens.
const maxNoun = 9

// countsNoun walks right from the number to the first plural that no other
// plural follows, or to the last word before a stop, and compares it with unit.
func (a *automaton) countsNoun(i int, unit string) bool {
	last, before := "", ""
	if a.word(i) == "-" && a.tokens[i].glued { // "four-cylinder"
		return singular(a.word(i+1)) == unit || unit == "person" && isPersonNoun(a.word(i+1))
	}
	for k := i; k < len(a.tokens) && k < i+maxNoun; k++ {
		w := a.tokens[k].text
		if w == "-" && a.tokens[k].glued || w == "and" && last != "" && !isPlural(last) && !a.stops(k+1) {
			continue
		}
		if a.stops(k) {
			if last != "" && a.tokens[k].event == evDigits && a.tokens[k-1].upper && !isPlural(last) && !a.stops(k+1) {
				continue // "500 Model 3 cars"
			}
			if last == "" && a.leadsOn(k) {
				continue
			}
			break
		}
		if last != "" && isParticiple(w) && k+1 < len(a.tokens) && a.stops(k+1) {
			break // "one clerk claimed that"
		}
		before, last = last, w
		if isPlural(w) && (k+1 >= len(a.tokens) || !isPlural(a.word(k+1)) || a.stops(k+1)) {
			break
		}
	}
	if last == "" {
		return false
	}
	if u, ok := unitForms[before+" "+last]; ok {
		return u.name == unit
	}
	if unit == "person" {
		return isPersonNoun(last) || isPersonNoun(singular(last))
	}
	return singular(last) == unit || strings.HasSuffix(unit, "-"+singular(last)) || unitForms[last].name == unit
}

// leadsOn reports whether the token at k may stand between the number and the
// noun it counts: "of", "or two", "an", "daily".
func (a *automaton) leadsOn(k int) bool {
	switch t := a.tokens[k]; t.text {
	case "of", "-", "the", "or", "and", ",", "a", "an", "its", "their", "his", "her", "our", "these", "those":
		return true
	default:
		return t.event == evDigits || t.event == evSmall || classes[t.text] == classAdverb
	}
}

func (a *automaton) stops(k int) bool {
	if k >= len(a.tokens) {
		return true
	}
	t := a.tokens[k]
	if t.text == "right" && pointers[a.word(k+1)] || t.text == "thanks" && a.word(k+1) == "to" {
		return true
	}
	if t.text == "." && t.glued && k > 0 && len(a.word(k-1)) == 1 {
		return false // an acronym
	}
	if t.text == "." && t.glued && k > 0 && abbreviations[a.word(k-1)] == abbrevTitle {
		return false
	}
	if t.event != evOther && t.event != evMoney && t.event != evPoint || !isLetter([]rune(t.text)[0]) {
		return t.text != "&" && t.text != "/" && t.event != evPart
	}
	return classes[t.text] != classContent && !isParticipleForm(t.text) && !(k > 0 && t.glued && a.word(k-1) == "-")
}

// rereads reports whether the text of the figure by itself is the same number
// with the same bound.
func (d *document) rereads(q Quantity, g grammar, f figure) bool {
	end := q.End
	if f.scaled && f.counts && f.unitTo > f.to { // "3.5m members": what is counted tells what "m" is
		end = g.ws[f.unitTo-1].end
	}
	ws := pieces(d.appendWords(nil, q.Start, end))
	alone := grammar{ws: ws, masked: make([]bool, len(ws))}
	for _, r := range alone.figures() {
		return near(r.low, f.low) && near(r.high, f.high) && r.bound == f.bound
	}
	return false
}
