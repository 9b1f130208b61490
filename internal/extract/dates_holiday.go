package extract

import (
	"time"
)

// A holiday falls on the same day each year, on the nth such weekday of a month
// (-1: the last), or some days from Easter.
type holiday struct {
	month   time.Month
	day     int
	nth     int
	weekday time.Weekday
	easter  bool // day counts from Easter Sunday
}

// holidays by their names, lower case, words parted by one blank.
var holidays = map[string]holiday{
	"christmas": {month: 12, day: 25}, "christmas day": {month: 12, day: 25}, "christmas eve": {month: 12, day: 24},
	"boxing day": {month: 12, day: 26}, "halloween": {month: 10, day: 31}, "new year's day": {month: 1, day: 1},
	"new year's eve": {month: 12, day: 31}, "new year": {month: 1, day: 1}, "new year's": {month: 1, day: 1},
	"valentine's day": {month: 2, day: 14}, "independence day": {month: 7, day: 4}, "fourth of july": {month: 7, day: 4},
	"veterans day": {month: 11, day: 11}, "armistice day": {month: 11, day: 11}, "juneteenth": {month: 6, day: 19},
	"bastille day": {month: 7, day: 14}, "may day": {month: 5, day: 1}, "earth day": {month: 4, day: 22},
	"international women's day": {month: 3, day: 8}, "international workers' day": {month: 5, day: 1},
	"groundhog day": {month: 2, day: 2}, "anzac day": {month: 4, day: 25}, "canada day": {month: 7, day: 1},
	"st. patrick's day": {month: 3, day: 17},
	"thanksgiving":      {month: 11, nth: 4, weekday: time.Thursday}, "thanksgiving day": {month: 11, nth: 4, weekday: time.Thursday},
	"labor day": {month: 9, nth: 1, weekday: time.Monday}, "memorial day": {month: 5, nth: -1, weekday: time.Monday},
	"presidents day": {month: 2, nth: 3, weekday: time.Monday}, "presidents' day": {month: 2, nth: 3, weekday: time.Monday},
	"columbus day": {month: 10, nth: 2, weekday: time.Monday}, "indigenous peoples' day": {month: 10, nth: 2, weekday: time.Monday},
	"mother's day": {month: 5, nth: 2, weekday: time.Sunday}, "father's day": {month: 6, nth: 3, weekday: time.Sunday},
	"easter": {easter: true}, "easter sunday": {easter: true}, "easter monday": {easter: true, day: 1}, "good friday": {easter: true, day: -2},
	"palm sunday": {easter: true, day: -7}, "ash wednesday": {easter: true, day: -46}, "holy thursday": {easter: true, day: -3},
	"black friday": {month: 11, nth: 4, weekday: time.Thursday, day: 1}, "cyber monday": {month: 11, nth: 4, weekday: time.Thursday, day: 4},
}

// in is the day of the holiday in the year y.
func (h holiday) in(y int) time.Time {
	switch {
	case h.easter:
		return easterDay(y).AddDate(0, 0, h.day)
	case h.nth > 0:
		first := date(y, h.month, 1)
		return first.AddDate(0, 0, (int(h.weekday)-int(first.Weekday())+7)%7+7*(h.nth-1)+h.day)
	case h.nth < 0:
		last := date(y, h.month+1, 0)
		return last.AddDate(0, 0, -(int(last.Weekday())-int(h.weekday)+7)%7)
	}
	return date(y, h.month, h.day)
}

// maxHoliday is how many words the name of a holiday has.
const maxHoliday = 3

// holiday reads "Christmas Eve", "New Year's Day 2023", "last Easter".
func (r dateReader) holiday(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	shift, shifted := shifts[r.lower(k)]
	if shifted {
		k++
	} else if k > i {
		k = i
	}
	h, next := r.holidayName(k)
	if next == 0 {
		return period{}, 0
	}
	if y, end := r.yearBehind(next); end > 0 {
		return onDay(h.in(y)), end
	}
	if !r.ws[k].is(isCapital) && !shifted || !shifted && r.isModifier(k, next) {
		return period{}, 0
	}
	p := r.relative(func(t time.Time) period { return onDay(h.near(t, shift)) })
	p.yearless = !shifted && !h.easter && h.nth == 0
	if !shifted && !p.yearless && !p.unknown && r.cal.known {
		p = onDay(h.near(r.cal.today, sideOf(r.tense(i))))
	}
	return p, next
}

// sideOf is the direction in which the nearest day of a moving feast is looked for.
func sideOf(t timeSide) int {
	switch t {
	case timePast:
		return -1
	case timeAhead, timeSoon:
		return 1
	}
	return 0
}

// holidayName is the longest name of a holiday at i.
func (r dateReader) holidayName(i int) (found holiday, next int) {
	name := ""
	for n := 0; n < maxHoliday && i+n < len(r.ws) && r.ws[i+n].kind == wordPlain; n++ {
		name += r.ws[i+n].lower
		if h, ok := holidays[name]; ok {
			found, next = h, i+n+1
		}
		if name += " "; r.lower(i+n+1) == "'" {
			return found, next
		}
	}
	return found, next
}

// isModifier reports whether the holiday at [i,next) only describes the noun
// behind it: "a Christmas tree". Behind a preposition of time it is a day.
func (r dateReader) isModifier(i, next int) bool {
	switch r.lower(i - 1) {
	case "on", "since", "until", "before", "after", "by":
		return false
	case "merry", "happy":
		return true
	}
	if next >= len(r.ws) || r.ws[next].kind != wordPlain {
		return r.lower(i-1) == "a" || r.lower(i-1) == "of"
	}
	return r.ws[next].class == classContent || r.ws[i].lower == "new" && r.ws[next].class == classVerb
}

// near is the day of the holiday nearest to t: before it for a negative side,
// behind it for a positive one.
func (h holiday) near(t time.Time, side int) time.Time {
	best := time.Time{}
	for y := t.Year() - 1; y <= t.Year()+1; y++ {
		d := h.in(y)
		if side < 0 && d.After(t) || side > 0 && d.Before(t) {
			continue
		}
		if best.IsZero() || apart(d, t) < apart(best, t) {
			best = d
		}
	}
	return best
}

// easterDay is Easter Sunday of the Gregorian calendar, by Gauss's rule as
// completed by Butcher.
func easterDay(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return date(y, time.Month(n/31), n%31+1)
}
