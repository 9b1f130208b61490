package extract

import (
	"strings"
	"time"
)

// numeric reads "2024-10-23", "23/10/2024", "10/23/24", "12-2015".
func (r *dateReader) numeric(i int) (period, int) {
	parts, next := r.joined(i)
	switch len(parts) {
	case 1:
		if p, ok := r.dotted(i); ok {
			return p, next
		}
		if p, ok := r.compact(i); ok {
			return p, next
		}
	case 3:
		if p, ok := threeParts(parts); ok {
			return p, next
		}
	case 2:
		if p, ok := r.twoParts(i, parts); ok {
			return p, next
		}
	}
	return period{}, 0
}

// joined reads up to three numbers or month names joined by "-", "/" or ".".
func (r *dateReader) joined(i int) (parts []string, next int) {
	if i >= len(r.ws) || r.ws[i].kind == wordMark {
		return nil, 0
	}
	if t := r.ws[i].lower; r.ws[i].kind == wordPlain {
		if r.ws[i].is(isHyphened) && !strings.ContainsAny(t, "0123456789") || !r.ws[i].is(isDateWord) {
			return nil, 0 // no part of a hyphened word can be a day or year
		}
		if !r.ws[i].is(isHyphened) && monthNames[t] == 0 {
			return nil, 0
		}
		parts = strings.Split(t, "-")
	} else {
		parts = []string{digitsOnly(t)}
	}
	next = i + 1
	for len(parts) < 3 && r.touches(next-1) && r.touches(next) && next+1 < len(r.ws) {
		if m := r.lower(next); m != "-" && m != "/" && m != "." && (m != "–" || len(parts[0]) != 4 || len(r.lower(next+1)) != 2) {
			break
		}
		parts = append(parts, strings.Split(r.lower(next+1), "-")...)
		next += 2
	}
	if len(parts) > 3 || r.touches(next-1) && (r.lower(next) == "-" || r.lower(next) == "/") && r.touches(next) {
		return nil, 0
	}
	return parts, next
}

func threeParts(p []string) (period, bool) {
	y, m, d := 0, 0, 0
	switch {
	case len(p[0]) == 4:
		y, m, d = small(p[0]), monthPart(p[1]), small(p[2])
		if m == 0 || m > 12 { // "2020/23/Sep"
			m, d = monthPart(p[2]), small(p[1])
		}
	default:
		y, m, d = fullYear(p[2]), monthPart(p[0]), small(p[1])
		if m > 12 || d == 0 {
			m, d = monthPart(p[1]), small(p[0])
		}
	}
	if y < 1000 || y > 2200 || !validDay(y, time.Month(m), d) {
		return period{}, false
	}
	return onDay(date(y, time.Month(m), d)), true
}

// twoParts reads "Jan-2018", "12-2015", "2019-08" and, where a date is meant, "7/6".
func (r *dateReader) twoParts(i int, p []string) (period, bool) {
	if len(p[1]) == 4 && (monthNames[p[0]] != 0 || len(p[0]) == 2) {
		if m, y := monthPart(p[0]), small(p[1]); m >= 1 && m <= 12 && y >= 1900 && y <= 2100 {
			return onMonth(y, time.Month(m)), true
		}
		return period{}, false
	}
	if y := small(p[0]); len(p[0]) == 4 && len(p[1]) == 4 && r.lower(i+1) == "/" && y >= 1700 && y <= 2100 && small(p[1]) == y+1 {
		return through(onYear(y), onYear(y+1))
	}
	if len(p[0]) == 4 && len(p[1]) == 2 && r.lower(i+1) == "-" {
		if m, y := small(p[1]), small(p[0]); m >= 1 && m <= 12 && m != (y+1)%100 && y >= 1900 && y <= 2100 {
			return onMonth(y, time.Month(m)), true
		}
	}
	if y, z := small(p[0]), small(p[1]); len(p[0]) == 4 && len(p[1]) == 2 && y >= 1700 && y <= 2100 {
		if sep := r.lower(i + 1); z == (y+1)%100 || sep != "/" && z > y%100 && z > 12 && (dateLeads[r.lower(i-1)] || r.lower(i-1) == "the" || r.lower(i-1) == "(") {
			if z == 0 {
				z = 100
			}
			return through(onYear(y), onYear(y-y%100+z))
		}
		return period{}, false
	}
	m, d := monthPart(p[0]), small(p[1])
	if m > 12 {
		m, d = monthPart(p[1]), small(p[0])
	}
	if monthNames[p[0]] == 0 && monthNames[p[1]] == 0 && (r.lower(i+1) != "/" || !r.meansDate(i)) {
		return period{}, false
	}
	if m == 0 || d == 0 {
		return period{}, false
	}
	return r.cal.dayOf(time.Month(m), d)
}

