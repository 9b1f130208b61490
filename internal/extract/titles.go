package extract

import "strings"

// Figures of titles, idioms and emphasis: read well, and no measure of anything.

// isNominal reports whether the figure belongs to a title, an idiom or an emphasis,
// or stands for a part only of what the text measures.
func (g grammar) isNominal(f *figure) bool {
	return g.isTitled(f) || g.isEmphasis(f) || g.isCompound(f) || g.isVote(f) || g.isListNumber(f) || g.holdsWhen(f)
}

// minTitled is how many letters a capital unit must have: shorter ones are signs.
const minTitled = 3

// namedUnits are written with a capital, after their inventors.
var namedUnits = wordSet("celsius fahrenheit kelvin hertz kilohertz megahertz gigahertz watt volt joule newton pascal decibel")

// isTitled reports whether a unit of measure is written with a capital among small
// letters, as in titles: "12 Angry Hours", "the 30-Day Plan".
func (g grammar) isTitled(f *figure) bool {
	if !f.measure || f.unitFrom >= f.unitTo || f.unitTo > len(g.ws) || f.amount.unit != "" {
		return false
	}
	unit := []rune(g.ws[f.unitTo-1].text)
	if len(unit) < minTitled || !isUpper(unit[0]) || isUpper(unit[1]) || currencyUnits[f.unit] || namedUnits[f.unit] {
		return false
	}
	for k := range g.ws { // a sentence in title case tells nothing
		if w := &g.ws[k]; k > 0 && w.kind == wordPlain && len(w.text) >= minTitled && !w.is(isCapital) {
			return true
		}
	}
	return false
}

// isEmphasis reports whether "100 percent" says "fully", or "seven figures" a size.
func (g grammar) isEmphasis(f *figure) bool {
	if f.unit == "figure" && (f.low > 3 || f.adjectival) {
		return true
	}
	if f.unit != "percent" || f.low != 100 || f.isRange() {
		return false
	}
	behind := g.lower(f.after)
	return behind == "" || strings.Contains(".,;!?\"”", behind) || classOf(g.ws[f.after]) == classAdverb || classOf(g.ws[f.after]) == classContent && f.after+1 < len(g.ws) && classOf(g.ws[f.after+1]) != classContent && !isPlural(behind)
}

// isCompound reports whether the figure is the larger part of "eight hours and 31
// minutes" or its smaller one: neither is the measure.
func (g grammar) isCompound(f *figure) bool {
	if !timeUnits[f.unit] || f.isRange() {
		return false
	}
	joined := func(and, number, unit int) bool {
		return g.lower(and) == "and" && g.isFigure(number) && unit >= 0 && unit < len(g.ws) && timeUnits[singular(g.lower(unit))] && singular(g.lower(unit)) != f.unit
	}
	return joined(f.unitTo, f.unitTo+1, f.unitTo+2) || g.lower(f.from-1) == "and" && joined(f.from-1, f.from-3, f.from-2)
}

// contests are verbs whose two percentages are shares of a vote.
var contests = wordSet("lost lose loses losing won win wins winning beat beats beating led leads leading trailed trails trailing defeated defeats ahead behind")

// isVote reports whether a range of shares is rather the two shares of a vote:
// "lost 36 percent to 51 percent".
func (g grammar) isVote(f *figure) bool {
	if f.unit != "percent" || !f.isRange() {
		return false
	}
	for k := f.textFrom - 1; k >= 0 && k > f.textFrom-5; k-- {
		if contests[g.lower(k)] {
			return true
		}
	}
	return false
}

// isListNumber reports whether a currency behind the number opens a name: "8 Rand
// Paul".
func (g grammar) isListNumber(f *figure) bool {
	if !currencyUnits[f.unit] || f.unitFrom <= f.from || f.unitTo >= len(g.ws) || f.unitTo != f.unitFrom+1 {
		return false
	}
	word, next := &g.ws[f.unitFrom], &g.ws[f.unitTo]
	return word.kind == wordPlain && word.is(isCapital) && len(word.text) >= minTitled && next.kind == wordPlain && next.is(isCapital)
}

// holdsWhen reports whether the noun phrase of the figure runs over a weekday, as in
// "90 left Friday night", or begins with an adverb behind "one": then its head is no
// noun that is counted.
func (g grammar) holdsWhen(f *figure) bool {
	if !f.counts {
		return false
	}
	for k := f.phrase.from; k < f.phrase.to && k < len(g.ws); k++ {
		if _, ok := weekdayNames[g.lower(k)]; ok {
			return true
		}
	}
	return f.low == 1 && f.high == 1 && f.phrase.from < len(g.ws) && classOf(g.ws[f.phrase.from]) == classAdverb
}

// goesOn reports whether a figure at the end of a sentence that has no end mark
// goes on in the next line, as text broken at a narrow width does: "$3.2" and then
// "million". Such a figure is only a part.
func (d *document) goesOn(figureEnd, sentenceEnd int) bool {
	if figureEnd < sentenceEnd {
		return false
	}
	k := sentenceEnd
	for k < len(d.norm) && isBlank(d.norm[k]) {
		k++
	}
	from := k
	for k < len(d.norm) && isLetter(d.norm[k]) {
		k++
	}
	if k == from || k == sentenceEnd {
		return false
	}
	next := lowered(d.norm[from:k])
	_, unit := unitForms[next]
	return numberWords[next].kind == numScale || numberWords[next].kind == numHundred || unit && !isUpper(d.norm[from])
}
