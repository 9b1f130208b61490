package extract

// doing is the predicate in which the counted noun stands: the verb phrase behind
// it, up to the end of the clause; empty when no verb follows.
func (d *document) doing(g grammar, f figure) string {
	if from, to := g.margin(f); from < to {
		return d.pieceText(g, from, to)
	}
	i := f.after
	if f.counts && !f.adjectival && i == f.phrase.to {
		i = g.countedEnd(f)
	}
	share := (isPercent(f.unit) || f.unit == "") && g.lower(i) == "of"
	if !f.counts && !f.fraction && !share && !g.countsUnsaid(f) || g.isShareBase(f.textFrom) && !g.hasRelative(i) {
		return ""
	}
	counted := i
	if i = g.skipPhrases(i); i > counted && g.lower(counted) != "of" && (g.lower(i) == "that" || g.lower(i) == "which") {
		return "" // of "20 people at a clinic that" it may be the clinic
	}
	if g.lower(i) == "than" && g.excess(f) {
		return d.pieceText(g, i, g.clauseEnd(i))
	}
	from, to := g.predicate(f, i)
	return d.pieceText(g, from, to)
}

// predicate reads what is said of the noun that ends before piece i: the verb whose
// subject it is, a clause or a participle that hangs on it. Empty without one.
func (g grammar) predicate(f figure, i int) (from, to int) {
	if (g.lower(i) == "where" || g.lower(i) == "whose" || g.lower(i) == "whom") || !f.adjectival && g.isContact(i) && (!g.opensFronted(f.textFrom) || g.lower(g.beforeDeterminers(f.textFrom)-1) == "of") {
		return i, g.clauseEnd(i)
	}
	if extents[g.lower(i)] {
		return 0, 0 // "two miles away"
	}
	relative := g.lower(i) == "who" || g.lower(i) == "that" || g.lower(i) == "which"
	if relative {
		i++
	}
	subject := g.opensClause(f.textFrom)
	if subject && !relative {
		i = g.overInsertion(i)
	}
	k := i
	for k < len(g.ws) && g.class(k) == classAdverb {
		k++
	}
	if k >= len(g.ws) || !g.startsPredicate(k) {
		return 0, 0
	}
	finite := g.pos(k) == posFinite || g.class(k) == classAux
	if finite && !relative && !subject && g.isObject(f.textFrom) {
		if finite = !g.mayBeParticiple(k); finite {
			return 0, 0 // of "the bus carrying 40 pupils sank" the pupils are not the subject
		}
	} else if finite && !relative && !subject && g.isHung(f.textFrom) {
		if finite = !g.mayBeParticiple(k) || !g.finiteAround(k) && !g.opensFronted(f.textFrom); finite {
			return 0, 0 // of "reports of 30 boats sank" the boats are not the subject
		}
	}
	to = g.clauseEnd(k)
	if !finite && !subject && !relative {
		to = g.participleEnd(k, to)
	}
	return i, g.withoutLoose(i, to)
}

// hasRelative reports whether a relative clause begins at i, which tells of the noun
// that the figure counts whatever part of them is meant.
func (g grammar) hasRelative(i int) bool {
	l := g.lower(g.skipPhrases(i))
	return l == "where" || l == "whose" || l == "who" || l == "that" || g.isContact(i)
}

// isContact reports whether a relative clause without a pronoun begins at i: "30
// letters [the minister sent]".
func (g grammar) isContact(i int) bool {
	if i >= len(g.ws) || i == 0 {
		return false
	}
	if g.class(i) == classPronoun && subjectPronouns[g.lower(i)] {
		v := i + 1
		for v < len(g.ws) && g.class(v) == classAdverb {
			v++
		}
		return g.pos(v) == posFinite || g.pos(v) == posAux
	}
	if g.pos(i) != posName && g.class(i) != classDeterminer || g.class(i) == classDeterminer && g.pos(i) != posDeterminer && g.pos(i) != posPronoun {
		return false
	}
	p, ok := g.nounPhrase(i)
	return ok && g.pos(p.to) == posFinite && g.ws[p.to].cue == nil && !g.isTime(p)
}

// overInsertion steps from the comma at i over what is put in behind the subject, and
// over what it is joined to, to the verb: "30 boats, among them a tug, sank".
func (g grammar) overInsertion(i int) int {
	switch g.lower(i) {
	case ",":
		if !g.opensInsertion(i+1) && g.lower(i+1) != "including" {
			return i
		}
		for k := i + 2; k < len(g.ws) && k < i+maxInsertion; k++ {
			if g.lower(k) == "," && (g.pos(k+1) == posFinite || g.pos(k+1) == posAux) && g.ws[k+1].cue == nil {
				return k + 1
			}
			if isMark(g.ws[k], ";:—()\"") {
				return i
			}
		}
	case "and":
		if p, ok := g.nounPhrase(i + 1); ok && (g.pos(p.to) == posFinite || g.pos(p.to) == posAux) {
			return p.to
		}
	}
	return i
}

