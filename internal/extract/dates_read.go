package extract

import (
	"strings"
	"time"
)

// A dateReader finds the date expressions of one sentence. Every reading method
// takes the index of a word and returns the period with the index behind it, or
// an index of 0 when nothing is there.
type dateReader struct {
	ws    []word
	cal   calendar
	depth int // how many expressions stand around this one

	anchor period // the last date in front that is known

	readings []dateReading
}

func newDateReader(published string) *dateReader {
	return &dateReader{cal: newCalendar(published), readings: dateReadings()}
}

// maxDepth bounds expressions inside expressions: "two days before the end of May".
const maxDepth = 4

// mentions finds the dates of a sentence, left to right, never overlapping.
func (r *dateReader) mentions(ws []word) []mention {
	var out []mention
	r.ws, r.anchor = ws, period{}
	for i := 0; i < len(ws); {
		if !r.mayBegin(i) || !r.mayGoOn(i) {
			i++
			continue
		}
		p, next := r.expression(i)
		if next <= i {
			i++
			continue
		}
		from := r.from(i)
		end := ws[next-1].end
		if ws[next-1].is(isPossessiveForm) && decadeOf(ws[next-1].lower) == 0 {
			end -= len("'s") // "Friday's" is a date and more
		}
		out = append(out, mention{
			start: ws[from].start, end: end, edtf: resolved(p.edtf()), counted: r.isCounted(from, next),
		})
		if !p.unknown && p.grain != 0 {
			r.anchor = p
		}
		i = next
	}
	return out
}

// from skips words that lead to the date without belonging to it.
func (r *dateReader) from(i int) int {
	for l := r.lower(i); l == "from" || l == "between" || l == "the" || l == "in" || l == "on"; l = r.lower(i) {
		if l == "in" && r.isNumber(i+1) && calendarUnits[r.lower(i+2)] != "" {
			break // "in two weeks" is the date
		}
		i++
	}
	return i
}

var dateStarts = wordSet(`from between since today tonight yesterday tomorrow today's yesterday's tomorrow's tonight's now early late mid earlier later end
	beginning start middle weekend week year year's month's first second q1 q2 q3 q4 h1 h2 fiscal fy cy rest remainder
	remaining final present day half latter former within penultimate st. eoy eom ytd month quarter`)

// mayBegin is a quick test whether a date expression may begin at i.
func (r *dateReader) mayBegin(i int) bool {
	if !r.ws[i].is(isDateLead) {
		return mayBeDate(r.ws[i])
	}
	switch r.lower(i) {
	case "the", "in", "that":
		if n, end := r.shortYear(i + 1); end > 0 && n > 0 && r.lower(i+1) != "of" {
			return r.lower(i) == "in"
		}
		return i+1 < len(r.ws) && (r.lower(i+1) == "the" || calendarUnits[r.lower(i+1)] != "" || r.lower(i+1) == "a" || mayBeDate(r.ws[i+1]))
	case "w":
		return r.lower(i+1) == "/"
	case "a", "an":
		return calendarUnits[r.lower(i+1)] != "" || r.lower(i+1) == "couple"
	}
	return mayBeDate(r.ws[i])
}

// mayBeDate is a quick test for the first word of a date expression.
func mayBeDate(w word) bool {
	return w.kind == wordNumber || w.traits&isDateWord != 0
}

// maybeDateForm reports whether the letters alone make a word one that may begin a date.
func maybeDateForm(l string) bool {
	return l[0] >= '0' && l[0] <= '9' || l[len(l)-1] <= '9' && (gluedMonth(l) || fiscalGlued(l) > 0 || maybeQuarter(l)) || maybeDateJoined(l)
}

// maybeDateJoined reports whether a part of a hyphened word has a digit or is a word
// of dates: "year-end", "mid-May", "twenty-first", not "well-known".
func maybeDateJoined(l string) bool {
	part, rest, joined := strings.Cut(l, "-")
	for ; joined; part, rest, joined = strings.Cut(rest, "-") {
		if isDatePart(part) {
			return true
		}
	}
	return len(part) < len(l) && isDatePart(part)
}

func isDatePart(part string) bool {
	return dateWords[part] || calendarUnits[part] != "" || strings.ContainsAny(part, "0123456789")
}

// dateWords are all words with which a date expression begins.
var dateWords = joinDateWords()

