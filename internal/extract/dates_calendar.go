package extract

import (
	"fmt"
	"strings"
	"time"
)

// A grain is how exact a date is.
type grain int

const (
	grainDay grain = iota + 1
	grainMonth
	grainYear
	grainSpan // first to last day, printed as an interval
)

// A period is a date or a stretch of days, first and last included. yearless
// tells that the words gave no year and the nearest was taken.
type period struct {
	first, last time.Time
	grain       grain
	yearless    bool
	about       bool   // EDTF "~"
	text        string // printed instead, when the parts have grains of their own
	unknown     bool   // relative to a day of publication that is not known
}

// edtf prints p; empty when it cannot be resolved.
func (p period) edtf() string {
	if p.unknown {
		return ""
	}
	text := p.text
	if text == "" {
		switch p.grain {
		case grainDay:
			text = p.first.Format(time.DateOnly)
		case grainMonth:
			text = p.first.Format("2006-01")
		case grainYear:
			text = fmt.Sprintf("%04d", p.first.Year())
		default:
			text = p.first.Format(time.DateOnly) + "/" + p.last.Format(time.DateOnly)
		}
	}
	if p.about && !strings.Contains(text, "/") {
		text += "~"
	}
	return text
}

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func onDay(t time.Time) period { return period{first: t, last: t, grain: grainDay} }

func onMonth(y int, m time.Month) period {
	return period{first: date(y, m, 1), last: date(y, m+1, 0), grain: grainMonth}
}

func onYear(y int) period {
	return period{first: date(y, 1, 1), last: date(y, 12, 31), grain: grainYear}
}

func over(first, last time.Time) period {
	if last.Before(first) {
		first, last = last, first
	}
	return period{first: first, last: last, grain: grainSpan}
}

// week is the week from Monday to Sunday that is n weeks from t's.
func week(t time.Time, n int) period {
	monday := t.AddDate(0, 0, -(int(t.Weekday())+6)%7+7*n)
	return over(monday, monday.AddDate(0, 0, 6))
}

// quarterOf is the quarter n (from 1) of year y.
func quarterOf(y, n int) period {
	return over(date(y, time.Month(3*n-2), 1), date(y, time.Month(3*n+1), 0))
}

// through joins two periods into an interval that keeps the grain of each end.
func through(a, b period) (period, bool) {
	if a.unknown || b.unknown {
		return period{unknown: true}, true
	}
	for a.yearless && b.yearless && !b.moved(-1).first.Before(a.first) {
		b = b.moved(-1) // no such range is longer than a year
	}
	switch {
	case !b.last.Before(a.first):
	case !a.yearless && !b.yearless:
		return period{}, false
	case a.yearless && !b.yearless:
		a = a.moved(b.last.Year() - a.first.Year())
		if b.last.Before(a.first) {
			a = a.moved(-1)
		}
	default:
		b = b.moved(1)
	}
	if b.last.Before(a.first) {
		return period{}, false
	}
	for a.yearless && !b.yearless && a.moved(1).first.Before(b.first) {
		a = a.moved(1)
	}
	p := over(a.first, b.last)
	if a.text == "" && b.text == "" && a.grain != grainSpan && b.grain != grainSpan {
		p.text = a.edtf() + "/" + b.edtf()
	}
	p.yearless = a.yearless && b.yearless
	return p, true
}

// moved is the same period some years later.
func (p period) moved(years int) period {
	q := p
	q.first = date(p.first.Year()+years, p.first.Month(), p.first.Day())
	q.last = q.first
	q.text = movedText(p.text, years)
	switch p.grain {
	case grainMonth:
		q.last = date(q.first.Year(), q.first.Month()+1, 0)
	case grainSpan, grainYear:
		q.last = date(p.last.Year()+years, p.last.Month(), p.last.Day())
	}
	return q
}

// movedText moves the years of an interval as it is printed.
func movedText(text string, years int) string {
	if text == "" {
		return ""
	}
	ends := strings.Split(text, "/")
	for i, end := range ends {
		if y := small(end[:min(4, len(end))]); y > 0 {
			ends[i] = fmt.Sprintf("%04d", y+years) + end[4:]
		}
	}
	return strings.Join(ends, "/")
}

// validDay reports whether the day exists in the month.
func validDay(y int, m time.Month, d int) bool {
	return m >= 1 && m <= 12 && d >= 1 && date(y, m, d).Day() == d
}

