package extract

import "time"

// maxJoined is how many numbers a range of two numeric dates has at most.
const maxJoined = 6

// numericRange reads "3/1/2021-3/9/2021", "6/2-6/8, 2023", "2024-05-01/2024-05-07".
func (r dateReader) numericRange(i int) (period, int) {
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
func (r dateReader) shortRange(i int, nums []string, next int) (period, int) {
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
func (r dateReader) spacedDay(i int) (period, int) {
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
