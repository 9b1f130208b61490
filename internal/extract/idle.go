package extract

import (
	"strings"

	"sitrep/internal/facts"
)

// Figures that both readers read alike and that still tell of no count of their
// own: one of two guesses, half of a ratio, a "one" that only points at a thing.

// isIdle reports whether the figure must not be stated although it is read well.
func (g grammar) isIdle(f *figure) bool {
	return g.isAlternative(f) || g.isPartOf(f) || g.isReturnPeriod(f) || g.isRatioBase(f) || g.isAgeLimit(f) || g.isDenied(f) || g.isHeight(f) || g.isNominal(f) || g.isIdleOne(f) || g.isSpokenFor(f) || g.pointsOut(f) || f.counts && g.misreadsHead(f)
}

// isPartOf reports whether the figure, or it with its noun, is a part of so many: "3
// of every 10", "one voter in three".
func (g grammar) isPartOf(f *figure) bool {
	if g.lower(f.to) == "of" && (g.lower(f.to+1) == "every" || g.lower(f.to+1) == "each") && g.isFigure(f.to+2) {
		return true
	}
	k := f.unitTo
	if f.fraction || f.unitTo <= f.to || g.lower(k) != "in" || !g.isFigure(k+1) || g.masked[k+1] {
		return false
	}
	b, ok := g.single(k + 1)
	if !ok || b.low <= f.high || b.unit != "" {
		return false
	}
	_, n := g.unitAt(b.to)
	return n == 0 && (b.to >= len(g.ws) || classOf(g.ws[b.to]) != classContent || isFiniteShape(g.ws[b.to]))
}

// isFiniteShape reports whether the word may be the verb behind a subject.
func isFiniteShape(w word) bool {
	return w.is(isPastForm|isShortVerb|isHelper|isModal) || isPlural(w.lower)
}

// isReturnPeriod reports whether the ratio is how seldom something comes: "a
// 1-in-100-year flood".
func (g grammar) isReturnPeriod(f *figure) bool {
	if !f.fraction || g.skipHyphen(f.to) == f.to {
		return false
	}
	u, n := g.unitAt(f.to)
	return n > 0 && timeUnits[u.name]
}

// isAlternative reports whether the figure is one of two that share a unit: "two
// or three weeks" is neither two nor three.
func (g grammar) isAlternative(f *figure) bool {
	if g.isSurpassed(f) {
		return true
	}
	if f.fraction || f.isRange() {
		return false
	}
	if g.lower(f.to) == "or" && (g.isFigure(f.to+1) || currencySigns[g.lower(f.to+1)] != "") {
		return true
	}
	k := f.from - 1
	if currencySigns[g.lower(k)] != "" {
		k--
	}
	if g.lower(k) == "or" && timeUnits[g.lower(k-1)] {
		return timeUnits[f.unit] && determiners[g.lower(k-2)] // "a month or six weeks"
	}
	return g.lower(k) == "or" && g.isFigure(k-1)
}

// isFigure reports whether the piece at k is digits or a number word.
func (g grammar) isFigure(k int) bool {
	return k >= 0 && k < len(g.ws) && (g.ws[k].kind == wordNumber || numberWords[g.ws[k].lower].kind != 0)
}

// maxRatioBase is the largest base that is likelier a ratio than a full count.
const maxRatioBase = 10

// maxPartNoun is how many words the noun of a part may have.
const maxPartNoun = 2

// isRatioBase reports whether the figure is what a ratio or a fraction is told of:
// "nine of ten voters", "half of 1 percent".
func (g grammar) isRatioBase(f *figure) bool {
	if w := g.lower(f.textFrom - 1); w == "every" || w == "each" {
		return g.isFigure(f.textFrom-3) && !f.fraction // "one of every nine"
	}
	if g.lower(f.textFrom-1) == "in" && !f.measure { // "one voter in three"
		for k := f.textFrom - 2; k >= max(f.textFrom-2-maxPartNoun, 0) && classOf(g.ws[k]) == classContent; k-- {
			if g.isFigure(k - 1) {
				return true
			}
		}
	}
	if g.lower(f.textFrom-1) != "of" || f.textFrom < 2 {
		return false
	}
	before := g.lower(f.textFrom - 2)
	if f.measure {
		return fractionWords[before]
	}
	return before != "one" && g.isFigure(f.textFrom-2) && (f.isRange() || f.low <= maxRatioBase)
}

var fractionWords = wordSet("half third quarter fifth tenth hundredth thirds quarters fifths tenths hundredths")

// oldest is the age that no group of people is told to be under or over.
const oldest = 100

