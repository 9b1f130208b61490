package answer

import (
	"strings"
	"testing"

	"sitrep/internal/facts"
)

// A figure and what it is a part of are joined as the report joins them.
func TestJoint(t *testing.T) {
	for _, tt := range []struct{ exact, text, of, want string }{
		{"Three of the 27 mills are shut", "Three", "27 mills", "Three of the 27 mills are shut"},
		{"two of its five barns burned", "two", "five barns", "two of its five barns burned"},
		{"Dozens of barns burned", "Dozens", "barns", "Dozens of barns burned"},
		{"the dam holds 40 million litres of water", "40 million litres", "water", "40 million litres of water held by the dam"},
		{"about 300 barns burned", "about 300", "barns", "about 300 barns burned"},
		{"12 of them, he said of the barns", "12", "barns", "12 barns: “12 of them, he said of the barns”"},
	} {
		it := &item{Fact: facts.Fact{Quote: facts.Quote{Exact: tt.exact}, Value: &facts.Value{Text: tt.text, Of: tt.of, Unit: strings.TrimSuffix(tt.of, "s")}}}
		if line := it.wordings(nil)[0].text; line != tt.want {
			t.Errorf("%q: %q, want %q", tt.exact, line, tt.want)
		}
	}
}
