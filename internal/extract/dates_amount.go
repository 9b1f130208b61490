package extract

import (
	"strings"
	"time"
)

// maxAmounts is how many units one distance has: "2 years, 1 month and 3 days".
const maxAmounts = 3

// A timeAmount is a number of one unit of the calendar; working leaves out weekends.
type timeAmount struct {
	n       int
	unit    string
	working bool
}

// A timeSpan is one distance in time.
type timeSpan struct {
	list  [maxAmounts]timeAmount
	count int
}

// from is the day that lies the distance from t, times sign.
func (a timeSpan) from(t time.Time, sign int) time.Time {
	for _, x := range a.list[:a.count] {
		if x.working {
			t = workingDays(t, sign*x.n)
		} else {
			t = steps(t, x.unit, sign*x.n)
		}
	}
	return t
}

// workingDays moves t by n days that are no Saturday or Sunday.
func workingDays(t time.Time, n int) time.Time {
	step := 1
	if n < 0 {
		step = -1
	}
	for n != 0 {
		if t = t.AddDate(0, 0, step); t.Weekday() != time.Saturday && t.Weekday() != time.Sunday {
			n -= step
		}
	}
	return t
}

// amountsOf reads "two weeks", "5 months and 3 weeks", "1 year, 2 months and 3 days".
func (r *dateReader) amountsOf(i int) (a timeSpan, next int) {
	for a.count < maxAmounts {
		x, end := r.amountOf(i)
		if end == 0 {
			break
		}
		a.list[a.count] = x
		a.count++
		i, next = end, end
		if r.lower(i) == "," {
			i++
		}
		if r.lower(i) == "and" {
			i++
		}
	}
	return a, next
}

// amountOf reads "two weeks", "a month", "a couple of years", "3 business days".
func (r *dateReader) amountOf(i int) (a timeAmount, next int) {
	if a, next := r.halfUnit(i); next > 0 {
		return a, next
	}
	if r.lower(i) == "a" && r.lower(i+1) == "couple" {
		i++
	}
	n, ok := r.count(i)
	if !ok || n > 5000 {
		return timeAmount{}, 0
	}
	k := i + 1
	if r.ws[i].kind == wordPlain {
		if more, end := r.belowHundred(i); end > k {
			n, k = more, end
		}
	}
	if r.lower(k) == "of" && r.lower(i) == "couple" {
		k++
	}
	half := r.isAndHalf(k)
	if half {
		k += 3
	}
	for l := r.lower(k); l == "next" || l == "previous" || l == "upcoming" || l == "past" || l == "last" || l == "coming" || l == "following" || l == "business" || l == "working" || l == "more" || l == "calendar"; l = r.lower(k) {
		k++
	}
	u := calendarUnits[r.lower(k)]
	if u == "" || u == "weekend" {
		return timeAmount{}, 0
	}
	if !half && r.isAndHalf(k+1) {
		return timeAmount{n: n, unit: u}.andHalf(k + 4)
	}
	if half {
		return timeAmount{n: n, unit: u}.andHalf(k + 1)
	}
	l := r.lower(k - 1)
	return timeAmount{n: n, unit: u, working: u == "day" && n < 1000 && (l == "business" || l == "working")}, k + 1
}

// isAndHalf reports whether "and a half" stands at i.
func (r *dateReader) isAndHalf(i int) bool {
	return r.lower(i) == "and" && r.lower(i+1) == "a" && r.lower(i+2) == "half"
}

// halfUnit reads "half a year", "half a century", "half-century".
func (r *dateReader) halfUnit(i int) (a timeAmount, next int) {
	if r.lower(i) != "half" || r.lower(i+1) != "a" {
		return timeAmount{}, 0
	}
	return timeAmount{unit: calendarUnits[r.lower(i+2)]}.andHalf(i + 3)
}

