package extract

// numeral reads a number without sign and currency at i. money tells that a
// currency stands before it, so that "m" and "b" are scales.
func (g grammar) numeral(i int, money bool) (amount, bool) {
	if i >= len(g.ws) || g.masked[i] {
		return amount{}, false
	}
	w := g.ws[i]
	if w.kind == wordNumber {
		return g.digitNumeral(i, money)
	}
	if w.kind == wordMark {
		if w.lower == "." && g.touches(i) && g.ws[i+1].kind == wordNumber {
			return g.pointNumeral(i)
		}
		if v, ok := vulgar[[]rune(w.lower)[0]]; ok {
			return g.scales(amount{low: v, to: i + 1, fraction: g.lower(i+1) == "of"}, money), true
		}
		return amount{}, false
	}
	switch w.lower {
	case "a", "an", "one", "the":
		if a, ok := g.article(i); ok {
			return a, true
		}
	case "half":
		return g.half(i)
	case "quarter", "third":
		if n, ok := numberWords[g.lower(i+1)]; ok && n.kind == numScale {
			return g.scales(amount{low: numberWords[w.lower].value, to: i + 1}, money), true
		}
	}
	n, ok := numberWords[w.lower]
	switch {
	case !ok, n.kind == numLetter, n.kind == numFraction:
		return amount{}, false
	case n.kind == numPlural:
		return g.plural(i)
	case n.kind == numScale && w.lower == "score":
		return amount{}, false
	}
	return g.words(i, money)
}

func (g grammar) digitNumeral(i int, money bool) (amount, bool) {
	v, ok := number(g.ws[i].text)
	if !ok {
		return amount{}, false
	}
	a := amount{low: v, to: i + 1, digits: true}
	if f, n := g.slash(i); n > 0 {
		a.low, a.to, a.fraction = f, i+n, g.lower(i+n) == "of"
	} else if f, n := g.slash(i + 1); n > 0 && !g.touches(i) && v == float64(int(v)) {
		a.low, a.to = v+f, i+1+n
	} else if i+1 < len(g.ws) && g.ws[i+1].kind == wordMark {
		if f, ok := vulgar[[]rune(g.ws[i+1].lower)[0]]; ok {
			a.low, a.to = v+f, i+2
		}
	}
	a.high = a.low
	a = g.scales(a, money)
	return g.ratio(a), true
}

// pointNumeral reads ".5".
func (g grammar) pointNumeral(i int) (amount, bool) {
	v, ok := number("0." + g.ws[i+1].text)
	return amount{low: v, high: v, to: i + 2, digits: true}, ok && (i == 0 || !g.touches(i-1))
}

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

// maxScales is how many scale words one number may have: "three lakh crore".
const maxScales = 2

// scales reads the scale words behind a number, and "and a half" before or behind them.
func (g grammar) scales(a amount, money bool) amount {
	a.low = g.andHalf(&a, a.low, 1)
	for range maxScales {
		i := a.to
		if g.lower(i) == "-" && g.touches(i-1) && g.touches(i) {
			i++
		}
		n, ok := numberWords[g.lower(i)]
		if !ok || n.kind != numScale && n.kind != numHundred && n.kind != numLetter || i < len(g.ws) && g.masked[i] {
			break
		}
		if n.kind == numLetter && !g.scaleLetter(i, money) || g.lower(i) == "score" {
			break
		}
		a.low *= n.value
		a.to, a.scaled = i+1, true
		a.low = g.andHalf(&a, a.low, n.value)
	}
	a.high = a.low
	return a
}

// andHalf adds "and a half", "and three quarters" of the scale to v.
func (g grammar) andHalf(a *amount, v, scale float64) float64 {
	i := a.to
	if g.lower(i) != "and" {
		return v
	}
	top, k := 1.0, i+1
	if l := g.lower(k); l == "a" || l == "one" {
		k++
	} else if n, ok := numberWords[l]; ok && n.kind == numUnit {
		top, k = n.value, k+1
		if g.lower(k) == "-" {
			k++
		}
	}
	n, ok := numberWords[g.lower(k)]
	if !ok || n.kind != numFraction || k == i+1 || g.lower(k+1) == "of" {
		return v
	}
	a.to = k + 1
	return v + top*n.value*scale
}

