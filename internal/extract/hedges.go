package extract

import (
	"strings"

	"sitrep/internal/facts"
)

// hedgesBefore are the hedges in front of a number, by their words in lower case.
var hedgesBefore = hedgeTable(map[string]string{
	facts.BoundApprox: `about|around|approximately|nearly|almost|roughly|some|circa|ca.|c.|an estimated|estimated|close to|near to
		|closer to|in the region of|in the order of|on the order of|in the neighborhood of|in the neighbourhood of|an approximate|approx|approx.
		|near|somewhere around|around about|just about|virtually|practically|~|≈|a reported|about as much as|about as many as
		|an estimated total of|roughly around|barely|hardly|scarcely|only just|close on|getting on for|maybe|perhaps|probably|pretty much|an estimate of|as little as about|within a`,
	facts.BoundMin: `at least|more than|over|above|upwards of|upward of|no fewer than|no less than|not less than|not fewer than
		|a minimum of|minimum of|in excess of|exceeding|exceed|exceeds|exceeded|greater than|well over|just over|north of|at minimum
		|a little over|slightly more than|just more than|well above|just above|slightly over|far more than|much more than
		|larger than|bigger than|higher than|longer than|older than|surpass|surpasses|surpassing|surpassed|top|tops|topping|topped
		|as low as|as little as|as few as|beyond|better than|>|≥|> =|a total of more than|a total of at least|a bit more than|little more than
		|a minimum|minimum|more or equal to|higher than or equal to
		|bigger than or equal to|larger than or equal to|more then|more or equal than|bigger or equal than|greater or equal than|greater than or equal to|more than or equal to|at least or equal to`,
	facts.BoundMax: `up to|as many as|as much as|fewer than|less than|no more than|not more than|at most|at the most|under|below
		|a maximum of|maximum of|just under|well under|well below|just below|a little under|slightly less than|smaller than|lower than
		|shorter than|younger than|no greater than|no higher than|as high as|as long as|upto|not exceeding|south of|<|≤|< =|just shy of|shy of
		|not even|a little less than|slightly under|within|slightly fewer than|far fewer than|far less than|much less than
		|less or equal than|smaller or equal than|less than or equal to|less then|up to and including|a maximum|maximum
		|lower than or equal to|smaller than or equal to|fewer than or equal to|less or equal to|no longer than|no later than|capped at|limited to`,
})

// hedgesAfter are the hedges behind a number or its unit.
var hedgesAfter = hedgeTable(map[string]string{
	facts.BoundApprox: "or so|or thereabouts|or something|more or less|give or take|- odd|odd",
	facts.BoundMin: `or more|or higher|or above|or older|or greater|or over|or longer|plus|- plus|+|at least|and above|and up|and over|and older
		|at a minimum|at minimum|and counting|or better|or larger|or bigger|minimum`,
	facts.BoundMax: "or less|or fewer|or under|or below|or lower|or younger|at most|at the most|tops|and under|or smaller|and younger|maximum|max",
})

// maxHedge is how many words the longest hedge has.
const maxHedge = 5

func hedgeTable(lists map[string]string) map[string]string {
	table := make(map[string]string)
	for bound, list := range lists {
		for _, phrase := range splitPhrases(list) {
			table[phrase] = bound
		}
	}
	return table
}

// changeWords say that something rose (true) or fell (false).
var changeWords = directions(`rise rises rose risen rising increase increases increased increasing climb climbs climbed climbing grow grows
	grew grown growing gain gains gained gaining jump jumps jumped jumping surge surges surged surging soar soars soared soaring
	up advance advances advanced advancing expand expands expanded expanding swell swells swelled swollen rally rallies rallied
	spike spikes spiked spiking leap leaps leaped leapt raise raises raised raising lift lifts lifted lifting rocketed skyrocketed
	boost boosts boosted boosting hike hikes hiked ballooned strengthened rebound rebounds rebounded appreciated add adds added`,
	`fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased
	decreasing lose loses lost losing slip slips slipped slipping slide slides slid sliding tumble tumbles tumbled tumbling plunge
	plunges plunged plunging sink sinks sank sunk sinking shrink shrinks shrank shrunk shrinking plummet plummets plummeted
	plummeting dip dips dipped dipping down reduce reduces reduced reducing cut cuts cutting lower lowers lowered ease eases eased
	easing shed sheds shedding crash crashes crashed slump slumps slumped slumping contract contracts contracted contracting
	weaken weakened weakens depreciated slash slashes slashed dwindled retreated slowed`)

