package extract

import (
	"math"
	"strconv"
	"strings"
)

// A token of the automaton: a run of digits, a run of letters, or one sign.
type token struct {
	text       string // lower case
	start, end int
	glued      bool // nothing stands between it and the token before
	upper      bool // begins with a capital
	event      event
	value      float64
}

// An event is what a token is to the automaton.
type event int

const (
	evOther  event = iota
	evDigits       // 12,000
	evSmall        // one … ninety
	evHundred
	evScale    // thousand, million, bn
	evPlural   // dozens, millions
	evPart     // half, third, ½
	evCurrency // $, US$, EUR, dollars
	evMoney    // dollars, euros
	evPercent
	evAnd
	evHyphen
	evArticle // a, an
	evMinus
	evOf
	evTail  // belongs to the digits before it
	evPoint // "point" in front of decimals in words
	eventCount
)

// tokens cuts [start,end) into digits, letters and signs and adds them to out.
func (d *document) tokens(out []token, start, end int) []token {
	norm, last := d.norm, -1
	for i := start; i < end; {
		r := norm[i]
		if isBlank(r) {
			i++
			continue
		}
		j := i + 1
		switch {
		case isDigit(r):
			j = digitsEnd(norm, i, end)
		case isLetter(r):
			for j < end && (isLetter(norm[j]) || norm[j] == '\'' && j+1 < end && isLetter(norm[j+1]) || norm[j] == zeroWidth) {
				j++
			}
			if j == i+2 && j < end && norm[j] == '.' && norm[i] == 'R' && norm[i+1] == 's' {
				j++
			}
		}
		t := token{start: i, end: j, glued: i == last, upper: isUpper(r)}
		form, _, known := d.low.of(norm[i:j], d.text(i, j))
		if t.text = form; known != nil && known.traits&isTokenWord != 0 || !isLetter(r) {
			t.event, t.value = t.classify(norm[i:j])
		}
		if n := len(out); n > 0 {
			t.reconsider(&out[n-1])
		}
		out = append(out, t)
		last, i = j, j
	}
	for i := range out {
		settle(out, i)
	}
	return out
}

// settle decides on the token at i by those behind it: metres, a garbled currency
// sign, a power.
func settle(ts []token, i int) {
	t := &ts[i]
	switch {
	case t.text == "m" && t.event == evScale && i+1 < len(ts) && lengthWords[ts[i+1].text]:
		t.event = evOther
	case t.upper && garbledSigns[t.text] != "" && i+1 < len(ts) && ts[i+1].glued && ts[i+1].event == evDigits:
		if strings.ContainsAny(ts[i+1].text, ",.") || i+2 < len(ts) && ts[i+2].glued && ts[i+2].event == evScale {
			t.event = evCurrency
		}
	case t.text == "couple" && i+2 < len(ts) && ts[i+1].event == evOf && (ts[i+2].event == evHundred || ts[i+2].event == evScale):
		ts[i+1].event = evTail
	case t.event == evMoney && i+2 < len(ts) && ts[i+1].event == evDigits && (strings.Contains(ts[i+1].text, ",") || ts[i+2].event == evScale) &&
		t.text != "won" && (i == 0 || ts[i-1].event == evOther && ts[i-1].text != "the"):
		t.event = evCurrency // "dollar 22.5 million"
	case t.event == evDigits:
		raise(ts, i)
		if whole, part, ok := strings.Cut(t.text, ","); ok && len(part) < 3 && len(whole) < 4 && i+1 < len(ts) && (ts[i+1].event == evScale || ts[i+1].event == evPercent) {
			if v, err := strconv.ParseFloat(whole+"."+part, 64); err == nil {
				t.value = v // a decimal comma
			}
		}
	}
}

// raise multiplies or raises the digits at i by what follows ("×10^6", "^3",
// "x10⁻⁸") and empties the tokens that said so: they belong to the number.
func raise(ts []token, i int) {
	k, base := i+1, ts[i].value
	times := k < len(ts) && strings.Contains("x×*", ts[k].text)
	if times {
		if k++; k >= len(ts) || ts[k].text != "10" {
			return
		}
		base, k = 10, k+1
	}
	caret := k < len(ts) && ts[k].text == "^" && ts[k].glued
	if caret {
		k++
	}
	sign, e, from := 1.0, 0.0, k
	if k < len(ts) && ts[k].glued && (caret || times) && strings.Contains("+-−⁻⁺", ts[k].text) {
		if ts[k].text != "+" && ts[k].text != "⁺" {
			sign = -1
		}
		k++
	}
	signed := k
	for ; k < len(ts) && ts[k].glued && k < signed+3; k++ {
		raised, super := superscripts[[]rune(ts[k].text)[0]]
		if super && raised >= '0' && (times || caret) {
			e = e*10 + float64(raised-'0')
		} else if ts[k].event == evDigits && k == signed && (caret || times && signed > from) {
			e = ts[k].value
			k++
			break
		} else {
			break
		}
	}
	if k == signed || math.Abs(e) > 30 {
		return
	}
	if times {
		ts[i].value *= math.Pow(10, sign*e)
	} else {
		ts[i].value = math.Pow(base, sign*e)
	}
	for n := i + 1; n < k; n++ {
		ts[n].event = evTail
	}
}

