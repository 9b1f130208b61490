package answer

import (
	"strconv"
	"strings"

	"sitrep/internal/facts"
)

// renumber drops citations that no shown line and no figure points to, and
// numbers the rest in the order in which they appear.
func (a *Answer) renumber() {
	var order []int
	seen := map[int]int{}
	use := func(n int) {
		if _, ok := seen[n]; !ok {
			order = append(order, n)
			seen[n] = len(order)
		}
	}
	for _, l := range a.Lines {
		for _, m := range markerGroups.FindAllString(l.Text, -1) {
			n, _ := strconv.Atoi(m[1 : len(m)-1])
			use(n)
		}
	}
	for i := range a.Figures {
		for j, n := range a.Figures[i].Cites {
			use(n)
			a.Figures[i].Cites[j] = seen[n]
		}
	}
	for i := range a.Lines {
		a.Lines[i].Text = markerGroups.ReplaceAllStringFunc(a.Lines[i].Text, func(m string) string {
			n, _ := strconv.Atoi(m[1 : len(m)-1])
			return "[" + strconv.Itoa(seen[n]) + "]"
		})
	}
	kept := make([]Citation, len(order))
	for _, c := range a.Citations {
		if n, ok := seen[c.N]; ok {
			c.N = n
			kept[n-1] = c
		}
	}
	a.Citations = kept
}

// Message lays an answer out for a surface. Its small print says how old the
// newest cited report is and how its facts were read.
func (a Answer) Message() Message {
	m := Message{Sections: []Section{{Lines: a.Lines}}, Citations: a.Citations}
	if print := a.smallPrint(); print != "" {
		m.Context = []string{print}
	}
	return m
}

func (a Answer) smallPrint() string {
	var parts []string
	newest := -1
	for i, c := range a.Citations {
		if c.Published != nil && (newest < 0 || *c.Published > *a.Citations[newest].Published) {
			newest = i
		}
	}
	if newest >= 0 {
		parts = append(parts, sourceLine(a.Citations[newest]))
	}
	read := map[string]bool{}
	for _, f := range a.Figures {
		read[f.Read] = true
	}
	for _, how := range []struct{ read, words string }{{facts.ReadHand, "facts checked by hand"}, {facts.ReadRules, "figures read by rules"}, {facts.ReadModel, "figures read with a model"}} {
		if read[how.read] {
			parts = append(parts, how.words)
		}
	}
	return strings.Join(parts, " · ")
}

// sourceLine is a citation's day with its basis and outlet.
func sourceLine(c Citation) string {
	day := facts.FormatDay(*c.Published)
	var notes []string
	if c.PublishedBasis != nil && *c.PublishedBasis == facts.BasisSupplied {
		notes = append(notes, "date supplied")
	}
	if c.Publisher == nil {
		notes = append(notes, "outlet not stated")
	} else {
		day = *c.Publisher + ", " + day
	}
	if len(notes) == 0 {
		return day
	}
	return day + " (" + strings.Join(notes, ", ") + ")"
}