func directions(up, down string) map[string]bool {
	table := make(map[string]bool)
	for w := range wordSet(up) {
		table[w] = true
	}
	for w := range wordSet(down) {
		table[w] = false
	}
	return table
}

// boundBefore finds the hedge that ends in front of piece i and where it starts.
func (g grammar) boundBefore(i int) (bound string, from int) {
	from = i
	if i < 1 || g.ws[i-1].kind == wordPlain && !g.ws[i-1].is(isHedgeEnd) {
		return "", i
	}
	phrase := ""
	for n := 1; n <= maxHedge && i-n >= 0; n++ {
		w := g.ws[i-n].lower
		if w == "," || w == "." {
			break
		}
		if n == 1 {
			phrase = w
		} else {
			phrase = w + " " + phrase
		}
		if b, ok := hedgesBefore[phrase]; ok {
			bound, from = b, i-n
		}
	}
	if bound == facts.BoundApprox && from > 1 && roundings[g.lower(i-1)] && g.lower(from-1) != "as" {
		if b, k := g.boundBefore(from); b != facts.BoundApprox && k < from-1 {
			return b, k
		}
	}
	return g.denied(bound, from)
}

// deniable are the limits that "not" in front turns round.
var deniable = wordSet("over above under below exceed exceeds exceeded exceeding greater bigger larger higher longer older smaller lower shorter younger")

// denied turns the limit that begins at from round where it is denied: "not over",
// "no smaller than", "did not exceed", "not to exceed".
func (g grammar) denied(bound string, from int) (string, int) {
	if bound != facts.BoundMin && bound != facts.BoundMax || from < 1 || !deniable[g.lower(from)] {
		return bound, from
	}
	k := from - 1
	if g.lower(k) == "to" {
		k--
	}
	l := g.lower(k)
	if l != "not" && l != "never" && !strings.HasSuffix(l, "n't") && (l != "no" || k < from-1) {
		return bound, from
	}
	if bound == facts.BoundMin {
		return facts.BoundMax, k
	}
	return facts.BoundMin, k
}

// roundings make the limit in front of them a rough one and leave it a limit: "at
// least about 40".
var roundings = wordSet("about around roughly approximately nearly almost")

// boundAfter finds the hedge that begins at piece i and where it ends.
func (g grammar) boundAfter(i int) (bound string, to int) {
	to = i
	if i < len(g.ws) && g.ws[i].kind == wordPlain && !g.ws[i].is(isHedgeStart) {
		return "", i
	}
	var room [64]byte
	text := room[:0]
	for n := 0; n < 3 && i+n < len(g.ws); n++ {
		if n > 0 {
			text = append(text, ' ')
		}
		text = append(text, g.ws[i+n].lower...)
		b, ok := hedgesAfter[string(text)]
		if !ok {
			continue
		}
		phrase := string(text)
		if phrase == "+" && !g.touches(i-1) || phrase == "plus" && i+1 < len(g.ws) && classOf(g.ws[i+1]) != classMark && !isPlural(g.lower(i+1)) {
			continue
		}
		if strings.HasPrefix(phrase, "and ") && phrase != "and counting" && phrase != "and older" && phrase != "and younger" && i+2 < len(g.ws) && g.ws[i+2].kind != wordMark {
			continue // "20 mills and over 300 barns"
		}
		if g.lower(i+n+1) == "than" {
			continue // "60 or greater than 50"
		}
		if (phrase == "- odd" || phrase == "- plus") && !g.touches(i) {
			continue
		}
		if (phrase == "at least" || phrase == "at most" || phrase == "minimum" || phrase == "maximum" || phrase == "max") && i+n+1 < len(g.ws) && classOf(g.ws[i+n+1]) != classMark {
			continue // it hedges what follows
		}
		bound, to = b, i+n+1
	}
	return bound, to
}

