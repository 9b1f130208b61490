package extract

import "strings"

var (
	// spending are verbs whose money goes into what "on" or "in" says.
	spending = wordSet("spend spends spent spending invest invests invested investing pour pours poured pouring inject injects injected injecting lavish lavished splash splashed splurge splurged")
	// gaining are verbs whose amount tells of who or what got it, whatever "for" says.
	gaining = wordSet(`cost costs costing earn earns earned earning make makes made making gross grosses grossed win wins won winning report reports
		reported reporting post posts posted posting total totals totalled totaled average averages averaged generate generates generated`)
	// periods are spans that are no time of day or week.
	periods = wordSet("quarter season half period term time first example instance")
	// manners follow "in" behind a span of time and are nothing that is done in it.
	manners = wordSet("advance total all fact length duration general addition age arrears part return succession")
)

// purpose reads what an amount of money is for, "gave $3 million for shelters", "spent
// $2 million on pumps", and what a span of time is spent in, "20 years in prison".
func (g grammar) purpose(f figure) (nounPhrase, bool) {
	if f.adjectival {
		return nounPhrase{}, false
	}
	i := f.after
	if timeUnits[f.unit] {
		if g.isSentence(f, i) {
			return nounPhrase{i, i, i + 1}, true
		}
		if before := g.lower(g.beforeMeasure(f.textFrom) - 1); g.lower(i) != "in" || before == "by" || before == "of" || manners[g.lower(i+1)] || g.pos(i+1) != posNoun && (g.pos(i+1) != posAdjective || g.pos(i+2) != posNoun) {
			return nounPhrase{}, false
		}
		return g.thing(i + 1)
	}
	if !currencyUnits[f.unit] {
		return nounPhrase{}, false
	}
	if spending[g.lower(i)] {
		if l := g.lower(i + 1); l == "on" || l == "in" || l == "into" {
			return g.thing(i + 2)
		}
		return nounPhrase{}, false
	}
	k := g.beforeMeasure(f.textFrom)
	switch l, before := g.lower(g.overBracket(i)), g.lower(k-1); l {
	case "on", "in", "into":
		if spending[before] {
			return g.thing(i + 1)
		}
	case "for":
		if _, moves := changeWords[before]; moves || gaining[before] || beForms[before] {
			break
		}
		if k == 0 || g.isVerb(k-1) || g.endsPhraseAt(k-1) || g.isJoint(k-1) {
			return g.thing(g.overBracket(i) + 1)
		}
	}
	return nounPhrase{}, false
}

// isSentence reports whether the word at i, right behind a span of time, is what fills
// it: "three years probation".
func (g grammar) isSentence(f figure, i int) bool {
	k := f.textFrom - 1
	if before := g.lower(k); before != "to" && before != "at" && !g.isJoint(k) && (!g.isVerb(k) || g.class(k) == classAux) {
		return false
	}
	l := g.lower(i)
	if g.pos(i) != posNoun || classOf(g.ws[i]) != classContent || g.ws[i].is(isCapital) || !isPlural(g.lower(i-1)) || extents[l] || timeWords[l] || timeUnits[l] || periods[l] || comparing[l] {
		return false
	}
	next := g.pos(i + 1)
	return next == posMark || next == posPreposition || next == posAnd
}

// thing reads a noun phrase at i that is neither time nor figure.
func (g grammar) thing(i int) (nounPhrase, bool) {
	if i >= len(g.ws) || g.class(i) == classPronoun {
		return nounPhrase{}, false
	}
	p, ok := g.nounPhrase(i)
	if !ok || g.isTime(p) || timeUnits[g.lower(p.head)] || timeUnits[strings.TrimSuffix(g.lower(p.head), "s")] || g.inFigure(p.from) || periods[g.lower(p.head)] || g.ws[p.from].kind == wordNumber {
		return nounPhrase{}, false
	}
	return p, true
}

// moneyNouns name money that a vague number counts: "millions of dollars".
var moneyNouns = wordSet("dollars euros pounds yen pesos rupees")
