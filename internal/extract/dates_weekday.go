package extract

import (
	"strings"
	"time"
)

// weekday reads "Wednesday", "last Friday", "Tuesday, March 7", "Monday of next week".
func (r *dateReader) weekday(i int) (period, int) {
	k, shift, shifted := i, 0, ""
	for n := 0; n < 2; n++ {
		if s, ok := shifts[r.lower(k)]; ok {
			shift, shifted = s, r.lower(k)
			k++
		}
	}
	day, ok := weekdayNames[r.lower(k)]
	if !ok || shortWeekdays[r.lower(k)] && !r.shortWeekday(k) {
		return period{}, 0
	}
	if r.isNoDay(i, k) {
		return period{}, 0
	}
	next := k + 1
	if !r.ws[k].is(isPossessiveForm) {
		if p, end := r.weekdayDate(next); end > 0 {
			return p.onWeekday(day), end
		}
		if p, end := r.numberedDay(next, day); end > 0 {
			return p, end
		}
	}
	if dayParts[r.lower(next)] {
		next++
	}
	if n, end := r.ofWeek(next); end > 0 {
		return r.relative(func(t time.Time) period { return onDay(inWeek(week(t, n), day)) }), end
	}
	if p, end := r.farWeekday(i, next, day); end > 0 {
		return p, end
	}
	future := r.isFuture(i) && (!r.ws[k].is(isPossessiveForm) || r.tense(i) == timeAhead) // "is talking about Monday's vote"
	return r.relative(func(t time.Time) period { return onDay(weekdayFrom(t, day, shift, shifted, future)) }), next
}

// farWeekday reads "week" and "fortnight" of what is to come, "before last" and
// "after next" behind the weekday: one that lies weeks from the nearest.
func (r *dateReader) farWeekday(i, next int, day time.Weekday) (period, int) {
	weeks, end := 0, next+1
	switch l := r.lower(next); {
	case l == "before" && r.lower(next+1) == "last":
		weeks, end = -1, next+2
	case l == "after" && r.lower(next+1) == "next":
		weeks, end = 1, next+2
	case !r.isFuture(i) || end < len(r.ws) && r.ws[end].class == classContent:
	case l == "week":
		weeks = 1
	case l == "fortnight":
		weeks = 2
	}
	if weeks == 0 {
		return period{}, 0
	}
	return r.relative(func(t time.Time) period {
		return onDay(weekdayFrom(t, day, weeks, "", false).AddDate(0, 0, 7*weeks))
	}), end
}

// papers follow a weekday in names.
var papers = wordSet("times telegraph mirror mail express star post night herald sun live school")

// isNoDay reports whether the weekday at k, its expression from i on, recurs or is
// part of a name: "each Saturday", "Saturday Night", "Bloody Sunday".
func (r *dateReader) isNoDay(i, k int) bool {
	switch r.lower(i - 1) {
	case "each", "every", "bloody", "super":
		return true
	}
	return k+1 < len(r.ws) && papers[r.lower(k+1)] && r.ws[k+1].is(isCapital)
}

// onWeekday is p in the year in which it falls on the day, where no year is given.
func (p period) onWeekday(day time.Weekday) period {
	if !p.yearless || p.unknown || p.grain != grainDay && p.grain != grainSpan {
		return p
	}
	for _, years := range []int{0, -1, 1} {
		if q := p.moved(years); q.first.Weekday() == day && q.first.Day() == p.first.Day() {
			q.yearless = false
			return q
		}
	}
	return p
}

// shortWeekday reports whether "Sat", "Wed" at k is a day: capital, and followed
// by a date or led by "on".
func (r *dateReader) shortWeekday(k int) bool {
	if !r.ws[k].is(isCapital) {
		return false
	}
	if _, end := r.weekdayDate(k + 1); end > 0 {
		return true
	}
	if _, end := r.ordinal(k + 1); end > 0 {
		return true
	}
	if _, ok := weekdayNames[r.lower(k-2)]; ok && (r.lower(k-1) == "or" || r.lower(k-1) == "and") {
		return true
	}
	return r.lower(k-1) == "on" || r.lower(k-1) == "week"
}

