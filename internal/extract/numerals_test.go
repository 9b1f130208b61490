package extract

import (
	"fmt"
	"math"
	"math/rand"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNumerals(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"He wrote twenty-one letters.", []string{"twenty-one = 21 letter exact"}},
		{"The class has a hundred and one pupils.", []string{"a hundred and one = 101 person exact"}},
		{"Some 40 000 people came.", []string{"Some 40 000 = 40000 person approx"}},
		{"He paid 1'200'000 francs.", []string{"1'200'000 = 1200000 franc exact"}},
		{"The probe weighs 1.5e3 kg.", []string{"1.5e3 kg = 1500 kilogram exact"}},
		{"The mass is 3.2 × 10^5 kg.", []string{"3.2 × 10^5 kg = 320000 kilogram exact"}},
		{"The gap is 4×10⁻³ mm.", []string{"4×10⁻³ mm = 0.004 millimetre exact"}},
		{"Growth was two point five percent.", []string{"two point five percent = 2.5 percent exact"}},
		{"It took two-and-a-half years.", []string{"two-and-a-half years = 2.5 year exact"}},
		{"It cost three billion and a half dollars.", []string{"three billion and a half dollars = 3500000000 usd exact"}},
		{"It cost three-quarters of a million pounds.", []string{"three-quarters of a million pounds = 750000 pound exact ?"}},
		{"It lies a third of a mile away.", []string{"a third of a mile = 0.333333333333 mile exact"}},
		{"She waited an hour and a half.", []string{"an hour and a half = 1.5 hour exact"}},
		{"The calf was a day old.", []string{"a day old = 1 day exact"}},
		{"They bought 3 dozens of eggs.", []string{"3 dozens = 36 egg exact"}},
		{"Dozens were hurt.", []string{"Dozens = 12..120  approx"}},
		{"Thousands lined the road.", []string{"Thousands = 1000..10000  approx"}},
		{"Sales fell by a third.", []string{"a third = 0.333333333333 fraction exact down"}},
		{"About one-in-five ewes died.", []string{"About one-in-five = 0.2 fraction approx"}},
		{"He shot 3-for-5 from the line.", []string{"3-for-5 = 0.6 fraction exact"}},
		{"Three out of six hundred sets failed.", []string{"Three out of six hundred = 0.005 fraction exact"}},
		{"He spent 3 lakh crore rupees.", []string{"3 lakh crore rupees = 3000000000000 inr exact"}},
		{"It has 6 thousand 2 hundred and 43 seats.", []string{"6 thousand 2 hundred and 43 = 6243 seat exact ?"}},
		{"The film sold 2.7m combined tickets.", []string{"2.7m = 2700000 ticket exact"}},
		{"The mast is 120m tall.", []string{"120m = 120 metre exact"}},
		{"More than 100 and fewer than 300 boats sank.", []string{"More than 100 and fewer than 300 = 100..300 boat exact"}},
		{"It drew 15 votes and over 20 jeers.", []string{"15 votes = 15 vote exact", "over 20 = 20 jeer min"}},
	} {
		var got []string
		for _, q := range read(tt.text) {
			got = append(got, shown(q))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestUnitsAndMoney(t *testing.T) {
	for _, tt := range []struct{ text, want, unitText string }{
		{"The fee is 500 kr now.", "500 kr = 500 kr exact", "kr"},
		{"The fee is 500 Kč now.", "500 Kč = 500 czk exact", "Kč"},
		{"The fee is Rs 5 crore now.", "Rs 5 crore = 50000000 inr exact", "Rs"},
		{"The fee is 10 rmb now.", "10 rmb = 10 cny exact", "rmb"},
		{"The fee is 75 USD million now.", "75 USD million = 75000000 usd exact ?", "USD"},
		{"The fee is 120 MEUR now.", "120 MEUR = 120000000 eur exact ?", "MEUR"},
		{"The fee is PS2.7m now.", "PS2.7m = 2700000 gbp exact", "PS"},
		{"The fee is 13 dollars and 45 cents now.", "13 dollars and 45 cents = 13.45 usd exact", "cents"},
		{"The fee is 20p now.", "20p = 20 penny exact", "p"},
		{"The fee is 20 percent now.", "20 percent = 20 percent exact", "percent"},
		{"A girl aged 5 sang.", "5 = 5 year exact", ""},
		{"Pupils aged between 5 and 9 sang.", "between 5 and 9 = 5..9 year exact", ""},
		{"A pasture of 300 km² burned.", "300 km² = 300 square kilometre exact", "km²"},
		{"They pay $21 per square foot.", "$21 = 21 usd exact /square foot", "$"},
		{"They pay a 12-cent-a-share dividend.", "12-cent = 12 cent exact /share", "cent"},
		{"The rate was 12 deaths per 100,000 people.", "12 = 12 death exact /100000 person", "deaths"},
		{"It was 32.1C in town.", "32.1C = 32.1 celsius exact", "C"},
		{"It sold 900 Model 3 cars.", "900 = 900 car exact", "Model 3 cars"},
		{"The phones need 5G.", "5 = 5 generation exact ?", "G"},
		{"It trades on 6.5 times earnings.", "6.5 = 6.5 time exact", "times"},
		{"About 3 million won was paid.", "About 3 million won = 3000000 krw approx", "won"},
	} {
		got := read(tt.text)
		if len(got) != 1 || shown(got[0]) != tt.want || got[0].UnitText != tt.unitText {
			t.Errorf("%q: got %d, want %s (%s)", tt.text, len(got), tt.want, tt.unitText)
			for _, q := range got {
				t.Logf("  %s (%s)", shown(q), q.UnitText)
			}
		}
	}
}

// "Won" behind a small number is the verb, "in" no inch, a road no temperature.
func TestNoSuchUnit(t *testing.T) {
	for _, tt := range []struct{ text, unit string }{
		{"Of the boats 12 won.", "krw"}, {"It is a 1-in-500 flood.", "inch"}, {"Turn at Forest Road 112C there.", "celsius"},
		{"The leaders met at COP27 there.", "cop"}, {"The three Rs are taught.", "inr"}, {"The 4,000G lens broke.", "gram"},
	} {
		for _, q := range read(tt.text) {
			if q.Unit == tt.unit {
				t.Errorf("%q: read %s", tt.text, shown(q))
			}
		}
	}
}

// numberForms are the ways in which a whole number can be written.
var numberForms = []func(n int) string{
	strconv.Itoa,
	func(n int) string { return grouped3(n, ",") },
	func(n int) string { return grouped3(n, "\u202f") },
	func(n int) string { return grouped3(n, "'") },
	func(n int) string { return inWords(n, " and ", "-") },
	func(n int) string { return inWords(n, " ", " ") },
	func(n int) string { return strconv.FormatFloat(float64(n)/1e6, 'f', -1, 64) + " million" },
	func(n int) string { return strconv.FormatFloat(float64(n)/1e3, 'f', -1, 64) + " thousand" },
	func(n int) string { return strconv.FormatFloat(float64(n)/1e9, 'f', -1, 64) + "bn" },
	func(n int) string { return strconv.FormatFloat(float64(n), 'e', -1, 64) },
}

// Any whole number, in any form, is read back by both readers.
func TestNumbersReadBack(t *testing.T) {
	random := rand.New(rand.NewSource(7))
	for range 3000 {
		n := 2 + random.Intn(int(math.Pow(10, float64(1+random.Intn(8)))))
		checkReadBack(t, n, numberForms[random.Intn(len(numberForms))])
	}
}

func FuzzNumbersReadBack(f *testing.F) {
	for i := range numberForms {
		f.Add(uint32(1000+i), uint8(i))
	}
	f.Fuzz(func(t *testing.T, n uint32, form uint8) {
		checkReadBack(t, int(n%1e9)+2, numberForms[int(form)%len(numberForms)])
	})
}

func checkReadBack(t *testing.T, n int, form func(int) string) {
	t.Helper()
	text := fmt.Sprintf("The yard holds %s crates.", form(n))
	got := read(text)
	if len(got) != 1 || got[0].Value == nil || !near(*got[0].Value, float64(n)) {
		t.Errorf("%q: read %v, want %d", text, got, n)
		return
	}
	if !got[0].Firm && (n < 1900 || n > 2035) { // what may be a year is doubted
		t.Errorf("%q: the readers differ", text)
	}
}

func grouped3(n int, mark string) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + mark + s[i:]
	}
	return s
}

var ones = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
var tens = strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")

// inWords writes n with and between hundreds and the rest, dash between tens and ones.
func inWords(n int, and, dash string) string {
	for _, s := range []struct {
		value int
		name  string
	}{{1e9, "billion"}, {1e6, "million"}, {1e3, "thousand"}, {100, "hundred"}} {
		if n < s.value {
			continue
		}
		out := inWords(n/s.value, and, dash) + " " + s.name
		switch rest := n % s.value; {
		case rest == 0:
			return out
		case rest < 100:
			return out + and + inWords(rest, and, dash)
		default:
			return out + " " + inWords(rest, and, dash)
		}
	}
	switch {
	case n < 20:
		return ones[n]
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + dash + ones[n%10]
}
