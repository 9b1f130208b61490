package answer

import (
	"strings"
	"time"
)

// Words that tie what is asked to the day of asking, and for how many days a report
// can tell it.
var (
	ofDays   = re(`\b(this week|last week|past week|today|yesterday|tonight|recent|recently|latest|newly|just|now|currently|current|so far|(on|last|this) (mon|tues|wednes|thurs|fri|satur|sun)day|as of (today|now))\b`)
	ofMonths = re(`\b(this|last|past) month\b`)
	ofYears  = re(`\bthis year\b`)
)

const (
	daysFresh   = 14
	monthsFresh = 45
	yearsFresh  = 300
)

// weekdayNamed is a day of the week that the question names as past.
var weekdayNamed = re(`\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b`)

// sinceWeekday is how many days before today the weekday was that the question names:
// what happened on it no older report tells. A day more is left for other time zones.
func (m *matcher) sinceWeekday() (days float64, ok bool) {
	if m.since == nil { // asked for each figure
		n := m.daysSince(weekdayNamed.FindString(normal(m.q.raw)))
		m.since = &n
	}
	return *m.since, *m.since > 0
}

// daysSince counts from the last day of that name to the end of today; 0: none.
func (m *matcher) daysSince(weekday string) float64 {
	now, err := time.Parse(time.DateOnly, m.today())
	if weekday == "" || err != nil {
		return 0
	}
	for n := range 7 {
		if strings.EqualFold(now.AddDate(0, 0, -n).Weekday().String(), weekday) {
			return float64(n + 1)
		}
	}
	return 0
}

// freshness is how many days old a report may be that tells what is asked; 0: any.
func freshness(text string) float64 {
	switch {
	case ofDays.MatchString(text):
		return daysFresh
	case ofMonths.MatchString(text):
		return monthsFresh
	case ofYears.MatchString(text):
		return yearsFresh
	}
	return 0
}

// today is the day that the question is asked as of; without one, that of the newest
// candidate.
func (m *matcher) today() string {
	if m.q.asOf != "" {
		return m.q.asOf
	}
	if newest := m.c.newest(); newest != nil {
		return newest.Published
	}
	return ""
}

// age is how many days before today a report came out; false when not known.
func (m *matcher) age(d *source) (days float64, ok bool) {
	then, errThen := time.Parse(time.DateOnly, d.Published)
	now, errNow := time.Parse(time.DateOnly, m.today())
	if errThen != nil || errNow != nil {
		return 0, false
	}
	return max(0, now.Sub(then).Hours()/24), true
}

// undated is the recency of a report of which no day is known.
const undated = 0.6

// recency is higher the nearer a report is to the day of asking.
func (m *matcher) recency(d *source) float64 {
	days, ok := m.age(d)
	if !ok {
		return undated
	}
	return 1 / (1 + days/7)
}

// stale says whether a report is too old to tell what is asked of these days.
func (m *matcher) stale(d *source) float64 {
	days, ok := m.age(d)
	since, named := m.sinceWeekday()
	return oneIf(ok && (m.fresh > 0 && days > m.fresh || named && days > since))
}

func oneIf(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

var fourDigits = re(`\b(1[5-9]|20)\d\d\b`)

// otherYear says whether the sentence names a year that the question does not name
// and in which the report did not come out.
func (m *matcher) otherYear(it *item) float64 {
	for _, y := range fourDigits.FindAllString(it.doc.text(it.Quote.S), -1) {
		if !strings.Contains(m.q.text, y) && !strings.HasPrefix(it.doc.Published, y) && !strings.Contains(it.Value.Text, y) {
			return 1
		}
	}
	return 0
}

// askedYear is 1 when the year that is asked for stands in the sentence or is the
// report's, 0 when the question names another, and a half when it names none.
func (m *matcher) askedYear(it *item) float64 {
	asked := fourDigits.FindAllString(m.q.text, -1)
	if len(asked) == 0 {
		return 0.5
	}
	text := it.doc.text(it.Quote.S)
	for _, y := range asked {
		if strings.Contains(text, y) || strings.HasPrefix(it.doc.Published, y) {
			return 1
		}
	}
	return 0
}
