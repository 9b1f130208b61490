package main

import (
	"strings"

	"sitrep/internal/facts"
)

// digitsAs writes the digits of a numeral in another script, once as they are and
// once with one changed.
func digitsAs(l *line, zero rune) []string {
	return eachNumeral(l, func(n facts.Numeral) []string {
		as := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' {
					return zero + r - '0'
				}
				return r
			}, s)
		}
		i := strings.IndexFunc(n.Text, func(r rune) bool { return r >= '0' && r <= '9' })
		if n.Words || i < 0 {
			return nil
		}
		return []string{as(n.Text), as(n.Text[:i] + string('1'+(n.Text[i]-'0')%9) + n.Text[i+1:]), n.Text + as("0"), n.Text[:i] + as(n.Text[i:i+1]) + n.Text[i+1:]}
	})
}

func arabicDigits(l *line) []string { return digitsAs(l, '٠') }
func fullWidth(l *line) []string    { return digitsAs(l, '０') }

func superscript(l *line) []string {
	return eachNumeral(l, func(n facts.Numeral) []string {
		up := strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")
		if n.Words {
			return []string{n.Text + "²"}
		}
		return []string{n.Text + "²", n.Text + "³", up.Replace(n.Text), n.Text[:len(n.Text)-1] + up.Replace(n.Text[len(n.Text)-1:])}
	})
}

func zeroWidth(l *line) []string {
	return eachNumeral(l, func(n facts.Numeral) (out []string) {
		runes := []rune(n.Text)
		for _, z := range []string{"\u200b", "\u200d", "\ufeff", "\u2060", "\u00ad", "\u202e"} {
			for i := 1; i < len(runes); i += max(1, len(runes)/2) {
				out = append(out, string(runes[:i])+z+string(runes[i:]))
			}
			out = append(out, n.Text+z+"0")
		}
		return out
	})
}

func homoglyphs(l *line) []string {
	out := eachNumeral(l, func(n facts.Numeral) []string {
		return []string{strings.Replace(n.Text, "0", "О", 1), strings.Replace(n.Text, "0", "O", 1), strings.Replace(n.Text, "1", "l", 1), strings.Replace(n.Text, "o", "о", 1),
			strings.Replace(n.Text, "e", "е", 1), n.Text + "О"}
	})
	for _, p := range [][2]string{{"a", "а"}, {"e", "е"}, {"o", "о"}, {"c", "с"}, {"p", "р"}} {
		if i := strings.LastIndex(strings.TrimSuffix(l.text, l.marks), p[0]); i >= 0 {
			out = append(out, l.text[:i]+p[1]+l.text[i+1:])
		}
	}
	return out
}

var words = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
	"sixteen", "seventeen", "eighteen", "nineteen"}

var tens = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

// spelled is a whole number in words.
func spelled(n int) string {
	switch {
	case n < 20:
		return words[n]
	case n < 100 && n%10 == 0:
		return tens[n/10]
	case n < 100:
		return tens[n/10] + "-" + words[n%10]
	case n < 1000 && n%100 == 0:
		return words[n/100] + " hundred"
	case n < 1000:
		return words[n/100] + " hundred and " + spelled(n%100)
	case n < 1e6 && n%1000 == 0:
		return spelled(n/1000) + " thousand"
	case n < 1e6:
		return spelled(n/1000) + " thousand " + spelled(n%1000)
	}
	return spelled(n/1e6) + " million"
}

func numberWords(l *line) []string {
	return eachNumeral(l, func(n facts.Numeral) []string {
		if n.Value < 1 || n.Value > 1e9 || n.Value != float64(int(n.Value)) || n.Glued || n.Ordinal {
			return []string{"forty-two", "dozens", "half"}
		}
		out := []string{spelled(int(n.Value) + 1), spelled(int(n.Value) * 2), "dozens", "half", "a dozen", "hundreds"}
		if !n.Words {
			out = append(out, spelled(int(n.Value)))
		}
		return out
	})
}

// romanOf writes 1 to 3999 in Roman numerals.
func romanOf(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		v int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.v; n -= d.v {
			b.WriteString(d.s)
		}
	}
	return b.String()
}

func roman(l *line) []string {
	return eachNumeral(l, func(n facts.Numeral) []string {
		if n.Value < 1 || n.Value > 3998 || n.Value != float64(int(n.Value)) {
			return []string{"XII", "V", n.Text + " II"}
		}
		return []string{romanOf(int(n.Value)), romanOf(int(n.Value) + 1), n.Text + " II", "Ⅻ"}
	})
}
