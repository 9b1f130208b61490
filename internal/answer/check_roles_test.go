package answer

import (
	"testing"

	"sitrep/internal/facts"
)

// TestCheckRoles holds names and totals of a line to the places they have in the sentence.
func TestCheckRoles(t *testing.T) {
	amount := 40.0
	f := facts.Fact{Quote: facts.Quote{S: 1, Exact: "North Harbour sold 40 boats to Velden Yard in May"}, Factuality: facts.Certain,
		Source: facts.Source{Name: "Ada Lind", Kind: facts.KindNamed, Text: "Ada Lind", S: 1}, Cue: &facts.Span{Text: "said"},
		Value: &facts.Value{Text: "40", Of: "boats", Unit: "boat", Amount: &amount}}
	ev := Evidence{Cited: []Cited{{N: 1, Sentence: "Ada Lind said that North Harbour sold 40 boats to Velden Yard in May.", Facts: []facts.Fact{f}}}}
	for line, good := range map[string]bool{
		"40 boats sold by North Harbour to Velden Yard in May: Ada Lind [1]":           true,
		"40 boats sold to Velden Yard in May: Ada Lind [1]":                            true,
		"40 boats sold by Velden Yard to North Harbour in May: Ada Lind [1]":           false,
		"40 boats in all sold to Velden Yard in May: Ada Lind [1]":                     false,
		"40 boats sold to Velden Yard in May never: Ada Lind [1]":                      false,
		"“North Harbour sold 40 boats to Velden Yard in May”: Ada Lind [1]":            true,
		"Velden Yard sold 40 boats to North Harbour in May: Ada Lind [1]":              false,
		"40 boats sold by North Harbour to Velden Yard in May: North Harbour [1]":      false,
		"All of the 40 boats sold by North Harbour to Velden Yard in May: A. Lind [1]": false,
	} {
		if faults := Check(line, ev); (len(faults) == 0) != good {
			t.Errorf("%s: %v", line, faults)
		}
	}
}
