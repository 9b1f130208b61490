package extract

import (
	"unicode/utf8"

	"sitrep/internal/facts"
)

// maxSymbol is how many letters a unit sign may have.
const maxSymbol = 4

// maxAside is how many words a bracket may have that is stepped over.
const maxAside = 14

// isSymbol reports whether the word is written like the sign of a unit and not
// like a word: short and without a vowel, "kg", "Mbps", "rpm".
func isSymbol(text string) bool {
	if n := utf8.RuneCountInString(text); n == 0 || n > maxSymbol {
		return false
	}
	for _, r := range text {
		switch r {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'A', 'E', 'I', 'O', 'U', 'Y', '-', '/':
			return false
		}
	}
	return true
}

// isAbbreviatedUnit reports whether what the figure seems to count is the sign of
// a unit that no table has: "7.4 rpg". A sign is no thing that could be counted.
func (g grammar) isAbbreviatedUnit(f figure) bool {
	first := g.ws[f.phrase.from].lower
	if f.phrase.to-f.phrase.from != 1 && first != "deg" {
		return false
	}
	w := g.ws[f.phrase.from]
	n := utf8.RuneCountInString(w.text)
	if n > maxSymbol || isPlural(w.lower) && n > 1 {
		return false
	}
	if isSymbol(w.text) || w.lower == "deg" || w.lower == "degf" || w.lower == "degc" {
		return true
	}
	fractional := f.low != float64(int64(f.low))
	return fractional && f.low < 1000 && (n <= 3 || isUpperWord(w.text))
}

// isUpperWord reports whether the word is written in capitals.
func isUpperWord(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] < 'A' || text[i] > 'Z' {
			return false
		}
	}
	return text != ""
}

// labelOfBracket is the noun phrase in front of the bracket that holds nothing but
// figures up to piece i: "the striker (15 goals, 7.4 rpg)". Empty without one.
func (g grammar) labelOfBracket(i int) (from, to int) {
	k := i
	for n := 0; k > 0 && n < maxAside && g.lower(k-1) != "("; n++ {
		w := g.ws[k-1]
		if w.kind != wordNumber && w.lower != "," && !g.inFigure(k-1) && (k < 2 || g.ws[k-2].kind != wordNumber) {
			return 0, 0
		}
		k--
	}
	if k < 2 || g.lower(k-1) != "(" || !g.endsPhraseAt(k-2) || g.isUnitWord(k-2) {
		return 0, 0
	}
	from, to = g.withTail(k - 1)
	if from > 1 && g.lower(from-1) == "," && g.pos(from) == posName && g.pos(from-2) == posName && g.beforeDeterminers(from) == from {
		from = g.phraseStart(from - 1) // "Portland, Maine"
	}
	return from, to
}

// isUnitWord reports whether piece k is a word for a unit: "(" behind it converts.
func (g grammar) isUnitWord(k int) bool {
	_, unit := unitForms[g.lower(k)]
	_, code := currencyCodes[g.lower(k)]
	return unit || code || g.lower(k-1) == "-"
}

// shareFor reads who gets which of several figures: "$5 for adults and $3 for
// children".
func (g grammar) shareFor(f figure) (nounPhrase, bool) {
	i := g.overBracket(f.textTo)
	if g.lower(i) == ")" {
		i++
	}
	if g.lower(i) != "for" || f.counts {
		return nounPhrase{}, false
	}
	p, ok := g.nounPhrase(i + 1)
	if !ok || g.isTime(p) || g.inFigure(p.from) {
		return nounPhrase{}, false
	}
	next := p.to
	for g.lower(next) == "," || g.lower(next) == "and" {
		next++
	}
	goesOn := next > p.to && next < len(g.ws) && (g.inFigure(next) || currencySigns[g.lower(next)] != "")
	if goesOn || g.sharedBefore(g.beforeBracket(f.textFrom)) {
		return p, true
	}
	return nounPhrase{}, false
}

// sharedBefore reports whether "for X and" stands before the figure at i, with a
// figure before it.
func (g grammar) sharedBefore(i int) bool {
	if l := g.lower(i - 1); l != "and" && l != "," {
		return false
	}
	for k := i - 2; k > 0 && k > i-maxAside; k-- {
		if g.lower(k) == "for" {
			return g.inFigure(k-1) || g.lower(k-1) == ")"
		}
		if c := g.class(k); c != classContent && c != classDeterminer && c != classMark && c != classNumber {
			return false
		}
	}
	return false
}

