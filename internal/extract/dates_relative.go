package extract

import (
	"strings"
	"time"
)

// parts narrow a period: "early 2024", "the end of the month".
var parts = map[string]func(period) period{
	"early": firstThird, "beginning": firstThird, "start": firstThird, "mid": middle, "middle": middle, "late": lastThird, "end": lastThird,
}

// endLeads make "the end of" its last day.
var endLeads = wordSet("by before until till through")

func firstThird(p period) period { return third(p, 0) }
func middle(p period) period     { return third(p, 1) }
func lastThird(p period) period  { return third(p, 2) }

// third is the n-th third of p; of a year four months, of a month ten days.
func third(p period, n int) period {
	if p.unknown {
		return p
	}
	days := int(p.last.Sub(p.first).Hours()/24) + 1
	q := p
	switch p.grain {
	case grainYear:
		q = over(date(p.first.Year(), time.Month(4*n+1), 1), date(p.first.Year(), time.Month(4*n+5), 0))
	case grainDay:
		return p
	case grainMonth:
		q = over(p.first.AddDate(0, 0, []int{0, 9, 15}[n]), p.first.AddDate(0, 0, []int{14, 20, days - 1}[n]))
	default:
		if y := p.first.Year(); p.last.Year() == y+9 { // a decade has no thirds of days
			return over(date(y+[]int{0, 4, 7}[n], 1, 1), date(y+[]int{3, 6, 9}[n], 12, 31))
		}
		q = over(p.first.AddDate(0, 0, n*days/3), p.first.AddDate(0, 0, (n+1)*days/3-1))
	}
	q.yearless = p.yearless
	return q
}

// partOf reads "early 2024", "the end of last year", "late October".
func (r *dateReader) partOf(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	word := r.lower(k)
	narrow := parts[word]
	if narrow == nil {
		return period{}, 0
	}
	noun := word != "early" && word != "late" && word != "mid"
	k++
	if word == "end" && k == i+1 && r.isBareEnd(i) {
		noun = false
	}
	if noun {
		if r.lower(k) != "of" {
			return period{}, 0
		}
		k++
	} else if r.lower(k) == "in" || r.lower(k) == "-" {
		k++
	}
	p, next := r.inner(k)
	if next == 0 && r.lower(k-1) == "in" {
		p, next = r.theOrInner(k) // "early in the year"
	}
	if next == 0 {
		return period{}, 0
	}
	if word == "end" && endLeads[r.lower(i-1)] && !p.unknown {
		return onDay(p.last), next // "by the end of the year"
	}
	return narrow(p), next
}

// isBareEnd reports whether "end" at i stands right in front of a month or year:
// "by end June", "at end 2020".
func (r *dateReader) isBareEnd(i int) bool {
	if l := r.lower(i - 1); !endLeads[l] && l != "at" && l != "since" {
		return false
	}
	_, year := r.year(i + 1)
	return year || monthNames[r.lower(i+1)] != 0 && r.ws[i+1].is(isCapital)
}

// inner reads the date inside a part, which may be a bare year.
func (r *dateReader) inner(k int) (period, int) {
	if p, next := r.point(k); next > 0 {
		return p, next
	}
	return r.looseYear(k)
}

// isBetween reports whether "and" at i ends what "between" begins: "between May 3 and now".
func (r *dateReader) isBetween(i int) bool {
	for k := i - 1; k >= 0 && k > i-7; k-- {
		if r.lower(k) == "between" {
			return true
		}
	}
	return false
}

