package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"
)

// analysis is the version of the index: of the code below, of index.go and of
// posting.go. A file indexed by another one is indexed again when it is opened.
const analysis = "3"

// stems returns the stems of the words and numbers of a text, each once, in order
// of first appearance. A stem holds only letters, marks, digits and '·' (the
// decimal point), so that every database's index keeps it in one piece.
func stems(text string) []string { return stemmer{}.stems(text) }

// A stemmer remembers the stems of the words it has seen, since finding a stem is
// the dear part of indexing and most words come again.
type stemmer map[string]string

// remembered bounds the memory of a stemmer, in words.
const remembered = 50000

func (known stemmer) stems(text string) []string {
	seen := map[string]bool{}
	var list []string
	for _, word := range words(norm.NFKC.String(text)) {
		stem, ok := known[word]
		if !ok {
			stem = english.Stem(word, true)
			if len(known) >= remembered {
				clear(known)
			}
			known[word] = stem
		}
		if stem != "" && !seen[stem] {
			seen[stem] = true
			list = append(list, stem)
		}
	}
	return list
}

// words cuts a text into lower-case words. Inside a number a comma is dropped and
// a point kept as '·'; points between single letters are dropped ("U.S." is
// "us"); an apostrophe ends a word, and an s after it is not one.
func words(text string) []string {
	var (
		list []string
		word strings.Builder
	)
	end := func() {
		if word.Len() > 0 {
			list = append(list, word.String())
			word.Reset()
		}
	}
	runes := []rune(strings.ToLower(text))
	for i, r := range runes {
		switch {
		case isWord(r):
			if r == 's' && possessive(runes, i) {
				continue
			}
			word.WriteRune(r)
		case r == ',' && between(runes, i, unicode.IsDigit):
		case r == '.' && between(runes, i, unicode.IsDigit):
			word.WriteRune('·')
		case r == '.' && initials(runes, i):
		default:
			end()
		}
	}
	end()
	return list
}

func isWord(r rune) bool {
	return r < utf8.RuneSelf && ('a' <= r && r <= 'z' || '0' <= r && r <= '9') ||
		r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func between(runes []rune, i int, kind func(rune) bool) bool {
	return i > 0 && i+1 < len(runes) && kind(runes[i-1]) && kind(runes[i+1])
}

// possessive reports whether the s at i is that of "Korea's".
func possessive(runes []rune, i int) bool {
	return i > 1 && (runes[i-1] == '\'' || runes[i-1] == '’') && isWord(runes[i-2]) &&
		(i+1 == len(runes) || !isWord(runes[i+1]))
}

// initials reports whether the point at i stands after a single letter and before
// another one.
func initials(runes []rune, i int) bool {
	return between(runes, i, unicode.IsLetter) &&
		(i < 2 || !isWord(runes[i-2])) &&
		(i+2 == len(runes) || !isWord(runes[i+2]))
}

// firstDay returns the first day of an EDTF date, period or time as far as it is
// known ("2024-10-23", "2024-10", "2024"), or "" when it names none.
func firstDay(edtf string) string {
	edtf, _, _ = strings.Cut(edtf, "/")
	day := make([]byte, 0, len("2006-01-02"))
	for i := 0; i < len(edtf) && len(day) < cap(day); i++ {
		c := edtf[i]
		switch {
		case c == 'X' || c == 'u':
			day = append(day, '0')
		case '0' <= c && c <= '9' || c == '-' && len(day) > 0:
			day = append(day, c)
		case c == '~' || c == '?' || c == '%':
		default:
			return string(day)
		}
	}
	return string(day)
}

// lastDay returns what no first day inside the EDTF day, month or year is greater
// than: "2024-10" gives "2024-10-99".
func lastDay(edtf string) string {
	const pad = "9999-99-99"
	day := firstDay(edtf)
	if len(day) < len(pad) {
		day += pad[len(day):]
	}
	return day
}
