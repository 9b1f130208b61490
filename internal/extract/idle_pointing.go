package extract

import (
	"strings"

	"sitrep/internal/facts"
)

// Figures that point at something told elsewhere: a member of a group, what is left
// out of it, a number quoted as a name, the end of a range of ages.

// pointsOut reports whether the figure picks out or names and so counts nothing.
func (g grammar) pointsOut(f *figure) bool {
	return g.isMember(f) || g.isException(f) || g.isLabel(f) || g.isWholehearted(f) || g.isEndOfAges(f) || g.isNegated(f) || g.isBaseOfRate(f) ||
		g.isManyfold(f) || g.isStride(f) || g.isDialed(f) || g.isMatched(f) || f.unit == "thing" && g.isCapital(f.phrase.head)
}

// strides are nouns that a way is told in and not measured by: "one step further".
var strides = wordSet("step steps notch notches rung rungs")

// isStride reports whether the figure is such a way: "it went one step closer".
func (g grammar) isStride(f *figure) bool {
	if f.low > 3 || f.digits || !strides[g.lower(f.to)] {
		return false
	}
	switch l := g.lower(f.to + 1); l {
	case "further", "farther", "closer", "nearer", "ahead", "forward", "back", "backward", "away", "beyond", "too":
		return true
	}
	return false
}

// trifleHeads are nouns of which one is told without being counted: "one of the
// reasons is that", "one thing is clear".
var trifleHeads = wordSet("thing reason way")

// isMember reports whether "one" says that something belongs to a group: "she is one
// of the founders", "it became one of two museums".
func (g grammar) isMember(f *figure) bool {
	if f.low != 1 || f.high != 1 || f.fraction || f.adjectival || g.lower(f.from) != "one" {
		return false
	}
	if trifleHeads[f.unit] && f.textFrom == f.from {
		return true
	}
	next := g.lower(f.to)
	if next != "of" && next != "more" {
		return false
	}
	k := f.textFrom - 1
	for k > 0 && (classOf(g.ws[k]) == classAdverb || g.lower(k) == "only") {
		k--
	}
	if g.lower(k-1) == "there" || strings.HasPrefix(g.lower(k), "there'") {
		return false // "there is one of them left"
	}
	return likens[g.lower(k)] || strings.HasSuffix(g.lower(k), "'s") && closedSubjects[classes[strings.TrimSuffix(g.lower(k), "'s")]] ||
		next == "of" && g.lower(k) == "," && g.isSuperlative(f.to)
}

// likens are words behind which "one of" names a member and no count.
var likens = wordSet(`is was are were am be been being become becomes became becoming remain remains remained remaining as considered
	called named deemed i'm we're you're they're`)

// isSuperlative reports whether "of the largest", "of its few" stand at k: behind a comma
// such a group describes what was named before it.
func (g grammar) isSuperlative(k int) bool {
	if classOf(g.ws[k]) != classPreposition || !determiners[g.lower(k+1)] && !ownerWords[g.lower(k+1)] {
		return false
	}
	w := g.lower(k + 2)
	return w == "most" || w == "few" || w == "first" || w == "best" || w == "worst" || w == "only" || len(w) > 4 && strings.HasSuffix(w, "est")
}

// isException reports whether the figure is what is left out: "all but two said so".
func (g grammar) isException(f *figure) bool {
	k := f.textFrom - 1
	if g.lower(k) == "for" {
		k--
	}
	switch g.lower(k) {
	case "except":
		return k > 0 || g.lower(k+1) == "for" // "Except three came" begins another clause
	case "but":
	default:
		return false
	}
	switch g.lower(k - 1) {
	case "all", "everyone", "everybody", "everything", "everywhere":
		return true
	}
	return false
}

// isLabel reports whether the figure stands alone in quotation marks behind an
// article or owner and modifies a noun: then it names a saying, as in the “70
// percent” remark.
func (g grammar) isLabel(f *figure) bool {
	k, end := f.textFrom-1, max(f.to, f.unitTo)
	if !f.measure || g.lower(k) != "\"" || !g.touches(k) || g.lower(end) != "\"" || !g.touches(end-1) || end+1 >= len(g.ws) {
		return false
	}
	before := g.lower(k - 1)
	return (ownerWords[before] || strings.HasSuffix(before, "'s")) && classOf(g.ws[end+1]) == classContent
}

