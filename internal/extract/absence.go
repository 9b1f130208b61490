package extract

import (
	"strings"

	"sitrep/internal/facts"
)

// reportVerbs are the verbs whose absence is an absence of reports.
var reportVerbs = wordSet(`reported recorded confirmed seen detected registered found observed announced identified
	documented noted sighted verified known disclosed received notified`)

// maxAbsence is how many words may stand between "no" and the verb of reporting.
const maxAbsence = 14

// absences reads statements that none of something was reported: an absence of
// reports, never a zero.
func (d *document) absences(g grammar, s int) []Quantity {
	var out []Quantity
	for i := range g.ws {
		l := g.lower(i)
		if l != "no" && l != "none" || comparesNo(g.ws, i) {
			continue
		}
		verb, ok := g.absence(i)
		if !ok {
			continue
		}
		q := Quantity{S: s, Start: g.ws[i].start, End: g.ws[verb].end, Bound: facts.BoundNone, Firm: true}
		q.Text = d.text(q.Start, q.End)
		g.absent(d, i, verb, &q)
		out = append(out, q)
	}
	return out
}

// absence finds the verb of reporting for the "no" at i: a noun phrase, an
// auxiliary, then the verb.
func (g grammar) absence(i int) (verb int, ok bool) {
	aux, has := false, false
	for k := i + 1; k < len(g.ws) && k <= i+maxAbsence; k++ {
		w := g.ws[k]
		switch {
		case w.kind == wordMark && w.lower != "-":
			return 0, false
		case beForms[w.lower]:
			aux = true
		case classOf(w) == classAux:
			has = true
		case has && !aux && reportVerbs[w.lower]:
			return 0, false // "no coach has seen"
		case w.lower == "that" || w.lower == "whether" || w.lower == "one" || strings.HasPrefix(w.lower, "what") || classOf(w) == classPronoun:
			return 0, false
		case aux && reportVerbs[w.lower]:
			return k, true
		case aux && classOf(w) != classAdverb && w.lower != "yet" && w.lower != "so" && w.lower != "far" && w.lower != "immediately":
			return 0, false
		}
	}
	return 0, false
}

// absent fills unit and noun of an absence from the words between "no" and the verb.
func (g grammar) absent(d *document, i, verb int, q *Quantity) {
	from := i + 1
	if g.lower(i) == "none" && g.lower(from) == "of" {
		from++
	}
	f := figure{}
	p, ok := g.counted(from, true)
	if !ok || p.to > verb {
		return
	}
	g.countUnit(&f, p)
	if u, n := g.unitAt(p.from); n > 0 && n == p.to-p.from {
		f.unit = u.name
	}
	q.Unit = f.unit
	q.UnitText = d.pieceText(g, p.from, p.to)
	q.Of = d.pieceText(g, p.from, g.withOf(p.to))
	if doing := d.pieceText(g, g.skipPhrases(p.to), g.clauseEnd(verb)); doing != "" {
		q.Doing = &doing
	}
}