// meansDate reports whether "7/6" at i is a day: a word of time leads to it.
func (r *dateReader) meansDate(i int) bool {
	before := r.lower(i - 1)
	if _, ok := weekdayNames[before]; ok {
		return true
	}
	if _, ok := shifts[before]; ok {
		return isMarkOrEnd(r.ws, i+3) || r.lower(i+3) != "of" && r.ws[i+3].class != classContent // "the last 3/4 mile"
	}
	if (before == "to" || before == "and") && r.lower(i-3) == "/" {
		return true
	}
	if r.lower(i) == "9" && r.lower(i+2) == "11" {
		return false // the attacks of 2001
	}
	if before == "after" || before == "before" || before == "till" { // "after 1/2 of them"
		return small(r.lower(i)) > 12 || small(r.lower(i+2)) > 12
	}
	return before == "on" || before == "by" || before == "until" || before == "since" || before == "from" || before == "dated"
}

// small parses up to four digits, else 0.
func small(t string) int {
	if len(t) == 0 || len(t) > 4 {
		return 0
	}
	n := 0
	for i := 0; i < len(t); i++ {
		if t[i] < '0' || t[i] > '9' {
			return 0
		}
		n = n*10 + int(t[i]-'0')
	}
	return n
}

func monthPart(t string) int {
	if m, ok := monthNames[t]; ok {
		return int(m)
	}
	return small(t)
}

// fullYear completes two digits: up to 39 in this century.
func fullYear(t string) int {
	y := small(t)
	if len(t) == 2 {
		if y < 40 {
			return 2000 + y
		}
		return 1900 + y
	}
	return y
}

// monthFirst reads "October 7, 2024", "Oct. 7", "May 2024", "in May".
func (r *dateReader) monthFirst(i int) (period, int) {
	l := r.lower(i)
	m, ok := monthNames[l]
	if !ok {
		return r.monthGlued(i)
	}
	if (l == "may" || l == "march") && !r.ws[i].is(isCapital) && classOf(r.ws[max(i-1, 0)]) == classPronoun {
		return period{}, 0 // "he may 12 times"
	}
	k := i + 1
	if r.lower(k) == "." && r.touches(k-1) && len(l) <= 4 && k+1 < len(r.ws) && r.ws[k+1].kind == wordNumber {
		k++
	}
	if r.lower(k) == "/" || r.lower(k) == "-" && r.touches(k-1) {
		return period{}, 0
	}
	if d, next := r.dayAt(k); next > 0 && !r.isPlainCount(next-1) {
		if y, end := r.yearBehind(next); end > 0 && validDay(y, m, d) {
			return onDay(date(y, m, d)), end
		}
		if p, ok := r.cal.dayOf(m, d); ok {
			return p, next
		}
		return period{}, 0
	}
	if y, end := r.yearBehind(k); end > 0 {
		return onMonth(y, m), end
	}
	if r.lower(i-1) == "every" || r.lower(i-1) == "each" {
		return period{}, 0
	}
	if y := r.sharedYear(k); y > 0 {
		return onMonth(y, m), k
	}
	if ambiguousMonths[l] && (!r.monthMeant(i) && !r.besideMonth(i) || r.isNamed(i)) {
		return period{}, 0
	}
	return r.cal.monthOf(m), k
}

// isPlainCount reports whether the number at i has a unit behind it: "in May 12 people".
func (r *dateReader) isPlainCount(i int) bool {
	return r.ws[i].kind == wordNumber && i+1 < len(r.ws) && (isPersonNoun(r.lower(i+1)) || r.lower(i+1) == "%" || r.lower(i+1) == "percent" ||
		numberWords[r.lower(i+1)].kind == numScale || r.lower(i+1) == ":")
}

// besideMonth reports whether the capital word at i is joined to another month:
// "in April or May", "March and April".
func (r *dateReader) besideMonth(i int) bool {
	joint := r.lower(i - 1)
	return r.ws[i].is(isCapital) && (joint == "and" || joint == "or") && monthNames[r.lower(i-2)] != 0
}

// monthMeant reports whether a word of time leads to the month at i.
func (r *dateReader) monthMeant(i int) bool {
	before := r.lower(i - 1)
	if !r.ws[i].is(isCapital) {
		return before == "in" || before == "since" || before == "early" || before == "late" || before == "until"
	}
	return dateLeads[before] || before == "the" && dateLeads[r.lower(i-2)] || before == "-" || before == "–"
}

