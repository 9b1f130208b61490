package extract

import (
	"strconv"
	"strings"
)

func formatNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// countedBy says what is counted or measured, as a noun phrase of the text:
// the counted noun itself, else the phrase behind "of", the noun that the
// measure modifies, else the subject of the clause.
func (d *document) countedBy(g grammar, f figure) string {
	if g.isWhen(f) {
		return ""
	}
	for _, read := range [...]func(grammar, figure) (from, to int, ok bool){
		grammar.countedSize, grammar.countedItself, grammar.measuredStuff, grammar.modifiedNoun, grammar.namedBehind, grammar.quotedBehind, grammar.namedBeside,
	} {
		if from, to, ok := read(g, f); ok {
			return d.pieceText(g, from, to)
		}
	}
	return d.sized(g, f)
}

// countedSize is the noun whose size a count tells.
func (g grammar) countedSize(f figure) (from, to int, ok bool) {
	if from, to = g.sizedCount(f); from < to {
		return from, to, true
	}
	if f.unit == "generation" {
		p, _ := g.generation(f)
		return p.from, p.to, true
	}
	return 0, 0, false
}

// countedItself is the counted noun of a plain count.
func (g grammar) countedItself(f figure) (from, to int, ok bool) {
	if !f.counts || f.fraction || f.adjectival || g.isAbbreviatedUnit(f) {
		return 0, 0, false
	}
	if p, ok := g.objectOf(f.phrase.to); ok && moneyNouns[g.lower(f.phrase.head)] && g.lower(f.phrase.to) == "in" && !g.isTime(p) && g.class(f.phrase.to+1) == classContent {
		return p.from, g.withJoined(g.withOf(p.to), false, false), true // "millions of dollars in aid"
	}
	if p := g.behindOwner(f.phrase); p.from > f.phrase.from {
		return p.from, p.to, true
	}
	from, to = g.behindCount(f.phrase.from, f.phrase.to), g.countedEnd(f)
	if l := g.lower(f.textFrom - 1); (l == "a" || l == "an") && f.low >= 1 && from < f.phrase.head && !isPlural(g.lower(f.phrase.head)) {
		from++ // "a three course meal"
	}
	if g.excess(f) {
		from = f.to
	}
	return from, to, true
}

// measuredStuff is what a unit or a fraction is of: "barrels of oil", "a third of it".
func (g grammar) measuredStuff(f figure) (from, to int, ok bool) {
	if f.measure && f.unitTo-2 > f.unitFrom-1 && g.lower(f.unitTo-2) == "of" && g.lower(f.unitTo-1) != "age" {
		return f.unitTo - 1, f.unitTo, true
	}
	if f.fraction {
		if p, ok := g.objectOf(f.to); ok {
			return g.behindCount(p.from, p.to), g.withJoined(g.withOf(p.to), false, false), true
		}
	}
	return 0, 0, false
}

// modifiedNoun is the noun that the measure stands before as an adjective.
func (g grammar) modifiedNoun(f figure) (from, to int, ok bool) {
	if !g.mayModify(f) {
		return 0, 0, false
	}
	at := f.after
	if g.converts(f) {
		at++
	}
	p, ok := g.modified(at)
	if !ok || !g.fitsModifier(f, p) || f.low < 0 || g.isTime(p) || currencyUnits[f.unit] && g.pos(p.from) == posName && g.isVerb(p.from+1) {
		return 0, 0, false
	}
	if levels[g.lower(p.head)] && timeUnits[f.unit] { // "at a 40-year low"
		from, to = g.sizedBy(g.beforeDeterminers(f.textFrom))
		return from, to, true
	}
	return g.withModifiers(f, p.from), g.withJoined(g.withAttached(p.to), false, false), true
}

// namedBehind is what follows the figure by "for", "of" or "in".
func (g grammar) namedBehind(f figure) (from, to int, ok bool) {
	if x, ok := g.shareFor(f); ok {
		return x.from, x.to, true
	}
	if from, to = g.wholeBehind(f); from < to {
		return from, to, true
	}
	in := f.after
	if moneyNouns[g.lower(in)] {
		in++ // "$5 million dollars in aid"
	}
	if l := g.lower(in); l == "of" || l == "in" && currencyUnits[f.unit] && g.class(in+1) == classContent {
		if p, ok := g.objectOf(in); ok && !g.isTime(p) {
			return p.from, g.withJoined(g.withOf(p.to), false, false), true
		}
	}
	return 0, 0, false
}