// weekdayDate reads the date behind a weekday, which settles it.
func (r *dateReader) weekdayDate(i int) (period, int) {
	if r.lower(i) == "." && r.touches(i-1) {
		i++ // "Tues. June 4"
	}
	if r.lower(i) == "," || r.lower(i) == "(" {
		i++
	}
	for _, read := range []func(*dateReader, int) (period, int){(*dateReader).dayRange, (*dateReader).numeric, (*dateReader).monthFirst, (*dateReader).dayFirst} {
		if p, next := read(r, i); next > 0 && p.grain != grainMonth {
			if r.lower(next) == ")" {
				next++
			}
			return p, next
		}
	}
	return period{}, 0
}

// maxMonthsAway is how far a "Friday the 13th" may lie from publication.
const maxMonthsAway = 14

// numberedDay reads "the 11th", "21" behind a weekday: the nearest such day.
func (r *dateReader) numberedDay(i int, day time.Weekday) (period, int) {
	if r.lower(i) == "," && r.lower(i+1) == "the" && i+2 < len(r.ws) && r.lower(i + 2)[0] <= '9' && isMarkOrEnd(r.ws, i+3) {
		i++ // "Monday, the 14th", but not "Monday, the first day"
	}
	d, next := r.dayAt(i)
	if next == 0 || r.ws[next-1].kind == wordNumber && !isMarkOrEnd(r.ws, next) {
		return period{}, 0
	}
	found := false
	p := r.relative(func(t time.Time) period {
		best := period{unknown: true}
		for n := -maxMonthsAway; n <= maxMonthsAway; n++ {
			at := date(t.Year(), t.Month()+time.Month(n), d)
			if at.Day() == d && at.Weekday() == day && (!found || apart(at, t) < apart(best.first, t)) {
				best, found = onDay(at), true
			}
		}
		return best
	})
	return p, next
}

// ofWeek reads "of next week", "this week" behind a weekday.
func (r *dateReader) ofWeek(i int) (shift, next int) {
	if r.lower(i) == "of" {
		i++
	}
	if n, ok := shifts[r.lower(i)]; ok && r.lower(i+1) == "week" {
		return n, i + 2
	}
	return 0, 0
}

// weekdayRange joins two days named by their weekdays, of which the second came
// out before the first: both lie in the past, or ahead when the sentence says so.
func (r *dateReader) weekdayRange(i int, a, b period) (period, bool) {
	if _, ok := weekdayNames[r.lower(i)]; !ok || a.unknown || b.unknown || a.grain != grainDay || b.grain != grainDay || apart(a.first, b.first) >= 7*24*time.Hour {
		return period{}, false
	}
	if r.isFuture(i) {
		return over(a.first, b.first.AddDate(0, 0, 7)), true
	}
	return over(a.first.AddDate(0, 0, -7), b.first), true
}

// hyphenedDays reads "Thursday-Saturday": the latest such days, or the next.
func (r *dateReader) hyphenedDays(i int) (period, int) {
	if i >= len(r.ws) || !r.ws[i].is(isHyphened) || !r.ws[i].is(isCapital) {
		return period{}, 0
	}
	from, to, _ := strings.Cut(r.lower(i), "-")
	a, ok := weekdayNames[from]
	b, ok2 := weekdayNames[to]
	if !ok || !ok2 || a == b || r.tense(i) == timeOpen { // opening hours
		return period{}, 0
	}
	days := (int(b) - int(a) + 7) % 7
	future := r.isFuture(i)
	return r.relative(func(t time.Time) period {
		if future {
			first := weekdayFrom(t, a, 0, "", true)
			return over(first, first.AddDate(0, 0, days))
		}
		last := weekdayFrom(t, b, 0, "", false)
		return over(last.AddDate(0, 0, -days), last)
	}), i + 1
}