// hyphenedMonths reads "Jan-Feb 2017", "May-July".
func (r *dateReader) hyphenedMonths(i int) (period, int) {
	if i >= len(r.ws) || !r.ws[i].is(isHyphened) {
		return period{}, 0
	}
	from, to, _ := strings.Cut(r.lower(i), "-")
	a, b := monthNames[from], monthNames[to]
	if a == 0 || b == 0 {
		return period{}, 0
	}
	p, q, next := r.cal.monthOf(a), r.cal.monthOf(b), i+1
	if d, end := r.dayAt(next); end > 0 && d > 0 {
		var ok bool
		if q, ok = r.cal.dayOf(b, d); !ok {
			return period{}, 0
		}
		next = end
		if y, end := r.yearBehind(next); end > 0 && validDay(y, b, d) {
			q, next = onDay(date(y, b, d)), end
		}
	} else if y, end := r.yearBehind(next); end > 0 {
		q, next = onMonth(y, b), end
	}
	p, ok := through(p, q)
	if !ok {
		return period{}, 0
	}
	return p, next
}

// monthGlued reads "Dec31", "mid-November", "early-May".
func (r *dateReader) monthGlued(i int) (period, int) {
	l := r.lower(i)
	if part, month, ok := strings.Cut(l, "-"); ok && monthNames[month] != 0 && parts[part] != nil {
		p := r.cal.monthOf(monthNames[month])
		next := i + 1
		if y, end := r.yearBehind(next); end > 0 {
			p, next = onMonth(y, monthNames[month]), end
		}
		return parts[part](p), next
	}
	if gluedMonth(l) {
		letters := strings.TrimRight(l, "0123456789")
		d := small(l[len(letters):])
		if y, end := r.yearBehind(i + 1); end > 0 && validDay(y, monthNames[letters], d) {
			return onDay(date(y, monthNames[letters], d)), end
		}
		if p, ok := r.cal.dayOf(monthNames[letters], d); ok {
			return p, i + 1
		}
	}
	return period{}, 0
}

func gluedMonth(l string) bool {
	letters := strings.TrimRight(l, "0123456789")
	return len(letters) >= 3 && len(letters) < len(l) && monthNames[letters] != 0
}

// dayFirst reads "7 October 2024", "the 7th of October", "second of Aug".
func (r *dateReader) dayFirst(i int) (period, int) {
	d, k := r.dayAt(i)
	if k == 0 {
		if d, k = r.belowHundred(i); k == 0 || d > 31 || monthNames[r.lower(k)] == 0 {
			return period{}, 0
		}
	}
	if r.lower(k) == "day" {
		k++
	}
	if l := r.lower(k); l == "of" || l == "in" && r.lower(i) == "the" {
		k++
	}
	m, ok := monthNames[r.lower(k)]
	if !ok || r.lower(k) == "may" && r.ws[k].text == "may" {
		return r.dayOfMonth(i, d)
	}
	k++
	if r.lower(k) == "." && r.touches(k-1) {
		k++
	}
	if y, end := r.yearBehind(k); end > 0 && validDay(y, m, d) {
		return onDay(date(y, m, d)), end
	}
	if p, ok := r.cal.dayOf(m, d); ok {
		return p, k
	}
	return period{}, 0
}

// dayLeads stand in front of a day of the month that is named by its number alone.
var dayLeads = wordSet("on by until before since")

// dayOfMonth reads "on the 18th", "by the 18th".
func (r *dateReader) dayOfMonth(i, d int) (period, int) {
	if r.lower(i) != "the" || !dayLeads[r.lower(i-1)] || !isMarkOrEnd(r.ws, i+2) || r.lower(i + 1)[0] > '9' && !r.ws[i+1].is(isHyphened) {
		return period{}, 0
	}
	future := r.isFuture(i)
	p := r.relative(func(today time.Time) period {
		t := date(today.Year(), today.Month(), d)
		if future {
			if t.Before(today) {
				t = date(today.Year(), today.Month()+1, d)
			}
			return onDay(t)
		}
		if t.After(today) {
			t = date(today.Year(), today.Month()-1, d)
		}
		return onDay(t)
	})
	return p, i + 2
}

func isMarkOrEnd(ws []word, i int) bool { return i >= len(ws) || ws[i].kind == wordMark }