// quotedBehind is the noun phrase in or behind a quotation: "20 “felony charges”".
func (g grammar) quotedBehind(f figure) (from, to int, ok bool) {
	if f.unit != "" || g.lower(f.after) != `"` {
		return 0, 0, false
	}
	if p, ok := g.nounPhrase(f.after + 1); ok && g.lower(p.to) == `"` {
		return p.from, p.to, true
	}
	if end := g.closing(f.after); end > 0 {
		if p, ok := g.nounPhrase(end + 1); ok && p.from == end+1 {
			return f.after, p.to, true
		}
	}
	return 0, 0, false
}

// namedBeside is who or what a share, an amount or a bare number goes to or is taken
// from: "40% for Lind", "$5 for pumps", "of the 30 boats, 20".
func (g grammar) namedBeside(f figure) (from, to int, ok bool) {
	if p, ok := g.thing(f.after + 1); ok && isPercent(f.unit) && g.lower(f.after) == "for" && g.pos(p.from) == posName {
		return p.from, p.to, true
	}
	if p, ok := g.purpose(f); ok {
		return p.from, g.withJoined(g.withOf(p.to), false, false), true
	}
	if from, to = g.labelOfBracket(f.textFrom); from < to {
		return from, to, true
	}
	if g.countsUnsaid(f) {
		from, to = g.wholeBefore(f.textFrom)
		return from, to, true
	}
	return 0, 0, false
}

// wholeBehind reads what stands behind "of" or "worth of": "5% of nurses under 30", "$3
// million worth of paint".
func (g grammar) wholeBehind(f figure) (from, to int) {
	i := g.behindBracket(f)
	if g.lower(i) == "worth" {
		i++
	}
	if g.lower(i) != "of" {
		return 0, 0
	}
	p, ok := g.objectOf(i)
	if !ok || g.isTime(p) {
		return 0, 0
	}
	p = g.behindOwner(p)
	return g.behindCount(p.from, p.to), g.withAge(g.withJoined(g.withOf(p.to), false, false))
}

// behindOwner is the noun phrase behind a possessive and a number, "one of the team's 11
// [goals]"; the phrase itself where no such ends it.
func (g grammar) behindOwner(p nounPhrase) nounPhrase {
	if !isPossessive(g.ws[p.to-1]) || !g.inFigure(p.to) {
		return p
	}
	k := p.to
	for k < len(g.ws) && g.inFigure(k) && (g.ws[k].kind != wordPlain || g.ws[k].is(isNumberWord)) {
		k++
	}
	if owned, ok := g.nounPhrase(k); ok {
		return owned
	}
	return p
}

// withAge is the end of the noun phrase that ends at i with the age that bounds it:
// "nurses under 30".
func (g grammar) withAge(i int) int {
	if l := g.lower(i); l != "under" && l != "over" && l != "aged" || !g.inFigure(i+1) && !g.inFigure(i) {
		return i
	}
	k := i + 1
	for k < len(g.ws) && (g.inFigure(k) || g.lower(k) == "-" && g.inFigure(k+1)) {
		k++
	}
	if k == i+1 && !g.inFigure(i) {
		return i
	}
	return k
}

// sized is what the figure tells the size of, of one that counts nothing by itself.
func (d *document) sized(g grammar, f figure) string {
	start := g.beforeBracket(f.textFrom)
	switch l := g.lower(f.after); {
	case !timeUnits[f.unit]:
	case l == "ago", l == "later", l == "earlier", (l == "after" || l == "before") && isMark(g.ws[max(f.textFrom-1, 0)], ",:;—–-"):
		return ""
	case (l == "'" || l == "’") && g.lower(f.after+1) == "worth": // "two years' worth of records"
		p, _ := g.objectOf(f.after + 2)
		return d.pieceText(g, p.from, p.to)
	}
	if timeUnits[f.unit] && !g.tellsAge(f) && !g.isMeasuredTime(start) {
		return ""
	}
	from, to := g.sizedBy(start)
	if verb, end := g.margin(f); verb < end && g.isVerb(verb) && g.lower(end) == "by" {
		from, to = g.subjectOf(verb) // who leads, not who trails
	}
	if from == to && isPercent(f.unit) && g.lower(f.after) == "among" {
		p, _ := g.thing(f.after + 1)
		from, to = p.from, p.to
	}
	from = g.behindCount(from, to)
	return d.pieceText(g, from, to)
}

