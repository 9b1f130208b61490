package facts

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// A Fault is one reason why a report or fact is refused.
type Fault struct {
	Fact  string // id of the fact as given; empty for a fault of the report
	Index int    // its place in the list of facts, from 0; -1 for a fault of the report
	Field string // "quote.exact"; "sentences[3].end" for the report
	What  string // what is wrong, a clause
}

// Error names the fact, the field and the fault.
func (f *Fault) Error() string {
	switch {
	case f.Index < 0:
		return fmt.Sprintf("report: %s %s", f.Field, f.What)
	case f.Fact == "":
		return fmt.Sprintf("fact %d: %s %s", f.Index+1, f.Field, f.What)
	}
	return fmt.Sprintf("%s: %s %s", f.Fact, f.Field, f.What)
}

// Validate returns every reason to refuse a report with its facts, each a *Fault,
// in the order of the record; none means that all of it is proven against the
// text. It changes nothing.
func Validate(r Report, fs []Fact) []error {
	v := newValidator(r, fs)
	v.form()
	v.evidence()
	v.claims()
	return v.faults
}

// A validator collects faults; at is the fact being looked at.
type validator struct {
	report    Report
	facts     []Fact
	index     *Index
	sentences map[int]Sentence
	faults    []error
	at        int
}

func newValidator(r Report, fs []Fact) *validator {
	v := &validator{report: r, facts: fs, index: NewIndex(r.Text), sentences: map[int]Sentence{}, at: -1}
	for _, s := range r.Sentences {
		if _, twice := v.sentences[s.S]; !twice {
			v.sentences[s.S] = s
		}
	}
	return v
}

func (v *validator) fault(field, format string, args ...any) {
	f := &Fault{Index: v.at, Field: field, What: fmt.Sprintf(format, args...)}
	if v.at >= 0 {
		f.Fact = v.facts[v.at].ID
	}
	v.faults = append(v.faults, f)
}

// form checks what needs no text.
func (v *validator) form() {
	v.at = -1
	v.reportForm()
	first := map[string]int{}
	for i, f := range v.facts {
		v.at = i
		if _, taken := first[f.ID]; taken && f.ID != "" {
			v.fault("id", "%q stands twice", f.ID)
		} else {
			first[f.ID] = i
		}
	}
	for i, f := range v.facts {
		v.at = i
		v.factForm(f)
		v.sourceForm(f)
		v.status(f, first)
		if f.Value != nil {
			v.value(*f.Value)
			v.valueText(f)
		}
	}
}

func (v *validator) reportForm() {
	r := v.report
	if r.ID == "" || strings.ContainsFunc(r.ID, unicode.IsControl) {
		v.fault("id", "%q is no report id: want printable characters", r.ID)
	}
	v.date("published", r.Published)
	v.optional("published_basis", r.PublishedBasis, BasisSupplied, BasisPage)
	v.oneOf("read", r.Read, reads...)
}

var (
	factID       = regexp.MustCompile(`^F\d{2,}$`)
	grade        = regexp.MustCompile(`^[A-F][1-6]$`)
	reads        = []string{ReadHand, ReadRules, ReadModel}
	factualities = []string{Certain, Probable, Possible, CertainlyNot, ProbablyNot, PossiblyNot, CertainUnknown, Unknown}
	speeches     = []string{SpeechDirect, SpeechMixed, SpeechIndirect, SpeechNone}
	kinds        = []string{KindNamed, KindOfficials, KindGovernment, KindOrganization, KindReports, KindReport}
	statuses     = []string{StatusCurrent, StatusSuperseded, StatusCorrected, StatusWithdrawn}
	bounds       = []string{BoundExact, BoundApprox, BoundMin, BoundMax, BoundNone}
)

func (v *validator) factForm(f Fact) {
	if !factID.MatchString(f.ID) {
		v.fault("id", "%q is no fact id: want F and at least two digits", f.ID)
	}
	if f.Report != "" && f.Report != v.report.ID {
		v.fault("report", "%q is not this report, %q", f.Report, v.report.ID)
	}
	v.present("claim", f.Claim)
	v.present("measure", f.Measure)
	v.oneOf("factuality", f.Factuality, factualities...)
	v.oneOf("speech", f.Speech, speeches...)
	v.oneOf("read", f.Read, reads...)
	v.date("said", f.Said)
	v.date("as_of", f.AsOf)
	if f.Grade != "" && !grade.MatchString(f.Grade) {
		v.fault("grade", "%q is no grade: want A to F and 1 to 6", f.Grade)
	}
}

