package answer

import "sitrep/internal/facts"

// A Proof is one line with all that the gate may see of it.
type Proof struct {
	Line     string
	Evidence Evidence
}

// Proofs returns the lines of an answer that rest on a sentence, each with what
// the gate saw: for measuring the gate.
func (a Answer) Proofs() []Proof {
	var out []Proof
	for _, l := range a.Lines {
		if markerGroups.MatchString(l.Text) {
			out = append(out, Proof{l.Text, a.evidence})
		}
	}
	return out
}

// Proofs returns the line of every figure of a report that may be stated, as an
// answer would show it, whether it passes the gate or not: for measuring the gate.
func (e *Engine) Proofs(doc facts.Document) []Proof {
	c := newCorpus([]facts.Document{doc}, nil, theLexicon(), e.places)
	q := (&parser{lex: theLexicon(), places: e.places, corpus: c}).parse("how many?", nil)
	var out []Proof
	for _, it := range c.all() {
		if !it.counted() {
			continue
		}
		r := &reply{c: c, q: q}
		r.figure(it)
		out = append(out, Proof{r.lines[0].Text, r.seen()})
	}
	return out
}
