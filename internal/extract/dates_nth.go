package extract

import (
	"strings"
	"time"
)

// maxRank is the largest ordinal of a day of the year.
const maxRank = 366

// nthOf reads "the first Friday of July", "the last weekend of May 2023", "the last
// day of the month", "the 100th day of 2023", "the 20th week of 2023".
func (r *dateReader) nthOf(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	n, next := r.rank(k)
	if next == 0 {
		return period{}, 0
	}
	day, named := weekdayNames[r.lower(next)]
	unit := r.lower(next)
	if !named && unit != "weekend" && unit != "day" && unit != "week" || r.lower(next+1) != "of" && r.lower(next+1) != "in" {
		return period{}, 0
	}
	p, end := r.theOrInner(next + 2)
	if end == 0 || p.grain == grainDay || unit == "week" && (p.grain != grainYear || n < 1) {
		return period{}, 0
	}
	if p.unknown {
		return p, end
	}
	var q period
	switch unit {
	case "week":
		return week(date(p.first.Year(), 1, 4), n-1), end
	case "day":
		q = onDay(nthDay(p, n))
	case "weekend":
		saturday := nthWeekday(p, time.Saturday, n)
		q = over(saturday, saturday.AddDate(0, 0, 1))
	default:
		q = onDay(nthWeekday(p, day, n))
	}
	if q.first.Before(p.first) || q.first.After(p.last) {
		return period{}, 0
	}
	return q, end
}

// rank is the ordinal at i: "third", "3rd", "100th"; the last is -1, the last but one -2.
func (r *dateReader) rank(i int) (n, next int) {
	l := r.lower(i)
	switch {
	case l == "second" && r.lower(i+1) == "to" && r.lower(i+2) == "last":
		return -2, i + 3
	case l == "penultimate":
		return -2, i + 1
	case (l == "last" || l == "final") && r.lower(i-1) != "to":
		return -1, i + 1
	}
	if n, next = r.ordinal(i); next > 0 {
		return n, next
	}
	if n = small(strings.TrimRight(l, "stndrh")); n > 0 && n <= maxRank && l[len(l)-1] > '9' {
		return n, i + 1
	}
	return 0, 0
}

// nthDay is the n-th day of p; below 0 it is counted from its end.
func nthDay(p period, n int) time.Time {
	if n < 0 {
		return p.last.AddDate(0, 0, n+1)
	}
	return p.first.AddDate(0, 0, n-1)
}

// nthWeekday is the n-th such weekday from the start of p; below 0 from its end.
func nthWeekday(p period, day time.Weekday, n int) time.Time {
	if n < 0 {
		return p.last.AddDate(0, 0, -(int(p.last.Weekday())-int(day)+7)%7+7*(n+1))
	}
	return p.first.AddDate(0, 0, (int(day)-int(p.first.Weekday())+7)%7+7*(n-1))
}

// halfOf reads "the first half of June", "the second half of the 19th century".
func (r *dateReader) halfOf(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	second := false
	switch r.lower(k) {
	case "first", "former":
	case "second", "latter", "last":
		second = true
	default:
		return period{}, 0
	}
	if r.lower(k+1) != "half" || r.lower(k+2) != "of" {
		return period{}, 0
	}
	p, end := r.theOrInner(k + 3)
	if end == 0 || p.grain == grainDay {
		return period{}, 0
	}
	if p.unknown {
		return p, end
	}
	q, ok := halve(p, second)
	if !ok {
		return period{}, 0
	}
	return q, end
}

// halve is the first or second half of p, which is a month or whole months or years.
func halve(p period, second bool) (period, bool) {
	middle := time.Time{}
	months := (p.last.Year()-p.first.Year())*12 + int(p.last.Month()) - int(p.first.Month()) + 1
	switch {
	case p.grain == grainMonth:
		middle = p.first.AddDate(0, 0, 15)
	case p.first.Day() == 1 && p.last.AddDate(0, 0, 1).Day() == 1 && months%2 == 0:
		middle = addMonths(p.first, months/2)
	default:
		return period{}, false
	}
	q := over(p.first, middle.AddDate(0, 0, -1))
	if second {
		q = over(middle, p.last)
	}
	q.yearless = p.yearless
	return q, true
}

