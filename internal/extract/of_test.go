package extract

import "testing"

func TestWhatAFigureMeasures(t *testing.T) {
	for _, c := range []struct{ text, figure, of string }{
		{"The harbour paid a fine of $5 million on Monday.", "$5 million", "fine"},
		{"The bridge is 7 miles (11 km) long.", "11 km", "bridge"},
		{"The mine bought a 12% stake in a local smelter.", "12%", "stake in a local smelter"},
		{"The price of copper, which is mined in Zambia, fell 4% to $9,000.", "4%", "price of copper"},
		{"The price of copper fell 4% to $9,000.", "$9,000", "price of copper"},
		{"Rents rose by an average of 6 percent.", "6 percent", "Rents"},
		{"The yearly pupil spending: $900.", "$900", "yearly pupil spending"},
		{"The ferry has a fixed price: $5.", "$5", "fixed price"},
		{"It would save $40 million.", "$40 million", ""},
		{"Ferry sales in the US climbed 8% to end at $70 million.", "$70 million", "Ferry sales in the US"},
		{"The firm plans a 60 kilometre pipeline.", "60 kilometre", "pipeline"},
		{"The ministry sold the tanker for $3 million in November.", "$3 million", "tanker"},
	} {
		found := false
		for _, q := range read(c.text) {
			if q.Text == c.figure {
				found = true
				if q.Of != c.of {
					t.Errorf("%q: %q measures %q, want %q", c.text, c.figure, q.Of, c.of)
				}
			}
		}
		if !found {
			t.Errorf("%q: no figure %q", c.text, c.figure)
		}
	}
}