// centuryAt reads "the 15th century".
func (r *dateReader) centuryAt(i int) (period, int) {
	k := i
	if r.lower(k) == "the" {
		k++
	}
	n, next := r.ordinal(k)
	if next == 0 || r.lower(next) != "century" || n > 30 {
		return period{}, 0
	}
	return over(date((n-1)*100, 1, 1), date(n*100-1, 12, 31)), next + 1
}

// dayRange reads "November 19-20", "Oct. 18 to 22, 2024", "9 to 12 of June".
func (r *dateReader) dayRange(i int) (period, int) {
	if m, ok := monthNames[r.lower(i)]; ok {
		a, k := r.dayAt(i + 1)
		if k == 0 || !r.joinsDays(k, i) {
			return period{}, 0
		}
		b, end := r.dayAt(k + 1)
		if end == 0 || b <= a || r.isPlainCount(end-1) || monthNames[r.lower(end)] != 0 {
			return period{}, 0
		}
		return r.daysOf(m, a, b, end)
	}
	a, k := r.dayAt(i)
	if k == 0 || !r.joinsDays(k, i) {
		return period{}, 0
	}
	b, end := r.dayAt(k + 1)
	if end == 0 || b <= a {
		return period{}, 0
	}
	if r.lower(end) == "of" {
		end++
	}
	m, ok := monthNames[r.lower(end)]
	if !ok {
		return period{}, 0
	}
	return r.daysOf(m, a, b, end+1)
}

func (r *dateReader) joinsDays(k, i int) bool {
	switch r.lower(k) {
	case "-", "–", "to", "through", "till", "until":
		return true
	case "and":
		return r.lower(i-1) == "between" || r.isPairOfDays(k)
	}
	return false
}

// isPairOfDays reports whether "and" at k joins a day and the next one, with
// nothing behind them that the second could count: "Oct. 3 and 4".
func (r *dateReader) isPairOfDays(k int) bool {
	a, _ := r.dayAt(k - 1)
	b, end := r.dayAt(k + 1)
	if a == 0 || b != a+1 || r.lower(k+1) == "the" {
		return false
	}
	if end >= len(r.ws) || r.ws[end].kind == wordMark || monthNames[r.lower(end)] != 0 {
		return r.lower(end) != "-" && r.lower(end) != "%"
	}
	_, year := r.year(end)
	c := classOf(r.ws[end])
	return year || k <= 4 && c == classAux || c == classPreposition && r.lower(end) != "of" || c == classConjunction
}

func (r *dateReader) daysOf(m time.Month, a, b, end int) (period, int) {
	if y, next := r.yearBehind(end); next > 0 && validDay(y, m, b) {
		return over(date(y, m, a), date(y, m, b)), next
	}
	p, ok := r.cal.dayOf(m, a)
	q, ok2 := r.cal.dayOf(m, b)
	if !ok || !ok2 {
		return period{}, 0
	}
	if p.unknown {
		return p, end
	}
	days := over(p.first, date(p.first.Year(), m, q.first.Day()))
	days.yearless = true
	return days, end
}

// bareYear reads "in 2019", "2014", "the 1990s", "fiscal 2020".
func (r *dateReader) bareYear(i int) (period, int) {
	l := r.lower(i)
	if l == "the" || l == "in" || l == "year" || l == "fiscal" || l == "fy" || l == "cy" {
		p, next := r.ledYear(i)
		if next > 0 || l == "the" && r.pastYearWords(i) == i+1 {
			return p, next
		}
		i = r.pastYearWords(i)
	}
	if lead := r.lower(i - 1); lead == "in" || lead == "since" || lead == "of" || lead == "year" {
		if y, next := r.yearInWords(i); next > 0 && (lead != "of" || y%100 != 0) {
			return onYear(y), next
		}
	}
	if y, next := r.decadeAt(i); next > 0 {
		return decadeFrom(y), next
	}
	lead := r.lower(i - 1)
	if y, next := r.shortYear(i); next > 0 && l != "of" && (dateLeads[lead] || i > 0 && lead == "between") && lead != "of" {
		return onYear(y), next
	}
	y, ok := r.year(i)
	if !ok || r.isRatio(i-1, y) || r.isCountOf(i) || !dateLeads[lead] && !r.inYearList(i) && !r.isAsEarly(i) || !r.yearStands(i) {
		return period{}, 0
	}
	if (lead == "of" || lead == "about" || lead == "around" || lead == "to") && (y < 1700 || y%100 == 0 && y != 2000 || lead == "about") {
		return period{}, 0 // as likely a count
	}
	return onYear(y), i + 1
}
