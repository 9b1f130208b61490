package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// maxWhether is how many statements answer a question for yes or no.
const maxWhether = 6

// whether answers "are they at work yet or not?" with what each holder says of it: who
// reports none, who has evidence, who does not know.
func (r *reply) whether() {
	items := r.c.pick(func(it *item) bool {
		switch {
		case imagined.MatchString(it.sentenceOf()):
			return false
		case r.absence(it):
			return r.c.onTheme(it) && r.absentThen(it)
		case it.counted():
			return it.fate(r.c.lex) && overlaps(it.acts, r.q.acts) && (len(r.q.nations) == 0 || it.belongs(r.q.nations))
		}
		return r.c.onTheme(it) && r.bearsOn(it)
	})
	if len(items) == 0 {
		r.asIfCount()
		return
	}
	byScore(items, r.tellingOf)
	items = firstStatements(items)
	items = items[:min(len(items), maxWhether)]
	if len(items) > 1 {
		r.behaviour = GivesAll
		r.lead(capital(r.plural()) + " " + r.verb("does", "do") + " not settle it:")
	}
	for _, it := range items {
		if r.absence(it) {
			r.note(it.none() + " " + r.cite(it) + ".")
			continue
		}
		if it.counted() {
			r.figure(it)
			continue
		}
		r.add(RoleNote, r.stated(it)+" "+r.cite(append([]*item{it}, r.copies(it)...)...)+".", "")
	}
}

// copies are the same words of the same holder in other reports.
func (r *reply) copies(it *item) []*item {
	return r.c.pick(func(o *item) bool {
		return o.doc != it.doc && sameHolder(o.Source, it.Source) && squeezed(o.Quote.Exact) == squeezed(it.Quote.Exact)
	})
}

// tellingOf says how much a statement tells of whether something is so: who reports
// none, who does not know and who has evidence first.
func (r *reply) tellingOf(it *item) float64 {
	n := 0.0
	switch {
	case r.absence(it):
		n += 3
	case it.unknowing():
		n += 3
	case it.fields["evidence"]:
		n += 3
	}
	if len(r.q.places) > 0 && r.namesPlace(it) {
		n++
	}
	if it.Source.Kind != facts.KindReport {
		n++
	}
	return n
}

// imagined matches sentences about a case that is only thought of.
var imagined = re(`^"?if\b|\b(were to|in case)\b|\bshould consider\b|\bif (they|it|he|she|[a-z]+ [a-z]+ [a-z]+s) `)

// absentThen says whether an absence bears on the deed that is asked about: it is of
// that deed, or of the place, or the deed needs somebody to be there.
func (r *reply) absentThen(it *item) bool {
	if len(r.q.places) > 0 {
		return overlaps(it.places, r.q.places)
	}
	return overlaps(it.fields, r.q.acts) || !slices.ContainsFunc(r.q.acts, func(a string) bool { return fates[a] })
}

// bearsOn says whether a statement tells of the deed that is asked about.
func (r *reply) bearsOn(it *item) bool {
	return len(r.q.acts) > 0 && overlaps(it.fields, r.q.acts) && (it.Source.Kind != facts.KindReport || it.unknowing())
}

// absence says whether an item reports that something is not known to be there.
func (r *reply) absence(it *item) bool {
	return it.Value != nil && it.Value.Bound == facts.BoundNone && it.Firm
}

// unknowing says whether a statement is that somebody does not know.
func (it *item) unknowing() bool {
	return it.gap() || notKnown.MatchString(it.sentenceOf())
}

var notKnown = re(`\b(not|n't|cannot|unable to) (yet )?(know|say|confirm|verify|clear|certain)\b|\b(unknown|unclear|uncertain|unconfirmed|too early)\b`)

// firstStatements keeps one of each sentence, and one of those that say the same words
// again in another report.
func firstStatements(items []*item) []*item {
	var out []*item
	for _, it := range firstPerSentence(items) {
		if !slices.ContainsFunc(out, func(o *item) bool { return squeezed(o.Quote.Exact) == squeezed(it.Quote.Exact) }) {
			out = append(out, it)
		}
	}
	return out
}

func squeezed(text string) string {
	return strings.Join(split(text), " ")
}

// dismissals are words by which somebody rejects what is said without "deny".
var dismissals = re(`\b(fake|false|falsehoods?|baseless|groundless|unfounded|untrue|hoax|fabricat\w*|rumou?rs?|lies?|nonsense|invent(ed|ion)|slander|wrong|misleading|ridiculous|absurd|propaganda|disinformation|made up|speculation|denial|denie[sd]|deny(ing)?|reject(s|ed|ing)?|dismiss(es|ed|ing)?|refut(es|ed|ing)|disput(es|ed))\b`)

