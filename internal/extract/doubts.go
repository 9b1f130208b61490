package extract

import "strings"

// What either reader, for itself, takes for a name, a score or a badly read unit
// although the other reads it as a figure. Such a figure is not firm.

// doubts reports whether the tokens around the finding make it no count.
func (a *automaton) doubts(r finding, f figure) bool {
	return a.isBareScale(r) || a.isOrdered(r, f) || f.fraction && f.low >= 1 || a.looksLikeYear(r) || !f.fraction && a.isBareOne(r) || a.isTallied(r, f) || a.isWrapped(r, f) || a.isCode(r, f)
}

// looksLikeYear reports whether the finding is four digits of this or the last
// century without a comma and without a unit that is stated with it.
func (a *automaton) looksLikeYear(r finding) bool {
	t := a.tokens[r.last-1]
	if r.unit != "" || r.scaled || r.low != r.high || t.event != evDigits || len(t.text) != 4 || r.low < 1900 || r.low > 2035 || r.low == 2000 {
		return false
	}
	return true
}

// isBareScale reports whether a scale word has no number of its own: "several million".
func (a *automaton) isBareScale(r finding) bool {
	e := a.tokens[r.first].event
	if e == evScale && a.word(r.first) == "dozen" && ownerWords[a.word(r.first-1)] {
		return false // "the dozen surveys"
	}
	return e == evScale || e == evHundred
}

// orders are nouns that are numbered: "weeks two and three", "round six".
var orders = wordSet(`episode chapter page volume act years weeks days games rounds seasons stages phases parts steps sets quarters innings holes levels questions items
	game round season stage phase part step set inning hole level week day grade`)

// isOrdered reports whether the finding numbers the plural before it.
func (a *automaton) isOrdered(r finding, f figure) bool {
	k := r.first - 1
	if f.unit != "" && (a.word(r.last) != "of" || a.isDetermined(k)) || r.unit != "" {
		return false
	}
	switch a.word(k) {
	case "and", "or", "through", "to":
		if k -= 2; !a.isNumber(k + 1) {
			return false
		}
	}
	return orders[a.word(k)]
}

// isDetermined reports whether the noun at k stands behind an article, so that a
// "one" behind it may begin a clause: "after the game one of the guards".
func (a *automaton) isDetermined(k int) bool { return classes[a.word(k-1)] == classDeterminer }

// isBareOne reports whether "one" stands for a thing that was named before.
func (a *automaton) isBareOne(r finding) bool {
	if a.word(r.first) != "one" || r.last != r.first+1 || r.unit != "" {
		return false
	}
	switch a.word(r.last) {
	case "of", "-":
		return false
	case "or":
		return !a.isNumber(r.last + 1)
	case "another":
		return true
	}
	return a.stops(r.last)
}

// isTallied reports whether the finding is one side of a ratio, a score or a
// tally: "one in 300 million", "14 for 19", "round of 16", "two under par".
func (a *automaton) isTallied(r finding, f figure) bool {
	next, before := a.word(r.last), a.word(r.first-1)
	switch next {
	case "in", "for":
		if k := a.everyAt(r.last + 1); !f.fraction && a.isNumber(k) && !(next == "in" && (a.isYearAt(k) || a.isMoney(r.first))) {
			return true
		}
	case "-":
		if w := a.word(r.last + 1); w == "under" || w == "over" || w == "par" || w == "up" || w == "down" || w == "all" {
			return true
		}
	case "over", "under", "up", "down", "all":
		if w := a.word(r.last + 1); f.unit == "" && (w == "par" || w == "," || w == "." || w == "at" || w == "in" || w == "through" || w == "after") {
			return true
		}
	}
	switch before {
	case "or", "and":
		return f.unit == "" && a.secondOfPair(r.first-2)
	case "in", "every", "for":
		k := r.first - 2
		if before == "every" && a.word(k) == "in" {
			k--
		}
		return !f.fraction && k >= 0 && a.isNumber(k) && r.unit == "" && !(before == "in" && a.isMoney(k))
	case "of":
		return a.word(r.first-2) == "round" || pictures[a.word(r.first-3)]
	case "per":
		return true
	}
	return false
}

// secondOfPair reports whether "a week or two" stands before: the unit is told once.
func (a *automaton) secondOfPair(k int) bool {
	w := a.word(k - 1)
	return (w == "a" || w == "an") && unitForms[a.word(k)].name != ""
}

