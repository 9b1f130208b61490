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
	var out []sentence
	for _, p := range paragraphs(text, body) {
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
		markCredit(text, p, out[from:])
	}
	return out
}

// A span of the text, code points.
type span struct{ start, end int }

// paragraphs cuts the text at line ends and joins lines that only wrap.
func paragraphs(text []rune, start int) []span {
	var out []span
	for start < len(text) {
		end := start
		for end < len(text) && text[end] != '\n' && text[end] != '\r' {
			end++
		}
		s, e := trim(text, start, end)
		if s < e {
			if n := len(out); n > 0 && wraps(text, out[n-1], s) {
				out[n-1].end = e
			} else {
				out = append(out, span{s, e})
			}
		}
		start = end + 1
	}
	return out
}

// minWrapped is the shortest line that may wrap: a shorter one is a heading or
// an item of a list.
const minWrapped = 40

// wraps reports whether the line before, a long one without an end, goes on at
// next with a small letter on the very next line.
func wraps(text []rune, before span, next int) bool {
	if !isLower(text[next]) || before.end-before.start < minWrapped {
		return false
	}
	ends := 0
	for i := before.end; i < next; i++ {
		if text[i] == '\n' {
			ends++
		}
	}
	switch text[before.end-1] {
	case '.', '!', '?', '…', ':', ';', '"', '”':
		return false
	}
	return ends == 1
}

// sentenceEnd finds where the sentence that begins at start ends, at most end.
func sentenceEnd(text []rune, start, end int) int {
	closing := -1 // where the open quotation closes
	for i := start; i < end; i++ {
		if i > closing && isOpeningQuote(text, i, start) {
			closing = quotationEnd(text, i, end)
		}
		if !isTerminator(text[i]) {
			continue
		}
		stop := i + 1
		for stop < end && isTerminator(text[stop]) {
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
		if next > stop && endsSentence(text, start, i, mark, stop, next, end) {
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

func isOpeningQuote(text []rune, i, start int) bool {
	switch text[i] {
	case '“':
		return true
	case '"':
		return i == start || isBlank(text[i-1]) || text[i-1] == '(' || text[i-1] == '[' || text[i-1] == '—'
	}
	return false
}

// quotationEnd finds the closing mark of the quotation opened at open, or
// returns open when it does not close near by. Nested marks are counted.
func quotationEnd(text []rune, open, end int) int {
	depth := 1
	for i := open + 1; i < min(end, open+maxQuotation); i++ {
		switch {
		case text[i] == '“' || text[i] == '"' && text[open] == '“' && isOpeningQuote(text, i, open):
			depth++
		case text[i] == '”' || text[i] == '"' && (text[open] == '"' || depth > 1):
			depth--
		}
		if depth == 0 {
			return i
		}
	}
	return open
}

// isClosing reports whether the mark at i closes what stands before it.
func isClosing(text []rune, i, end int) bool {
	switch text[i] {
	case ')', ']', '”', '\'', '*', zeroWidth, joinedMark:
		return true
	case '"':
		return i+1 >= end || !isLetter(text[i+1])
	}
	return false
}

// endsSentence decides at a terminator: dot is the first of its marks, mark the
// first code point behind them, stop the first behind the closing marks, next
// where the text goes on.
func endsSentence(text []rune, start, dot, mark, stop, next, end int) bool {
	if !beginsSentence(text, next, end) {
		return false
	}
	if quoted(text, mark, stop) {
		return !saysWho(text, next, end)
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
	for next < end && (isQuote(text[next]) || text[next] == '\'' || text[next] == '(' || text[next] == '[' || text[next] == zeroWidth || text[next] == joinedMark) {
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
		return !starts(text, next, end) && isLetter(text[next])
	}
	if len(w) > 7 {
		return false
	}
	lower := strings.ToLower(string(w))
	switch kind := abbreviations[lower]; {
	case kind == abbrevTitle && wordAbbreviations[lower] && !isUpper(w[0]):
		return isDigit(text[next])
	case kind == abbrevTitle:
		return true
	case kind == abbrevNumber:
		return isDigit(text[next])
	case kind == abbrevTime:
		return zoneWords[nextWord(text, next, end)] || isDigit(text[next])
	case kind == abbrevSoft && wordAbbreviations[lower] && !isUpper(w[0]):
		return false
	case kind == abbrevSoft || isAcronym(w):
		return !starts(text, next, end)
	}
	return false
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
	return strings.ToLower(string(text[next:stop]))
}

// maxSayers is how many words a speaker's name and title may have before the verb.
const maxSayers = 6

// saysWho reports whether the words at next say who spoke the quotation before
// them ("Mr. Smith said on Monday.") rather than begin a new sentence ("He said
// that …").
func saysWho(text []rune, next, end int) bool {
	for n := 0; n <= maxSayers && next < end; n++ {
		stop := next
		for stop < end && !isBlank(text[stop]) {
			stop++
		}
		w := strings.ToLower(strings.TrimRight(string(text[next:stop]), ".,;:"))
		if n > 0 && speechVerbs[w] {
			return saysNothingMore(text, stop, end)
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

var speechVerbs = wordSet(`said says asked added wrote told replied declared shouted insisted warned continued
	explained tweeted posted recalled concluded noted remarked cried yelled answered joked`)

// saidWhere are words that go on with the circumstances of saying.
var saidWhere = wordSet(`on in at during after before when as to of by from while via about through
	monday tuesday wednesday thursday friday saturday sunday later earlier yesterday today reporters`)

// creditWords begin lines of credit or promotion, with a colon or as a phrase.
var creditPhrases = []string{
	"contributors:", "contributor:", "reporting by", "additional reporting", "editing by", "writing by",
	"compiled by", "translated by", "photo:", "photos:", "photograph:", "image:", "credit:", "source:",
	"sources:", "read more", "read also", "also read", "see also", "related:", "more:", "follow us",
	"subscribe", "sign up", "click here", "advertisement", "copyright", "©", "all rights reserved",
	"this story has been", "this article was", "(reporting by", "(editing by", "watch:", "listen:", "topics:", "tags:",
}

// maxHeading is how many code points a heading line may have.
const maxHeading = 90

// markCredit marks the sentences of a paragraph that is a heading, a promotion or
// a line of credit.
func markCredit(text []rune, p span, of []sentence) {
	if len(of) == 0 {
		return
	}
	line := strings.ToLower(string(text[p.start:min(p.end, p.start+40)]))
	for _, phrase := range creditPhrases {
		if strings.HasPrefix(line, phrase) {
			for i := range of {
				of[i].credit = true
			}
			return
		}
	}
	of[0].credit = len(of) == 1 && isHeading(text, p)
}

// isHeading reports whether a short line without an end stands alone among other
// lines. A line of a list is none.
func isHeading(text []rune, p span) bool {
	if p.end-p.start > maxHeading || p.start == 0 && p.end == len(text) || !isLetter(text[p.start]) {
		return false
	}
	switch text[p.end-1] {
	case '.', '!', '?', '…', '"', '”', ')', ';', ',', '\'':
		return false
	}
	return true
}
