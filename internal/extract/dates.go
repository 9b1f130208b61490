package extract

import "sitrep/internal/facts"

// A mention is a date expression of a sentence before it is resolved.
type mention struct {
	start, end int
	counted    bool // it has a number that is also a quantity: "the past two weeks"
	edtf       string
}

// findDates finds the date and period expressions of the body and resolves them
// against the day of publication. Never nil.
func findDates(d *document) []Date {
	out := []Date{}
	for _, s := range d.sentences {
		for _, m := range s.mentions {
			if m.edtf != "" {
				out = append(out, Date{S: s.S, Start: m.start, End: m.end, Text: d.text(m.start, m.end), EDTF: m.edtf})
			}
		}
	}
	return out
}

// resolved is edtf if it is a date, else nothing: words such as "4,000 years ago"
// come out as what no calendar has, and no date is better than a wrong one.
func resolved(edtf string) string {
	if edtf == "" {
		return ""
	}
	if _, err := facts.ParseEDTF(edtf); err != nil {
		return ""
	}
	return edtf
}