// beforeAside steps from end, where a verb begins, over a bracket behind the
// subject: "the carrier (LHA) rose".
func (g grammar) beforeAside(end int) int {
	if g.lower(end-1) != ")" {
		return end
	}
	for k := end - 2; k > 0 && k > end-maxAside; k-- {
		if g.lower(k) == "(" {
			return k
		}
	}
	return end
}

// overBracket is the piece behind the bracket that begins at i and converts the
// figure before it: "a 2-mile (3 km) walk". i without one.
func (g grammar) overBracket(i int) int {
	if g.lower(i) != "(" {
		return i
	}
	for k := i + 1; k < len(g.ws) && k < i+maxOther+2; k++ {
		if g.lower(k) == ")" {
			return k + 1
		}
	}
	return i
}

// behindBracket is the piece behind the figure and behind the bracket that follows it or
// in which it stands: "£45 million ($51 million) of cuts".
func (g grammar) behindBracket(f figure) int {
	if g.lower(f.after) == ")" && g.beforeBracket(f.textFrom) < f.textFrom {
		return f.after + 1
	}
	return g.overBracket(f.after)
}

// converts reports whether the figure stands in a bracket behind one that is an
// adjective, whose noun comes behind the bracket.
func (g grammar) converts(f figure) bool {
	at := f.textFrom - 2
	return at > 1 && g.lower(at+1) == "(" && g.lower(f.after) == ")" && g.lower(at-1) == "-" && g.isUnitWord(at)
}

// isWhen reports whether the figure is a time that says how often or how long yet:
// "every 70 years", "another two hours". It measures no noun before it.
func (g grammar) isWhen(f figure) bool {
	l := g.lower(f.textFrom - 1)
	return timeUnits[f.unit] && (l == "every" || l == "another")
}

// withModifiers is where the noun phrase begins whose modifier the figure is, with
// the words between its determiner and the figure: "the best $200 phones". The
// start behind the figure when no determiner opens the phrase.
func (g grammar) withModifiers(f figure, from int) int {
	k := f.textFrom
	for n := 0; k > 0 && n < 3 && g.class(k-1) == classContent && !g.inFigure(k-1) && !g.isVerb(k-1); n++ {
		k--
	}
	if k == f.textFrom || f.bound != facts.BoundExact || k > 0 && g.class(k-1) != classDeterminer {
		return from
	}
	return k
}

// generation reads the noun of "4G", past others of its kind: "3G and 4G networks".
func (g grammar) generation(f figure) (nounPhrase, bool) {
	i := f.after
	for n := 0; n < 3 && (g.lower(i) == "and" || g.lower(i) == "or" || g.lower(i) == ","); n++ {
		if i++; i >= len(g.ws) || g.ws[i].lower == "" || g.ws[i].lower[0] > '9' {
			return nounPhrase{}, false
		}
		for i++; g.lower(i) == "g"; {
			i++
		}
	}
	return g.modified(i)
}

// measuring are nouns whose size a count tells: "sales of 500 units". What they
// measure is the noun, and the things counted are its unit.
var measuring = wordSet(`sales population output production workforce capacity membership circulation headcount deliveries
	shipments exports imports turnout attendance fleet`)

// sizedCount finds the noun whose size the count tells: "sales rose to 300 cars",
// "the population is 8 million people". Empty when the things counted stand alone.
func (g grammar) sizedCount(f figure) (from, to int) {
	i := f.textFrom
	l := g.lower(i - 1)
	if l == "of" && measuring[g.lower(i-2)] || beForms[l] && measuring[g.lower(i-2)] || l == "to" && f.measure && measuring[g.lower(i-2)] {
		return g.withTail(i - 1)
	}
	if l != "to" && l != "from" && l != "by" || i < 3 {
		return 0, 0
	}
	for k := i - 2; k > 0 && k > i-maxPhrase; k-- {
		if _, change := changeWords[g.lower(k)]; change && g.isVerb(k) {
			if from, to = g.sizedBy(i); from < to && measuring[g.lower(to-1)] || from < to && g.hasMeasuring(from, to) {
				return from, to
			}
			return 0, 0
		}
	}
	return 0, 0
}

// hasMeasuring reports whether the head of the phrase [from,to), in front of its
// first preposition, is a noun whose size a count tells.
func (g grammar) hasMeasuring(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if g.class(k) == classPreposition {
			return measuring[g.lower(k-1)]
		}
	}
	return false
}
