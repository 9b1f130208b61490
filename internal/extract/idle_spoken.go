package extract

import (
	"math"
	"slices"
	"strings"
)

// Figures that the words around them turn into something else: one guess of a
// spoken list, one part of a longer measure, an idiom, a name.

// isSpokenFor reports whether the figure is only a part of what is said, or said
// in another sense.
func (g grammar) isSpokenFor(f *figure) bool {
	return g.isGuess(f) || g.isPartOfMeasure(f) || g.isTolerance(f) || g.isIdiom(f) || g.comparesSize(f) || g.isKindName(f) || g.isTitle(f)
}

// isGuess reports whether the figure is one of a list without "and", each a little
// more than the one before: "three, four weeks", "one, or two, or three reasons".
func (g grammar) isGuess(f *figure) bool {
	if f.fraction || f.isRange() {
		return false
	}
	if f.measure && g.repeatsUnit(f) {
		return true
	}
	first, last := f.from, f.to-1
	for first < last && !g.isFigure(first) {
		first++
	}
	for last > first && !g.isFigure(last) {
		last--
	}
	own, end := first, last
	for k := g.guessBefore(first); k >= 0; k = g.guessBefore(first) {
		first = k
	}
	for k := g.guessAfter(last); k >= 0; k = g.guessAfter(last) {
		last = k
	}
	if first == own && last == end || g.lower(first-1) == "," || g.lower(first-1) == "age" {
		return false
	}
	behind := last + 1
	if g.lower(behind) == "," {
		behind++
	}
	return g.lower(behind) != "and" && g.lower(behind) != "&"
}

// repeatsUnit reports whether the figure is one of two guesses in the same unit with
// a comma between: "for four days, five days".
func (g grammar) repeatsUnit(f *figure) bool {
	unit := g.lower(f.unitTo - 1)
	behind := g.lower(f.unitTo) == "," && g.isNextGuess(f.to-1, f.unitTo+1) && g.lower(f.unitTo+2) == unit
	before := f.from > 2 && g.lower(f.from-1) == "," && g.lower(f.from-2) == unit && g.isNextGuess(f.from-3, f.from)
	if behind == before {
		return false // none, or one of a longer list
	}
	first, end := f.from, f.unitTo
	if behind {
		end += 3
	} else {
		first -= 3
	}
	if g.lower(end) == "," {
		end++
	}
	return g.lower(end) != "and" && !g.isFigure(end) && g.lower(first-1) != ","
}

// supposing are words that make the second of two numbers a bolder guess.
var supposing = wordSet("maybe perhaps even possibly probably potentially")

// isSurpassed reports whether the figure is one of two guesses of which the second
// is the bolder: "thousands or maybe millions", "two and possibly six weeks".
func (g grammar) isSurpassed(f *figure) bool {
	for _, k := range []int{f.to, f.after} {
		if w := g.lower(k); (w == "or" || w == "and" || w == "–" || w == "—") && supposing[g.lower(k+1)] && g.isFigure(k+2) {
			return w == "or" || g.lower(k+1) != "even"
		}
	}
	k := f.from - 1
	if !supposing[g.lower(k)] {
		return false
	}
	w := g.lower(k - 1)
	return (w == "or" || w == "–" || w == "—" || w == "and" && g.lower(k) != "even") && (g.isFigure(k-2) || g.isFigure(k-3))
}

// guessAfter is the number that goes on a spoken list behind the one at k, else -1.
func (g grammar) guessAfter(k int) int {
	if g.lower(k+1) != "," {
		return -1
	}
	k, at := k+2, k
	if g.lower(k) == "or" {
		k++
	}
	if currencySigns[g.lower(k)] != "" {
		k++
	}
	if g.isNextGuess(at, k) {
		return k
	}
	return -1
}

func (g grammar) guessBefore(k int) int {
	at := k
	if k--; currencySigns[g.lower(k)] != "" {
		k--
	}
	if g.lower(k) == "or" {
		k--
	}
	if k--; g.lower(k+1) == "," && g.isNextGuess(k, at) {
		return k
	}
	return -1
}

