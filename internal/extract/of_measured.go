package extract

import "strings"

// maxClause is how far the subject of a clause is looked for, in words.
const maxClause = 40

// maxOther is how many words a figure in front of a bracket may have.
const maxOther = 6

// amountsOnly are nouns that say how a figure was reckoned, not what it measures.
var amountsOnly = wordSet("total average maximum minimum combined whopping record mean median sum amount distance")

// levels are nouns for a level that something else has.
var levels = wordSet("high low peak trough highs lows")

// comparing are words behind a measure that compare and are not modified by it:
// "5% higher".
var comparing = wordSet("more less fewer higher lower larger smaller bigger greater longer shorter older younger cheaper better worse stronger weaker faster slower year sure complete much far")

// lasting are verbs whose subject a span of time measures: "the flight lasts two hours".
var lasting = wordSet("last lasts lasted lasting take takes took taken taking span spans spanned average averages averaged averaging")

// tellsAge reports whether the figure is how old somebody is.
func (g grammar) tellsAge(f figure) bool {
	l := g.lower(f.textTo - 1)
	return ages[g.lower(f.textFrom-1)] || l == "old" || l == "age" || strings.HasSuffix(l, "-old") || g.lower(f.textFrom-1) == "," && (f.unitFrom >= f.unitTo || g.inFigure(f.textFrom-2))
}

var ages = wordSet("age aged ages")

// isMeasuredTime reports whether the span of time at i tells how long something is,
// and not when it is: "a term of two years", "it lasts two hours", "closed for a day".
func (g grammar) isMeasuredTime(i int) bool {
	k := g.beforeMeasure(i)
	for k > 0 && nearTimes[g.lower(k-1)] && !g.isVerb(k-1) {
		k--
	}
	switch l := g.lower(k - 1); l {
	case "of", "to", "by", "from", ":":
		return true
	case "for", "over":
		if start := g.phraseStart(k - 1); start < k-1 && (g.lower(start-1) == "a" || g.lower(start-1) == "an") && g.lower(start-2) != "as" {
			return l == "for" // "a ban for two years"
		} else if start < k-1 && l == "for" {
			for start > 0 && g.class(start-1) == classDeterminer {
				start--
			}
			return g.isVerb(start - 1) // "closed the road for two days"
		}
		return g.isVerb(k-2) || g.pos(k-2) == posAdverb || g.pos(k-2) == posAdjective
	default:
		return k > 0 && (lasting[l] || beForms[l] || isPerfect(l))
	}
}

// sizedBy finds the noun phrase that the figure at i tells the size of: the one
// that a preposition ties it to, the one in front of it, else the subject of its
// clause.
func (g grammar) sizedBy(i int) (from, to int) {
	k := i
	for n := 0; k > 0 && n < maxClause; n++ {
		k = g.beforeMeasure(k)
		if c := g.labelBefore(k); c > 0 {
			return g.label(c)
		}
		if start := g.timeStart(k); start < k {
			k = start
			continue
		}
		if k == 0 {
			return 0, 0
		}
		next, from, to := g.sizeStep(i, k)
		if next < 0 {
			return from, to
		}
		k = next
	}
	return 0, 0
}

// sizeStep looks at the piece before k: next is where to look on, or -1 with what the
// figure at i tells the size of.
func (g grammar) sizeStep(i, k int) (next, from, to int) {
	before := k - 1
	switch {
	case g.isVerb(before):
		from, to = g.subjectOf(before)
	case g.lower(before) == "top" || g.lower(before) == "bottom":
		// "the top 1 percent" are those themselves
	case g.pos(before) == posAdjective && !g.ws[before].is(isCapital):
		return before, 0, 0
	case ages[g.lower(k)] && g.endsPhraseAt(before):
		from, to = g.phraseStart(k), k
	case costing[g.lower(g.beforeDeterminers(g.phraseStart(k))-1)] && k == g.beforeMeasure(i) && g.endsPhraseAt(before):
		return g.beforeDeterminers(g.phraseStart(k)), 0, 0 // "will cost buyers $5"
	case g.endsPhraseAt(before):
		if at := g.adverbialStart(k); at < k {
			return at, 0, 0
		}
		from, to = g.withTail(k)
	default:
		return g.sizeJoint(k)
	}
	return -1, from, to
}

