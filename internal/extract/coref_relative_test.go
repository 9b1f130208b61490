package extract

import (
	"testing"

	"sitrep/internal/facts"
)

// namesOf are the holders of the attributions of a text whose source is written as
// the word says.
func namesOf(text, source string) []string {
	var out []string
	for _, a := range Read(facts.Report{ID: "n", Text: text}).Attributions {
		if a.Source != nil && a.Source.Text == source {
			out = append(out, a.Name)
		}
	}
	return out
}

func TestPronounsNameWhoSpeaks(t *testing.T) {
	for _, c := range []struct{ text, source, want string }{
		{"The dam drew protests from farmers, who said the lake would drown 40 barns.", "who", "farmers"},
		{"The mill is being sued by a weaver who says she lost 3 fingers.", "who", "a weaver"},
		{"The plan was backed by Mayor Edda Lund, who said that 12 ferries would run.", "who", "Edda Lund"},
		{"The lights went out in New Ashford City.\nMayor Olga Brandt opened the hall. Nothing works in New Ashford City, she said.", "she", "Olga Brandt"},
		{"Walter Finch runs the mill. Sandra Hale runs the dam.\n\nThe water rose by 3 feet, he said.", "he", "Walter Finch"},
	} {
		got := namesOf(c.text, c.source)
		if len(got) == 0 || got[0] != c.want {
			t.Errorf("%q in %q names %q, want %q", c.source, c.text, got, c.want)
		}
	}
}
