package extract

import "strings"

// maxClause is how far the subject of a clause is looked for, in words.
const maxClause = 40

// maxOther is how many words a figure in front of a bracket may have.
const maxOther = 6

// pastForms are verb forms that no ending tells.
var pastForms = wordSet(`hit spent spend spends took take takes gave give gives won win wins paid pays sold sell sells
	bought buy buys made makes met meets sent send sends built built kept keep keeps held holds stood stands left leaves ran runs went goes
	came comes got gets saw sees reached reaches weighs earns scored lists stretches averages stays stay stay
	includes offers says said contains covers remains becomes became began begins brought brings drew showed shows found finds`)

// amountsOnly are nouns that say how a figure was reckoned, not what it measures.
var amountsOnly = wordSet("total average maximum minimum combined whopping record mean median sum amount distance")

// beforeBracket is where the figure begins that the one at i, in a bracket,
// only converts: "7 miles (11 km)". i without a bracket.
func (g grammar) beforeBracket(i int) int {
	if g.lower(i-1) != "(" {
		return i
	}
	return g.figureStart(i - 1)
}

// figureStart is where the figure begins that ends before piece end; end when
// none does.
func (g grammar) figureStart(end int) int {
	k := end
	for n := 0; k > 0 && n < maxOther && g.inFigure(k-1); n++ {
		k--
	}
	return k
}

// inFigure reports whether piece k is a number or the unit of one.
func (g grammar) inFigure(k int) bool {
	if k < 0 || k >= len(g.ws) {
		return false
	}
	w := g.ws[k]
	if w.kind == wordNumber || isCardinal(w.lower) {
		return true
	}
	_, unit := unitForms[w.lower]
	_, sign := currencySigns[w.lower]
	_, code := currencyCodes[w.lower]
	return sign || (unit || code || isSymbol(w.text) && w.kind == wordPlain && k > 0 && g.ws[k-1].kind == wordNumber) && k > 0 && (g.ws[k-1].kind == wordNumber || isCardinal(g.lower(k-1)) || g.lower(k-1) == "per")
}

// linksLeft are the prepositions that tie a figure to the noun on their left:
// "a fine of $5", "a cut to 3%", "tickets for $20".
var linksLeft = wordSet("of worth with at by to for from")

// sizedBy finds the noun phrase that the figure at i tells the size of: the one
// that a preposition ties it to, else the subject of its clause.
func (g grammar) sizedBy(i int) (from, to int) {
	k := i
	if g.lower(k-1) == "a" || g.lower(k-1) == "an" || g.lower(k-1) == "the" || g.lower(k-1) == "between" {
		k--
	}
	l := g.lower(k - 1)
	for n := 0; l == "of" && amountsOnly[g.lower(k-2)] && n < 2; n++ { // "by an average of"
		for k -= 2; k > 0 && (classOf(g.ws[k-1]) == classDeterminer || amountsOnly[g.lower(k-1)]); k-- {
		}
		l = g.lower(k - 1)
	}
	if linksLeft[l] && k > 1 && (g.isNoun(k-2) || l == "of" && classOf(g.ws[k-2]) == classContent && !g.inFigure(k-2)) {
		if from, to = g.phraseBefore(k - 1); from < to {
			return g.lastJoined(from, to), to
		}
	}
	if g.lower(k) == "between" && g.isNoun(k-1) {
		return g.phraseBefore(k)
	}
	if end := g.behindComparison(k); end > 0 {
		return g.phraseBefore(end)
	}
	if end := g.behindGerund(k); end > 0 {
		return g.phraseBefore(end)
	}
	if c := g.labelBefore(k); c > 0 {
		if from := g.labelStart(c); from >= 0 {
			for from < c-1 && classOf(g.ws[from]) == classDeterminer {
				from++
			}
			return from, c
		}
		return g.phraseBefore(c)
	}
	return g.subject(i)
}

// labelBefore is the end of the label that a colon parts from the figure at i,
// "Ferry fare: $5"; 0 without one.
func (g grammar) labelBefore(i int) int {
	if i > 1 && g.lower(i-1) == ":" && g.isNoun(i-2) {
		return i - 1
	}
	return 0
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
		if g.inFigure(k) || g.isVerb(k) || classOf(w) == classAux || classOf(w) == classPronoun || classOf(w) == classConjunction && w.lower != "and" {
			return -1
		}
		if k == 0 {
			return 0
		}
	}
	return -1
}

// particles stand behind a verb, seldom behind a noun.
var particles = wordSet("up down out off to at")

// isLoneVerb reports whether the only word of a phrase, at k, is a verb form that
// no noun phrase consists of: ", boiling", "well-priced".
func (g grammar) isLoneVerb(k int) bool {
	l := g.lower(k)
	return isGerund(l) && g.lower(k-1) == "," && particles[g.lower(k+1)] || isParticiple(l) && k > 1 && g.lower(k-1) == "-"
}