// A calendar resolves words of time against the day of publication.
type calendar struct {
	today time.Time
	known bool
}

func newCalendar(published string) calendar {
	published = strings.TrimRight(published, "~?%")
	if len(published) > 10 {
		published = published[:10]
	}
	t, err := time.Parse(time.DateOnly, published)
	return calendar{today: t, known: err == nil}
}

// relative runs f on the day of publication; without one the period is unknown.
func (c calendar) relative(f func(today time.Time) period) period {
	if !c.known {
		return period{unknown: true}
	}
	return f(c.today)
}

// dayOf is the day in the year that makes it nearest to publication.
func (c calendar) dayOf(m time.Month, d int) (period, bool) {
	if !validDay(2024, m, d) {
		return period{}, false
	}
	p := c.relative(func(today time.Time) period {
		best := period{}
		for y := today.Year() - 4; y <= today.Year()+4; y++ {
			if !validDay(y, m, d) {
				continue
			}
			if p := onDay(date(y, m, d)); best.grain == 0 || apart(p.first, today) < apart(best.first, today) {
				best = p
			}
		}
		return best
	})
	p.yearless = true
	return p, true
}

// monthOf is the month in the year that makes it nearest to publication.
func (c calendar) monthOf(m time.Month) period {
	p := c.relative(func(today time.Time) period {
		y := today.Year()
		if ahead := int(m) - int(today.Month()); ahead > 6 {
			y--
		} else if ahead < -6 {
			y++
		}
		return onMonth(y, m)
	})
	p.yearless = true
	return p
}

// since is the time from p to publication, open when that is not known.
func (c calendar) since(p period) period {
	switch {
	case p.unknown, c.known && c.today.Before(p.first):
		return p
	case !c.known:
		p.text = p.edtf() + "/.."
		return p
	}
	q := over(p.first, c.today)
	if p.grain != grainSpan {
		q.text = p.edtf() + "/" + onDay(c.today).edtf()
	}
	return q
}

func apart(a, b time.Time) time.Duration { return a.Sub(b).Abs() }

// before moves p to the last year in which it begins on or before publication.
func (c calendar) before(p period) period {
	if p.yearless && c.known && p.first.After(c.today) {
		return p.moved(-1)
	}
	return p
}

// steps moves t by n units of time.
func steps(t time.Time, unit string, n int) time.Time {
	switch unit {
	case "day", "night":
		return t.AddDate(0, 0, n)
	case "week":
		return t.AddDate(0, 0, 7*n)
	case "fortnight":
		return t.AddDate(0, 0, 14*n)
	case "month":
		return addMonths(t, n)
	case "quarter":
		return addMonths(t, 3*n)
	case "year":
		return addMonths(t, 12*n)
	case "decade":
		return addMonths(t, 120*n)
	}
	return addMonths(t, 1200*n)
}

// addMonths keeps the day of the month, or takes the month's last day.
func addMonths(t time.Time, n int) time.Time {
	first := date(t.Year(), t.Month()+time.Month(n), 1)
	last := date(first.Year(), first.Month()+1, 0).Day()
	return date(first.Year(), first.Month(), min(t.Day(), last))
}

// whole is the calendar unit that lies n units from today's.
func whole(today time.Time, unit string, n int) (period, bool) {
	switch unit {
	case "day", "night":
		return onDay(today.AddDate(0, 0, n)), true
	case "week":
		return week(today, n), true
	case "weekend":
		monday := week(today, n).first
		return over(monday.AddDate(0, 0, 5), monday.AddDate(0, 0, 6)), true
	case "fortnight":
		return over(week(today, 2*n).first, week(today, 2*n+1).last), true
	case "month":
		t := addMonths(date(today.Year(), today.Month(), 1), n)
		return onMonth(t.Year(), t.Month()), true
	case "quarter":
		q := today.Year()*4 + (int(today.Month())-1)/3 + n
		return quarterOf(q/4, q%4+1), true
	case "year":
		return onYear(today.Year() + n), true
	case "decade":
		y := (today.Year()/10 + n) * 10
		return over(date(y, 1, 1), date(y+9, 12, 31)), true
	case "century":
		y := (today.Year()/100 + n) * 100
		return over(date(y, 1, 1), date(y+99, 12, 31)), true
	}
	return period{}, false
}
