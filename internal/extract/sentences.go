package extract

import (
	"strings"

	"sitrep/internal/facts"
)

// maxQuotation is how long a quotation may be, in code points, to be kept whole
// as one sentence. A longer one is cut at its own sentences, so that a citation
// stays short enough to be read.
const maxQuotation = 600

// splitSentences cuts text from body on into sentences, numbered from 1.
//
// A line end is a hard break, but for a line that only wraps. Inside a line a
// sentence ends at ".", "!", "?" or "…" with closing marks behind it, unless an
// abbreviation, an initial, an open quotation or a clause of saying goes on.
func splitSentences(text []rune, body int) []sentence {
	out := make([]sentence, 0, len(text)/usualSentence)
	all := paragraphs(text, body)
	for _, p := range all {
		from := len(out)
		start := p.start
		for start < p.end {
			end := sentenceEnd(text, start, p.end)
			s, e := trim(text, start, end)
			if s < e {
				out = append(out, sentence{Sentence: facts.Sentence{S: len(out) + 1, Start: s, End: e}})
			}
			start = end
		}
		markCredit(text, p, out[from:], len(all) == 1)
	}
	return out
}

// usualSentence is how many code points a sentence has on the average, about.
const usualSentence = 100

// A span of the text, code points.
type span struct{ start, end int }

// sentenceEnd finds where the sentence that begins at start ends, at most end.
func sentenceEnd(text []rune, start, end int) int {
	closing := -1 // where the open quotation closes
	for i := start; i < end; i++ {
		r := text[i]
		if r > ' ' && (r < 0x80 && isLetter(r) || isDigit(r)) {
			continue // the bulk of a text
		}
		if i > closing && isOpeningQuote(text, i, start) {
			closing = quotationEnd(text, i, end)
		}
		if isBullet(r) && i > start && i > closing && isBlank(text[i-1]) {
			return i
		}
		if !isTerminator(r) {
			continue
		}
		stop := i + 1
		for stop < end && isTerminator(text[stop]) {
			stop++
		}
		for stop < closing && text[stop] == zeroWidth {
			stop++
		}
		if stop < closing { // inside the quotation, not at its end
			i = stop - 1
			continue
		}
		mark := stop
		for stop < end && isClosing(text, stop, end) {
			stop++
		}
		next := stop
		for next < end && isBlank(text[next]) {
			next++
		}
		if next >= end {
			return end
		}
		if (next > stop || glued(text, start, i, mark, stop, end)) && endsSentence(text, start, i, mark, stop, next, end) {
			return next
		}
		i = stop - 1
	}
	return end
}

func isTerminator(r rune) bool {
	return r == '.' || r == '!' || r == '?' || r == '…' || r == '‼' || r == '⁈'
}

func isQuote(r rune) bool { return r == '"' || r == '“' || r == '”' }

func isBullet(r rune) bool { return r == '•' || r == '●' || r == '▪' || r == '■' || r == '‣' }

// isOpeningQuote reports whether the mark at i opens a quotation. Where it stands
// decides before its shape: typists and machines turn curly marks the wrong way.
func isOpeningQuote(text []rune, i, start int) bool {
	r := text[i]
	if !isQuote(r) && r != '\'' {
		return false
	}
	before := i == start || isBlank(text[i-1]) || text[i-1] == '(' || text[i-1] == '[' || text[i-1] == '—'
	switch r {
	case '“':
		return before || opensWord(text, i)
	case '”':
		return before && opensWord(text, i)
	case '\'': // an apostrophe, unless a capital follows
		return before && i+1 < len(text) && isUpper(text[i+1])
	}
	return before
}

// opensWord reports whether something to quote stands right behind the mark at i.
func opensWord(text []rune, i int) bool {
	for i++; i < len(text) && text[i] == zeroWidth; i++ {
	}
	return i < len(text) && (isLetter(text[i]) || isDigit(text[i]) || text[i] == '$' || text[i] == '\'' || text[i] == '…' || text[i] == '[' || text[i] == '#' || text[i] == '@')
}

