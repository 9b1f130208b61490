package answer

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// asksDate matches questions for a day or year in words of their own.
var asksDate = re(`^when (was|were|did|is|are|has|have|will|does|do)\b|\b(what|which) (year|date|day)\b|\bwhich year$`)

// writtenDate is a date as reports write it: a day, a month, a year, years or a decade.
var writtenDate = re(`\b(?:\d{1,2}(?:st|nd|rd|th)? (?:` + months + `)\.?,? (?:1[0-9]|20)\d\d|(?:` + months + `)\.? \d{1,2}(?:st|nd|rd|th)?(?:,? (?:1[0-9]|20)\d\d)?|(?:` + months +
	`)\.? (?:1[0-9]|20)\d\d|(?:1[0-9]|20)\d\d(?:[-–](?:(?:1[0-9]|20)\d\d|\d\d))?s?|\d{1,2} (?:` + months + `))\b`)

const months = `January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec`

// How much of a question's words, by weight, a sentence and its report's title must
// hold to tell the date that is asked for; and how near to the best another must be
// to be given with it.
const (
	datesFrom = 0.6
	datesNear = 0.7
)

// A datedSentence is a sentence that may tell the date that is asked for.
type datedSentence struct {
	doc   *source
	s     int
	text  string // of the sentence
	date  string // as it stands there
	score float64
}

// asksWhen says whether the question asks for the date of something that it names.
func (r *reply) asksWhen(m *matcher) bool {
	return asksDate.MatchString(r.q.text) && (r.q.speaker == nil || !speechWord.MatchString(r.q.text)) && len(r.q.numbers) == 0 && m.names > 0 && m.names < m.total
}

// dates answers with the dates in the sentences nearest to the question, one a line
// where reports differ. It reports whether there are any.
func (r *reply) dates(m *matcher) bool {
	found := m.datedSentences()
	if len(found) == 0 || found[0].score < datesFrom {
		return false
	}
	var told []string
	for _, d := range found {
		if d.score < datesNear*found[0].score || len(told) == MaxLines {
			break
		}
		if !slices.Contains(told, d.date) && r.dateLine(d) {
			told = append(told, d.date)
		}
	}
	if len(told) > 1 {
		r.behaviour = GivesAll
	}
	if len(told) > 0 {
		r.dated = found
	}
	return len(told) > 0
}

// dateLine shows the sentence with the date, if the gate lets it through.
func (r *reply) dateLine(d datedSentence) bool {
	n := r.number(d.doc, d.s)
	holder, source := "the report itself", "the report itself"
	for _, it := range r.c.items {
		if it.doc == d.doc && it.Quote.S == d.s && it.Source.Kind != facts.KindReport {
			holder, source = r.byWhom(it), it.Source.Name
			break
		}
	}
	line := quoted(upToDate(d.text, d.date)) + ", " + holder + " [" + strconv.Itoa(n) + "]"
	if len(Check(line, r.seen())) > 0 {
		return false
	}
	r.lines = append(r.lines, draft{Line: Line{Role: RoleFigure, Text: line, Mark: d.date}, figures: []int{len(r.figures)}})
	r.figures = append(r.figures, Figure{Text: d.date, Bound: facts.BoundExact, Unit: "date", Of: d.text, Source: source, Read: d.doc.Read, Cites: []int{n}})
	return true
}

// upToDate is the sentence without the clauses behind the date.
func upToDate(text, date string) string {
	at := strings.Index(text, date)
	if at < 0 {
		return text
	}
	at += len(date)
	end := dateEnd.FindStringIndex(text[at:])
	if end == nil {
		return text
	}
	return strings.TrimRight(text[:at+end[0]+1], " ,;")
}

// dateEnd is where the clause ends that a date stands in.
var dateEnd = re(`[;)]|,\s(?:and|but|while|which|who|whose|where|when|after|although|though|because|as|with)\s`)

// maxDated is the longest sentence, in code points, that is shown for its date.
const maxDated = 400

