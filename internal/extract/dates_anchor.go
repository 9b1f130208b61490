package extract

// fromAnchor is the time n units from the date told before in the sentence: "rose
// to 9% in May from 7% a year earlier". It is as exact as that date, and unknown
// where the unit is finer than the date.
func (r *dateReader) fromAnchor(unit string, n int) period {
	a := r.anchor
	switch {
	case a.grain == 0:
	case unit == "year":
		q := a.moved(n)
		q.yearless = false
		return q
	case unit == "decade" && a.grain == grainYear:
		return onYear(a.first.Year() + 10*n)
	case unit == "month" && a.grain == grainMonth:
		t := addMonths(a.first, n)
		return onMonth(t.Year(), t.Month())
	case a.grain == grainDay:
		p := onDay(steps(a.first, unit, n))
		p.about = unit != "day" && unit != "night"
		return p
	}
	return period{unknown: true}
}

// besideAnchor is the time that lies the distance before "earlier" or after "later"
// at i: counted from another day of the story.
func (r *dateReader) besideAnchor(a timeSpan, i int) period {
	if a.count != 1 || r.lower(i+1) == "than" {
		return period{unknown: true}
	}
	n := a.list[0].n
	if r.lower(i) == "earlier" {
		n = -n
	}
	return r.fromAnchor(a.list[0].unit, n)
}

// dayBeside reads "the day before", "a day earlier", "the day after" where the
// sentence ends its phrase: a day beside the one told before.
func (r *dateReader) dayBeside(i int) (period, int) {
	if r.lower(i) != "the" || r.lower(i+1) != "day" && r.lower(i+1) != "week" && r.lower(i+1) != "month" && r.lower(i+1) != "year" {
		return period{}, 0
	}
	n := 0
	switch r.lower(i + 2) {
	case "before", "prior":
		n = -1
	case "after":
		n = 1
	}
	if n == 0 || !isMarkOrEnd(r.ws, i+3) {
		return period{}, 0
	}
	return r.fromAnchor(r.lower(i+1), n), i + 3
}

// thatYear reads "that year" as the year of the date told before.
func (r *dateReader) thatYear(i int, unit string) (period, int) {
	switch {
	case unit != "year" || parts[r.lower(i-2)] == nil && r.lower(i-1) != "later" && r.lower(i-1) != "earlier":
		return period{}, 0
	case r.anchor.grain == 0:
		return period{unknown: true}, i + 2
	}
	return onYear(r.anchor.first.Year()), i + 2
}