// isHung reports whether the figure at i hangs on a preposition.
func (g grammar) isHung(i int) bool {
	k := i
	for k > 0 && (g.class(k-1) == classDeterminer || g.pos(k-1) == posAdjective) {
		k--
	}
	if k == 0 || g.class(k-1) != classPreposition || g.lower(k-1) == "with" || particles[g.lower(k-1)] && g.isVerb(k-2) {
		return false
	}
	return g.lower(k-1) != "of" || !amountsOnly[g.lower(k-2)] || g.isHung(k-2) // "a total of 30 boats"
}

// isObject reports whether the figure at i is the object of the verb in front of it.
func (g grammar) isObject(i int) bool {
	k := i
	for k > 0 && (g.class(k-1) == classDeterminer || g.pos(k-1) == posAdjective) {
		k--
	}
	return k > 1 && g.class(k-1) == classVerb && g.ws[k-1].cue == nil && g.class(k-2) != classDeterminer
}

// particles are prepositions that belong to the verb in front of them: "found out".
var particles = wordSet("out up off down away")

// mayBeParticiple reports whether the word at k, tagged as a finite verb, may be a
// participle: no object stands behind it.
func (g grammar) mayBeParticiple(k int) bool {
	next := k + 1
	for next < len(g.ws) && g.pos(next) == posAdverb {
		next++
	}
	switch g.pos(next) {
	case posPreposition, posMark, posAnd, posParticle:
		return isParticiple(g.lower(k)) || pastParticiples[g.lower(k)]
	}
	return (nearTimes[g.lower(next)] || timeWords[g.lower(next)]) && (isParticiple(g.lower(k)) || pastParticiples[g.lower(k)])
}

// pastParticiples are participles that are past tenses too and that no ending tells.
var pastParticiples = wordSet(`hit spent won paid sold bought made met sent built kept held left found cut put set let shed lost read led shot
	told thought caught taught fought sought felt dealt hurt brought`)

// finiteAround reports whether the sentence part of piece k, up to a mark, has another
// finite verb.
func (g grammar) finiteAround(k int) bool {
	for i := k + 1; i < len(g.ws) && i < k+maxClause && g.ws[i].kind != wordMark; i++ {
		if g.pos(i) == posFinite || g.pos(i) == posAux {
			return true
		}
	}
	return g.clauseHasVerb(k)
}

// opensFronted reports whether the figure at i stands in a phrase that opens the
// sentence: "Of the 30 boats".
func (g grammar) opensFronted(i int) bool {
	k := g.beforeDeterminers(i)
	return k > 0 && g.class(k-1) == classPreposition && (k == 1 || isMark(g.ws[k-2], ",;:.\""))
}

// participleEnd is where what hangs on the participle at k ends: before the verb of the
// clause that it stands in.
func (g grammar) participleEnd(k, end int) int {
	for i := k + 1; i < end; i++ {
		if g.partsClause(i) {
			if g.lower(i) == "and" && (g.pos(i+1) == posFinite || g.pos(i+1) == posAux) {
				return i
			} else if g.pos(i) != posAnd {
				return end
			}
		}
		if (g.pos(i) == posFinite || g.pos(i) == posAux) && g.class(i-1) != classPronoun {
			return i
		}
	}
	return end
}

// withoutLoose cuts from the end of a predicate that goes on behind a mark the words
// that lead there: "meant to point [to], and".
func (g grammar) withoutLoose(from, to int) int {
	if l := g.lower(to); to >= len(g.ws) || l == "." || l == "!" || l == "?" || l == ";" {
		return to
	}
	for to > from+1 {
		p, w := g.pos(to-1), g.ws[to-1]
		mark := w.kind == wordMark && w.lower != "%" && w.lower != `"` && w.lower != ")"
		if p != posAnd && !mark && (p != posDeterminer || classOf(w) != classDeterminer) && (p != posPreposition || !attaches[w.lower] && w.lower != "to") {
			break
		}
		to--
	}
	return to
}

// maxOwner is how many words may stand between "of" and the base of a share.
const maxOwner = 4

// isShareBase reports whether the figure at i is what a share is taken of, "none of
// the 50 miners survived": what is said then is said of the share.
func (g grammar) isShareBase(i int) bool {
	k := i - 1
	for k > i-maxOwner && k > 0 && g.lower(k) != "of" && g.ws[k].kind == wordPlain {
		k--
	}
	if k < 1 || g.lower(k) != "of" {
		return false
	}
	switch l := g.lower(k - 1); l {
	case "none", "neither", "few", "many", "most", "all", "some", "half", "any", "each", "several", "part", "percent", "%", "majority", "third", "quarter", "thirds", "quarters":
		return true
	default:
		return g.isFigure(k - 1)
	}
}

