package extract

import (
	"strings"
	"unicode"
)

// appendWords cuts [start,end) into words and appends them to out.
//
// Kept together: inner hyphens and apostrophes ("North-South", "don't"), the
// dots of acronyms and of known abbreviations ("U.S.", "Mr."), digits glued
// behind letters ("F-16", "Covid-19"), ordinals and decades ("12th", "1980s").
// Kept apart: a number and what follows it ("5|km", "20|-|year-old", "$|1.5|bn").
func (d *document) appendWords(out []word, start, end int) []word {
	for i := start; i < end; {
		r := d.norm[i]
		switch {
		case isBlank(r):
			i++
			continue
		case isDigit(r):
			stop, kind := numberEnd(d.norm, i, end)
			out = append(out, d.word(i, stop, kind))
			i = stop
		case isLetter(r):
			stop := plainEnd(d.norm, i, start, end)
			out = append(out, d.word(i, stop, wordPlain))
			i = stop
		default:
			stop := min(d.markEnd(i), end)
			out = append(out, d.word(i, stop, wordMark))
			i = stop
		}
	}
	return out
}

func (d *document) word(start, end int, kind wordKind) word {
	w := word{text: string(d.runes[start:end]), start: start, end: end, kind: kind}
	w.lower = lowered(d.norm[start:end], w.text)
	return w
}

// lowered is the canonical form in lower case, without zero-width characters.
// written is reused when it already is that form.
func lowered(norm []rune, written string) string {
	same := len(written) == len(norm)
	for _, r := range norm {
		if r == zeroWidth || isUpper(r) || r >= 0x80 {
			same = false
			break
		}
	}
	if same {
		return written
	}
	var b strings.Builder
	for _, r := range norm {
		switch r {
		case zeroWidth, joinedMark:
		case '“', '”':
			b.WriteByte('"')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// numberEnd finds the end of the number that begins at i: digits with inner
// commas and points. Ordinals and decades are plain words.
func numberEnd(text []rune, i, end int) (int, wordKind) {
	stop := i
	for stop < end {
		r := text[stop]
		switch {
		case isDigit(r), r == zeroWidth && stop+1 < end && isDigit(text[stop+1]):
			stop++
			continue
		case groupsDigits(text, stop, end):
			stop++
			continue
		case (r == ',' || r == '.') && stop+1 < end && isDigit(text[stop+1]):
			stop++
			continue
		}
		break
	}
	suffix := stop
	if suffix < end && text[suffix] == '\'' {
		suffix++
	}
	letters := suffix
	for letters < end && isLetter(text[letters]) {
		letters++
	}
	switch strings.ToLower(string(text[suffix:min(letters, suffix+3)])) {
	case "st", "nd", "rd", "th", "s":
		return letters, wordPlain
	}
	return stop, wordNumber
}

// plainEnd finds the end of the word that begins at i.
func plainEnd(text []rune, i, start, end int) int {
	stop := i
	for stop < end {
		r := text[stop]
		if isDigit(r) && stop > i && isLetter(text[stop-1]) && isMoneyPrefix(text, i, stop) {
			return stop
		}
		if isLetter(r) || isDigit(r) || r == zeroWidth {
			stop++
			continue
		}
		if r == '-' && stop+1 < end && isDigit(text[stop+1]) && !keepsDigits(text[i:stop]) {
			break
		}
		inner := r == '-' || r == '\'' || r == '&' || r == '.' && isAcronymDot(text, i, stop)
		if inner && stop+1 < end && (isLetter(text[stop+1]) || isDigit(text[stop+1])) && stop > i {
			stop++
			continue
		}
		break
	}
	if stop < end && text[stop] == '.' && keepsDot(text[i:stop], stop+1 >= end) {
		return stop + 1
	}
	return stop
}

// isMoneyPrefix reports whether the letters at [i,stop) in front of a digit are a
// currency: "RM23.50", "USD1,700", "$US160".
func isMoneyPrefix(text []rune, i, stop int) bool {
	if stop-i > 3 || !isUpper(text[i]) {
		return false
	}
	w := strings.ToLower(string(text[i:stop]))
	if i > 0 && text[i-1] == '$' {
		return dollarPrefixes[w] != ""
	}
	return currencyCodes[w] != "" && (isUpper(text[stop-1]) || w == "rs")
}

// keepsDigits reports whether a word keeps the digits behind its hyphen: names
// ("F-16", "Covid-19") and parts of a period ("mid-2020").
func keepsDigits(w []rune) bool {
	if isUpper(w[0]) || len(w) > 1 && isUpper(w[1]) {
		return string(w) != "Minus"
	}
	switch string(w) {
	case "mid", "pre", "post", "early", "late", "covid", "non":
		return true
	}
	for _, r := range w {
		if isDigit(r) {
			return true
		}
	}
	return len(w) < 10 && monthNames[string(w)] != 0
}

// isAcronymDot reports whether the dot at dot follows a single letter, as in "U.S".
func isAcronymDot(text []rune, i, dot int) bool {
	return dot == i+1 || dot >= i+2 && text[dot-2] == '.' || dot == i+2 && isUpper(text[i])
}

// keepsDot reports whether a dot behind the word belongs to it. At the end of a
// sentence an initial or an abbreviation that is also a word leaves it.
func keepsDot(w []rune, last bool) bool {
	if len(w) == 1 {
		return isUpper(w[0]) && !last
	}
	for _, r := range w {
		if r == '.' {
			return true
		}
	}
	if len(w) > 7 {
		return false
	}
	lower := strings.ToLower(string(w))
	_, known := abbreviations[lower]
	return known && !(last && wordAbbreviations[lower])
}
