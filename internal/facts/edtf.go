package facts

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Period is the time that an EDTF string names, in whole UTC days. From and To
// are midnights and both belong to the period; an open end is the zero time.
type Period struct {
	From, To  time.Time
	OpenStart bool // "../2024-10-23": on or before To
	OpenEnd   bool // "2024-05/..": on or after From
	Approx    bool // "~" or "%" at either end
	Uncertain bool // "?" or "%" at either end
}

// Contains says whether day, a UTC midnight, lies in p.
func (p Period) Contains(day time.Time) bool {
	return (p.OpenStart || !day.Before(p.From)) && (p.OpenEnd || !day.After(p.To))
}

// ParseEDTF reads the EDTF forms that reports use: a day, a month, a season or
// quarter (21 to 24, 33 to 36), a year, a decade or century ("199X", "19XX"), each
// with "~", "?" or "%" behind it, and intervals of them with "/", where ".." or
// nothing is an open end. A time of day is accepted and dropped. The error says
// what is wrong with s; an empty s is an error.
func ParseEDTF(s string) (Period, error) {
	first, last, interval := strings.Cut(s, "/")
	if !interval {
		point, err := parsePoint(s)
		if err != nil {
			return Period{}, fmt.Errorf("date %q: %w", s, err)
		}
		return point.period, nil
	}
	from, to, err := parseEnds(first, last)
	if err != nil {
		return Period{}, fmt.Errorf("date %q: %w", s, err)
	}
	return joinEnds(s, from, to)
}

// parseEnds reads the ends of an interval; an open end is a nil point.
func parseEnds(first, last string) (from, to *point, err error) {
	read := func(s string) (*point, error) {
		if s == ".." || s == "" {
			return nil, nil
		}
		p, err := parsePoint(s)
		return &p, err
	}
	if from, err = read(first); err != nil {
		return nil, nil, err
	}
	if to, err = read(last); err != nil {
		return nil, nil, err
	}
	if from == nil && to == nil {
		return nil, nil, fmt.Errorf("both ends are open")
	}
	return from, to, nil
}

func joinEnds(s string, from, to *point) (Period, error) {
	p := Period{OpenStart: from == nil, OpenEnd: to == nil}
	for _, end := range []*point{from, to} {
		if end != nil {
			p.Approx = p.Approx || end.period.Approx
			p.Uncertain = p.Uncertain || end.period.Uncertain
		}
	}
	if from != nil {
		p.From = from.period.From
	}
	if to != nil {
		p.To = to.period.To
	}
	if from != nil && to != nil && p.To.Before(p.From) {
		return Period{}, fmt.Errorf("date %q: the end lies before the start", s)
	}
	return p, nil
}

// A point is one end of an interval, or a whole EDTF string without a slash.
type point struct {
	period    Period
	precision precision
}

type precision int

const (
	toDay precision = iota
	toMonth
	toSeason // or quarter
	toYear
	toYears // decade or century
)

func parsePoint(s string) (point, error) {
	var p point
	if n := len(s); n > 0 && strings.ContainsRune("~?%", rune(s[n-1])) {
		p.period.Approx = s[n-1] != '?'
		p.period.Uncertain = s[n-1] != '~'
		s = s[:n-1]
	}
	var err error
	switch {
	case len(s) > 10 && s[10] == 'T':
		err = p.setTime(s)
	case len(s) == 10:
		err = p.setDay(s)
	case len(s) == 7:
		err = p.setMonth(s)
	case len(s) == 4:
		err = p.setYear(s)
	default:
		err = fmt.Errorf("want a form such as 2024-10-23, 2024-10 or 2024")
	}
	return p, err
}

func (p *point) setTime(s string) error {
	for _, layout := range []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04"} {
		if _, err := time.Parse(layout, s); err == nil {
			return p.setDay(s[:10])
		}
	}
	return fmt.Errorf("no such time")
}

func (p *point) setDay(s string) error {
	day, err := time.Parse("2006-01-02", s)
	if err != nil {
		return fmt.Errorf("no such day")
	}
	p.precision = toDay
	p.period.From, p.period.To = day, day
	return nil
}

