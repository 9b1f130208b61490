package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// source answers "according to whom?" about the answer before this one.
func (r *reply) source() {
	items := r.before()
	if len(r.q.numbers) > 0 {
		items = r.asked()
	}
	if len(items) == 0 {
		r.askBack()
		return
	}
	for i, it := range items {
		if i == MaxLines {
			return
		}
		r.add(RoleNote, it.provenance()+r.published(it)+": "+quoted(it.doc.text(it.Quote.S))+" "+r.cite(it), "")
		if it.counted() {
			r.attach(it)
		}
	}
}

// attach counts an item as a figure of the line just written.
func (r *reply) attach(it *item) {
	last := &r.lines[len(r.lines)-1]
	last.figures = append(last.figures, len(r.figures))
	r.figures = append(r.figures, r.record(it))
}

// provenance names a holder and says what is not known about it.
func (it *item) provenance() string {
	switch it.Source.Kind {
	case facts.KindOfficials:
		return it.Source.Name + ", whom the report does not name"
	case facts.KindReport:
		return "The report itself, without a source"
	}
	return it.Source.Name
}

// askBack asks which figure or statement is meant.
func (r *reply) askBack() {
	r.behaviour = Clarify
	r.lead("Which figure or statement do you mean? Name it, or ask for it first.")
}

// everySource lists each figure with its holder, and who gave none.
func (r *reply) everySource() {
	r.behaviour = GivesAll
	r.list(ranked(stated(r.fitting())))
	r.silences(r.numberGaps(false))
}

// identity answers who an unnamed holder is: the reports do not say.
func (r *reply) identity() {
	r.behaviour = Gap
	var seen []string
	items := r.c.pick(func(it *item) bool { return it.Source.Kind == facts.KindOfficials })
	byScore(items, func(it *item) float64 {
		score := 0.0
		if it.Source.Text == it.Source.Name {
			score++
		}
		if it.counted() {
			score++
		}
		return score
	})
	for _, it := range items {
		if s := r.q.speaker; slices.Contains(seen, it.Source.Name) || s != nil && s.source.Name != "" && s.source.Name != it.Source.Name {
			continue
		}
		seen = append(seen, it.Source.Name)
		r.note(capital(r.plural()) + " " + r.does() + " name them: only “" + it.Source.Text + "” " + r.cite(it) + ".")
	}
	if len(seen) == 0 {
		r.behaviour = Abstain
		r.lead("Not in " + r.plural() + ": no unnamed source is mentioned.")
	}
}

// holder answers "X says N, right?".
func (r *reply) holder() {
	named := r.numbered(r.q.numbers[0])
	if len(named) == 0 {
		r.unknownNumber()
		return
	}
	if right := filter(named, r.q.speaker.is); len(right) > 0 {
		if r.hedgeLost(right) {
			r.behaviour = Correct
			r.lead("Not just that number, but with its hedge:")
			r.list(right)
			return
		}
		r.lead("As far as " + r.plural() + " " + r.verb("goes", "go") + ", with its hedge:")
		r.list(right)
		return
	}
	if len(r.c.docs) > 1 {
		r.notTheirs(r.q.speaker, orAll(filter(named, r.kin), named))
		return
	}
	r.behaviour = Correct
	r.lead("Not as written.")
	r.list(named)
	theirs := firstPerSentence(r.c.pick(r.q.speaker.is))
	if len(theirs) > 0 {
		r.note("Of " + short(theirs[0].Source) + " " + r.plural() + " " + r.verb("gives", "give") + " other statements " + r.cite(theirs...) + ".")
		if theirs[0].Source.Kind == facts.KindOfficials && named[0].Source.Kind == facts.KindOfficials {
			r.note(capital(r.plural()) + " " + r.does() + " say whether they are the same people.")
		}
	}
}

// hedgeLost says whether the asker left out a hedge that makes a number a floor or a
// ceiling.
func (r *reply) hedgeLost(items []*item) bool {
	return len(r.c.docs) > 1 && !slices.ContainsFunc(items, func(it *item) bool {
		return it.Value.Bound != facts.BoundMin && it.Value.Bound != facts.BoundMax || strings.Contains(r.q.text, strings.ToLower(hedgeOf(it.Value.Text)))
	})
}

func firstPerSentence(items []*item) []*item {
	var out []*item
	for _, it := range items {
		if !slices.ContainsFunc(out, func(x *item) bool { return x.doc == it.doc && x.Quote.S == it.Quote.S }) {
			out = append(out, it)
		}
	}
	return out
}