// isMoney reports whether the number at k has a currency in front: "$300 in two
// days" is no ratio.
func (a *automaton) isMoney(k int) bool {
	return k >= 0 && (a.tokens[k].event == evCurrency || k > 0 && a.tokens[k-1].event == evCurrency)
}

func (a *automaton) everyAt(k int) int {
	if w := a.word(k); w == "every" || w == "each" {
		return k + 1
	}
	return k
}

func (a *automaton) isNumber(k int) bool {
	return k >= 0 && k < len(a.tokens) && (a.tokens[k].event == evDigits || a.tokens[k].event == evSmall)
}

func (a *automaton) isYearAt(k int) bool {
	return len(a.tokens[k].text) == 4 && a.tokens[k].value >= 1900 && a.tokens[k].value <= 2035
}

// isWrapped reports whether a mark makes the finding something else: feet and
// inches, a bare number in parentheses, the hour behind a weekday.
func (a *automaton) isWrapped(r finding, f figure) bool {
	next, before := a.word(r.last), a.word(r.first-1)
	if (next == "'" || next == "\"") && a.tokens[r.last].glued && f.unit == "" && (a.isNumber(r.last+1) || before == "'") {
		return true
	}
	if before == "(" && next == ")" && r.unit == "" && !f.measure || before == "(" && next == ")" && f.unit == "year" {
		return true
	}
	if before == "at" && f.unit == "" && r.low <= 12 && r.unit == "" {
		return true // an hour
	}
	return before == "at" && isWeekday(strings.TrimSuffix(a.word(r.first-2), "s"))
}

// isCode reports whether letters, a hash or a dash touch the digits, or they make
// a call number.
func (a *automaton) isCode(r finding, f figure) bool {
	first := a.tokens[r.first]
	if r.first > 0 && first.glued && first.event == evDigits {
		if before := a.tokens[r.first-1]; isLetter([]rune(before.text)[0]) || before.text == "#" || before.text == "_" || before.text == "@" || before.text == ")" || before.text == "'" {
			return true
		}
	}
	if r.last < len(a.tokens) && a.tokens[r.last].glued && f.unit == "" && isLetter([]rune(a.word(r.last))[0]) {
		return true
	}
	if r.low < 0 && f.unit == "" && r.first > 0 && a.tokens[r.first-1].upper {
		return true // the dash of a name: "MS -13"
	}
	last := a.tokens[r.last-1]
	if f.unit == "" && (a.word(r.last) == "/" || len(a.tokens) < 3 || last.event == evDigits && r.first+1 == r.last && len(last.text) > 4 && isWhole(last.text)) {
		return true // a code in one run of digits, the number of a heading
	}
	return r.low != r.high && len(first.text) == 3 && len(last.text) == 4 && a.word(r.last-2) == "-"
}

// isWhole reports whether the text has digits only.
func isWhole(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return true
}

// sameForm are nouns with one form for one and many, and names of groups, that
// stand behind a number above one.
var sameForm = wordSet(`people police crew staff cattle aircraft spacecraft sheep fish deer series species offspring personnel poultry head
	dead wounded injured missing percent troops salmon trout shrimp hostages cavalry infantry clergy livestock media data
	youth faithful poor homeless unemployed elderly trillion billion hundred thousand million dozen`)

// modifierNouns are plurals that modify the noun behind them: "sports teams".
var modifierNouns = wordSet(`sports arms sales goods news women men states united savings weapons drugs systems communications operations
	services human forces affairs relations games police people media series customs civil rights physics politics economics athletics`)

// shapes behind a hyphen say of what kind the noun is and are not counted.
var shapes = wordSet("dimensional strong long wide high deep thick tall heavy sided plus odd fold old something somethings ish part way star based hand size peat tone off figure digit iron wood")

