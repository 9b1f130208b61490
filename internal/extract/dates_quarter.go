package extract

import (
	"strings"
	"time"
)

// quarter reads "the third quarter of 2024", "Q3 2024", "2017 q1", "first half of 2024".
func (r *dateReader) quarter(i int) (period, int) {
	if y, ok := r.year(i); ok {
		return r.quarterBehind(i, y)
	}
	if p, next := r.quarterReversed(i); next > 0 {
		return p, next
	}
	k := i
	if r.lower(k) == "the" {
		k++
	}
	n, size := quarterCode(r.lower(k))
	switch {
	case n > 0:
		k++
	case r.isQuarterRank(k):
		n, _ = r.ordinal(k)
		size, k = 3, k+2
	case (r.lower(k) == "last" || r.lower(k) == "final") && r.lower(k+1) == "quarter" && r.lower(k+2) == "of":
		n, size, k = 4, 3, k+2
	case (r.lower(k) == "first" || r.lower(k) == "second") && r.lower(k+1) == "half":
		n, size, k = ordinalDays[r.lower(k)], 6, k+2
	default:
		return r.quarterGlued(i)
	}
	if y, end := r.yearOfPart(k); end > 0 {
		return partOfYear(y, n, size), end
	}
	if size == 6 && (r.lower(k) != "of" || r.lower(k+2) != "year") {
		return period{}, 0
	}
	if r.lower(k) == "of" && r.lower(k+1) == "the" && r.lower(k+2) == "year" {
		k += 3
	}
	return r.latestPart(n, size), k
}

// quarterBehind reads "Q3" behind the year y at i.
func (r *dateReader) quarterBehind(i, y int) (period, int) {
	k := i + 1
	if r.lower(k) == "-" {
		k++
	}
	if n, size := quarterCode(r.lower(k)); n > 0 {
		return partOfYear(y, n, size), k + 1
	}
	return period{}, 0
}

// latestPart is the latest such part of a year that has begun.
func (r *dateReader) latestPart(n, size int) period {
	p := r.relative(func(t time.Time) period {
		p := partOfYear(t.Year(), n, size)
		if p.first.After(t) {
			p = partOfYear(t.Year()-1, n, size)
		}
		return p
	})
	p.yearless = true
	return p
}

// isQuarterRank reports whether "third quarter" or "3rd quarter" stands at k.
func (r *dateReader) isQuarterRank(k int) bool {
	n, next := r.ordinal(k)
	return next == k+1 && n <= 4 && r.lower(next) == "quarter"
}

// yearOfPart reads the year behind a quarter or half: "2019", "of fiscal 2019", "of FY2019".
func (r *dateReader) yearOfPart(i int) (int, int) {
	if y, end := r.yearBehind(i); end > 0 {
		return y, end
	}
	k := i
	if l := r.lower(k); l == "of" || l == "in" || l == "," {
		k++
	}
	if y := fiscalGlued(r.lower(k)); y > 0 {
		return y, k + 1
	}
	from := k
	for l := r.lower(k); l == "the" || l == "fiscal" || l == "calendar" || l == "year" || l == "fy"; l = r.lower(k) {
		k++
	}
	if y, ok := r.year(k); ok && k > from {
		return y, k + 1
	}
	return 0, 0
}

// quarterGlued reads "q1-2019", "q1'19", "third-quarter 2019".
func (r *dateReader) quarterGlued(i int) (period, int) {
	if n, size, y := gluedQuarter(r.lower(i)); n > 0 {
		return partOfYear(y, n, size), i + 1
	}
	rank, ok := strings.CutSuffix(r.lower(i), "-quarter")
	if n := ordinalDays[rank]; ok && n > 0 && n <= 4 {
		if y, end := r.yearOfPart(i + 1); end > 0 {
			return partOfYear(y, n, 3), end
		}
	}
	return period{}, 0
}

// gluedQuarter is the part of a year that one word names: "q1-2019", "h2'19".
func gluedQuarter(l string) (n, months, year int) {
	if len(l) < 5 || l[2] != '-' && l[2] != '\'' {
		return 0, 0, 0
	}
	n, months = quarterCode(l[:2])
	if year = fullYear(l[3:]); n == 0 || len(l[3:]) != 2 && len(l[3:]) != 4 || year < 1900 || year > 2100 {
		return 0, 0, 0
	}
	return n, months, year
}

// quarterReversed reads "3Q19", "1H 2019": the number stands before its letter.
func (r *dateReader) quarterReversed(i int) (period, int) {
	if i+1 >= len(r.ws) || r.ws[i].kind != wordNumber || len(r.lower(i)) != 1 || !r.touches(i) {
		return period{}, 0
	}
	code := r.lower(i + 1)
	n, size := quarterCode(code[:1] + r.lower(i))
	if n == 0 {
		return period{}, 0
	}
	if year := fullYear(code[1:]); (len(code) == 3 || len(code) == 5) && year >= 1950 && year <= 2100 {
		return partOfYear(year, n, size), i + 2
	}
	if len(code) != 1 {
		return period{}, 0
	}
	if y, end := r.yearOfPart(i + 2); end > 0 {
		return partOfYear(y, n, size), end
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
func (r *dateReader) season(i int) (period, int) {
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
func (r *dateReader) bareSeason(i, k int, m time.Month) (period, int) {
	switch r.lower(i - 1) {
	case "in", "since", "by", "until", "during", "over", "throughout":
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
		if lead := r.lower(i - 1); (lead == "over" || lead == "throughout") && apart(p.last, t) > halfYear {
			return period{unknown: true}
		}
		return p
	}), k + 1
}

func seasonOf(y int, m time.Month) period { return over(date(y, m, 1), date(y, m+3, 0)) }

func maybeQuarter(l string) bool { n, _, _ := gluedQuarter(l); return n > 0 }
