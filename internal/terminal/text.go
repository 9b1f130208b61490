package terminal

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// escape is a whole terminal control sequence, in its seven and eight bit forms:
// without its letters, which would be left behind as "[31m".
var escape = regexp.MustCompile("(?:\x1b\\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\x1b\\]|\u009d)[^\x07\x1b\u009c]*(?:\x07|\x1b\\\\|\u009c)")

// Clean makes text from outside inert: a report or a question may hold sequences
// that recolour, retitle or reorder what a terminal shows. What is left is one
// line of visible characters and single spaces.
func Clean(s string) string {
	s = escape.ReplaceAllString(strings.ToValidUTF8(s, "\ufffd"), "")
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), reorders(r), invisible(r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// reorders reports whether r changes the direction of the text around it.
func reorders(r rune) bool {
	return r == '\u061c' || r == '\u200e' || r == '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// invisible reports whether r shows nothing and joins nothing. The joiners of
// Persian and Indic scripts (U+200C, U+200D) are text.
func invisible(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff' || r >= '\U000e0000' && r <= '\U000e007f'
}

// The only control sequences that are ever written.
const (
	bold  = "\x1b[1m"
	faint = "\x1b[2m"
	plain = "\x1b[0m"

	green   = "\x1b[1;32m"
	yellow  = "\x1b[1;33m"
	cyan    = "\x1b[36m"
	magenta = "\x1b[35m"
)

var codes = strings.NewReplacer(bold, "", faint, "", plain, "", green, "", yellow, "", cyan, "", magenta, "")

// cells returns how many columns a word takes, without our own codes.
func cells(word string) int {
	n := 0
	for _, r := range codes.Replace(word) {
		n += runeCells(r)
	}
	return n
}

// runeCells returns how many columns one character takes.
func runeCells(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// wrap breaks text at spaces into lines of at most columns, the first after head
// and the others after as many spaces. Columns of 0 means one line. A word that
// is too long keeps a line of its own.
func wrap(head, text string, columns int) string {
	indent := cells(head)
	if columns <= indent {
		columns = 0
	}
	var b strings.Builder
	b.WriteString(head)
	at, first := indent, true
	for _, word := range strings.Fields(text) {
		n := cells(word)
		switch {
		case first:
		case columns > 0 && at+1+n > columns:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			at = indent
		default:
			b.WriteString(" ")
			at++
		}
		b.WriteString(word)
		at += n
		first = false
	}
	return b.String() + "\n"
}