// reconsider settles what t and the token before it are to each other: whose
// dollar it is, an ordinal, the letter of an acronym.
func (t *token) reconsider(before *token) {
	switch {
	case (before.event == evDigits || before.event == evSmall) && dozensAfter[t.text]:
		t.event, t.value = evScale, 12
	case t.glued && before.text == "$" && dollarPrefixes[t.text] != "":
		t.event = evCurrency
	case t.text == "$" && dollarPrefixes[before.text] != "" && (t.glued || before.upper && len(before.text) > 1):
		before.event = evCurrency
	case t.glued && before.event == evDigits && ordinalEndings[t.text]:
		before.event = evOther
	case t.event == evScale && len(t.text) == 1 && before.event != evDigits:
		t.event = evOther
	}
}

var ordinalEndings = wordSet("st nd rd th s")

// digitsEnd takes digits, inner points and commas, and a written fraction "/2".
func digitsEnd(norm []rune, i, end int) int {
	slashed := false
	for i < end {
		r := norm[i]
		inner := i+1 < end && isDigit(norm[i+1])
		switch {
		case isDigit(r), r == zeroWidth && inner, groupsDigits(norm, i, end), (r == ',' || r == '.') && inner:
		case r == '/' && inner && !slashed:
			slashed = true
		case r == 'e' || r == 'E':
			return afterExponent(norm, i, end)
		default:
			return i
		}
		i++
	}
	return i
}

// afterExponent is the end of an exponent at i, or i when there is none.
func afterExponent(norm []rune, i, end int) int {
	digits := 0
	for k := i + 1; ; k++ {
		switch {
		case k < end && isDigit(norm[k]):
			digits++
			continue
		case k == i+1 && k < end && strings.ContainsRune("+-−", norm[k]):
			continue
		case digits == 0 || digits > 2 || k < end && isLetter(norm[k]):
			return i
		}
		return k
	}
}

func (t token) classify(written []rune) (event, float64) {
	switch r := written[0]; {
	case isDigit(r):
		return digitEvent(t.text)
	case r < 0x80 && !isLetter(r) && r != '-' && r != '%' && r != '$':
		return evOther, 0
	}
	if n, ok := numberWords[t.text]; ok {
		return t.wordEvent(n)
	}
	switch t.text {
	case "a", "an":
		return evArticle, 0
	case "couple":
		return evSmall, 2
	case "and":
		return evAnd, 0
	case "of":
		return evOf, 0
	case "point":
		return evPoint, 0
	case "-":
		return evHyphen, 0
	case "−", "minus", "negative":
		return evMinus, 0
	case "%", "percent", "percentage", "pct":
		return evPercent, 0
	}
	if v, ok := vulgar[written[0]]; ok {
		return evPart, v
	}
	if _, ok := currencySigns[t.text]; ok {
		return evCurrency, 0
	}
	if _, ok := currencyCodes[t.text]; ok && (!codesOfWords[t.text] || t.upper && (written[1] == 's' || isUpper(written[1]))) {
		return evCurrency, 0
	}
	if t.text == "p" && t.glued {
		return evMoney, 0
	}
	if f, ok := unitForms[t.text]; ok && currencyUnits[f.name] {
		return evMoney, 0
	}
	return evOther, 0
}

func (t token) wordEvent(n numWord) (event, float64) {
	switch n.kind {
	case numUnit, numTens:
		return evSmall, n.value
	case numHundred:
		return evHundred, n.value
	case numScale:
		if t.text == "score" {
			return evOther, 0
		}
		return evScale, n.value
	case numLetter:
		if len(t.text) > 1 || t.glued {
			return evScale, n.value
		}
		return evOther, 0
	case numPlural:
		return evPlural, n.value
	}
	return evPart, n.value
}

// inThrees reports whether points part the digits into groups of three.
func inThrees(text string) bool {
	groups := strings.Split(text, ".")
	for i, g := range groups {
		if len(g) > 3 || i > 0 && len(g) != 3 || g == "0" {
			return false
		}
	}
	return true
}

func digitEvent(text string) (event, float64) {
	if len(text) > maxDigits+8 {
		return evOther, 0
	}
	plainText := strings.Map(func(r rune) rune {
		switch r {
		case ',', groupSpace, ' ', '\'':
			return -1
		case '−':
			return '-'
		}
		return r
	}, text)
	if top, bottom, ok := strings.Cut(plainText, "/"); ok {
		a, err1 := strconv.ParseFloat(top, 64)
		b, err2 := strconv.ParseFloat(bottom, 64)
		if err1 != nil || err2 != nil || b == 0 {
			return evOther, 0
		}
		return evPart, a / b
	}
	if plainText == text && strings.Count(text, ".") > 1 && inThrees(text) {
		plainText = strings.ReplaceAll(text, ".", "")
	}
	v, err := strconv.ParseFloat(plainText, 64)
	if err != nil {
		return evOther, 0
	}
	return evDigits, v
}
