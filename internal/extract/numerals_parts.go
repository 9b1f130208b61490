package extract

import "math"

// slash reads a written fraction "1/2" at i; n is 0 when there is none.
func (g grammar) slash(i int) (value float64, n int) {
	if i+2 >= len(g.ws) || g.ws[i].kind != wordNumber || g.lower(i+1) != "/" || !g.touches(i) || !g.touches(i+1) ||
		g.ws[i+2].kind != wordNumber || g.lower(i+3) == "/" {
		return 0, 0
	}
	top, ok1 := number(g.ws[i].text)
	bottom, ok2 := number(g.ws[i+2].text)
	if !ok1 || !ok2 || top >= bottom || !denominators[bottom] {
		return 0, 0
	}
	return top / bottom, 3
}

// denominators are those of written fractions; others are dates, scores or names.
var denominators = map[float64]bool{2: true, 3: true, 4: true, 5: true, 8: true, 10: true, 16: true, 32: true, 64: true, 100: true, 128: true, 1000: true}

// andHalf adds "and a half", "and three quarters" of the scale to v, and "and a
// half million" behind a greater scale.
func (g grammar) andHalf(a *amount, v, scale float64) float64 {
	i := g.skipHyphen(a.to)
	if g.lower(i) != "and" {
		return v
	}
	top, from := 1.0, g.skipHyphen(i+1)
	if f, n := g.slash(from); n > 0 && v == math.Trunc(v) && v < 1000 && scale == 1 && g.lower(from+n) != "of" {
		a.to = from + n
		return v + f // "4 and 2/3"
	}
	k := from
	if l := g.lower(k); l == "a" || l == "one" {
		k = g.skipHyphen(k + 1)
	} else if n, ok := numberWords[l]; ok && n.kind == numUnit {
		top, k = n.value, g.skipHyphen(k+1)
	}
	n, ok := numberWords[g.lower(k)]
	if !ok || n.kind != numFraction || k == from || g.lower(k+1) == "of" {
		return v
	}
	if s, ok := numberWords[g.lower(k+1)]; ok && s.kind == numScale && s.value < scale {
		a.to = k + 2
		return v + top*n.value*s.value
	}
	a.to = k + 1
	return v + top*n.value*scale
}

// fractionOf reads "two thirds", "three-quarters of", "three twenty-firsts" behind a count.
func (g grammar) fractionOf(a amount) (amount, bool) {
	if f, ok := g.tensParts(a); ok {
		return f, true
	}
	i := g.skipHyphen(a.to)
	hyphen := i > a.to
	if !hyphen && g.lower(i) == "-" && (g.lower(i+2) == "of" || i+2 >= len(g.ws)) { // "one - fourth of"
		i++
	}
	if k := g.skipHyphen(i + 1); i == a.to && g.lower(i) == "one" && k > i+1 && !isOrdinal(g.lower(k)) { // "five one-hundredths"
		i, hyphen = k, true
	}
	n, ok := numberWords[g.lower(i)]
	if !ok || n.kind != numFraction || a.low*n.value > 1.5 || g.lower(i) == "quarters" && a.low != 3 || // spans of time
		a.low > 1 && isOrdinal(g.lower(i)) {
		return a, false
	}
	s, next := numberWords[g.lower(i+1)]
	if next && s.kind == numScale { // "three quarters billion"
		return g.scales(amount{low: a.low * n.value, to: i + 1}, false), true
	}
	if !hyphen && g.lower(i+1) != "of" && a.low < 2 && i+1 < len(g.ws) && (g.ws[i+1].kind != wordMark || g.lower(i) == "quarter" || g.lower(i+1) == "-") {
		return a, false
	}
	v := a.low * n.value
	return g.fractionOfScale(amount{low: v, high: v, to: i + 1, fraction: true}), true
}

