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
var endLeads = wordSet("by before until till through to")

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
	case grainSpan:
		if years := p.last.Year() - p.first.Year() + 1; years == 10 || years == 100 {
			from := p.first.Year() + []int{0, 3, 6}[n]*years/10
			return over(date(from, 1, 1), date(from+4*years/10-1, 12, 31))
		}
		q = over(p.first.AddDate(0, 0, n*days/3), p.first.AddDate(0, 0, (n+1)*days/3-1))
	case grainDay:
		return p
	case grainMonth:
		q = over(p.first.AddDate(0, 0, []int{0, 9, 15}[n]), p.first.AddDate(0, 0, []int{14, 20, days - 1}[n]))
	default:
		q = over(p.first.AddDate(0, 0, n*days/3), p.first.AddDate(0, 0, (n+1)*days/3-1))
	}
	q.yearless = p.yearless
	return q
}

// partOf reads "early 2024", "the end of last year", "late October".
func (r dateReader) partOf(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	word := r.lower(k)
	narrow := parts[word]
	if narrow == nil {
		return period{}, 0
	}
	noun := r.lower(k) != "early" && r.lower(k) != "late" && r.lower(k) != "mid"
	k++
	if noun {
		if r.lower(k) != "of" {
			return period{}, 0
		}
		k++
	} else if r.lower(k) == "in" || r.lower(k) == "-" {
		k++
	}
	p, next := r.inner(k)
	if next == 0 {
		return period{}, 0
	}
	if (word == "end" || word == "close") && endLeads[r.lower(i-1)] && !p.unknown {
		return onDay(p.last), next // "by the end of the year"
	}
	return narrow(p), next
}

// inner reads the date inside a part, which may be a bare year.
func (r dateReader) inner(k int) (period, int) {
	if p, next := r.point(k); next > 0 {
		return p, next
	}
	return r.looseYear(k)
}

