package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// ofNumber are the figures that carry a number of the question, those of what the
// conversation is about where there are any.
func (r *reply) ofNumber(n facts.Numeral) []*item {
	all := filter(r.numbered(n), func(it *item) bool { return printed(it.Value, n) })
	if noun := r.nounBehind(n); noun != "" {
		if named := filter(all, func(it *item) bool { return it.heads[noun] }); len(named) > 0 {
			return newestFirst(named)
		}
	}
	return newestFirst(orAll(filter(all, r.kin), all))
}

// printed says whether the words of a value hold the number: "thousands" holds no
// 10,000, although it may be as many.
func printed(v *facts.Value, n facts.Numeral) bool {
	return slices.ContainsFunc(facts.Numerals(v.Text), func(p facts.Numeral) bool { return p.Value == n.Value })
}

// nounBehind is the field of the noun that stands behind a number of the question:
// "the 1,500 clerks"; empty when there is none.
func (r *reply) nounBehind(n facts.Numeral) string {
	words := split(r.q.text[min(n.End, len(r.q.text)):])
	for _, w := range words[:min(len(words), 3)] {
		if functionWords[w] {
			return ""
		}
		if f := r.c.lex.fieldOf(w); headFields[f] || r.c.stems[stem(w)] && slices.ContainsFunc(r.c.all(), func(it *item) bool { return it.heads[f] }) {
			return f
		}
	}
	return ""
}

// allNumbered are the figures of all numbers of the question.
func (r *reply) allNumbered() []*item {
	var out []*item
	seen := map[float64]bool{}
	for _, n := range r.q.numbers {
		if seen[n.Value] {
			continue
		}
		seen[n.Value] = true
		out = append(out, r.ofNumber(n)...)
	}
	return out
}

// apart says what keeps figures from being set against each other.
func (r *reply) apart(items []*item) string {
	if why := reasons(items); len(why) > 0 {
		return "they " + listed(why)
	}
	return "they come from different reports"
}

// same answers "so it stayed the same?": equal digits are no equal figures.
func (r *reply) same() {
	items := r.allNumbered()
	if len(items) == 0 {
		r.unknownNumber()
		return
	}
	if len(items) == 1 {
		r.behaviour = Correct
		r.lead("Not as written: a single figure carries that number.")
		r.list(items)
		return
	}
	r.behaviour = Correct
	r.lead("No, these are not comparable: " + r.apart(items) + ".")
	r.list(items)
}

// revised answers "did X lower it?": X's own figures beside those that others give.
func (r *reply) revised() {
	s := r.q.speaker
	if s == nil {
		s = r.person()
	}
	items := r.allNumbered()
	if s != nil && len(items) == 0 {
		items = r.hedged(s)
	}
	if s != nil && len(items) == 0 {
		items = newestFirst(filter(r.c.pick(s.is), func(it *item) bool { return it.counted() && r.kin(it) }))
	}
	if len(items) == 0 {
		r.asIfCount()
		return
	}
	r.behaviour = Correct
	if s != nil && len(filter(items, s.is)) < 2 {
		r.lead("No report says that " + s.name() + " changed a figure; these are figures of different holders:")
	} else {
		r.lead("No report says so; these figures are given apart:")
	}
	r.list(items)
	r.days(items)
}

// days notes when the figures were given, for those whose sentences name the day.
func (r *reply) days(items []*item) {
	for _, it := range items {
		if day := it.saidOn(); day != "" {
			r.note("On " + day + ": " + short(it.Source) + " " + r.cite(it) + ".")
		}
	}
}

// hedged are the figures of a speaker whose hedge stands in the question, and those of
// others with the same number.
func (r *reply) hedged(s *speaker) []*item {
	var out []*item
	for _, it := range r.c.pick(s.is) {
		if !it.counted() || !strings.Contains(r.q.text, strings.ToLower(hedgeOf(it.Value.Text))) || !strings.ContainsAny(it.Value.Text, "0123456789") {
			continue
		}
		out = append(out, it)
		for _, o := range r.c.pick((*item).counted) {
			if o != it && equalNumber(o, it) && o.Measure == it.Measure && !slices.Contains(out, o) {
				out = append(out, o)
			}
		}
	}
	return out
}

// asIfCount answers a question whose premise cannot be found as one for the figures.
func (r *reply) asIfCount() {
	r.q.kind = kindCount
	r.count()
}

// exactly answers "is it exactly N?": no, where a hedge stands before the number.
func (r *reply) exactly() {
	items := r.allNumbered()
	if len(items) == 0 {
		r.unknownNumber()
		return
	}
	loose := filter(items, func(it *item) bool { return it.Value.Bound != facts.BoundExact })
	if len(loose) == 0 {
		r.lead("So it is given, without a hedge:")
		r.list(items)
		return
	}
	r.behaviour = Correct
	r.lead("No, not exactly: " + r.plural() + " " + r.verb("gives", "give") + " the number with a hedge.")
	r.list(loose)
}

