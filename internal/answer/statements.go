package answer

import (
	"regexp"
	"strings"
	"time"

	"sitrep/internal/facts"
)

// topic answers a question of no other kind: the statements nearest in words.
func (r *reply) topic() {
	best := r.nearestStatements()
	if r.q.several && auxFirst.MatchString(r.q.text) { // no number says whether something is so
		best = filter(best, func(it *item) bool { return !it.counted() })
	}
	if len(best) == 0 && r.q.several && overlaps(r.c.theme().words, r.q.fields) {
		r.behaviour = Abstain
		r.lead("Not in " + r.plural() + ": " + r.verb("it says", "they say") + " nothing of that.")
		return
	}
	if len(best) == 0 {
		r.off()
		return
	}
	r.statements(best)
}

// nearestStatements are the items that share most content words with the
// question, if they share all that matter.
func (r *reply) nearestStatements() []*item {
	if len(r.q.unmatched) > 0 || len(r.q.content) == 0 {
		return nil
	}
	need := map[string]bool{}
	for _, w := range r.q.content {
		need[theLexicon().fieldOf(w)] = true
	}
	score := func(it *item) float64 {
		n := 0.0
		for f := range need {
			if it.fields[f] {
				n++
			}
		}
		return n
	}
	items := r.c.pick(func(it *item) bool { return score(it) >= float64(len(need)+1)/2 && r.aboutNames(it) })
	byScore(items, score)
	return items
}

// statements shows up to three items, figures as figures.
func (r *reply) statements(items []*item) {
	for i, it := range items {
		if i == 3 {
			return
		}
		if it.counted() {
			r.figure(it)
		} else {
			r.state(RoleNote, it)
		}
	}
}

func (r *reply) off() {
	r.behaviour = Scope
	r.lead("I answer only from the loaded reports, and they do not cover that.")
}

// fielded answers from the statements in one of the fields, or says that the
// reports are silent about what.
func (r *reply) fielded(what string, fields ...string) {
	items := firstPerSentence(r.c.pick(func(it *item) bool { return overlaps(it.fields, fields) && it.Measure != "venue" }))
	if len(items) == 0 {
		r.behaviour = Abstain
		r.lead("Not in " + r.plural() + ": " + r.verb("it says", "they say") + " nothing about " + what + ".")
		return
	}
	byScore(items, func(it *item) float64 {
		n := 0.0
		for _, f := range fields {
			if it.fields[f] {
				n++
			}
		}
		return n
	})
	r.statements(items)
}

func (r *reply) how()      { r.fielded("how they were moved", "transport", "vessel", "aircraft") }
func (r *reply) evidence() { r.fielded("evidence", "evidence") }
func (r *reply) meaning()  { r.fielded("what it means", "meaning") }

// unknowns lists what the reports themselves say is not known.
func (r *reply) unknowns() {
	gaps := r.c.pick((*item).gap)
	if len(gaps) == 0 {
		r.behaviour = Abstain
		r.lead("Not in " + r.plural() + ": " + r.verb("it names", "they name") + " nothing that is not known.")
		return
	}
	r.behaviour = GivesAll
	byScore(gaps, func(it *item) float64 { // numbers first, of those what is to come
		switch {
		case it.numberGap() && it.fields["more"]:
			return 2
		case it.numberGap():
			return 1
		}
		return 0
	})
	for i, it := range gaps {
		if i == MaxLines {
			return
		}
		r.add(RoleFigure, it.asked()+" "+r.cite(it), "")
	}
}

// asked states a gap; a question that the report quotes stays in its own words.
func (it *item) asked() string {
	if q := quotations(it.Quote.Exact); len(q) == 1 && strings.HasSuffix(strings.Trim(q[0], "”\""), "?") {
		return short(it.Source) + ": " + q[0]
	}
	return it.statement()
}

// disputed answers who denies: over several reports dated, and only of what these are
// about.
func (r *reply) disputed() {
	if len(r.c.docs) > 1 {
		r.deniedBy()
		return
	}
	r.disputedPlainly()
}

// disputedPlainly lists denials, missing replies and what they stand against.
func (r *reply) disputedPlainly() {
	denials := r.denials()
	if len(denials) == 0 {
		r.behaviour = Abstain
		r.lead("Not in " + r.plural() + ": " + r.verb("it reports", "they report") + " no denial.")
		return
	}
	r.states(denials)
	r.states(r.c.pick(func(it *item) bool {
		return it.Measure == "response" || it.fields["reply"] && noReply.MatchString(it.Quote.Exact)
	}))
}

var noReply = re(`\b(no|not|declined|refused|without)\b`)

// expected lists what the reports say is planned or being prepared.
func (r *reply) expected() {
	items := firstPerSentence(r.c.pick(func(it *item) bool {
		return planned.MatchString(strings.ToLower(it.Quote.Exact)) && !it.gap() && !it.counted()
	}))
	if len(items) == 0 {
		r.behaviour = Abstain
		r.lead("Not in " + r.plural() + ": " + r.verb("it names", "they name") + " nothing that is planned next.")
		return
	}
	r.statements(items)
}