// maxPredicate is the longest noun phrase or predicate that is given, in code points.
const maxPredicate = 500

// pieceText is the text of the pieces [from,to).
func (d *document) pieceText(g grammar, from, to int) string {
	if from >= to || to > len(g.ws) || g.ws[to-1].end-g.ws[from].start > maxPredicate {
		return ""
	}
	return withoutSign(d.text(g.ws[from].start, g.ws[to-1].end))
}

// withoutSign cuts the sign of a possessive whose noun the reading left out.
func withoutSign(text string) string {
	for _, sign := range [...]string{"'s", "’s"} {
		if cut, ok := strings.CutSuffix(text, sign); ok {
			return cut
		}
	}
	return text
}

// objectOf reads the noun phrase behind a preposition at i.
func (g grammar) objectOf(i int) (nounPhrase, bool) {
	if l := g.lower(i); l == "of" || l == "in" {
		i++
	}
	return g.nounPhrase(i)
}

// extents are adjectives behind a measure that say in which direction it goes.
var extents = wordSet("long wide tall high deep thick available away apart north south east west old ahead behind broad across")

// mayModify reports whether the figure can stand as an adjective before a noun: a
// price, a percentage, "five-year", and a measure in the singular, "60 kilometre".
func (g grammar) mayModify(f figure) bool {
	if g.converts(f) {
		return true
	}
	if f.adjectival || !f.measure {
		return f.adjectival
	}
	if currencyUnits[f.unit] || isPercent(f.unit) {
		return f.unitFrom < f.to && g.lower(f.textFrom-1) != "from"
	}
	if f.unitTo != f.after || f.unit == "time" {
		return f.unit == "time" && !f.isRange() && f.per == ""
	}
	return !isPlural(g.lower(f.unitTo-1)) || isSymbol(g.ws[f.unitTo-1].text)
}

// fitsModifier reports whether the noun phrase behind the figure may be modified by it:
// one that an adjective ends, "a $5 fine", has a determiner in front.
func (g grammar) fitsModifier(f figure, p nounPhrase) bool {
	if g.class(p.from) == classVerb {
		return g.lower(f.to) == "-" || currencyUnits[f.unit] || isPercent(f.unit)
	}
	if g.pos(p.head) != posAdjective {
		return true
	}
	k := f.textFrom
	for k > 0 && (g.pos(k-1) == posAdjective || g.pos(k-1) == posPast) {
		k--
	}
	return g.class(k-1) == classDeterminer && !isParticiple(g.lower(p.head))
}

// modified reads the noun that a measure or price in front modifies: "750 metre
// swim", "$200 smartphones".
func (g grammar) modified(i int) (nounPhrase, bool) {
	if g.lower(i) == "-" {
		i++
	}
	if g.lower(i-2) == "-" {
		i = g.overBracket(i)
	}
	if g.lower(i) == "," && g.inFigure(i+1) { // "a five-year, 300-mile trip"
		i++
	}
	for g.inFigure(i) && i > 0 || g.lower(i) == "-" && g.inFigure(i-1) {
		i++
	}
	if l := g.lower(i); (l == "and" || l == "or") && g.inFigure(i+1) && i > 0 && g.inFigure(i-1) { // "100-metre and 200-metre sprints"
		for i++; i < len(g.ws) && (g.inFigure(i) || g.lower(i) == "-"); i++ {
		}
	}
	if g.lower(i) == `"` || strings.HasPrefix(g.lower(i), "a-") { // "a $90-a-plate dinner"
		i++
	}
	if p, ok := g.nounPhrase(i); ok && g.class(i) == classVerb && g.pos(i) == posIng && g.pos(i+1) == posNoun {
		return p, true // "a $5 winning ticket"
	}
	if i >= len(g.ws) || g.class(i) != classContent || comparing[g.lower(i)] && !g.pos(i+1).isNominal() ||
		extents[g.lower(i)] && (i+1 >= len(g.ws) || g.class(i+1) != classContent) {
		return nounPhrase{}, false
	}
	p, ok := g.nounPhrase(i)
	if !ok && g.pos(i) == posAdjective {
		for p = (nounPhrase{i, i, i + 1}); g.pos(p.to) == posAdjective; p.to++ {
		}
		p.head, ok = p.to-1, !g.pos(p.to).isNominal()
	}
	return p, ok
}