func joinDateWords() map[string]bool {
	all := make(map[string]bool)
	for w := range dateStarts {
		all[w] = true
	}
	for w := range monthNames {
		all[w] = true
	}
	for w := range weekdayNames {
		all[w] = true
	}
	for w := range ordinalDays {
		all[w] = true
	}
	for w := range seasonMonths {
		all[w] = true
	}
	for w := range shifts {
		all[w] = true
	}
	for w := range holidayStarts {
		all[w] = true
	}
	for w := range decadeWords {
		all[w] = true
	}
	for w, n := range numberWords {
		if n.kind == numUnit || n.kind == numTens {
			all[w] = true
		}
	}
	return all
}

func (r *dateReader) lower(i int) string {
	if i < 0 || i >= len(r.ws) {
		return ""
	}
	return r.ws[i].lower
}

func (r *dateReader) touches(i int) bool {
	return i >= 0 && i+1 < len(r.ws) && r.ws[i].end == r.ws[i+1].start
}

// isCounted reports whether the words hold a number of days, weeks or years,
// which is a quantity as well.
func (r *dateReader) isCounted(from, to int) bool {
	for i := from; i < to; i++ {
		if r.lower(i) == "half" && (r.lower(i+1) == "a" || i-2 >= from && r.lower(i-1) == "a") {
			return true // "half a year ago", "a year and a half ago"
		}
		if calendarUnits[r.lower(i)] != "" && r.isNumber(i-1) && ordinalDays[r.lower(i-1)] == 0 && i-1 >= from && strings.HasSuffix(r.lower(i), "s") {
			return true
		}
	}
	return false
}

func (r *dateReader) isNumber(i int) bool {
	_, ok := r.count(i)
	return ok
}

// count is the small whole number at i, in digits or words.
func (r *dateReader) count(i int) (int, bool) {
	if i < 0 || i >= len(r.ws) {
		return 0, false
	}
	if r.ws[i].kind == wordNumber {
		v, ok := number(r.ws[i].text)
		return int(v), ok && v == float64(int(v)) && v < 10000
	}
	switch l := r.lower(i); l {
	case "a", "an":
		return 1, true
	case "couple":
		return 2, true
	default:
		n, ok := numberWords[l]
		if ok && (n.kind == numUnit || n.kind == numTens) {
			return int(n.value), true
		}
		if tens, ones, cut := strings.Cut(l, "-"); cut && numberWords[tens].kind == numTens && numberWords[ones].kind == numUnit {
			return int(numberWords[tens].value + numberWords[ones].value), true
		}
	}
	return 0, false
}

// expression reads a range, a "since" or one date.
func (r *dateReader) expression(i int) (period, int) {
	switch r.lower(i) {
	case "from":
		i++
	case "between":
		p, next, ranged := r.spanOrPoint(i + 1)
		if !ranged {
			return period{}, 0
		}
		return p, next
	case "since":
		p, next := r.point(i + 1)
		if next == 0 {
			return period{}, 0
		}
		return r.cal.since(r.cal.before(p)), next
	}
	p, next, _ := r.spanOrPoint(i)
	return p, next
}

// spanOrPoint reads a range or one date and tells which.
func (r *dateReader) spanOrPoint(i int) (p period, next int, ranged bool) {
	for _, read := range []func(*dateReader, int) (period, int){(*dateReader).dayRange, (*dateReader).numericRange, (*dateReader).hyphenedMonths, (*dateReader).hyphenedDays} {
		if p, next := read(r, i); next > 0 {
			return p, next, true
		}
	}
	a, next := r.point(i)
	if p, end := r.span(i, a, next); end > 0 {
		return p, end, true
	}
	return a, next, false
}

// span reads "to B", "and B" behind between, "-B" behind the date a, which ends
// before next; next is 0 when a bare year may stand for a.
func (r *dateReader) span(i int, a period, next int) (period, int) {
	if next == 0 && !r.touches(i-1) {
		a, next = r.looseYear(i)
	}
	if next == 0 || next >= len(r.ws) {
		return period{}, 0
	}
	lead := r.lower(i - 1)
	if sep := r.lower(next + 1); r.lower(next) == "," && a.grain == grainDay && (sep == "to" && lead == "from" || sep == "through" || sep == "until") {
		next++ // "from Jan. 3, 2020, to"
	}
	switch sep := r.lower(next); sep {
	case "to", "through", "till", "until", "~", "-", "–", "—":
		if (sep == "-" || sep == "–" || sep == "—") && r.touches(next-1) != r.touches(next) {
			return period{}, 0
		}
		if sep == "—" && !r.touches(next) {
			return period{}, 0
		}
	case "and":
		if lead != "between" {
			return period{}, 0
		}
	default:
		return period{}, 0
	}
	b, end := r.point(next + 1)
	if end == 0 {
		b, end = r.looseYear(next + 1)
	}
	if end == 0 {
		return period{}, 0
	}
	p, ok := through(a, b)
	if !ok {
		p, ok = r.weekdayRange(i, a, b)
	}
	if !ok {
		return period{}, 0
	}
	return p, end
}

