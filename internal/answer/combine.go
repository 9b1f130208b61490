package answer

import (
	"strings"

	"sitrep/internal/facts"
)

// notRange refuses to make a range of figures that count different things.
func (r *reply) notRange() {
	r.refuse("No, these figures are not a range: they count different things.", "These figures are given apart, each by its own source; "+r.plural()+" "+r.verb("states", "state")+" no range.")
}

// refuse shows the figures apart. What it says depends on whether they count
// different things.
func (r *reply) refuse(different, same string) {
	r.behaviour = NoArithmetic
	figures := ranked(stated(r.fitting()))
	if named := r.allNumbered(); len(r.c.docs) > 1 && len(named) > 0 {
		figures = named
	}
	if len(figures) == 0 {
		r.notCounted()
		return
	}
	if r.measures(figures) > 1 {
		r.lead(different)
	} else {
		r.lead(same)
	}
	r.list(figures)
	if len(r.c.docs) > 1 {
		r.included(figures)
	}
}

func (r *reply) sum() {
	r.refuse("I cannot add these figures: they count different things, and the groups may overlap. "+capital(r.plural())+" "+r.verb("gives", "give")+" no sum.",
		"I cannot add these figures: they come from different sources and may count the same.")
}

func (r *reply) average() {
	r.refuse("I cannot average these figures: they count different things.",
		"I cannot average these figures: each stands for its own source.")
}

// either answers "N or M?".
func (r *reply) either() {
	if len(r.c.docs) > 1 {
		r.eitherInStory()
		return
	}
	var all []*item
	for _, n := range r.q.numbers {
		all = append(all, r.numbered(n)...)
	}
	if len(all) < 2 {
		r.asOne("")
		return
	}
	r.behaviour = GivesAll
	if r.measures(all) > 1 {
		r.lead("Both, for different things:")
	} else {
		r.lead("Both are given, by different sources:")
	}
	r.list(ranked(all))
}

func (r *reply) asOne(lead string) {
	if lead != "" {
		r.lead(lead)
	}
	r.list(ranked(stated(r.fitting())))
}

// single answers the wish for one number: the firmest first, and why the others
// cannot be merged into it.
func (r *reply) single() {
	figures := ranked(stated(r.scoped()))
	switch {
	case len(r.c.docs) > 1:
		r.singleInStory(figures)
	case len(figures) == 0:
		r.notCounted()
	case len(figures) == 1:
		r.list(figures)
	default:
		r.lead("There is no single number. These cannot be merged: each counts its own thing for its own source.")
		r.list(figures)
	}
}

// scoped are the figures of the answer before, or all that fit.
func (r *reply) scoped() []*item {
	if before := filter(r.before(), (*item).counted); len(before) > 0 {
		return before
	}
	return r.fitting()
}

func (r *reply) highest() { r.extreme(1) }
func (r *reply) lowest()  { r.extreme(-1) }

// extreme shows the highest or lowest figure as what it is.
func (r *reply) extreme(sign int) {
	figures := filter(stated(r.exact(r.fitting())), func(it *item) bool { _, ok := it.amount(); return ok })
	if t := r.c.theme(); t.head != "" && r.q.head == "" && len(r.q.acts) == 0 {
		figures = orAll(filter(figures, func(it *item) bool { return it.heads[t.head] }), figures)
	}
	if len(figures) == 0 {
		r.notCounted()
		return
	}
	tops := extremes(figures, sign)
	if len(tops) > 1 {
		r.behaviour = GivesAll
		r.lead("These figures share their digits and are not the same count:")
	}
	r.list(tops)
	for _, it := range tops {
		r.limits(it)
	}
	if r.measures(figures) > 1 {
		r.note("Other figures count other things: see each with its own source.")
	}
}

// limits says what the hedge of a figure leaves open.
func (r *reply) limits(it *item) {
	hedge := hedgeOf(it.Value.Text)
	switch it.Value.Bound {
	case facts.BoundMin:
		r.note("“" + hedge + "” sets a floor; " + r.plural() + " " + r.verb("gives", "give") + " no ceiling " + r.cite(it) + ".")
	case facts.BoundMax:
		r.note("“" + hedge + "” sets a ceiling, not a count " + r.cite(it) + ".")
	}
}

// hedgeOf is the part of a value's words before its number.
func hedgeOf(text string) string {
	if n := facts.Numerals(text); len(n) > 0 && n[0].Start > 0 {
		return strings.TrimSpace(text[:n[0].Start])
	}
	return text
}

// threshold answers "is it more than N?" figure by figure.
func (r *reply) threshold() {
	figures := ranked(stated(r.scoped()))
	if len(figures) == 0 {
		r.notCounted()
		return
	}
	if r.ceilingAsFloor() {
		return
	}
	r.behaviour = GivesAll
	if len(figures) > 1 {
		r.lead("It depends on which figure; they count different things.")
	}
	n := r.q.numbers[0]
	for _, it := range figures {
		r.figure(it)
		last := &r.lines[len(r.lines)-1]
		last.Text += "; " + comparison(it.Value, n)
	}
}

// comparison says how a figure stands to a typed number, as far as its hedge
// lets one say it.
func comparison(v *facts.Value, n facts.Numeral) string {
	low, high := v.Amount, v.Amount
	if v.Low != nil {
		low = v.Low
	}
	if v.High != nil {
		high = v.High
	}
	switch {
	case v.Bound == facts.BoundMin && low != nil && *low > n.Value:
		return "that is more than " + n.Text
	case v.Bound == facts.BoundMax && high != nil && *high <= n.Value:
		return "that is not more than " + n.Text
	case v.Bound == facts.BoundMin || v.Bound == facts.BoundMax:
		return "whether that is more than " + n.Text + " it leaves open"
	case low != nil && *low > n.Value:
		return "that is more than " + n.Text
	case high != nil && *high < n.Value:
		return "that is not more than " + n.Text
	}
	return "that is about " + n.Text
}

// claimed answers "N sent, right?": the figure as what it is, and the figures of
// what the asker meant.
func (r *reply) claimed() {
	named := r.numbered(r.q.numbers[0])
	if len(named) == 0 {
		r.unknownNumber()
		return
	}
	right := r.exact(filter(named, func(it *item) bool { return r.headFits(it) && r.nationFits(it) }))
	if len(right) > 0 {
		r.lead("As far as " + r.plural() + " " + r.verb("goes", "go") + ", with its hedge:")
		r.list(right)
		return
	}
	r.behaviour = Correct
	r.lead("Not as written.")
	r.list(named)
	meant := filter(r.exact(r.fitting()), func(it *item) bool { return !contains(named, it) })
	if len(meant) > 0 {
		r.add(RoleHead, "What you ask about:", "")
		r.list(meant)
	}
}

// compare sets figures of different holders side by side and says how they differ.
func (r *reply) compare() {
	figures := ranked(stated(r.scoped()))
	if len(figures) == 0 {
		r.notCounted()
		return
	}
	r.behaviour = GivesAll
	switch {
	case len(r.c.docs) == 1 && r.measures(figures) > 1:
		r.lead("These are not the same measure: they count different things, so neither is simply higher.")
	case len(r.c.docs) > 1 && len(figures) == 2:
		r.lead(differWords(figures[0], figures[1]))
	case len(r.c.docs) > 1 && len(figures) > 2:
		r.lead("These are not comparable: " + r.apart(figures) + ".")
	}
	r.list(figures)
}