// softened matches the withdrawal of a denial or claim.
var softened = re(`\b((walk|step|row|climb)(s|ped|ed|ing|bed)? (back|down)|back(s|ed|ing)? away|back-?track(s|ed|ing)?|retract(s|ed|ing)?|soften(s|ed|ing)?|withdr(aws?|ew|awn)|no longer den(y|ies)|stop(s|ped) short|revers(es|ed)|retreat(s|ed|ing)?|abandon(s|ed|ing)?|drop(s|ped|ping)? (its|his|her|their)|admit(s|ted)?|concede[sd]?)\b`)

// denies says whether an item denies or rejects what the story is about, or withdraws
// such a denial.
func (c *corpus) denies(it *item) bool {
	sentence := it.sentenceOf()
	if !dismissals.MatchString(strings.ToLower(it.Quote.Exact)) && !(it.Factuality == facts.CertainlyNot && dismissals.MatchString(sentence)) || imagined.MatchString(sentence) {
		return false
	}
	if it.Factuality == facts.CertainlyNot || softened.MatchString(sentence) {
		return reportsDenied.MatchString(sentence)
	}
	return it.Value == nil && it.Source.Kind != facts.KindReport && (it.Measure == "characterization" || reportsDenied.MatchString(sentence))
}

// reportsDenied matches what is denied: reports and claims, not permission.
var reportsDenied = re(`\b(reports?|claims?|allegations?|accusations?|charges?|it|that|this|them|any|involvement|responsibility|presence|denial|having|denied (the )?\w+ing|statements?|figures?|numbers?|tolls?)\b`)

// denialsOnTheme are the denials of what the story is about, newest first, one for
// each sentence.
func (r *reply) denialsOnTheme() []*item {
	all := r.c.pick(r.c.denies)
	if about := filter(all, r.deniesTheme); len(about) > 1 {
		all = about
	}
	byScore(all, func(*item) float64 { return 0 })
	var out []*item
	for _, it := range all {
		at := slices.IndexFunc(out, func(o *item) bool { return o.doc == it.doc && o.Quote.S == it.Quote.S })
		switch {
		case at < 0:
			out = append(out, it)
		case len(quotations(it.Quote.Exact)) > 0 && len(quotations(out[at].Quote.Exact)) == 0:
			out[at] = it // the one with the words used
		}
	}
	return out
}

// deniesTheme says whether a denial may be of what the story is about: its sentence
// names it, or names nothing else but reports.
func (r *reply) deniesTheme(it *item) bool {
	if r.c.onTheme(it) || r.c.theme().head == "" {
		return true
	}
	return plainReports.MatchString(it.sentenceOf())
}

var plainReports = re(`\b(the|these|those|such|that|them|all) ?(\w+ )?(reports?|claims?|allegations?|accusations?|denial|rumou?rs)?\b.{0,60}\b(fake|false|baseless|groundless|unfounded|untrue|rumou?rs?|denial)\b|\bdenied (the |these |those |such |all )?(reports?|claims?|allegations?|accusations?)\b`)

// denialsBy are the denials of a side, and what is told of it withdrawing one.
func (r *reply) denialsBy(s *speaker) []*item {
	side := r.sideOf(s)
	return filter(r.denialsOnTheme(), func(it *item) bool {
		if s.is(it) || s.source.Name != "" && sentenceNames(it.doc.text(it.Quote.S), s.source) {
			return true
		}
		return s.source.Kind != facts.KindNamed && (overlaps(it.holders, side) || it.Source.Kind == facts.KindReport && overlaps(it.about, side))
	})
}

// sentenceNames says whether a text names a holder, a body by the words that are its own.
func sentenceNames(text string, src facts.Source) bool {
	if mentions(text, src) {
		return true
	}
	own := ownNames(src.Name)
	return len(own) > 0 && familyName(src) == "" && holdsAll(split(text), own)
}

// sideOf are the countries for which a speaker speaks.
func (r *reply) sideOf(s *speaker) []string {
	if s.country != "" {
		return []string{s.country}
	}
	for _, it := range r.c.pick(s.is) {
		if len(it.holders) > 0 {
			return keys(it.holders)
		}
	}
	return nil
}

// deniedBy lists who denied and when, the withdrawal of a denial too.
func (r *reply) deniedBy() {
	items := r.denialsOnTheme()
	if s := r.q.speaker; s != nil && len(r.denialsBy(s)) > 0 {
		items = r.denialsBy(s)
	}
	if len(items) == 0 {
		r.disputedPlainly()
		return
	}
	r.behaviour = GivesAll
	for _, it := range items[:min(len(items), MaxLines)] {
		r.stateDated(it)
	}
}

