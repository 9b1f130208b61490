package extract

import "strings"

// pieces returns the words of a sentence with number compounds taken apart
// ("five-year-old" → five|-|year|-|old), so that the readers see every number.
// Without a compound the words themselves are returned.
func pieces(ws []word) []word {
	for i := range ws {
		if ws[i].is(isHyphened) && (isNumberCompound(ws[i]) || isRateCompound(ws, i)) {
			out := append(make([]word, 0, len(ws)+4), ws[:i]...)
			for k, w := range ws[i:] {
				if isNumberCompound(w) || isRateCompound(ws, i+k) {
					out = appendParts(out, w)
				} else {
					out = append(out, w)
				}
			}
			return out
		}
	}
	return ws
}

// maxCompound is the longest word, in bytes, that is taken apart.
const maxCompound = 60

// isNumberCompound reports whether a part of the hyphenated word is a number word
// that counts there: "two-thirds", "half-million", not "third-party", "one-off".
func isNumberCompound(w word) bool {
	if !w.is(isHyphened) || len(w.lower) > maxCompound {
		return false
	}
	parts := strings.Split(w.lower, "-")
	if parts[1] == "on" || parts[1] == "off" || parts[1] == "sided" || parts[1] == "fold" || parts[1] == "to" || len(parts) > 5 {
		return false
	}
	for i, p := range parts {
		n, ok := numberWords[p]
		switch {
		case !ok, n.kind == numLetter, n.kind == numPlural, p == "score":
		case n.kind == numFraction:
			if i > 0 && isCardinal(parts[i-1]) || p == "half" && i+1 < len(parts) && halves(parts[i+1]) ||
				p == "quarter" && i+1 < len(parts) && numberWords[parts[i+1]].kind == numScale {
				return true
			}
		case i > 0 && !isCardinal(parts[i-1]) && parts[i-1] != "minus" && parts[i-1] != "a" && parts[i-1] != "half":
		default:
			return true
		}
	}
	return false
}

// isRateCompound reports whether the word at i is a unit and what it is for, and
// goes on with a number in digits: "12-cent-a-share", "90,000 barrel-a-day".
func isRateCompound(ws []word, i int) bool {
	w := &ws[i]
	if i == 0 || !w.is(isHyphened) || len(w.lower) > maxCompound {
		return false
	}
	if before := &ws[i-1]; before.kind != wordNumber && before.lower != "-" && !isCardinal(before.lower) {
		return false
	}
	if u := unitForms[w.lower]; u.name != "" {
		return false
	}
	parts := strings.Split(w.lower, "-")
	if (parts[0] == "a" || parts[0] == "per") && perUnits[parts[1]] { // "$50-a-month"
		return ws[i-1].lower == "-"
	}
	_, unit := unitForms[parts[0]]
	return unit && len(parts) > 2 && (parts[1] == "a" || parts[1] == "an" || parts[1] == "per")
}

func isCardinal(p string) bool {
	n, ok := numberWords[p]
	return ok && n.kind <= numScale && n.kind > 0
}

// halves reports whether "half-" in front of the word is a number.
func halves(p string) bool {
	_, unit := unitForms[p]
	return isCardinal(p) || unit
}

func appendParts(out []word, w word) []word {
	pos := w.start
	runes := []rune(w.text)
	from := 0
	for i := 0; i <= len(runes); i++ {
		if i < len(runes) && plain(runes[i]) != '-' {
			continue
		}
		if i > from {
			written := string(runes[from:i])
			part := plainWord(lowered(canonical(runes[from:i])))
			part.text, part.start, part.end = written, pos+from, pos+i
			if part.traits &^= isCapital; startsUpper(part.text) {
				part.traits |= isCapital
			}
			out = append(out, part)
		}
		if i < len(runes) {
			out = append(out, word{text: string(runes[i]), lower: "-", start: pos + i, end: pos + i + 1, kind: wordMark, class: classMark, traits: traitsKnown})
		}
		from = i + 1
	}
	return out
}
