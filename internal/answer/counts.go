package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// count answers "how many": the figures that fit, or what comes nearest, or that
// the reports do not tell.
func (r *reply) count() {
	if len(r.c.docs) > 1 && r.measuredCount() {
		return
	}
	fit := r.fitting()
	if s := r.q.speaker; s != nil && len(r.c.docs) > 1 {
		r.countBy(s, fit)
		return
	}
	if s := r.q.speaker; s != nil && s.speaks {
		fit = filter(fit, func(it *item) bool { return s.is(it) || s.near(it) })
		if len(fit) == 0 {
			r.notMentioned(s)
			return
		}
	}
	switch exact := r.exact(fit); {
	case len(r.q.elsewhere) > 0:
		r.unknownPlace(fit)
	case len(fit) == 0:
		r.notCounted()
	case len(r.c.docs) > 1 && (len(stated(exact)) == 0 || r.q.negative):
		r.nearestInStory(fit)
	case len(exact) == 0 || r.q.negative:
		r.nearest(fit)
	case len(stated(exact)) == 0:
		r.figure(exact[0])
		r.note("That is an absence of reports, not a count.")
	default:
		r.given(exact, fit)
	}
}

// given lists the figures that fit, then who gave none and where none is reported.
func (r *reply) given(exact, fit []*item) {
	figures, rest := r.closest(ranked(stated(exact)))
	if len(r.c.docs) > 1 {
		figures = ranked(distinctHolders(newestFirst(figures)))
	}
	if r.othersFates(figures) {
		r.lead("There is no such number for " + r.c.places.Adjective(r.c.theme().nations[0]) + " " + r.c.theme().noun + " in " + r.plural() + "; these are of others:")
		r.behaviour = GivesAll
	} else if len(figures) > 1 {
		r.behaviour = GivesAll
		r.lead(r.noSingle(figures))
	}
	r.list(figures)
	if len(rest) > 0 {
		r.add(RoleHead, "Other figures count other things:", "")
		r.mention(rest[:min(len(rest), maxBeside)])
	}
	r.silences(r.numberGaps(false))
	if len(r.q.places) == 0 && len(r.q.acts) == 0 {
		for _, it := range absent(fit) {
			r.note(it.none() + " " + r.cite(it) + ".")
		}
	}
}

// measures counts the different things that figures count.
func (r *reply) measures(items []*item) int {
	seen := map[string]bool{}
	for _, it := range items {
		seen[measured(it.Measure)+"|"+it.Place] = true
	}
	return len(seen)
}

// measured is a measure by the fields of its words: people who died and people who were
// killed are one.
func measured(measure string) string {
	words := strings.Split(measure, "_")
	for i, w := range words {
		words[i] = theLexicon().fieldOf(w)
	}
	return strings.Join(words, "_")
}

// nearest says that the asked count is not there, who said so, and what is.
func (r *reply) nearest(fit []*item) {
	r.behaviour = Nearest
	r.lead(capital(r.plural()) + " " + r.does() + " give a count of that.")
	gaps := r.numberGaps(false)
	r.silences(filter(gaps, func(it *item) bool {
		return len(r.q.places) == 0 || len(it.places) == 0 || overlaps(it.places, r.q.places)
	}))
	near := filter(ranked(stated(fit)), func(it *item) bool {
		return overlaps(it.places, r.q.places) || len(r.q.acts) > 0 && overlaps(it.acts, r.q.acts)
	})
	if len(near) == 0 {
		near = ranked(stated(fit))
	}
	if len(near) > 0 {
		r.add(RoleHead, "Nearest, as what it is:", "")
		r.list(near)
	}
}

// unknownPlace says that a place is not in the reports and shows the nearest
// statement about presence.
func (r *reply) unknownPlace(fit []*item) {
	r.behaviour = Abstain
	r.lead(capital(placeName(r.q.elsewhere[0])) + " is not mentioned in " + r.plural() + ".")
	near := absent(fit)
	if e := r.q.earlier; e != nil && len(e.places) > 0 {
		if same := filter(near, func(it *item) bool { return overlaps(it.places, e.places) }); len(same) > 0 {
			near = same
		}
	}
	if len(near) > 0 {
		r.note("The nearest statement: " + sentenceLower(near[0].none()) + " " + r.cite(near[0]) + ".")
	}
}

