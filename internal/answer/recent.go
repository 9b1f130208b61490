package answer

import (
	"cmp"
	"slices"

	"sitrep/internal/facts"
)

// latest answers with the figures of the newest report that has any which fit.
func (r *reply) latest() {
	figures := r.newestFigures(stated(r.exact(r.fitting())))
	if s := r.q.speaker; s != nil {
		figures = r.newestFigures(filter(stated(r.exact(r.fitting())), s.is))
	}
	if len(figures) == 0 {
		r.count()
		return
	}
	r.leadNewest(figures[0])
	r.list(figures)
	if len(figures) > 1 {
		r.behaviour = GivesAll
	}
	if len(r.fitting()) > len(figures) {
		r.note("Other holders' figures are older and count other things.")
	}
}

// leadNewest says from which day the newest figure is.
func (r *reply) leadNewest(it *item) {
	if day := it.doc.day(); day != "" {
		r.lead("Newest, from the report published " + day + ":")
	}
}

// newestFigures are the figures of the newest report among those of the items,
// without those that are a part of another.
func (r *reply) newestFigures(items []*item) []*item {
	whole := orAll(filter(items, func(it *item) bool { return it.whole(r.c) == nil }), items)
	if len(whole) == 0 {
		return nil
	}
	first := newestFirst(whole)[0].doc
	return ranked(filter(whole, func(it *item) bool { return it.doc == first }))
}

// singleInStory answers the wish for one number over several reports: the newest that
// fits, and why the others cannot be merged into it.
func (r *reply) singleInStory(figures []*item) {
	newest := r.newestFigures(figures)
	if len(newest) == 0 {
		r.notCounted()
		return
	}
	r.leadNewest(newest[0])
	r.list(newest[:1])
	if len(figures) > 1 {
		r.note("Other holders count other things, so these cannot be merged.")
	}
}

// extremes are the figures with the highest or lowest number, more than one where
// they are equal.
func extremes(figures []*item, sign int) []*item {
	sorted := slices.Clone(figures)
	slices.SortStableFunc(sorted, func(a, b *item) int {
		x, _ := a.amount()
		y, _ := b.amount()
		return cmp.Or(sign*cmp.Compare(y, x), cmp.Compare(b.doc.Published, a.doc.Published))
	})
	n := 1
	for n < len(sorted) {
		x, _ := sorted[0].amount()
		y, _ := sorted[n].amount()
		if x != y {
			break
		}
		n++
	}
	return sorted[:n]
}

// overview answers what is known: what is confirmed, the figures, what is reported
// absent, who gave no number and who denies.
func (r *reply) overview() {
	r.behaviour = GivesAll
	if day := r.upTo(); day != "" {
		r.lead("By reports up to " + day + ":")
	}
	for _, it := range firstPerSentence(filter(r.confirmations(nil), r.c.onTheme))[:min(2, len(firstPerSentence(filter(r.confirmations(nil), r.c.onTheme))))] {
		r.state(RoleNote, it)
	}
	fit := r.fitting()
	figures := newestFirst(stated(fit))
	r.list(figures)
	for _, it := range absent(fit) {
		r.note(it.none() + " " + r.cite(it) + ".")
	}
	r.silences(r.numberGaps(false))
	for _, it := range r.denialsOnTheme()[:min(2, len(r.denialsOnTheme()))] {
		r.stateDated(it)
	}
	if len(r.lines) == 0 || len(r.shown) == 0 {
		r.notCounted()
	}
}

// upTo is the day of the newest report that is used, in words.
func (r *reply) upTo() string {
	if newest := r.c.newest(); newest != nil {
		return newest.day()
	}
	return ""
}

// stateDated states an item in words with the day on which it was said.
func (r *reply) stateDated(it *item) {
	r.add(RoleNote, withDay(r.stated(it), cmp.Or(it.saidOn(), "undated"))+" "+r.cite(it)+".", "")
}

// saidOn is the day on which something was said, in words, where the report tells it:
// a day counted back from its publication; empty when it does not.
func (it *item) saidOn() string {
	for _, day := range []string{it.Said, it.AsOf} {
		if len(day) == len("2006-01-02") && dayNamedIn(it, day) {
			return facts.FormatDay(day)
		}
	}
	return ""
}

// dayNamedIn says whether the sentence itself names the day.
func dayNamedIn(it *item, day string) bool {
	copied := *it
	copied.Said = day
	return dayNamed(&copied) != ""
}
