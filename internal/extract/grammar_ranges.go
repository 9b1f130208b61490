package extract

import "math"

// shareScale gives the lower end the scale of the upper one: "5 to 7 million",
// "three to four hundred". Never when that would turn the range round: "$200 to $4 million".
func (g grammar) shareScale(a *amount, b amount) {
	if a.scaled || !b.scaled && g.lower(b.to-1) != "hundred" || a.low <= 0 || a.low >= 1000 {
		return
	}
	if scale := g.lastScale(b); a.low*scale < b.low {
		a.low *= scale
		a.high = a.low
	}
}

// lastScale is what the last scale word of a number is worth to the number before it.
func (g grammar) lastScale(b amount) float64 {
	switch {
	case g.lower(b.to-1) == "hundred":
		return 100
	case dozensAfter[g.lower(b.to-1)], g.lower(b.to-1) == "dozen":
		return 12
	case b.low < 1000:
		return 1
	}
	return math.Pow(1000, math.Floor(math.Log10(b.low)/3+1e-9))
}

const (
	// maxChoice is the largest of two neighbours between which a text wavers.
	maxChoice = 100
	// maxChoiceSpread is how many times as large the second of two round numbers may be.
	maxChoiceSpread = 1.5
)

// isChoice reports whether "a or b" says that it is one of the two and no matter
// which: neighbours, or two round numbers that lie near each other.
func (g grammar) isChoice(a, b amount) bool {
	if b.vague || b.fraction || b.couple || a.scaled || a.unit != "" || g.lower(a.from-1) == "between" {
		return false
	}
	g.shareScale(&a, b)
	scale := 1.0
	if b.scaled || g.lower(b.to-1) == "hundred" {
		scale = g.lastScale(b)
	}
	low, high := a.low/scale, b.low/scale
	if low != math.Trunc(low) || high != math.Trunc(high) || low < 1 {
		return false
	}
	return high == low+1 && high <= maxChoice || high > low && high <= low*maxChoiceSpread && isRound(low) && isRound(high)
}

// isRound reports whether people say the number when they do not know it exactly.
func isRound(v float64) bool { return math.Mod(v, 5) == 0 || v == 8 || v == 12 }

// orTwo reads "a day or two" at the article i: one or two of a unit.
func (g grammar) orTwo(i int) (amount, bool) {
	if l := g.lower(i); l != "a" && l != "an" {
		return amount{}, false
	}
	f, n := g.unitAt(i + 1)
	to := i + 1 + n
	if n == 0 || currencyUnits[f.name] && !hasWord(g, i+1) || isPercent(f.name) || g.lower(to) != "or" || g.lower(to+1) != "two" || g.masked[to+1] {
		return amount{}, false
	}
	if _, more := g.unitAt(to + 2); more > 0 || to+2 < len(g.ws) && numberWords[g.lower(to+2)].kind != 0 {
		return amount{}, false // "a year or two months"
	}
	return amount{low: 1, high: 2, to: to + 2, unit: f.name, unitFrom: i + 1, unitTo: to}, true
}

// hasWord reports whether a unit is written as a word at i: "a dollar".
func hasWord(g grammar, i int) bool { return i < len(g.ws) && g.ws[i].kind == wordPlain }