// nearDay reads "today", "yesterday", "tomorrow night", "the day before yesterday".
func (r *dateReader) nearDay(i int) (period, int) {
	if p, next := r.secondDay(i); next > 0 {
		return p, next
	}
	k := i
	if r.lower(k) == "the" && r.lower(k+1) == "present" {
		k++
	}
	n := 0
	switch strings.TrimSuffix(r.lower(k), "'s") {
	case "this":
		if !dayParts[r.lower(k+1)] || r.lower(k+1) == "night" || r.ws[k+1].is(isCapital) {
			return period{}, 0
		}
	case "today", "tonight":
		if k > 0 && r.ws[k].is(isCapital) && r.ws[k-1].kind == wordPlain && r.ws[k-1].is(isCapital) {
			return period{}, 0 // the name of a paper
		}
	case "yesterday":
		n = -1
	case "tomorrow":
		n = 1
	case "current":
		if r.lower(k+1) != "date" {
			return period{}, 0
		}
		k++
	case "now", "present", "date":
		if r.lower(k) != "now" && !isMarkOrEnd(r.ws, k+1) || !r.endsNow(i) {
			return period{}, 0 // "to present her plan"
		}
	default:
		return period{}, 0
	}
	k++
	if dayParts[r.lower(k)] {
		k++
	}
	return r.relative(func(t time.Time) period { return onDay(t.AddDate(0, 0, n)) }), k
}

// endsNow reports whether what stands in front of "now", "present" or "date" at i
// takes it for a day: "from 2015 to", "between May and".
func (r *dateReader) endsNow(i int) bool {
	switch r.lower(i - 1) {
	case "to":
		if r.lower(i) == "date" {
			_, year := r.year(i - 2)
			return year || monthNames[r.lower(i-2)] != 0
		}
		return true
	case "between", "till", "until":
		return r.lower(i) != "date"
	case "and":
		return r.isBetween(i-1) && r.lower(i) != "date"
	case "from":
		l := r.lower(i + 1)
		return r.lower(i) == "now" && (l == "to" || l == "until" || l == "till" || l == "through")
	case "-", "–":
		_, year := r.year(i - 2)
		return year && r.lower(i) == "present"
	}
	return false
}

// secondDay reads "the day before yesterday", "day after tomorrow".
func (r *dateReader) secondDay(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	n := 2 * sideOf(r.lower(k+1))
	if r.lower(k) != "day" || n < 0 && r.lower(k+2) != "yesterday" || n > 0 && r.lower(k+2) != "tomorrow" || n == 0 {
		return period{}, 0
	}
	return r.relative(func(t time.Time) period { return onDay(t.AddDate(0, 0, n)) }), k + 3
}

func (r *dateReader) quartersFrom(shift, n int) period {
	return r.relative(func(t time.Time) period {
		near, _ := whole(t, "quarter", shift)
		far, _ := whole(t, "quarter", shift*n)
		if shift < 0 {
			return over(far.first, near.last)
		}
		return over(near.first, far.last)
	})
}

// sidesOfToday tell which side of today a part of the week, month or year lies.
var sidesOfToday = map[string]int{"earlier": -1, "later": 1}

// shifted reads "last month", "this year", "next week", "earlier this week", "the same week".
func (r *dateReader) shifted(i int) (period, int) {
	k, half := i, sidesOfToday[r.lower(i)]
	if half != 0 || r.lower(k) == "the" {
		k++
	}
	n, ok := shifts[r.lower(k)]
	if !ok || n == 0 && r.lower(k) != "this" && r.lower(k) != "current" {
		return period{}, 0
	}
	k++
	for l := r.lower(k); l == "calendar" || l == "working" || l == "fiscal" || l == "coming" || l == "past"; l = r.lower(k) {
		k++
	}
	if r.lower(k-1) == "coming" && n == 0 {
		n = 1
	}
	if m, ok := monthNames[r.lower(k)]; ok && r.ws[k].is(isCapital) && k == i+1 {
		return r.shiftedMonth(m, n), k + 1
	}
	unit := calendarUnits[strings.TrimSuffix(r.lower(k), "'s")]
	if unit == "" || calendarUnits[r.lower(k)] != "" && strings.HasSuffix(r.lower(k), "s") || r.lower(k-1) == "past" && r.lower(i) == "past" && unit == "day" {
		return period{}, 0
	}
	if unit == "night" && n == 0 || r.lower(k) == "day" && n == -1 && r.lower(k-1) == "last" {
		return period{}, 0
	}
	if day, next := r.dayOfWeek(k + 1); next > 0 && unit == "week" {
		return r.relative(func(t time.Time) period { return onDay(inWeek(week(t, n), day)) }), next
	}
	if w := r.lower(k - 1); w == "previous" || w == "preceding" || w == "following" {
		if p := r.fromAnchor(unit, n); !p.unknown {
			return p, k + 1
		}
	}
	return r.relative(func(t time.Time) period { return shiftedUnit(t, r.lower(k-1), unit, n, half) }), k + 1
}

