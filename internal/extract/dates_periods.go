package extract

import (
	"strings"
	"time"
)

// weekAt reads "the week of July 4", "the week starting on March 3", "w/c 4 Feb",
// "the week after next", "week 3 of 2027".
func (r *dateReader) weekAt(i int) (period, int) {
	k := i
	if r.lower(k) == "w" && r.lower(k+1) == "/" && r.lower(k+2) == "c" && r.touches(k) && r.touches(k+1) {
		return r.weekOfDay(k + 3)
	}
	if r.lower(k) == "the" {
		k++
	}
	unit := calendarUnits[r.lower(k)]
	if unit == "" || unit != r.lower(k) {
		return period{}, 0
	}
	if n := r.unitsAway(k + 1); n != 0 && (isMarkOrEnd(r.ws, k+3) || classOf(r.ws[k+3]) != classContent) {
		return r.relative(func(t time.Time) period { p, _ := whole(t, unit, n); return p }), k + 3
	}
	if unit == "weekend" && r.lower(k+1) == "of" {
		return r.weekendAt(k + 2)
	}
	if unit != "week" {
		return period{}, 0
	}
	switch r.lower(k + 1) {
	case "of", "starting", "beginning", "commencing", "ending", "ended":
		return r.weekOfDay(k + 2)
	}
	return r.numberedWeek(k + 1)
}

// unitsAway is how far away the unit is that stands before the words at i.
func (r *dateReader) unitsAway(i int) int {
	switch {
	case r.lower(i) == "after" && r.lower(i+1) == "next":
		return 2
	case r.lower(i) == "before" && r.lower(i+1) == "last":
		return -2
	}
	return 0
}

// weekOfDay is the week of the day at i.
func (r *dateReader) weekOfDay(i int) (period, int) {
	if r.lower(i) == "on" {
		i++
	}
	p, next := r.point(i)
	if next == 0 || p.grain != grainDay && !p.unknown {
		return period{}, 0
	}
	if p.unknown {
		return p, next
	}
	return week(p.first, 0), next
}

// weekendAt is the weekend of the day at i.
func (r *dateReader) weekendAt(i int) (period, int) {
	p, next, ranged := r.spanOrPoint(i)
	if next == 0 || p.grain != grainDay && !ranged && !p.unknown {
		return period{}, 0
	}
	if p.unknown || ranged {
		return p, next
	}
	return weekendOf(p.first), next
}

// numberedWeek reads "3 of 2027" as the third week of that year, by ISO 8601.
func (r *dateReader) numberedWeek(i int) (period, int) {
	if i >= len(r.ws) || r.ws[i].kind != wordNumber {
		return period{}, 0
	}
	n, k := small(r.lower(i)), i+1
	if l := r.lower(k); l == "of" || l == "in" || l == "," {
		k++
	}
	y, ok := r.year(k)
	if !ok || n < 1 || n > 53 {
		return period{}, 0
	}
	return week(date(y, 1, 4), n-1), k + 1
}

// restOf reads "the rest of the year", "the remainder of the week", "the year to date".
func (r *dateReader) restOf(i int) (period, int) {
	k := i
	if r.lower(k) == "ytd" {
		return r.relative(func(t time.Time) period { return over(date(t.Year(), 1, 1), t) }), k + 1
	}
	if r.lower(k) == "the" || r.lower(k) == "this" {
		k++
	}
	if r.lower(k+1) == "to" && r.lower(k+2) == "date" {
		if unit := calendarUnits[r.lower(k)]; unit == r.lower(k) && unit != "" {
			return r.relative(func(t time.Time) period { p, _ := whole(t, unit, 0); return over(p.first, t) }), k + 3
		}
	}
	if l := r.lower(k); l != "rest" && l != "remainder" && l != "remaining" || r.lower(k+1) != "of" {
		return period{}, 0
	}
	k += 2
	if r.lower(k) == "the" || r.lower(k) == "this" {
		k++
	}
	unit := calendarUnits[r.lower(k)]
	if unit == "" || unit != r.lower(k) || unit == "day" || unit == "night" {
		p, next := r.inner(k)
		if next == 0 || !p.unknown && (p.grain == grainDay || !r.cal.known || p.first.After(r.cal.today) || p.last.Before(r.cal.today)) {
			return period{}, 0
		}
		return r.relative(func(t time.Time) period { return over(t, p.last) }), next
	}
	return r.relative(func(t time.Time) period { p, _ := whole(t, unit, 0); return over(t, p.last) }), k + 1
}

// unitEnd reads "year-end", "year's end", "end of month".
func (r *dateReader) unitEnd(i int) (period, int) {
	if p, next := r.spacedEnd(i); next > 0 {
		return p, next
	}
	if i >= len(r.ws) || r.lower(i) != "end" && !r.ws[i].is(isHyphened|isPossessiveForm) {
		return period{}, 0
	}
	unit, next := "", 0
	switch l := r.lower(i); {
	case strings.HasSuffix(l, "-end"):
		unit, next = strings.TrimSuffix(l, "-end"), i+1
	case strings.HasSuffix(l, "'s") && r.lower(i+1) == "end":
		unit, next = strings.TrimSuffix(l, "'s"), i+2
	case l == "end" && r.lower(i+1) == "of":
		unit = r.lower(i + 2)
		if unit != "month" && unit != "year" && unit != "week" && unit != "quarter" || !isMarkOrEnd(r.ws, i+3) {
			return period{}, 0
		}
		return r.relative(func(t time.Time) period { p, _ := whole(t, unit, 0); return lastThird(p) }), i + 3
	}
	if unit != "year" && unit != "month" {
		return period{}, 0
	}
	return r.relative(func(t time.Time) period { p, _ := whole(t, unit, 0); return onDay(p.last) }), next
}