var planned = re(`\b(preparing|plans? to|planned|scheduled|set to|due to|about to|expected to|intends? to)\b`)

// author answers who wrote the report and where it appeared.
func (r *reply) author() {
	doc := r.c.newest()
	if doc == nil {
		doc = r.c.docs[0]
	}
	lines := r.c.pick(func(it *item) bool { return it.Measure == "byline" && it.doc == doc })
	if doc.Byline == "" || doc.Publisher == "" {
		r.behaviour = Nearest
		missing := "The author and the outlet are"
		switch {
		case doc.Byline != "":
			missing = "The outlet is"
		case doc.Publisher != "":
			missing = "The author is"
		}
		r.lead(missing + " not named in the loaded text.")
	} else {
		r.lead("“" + doc.Title + "”: " + doc.Byline + ", " + doc.Publisher + ".")
	}
	for _, it := range lines {
		r.add(RoleNote, "Credit line: "+it.claim()+" "+r.cite(it)+".", "")
	}
}

// when answers on what day something was said.
func (r *reply) when() {
	items := r.c.all()
	if s := r.q.speaker; s != nil {
		items = r.c.pick(s.is)
	}
	r.whenOf(items)
}

func (r *reply) whenOf(items []*item) {
	for _, it := range items {
		words := dayNamed(it)
		if words == "" || it.Cue == nil {
			continue
		}
		r.add(RoleNote, "On "+strings.TrimPrefix(words, "on ")+" "+r.cite(it)+", that is "+facts.FormatDay(it.Said)+" by the report's publication date"+r.basis(it.doc)+".", words)
		r.called(it, words, "date")
		return
	}
	if len(items) > 0 && items[0].Source.Kind != facts.KindReport {
		r.behaviour = Gap
		r.lead(capital(r.plural()) + " " + r.does() + " say on what day; published " + dated(items[0].doc) + " " + r.cite(items[0]) + ".")
		return
	}
	r.behaviour = Abstain
	r.lead("Not in " + r.plural() + ": " + r.verb("it gives", "they give") + " no day for that.")
}

// dayNamed is the word of the item's sentence for the day on which it was said:
// its weekday, or today or yesterday. Empty when the sentence names another day or
// none.
func dayNamed(it *item) string {
	day, err := time.Parse(time.DateOnly, it.Said)
	if err != nil {
		return ""
	}
	for _, words := range dayWords.FindAllString(it.doc.text(it.Quote.S), -1) {
		published, _ := time.Parse(time.DateOnly, it.doc.Published)
		if words == day.Weekday().String() || words == "today" && day.Equal(published) || words == "yesterday" && day.Equal(published.AddDate(0, 0, -1)) {
			return words
		}
	}
	return ""
}

// basis says when a publication date does not come from the text.
func (r *reply) basis(doc *source) string {
	if doc.PublishedBasis == facts.BasisSupplied {
		return "; the text gives only the day's name"
	}
	return ""
}

var (
	dayWords = regexp.MustCompile(`\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today)\b`)
)

// figureDate answers when a figure was made: seldom said.
func (r *reply) figureDate() {
	items := filter(r.asked(), (*item).counted)
	if len(items) == 0 {
		r.askBack()
		return
	}
	for _, it := range items {
		if dayNamed(it) != "" {
			r.whenOf([]*item{it})
			continue
		}
		r.behaviour = Gap
		r.note(capital(r.plural()) + " " + r.does() + " say when this was established; it was published on " + dated(it.doc) + ":")
		r.list([]*item{it})
	}
}

// sentences quotes the sentence behind a figure or behind the answer before.
func (r *reply) sentences() {
	items := r.asked()
	if len(items) == 0 {
		r.askBack()
		return
	}
	for i, it := range firstPerSentence(items) {
		if i == MaxLines {
			return
		}
		r.add(RoleNote, quoted(it.doc.text(it.Quote.S))+" "+r.cite(it), "")
		if it.counted() {
			r.attach(it)
		}
	}
}

// typeOf answers what kind of people or things: the reports' own words.
func (r *reply) typeOf() {
	found := false
	for _, it := range r.c.all() {
		word := typeWords.FindString(it.Quote.Exact)
		if word == "" || found {
			continue
		}
		found = true
		r.add(RoleNote, capital(r.plural())+" "+r.verb("calls", "call")+" them “"+word+"” "+r.cite(it)+".", "“"+word+"”")
	}
	if !found {
		r.behaviour = Abstain
	}
	r.note(capital(r.plural()) + " " + r.does() + " say more about what kind they are.")
}

var typeWords = re(`\b(conscripts?|volunteers?|reservists?|mercenar(?:y|ies)|paratroopers?|marines?|commandos?|special forces|infantry(?:men)?|regulars?|militia(?:men)?|convicts?|recruits?|cadets?)\b`)