// tensParts reads a fraction whose denominator has two words: "three twenty-firsts".
func (g grammar) tensParts(a amount) (amount, bool) {
	if n := numberWords[g.lower(a.to)]; n.kind == numTens && a.low > 0 {
		if p := g.partsAt(g.skipHyphen(a.to + 1)); p > 0 {
			v := a.low / (n.value + p)
			return amount{low: v, high: v, to: g.skipHyphen(a.to+1) + 1, fraction: true}, true
		}
	}
	if f, ok := g.onePart(a); ok {
		return f, true
	}
	if p := g.partsAt(a.to); p > 2 {
		if n := numberWords[g.lower(a.to-1)]; n.kind == numTens && a.low > n.value {
			v := (a.low - n.value) / (n.value + p)
			return amount{low: v, high: v, to: a.to + 1, fraction: true}, true
		}
		if a.low > 20 {
			v := a.low / p
			return amount{low: v, high: v, to: a.to + 1, fraction: true}, true
		}
	}
	return a, false
}

// onePart reads "one twenty-fifth of" and the same at the end of a clause.
func (g grammar) onePart(a amount) (amount, bool) {
	n := numberWords[g.lower(a.to)]
	k := g.skipHyphen(a.to + 1)
	d := ordinalDays[g.lower(k)]
	if a.low != 1 || n.kind != numTens || d < 1 || d > 9 || k+1 < len(g.ws) && g.lower(k+1) != "of" && g.ws[k+1].kind != wordMark {
		return a, false
	}
	v := 1 / (n.value + float64(d))
	return amount{low: v, high: v, to: k + 1, fraction: true}, true
}

// fractionOfScale reads "a quarter of a million" as a number and "a third of a
// mile" as a measure.
func (g grammar) fractionOfScale(a amount) amount {
	i := a.to
	if g.lower(i) != "of" {
		return a
	}
	if l := g.lower(i + 1); l != "a" && l != "an" && l != "one" {
		return a
	}
	if n, ok := numberWords[g.lower(i+2)]; ok && n.kind == numScale {
		v := a.low * n.value
		return amount{low: v, high: v, to: i + 3, scaled: true}
	}
	k := i + 2
	if g.lower(k) == "us" || g.lower(k) == "u.s." {
		k++
	}
	if f, n := g.unitAt(k); n > 0 && (dividable[f.name] || isPercent(f.name)) {
		return amount{low: a.low, high: a.low, to: k}
	}
	return a
}

// dividable are units of which a part is a measure, not a share: "a third of a mile".
var dividable = wordSet(`kilometre metre centimetre millimetre mile yard foot inch acre hectare kilogram gram tonne ton pound ounce litre
	millilitre gallon pint quart cup tablespoon teaspoon barrel degree second minute hour day century decade cent point`)

// ratio reads "one in five voters", "two out of three" and "3-for-5" as a fraction.
func (g grammar) ratio(a amount) amount {
	i := a.to
	out := g.lower(i) == "out" && g.lower(i+1) == "of"
	joined := g.skipHyphen(i) > i && g.lower(i+1) == "in" && g.skipHyphen(i+2) > i+2 // "one-in-five"
	switch {
	case g.lower(i) == "over" && g.isQuotient(a):
		return g.quotient(a)
	case a.scaled || a.low <= 0 || a.low > 99:
		return a
	case joined:
		i += 3
	case out:
		i += 2
	case g.lower(i) == "in":
		i++
	case g.skipHyphen(i) > i && g.lower(i+1) == "for" && g.skipHyphen(i+2) > i+2 && a.low == math.Trunc(a.low):
		return g.tries(a)
	default:
		return a
	}
	if g.lower(i) == "every" || g.lower(i) == "each" {
		i++
	}
	if i >= len(g.ws) || g.masked[i] && !joined {
		return a
	}
	b, ok := g.denominator(i)
	if !ok || b.low <= a.low {
		return a
	}
	if _, n := g.unitAt(b.to); n > 0 && !out && !joined && g.lower(b.to) != "people" {
		return a
	}
	if !out && !joined && !g.isRatioEnd(b.to) {
		return a
	}
	v := a.low / b.low
	return amount{low: v, high: v, to: b.to, fraction: true}
}

// isQuotient reports whether "over" behind a divides it: "one over twenty" at the
// start or behind "is", and nothing but a stop behind.
func (g grammar) isQuotient(a amount) bool {
	b, ok := g.denominator(a.to + 1)
	if !ok || b.low < 2 || b.low != math.Trunc(b.low) || a.low != math.Trunc(a.low) {
		return false
	}
	k := a.to - 1
	for k >= 0 && (g.ws[k].kind == wordNumber || numberWords[g.lower(k)].kind != 0 || g.lower(k) == "-" || g.lower(k) == "and" || g.lower(k) == "a") {
		k--
	}
	if k >= 0 && !quotientLeads[g.lower(k)] {
		return false
	}
	return b.to >= len(g.ws) || b.to == len(g.ws)-1 && g.lower(b.to) == "."
}