// pastOdd steps over a hedge between number and noun: "20-odd years", "300 plus ships".
func (g grammar) pastOdd(i int) int {
	k := i
	if g.lower(k) == "-" && g.touches(k-1) && g.touches(k) {
		k++
	}
	switch g.lower(k) {
	case "odd", "plus", "+":
		if k+1 < len(g.ws) && (classOf(g.ws[k+1]) == classContent || g.lower(k+1) == "-") {
			return k + 1
		}
	case "or":
		if l := g.lower(k + 1); (l == "more" || l == "fewer" || l == "less") && k == i && k+2 < len(g.ws) && classOf(g.ws[k+2]) == classContent {
			return k + 2 // "ten or more boats"
		}
	}
	return i
}

// maxChangeGap is how many words may stand between a verb of change and "to".
const maxChangeGap = 12

// change tells whether the words in front of piece i say that the quantity rose
// or fell by or to it: "up" or "down", else empty.
func (g grammar) change(i int) string {
	k := i - 1
	moved := "" // "to" or "by": the verb may stand before its object
	for n := 0; k >= 0 && n < 4; n++ {
		w := g.lower(k)
		if up, ok := changeWords[w]; ok && !g.isOther(k) {
			return direction(up)
		}
		switch w {
		case "to":
			moved = w
		case "by":
			if moved == "" {
				moved = w
			}
		case "another", "a", "an", "further", "more", "as", "much", "only", "just", "even", "of", "additional", "whopping", "sharply", "total":
		default:
			if moved != "" {
				return g.changeAt(k, moved)
			}
			if n > 0 || classOf(g.ws[k]) != classAdverb {
				return ""
			}
		}
		k--
	}
	if moved != "" {
		return g.changeAt(k, moved)
	}
	return ""
}

// isOther reports whether the word of change at k is part of another phrase: "up to".
func (g grammar) isOther(k int) bool {
	w, next := g.lower(k), g.lower(k+1)
	switch w {
	case "up", "down":
		return next == "to" && w == "up" && g.lower(k-1) != "back" || isGerund(next) || k > 0 && phrasal(g.ws[k-1]) || k > 1 && finiteLeads[g.lower(k-2)] && !moves(g.ws[k-1])
	case "raise", "raised", "raises", "raising":
		return next == "by" && !g.measured(k+2) || next != "by" && next != "to" && g.collects(k+1)
	case "grow", "grew", "grows", "growing":
		return next == "up"
	case "lift", "lifted", "lifts", "grown":
		return next == "up" || next == "by" && !g.measured(k+2)
	case "lower":
		return k > 0 && modifies(g.ws, k)
	case "lost", "lose", "loses", "losing":
		return next == "by" || !g.measured(k+1) || g.measuredBy(k+1)
	case "add", "adds", "added", "cut", "cuts":
		return next == "up" || next != "by" && next != "to" && !g.measured(k+1)
	}
	return isGerund(w) && k > 0 && modifies(g.ws, k)
}

// collects reports whether the object behind "raised" at k is the number itself
// and no percentage: money or things that were gathered.
func (g grammar) collects(k int) bool {
	for n := 0; n < 4 && k < len(g.ws); n, k = n+1, k+1 {
		if a, ok := g.single(k); ok {
			return !isPercent(a.unit)
		}
		if g.lower(k) == "to" || g.lower(k) == "by" {
			return false
		}
	}
	return false
}

