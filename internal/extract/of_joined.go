package extract

// maxListed is how many noun phrases a list may have that one figure counts.
const maxListed = 6

// withJoined is the end of the list of noun phrases whose first ends at i: "30 nurses,
// cooks and drivers". i when what follows is no list, or has a verb of its own.
func (g grammar) withJoined(i int, plural, subject bool) int {
	end, names := i, i > 0 && g.ws[i-1].is(isCapital)
	for n := 0; n < maxListed; n++ {
		l := g.lower(end)
		if l != "," && l != "and" && l != "or" {
			return i
		}
		last := l != ","
		if !last && n > 0 && (g.lower(end+1) == "and" || g.lower(end+1) == "or") {
			end, last = end+1, true
		}
		p, ok := g.bareNoun(end + 1)
		if !ok || plural && !isPlural(g.lower(p.head)) && !(names && g.ws[p.head].is(isCapital)) {
			return i
		}
		if end = p.to; last {
			if subject || !g.isVerb(end) {
				return g.withOf(end)
			}
			return i
		}
	}
	return i
}

// bareNoun is the noun phrase at i when it has neither determiner nor number.
func (g grammar) bareNoun(i int) (nounPhrase, bool) {
	if i >= len(g.ws) || g.class(i) != classContent || g.inFigure(i) || g.pos(i).isVerb() && g.pos(i) != posPast || timeWords[g.lower(i)] {
		return nounPhrase{}, false
	}
	return g.nounPhrase(i)
}

// countedEnd is where the noun phrase that the figure counts ends, with what it is
// joined to and, of a subject, all up to its verb: "40 nurses from small towns quit".
func (g grammar) countedEnd(f figure) int {
	to := g.withOf(f.phrase.to)
	subject := g.opensClause(f.textFrom)
	if isPlural(g.lower(f.phrase.head)) {
		to = g.withJoined(to, true, subject)
	}
	if !subject {
		return to
	}
	end := to
	for n := 0; n < 3 && end < len(g.ws) && g.class(end) == classPreposition && !clauseOpeners[g.lower(end)]; n++ {
		p, ok := g.nounPhrase(end + 1)
		if !ok || g.isTime(p) || g.inFigure(p.from) {
			return to
		}
		end = g.withOf(p.to)
	}
	if end < len(g.ws) && (g.pos(end) == posFinite || g.pos(end) == posAux) {
		return end
	}
	return to
}

// meaning are verbs, no cues of speech, that a clause may follow.
var meaning = wordSet("mean means meant meaning ensure ensures ensured given provided")

// opensClause reports whether the figure at i begins a clause, as its subject does.
func (g grammar) opensClause(i int) bool {
	k := g.beforeDeterminers(i) - 1
	return k < 0 || g.lower(i-1) == "that" || meaning[g.lower(k)] || g.partsClause(k) || clauseOpeners[g.lower(k)] || g.isVerb(k) && g.ws[k].cue != nil
}