// andHalf adds half a unit to the amount that ends before next, in the unit below.
func (a timeAmount) andHalf(next int) (timeAmount, int) {
	switch a.unit {
	case "year":
		return timeAmount{n: 12*a.n + 6, unit: "month"}, next
	case "decade":
		return timeAmount{n: 10*a.n + 5, unit: "year"}, next
	case "century":
		return timeAmount{n: 100*a.n + 50, unit: "year"}, next
	}
	return timeAmount{}, 0
}

// ago reads "two weeks ago", "a year earlier", "in two weeks", "three days from now".
func (r *dateReader) ago(i int) (period, int) {
	if r.lower(i) == "in" {
		return r.ahead(i)
	}
	a, next := r.amountsOf(i)
	if next == 0 {
		return r.weekdaysAway(i)
	}
	switch r.lower(next) {
	case "ago", "back":
		if r.lower(next) == "back" && !isMarkOrEnd(r.ws, next+1) {
			return period{}, 0
		}
		return r.agoBy(a), next + 1
	case "earlier", "later":
		return r.besideAnchor(a, next), next + 1
	case "hence":
		return r.stepped(a, 1), next + 1
	case "from", "after":
		return r.anchored(next+1, a, 1)
	case "before":
		return r.anchored(next+1, a, -1)
	case "prior":
		if r.lower(next+1) == "to" {
			return r.anchored(next+2, a, -1)
		}
	case "on":
		if day, end := r.dayOfWeek(next); end > 0 && a.count == 1 && a.list[0] == (timeAmount{n: 1, unit: "week"}) && r.lower(i) == "a" && r.isFuture(i) {
			return r.relative(func(t time.Time) period { return onDay(weekdayFrom(t, day, 1, "", false).AddDate(0, 0, 7)) }), end
		}
	}
	return r.starting(next, a)
}

// ahead reads "in two weeks" of what is yet to come.
func (r *dateReader) ahead(i int) (period, int) {
	a, next := r.amountsOf(i + 1)
	if next == 0 || !r.isFuture(i) || r.isRecord(i) || r.lower(next-1) == "year" && r.lower(i+1) == "a" {
		return period{}, 0
	}
	if l := r.lower(next); l == "since" || l == "after" {
		return period{}, 0
	}
	return r.onNextWeekday(r.stepped(a, 1), next)
}

// onNextWeekday reads "on Tuesday" behind the day p, which is then the first such
// day from p on.
func (r *dateReader) onNextWeekday(p period, next int) (period, int) {
	day, end := r.dayOfWeek(next + 1)
	if r.lower(next) != "on" || end == 0 {
		return p, next
	}
	if !p.unknown {
		p = onDay(p.first.AddDate(0, 0, (int(day)-int(p.first.Weekday())+7)%7))
	}
	return p, end
}

// anchored reads "three weeks from tomorrow", "4 weeks before June 8".
func (r *dateReader) anchored(i int, a timeSpan, sign int) (period, int) {
	if r.lower(i) == "now" || r.lower(i) == "today" {
		return r.onNextWeekday(r.stepped(a, sign), i+1)
	}
	p, next := r.inner(i)
	if next == 0 || p.unknown {
		return p, next
	}
	if p.grain == grainDay {
		return onDay(a.from(p.first, sign)), next
	}
	if p.yearless || a.count != 1 || r.lower(i-1) == "from" {
		return period{}, 0
	}
	first := a.list[0]
	first.n *= sign
	p, ok := p.shiftedBy(first)
	if !ok {
		return period{}, 0
	}
	return p, next
}

// weekdaysAway reads "two Fridays ago", "three Mondays from now".
func (r *dateReader) weekdaysAway(i int) (period, int) {
	n, ok := r.count(i)
	name, plural := strings.CutSuffix(r.lower(i+1), "s")
	day, known := weekdayNames[name]
	if !ok || !plural || !known || len(name) < len("friday") || n < 1 || n > 52 {
		return period{}, 0
	}
	next := i + 3
	switch {
	case r.lower(i+2) == "ago":
		n = -n
	case r.lower(i+2) == "from" && (r.lower(i+3) == "now" || r.lower(i+3) == "today"):
		next++
	default:
		return period{}, 0
	}
	return r.relative(func(t time.Time) period {
		step := 1
		if n < 0 {
			step = -1
		}
		return onDay(weekdayFrom(t, day, step, "", false).AddDate(0, 0, 7*(n-step)))
	}), next
}