// looseYear reads four digits as a year, as the end of a range may be.
func (r *dateReader) looseYear(i int) (period, int) {
	if y, ok := r.year(i); ok {
		return onYear(y), i + 1
	}
	return period{}, 0
}

// year is the year in four digits at i.
func (r *dateReader) year(i int) (int, bool) {
	if i < 0 || i >= len(r.ws) || r.ws[i].kind != wordNumber {
		return 0, false
	}
	t := digitsOnly(r.ws[i].text)
	if len(t) != 4 || strings.ContainsAny(t, ".,") || t[0] != '1' && t[0] != '2' || t[0] == '2' && t[1] > '1' {
		return 0, false
	}
	v, ok := number(t)
	return int(v), ok
}

// point reads one date.
func (r *dateReader) point(i int) (period, int) {
	if r.depth == maxDepth {
		return period{}, 0
	}
	r.depth++
	defer func() { r.depth-- }()
	start := r.startAt(i)
	for k := range r.readings {
		if r.readings[k].starts&start == 0 {
			continue
		}
		if p, next := r.readings[k].read(r, i); next > 0 {
			return r.tensed(i, p), next
		}
	}
	return period{}, 0
}

// dayAt reads a day of the month: "7", "7th", "seventh", "the 7th".
func (r *dateReader) dayAt(i int) (int, int) {
	if r.lower(i) == "the" {
		if d, next := r.ordinal(i + 1); next > 0 {
			return d, next
		}
		return 0, 0
	}
	if d, next := r.ordinal(i); next > 0 {
		return d, next
	}
	if i < len(r.ws) && r.ws[i].kind == wordNumber && currencySigns[r.lower(i-1)] == "" {
		t := digitsOnly(r.ws[i].text)
		if v, ok := number(t); ok && len(t) <= 2 && v >= 1 && v <= 31 {
			return int(v), i + 1
		}
	}
	return 0, 0
}

func (r *dateReader) ordinal(i int) (int, int) {
	if i >= len(r.ws) || !r.ws[i].is(isDateWord) {
		return 0, 0
	}
	l := r.ws[i].lower
	if d := ordinalDays[l]; d > 0 {
		return d, i + 1
	}
	if n := numberWords[l]; n.kind == numTens && n.value <= 30 && ordinalDays[r.lower(i+1)] > 0 && ordinalDays[r.lower(i+1)] < 10 {
		return int(n.value) + ordinalDays[r.lower(i+1)], i + 2
	}
	if len(l) >= 3 && l[0] >= '0' && l[0] <= '9' {
		v, ok := number(strings.TrimRight(l, "stndrh"))
		if ok && v >= 1 && v <= 31 && len(strings.TrimRight(l, "stndrh")) <= 2 {
			return int(v), i + 1
		}
	}
	return 0, 0
}

// yearBehind reads ", 2024", "2024", "in 2024", "of this year" behind a month or day.
func (r *dateReader) yearBehind(i int) (int, int) {
	k := i
	switch r.lower(k) {
	case ",", "of", "in", "'", "/", "-":
		k++
	}
	if y, ok := r.year(k); ok && !r.isCountOf(k) {
		return y, k + 1
	}
	if r.lower(k) == "the" && r.lower(k+1) == "year" && k > i {
		if y, ok := r.year(k + 2); ok {
			return y, k + 3 // "in May of the year 2020"
		}
	}
	if y, end := r.yearInWords(k); end > 0 {
		return y, end
	}
	if y, end := r.shortYear(k); end > 0 && k > i && r.lower(k) != "of" {
		return y, end
	}
	if y, end := r.shortYear(i); end > 0 {
		return y, end
	}
	if r.cal.known && r.lower(k+1) == "year" {
		if n, ok := shifts[r.lower(k)]; ok {
			return r.cal.today.Year() + n, k + 2
		}
	}
	return 0, 0
}

// isCountOf reports whether the four digits at i count the noun behind them:
// "In May 2000 people came".
func (r *dateReader) isCountOf(i int) bool {
	return i+1 < len(r.ws) && isPersonNoun(r.lower(i+1)) && isPlural(r.lower(i+1))
}

func (r *dateReader) relative(f func(today time.Time) period) period { return r.cal.relative(f) }
