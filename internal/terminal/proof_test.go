package terminal

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func number(v float64) *float64 { return &v }

// A proof with every kind of mark: nested, crossing, and one out of the text.
func proof() Proof {
	return Proof{Title: "Ships\x1b[31m lost", Published: "2025-03-01", Sentences: []ProofSentence{
		{N: 1, Text: "Two officials said 1,200 to 1,500 men “left” on Monday.", Marks: []ProofMark{
			{0, 13, MarkSource}, {0, 3, MarkFigure}, {19, 33, MarkDoubt}, {30, 40, MarkSource}, {48, 54, MarkDate}, {50, 900, MarkDate},
		}, Figures: []ProofFigure{
			{Text: "Two", Value: number(2), Bound: "exact", Unit: "person", Of: "officials", Firm: true},
			{Text: "1,200 to 1,500", Low: number(1200), High: number(1500.5), Bound: "exact", Change: "up", Unit: "person", Per: "day", Of: "men",
				Doing: "left", Stated: true, Holder: "Two officials", Cue: "said", Said: "2025-03-01"},
		}},
		{N: 2, Text: "Nothing\nelse \ue000was\ue0ff said.", Figures: []ProofFigure{
			{Text: "nothing", Bound: "none_reported", Unit: "person", Firm: true, Stated: true, Holder: "The report itself", AsOf: "2025-02"},
			{Text: "-1234567.5", Value: number(-1234567.5), Stated: true, Holder: "The report itself"},
		}},
		{N: 3, Text: "Read more", Aside: true},
	}}
}

func TestPrintProof(t *testing.T) {
	for name, tt := range map[string]struct {
		style Style
		want  string
	}{
		"pipe": {Style{}, `Ships lost
published 1 Mar 2025 · 3 sentences, 1 of them no evidence · 4 figures, 2 of them not firm

  1  [source]{[figure]{Two} officials} said [unsure]{1,200 to 1,500} men “left” on [date]{Monday}.
     • Two → 2 person, exact | of: officials | firm | no fact
     • 1,200 to 1,500 → 1,200–1,500.5 person per day, exact, up | of: men | doing: left | NOT FIRM | by: Two officials (said) | said 1 Mar 2025

  2  Nothing else \ufffdwas\ufffd said.
     • nothing → none reported, person | firm | by: The report itself | as of Feb 2025
     • -1234567.5 → -1,234,567.5 | NOT FIRM | by: The report itself | no date

  3  [no evidence] Read more
`},
		"terminal": {Style{Width: 60, Color: true}, `␛[1mShips lost␛[0m
␛[2mpublished 1 Mar 2025 · 3 sentences, 1 of them no evidence ·
4 figures, 2 of them not firm␛[0m
␛[1;32mfigure␛[0m · ␛[1;33mfigure that is not firm␛[0m · ␛[36msource␛[0m · ␛[35mdate␛[0m

  1  ␛[36m␛[1;32mTwo␛[0m␛[36m officials␛[0m said ␛[1;33m1,200 to 1,500␛[0m men “left” on ␛[35mMonday␛[0m.
`},
	} {
		var b strings.Builder
		if err := PrintProof(&b, proof(), tt.style); err != nil {
			t.Fatal(err)
		}
		got := strings.ReplaceAll(b.String(), "\x1b", "␛")
		want := strings.ReplaceAll(tt.want, "\\ufffd", "\ufffd")
		if tt.style.Color {
			got = got[:min(len(want), len(got))] // the figures wrap as all text does
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if err := PrintProof(brokenWriter{}, proof(), Style{}); err == nil {
		t.Error("no error from a broken writer")
	}
}