// farAhead and farBack are how far a day without a year may lie from publication
// before the tense of its sentence decides the year.
const (
	farAhead = 100 * 24 * time.Hour
	farBack  = 60 * 24 * time.Hour
	halfYear = 150 * 24 * time.Hour // nearly: either year may be meant
)

// pastEvents are past forms, beside those in -ed, right in front of a date of what
// has happened.
var pastEvents = wordSet("born began grew fell rose left came went took held won lost met broke struck hit built shot found")

// announcing are forms in -ed in front of a date that is yet to come.
var announcing = wordSet(`scheduled planned expected postponed delayed moved slated announced called promised extended adjourned
	pushed rescheduled booked needed targeted deferred aimed required reserved`)

// isPast reports whether a past verb stands right in front of the date at i:
// "was arrested in December", "died on Nov. 30".
func (r *dateReader) isPast(i int) bool {
	k := i - 1
	if l := r.lower(k); l == "in" || l == "on" || l == "at" || l == "over" || l == "from" || l == "between" {
		k--
	}
	if l := r.lower(k); l == "down" || l == "out" || l == "off" || l == "up" || l == "away" || l == "over" {
		k-- // "burned down in"
	}
	if k < 0 || !r.ws[k].is(isPastForm) && !pastEvents[r.ws[k].lower] || announcing[r.ws[k].lower] {
		return false
	}
	before := r.lower(k - 1)
	return before != "be" && before != "to" && !r.isFuture(i)
}

// looksBack reports whether the words in front of the date at i tell of the past:
// a past form, or, where that is the nearer year anyway, no present one.
func (r *dateReader) looksBack(i int, nearly bool) bool {
	for k := i - 1; k >= 0 && k >= i-verbsLeft; k-- {
		switch l := r.lower(k); l {
		case "is", "are", "be", "if":
			return false
		case "was", "were", "had":
			return true
		default:
			if r.ws[k].is(isPastForm) || pastEvents[l] || pastVerbs[l] {
				return true
			}
		}
	}
	for k := i + 1; i <= 3 && k < len(r.ws) && k < i+8; k++ {
		if l := r.lower(k); r.ws[k].is(isPastForm) || pastEvents[l] || l == "was" || l == "were" || l == "had" {
			return true // "In March and April it rained"
		}
	}
	return nearly
}

// tensed moves a day or month without a year to the year that the sentence speaks of.
func (r *dateReader) tensed(i int, p period) period {
	if !p.yearless || p.unknown || p.grain != grainDay && p.grain != grainMonth || p.first.Month() == 2 && p.first.Day() == 29 {
		return p
	}
	return p.moved(r.yearsOff(i, p))
}

// yearsOff is how many years the sentence moves a day or month that has no year.
func (r *dateReader) yearsOff(i int, p period) int {
	ahead := p.first.Sub(r.cal.today)
	switch {
	case ahead > 0 && r.isPast(i), ahead > farAhead && !r.isFuture(i) && r.looksBack(i, ahead > halfYear):
		return -1
	case -ahead > farBack && r.cal.today.Sub(p.last) > farBack && r.tense(i) == timeAhead:
		return 1
	}
	return 0
}

// weekdayFrom is the day meant: without a word in front the latest one up to
// publication, or the next one when the sentence speaks of the future.
func weekdayFrom(today time.Time, day time.Weekday, shift int, word string, future bool) time.Time {
	back := (int(today.Weekday()) - int(day) + 7) % 7
	switch {
	case word == "next" || word == "following":
		return inWeek(week(today, 1), day)
	case word == "previous" || word == "preceding":
		return inWeek(week(today, -1), day)
	case shift > 0:
		return today.AddDate(0, 0, 7-back)
	case shift < 0:
		if back == 0 {
			back = 7
		}
		return today.AddDate(0, 0, -back)
	case word == "this":
		return inWeek(week(today, 0), day)
	case future:
		return today.AddDate(0, 0, (7-back)%7)
	}
	return today.AddDate(0, 0, -back)
}

func inWeek(w period, day time.Weekday) time.Time {
	return w.first.AddDate(0, 0, (int(day)+6)%7)
}