// modifies reports whether the comparative at k stands in front of a noun behind
// an article or another modifier: "the lower house".
func modifies(ws []word, k int) bool {
	before := ws[k-1]
	return k+1 < len(ws) && classOf(ws[k+1]) == classContent && (isUpper([]rune(ws[k].text)[0]) || determiners[before.lower] || before.lower == "'s" || strings.HasSuffix(before.lower, "'s"))
}

// phrasal reports whether "up" or "down" behind the word makes one verb with it
// that tells of no change: "gave up", "set up", "made up".
func phrasal(w word) bool {
	return !moves(w) && (classOf(w) == classVerb || isGerund(w.lower) || isParticiple(w.lower))
}

// finiteLeads stand before the bare form of a verb: "to round up".
var finiteLeads = wordSet("to will would can could may might should must")

// motionVerbs take "up" and "down" for the direction of a change.
var motionVerbs = wordSet(`be is was are were been went go goes going gone came come coming moved move moves moving end ends ended ending
	close closes closed closing finish finished finishing open opening trend trended trending tick ticked ticking edge edged edging inch inched
	inching creep crept creeping settled traded trading headed heading nudged shot remain remained`)

// moves reports whether "up" or "down" behind the verb tells of a change.
func moves(w word) bool {
	_, ok := changeWords[w.lower]
	return ok || motionVerbs[w.lower]
}

// measuredBy reports whether the amount stands behind "by": "lost the match by 3
// points" is a defeat.
func (g grammar) measuredBy(k int) bool {
	for n := 0; n < maxObject && k < len(g.ws); n, k = n+1, k+1 {
		if g.lower(k) == "by" {
			return true
		}
		if _, ok := g.single(k); ok {
			return false
		}
	}
	return false
}

// maxObject is how many words may stand between a verb of change and its amount.
const maxObject = 7

// measured reports whether an amount of money, percent or points comes within a
// few words: "added 15 sen", but not "lost 12 soldiers".
func (g grammar) measured(k int) bool {
	for n := 0; n < maxObject && k < len(g.ws) && !isMark(g.ws[k], ",;."); n++ {
		if a, ok := g.single(k); ok {
			f, size := g.unitAt(a.to)
			return a.unit != "" || size > 0 && f.name == "point"
		}
		k++
	}
	return false
}

// changeAt looks further back for the verb of "rose 5% in May to 40" and of "cut
// its staff by 12%".
func (g grammar) changeAt(k int, moved string) string {
	for n := 0; k >= 0 && n < maxChangeGap; n++ {
		w := g.lower(k)
		if isMark(g.ws[k], ",;.") || w == moved || w == "to" && n > 0 && moved == "to" {
			return ""
		}
		if up, ok := changeWords[w]; ok && !g.isOther(k) {
			return direction(up)
		}
		if moved == "by" && g.endsObject(k) || classOf(g.ws[k]) == classAux {
			return ""
		}
		k--
	}
	return ""
}

// endsObject reports whether the piece at k cannot stand between a verb of change
// and "by": the object of the verb has begun behind another verb or mark.
func (g grammar) endsObject(k int) bool {
	switch classOf(g.ws[k]) {
	case classVerb, classAux, classConjunction:
		return true
	}
	return isParticiple(g.lower(k)) || isMark(g.ws[k], ":()\"")
}

// restates reports whether b says in another unit what a says: "fell 80 points,
// or 0.6%", "rose 2 miles (3.2 km)".
func (g grammar) restates(a, b figure) bool {
	if !a.measure || !b.measure || a.unit == b.unit && a.per == b.per {
		return false
	}
	k := b.textFrom - 1
	switch g.lower(k) {
	case "or":
		if k--; g.lower(k) == "," {
			k--
		}
	case "(":
		if g.lower(max(b.textTo, b.unitTo, b.after)) != ")" {
			return false
		}
		k--
	default:
		return false
	}
	return k+1 == a.after || k+1 == a.textTo
}

func direction(up bool) string {
	if up {
		return "up"
	}
	return "down"
}
