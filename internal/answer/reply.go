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
	ranked    *ranking        // on the road of ranked figures
	dated     []datedSentence // on the road of dates
}

// A draft is a line before the gate. It keeps its figures, which go when it goes.
type draft struct {
	Line
	figures []int // indexes into reply.figures
}

func (r *reply) add(role Role, text, mark string) {
	r.lines = append(r.lines, draft{Line: Line{Role: role, Text: capital(text), Mark: mark}})
}

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
	line := capital(it.figureLine()) + " " + r.cite(it)
	mark := capital(it.Value.Text)
	if it.Value.Bound == facts.BoundNone {
		mark = "None reported"
	}
	r.lines = append(r.lines, draft{Line: Line{Role: RoleFigure, Text: line, Mark: mark}, figures: []int{len(r.figures)}})
	r.figures = append(r.figures, r.record(it))
}

func (r *reply) record(it *item) Figure {
	v := it.Value
	f := Figure{Text: v.Text, Value: v.Amount, Low: v.Low, High: v.High, Bound: v.Bound, Unit: v.Unit, Of: it.subject(),
		Place: optional(it.Place), Source: it.Source.Name, AsOf: optional(it.AsOf), Read: it.Read, Fact: it.ref()}
	for _, s := range it.gives() {
		f.Cites = append(f.Cites, r.number(it.doc, s))
	}
	return f
}

// named adds a date, name or place that was asked for to the figures of the last
// line. text must stand in the item's sentence.
func (r *reply) named(it *item, text, unit string) {
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
	r.add(role, r.stated(it)+" "+r.cite(it)+".", "")
}

// stated is an item in words; in its own words, as a quotation, where the gate would
// stop ours, as it does where a statement holds numbers that are no value of its own.
func (r *reply) stated(it *item) string {
	text := it.statement()
	trial := &reply{c: r.c, q: r.q}
	if mark := trial.cite(it); len(Check(text+" "+mark+".", trial.seen())) == 0 {
		return text
	}
	if it.Source.Kind == facts.KindReport {
		return quoted(it.Quote.Exact) + " (the report itself)"
	}
	return capital(person(it.Source.Name)) + ": " + quoted(it.Quote.Exact)
}

// states adds one line per item.
func (r *reply) states(items []*item) {
	for _, it := range items {
		r.state(RoleNote, it)
	}
}

// silences notes who gave no number, one short clause for each holder.
func (r *reply) silences(gaps []*item) {
	for _, it := range gaps {
		r.note(short(it.Source) + " gave no number " + r.cite(it) + ".")
	}
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
