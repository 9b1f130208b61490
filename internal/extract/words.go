package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// appendWords cuts [start,end) into words and appends them to out.
//
// Kept together: inner hyphens and apostrophes ("North-South", "don't"), the
// dots of acronyms and of known abbreviations ("U.S.", "Mr."), digits glued
// behind letters ("F-16", "Covid-19"), ordinals and decades ("12th", "1980s").
// Kept apart: a number and what follows it ("5|km", "20|-|year-old", "$|1.5|bn").
func (d *document) appendWords(out []word, start, end int) []word {
	for i := start; i < end; {
		r, stop, kind := d.norm[i], i+1, wordMark
		switch {
		case isBlank(r):
			i++
			continue
		case isDigit(r):
			stop, kind = numberEnd(d.norm, i, end)
		case isLetter(r):
			stop, kind = plainEnd(d.norm, i, start, end), wordPlain
		}
		out = append(out, word{start: i, end: stop, kind: kind})
		d.know(&out[len(out)-1])
		i = stop
	}
	return out
}

// know finds what the place and the kind of a word tell of it.
func (d *document) know(w *word) {
	w.text = d.text(w.start, w.end)
	norm := d.norm[w.start:w.end]
	if w.kind == wordPlain {
		w.know(d.low.of(norm, w.text))
		return
	}
	w.traits, w.class = traitsKnown, classMark
	if w.kind == wordNumber {
		w.class = classNumber
	}
	if w.lower = w.text; len(w.text) != len(norm) {
		w.lower = lowered(norm)
	}
	w.hash = hashWord(w.lower)
}

// A lowerer makes lower-case forms. A form that any rule knows is the rules' own
// string; the others share large blocks of memory, since a report has thousands.
type lowerer struct {
	form  []byte
	block strings.Builder
}

// lowerBlock is how many bytes of lower-case forms share one allocation.
const lowerBlock = 4096

// of is the canonical form in lower case, without zero-width characters, as the
// rules know it if they do, and its hash. written is reused when it already is that form.
func (l *lowerer) of(norm []rune, written string) (string, uint32, *lexeme) {
	l.form = appendLower(l.form[:0], norm)
	hash := hashWord(l.form)
	if x := lexemes.find(l.form, hash); x != nil {
		return x.form, hash, x
	}
	if string(l.form) == written {
		return written, hash, nil
	}
	if l.block.Cap()-l.block.Len() < len(l.form) {
		l.block = strings.Builder{}
		l.block.Grow(max(lowerBlock, len(l.form)))
	}
	from := l.block.Len()
	l.block.Write(l.form)
	return l.block.String()[from:], hash, nil
}

func appendLower(form []byte, norm []rune) []byte {
	for _, r := range norm {
		switch {
		case r >= 'A' && r <= 'Z':
			form = append(form, byte(r)+'a'-'A')
		case r < 0x80:
			form = append(form, byte(r))
		case r == zeroWidth:
		case r == '“' || r == '”':
			form = append(form, '"')
		default:
			form = utf8.AppendRune(form, unicode.ToLower(r))
		}
	}
	return form
}

// lowered is the lower-case form of a few characters.
func lowered(norm []rune) string {
	var space [32]byte
	form := appendLower(space[:0], norm)
	if x := lexemes.find(form, hashWord(form)); x != nil {
		return x.form
	}
	return string(form)
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
	stop = exponentEnd(text, stop, end)
	suffix := stop
	if suffix < end && text[suffix] == '\'' {
		suffix++
	}
	letters := suffix
	for letters < end && isLetter(text[letters]) {
		letters++
	}
	switch lowered(text[suffix:min(letters, suffix+3)]) {
	case "st", "nd", "rd", "th", "s":
		return letters, wordPlain
	}
	return stop, wordNumber
}

// exponentEnd goes on over the exponent of "1e5" or "2.5E+14" at i.
func exponentEnd(text []rune, i, end int) int {
	if i >= end || text[i] != 'e' && text[i] != 'E' {
		return i
	}
	k := i + 1
	if k < end && (text[k] == '+' || text[k] == '-' || text[k] == '−') {
		k++
	}
	stop := k
	for stop < end && stop < k+3 && isDigit(text[stop]) {
		stop++
	}
	if stop == k || stop == k+3 || stop < end && isLetter(text[stop]) {
		return i
	}
	return stop
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
	w := lowered(text[i:stop])
	if i > 0 && text[i-1] == '$' {
		return dollarPrefixes[w] != ""
	}
	if garbledSigns[w] != "" && isUpper(text[stop-1]) {
		return isBrokenNumber(text, stop)
	}
	return currencyCodes[w] != "" && (isUpper(text[stop-1]) || w == "rs")
}

// isBrokenNumber reports whether the digits at i have a point, a group or a scale
// letter behind them.
func isBrokenNumber(text []rune, i int) bool {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	if i+1 >= len(text) {
		return false
	}
	switch text[i] {
	case ',', '.':
		return isDigit(text[i+1])
	case ' ':
		return i+7 < len(text) && (text[i+1] == 'm' || text[i+1] == 'b') && string(text[i+2:i+7]) == "illio"
	case 'm', 'k':
		return !isLetter(text[i+1])
	case 'b':
		return text[i+1] == 'n'
	}
	return false
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
	lower := lowered(w)
	_, known := abbreviations[lower]
	return known && !(last && wordAbbreviations[lower])
}
