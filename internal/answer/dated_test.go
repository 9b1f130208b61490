package answer

import (
	"strings"
	"testing"
)

// TestLifeDates: of the years in a heading and the days behind the name the days are
// given, each namesake's own.
func TestLifeDates(t *testing.T) {
	e := New(readShelf(
		"Olle Varga (1851–1909) Olle Varga (3 May 1851 – 17 October 1909) was a miller in the north.",
		"Olle Varga (engineer) Olle Varga (March 11, 1926 in Velburg – April 2, 1997) built dams.",
		"Olle Varga (1850–1931), was a ferryman.",
	))
	for question, want := range map[string][]string{
		"When was Olle Varga born?": {"3 May 1851", "March 11, 1926", "1850"},
		"When did Olle Varga die?":  {"17 October 1909", "April 2, 1997", "1931"},
	} {
		a := ask(t, e, question)
		var got []string
		for _, f := range a.Figures {
			got = append(got, f.Text)
		}
		for _, day := range want {
			if !strings.Contains(strings.Join(got, "; "), day) {
				t.Errorf("%s: no %s in %q: %s", question, day, got, a.Text)
			}
		}
	}
}

// TestHoldsEvent: the last word that is no name is the event, and an opening dates
// what was established.
func TestHoldsEvent(t *testing.T) {
	m := &matcher{terms: []term{{field: "brannock", name: true}, {field: "founded"}, {field: "valley", name: true}}}
	for text, want := range map[string]bool{
		"The school was established in 1911": true,
		"It opened in September 1957":        true,
		"Brannock won the cup in 1988":       false,
	} {
		if got := m.holdsEvent(fieldsOf(text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