// scaleLetter reports whether "m", "k", "bn" at i is a scale and not a unit: it
// touches its number, or money is meant.
func (g grammar) scaleLetter(i int, money bool) bool {
	l := g.lower(i)
	if len(l) > 1 || money {
		return l != "mil" || g.touches(i-1)
	}
	if !g.touches(i - 1) {
		return false
	}
	switch g.ws[i].text {
	case "K", "M", "B", "k":
		return true
	}
	next := g.lower(i + 1)
	return next == "of" || i+1 < len(g.ws) && classOf(g.ws[i+1]) == classContent && !lengthWords[next]
}

// lengthWords behind "m" tell that it means metres.
var lengthWords = wordSet("long tall high wide deep thick race sprint hurdles final relay freestyle butterfly tower wall fence dash world")

// words reads a number in words at i: "two hundred and five thousand".
func (g grammar) words(i int, money bool) (amount, bool) {
	total, current, scale := 0.0, 0.0, 1e18
	last := numKind(0)
	k, end := i, i
	scaled := false
	for k < len(g.ws) {
		l := g.lower(k)
		if l == "-" && k > i && g.touches(k-1) && g.touches(k) || l == "and" && k > i && g.joins(k, last) {
			k++
			continue
		}
		n, ok := numberWords[l]
		if !ok || g.masked[k] || !follows(n, last, current, scale) || l == "score" {
			break
		}
		switch n.kind {
		case numUnit, numTens:
			current += n.value
		case numHundred:
			current = max(current, 1) * n.value
		case numScale:
			total, current, scale, scaled = total+max(current, 1)*n.value, 0, n.value, true
		}
		last, k = n.kind, k+1
		end = k
	}
	if end == i {
		return amount{}, false
	}
	a := amount{low: total + current, to: end, scaled: scaled}
	if f, ok := g.fractionOf(a); ok {
		return f, true
	}
	if v := g.andHalf(&a, a.low, max(1, scaleOf(scaled, scale))); v != a.low {
		a.low = v
		a = g.scales(a, money)
	}
	a.high = a.low
	return g.ratio(a), true
}

func scaleOf(scaled bool, scale float64) float64 {
	if scaled {
		return scale
	}
	return 1
}

