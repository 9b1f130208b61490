package answer

import "testing"

func TestKin(t *testing.T) {
	for form, base := range derived() {
		if theLexicon().fieldOf(form) != theLexicon().fieldOf(base) && theLexicon().field[stem(form)] == "" && theLexicon().exact[form] == "" {
			t.Errorf("%q and its base %q are in different fields", form, base)
		}
	}
	for _, c := range [][2]string{{"sold", "sells"}, {"evacuated", "evacuation"}, {"children", "child"}, {"wildfires", "fires"}} {
		if theLexicon().fieldOf(c[0]) != theLexicon().fieldOf(c[1]) {
			t.Errorf("%q and %q do not match", c[0], c[1])
		}
	}
	if theLexicon().fieldOf("fire") == theLexicon().fieldOf("fine") {
		t.Error("fire and fine match")
	}
}

func TestStale(t *testing.T) {
	for _, c := range []struct {
		question, asOf, published string
		stale                     float64
	}{
		{"how many ferries sank this week", "2024-05-20", "2024-05-18", 0},
		{"how many ferries sank this week", "2024-05-20", "2024-03-18", 1},
		{"how many ferries sank on tuesday", "2024-05-23", "2024-05-20", 0},
		{"how many ferries sank on tuesday", "2024-05-23", "2024-05-19", 1},
		{"how many ferries has the line", "2024-05-23", "2019-05-19", 0},
		{"how many ferries sank this week", "2024-05-20", "", 0},
	} {
		d := &source{}
		d.Published = c.published
		m := &matcher{c: &corpus{}, q: &query{raw: c.question, asOf: c.asOf}, fresh: freshness(c.question)}
		if got := m.stale(d); got != c.stale {
			t.Errorf("%q as of %s, published %q: %v", c.question, c.asOf, c.published, got)
		}
	}
}

func TestOrdinals(t *testing.T) {
	for text, want := range map[string]float64{"second": 2, "Twentieth": 20, "31st": 31, "103rd": 103} {
		if got := ordinalValue(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