// sizeJoint is sizeStep where no noun phrase and no verb ends before k: dashes, other
// figures, conjunctions and prepositions.
func (g grammar) sizeJoint(k int) (next, from, to int) {
	before := k - 1
	switch {
	case g.isDash(before) && (g.lower(k) == "up" || g.lower(k) == "down"):
		if v := g.verbBefore(before); v >= 0 { // "the firm sold 40 boats – up 5%"
			from, to = g.subjectOf(v)
		}
	case g.isDash(before) && g.endsPhraseAt(before-1):
		from, to = g.withTail(before)
	case g.figureStart(k) < k: // "from 5% to 6%", "5% and 6%"
		return g.figureStart(k), 0, 0
	case g.isJoint(before) && g.lower(before) != ",":
		start := g.parallel(before)
		if start < 0 {
			return before, 0, 0
		}
		if !g.isVerb(start) {
			return start, 0, 0
		}
		from, to = g.subjectOf(start)
	case g.lower(before) == "of" && g.endsPhraseAt(before-1) && levels[g.lower(before-1)]:
		at := g.levelStart(before)
		if at > 0 && !g.partsClause(at-1) {
			return at, 0, 0
		}
		from, to = g.withTail(before)
	case g.lower(before) == "of" && g.endsPhraseAt(before-1) && amountsOnly[g.lower(before-1)]:
		return g.phraseStart(before), 0, 0 // "by an average of"
	case g.class(before) == classPreposition, g.isJoint(before), g.lower(before) == "(":
		return before, 0, 0
	}
	return -1, from, to
}

// adverbials are prepositions whose phrase says when, how or with whom something
// happened, and hangs on no noun.
var adverbials = wordSet("around along past before after behind by to with during under into onto within through as against without until since despite like via")

// adverbialStart is where the phrase begins, with its preposition, that ends before
// piece k and hangs on the verb before it: "served [before your eyes] for". k without
// one and where "of" ties the figure to the phrase.
func (g grammar) adverbialStart(k int) int {
	l := g.lower(k)
	if l == "of" || l == "," || l == "worth" || comparing[l] || isPossessive(g.ws[k-1]) {
		return k
	}
	from, to := g.withTail(k)
	if from == to {
		return k
	}
	from = g.beforeDeterminers(from)
	for n := 0; n < 3 && from > 1 && g.pos(from-1) == posPast && g.isReduced(from-1); n++ { // "a village named Dun"
		from = g.beforeDeterminers(g.phraseStart(from - 1))
	}
	if at := from - 1; at > 0 && adverbials[g.lower(at)] && (l != "up" && l != "down" || g.lower(at) != "with") && !g.inFigure(at) && (g.isVerb(at-1) || g.pos(at-1).isNominal() || g.pos(at-1) == posParticle) {
		return at
	}
	return k
}

// levelStart is where the noun phrase of a level that ends before piece end begins,
// with determiner and figure: "its 40-year high".
func (g grammar) levelStart(end int) int {
	k := g.phraseStart(end)
	for g.inFigure(k-1) || g.lower(k-1) == "-" && g.inFigure(k-2) {
		k--
	}
	for k > 0 && g.class(k-1) == classDeterminer {
		k--
	}
	return k
}

// isDash reports whether piece k is a dash between two things, not in a word.
func (g grammar) isDash(k int) bool {
	l := g.lower(k)
	return l == "–" || l == "—" || l == "-" && !g.touches(k-1)
}

// parallel is the figure before the joint at k to which the one behind is joined, or
// the verb when that is nearer; -1 without either.
func (g grammar) parallel(k int) int {
	for n := 0; k > 0 && n < maxClause; n++ {
		if start := g.figureStart(k); start < k {
			return start
		}
		if k--; g.isVerb(k) {
			return k
		}
	}
	return -1
}

// isJoint reports whether piece k is a comma or joins two of a kind.
func (g grammar) isJoint(k int) bool {
	switch g.lower(k) {
	case "-", "–", "—":
		return !g.touches(k - 1)
	case ",", ";", "and", "or", "but", "then":
		return true
	}
	return false
}

// beforeMeasure steps from the figure at k over the words in front of it that say
// how large it is and not of what: determiners, adverbs, "up", "as high as".
func (g grammar) beforeMeasure(k int) int {
	for k > 0 {
		switch l := g.lower(k - 1); {
		case l == "up" || l == "down" || l == "than" || comparing[l] || (l == "double" || l == "triple" || l == "twice") && (g.inFigure(k) || g.inFigure(k+1)) || l == "worth" && g.lower(k-2) != "net":
		case l == "=" && k > 2: // a currency sign that was garbled, "Y=300"
			k--
		case ages[l], amountsOnly[l] || l == "additional" || l == "extra" || g.inFigure(k) && g.ws[k-1].is(isHyphened) && !g.ws[k-1].is(isCapital) && !g.inFigure(k-1):
		case l == "as" && k > 2 && g.lower(k-3) == "as": // "as high as"
			k -= 2
		case g.class(k-1) == classDeterminer && !isPossessive(g.ws[k-1]), g.pos(k-1) == posAdverb && g.class(k-1) != classPreposition:
		default:
			return k
		}
		k--
	}
	return k
}

