package facts

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNumerals(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"nobody came", ""},
		{"upwards of 12,000 soldiers", "12,000=12000"},
		{"3.5 km", "3.5=3.5"},
		{"costs $.5", ".5=0.5"},
		{"$1.5 billion", "1.5 billion=1.5e+09/w"},
		{"over 12k, 2.5m or 10bn", "12k=12000 2.5m=2.5e+06 10bn=1e+10"},
		{"10 bn and 12 km", "10 bn=1e+10 12=12"},
		{"$1.2T of 5t", "1.2T=1.2e+12 5=5"},
		{"12 k or 12 m", "12 k=12000 12=12"},
		{"a thousand and one nights", "a thousand and one=1001/w"},
		{"a million and thirty", "a million and thirty=1.00003e+06/w"},
		{"10,000+", "10,000=10000"},
		{"10 000 men, 12 500 000 men", "10 000=10000 12 500 000=1.25e+07"},
		{"10 000 men, May 12 500 men", "10 000=10000 12=12 500=500"},
		{"1.500.000 euros", "1.500.000=1.5e+06"},
		{"1,50,000 rupees, 5 lakh", "1,50,000=150000 5 lakh=500000/w"},
		{"12'000 and 12’000", "12'000=12000 12’000=12000"},
		{"1,2,3", "1=1 2=2 3=3"},
		{"12,5000", "12=12 5000=5000"},
		{"2024-10-23 at 07:00", "2024=2024 10=10 23=23 07=7 00=0"},
		{"23.10.2024", "23=23 10=10 2024=2024"},
		{"forty-two", "forty-two=42/w"},
		{"Twenty two dead", "Twenty two=22/w"},
		{"one hundred and five thousand and six", "one hundred and five thousand and six=105006/w"},
		{"two million five hundred thousand", "two million five hundred thousand=2.5e+06/w"},
		{"two dozen, a dozen, half a dozen", "two dozen=24/w a dozen=12/w half a dozen=6/w"},
		{"a hundred and fifty men", "a hundred and fifty=150/w"},
		{"a million and a half", "a million and a half=1.5e+06/w"},
		{"two and a half million", "two and a half million=2.5e+06/w"},
		{"half of them, half a million", "half=0.5/w half a million=500000/w"},
		{"the first half, the other half, half-hearted", ""},
		{"by a third", "a third=0.3333/w"},
		{"a third man", ""},
		{"two-thirds and three quarters", "two-thirds=0.6667/w three quarters=0.75/w"},
		{"a quarter of 2½", "a quarter=0.25/w 2½=2.5"},
		{"first, second and third; the twenty-first", ""},
		{"thousands of troops", "thousands=1000/wv"},
		{"tens of thousands", "tens of thousands=10000/wv"},
		{"several hundred men, a few men", "several hundred=100/wv"},
		{"she scores goals; scores of people", "scores=20/wv"},
		{"the 1990s", "1990=1990/v"},
		{"40%, 40 per cent, forty percent", "40=40/% 40=40/% forty=40/w%"},
		{"10-12 percent; from 3 to 5%", "10=10/% 12=12/% 3=3/% 5=5/%"},
		{"3 percentage points", "3=3/%"},
		{"3 per centre", "3=3"},
		{"the 21st brigade", "21=21/o"},
		{"F-16, T72, G7 and 5G", "16=16/g 72=72/g 7=7/g 5=5/g"},
		{"$US160, RM2.70, 45g", "160=160 2.70=2.7 45=45"},
		{"30 km²", "30=30 ²=2/g"},
		{"2,500¹", "2,500=2500 ¹=1"},
		{"-5 degrees, 10-12, (−3)", "-5=-5 10=10 12=12 −3=-3"},
		{"１２，０００ ١٢٬٠٠٠ १२", "１２，０００=12000 ١٢٬٠٠٠=12000 १२=12"},
		{"𝟏𝟐 ⑫", "𝟏𝟐=12 ⑫=12"},
		{"12,OOO and 1О", "12,OOO=12000 1О=10"},
		{"5 or 6", "5=5 6=6"},
		{"1\u200b2", "1\u200b2=12"},
		{"twо and ｔｗｏ", "twо=2/w ｔｗｏ=2/w"},
		{"Lloyd J. Austin III, Ⅻ", ""},
		{"no one, the one, one another", ""},
		{"one soldier", "one=1/w"},
		{"one two", "one=1/w two=2/w"},
		{"nineteen ninety-eight", "nineteen=19/w ninety-eight=98/w"},
		{"zero", "zero=0/w"},
		{"two thousand, five hundred", "two thousand=2000/w five hundred=500/w"},
		{"a 5-million-dollar house", "5-million=5e+06/w"},
		{"12,000-strong", "12,000=12000"},
	}
	for _, tt := range tests {
		if got := showNumerals(Numerals(tt.text)); got != tt.want {
			t.Errorf("Numerals(%q)\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func showNumerals(ns []Numeral) string {
	var out []string
	for _, n := range ns {
		flags := ""
		for _, f := range []struct {
			on   bool
			mark string
		}{{n.Words, "w"}, {n.Vague, "v"}, {n.Percent, "%"}, {n.Ordinal, "o"}, {n.Glued, "g"}} {
			if f.on {
				flags += f.mark
			}
		}
		s := fmt.Sprintf("%s=%.4g", n.Text, n.Value)
		if n.Value == math.Trunc(n.Value) {
			s = fmt.Sprintf("%s=%v", n.Text, n.Value)
		}
		if flags != "" {
			s += "/" + flags
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func FuzzNumerals(f *testing.F) {
	for _, s := range []string{"12,000", "½½", "one hundred and", "a half", ".5.5", "1\u200b", "-", "12 OOO", "a third of", strings.Repeat("9", 400)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, n := range Numerals(text) {
			if n.Start < last || n.End <= n.Start || n.End > len(text) || n.Text != text[n.Start:n.End] {
				t.Fatalf("bad span %+v in %q", n, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(n.Text) {
				t.Fatalf("span cuts a character: %+v", n)
			}
			if math.IsInf(n.Value, 0) || math.IsNaN(n.Value) {
				t.Fatalf("value %v of %q", n.Value, n.Text)
			}
			last = n.End
		}
	})
}
