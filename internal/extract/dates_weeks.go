package extract

import "time"

// weekOf reads "the first week of May", "the last week of 2019".
func (r dateReader) weekOf(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	n, next := r.ordinal(k)
	last := r.lower(k) == "last" || r.lower(k) == "final"
	if last {
		next = k + 1
	}
	if next == 0 || n > 5 || r.lower(next) != "week" || r.lower(next+1) != "of" {
		return period{}, 0
	}
	p, end := r.inner(next + 2)
	if end == 0 || p.grain != grainMonth && p.grain != grainYear && !p.unknown {
		return period{}, 0
	}
	if p.unknown {
		return p, end
	}
	if last {
		w := week(p.last, 0)
		if w.last.After(p.last.AddDate(0, 0, 3)) {
			w = week(p.last, -1)
		}
		return w, end
	}
	w := week(p.first, 0)
	if p.first.After(w.first.AddDate(0, 0, 3)) {
		w = week(p.first, 1)
	}
	return over(w.first.AddDate(0, 0, 7*(n-1)), w.last.AddDate(0, 0, 7*(n-1))), end
}

// weekAround reads "the week of May 5", "the week ending June 3", "the week after
// next", "the week before last".
func (r dateReader) weekAround(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	if r.lower(k) != "week" && r.lower(k) != "weekend" || k == i {
		return period{}, 0
	}
	unit := r.lower(k)
	switch r.lower(k + 1) {
	case "after":
		if r.lower(k+2) == "next" {
			return r.relative(func(t time.Time) period { p, _ := whole(t, unit, 2); return p }), k + 3
		}
	case "before":
		if r.lower(k+2) == "last" {
			return r.relative(func(t time.Time) period { p, _ := whole(t, unit, -2); return p }), k + 3
		}
	case "of", "starting", "beginning", "ending", "ended":
		return r.weekWith(k+2, r.lower(k+1))
	}
	return period{}, 0
}

// weekWith is the week that holds, begins or ends with the day at i.
func (r dateReader) weekWith(i int, how string) (period, int) {
	if r.lower(i) == "on" {
		i++
	}
	p, next := r.point(i)
	if next == 0 || p.unknown {
		return p, next
	}
	if p.grain != grainDay {
		return period{}, 0
	}
	p = r.settled(p, i)
	switch how {
	case "starting", "beginning":
		return over(p.first, p.first.AddDate(0, 0, 6)), next
	case "ending", "ended":
		return over(p.first.AddDate(0, 0, -6), p.first), next
	}
	return week(p.first, 0), next
}

// unitsOf reads "the first nine months of last year", "the last three weeks of
// May", "the first 20 days of the month".
func (r dateReader) unitsOf(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	last := r.lower(k) == "last" || r.lower(k) == "final"
	if !last && r.lower(k) != "first" {
		return period{}, 0
	}
	n, unit, next := r.amountOf(k + 1)
	if next == 0 || n == 0 || r.lower(next) != "of" || r.lower(k+1) == "a" {
		return period{}, 0
	}
	p, end := r.inner(next + 1)
	if end == 0 || p.unknown || p.grain == grainDay {
		return p, end
	}
	part := over(p.first, steps(p.first, unit, n).AddDate(0, 0, -1))
	if last {
		part = over(steps(p.last.AddDate(0, 0, 1), unit, -n), p.last)
	}
	if part.first.Before(p.first) || part.last.After(p.last) {
		return period{}, 0
	}
	part.yearless = p.yearless
	return part, end
}
