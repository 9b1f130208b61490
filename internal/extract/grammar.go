package extract

import (
	"math"
	"strconv"
	"strings"
)

// The first reader: a recursive-descent grammar over words.
//
//	range    = "between" single "and" single | single sep single | single
//	single   = sign? currency? numeral currencyWord? percent?
//	numeral  = digits fraction? scale* | words | "a" scale | fraction "of" | …

// An amount is a number as the grammar reads it. Word indexes are of the pieces.
type amount struct {
	from, to  int
	low, high float64 // equal but for a range and a vague number
	vague     bool    // "dozens", "millions": low and high are what it may mean
	couple    bool    // "a couple of": two, more or less
	fraction  bool    // of what follows: "a third of"
	unit      string  // stated with the number: percent, usd …; empty
	scaled    bool    // has a scale word
	unitFrom  int     // the words of the unit, where they stand inside the number: "an hour and a half"
	unitTo    int
	digits    bool
}

func (a amount) isRange() bool { return a.low != a.high }

type grammar struct {
	ws     []word
	masked []bool
	tags   []pos // of ws; nil where only numbers and units are read
	// figured are the pieces of figures with hedge and unit; nil until all are known.
	figured []bool
}

// maxDigits is the longest run of digits that is read as a number.
const maxDigits = 24

func (g grammar) lower(i int) string {
	if i < 0 || i >= len(g.ws) {
		return ""
	}
	return g.ws[i].lower
}

// touches reports whether nothing stands between the pieces i and i+1.
func (g grammar) touches(i int) bool {
	return i >= 0 && i+1 < len(g.ws) && g.ws[i].end == g.ws[i+1].start
}

// amount reads the number or range that begins at i.
func (g grammar) amount(i int) (amount, bool) {
	a, ok := g.single(i)
	if !ok || a.vague || a.fraction {
		return a, ok
	}
	if h, ok := g.unitAndPart(a); ok {
		return h, true
	}
	b, ok := g.second(a)
	if !ok {
		return a, true
	}
	if g.lower(a.from-1) == "by" && (a.unit != "" || b.low > 3*a.low) { // "rose by 5 to 40"
		return a, true
	}
	// Two numbers of unlike units are no range, and the scale of the one says
	// nothing of the other: "fell 3% to $5 million".
	if a.unit != "" && (b.unit == "" && !currencyUnits[a.unit] || b.unit != "" && a.unit != b.unit) {
		return a, true
	}
	g.shareScale(&a, b)
	if a.low >= b.low {
		return a, true
	}
	if a.unit == "" {
		a.unit = b.unit
	}
	a.high, a.to, a.scaled = b.low, b.to, b.scaled
	return a, true
}

// second reads the upper end of a range behind a.
func (g grammar) second(a amount) (amount, bool) {
	i := a.to
	if f, n := g.unitAt(i); n > 0 && !currencyUnits[f.name] && !isPercent(f.name) { // "5 km to 10 km"
		if b, ok := g.upper(a, i+n); ok {
			if f2, n2 := g.unitAt(b.to); n2 > 0 && f2.name == f.name {
				return b, true
			}
		}
		return amount{}, false
	}
	return g.upper(a, i)
}

func (g grammar) upper(a amount, i int) (amount, bool) {
	if k := g.pastHyphenTo(i); k > 0 {
		b, ok := g.single(k)
		return b, ok && !b.vague && !b.fraction && !b.couple && (k == i+3 || g.skipHyphen(b.to) > b.to)
	}
	sep := g.lower(i)
	between := g.lower(a.from-1) == "between"
	switch {
	case between && sep == "and":
	case sep == "or":
		b, ok := g.single(i + 1)
		return b, ok && g.isChoice(a, b)
	case sep == "to" && !g.isMove(a.from):
	case sep == "through", sep == "till", sep == "until", sep == "~":
	case sep == "up" && g.lower(i+1) == "to" && g.lower(a.from-1) == "from":
		i++
	case (sep == "-" || sep == "–") && g.touches(i-1) == g.touches(i):
	default:
		return amount{}, false
	}
	b, ok := g.single(i + 1)
	if !ok || b.vague || b.fraction || b.couple {
		return b, false
	}
	if (sep == "-" || sep == "–") && !g.hyphenRange(a, b) {
		return b, false
	}
	return b, true
}

