package extract

import "sitrep/internal/facts"

// bound reads the hedge around the finding word by word: each word says what it
// makes of the words before it.
func (a *automaton) bound(f finding) string {
	if b := a.boundBehind(f.last); b != "" {
		return b
	}
	i := f.first - 1
	switch w := a.word(i); w {
	case "than":
		if a.word(i-1) == "equal" && a.word(i-2) == "or" {
			return a.comparison(i - 3)
		}
		return a.comparison(i - 1)
	case "=":
		return hedgeWords[a.word(i-1)]
	case "to", "of", "as":
		return a.hedgedBy(i)
	case "least":
		return choose(a.word(i-1) == "at", facts.BoundMin)
	case "most":
		return choose(a.word(i-1) == "at" || a.word(i-2) == "at", facts.BoundMax)
	case "exceeding", "then":
		return a.misread(i)
	case "including":
		return choose(a.word(i-1) == "and" && a.word(i-2) == "to" && a.word(i-3) == "up", facts.BoundMax)
	case ".", "at", "just", "on":
		return choose(a.word(i-1) == "approx" || w == "just" && a.word(i-1) == "only" || w == "on" && a.word(i-1) == "close", facts.BoundApprox) +
			choose(a.word(i-1) == "capped", facts.BoundMax)
	case "top":
		return choose(leadsVerb(a.word(i-1)), facts.BoundMin)
	case "even":
		return choose(a.word(i-1) == "not", facts.BoundMax)
	default:
		if b := a.roughLimit(w, i, f.last); b != "" {
			return b
		}
		if a.isDenied(i) {
			return turned[hedgeWords[w]]
		}
		return hedgeWords[w]
	}
}

// turned are the limits as "not" makes them.
var turned = map[string]string{facts.BoundMin: facts.BoundMax, facts.BoundMax: facts.BoundMin, facts.BoundApprox: facts.BoundApprox}

// isDenied reports whether "not" or "never" stands right in front of the limit at i
// or of its "to".
func (a *automaton) isDenied(i int) bool {
	switch a.word(i) {
	case "over", "above", "under", "below", "exceed", "exceeds", "exceeded":
	default:
		return false
	}
	before := a.word(i - 1)
	if before == "to" {
		before = a.word(i - 2)
	}
	return before == "not" || before == "never" || len(before) > 3 && before[len(before)-3:] == "n't"
}

// roughLimit reads "at least about", "up to around": the limit in front of a
// rough number stays a limit.
func (a *automaton) roughLimit(w string, i, last int) string {
	if !roundings[w] {
		return ""
	}
	switch a.word(i - 1) {
	case "than", "to", "least", "most":
		if b := a.bound(finding{first: i, last: last}); b != facts.BoundApprox {
			return b
		}
	}
	return ""
}

// misread reads "not exceeding" and "more then", written for "more than".
func (a *automaton) misread(i int) string {
	switch {
	case a.word(i) == "then":
		return a.comparison(i - 1)
	case a.word(i-1) == "not":
		return facts.BoundMax
	}
	return facts.BoundMin
}

// comparison reads "more than", "no fewer than", "slightly less than" at i.
func (a *automaton) comparison(i int) string {
	before := a.word(i - 1)
	flip := before == "no" || before == "not" || before == "never" || len(before) > 3 && before[len(before)-3:] == "n't"
	up, ok := comparatives[a.word(i)]
	if !ok {
		return ""
	}
	if up != flip {
		return facts.BoundMin
	}
	return facts.BoundMax
}

var comparatives = map[string]bool{
	"more": true, "greater": true, "higher": true, "larger": true, "bigger": true, "longer": true, "older": true, "better": true,
	"less": false, "fewer": false, "lower": false, "smaller": false, "shorter": false, "younger": false,
}

// hedgeWords are hedges by themselves.
var hedgeWords = map[string]string{
	"about": facts.BoundApprox, "around": facts.BoundApprox, "approximately": facts.BoundApprox, "nearly": facts.BoundApprox,
	"almost": facts.BoundApprox, "roughly": facts.BoundApprox, "some": facts.BoundApprox, "circa": facts.BoundApprox,
	"estimated": facts.BoundApprox, "approx": facts.BoundApprox, "near": facts.BoundApprox, "~": facts.BoundApprox, "≈": facts.BoundApprox,
	"virtually": facts.BoundApprox, "practically": facts.BoundApprox, "maybe": facts.BoundApprox, "perhaps": facts.BoundApprox,
	"probably": facts.BoundApprox, "reported": facts.BoundApprox, "approximate": facts.BoundApprox,
	"over": facts.BoundMin, "above": facts.BoundMin, "exceed": facts.BoundMin, "exceeds": facts.BoundMin,
	"exceeded": facts.BoundMin, "surpass": facts.BoundMin, "surpasses": facts.BoundMin, "surpassing": facts.BoundMin, "tops": facts.BoundMin,
	"surpassed": facts.BoundMin, "topping": facts.BoundMin, "topped": facts.BoundMin,
	"barely": facts.BoundApprox, "hardly": facts.BoundApprox, "scarcely": facts.BoundApprox,
	"maximum": facts.BoundMax, "beyond": facts.BoundMin, ">": facts.BoundMin, "≥": facts.BoundMin, "minimum": facts.BoundMin,
	"under": facts.BoundMax, "below": facts.BoundMax, "within": facts.BoundMax, "upto": facts.BoundMax, "<": facts.BoundMax, "≤": facts.BoundMax,
}