// doubts reports whether the grammar's noun does not go with its number, or its
// hedge may as well belong to the verb.
func (g grammar) doubts(f *figure) bool {
	if g.isDuring(f) || g.isAcross(f) || g.isClimb(f) || g.isBeside(f) || f.unit == "year" && f.unitFrom == f.unitTo && g.lower(f.from-1) == "(" {
		return true
	}
	if f.isRange() && !f.vague && g.lower(f.textFrom-1) == "from" && !g.ranges(f.textFrom-2) {
		return true // "took it from 3% to 5%" tells of two figures
	}
	if f.unit == "percent" && g.isEndOfRise(f) {
		return true
	}
	if f.fraction {
		return g.lower(f.to) == "of" && g.isMeasureAt(f.to+1)
	}
	if f.unit == "pound" && g.isSterling(f) || g.lower(f.after) == "below" && (g.lower(f.after+1) == "zero" || g.lower(f.after+1) == "freezing") {
		return true
	}
	if f.unit == "" && !g.bareCounts(f) || isPlanName(g, f) || f.measure && f.adjectival && g.lower(f.to) != "-" && g.isBehindName(f) {
		return true
	}
	if !f.counts || f.phrase.head >= len(g.ws) {
		return false
	}
	head := g.lower(f.phrase.head)
	if owner := f.phrase.head + 1; g.lower(owner) == "'" && g.touches(f.phrase.head) || strings.HasSuffix(head, "'s") || strings.HasSuffix(head, "s'") {
		return !isEventOf(g.lower(owner)) && !isEventOf(g.lower(owner+1)) // "200 miners' boots" may count either
	}
	if f.adjectival {
		return shapes[head] || isParticiple(head) || head == "eyed" || head == "time" && f.low == 1 // "one-time" is former, too
	}
	if g.lower(f.phrase.head+1) == ":" && isUpper([]rune(g.ws[f.phrase.from].text)[0]) || whens[g.lower(f.phrase.from)] && !isPlural(head) {
		return true // a label follows the figure, or a date
	}
	if g.hasInnerPlural(f.phrase) || g.opensName(f.phrase.head) || g.hasClause(f.phrase) {
		return true
	}
	if f.measure {
		return false
	}
	one := f.low == 1 && f.high == 1 && g.lower(f.to) != "of"
	if one && (isParticiple(head) || isPlural(head) && !sameForm[head] && !g.listed(f.to, f.to+1)) || postposed[head] || g.isBehindName(f) {
		return true
	}
	return !one && !isPlural(head) && !sameForm[head] && !isPersonNoun(head)
}

// maxSpread is how many times the lower end of a range its upper end may be.
const maxSpread = 3

// isEndOfRise reports whether "by 18% to 31%" may be a range as well as a rise and
// a level.
func (g grammar) isEndOfRise(f *figure) bool {
	if g.lower(f.from-1) == "by" {
		b, ok := g.single(f.to + 1)
		return ok && g.lower(f.to) == "to" && b.unit == f.unit && b.low > f.low && b.low <= maxSpread*f.low
	}
	if g.lower(f.from-1) != "to" {
		return false
	}
	for k := f.from - 2; k > 0 && k >= f.from-5; k-- {
		if g.lower(k) == "by" {
			a, ok := g.single(k + 1)
			return ok && a.to == f.from-1 && a.unit == f.unit && a.low < f.low && f.low <= maxSpread*a.low
		}
	}
	return false
}

// hasClause reports whether the phrase runs on into a clause or stops in front
// of a number that belongs to its noun: "one item Dana asked Lee for", "one giant
// 20-foot mirror", "one old and the other new".
func (g grammar) hasClause(p nounPhrase) bool {
	behind := p.head + 1
	if behind < len(g.ws) && g.ws[behind].kind == wordNumber || g.lower(behind) == "and" && g.lower(behind+1) == "the" && g.lower(behind+2) == "other" {
		return true
	}
	for k := p.from + 1; k < p.head; k++ {
		if isParticiple(g.lower(k)) && isUpper([]rune(g.ws[k-1].text)[0]) {
			return true
		}
	}
	return false
}

// opensName reports whether the head is a capitalised plural and the name goes on
// behind it: "20 Presidents Day sales".
func (g grammar) opensName(k int) bool {
	if k+1 >= len(g.ws) || !isUpper([]rune(g.ws[k].text)[0]) || isPersonNoun(g.lower(k)) {
		return false
	}
	next := g.ws[k+1]
	return next.kind == wordPlain && isUpper([]rune(next.text)[0]) && classOf(next) == classContent
}

// whens open a date and no counted phrase: "3 million last year".
var whens = wordSet("last next this each every past previous")

// isPlanName reports whether the figure is a section of law that names a plan: "401k".
func isPlanName(g grammar, f *figure) bool {
	switch g.ws[f.from].text {
	case "401", "403", "529", "501":
		next := g.lower(f.from + 1)
		return next == "k" || next == "b" || next == "c" || next == "(" || next == "plan" || next == "plans"
	}
	return false
}

