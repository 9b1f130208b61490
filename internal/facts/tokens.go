package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A token is a word, folded, or a number in digits.
type token struct {
	start, end int
	word       string // lower case; empty for a number
	value      float64
	gap        gap // what stands between it and the token before
}

type gap int

const (
	gapOther gap = iota
	gapNone
	gapSpace
	gapHyphen
)

// tokenize returns the words and numbers of text.
func tokenize(text string) []token {
	tokens := make([]token, 0, len(text)/5)
	last := 0
	for i := 0; i < len(text); {
		t, ok := tokenAt(text, i, tokens)
		if !ok {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		if len(tokens) > 0 {
			t.gap = gapOf(text[last:t.start])
		}
		tokens = append(tokens, t)
		i, last = t.end, t.end
	}
	return tokens
}

func tokenAt(text string, i int, before []token) (token, bool) {
	if letterAt(text, i) {
		end := wordEnd(text, i)
		return token{start: i, end: end, word: foldWord(text[i:end])}, true
	}
	if c := text[i]; c < utf8.RuneSelf && c != '.' && (c < '0' || c > '9') {
		return token{}, false
	}
	start := i
	if text[i] == '.' && (i == 0 || text[i-1] == ' ' || text[i-1] == '$') {
		start = i + 1 // .5
	}
	if start == len(text) {
		return token{}, false
	}
	month := len(before) > 0 && isMonth(before[len(before)-1].word)
	value, end, ok := numberAt(text, start, month)
	if !ok {
		return token{}, false
	}
	if start > i {
		value, end = pointValue(text, start)
	}
	return token{start: i, end: end, value: value}, true
}

// pointValue reads the digits behind a leading decimal point.
func pointValue(text string, i int) (value float64, end int) {
	run := runAt(text, i, false)
	place := 0.1
	for _, d := range run.digits {
		value += float64(d-'0') * place
		place /= 10
	}
	return value, max(run.end, i+1)
}

// wordEnd returns the end of the letters at byte i; invisible characters and
// marks belong to a word that has begun.
func wordEnd(text string, i int) int {
	end := i
	for j := i; j < len(text); {
		r, size := utf8.DecodeRuneInString(text[j:])
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			end = j + size
		case !unicode.Is(unicode.Cf, r):
			return end
		}
		j += size
	}
	return end
}

// foldWord lower-cases a word and undoes letters that only look Latin, so that a
// number word cannot hide.
func foldWord(s string) string {
	if plainASCII(s) {
		return strings.ToLower(s)
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		if latin, ok := lookalikes[r]; ok {
			return latin
		}
		return r
	}, strings.ToLower(norm.NFKC.String(s)))
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// lookalikes are Cyrillic and Greek letters that print like Latin ones.
var lookalikes = map[rune]rune{
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'у': 'y', 'х': 'x', 'і': 'i', 'ѕ': 's', 'ԁ': 'd',
	'һ': 'h', 'ј': 'j', 'ԛ': 'q', 'ԝ': 'w', 'ο': 'o', 'ν': 'v', 'ι': 'i', 'α': 'a', 'ρ': 'p', 'υ': 'u',
}

func gapOf(s string) gap {
	switch trimmed := strings.TrimFunc(s, unicode.IsSpace); {
	case s == "":
		return gapNone
	case trimmed == "":
		return gapSpace
	case trimmed == s && (s == "-" || s == "‐" || s == "‑"):
		return gapHyphen
	}
	return gapOther
}