// isNoun reports whether piece k can be the noun to which a preposition behind
// it ties a figure: no verb, no figure, no adjective behind a form of "be".
func (g grammar) isNoun(k int) bool {
	if k < 0 {
		return false
	}
	l := g.lower(k)
	if k > 0 && isGerund(l) && classOf(g.ws[k-1]) == classDeterminer {
		return true // "a grounding of"
	}
	if g.nounClass(k) != classContent || g.inFigure(k) || g.isVerb(k) || isGerund(l) || isParticiple(l) || comparing[l] || l == "somewhere" || l == "pretty" || l == "going" {
		return false
	}
	if k == 0 {
		return true
	}
	before := g.ws[k-1]
	return before.lower != "to" && !relatives[before.lower] && before.lower != "as" && classOf(before) != classAux
}

// maxList is how far the subject of a list of figures is looked for, in words.
const maxList = 120

// subject finds the noun phrase that is the subject of the clause in which piece
// i stands: the phrase in front of the nearest verb, or the nearest on the left.
func (g grammar) subject(i int) (from, to int) {
	verb, infinitive := -1, -1
	k, listed, reach := i-1, i, maxClause
	for n := 0; k >= 0 && n < reach; n++ {
		if g.lower(k) == "having" {
			verb = -1 // "hit a record, having grown by": the subject of the verb before
		} else if g.isVerb(k) {
			verb = k
		} else if verb >= 0 && g.lower(k) == "to" {
			if start := g.caused(k); start > 0 {
				from, to = g.phraseBefore(k)
				return max(from, start), to
			}
			verb, infinitive = -1, k // an infinitive has the subject of the verb before it
		} else if verb >= 0 && classOf(g.ws[k]) != classAdverb {
			break
		} else if g.lower(k) == ";" {
			if !g.figuresOnly(k+1, listed) {
				return 0, 0
			}
			listed, reach = k, maxList // a list of figures has the subject of its first
		}
		k--
	}
	if verb < 0 && infinitive > 0 && g.isNoun(infinitive-1) {
		return g.phraseBefore(infinitive)
	}
	if verb < 0 {
		return g.nearest(i)
	}
	if start := g.restated(verb); start > 0 {
		return g.sizedBy(start)
	}
	end := g.subjectEnd(k + 1)
	if end > 0 && g.nounClass(end-1) == classPronoun {
		return 0, 0 // "it": which noun that is, is not known here
	}
	if from, to = g.phraseBefore(end); from < to {
		return from, to
	}
	return g.nearest(i)
}

// maxInsertion is how long an insertion between a subject and its verb may be.
const maxInsertion = 20

// subjectEnd steps from the verb at end over marks, relative pronouns and an
// insertion between commas to the end of the subject.
func (g grammar) subjectEnd(end int) int {
	end = g.beforeAside(end)
	if g.lower(end-1) == "," {
		for k := end - 2; k > 1 && k > end-maxInsertion; k-- {
			if g.lower(k) == "," && classOf(g.ws[k-1]) == classContent && g.opensInsertion(k+1) {
				return k
			}
		}
	}
	for n := 0; n < 2; n++ {
		for end > 0 && g.ws[end-1].kind == wordMark {
			end--
		}
		if l := g.lower(end - 1); l != "that" && l != "which" && l != "who" && l != "to" {
			return g.beforeFigure(end)
		}
		end--
	}
	return g.beforeFigure(end)
}

// opensInsertion reports whether the word at k begins a remark on the noun before it.
func (g grammar) opensInsertion(k int) bool {
	l := g.lower(k)
	if l == "up" || l == "down" {
		return false // ", down 5 points" tells of the noun before it
	}
	return relatives[l] || isGerund(l) || isParticiple(l) || classOf(g.ws[k]) == classPreposition || classOf(g.ws[k]) == classDeterminer
}

// nearest is the noun phrase just left of piece i, past a preposition.
func (g grammar) nearest(i int) (from, to int) {
	k := i
	for k > 0 && k > i-maxClause && (g.nounClass(k-1) != classContent || g.inFigure(k-1) || comparing[g.lower(k-1)]) {
		if l := g.lower(k - 1); l == ";" {
			return 0, 0
		}
		k--
	}
	if k > 1 && k < i && linksLeft[g.lower(k)] && isGerund(g.lower(k-1)) && classOf(g.ws[k-2]) == classContent { // "tickets starting at"
		k--
	}
	return g.phraseBefore(k)
}

// maxPhraseBefore is how many words a noun phrase on the left of a figure may have.
const maxPhraseBefore = 20