// skipPhrases steps over prepositional phrases that hang on the counted noun.
func (g grammar) skipPhrases(i int) int {
	for n := 0; n < 3 && i < len(g.ws); n++ {
		l := g.lower(i)
		if l != "of" && l != "in" && l != "from" && l != "at" && l != "on" && l != "across" {
			return i
		}
		p, ok := g.nounPhrase(i + 1)
		if !ok {
			return i
		}
		i = p.to
	}
	return i
}

func (g grammar) startsPredicate(k int) bool {
	switch l := g.lower(k); g.class(k) {
	case classVerb, classAux:
		return true
	case classContent:
		return isParticiple(l) && !g.pos(k).isNominal() || isGerund(l) && g.pos(k-1) == posNouns && g.pos(k+1) == posPreposition
	}
	return false
}

// clauseEnd is the end of the clause that goes on at k.
func (g grammar) clauseEnd(k int) int {
	listed, start := false, k
	for end := k + 2*maxClause; k < len(g.ws) && k < end; k++ {
		w := g.ws[k]
		if w.kind == wordMark && (w.lower == "," || w.lower == ";" || w.lower == ":" || w.lower == "." || w.lower == "!" || w.lower == "?" ||
			w.lower == "—" || w.lower == "\"" || w.lower == ")" || w.lower == "(" || w.lower == "…") {
			if close := g.closing(k); close > 0 {
				if k = close; g.ws[k-1].kind == wordMark {
					return k + 1
				}
				continue
			}
			if next := g.listEnd(k); next > k && !listed {
				k, listed = next-1, true
				continue
			}
			if !g.isDateComma(k) {
				return k
			}
		}
		if g.pos(k) == posAux && g.pos(k-1) == posPast && k > start+1 && g.pos(k-2) == posAux {
			return k // "the fire in which 40 were hurt | has"
		}
		switch w.lower {
		case "while", "whereas", "although", "though", "but", "because", "according":
			return k
		case "and":
			if g.inFigure(k+1) && g.verbAhead(k+1) {
				return k // "40% rose and 20% fell"
			}
			if g.ws[start].cue == nil && g.beginsClause(k+1) {
				return k
			}
		}
	}
	return k
}

// beginsClause reports whether a clause with a subject of its own begins at k: "sank and
// [a third remained]".
func (g grammar) beginsClause(k int) bool {
	if l := g.lower(k); l != "a" && l != "an" && l != "another" {
		return g.class(k) == classPronoun && subjectPronouns[l] && l != "that" && (g.pos(k+1) == posFinite || g.pos(k+1) == posAux)
	}
	p, ok := g.nounPhrase(k)
	return ok && (g.pos(p.to) == posFinite || g.pos(p.to) == posAux)
}

// maxQuoted is how many words between quotation marks are kept in a predicate.
const maxQuoted = 8

// closing is the mark that ends the few words in quotation marks that begin at k; 0
// without one.
func (g grammar) closing(k int) int {
	if g.lower(k) != `"` || !g.touches(k) || g.touches(k-1) {
		return 0
	}
	for i := k + 1; i < len(g.ws) && i <= k+maxQuoted; i++ {
		if g.lower(i) == `"` {
			return i
		}
	}
	return 0
}

// listEnd is the end of the list that goes on behind the comma at k, "aid to the town,
// the port and the mine"; k without one.
func (g grammar) listEnd(k int) int {
	if g.lower(k) != "," || !g.pos(k-1).isNominal() {
		return k
	}
	for i, n := k, 0; n < maxListed && g.lower(i) == ","; n++ {
		p, ok := g.nounPhrase(i + 1)
		if !ok || g.inFigure(i+1) {
			return k
		}
		if i = g.withOf(p.to); g.lower(i) == "," && g.lower(i+1) == "and" {
			i++
		}
		if g.lower(i) != "and" {
			continue
		}
		if p, ok = g.nounPhrase(i + 1); ok && !g.isVerb(p.to) && !g.inFigure(i+1) {
			return p.to
		}
		return k
	}
	return k
}

// verbAhead reports whether a finite verb follows the figure at k in its clause.
func (g grammar) verbAhead(k int) bool {
	for ; k < len(g.ws) && !g.partsClause(k); k++ {
		if p := g.pos(k); p == posFinite || p == posAux {
			return true
		}
	}
	return false
}

// isDateComma reports whether the comma at k stands inside a date: "March 3, 2024".
func (g grammar) isDateComma(k int) bool {
	if g.lower(k) != "," || k < 2 || k+1 >= len(g.ws) || g.ws[k-1].kind != wordNumber || g.ws[k+1].kind != wordNumber {
		return false
	}
	year := g.lower(k + 1)
	return len(year) == len("2024") && isDigit(rune(year[1])) && year[0] <= '2' && monthNames[g.lower(k-2)] != 0
}
