package extract

import "strings"

// words reads a number in words at i, with the part of a whole behind it:
// "two hundred and five thousand", "two and a half", "one in five".
func (g grammar) words(i int, money bool) (amount, bool) {
	a, scale, ok := g.cardinal(i)
	if !ok || g.isRanked(i, a) {
		return a, false
	}
	if p, ok := g.pointWords(a); ok {
		return g.scales(p, money), true
	}
	if f, ok := g.fractionOf(a); ok {
		return f, true
	}
	if v := g.andHalf(&a, a.low, scale); v != a.low {
		a.low = v
		a = g.scales(a, money)
	} else if dozensAfter[g.lower(a.to)] {
		a = g.scales(a, money)
	}
	a.high = a.low
	return g.ratio(a), true
}

// isRanked reports whether the number in words goes on as an ordinal: "forty-fifth".
// "A thirty-second spot" is a time, "the thirty-second" is none.
func (g grammar) isRanked(i int, a amount) bool {
	k := g.skipHyphen(a.to)
	if d := ordinalDays[g.lower(k)]; k == a.to || d < 1 || d > 9 || numberWords[g.lower(a.to-1)].kind != numTens {
		return false
	}
	switch l := g.lower(i - 1); l {
	case "the", "his", "her", "their", "our", "my", "its", "your":
		return true
	default:
		return g.lower(k) != "second" || strings.HasSuffix(l, "'s")
	}
}

// cardinal reads a whole number in words at i. scale is the last scale word's
// value, or 1.
func (g grammar) cardinal(i int) (a amount, scale float64, ok bool) {
	total, current := 0.0, 0.0
	scale = 1e18
	last := numKind(0)
	k, end := i, i
	for k < len(g.ws) {
		l := g.lower(k)
		if l == "-" && k > i && g.touches(k-1) && g.touches(k) || l == "and" && k > i && g.joins(k, last) {
			k++
			continue
		}
		n, found := numberWords[l]
		if !found || g.masked[k] || l == "score" {
			break
		}
		if n.kind == numScale && last == numScale && n.value > scale && n.value != 12 { // "three lakh crore"
			total *= n.value
		} else if !follows(n, last, current, scale) || last == numTens && g.partsAt(k) > 0 {
			break
		} else if n.kind == numUnit || n.kind == numTens {
			current += n.value
		} else if n.kind == numHundred {
			current = max(current, 1) * n.value
		} else {
			total, current, scale, a.scaled = total+max(current, 1)*n.value, 0, n.value, true
		}
		last, k = n.kind, k+1
		end = k
	}
	a.low, a.high, a.to = total+current, total+current, end
	if !a.scaled {
		scale = 1
	}
	return a, scale, end > i
}

// partsAt is how many of a whole the plural ordinal at k parts it into, or 0.
func (g grammar) partsAt(k int) float64 { return unitOrdinals[g.lower(k)] }

// follows reports whether n can follow a word of kind last inside one number.
func follows(n numWord, last numKind, current, scale float64) bool {
	switch n.kind {
	case numUnit:
		return last != numUnit && (last != numTens || n.value < 10 && n.value > 0)
	case numTens:
		return last != numUnit && last != numTens
	case numHundred:
		return last == 0 || last == numUnit || last == numTens
	case numScale:
		return n.value < scale && (n.value != 12 || last != numScale)
	}
	return false
}

// joins reports whether the "and" at k goes on with the number: behind a hundred
// or a scale, before a smaller number that counts the same things and is no part
// of the scale ("and three quarters").
func (g grammar) joins(k int, last numKind) bool {
	if last != numHundred && last != numScale {
		return false
	}
	n, ok := numberWords[g.lower(k+1)]
	if !ok || n.kind != numUnit && n.kind != numTens {
		return false
	}
	next := g.skipHyphen(k + 2)
	return numberWords[g.lower(next)].kind != numFraction || isOrdinal(g.lower(next))
}

// isOrdinal reports whether the fraction word is as well a rank: "fifth".
func isOrdinal(w string) bool { return w != "half" && w != "quarter" && w != "" && w[len(w)-1] != 's' }

// skipHyphen is the piece behind the hyphen at k, if one joins its neighbours there.
func (g grammar) skipHyphen(k int) int {
	if g.lower(k) == "-" && g.touches(k-1) && g.touches(k) {
		return k + 1
	}
	return k
}

// pastHyphenTo is where the upper end begins behind the "to" of "10-to-15-minute"
// and "10- to 15-minute", else 0.
func (g grammar) pastHyphenTo(i int) int {
	if g.lower(i) != "-" || g.lower(i+1) != "to" || !g.touches(i-1) {
		return 0
	}
	if !g.touches(i) {
		return i + 2
	}
	if g.skipHyphen(i+2) > i+2 {
		return i + 3
	}
	return 0
}

// pointWords reads decimals in words behind a: "five point seven one", "two point
// twenty-five".
func (g grammar) pointWords(a amount) (amount, bool) {
	if g.lower(a.to) != "point" {
		return a, false
	}
	step, k, tens := 1.0, a.to+1, false
	for ; k < len(g.ws) && !g.masked[k]; k++ {
		n, ok := numberWords[g.lower(k)]
		if !ok {
			if g.skipHyphen(k) > k && tens {
				continue
			}
			break
		}
		switch {
		case n.kind == numUnit && n.value < 10 && tens:
			a.low += n.value * step
		case n.kind == numUnit && n.value < 10:
			step /= 10
			a.low += n.value * step
		case n.kind == numUnit, n.kind == numTens:
			step /= 100
			a.low += n.value * step
		}
		if n.kind != numUnit && n.kind != numTens {
			break
		}
		tens = n.kind == numTens
		a.to, a.high = k+1, a.low
	}
	return a, step < 1
}