// atMost answers "so at most N?": a floor is no ceiling.
func (r *reply) atMost() {
	n := r.q.numbers[0]
	items := r.ofNumber(n)
	if len(items) == 0 {
		r.unknownNumber()
		return
	}
	caps := filter(items, func(it *item) bool { return it.Value.Bound == facts.BoundMax })
	if len(caps) > 0 {
		r.lead("As far as " + r.plural() + " " + r.verb("goes", "go") + ", with its hedge:")
		r.list(caps)
		return
	}
	floors := filter(items, func(it *item) bool { return it.Value.Bound == facts.BoundMin })
	r.behaviour = Correct
	if len(floors) > 0 {
		r.lead("No, that is a floor, not a ceiling:")
		r.list(floors)
	} else {
		r.lead("No report says so: the number is not given as a ceiling.")
		r.list(items)
	}
	larger := filter(newestFirst(stated(r.fitting())), func(it *item) bool {
		a, ok := it.amount()
		return ok && a > n.Value && !slices.Contains(items, it)
	})
	if len(larger) > 0 {
		r.add(RoleHead, "Larger figures are given too:", "")
		r.list(larger[:min(len(larger), maxElsewhere)])
	}
}

// ceilingAsFloor answers "so at least N?" where N is given as a ceiling. It reports
// whether that is so.
func (r *reply) ceilingAsFloor() bool {
	if len(r.c.docs) == 1 || !floorAsked.MatchString(r.q.text) {
		return false
	}
	caps := filter(r.ofNumber(r.q.numbers[0]), func(it *item) bool { return it.Value.Bound == facts.BoundMax })
	if len(caps) == 0 {
		return false
	}
	r.behaviour = Correct
	r.lead("No, that is a ceiling, not a floor:")
	r.list(caps)
	return true
}

var floorAsked = re(`\b(at least|no fewer than|not less than|minimum)\b`)

// parts answers "are the N part of the M?".
func (r *reply) parts() {
	items := r.allNumbered()
	if len(items) == 0 {
		r.unknownNumber()
		return
	}
	for _, it := range items {
		if w := it.whole(r.c); w != nil && slices.Contains(items, w) && len(r.q.numbers) > 1 {
			r.lead("Yes, " + short(it.Source) + " counts them as included " + r.cite(it) + ":")
			r.list([]*item{w, it})
			return
		}
	}
	r.behaviour = Gap
	r.lead("No report says so; each figure has its own holder:")
	var more []*item
	for _, it := range items {
		for _, p := range r.c.pick((*item).counted) {
			if w := p.whole(r.c); w == it && !slices.Contains(items, p) && slices.ContainsFunc(items, func(o *item) bool { return o != it && overlaps(p.heads, keys(o.heads)) }) {
				more = append(more, p)
			}
		}
	}
	r.list(append(items, more...))
	r.included(more)
}

func keys(set map[string]bool) []string {
	var out []string
	for k := range set {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// whose answers "N: is that A or B?" and "who said N?": each figure with the number as
// its own holder's.
func (r *reply) whose() {
	items := r.ofNumber(r.q.numbers[0])
	if strings.HasPrefix(r.q.text, "who ") { // else the words name the holders to choose from
		items = r.sameMatter(items)
	}
	if len(items) == 0 {
		r.unknownNumber()
		return
	}
	if len(items) > 1 {
		r.behaviour = GivesAll
		if r.measures(items) > 1 {
			r.lead("That number is given by different holders for different things:")
		} else {
			r.lead("That number is given by different holders:")
		}
	}
	r.list(items)
}

// notTheirs corrects "When did X say N?" where the number is another's: X's own figures
// and whose the number is.
func (r *reply) notTheirs(s *speaker, named []*item) {
	r.behaviour = Correct
	own := newestFirst(filter(r.c.pick(s.is), func(it *item) bool { return it.counted() && r.kin(it) }))
	r.lead("Not as written: no report has that number from " + s.name() + ".")
	if len(own) > 0 {
		r.add(RoleHead, "What "+s.name()+" gives:", "")
		r.list(own[:min(len(own), maxElsewhere)])
	} else {
		r.saysOfIt(s)
	}
	r.add(RoleHead, "Whose the number is:", "")
	r.list(named)
}

// saysOfIt shows what somebody without a figure says of the matter: a denial or its
// withdrawal first.
func (r *reply) saysOfIt(s *speaker) {
	theirs := append(r.denialsBy(s), r.gapsOf(s)...)
	theirs = firstPerSentence(theirs)
	for _, it := range theirs[:min(len(theirs), 2)] {
		r.stateDated(it)
	}
	r.note(capital(r.plural()) + " " + r.verb("has", "have") + " no number by " + s.name() + ".")
}

// eitherInStory answers "N or M, which is right?": no report ranks them.
func (r *reply) eitherInStory() {
	all := r.allNumbered()
	switch len(all) {
	case 0:
		r.unknownNumber()
		return
	case 1:
		r.lead("A single figure in the reports carries either number:")
		r.list(all)
		return
	}
	r.behaviour = GivesAll
	r.lead("The reports do not say which is right: " + r.apart(all) + ".")
	r.list(all)
}
