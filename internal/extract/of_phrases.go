package extract

import "strings"

// The noun phrases on the left of a figure: where they end, where they begin, and what
// they hang on.

// endsPhraseAt reports whether a noun phrase may end with piece k.
func (g grammar) endsPhraseAt(k int) bool {
	if k < 0 || k >= len(g.ws) {
		return false
	}
	if g.inFigure(k) {
		return strings.HasSuffix(g.lower(k), "old") // "a 65-year-old"
	}
	if g.masked[k] && g.ws[k].kind == wordNumber {
		return g.pos(k - 1).isNominal() // "the Dow 30"
	}
	if g.pos(k).isNominal() {
		switch classOf(g.ws[k]) {
		case classContent, classVerb, classPreposition:
			return !comparing[g.lower(k)]
		}
		return g.ws[k].is(isCapital) && (classOf(g.ws[k]) != classPronoun || isUpperWord(g.ws[k].text))
	}
	if g.pos(k) == posAdjective && g.ws[k].is(isCapital) && k > 0 && (g.pos(k-1) == posName || g.isVerb(k+1)) {
		return true // "Union Main"
	}
	if g.pos(k) == posIng { // "sampling in the bay found"
		return (k == 0 || g.class(k-1) == classDeterminer || g.lower(k-1) == ",") && g.class(min(k+1, len(g.ws)-1)) == classPreposition
	}
	return g.pos(k) == posAdjective && k > 0 && g.class(k-1) == classDeterminer // "the poor"
}

// phraseStart is where the noun phrase that ends before piece end begins, without
// its determiner.
func (g grammar) phraseStart(end int) int {
	k := end
	if strings.HasSuffix(g.lower(k-1), "old") && g.inFigure(k-1) || g.pos(k-1) == posIng {
		return min(g.figureStart(k), k-1)
	}
	for k > 0 && end-k < maxPhraseBefore {
		switch p := g.pos(k - 1); {
		case g.lower(k-1) == "-" && g.touches(k-2) || g.lower(k-1) == "&" || g.lower(k-1) == "/" || g.lower(k-1) == "." && g.touches(k-2) && g.ws[k-2].is(isCapital):
			if k < end && g.inFigure(k-2) && g.lower(k-1) == "-" && g.touches(k-1) {
				if from := g.figureStart(k - 1); g.lower(from-1) != "-" {
					return from // "a [16-count indictment]"
				}
				return k
			} else if k == end || g.inFigure(k-2) {
				return k
			}
		case k < end && (timeWords[g.lower(k-1)] || g.lower(k-1) == "season") && nearTimes[g.lower(k-2)]:
			return k // "last week the shares"
		case k < end && g.endsFronted(k):
			return k
		case g.inFigure(k - 1):
			if !g.numbersNoun(k-1, end) {
				return k
			}
		case p.isNominal(), p == posAdjective, p == posNumber:
		case p == posPast, p == posIng:
			if k == end || g.class(k-1) != classContent {
				return k
			}
		case p == posAdverb:
			if k == end || g.pos(k) != posAdjective && g.pos(k) != posPast {
				return k
			}
		default:
			return k
		}
		k--
	}
	for k < end-1 && g.ws[k].kind == wordMark {
		k++
	}
	return k
}

// endsFronted reports whether a phrase that opens its clause ends before the adjective
// at k: "Before the war | public debt was".
func (g grammar) endsFronted(k int) bool {
	return k > 2 && g.pos(k) == posAdjective && g.pos(k-1) == posNoun && g.class(k-2) == classDeterminer && g.class(k-3) == classPreposition &&
		(k == 3 || g.partsClause(k-4))
}

// numbersNoun reports whether the number at k counts the noun phrase that goes on
// to end, "the 30 ships", and is no figure of its own before it.
func (g grammar) numbersNoun(k, end int) bool {
	return k+1 < end && !g.inFigure(k+1) && g.figureStart(k+1) == k && (g.ws[k].kind == wordNumber || isCardinal(g.lower(k)) && g.lower(k) != "one")
}

// maxPhraseBefore is how many words a noun phrase on the left of a figure may have.
const maxPhraseBefore = 20

// attaches are prepositions by which a phrase hangs on the noun before it.
var attaches = wordSet("of for in between among across on from per at")

// withTail is the noun phrase that ends before piece end, with those before it on
// which it hangs by a preposition or "and": "price of copper in London".
func (g grammar) withTail(end int) (from, to int) {
	if start := g.timeStart(end); start < end && g.endsPhraseAt(start-1) {
		end = start
	}
	from = g.phraseStart(end)
	if from == end {
		return 0, 0
	}
	for {
		k := from
		for k > 0 && g.class(k-1) == classDeterminer {
			k--
		}
		joined := k == from && g.lower(k-1) == "and"
		if k < 2 || !joined && !attaches[g.lower(k-1)] || !g.endsPhraseAt(k-2) || g.timeStart(k-1) < k-1 {
			return from, end
		}
		next := g.phraseStart(k - 1)
		if joined && g.figureStart(next) < next && g.ws[end-1].is(isCapital) {
			return from, end // "9 goals and 4 saves and Lind, who"
		}
		if next >= k-1 || end-next > maxPhraseBefore || joined && g.listsClauses(k-1, end) {
			return from, end
		}
		from = next
	}
}

// listsClauses reports whether "and" at k joins more than two phrases before end:
// a verb or its object stands before it.
func (g grammar) listsClauses(k, end int) bool {
	start := g.phraseStart(k)
	return start > 0 && (g.lower(start-1) == "to" || g.isVerb(start-1) && g.class(start-1) != classAux && !g.isVerb(end))
}