// shiftedUnit is the unit n units from t's as the word in front of it says.
func shiftedUnit(t time.Time, word, unit string, n, half int) period {
	if unit == "weekend" && (word == "coming" || word == "upcoming" || word == "past") {
		return nearWeekend(t, n)
	}
	p, _ := whole(t, unit, n)
	if unit == "week" && word == "working" {
		return over(p.first, p.last.AddDate(0, 0, -2))
	}
	if word == "past" {
		return over(steps(t, unit, -1), t)
	}
	return halved(p, t, half)
}

// nearWeekend is the next weekend that begins after t, or the last that ended before.
func nearWeekend(t time.Time, n int) period {
	p, _ := whole(t, "weekend", 0)
	if n > 0 && !p.first.After(t) {
		p, _ = whole(t, "weekend", 1)
	}
	if n <= 0 && !p.last.Before(t) {
		p, _ = whole(t, "weekend", -1)
	}
	return p
}

// dayOfWeek reads "on Tuesday" behind "next week".
func (r *dateReader) dayOfWeek(i int) (day time.Weekday, next int) {
	if r.lower(i) == "on" {
		i++
	}
	day, ok := weekdayNames[r.lower(i)]
	if !ok {
		return 0, 0
	}
	return day, i + 1
}

// halved is the part of p before or after today; half 0 is all of it.
func halved(p period, today time.Time, half int) period {
	switch {
	case half < 0 && today.After(p.first):
		return over(p.first, today)
	case half > 0 && today.Before(p.last):
		return over(today, p.last)
	}
	return p
}

func (r *dateReader) shiftedMonth(m time.Month, n int) period {
	return r.relative(func(t time.Time) period {
		y := t.Year()
		switch {
		case n < 0 && m >= t.Month():
			y--
		case n > 0 && m <= t.Month():
			y++
		}
		return onMonth(y, m)
	})
}

// weekOf reads "the first week of May", "the last week of 2019".
func (r *dateReader) weekOf(i int) (period, int) {
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

// theUnit reads "the year", "the weekend", "that weekend", "of the month" where
// the present one is meant.
func (r *dateReader) theUnit(i int) (period, int) {
	if r.lower(i) != "the" && r.lower(i) != "that" {
		return period{}, 0
	}
	unit := calendarUnits[r.lower(i+1)]
	if unit == "" || r.lower(i+1) != unit {
		return period{}, 0
	}
	before := r.lower(i - 1)
	switch {
	case r.lower(i) == "that" && unit != "weekend":
		return r.thatYear(i, unit)
	case unit == "weekend" && isMarkOrEnd(r.ws, i+2) || unit == "weekend" && (before == "over" || before == "at"):
		return r.relative(func(t time.Time) period {
			p, _ := whole(t, "weekend", 0)
			if p.first.After(t) && !r.isFuture(i) {
				p, _ = whole(t, "weekend", -1)
			}
			return p
		}), i + 2
	case unit == "year" || unit == "month" || unit == "week":
		if parts[r.lower(i-2)] == nil || before != "of" {
			return period{}, 0
		}
		return r.relative(func(t time.Time) period { p, _ := whole(t, unit, 0); return p }), i + 2
	}
	return period{}, 0
}
