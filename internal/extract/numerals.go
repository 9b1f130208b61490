package extract

import "strings"

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
		return g.markNumeral(i, money)
	}
	switch w.lower {
	case "a", "an", "one", "the":
		if a, ok := g.article(i); ok {
			return a, true
		}
	case "half":
		return g.half(i)
	case "several", "few", "many":
		return g.several(i)
	case "quarter", "third":
		if n, ok := numberWords[g.lower(g.skipHyphen(i+1))]; ok && n.kind == numScale {
			return g.scales(amount{low: numberWords[w.lower].value, to: g.skipHyphen(i + 1)}, money), true
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
	case n.value == 0 && w.lower != "zero" && g.lower(i+1) != "point" && i > 0 && classOf(g.ws[i-1]) == classPreposition: // "for naught"
		return amount{}, false
	}
	return g.words(i, money)
}

// markNumeral reads a number that begins with a mark: ".5", "½".
func (g grammar) markNumeral(i int, money bool) (amount, bool) {
	mark := g.ws[i].lower
	if mark == "." && g.touches(i) && g.ws[i+1].kind == wordNumber {
		return g.pointNumeral(i)
	}
	v, ok := vulgar[firstRune(mark)]
	if !ok {
		return amount{}, false
	}
	a := amount{low: v, high: v, to: i + 1, fraction: g.lower(i+1) == "of"}
	if a.fraction {
		return g.fractionOfScale(a), true
	}
	return g.scales(a, money), true
}

func (g grammar) digitNumeral(i int, money bool) (amount, bool) {
	v, ok := number(g.ws[i].text)
	if !ok {
		v, ok = g.foreignNumber(i)
	}
	if !ok {
		return amount{}, false
	}
	a := amount{low: v, high: v, to: i + 1, digits: true}
	if p, n := g.power(i+1, v); n > 0 {
		a.low, a.high, a.to = p, p, i+1+n
		return a, true
	}
	if f, n := g.slash(i); n > 0 {
		a.low, a.high, a.to, a.fraction = f, f, i+n, g.lower(i+n) == "of"
		if a.fraction {
			return g.fractionOfScale(a), true
		}
	} else if f, n := g.slash(i + 1); n > 0 && !g.touches(i) && v == float64(int(v)) {
		a.low, a.to = v+f, i+1+n
	} else if i+1 < len(g.ws) && g.ws[i+1].kind == wordMark {
		if f, ok := vulgar[firstRune(g.ws[i+1].lower)]; ok {
			a.low, a.to = v+f, i+2
		}
	}
	a.high = a.low
	if f, ok := g.digitParts(a); ok {
		return f, true
	}
	a = g.lowerScales(g.hundreds(g.scales(a, money)))
	return g.ratio(a), true
}

// digitParts reads "3 fifths". Quarters behind digits are spans of time.
func (g grammar) digitParts(a amount) (amount, bool) {
	l := g.lower(a.to)
	if n := numberWords[l]; n.kind != numFraction || !isPlural(l) || l == "quarters" || l == "halves" || a.low < 2 || a.low > 99 || a.low != float64(int(a.low)) || a.to > 0 && g.lower(a.to-1) == "/" {
		return a, false
	}
	v := a.low * numberWords[l].value
	return g.fractionOfScale(amount{low: v, high: v, to: a.to + 1, fraction: true}), true
}

// lowerScales goes on behind "3 million" with a smaller scale: "3 million 200 thousand".
func (g grammar) lowerScales(a amount) amount {
	for a.scaled && a.to+1 < len(g.ws) && g.ws[a.to].kind == wordNumber && !g.masked[a.to] {
		v, ok := number(g.ws[a.to].text)
		last, next := numberWords[g.lower(a.to-1)], numberWords[g.lower(a.to+1)]
		if !ok || v >= 1000 || last.kind != numScale || last.value < 1e5 || next.kind != numScale || next.value < 1000 || next.value >= last.value {
			break
		}
		a.low, a.to = a.low+v*next.value, a.to+2
		a.high = a.low
	}
	return a
}

