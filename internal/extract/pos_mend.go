package extract

// sizeVerbs are verbs in the present, nouns as well, that an amount follows.
var sizeVerbs = wordSet(`cost costs weighs totals averages measures lasts spans earns scores numbers stretches reaches trades produces
	employs spends generates`)

// mend corrects what the model makes of verbs in front of figures, which are many in
// news and few in the treebanks that it was fitted on, and of commands, which are many
// there and few in news.
func (g grammar) mend() {
	for k := range g.ws {
		if g.ws[k].kind == wordPlain && !g.mendNoun(k) {
			g.mendVerb(k)
		}
	}
}

// mendNoun corrects the word at k where it was taken for a verb or a small word and is
// none, or for something else than the small word that it is; false where it did not.
func (g grammar) mendNoun(k int) bool {
	p, l := g.tags[k], g.lower(k)
	switch {
	case p == posBase && classOf(g.ws[k]) != classVerb && g.noCommand(k), p == posAux && classOf(g.ws[k]) != classAux,
		p == posNumber && !g.ws[k].is(isNumberWord), p == posAdverb && g.unknownAdverb(k):
		g.tags[k] = posNoun
	case p == posFinite && (g.endsModified(k) || g.opensWithPlural(k)):
		g.tags[k] = posNouns
		if g.pos(k+1) == posPast {
			g.tags[k+1] = posFinite
		}
	case p == posFinite && g.lower(k+1) == "(" && g.pos(k-1).isNominal() && !g.ws[k].is(isPastForm) && !pastForms[l] && g.ws[k].cue == nil:
		g.tags[k] = posNoun
	case p == posFinite && !g.ws[k].is(isHelper) && g.disagrees(k):
		g.tags[k] = posNoun
		if isPlural(l) {
			g.tags[k] = posNouns
		}
	case p.isNominal() && (l == "whichever" || l == "whatever" || l == "whoever"):
		g.tags[k] = posThat
	case p != posAux && g.ws[k].is(isHelper) && !g.ws[k].is(isCapital):
		g.tags[k] = posAux
	default:
		return false
	}
	return true
}

// mendVerb corrects the word at k where it is a verb and was taken for something else.
func (g grammar) mendVerb(k int) {
	p, l := g.tags[k], g.lower(k)
	if p == posFinite && g.reduce(k) || p.isVerb() && p != posPast || p == posAux || k == 0 {
		return
	}
	_, moves := changeWords[l]
	verbal := moves || classOf(g.ws[k]) == classVerb
	switch {
	case p == posNoun && g.isTrading(k):
		g.tags[k] = posIng
	case p == posNoun && g.pos(k-1) == posNouns && (g.lower(k+1) == "back" || particles[g.lower(k+1)]) && !g.clauseHasVerb(k):
		g.tags[k] = posFinite // "when prices snap back"
	case classOf(g.ws[k]) == classPreposition:
	case g.lower(k-1) == "to" && g.isInfinitive(k, verbal):
		g.tags[k-1], g.tags[k] = posParticle, posBase
	case (p.isNominal() || p == posAdjective && g.pos(k+1).isNominal()) && g.ws[k-1].is(isModal), p == posNoun && moves && g.isSeenMoving(k):
		g.tags[k] = posBase
	case p.isNominal() && pastForms[l] && g.hasSubject(k) && !g.clauseHasVerb(k), p == posNoun && g.afterPlural(k) && g.leadsToFigure(k+1) && !g.clauseHasVerb(k),
		p.isNominal() && (sizeVerbs[l] || pastForms[l]) && g.leadsToFigure(k+1) && g.reduce(k):
		g.tags[k] = posFinite
	case p.isNominal() && isPerfect(g.lower(k-1)) && (classOf(g.ws[k]) == classVerb || sizeVerbs[l] || g.ws[k].is(isPastForm)):
		g.tags[k] = posPast
	case (verbal || sizeVerbs[l] || g.ws[k].is(isPastForm)) && g.hasSubject(k) && !g.clauseHasVerb(k) &&
		(g.leadsToFigure(k+1) || moves && isPlural(l) && g.pos(k-1) == posNoun && g.lower(k+1) == "from"):
		g.tags[k] = posFinite
	}
}