// isNextGuess reports whether the number at b is a little more than that at a.
func (g grammar) isNextGuess(a, b int) bool {
	if !g.isFigure(a) || !g.isFigure(b) || g.masked[a] || g.masked[b] {
		return false
	}
	if sign := currencySigns[g.lower(a-1)]; sign != currencySigns[g.lower(b-1)] {
		return false // "fell $2, or 3 percent"
	}
	x, y := g.valueAt(a), g.valueAt(b)
	return x > 0 && x < y && y <= 2*x && x == math.Trunc(x) && y == math.Trunc(y)
}

func (g grammar) valueAt(k int) float64 {
	if g.ws[k].kind != wordNumber {
		return numberWords[g.lower(k)].value
	}
	v, _ := number(g.ws[k].text)
	return v
}

// smallerUnits are those that a measure goes on with: "5 feet 10 inches".
var smallerUnits = map[string][]string{
	"decade": {"year", "month"}, "year": {"month", "week", "day"}, "month": {"week", "day"}, "week": {"day"}, "day": {"hour", "minute"},
	"hour": {"minute", "second"}, "minute": {"second"}, "mile": {"yard", "foot"}, "foot": {"inch"}, "stone": {"pound"}, "pound": {"ounce"},
}

// isPartOfMeasure reports whether the figure is one part of a measure in two units.
func (g grammar) isPartOfMeasure(f *figure) bool {
	if !f.measure || f.isRange() {
		return false
	}
	k := g.pastJoint(f.unitTo)
	if w := g.lower(k); k > f.unitTo && g.lower(k-1) == "and" && (w == "a" || w == "an") && isSmallerUnit(unitForms[g.lower(k+1)].name, f.unit) {
		return true // "two weeks and a day"
	}
	if g.isFigure(k) && !g.masked[k] && isSmallerUnit(g.unitBehind(k), f.unit) {
		return true
	}
	k = f.textFrom - 1
	joined := g.lower(k) == "and"
	for g.lower(k) == "," || g.lower(k) == "and" {
		k--
	}
	if g.lower(k-1) == "-" { // "a 21-foot, 4-inch mirror"
		return g.isFigure(k-2) && isSmallerUnit(f.unit, unitForms[g.lower(k)].name)
	}
	before := g.lower(k - 1)
	return (g.isFigure(k-1) || joined && (before == "a" || before == "an")) && isSmallerUnit(f.unit, unitForms[g.lower(k)].name)
}

func isSmallerUnit(small, large string) bool {
	return small != "" && slices.Contains(smallerUnits[large], small)
}

// unitBehind is the unit of the number whose first piece is at k; empty when it has none.
func (g grammar) unitBehind(k int) string {
	a, ok := g.single(k)
	if !ok {
		return ""
	}
	u, _ := g.unitAt(a.to)
	return u.name
}

func (g grammar) pastJoint(k int) int {
	if g.lower(k) == "," {
		k++
	}
	if g.lower(k) == "and" {
		k++
	}
	return k
}

// isTolerance reports whether the figure says how exact the number before it is:
// "40, plus or minus 3".
func (g grammar) isTolerance(f *figure) bool {
	k := f.from
	if g.lower(k-1) == "±" {
		k--
	} else if g.lower(k-1) == "minus" && g.lower(k-2) == "or" && g.lower(k-3) == "plus" {
		k -= 3
	} else {
		return false
	}
	if g.lower(k-1) == "," {
		k--
	}
	return g.isFigure(k-1) || k > 1 && g.isFigure(k-2)
}

// flows are what a quarter of a year has, and no share of it is meant.
var flows = wordSet("growth contraction decline losses")

// zeroNames are words that make a name with "zero" behind them.
var zeroNames = wordSet("net ground patient year absolute carbon")

// shots are named by the points they are worth: "the three-point line".
var shots = wordSet("line shot shots shooter shooters shooting range play plays arc attempt attempts stance")