// hundreds goes on behind "4 thousand" and "3 hundred" in digits: "2 thousand 3
// hundred and 21".
func (g grammar) hundreds(a amount) amount {
	last := g.lower(a.to - 1)
	if last == "thousand" && g.lower(a.to+1) == "hundred" {
		if v, ok := number(g.ws[a.to].text); ok && g.ws[a.to].kind == wordNumber && v > 0 && v < 10 && !g.masked[a.to] {
			a.low, a.to, last = a.low+100*v, a.to+2, "hundred"
		}
	}
	if last == "hundred" && g.lower(a.to) == "and" && a.to+1 < len(g.ws) && !g.masked[a.to+1] {
		if b, ok := g.denominator(a.to + 1); ok && b.low < 100 && b.low == float64(int(b.low)) && !g.isScaled(b.to) {
			a.low, a.to = a.low+b.low, b.to
		}
	}
	a.high = a.low
	return a
}

// isScaled reports whether a scale, percent or part stands at i.
func (g grammar) isScaled(i int) bool {
	f, n := g.unitAt(i)
	return numberWords[g.lower(g.skipHyphen(i))].kind != 0 || n > 0 && isPercent(f.name)
}

// pointNumeral reads ".5".
func (g grammar) pointNumeral(i int) (amount, bool) {
	v, ok := number("0." + g.ws[i+1].text)
	return amount{low: v, high: v, to: i + 2, digits: true}, ok && (i == 0 || !g.touches(i-1))
}

// maxScales is how many scale words one number may have: "three lakh crore".
const maxScales = 2

