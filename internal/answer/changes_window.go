package answer

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// newsAsked recognises questions for what is new. The days in them are read by
// sinceDay.
var newsAsked = re(`^` + opening + `(what|anything|something|much) (else )?(is |has |have |had )?(been )?(changed|moved|different)` + newsWindow +
	`|^` + opening + `(what) (has |have |had )?(been )?(happened|happening) (since|after|today|yesterday|in the (last|past)|this)\b` +
	`|^` + opening + `(what is|whats|what has been|anything|something|is there (anything|something|any)|is anything|has anything been|any) (else )?(the )?(latest )?(new|news|updates?|changes|developments)` + newsWindow +
	`|^` + opening + `(the |latest |new |list |give me |show me |all |recent )*(news|updates?|changes|developments|new|whats new)` + newsWindow +
	`|^` + opening + `(brief|update|catch) (me|us)\b|^(daily |morning )?(briefing|brief)$|what (did|have) (i|we) miss` +
	`|^` + opening + `(has|have|did) (anything|something|things?|much|the (situation|picture|story)) changed?\b`)

const (
	opening    = `((?:so|and|ok|okay|hi|hello|now|please|can you|could you) )*`
	newsWindow = `( (?:since|from|after|today|yesterday|about|on|with|in|this|between|for|there|here|compared|overnight|lately|recently|of)\b.*)?$`
)

// changeWords are words of such questions that carry no topic.
var changeWords = wordSet(`new news change changes changed changing update updates updated develop development developments since today yesterday
 brief briefing catch miss missed latest last happen happened anything day days week weeks month months report reports morning monday tuesday wednesday
 thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sep
 sept oct nov dec different moved asked compared previous earlier past issue`)

var (
	isoDay    = re(`\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b`)
	monthList = `(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`
	dayMonth  = re(`\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?` + monthList + `(?: ((?:19|20)\d\d))?\b`)
	monthDay  = re(`\b` + monthList + ` (\d{1,2})(?:st|nd|rd|th)?\b(?: ((?:19|20)\d\d))?`)
	onlyDay   = re(`\bthe (\d{1,2})(?:st|nd|rd|th)\b`)
	weekday   = re(`\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b`)
	lastDays  = re(`\b(?:past|last|in) (\d{1,3}|two|three|four|five|six|seven|ten) (day|week|month)s?\b`)
	nearWords = re(`\b(today|this morning|tonight|yesterday|(?:this|last|past|a) (?:week|month|year))\b`)
	sinceWord = re(`\b(since|from|after|until|till|between|against|compared (?:with|to)|than)\b`)
)

// sinceDay returns the last day that a question for changes leaves out, as an ISO
// day: what is published after it is new. The text is in normal form; now is the
// day of asking. False where the question names no day.
func sinceDay(text string, now time.Time) (string, bool) {
	tail := text
	if loc := sinceWord.FindStringIndex(text); loc != nil {
		tail = text[loc[1]:]
	}
	first, best := len(tail), -1
	for i, r := range dayReaders {
		if loc := r.pattern.FindStringIndex(tail); loc != nil && loc[0] < first {
			first, best = loc[0], i
		}
	}
	if best < 0 {
		return "", false
	}
	day, ok := dayReaders[best].read(tail, now)
	if !ok {
		return "", false
	}
	return day.Format(time.DateOnly), true
}

// dayReaders read the days that a question for changes may name; the first day
// counts, and of two at one place the earlier reader.
var dayReaders = []struct {
	pattern *regexp.Regexp
	read    func(string, time.Time) (time.Time, bool)
}{
	{isoDay, named8601}, {dayMonth, namedDay}, {monthDay, namedDay}, {onlyDay, numberedDay}, {lastDays, spanBack}, {nearWords, relativeDay}, {weekday, lastWeekday},
}

func named8601(text string, _ time.Time) (time.Time, bool) {
	m := isoDay.FindString(text)
	day, err := time.Parse(time.DateOnly, m)
	return day, err == nil
}

// namedDay reads the first "23 October" or "October 23"; without a year, the last
// one that is not after now.
func namedDay(text string, now time.Time) (time.Time, bool) {
	a, b := dayMonth.FindStringSubmatchIndex(text), monthDay.FindStringSubmatchIndex(text)
	switch {
	case a != nil && (b == nil || a[0] <= b[0]):
		return calendarDay(part(text, a, 3), part(text, a, 2), part(text, a, 1), now)
	case b != nil:
		return calendarDay(part(text, b, 3), part(text, b, 1), part(text, b, 2), now)
	}
	return time.Time{}, false
}

func calendarDay(year, month, day string, now time.Time) (time.Time, bool) {
	d, _ := strconv.Atoi(day)
	y, err := strconv.Atoi(year)
	known := err == nil
	if !known {
		y = now.Year()
	}
	t := time.Date(y, monthOf(month), d, 0, 0, 0, 0, time.UTC)
	if !known && t.After(now) {
		t = t.AddDate(-1, 0, 0)
	}
	return t, t.Day() == d
}

// numberedDay reads "the 23rd": of this month, or of the last.
func numberedDay(text string, now time.Time) (time.Time, bool) {
	m := onlyDay.FindStringSubmatch(text)
	if m == nil {
		return time.Time{}, false
	}
	d, _ := strconv.Atoi(m[1])
	t := time.Date(now.Year(), now.Month(), d, 0, 0, 0, 0, time.UTC)
	if t.After(now) {
		t = time.Date(now.Year(), now.Month()-1, d, 0, 0, 0, 0, time.UTC)
	}
	return t, t.Day() == d
}

var smallNumbers = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}

// spanBack reads "in the last three days".
func spanBack(text string, now time.Time) (time.Time, bool) {
	m := lastDays.FindStringSubmatch(text)
	if m == nil {
		return time.Time{}, false
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		n = smallNumbers[m[1]]
	}
	return back(now, n, m[2]), true
}

func back(now time.Time, n int, unit string) time.Time {
	switch unit {
	case "week":
		return now.AddDate(0, 0, -7*n)
	case "month":
		return now.AddDate(0, -n, 0)
	case "year":
		return now.AddDate(-n, 0, 0)
	}
	return now.AddDate(0, 0, -n)
}

// relativeDay reads "today", "yesterday", "this week". What is new today was not
// there yesterday; what is new since yesterday came today.
func relativeDay(text string, now time.Time) (time.Time, bool) {
	m := nearWords.FindString(text)
	switch {
	case m == "":
		return time.Time{}, false
	case m == "today", m == "this morning", m == "tonight", m == "yesterday":
		return now.AddDate(0, 0, -1), true
	}
	return back(now, 1, m[strings.LastIndex(m, " ")+1:]), true
}

// lastWeekday reads "since Monday": the last one before now.
func lastWeekday(text string, now time.Time) (time.Time, bool) {
	m := weekday.FindString(text)
	if m == "" {
		return time.Time{}, false
	}
	for back := 1; back <= 7; back++ {
		if day := now.AddDate(0, 0, -back); strings.EqualFold(day.Weekday().String(), m) {
			return day, true
		}
	}
	return time.Time{}, false
}

// windowWords are what sinceDay reads, so that a day is no topic and no figure.
var windowWords = []*regexp.Regexp{isoDay, dayMonth, monthDay, onlyDay, lastDays}

// withoutDays is a text without the days and spans that sinceDay reads.
func withoutDays(text string) string {
	for _, w := range windowWords {
		text = w.ReplaceAllString(text, " ")
	}
	return text
}
