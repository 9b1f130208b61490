package answer

import (
	"testing"

	"sitrep/internal/facts"
)

// TestCheckFlags holds that a flag is refused where its two figures do not bear it
// out.
func TestCheckFlags(t *testing.T) {
	fact := func(holder, exact, text, bound string, n float64) facts.Fact {
		return facts.Fact{Measure: "ships_sunk", Source: facts.Source{Name: holder, Kind: facts.KindGovernment, Text: holder}, Factuality: facts.Certain,
			Value: &facts.Value{Text: text, Amount: &n, Bound: bound, Unit: "ship", UnitText: "ships"}, Quote: facts.Quote{S: 1, Exact: exact}}
	}
	cited := func(n int, holder, exact, text, bound string, x float64) Cited {
		return Cited{N: n, Sentence: exact + ", " + holder + " said.", Facts: []facts.Fact{fact(holder, exact, text, bound, x)}}
	}
	ev := Evidence{Question: "what changed?", Cited: []Cited{
		cited(1, "the Norwegian Navy", "the storm sank 15 ships", "15", facts.BoundExact, 15),
		cited(2, "the Norwegian Navy", "the storm sank 12 ships", "12", facts.BoundExact, 12),
		cited(3, "the Danish Navy", "the storm sank 11 ships", "11", facts.BoundExact, 11),
		cited(4, "the Norwegian Navy", "the storm sank at least 15 ships", "at least 15", facts.BoundMin, 15),
	}}
	tests := []struct {
		line string
		ok   bool
	}{
		{"UP to 15 ships: the Norwegian Navy [1]; from 12: the Norwegian Navy [2]", true},
		{"DOWN to 12 ships: the Norwegian Navy [2]; from 15: the Norwegian Navy [1]", true},
		{"DOWN to 15 ships: the Norwegian Navy [1]; from 12: the Norwegian Navy [2]", false},
		{"UP to 12 ships: the Norwegian Navy [2]; from 15: the Norwegian Navy [1]", false},
		{"UP to 15 ships: the Norwegian Navy [1]; from 11: the Danish Navy [3]", false},
		{"UP to 15 ships: the Norwegian Navy [1]", false},
		{"DIFFERS 15 ships: the Norwegian Navy [1]; earlier 11 ships: the Danish Navy [3]", true},
		{"DIFFERS 15 ships: the Norwegian Navy [1]; earlier 12 ships: the Norwegian Navy [2]", false},
		{"REWORDED at least 15 ships: the Norwegian Navy [4]; earlier 15: the Norwegian Navy [1]", true},
		{"REWORDED 15 ships: the Norwegian Navy [1]; earlier 12: the Norwegian Navy [2]", false},
		{"NEW 15 ships: the Norwegian Navy [1]", true},
	}
	for _, tt := range tests {
		if faults := Check(tt.line, ev); (len(faults) == 0) != tt.ok {
			t.Errorf("%s: %v", tt.line, faults)
		}
	}
}
