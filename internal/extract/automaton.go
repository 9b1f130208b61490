package extract

import (
	"math"
	"strings"
)

// The second reader: a token automaton over the characters of a sentence. It
// shares the tables of number words and units with the grammar and no code: what
// both read alike is unlikely to be a mistake of either.

type state int

const (
	stIdle     state = iota
	stLead           // a sign or a currency was read, a number must follow
	stArticle        // "a": a scale or a part may follow
	stDigits         // inside a number in digits
	stWords          // inside a number in words
	stAnd            // "and" inside a number in words
	stHalf           // "half": a scale or "of" may follow
	stVague          // "dozens"
	stVagueOf        // "dozens of"
	stAndDigit       // "and" behind digits: a part may follow
	stPoint          // "point": decimals in words follow
	stateCount
)

// A step is what the automaton does on an event.
type step struct {
	next state
	act  func(*automaton, *token)
}

// A finding is one number or range as the automaton reads it, code points.
type finding struct {
	start, end int
	first      int // tokens [first,last) of the number
	last       int
	low, high  float64
	unit       string // stated with the number
	scaled     bool
	vague      bool
	enclosed   bool // a range between two bounds
}

type automaton struct {
	table    *[stateCount][eventCount]step
	tokens   []token
	findings []finding

	state    state
	at       int // current token
	first    int // first token of the number, sign and currency included
	total    float64
	group    float64
	unit     string
	negative bool
	scaled   bool
	vague    bool
	seen     event
	lastUnit float64 // the scale read last, for "and a half"
	step     float64 // what the last decimal in words is worth
	tens     bool    // that decimal was a "twenty": one more digit may follow
}

// newAutomaton reads all numbers of a sentence.
func newAutomaton(of []token) *automaton {
	a := &automaton{table: &transitions, tokens: of}
	for a.at = 0; a.at < len(a.tokens); a.at++ {
		a.feed(&a.tokens[a.at])
	}
	a.flush()
	a.joinCoins()
	a.joinParts()
	a.joinOrTwo()
	a.joinRanges()
	a.joinBounds()
	return a
}

// transitions is the automaton; a missing entry ends the number.
var transitions = [stateCount][eventCount]step{
	stIdle: {
		evDigits: {stDigits, (*automaton).open}, evSmall: {stWords, (*automaton).open}, evHundred: {stWords, (*automaton).open},
		evScale: {stWords, (*automaton).open}, evPlural: {stVague, (*automaton).open}, evPart: {stHalf, (*automaton).open},
		evCurrency: {stLead, (*automaton).lead}, evMinus: {stLead, (*automaton).lead}, evArticle: {stArticle, (*automaton).leadArticle},
		evHyphen: {stLead, (*automaton).leadHyphen}, evPercent: {stLead, (*automaton).leadPercent},
	},
	stLead: {
		evDigits: {stDigits, (*automaton).take}, evSmall: {stWords, (*automaton).take}, evCurrency: {stLead, (*automaton).lead2},
		evMinus: {stLead, (*automaton).lead2}, evHyphen: {stLead, (*automaton).lead2},
	},
	stArticle: {
		evHundred: {stWords, (*automaton).take}, evScale: {stWords, (*automaton).take}, evPart: {stHalf, (*automaton).take},
		evDigits: {stDigits, (*automaton).open}, evSmall: {stWords, (*automaton).open}, evCurrency: {stLead, (*automaton).lead},
	},
	stDigits: {
		evHundred: {stDigits, (*automaton).take}, evScale: {stDigits, (*automaton).take}, evPart: {stDigits, (*automaton).takePart},
		evDigits: {stDigits, (*automaton).takeLower},
		evAnd:    {stAndDigit, nil}, evHyphen: {stDigits, (*automaton).hyphen}, evTail: {stDigits, nil},
		evCurrency: {stIdle, (*automaton).closeUnit}, evMoney: {stIdle, (*automaton).closeUnit}, evPercent: {stIdle, (*automaton).closeUnit},
	},
	stAndDigit: {
		evArticle: {stAndDigit, nil}, evPart: {stDigits, (*automaton).takePart}, evSmall: {stDigits, (*automaton).takeTens},
		evDigits: {stDigits, (*automaton).takeTens},
	},
	stPoint: {evSmall: {stPoint, (*automaton).takeDecimal}, evHyphen: {stPoint, nil}, evScale: {stWords, (*automaton).take}},
	stWords: {
		evSmall: {stWords, (*automaton).take}, evHundred: {stWords, (*automaton).take}, evScale: {stWords, (*automaton).take},
		evPart: {stHalf, (*automaton).times}, evAnd: {stAnd, nil}, evHyphen: {stWords, (*automaton).hyphen},
		evPoint:    {stPoint, (*automaton).point},
		evCurrency: {stIdle, (*automaton).closeUnit}, evMoney: {stIdle, (*automaton).closeUnit}, evPercent: {stIdle, (*automaton).closeUnit},
	},
	stAnd: {evSmall: {stWords, (*automaton).takeSmall}, evArticle: {stAnd, nil}, evHyphen: {stAnd, nil}, evPart: {stWords, (*automaton).takePart}},
	stHalf: {
		evScale: {stWords, (*automaton).take}, evHundred: {stWords, (*automaton).take}, evArticle: {stHalf, nil}, evHyphen: {stHalf, nil},
		evOf: {stHalf, nil}, evPercent: {stIdle, (*automaton).closeUnit},
	},
	stVague:   {evOf: {stVagueOf, nil}, evScale: {stVague, (*automaton).take}},
	stVagueOf: {evPlural: {stVague, (*automaton).take}},
}