// quotientLeads stand in front of what is divided.
var quotientLeads = wordSet("is equals to plus minus times be = answer")

// quotient is a divided by the number behind "over".
func (g grammar) quotient(a amount) amount {
	b, _ := g.denominator(a.to + 1)
	v := a.low / b.low
	return amount{low: v, high: v, to: b.to, fraction: true}
}

// dealt are words behind "2-for-5" that tell of an exchange, not of tries.
var dealt = wordSet("split stock share swap exchange deal trade sale offer special reverse")

// tries reads "3-for-5": so many of so many tries.
func (g grammar) tries(a amount) amount {
	b, ok := g.denominator(a.to + 3)
	if !ok || b.low <= a.low || dealt[g.lower(b.to)] || g.lower(b.to) == "-" {
		return a
	}
	v := a.low / b.low
	return amount{low: v, high: v, to: b.to, fraction: true}
}

// isRatioEnd reports whether what stands behind "one in ten" takes it for people
// or things: a plural or a verb.
func (g grammar) isRatioEnd(i int) bool {
	if i >= len(g.ws) {
		return true
	}
	c := classOf(g.ws[i])
	return isPlural(g.lower(i)) && c == classContent || c == classAux || c == classVerb
}

// maxDenominator is the largest number of which a part is told: "one in 100,000".
const maxDenominator = 1e6

func (g grammar) denominator(i int) (amount, bool) {
	if i >= len(g.ws) {
		return amount{}, false
	}
	if v, ok := number(g.ws[i].text); ok && g.ws[i].kind == wordNumber {
		return amount{low: v, to: i + 1}, v <= maxDenominator
	}
	b, _, ok := g.cardinal(i)
	return b, ok && b.low <= maxDenominator
}

// maxExponent bounds powers: what is larger means nothing in a report.
const maxExponent = 30

// power reads what raises or multiplies v behind it: "^6", "x10^6", "×10⁻⁸". n
// is how many pieces that takes, 0 for none.
func (g grammar) power(i int, v float64) (result float64, n int) {
	if g.lower(i) == "^" && g.touches(i-1) {
		if e, n := g.exponent(i + 1); n > 0 && math.Abs(v) < 1000 {
			return math.Pow(v, e), n + 1
		}
		return 0, 0
	}
	k := i
	switch l := g.lower(i); {
	case l == "x10":
		k++
	case (l == "x" || l == "×" || l == "*") && g.lower(i+1) == "10":
		k += 2
	default:
		return 0, 0
	}
	raised := g.lower(k) == "^"
	if raised {
		k++
	}
	if _, super := superscripts[firstRune(g.lower(k))]; !raised && !super && g.lower(k) != "−" && g.lower(k) != "-" || !g.touches(k-1) {
		return 0, 0
	}
	e, size := g.exponent(k)
	if size == 0 {
		return 0, 0
	}
	return v * math.Pow(10, e), k + size - i
}

// exponent reads a signed whole number, plain or raised, and how many pieces it has.
func (g grammar) exponent(i int) (e float64, n int) {
	sign, k, digits := 1.0, i, 0
	for ; k < len(g.ws) && (k == i || g.touches(k-1)) && digits < 3; k++ {
		l := g.lower(k)
		raised, super := superscripts[firstRune(l)]
		switch {
		case k == i && (l == "-" || l == "−" || l == "⁻"):
			sign = -1
		case k == i && (l == "+" || l == "⁺"):
		case super && raised >= '0':
			e, digits = e*10+float64(raised-'0'), digits+1
		case g.ws[k].kind == wordNumber && digits == 0:
			v, ok := number(g.ws[k].text)
			if !ok || v > maxExponent {
				return 0, 0
			}
			return sign * v, k + 1 - i
		default:
			return finish(sign*e, digits, k-i)
		}
	}
	return finish(sign*e, digits, k-i)
}

func finish(e float64, digits, n int) (float64, int) {
	if digits == 0 || math.Abs(e) > maxExponent {
		return 0, 0
	}
	return e, n
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}