// scales reads the scale words behind a number, and "and a half" before or behind them.
func (g grammar) scales(a amount, money bool) amount {
	a.low = g.andHalf(&a, a.low, 1)
	for range maxScales {
		i := g.skipHyphen(a.to)
		if dozensAfter[g.lower(i)] {
			a.low, a.to, a.scaled = a.low*12, i+1, true
			break
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

// scaleLetter reports whether "m", "k", "bn" at i is a scale and not a unit: it
// touches its number, or money is meant.
func (g grammar) scaleLetter(i int, money bool) bool {
	l := g.lower(i)
	if len(l) > 1 || money {
		return l != "mil" || g.touches(i-1)
	}
	if !g.touches(i - 1) {
		return g.looseLetter(i)
	}
	switch g.ws[i].text {
	case "K", "M", "B", "k":
		return true
	case "b":
		return strings.IndexByte(g.lower(i-1), '.') >= 0 || g.countsPlural(i+1)
	}
	next := g.lower(i + 1)
	return next == "of" || i+1 < len(g.ws) && classOf(g.ws[i+1]) == classContent && !lengthWords[next] || g.countsPlural(i+1)
}

// looseLetter reports whether a letter that a blank parts from its number is a
// scale: a plural is counted, or the number is broken and stands alone.
func (g grammar) looseLetter(i int) bool {
	switch g.ws[i].text {
	case "K", "M", "B":
		if g.countsPlural(i + 1) {
			return true
		}
	case "k":
	default:
		return false
	}
	return strings.IndexByte(g.lower(i-1), '.') > 0 && i+1 >= len(g.ws)
}

// maxModifiers is how many words may stand between a scale and what it counts.
const maxModifiers = 4

// countsPlural reports whether a plural in small letters comes at i, behind
// modifiers at most.
func (g grammar) countsPlural(i int) bool {
	for k := i; k < len(g.ws) && k <= i+maxModifiers; k++ {
		w := g.ws[k]
		if w.kind != wordPlain || lengthWords[w.lower] {
			return false
		}
		switch classOf(w) {
		case classContent:
			if isPlural(w.lower) && !isUpper(firstRune(w.text)) {
				return true
			}
		case classAdverb:
		default:
			if w.lower != "and" || k == i {
				return false
			}
		}
	}
	return false
}

// lengthWords behind "m" tell that it means metres.
var lengthWords = wordSet("long tall high wide deep thick race sprint hurdles final relay freestyle butterfly tower wall fence dash world")

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
		return g.couple(i)
	}
	n, ok := numberWords[next]
	if !ok {
		if a, ok := g.orTwo(i); ok {
			return a, true
		}
		return g.oneSpan(i)
	}
	switch n.kind {
	case numHundred, numScale:
		if g.lower(i) == "the" || g.lower(i) == "one" || next == "score" {
			return amount{}, false
		}
		return g.words(i+1, false)
	case numTens:
		p := g.skipHyphen(i + 2)
		if v := unitOrdinals[g.lower(p)+"s"]; v > 0 && p+1 >= len(g.ws) && g.lower(i) == "a" { // "a twenty-first"
			return amount{low: 1 / (n.value + v), high: 1 / (n.value + v), to: p + 1, fraction: true}, true
		}
	case numFraction:
		if next == "half" {
			return g.half(i + 1)
		}
		if g.lower(i+2) == "of" || i+2 >= len(g.ws) || g.isShare(i) {
			a := amount{low: n.value, high: n.value, to: i + 2, fraction: true}
			return g.fractionOfScale(a), g.lower(i) != "the"
		}
	}
	return amount{}, false
}

func (g grammar) couple(i int) (amount, bool) {
	to := i + 2
	if n := numberWords[g.lower(to+1)]; g.lower(to) == "of" && (n.kind == numHundred || n.kind == numScale) {
		to++
	}
	if n := numberWords[g.lower(to)]; n.kind == numHundred || n.kind == numScale && n.value != 20 { // "a couple hundred"
		return amount{low: 2 * n.value, high: 2 * n.value, to: to + 1, couple: true, scaled: true}, true
	}
	if g.lower(to) == "of" {
		to++
	} else if to < len(g.ws) && !isPlural(g.lower(to)) {
		return amount{}, false // two people who are married
	}
	return amount{low: 2, high: 2, to: to, couple: true}, true
}

// isShare reports whether the fraction behind the article at i tells how much
// something changed or amounts to: "fell by a third".
func (g grammar) isShare(i int) bool {
	if c := classOf(g.ws[i+2]); c != classMark && c != classPreposition && c != classConjunction && c != classAdverb || g.lower(i+2) == "-" {
		return false
	}
	if l := g.lower(i - 1); l == "by" || l == "up" || l == "down" {
		return true
	}
	b, _ := g.boundBefore(i)
	return b != "" || g.lower(i-1) == "to" && g.change(i) != ""
}

// oneSpan reads "a day old" and "an hour and a half" at the article i.
func (g grammar) oneSpan(i int) (amount, bool) {
	if l := g.lower(i); l != "a" && l != "an" {
		return amount{}, false
	}
	f, n := g.unitAt(i + 1)
	if n == 0 || !timeUnits[f.name] {
		return amount{}, false
	}
	to := i + 1 + n
	if strings.HasSuffix(g.lower(to-1), "-old") || g.lower(to) == "old" || g.lower(to) == "-" && g.lower(to+1) == "old" {
		return amount{low: 1, high: 1, to: i + 1}, true
	}
	if g.lower(to) == "and" && g.lower(to+1) == "a" && numberWords[g.lower(to+2)].kind == numFraction && g.lower(to+3) != "of" {
		v := 1 + numberWords[g.lower(to+2)].value
		return amount{low: v, high: v, to: to + 3, unit: f.name, unitFrom: i + 1, unitTo: to}, true
	}
	return amount{}, false
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
	return amount{low: low, high: low * 10, to: k, vague: true}, g.lower(k) == "of" || k > i+1 || g.standsAlone(i)
}

// several reads "several hundred" and "few hundred thousand": one to ten of it.
func (g grammar) several(i int) (amount, bool) {
	if n := numberWords[g.lower(i+1)]; n.kind != numHundred && n.kind != numScale || n.value == 20 {
		return amount{}, false
	}
	a, _, ok := g.cardinal(i + 1)
	return amount{low: a.low, high: 10 * a.low, to: a.to, vague: true}, ok
}

// standsAlone reports whether the vague number at i counts without a noun:
// "dozens were hurt", "killing hundreds". "Scores" and "tens" have other senses.
func (g grammar) standsAlone(i int) bool {
	if i+1 >= len(g.ws) {
		return true
	}
	switch g.lower(i) {
	case "scores":
		return i == 0 && classOf(g.ws[i+1]) == classAux || g.lower(i+1) == "more"
	case "tens":
		return false
	}
	switch classOf(g.ws[i+1]) {
	case classMark:
		return g.lower(i+1) != "-" && g.lower(i+1) != "'"
	case classContent:
		return isParticiple(g.lower(i+1)) || g.lower(i+1) == "more"
	case classAux, classVerb, classAdverb, classPreposition, classConjunction:
		return true
	}
	return false
}
