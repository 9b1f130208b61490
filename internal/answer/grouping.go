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
			out[at].same = append(out[at].same, it)
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
	groups := grouped(merged(items))
	large := largeOnes(groups)
	if n := len(r.lines); len(large) < 2 || n > 0 && r.lines[n-1].Role == RoleHead {
		r.inOrder(items)
		return
	}
	var order []*item
	heads := map[*item]string{}
	for _, g := range append(large, group{items: leftOver(groups)}) {
		if len(g.items) > 0 {
			heads[g.items[0]] = g.heading()
		}
		order = append(order, g.items...)
	}
	r.under(heads, order)
}

// inOrder shows figures in the order given, at most MaxLines.
func (r *reply) inOrder(items []*item) { r.under(nil, merged(items)) }

// under shows figures under the headings that stand over some of them.
func (r *reply) under(heads map[*item]string, items []*item) {
	out, parts := r.folded(items)
	head := ""
	for i, it := range out {
		if i == MaxLines {
			r.note("More figures are in the reports: ask for a place, a source or a date.")
			return
		}
		if head = heads[it]; head != "" {
			r.add(RoleHead, head, "")
		}
		r.figure(it)
		for _, part := range parts[it] {
			r.attach(part)
		}
	}
}

// largeOnes are the groups that get a heading.
func largeOnes(groups []group) []group {
	var out []group
	for _, g := range groups {
		if g.large() {
			out = append(out, g)
		}
	}
	return out
}

func (g group) large() bool { return len(g.items) >= leastGrouped && g.about != "" }

// leftOver are the figures of the groups too small for a heading, newest first.
func leftOver(groups []group) []*item {
	var out []*item
	for _, g := range groups {
		if !g.large() {
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
	noun := headNoun(cmp.Or(g.items[0].Value.Of, g.items[0].Value.UnitText))
	_, kind, _ := strings.Cut(g.about, " ")
	var told []string
	for _, it := range g.items {
		for _, w := range split(it.subject()) {
			if kind != "" && theLexicon().fieldOf(w) == kind && w != noun && !slices.Contains(told, w) && len(told) < maxTold {
				told = append(told, w)
				break
			}
		}
	}
	switch n := len(told); n {
	case 0:
		return capital(noun) + ":"
	case 1:
		return capital(noun) + " " + told[0] + ":"
	default:
		return capital(noun) + " " + strings.Join(told[:n-1], ", ") + " or " + told[n-1] + ":"
	}
}

// maxTold is how many words of what is told of the counted a heading names.
const maxTold = 3

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

// maxBeside is how many figures of other things are shown beside those asked for.
const maxBeside = 3

// closest parts figures into those whose sentences hold most of the words with which
// the question says what it means, and the rest.
func (r *reply) closest(items []*item) (closest, rest []*item) {
	if r.q.head == "" { // "how big is it?" means whatever the story counts
		return items, nil
	}
	best := 0
	held := map[*item]int{}
	for _, it := range items {
		said := fieldsOf(it.Quote.Exact)
		for _, w := range r.q.loose {
			if said[theLexicon().fieldOf(w)] {
				held[it]++
			}
		}
		best = max(best, held[it])
	}
	for _, it := range items {
		if held[it] == best {
			closest = append(closest, it)
		} else {
			rest = append(rest, it)
		}
	}
	return closest, rest
}
