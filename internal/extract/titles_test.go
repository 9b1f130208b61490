package extract

import "testing"

// TestNominal holds that figures of titles, idioms and emphasis are not firm, and
// that their plain neighbours are.
func TestNominal(t *testing.T) {
	for _, text := range []string{
		"They saw the film 12 Hours there.", "He sold the 30-Day Plan to many.", "She backs it 100 percent.", "I am 100 percent sure of it.",
		"The walk took eight hours and 20 minutes.", "He lost 36 percent to 48 percent.", "The firm lost seven figures on it.",
		"It gives a three-dimensional view.", "Next is 8 Rand Miller.", "Some 90 left Friday night.", "He made one really wild.",
	} {
		for _, q := range read(text) {
			if q.Firm {
				t.Errorf("%q: firm %s", text, shown(q))
			}
		}
	}
	for _, text := range []string{
		"The walk took eight hours.", "It covers 100 percent of the cost.", "Prices rose 36 percent to 48 percent.", "It costs 8 rand now.",
		"They waited for 12 hours there.", "The 30-day plan failed.",
	} {
		got := read(text)
		if len(got) == 0 || !got[0].Firm {
			t.Errorf("%q: not firm: %v", text, got)
		}
	}
}

// TestFigureGoesOn holds that half of a figure, cut by the end of a line, is not firm.
func TestFigureGoesOn(t *testing.T) {
	for _, text := range []string{"THE FUND PAID $3.2\n\nmillion to the town.", "The fund\npaid $3.2\nmillion to it."} {
		for _, q := range read(text) {
			if q.Firm && *q.Value == 3.2 {
				t.Errorf("%q: firm %s", text, shown(q))
			}
		}
	}
}
