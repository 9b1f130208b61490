package main

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"sitrep/internal/answer"
	"sitrep/internal/facts"
)

// A class is one way in which a line goes wrong.
type class struct {
	name string
	make func(*line) []string
}

// A line is a right line with what the mutators need of it.
type line struct {
	text   string
	ev     answer.Evidence
	cited  []answer.Cited // those that the line points to
	others []answer.Cited // cited elsewhere in the answer
	fact   *facts.Fact    // whose value the line gives; nil: a line without a figure
	value  string         // as it stands in the line; empty without a figure
	at     int            // where
	marks  string         // the markers at the end
}

var markers = regexp.MustCompile(`\[\d+\]`)

func newLine(p answer.Proof) *line {
	l := &line{text: p.Line, ev: p.Evidence}
	for _, c := range p.Evidence.Cited {
		if strings.Contains(p.Line, "["+itoa(c.N)+"]") {
			l.cited = append(l.cited, c)
		} else {
			l.others = append(l.others, c)
		}
	}
	if i := strings.Index(l.text, "["); i > 0 && markers.MatchString(l.text[i:]) {
		l.marks = l.text[i:]
	}
	low := strings.ToLower(l.text)
	for _, c := range l.cited {
		for i, f := range c.Facts {
			if f.Value == nil || f.Value.Text == "" {
				continue
			}
			at := strings.Index(low, strings.ToLower(f.Value.Text))
			if at < 0 || len(low) != len(l.text) || l.fact != nil && (at > l.at || at == l.at && len(f.Value.Text) <= len(l.value)) {
				continue
			}
			l.fact, l.at, l.value = &c.Facts[i], at, l.text[at:at+len(f.Value.Text)]
		}
	}
	return l
}

// with is the line with its figure in other words.
func (l *line) with(value string) string {
	return l.text[:l.at] + value + l.text[l.at+len(l.value):]
}

// numerals are those of the line, outside its markers.
func (l *line) numerals() []facts.Numeral {
	return facts.Numerals(strings.TrimSuffix(l.text, l.marks))
}

// wrong keeps those mutants that are other lines and that no cited sentence holds
// word for word.
func (l *line) wrong(made []string) []string {
	return slices.DeleteFunc(slices.Compact(made), func(m string) bool {
		return m == "" || m == l.text || l.stillTrue(m)
	})
}

// stillTrue says whether what the mutant says before its holder stands so in a cited
// sentence, and the rest is that of the line.
func (l *line) stillTrue(m string) bool {
	body, tail := parts(m)
	own, ownTail := parts(l.text)
	if tail != ownTail || body == own {
		return false
	}
	for _, c := range l.cited {
		if strings.Contains(" "+plain(c.Sentence)+" ", " "+plain(body)+" ") {
			return true
		}
	}
	return false
}

// parts cuts a line into what it tells and who says so.
func parts(text string) (body, tail string) {
	text = strings.TrimSpace(text)
	if i := strings.LastIndex(text, ": "); i >= 0 {
		return text[:i], text[i:]
	}
	if i := strings.LastIndex(text, "”, "); i >= 0 {
		return text[:i], text[i:]
	}
	return markers.ReplaceAllString(text, ""), ""
}

// plain is a text in small letters without marks.
func plain(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '%' && r != '$' && r != '-'
	}), " ")
}

// replaced returns the text once for each place of old, as a whole word, with other
// in its place; the case of a first letter is kept.
func replaced(text, old, other string) []string {
	var out []string
	re := regexp.MustCompile(`(?i)(^|[^\p{L}\p{N}])(` + regexp.QuoteMeta(old) + `)($|[^\p{L}\p{N}])`)
	for _, at := range re.FindAllStringSubmatchIndex(text, -1) {
		with := other
		if r := []rune(text[at[4]:at[5]]); with != "" && unicode.IsUpper(r[0]) {
			with = strings.ToUpper(with[:1]) + with[1:]
		}
		out = append(out, strings.ReplaceAll(text[:at[4]]+with+text[at[5]:], "  ", " "))
	}
	return out
}

// swaps replaces each word of pairs by its partner, both ways.
func swaps(text string, pairs ...[2]string) []string {
	var out []string
	for _, p := range pairs {
		out = append(out, replaced(text, p[0], p[1])...)
		out = append(out, replaced(text, p[1], p[0])...)
	}
	return out
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}
