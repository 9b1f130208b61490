package extract

import (
	"strings"
	"time"
)

// maxHoliday is how many words the name of a holiday has.
const maxHoliday = 6

// holiday reads "Christmas Eve", "New Year's Day 2023", "last Easter", "Labor Day weekend".
func (r *dateReader) holiday(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	shift, shifted := shifts[r.lower(k)]
	if shifted {
		k++
	}
	h, next := r.holidayName(k)
	if next == 0 {
		return period{}, 0
	}
	weekend := r.lower(next) == "weekend"
	if weekend {
		next++
	}
	if !shifted && !weekend && r.isModifier(k, next) {
		return period{}, 0
	}
	p, next := r.holidayYear(h, i, shift, next)
	if r.lower(next) == "weekend" {
		weekend = true
		next++
	}
	if weekend && !p.unknown {
		p = weekendOf(p.first)
	}
	return p, next
}

// isModifier reports whether the holiday at [i,next) only describes the noun
// behind it: "a Christmas tree". Behind a preposition of time it is a day.
func (r *dateReader) isModifier(i, next int) bool {
	switch r.lower(i - 1) {
	case "of":
		if l := r.lower(i - 2); l == "week" || l == "weekend" {
			return false
		}
	case "on", "since", "until", "before", "after", "by":
		return false
	case "merry", "happy":
		return true
	}
	if _, end := r.yearBehind(next); end > 0 || r.lower(next) == "weekend" {
		return false
	}
	if next >= len(r.ws) || r.ws[next].kind != wordPlain {
		return r.lower(i-1) == "a" || r.lower(i-1) == "of"
	}
	return r.ws[next].class == classContent || r.ws[i].lower == "new" && r.ws[next].class == classVerb
}

// holidayYear finds the year: told behind the name, by a word in front of it, or
// the nearest one.
func (r *dateReader) holidayYear(h holiday, i, shift, next int) (period, int) {
	if y, end := r.yearBehind(next); end > 0 {
		return onDay(h.in(y)), end
	}
	if r.lower(next) == "in" && monthNames[r.lower(next+1)] != 0 {
		if y, end := r.yearBehind(next + 2); end > 0 {
			return onDay(h.in(y)), next // "in November 2018"
		}
	}
	p := r.relative(func(t time.Time) period {
		best := onDay(h.in(t.Year()))
		for y := t.Year() - 1; y <= t.Year()+1; y++ {
			d := h.in(y)
			if shift < 0 && !d.Before(t) || shift > 0 && !d.After(t) {
				continue
			}
			if wrong := shift < 0 && !best.first.Before(t) || shift > 0 && !best.first.After(t); wrong || apart(d, t) < apart(best.first, t) {
				best = onDay(d)
			}
		}
		return best
	})
	p.yearless = shift == 0
	if p.yearless && !p.unknown && (h.month == 0 || h.nth != 0) {
		return onDay(h.in(p.first.Year() + r.yearsOff(i, p))), next // another day each year
	}
	return p, next
}

// holidayName is the holiday whose name begins at i. Names that are common words
// need their capital.
func (r *dateReader) holidayName(i int) (found holiday, next int) {
	if i < 0 || i >= len(r.ws) || !r.ws[i].is(isDateWord) || !holidayStarts[strings.TrimSuffix(r.ws[i].lower, ".")] {
		return holiday{}, 0
	}
	if r.lower(i) == "new" && otherYears[r.lower(i-1)] {
		return holiday{}, 0
	}
	if !r.ws[i].is(isCapital) && commonStarts[r.ws[i].lower] {
		if before := r.lower(i - 1); before != "before" && before != "after" {
			return holiday{}, 0
		}
	}
	var buffer [48]byte
	name := buffer[:0]
	for n := 0; n < maxHoliday && i+n < len(r.ws); n++ {
		l := strings.TrimSuffix(r.lower(i+n), ".")
		if l == "'" || l == "’" || l == "" {
			continue
		}
		if n > 0 {
			name = append(name, ' ')
		}
		name = append(name, l...)
		if h, ok := holidays[string(name)]; ok {
			found, next = h, i+n+1
		}
	}
	return found, next
}

// in is the day of the holiday in year y.
func (h holiday) in(y int) time.Time {
	switch {
	case h.month == 0:
		return easterDay(y).AddDate(0, 0, h.day)
	case h.nth == 0:
		return date(y, h.month, h.day)
	case h.nth < 0:
		last := date(y, h.month+1, 0)
		return last.AddDate(0, 0, -(int(last.Weekday())-int(h.weekday)+7)%7)
	}
	first := date(y, h.month, 1)
	return first.AddDate(0, 0, (int(h.weekday)-int(first.Weekday())+7)%7+7*(h.nth-1)+h.day)
}

// weekendOf is the weekend at t, with a Friday or Monday t itself.
func weekendOf(t time.Time) period {
	saturday := week(t, 0).first.AddDate(0, 0, 5)
	if t.Weekday() <= time.Wednesday && t.Weekday() != time.Sunday {
		saturday = saturday.AddDate(0, 0, -7)
	}
	first, last := saturday, saturday.AddDate(0, 0, 1)
	if t.Weekday() == time.Friday {
		first = t
	}
	if t.Weekday() == time.Monday {
		last = t
	}
	return over(first, last)
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
