package facts

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// DecodeDocument reads the YAML form of one report with its facts; name stands in
// errors. Unknown keys are faults. The report block holds its text, or the sha256
// of a text that Complete attaches later; then Text comes back empty. Without text
// or without sentences only the form is checked: Complete proves the rest. Facts count as written by hand unless they say otherwise. All
// faults come in one error, a line "name:line:column: …" for each.
func DecodeDocument(data []byte, name string) (Document, error) {
	r := newReader(name)
	body, ok := r.parse(data)
	if !ok {
		return Document{}, r.err()
	}
	d := r.document(body)
	if d.Report.Text != "" && d.Report.SHA256 == "" {
		d.Report.SHA256 = Digest(d.Report.Text)
	}
	if d.Report.Text == "" && d.Report.SHA256 == "" {
		r.fault("report", "the report holds neither text nor sha256")
	}
	if len(r.faults) == 0 {
		r.validate(&d)
	}
	if err := r.err(); err != nil {
		return Document{}, err
	}
	return d, nil
}

// validate adds the load-time refusals, each with the line it comes from.
func (r *reader) validate(d *Document) {
	whole := d.Report.Text != "" && len(d.Report.Sentences) > 0
	if whole {
		placeQuotes(d)
	}
	v := newValidator(d.Report, d.Facts)
	v.form()
	if whole {
		v.evidence()
	}
	for _, err := range v.faults {
		var f *Fault
		if errors.As(err, &f) {
			r.fault(f.path(), "%s", f.Error())
		}
	}
	for i, fault := range conflictFaults(*d) {
		if fault != "" {
			r.fault(fmt.Sprintf("conflicts[%d]", i), "%s", fault)
		}
	}
}

// path is where a fault's field stands in the YAML form.
func (f *Fault) path() string {
	if f.Index < 0 {
		return "report." + f.Field
	}
	return fmt.Sprintf("facts[%d].%s", f.Index, f.Field)
}

// Complete attaches the text to a document that names it by sha256 and proves
// every fact against it. A quote without offsets is found by its words in its
// sentence. The document's sentences must be there: set Report.Sentences first if
// it has none. All faults come in one error; the document comes back only whole.
func Complete(d Document, text string) (Document, error) {
	if d.Report.SHA256 == "" {
		d.Report.SHA256 = Digest(text)
	}
	d.Report.Text = text
	d.Facts = append([]Fact(nil), d.Facts...)
	placeQuotes(&d)
	faults := Validate(d.Report, d.Facts)
	for _, fault := range conflictFaults(d) {
		if fault != "" {
			faults = append(faults, errors.New(fault))
		}
	}
	if len(faults) > 0 {
		return Document{}, errors.Join(faults...)
	}
	return d, nil
}

// placeQuotes fills in the offsets of quotes that have none, where the words
// stand exactly once in their sentence.
func placeQuotes(d *Document) {
	v := newValidator(d.Report, nil)
	for i, f := range d.Facts {
		s, ok := v.sentences[f.Quote.S]
		if f.Quote.Start != 0 || f.Quote.End != 0 || f.Quote.Exact == "" || !ok {
			continue
		}
		sentence, _ := v.index.Slice(s.Start, s.End)
		if strings.Count(sentence, f.Quote.Exact) != 1 {
			continue
		}
		local := NewIndex(sentence)
		at := strings.Index(sentence, f.Quote.Exact)
		d.Facts[i].Quote.Start = s.Start + local.CodePoint(at)
		d.Facts[i].Quote.End = s.Start + local.CodePoint(at+len(f.Quote.Exact))
	}
}

// conflictFaults returns one line for each conflict, empty where it is sound.
func conflictFaults(d Document) []string {
	known := map[string]bool{}
	for _, f := range d.Facts {
		known[f.ID] = true
	}
	out := make([]string, len(d.Conflicts))
	for i, c := range d.Conflicts {
		switch c.Kind {
		case ConflictContradiction, ConflictNotComparable, ConflictHeadline:
		default:
			out[i] = fmt.Sprintf("conflict %d: kind %q is unknown", i+1, c.Kind)
		}
		for _, id := range c.Facts {
			if !known[id] {
				out[i] = fmt.Sprintf("conflict %d: %q is no fact of this report", i+1, id)
			}
		}
		if len(c.Facts) == 0 {
			out[i] = fmt.Sprintf("conflict %d: names no fact", i+1)
		}
	}
	return out
}

// document reads the whole file.
func (r *reader) document(n ast.Node) Document {
	var d Document
	r.mapping(n, "", fields{
		"schema":    r.schema,
		"report":    func(n ast.Node, path string) { d.Report = r.report(n, path) },
		"facts":     listOf(r, &d.Facts, r.fact),
		"conflicts": listOf(r, &d.Conflicts, r.conflict),
		"silent_on": r.ignore,
	})
	r.need("", "report")
	for i := range d.Facts {
		if d.Facts[i].Report == "" {
			d.Facts[i].Report = d.Report.ID
		}
	}
	return d
}

