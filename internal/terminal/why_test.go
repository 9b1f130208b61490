package terminal

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/internal/answer"
)

func TestPrintWhy(t *testing.T) {
	trace := answer.Trace{
		Asked: answer.Asked{Read: "how many mills\x1b[31m closed", Kind: "count: how many", Inherits: true, Unit: "a count", Thing: "mills", Places: []string{"Velburg"},
			Negative: true, AsOf: "2025-03-01", Scope: []string{"a", "b"}, Words: []answer.WordHeft{{Word: "mill", Weight: 2.345}, {Word: "velburg", Weight: 4, Name: true}}},
		Road: answer.RoadRanking, Thresholds: answer.Thresholds{AnswersFrom: 0.65, NearestFrom: 0.25}, Reports: 1, Facts: 3,
		Candidates: []answer.Candidate{{Fact: "a#F1", Text: "12", Of: "mills closed", Source: "the guild", Date: "2025-02-28", Score: 0.812, Fate: "given",
			Features: []answer.Feature{{Name: "newness", Value: 1, Adds: 2.1}, {Name: "another year", Times: 0.5}}}},
		Dropped:  []answer.Candidate{{Fact: "a#F2", Text: "$4", Fate: "other unit: money"}},
		Reasons:  map[string]int{"other unit: money": 1, "states no figure": 1},
		Withheld: []string{"12 mills: [number: 12]"},
	}
	var b strings.Builder
	if err := PrintWhy(&b, trace, Style{}); err != nil {
		t.Fatal(err)
	}
	want := `
How the question was understood
  read as      how many mills closed
  kind         count: how many
               leans on the question before it
  asks for     a count
  of           mills
  places       Velburg
  asks         how many did not
  words        mill 2.3, velburg 4.0 (name)
  reports      a, b
  as of        2025-03-01: nothing that was published later
  answered by  ranking every firm figure against the words of the question
  thresholds   the answer from 0.65, the nearest from 0.25

Candidates, best first (looked at: 3 facts in 1 report)
  0.81 a#F1 · 12 mills closed · the guild · 2025-02-28 — given
        newness 1 (+2.10) · another year ×0.5

Not given
      1  other unit: money
      1  states no figure
  nearest to the question among those that were not looked at:
  • a#F2 · $4 — other unit: money

Withheld by the gate
  12 mills: [number: 12]
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
	b.Reset()
	if err := PrintWhy(&b, answer.Trace{Asked: answer.Asked{Read: "how many"}}, Style{Width: 30}); err != nil || !strings.Contains(b.String(), "in\n               scope") {
		t.Errorf("%v %q", err, b.String())
	}
}
