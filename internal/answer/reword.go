package answer

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sitrep/internal/facts"
)

// A Worded is a line that somebody else wrote around facts of an answer, numbers
// and names already put in from the records. Facts are references ("R1#F15").
type Worded struct {
	Text  string
	Facts []string
}

// Rests returns the facts that the answer shows, with Report set, so that the
// line between two answers can be drawn by who says what. Empty for an answer
// that rests on none.
func (a Answer) Rests() []facts.Fact { return a.rests }

// Reword returns the answer in other words. They stand for the figures, each of
// them for at least one; what leads them and all notes stay, so that no caveat can
// be worded away and no statement without a figure be made up. Every line goes through Check like our own; an error says why the words
// cannot be used, and then the answer as it was is to be shown: a line fails, a
// figure is lost, or nothing is left.
func (a Answer) Reword(lines []Worded) (Answer, error) {
	if len(lines) == 0 {
		return a, errors.New("answer: no line is left")
	}
	b := a
	b.Lines = a.withRole(RoleLead)
	for _, l := range lines {
		text := strings.TrimSpace(markerGroups.ReplaceAllString(l.Text, ""))
		marks, err := a.markers(l.Facts)
		if err != nil {
			return a, err
		}
		text += " " + marks
		if faults := Check(text, a.evidence); len(faults) > 0 {
			return a, fmt.Errorf("answer: a worded line does not pass the gate: %v", faults)
		}
		if !slices.ContainsFunc(a.Figures, func(f Figure) bool { return strings.Contains(strings.ToLower(text), strings.ToLower(f.Text)) }) {
			return a, fmt.Errorf("answer: a worded line carries no figure: %q", text)
		}
		b.Lines = append(b.Lines, Line{Role: RoleNote, Text: text})
	}
	b.Lines = append(b.Lines, a.withRole(RoleNote)...)
	b.Text = joined(b.Lines)
	for _, f := range a.Figures {
		if !strings.Contains(strings.ToLower(b.Text), strings.ToLower(f.Text)) {
			return a, fmt.Errorf("answer: the worded lines lose the figure %q", f.Text)
		}
	}
	b.Figures, b.Citations = slices.Clone(a.Figures), slices.Clone(a.Citations)
	for i := range b.Figures {
		b.Figures[i].Cites = slices.Clone(a.Figures[i].Cites)
	}
	b.renumber()
	b.Text = joined(b.Lines)
	return b, nil
}

// markers returns the markers of the sentences that facts rest on.
func (a Answer) markers(refs []string) (string, error) {
	var seen []int
	for _, ref := range refs {
		cites, ok := a.cites[ref]
		if !ok {
			return "", fmt.Errorf("answer: %q is no fact of this answer", ref)
		}
		for _, n := range cites {
			if !slices.Contains(seen, n) {
				seen = append(seen, n)
			}
		}
	}
	var b strings.Builder
	for _, n := range seen {
		b.WriteString("[" + strconv.Itoa(n) + "]")
	}
	return b.String(), nil
}

// remember keeps in the answer what Reword needs: what the gate may see, and
// which sentences each shown fact rests on.
func (a *Answer) remember(r *reply) {
	a.evidence = r.seen()
	a.evidence.Cited = nil
	a.cites = map[string][]int{}
	for _, c := range a.Citations {
		cited := Cited{N: c.N, Sentence: c.Exact, Day: deref(c.Published)}
		for _, it := range r.c.items {
			if it.doc.ID == c.Report && slices.Contains(it.gives(), c.S) {
				cited.Facts = append(cited.Facts, it.Fact)
				a.cites[it.ref()] = append(a.cites[it.ref()], c.N)
			}
		}
		a.evidence.Cited = append(a.evidence.Cited, cited)
	}
	for _, it := range r.shown {
		if len(a.cites[it.ref()]) > 0 {
			f := it.Fact
			f.Report = it.doc.ID
			a.rests = append(a.rests, f)
		}
	}
}

// withRole returns the lines of one role.
func (a Answer) withRole(role Role) []Line {
	var out []Line
	for _, l := range a.Lines {
		if l.Role == role {
			out = append(out, l)
		}
	}
	return out
}