// speaker answers what somebody says.
func (r *reply) speaker() {
	s := r.person()
	if s == nil {
		r.askBack()
		return
	}
	theirs := r.c.pick(s.is)
	switch {
	case len(r.c.docs) > 1 && measureAsked.MatchString(r.q.text) && r.c.theme().head != "":
		r.countBy(s, r.fitting())
	case len(theirs) == 0:
		r.notMentioned(s)
	case inPlace(r.q) && r.elsewhere(s, theirs):
	case len(r.c.docs) == 1:
		r.states(firstPerSentence(theirs))
	default:
		r.toldBy(theirs)
	}
}

// person is the speaker that the question means: named, carried on from the
// conversation, or the one person whom the reports quote most.
func (r *reply) person() *speaker {
	if r.q.speaker != nil {
		return r.q.speaker
	}
	count := map[string]int{}
	var best facts.Source
	for _, it := range r.c.all() {
		if it.Source.Kind != facts.KindNamed {
			continue
		}
		count[it.Source.Name]++
		if count[it.Source.Name] > count[best.Name] {
			best = it.Source
		}
	}
	if best.Name == "" {
		return nil
	}
	return &speaker{typed: best.Name, source: best, exactly: true}
}

// elsewhere corrects the place where somebody is said to have spoken, when the
// reports name another.
func (r *reply) elsewhere(s *speaker, theirs []*item) bool {
	venues := r.c.pick(func(it *item) bool { return it.Measure == "venue" && r.spokeIn(s, it) })
	if len(venues) == 0 || overlaps(venues[0].places, r.q.places) {
		return false
	}
	r.behaviour = Correct
	where := "there"
	if len(r.q.elsewhere) > 0 {
		where = "at or in " + placeName(r.q.elsewhere[0])
	}
	r.lead(capital(r.plural()) + " " + r.does() + " place " + short(s.source) + " " + where + " " + r.cite(venues[0]) + ".")
	r.add(RoleNote, "It says: "+sentenceLower(venues[0].claim())+" "+r.cite(venues[0])+".", "")
	for i, it := range firstPerSentence(theirs) {
		if i == 3 {
			break
		}
		r.state(RoleNote, it)
	}
	return true
}

// spokeIn says whether the venue's sentence is about the speaker.
func (r *reply) spokeIn(s *speaker, it *item) bool {
	return mentions(it.doc.text(it.Quote.S), s.source)
}

// notMentioned says that nobody of that name is a holder, and shows what comes
// from the same country.
func (r *reply) notMentioned(s *speaker) {
	near := firstPerSentence(r.c.pick(s.near))
	who := capital(s.typed)
	if len(near) == 0 {
		r.behaviour = Abstain
		r.lead("Not in " + r.plural() + ": " + r.verb("it does not", "they do not") + " mention any statement by " + who + ".")
		return
	}
	r.behaviour = Nearest
	if s.exactly && !r.c.has(s.typed) {
		r.lead(who + " is not mentioned in " + r.plural() + ".")
	} else {
		r.lead(capital(r.plural()) + " " + r.does() + " mention any statement by " + who + ".")
	}
	r.add(RoleHead, "Nearest:", "")
	for i, it := range near {
		if i == MaxLines {
			return
		}
		if it.counted() {
			r.figure(it)
		} else {
			r.state(RoleNote, it)
		}
	}
}

// words lists what stands in quotation marks, and says that the rest is paraphrase.
func (r *reply) words() {
	s := r.person()
	if s == nil {
		r.askBack()
		return
	}
	theirs := r.c.pick(s.is)
	if len(theirs) == 0 {
		r.notMentioned(s)
		return
	}
	var direct, rest []*item
	for _, it := range theirs {
		if len(quotations(it.Quote.Exact)) > 0 {
			direct = append(direct, it)
		} else if !slices.ContainsFunc(direct, func(d *item) bool { return d.doc == it.doc && d.Quote.S == it.Quote.S }) {
			rest = append(rest, it)
		}
	}
	name := short(s.source)
	if len(direct) == 0 {
		r.lead("No direct quotation of " + name + " is in " + r.plural() + ": all is paraphrase " + r.cite(firstPerSentence(rest)...) + ".")
		return
	}
	if len(r.c.docs) > 1 && len(direct) > 1 {
		r.behaviour = GivesAll
	}
	r.lead("Direct quotations:")
	for _, it := range direct {
		for _, words := range quotations(it.Quote.Exact) {
			r.add(RoleFigure, name+": "+words+r.published(it)+" "+r.cite(it), "")
		}
	}
	if len(rest) > 0 {
		r.note("Everything else given as from " + name + " is paraphrase " + r.cite(firstPerSentence(rest)...) + ".")
	}
}

