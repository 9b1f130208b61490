package answer

import (
	"context"
	"strings"
	"testing"

	"sitrep/internal/extract"
	"sitrep/internal/facts"
)

// mills are reports of one kind of event in several towns.
func mills() shelf {
	var out shelf
	for id, text := range map[string]string{
		"a": "The mill fire in Velburg killed 12 workers, the mayor said. About 40% of the mills in the valley have closed since, according to the guild.",
		"b": "Fire in a mill killed 31 workers on Friday. The mayor of Norhaven said the mill had no exits. Some 40% of voters want a new mayor, a poll found.",
		"c": "Nine workers were killed in the flood of the lower dam. It rained in Velburg and in Norhaven for a week.",
	} {
		r := facts.Report{ID: id, Published: "2024-05-1" + string(rune('0'+id[0]-'a')), Text: text}
		read := extract.Read(r)
		r.Sentences, r.Read = read.Sentences, facts.ReadRules
		out = append(out, facts.Document{Report: r, Facts: read.Facts})
	}
	return out
}

// TestNamesMustBeThere: over several reports a short question with a name in it gets
// no figure of a report that does not speak of the name, nor by a number alone.
func TestNamesMustBeThere(t *testing.T) {
	for _, tt := range []struct {
		text       string
		want, not  string
		behaviours string
	}{
		{"velburg workers killed", "12", "31", "answer answer_all"},
		{"who says 40% of the mills have closed?", "guild", "poll", "answer answer_all"},
		{"How many workers did the fire in the mill kill in Velburg?", "12", "31 workers", "answer answer_all"},
		{"How many workers did the fire in the mill kill in Osterholt last week?", "", "• 12", "nearest abstain"},
		{"When was the Peace of Osterholt signed?", "no date of that", "Friday", "abstain"},
	} {
		a, err := New(mills()).Answer(context.Background(), Question{Text: tt.text})
		if err != nil || !strings.Contains(a.Text, tt.want) || strings.Contains(a.Text, tt.not) || !strings.Contains(tt.behaviours, a.Behaviour) {
			t.Errorf("%q: %s %q, error %v; want %q and not %q", tt.text, a.Behaviour, a.Text, err, tt.want, tt.not)
		}
	}
}

func TestNamesAreWrittenWithACapital(t *testing.T) {
	c := newCorpus(mills(), nil, theLexicon(), facts.Places())
	for word, want := range map[string]bool{"velburg": true, "norhaven": true, "mill": false, "nine": false, "workers": false, "osterholt": false} {
		if got := c.capitalised(word); got != want {
			t.Errorf("%s: %v", word, got)
		}
	}
}