// quotationEnd finds the closing mark of the quotation opened at open, or
// returns open when it does not close near by. Nested marks are counted.
func quotationEnd(text []rune, open, end int) int {
	end = min(end, open+maxQuotation)
	if text[open] == '\'' {
		return singleQuotationEnd(text, open, end)
	}
	depth := 1
	for i := open + 1; i < end; i++ {
		switch {
		case !isQuote(text[i]):
			continue
		case text[i] == '“' && isOpeningQuote(text, i, open), text[i] == '"' && text[open] == '“' && isOpeningQuote(text, i, open):
			depth++
		case text[i] != '"' || text[open] == '"' || depth > 1:
			depth--
		}
		if depth == 0 {
			return i
		}
	}
	return open
}

// singleQuotationEnd is quotationEnd for the single mark, which is an apostrophe
// too: only one behind the end of a sentence or clause surely closes, and behind a
// word without that nothing is sure.
func singleQuotationEnd(text []rune, open, end int) int {
	for i := open + 1; i < end; i++ {
		switch {
		case isQuote(text[i]):
			return open
		case text[i] != '\'', i+1 < len(text) && isLetter(text[i+1]) && isLetter(text[i-1]):
			continue
		case isTerminator(text[i-1]) || text[i-1] == ',':
			return i
		}
		return open
	}
	return open
}

// isClosing reports whether the mark at i closes what stands before it.
func isClosing(text []rune, i, end int) bool {
	switch text[i] {
	case ')', ']', '”', '\'', '*', zeroWidth:
		return true
	case '"', '“':
		return i+1 >= end || !isLetter(text[i+1])
	}
	return false
}

// glued reports whether a new sentence begins right at stop, without a blank: after
// a quotation, or after a word in small letters before a capitalised one
// ("the war.The"). dot is the first of the marks.
func glued(text []rune, start, dot, mark, stop, end int) bool {
	if stop+1 >= end {
		return false
	}
	if quoted(text, mark, stop) {
		return isUpper(text[stop]) || text[stop] == '“'
	}
	if mark != stop || !isUpper(text[stop]) || !isLower(text[stop+1]) || dot < start+3 || !isLower(text[dot-1]) || !isLower(text[dot-2]) {
		return false
	}
	from := wordStart(text, start, dot)
	for _, r := range text[from:dot] {
		if r == '.' {
			return false // an address
		}
	}
	return (from == start || isBlank(text[from-1])) && !domains[nextWord(text, stop, end)]
}

// domains end addresses.
var domains = wordSet(`com org net gov edu uk us io co js`)

// endsSentence decides at a terminator: dot is the first of its marks, mark the
// first code point behind them, stop the first behind the closing marks, next
// where the text goes on.
func endsSentence(text []rune, start, dot, mark, stop, next, end int) bool {
	if !beginsSentence(text, next, end) {
		return false
	}
	if quoted(text, mark, stop) || mark < stop && text[mark] == '\'' {
		return !saysWho(text, next, end)
	}
	if text[dot] == '!' && mark == dot+1 && mark == stop && bangNames[lowerWord(text, start, dot)] {
		return starts(text, next, end)
	}
	if text[dot] != '.' || mark != dot+1 || mark != stop {
		return true
	}
	return !dotGoesOn(text, start, dot, next, end)
}

func quoted(text []rune, from, to int) bool {
	for i := from; i < to; i++ {
		if isQuote(text[i]) {
			return true
		}
	}
	return false
}

// beginsSentence reports whether a sentence can begin at next: opening marks,
// then anything but a small letter. Marks of listing begin one too.
func beginsSentence(text []rune, next, end int) bool {
	for next < end && (isQuote(text[next]) || text[next] == '\'' || text[next] == '(' || text[next] == '[' || text[next] == zeroWidth) {
		next++
	}
	if next >= end {
		return false
	}
	switch text[next] {
	case ',', ';', ':', '—', '–', '-', ')', '/':
		return false
	}
	return !isLower(text[next]) || camelCase(text, next, end)
}