// tying are participles that tie a figure to the noun in front of them, also past a comma.
var tying = wordSet("starting beginning ranging totalling totaling averaging costing measuring weighing priced valued estimated reaching exceeding")

// costing are verbs whose amount stands behind the one who pays or spares it.
var costing = wordSet("cost costs costing save saves saved saving")

// nextTo is the noun phrase that ends before piece end, with no more than what "of"
// holds it to.
func (g grammar) nextTo(end int) (from, to int) {
	from = g.phraseStart(end)
	for k := g.beforeDeterminers(from); k > 1 && g.lower(k-1) == "of" && g.endsPhraseAt(k-2); k = g.beforeDeterminers(from) {
		from = g.phraseStart(k - 1)
	}
	return from, end
}

// measures are participles for a size that the things themselves have.
var measures = wordSet("priced costing weighing measuring valued")

// subjectOf finds the subject of the verb at v: the noun phrase in front of it,
// past what may stand between, of a verb that is joined to another or depends on
// it the subject of that one. Empty when it is a pronoun.
func (g grammar) subjectOf(v int) (from, to int) {
	for n := 0; n < maxPhrase && v >= 0; n++ {
		k := g.verbStart(v)
		if at := g.innerClause(v); at > 0 {
			return g.subjectTail(at)
		}
		if g.lower(k) == "having" { // "hit a record, having grown by": the subject of the verb before
			if v = g.verbBefore(k); v >= 0 {
				continue
			}
		}
		loose := (g.pos(k) == posIng || g.pos(k) == posPast) && !tying[g.lower(k)]
		k, relative := g.subjectEdge(k)
		switch {
		case k == 0 && loose:
			return g.subjectBehind(v)
		case k == 0:
			return 0, 0
		case g.lower(k-1) == "," && !loose && g.endsPhraseAt(k-2), g.lower(k-1) == "," && k < v && g.endsPhraseAt(k-2) && relatives[g.lower(k)]:
			if relative == "who" {
				return g.nextTo(k - 1)
			}
			return g.subjectTail(k - 1)
		case g.class(k-1) == classPronoun && !g.ws[k-1].is(isCapital), g.class(k-1) == classPronoun && !isUpperWord(g.ws[k-1].text), g.lower(k-1) == "one", g.lower(k-1) == "i":
			return 0, 0 // "it": which noun that is, is not known here
		case g.endsPhraseAt(k-1) && (loose && g.pos(k) == posIng || tying[g.lower(k)] && g.pos(k) != posFinite):
			if measures[g.lower(k)] && g.phraseStart(k) < k {
				return g.phraseStart(k), k // "sale of flats priced at"
			}
			return g.nextTo(k) // "aid for homes earning": what stands next to it
		case g.endsPhraseAt(k-1) && !(g.lower(k) == "to" && g.adverbialStart(k) < k):
			return g.subjectTail(k)
		}
		if v = g.verbBefore(k); v < 0 {
			if loose {
				return g.subjectBehind(k)
			}
			return 0, 0
		}
	}
	return 0, 0
}

// verbStart is where the verb phrase that ends with the verb at v begins:
// "is expected to rise".
func (g grammar) verbStart(v int) int {
	k := v
	for k > 0 && v-k < maxPhrase {
		switch c := g.class(k - 1); {
		case c == classAux, c == classVerb, c == classAdverb, g.lower(k-1) == "to" && g.pos(k) == posBase:
		default:
			return k
		}
		k--
	}
	return k
}

// verbBefore is the nearest verb before piece k in its sentence; -1 without one.
func (g grammar) verbBefore(k int) int {
	for n := 0; k > 0 && n < maxClause; n++ {
		k--
		if g.lower(k) == ";" {
			return -1
		}
		if g.isVerb(k) {
			return k
		}
	}
	return -1
}

// subjectBehind is the subject of a clause that follows the one that begins with
// the verb at v: "After falling 3%, shares rose".
func (g grammar) subjectBehind(v int) (from, to int) {
	for k := v; k < len(g.ws) && k < v+maxClause; k++ {
		if g.lower(k) != "," {
			continue
		}
		if p, ok := g.nounPhrase(k + 1); ok {
			if to := g.withAttached(p.to); g.isVerb(to) {
				return p.from, to
			}
		}
	}
	return 0, 0
}

// maxInsertion is how long an insertion between a subject and its verb may be.
const maxInsertion = 20