// isAgeLimit reports whether the bare number behind people is their age: "voters
// under 30", or the hedge of an age stands before "age".
func (g grammar) isAgeLimit(f *figure) bool {
	if f.unit == "year" && g.lower(f.textFrom-1) == "age" {
		switch g.lower(f.textFrom - 2) {
		case "under", "over", "above", "below", "by":
			return true
		}
	}
	if f.measure || f.low > oldest || f.from < 2 {
		return false
	}
	switch g.lower(f.from - 1) {
	case "under", "over", "above", "below":
		w := g.lower(f.from - 2)
		return w == "those" || w == "anyone" || w == "everyone" || isPlural(w) && isPersonNoun(singular(w)) || isPersonNoun(w)
	}
	return false
}

// maxDenial is how many words may stand between "not" and the hedge it turns round.
const maxDenial = 6

// isDenied reports whether the hedge of the figure stands under a "not" and so
// means the contrary: "will not send more than three guards". A "one" under it is
// none: "did not say one word".
func (g grammar) isDenied(f *figure) bool {
	one := f.low == 1 && f.textFrom == f.from && g.lower(f.from) == "one"
	if !one && (f.bound != facts.BoundMin && f.bound != facts.BoundMax || f.textFrom == f.from || g.lower(f.textFrom) == "at") {
		return false
	}
	for k := f.textFrom - 1; k >= 0 && k >= f.textFrom-maxDenial && !isMark(g.ws[k], ",;:.\"()"); k-- {
		switch w := g.lower(k); {
		case w == "not" || w == "never" || w == "cannot" || strings.HasSuffix(w, "n't"):
			return g.lower(k+1) != "only"
		case w == "that" || classOf(g.ws[k]) == classConjunction:
			return false
		}
	}
	return false
}

// isHeight reports whether feet are only the first part of a height: "5-foot-11".
func (g grammar) isHeight(f *figure) bool {
	return f.unit == "foot" && g.lower(f.unitTo) == "-" && g.touches(f.unitTo) && f.unitTo+1 < len(g.ws) && g.ws[f.unitTo+1].kind == wordNumber
}

// moments make "at one ..." a time, and trifles make "one ..." no count.
var (
	moments    = wordSet("point time stage moment juncture level")
	sides      = wordSet("hand side level front")
	idleWholes = wordSet("us every each being")
	trifles    = wordSet("bit iota whit jot heck hell wonder breath")
	idleDays   = wordSet("day night morning evening afternoon weekend summer winter spring autumn fall")
	ownerWords = wordSet("the my your his her its our their")
	lengths    = wordSet("for in within than after before least most only just another last every exactly took takes lasted lasts")
)

// isIdleOne reports whether "one" points at a thing and counts none: "at one
// point", "one night", "one side or the other", "the only one ready".
func (g grammar) isIdleOne(f *figure) bool {
	if f.low != 1 || f.high != 1 || f.fraction || f.adjectival {
		return false
	}
	noun, before := g.lower(f.to), g.lower(f.from-1)
	switch {
	case before == "at" && moments[noun], trifles[noun], noun == "knee", noun == "less", noun == "fewer":
		return true
	case g.lower(f.from) == "one" && (idleDays[noun] || isWeekday(noun)) && !lengths[before]:
		return true
	case before == "on" && sides[noun], before == "number", noun == "voice" && (before == "with" || before == "in"), noun == "foot" && g.lower(f.to+1) == "in", noun == "of" && (isPercent(f.unit) && f.unitFrom > f.to || idleWholes[g.lower(f.to+1)] || isGerund(g.lower(f.to+1))):
		return true
	case before == "only" && ownerWords[g.lower(f.from-2)], before == "same", g.isPickedOut(f.from):
		return true
	case before == "from" && g.passesOn(f.to):
		return true
	case g.lower(f.after+1) == "another", g.lower(f.after+1) == "the" && g.lower(f.after+2) == "other":
		return true
	}
	if !f.counts || noun == "of" {
		return noun == "of" && looseHedges[before]
	}
	return looseHedges[before] || g.misreadsOne(f)
}

// ownsLater reports whether an owner stands inside the phrase, who is counted
// rather than what is owned: "one baker's first oven".
func (g grammar) ownsLater(p nounPhrase) bool {
	for k := p.from; k < p.head; k++ {
		if w := g.lower(k); strings.HasSuffix(w, "'s") && !isPlural(strings.TrimSuffix(w, "'s")) && !g.isCapital(k) {
			return true
		}
	}
	return false
}

// isPickedOut reports whether an article and an adjective stand before "one" at k:
// "a separate one they filed".
func (g grammar) isPickedOut(k int) bool {
	if k < 2 || g.ws[k-1].kind != wordPlain || classOf(g.ws[k-1]) != classContent || isHedge(g.lower(k-1)) || g.isFigure(k-1) {
		return false
	}
	before := g.lower(k - 2)
	return before == "a" || before == "an"
}