// camelCase reports whether the word at i is a name like "iPhone" or "eBay".
func camelCase(text []rune, i, end int) bool {
	return i+1 < end && isLower(text[i]) && isUpper(text[i+1])
}

// dotGoesOn reports whether the single dot at dot belongs to an abbreviation or
// initial behind which the sentence that begins at start goes on at next.
func dotGoesOn(text []rune, start, dot, next, end int) bool {
	from := wordStart(text, start, dot)
	w := text[from:dot]
	if len(w) == 0 {
		return false
	}
	if isDigit(w[0]) {
		return from == start && len(w) <= 2 // the number of a list item
	}
	if len(w) == 1 && isUpper(w[0]) && w[0] != 'I' {
		return initialGoesOn(text, w[0], next, end)
	}
	if len(w) > 7 {
		return false
	}
	lower := lowered(w)
	switch kind := abbreviations[lower]; {
	case kind == abbrevTitle && wordAbbreviations[lower] && !isUpper(w[0]):
		return isDigit(text[next])
	case kind == abbrevTitle:
		return !(placeAbbreviations[lower] && endsName(text, start, from) && starts(text, next, end))
	case kind == abbrevNumber:
		return isDigit(text[next])
	case kind == abbrevTime:
		return text[next] == '(' || isDigit(text[next]) || zoneWords[nextWord(text, next, end)] || zoneOrDay(text, next, end)
	case kind == abbrevMonth && isDigit(text[next]):
		return true
	case kind == abbrevSoft && wordAbbreviations[lower] && !isUpper(w[0]):
		return false
	case kind == abbrevSoft || kind == abbrevMonth || isAcronym(w):
		return !starts(text, next, end) && !countBegins(text, next, end)
	}
	return false
}

// endsName reports whether the word before from is a capitalised one or a number,
// so that an abbreviation at from ends the name of a street or a length.
func endsName(text []rune, start, from int) bool {
	stop := from
	for stop > start && isBlank(text[stop-1]) {
		stop--
	}
	first := stop
	for first > start && !isBlank(text[first-1]) {
		first--
	}
	return first > start && first < stop && (isUpper(text[first]) || isDigit(text[first]))
}

// initialGoesOn reports whether a name or an address goes on behind an initial: a
// capital, a nickname in marks, or the number of a street behind a direction.
func initialGoesOn(text []rune, initial rune, next, end int) bool {
	switch {
	case isDigit(text[next]):
		return initial == 'N' || initial == 'S' || initial == 'E' || initial == 'W'
	case isQuote(text[next]):
		for i := next + 1; i < end && !isBlank(text[i]); i++ {
			if isQuote(text[i]) && isLetter(text[i-1]) && i+2 < end && isUpper(text[i+2]) {
				return true
			}
		}
		return false
	}
	return isLetter(text[next]) && !starts(text, next, end)
}

// zoneOrDay reports whether a zone named by its place or a feast stands at next:
// "Kyiv time", "Memorial Day".
func zoneOrDay(text []rune, next, end int) bool {
	for next < end && !isBlank(text[next]) {
		next++
	}
	for next < end && isBlank(text[next]) {
		next++
	}
	if next >= end || text[next] != 't' && text[next] != 'D' {
		return false
	}
	second := nextWord(text, next, end)
	return second == "time" || second == "day"
}

// countBegins reports whether a number with a small word behind it stands at next,
// as at the beginning of a sentence: "45 others". An ordinal, or a number with a
// word of place behind it, goes on with a name: "U.S. 2nd", "U.S. 93 through".
func countBegins(text []rune, next, end int) bool {
	i := next
	for i < end && (isDigit(text[i]) || text[i] == ',' || text[i] == '.') {
		i++
	}
	return i > next && i+1 < end && isBlank(text[i]) && isLower(text[i+1]) && !routeWords[nextWord(text, i+1, end)]
}

