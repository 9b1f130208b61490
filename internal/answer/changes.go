package answer

import (
	"slices"
	"strings"
	"time"

	"sitrep/internal/facts"
)

// How many figures and how many statements a list of changes shows at most, and
// how many of what stayed open.
const (
	maxChangedFigures = 6
	maxChangedWords   = 5
	maxOpen           = 2
)

// A change is a fact of a new report against what the reports before it told.
type change struct {
	flag  string
	it    *item
	older *item // what it stands against; nil for NEW
	score float64
}

// A span parts the reports into those that are new to the asker and those before.
type span struct {
	fresh, known []*source
	topic        []string // stems that the question names as its topic
}

// changed answers what is new since a day, or in the newest report where the
// question names none: first the figures of what the reports are about, then who
// confirmed, denied or took back, then what stayed open.
func (r *reply) changed() {
	s := r.span()
	if len(s.fresh) == 0 {
		r.nothingNew(s)
		return
	}
	figures := r.changedFigures(s)
	words := r.changedWords(s, figures)
	if len(figures)+len(words) == 0 {
		r.lead("No change: " + r.reportsOf(s.fresh) + " " + plural(s.fresh, "gives", "give") + " nothing new on " + onWhat(s.topic) + ".")
		return
	}
	r.behaviour = GivesAll
	if len(s.known) == 0 {
		r.lead("No earlier report is loaded. In " + r.reportsOf(s.fresh) + ":")
	} else {
		r.lead("New in " + r.reportsOf(s.fresh) + ", against " + r.reportsOf(s.known) + ":")
	}
	for _, c := range figures {
		r.flagged(c)
	}
	for _, c := range words {
		r.flaggedWords(c)
	}
	r.stayedOpen(s, words)
}

// onWhat names the topic of a question for changes.
func onWhat(topic []string) string {
	if len(topic) == 0 {
		return "what the reports before count"
	}
	return "that"
}

// nothingNew says that no report came out since the day asked about.
func (r *reply) nothingNew(s span) {
	if len(s.known) == 0 {
		r.behaviour = Abstain
		r.lead("No report is loaded on that.")
		return
	}
	r.lead("No change: no new report since the one of " + dated(latest(s.known)) + ".")
}

// span finds which reports are new by the question's words and the day of asking.
func (r *reply) span() span {
	var s span
	s.topic = topicOf(normal(r.q.raw))
	newest := r.c.newest()
	if newest == nil {
		return s
	}
	today := r.c.asOf
	now, err := time.Parse(time.DateOnly, today)
	if err != nil {
		now, err = time.Parse(time.DateOnly, newest.Published)
	}
	if err != nil {
		return s
	}
	since, ok := sinceDay(normal(r.q.raw), now)
	if !ok {
		since = r.dayBefore(newest, r.c.asOf != "" && !pastAsked.MatchString(r.q.text), now)
	}
	for _, d := range r.c.docs {
		switch {
		case !d.tellsOf(s.topic) || d.Published == "":
		case r.isFresh(d, since):
			s.fresh = append(s.fresh, d)
		default:
			s.known = append(s.known, d)
		}
	}
	s.fresh = slices.DeleteFunc(s.fresh, func(d *source) bool { // a reprint is not new
		return slices.ContainsFunc(s.known, func(k *source) bool { return sameText(d, k) })
	})
	return s
}

// pastAsked asks for what changed, whenever the last report came; what is new is
// asked of today.
var pastAsked = re(`\bchanged?\b|\bchanges\b|\blatest\b|\blast\b|\bmiss\b`)

// isFresh says whether a report is new: named as such by the caller, else published
// after the day.
func (r *reply) isFresh(d *source, since string) bool {
	if len(r.c.fresh) > 0 {
		return slices.Contains(r.c.fresh, d.ID)
	}
	return d.Published > since
}

// dayBefore is the last day that is not new where the question names none: the day
// before today for "anything new?", else the day before the newest report.
func (r *reply) dayBefore(newest *source, today bool, now time.Time) string {
	if !today {
		if day, err := time.Parse(time.DateOnly, newest.Published); err == nil {
			now = day
		}
	}
	return now.AddDate(0, 0, -1).Format(time.DateOnly)
}

// topicOf are the stems of the words of a question for changes that say about what.
func topicOf(text string) []string {
	var out []string
	for _, w := range split(withoutDays(text)) {
		if !functionWords[w] && !changeWords[w] && !measureNouns[w] {
			out = append(out, stem(w))
		}
	}
	return out
}

// tellsOf says whether a report holds at least half of the topic's words.
func (d *source) tellsOf(topic []string) bool {
	found := 0
	for _, w := range topic {
		if d.stems[w] {
			found++
		}
	}
	return 2*found >= len(topic)
}

// latest is the report published last.
func latest(docs []*source) *source {
	return slices.MaxFunc(docs, func(a, b *source) int { return compareDays(a.Published, b.Published) })
}

