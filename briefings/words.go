package briefings

import (
	"fmt"
	"time"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// near names a time as a reader of an issue of the day on would: by the weekday
// when that cannot be mistaken for another week's.
func near(t, on time.Time, zone *time.Location) string {
	t = t.In(zone)
	if days := calendarDays(on.In(zone), t); days < 7 && days > -7 {
		return t.Format("Mon 15:04")
	}
	return clockDay(t, on, zone)
}

// clock names a time by its hour alone on the day of the issue.
func clock(t, on time.Time, zone *time.Location) string {
	if calendarDays(on.In(zone), t.In(zone)) == 0 {
		return t.In(zone).Format("15:04")
	}
	return clockDay(t, on, zone)
}

// clockDay names a time by day and hour, with the year when it is another one.
func clockDay(t, on time.Time, zone *time.Location) string {
	t = t.In(zone)
	if t.Year() != on.In(zone).Year() {
		return t.Format("2 Jan 2006 15:04")
	}
	return t.Format("2 Jan 15:04")
}

// calendarDays counts the midnights between two times of one zone.
func calendarDays(from, to time.Time) int {
	midnight := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(midnight(to).Sub(midnight(from)) / (24 * time.Hour))
}

// zoneName is the zone's abbreviation, or its offset where it has none.
func zoneName(t time.Time) string {
	name := t.Format("MST")
	if name[0] == '+' || name[0] == '-' {
		return "UTC" + name
	}
	return name
}

// published names the day, month or year of a report as far as it is known. A
// date with a qualifier, or an interval, is shown as written.
func published(r facts.Report) string {
	if r.Published == "" {
		return "of no known date"
	}
	for _, form := range [][2]string{{"2006-01-02", "2 Jan 2006"}, {"2006-01", "Jan 2006"}} {
		if t, err := time.Parse(form[0], r.Published); err == nil {
			return t.Format(form[1])
		}
	}
	return r.Published
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func capitalise(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