// nearDay reads "today", "yesterday", "tomorrow night", "the day before yesterday".
func (r dateReader) nearDay(i int) (period, int) {
	k := i
	if r.lower(k) == "the" && r.lower(k+1) == "day" && (r.lower(k+3) == "yesterday" || r.lower(k+3) == "tomorrow") {
		n := map[string]int{"before": -2, "after": 2}[r.lower(k+2)]
		if n != 0 {
			return r.relative(func(t time.Time) period { return onDay(t.AddDate(0, 0, n)) }), k + 4
		}
	}
	n := 0
	switch r.lower(k) {
	case "this":
		if !dayParts[r.lower(k+1)] || r.lower(k+1) == "night" {
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
	default:
		return period{}, 0
	}
	if r.lower(k+1) == "'s" || r.lower(k+1) == "'" {
		return r.relative(func(t time.Time) period { return onDay(t.AddDate(0, 0, n)) }), k + 1
	}
	k++
	if dayParts[r.lower(k)] {
		k++
	}
	return r.relative(func(t time.Time) period { return onDay(t.AddDate(0, 0, n)) }), k
}

// amountOf reads "two weeks", "a month", "a couple of years".
func (r dateReader) amountOf(i int) (n int, unit string, next int) {
	if r.lower(i) == "a" && r.lower(i+1) == "couple" {
		i++
	}
	n, ok := r.count(i)
	if !ok || n > 5000 {
		return 0, "", 0
	}
	k := i + 1
	if r.lower(k) == "of" && r.lower(i) == "couple" {
		k++
	}
	for l := r.lower(k); l == "next" || l == "previous" || l == "upcoming" || l == "business" || l == "more" || l == "calendar"; l = r.lower(k) {
		k++
	}
	u := calendarUnits[r.lower(k)]
	if u == "" || u == "weekend" {
		return 0, "", 0
	}
	return n, u, k + 1
}

// ago reads "two weeks ago", "a year earlier", "in two weeks", "three days from now".
func (r dateReader) ago(i int) (period, int) {
	if r.lower(i) == "in" || r.lower(i) == "within" {
		n, unit, next := r.amountOf(i + 1)
		if next == 0 || i == 0 || r.lower(i+1) == "a" && !isMarkOrEnd(r.ws, next) || r.lower(i) == "within" || !r.isFuture(i) && !isMarkOrEnd(r.ws, next) {
			return period{}, 0
		}
		if r.isRecord(i) {
			return period{}, 0
		}
		if l := r.lower(next); l == "since" || l == "after" || !r.isFuture(i) {
			return period{}, 0
		}
		return r.stepped(unit, n), next
	}
	n, unit, next := r.amountOf(i)
	if next == 0 {
		return period{}, 0
	}
	switch r.lower(next) {
	case "ago", "back":
		if r.lower(next) == "back" && !isMarkOrEnd(r.ws, next+1) {
			return period{}, 0
		}
		return r.agoBy(unit, n), next + 1
	case "earlier", "later", "hence":
		if r.lower(next) == "earlier" {
			n = -n
		}
		if r.lower(next+1) == "than" {
			return period{unknown: true}, next + 1
		}
		return r.fromAnchor(unit, n), next + 1 // counted from another day of the story
	case "from", "after":
		return r.anchored(next+1, unit, n)
	case "before":
		return r.anchored(next+1, unit, -n)
	}
	return period{}, 0
}

// isRecord reports whether the words before "in two years" at i look back over
// them: "the highest in two years".
func (r dateReader) isRecord(i int) bool {
	for k := i - 1; k >= max(i-7, 0) && r.ws[k].kind == wordPlain; k-- {
		l := r.lower(k)
		if l == "first" || l == "worst" || l == "best" || l == "most" || l == "least" || l == "record" || l == "only" ||
			len(l) > 5 && strings.HasSuffix(l, "est") {
			return true
		}
	}
	return false
}

// anchored reads "three weeks from tomorrow", "2 weeks before May 13".
func (r dateReader) anchored(i int, unit string, n int) (period, int) {
	if r.lower(i) == "now" || r.lower(i) == "today" {
		return r.stepped(unit, n), i + 1
	}
	p, next := r.point(i)
	if next == 0 || p.grain != grainDay && !p.unknown {
		return period{}, 0
	}
	if p.unknown {
		return p, next
	}
	return onDay(steps(p.first, unit, n)), next
}

// agoBy is the time that lies n units back, no more exact than its unit: a day
// for days, about a day for weeks and months, about a year for years.
func (r dateReader) agoBy(unit string, n int) period {
	p := r.stepped(unit, -n)
	switch {
	case p.unknown:
	case unit == "week" || unit == "month" || unit == "fortnight" || unit == "quarter":
		p.about = true
	case unit == "year" || unit == "decade" || unit == "century":
		p = onYear(p.first.Year())
		p.about = true
	}
	return p
}

// stepped is the day that lies n units from publication.
func (r dateReader) stepped(unit string, n int) period {
	return r.relative(func(t time.Time) period { return onDay(steps(t, unit, n)) })
}

// lastUnits reads "the past two weeks", "last 3 months", "the next four days".
func (r dateReader) lastUnits(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	shift, ok := shifts[r.lower(k)]
	n, unit, next := 0, "", 0
	if ok {
		if r.lower(k+1) == "couple" || r.isNumber(k+1) && r.lower(k+1) != "a" {
			n, unit, next = r.amountOf(k + 1)
		}
	} else if r.isNumber(k) && r.lower(k+1) != "" {
		if shift, ok = shifts[r.lower(k+1)]; ok && k > i {
			n, unit, next = r.amountOf(k)
		}
	}
	if next == 0 || shift == 0 || n == 0 {
		return period{}, 0
	}
	if unit == "quarter" {
		return r.quartersFrom(shift, n), next
	}
	return r.relative(func(t time.Time) period {
		if shift < 0 {
			return over(steps(t, unit, -n), t)
		}
		return over(t.AddDate(0, 0, 1), steps(t, unit, n))
	}), next
}

func (r dateReader) quartersFrom(shift, n int) period {
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
func (r dateReader) shifted(i int) (period, int) {
	k, half := i, sidesOfToday[r.lower(i)]
	if half != 0 || r.lower(k) == "the" {
		k++
	}
	if half != 0 && r.lower(k) == "in" && r.lower(k+1) == "the" {
		return r.partSoFar(k+2, half)
	}
	n, ok := shifts[r.lower(k)]
	if !ok || n == 0 && r.lower(k) != "this" && r.lower(k) != "current" {
		return period{}, 0
	}
	k++
	for l := r.lower(k); l == "calendar" || l == "working" || l == "fiscal" || l == "coming" || l == "past"; l = r.lower(k) {
		k++
	}
	if m, ok := monthNames[r.lower(k)]; ok && r.ws[k].is(isCapital) && k == i+1 {
		return r.shiftedMonth(m, n), k + 1
	}
	unit := calendarUnits[r.lower(k)]
	if unit == "" || strings.HasSuffix(r.lower(k), "s") || r.lower(k-1) == "past" && r.lower(i) == "past" && unit == "day" {
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
	p := r.relative(func(t time.Time) period {
		p, _ := whole(t, unit, n)
		if r.lower(k-1) == "past" {
			return over(steps(t, unit, -1), t)
		}
		return halved(p, t, half)
	})
	return p, k + 1
}

// partSoFar reads "week", "month" or "year" behind "earlier in the".
func (r dateReader) partSoFar(i, half int) (period, int) {
	unit := r.lower(i)
	if unit != "week" && unit != "month" && unit != "year" || r.lower(i+1) == "of" {
		return period{}, 0
	}
	return r.relative(func(t time.Time) period {
		p, _ := whole(t, unit, 0)
		return halved(p, t, half)
	}), i + 1
}

// dayOfWeek reads "on Tuesday" behind "next week".
func (r dateReader) dayOfWeek(i int) (day time.Weekday, next int) {
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

func (r dateReader) shiftedMonth(m time.Month, n int) period {
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

// theUnit reads "the year", "the weekend", "that weekend", "of the month" where
// the present one is meant.
func (r dateReader) theUnit(i int) (period, int) {
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