// schema refuses a form that this program does not know.
func (r *reader) schema(n ast.Node, path string) {
	var s string
	r.text(&s)(n, path)
	if s != "fact/1" {
		r.fault(path, "schema %q is unknown: want fact/1", s)
	}
}

func (r *reader) report(n ast.Node, path string) Report {
	rep := Report{Read: ReadHand}
	r.mapping(n, path, fields{
		"id": r.text(&rep.ID), "title": r.text(&rep.Title), "url": r.text(&rep.URL),
		"publisher": r.text(&rep.Publisher), "byline": r.text(&rep.Byline),
		"published": r.text(&rep.Published), "published_basis": r.basis(&rep.PublishedBasis),
		"text": r.text(&rep.Text), "sha256": r.text(&rep.SHA256), "read": r.text(&rep.Read),
		"loaded": r.time(&rep.Loaded), "sentences": listOf(r, &rep.Sentences, r.sentence),
		// Facts about the text that the program counts itself, and notes for people.
		"file": r.ignore, "chars": r.ignore, "bytes": r.ignore, "language": r.ignore, "contributor": r.ignore,
		"grade": r.ignore, "pub_status": r.ignore, "numbers_in_text": r.ignore,
	})
	return rep
}

func (r *reader) sentence(n ast.Node, path string) Sentence {
	var s Sentence
	r.mapping(n, path, fields{
		"s": r.integer(&s.S), "start": r.integer(&s.Start), "end": r.integer(&s.End), "text": r.ignore,
	})
	r.need(path, "s", "start", "end")
	return s
}

func (r *reader) fact(n ast.Node, path string) Fact {
	f := Fact{Read: ReadHand, Firm: true, Status: StatusCurrent}
	r.mapping(n, path, fields{
		"id": r.text(&f.ID), "report": r.text(&f.Report), "claim": r.text(&f.Claim), "measure": r.text(&f.Measure),
		"place": r.text(&f.Place), "value": func(n ast.Node, path string) { f.Value = r.value(n, path) },
		"factuality": r.text(&f.Factuality), "source": func(n ast.Node, path string) { f.Source = r.source(n, path) },
		"via": r.texts(&f.Via), "cue": func(n ast.Node, path string) { f.Cue = r.span(n, path) },
		"speech": r.text(&f.Speech), "said": r.text(&f.Said), "as_of": r.text(&f.AsOf),
		"quote":  func(n ast.Node, path string) { f.Quote = r.quote(n, path) },
		"status": r.text(&f.Status), "by": r.text(&f.By), "grade": r.text(&f.Grade), "note": r.text(&f.Note),
		"read": r.text(&f.Read), "firm": r.boolean(&f.Firm),
	})
	r.need(path, "id", "claim", "measure", "factuality", "source", "speech", "quote")
	return f
}

func (r *reader) value(n ast.Node, path string) *Value {
	var q Value
	r.mapping(n, path, fields{
		"text": r.text(&q.Text), "amount": r.number(&q.Amount), "low": r.number(&q.Low), "high": r.number(&q.High),
		"bound": r.text(&q.Bound), "unit": r.text(&q.Unit), "unit_text": r.text(&q.UnitText), "per": r.text(&q.Per),
		"change": r.text(&q.Change), "of": r.text(&q.Of), "doing": r.text(&q.Doing),
	})
	r.need(path, "text", "bound", "unit")
	return &q
}

func (r *reader) source(n ast.Node, path string) Source {
	var s Source
	r.mapping(n, path, fields{"name": r.text(&s.Name), "kind": r.text(&s.Kind), "text": r.text(&s.Text), "s": r.integer(&s.S)})
	r.need(path, "name", "kind")
	return s
}

func (r *reader) span(n ast.Node, path string) *Span {
	var s Span
	r.mapping(n, path, fields{"text": r.text(&s.Text), "s": r.integer(&s.S)})
	r.need(path, "text", "s")
	return &s
}

func (r *reader) quote(n ast.Node, path string) Quote {
	var q Quote
	r.mapping(n, path, fields{"s": r.integer(&q.S), "start": r.integer(&q.Start), "end": r.integer(&q.End), "exact": r.text(&q.Exact)})
	r.need(path, "s", "exact")
	return q
}

func (r *reader) conflict(n ast.Node, path string) Conflict {
	var c Conflict
	r.mapping(n, path, fields{"kind": r.text(&c.Kind), "facts": r.texts(&c.Facts), "about": r.text(&c.About), "say": r.text(&c.Say)})
	r.need(path, "kind", "facts")
	return c
}
