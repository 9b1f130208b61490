package answer

import (
	"slices"
	"strconv"
	"strings"
)

// maxAsks is how many questions one message may hold.
const maxAsks = 3

// asks parts a message into the questions that it holds; a premise without a question
// mark stays with the question behind it.
func asks(text string) []string {
	var out []string
	for _, part := range strings.SplitAfter(text, "?") {
		if part = strings.TrimSpace(part); part != "" && len(strings.Fields(part)) > 1 {
			out = append(out, part)
		}
	}
	if len(out) < 2 || len(out) > maxAsks || !strings.HasSuffix(out[len(out)-1], "?") {
		return []string{text}
	}
	return out
}

// join appends the answer to a further question of the same message.
func (r *reply) join(next *reply) {
	var at []int // where the figures of the other reply are in this one
	for _, f := range next.figures {
		if i := slices.IndexFunc(r.figures, func(o Figure) bool { return o.Fact != "" && o.Fact == f.Fact }); i >= 0 {
			at = append(at, i)
			continue
		}
		at = append(at, len(r.figures))
		f.Cites = slices.Clone(f.Cites)
		for i, n := range f.Cites {
			f.Cites[i] = r.taken(next, n)
		}
		r.figures = append(r.figures, f)
	}
	for _, d := range next.lines {
		d.Text = markerGroups.ReplaceAllStringFunc(d.Text, func(m string) string {
			n, _ := strconv.Atoi(m[1 : len(m)-1])
			return "[" + strconv.Itoa(r.taken(next, n)) + "]"
		})
		d.figures = slices.Clone(d.figures)
		for i := range d.figures {
			d.figures[i] = at[d.figures[i]]
		}
		r.lines = append(r.lines, d)
	}
	for _, it := range next.shown {
		r.show(it)
	}
	if gives(r.behaviour) && gives(next.behaviour) && len(r.figures) > 1 {
		r.behaviour = GivesAll
	} else if !gives(r.behaviour) && gives(next.behaviour) && len(next.figures) > 0 {
		r.behaviour = next.behaviour
	}
}

func gives(behaviour string) bool { return behaviour == Gives || behaviour == GivesAll }

// taken is the number that a citation of another reply has in this one.
func (r *reply) taken(from *reply, n int) int {
	for _, c := range from.cites {
		if c.N != n {
			continue
		}
		for _, own := range r.cites {
			if own.Report == c.Report && own.S == c.S {
				return own.N
			}
		}
		c.N = len(r.cites) + 1
		r.cites = append(r.cites, c)
		return c.N
	}
	return n
}