func (v *validator) sourceForm(f Fact) {
	v.present("source.name", f.Source.Name)
	v.oneOf("source.kind", f.Source.Kind, kinds...)
	if f.Source.Kind == KindReport && f.Source.Text != "" {
		v.fault("source.text", "is given, but the report's own voice has none")
	}
}

func (v *validator) status(f Fact, first map[string]int) {
	v.oneOf("status", f.Status, statuses...)
	if f.By == "" {
		if f.Status == StatusSuperseded || f.Status == StatusCorrected {
			v.fault("by", "is missing: a %s fact names the fact that took its place", f.Status)
		}
		return
	}
	if f.By == f.ID {
		v.fault("by", "names the fact itself")
	} else if _, known := first[f.By]; !known && !strings.Contains(f.By, "#") {
		v.fault("by", "%q is no fact of this report", f.By)
	}
}

func (v *validator) value(q Value) {
	v.present("value.text", q.Text)
	v.present("value.unit", q.Unit)
	v.oneOf("value.bound", q.Bound, bounds...)
	v.optional("value.change", q.Change, "up", "down")
	v.finite("value.amount", q.Amount)
	v.finite("value.low", q.Low)
	v.finite("value.high", q.High)
	isRange := q.Low != nil || q.High != nil
	switch {
	case q.Bound == BoundNone && (q.Amount != nil || isRange):
		v.fault("value.amount", "is given, but an absence of reports has no amount")
	case q.Bound == BoundNone:
	case isRange && q.Amount != nil:
		v.fault("value.amount", "is given beside a range")
	case isRange && (q.Low == nil || q.High == nil):
		v.fault("value.low", "and value.high stand together or not at all")
	case isRange && *q.Low > *q.High:
		v.fault("value.low", "is above value.high")
	case !isRange && q.Amount == nil:
		v.fault("value.amount", "is missing")
	}
}

func (v *validator) finite(field string, n *float64) {
	if n != nil && (math.IsInf(*n, 0) || math.IsNaN(*n)) {
		v.fault(field, "is no finite number")
	}
}

func (v *validator) present(field, s string) {
	if strings.TrimSpace(s) == "" {
		v.fault(field, "is missing")
	}
}

func (v *validator) oneOf(field, s string, allowed ...string) {
	if !slices.Contains(allowed, s) {
		v.fault(field, "%q is unknown: want %s", s, strings.Join(allowed, ", "))
	}
}

func (v *validator) optional(field, s string, allowed ...string) {
	if s != "" {
		v.oneOf(field, s, allowed...)
	}
}

func (v *validator) date(field, s string) {
	if s == "" {
		return
	}
	if _, err := ParseEDTF(s); err != nil {
		v.fault(field, "is no EDTF date: %v", err)
	}
}

// valueText checks that the words of a value say what its numbers and its bound
// say. Words outside the quote have a fault already.
func (v *validator) valueText(f Fact) {
	q := *f.Value
	if !strings.Contains(f.Quote.Exact, q.Text) {
		return
	}
	if hedge := leadingHedge(q.Text); hedge != "" && q.Bound == BoundExact {
		v.fault("value.bound", "is exact, but value.text %q begins with %q", q.Text, hedge)
	}
	ns := Numerals(q.Text)
	one, ends := q.Amount != nil, q.Low != nil && q.High != nil
	if len(ns) == 0 || q.Bound == BoundNone || one == (q.Low != nil || q.High != nil) || !one && (!ends || *q.Low > *q.High) {
		return
	}
	stated := statedNumbers(q.Text, ns)
	for _, n := range []struct {
		field string
		value *float64
	}{{"value.amount", q.Amount}, {"value.low", q.Low}, {"value.high", q.High}} {
		if n.value != nil && !math.IsInf(*n.value, 0) && !math.IsNaN(*n.value) && !states(stated, *n.value) {
			v.fault(n.field, "%v is no number that value.text %q states", *n.value, q.Text)
		}
	}
}