// starting reads "starting on Monday", "beginning May 20", ", from today" behind
// an amount of days: a stretch with that first day.
func (r *dateReader) starting(i int, a timeSpan) (period, int) {
	switch r.lower(i) {
	case "starting", "beginning":
		i++
	case ",":
		if i++; r.lower(i) != "from" && r.lower(i) != "starting" && r.lower(i) != "beginning" {
			return period{}, 0
		}
		i++
	default:
		return period{}, 0
	}
	if l := r.lower(i); l == "from" || l == "on" {
		i++
	}
	p, next := r.point(i)
	if next == 0 || p.grain != grainDay && !p.unknown {
		return period{}, 0
	}
	if p.unknown {
		return p, next
	}
	last := a.from(p.first, 1).AddDate(0, 0, -1)
	if last.Before(p.first) {
		return period{}, 0
	}
	return over(p.first, last), next
}

// isRecord reports whether the words before "in two years" at i look back over
// them: "the highest in two years".
func (r *dateReader) isRecord(i int) bool {
	for k := i - 1; k >= max(i-7, 0) && r.ws[k].kind == wordPlain; k-- {
		l := r.lower(k)
		if l == "first" || l == "worst" || l == "best" || l == "most" || l == "least" || l == "record" || l == "only" ||
			len(l) > 5 && strings.HasSuffix(l, "est") {
			return true
		}
	}
	return false
}

// agoBy is the time that lies the distance back, no more exact than its unit: a
// day for days, about a day for weeks and months, about a year for years.
func (r *dateReader) agoBy(a timeSpan) period {
	p := r.stepped(a, -1)
	if p.unknown || a.count > 1 {
		return p
	}
	switch a.list[0].unit {
	case "week", "month", "fortnight", "quarter":
		p.about = true
	case "year", "decade", "century":
		p = onYear(p.first.Year())
		p.about = true
	}
	return p
}

// stepped is the day that lies the distance away.
func (r *dateReader) stepped(a timeSpan, sign int) period {
	return r.relative(func(t time.Time) period { return onDay(a.from(t, sign)) })
}

// firstAmountEnd is the index behind the amount at k or at the word behind it.
func (r *dateReader) firstAmountEnd(k int) int {
	if _, next := r.amountOf(k); next > 0 {
		return next
	}
	_, next := r.amountOf(k + 1)
	return next
}

// lastUnits reads "the past two weeks", "last 3 months", "the next four days".
func (r *dateReader) lastUnits(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	shift, ok := shifts[r.lower(k)]
	var a timeSpan
	next := 0
	if ok {
		if r.lower(k+1) == "couple" || r.isNumber(k+1) && r.lower(k+1) != "a" {
			a, next = r.amountsOf(k + 1)
		}
	} else if r.isNumber(k) && r.lower(k+1) != "" {
		if shift, ok = shifts[r.lower(k+1)]; ok && k > i {
			a, next = r.amountsOf(k)
		}
	}
	if r.lower(next) == "ago" && a.count > 1 { // "for the last year, and two weeks ago"
		a.count, next = 1, r.firstAmountEnd(k)
	}
	if next == 0 || shift == 0 || a.list[0].n == 0 {
		return period{}, 0
	}
	if a.list[0].unit == "quarter" {
		return r.quartersFrom(shift, a.list[0].n), next
	}
	return r.relative(func(t time.Time) period {
		switch {
		case shift > 0:
			return over(t.AddDate(0, 0, 1), a.from(t, 1))
		case a.list[0].working:
			return over(a.from(t, -1), t.AddDate(0, 0, -1))
		}
		return over(a.from(t, -1), t)
	}), next
}
