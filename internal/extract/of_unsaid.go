package extract

// Of a number that is itself the subject of a clause nothing behind it says what it
// counts: "60 were hurt", "and 20% agreed". What was counted before may say it.

// joinsClauses are words that a clause follows.
var joinsClauses = wordSet("where when while whereas though although but because if whether")

// countsUnsaid reports whether the figure is the subject of a clause and what it
// counts is not said there.
func (g grammar) countsUnsaid(f figure) bool {
	v := g.overBracket(f.after)
	for v < len(g.ws) && g.class(v) == classAdverb {
		v++
	}
	k := f.textFrom - 1
	if l := g.lower(k); l == "another" || l == "the" {
		k--
	}
	opens := k < 0 || g.partsClause(k) || clauseOpeners[g.lower(k)] || joinsClauses[g.lower(k)] || g.isVerb(k) && g.ws[k].cue != nil
	if !opens || f.counts || f.adjectival || f.per != "" || timeUnits[f.unit] || !g.isVerb(v) {
		return false
	}
	if f.unit == "" && !f.fraction {
		return true
	}
	return (g.pos(v) == posFinite || g.pos(v) == posAux) && (k < 0 || !isMark(g.ws[k], ",;:—–-(") || g.lower(k) == "," && g.endsOpening(k)) || isPercent(f.unit) && g.pos(v) == posFinite && g.lower(k) == ","
}

// endsOpening reports whether the comma at k is the first of a sentence that begins with
// a phrase before its subject: "By the rule, 60 votes are needed".
func (g grammar) endsOpening(k int) bool {
	if c := g.class(0); c != classPreposition && !clauseOpeners[g.lower(0)] && !joinsClauses[g.lower(0)] {
		return false
	}
	for i := 1; i < k; i++ {
		if g.lower(i) == "," {
			return false
		}
	}
	return k < maxClause
}

// maxWhole is how many words the group at the beginning of a sentence may have.
const maxWhole = 20

// wholeBefore reads the group of which the number at i is a part when it opens the
// sentence: "Of the 30 boats that sailed, 20 sank".
func (g grammar) wholeBefore(i int) (from, to int) {
	end := i - 1
	if g.lower(end) == "," && g.lower(end-2) == "," && g.pos(end-1) == posAdverb {
		end -= 2 // ", however,"
	}
	if g.lower(end) != "," {
		return 0, 0
	}
	k := end - 1
	for k > 0 && k > end-maxWhole && g.lower(k) != "among" && g.lower(k) != ";" && (g.lower(k) != "of" || k > 1) {
		k--
	}
	if l := g.lower(k); l != "of" && l != "among" {
		return 0, 0
	}
	for k++; k < i && (g.inFigure(k) || g.class(k) == classDeterminer); k++ {
	}
	p, ok := g.nounPhrase(k)
	if !ok || p.to > end {
		return 0, 0
	}
	if relatives[g.lower(p.to)] || g.class(p.to) == classVerb || g.class(p.to) == classPreposition {
		return p.from, end
	}
	return p.from, p.to
}

// countedEarlier is what an unsaid figure counts by the ones before it: of a number
// the nearest thing counted, "300 boats sailed and 20 sank", of a share the whole of
// the share before or the group that was asked, "60% of nurses agreed and 20% did not".
func (d *document) countedEarlier(g grammar, f figure, earlier []figure, read []Quantity) string {
	share := isPercent(f.unit) || f.fraction
	if f.unit != "" && !share || g.lower(f.textFrom-1) == "the" {
		return ""
	}
	for i := len(earlier) - 1; i >= 0; i-- {
		e := earlier[i]
		switch {
		case e.counts && !e.adjectival && (!share || g.lower(e.textFrom-1) == "of" || g.lower(e.textFrom-1) == "among"):
			return d.pieceText(g, e.phrase.from, e.phrase.to)
		case share && (isPercent(e.unit) || e.fraction):
			if g.lower(e.after) == "of" || g.countsUnsaid(e) {
				return read[i].Of
			}
			return ""
		}
	}
	return ""
}

// behindCount is where the noun phrase [from,to) begins behind the figure that counts
// it: "30 boats" is what the next figure measures as "boats".
func (g grammar) behindCount(from, to int) int {
	k := from
	if g.pos(k) == posAdjective && g.inFigure(k+1) && !g.inFigure(k) {
		k++ // "an additional 30 boats"
	}
	if g.ws[min(k, len(g.ws)-1)].kind == wordPlain {
		return from // "two boats" may stay
	}
	for k < to && g.inFigure(k) && (g.ws[k].kind != wordPlain || g.ws[k].is(isNumberWord)) {
		k++
	}
	if k == from || !g.inFigure(k-1) || k >= to || g.lower(k) == "-" || g.lower(k-1) == "-" || !g.pos(to-1).isNominal() {
		return from
	}
	return k
}

// isCompared reports whether the share is set against the one before, whose whole is
// its whole too: "40% of nurses versus 30% in May", "to Lind's 30%".
func (g grammar) isCompared(f figure) bool {
	if f.unit == "" && !f.counts && !f.fraction && !f.isRange() {
		return g.isSetAgainst(f)
	}
	if !isPercent(f.unit) || f.adjectival || g.lower(f.after) == "of" || g.lower(f.after) == "for" {
		return false
	}
	k := f.textFrom - 1
	l := g.lower(k)
	return l == "versus" || l == "vs" || l == "vs." || k > 0 && isPossessive(g.ws[k])
}

// isSetAgainst reports whether the bare number is what another is compared with: "40
// boats, compared with an average of 30 last year".
func (g grammar) isSetAgainst(f figure) bool {
	k := g.beforeMeasure(f.textFrom)
	if g.lower(k-1) == "of" && amountsOnly[g.lower(k-2)] {
		k = g.beforeMeasure(k - 1)
	}
	l := g.lower(k - 1)
	return (l == "with" || l == "to") && g.lower(k-2) == "compared" || l == "versus" || l == "from" && (g.lower(k-2) == "up" || g.lower(k-2) == "down")
}