// claims checks that every number of a claim stands in the sentence of its quote.
// Where there is no such sentence, the quote has a fault already.
func (v *validator) claims() {
	for i, f := range v.facts {
		v.at = i
		span, known := v.sentences[f.Quote.S]
		sentence, ok := v.index.Slice(span.Start, span.End)
		if f.Quote.S == 0 || !known || !ok {
			continue
		}
		var stated []numberSpan
		for _, n := range Numerals(f.Claim) {
			if n.Ordinal || n.Glued || n.Vague || strings.EqualFold(n.Text, "one") {
				continue
			}
			if stated == nil {
				stated = statedNumbers(sentence, Numerals(sentence))
			}
			if !states(stated, n.Value) {
				v.fault("claim", "states %q, which sentence %d does not", n.Text, f.Quote.S)
			}
		}
	}
}

// leadingHedges make a number more or less than exact.
var leadingHedges = []string{
	"about", "around", "nearly", "almost", "at least", "at most", "more than", "no more than", "not more than", "up to",
	"approximately", "some", "roughly", "upwards of", "upward of", "fewer than", "no fewer than", "less than", "no less than",
	"over", "under", "as many as", "as much as", "close to",
}

// leadingHedge returns the hedge that text begins with, or "". A word of degree
// may stand before it: "just over 40".
func leadingHedge(text string) string {
	words := strings.Fields(strings.ToLower(text))
	if len(words) > 1 && (words[0] == "just" || words[0] == "well" || words[0] == "slightly" || words[0] == "only") {
		words = words[1:]
	}
	line := strings.Join(words, " ") + " "
	for _, h := range leadingHedges {
		if strings.HasPrefix(line, h+" ") {
			return h
		}
	}
	return ""
}

// A numberSpan is what a numeral may be meant as: one number, or for an order of
// size ("dozens") anything from low to high.
type numberSpan struct{ low, high float64 }

// partSpan is a part of a whole, which may be rounded: a third is 0.33 or 0.333.
func partSpan(x float64) numberSpan {
	const rounding = 0.01
	return numberSpan{x * (1 - rounding), x * (1 + rounding)}
}

// statedNumbers returns every number that text states with the numerals ns: each
// by itself, the lower end of a range with the scale of the upper one ("5 to 7
// million") and the quotient of a ratio ("three out of four", "2 1/2").
func statedNumbers(text string, ns []Numeral) []numberSpan {
	out := make([]numberSpan, 0, len(ns)+2)
	for i, n := range ns {
		one := numberSpan{n.Value, n.Value}
		switch {
		case n.Vague:
			const order = 10 // the next order of size is another word
			one.high *= order
		case n.Words && n.Value != math.Trunc(n.Value):
			one = partSpan(n.Value)
		}
		out = append(out, one)
		if i+1 == len(ns) {
			break
		}
		next := ns[i+1]
		between := strings.TrimRightFunc(text[n.End:next.Start], isMoneySign) // "$5 to US$7 million"
		switch strings.ToLower(strings.TrimSpace(between)) {
		case "to", "-", "–", "and", "or":
			scaled := n.Value * scaleAtEnd(next.Text)
			out = append(out, numberSpan{scaled, scaled})
		case "in", "out of", "of", "in every", "out of every", "in each", "/", "⁄":
			if next.Value == 0 {
				continue
			}
			part := n.Value / next.Value
			out = append(out, partSpan(part))
			if i > 0 && strings.TrimSpace(text[ns[i-1].End:n.Start]) == "" {
				out = append(out, partSpan(ns[i-1].Value+part))
			}
		}
	}
	return out
}

// isMoneySign says that r is a currency sign or a capital of one written before it.
func isMoneySign(r rune) bool { return unicode.Is(unicode.Sc, r) || unicode.IsUpper(r) }

// scaleAtEnd is the scale word that a numeral ends in, as a number; 1 without one.
func scaleAtEnd(numeral string) float64 {
	word := strings.ToLower(numeral[len(strings.TrimRightFunc(numeral, unicode.IsLetter)):])
	if s := scaleOf[word]; s > 0 {
		return s
	}
	if s := shortScales[word]; s > 0 {
		return s
	}
	return 1
}

// states reports whether one of the stated numbers is x. The sign may stand in a
// word ("minus 12", "a loss of 12").
func states(stated []numberSpan, x float64) bool {
	const noise = 1e-9 // of binary fractions
	x = math.Abs(x)
	for _, s := range stated {
		low, high := math.Abs(s.low), math.Abs(s.high)
		if x >= min(low, high)*(1-noise) && x <= max(low, high)*(1+noise) {
			return true
		}
	}
	return false
}