// spacedEnd reads "by year end", "before month end".
func (r *dateReader) spacedEnd(i int) (period, int) {
	unit := r.lower(i)
	if unit == "eoy" || unit == "eom" {
		unit = map[string]string{"eoy": "year", "eom": "month"}[unit]
		return r.relative(func(t time.Time) period { p, _ := whole(t, unit, 0); return onDay(p.last) }), i + 1
	}
	if r.lower(i+1) != "end" || unit != "year" && unit != "month" && unit != "quarter" || !endLeads[r.lower(i-1)] && r.lower(i-1) != "at" {
		return period{}, 0
	}
	return r.relative(func(t time.Time) period { p, _ := whole(t, unit, 0); return onDay(p.last) }), i + 2
}

// unitsOf reads "the first three months of 2023", "the last ten days of May",
// "the 12th day of next month", "the fourth month of that year".
func (r *dateReader) unitsOf(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	var n, from, next int
	var unit string
	last := r.lower(k) == "last" || r.lower(k) == "final"
	if last || r.lower(k) == "first" {
		a, end := r.amountOf(k + 1)
		n, unit, next = a.n, a.unit, end
	}
	if next == 0 && !last {
		from, next = r.ordinal(k)
		n, unit, next = 1, calendarUnits[r.lower(next)], next+1
		from--
	}
	if next < 2 || n == 0 || !isCutUnit(unit) || r.lower(next) != "of" || r.lower(next-1) == "week" {
		return period{}, 0
	}
	p, end := r.theOrInner(next + 1)
	if end == 0 || p.unknown {
		return p, end
	}
	return cut(p, unit, from, n, last), end
}

// isCutUnit reports whether a period is told in such units: "the first two quarters of 2019".
func isCutUnit(unit string) bool {
	switch unit {
	case "day", "week", "month", "quarter", "year", "decade":
		return true
	}
	return false
}

// theOrInner is the date at i, or the present unit: "the year".
func (r *dateReader) theOrInner(i int) (period, int) {
	if unit := calendarUnits[r.lower(i+1)]; r.lower(i) == "the" && unit == r.lower(i+1) && (unit == "year" || unit == "month" || unit == "quarter") {
		return r.relative(func(t time.Time) period { p, _ := whole(t, unit, 0); return p }), i + 2
	}
	return r.inner(i)
}

// cut is n units of p, from its start or its end; all of p where it has fewer.
func cut(p period, unit string, from, n int, last bool) period {
	first, end := steps(p.first, unit, from), steps(p.first, unit, from+n).AddDate(0, 0, -1)
	if last {
		first, end = steps(p.last.AddDate(0, 0, 1), unit, -n), p.last
	}
	if first.Before(p.first) || end.After(p.last) {
		return p
	}
	if unit == "day" && n == 1 {
		return onDay(first)
	}
	if unit == "month" && n == 1 && first.Day() == 1 {
		return onMonth(first.Year(), first.Month())
	}
	return over(first, end)
}

// dayOfShifted reads "the 15th of next month", "the 3rd of this month".
func (r *dateReader) dayOfShifted(i int) (period, int) {
	d, k := r.dayAt(i)
	if k == 0 || r.lower(k) != "of" || r.lower(k+2) != "month" {
		return period{}, 0
	}
	n, ok := shifts[r.lower(k+1)]
	if !ok && r.lower(k+1) != "the" {
		return period{}, 0
	}
	return r.relative(func(t time.Time) period {
		p, _ := whole(t, "month", n)
		if !validDay(p.first.Year(), p.first.Month(), d) {
			return period{unknown: true}
		}
		return onDay(p.first.AddDate(0, 0, d-1))
	}), k + 3
}

// within reads "earlier in the year", "later in the month" as the part of it up to
// or from the day of publication.
func (r *dateReader) within(i int) (period, int) {
	half := 0
	switch r.lower(i) {
	case "within":
		return r.withinAmount(i)
	case "earlier":
		half = -1
	case "later":
		half = 1
	default:
		return period{}, 0
	}
	unit := calendarUnits[r.lower(i+3)]
	if r.lower(i+1) != "in" || r.lower(i+2) != "the" || unit != r.lower(i+3) || unit == "" || unit == "day" {
		return period{}, 0
	}
	return r.relative(func(t time.Time) period { p, _ := whole(t, unit, 0); return halved(p, t, half) }), i + 4
}

// withinAmount reads "within two weeks" of what is yet to come as the time up to
// then. What follows may tell from when it counts: "within two weeks of the vote".
func (r *dateReader) withinAmount(i int) (period, int) {
	a, next := r.amountsOf(i + 1)
	if next == 0 || !isMarkOrEnd(r.ws, next) || a.list[0].n == 0 || !r.isPromised(i) {
		return period{}, 0
	}
	return r.relative(func(t time.Time) period { return over(t, a.from(t, 1)) }), next
}

// maxPromise is how many words may stand between "will" and the time it is told of.
const maxPromise = 7

// isPromised reports whether the clause in front of i says what will or must be, not
// what is so in general: "loans are paid off within ten years".
func (r *dateReader) isPromised(i int) bool {
	for k := i - 1; k >= 0 && k >= i-maxPromise; k-- {
		switch l := r.lower(k); l {
		case "will", "'ll", "shall", "must", "i'll", "we'll", "he'll", "she'll", "they'll", "it'll":
			return true
		case "is", "are", "was", "were", "would", "that", "which", ",", ";":
			return false
		}
	}
	return false
}
