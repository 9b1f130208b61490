package answer

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/internal/facts"
)

// A reply is an answer being composed.
type reply struct {
	c         *corpus
	q         *query
	behaviour string
	lines     []draft
	figures   []Figure
	shown     []*item
	cites     []Citation
	named     map[string]bool // holders that a line has named in full
	ranked    *ranking        // on the road of ranked figures
	dated     []datedSentence // on the road of dates
}

// A draft is a line before the gate. It keeps its figures, which go when it goes.
type draft struct {
	Line
	figures []int // indexes into reply.figures
}

func (r *reply) add(role Role, text, mark string) {
	text = doubleStop.ReplaceAllString(capital(text), "$1$2")
	r.lines = append(r.lines, draft{Line: Line{Role: role, Text: text, Mark: mark}})
}

// doubleStop is a full stop behind a quotation that has its own.
var doubleStop = re(`([.!?…]”)((?: \([^()]*\))? (?:\[\d+\])+)\.$`)

func (r *reply) lead(text string) { r.add(RoleLead, text, "") }
func (r *reply) note(text string) { r.add(RoleNote, text, "") }

// cite numbers the sentences that the items rest on and returns their markers.
func (r *reply) cite(items ...*item) string {
	var b strings.Builder
	var seen []int
	for _, it := range items {
		r.show(it)
		for _, s := range it.gives() {
			if n := r.number(it.doc, s); !slices.Contains(seen, n) {
				seen = append(seen, n)
			}
		}
	}
	for _, n := range seen {
		b.WriteString("[" + strconv.Itoa(n) + "]")
	}
	return b.String()
}

func (r *reply) show(it *item) {
	if !slices.Contains(r.shown, it) {
		r.shown = append(r.shown, it)
	}
}

// number returns the citation number of sentence s of a report, new or known.
func (r *reply) number(doc *source, s int) int {
	for _, c := range r.cites {
		if c.Report == doc.ID && c.S == s {
			return c.N
		}
	}
	sp := doc.sentence[s]
	r.cites = append(r.cites, Citation{N: len(r.cites) + 1, Report: doc.ID, Title: doc.Title, Publisher: optional(doc.Publisher),
		Published: optional(doc.Published), PublishedBasis: optional(doc.PublishedBasis), URL: optional(doc.URL),
		S: s, Start: sp.Start, End: sp.End, Exact: doc.text(s)})
	return len(r.cites)
}

// figure adds one line for a figure and the figure itself.
func (r *reply) figure(it *item) {
	line, of := r.wording(it)
	line = capital(line) + " " + r.cite(it.claims()...)
	r.introduce(it.Source)
	r.lines = append(r.lines, draft{Line: Line{Role: RoleFigure, Text: line, Mark: it.mark()}, figures: []int{len(r.figures)}})
	r.figures = append(r.figures, r.record(it))
	r.figures[len(r.figures)-1].Of = of
}

// mark is the part of a figure's line that a surface may print bold.
func (it *item) mark() string {
	if it.Value.Bound == facts.BoundNone {
		return "None reported"
	}
	return capital(it.Value.Text)
}

func (r *reply) record(it *item) Figure {
	v := it.Value
	f := Figure{Text: v.Text, Value: v.Amount, Low: v.Low, High: v.High, Bound: v.Bound, Unit: v.Unit, Of: it.subject(),
		Place: optional(it.Place), Source: it.Source.Name, AsOf: optional(it.AsOf), Read: it.Read, Fact: it.ref()}
	for _, c := range it.claims() {
		for _, s := range c.gives() {
			f.Cites = append(f.Cites, r.number(c.doc, s))
		}
	}
	return f
}

// called adds a date, name or place that was asked for to the figures of the last
// line. text must stand in the item's sentence.
func (r *reply) called(it *item, text, unit string) {
	f := Figure{Text: text, Bound: facts.BoundExact, Unit: unit, Of: it.claim(), Place: optional(it.Place), Source: it.Source.Name,
		AsOf: optional(it.AsOf), Read: it.Read, Fact: it.ref()}
	for _, s := range it.gives() {
		f.Cites = append(f.Cites, r.number(it.doc, s))
	}
	last := &r.lines[len(r.lines)-1]
	last.figures = append(last.figures, len(r.figures))
	r.figures = append(r.figures, f)
}

// state adds a line that states an item in words.
func (r *reply) state(role Role, it *item) {
	text := r.statement(it)
	if slices.ContainsFunc(r.lines, func(d draft) bool { return strings.Contains(d.Text, capital(text)) }) {
		return
	}
	r.add(role, text+" "+r.cite(it)+".", "")
}

// states adds one line per item, without what another line of the same sentence says.
func (r *reply) states(items []*item) {
	for _, it := range items {
		if !slices.ContainsFunc(items, func(o *item) bool { return o.says(it) }) {
			r.state(RoleNote, it)
		}
	}
}

// says says whether an item of the same sentence tells what another one tells, and
// more.
func (it *item) says(other *item) bool {
	return it != other && it.doc == other.doc && it.Quote.S == other.Quote.S && len(it.Claim) > len(other.Claim) &&
		strings.Contains(it.Quote.Exact, other.Quote.Exact)
}

// silences notes who gave no number of what is asked for, one short clause for each
// holder.
func (r *reply) silences(gaps []*item) {
	for _, it := range gaps {
		if r.asksFor(it) {
			r.note(short(it.Source) + " gave no number " + r.cite(it) + ".")
		}
	}
}

// asksFor says whether a gap is one of what the question counts: they share a word, or
// the gap stands close behind a figure that is shown, or the question names nothing
// that is counted.
func (r *reply) asksFor(gap *item) bool {
	head, theme := r.q.head, r.c.theme().head
	if head == "" || gap.fields[head] || theme != "" && gap.fields[theme] || r.q.speaker != nil || overlaps(gap.fields, r.q.fields) {
		return true
	}
	return slices.ContainsFunc(r.shown, func(it *item) bool {
		behind := gap.Quote.S - it.Quote.S
		return it.doc == gap.doc && behind >= 0 && behind <= samePassage
	})
}

// samePassage is within how many sentences a report is taken to go on about one thing.
const samePassage = 3

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// quoted puts verbatim words between quotation marks, unless they carry their own.
func quoted(words string) string {
	if strings.HasPrefix(words, "“") && strings.HasSuffix(words, "”") {
		return words
	}
	return "“" + words + "”"
}

// plural returns "report" or "reports" for the number of candidate reports.
func (r *reply) plural() string {
	if len(r.c.docs) == 1 {
		return "the report"
	}
	return "the reports"
}

// verb picks the verb form after plural.
func (r *reply) verb(one, many string) string {
	if len(r.c.docs) == 1 {
		return one
	}
	return many
}

// does is "does not" or "do not" after plural.
func (r *reply) does() string { return r.verb("does not", "do not") }

// dated says when a report came out, in words.
func dated(doc *source) string {
	if doc == nil || doc.Published == "" {
		return "an undated report"
	}
	return facts.FormatDay(doc.Published)
}