// passesOn reports whether "to another", "to the next" come soon behind k: "from one
// town to the next".
func (g grammar) passesOn(k int) bool {
	for n := 0; n < 5; n, k = n+1, k+1 {
		if g.lower(k) == "to" {
			return g.lower(k+1) == "another" || g.lower(k+1) == "the" && (g.lower(k+2) == "next" || g.lower(k+2) == "other")
		}
	}
	return false
}

// looseHedges in front of "one" and a noun belong to the words before: "unite
// around one candidate".
var looseHedges = wordSet("about around over near above under below within beyond some")

// misreadsOne reports whether the head of "one ..." is rather an adjective or the
// object of a verb, or digits and a name are a line of a table.
func (g grammar) misreadsOne(f *figure) bool {
	p := f.phrase
	if g.isCapital(p.head) && g.lower(p.head+1) == "of" && g.isCapital(p.head+2) {
		return true // "one Department of Transport sign"
	}
	if f.digits && g.isCapital(p.from) || nounVerbs[g.lower(p.head+1)] {
		return true
	}
	if p.head == p.from && plainAdjectives[g.lower(p.head)] || g.ownsLater(p) {
		return true
	}
	for _, end := range adjectiveEnds {
		if strings.HasSuffix(g.lower(p.head), end) {
			return true
		}
	}
	if w := g.lower(p.from); w == "called" || w == "named" {
		return true
	}
	for k := p.from + 1; k < p.head; k++ {
		if (isParticiple(g.lower(k)) || isGerund(g.lower(k))) && g.isCapital(k+1) {
			return true // "one senator called Lee"
		}
	}
	return false
}

var adjectiveEnds = []string{"ous", "ful", "less", "ique", "able", "ible"}

// nounVerbs are bare forms of verbs that no singular subject takes: behind "one
// notable" they are the noun.
var nounVerbs = wordSet("feature work play watch move return offer show cost face help need want use cover reach turn start lead hold run fight drive")

func (g grammar) isCapital(k int) bool {
	return k >= 0 && k < len(g.ws) && g.ws[k].kind == wordPlain && isUpper(firstRune(g.ws[k].text))
}

// misreadsHead reports whether the head of the counted phrase is no noun, belongs
// to a clause or is only the first of two nouns.
func (g grammar) misreadsHead(f *figure) bool {
	p := f.phrase
	head := g.lower(p.head)
	if strings.ContainsRune(head, '\'') || placed[head] {
		return true
	}
	if base, _, found := strings.Cut(g.lower(p.from), "'"); found && closedSubjects[classes[base]] {
		return true // "one that's wide"
	}
	if p.from == f.to && g.startsOwner(p) || p.head > p.from && g.isCapital(p.head) && !g.isCapital(p.head-1) && !f.adjectival && isPlural(head) && f.unit != "person" && !hasInnerCapital(g.ws[p.head].text) {
		return true // "30,000 Lee's aides kept", "under 35 support Waters"
	}
	for k := p.from; k < p.head && g.isCapital(p.head); k++ {
		if w := g.lower(k); isPlural(w) && !modifierNouns[w] && g.lower(k+1) != "-" {
			return true // a title: "9 Things Bakers Said"
		}
	}
	if strings.ContainsRune(head, '-') && isPlural(head) && p.head+1 < len(g.ws) && classOf(g.ws[p.head+1]) == classContent && !isParticiple(g.lower(p.head+1)) && !isGerund(g.lower(p.head+1)) {
		return true // "four plain-clothes city officers"
	}
	return !f.adjectival && f.unit != "person" && g.lower(p.head+1) == "and" && isPlural(head) && g.isSecondNoun(p.head+2)
}

// hasInnerCapital reports whether the second letter is a capital, too: "PACs".
func hasInnerCapital(text string) bool {
	return len(text) > 1 && text[1] >= 'A' && text[1] <= 'Z'
}

// closedSubjects are the classes of "that's", "who's", "it's" without their verb.
var closedSubjects = map[wordClass]bool{classPronoun: true, classConjunction: true, classDeterminer: true}

// placed are adverbs that look like nouns behind one: "troops overseas".
var placed = wordSet("enough tonight overseas downtown nationwide statewide worldwide offshore onshore upstate indoors outdoors")

// startsOwner reports whether the phrase begins with the name of an owner: it is
// the subject of a clause about what was counted before.
func (g grammar) startsOwner(p nounPhrase) bool {
	for k := p.from; k < p.head && g.isCapital(k); k++ {
		if w := g.lower(k); strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "s'") {
			return true
		}
	}
	return false
}

// isSecondNoun reports whether a plural noun without a number of its own stands at
// k: the number counts it, too.
func (g grammar) isSecondNoun(k int) bool {
	return k < len(g.ws) && g.ws[k].kind == wordPlain && classOf(g.ws[k]) == classContent && isPlural(g.ws[k].lower) && !thirdPerson[g.ws[k].lower] && numberWords[g.ws[k].lower].kind == 0
}
