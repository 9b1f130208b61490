package extract

import "strings"

// listedNames are plural naming nouns: every number of the list behind one is a
// name, "grades 3, 5 and 6".
var listedNames = wordSet(`grades sections articles chapters pages rooms gates flights highways routes districts rows nos nos. sizes lots
	verses psalms clauses amendments phases aisles wards zones channels bills exits apartments mileposts classrooms`)

// pictures are nouns whose number is followed by how many there are: "Photo 3 of 12".
var pictures = wordSet("caption photo slide image page picture")

// lowerNames name the number behind them in small letters, too, when nothing is
// counted by it: "Senate bill 54", "question 3".
var lowerNames = wordSet("bill question item line option exit formula model measure mark size class type level chapter grade")

// isOtherName reports whether the number at i is a name by what stands around it
// and not by a noun in front. m marks the numbers before it that are masked.
func isOtherName(ws []word, i int, m []bool) bool {
	before := lowerAt(ws, i-1)
	switch {
	case before == "of":
		return lowerAt(ws, i-2) == "round" || i > 2 && m[i-2] && pictures[lowerAt(ws, i-3)]
	case before == "per":
		return true // the base of a rate: "90 per 100,000"
	case before == "(" && lowerAt(ws, i+1) == ")":
		return isEnumerator(ws, i)
	case before == "at":
		return i > 1 && isWeekday(strings.TrimSuffix(lowerAt(ws, i-2), "s"))
	case before == ":": // "Romans 8: 28"
		return i > 1 && m[i-2] && ws[i-2].kind == wordNumber && !isYearValue(ws[i-2]) && len(ws[i].text) < 4
	case before == "/", before == "-", before == "–":
		return i > 1 && m[i-2] && ws[i-2].kind == wordNumber && ws[i-1].start == ws[i-2].end
	}
	return isHotline(ws, i) || isListed(ws, i, m) || isNamedByLower(ws, i) || isGluedWord(ws, i)
}

func isWeekday(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "daily", "weekday", "weeknight":
		return true
	}
	return false
}

// isEnumerator reports whether "(2)" at i numbers an item of a list: it opens the
// sentence or stands behind a mark, "and" or "or", and words follow it.
func isEnumerator(ws []word, i int) bool {
	if len(ws[i].text) > 2 || i+2 >= len(ws) {
		return false
	}
	if i == 1 {
		return true
	}
	switch ws[i-2].lower {
	case ":", ",", ";", "and", "or":
		return true
	}
	return false
}

// isListed reports whether the number at i goes on a list of names.
func isListed(ws []word, i int, m []bool) bool {
	k := i - 1
	for ; k > 0 && k > i-20; k-- {
		switch l := ws[k].lower; {
		case listedNames[l]:
			return !counts(ws, i+1)
		case l == "," || l == "and" || l == "or" || l == "to" || l == "-" || l == "–" || l == "through" || l == "&":
		case m[k]:
		default:
			return false
		}
	}
	return false
}

func isNamedByLower(ws []word, i int) bool {
	return i > 1 && lowerNames[ws[i-1].lower] && classOf(ws[i-2]) == classContent && !strings.ContainsAny(ws[i].text, ",.") && !counts(ws, i+1)
}

// isGluedWord reports whether a word that is no unit touches the number: "4ever".
func isGluedWord(ws []word, i int) bool {
	if i+1 >= len(ws) || ws[i].end != ws[i+1].start || ws[i+1].kind != wordPlain {
		return false
	}
	next := ws[i+1].lower
	if _, n := (grammar{ws: ws}).unitAt(i + 1); n > 0 || numberWords[next].kind != 0 || currencyCodes[next] != "" {
		return false
	}
	switch next {
	case "x10", "g": // "1.2x10^6", "5G"
		return next == "g" && !isWireless(ws, i)
	case "pc", "pct", "p", "pts", "pt", "hrs", "yrs", "yo", "yr", "plus", "ish":
		return false
	}
	return !strings.HasPrefix(next, "deg")
}

// isHotline reports whether the number is one to dial: "911 calls", "dial 988".
func isHotline(ws []word, i int) bool {
	switch ws[i].text {
	case "911", "999", "112", "988", "311", "211", "101", "111":
	default:
		return false
	}
	switch lowerAt(ws, i+1) {
	case "call", "calls", "caller", "callers", "operator", "operators", "dispatcher", "dispatchers", "dispatch", "tape", "tapes", "recording", "recordings":
		return true
	}
	switch lowerAt(ws, i-1) {
	case "call", "called", "calling", "calls", "dial", "dialed", "dialled", "dialing", "text", "phoned", "via", "at":
		return true
	}
	return false
}

// isPhone reports whether the numbers at i and i+2 are a call number: three
// digits, a dash, four digits, and nothing that they count.
func isPhone(ws []word, i int) bool {
	return len(ws[i].text) == 3 && len(ws[i+2].text) == 4 && digitsOnly(ws[i+2].text) == ws[i+2].text && !counts(ws, i+3)
}

// isAreaCode reports whether the number at i stands in parentheses in front of a
// call number: "(302) 555-0142".
func isAreaCode(ws []word, i int) bool {
	return lowerAt(ws, i-1) == "(" && lowerAt(ws, i+1) == ")" && i+4 < len(ws) && len(ws[i].text) == 3 &&
		ws[i+2].kind == wordNumber && ws[i+4].kind == wordNumber && len(ws[i+2].text) == 3 && len(ws[i+4].text) == 4
}

// isListedWord reports whether a number word stands in a list of names: "grades
// three through five", "number four in the list".
func isListedWord(ws []word, i int, m []bool) bool {
	if !ws[i].is(isNumberWord) || !isCardinal(ws[i].lower) {
		return false
	}
	return isListed(ws, i, m) || lowerAt(ws, i-1) == "number" && !counts(ws, i+1)
}

// halves of a match, a season or a list are parts of it and no shares.
var halfLeads = wordSet("first second opening closing final latter back front top bottom upper lower")

func isPart(ws []word, i int) bool {
	return ws[i].lower == "half" && i > 0 && halfLeads[ws[i-1].lower]
}

// tests are what "scores" are the results of.
var tests = wordSet("test tests exam exams credit approval box reading math final match sat act")

// isResult reports whether "scores" at i are results and no number: no noun is
// counted by them.
func isResult(ws []word, i int) bool {
	next := i + 2
	return tests[lowerAt(ws, i-1)] || lowerAt(ws, i+1) != "of" || next < len(ws) && (ws[next].kind == wordNumber || isHedge(ws[next].lower))
}
