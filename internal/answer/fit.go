package answer

import (
	"slices"
	"strconv"
	"strings"
)

// classFits says whether a figure is of the class that the question asks for: money
// for "how much did it cost?", a share for "what percentage?". A question for a plain
// count, or for no class in particular, leaves that to the other tests.
func (r *reply) classFits(it *item) bool {
	switch r.q.want.class {
	case anyQuantity, counts:
		return true
	}
	return classOfFigure(it) == r.q.want.class
}

// classAsked says whether the question asks for a class of its own, so that the figure
// need not be a count, but its sentence has to have a word of the question.
func (r *reply) classAsked(it *item) bool {
	switch r.q.want.class {
	case anyQuantity, counts:
		return false
	}
	return slices.ContainsFunc(r.q.fields, func(f string) bool { return it.fields[f] })
}

// ofYears leaves out the figures that are told of no year of the question, where it names
// any: their sentences have none of them, and their reports came out in another. "What will
// it be in 2050?" is not answered by what it is.
func (c *corpus) ofYears(q *query) *corpus {
	asked := fourDigits.FindAllString(q.text, -1)
	if len(asked) == 0 || q.window.set() || len(c.docs) < 2 {
		return c
	}
	c.all()
	whole, in := c.theme(), *c
	in.told = &whole
	in.items = slices.DeleteFunc(slices.Clone(c.items), func(it *item) bool {
		return it.Value != nil && !slices.ContainsFunc(asked, func(y string) bool {
			return strings.Contains(it.doc.text(it.Quote.S), y) || strings.HasPrefix(it.doc.Published, y)
		})
	})
	return &in
}

// longAgo is by how many years a clause has to lie before its report to be about
// another event than the report.
const longAgo = 2

// ofOld says whether a figure is told of years long before its report, which the
// question does not name: "worse than the 1968 flood, which killed 12".
func (r *reply) ofOld(it *item) bool {
	if len(it.doc.Published) < 4 {
		return false
	}
	published, err := strconv.Atoi(it.doc.Published[:4])
	if err != nil {
		return false
	}
	clause := it.around()
	if len(it.AsOf) >= 4 {
		clause = it.AsOf
	}
	old := false
	for _, at := range fourDigits.FindAllStringIndex(clause, -1) {
		year, _ := strconv.Atoi(clause[at[0]:at[1]])
		switch {
		case opensSpan.MatchString(clause[:at[0]]):
		case strings.Contains(r.q.text, clause[at[0]:at[1]]), year > published-longAgo:
			return false
		default:
			old = true
		}
	}
	return old
}

// opensSpan matches what stands before the first year of a span that lasts.
var opensSpan = re(`(?i)\b(since|from|after|until|before|than in|of)\s+(\S+\s+){0,2}$`)

// around is the clause that a figure stands in.
func (it *item) around() string {
	quote := it.doc.text(it.Quote.S)
	at := strings.Index(quote, it.Value.Text)
	if at < 0 {
		return quote
	}
	start, end := clauseAround(quote, at, at+len(it.Value.Text))
	return quote[start:end]
}