// postposed are adjectives that stand behind their noun: "a source familiar with it".
var postposed = wordSet(`close familiar closer away ahead short responsible available aware capable present eligible involved likely able worth full
	higher lower longer shorter larger smaller better worse younger older faster slower such due alike alone else`)

// isSterling reports whether the pounds are rather money: millions of them, or
// with a sum in parentheses behind or a word of paying in front.
func (g grammar) isSterling(f *figure) bool {
	if f.scaled && g.lower(f.after) != "of" || g.lower(f.after) == "(" && f.after+1 < len(g.ws) && (currencySigns[g.lower(f.after+1)] != "" || g.lower(f.after+2) == "$") {
		return true
	}
	switch g.lower(f.textFrom - 1) {
	case "worth", "cost", "costs", "costing", "paid", "pay", "paying", "spent", "spend", "earn", "earned", "owed", "fined":
		return true
	}
	return false
}

// isBehindName reports whether digits stand right behind a name, so that they may
// be its number: "Harbour Cup 12 odds".
func (g grammar) isBehindName(f *figure) bool {
	if f.textFrom != f.from || f.from < 1 || !f.digits || f.low > 999 {
		return false
	}
	before := g.ws[f.from-1]
	if f.from == 1 && !(len(before.text) > 1 && before.text == strings.ToUpper(before.text)) {
		return false // any word begins a sentence with a capital, but "HB 7 applies to it"
	}
	return before.kind == wordPlain && isUpper([]rune(before.text)[0]) && classOf(before) == classContent &&
		!isWeekday(before.lower) && !strings.HasSuffix(before.lower, "'s") && !strings.HasSuffix(before.lower, "'") && g.lower(f.from-1) != "'"
}

// rangeVerbs stand before "from" when two ends of a range follow.
var rangeVerbs = wordSet(`range ranges ranged ranging vary varies varied varying anywhere anything everything run runs ages aged run
	running span spans spanned spanning somewhere cost costs priced sized extend extends extending prices sizes fees`)

// ranges reports whether a word of range stands at k or a little before it.
func (g grammar) ranges(k int) bool {
	for n := 0; n < 4 && k >= 0; n, k = n+1, k-1 {
		if rangeVerbs[g.lower(k)] {
			return true
		}
	}
	return false
}

// isMeasureAt reports whether "a cent", "1 percent" stand at k: what a fraction
// before them is of is a measure itself.
func (g grammar) isMeasureAt(k int) bool {
	if l := g.lower(k); l != "a" && l != "an" && l != "one" && l != "1" {
		return false
	}
	u, n := g.unitAt(k + 1)
	return n > 0 && u.name != "person"
}

// hasInnerPlural reports whether a plural noun stands inside the phrase in front
// of its head: two phrases were read as one, "the ways cities grow".
func (g grammar) hasInnerPlural(p nounPhrase) bool {
	for k := p.from; k < p.head; k++ {
		w := g.ws[k]
		if w.kind == wordPlain && isPlural(w.lower) && !modifierNouns[w.lower] && !isUpper([]rune(w.text)[0]) && g.lower(k+1) != "'" && g.lower(k+1) != "and" && g.lower(k+1) != "-" && !g.ownsHead(p, k) {
			return true
		}
	}
	return false
}

// isEventOf reports whether the word names what its owners do or suffer, as in "200
// miners' arrival": then the figure counts the owners.
func isEventOf(l string) bool {
	switch l {
	case "arrival", "return", "release", "departure", "death", "deaths", "presence", "capture", "surrender", "disappearance", "training":
		return true
	}
	return len(l) > 7 && (strings.HasSuffix(l, "ation") || strings.HasSuffix(l, "ment") || strings.HasSuffix(l, "awal"))
}

// ownsHead reports whether the people at k modify the head right behind them, which
// is no verb: "two teachers unions", but not "economists suggests that".
func (g grammar) ownsHead(p nounPhrase, k int) bool {
	if k != p.head-1 || !isPersonNoun(g.lower(k)) {
		return false
	}
	if p.head+1 >= len(g.ws) {
		return true
	}
	switch classOf(g.ws[p.head+1]) {
	case classVerb, classAux, classMark, classPreposition:
		return true
	}
	return g.lower(p.head+1) == "and"
}
