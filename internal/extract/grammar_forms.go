package extract

import "strings"

// unitAndPart reads "two years and a half", "one hour and half": a part of a unit of
// time behind it.
func (g grammar) unitAndPart(a amount) (amount, bool) {
	f, n := g.unitAt(a.to)
	if n == 0 || a.unit != "" || !timeUnits[f.name] {
		return a, false
	}
	unitTo := a.to + n
	k := unitTo + 1
	if g.lower(unitTo) != "and" {
		return a, false
	}
	if g.lower(k) == "a" {
		k++
	}
	part := numberWords[g.lower(k)]
	if part.kind != numFraction || g.lower(k) != "half" && k == unitTo+1 || isPlural(g.lower(k)) || k+1 < len(g.ws) && g.lower(k+1) == "of" ||
		!g.endsPart(k+1) {
		return a, false
	}
	a.unit, a.unitFrom, a.unitTo, a.to = f.name, a.to, unitTo, k+1
	a.low += part.value
	a.high = a.low
	return a, true
}

// endsPart reports whether what stands at i is not counted by the part in front of
// it: "two years and a half million".
func (g grammar) endsPart(i int) bool {
	if i >= len(g.ws) {
		return true
	}
	_, n := g.unitAt(i)
	return n == 0 && numberWords[g.lower(i)].kind == 0 && classOf(g.ws[i]) != classDeterminer && classOf(g.ws[i]) != classAux && !isParticiple(g.lower(i))
}

// percentBefore reads "%" in front of digits: "%10", "% 10" behind no other number.
// What touches a word is an escaped character: "%27Just".
func (g grammar) percentBefore(i int) bool {
	if g.lower(i) != "%" || i+1 >= len(g.ws) || g.ws[i+1].kind != wordNumber || i > 0 && (g.touches(i-1) || g.ws[i-1].kind != wordPlain || isCardinal(g.lower(i-1))) {
		return false
	}
	return !g.touches(i+1) && numberWords[g.lower(i+2)].kind != numScale || i+2 < len(g.ws) && g.ws[i+2].kind == wordMark && g.lower(i+2) != "%"
}

// isShareOf reports whether "percentage of", "per cent of" leads to the number in
// [from,to) and nothing follows that it could count.
func (g grammar) isShareOf(from, to int) bool {
	k := from - 2
	if g.lower(from-1) != "of" || k < 0 || to < len(g.ws) && g.ws[to].kind != wordMark {
		return false
	}
	switch g.lower(k) {
	case "percentage", "percent", "pct":
	case "cent":
		if k--; g.lower(k) != "per" {
			return false
		}
	default:
		return false
	}
	return k == 0 || g.ws[k-1].kind != wordNumber && !isCardinal(g.lower(k-1)) && g.lower(k-1) != "what"
}

// moneyBefore reads the name of a currency in front of grouped or scaled digits:
// "dollar 22.5 million", "yen 40,000". Behind an article it is something else.
func (g grammar) moneyBefore(i int) string {
	if g.ws[i].kind != wordPlain || !g.ws[i].is(isUnitStart) || i+1 >= len(g.ws) || g.ws[i+1].kind != wordNumber || i > 0 && !isLeadToMoney(g.ws[i-1]) {
		return ""
	}
	f := unitForms[g.lower(i)]
	if !currencyUnits[f.name] || f.words != 1 {
		return ""
	}
	scale := numberWords[g.lower(i+2)]
	if !hasGroups(g.ws[i+1].text) && scale.kind != numScale {
		return ""
	}
	return f.name
}

// isLeadToMoney reports whether a sum may follow the word: a verb or preposition.
func isLeadToMoney(w word) bool {
	switch classOf(w) {
	case classPreposition, classVerb, classAux, classConjunction:
		return w.lower != "in" && w.lower != "of"
	}
	return w.lower == "costs" || w.lower == "cost" || w.lower == "think" || hedgeWords[w.lower] != ""
}

// hasGroups reports whether a comma parts the digits.
func hasGroups(text string) bool {
	for i := range len(text) {
		if text[i] == ',' {
			return true
		}
	}
	return false
}

// minWon is the smallest sum of won that is paid.
const minWon = 100

// isVictory reports whether "won" behind the number is the verb: "the boy of 12 won".
func (g grammar) isVictory(a amount) bool {
	if g.lower(a.to) != "won" {
		return false
	}
	return !a.scaled && a.low < minWon || a.to+1 < len(g.ws) && classOf(g.ws[a.to+1]) == classDeterminer
}

// screenLines are numbers of lines, not of pence, in front of "p": "1080p".
var screenLines = map[float64]bool{144: true, 240: true, 360: true, 480: true, 576: true, 720: true, 1080: true, 1440: true, 2160: true, 4320: true}

// foreignNumber reads digits as other languages part them: "1.234.567", "1.234,5",
// and "2,5" in front of a scale or percent.
func (g grammar) foreignNumber(i int) (float64, bool) {
	text := digitsOnly(g.ws[i].text)
	whole, decimals, comma := strings.Cut(text, ",")
	points := strings.Count(whole, ".")
	if strings.Contains(decimals, ",") || strings.Contains(decimals, ".") || points == 0 && !comma || points == 1 && !comma {
		return 0, false
	}
	if points == 0 && (len(decimals) > 2 || !g.isScaled(i+1)) {
		return 0, false
	}
	if groups := strings.Split(whole, "."); points > 0 {
		for _, part := range groups[1:] {
			if len(part) != 3 {
				return 0, false
			}
		}
		if len(groups[0]) > 3 || groups[0] == "0" {
			return 0, false
		}
	}
	return number(strings.ReplaceAll(whole, ".", "") + "." + decimals + "0")
}

// poundsAndPence makes money of "5 pounds" when pence follow: "5 pounds and 20 pence".
func (g grammar) poundsAndPence(a *amount) {
	if l := g.lower(a.to); a.unit != "" || a.scaled || l != "pounds" && l != "pound" {
		return
	}
	k := a.to + 1
	if g.lower(k) == "and" {
		k++
	}
	if k >= len(g.ws) || g.masked[k] {
		return
	}
	b, ok := g.denominator(k)
	if f, n := g.unitAt(b.to); !ok || n == 0 || f.name != "penny" {
		return
	}
	a.unit, a.to = "gbp", a.to+1
	g.smallMoney(a)
}