// placeName writes a typed place as a name when it is one word.
func placeName(typed string) string {
	if strings.Contains(typed, " ") && typed == strings.ToLower(typed) {
		return "the " + typed
	}
	return capital(typed)
}

// notCounted says that what was asked for is not counted in the reports: its
// words may stand there, or the conversation may be about other figures.
func (r *reply) notCounted() {
	if r.unstated() {
		return
	}
	what := r.askedOf()
	if len(r.c.docs) > 1 {
		if near := r.mentioned(); len(near) > 0 {
			r.behaviour = Nearest
			r.lead(capital(r.plural()) + " give no number " + what + ".")
			r.add(RoleHead, "Nearest:", "")
			r.statements(near)
			return
		}
	} else if r.mentionedOnce(what) {
		return
	}
	r.behaviour = Abstain
	r.lead("Not in " + r.plural() + ": " + r.verb("it gives", "they give") + " no number " + what + ".")
	if before := filter(r.before(), (*item).counted); len(before) > 0 {
		r.add(RoleHead, "What is counted:", "")
		r.mention(before)
	}
}

// mentionedOnce says in which words the report mentions what it does not count.
func (r *reply) mentionedOnce(what string) bool {
	noun := r.c.pick(func(it *item) bool { return r.q.head != "" && it.fields[r.q.head] && len(r.q.nations) == 0 })
	if len(noun) == 0 || r.q.inherited {
		return false
	}
	words := nounPhrase(noun[0].Quote.Exact, r.q.head)
	if words == "" {
		return false
	}
	r.behaviour = Nearest
	r.lead(capital(r.plural()) + " " + r.verb("gives", "give") + " no number " + what + "; " + r.verb("it mentions", "they mention") + " only “" + words + "” " + r.cite(noun[0]) + ".")
	return true
}

// mentioned are the statements that name the asked things without counting them: by the
// asker's own word first, else by a word of its kind.
func (r *reply) mentioned() []*item {
	if r.q.head == "" || r.q.inherited {
		return nil
	}
	typed := stem(r.q.headTyped)
	named := func(it *item) bool {
		return slices.ContainsFunc(split(it.Quote.Exact), func(w string) bool { return stem(w) == typed })
	}
	near := r.c.pick(func(it *item) bool {
		return it.fields[r.q.head] && (len(r.q.nations) == 0 || overlaps(it.near, r.q.nations)) && it.Factuality != facts.CertainlyNot &&
			(it.Source.Kind != facts.KindReport || !it.gap())
	})
	any := !slices.ContainsFunc(near, named)
	near = filter(near, func(it *item) bool {
		return any && !it.counted() || named(it) || it.counted() && plainCount(it) && it.thing()[r.q.head]
	})
	byScore(near, func(it *item) float64 {
		n := 0.0
		if named(it) {
			n += 2
		}
		if it.counted() {
			n++
		}
		if overlaps(it.about, r.c.theme().nations) {
			n++
		}
		return n
	})
	return firstPerSentence(near)
}

// unstated quotes the sentences whose numbers fit but may not be given as figures:
// the readers disagree on them, or their holder denies them. It reports whether
// there are any.
func (r *reply) unstated() bool {
	items := firstPerSentence(r.c.pick(func(it *item) bool {
		return it.Value != nil && !it.counted() && !timeUnits[it.Value.Unit] && r.headFits(it) && r.nationFits(it) && r.topical(it.doc) &&
			(r.q.head != "" || overlaps(it.acts, r.q.acts)) && (len(r.q.places) == 0 || overlaps(it.places, r.q.places))
	}))
	if len(items) == 0 {
		return false
	}
	r.behaviour = Nearest
	r.lead("No figure for that can be given with certainty. " + capital(r.plural()) + " " + r.verb("says", "say") + ":")
	for i, it := range items {
		if i == 3 {
			break
		}
		r.add(RoleNote, quoted(it.doc.text(it.Quote.S))+" "+r.cite(it), "")
	}
	return true
}

