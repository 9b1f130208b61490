package extract

import (
	"strings"
	"testing"
)

// Forms of numbers, limits and money that news seldom writes. A question mark is
// behind what the two readers do not agree on.
func TestNumberForms(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The yard built not over 10 boats.", "not over 10 = 10 boat max"},
		{"The yard built no smaller than 10 boats.", "no smaller than 10 = 10 boat min"},
		{"The yard's output did not exceed 10 boats.", "not exceed 10 = 10 boat max"},
		{"The yard's output never exceeded 10 boats.", "never exceeded 10 = 10 boat max"},
		{"The yard's output is not to exceed 10 boats.", "not to exceed 10 = 10 boat max"},
		{"The yard built up to and including 10 boats.", "up to and including 10 = 10 boat max"},
		{"The yard built a maximum 10 boats.", "a maximum 10 = 10 boat max"},
		{"The yard built bigger than or equal to 10 boats.", "bigger than or equal to 10 = 10 boat min"},
		{"The yard built ten or more boats.", "ten or more = 10 boat min"},
		{"The yard employs 50 or fewer people.", "50 or fewer = 50 person max"},
		{"They pay a $15 minimum wage.", "$15 = 15 usd exact"},
		{"Several hundred boats sank.", "Several hundred = 100..1000 boat approx ?"},
		{"The yard built 3 million 200 thousand boats.", "3 million 200 thousand = 3200000 boat exact"},
		{"The yard built 2,5 million boats.", "2,5 million = 2500000 boat exact"},
		{"The yard built 1.234.567 boats.", "1.234.567 = 1234567 boat exact"},
		{"The yard built 4 and 1/2 boats.", "4 and 1/2 = 4.5 boat exact"},
		{"It was the forty-fifth boat.", ""},
		{"It was the forty-second boat.", ""},
		{"It aired a thirty-second spot.", "thirty-second = 30 second exact"},
		{"It rose for two quarters.", "two = 2 quarter exact"},
		{"It lasted two years and a half.", "two years and a half = 2.5 year exact"},
		{"It lasted one hour and half.", "one hour and half = 1.5 hour exact"},
		{"It lasted two years and half of them left.", "two years = 2 year exact; half = 0.5 fraction exact ?"},
		{"Sales grew by %10.", "%10 = 10 percent exact up"},
		{"He wrote %27Yes%27 to 12 men.", "27 = 27 person exact ?; 12 = 12 person exact"},
		{"It costs 500 Jamaican dollars.", "500 Jamaican dollars = 500 jmd exact"},
		{"It costs 500 Moroccan dirhams.", "500 Moroccan dirhams = 500 moroccan dirham exact"},
		{"It costs 20¢.", "20¢ = 20 cent exact"},
		{"It costs 5 pounds and 20 pence.", "5 pounds and 20 pence = 5.2 gbp exact"},
		{"It costs dollar 22.5 million.", "dollar 22.5 million = 22500000 usd exact"},
		{"She won 1,941,275 votes.", "1,941,275 votes = 1941275 vote exact"},
		{"They hold 5 pens and 3 cups.", "5 = 5 pen exact; 3 cups = 3 cup exact"},
	} {
		var got []string
		for _, q := range read(tt.text) {
			got = append(got, shown(q))
		}
		if joined := strings.Join(got, "; "); joined != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, joined, tt.want)
		}
	}
}