// besideDate reads "the day after Christmas", "the Monday before June 4", "the year
// before 2019": what lies next to a date that is told behind it.
func (r *dateReader) besideDate(i int) (period, int) {
	if r.lower(i) != "the" {
		return period{}, 0
	}
	k := i + 2
	sign := sideOf(r.lower(k))
	if r.lower(k) == "prior" && r.lower(k+1) == "to" {
		sign, k = -1, k+1
	}
	unit := calendarUnits[r.lower(i+1)]
	day, named := weekdayNames[r.lower(i+1)]
	if sign == 0 || !named && (unit == "" || unit != r.lower(i+1) || r.ws[i+1].is(isCapital)) {
		return period{}, 0
	}
	p, end := r.inner(k + 1)
	if end == 0 {
		return period{}, 0
	}
	if p.unknown {
		return p, end
	}
	q, ok := period{}, false
	switch {
	case named && p.grain == grainDay:
		q, ok = onDay(weekdayBeside(p.first, day, sign)), true
	case named:
	case unit == "week" && p.grain == grainDay:
		q, ok = week(p.first, sign), true
	case unit == "month" && p.grain == grainDay:
	default:
		q, ok = p.shiftedBy(timeAmount{n: sign, unit: unit})
	}
	if !ok {
		return period{}, 0
	}
	q.yearless = p.yearless && !named && q.grain != grainSpan
	return q, end
}

// sideOf is -1 for "before" and 1 for "after".
func sideOf(l string) int {
	switch l {
	case "before", "preceding":
		return -1
	case "after", "following":
		return 1
	}
	return 0
}

// weekdayBeside is the nearest such weekday before or after t.
func weekdayBeside(t time.Time, day time.Weekday, sign int) time.Time {
	for n := 1; n <= 7; n++ {
		if d := t.AddDate(0, 0, sign*n); d.Weekday() == day {
			return d
		}
	}
	return t
}

// shiftedBy moves p by the amount where p is no coarser than its unit.
func (p period) shiftedBy(a timeAmount) (period, bool) {
	months := 0
	switch a.unit {
	case "month":
		months = a.n
	case "year":
		months = 12 * a.n
	case "decade":
		months = 120 * a.n
	case "century":
		months = 1200 * a.n
	}
	switch {
	case p.grain == grainDay && !a.working:
		return onDay(steps(p.first, a.unit, a.n)), true
	case months == 0:
		return period{}, false
	case p.grain == grainMonth:
		t := addMonths(p.first, months)
		return onMonth(t.Year(), t.Month()), true
	case p.grain == grainYear && months%12 == 0:
		return onYear(p.first.Year() + months/12), true
	}
	return period{}, false
}

// shiftedDay reads "last May 5", "next 5/12": the nearest such day on that side.
func (r *dateReader) shiftedDay(i int) (period, int) {
	shift, ok := shifts[r.lower(i)]
	if !ok || r.lower(i) == "following" || r.lower(i) == "previous" {
		return period{}, 0
	}
	p, next := r.monthFirst(i + 1)
	if next == 0 {
		p, next = r.numeric(i + 1)
	}
	if next == 0 || !p.yearless || p.grain != grainDay && !p.unknown {
		return period{}, 0
	}
	if l := r.lower(i); p.unknown || !r.cal.known || l == "coming" || l == "upcoming" {
		return p, next
	}
	p = p.moved(r.cal.today.Year() - p.first.Year())
	switch {
	case shift > 0 && !p.first.After(r.cal.today):
		p = p.moved(1)
	case shift < 0 && !p.first.Before(r.cal.today):
		p = p.moved(-1)
	}
	p.yearless = false
	return p, next
}