// nounPhrase reads determiners, modifiers and nouns at i; the determiners are left out.
func (g grammar) nounPhrase(i int) (nounPhrase, bool) {
	for i < len(g.ws) && (g.class(i) == classDeterminer || g.lower(i) == "much" || g.lower(i) == "far") {
		i++
	}
	if g.lower(i+1) == "%" { // "50 ml of 30% acid"
		i += 2
	}
	k, head := i, -1
	for ; k < len(g.ws) && k < i+maxPhrase; k++ {
		w, p := g.ws[k], g.pos(k)
		c := g.class(k)
		switch {
		case c == classNumber && head < 0, c == classMark && (w.lower == "-" || w.lower == "&" || w.lower == "/" && g.touches(k-1) && g.touches(k)), c == classAdverb && head < 0 && k > i:
			continue
		case c == classAdverb && head < 0 && g.pos(k+1) == posAdjective:
			continue
		case c == classContent && p.isNominal(), p == posAdjective && head == k-1 && w.is(isCapital) && g.ws[head].is(isCapital):
			head = k
			continue
		case head == k-1 && w.lower == "(" && g.lower(k+2) == ")" && isUpperWord(g.ws[k+1].text) && k+3 < len(g.ws) && g.pos(k+3).isNominal():
			k += 2 // "Nordbank (NBK) shares"
			continue
		case k == i && p == posIng && c == classVerb && g.pos(k+1).isNominal():
			continue // "a $5 winning ticket", "half of nursing homes"
		case c == classContent && (head < 0 || p == posAdjective), k > i && head < 0 && g.joinsAdjectives(k):
			continue
		}
		return g.headed(i, k, head)
	}
	return g.headed(i, k, head)
}

// joinsAdjectives reports whether piece k joins two adjectives before one noun.
func (g grammar) joinsAdjectives(k int) bool {
	l := g.lower(k)
	if l == "," && g.pos(k-1) == posAdjective && g.pos(k+1) == posAdverb && (g.pos(k+2) == posAdjective || g.pos(k+2) == posPast) {
		return true
	}
	return (l == "and" || l == "or" || l == ",") && g.pos(k-1) == posAdjective && (g.pos(k+1) == posAdjective || l == "and" && (g.pos(k+1) == posPast || g.pos(k+1) == posNoun && g.pos(k+2).isNominal()))
}

// headed is the noun phrase that begins at i and ends before k; without a noun its
// last adjective is the head, "the poor".
func (g grammar) headed(i, k, head int) (nounPhrase, bool) {
	if head < 0 && k > i && i > 0 && g.pos(k-1) == posAdjective && g.class(i-1) == classDeterminer {
		head = k - 1
	}
	return nounPhrase{i, head, head + 1}, head >= 0
}

// withOf extends a noun phrase that ends at i by "of …": "barrels of oil".
func (g grammar) withOf(i int) int {
	for n := 0; n < 3 && g.lower(i) == "of"; n++ {
		p, ok := g.nounPhrase(i + 1)
		if !ok && g.pos(i+1) == posIng { // "risk of falling from a roof"
			next := i + 2
			if next < len(g.ws) && g.class(next) == classPreposition {
				next++
			}
			p, ok = g.nounPhrase(next)
		}
		if !ok || isPossessive(g.ws[p.to-1]) {
			break
		}
		i = p.to
	}
	return i
}

// isVerb reports whether piece k is a verb or an auxiliary, and no month.
func (g grammar) isVerb(k int) bool {
	if k < 0 || k >= len(g.ws) {
		return false
	}
	c := g.class(k)
	return c == classAux || c == classVerb && (g.ws[k].text != "May" || k == 0 || g.ws[k-1].kind != wordNumber)
}

// withAttached extends the noun phrase that a figure modifies and that ends at i
// by what it is a part or a change of: "a 5% stake in the mine".
func (g grammar) withAttached(i int) int {
	for n := 0; n < 3; n++ {
		l := g.lower(i)
		if l != "of" && l != "in" && l != "on" && l != "among" && l != "for" && l != "from" {
			return i
		}
		p, ok := g.nounPhrase(i + 1)
		if !ok || g.isTime(p) || g.inFigure(p.from) || currencyCodes[g.lower(p.from)] != "" || isPossessive(g.ws[p.to-1]) {
			return i
		}
		i = p.to
	}
	return i
}
