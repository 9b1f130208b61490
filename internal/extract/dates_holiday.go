package extract

import "time"

// maxHoliday is how many words the name of a holiday has.
const maxHoliday = 3

// holiday reads "Christmas Eve", "New Year's Day 2023", "Easter".
func (r dateReader) holiday(i int) (period, int) {
	if i >= len(r.ws) || !r.ws[i].is(isCapital) {
		return period{}, 0
	}
	var found holiday
	next, name := 0, ""
	for n := 0; n < maxHoliday && i+n < len(r.ws) && r.ws[i+n].kind == wordPlain; n++ {
		if name += r.ws[i+n].lower; n == 0 && name == easterName {
			return r.easter(i + 1)
		}
		if h, ok := holidays[name]; ok {
			found, next = h, i+n+1
		}
		name += " "
	}
	if next == 0 {
		return period{}, 0
	}
	if y, end := r.yearBehind(next); end > 0 {
		return onDay(date(y, found.month, found.day)), end
	}
	p, ok := r.cal.dayOf(found.month, found.day)
	if !ok {
		return period{}, 0
	}
	return p, next
}

func (r dateReader) easter(next int) (period, int) {
	if y, end := r.yearBehind(next); end > 0 {
		return onDay(easterDay(y)), end
	}
	p := r.relative(func(t time.Time) period {
		best := onDay(easterDay(t.Year()))
		for y := t.Year() - 1; y <= t.Year()+1; y++ {
			if d := easterDay(y); apart(d, t) < apart(best.first, t) {
				best = onDay(d)
			}
		}
		return best
	})
	p.yearless = true
	return p, next
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