// hyphenRange tells "10–12%" from a score, "2-1": a range has a unit, a counted
// plural or large numbers.
func (g grammar) hyphenRange(a, b amount) bool {
	if a.unit != "" || b.unit != "" || b.scaled || b.low >= 200 {
		return true
	}
	if _, n := g.unitAt(b.to); n > 0 {
		return true
	}
	return b.to < len(g.ws) && isPlural(g.lower(b.to)) && classOf(g.ws[b.to]) == classContent
}

// maxMove is how many words may stand between a verb of change and "from".
const maxMove = 5

// isMove reports whether the number at i is where a change began: "fell from 10
// to 8" states two numbers, no range.
func (g grammar) isMove(i int) bool {
	if g.lower(i-1) != "from" {
		return false
	}
	for k := i - 2; k >= 0 && k >= i-2-maxMove; k-- {
		if g.ws[k].kind == wordMark {
			return false
		}
		if _, ok := changeWords[g.lower(k)]; ok {
			return true
		}
	}
	return false
}

// single reads one number with its sign, currency and percent.
func (g grammar) single(i int) (amount, bool) {
	from := i
	i, negative := g.sign(i)
	i, currency := g.currency(i)
	if currency == "" && i < len(g.ws) {
		if currency = g.moneyBefore(i); currency != "" {
			i++
		} else if g.percentBefore(i) {
			i, currency = i+1, "percent"
		}
	}
	if currency != "" && !negative {
		i, negative = g.sign(i)
	}
	a, ok := g.numeral(i, currency != "" && currency != "percent")
	if !ok {
		return a, false
	}
	a.from = from
	if currency != "" {
		a.unit = currency
	}
	if _, scale := scaledCode(g.ws[max(i-1, 0)]); currency != "" && scale > 0 && !a.scaled {
		a.low, a.high, a.scaled = a.low*scale, a.high*scale, true
	}
	if negative {
		a.low, a.high = -a.low, -a.high
	}
	g.postfix(&a)
	g.poundsAndPence(&a)
	if a.unit == "" && !a.fraction && !a.vague && a.low >= 1 && g.isShareOf(a.from, a.to) {
		a.unit = "percent"
	}
	return a, true
}

func (g grammar) sign(i int) (int, bool) {
	switch g.lower(i) {
	case "minus", "negative":
		if g.lower(i-1) == "or" && g.lower(i-2) == "plus" {
			return i, false // a margin of error
		}
		if g.lower(i+1) == "-" {
			i++
		}
		return i + 1, true
	case "-", "−", "–":
		if i+1 < len(g.ws) && g.touches(i) && !g.touches(i-1) && (g.ws[i+1].kind == wordNumber || currencySigns[g.lower(i+1)] != "") {
			return i + 1, true
		}
		if i > 0 && g.lower(i-1) == "$" && g.touches(i) {
			return i + 1, true
		}
	}
	return i, false
}

// currency reads "$", "US$", "RM", "USD" in front of a number.
func (g grammar) currency(i int) (int, string) {
	if i+1 >= len(g.ws) || g.ws[i].kind == wordNumber {
		return i, ""
	}
	if c := currencySign(&g.ws[i]); c != "" {
		if d, ok := dollarPrefixes[g.lower(i+1)]; ok && g.touches(i) && i+2 < len(g.ws) && c == "usd" {
			return i + 2, d
		}
		return i + 1, c
	}
	if g.lower(i+1) == "$" {
		if c, ok := dollarPrefixes[g.lower(i)]; ok && i+2 < len(g.ws) && isDollarPrefix(g.ws[i], g.touches(i)) {
			return i + 2, c
		}
	}
	next := &g.ws[i+1]
	if g.lower(i) == "rs" && next.lower == "." && i+2 < len(g.ws) && g.ws[i+2].kind == wordNumber && isCode(g.ws[i]) {
		return i + 2, "inr"
	}
	if next.kind != wordNumber && !(currencySign(next) != "" && i+2 < len(g.ws)) {
		return i, ""
	}
	if c, ok := garbledSigns[g.lower(i)]; ok && g.touches(i) && isUpper(firstRune(g.ws[i].text)) {
		return i + 1, c
	}
	if c, _ := scaledCode(g.ws[i]); c != "" {
		return i + 1, c
	}
	if c, ok := currencyCodes[g.lower(i)]; ok && isCode(g.ws[i]) {
		if currencySign(next) != "" {
			return i + 2, c
		}
		return i + 1, c
	}
	return i, ""
}

