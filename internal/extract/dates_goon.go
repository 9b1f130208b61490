package extract

import "strings"

// mayGoOn is a quick test whether the words behind i let a date expression go on
// that begins at i. Most numbers in a report are no dates, and the next word tells.
func (r *dateReader) mayGoOn(i int) bool {
	w := &r.ws[i]
	switch {
	case w.kind == wordNumber:
		if len(w.lower) > longestDay || !endsInDigit(w.lower) || strings.ContainsAny(w.lower, "-/") {
			return true
		}
		if next := r.lower(i + 1); next == "-" || next == "–" || next == "/" {
			return r.mayFollow(i + 2)
		}
		return r.touches(i) && r.ws[i+1].kind == wordPlain || r.mayFollow(i+1) // "3Q19" is two words
	case w.is(isDateLead) || w.lower == "from":
		if next := r.lower(i + 1); next == "the" || next == "a" || next == "an" {
			return r.mayFollow(i + 2)
		}
		if i+1 < len(r.ws) && r.ws[i+1].kind == wordNumber {
			return r.mayGoOn(i + 1)
		}
		return r.mayFollow(i + 1)
	case w.is(goesOn):
		return r.mayFollow(i + 1)
	}
	return true
}

// mayFollow reports whether the word at i may be the second of a date expression.
func (r *dateReader) mayFollow(i int) bool {
	if i >= len(r.ws) {
		return false
	}
	switch w := &r.ws[i]; w.kind {
	case wordNumber:
		return true
	case wordMark:
		return w.lower == "-" || w.lower == "–" || w.lower == "/" || w.lower == "'" || w.lower == "~"
	default:
		return w.is(isDateWord|isDateLead|isCalendarUnit|isNumberWord|isPossessiveForm) || dateJoints[w.lower] ||
			w.is(isPluralForm) && dateWords[strings.TrimSuffix(w.lower, "s")] // "two Fridays ago"
	}
}

// longestDay is the length of the longest number that is no date or year by itself.
const longestDay = 3

func endsInDigit(form string) bool { return isDigit(rune(form[len(form)-1])) }

// dateJoints are second words of dates that begin none.
var dateJoints = wordSet("to and or of after from through till until morning afternoon evening night working calendar")
