package answer

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"sitrep/internal/facts"
)

// A window is the time that a question is about. Reports are dated by their day of
// publication: "as of 24 October" means what had been published by then.
type window struct {
	from, to string // days, both ends included; empty: open
	newest   bool   // the latest figure is asked for
	on       bool   // one day is named: what was known on it
	asOf     bool   // the question says "as of": nothing later may be used
}

// set says whether the window leaves any report out.
func (w window) set() bool { return w.from != "" || w.to != "" }

// words are those by which a question is matched: as typed, but without the day that
// it is asked as of.
func (q *query) words() string {
	if q.window.asOf {
		return q.text
	}
	return q.raw
}

// holds says whether a report of the day may be used. One without a day may.
func (w window) holds(day string) bool {
	return day == "" || (w.from == "" || day >= w.from) && (w.to == "" || day <= w.to)
}

const monthNames = `january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec`

var (
	// dateWords is a day or month as askers type it, with the word that leads it.
	dateWords = re(`(?:\b(as of|as at|by|until|till|up to|through|before|prior to|since|after|from|on|in|during|for) )?(?:the )?` +
		`(?:\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (` + monthNames + `)\b\.?(?: ((?:19|20)\d\d)\b)?` +
		`|\b(` + monthNames + `) (\d{1,2})(?:st|nd|rd|th)?\b(?: ((?:19|20)\d\d)\b)?` +
		`|\b((?:19|20)\d\d-\d\d-\d\d)\b|\b(\d{1,2})(?:st|nd|rd|th)\b` +
		`|\b(january|february|march|april|june|july|august|september|october|november|december|oct|nov|dec|sept|aug|jan|feb)\b(?: ((?:19|20)\d\d)\b)?` +
		`|\b(yesterday|last week|this week|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)`)

	newestAsked = re(`\b(latest|newest|most recent|freshest|up to date|last (number|figure|count|estimate))\b`)
	futureAsked = re(`\b(will|expect|expected|projection|forecast|predict|going to|tomorrow|next)\b`)
)

// dated reads the time window of a question's normal form and takes its words out,
// so that a day is never taken for a number. ref is the day of asking. Where more
// than one day is named there is no window, but the words go all the same.
func dateWindow(text, ref string) (window, string) {
	w := window{newest: newestAsked.MatchString(text)}
	found := dateWords.FindAllStringSubmatchIndex(text, -1)
	found = slices.DeleteFunc(found, func(m []int) bool { return m[18] >= 0 && !ordinalDate.MatchString(text[:m[1]]) })
	if len(found) == 0 || futureAsked.MatchString(text) || ref == "" {
		return w, text
	}
	var b strings.Builder
	end := 0
	for _, m := range found {
		cut := m[0]
		if m[2] >= 0 {
			cut = m[3] // the leading word stays
		}
		b.WriteString(text[end:cut] + " ")
		end = m[1]
		if len(found) == 1 {
			w.read(part(text, m, 1), m, text, ref)
		}
	}
	b.WriteString(text[end:])
	return w, strings.Join(strings.Fields(b.String()), " ")
}

// ordinalDate matches a question up to an ordinal that is a day: "on the 23rd".
var ordinalDate = re(`\b(on|by|of|until|since|before|after|from|and) (the )?\d{1,2}(st|nd|rd|th)$`)

func part(text string, m []int, i int) string {
	if m[2*i] < 0 {
		return ""
	}
	return text[m[2*i]:m[2*i+1]]
}

// maxBareDate is how many words a question has at most whose date stands without a
// leading word and still is the time that it is about.
const maxBareDate = 8

// read sets the window from the words of one date.
func (w *window) read(lead string, m []int, text, ref string) {
	from, to := days(text, m, ref)
	if from == "" || lead == "" && len(strings.Fields(text)) > maxBareDate {
		return
	}
	w.asOf = lead == "as of" || lead == "as at" || lead == "up to"
	switch lead {
	case "before", "prior to":
		w.to = shift(from, -1)
	case "since", "from":
		w.from = from
	case "after":
		w.from = shift(to, 1)
	case "in", "during", "for":
		w.from, w.to = from, to
	default:
		w.to, w.on = to, from == to
		if from != to && lead == "" {
			w.from = from
		}
	}
}