// askedThing repeats in the asker's words what a count was asked of.
func (r *reply) askedThing() string {
	what := r.q.headTyped
	if what == "" {
		what = "that"
	}
	if len(r.q.nations) > 0 && what != "that" {
		return r.q.nationWord + " " + what
	}
	return what
}

// nounPhrase returns the words of a quote that name the field's thing, with the
// word before it when that belongs to it.
func nounPhrase(quote, field string) string {
	words := strings.Fields(quote)
	for i, w := range words {
		plain := strings.Trim(w, ".,;:!?”“\"'")
		if theLexicon().fieldOf(plain) != field {
			continue
		}
		if i > 0 && !functionWords[strings.ToLower(words[i-1])] {
			return words[i-1] + " " + plain
		}
		return plain
	}
	return ""
}

// more answers what is still to come.
func (r *reply) more() {
	if exact := filter(r.fitting(), func(it *item) bool { return it.acts["more"] && it.Value.Amount != nil }); len(exact) > 0 {
		r.list(ranked(exact))
		return
	}
	r.noForecast("Not given.")
}

func (r *reply) forecast() {
	r.noForecast(capital(r.plural()) + " " + r.verb("makes", "make") + " no forecast.")
}

func (r *reply) noForecast(lead string) {
	gaps := r.numberGaps(true)
	byScore(gaps, func(it *item) float64 {
		if it.fields["more"] || it.fields["expect"] {
			return 1
		}
		return 0
	})
	if len(gaps) == 0 {
		r.behaviour = Abstain
		r.lead("Not in " + r.plural() + ": " + r.verb("it says", "they say") + " nothing about what is to come.")
		return
	}
	r.behaviour = Gap
	r.lead(lead)
	for _, it := range gaps {
		r.add(RoleNote, it.statement()+" "+r.cite(it)+".", "")
		if !strings.Contains(strings.ToLower(it.statement()), "no number") && !it.fields["more"] {
			r.note(short(it.Source) + " gave no number " + r.cite(it) + ".")
		}
	}
}

// today answers for the newest report and says how old that is.
func (r *reply) today() {
	r.behaviour = Nearest
	newest := r.c.newest()
	r.lead("The newest report loaded is " + dated(newest) + ", so this may be out of date.")
	r.list(ranked(stated(r.fitting())))
	r.silences(r.numberGaps(false))
}

// noneThere answers "so there are none, correct?".
func (r *reply) noneThere() {
	none := filter(r.exact(r.fitting()), func(it *item) bool { return it.Value.Bound == facts.BoundNone })
	if len(none) == 0 {
		r.count()
		return
	}
	r.figure(none[0])
	r.note("That is an absence of reports, not proof that there are none.")
}

// subset answers "how many of the N are in …": the figure as what it is, and
// what is said of the place.
func (r *reply) subset() {
	base := r.numbered(r.q.numbers[0])
	there := filter(r.exact(r.fitting()), func(it *item) bool { return !contains(base, it) })
	if len(base) == 0 {
		r.unknownNumber()
		return
	}
	r.behaviour = Correct
	r.lead(capital(r.plural()) + " " + r.does() + " say how many of them.")
	r.list(there)
	r.add(RoleHead, "The figure that you name:", "")
	r.list(base)
}

func contains(items []*item, it *item) bool {
	return len(filter(items, func(x *item) bool { return x == it })) > 0
}

// unknownNumber says that no report holds the number that the asker typed.
func (r *reply) unknownNumber() {
	r.behaviour = Nearest
	r.lead("Not in " + r.plural() + ": no figure there is " + r.q.numbers[0].Text + ".")
	figures := ranked(stated(r.fitting()))
	if s := r.q.speaker; s != nil && len(r.c.docs) > 1 {
		figures = newestFirst(filter(r.c.pick(s.is), func(it *item) bool { return it.counted() && r.kin(it) }))
	}
	if len(r.c.docs) > 1 {
		figures = figures[:min(len(figures), maxElsewhere)]
	}
	if len(figures) > 0 {
		r.add(RoleHead, "The figures there:", "")
		r.list(figures)
	}
}