func compareDays(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// reportsOf names reports by their days.
func (r *reply) reportsOf(docs []*source) string {
	last := latest(docs)
	if slices.ContainsFunc(docs, func(d *source) bool { return d.Published != last.Published }) {
		return "the reports up to " + dated(last)
	}
	return plural(docs, "the report of ", "the reports of ") + dated(last)
}

func plural(docs []*source, one, many string) string {
	if len(docs) == 1 {
		return one
	}
	return many
}

// of keeps the items of some reports.
func (c *corpus) of(docs []*source) []*item {
	return c.pick(func(it *item) bool { return slices.Contains(docs, it.doc) })
}

// flagged adds the line of a changed figure, with the earlier one behind it where
// there is one. Where the gate does not let the whole line through, only what the
// flag says without the earlier figure stays.
func (r *reply) flagged(c change) {
	if c.older != nil && !r.passesLine(r.changeLine(c)) {
		if c.flag != facts.FlagDiffers && c.flag != facts.FlagNotComparable {
			return
		}
		c.older = nil
	}
	line := r.changeLine(c)
	_, of := r.wording(c.it)
	r.introduce(c.it.Source)
	r.lines = append(r.lines, draft{Line: Line{Role: RoleFigure, Text: capital(line), Mark: c.flag}, figures: []int{len(r.figures)}})
	f := r.record(c.it)
	f.Of, f.Flag = of, optional(c.flag)
	if c.older != nil && hasWas[c.flag] {
		f.Was = optional(c.older.Value.Text)
	}
	r.figures = append(r.figures, f)
}

// hasWas are the flags of figures of one holder and measure, which have an earlier
// value.
var hasWas = map[string]bool{facts.FlagUp: true, facts.FlagDown: true, facts.FlagReworded: true}

// changeLine is the line of a changed figure with its markers. The earlier figure of
// the same thing by the same holder is told by its value and day alone.
func (r *reply) changeLine(c change) string {
	line, _ := r.wording(c.it)
	line = inLine(line, c.it) + " " + r.cite(c.it)
	if c.flag == facts.FlagUp || c.flag == facts.FlagDown {
		line = "to " + line
	}
	line = strings.TrimSpace(c.flag + " " + line)
	if c.older == nil {
		return line
	}
	earlier := c.older.Value.Text + ": " + r.byWhom(c.older)
	if !hasWas[c.flag] {
		earlier, _ = r.wording(c.older)
	}
	earlier = inLine(earlier, c.older)
	link := "earlier"
	switch {
	case c.flag == facts.FlagUp || c.flag == facts.FlagDown:
		link = "from"
	case c.older.dayOf() >= c.it.dayOf():
		link = "beside"
	}
	return line + "; " + link + " " + earlier + " " + r.cite(c.older)
}

// inLine writes a line that opens with an item's value as it goes on behind other
// words: "Nine" of a sentence's head is "nine" there.
func inLine(line string, it *item) string {
	if rest, ok := strings.CutPrefix(line, it.Value.Text); ok {
		return strings.ToLower(it.Value.Text[:1]) + it.Value.Text[1:] + rest
	}
	return line
}

// passesLine says whether the gate lets a line through whose facts are cited.
func (r *reply) passesLine(line string) bool {
	return len(Check(line, r.seen())) == 0
}

// flaggedWords adds the line of a changed statement: its sentence, word for word.
func (r *reply) flaggedWords(c change) {
	line := c.it.sentenceLine() + " " + r.cite(c.it)
	if c.flag != "" {
		line = c.flag + " " + line
	}
	if c.older != nil {
		line += "; earlier " + c.older.sentenceLine() + " " + r.cite(c.older)
	}
	r.add(RoleFigure, line, c.flag)
}

// sentenceLine is an item's sentence, verbatim, behind the holder's name where the
// sentence does not give it. One that quotes stands without marks around it, unless
// a number in it needs them.
func (it *item) sentenceLine() string {
	text := it.doc.text(it.Quote.S)
	line := quoted(text)
	if strings.ContainsAny(text, "“\"") && len(facts.Numerals(text)) == 0 {
		line = text
	}
	if it.Source.Kind == facts.KindReport || it.Source.Name == "" || mentions(text, it.Source) || strings.Contains(strings.ToLower(text), strings.ToLower(person(it.Source.Name))) {
		return line
	}
	return person(it.Source.Name) + ": " + line
}

// stayedOpen adds what the new reports say is still not known.
func (r *reply) stayedOpen(s span, told []change) {
	open := filter(r.c.of(s.fresh), func(it *item) bool {
		return (it.gap() || openWords.MatchString(it.Quote.Exact)) && it.Value == nil && it.Source.Kind != facts.KindReport && len(it.doc.text(it.Quote.S)) <= maxSentence &&
			!slices.ContainsFunc(told, func(c change) bool { return c.it.doc == it.doc && c.it.Quote.S == it.Quote.S })
	})
	th := r.subjects(s)
	open = filter(firstPerSentence(open), func(it *item) bool { return th.about(it) >= 1 })
	byScore(open, th.about)
	for _, it := range open[:min(len(open), maxOpen)] {
		r.add(RoleNote, "Still open: "+it.sentenceLine()+" "+r.cite(it), "")
	}
}

// openWords say in a statement that something is not known yet.
var openWords = re(`(?i)\b(not yet (know|known|clear)|do(es)? not know|don't know|unclear (if|whether|how|what|when|who|where)|(is|are|was|were|remains?|remained) (still )?(unclear|unknown|uncertain)|yet to be (seen|determined|established|confirmed))\b`)
