package extract

// pos is the part of speech of piece i; posNone outside the sentence or where
// nothing was tagged.
func (g grammar) pos(i int) pos {
	if i < 0 || i >= len(g.tags) {
		return posNone
	}
	return g.tags[i]
}

// class is what piece k is in its sentence: of a word that may be a verb or a noun,
// what it was tagged as. A participle in front of a noun goes with the noun.
func (g grammar) class(k int) wordClass {
	if k < 0 || k >= len(g.ws) {
		return classMark
	}
	c := classOf(g.ws[k])
	if (c == classAux || c == classPronoun) && g.pos(k) == posName {
		return classContent // "in May", "the US"
	}
	if c != classContent && c != classVerb {
		return c
	}
	switch p := g.pos(k); p {
	case posNoun, posNouns, posName, posAdjective:
		return classContent
	case posFinite, posBase:
		return classVerb
	case posPast, posIng:
		if !g.modifiesNoun(k) {
			return classVerb
		}
		return classContent
	}
	return c
}

// modifiesNoun reports whether the participle at k goes with the noun behind it:
// "rising prices", not "prices falling", "by cutting prices".
func (g grammar) modifiesNoun(k int) bool {
	if next := g.pos(k + 1); !next.isNominal() && (next != posAdjective || !g.pos(k+2).isNominal()) {
		return false
	}
	if k > 0 && g.ws[k-1].is(isHelper) {
		return false
	}
	switch before := g.pos(k - 1); before {
	case posDeterminer, posAdjective, posNone, posPronoun:
		return before != posPronoun || g.class(k-1) == classDeterminer
	case posThat:
		return g.lower(k-1) == "with"
	case posPreposition:
		return g.tags[k] == posPast || amidst[g.lower(k-1)]
	case posAnd, posFinite, posBase:
		return g.tags[k] == posPast
	}
	return false
}

// amidst are prepositions behind which "-ing" and a noun are a thing, not a deed.
var amidst = wordSet("of amid with against on from about")