// datedSentences are the sentences with a date, best first: those that hold most of
// the question, and of each report only the best.
func (m *matcher) datedSentences() []datedSentence {
	var out []datedSentence
	for _, d := range m.c.docs {
		best := datedSentence{}
		for i, s := range d.Sentences {
			text := d.text(s.S)
			own := setOf(m.read(d, i))
			life := m.lifeSpan(text)
			if life != "" {
				own = with(own, "born", "killed")
			}
			score := 0.7*m.cover(every, own, m.head(d)) + 0.3*m.cover(every, own)
			if life == "" && !m.holdsEvent(own) {
				score *= withoutEvent
			}
			if score <= best.score || utf8.RuneCountInString(text) > maxDated || strings.Contains(text, `"`) {
				continue
			}
			if date := cmp.Or(life, m.nearestDate(text)); date != "" {
				best = datedSentence{d, s.S, text, date, score}
			}
		}
		if best.date != "" {
			out = append(out, best)
		}
	}
	slices.SortStableFunc(out, func(a, b datedSentence) int { return cmp.Compare(b.score, a.score) })
	return out
}

// withoutEvent is what is left of the score of a sentence that does not tell the event
// whose date is asked for.
const withoutEvent = 0.85

// holdsEvent says whether a sentence has the last word of the question that is no name,
// as a rule its verb; what is founded also begins.
func (m *matcher) holdsEvent(own wordFields) bool {
	for _, t := range slices.Backward(m.terms) {
		if !t.name {
			return own[t.field] || t.field == "founded" && own["began"] || t.field == "began" && own["founded"]
		}
	}
	return true
}

// nearestDate is the date of the sentence that stands nearest to a word of the
// question that is no name, as a rule its verb; else the first.
func (m *matcher) nearestDate(text string) string {
	dates := writtenDate.FindAllStringIndex(text, -1)
	if len(dates) == 0 {
		return ""
	}
	best, least := dates[0], len(text)
	for _, at := range anyWord.FindAllStringIndex(strings.ToLower(text), -1) {
		field := theLexicon().fieldOf(strings.ToLower(text)[at[0]:at[1]])
		if !slices.ContainsFunc(m.terms, func(t term) bool { return !t.name && t.field == field }) {
			continue
		}
		for _, d := range dates {
			if gap := max(d[0]-at[1], at[0]-d[1]); gap >= 0 && gap < least {
				best, least = d, gap
			}
		}
	}
	return text[best[0]:best[1]]
}

// lifeDates are the days of birth and death as they stand behind a name: "(5 May 1884
// – 11 June 1959)", "(born 5 May 1984)".
var lifeDates = re(`\((?:[^()\d]{0,40}; ?|, ?)?(?:born |b\. )?(` + oneDate + `)(?:,? [^()\d]{1,60}?)?(?:\s*[–—-]\s*(` + oneDate + `)(?:,? [^()\d]{1,60})?)?\)`)

// oneDate is a day or a year, and no run of years.
const oneDate = `\d{1,2} (?:` + months + `)\.?,? (?:1[0-9]|20)\d\d|(?:` + months + `)\.? \d{1,2},? (?:1[0-9]|20)\d\d|(?:1[0-9]|20)\d\d`

// lifeSpan is the day of birth or death behind the name when that is asked for: the
// fullest that the sentence has.
func (m *matcher) lifeSpan(text string) string {
	part := 0
	for _, t := range m.terms {
		switch {
		case t.field == "born":
			part = 1
		case t.field == "killed" && part == 0:
			part = 2
		}
	}
	best := ""
	if part > 0 {
		for _, found := range lifeDates.FindAllStringSubmatch(text, -1) {
			if day := found[part]; best == "" || len(best) == len("1848") && len(day) > len(best) {
				best = day
			}
		}
	}
	return best
}

// with is the set with more fields in it.
func with(set wordFields, more ...string) wordFields {
	out := maps.Clone(set)
	for _, f := range more {
		out[f] = true
	}
	return out
}
