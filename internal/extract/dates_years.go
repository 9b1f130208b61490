package extract

import "strings"

// belowHundred reads a number word or two: "six", "twenty five", "eighty-six".
func (r *dateReader) belowHundred(i int) (int, int) {
	if i < 0 || i >= len(r.ws) || r.ws[i].kind != wordPlain || !r.ws[i].is(isDateWord) {
		return 0, 0
	}
	l := r.lower(i)
	if l == "a" || l == "an" || l == "couple" {
		return 0, 0
	}
	n, ok := r.count(i)
	if !ok {
		return 0, 0
	}
	if numberWords[l].kind == numTens {
		if ones := numberWords[r.lower(i+1)]; ones.kind == numUnit && ones.value >= 1 && ones.value < 10 {
			return n + int(ones.value), i + 2
		}
	}
	return n, i + 1
}

// yearInWords reads "nineteen eighty-four", "two thousand and twelve", unless a
// plural noun behind it is counted.
func (r *dateReader) yearInWords(i int) (int, int) {
	if l := r.lower(i); l != "two" && l != "twenty" && l != "nineteen" && l != "eighteen" && l != "seventeen" {
		return 0, 0
	}
	y, next := 0, 0
	if r.lower(i) == "two" {
		if r.lower(i+1) != "thousand" {
			return 0, 0
		}
		k := i + 2
		if r.lower(k) == "and" {
			k++
		}
		if y, next = r.belowHundred(k); next == 0 {
			next = i + 2
		}
		y += 2000
	} else {
		century, _ := r.count(i)
		if y, next = r.belowHundred(i + 1); next == 0 || y < 10 {
			return 0, 0
		}
		y += 100 * century
	}
	if next < len(r.ws) && r.ws[next].kind != wordMark && (isPlural(r.lower(next)) || classOf(r.ws[next]) == classNumber ||
		numberWords[r.lower(next)].kind == numScale || r.ws[next].is(isCapital)) {
		return 0, 0
	}
	return y, next
}

// shortYear reads "'87" and "of 87" as a year of the last hundred.
func (r *dateReader) shortYear(i int) (int, int) {
	switch r.lower(i) {
	case "'", "’", "‘":
		if !r.touches(i) {
			return 0, 0
		}
	case "of":
		if !isMarkOrEnd(r.ws, i+2) || r.lower(i+2) == "%" {
			return 0, 0
		}
	default:
		return 0, 0
	}
	if r.lower(i+1) == "" || r.ws[i+1].kind != wordNumber || len(r.lower(i+1)) != 2 {
		return 0, 0
	}
	return fullYear(r.lower(i + 1)), i + 2
}

// gluedYear reads "FY18", "CY2018", "mid-2019", "early-1990s".
func (r *dateReader) gluedYear(i int) (period, int) {
	if i >= len(r.ws) || r.ws[i].kind != wordPlain || !r.ws[i].is(isDateWord) {
		return period{}, 0
	}
	l := r.lower(i)
	if y := fiscalGlued(l); y > 0 {
		return onYear(y), i + 1
	}
	part, rest, ok := strings.Cut(l, "-")
	if !ok || parts[part] == nil {
		return period{}, 0
	}
	if y := small(rest); y >= 1500 && y <= 2100 {
		return parts[part](onYear(y)), i + 1
	}
	if y := decadeOf(rest); y > 0 {
		return parts[part](decadeFrom(y)), i + 1
	}
	return period{}, 0
}

// fiscalGlued is the year of "fy18" or "cy2018", else 0.
func fiscalGlued(l string) int {
	if len(l) < 4 || l[1] != 'y' || l[0] != 'f' && l[0] != 'c' {
		return 0
	}
	digits := strings.TrimPrefix(l[2:], "'")
	if len(digits) != 2 && len(digits) != 4 {
		return 0
	}
	if y := fullYear(digits); y >= 1950 && y <= 2100 {
		return y
	}
	return 0
}

// decadeOf is the first year of "1990s" or "1990's", else 0.
func decadeOf(l string) int {
	l = strings.Replace(l, "'", "", 1)
	if len(l) == 5 && l[4] == 's' && small(l[:4]) >= 1500 && small(l[:4])%10 == 0 && small(l[:4]) < 2100 {
		return small(l[:4])
	}
	return 0
}

func decadeFrom(y int) period { return over(date(y, 1, 1), date(y+9, 12, 31)) }

// isRatio reports whether "in" at i joins two numbers, of which the second would be
// an odd year: "1 in 1000".
func (r *dateReader) isRatio(i, y int) bool {
	n, ok := r.count(i - 1)
	return ok && r.lower(i) == "in" && (y < 1800 || y%100 == 0 && n == 1)
}

// isNumeral reports whether digits stand at i.
func (r *dateReader) isNumeral(i int) bool { return i < len(r.ws) && r.ws[i].kind == wordNumber }

// isAsEarly reports whether "as early as", "as late as", "as far back as" stands in
// front of the year at i.
func (r *dateReader) isAsEarly(i int) bool {
	l := r.lower(i - 2)
	return r.lower(i-1) == "as" && (l == "early" || l == "late" || l == "recently" || l == "back")
}

// inYearList reports whether the year at i stands between others: "in 1998, 2003 and 2011".
func (r *dateReader) inYearList(i int) bool {
	_, before := r.year(i - 2)
	_, behind := r.year(i + 2)
	return r.lower(i-1) == "," && before && behind
}

// yearStands reports whether the four digits at i end their phrase or modify a
// noun, rather than count it.
func (r *dateReader) yearStands(i int) bool {
	if i+1 >= len(r.ws) {
		return true
	}
	next := r.ws[i+1]
	if _, n := (grammar{ws: r.ws}).unitAt(i + 1); n > 0 || currencySigns[next.lower] != "" || numberWords[next.lower].kind == numScale {
		return false
	}
	y, _ := r.year(i)
	return y >= 1980 && y <= 2035 || classOf(next) != classContent || !isPlural(next.lower)
}

// pastYearWords is the index behind "in", "the fiscal year" and the like at i.
func (r *dateReader) pastYearWords(i int) int {
	k := i + 1
	for x := r.lower(k); k < i+5 && (x == "the" || x == "year" || x == "of" || x == "fiscal" || x == "calendar"); x = r.lower(k) {
		k++
	}
	return k
}

// ledYear reads the year or decade behind such words at i.
func (r *dateReader) ledYear(i int) (period, int) {
	l, k := r.lower(i), r.pastYearWords(i)
	if y, next := r.decadeAt(k); next > 0 {
		return decadeFrom(y), next
	}
	if k == i+1 && l == "the" {
		return period{}, 0
	}
	if p, next := r.doubleYear(k); next > 0 {
		return p, next
	}
	if y, next := r.shortYear(k); next > 0 && l == "in" && r.lower(k) != "of" {
		return onYear(y), next
	}
	if l == "in" && k == i+1 && r.isNumeral(k) {
		if p, next := r.point(k); next > k+1 {
			return p, next // "in 2019 Q3"
		}
	}
	if y, ok := r.year(k); ok && !r.isRatio(i, y) && !r.isCountOf(k) {
		return onYear(y), k + 1
	}
	return period{}, 0
}