// follows reports whether n can follow a word of kind last inside one number.
func follows(n numWord, last numKind, current, scale float64) bool {
	switch n.kind {
	case numUnit:
		return last != numUnit && (last != numTens || n.value < 10)
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
// or a scale, before a smaller number that counts the same things.
func (g grammar) joins(k int, last numKind) bool {
	if last != numHundred && last != numScale {
		return false
	}
	n, ok := numberWords[g.lower(k+1)]
	return ok && (n.kind == numUnit || n.kind == numTens)
}

// fractionOf reads "two thirds", "three-quarters of", "one in five" behind a count.
func (g grammar) fractionOf(a amount) (amount, bool) {
	i := a.to
	hyphen := g.lower(i) == "-" && g.touches(i-1) && g.touches(i)
	if hyphen {
		i++
	}
	n, ok := numberWords[g.lower(i)]
	if !ok || n.kind != numFraction || a.low*n.value > 1.5 {
		return a, false
	}
	s, next := numberWords[g.lower(i+1)]
	if next && s.kind == numScale { // "three quarters billion"
		b := g.scales(amount{low: a.low * n.value, to: i + 1}, false)
		return b, true
	}
	if !hyphen && g.lower(i+1) != "of" && a.low < 2 && i+1 < len(g.ws) {
		return a, false
	}
	v := a.low * n.value
	return amount{low: v, high: v, to: i + 1, fraction: true}, true
}

// ratio reads "one in five voters" and "two out of three" as a fraction.
func (g grammar) ratio(a amount) amount {
	i := a.to
	out := g.lower(i) == "out" && g.lower(i+1) == "of"
	if out {
		i++
	}
	if !out && g.lower(i) != "in" || a.scaled || a.low <= 0 || a.low > 99 {
		return a
	}
	i++
	if g.lower(i) == "every" || g.lower(i) == "each" {
		i++
	}
	if i >= len(g.ws) || g.masked[i] {
		return a
	}
	b, ok := g.denominator(i)
	if !ok || b.low <= a.low {
		return a
	}
	if _, n := g.unitAt(b.to); n > 0 && !out && g.lower(b.to) != "people" {
		return a
	}
	if !out && !g.isRatioEnd(b.to) {
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

func (g grammar) denominator(i int) (amount, bool) {
	if v, ok := number(g.ws[i].text); ok && g.ws[i].kind == wordNumber {
		return amount{low: v, to: i + 1}, v <= 100000
	}
	if n, ok := numberWords[g.lower(i)]; ok && n.kind <= numHundred {
		return amount{low: n.value, to: i + 1}, true
	}
	return amount{}, false
}

// article reads "a dozen", "a third of", "a couple of", "the half-million".
func (g grammar) article(i int) (amount, bool) {
	next := g.lower(i + 1)
	if i+1 < len(g.ws) && g.masked[i+1] {
		return amount{}, false
	}
	if next == "-" && g.touches(i) && g.touches(i+1) {
		return amount{}, false
	}
	if next == "couple" && g.lower(i) == "a" {
		to := i + 2
		if g.lower(to) == "of" {
			to++
		} else if to < len(g.ws) && !isPlural(g.lower(to)) {
			return amount{}, false // two people who are married
		}
		return amount{low: 2, high: 2, to: to, couple: true}, true
	}
	n, ok := numberWords[next]
	if !ok || next == "score" {
		return amount{}, false
	}
	switch n.kind {
	case numHundred, numScale:
		if g.lower(i) == "the" || g.lower(i) == "one" {
			return amount{}, false
		}
		return g.words(i+1, false)
	case numFraction:
		if next == "half" {
			return g.half(i + 1)
		}
		if g.lower(i+2) == "of" || i+2 >= len(g.ws) {
			a := amount{low: n.value, high: n.value, to: i + 2, fraction: true}
			return g.fractionOfScale(a), g.lower(i) != "the"
		}
	}
	return amount{}, false
}

// fractionOfScale reads "a quarter of a million" as a number.
func (g grammar) fractionOfScale(a amount) amount {
	i := a.to
	if g.lower(i) != "of" {
		return a
	}
	if l := g.lower(i + 1); l != "a" && l != "one" {
		return a
	}
	if n, ok := numberWords[g.lower(i+2)]; ok && n.kind == numScale {
		v := a.low * n.value
		return amount{low: v, high: v, to: i + 3, scaled: true}
	}
	return a
}

// half reads "half a million", "half an hour", "half of", "half the".
func (g grammar) half(i int) (amount, bool) {
	k := i + 1
	if g.lower(k) == "-" {
		k++
	}
	switch g.lower(k) {
	case "of":
		a := amount{low: 0.5, high: 0.5, to: i + 1, fraction: true}
		return g.fractionOfScale(a), true
	case "the", "its", "their", "his", "her", "our", "all", "these", "those":
		return amount{low: 0.5, high: 0.5, to: i + 1, fraction: true}, true
	case "a", "an":
		k++
	}
	if n, ok := numberWords[g.lower(k)]; ok && (n.kind == numScale || n.kind == numHundred) && g.lower(k) != "score" {
		return g.scales(amount{low: 0.5, to: k}, false), true
	}
	if f, n := g.unitAt(k); n > 0 && f.name != "person" && k > i+1 {
		return amount{low: 0.5, high: 0.5, to: k}, true
	}
	if b, _ := g.boundBefore(i); i == len(g.ws)-1 && (i == 0 || g.lower(i-1) == "a" || b != "") {
		return amount{low: 0.5, high: 0.5, to: i + 1, fraction: true}, true
	}
	return amount{}, false
}

// plural reads "dozens of", "tens of thousands": what it may mean runs from one
// to ten of it.
func (g grammar) plural(i int) (amount, bool) {
	low := numberWords[g.lower(i)].value
	k := i + 1
	for n := 0; n < maxScales && g.lower(k) == "of"; n++ {
		n, ok := numberWords[g.lower(k+1)]
		if !ok || n.kind != numPlural {
			break
		}
		low, k = low*n.value, k+2
	}
	return amount{low: low, high: low * 10, to: k, vague: true}, g.lower(k) == "of" || k > i+1 || k == len(g.ws)
}
