package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// straight makes typographic quotes and dashes plain and drops what cannot be
// seen, so that matching does not depend on the keyboard. Never for display.
func straight(text string) string {
	return strings.Map(func(r rune) rune {
		if ' ' <= r && r < 0x7f {
			return r
		}
		switch r {
		case '’', '‘', 'ʼ', '′':
			return '\''
		case '“', '”', '«', '»', '„':
			return '"'
		case '–', '—', '‑', '−':
			return '-'
		case '\u00a0', '\u202f', '\u2009', '\t', '\n', '\r':
			return ' '
		case '\u200b', '\u200c', '\u200d', '\ufeff', '\u00ad':
			return -1
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
}

// split cuts a text into lower-case words; digits stay with their separators and
// a possessive ending is dropped.
func split(text string) []string {
	text = strings.ToLower(straight(text))
	words := make([]string, 0, len(text)/5+1)
	start := -1
	for i, r := range text {
		if inWord(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			words = appendWord(words, text[start:i])
			start = -1
		}
	}
	if start >= 0 {
		words = appendWord(words, text[start:])
	}
	return words
}

// inWord says whether a letter of lower-case text may stand in a word.
func inWord(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '\'' || r == '.' || r == ',' || r == '-'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func appendWord(words []string, f string) []string {
	f = strings.Trim(f, "'.,-")
	f = strings.TrimSuffix(f, "'s")
	if f == "" {
		return words
	}
	return append(words, f)
}

// distance is the optimal string alignment distance (Damerau–Levenshtein with
// adjacent transpositions), cut off above limit.
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	two, one, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range one {
		one[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(one[j]+1, row[j-1]+1, one[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], two[j-2]+1)
			}
		}
		two, one, row = one, row, two
	}
	return one[len(b)]
}

// capital makes the first letter of a sentence upper case.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 || first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// sentenceLower lowers the first letter of a sentence that goes on inside
// another, unless it opens with a name or a quotation.
func sentenceLower(s string) string {
	first, _, _ := strings.Cut(s, " ")
	if functionWords[strings.ToLower(first)] || strings.HasSuffix(strings.ToLower(first), "ly") {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}
