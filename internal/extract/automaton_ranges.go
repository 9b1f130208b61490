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
	if !f.scaled && g.scaled && f.low < 1000 && f.low > 0 {
		for s := 1e15; s > 1; s /= 1000 {
			if math.Abs(g.low) >= s {
				if f.low*s < g.low {
					f.low *= s
				}
				break
			}
		}
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
	if w := a.word(k); w != "and" && w != "but" {
		return false
	}
	least, most := facts.BoundMin, facts.BoundMax
	if f.low > g.low {
		least, most = most, least
	}
	return a.bound(f) == least && a.bound(g) == most
}