// feed moves the automaton by one token.
func (a *automaton) feed(t *token) {
	s := a.table[a.state][t.event]
	if s.next == stIdle && s.act == nil {
		a.flush()
		if a.state = stIdle; t.event == evOther {
			return
		}
		if s = a.table[stIdle][t.event]; s.act == nil {
			return
		}
	}
	a.state = s.next
	if s.act != nil {
		s.act(a, t)
	}
}

func (a *automaton) open(t *token) {
	a.reset()
	a.first = a.at
	if t.event != evDigits && t.event != evSmall && t.event != evPart && vagueCounts[a.word(a.at-1)] { // "several hundred"
		a.vague, a.group, a.seen, a.state = true, t.value, evPlural, stVague
		return
	}
	a.take(t)
}

func (a *automaton) reset() {
	a.total, a.group, a.unit, a.negative, a.scaled, a.vague, a.seen, a.lastUnit = 0, 0, "", false, false, false, evOther, 0
}

func (a *automaton) lead(t *token) {
	a.reset()
	a.first = a.at
	a.lead2(t)
}

func (a *automaton) lead2(t *token) {
	switch {
	case t.event == evCurrency:
		a.unit = currencyOf(t.text, a.unit)
	case t.event == evMinus:
		a.negative = a.word(a.at-1) != "or" || a.word(a.at-2) != "plus"
	case t.event == evHyphen && a.unit != "":
		a.negative = true
	}
}

// leadHyphen takes "-" in front of digits as a minus when it stands free.
func (a *automaton) leadHyphen(t *token) {
	next := a.at + 1
	if t.glued || next >= len(a.tokens) || !a.tokens[next].glued || a.tokens[next].event != evDigits && a.tokens[next].event != evCurrency {
		a.state = stIdle
		return
	}
	a.lead(t)
	a.negative = true
}

// take adds a number token to the registers, or ends the number before it when
// it cannot go on with it.
func (a *automaton) take(t *token) {
	if !a.goesOn(t) && a.table[stIdle][t.event].act != nil {
		next := a.table[stIdle][t.event]
		a.closeAt(a.at)
		a.state = next.next
		next.act(a, t)
		return
	}
	switch t.event {
	case evDigits, evPart:
		a.group = t.value
	case evSmall:
		a.group += t.value
	case evHundred:
		a.group = nonzero(a.group) * 100
		a.scaled = true
	case evScale:
		if a.group == 0 && a.seen == evScale && t.value > a.lastUnit {
			a.total *= t.value // "three lakh crore"
		} else {
			a.total, a.group = a.total+nonzero(a.group)*t.value, 0
		}
		a.scaled, a.lastUnit = true, t.value
	case evPlural:
		a.group, a.vague = nonzero(a.group)*t.value, true
	}
	a.seen = t.event
}

// goesOn reports whether t can stand behind what was read: tens then ones, then
// hundreds, then ever smaller scales.
func (a *automaton) goesOn(t *token) bool {
	switch {
	case a.seen == evOther:
		return true
	case t.event == evSmall && a.seen == evSmall:
		rest := math.Mod(a.group, 100)
		return rest >= 20 && math.Mod(rest, 10) == 0 && t.value < 10
	case t.event == evScale && a.lastUnit > 0:
		return t.value < a.lastUnit || a.seen == evDigits || a.group == 0 && a.total > 0
	}
	return t.event != evDigits
}