// days are the first and last day that the words of a date name. Without a year the
// last such day up to the day of asking is meant.
func days(text string, m []int, ref string) (from, to string) {
	now, err := time.Parse(time.DateOnly, ref)
	if err != nil {
		return "", ""
	}
	day, month, year := part(text, m, 2), part(text, m, 3), part(text, m, 4)
	if month == "" {
		month, day, year = part(text, m, 5), part(text, m, 6), part(text, m, 7)
	}
	switch {
	case month != "":
		d := named31(day, month, year, now)
		return d, d
	case part(text, m, 8) != "":
		return part(text, m, 8), part(text, m, 8)
	case part(text, m, 9) != "":
		d := named31(part(text, m, 9), "", "", now)
		return d, d
	case part(text, m, 10) != "":
		first := named31("1", part(text, m, 10), part(text, m, 11), now)
		return first, shiftMonth(first)
	}
	return nearDays(part(text, m, 12), now)
}

// nearDays are the days that a word counts from the day of asking.
func nearDays(word string, now time.Time) (from, to string) {
	day := func(t time.Time) string { return t.Format(time.DateOnly) }
	monday := now.AddDate(0, 0, -(int(now.Weekday())+6)%7)
	switch word {
	case "yesterday":
		return day(now.AddDate(0, 0, -1)), day(now.AddDate(0, 0, -1))
	case "this week":
		return day(monday), day(now)
	case "last week":
		return day(monday.AddDate(0, 0, -7)), day(monday.AddDate(0, 0, -1))
	}
	for back := range 7 {
		if d := now.AddDate(0, 0, -back); strings.ToLower(d.Weekday().String()) == word {
			return day(d), day(d)
		}
	}
	return "", ""
}

// named31 is a day of a month as EDTF; empty when there is none. Without a month the
// last month that had it is meant, without a year the last such day.
func named31(day, month, year string, now time.Time) string {
	d, err := strconv.Atoi(day)
	if err != nil || d < 1 || d > 31 {
		return ""
	}
	y := now.Year()
	if year != "" {
		y, _ = strconv.Atoi(year)
	}
	mon := now.Month()
	if month != "" {
		mon = monthOf(month)
	}
	t := time.Date(y, mon, d, 0, 0, 0, 0, time.UTC)
	switch {
	case year == "" && month != "" && t.After(now):
		t = time.Date(y-1, mon, d, 0, 0, 0, 0, time.UTC)
	case month == "" && t.After(now):
		t = time.Date(y, mon-1, d, 0, 0, 0, 0, time.UTC)
	}
	if t.Day() != d {
		return ""
	}
	return t.Format(time.DateOnly)
}

func monthOf(word string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), word[:3]) {
			return m
		}
	}
	return time.January
}

func shift(day string, by int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, by).Format(time.DateOnly)
}

// shiftMonth is the last day of the month that begins with a day.
func shiftMonth(first string) string {
	t, err := time.Parse(time.DateOnly, first)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 1, -1).Format(time.DateOnly)
}

// within is the corpus of the reports that a window holds; itself when it holds all
// or none: a question for a time without any report is answered from what there is.
func (c *corpus) within(w window) *corpus {
	if !w.set() {
		return c
	}
	in := *c
	in.docs = slices.DeleteFunc(slices.Clone(c.docs), func(d *source) bool { return !w.holds(d.Published) })
	if len(in.docs) == 0 || len(in.docs) == len(c.docs) {
		return c
	}
	c.all()
	in.filled = true
	in.items = slices.DeleteFunc(slices.Clone(c.items), func(it *item) bool { return !slices.Contains(in.docs, it.doc) })
	whole := c.theme() // the story is that of all reports
	in.told = &whole
	return &in
}

// asking is the day from which "yesterday" and days without a year are counted: that
// which the question is asked as of, else the newest report's.
func (c *corpus) asking(asOf string) string {
	if day, err := time.Parse(time.DateOnly, asOf); err == nil {
		return day.Format(time.DateOnly)
	}
	if newest := c.newest(); newest != nil {
		if _, err := time.Parse(time.DateOnly, newest.Published); err == nil {
			return newest.Published
		}
	}
	return ""
}

// day is a report's day of publication in words; empty when it is not known.
func (d *source) day() string {
	if d.Published == "" {
		return ""
	}
	return facts.FormatDay(d.Published)
}