var inQuotes = re(`“[^”]+”|"[^"]+"`)

// quotations returns what stands between quotation marks, marks included.
func quotations(text string) []string {
	return inQuotes.FindAllString(text, -1)
}

// confirmed answers what is confirmed, by whom, and what is not.
func (r *reply) confirmed() {
	sure := firstPerSentence(r.confirmations(nil))
	if len(sure) == 0 {
		r.behaviour = Gap
		r.lead("Nobody in " + r.plural() + " is said to have confirmed it.")
	}
	for i, it := range sure {
		if i == 3 {
			break
		}
		r.state(RoleNote, it)
	}
	r.silences(r.numberGaps(false))
	if !listAsked.MatchString(r.q.text) {
		r.states(r.denials())
	}
}

// listAsked asks for what is confirmed, not whether something is: then what
// stands against it is another question.
var listAsked = re(`^what (is|has been|was) confirmed`)

// confirmations are the statements with a cue of confirming, by the speaker or,
// without one, by anybody.
func (r *reply) confirmations(s *speaker) []*item {
	return r.c.pick(func(it *item) bool {
		return it.Cue != nil && it.Factuality == facts.Certain && theLexicon().fieldOf(firstWord(it.Cue.Text)) == "confirm" && (s == nil || s.is(it))
	})
}

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

func (r *reply) denials() []*item {
	return r.c.pick(func(it *item) bool { return it.Factuality == facts.CertainlyNot })
}

// confirmedBy answers "did X confirm it?" and "did X confirm the N?".
func (r *reply) confirmedBy() {
	s := r.q.speaker
	theirs := r.confirmations(s)
	if len(r.q.numbers) > 0 {
		r.confirmedNumber(s)
		return
	}
	if len(theirs) > 0 {
		if asksWhen.MatchString(r.q.text) {
			r.whenOf(theirs)
			return
		}
		r.states(firstPerSentence(theirs))
		r.silences(r.numberGaps(false))
		if len(r.c.docs) > 1 {
			r.notYetKnown(s)
		}
		return
	}
	r.behaviour = Correct
	r.lead(capital(r.plural()) + " " + r.verb("has", "have") + " no confirmation by " + capital(s.typed) + ".")
	r.states(r.c.pick(func(it *item) bool {
		return (s.is(it) || s.country != "" && it.about[s.country]) && (it.fields["reply"] || it.fields["deny"] || it.Factuality == facts.CertainlyNot)
	}))
}

// confirmedNumber answers "did X confirm the N?".
func (r *reply) confirmedNumber(s *speaker) {
	named := r.numbered(r.q.numbers[0])
	if len(named) == 0 {
		r.unknownNumber()
		return
	}
	if sure := filter(named, func(it *item) bool { return s.is(it) && contains(r.confirmations(s), it) }); len(sure) > 0 {
		r.list(sure)
		return
	}
	r.behaviour = Correct
	if len(r.c.docs) > 1 {
		r.lead("No report says so: no confirmation of that number by " + s.name() + " is given.")
		r.saysOfIt(s)
		r.add(RoleHead, "Whose the number is:", "")
		r.list(r.ofNumber(r.q.numbers[0]))
		return
	}
	r.lead(capital(r.plural()) + " " + r.does() + " say so: no confirmation of that number is given.")
	if sure := r.confirmations(nil); len(sure) > 0 {
		r.add(RoleNote, "What is confirmed: "+sure[0].statement()+" "+r.cite(sure[0])+".", "")
	}
	r.silences(r.numberGaps(false))
	r.add(RoleHead, "The figure that you name:", "")
	r.list(named)
}

// independent answers whether a figure is confirmed by anybody else.
func (r *reply) independent() {
	r.behaviour = Gap
	figures := r.asked()
	if len(figures) == 0 {
		r.notCounted()
		return
	}
	r.lead(capital(r.plural()) + " " + r.does() + " say so: no independent confirmation is given.")
	r.list(figures)
	r.silences(r.numberGaps(false))
	if rest := r.others(figures); len(rest) > 0 && len(r.c.docs) == 1 {
		r.add(RoleHead, "Other figures count other things:", "")
		r.list(rest)
	}
}