// phraseBefore is the noun phrase that ends before piece end, with the phrases
// that hang on it by a preposition or "and". A word that a determiner follows is
// a verb or a preposition, and a verb ends the phrase.
func (g grammar) phraseBefore(end int) (from, to int) {
	end = g.beforeTime(end)
	k := end
	for k > 0 && end-k < maxPhraseBefore {
		w := g.ws[k-1]
		c := g.nounClass(k - 1)
		joins := k < end && (c == classPreposition && attaches[w.lower] && (w.lower != "per" || !g.inFigure(k-2)) || w.lower == "and" || c == classDeterminer)
		inner := c == classContent || c == classNumber || w.lower == "-" || w.lower == "&" || w.lower == "." || w.lower == "/" && k < end
		if c == classConjunction && k < end && g.inFigure(k-2) { // "fell to $5 and the ferry rose"
			break
		}
		if !joins && !inner || c == classContent && k < end && g.opensObject(k-1) {
			break
		}
		k--
	}
	for k < end && g.trimsAtStart(k, end) {
		k++
	}
	if k+2 < end && nearTimes[g.lower(k)] && (timeWords[g.lower(k+1)] || g.lower(k+1) == "season" || g.lower(k+1) == "quarter") {
		k += 2 // "last week Contoso shares"
	}
	if k+1 == end && (timeWords[g.lower(k)] || g.isLoneVerb(k)) {
		return 0, 0 // "on Monday" is measured by nothing
	}
	return k, end
}

// nounClass is the class of piece k inside a noun phrase, where "US" is a name
// and "daily" an adjective.
func (g grammar) nounClass(k int) wordClass {
	w := g.ws[k]
	if g.isChangeNoun(k) {
		return classContent
	}
	if w.text == "US" && g.lower(k-1) != "$" || w.lower == "daily" || w.lower == "quarterly" || w.lower == "yearly" || w.lower == "hourly" || w.lower == "early" || w.lower == "overall" || w.lower == "worth" && g.lower(k-1) == "net" {
		return classContent
	}
	return classOf(w)
}

// isChangeNoun reports whether the word at k that may be a verb is a noun, "an
// overall cut of".
func (g grammar) isChangeNoun(k int) bool {
	_, change := changeWords[g.lower(k)]
	return change && g.lower(k+1) == "of" && k > 0 && (classOf(g.ws[k-1]) == classContent || classOf(g.ws[k-1]) == classDeterminer || g.lower(k-1) == "overall")
}

// figuresOnly reports whether [from,to) holds figures and marks and no noun of its own.
func (g grammar) figuresOnly(from, to int) bool {
	for k := from; k < to; k++ {
		if c := classOf(g.ws[k]); c == classContent && !g.inFigure(k) && !g.isUnitWord(k) || c == classPronoun || c == classVerb {
			return false
		}
	}
	return true
}

// opensObject reports whether the word at k is a verb to what follows: a known
// form, a word that a determiner follows, "-ing" with such a preposition behind it as "allowing for" has.
func (g grammar) opensObject(k int) bool {
	w := g.ws[k]
	next := classOf(g.ws[k+1])
	return pastForms[w.lower] || next == classDeterminer && !isPossessive(w) || next == classPreposition && isGerund(w.lower) && g.lower(k+1) != "of" && g.lower(k+1) != "in"
}

// trimsAtStart reports whether piece k does not belong at the start of a noun
// phrase that goes to end: a little word, a mark, the rest of another figure.
func (g grammar) trimsAtStart(k, end int) bool {
	switch g.nounClass(k) {
	case classDeterminer, classPreposition, classConjunction, classMark:
		return true
	case classNumber:
		return k+2 < end && g.inFigure(k+1) && (!isCardinal(g.lower(k+1)) || g.lower(k+2) == "of")
	}
	return k+1 < end && g.inFigure(k) && g.ws[k].kind != wordNumber && (!isCardinal(g.lower(k)) || g.lower(k+1) == "of")
}

// attaches are prepositions by which a phrase hangs on the noun before it.
var attaches = wordSet("of for in between among across on from per at")

// beforeTime is where the noun phrase ends that a time follows: "the price last
// year", "revenue in the quarter". end when no noun is left before it.
func (g grammar) beforeTime(end int) int {
	k := end
	if l := g.lower(k - 1); !timeWords[l] && l != "quarter" && l != "season" {
		return end
	}
	for k--; k > 0 && (timeWords[g.lower(k-1)] || links[g.lower(k-1)] || nearTimes[g.lower(k-1)] || classOf(g.ws[k-1]) == classDeterminer); k-- {
	}
	if k == 0 || classOf(g.ws[k-1]) != classContent || g.isVerb(k-1) {
		return end
	}
	return k
}

var nearTimes = wordSet("last this next early late first second third fourth previous past same")

// isTime reports whether the noun phrase is a time: "in November".
func (g grammar) isTime(p nounPhrase) bool {
	return p.head >= 0 && timeWords[g.lower(p.head)] || timeWords[g.lower(p.from)]
}

// withAttached extends the noun phrase that a figure modifies and that ends at i
// by what it is a part or a change of: "a 5% stake in the mine".
func (g grammar) withAttached(i int) int {
	for n := 0; n < 3; n++ {
		l := g.lower(i)
		if l != "of" && l != "in" && l != "on" && l != "among" && l != "for" && l != "from" {
			return i
		}
		p, ok := g.nounPhrase(i + 1)
		if !ok || g.isTime(p) || g.inFigure(p.from) || currencyCodes[g.lower(p.from)] != "" {
			return i
		}
		i = p.to
	}
	return i
}