// routeWords follow the number of a road.
var routeWords = wordSet(`through and to in at from near between north south east west or was is on into
	northbound southbound eastbound westbound just for by`)

// lowerWord is the word that ends at dot, lower case.
func lowerWord(text []rune, start, dot int) string {
	return strings.ToLower(string(text[wordStart(text, start, dot):dot]))
}

// wordStart finds the start of the word that ends at dot; dots inside belong to it.
func wordStart(text []rune, start, dot int) int {
	from := dot
	for from > start && (isLetter(text[from-1]) || isDigit(text[from-1]) || text[from-1] == '.') {
		from--
	}
	return from
}

func isAcronym(w []rune) bool {
	dots := 0
	for _, r := range w {
		if r == '.' {
			dots++
		}
	}
	return dots > 0 && dots*2+1 == len(w) && isLetter(w[0])
}

// starts reports whether a quotation or a sentence starter stands at next.
func starts(text []rune, next, end int) bool {
	if isQuote(text[next]) {
		return true
	}
	return sentenceStarters[nextWord(text, next, end)]
}

// nextWord is the word at next, lower case, without marks.
func nextWord(text []rune, next, end int) string {
	for next < end && !isLetter(text[next]) && !isDigit(text[next]) && !isBlank(text[next]) {
		next++
	}
	stop := next
	for stop < end && isLetter(text[stop]) {
		stop++
	}
	return lowered(text[next:stop])
}

const (
	// maxSayers is how many words a speaker's name and title may have before the verb.
	maxSayers = 6
	// maxSaying is how many code points they may have with what follows.
	maxSaying = 200
)

// saysWho reports whether the words at next say who spoke the quotation before
// them ("Mr. Smith said on Monday.") rather than begin a new sentence ("He said
// that …").
func saysWho(text []rune, next, end int) bool {
	if joiners[nextWord(text, next, end)] {
		return false
	}
	end = min(end, next+maxSaying) // or a text without blanks is read again from every mark
	for n := 0; n <= maxSayers && next < end; n++ {
		stop := next
		for stop < end && !isBlank(text[stop]) {
			stop++
		}
		w := strings.ToLower(strings.TrimRight(string(text[next:stop]), ".,;:"))
		if n > 0 && speechVerbs[w] {
			return saysNothingMore(text, stop, end) || w == "told" && endsSoon(text, stop, end)
		}
		if isTerminator(text[stop-1]) && !keepsDot(text[next:stop-1], false) {
			return false
		}
		for stop < end && isBlank(text[stop]) {
			stop++
		}
		next = stop
	}
	return false
}

// saysNothingMore reports whether the verb that ends at stop has no clause or
// quotation of its own behind it.
func saysNothingMore(text []rune, stop, end int) bool {
	if t := text[stop-1]; t == '.' || t == ',' || t == ';' {
		return true
	}
	for stop < end && isBlank(text[stop]) {
		stop++
	}
	return stop >= end || saidWhere[nextWord(text, stop, end)]
}

// joiners begin a sentence of its own, never the name of a speaker.
var joiners = wordSet(`but and so then yet when while as after before if although though because in on at for`)

// maxListener is how many words may name who was told.
const maxListener = 4

// endsSoon reports whether the sentence ends within the few words behind stop, so
// that they can only name the listener.
func endsSoon(text []rune, stop, end int) bool {
	for n := 0; n < maxListener; n++ {
		for stop < end && isBlank(text[stop]) {
			stop++
		}
		for stop < end && !isBlank(text[stop]) {
			stop++
		}
		if stop >= end || text[stop-1] == '.' {
			return true
		}
	}
	return false
}

var speechVerbs = wordSet(`said says asked added wrote told replied declared shouted insisted warned continued
	explained tweeted posted recalled concluded noted remarked cried yelled answered joked`)

// saidWhere are words that go on with the circumstances of saying.
var saidWhere = wordSet(`on in at during after before when as to of by from while via about through
	monday tuesday wednesday thursday friday saturday sunday later earlier yesterday today reporters`)