// isInfinitive reports whether the word at k, behind "to", is a verb there; verbal tells
// that it is one elsewhere.
func (g grammar) isInfinitive(k int, verbal bool) bool {
	p, l := g.tags[k], g.lower(k)
	if g.pos(k-1) == posParticle && (p == posNoun || p == posAdjective && g.leadsToFigure(k+1)) {
		return true
	}
	counts := k+1 < len(g.ws) && (g.ws[k+1].kind == wordNumber || isCardinal(g.lower(k+1))) // "to score 30"
	return g.pos(k-2) != posNumber && (verbal || p == posNoun && counts && !amountsOnly[l] && !levels[l])
}

// isTrading reports whether the form in -ing at k tells of the noun in front of it how
// much it comes to: "shares trading at $5".
func (g grammar) isTrading(k int) bool {
	if !isGerund(g.lower(k)) || g.pos(k-1) != posNouns && (!g.pos(k-1).isNominal() || g.pos(k-2) != posDeterminer) {
		return false
	}
	l := g.lower(k + 1)
	return (l == "at" || l == "for") && g.leadsToFigure(k+1)
}

// endsModified reports whether the form in -s at k is the noun behind a hyphened
// measure: "half-point moves in May".
func (g grammar) endsModified(k int) bool {
	return k > 2 && isPlural(g.lower(k)) && g.lower(k-2) == "-" && g.touches(k-3) && g.touches(k-2) && g.pos(k-1) == posNoun &&
		(g.ws[k-3].kind == wordNumber || isCardinal(g.lower(k-3)) || g.lower(k-3) == "half") && g.pos(k+1) == posPreposition
}

// opensWithPlural reports whether the form in -s at k opens a clause before a verb,
// as a subject does: "last year, rents averaged".
func (g grammar) opensWithPlural(k int) bool {
	return k > 1 && isMark(g.ws[k-1], ",") && isPlural(g.lower(k)) && !g.ws[k].is(isPastForm) && (g.pos(k+1) == posPast || g.pos(k+1) == posFinite) && g.leadsToFigure(k+2)
}

// ofOne reports whether the plural before piece k is a whole of which one is meant:
// "one of our ships carries".
func (g grammar) ofOne(k int) bool {
	for i := k - 1; i > 0 && i > k-maxPhrase; i-- {
		if l := g.lower(i); l == "of" {
			l = g.lower(i - 1)
			return l == "one" || l == "each" || l == "none" || l == "either" || l == "neither"
		}
	}
	return false
}

// reduce makes a participle of the verb that a noun and a preposition stand around when
// the verb at k is the one of its clause: "boats [moored] at the pier cost". It reports
// whether there was one.
func (g grammar) reduce(k int) bool {
	if g.ws[k].cue != nil || !g.pos(k-1).isNominal() {
		return false
	}
	for i := k - 2; i > 0 && i > k-maxPhrase && !g.partsClause(i); i-- {
		if g.tags[i] == posAux {
			return false
		}
		if g.tags[i] == posFinite {
			if !isParticiple(g.lower(i)) || g.pos(i+1) != posPreposition || !g.pos(i-1).isNominal() || g.ws[i].cue != nil {
				return false
			}
			g.tags[i] = posPast
			return true
		}
	}
	return false
}

// seeing are verbs behind which a noun and a bare verb may stand: "saw exports fall".
var seeing = wordSet("see sees saw seen seeing watch watched make makes made making let lets help helps helped")

// isSeenMoving reports whether the word at k, a noun or a verb of change, is the verb of
// what is seen: "saw exports drop to 40".
func (g grammar) isSeenMoving(k int) bool {
	if l := g.lower(k + 1); l != "to" && l != "by" && l != "from" || !g.pos(k-1).isNominal() || !g.leadsToFigure(k+1) {
		return false
	}
	for i := k - 2; i >= 0 && i > k-maxPhrase && !g.partsClause(i); i-- {
		if g.isVerb(i) {
			return seeing[g.lower(i)]
		}
	}
	return false
}

// afterPlural reports whether a plural noun or a figure stands before piece k, past an adverb.
func (g grammar) afterPlural(k int) bool {
	if k > 1 && g.pos(k-1) == posAdverb {
		k--
	}
	for i := k - 1; i > k-maxPhrase && g.pos(i) == posNumber; i-- {
		if currencySigns[g.lower(i-1)] != "" { // a price counts no noun
			return true
		}
	}
	return g.pos(k-1) == posNouns
}

func isPerfect(l string) bool { return l == "have" || l == "has" || l == "had" || l == "having" }