// isIdiom reports whether the number is part of an expression: "net zero",
// "zero-sum", "one quarter of growth", "the $64,000 question".
func (g grammar) isIdiom(f *figure) bool {
	next := g.lower(f.to)
	switch {
	case g.lower(f.to-1) == "zero":
		return zeroNames[g.lower(f.from-1)] || g.lower(f.from-1) == "-" && zeroNames[g.lower(f.from-2)] || next == "-" && g.touches(f.to-1)
	case f.fraction && next == "-" && g.touches(f.to-1):
		_, n := g.unitAt(f.to)
		return n > 0
	case f.fraction && g.lower(f.from) == "half" && g.lower(f.from-1) == "and":
		return timeUnits[unitForms[g.lower(f.from-2)].name] // "a year and half"
	case f.couple:
		return g.lower(f.to-1) != "of" && !f.measure && f.unit != "person" && f.unit != "time" // "a couple looks at it"
	case f.fraction && f.low == 0.25:
		return next == "of" && (flows[g.lower(f.to+1)] || flows[g.lower(f.to+2)])
	case f.unit == "" && next == "to" && f.low > 1:
		return g.lower(f.to+1) == "one" // odds or a ratio: "by four to one"
	case g.lower(f.from-1) == "top" && f.counts && !f.measure:
		return g.isRankWord(f.from - 2)
	case f.unit == "yard" && f.adjectival:
		return g.lower(f.unitTo) == "line"
	case f.vague && f.to == f.from+1:
		return g.lower(f.from-1) == "\"" && g.touches(f.from-1) && g.isCapital(f.from) && f.to < len(g.ws) && g.ws[f.to].kind == wordMark && g.lower(f.to+1) != "of"
	case next == "minds":
		return g.lower(f.from-1) == "of"
	case f.unit == "point" && f.adjectival:
		return shots[g.lower(f.unitTo)]
	case currencyUnits[f.unit]:
		return next == "question" || next == "-" && g.lower(f.to+1) == "question"
	}
	return false
}

// isRankWord reports whether "top" behind k and a number make a rank: "made two top
// 10 songs", but "her top 10 songs".
func (g grammar) isRankWord(k int) bool {
	if k < 0 || strings.HasSuffix(g.lower(k), "'s") || strings.HasSuffix(g.lower(k), "'") || g.isCapital(k) {
		return false
	}
	c := classOf(g.ws[k])
	return c == classContent || c == classVerb || c == classNumber
}

// sizes compare what something is like and not how many there are.
var sizes = wordSet("larger bigger higher longer older better smaller lower shorter younger")

// comparesSize reports whether the figure only seems to be hedged: "a crowd larger
// than 58 of 61" and "larger than three towns" tell of no limit.
func (g grammar) comparesSize(f *figure) bool {
	if f.textFrom != f.from-2 || g.lower(f.from-1) != "than" || !sizes[g.lower(f.from-2)] {
		return false
	}
	return f.counts && !f.measure || g.lower(f.to) == "of" && g.isFigure(f.to+1)
}

// isKindName reports whether number and noun name a kind of thing of which it is
// not told how many there are: "two-seaters", "a 3-pointer", "¼ -inch slices".
func (g grammar) isKindName(f *figure) bool {
	if g.lower(f.to) == "-" && g.touches(f.to-1) && g.touches(f.to) && g.isCapital(f.to+1) && len(g.lower(f.to+1)) == 1 {
		return true // "the 4-H club", "a 3-D film"
	}
	if !f.counts || g.lower(f.to) != "-" {
		return false
	}
	if !g.touches(f.to - 1) {
		return g.touches(f.to)
	}
	head, behind := g.lower(f.phrase.head), f.phrase.head+1
	if !f.adjectival || f.unit == "person" {
		return false
	}
	return strings.HasSuffix(head, "ers") || strings.HasSuffix(head, "er") && (behind >= len(g.ws) || classOf(g.ws[behind]) != classContent)
}

// isTitle reports whether number and noun open a title in quotation marks: "“Six
// Lost Boats” is a film".
func (g grammar) isTitle(f *figure) bool {
	if next := f.phrase.head + 1; f.counts && f.from > 0 && !g.isCapital(f.from-1) && g.ws[f.from-1].kind == wordPlain && g.isCapital(f.to) &&
		g.isCapital(f.phrase.head) && f.unit != "person" && g.isCapital(next) && classOf(g.ws[next]) != classContent {
		return true // "our 9 Songs You Should Know list"
	}
	return g.lower(f.textFrom-1) == "\"" && g.touches(f.textFrom-1) && f.textFrom == f.from && f.counts && f.unit != "person" && g.isCapital(g.skipHyphen(f.to)) && g.isCapital(f.phrase.head)
}

// plainAdjectives are no nouns behind "one": "one good, one bad".
var plainAdjectives = wordSet(`good bad big small new old young rich poor shy short long high low left right wrong hot cold strong weak easy hard better
	worse positive negative`)