func (a *automaton) takeSmall(t *token) {
	if a.seen != evHundred && a.seen != evScale {
		a.closeAt(a.at - 1)
		a.state = stWords
		a.open(t)
		return
	}
	a.take(t)
}

// takePart adds "and a half", "½", "1/2" to the number.
func (a *automaton) takePart(t *token) {
	switch {
	case a.at > 0 && a.tokens[a.at-1].event == evDigits && isPlural(t.text) && t.text != "quarters" && t.text != "halves": // "3 fifths"
		a.times(t)
	case a.seen == evScale:
		a.total += t.value * a.lastUnit
	case a.state == stDigits && !t.glued && a.tokens[a.at-1].event == evDigits && !strings.Contains(t.text, "/"):
		a.closeAt(a.at)
		a.state = stIdle
	default:
		a.group += t.value
	}
}

// times multiplies: "two thirds", "three quarters".
func (a *automaton) times(t *token) {
	if t.text == "quarters" && a.group != 3 { // of a year
		a.closeAt(a.at)
		a.state = stIdle
		return
	}
	a.group *= t.value
	a.seen = evPart
}

// hyphen keeps the number open over a hyphen that touches both sides.
func (a *automaton) hyphen(t *token) {
	next := a.at + 1
	if !t.glued || next >= len(a.tokens) || !a.tokens[next].glued {
		a.closeAt(a.at)
		a.feedAgain(t)
		return
	}
	switch a.tokens[next].event {
	case evSmall:
		if !a.goesOn(&a.tokens[next]) {
			a.closeAt(a.at)
			a.state = stIdle
		}
	case evScale, evHundred, evPart, evPercent, evCurrency, evMoney:
	case evAnd:
		if !a.isPartBehind(next + 1) {
			a.closeAt(a.at)
			a.state = stIdle
		}
	default:
		a.closeAt(a.at)
		a.state = stIdle
	}
}

func (a *automaton) closeUnit(t *token) {
	if t.text == "won" && (!a.scaled && a.group < minWon || classes[a.word(a.at+1)] == classDeterminer) {
		a.closeAt(a.at)
		a.state = stIdle
		return
	}
	if a.unit == "" {
		if t.event == evPercent {
			a.unit = "percent"
		} else {
			a.unit = currencyOf(t.text, "")
		}
		a.at++
		a.closeAt(a.at)
		a.at--
		return
	}
	a.closeAt(a.at)
	a.feedAgain(t)
}

func (a *automaton) feedAgain(t *token) {
	a.state = stIdle
	if s := a.table[stIdle][t.event]; s.act != nil {
		a.state = s.next
		s.act(a, t)
	}
}

func (a *automaton) flush() {
	switch a.state {
	case stDigits, stWords, stAnd, stHalf, stVague, stVagueOf, stAndDigit, stPoint:
		a.closeAt(a.at)
	}
}

// closeAt writes down the number whose tokens end before last.
func (a *automaton) closeAt(last int) {
	if a.seen == evOther {
		return
	}
	for last > a.first && !a.tokens[last-1].isPart() {
		last--
	}
	if last <= a.first {
		return
	}
	v := a.total + a.group
	if a.negative {
		v = -v
	}
	f := finding{
		start: a.tokens[a.first].start, end: a.tokens[last-1].end, first: a.first, last: last,
		low: v, high: v, unit: a.unit, scaled: a.scaled, vague: a.vague,
	}
	if a.vague {
		f.high = v * 10
	}
	a.findings = append(a.findings, f)
	a.reset()
}

// isPart reports whether a number can end with the token.
func (t token) isPart() bool {
	switch t.event {
	case evAnd, evHyphen, evArticle, evMinus, evOther, evOf, evPoint:
		return false
	}
	return true
}

func nonzero(v float64) float64 {
	if v == 0 {
		return 1
	}
	return v
}

func currencyOf(text, before string) string {
	if c, ok := garbledSigns[text]; ok {
		return c
	}
	if text == "p" {
		return "penny"
	}
	if c, ok := currencySigns[text]; ok {
		if before != "" && text == "$" {
			return before
		}
		return c
	}
	if c, ok := dollarPrefixes[text]; ok && len(text) < 3 {
		return c
	}
	if c, ok := currencyCodes[text]; ok {
		return c
	}
	if f, ok := unitForms[text]; ok {
		return f.name
	}
	return before
}