// beforeInsertion steps from end, where a verb begins, over a bracket, a remark
// between commas, closing marks and a figure, to the end of the subject.
func (g grammar) beforeInsertion(end int) int {
	end = g.beforeAside(end)
	if g.lower(end-1) == "," {
		for k := end - 2; k > 0 && k > end-maxInsertion; k-- {
			if g.lower(k) == "," && g.endsPhraseAt(k-1) && g.opensInsertion(k+1) {
				return k
			}
		}
	}
	for end > 0 && (g.lower(end-1) == `"` || g.lower(end-1) == "—") {
		end--
	}
	if k := g.figureStart(end); k < end && g.lower(k-1) != "per" {
		if k = g.beforeMeasure(k); k > 1 && g.class(k-1) == classPreposition && g.endsPhraseAt(k-2) {
			return k - 1
		} else if g.endsPhraseAt(k - 1) {
			return k
		}
	}
	return end
}

// opensInsertion reports whether the word at k begins a remark on the noun before it.
func (g grammar) opensInsertion(k int) bool {
	l := g.lower(k)
	if l == "up" || l == "down" {
		return false // ", down 5 points" tells of the noun before it
	}
	switch g.class(k) {
	case classPreposition, classDeterminer, classNumber:
		return true
	}
	return relatives[l] || g.pos(k) == posIng || g.pos(k) == posPast || g.pos(k).isNominal() && !g.isVerb(k+1)
}

// timeStart is where a time that ends before piece end begins, with its
// preposition: "shares [last week]", "fell [on Monday]". end without one.
func (g grammar) timeStart(end int) int {
	k := end
	if l := g.lower(k - 1); !timeWords[l] && l != "quarter" && l != "season" && !g.endsYears(k) {
		return end
	}
	for k--; k > 0; k-- {
		l := g.lower(k - 1)
		if l == "and" && g.ws[k].kind == wordNumber || l == "between" {
			continue
		}
		if !timeWords[l] && !links[l] && !nearTimes[l] && g.class(k-1) != classDeterminer && (g.ws[k-1].kind != wordNumber || l == ",") {
			break
		}
	}
	return k
}

// endsYears reports whether a year with its preposition ends before piece k: "in 2017",
// "between 2014 and 2017".
func (g grammar) endsYears(k int) bool {
	return k > 1 && g.masked[k-1] && isYearValue(g.ws[k-1]) && (links[g.lower(k-2)] || g.lower(k-2) == "and" && k > 3 && g.lower(k-4) == "between")
}

var nearTimes = wordSet("last this next early late first second third fourth previous past same")

// isTime reports whether the noun phrase is a time: "in November".
func (g grammar) isTime(p nounPhrase) bool {
	return p.head >= 0 && timeWords[g.lower(p.head)] || timeWords[g.lower(p.from)]
}

// labelBefore is the end of the label that a colon parts from the figure at i,
// "Ferry fare: $5"; 0 without one.
func (g grammar) labelBefore(i int) int {
	if i > 1 && g.lower(i-1) == ":" && g.ws[i-2].kind == wordPlain {
		return i - 1
	}
	return 0
}

// label is the label that ends before the colon at c: all of the line, else the
// noun phrase.
func (g grammar) label(c int) (from, to int) {
	if from = g.labelStart(c); from < 0 {
		if !g.endsPhraseAt(c - 1) {
			return 0, 0
		}
		return g.withTail(c)
	}
	for from < c-1 && g.class(from) == classDeterminer {
		from++
	}
	return from, c
}

// longestLabel is how many words a line's label may have.
const longestLabel = 10

// labelStart is where the label that ends at c begins when it is all that stands
// there since the beginning of the line, "• Adults with a degree: 40%"; else -1.
func (g grammar) labelStart(c int) int {
	for k := c - 1; k >= 0 && k >= c-longestLabel; k-- {
		w := g.ws[k]
		if w.kind == wordMark && !strings.Contains("-'&/", w.lower) {
			if k == 0 && !isQuote([]rune(w.lower)[0]) {
				return k + 1 // the bullet
			}
			return -1
		}
		if g.inFigure(k) || g.isVerb(k) || g.class(k) == classAux || g.class(k) == classPronoun || g.class(k) == classConjunction && w.lower != "and" {
			return -1
		}
		if k == 0 {
			return 0
		}
	}
	return -1
}

// beforeBracket is where the figure begins that the one at i, in a bracket,
// only converts: "7 miles (11 km)". i without a bracket.
func (g grammar) beforeBracket(i int) int {
	if g.lower(i-1) != "(" {
		return i
	}
	if k := g.figureStart(i - 1); k < i-1 {
		return k
	}
	return i
}

// figureStart is where the figure begins that ends before piece end; end when
// none does.
func (g grammar) figureStart(end int) int {
	k := end
	for k > 0 && g.inFigure(k-1) {
		k--
	}
	return k
}

// inFigure reports whether piece k belongs to a figure.
func (g grammar) inFigure(k int) bool { return k >= 0 && k < len(g.figured) && g.figured[k] }
