package answer

import (
	"cmp"
	"slices"
	"strings"
)

// claims are the item and the same claim in other reports.
func (it *item) claims() []*item { return append([]*item{it}, it.same...) }

// merged makes one item of those that claim the same: the same number with the same
// hedge, of the same thing, by the same holder. The first stands for all, so that the
// claim is shown once with all its sentences.
func merged(items []*item) []*item {
	var out []*item
	for _, it := range items {
		at := slices.IndexFunc(out, func(o *item) bool { return sameClaim(o, it) })
		switch {
		case at < 0:
			out = append(out, it)
		case out[at].doc != it.doc && !slices.ContainsFunc(out[at].same, func(o *item) bool { return o.doc == it.doc }):
			one := *out[at]
			one.same = append(slices.Clone(one.same), it)
			out[at] = &one
		}
	}
	return out
}

// sameClaim says whether two figures of two reports are one claim in the same words.
func sameClaim(a, b *item) bool {
	if a == b {
		return true
	}
	return a.Value != nil && b.Value != nil && a.Source.Name == b.Source.Name && a.Value.Unit == b.Value.Unit &&
		strings.EqualFold(a.Value.Text, b.Value.Text) && strings.EqualFold(a.subject(), b.subject()) && a.subject() != ""
}

// A group is figures of one kind: the same thing counted, of which the same is told.
type group struct {
	about string
	items []*item
}

// grouped parts figures by what is counted and what is told of it. The groups stand
// in the order of their first figures; inside a group the newest comes first.
func grouped(items []*item) []group {
	var out []group
	for _, it := range items {
		about := it.aboutWhat()
		at := slices.IndexFunc(out, func(g group) bool { return g.about == about })
		if at < 0 {
			out = append(out, group{about: about})
			at = len(out) - 1
		}
		out[at].items = append(out[at].items, it)
	}
	for _, g := range out {
		slices.SortStableFunc(g.items, func(a, b *item) int { return cmp.Compare(b.dayOf(), a.dayOf()) })
	}
	return out
}

// kindsOfDoing are the fields of what is told of the counted that part them, the
// weightiest first: the dead are not those sent, whatever else is said of them.
var kindsOfDoing = []string{"killed", "wounded", "missing", "captured", "training", "sent", "built", "fight"}

// aboutWhat is the field of what a figure counts and of what is told of it.
func (it *item) aboutWhat() string {
	head := stem(headNoun(cmp.Or(it.Value.UnitText, it.Value.Of)))
	if f := theLexicon().fieldOf(head); f != "" {
		head = f
	}
	said := fieldsOf(it.subject())
	for _, k := range kindsOfDoing {
		if said[k] {
			return head + " " + k
		}
	}
	return head
}

// leastGrouped is how many figures two groups must have each for headings to help.
const leastGrouped = 2

// list shows figures one per line, at most MaxLines: each claim once, a part with the
// whole that its sentence puts it in, and under headings where there are many.
func (r *reply) list(items []*item) {
	items, parts := r.folded(merged(items))
	groups := grouped(items)
	large := len(filterGroups(groups))
	if large < 2 {
		groups = []group{{items: items}}
	} else {
		groups = append(filterGroups(groups), group{about: "", items: leftOver(groups)})
	}
	n := 0
	for _, g := range groups {
		if large >= 2 && len(g.items) > 0 && n < MaxLines {
			r.add(RoleHead, g.heading(), "")
		}
		for _, it := range g.items {
			if n++; n > MaxLines {
				r.note("More figures are in the reports: ask for a place, a source or a date.")
				return
			}
			r.figure(it)
			for _, part := range parts[it] {
				r.attach(part)
			}
		}
	}
}

func filterGroups(groups []group) []group {
	var out []group
	for _, g := range groups {
		if len(g.items) >= leastGrouped {
			out = append(out, g)
		}
	}
	return out
}

// leftOver are the figures of the groups too small for a heading, newest first.
func leftOver(groups []group) []*item {
	var out []*item
	for _, g := range groups {
		if len(g.items) < leastGrouped {
			out = append(out, g.items...)
		}
	}
	return out
}

// heading names what a group counts in the words of its first figure.
func (g group) heading() string {
	if g.about == "" {
		return "Other counts:"
	}
	first := g.items[0]
	noun := headNoun(cmp.Or(first.Value.Of, first.Value.UnitText))
	_, kind, _ := strings.Cut(g.about, " ")
	for _, w := range split(first.subject()) {
		if kind != "" && theLexicon().fieldOf(w) == kind && w != noun {
			return capital(noun) + " " + w + ":"
		}
	}
	return capital(noun) + ":"
}

// folded takes out of a list the figures that the line of another one tells as its
// parts, and returns them by that one.
func (r *reply) folded(items []*item) (out []*item, parts map[*item][]*item) {
	parts = map[*item][]*item{}
	for _, it := range items {
		if whole := it.whole(r.c); whole != nil && contains(items, whole) && whole.Source.Name == it.Source.Name && strings.Contains(whole.withParts(), it.Value.Text) {
			parts[whole] = append(parts[whole], it)
			continue
		}
		out = append(out, it)
	}
	return out, parts
}
