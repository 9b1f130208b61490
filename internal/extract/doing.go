package extract

// doing is the predicate in which the counted noun stands: the verb phrase behind
// it, up to the end of the clause; empty when no verb follows.
func (d *document) doing(g grammar, f figure) string {
	if from, to := g.margin(f); from < to {
		return d.pieceText(g, from, to)
	}
	i := f.after
	share := (isPercent(f.unit) || f.unit == "") && g.lower(i) == "of"
	if !f.counts && !f.fraction && !share && !g.countsUnsaid(f) || g.isShareBase(f.textFrom) {
		return ""
	}
	i = g.skipPhrases(i)
	if g.lower(i) == "than" && g.excess(f) {
		return d.pieceText(g, i, g.clauseEnd(i))
	}
	if i < len(g.ws) && (g.lower(i) == "who" || g.lower(i) == "that" || g.lower(i) == "which") {
		i++
	}
	k := i
	for k < len(g.ws) && g.class(k) == classAdverb {
		k++
	}
	if k >= len(g.ws) || !g.startsPredicate(k) {
		return ""
	}
	end := g.clauseEnd(k)
	return d.pieceText(g, i, end)
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
	for end := k + 2*maxClause; k < len(g.ws) && k < end; k++ {
		w := g.ws[k]
		if w.kind == wordMark && (w.lower == "," || w.lower == ";" || w.lower == ":" || w.lower == "." || w.lower == "!" || w.lower == "?" ||
			w.lower == "—" || w.lower == "\"" || w.lower == ")" || w.lower == "(" || w.lower == "…") {
			if !g.isDateComma(k) {
				break
			}
		}
		switch w.lower {
		case "while", "whereas", "although", "though", "but", "because", "according":
			return k
		case "and":
			if g.inFigure(k+1) && g.verbAhead(k+1) {
				return k // "40% rose and 20% fell"
			}
		}
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
