package main

import (
	"fmt"
	"testing"

	"sitrep/internal/answer"
	"sitrep/internal/extract"
	"sitrep/internal/facts"
)

// texts are reports of our own, as papers write them.
var texts = []string{
	"Harbour officials said at least 40 ferries were damaged in the storm on Saturday. About 1,200 passengers were stranded in Velden, according to the coast guard. " +
		"The mayor, Ines Valdo, said 15% of the piers would stay closed until May.",
	"Seventeen mills stopped work because of the flood, the millers' guild reported. The guild estimated that 2,300 tonnes of flour were lost in Norhaven. " +
		"Chairman Otto Brandt said more than 600 workers had been sent home.",
	"Dam inspectors found 12 cracks in the eastern wall, the ministry of works announced. Up to 5,000 people may be evacuated from the valley, police said. " +
		"The repair will cost $3.5 million, minister Lena Okoro said.",
}

func reports() few {
	var out few
	for i, text := range texts {
		r := facts.Report{ID: fmt.Sprintf("t%d", i), Published: "2025-03-03", Text: text}
		read := extract.Read(r)
		r.Sentences = read.Sentences
		out = append(out, facts.Document{Report: r, Facts: read.Facts})
	}
	if seed, err := facts.Seed(); err == nil {
		out = append(out, seed)
	}
	return out
}

// TestGateStopsWrongLines is a small attack over reports of our own: nearly every
// wrong line is stopped in each class, and no right one.
func TestGateStopsWrongLines(t *testing.T) {
	tally := newTally(1, 20, 5, "")
	docs := reports()
	for _, doc := range docs {
		tally.figures(answer.New(docs), doc, 20)
	}
	if tally.lines.made < 9 || tally.lines.stopped > 0 {
		t.Errorf("%d right lines, %d stopped: %v", tally.lines.made, tally.lines.stopped, tally.stoppedShow)
	}
	made := 0
	for _, c := range tally.classes {
		n := tally.byClass[c.name]
		if n == nil {
			continue
		}
		made += n.made
		if leaky := map[string]bool{"part as total": true}; n.stopped < n.made && !leaky[c.name] {
			t.Errorf("%s: %d of %d pass: %q", c.name, n.made-n.stopped, n.made, tally.shown[c.name])
		}
	}
	if made < 2000 {
		t.Errorf("only %d wrong lines were made", made)
	}
}