// wholly are words that "100 percent" in front of them only stresses.
var wholly = wordSet(`behind sure certain right wrong committed confident clear convinced supportive positive true correct accurate honest
	serious opposed agree agrees agreed support supports supported`)

// isWholehearted reports whether "100 percent" means "wholly".
func (g grammar) isWholehearted(f *figure) bool {
	if !isPercent(f.unit) || f.low != 100 || f.bound != facts.BoundExact {
		return false
	}
	switch next := g.lower(f.after); next {
	case "in", "on", "with":
		w := g.lower(f.after + 1)
		return ownerWords[w] && w != "the" || w == "agreement" || w == "favor" || w == "favour" || w == "board"
	default:
		return wholly[next]
	}
}

// isEndOfAges reports whether the bare figure is the upper end of a range of ages:
// "between the ages of 30 and 45".
func (g grammar) isEndOfAges(f *figure) bool {
	if f.unit != "" || f.fraction || f.low > oldest {
		return false
	}
	k := f.textFrom - 1
	switch g.lower(k) {
	case "and", "to", "or", "through":
	default:
		return false
	}
	if k--; !g.isFigure(k) {
		return false
	}
	if k--; g.lower(k) == "of" {
		k--
	}
	return g.lower(k) == "ages" || g.lower(k) == "aged"
}

// isNegated reports whether the figure itself stands under "not": "it was not 40
// percent", "hundreds if not thousands", "we weren't at $3".
func (g grammar) isNegated(f *figure) bool {
	next := f.to
	if w := g.lower(next); w == "," || w == "–" || w == "—" {
		next++
	}
	if g.lower(next) == "if" && g.lower(next+1) == "not" && g.isFigure(next+2) {
		return true // the bolder guess follows
	}
	k := f.textFrom - 1
	if g.lower(k) == "a" || g.lower(k) == "an" {
		k--
	}
	if g.lower(k) == "at" || g.lower(k) == "by" {
		k--
	}
	w := g.lower(k)
	return w == "not" || w == "never" || strings.HasSuffix(w, "n't")
}

// isBaseOfRate reports whether a rate is told for so many: "four thefts for every
// 1,000 farms". "Every 12 hours" is a span of its own.
func (g grammar) isBaseOfRate(f *figure) bool {
	if timeUnits[f.unit] || g.lower(f.textFrom-1) != "every" {
		return false
	}
	switch g.lower(f.textFrom - 2) {
	case "for", "in", "of", "to":
		return true
	}
	return false
}

// manyfold are nouns that "a thousand" and "a million" only tell to be many.
var manyfold = wordSet("things words cuts times ways reasons")

// isManyfold reports whether "a million" means very many: "a million things to do".
func (g grammar) isManyfold(f *figure) bool {
	return f.bound == facts.BoundExact && f.to == f.from+2 && g.lower(f.from) == "a" && numberWords[g.lower(f.from+1)].value >= 1000 && manyfold[g.lower(f.to)]
}

// isDialed reports whether the range is the prefix of a telephone number that goes on
// in letters: "1-800-BAKERS".
func (g grammar) isDialed(f *figure) bool {
	return f.isRange() && f.low == 1 && f.high >= 800 && f.high <= 900 && g.lower(f.to) == "-" && g.touches(f.to-1)
}

// isMatched reports whether "one" is one side of a match or tells in what steps
// something goes: "a one-for-one swap", "one year at a time".
func (g grammar) isMatched(f *figure) bool {
	if f.low != 1 || f.high != 1 || f.fraction {
		return false
	}
	if at(g.ws, max(f.after, f.unitTo), "at", "a", "time") {
		return true
	}
	k := f.from - 1
	return g.lower(k) == "-" && g.lower(k-2) == "-" && g.touches(k) && g.isFigure(k-3)
}
