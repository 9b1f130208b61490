package extract

import (
	"testing"

	"sitrep/internal/facts"
)

// measureRead is the measure of the one figure of a sentence.
func measureRead(t *testing.T, text string) string {
	t.Helper()
	for _, f := range Read(facts.Report{ID: "r", Text: text, Published: "2024-05-02"}).Facts {
		if f.Value != nil {
			return f.Measure
		}
	}
	t.Fatalf("no figure is read from %q", text)
	return ""
}

// TestMeasuresCompare holds that one thing told in other words has one measure,
// and that things which only look alike have not.
func TestMeasuresCompare(t *testing.T) {
	for _, same := range [][2]string{
		{"At least 14 people were killed in the fire.", "The fire caused 14 deaths."},
		{"At least 14 people died in the fire.", "The death toll rose to 14."},
		{"The flood left 30 people injured.", "The flood caused 30 injuries."},
		{"Some 900 soldiers were sent to the border.", "Some 900 troops were dispatched to the border."},
		{"Police arrested 12 people.", "Police made 12 arrests."},
		{"The storm displaced 5,000 people.", "About 5,000 people fled the storm."},
		{"The flood damaged 300 houses.", "The flood damaged 300 homes."},
	} {
		if a, b := measureRead(t, same[0]), measureRead(t, same[1]); a != b {
			t.Errorf("%q is %s, %q is %s: want one measure", same[0], a, same[1], b)
		}
	}
	for _, other := range [][2]string{
		{"Some 900 soldiers were sent to the border.", "Some 900 soldiers are undergoing training."},
		{"At least 14 people were killed.", "At least 14 people were injured."},
		{"At least 14 civilians were killed.", "At least 14 people were killed."},
		{"There were 14 casualties.", "There were 14 deaths."},
	} {
		if a, b := measureRead(t, other[0]), measureRead(t, other[1]); a == b {
			t.Errorf("%q and %q are both %s: they must stay apart", other[0], other[1], a)
		}
	}
}

func TestStemVerb(t *testing.T) {
	for _, c := range [][2]string{
		{"released", "release"}, {"releases", "release"}, {"stopped", "stop"}, {"shared", "share"}, {"serving", "serve"},
		{"treated", "treat"}, {"offered", "offer"}, {"carried", "carry"}, {"changed", "change"}, {"needed", "need"},
	} {
		if got := stemVerb(c[0]); got != c[1] {
			t.Errorf("stemVerb(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}