// currencySign is the currency of a mark that is the sign of one, else empty.
func currencySign(w *word) string {
	if w.kind != wordMark {
		return ""
	}
	return currencySigns[w.lower]
}

// isDollarPrefix tells "A$5" and "HK $5" from "a $5 bill".
func isDollarPrefix(w word, touches bool) bool {
	if touches {
		return true
	}
	return len(w.text) > 1 && w.text == strings.ToUpper(w.text) || w.lower == "c"
}

func isCode(w word) bool {
	return !codesOfWords[w.lower] || w.text == strings.ToUpper(w.text) || strings.HasPrefix(w.text, "Rs")
}

// scaledCode reads a code with its scale in front, "MEUR" for millions of euros.
func scaledCode(w word) (code string, scale float64) {
	if len(w.text) != 4 || w.text != strings.ToUpper(w.text) {
		return "", 0
	}
	switch w.text[0] {
	case 'K', 'T':
		scale = 1e3
	case 'M':
		scale = 1e6
	case 'B':
		scale = 1e9
	default:
		return "", 0
	}
	return currencyCodes[w.lower[1:]], scale
}

// postfix reads a currency word, a percent sign or a percent word behind a number.
func (g grammar) postfix(a *amount) {
	if a.fraction || a.vague {
		return
	}
	if a.unit != "" {
		if g.lower(a.to) == "us" && a.unit == "usd" && g.ws[a.to].text == "US" {
			a.to++
		}
		return
	}
	if c, ok := currencySigns[g.lower(a.to)]; ok && !(a.to+1 < len(g.ws) && g.ws[a.to+1].kind == wordNumber && !g.touches(a.to-1) && g.lower(a.to+2) != g.lower(a.to)) {
		a.unit, a.to = c, a.to+1
		return
	}
	if a.to < len(g.ws) {
		w := g.ws[a.to]
		if c, ok := currencyCodes[w.lower]; ok && isCode(w) && (a.digits || w.lower != "rs") {
			a.unit, a.to = c, a.to+1
			g.lateScale(a)
			return
		}
		if c, scale := scaledCode(w); c != "" {
			a.unit, a.to, a.scaled = c, a.to+1, true
			a.low, a.high = a.low*scale, a.high*scale
			return
		}
	}
	if f, n := g.unitAt(a.to); n > 0 && (isPercent(f.name) || currencyUnits[f.name]) && !g.isVictory(*a) {
		a.unit, a.to = f.name, a.to+n
		g.smallMoney(a)
	} else if g.lower(a.to) == "p" && g.touches(a.to-1) && a.digits && !a.scaled && !screenLines[a.low] {
		a.unit, a.to = "penny", a.to+1
	}
}

// lateScale reads a scale behind the code: "75 USD million".
func (g grammar) lateScale(a *amount) {
	if n := numberWords[g.lower(a.to)]; n.kind == numScale && !a.scaled && n.value >= 1000 {
		a.unitFrom, a.unitTo = a.to-1, a.to
		a.low, a.high, a.to, a.scaled = a.low*n.value, a.high*n.value, a.to+1, true
		return
	}
	g.smallMoney(a)
}

// smallMoney adds the hundredths of a sum: "13 dollars and 45 cents", "15 dollars 50".
func (g grammar) smallMoney(a *amount) {
	if a.scaled || a.low != float64(int(a.low)) || a.low < 0 || !currencyUnits[a.unit] || hundredths[a.unit] {
		return
	}
	i := a.to
	and := g.lower(i) == "and"
	if and {
		i++
	}
	if i >= len(g.ws) || g.masked[i] {
		return
	}
	b, ok := g.denominator(i)
	if !ok || b.low < 1 || b.low > 99 || b.low != float64(int(b.low)) {
		return
	}
	if f, n := g.unitAt(b.to); n > 0 && hundredths[f.name] {
		b.to += n
	} else if and || b.low < 10 || b.to < len(g.ws) && (g.lower(b.to) != "." && g.lower(b.to) != "more") {
		return
	}
	a.low, a.to = a.low+b.low/100, b.to
	a.high = a.low
}

// hundredths are the small coins of other currencies.
var hundredths = wordSet("cent penny sen")

func isPercent(unit string) bool {
	return unit == "percent" || unit == "percentage point" || unit == "basis point"
}

