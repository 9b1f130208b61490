package extract

import (
	"strings"
	"time"
)

// maxJoined is how many numbers a range of two numeric dates has at most.
const maxJoined = 6

// numericRange reads "3/1/2021-3/9/2021", "6/2-6/8, 2023", "2024-05-01/2024-05-07".
func (r *dateReader) numericRange(i int) (period, int) {
	if i+6 >= len(r.ws) || r.ws[i].kind != wordNumber || !r.touches(i) {
		return period{}, 0
	}
	var nums, seps [maxJoined]string
	n, k := 1, i
	nums[0] = r.lower(i)
	for n < maxJoined && r.touches(k) && r.touches(k+1) && k+2 < len(r.ws) && r.ws[k+2].kind == wordNumber {
		seps[n-1], nums[n] = r.lower(k+1), r.lower(k+2)
		n, k = n+1, k+2
	}
	var a, b period
	switch first := n / 2; {
	case n < 4 || !joinsDates(seps[first-1], seps[0], n):
		return period{}, 0
	case n == 4:
		return r.shortRange(i, nums[:4], k+1)
	default:
		var ok bool
		if b, ok = threeParts(nums[first:n]); !ok {
			return period{}, 0
		}
		if a, ok = numericDay(nums[:first], b); !ok {
			return period{}, 0
		}
	}
	if b.first.Before(a.first) {
		return period{}, 0
	}
	return over(a.first, b.first), k + 1
}

// joinsDates reports whether sep stands between two dates whose parts inner joins.
func joinsDates(sep, inner string, n int) bool {
	if inner != "/" && n < maxJoined {
		return false
	}
	return sep == "-" || sep == "–" || sep == "/" && inner == "-"
}

// numericDay is the day of two or three numbers; two have the year of b.
func numericDay(nums []string, b period) (period, bool) {
	if len(nums) == 3 {
		return threeParts(nums)
	}
	m, d := monthAndDay(nums)
	if !validDay(b.first.Year(), m, d) {
		return period{}, false
	}
	return onDay(date(b.first.Year(), m, d)), true
}

// monthAndDay orders two numbers: the month first where that is possible.
func monthAndDay(nums []string) (time.Month, int) {
	m, d := small(nums[0]), small(nums[1])
	if m > 12 {
		m, d = d, m
	}
	return time.Month(m), d
}

// shortRange reads "5/1-5/7" with or without a year behind it. Without one it
// may be a range of fractions, unless a number is too large for that.
func (r *dateReader) shortRange(i int, nums []string, next int) (period, int) {
	m, d := monthAndDay(nums[:2])
	n, e := monthAndDay(nums[2:])
	if y, end := r.yearBehind(next); end > 0 && validDay(y, m, d) && validDay(y, n, e) {
		return over(date(y, m, d), date(y, n, e)), end
	}
	if d <= 12 && e <= 12 && !r.meansDate(i) {
		return period{}, 0
	}
	a, ok := r.cal.dayOf(m, d)
	b, ok2 := r.cal.dayOf(n, e)
	if !ok || !ok2 {
		return period{}, 0
	}
	p, ok := through(a, b)
	if !ok {
		return period{}, 0
	}
	return p, next
}

// spacedDay reads "2016 10 16", year, month and day, behind "on" or "dated".
func (r *dateReader) spacedDay(i int) (period, int) {
	y, ok := r.year(i)
	if lead := r.lower(i - 1); !ok || lead != "on" && lead != "dated" || i+2 >= len(r.ws) {
		return period{}, 0
	}
	m, d := r.lower(i+1), r.lower(i+2)
	if len(m) != 2 || len(d) != 2 || !validDay(y, time.Month(small(m)), small(d)) {
		return period{}, 0
	}
	return onDay(date(y, time.Month(small(m)), small(d))), i + 3
}

// dotted reads "4.6.2019", day first as where points are written, and "2019.06.04".
// A year in two digits needs a word of time in front: it may be a version.
func (r *dateReader) dotted(i int) (period, bool) {
	t := r.lower(i)
	if r.ws[i].kind != wordNumber || strings.Count(t, ".") != 2 || namingNouns[r.lower(i-1)] {
		return period{}, false
	}
	p := strings.Split(t, ".")
	y, m, d := fullYear(p[2]), small(p[1]), small(p[0])
	if len(p[0]) == 4 {
		y, m, d = small(p[0]), small(p[1]), small(p[2])
	} else if m > 12 {
		m, d = d, m
	}
	if len(p[0]) != 4 && len(p[2]) != 4 && (len(p[2]) != 2 || !r.meansDate(i)) || y < 1000 || y > 2200 || !validDay(y, time.Month(m), d) {
		return period{}, false
	}
	return onDay(date(y, time.Month(m), d)), true
}

// compact reads "20190604" behind a word of time.
func (r *dateReader) compact(i int) (period, bool) {
	t := r.lower(i)
	if r.ws[i].kind != wordNumber || len(t) != 8 || !r.meansDate(i) {
		return period{}, false
	}
	y, m, d := small(t[:4]), small(t[4:6]), small(t[6:])
	if y < 1900 || y > 2100 || !validDay(y, time.Month(m), d) {
		return period{}, false
	}
	return onDay(date(y, time.Month(m), d)), true
}

// yearFirst reads "2019 June 4", "2019, June 4" and "2019 June".
func (r *dateReader) yearFirst(i int) (period, int) {
	y, ok := r.year(i)
	if !ok {
		return period{}, 0
	}
	k := i + 1
	comma := r.lower(k) == ","
	if comma {
		k++
	}
	m, ok := monthNames[r.lower(k)]
	if !ok || !r.ws[k].is(isCapital) {
		return period{}, 0
	}
	if d, next := r.dayAt(k + 1); next > 0 && validDay(y, m, d) && !r.isPlainCount(next-1) {
		if _, end := r.yearBehind(next); end == 0 {
			return onDay(date(y, m, d)), next
		}
		return period{}, 0
	}
	if _, end := r.yearBehind(k + 1); comma || end > 0 || ambiguousMonths[r.lower(k)] || !isMarkOrEnd(r.ws, k+1) {
		return period{}, 0
	}
	return onMonth(y, m), k + 1
}
