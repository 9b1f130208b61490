package extract

import (
	"strings"
	"unicode"

	"sitrep/internal/facts"
)

// newDocument makes a report ready for the readers: canonical characters, the
// title line found, the body cut into sentences and words. The first line is the
// title only when it equals r.Title.
func newDocument(r facts.Report) *document {
	d := &document{
		runes:     []rune(r.Text),
		title:     strings.TrimSpace(r.Title),
		published: r.Published,
	}
	d.norm = canonical(d.runes)
	body := 0
	if d.title != "" {
		start, end := firstLine(d.norm)
		if string(d.norm[start:end]) == string(canonical([]rune(d.title))) {
			d.titleEnd, body = end, end
		}
	}
	d.sentences = splitSentences(d.norm, body)
	words := make([]word, 0, len(d.norm)/5)
	cal := newCalendar(d.published)
	for i := range d.sentences {
		s := &d.sentences[i]
		from := len(words)
		words = d.appendWords(words, s.Start, s.End)
		s.words = words[from:len(words):len(words)]
		s.mentions = mentionsIn(s.words, cal)
	}
	return d
}

// spans returns the sentences of the body as the contract prints them.
func (d *document) spans() []facts.Sentence {
	out := make([]facts.Sentence, len(d.sentences))
	for i, s := range d.sentences {
		out[i] = s.Sentence
	}
	return out
}

// text returns the text as written at [start,end), code points; empty when the
// span is empty or outside the text.
func (d *document) text(start, end int) string {
	start, end = max(start, 0), min(end, len(d.runes))
	if start >= end {
		return ""
	}
	return string(d.runes[start:end])
}

// canonical maps every code point to the plain one it stands for, one to one, so
// that an offset in the result is an offset in the text. Ignorable code points
// become zeroWidth.
func canonical(text []rune) []rune {
	out := make([]rune, len(text))
	for i, r := range text {
		out[i] = plain(r)
		if i > 0 && out[i] == '\'' && out[i-1] == '\'' {
			out[i-1], out[i] = '"', joinedMark // two single marks are one double
		}
	}
	return out
}

// markEnd is the end of the mark at i: a double one written as two takes both.
func (d *document) markEnd(i int) int {
	if d.norm[i] == '"' && i+1 < len(d.norm) && d.norm[i+1] == joinedMark {
		return i + 2
	}
	return i + 1
}

// zeroWidth stands for all code points that show nothing and separate nothing.
const zeroWidth = '\u200b'

// joinedMark stands for the second of two single quotation marks that are one.
const joinedMark = '\u200c'

// groupSpace is a blank that may stand between the digits of one number: "40 000".
const groupSpace = '\u00a0'

// groupsDigits reports whether the blank at i parts groups of three digits of one
// number, the last of which ends before end.
func groupsDigits(text []rune, i, end int) bool {
	if text[i] != groupSpace || i+3 >= end || i == 0 || !isDigit(text[i-1]) {
		return false
	}
	if i > 3 && isDigit(text[i-2]) && isDigit(text[i-3]) && isDigit(text[i-4]) {
		return false // a year, say
	}
	for k := i + 1; k <= i+3; k++ {
		if !isDigit(text[k]) {
			return false
		}
	}
	return i+4 >= end || !isDigit(text[i+4])
}

func plain(r rune) rune {
	if r < 0x80 {
		if r == '\t' || r == '\f' || r == '\v' {
			return ' '
		}
		return r
	}
	switch r {
	case '‘', '’', 'ʼ', '‛', '＇', '′', '`':
		return '\''
	case '„', '‟', '＂', '″', '«', '»':
		return '"'
	case '‐', '‑', '⁃', '－', '﹣', '\u00ad':
		return '-'
	case '‒', '–', '―', '—', '⸺':
		return dash(r)
	case '−':
		return '−'
	case '％', '﹪':
		return '%'
	case '\u2028', '\u2029', '\u0085':
		return '\n'
	case '＄', '﹩':
		return '$'
	case '￡':
		return '£'
	case '￥':
		return '¥'
	case '⁄', '∕':
		return '/'
	}
	if isIgnorable(r) {
		return zeroWidth
	}
	if r >= 0xff01 && r <= 0xff5e {
		return r - 0xff01 + '!'
	}
	if r == '\u00a0' || r == '\u202f' || r == '\u2009' {
		return groupSpace
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	return digit(r)
}

// dash keeps the en dash, which joins ranges, apart from the longer ones, which
// part clauses.
func dash(r rune) rune {
	if r == '‒' || r == '–' {
		return '–'
	}
	return '—'
}

func isIgnorable(r rune) bool {
	switch {
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2069:
		return true
	case r == 0xfeff, r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

// digit maps the decimal digits of every script to 0–9. Unicode keeps each set
// of ten in a row that starts at a multiple of ten code points from its zero.
func digit(r rune) rune {
	if !unicode.Is(unicode.Nd, r) {
		return r
	}
	for zero := r; zero > r-10; zero-- {
		if !unicode.Is(unicode.Nd, zero-1) {
			return '0' + (r - zero)
		}
	}
	return r
}

func firstLine(text []rune) (start, end int) {
	for end < len(text) && text[end] != '\n' {
		end++
	}
	return trim(text, 0, end)
}

// trim narrows [start,end) by the blanks at both ends.
func trim(text []rune, start, end int) (int, int) {
	for start < end && isBlank(text[start]) {
		start++
	}
	for end > start && isBlank(text[end-1]) {
		end--
	}
	return start, end
}

func isBlank(r rune) bool {
	return r == ' ' || r == '\n' || r == '\r' || r == zeroWidth || r == groupSpace
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func isUpper(r rune) bool {
	if r < 0x80 {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func isLower(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z'
	}
	return unicode.IsLower(r)
}