// unitAt finds the longest written unit at i and how many pieces it has. A hyphen
// in front belongs to it: "five-year".
func (g grammar) unitAt(i int) (unitForm, int) {
	skip := 0
	if g.lower(i) == "-" && g.touches(i-1) && g.touches(i) {
		skip = 1
	}
	if k := i + skip; k < len(g.ws) && g.ws[k].kind == wordPlain && !g.ws[k].is(isUnitStart) {
		return unitForm{}, 0
	}
	var room [64]byte // a string for every word would cost more than the look-up
	text := room[:0]
	var best unitForm
	var used int
	for n := 0; n < maxUnitWords && i+skip+n < len(g.ws); n++ {
		w := &g.ws[i+skip+n]
		raised := w.lower == "²" || w.lower == "³"
		if w.kind == wordNumber || w.kind == wordMark && n > 0 && w.lower != "/" && !raised {
			break
		}
		if n == 0 {
			if text = append(text, w.lower...); w.text == "″" || w.text == "′" {
				text = append(text[:0], w.text...)
			}
		} else if w.lower == "/" || raised || g.lower(i+skip+n-1) == "/" || g.lower(i+skip+n-1) == "°" {
			text = append(text, w.lower...)
		} else {
			text = append(append(text, ' '), w.lower...)
		}
		if f, ok := unitForms[string(text)]; ok {
			best, used = f, skip+n+1
		}
	}
	if used == skip+1 && letterUnits[g.lower(i+skip)] && !g.letterUnit(i+skip) {
		return unitForm{}, 0
	}
	return best, used
}

// letterUnit reports whether a unit of one or two letters at i is one: it stands
// behind digits.
func (g grammar) letterUnit(i int) bool {
	w, behind := g.ws[i], i+1
	if i > 0 && g.ws[i-1].lower == "-" {
		if i--; w.lower == "in" && g.lower(behind) == "-" {
			return false // "1-in-500"
		}
	}
	if i == 0 || g.ws[i-1].kind != wordNumber && !isCardinal(g.ws[i-1].lower) && superscripts[firstRune(g.ws[i-1].lower)] == 0 {
		return false
	}
	glued := g.touches(i - 1)
	switch w.lower {
	case "in", "h", "yo", "v":
		return w.lower == "yo" || glued && g.ws[i-1].kind == wordNumber
	case "c", "f": // degrees, unless it is part of a name
		if i > 1 && g.lower(i-2) == "%" && g.touches(i-2) { // an escaped character of an address
			return false
		}
		if i > 1 && g.ws[i-2].kind == wordPlain && isUpper(firstRune(g.ws[i-2].text)) && i > 2 {
			return false
		}
		return isUpper(firstRune(w.text)) && (behind >= len(g.ws) || !isUpper(firstRune(g.ws[behind].text)) && g.ws[behind].kind != wordNumber)
	case "ma", "pa", "gpa":
		return w.text == "mA" || w.text == "Pa" || w.text == "GPa"
	case "g":
		return w.text == "g" && glued // "5G" is no weight
	}
	return len(w.lower) > 1 || w.text != "M" && (glued || w.text == "W" || w.text == "m")
}

// number parses digits with grouping commas; ok is false for lists, versions and
// numbers too long to mean anything.
func number(text string) (float64, bool) {
	text = digitsOnly(text)
	if strings.ContainsAny(text, "' −") {
		text = groupMarks.Replace(text)
	}
	if len(text) > maxDigits {
		return 0, false
	}
	if strings.IndexByte(text, ',') >= 0 {
		if !grouped(text) {
			return 0, false
		}
		text = strings.ReplaceAll(text, ",", "")
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && !math.IsInf(v, 0)
}

// groupMarks are what parts groups of digits beside the comma, and the sign of an exponent.
var groupMarks = strings.NewReplacer("'", "", " ", "", "−", "-")

func digitsOnly(text string) string {
	for _, r := range text {
		if r >= 0x80 {
			var b strings.Builder
			for _, r := range canonical([]rune(text)) {
				if r != zeroWidth && r != groupSpace {
					b.WriteRune(r)
				}
			}
			return b.String()
		}
	}
	return text
}

// grouped reports whether commas part groups of three, or of two before a last
// group of three as in India.
func grouped(text string) bool {
	whole, _, _ := strings.Cut(text, ".")
	groups := strings.Split(whole, ",")
	if strings.Contains(text[len(whole):], ",") || len(groups[0]) > 3 || len(groups[0]) == 0 {
		return false
	}
	for i, part := range groups[1:] {
		if last := i == len(groups)-2; last && len(part) != 3 || !last && len(part) != 3 && len(part) != 2 {
			return false
		}
	}
	return true
}