// disagrees reports whether the finite verb at k does not fit what stands in front of
// it: a bare form behind a noun in the singular, or a form in -s behind another verb
// that takes no clause: "a phone platform", "reviewed price changes in".
func (g grammar) disagrees(k int) bool {
	l := g.lower(k)
	if classOf(g.ws[k]) == classVerb || sizeVerbs[l] || pastForms[l] || g.ws[k].is(isPastForm) || g.ws[k].is(isCapital) {
		return false
	}
	if next := g.pos(k + 1); isPlural(l) && next != posMark && next != posPreposition && g.ofOne(k) {
		return false
	}
	if _, moves := changeWords[l]; !moves && isPlural(l) == (g.pos(k-1) == posNouns) && (g.pos(k-1) == posNoun || g.pos(k-1) == posNouns) {
		return true
	}
	for i := k - 1; i >= max(0, k-maxClause) && !g.partsClause(i); i-- {
		if g.isVerb(i) && g.ws[i].cue == nil && g.tags[i] != posAux && i < k-1 {
			return true
		}
	}
	return false
}

// unknownAdverb reports whether the word at k, tagged as an adverb, is none that is
// known and stands where a noun ends its phrase: "a stone oven, but".
func (g grammar) unknownAdverb(k int) bool {
	return lexemes.of(g.lower(k)) == nil && classOf(g.ws[k]) == classContent && g.pos(k-1).isNominal() && g.pos(k+1) == posMark
}

// pastForms are past tenses and participles that no ending tells.
var pastForms = wordSet(`hit spent took gave won paid sold bought made met sent built kept held stood left ran went came got saw began brought drew
	found became rose fell cost cut put set let shed slid sank lost read beat led shot fled flew grew knew threw wore wrote drove rode chose
	quit broke spoke stole froze woke hid bit sold told thought caught taught fought sought felt dealt meant slept swept wept lent bent`)

// noCommand reports whether the bare form at k stands where a noun does: first in its
// line before a preposition or a verb, or behind a word that no infinitive follows.
func (g grammar) noCommand(k int) bool {
	if k == 0 || k == 1 && g.ws[0].kind == wordMark {
		next := g.pos(k + 1)
		return next.isNominal() || next == posPreposition && g.lower(k+1) != "to" || next == posFinite || next == posAux
	}
	switch g.pos(k - 1) {
	case posDeterminer, posAdjective, posPreposition, posBase:
		return true
	case posNumber:
		return !g.afterPlural(k)
	}
	return g.lower(k-1) == ")"
}

// hasSubject reports whether what stands in front of piece k may be the subject of a
// verb there.
func (g grammar) hasSubject(k int) bool {
	p := g.pos(k - 1)
	return p.isNominal() || p == posAdjective && k > 1 && g.ws[k-1].is(isCapital) || p == posNumber || p == posAdverb || p == posPronoun && g.class(k-1) == classPronoun || g.lower(k-1) == ")"
}

// leadsToFigure reports whether a figure begins at k, past an adverb and a preposition.
func (g grammar) leadsToFigure(k int) bool {
	for n := 0; k < len(g.ws) && n < 5; n++ {
		if g.ws[k].kind == wordNumber || isCardinal(g.lower(k)) || currencySigns[g.lower(k)] != "" {
			return true
		}
		switch l := g.lower(k); {
		case l == "to", l == "by", l == "from", l == "at", l == "between", l == "about", l == "a", l == "an", l == "another", amountsOnly[l], l == "of" && amountsOnly[g.lower(k-1)], g.pos(k) == posAdverb:
		default:
			return false
		}
		k++
	}
	return false
}

// clauseHasVerb reports whether another word of the clause of piece k is a finite verb.
func (g grammar) clauseHasVerb(k int) bool {
	finite := func(i int) bool { return g.tags[i] == posFinite || g.tags[i] == posAux }
	for i := k - 1; i >= max(0, k-maxClause) && !g.partsClause(i); i-- {
		if finite(i) {
			return true
		}
	}
	for i := k + 1; i < min(len(g.ws), k+maxClause) && !g.partsClause(i); i++ {
		if finite(i) {
			return true
		}
	}
	return false
}

// clauseOpeners are prepositions that also open a clause.
var clauseOpeners = wordSet("after before as until since")

// partsClause reports whether a clause may end before piece i and another begin behind.
func (g grammar) partsClause(i int) bool {
	switch g.pos(i) {
	case posAnd, posThat:
		return true
	case posMark:
		return isMark(g.ws[i], ",;:—–()\"")
	}
	return relatives[g.lower(i)] || clauseOpeners[g.lower(i)] && i+1 < len(g.ws) && g.ws[i+1].kind == wordPlain
}