// stillDenies answers "does X still deny it?": X's latest word first.
func (r *reply) stillDenies() {
	s := r.q.speaker
	items := r.denialsOnTheme()
	if s != nil {
		items = r.denialsBy(s)
	}
	if len(items) == 0 {
		r.behaviour = Abstain
		r.lead("Not in " + r.plural() + ": " + r.verb("it reports", "they report") + " no denial.")
		return
	}
	byScore(items, func(it *item) float64 {
		if softened.MatchString(it.sentenceOf()) {
			return 1
		}
		return 0
	})
	if softened.MatchString(items[0].sentenceOf()) {
		r.lead("Not as before, by the report published " + dated(items[0].doc) + ":")
	}
	for _, it := range items[:min(len(items), 3)] {
		r.stateDated(it)
	}
	if newest := r.c.newest(); newest != items[0].doc && newest.day() != "" {
		r.note("The newest report, published " + newest.day() + ", says nothing more of it.")
	}
}

// notYetKnown adds what a side says that it does not know, after what it confirms.
func (r *reply) notYetKnown(s *speaker) {
	items := firstStatements(newestFirst(r.c.pick(func(it *item) bool {
		return s.is(it) && it.unknowing() && !it.numberGap() && !it.counted() && r.onThemeSentence(it)
	})))
	for _, it := range items[:min(len(items), 1)] {
		r.add(RoleNote, r.stated(it)+" "+r.cite(append([]*item{it}, r.copies(it)...)...)+".", "")
	}
}

// onThemeSentence says whether a statement is about the story's things by any word.
func (r *reply) onThemeSentence(it *item) bool {
	t := r.c.theme()
	return t.head == "" || it.fields[t.head] || r.c.onTheme(it)
}

// quoted answers "did X say "a" or "b"?": each that stands in X's words, with the report
// in which it stands.
func (r *reply) saidQuoted() {
	s := r.q.speaker
	r.behaviour = Gives
	found, missing := 0, []string{}
	for _, words := range typedQuotes(r.q.raw) {
		at := r.verbatim(s, words)
		if len(at) == 0 {
			missing = append(missing, words)
			continue
		}
		found++
		for _, it := range at {
			r.add(RoleFigure, short(it.Source)+": “"+words+"”"+r.published(it)+" "+r.cite(it), "“"+words+"”")
		}
	}
	switch {
	case found == 0:
		r.behaviour = Correct
		r.lead("Neither stands in the words that " + r.plural() + " " + r.verb("gives", "give") + " of " + s.name() + ".")
		for _, it := range r.c.pick(s.is) {
			for _, q := range quotations(it.Quote.Exact)[:min(1, len(quotations(it.Quote.Exact)))] {
				r.add(RoleFigure, short(it.Source)+": "+q+r.published(it)+" "+r.cite(it), "")
			}
		}
	case len(missing) > 0:
		r.note("Not among the words given of " + s.name() + ": “" + missing[0] + "”.")
	case found > 1:
		r.behaviour = GivesAll
	}
}

// published says in which report something stands, where there are several.
func (r *reply) published(it *item) string {
	if day := it.doc.day(); day != "" && len(r.c.docs) > 1 {
		return " (report published " + day + ")"
	}
	return ""
}

// holdsJust says whether a quotation holds the words, and not as the end of a longer
// run of the same: "very bad" is not what "very, very bad" says.
func holdsJust(text, words string) bool {
	first, _, _ := strings.Cut(words, " ")
	for from := 0; ; {
		i := index(text, words, from)
		if i < 0 {
			return false
		}
		before := split(text[:i])
		if len(before) == 0 || before[len(before)-1] != first {
			return true
		}
		from = i + 1
	}
}

// verbatim are the speaker's quotations that hold just those words.
func (r *reply) verbatim(s *speaker, words string) []*item {
	return firstPerSentence(r.c.pick(func(it *item) bool {
		if !s.is(it) {
			return false
		}
		return slices.ContainsFunc(quotations(it.Quote.Exact), func(q string) bool {
			return holdsJust(strings.ToLower(strings.Trim(straight(q), `"`)), strings.ToLower(words))
		})
	}))
}

var quotedByAsker = re(`"([^"]{2,120})"`)

// typedQuotes are what the asker put between quotation marks.
func typedQuotes(raw string) []string {
	var out []string
	for _, m := range quotedByAsker.FindAllStringSubmatch(straight(raw), -1) {
		out = append(out, strings.TrimRight(m[1], ".,?!"))
	}
	return out
}
