package extract

import (
	"testing"

	"sitrep/internal/facts"
)

// Publication is Wednesday 2024-10-23. When a thing was said and as of when it
// holds, for the first fact with the figure.
func TestWhen(t *testing.T) {
	for _, tt := range []struct{ text, figure, said, asOf string }{
		{"The mill employs 300 people.", "300", "2024-10-23", ""},
		{"On Monday, the mayor said 40 houses were lost.", "40", "2024-10-21", ""},
		{"The mayor said 40 houses were lost, in a long letter to the council.", "40", "../2024-10-23", ""},
		{"The mayor said on Tuesday that 40 houses were lost in May.", "40", "2024-10-22", "2024-05"},
		{"Through September, the ministry says 40 houses were lost.", "40", "../2024-10-23", "2024-09"},
		{"The mill made 430 boats in 2019 and 428 boats in 2018.", "428", "2024-10-23", "2018"},
		{"The mill made 430 boats in 2019 and 428 boats in 2018.", "430", "2024-10-23", "2019"},
		{"Sales were down 12 percent from the same month in 2021.", "12 percent", "2024-10-23", ""},
	} {
		found := false
		for _, f := range Read(facts.Report{ID: "w", Text: tt.text, Published: "2024-10-23"}).Facts {
			if f.Value == nil || f.Value.Text != tt.figure || found {
				continue
			}
			found = true
			if f.Said != tt.said || f.AsOf != tt.asOf {
				t.Errorf("%q: said %q, as of %q, want %q, %q", tt.text, f.Said, f.AsOf, tt.said, tt.asOf)
			}
		}
		if !found {
			t.Errorf("%q: no fact with %s", tt.text, tt.figure)
		}
	}
}
