package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// letters: a character that cannot be seen stands in a line only where a cited
// sentence, a title or the asker has it between the same two characters; a Roman
// numeral only where the record has it.
func (c *checker) letters(raw string) {
	known := c.ev.Question + "\n" + strings.Join(c.ev.Titles, "\n")
	for _, s := range c.cited {
		known += "\n" + s.Sentence
		for _, f := range s.Facts {
			known += "\n" + f.Source.Text + "\n" + f.Source.Name + "\n" + f.Claim
		}
	}
	for i, r := range raw {
		if !unicode.Is(unicode.Cf, r) {
			continue
		}
		_, before := utf8.DecodeLastRuneInString(raw[:i])
		_, size := utf8.DecodeRuneInString(raw[i:])
		_, after := utf8.DecodeRuneInString(raw[i+size:])
		if !strings.Contains(known, raw[i-before:i+size+after]) {
			c.fault("letters", "a character that cannot be seen")
			break
		}
	}
	if at := signedDay.FindString(c.text); at != "" {
		c.fault("date", strings.TrimSpace(at))
	}
	for _, at := range romanNumeral.FindAllStringIndex(c.text, -1) {
		if w := c.text[at[0]:at[1]]; !c.inQuotation(at[0], at[1]) && w != "I" && !wordIn(known, w) {
			c.fault("letters", w)
		}
	}
}

// signedDay is a day with a sign before it, which none has.
var signedDay = re(`(?:^|[ (])-\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b`)

// romanNumeral is a number in Roman numerals, also one of a single sign.
var romanNumeral = re(`\b(?:M{0,3}(?:CM|CD|D?C{1,3}|D)?(?:XC|XL|L?X{1,3}|L)?(?:IX|IV|V?I{1,3}|V)|M{0,3}(?:CM|CD|D?C{1,3}|D)?(?:XC|XL|L?X{1,3}|L)|M{1,3}(?:CM|CD|D?C{1,3}|D)?|CM|CD|D?C{1,3}|D|M{1,3})\b|[Ⅰ-ↈ]`)

// wordIn says whether a text holds a word as it is written, free at both ends.
func wordIn(text, word string) bool {
	for at := index(text, word, 0); at >= 0; at = index(text, word, at+1) {
		if freeAt(text, at) && freeAt(text, at+len(word)) {
			return true
		}
	}
	return false
}

// freeAt says whether no word or number goes on across byte i.
func freeAt(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	in := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
	return !in(before) || !in(after)
}