func (p *point) setMonth(s string) error {
	year, code, dash := strings.Cut(s, "-")
	y, errY := digits(year)
	m, errM := digits(code)
	if !dash || errY != nil || errM != nil || len(year) != 4 || y == 0 {
		return fmt.Errorf("no such month")
	}
	length := 1
	p.precision = toMonth
	switch {
	case m >= 1 && m <= 12:
	case m >= 21 && m <= 24: // spring begins in March
		m, length, p.precision = 3*(m-20), 3, toSeason
	case m >= 33 && m <= 36:
		m, length, p.precision = 3*(m-33)+1, 3, toSeason
	default:
		return fmt.Errorf("no such month")
	}
	p.period.From = time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC)
	p.period.To = p.period.From.AddDate(0, length, -1)
	return nil
}

func (p *point) setYear(s string) error {
	known := strings.TrimRight(s, "X")
	length, ok := map[int]int{4: 1, 3: 10, 2: 100}[len(known)]
	y, err := digits(known + strings.Repeat("0", len(s)-len(known)))
	if err != nil || !ok || y == 0 {
		return fmt.Errorf("no such year")
	}
	p.precision = toYear
	if length > 1 {
		p.precision = toYears
	}
	p.period.From = time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
	p.period.To = p.period.From.AddDate(length, 0, -1)
	return nil
}

// digits reads an unsigned number without the signs that strconv allows.
func digits(s string) (int, error) {
	n, err := strconv.ParseUint(s, 10, 16)
	return int(n), err
}

// Day returns t's UTC day as a reader writes it: "23 Oct 2024".
func Day(t time.Time) string {
	return t.UTC().Format("2 Jan 2006")
}

// FormatDay returns an EDTF string in plain words: "23 Oct 2024", "Oct 2024",
// "on or before 23 Oct 2024", "9–23 Oct 2024". An empty string stays empty, and
// what is no EDTF comes back unchanged.
func FormatDay(edtf string) string {
	first, last, interval := strings.Cut(edtf, "/")
	if !interval {
		p, err := parsePoint(edtf)
		if err != nil {
			return edtf
		}
		return p.qualified(edtf)
	}
	from, to, err := parseEnds(first, last)
	if err != nil {
		return edtf
	}
	switch {
	case from == nil:
		return "on or before " + to.qualified(last)
	case to == nil:
		return "from " + from.qualified(first) + " on"
	case from.qualifiers()+to.qualifiers() > 0:
		return "from " + from.qualified(first) + " to " + to.qualified(last)
	}
	return span(from, to, first, last)
}

func (p *point) qualifiers() int {
	n := 0
	if p.period.Approx {
		n++
	}
	if p.period.Uncertain {
		n++
	}
	return n
}

// qualified returns the words of p with its hedges.
func (p *point) qualified(s string) string {
	words := p.words(s)
	if p.period.Approx {
		words = "about " + words
	}
	if p.period.Uncertain {
		words += " (uncertain)"
	}
	return words
}

func (p *point) words(s string) string {
	from := p.period.From
	switch p.precision {
	case toDay:
		return Day(from)
	case toMonth:
		return from.Format("Jan 2006")
	case toSeason:
		return seasons[s[5:7]] + " " + s[:4]
	case toYears:
		if strings.Contains(s, "XX") {
			return fmt.Sprintf("%04d–%d", from.Year(), p.period.To.Year())
		}
		return fmt.Sprintf("%04ds", from.Year())
	}
	return from.Format("2006")
}

// seasons names the EDTF codes of seasons and quarters.
var seasons = map[string]string{
	"21": "spring", "22": "summer", "23": "autumn", "24": "winter",
	"33": "first quarter of", "34": "second quarter of", "35": "third quarter of", "36": "fourth quarter of",
}

// span returns an interval of two sure ends without repeating what they share.
func span(from, to *point, first, last string) string {
	a, b := from.period.From, to.period.From
	sameYear := a.Year() == b.Year()
	switch {
	case first == last:
		return to.words(last)
	case from.precision == toDay && to.precision == toDay && sameYear && a.Month() == b.Month():
		return fmt.Sprintf("%d–%s", a.Day(), to.words(last))
	case from.precision == toDay && to.precision == toDay && sameYear:
		return a.Format("2 Jan") + " – " + to.words(last)
	case from.precision == toMonth && to.precision == toMonth && sameYear:
		return a.Format("Jan") + "–" + to.words(last)
	case from.precision == toYear && to.precision == toYear:
		return from.words(first) + "–" + to.words(last)
	}
	return from.words(first) + " – " + to.words(last)
}
