package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// newDocument makes a report ready for the readers: canonical characters, the
// title line found, the body cut into sentences and words. The first line is the
// title only when it equals r.Title.
func newDocument(r facts.Report) *document {
	d := &document{title: strings.TrimSpace(r.Title), published: r.Published}
	d.written = r.Text
	if !utf8.ValidString(r.Text) {
		d.written = string([]rune(r.Text))
	}
	d.norm, d.bytes = codePoints(d.written)
	canonical(d.norm)
	body := 0
	if d.title != "" {
		start, end := firstLine(d.norm)
		if slices.Equal(d.norm[start:end], canonical([]rune(d.title))) {
			d.titleEnd, body = end, end
		}
	}
	d.sentences = splitSentences(d.norm, body)
	words := make([]word, 0, len(d.norm)/5)
	dates := newDateReader(d.published)
	for i := range d.sentences {
		s := &d.sentences[i]
		from := len(words)
		words = d.appendWords(words, s.Start, s.End)
		s.words = words[from:len(words):len(words)]
		s.mentions = dates.mentions(s.words)
	}
	d.quotes = quotations(d)
	in := make([]int, 0, len(words))
	for i := range d.sentences {
		s := &d.sentences[i]
		from := len(in)
		in = appendQuoted(in, s.words, d.quotes)
		s.in = in[from:len(in):len(in)]
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

// asides returns the numbers of the sentences that are no evidence.
func (d *document) asides() []int {
	out := []int{}
	for _, s := range d.sentences {
		if s.credit {
			out = append(out, s.S)
		}
	}
	return out
}

// text returns the text as written at [start,end), code points; empty when the
// span is empty or outside the text.
func (d *document) text(start, end int) string {
	start, end = max(start, 0), min(end, len(d.norm))
	if start >= end {
		return ""
	}
	return d.written[d.bytes[start]:d.bytes[end]]
}

// runeAt is the code point at i as written.
func (d *document) runeAt(i int) rune {
	r, _ := utf8.DecodeRuneInString(d.written[d.bytes[i]:])
	return r
}

// codePoints takes a text apart and tells at which byte each code point begins,
// and after the last one where the text ends.
func codePoints(text string) ([]rune, []uint32) {
	n := utf8.RuneCountInString(text)
	runes, bytes := make([]rune, n), make([]uint32, n+1)
	k := 0
	for i, r := range text {
		runes[k], bytes[k] = r, uint32(i)
		k++
	}
	bytes[n] = uint32(len(text))
	return runes, bytes
}

// canonical makes every code point the plain one it stands for, one to one, so
// that an offset in the result is an offset in the text. Ignorable code points
// become zeroWidth.
func canonical(text []rune) []rune {
	for i, r := range text {
		if r >= 0x80 || r < ' ' {
			text[i] = plain(r)
		}
		if text[i] == '\'' && i > 0 && text[i-1] == '\'' {
			doubled(text, i)
		}
	}
	return text
}

// doubled makes two single marks in a row, which end at i, one double mark, as
// typewriters set it; the other becomes zeroWidth. The double mark is the outer of
// the two, so that a quotation covers both. Two that touch no word stay. What stands
// behind i is not plain yet.
func doubled(text []rune, i int) {
	before := i > 1 && !isBlank(text[i-2])
	behind := i+1 < len(text) && !isBlank(plain(text[i+1]))
	switch {
	case behind && (!before || text[i-2] == '(' || text[i-2] == '—'):
		text[i-1], text[i] = '"', zeroWidth
	case before:
		text[i-1], text[i] = zeroWidth, '"'
	}
}

// zeroWidth stands for all code points that show nothing and separate nothing.
const zeroWidth = '\u200b'

// groupSpace is a blank that may stand between the digits of one number: "40 000".
const groupSpace = '\u00a0'

// groupsDigits reports whether the blank at i parts groups of three digits of one
// number, the last of which ends before end.
func groupsDigits(text []rune, i, end int) bool {
	if text[i] != groupSpace && text[i] != '\'' && text[i] != ' ' || i+3 >= end || i == 0 || !isDigit(text[i-1]) {
		return false
	}
	if text[i] == ' ' && !endsInZeros(text, i, end) {
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

// maxGroups is how many groups of three digits a number is looked through for.
const maxGroups = 6

// endsInZeros reports whether the groups of three digits from the blank at i on
// end in "000": an ordinary blank groups only a round number, because two numbers
// may stand side by side.
func endsInZeros(text []rune, i, end int) bool {
	for range maxGroups {
		if i+3 >= end || text[i] != ' ' || !isDigit(text[i+1]) || !isDigit(text[i+2]) || !isDigit(text[i+3]) {
			return false
		}
		if text[i+1] == '0' && text[i+2] == '0' && text[i+3] == '0' {
			return true
		}
		i += 4
	}
	return false
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
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return isFarLetter(r)
}

// isFarLetter is isLetter beyond ASCII, apart so that the rest is compiled in place.
func isFarLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// startsUpper reports whether the first character is a capital.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isUpper(r)
}

func isUpper(r rune) bool {
	if r < 0x80 {
		return r >= 'A' && r <= 'Z'
	}
	return isFarUpper(r)
}

func isFarUpper(r rune) bool { return unicode.IsUpper(r) || unicode.IsTitle(r) }

func isLower(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z'
	}
	return unicode.IsLower(r)
}
