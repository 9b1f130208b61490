package extract

// subjectTail is the subject that ends before piece end: the noun phrase there, and
// all on which it hangs when that goes back to the beginning of its clause, so that
// nothing but the subject can hold it: "strike by the actors", "people who live in".
func (g grammar) subjectTail(end int) (from, to int) {
	from, to = g.withTail(end)
	if from == to {
		return from, to
	}
	if at := g.beforeExamples(from); at > 0 {
		return g.subjectTail(at)
	}
	k, chain := from, 0
	for end-k < maxPhraseBefore {
		at := g.beforeDeterminers(k)
		switch {
		case at > 1 && (g.class(at-1) == classPreposition && !clauseOpeners[g.lower(at-1)] || g.lower(at-1) == "to") && g.endsPhraseAt(at-2):
			k = g.phraseStart(at - 1)
		case at > 1 && g.isReduced(at-1):
			k = g.phraseStart(at - 1)
		case at > 2 && g.class(at-1) == classPreposition && g.isReduced(at-2):
			k = g.phraseStart(at - 2)
		case at > 3 && g.pos(at-1) == posIng && (g.lower(at-2) == "of" || g.lower(at-2) == "for" || g.lower(at-2) == "in") && g.endsPhraseAt(at-3):
			k = g.phraseStart(at - 2) // "the cost of keeping a cat"
		default:
			if a := g.antecedent(at); a >= 0 {
				return a, to
			}
			if chain > 0 && (at == 0 || g.lower(at-1) == "whose" || g.partsClause(at-1) && (g.lower(at-1) != "," || g.pos(at-2) != posAdjective) || g.isVerb(at-1) && g.ws[at-1].cue != nil) {
				return k, to
			}
			return from, to
		}
		chain++
	}
	return from, to
}

// beforeExamples is where the noun phrase ends whose examples end with the phrase at k:
// "[dishes] including rice, beans and | fish"; 0 without one.
func (g grammar) beforeExamples(k int) int {
	k = g.beforeDeterminers(k)
	if l := g.lower(k - 1); l != "and" && l != "or" && l != "," {
		return 0
	}
	for i := k - 1; i > 0 && i > k-maxInsertion && (!g.isVerb(i) || g.lower(i) == "including"); i-- {
		if g.lower(i) != "including" {
			continue
		}
		if g.lower(i-1) == "," {
			i--
		}
		if g.endsPhraseAt(i - 1) {
			return i
		}
		return 0
	}
	return 0
}

// beforeDeterminers steps back from k over determiners.
func (g grammar) beforeDeterminers(k int) int {
	for k > 0 && g.class(k-1) == classDeterminer {
		k--
	}
	return k
}

// isReduced reports whether the word at k is a participle that tells of the noun in
// front of it: "boats [moored] at the pier".
func (g grammar) isReduced(k int) bool {
	return (g.pos(k) == posPast || g.pos(k) == posIng) && g.class(k) == classVerb && g.endsPhraseAt(k-1)
}

// maxRelative is how many words a relative clause may have that is kept with its noun.
const maxRelative = 10

// antecedent is where the noun phrase begins whose relative clause ends before piece
// k, "[people who live in] the town"; -1 without one.
func (g grammar) antecedent(k int) int {
	for i := k - 1; i > 0 && i > k-maxRelative && g.ws[i].kind == wordPlain; i-- {
		if l := g.lower(i); l != "who" && l != "that" && l != "which" {
			continue
		}
		if g.isVerb(i+1) && g.endsPhraseAt(i-1) {
			return g.phraseStart(i)
		}
		return -1
	}
	return -1
}

// innerClause is where the noun phrase ends whose clause ends with a verb in front of
// the verb at v: "sales since the port opened | rose"; 0 without one.
func (g grammar) innerClause(v int) int {
	if g.pos(v) != posFinite || g.pos(v-1) != posFinite || g.ws[v-1].cue != nil {
		return 0
	}
	for k := v - 2; k > 0 && k > v-maxRelative && g.ws[k].kind == wordPlain; k-- {
		if (clauseOpeners[g.lower(k)] || relatives[g.lower(k)]) && g.endsPhraseAt(k-1) {
			return k
		}
	}
	if k := g.beforeDeterminers(g.phraseStart(v - 1)); k < v-1 && g.endsPhraseAt(k-1) {
		return k
	}
	return 0
}

// subjectEdge steps from k, where a verb phrase begins, over a time, an insertion and
// relative pronouns to the end of the subject; with the pronoun nearest to the verb.
func (g grammar) subjectEdge(k int) (edge int, relative string) {
	if start := g.timeStart(k); start < k && start > 0 {
		k = start
	}
	k = g.beforeInsertion(k)
	relative = g.lower(k - 1)
	for k > 0 && (relatives[g.lower(k-1)] || g.lower(k-1) == "that") {
		k--
	}
	return k, relative
}
