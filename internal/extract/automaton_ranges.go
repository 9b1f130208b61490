package extract

import (
	"math"

	"sitrep/internal/facts"
)

// joinRanges makes one finding of two with only a word or dash of range between.
func (a *automaton) joinRanges() {
	out := a.findings[:0]
	for i := 0; i < len(a.findings); i++ {
		f := a.findings[i]
		if i+1 < len(a.findings) {
			if joined, ok := a.joined(f, a.findings[i+1]); ok {
				f = joined
				i++
			}
		}
		out = append(out, f)
	}
	a.findings = out
}

func (a *automaton) joined(f, g finding) (finding, bool) {
	if f.vague || g.vague || !a.parted(f, g) {
		return f, false
	}
	if s := a.sharedScale(f, g); f.low*s < g.low {
		f.low *= s
	}
	if f.unit == "percent" && g.unit != f.unit {
		return f, false
	}
	if f.low >= g.low || f.unit != "" && g.unit != "" && f.unit != g.unit {
		return f, false
	}
	if f.unit == "" {
		f.unit = g.unit
	}
	f.high, f.end, f.last, f.scaled = g.low, g.end, g.last, g.scaled
	return f, true
}

// sharedScale is the scale that is said of g alone and meant of f as well.
func (a *automaton) sharedScale(f, g finding) float64 {
	if f.scaled || !g.scaled || f.low >= 1000 || f.low <= 0 {
		return 1
	}
	switch a.word(g.last - 1) {
	case "hundred":
		return 100
	case "dozen":
		return 12
	}
	s := 1e15
	for s > 1 && math.Abs(g.low) < s {
		s /= 1000
	}
	return s
}

// parted reports whether what stands between f and g makes them a range.
func (a *automaton) parted(f, g finding) bool {
	between := ""
	if f.first > 0 {
		between = a.tokens[f.first-1].text
	}
	if g.first-f.last == 3 && a.phrase(f.last, 2) == "to-" && a.tokens[f.last].glued && a.tokens[g.first].glued {
		return true // "10-to-15-minute"
	}
	if g.first-f.last == 2 && a.word(f.last) == "-" && a.word(f.last+1) == "to" && a.tokens[f.last].glued {
		return a.word(g.last) == "-" // "10- to 15-minute"
	}
	for i := f.last; i < g.first; i++ {
		switch t := a.tokens[i]; t.text {
		case "to", "through", "till", "until", "~":
			if between == "by" && (f.unit != "" || g.low > 3*f.low) {
				return false
			}
			return i == g.first-1 && (between != "from" || !a.movesBefore(f.first-1)) && a.sameUnit(f.last, i, g.last)
		case "-", "–":
			return i == g.first-1 && t.glued == a.tokens[i+1].glued && a.sameUnit(f.last, i, g.last)
		case "or":
			return i == f.last && i == g.first-1 && between != "between" && a.wavers(f, g)
		case "and":
			return between == "between" && i == g.first-1
		}
	}
	return false
}

// sameUnit reports whether the tokens [from,to) are nothing, or a unit that
// stands behind the other number as well: "5 km to 10 km".
func (a *automaton) sameUnit(from, to, behind int) bool {
	if to > from && a.word(to-1) == "up" {
		to--
	}
	if to <= from {
		return true
	}
	u, ok := unitForms[a.phrase(from, to-from)]
	for n := maxUnitWords; ok && n > 0; n-- {
		if unitForms[a.phrase(behind, n)].name == u.name {
			return true
		}
	}
	return false
}

func (a *automaton) movesBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if _, ok := changeWords[a.tokens[k].text]; ok {
			return true
		}
	}
	return false
}

// joinBounds makes one finding of a smallest and a largest value with "and" between.
func (a *automaton) joinBounds() {
	out := a.findings[:0]
	for i := 0; i < len(a.findings); i++ {
		f := a.findings[i]
		if i+1 < len(a.findings) && a.isEnclosed(f, a.findings[i+1]) {
			g := a.findings[i+1]
			if f.low > g.low {
				f.low = g.low
			} else {
				f.high = g.high
			}
			f.end, f.last, f.enclosed = g.end, g.last, true
			if f.unit == "" {
				f.unit = g.unit
			}
			i++
		}
		out = append(out, f)
	}
	a.findings = out
}

// maxEnclosing is how many tokens may stand between the ends of such a range.
const maxEnclosing = 8

func (a *automaton) isEnclosed(f, g finding) bool {
	if f.low != f.high || g.low != g.high || f.low == g.low || g.first-f.last > maxEnclosing || g.first <= f.last || f.unit != "" && f.unit != g.unit {
		return false
	}
	k := f.last
	if f.unit == "" {
		for k < g.first && a.tokens[k].event != evAnd && a.word(k) != "but" { // its unit
			k++
		}
	}
	if a.word(k) == "," && a.word(k+1) == "but" {
		k++
	}
	if w := a.word(k); w != "and" && w != "but" {
		return false
	}
	least, most := facts.BoundMin, facts.BoundMax
	if f.low > g.low {
		least, most = most, least
	}
	return a.bound(f) == least && a.bound(g) == most
}

// wavers reports whether "f or g" means some number of that size: the next one, or
// two steps of five apart at most among small ones and half as much again at most.
func (a *automaton) wavers(f, g finding) bool {
	s := a.sharedScale(f, g)
	low, high := f.low, g.low/s
	if f.unit != "" || f.scaled || low != math.Floor(low) || high != math.Floor(high) || low < 1 {
		return false
	}
	if high-low == 1 {
		return high <= maxChoice
	}
	even := func(v float64) bool { return v == 8 || v == 12 || v == 5*math.Floor(v/5) }
	return high > low && 2*high <= 3*low && even(low) && even(high)
}

// joinOrTwo makes "a day or two" one finding with its unit.
func (a *automaton) joinOrTwo() {
	for i := range a.findings {
		f := &a.findings[i]
		if f.last-f.first != 1 || f.unit != "" || a.word(f.first) != "two" || a.word(f.first-1) != "or" {
			continue
		}
		for n := 1; n <= maxUnitWords && n < f.first-1; n++ {
			at := f.first - 1 - n
			u, ok := unitForms[a.phrase(at, n)]
			if w := a.word(at - 1); ok && (w == "a" || w == "an") && !isPercent(u.name) && !a.isNumber(f.last) && unitForms[a.word(f.last)].name == "" {
				f.low, f.unit, f.first, f.start = 1, u.name, at-1, a.tokens[at-1].start
				break
			}
		}
	}
}
