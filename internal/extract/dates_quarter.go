package extract

import (
	"strings"
	"time"
)

// quarter reads "the third quarter of 2024", "Q3 2024", "2017 q1", "first half of 2024".
func (r dateReader) quarter(i int) (period, int) {
	if y, ok := r.year(i); ok {
		k := i + 1
		if r.lower(k) == "-" {
			k++
		}
		if n, size := quarterCode(r.lower(k)); n > 0 {
			return partOfYear(y, n, size), k + 1
		}
		return period{}, 0
	}
	k := i
	if r.lower(k) == "the" {
		k++
	}
	n, size := quarterCode(r.lower(k))
	switch {
	case n > 0:
		k++
	case ordinalDays[r.lower(k)] > 0 && ordinalDays[r.lower(k)] <= 4 && r.lower(k+1) == "quarter":
		n, size, k = ordinalDays[r.lower(k)], 3, k+2
	case (r.lower(k) == "last" || r.lower(k) == "final") && r.lower(k+1) == "quarter" && r.lower(k+2) == "of":
		n, size, k = 4, 3, k+2
	case (r.lower(k) == "first" || r.lower(k) == "second") && r.lower(k+1) == "half":
		n, size, k = ordinalDays[r.lower(k)], 6, k+2
	default:
		return r.quarterGlued(i)
	}
	if y, end := r.yearBehind(k); end > 0 {
		return partOfYear(y, n, size), end
	}
	if size == 6 && (r.lower(k) != "of" || r.lower(k+2) != "year") {
		return period{}, 0
	}
	if r.lower(k) == "of" && r.lower(k+1) == "the" && r.lower(k+2) == "year" {
		k += 3
	}
	return r.relative(func(t time.Time) period {
		p := partOfYear(t.Year(), n, size)
		if p.first.After(t) {
			p = partOfYear(t.Year()-1, n, size)
		}
		return p
	}), k
}

// quarterGlued reads "q1-2019".
func (r dateReader) quarterGlued(i int) (period, int) {
	q, year, ok := strings.Cut(r.lower(i), "-")
	if n, size := quarterCode(q); ok && n > 0 && len(year) == 4 && small(year) > 1900 {
		return partOfYear(small(year), n, size), i + 1
	}
	return period{}, 0
}

func quarterCode(l string) (n, months int) {
	if len(l) != 2 || l[1] < '1' || l[1] > '4' {
		return 0, 0
	}
	switch l[0] {
	case 'q':
		return int(l[1] - '0'), 3
	case 'h':
		if l[1] <= '2' {
			return int(l[1] - '0'), 6
		}
	}
	return 0, 0
}

func partOfYear(y, n, months int) period {
	return over(date(y, time.Month((n-1)*months+1), 1), date(y, time.Month(n*months+1), 0))
}

// season reads "summer 2024", "last winter", "this fall", "the spring of 2023", "in autumn".
func (r dateReader) season(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	shift, shifted := shifts[r.lower(k)]
	if shifted {
		k++
	}
	m, ok := seasonMonths[r.lower(k)]
	if !ok {
		return period{}, 0
	}
	if y, end := r.yearBehind(k + 1); end > 0 && !shifted {
		return seasonOf(y, m), end
	}
	if !shifted {
		return r.bareSeason(i, k, m)
	}
	return r.relative(func(t time.Time) period {
		p := seasonOf(t.Year(), m)
		switch {
		case shift < 0 && !p.last.Before(t):
			return seasonOf(t.Year()-1, m)
		case shift > 0 && !p.first.After(t):
			return seasonOf(t.Year()+1, m)
		}
		return p
	}), k + 1
}

// bareSeason reads "in the summer", "since spring" where nothing else can be
// meant: the last one that began, or the next when the sentence is about the future.
func (r dateReader) bareSeason(i, k int, m time.Month) (period, int) {
	switch r.lower(i - 1) {
	case "in", "since", "by", "until", "during":
	default:
		return period{}, 0
	}
	fall := r.lower(k) == "fall" && i == k
	if next := k + 1; r.ws[k].is(isCapital) || fall || !isMarkOrEnd(r.ws, next) && (classOf(r.ws[next]) == classContent || r.lower(next) == "of") ||
		r.lower(next) == "-" || r.lower(next) == "/" {
		return period{}, 0
	}
	future := r.isFuture(i)
	return r.relative(func(t time.Time) period {
		p := seasonOf(t.Year(), m)
		switch {
		case !future && p.first.After(t):
			p = seasonOf(t.Year()-1, m)
		case future && p.last.Before(t):
			p = seasonOf(t.Year()+1, m)
		}
		return p
	}), k + 1
}

func seasonOf(y int, m time.Month) period { return over(date(y, m, 1), date(y, m+3, 0)) }
