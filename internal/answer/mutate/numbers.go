package main

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"sitrep/internal/facts"
)

// eachNumeral rewrites the numerals of the line one at a time.
func eachNumeral(l *line, rewrite func(facts.Numeral) []string) []string {
	var out []string
	for _, n := range l.numerals() {
		for _, w := range rewrite(n) {
			if w != n.Text {
				out = append(out, l.text[:n.Start]+w+l.text[n.End:])
			}
		}
	}
	return out
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func digitSwap(l *line) []string {
	return eachNumeral(l, func(n facts.Numeral) (out []string) {
		digits := []int{}
		for i := range len(n.Text) {
			if isDigit(n.Text[i]) {
				digits = append(digits, i)
			}
		}
		for k := 1; k < len(digits); k++ {
			i, j := digits[k-1], digits[k]
			if b := []byte(n.Text); b[i] != b[j] && (k > 1 || b[j] != '0') {
				b[i], b[j] = b[j], b[i]
				out = append(out, string(b))
			}
		}
		return out
	})
}

func digitChanged(l *line) []string {
	return eachNumeral(l, func(n facts.Numeral) (out []string) {
		for i := range len(n.Text) {
			if isDigit(n.Text[i]) {
				out = append(out, n.Text[:i]+string('1'+(n.Text[i]-'0')%9)+n.Text[i+1:])
			}
		}
		if n.Words {
			out = append(out, "two", "three", "seven", "twelve")
		}
		return out
	})
}

func decimalShift(l *line) []string {
	return eachNumeral(l, func(n facts.Numeral) (out []string) {
		digits := strings.Fields(n.Text)[0]
		if !isDigit(digits[len(digits)-1]) {
			return nil
		}
		rest := n.Text[len(digits):]
		plain := strings.ReplaceAll(digits, ",", "")
		if whole, part, ok := strings.Cut(plain, "."); ok {
			return []string{whole + part + rest, whole + part[:1] + "." + part[1:] + "0" + rest, "0." + whole + part + rest}
		}
		if len(plain) > 1 {
			out = append(out, plain[:len(plain)-1]+"."+plain[len(plain)-1:]+rest, plain[:len(plain)-1]+rest)
		}
		return append(out, plain+"0"+rest, digits+",000"+rest)
	})
}

func scaleSwap(l *line) []string {
	out := swaps(l.text, [2]string{"million", "billion"}, [2]string{"thousand", "million"}, [2]string{"billion", "trillion"}, [2]string{"hundred", "thousand"},
		[2]string{"m", "bn"}, [2]string{"dozen", "hundred"})
	if l.fact != nil && !strings.Contains(l.value, "illion") && !strings.Contains(l.value, "%") {
		out = append(out, l.with(l.value+" million"), l.with(l.value+" thousand"))
		if isDigit(l.value[len(l.value)-1]) {
			out = append(out, l.with(l.value+"k"))
		}
	}
	return out
}

func unitSwap(l *line) []string {
	out := swaps(l.text, [2]string{"kilometres", "miles"}, [2]string{"kilometers", "miles"}, [2]string{"km", "miles"}, [2]string{"hours", "days"},
		[2]string{"minutes", "hours"}, [2]string{"days", "weeks"}, [2]string{"months", "years"}, [2]string{"weeks", "months"}, [2]string{"dollars", "euros"},
		[2]string{"feet", "metres"}, [2]string{"pounds", "kilograms"}, [2]string{"tons", "tonnes"}, [2]string{"percent", "dollars"}, [2]string{"acres", "hectares"},
		[2]string{"meters", "feet"}, [2]string{"inches", "feet"}, [2]string{"people", "households"}, [2]string{"year", "month"})
	for _, p := range [][2]string{{"$", "€"}, {"£", "$"}, {"€", "£"}, {"%", ""}, {"%", "‰"}, {"$", ""}, {"$", "A$"}} {
		if l.fact != nil && strings.Contains(l.value, p[0]) {
			out = append(out, l.with(strings.Replace(l.value, p[0], p[1], 1)))
		}
	}
	if l.fact != nil && !strings.ContainsAny(l.value, "$£€%") {
		out = append(out, l.with("$"+l.value), l.with(l.value+" percent of"))
		if isDigit(l.value[len(l.value)-1]) {
			out = append(out, l.with(l.value+"%"))
		}
	}
	return out
}

func signFlip(l *line) []string {
	return eachNumeral(l, func(n facts.Numeral) []string {
		if n.Words {
			return []string{"minus " + n.Text}
		}
		return []string{"-" + n.Text, "−" + n.Text, "minus " + n.Text}
	})
}

// hedges open a value; each with what would turn it round.
var hedges = [][2]string{{"at least", "at most"}, {"more than", "less than"}, {"over", "under"}, {"up to", "at least"}, {"about", "exactly"}, {"around", "over"},
	{"nearly", "more than"}, {"almost", "over"}, {"approximately", "at least"}, {"roughly", "exactly"}, {"some", "over"}, {"an estimated", "a confirmed"},
	{"as many as", "at least"}, {"as much as", "at least"}, {"fewer than", "more than"}, {"less than", "more than"}, {"upwards of", "up to"}, {"just over", "just under"},
	{"just under", "just over"}, {"close to", "more than"}, {"under", "over"}, {"below", "above"}, {"above", "below"}, {"estimated", "confirmed"}, {"at most", "at least"}, {"only", "over"}}

func boundDropped(l *line) []string {
	if l.fact == nil {
		return nil
	}
	n := facts.Numerals(l.value)
	if len(n) == 0 || n[0].Start == 0 || !strings.Contains(strings.TrimRight(l.value[:n[0].Start], "$£€ "), "") {
		return nil
	}
	hedge := strings.TrimRight(l.value[:n[0].Start], "$£€")
	if strings.TrimSpace(hedge) == "" {
		return nil
	}
	return []string{l.with(l.value[len(hedge):])}
}

func boundSwap(l *line) []string {
	if l.fact == nil {
		return nil
	}
	var out []string
	for _, h := range hedges {
		if strings.HasPrefix(strings.ToLower(l.value), h[0]+" ") {
			for _, with := range []string{h[1], "exactly", "fewer than"} {
				out = append(out, l.with(with+l.value[len(h[0]):]))
			}
		}
	}
	return out
}

func boundAdded(l *line) []string {
	if l.fact == nil {
		return nil
	}
	var out []string
	for _, h := range []string{"at least", "more than", "about", "up to", "only", "fewer than", "nearly", "exactly"} {
		if !strings.HasPrefix(strings.ToLower(l.value), h) {
			out = append(out, l.with(h+" "+l.value))
		}
	}
	return append(out, l.with(l.value+" or more"), l.with(l.value+" at most"))
}

var ranges = regexp.MustCompile(`(?i)^(?:between |from )?(.+?)(?: to | and | or |-|–)(.+)$`)

func rangeCollapsed(l *line) []string {
	if l.fact == nil || l.fact.Value.Low == nil || l.fact.Value.High == nil {
		return nil
	}
	m := ranges.FindStringSubmatch(l.value)
	if m == nil {
		return nil
	}
	return []string{l.with(m[1]), l.with(m[2]), l.with("up to " + m[2])}
}

func rangeInvented(l *line) []string {
	if l.fact == nil || l.fact.Value.Amount == nil {
		return nil
	}
	a := *l.fact.Value.Amount
	out := []string{l.with(l.value + " to " + number(a*2)), l.with(number(math.Floor(a/2)) + " to " + l.value), l.with("between " + number(a-1) + " and " + number(a+1))}
	for _, other := range otherValues(l) {
		out = append(out, l.with(l.value+" to "+other))
	}
	return out
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// head is the noun that a figure counts, without its plural: figures of one noun may
// change places and still be true.
func head(f facts.Fact) string {
	words := strings.Fields(f.Value.UnitText)
	if len(words) == 0 {
		return f.ID
	}
	return strings.TrimSuffix(words[len(words)-1], "s")
}

// otherValues are the values of other facts of the cited sentences.
func otherValues(l *line) []string {
	var out []string
	for _, c := range l.cited {
		for _, f := range c.Facts {
			if f.Value != nil && f.Value.Text != "" && !strings.EqualFold(f.Value.Text, l.value) && (l.fact == nil || head(f) != head(*l.fact)) {
				out = append(out, f.Value.Text)
			}
		}
	}
	return out
}

// bare says whether the line gives its figure alone: then the other figure's line would
// be no other.
func (l *line) bare() bool {
	told, _ := l.told()
	return strings.TrimSpace(told) == l.value
}

func numberMoved(l *line) []string {
	if l.fact == nil || l.bare() {
		return nil
	}
	var out []string
	for _, other := range otherValues(l) {
		out = append(out, l.with(other))
		if at := strings.Index(l.text, other); at > l.at+len(l.value) { // both stand in the line: they change places
			out = append(out, l.text[:l.at]+other+l.text[l.at+len(l.value):at]+l.value+l.text[at+len(other):])
		}
	}
	for _, c := range l.cited { // numbers of the sentence that are no values
		for _, n := range facts.Numerals(c.Sentence) {
			if !strings.Contains(strings.ToLower(l.value), strings.ToLower(n.Text)) {
				out = append(out, l.with(n.Text))
			}
		}
	}
	return out
}

func numberElsewhere(l *line) []string {
	if l.fact == nil {
		return nil
	}
	out := []string{}
	for _, c := range l.others {
		for _, f := range c.Facts {
			if f.Value != nil && f.Value.Text != "" {
				out = append(out, l.with(f.Value.Text))
			}
		}
	}
	return append(out, l.with("4,711"), l.with("about 230"), l.with("nineteen"))
}

func numberTyped(l *line) []string {
	if l.fact == nil {
		return nil
	}
	var out []string
	for _, n := range facts.Numerals(l.ev.Question) {
		out = append(out, l.with(n.Text))
	}
	return out
}

func computation(l *line) []string {
	if l.fact == nil || l.fact.Value.Amount == nil {
		return nil
	}
	a := *l.fact.Value.Amount
	body, tail := strings.TrimSpace(strings.TrimSuffix(l.text, l.marks)), l.marks
	return []string{l.with("twice " + l.value), l.with(l.value + ", double the earlier number, of"), l.with("half of " + l.value),
		body + ", or " + number(a/7) + " a day " + tail, body + "; that is " + number(a*2) + " in two years " + tail, l.with(number(a * 2)),
		l.with(l.value + " (a rise of 10%)"), body + ", a majority " + tail, body + ", a third of them " + tail}
}

func wrongSum(l *line) []string {
	if l.fact == nil || l.fact.Value.Amount == nil {
		return nil
	}
	a := *l.fact.Value.Amount
	var out []string
	for _, c := range l.ev.Cited {
		for _, f := range c.Facts {
			if f.Value != nil && f.Value.Amount != nil && *f.Value.Amount != 0 && f.ID != l.fact.ID {
				out = append(out, l.with(number(a+*f.Value.Amount)), "In all "+number(a+*f.Value.Amount)+": "+l.text)
			}
		}
	}
	return append(out, "A total of "+number(a+a)+": "+l.text, "Together "+number(a+1)+"; "+l.text)
}

func outOf(l *line) []string {
	var out []string
	for _, at := range outOfForms.FindAllStringSubmatchIndex(l.text, -1) {
		first, mid, second := l.text[at[2]:at[3]], l.text[at[4]:at[5]], l.text[at[6]:at[7]]
		out = append(out, l.text[:at[2]]+second+mid+first+l.text[at[7]:], l.text[:at[2]]+second+l.text[at[7]:])
	}
	return out
}

const numeralForm = `(\d[\d,.]*|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)`

var outOfForms = regexp.MustCompile(`\b` + numeralForm + `( (?:out )?of (?:the |every |its |their |all )?(?:\w+ )?|[ -]in[ -]|/)` + numeralForm + `\b`)

func percentPoint(l *line) []string {
	var out []string
	for _, p := range [][2]string{{"%", " percentage points"}, {" percent", " percentage points"}, {" percentage points", "%"}, {" percentage point", "%"}, {" points", "%"}, {"% of", " of"}} {
		if l.fact != nil && strings.Contains(l.text, p[0]) && !strings.Contains(l.text, "percentage") == !strings.Contains(p[0], "percentage") {
			out = append(out, strings.Replace(l.text, p[0], p[1], 1))
		}
	}
	return out
}

func perDay(l *line) []string {
	if l.fact == nil {
		return nil
	}
	var out []string
	for _, per := range []string{"per day", "a day", "every day", "per year", "a year", "annually", "per month", "a month", "each week", "daily", "per person", "an hour", "each"} {
		out = append(out, replaced(l.text, per, "")...)
		out = append(out, replaced(l.text, per, "in total")...)
		if !strings.Contains(strings.ToLower(l.text), per) {
			out = append(out, l.with(l.value+" "+per))
		}
	}
	return out
}