// hedgedBy reads hedges that end in a small word at i: "up to", "close to",
// "upwards of", "in excess of", "as many as", "a minimum of".
func (a *automaton) hedgedBy(i int) string {
	small, w := a.word(i), a.word(i-1)
	switch small {
	case "to":
		switch w {
		case "up":
			return choose(a.word(i-2) != "back", facts.BoundMax)
		case "limited":
			return facts.BoundMax
		case "close", "closer", "near":
			return facts.BoundApprox
		}
		if w == "equal" && a.word(i-2) == "or" {
			return a.comparison(i-3) + a.comparison(i-4)
		}
	case "as":
		if a.word(i-2) != "as" {
			return ""
		}
		switch w {
		case "many", "much", "high", "long":
			return facts.BoundMax
		case "few", "little", "low":
			return facts.BoundMin
		}
	case "of":
		switch w {
		case "upwards", "upward", "excess", "minimum", "north":
			return facts.BoundMin
		case "maximum", "shy", "south":
			return facts.BoundMax
		case "region", "order", "neighborhood", "neighbourhood", "estimate":
			return facts.BoundApprox
		case "total":
			return ""
		}
	}
	return ""
}

func (a *automaton) boundBehind(i int) string {
	for n := 0; n < 4 && i < len(a.tokens); n, i = n+1, i+1 {
		switch w := a.tokens[i].text; {
		case n == 0 && a.isOdd(i):
			return oddBounds[w]
		case n == 0 && w == "-" && a.isOdd(i+1):
			return oddBounds[a.word(i+1)]
		case (w == "a" || w == "an" || w == "per") && perUnits[a.word(i+1)]:
			i++ // "$4 a gallon or less"
		case w == "+" && a.tokens[i].glued && n == 0:
			return facts.BoundMin
		case w == "and" && (a.word(i+1) == "older" || a.word(i+1) == "younger"):
			return orBounds["and "+a.word(i+1)]
		case w == "and" && i+2 < len(a.tokens) && isLetter([]rune(a.tokens[i+2].text)[0]), w == "and" && i+2 < len(a.tokens) && a.tokens[i+2].event == evDigits:
			return ""
		case a.word(i+2) == "than":
			return ""
		case w == "or" || w == "and" && n < 3:
			return orBounds[w+" "+a.word(i+1)]
		case unitForms[w].name == "" && w != "-" && w != "old" && !(n == 0 && isPlural(w)) && a.tokens[i].event != evPercent && a.tokens[i].event != evCurrency:
			return ""
		}
	}
	return ""
}

var orBounds = map[string]string{
	"or more": facts.BoundMin, "or higher": facts.BoundMin, "or above": facts.BoundMin, "or older": facts.BoundMin, "or greater": facts.BoundMin,
	"or over": facts.BoundMin, "or longer": facts.BoundMin, "or better": facts.BoundMin, "or larger": facts.BoundMin,
	"and above": facts.BoundMin, "and up": facts.BoundMin, "and over": facts.BoundMin, "and older": facts.BoundMin, "and counting": facts.BoundMin,
	"or less": facts.BoundMax, "or fewer": facts.BoundMax, "or under": facts.BoundMax, "or below": facts.BoundMax, "or lower": facts.BoundMax,
	"or younger": facts.BoundMax, "or smaller": facts.BoundMax, "and under": facts.BoundMax, "and younger": facts.BoundMax,
	"or so": facts.BoundApprox, "or thereabouts": facts.BoundApprox,
}

// oddBounds are hedges glued behind a number: "20-odd", "300-plus".
var oddBounds = map[string]string{"odd": facts.BoundApprox, "plus": facts.BoundMin}

// isOdd reports whether the token at i is such a hedge and a noun follows it.
func (a *automaton) isOdd(i int) bool {
	return oddBounds[a.word(i)] != "" && i+1 < len(a.tokens) && (!a.stops(i+1) || unitForms[a.word(i+1)].name != "")
}

// pastOdd is the first token behind number and glued hedge.
func (a *automaton) pastOdd(i int) int {
	switch {
	case a.isOdd(i), a.word(i) == "+":
		return i + 1
	case a.word(i) == "-" && a.isOdd(i+1):
		return i + 2
	case orBounds["or "+a.word(i+1)] != "" && a.word(i) == "or" && !a.stops(i+2):
		return i + 2
	}
	return i
}

func choose(ok bool, bound string) string {
	if ok {
		return bound
	}
	return ""
}

func (a *automaton) word(i int) string {
	if i < 0 || i >= len(a.tokens) {
		return ""
	}
	return a.tokens[i].text
}
