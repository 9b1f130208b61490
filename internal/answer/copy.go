package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// A Reader reads a text into sentences and facts, as reports are read.
type Reader interface {
	Read(r facts.Report) facts.Document
}

// A Draft is somebody's own text that is to be checked against the reports.
type Draft struct {
	Text    string
	Reports []string // only these reports; empty: every report
	AsOf    string   // EDTF day; reports published later do not exist; empty: no limit
}

// The verdicts on a part of a draft.
const (
	Supported    = "supported"
	HedgeChanged = "hedge changed"      // the number stands there with another hedge or certainty
	WrongHolder  = "wrong holder"       // somebody else says so
	WrongMeasure = "wrong measure"      // the number counts something else
	Outdated     = "superseded"         // its holder has given another figure since
	Contradicted = "contradicted"       // the reports say something else
	NotInReports = "not in the reports" // nothing like it is there
)

// Kinds of parts of a draft.
const (
	PartNumber      = "number"
	PartQuotation   = "quotation"
	PartAttribution = "attribution"
	PartStatement   = "statement" // other words of a sentence that a report has, changed
)

// A Finding is the verdict on one part of a draft. Offsets are code points of the
// draft. Words are those that make the difference; empty when the whole part does.
type Finding struct {
	Kind    string     `json:"kind"`
	Start   int        `json:"start"`
	End     int        `json:"end"`
	Text    string     `json:"text"`
	Verdict string     `json:"verdict"`
	Why     string     `json:"why,omitempty"` // in words; empty when supported
	Words   []TextSpan `json:"words"`
	Cites   []int      `json:"cites"`
}

// A TextSpan is words of a draft, in code points.
type TextSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// A Review is what the reports make of a draft.
type Review struct {
	Supported bool       `json:"supported"` // all of it
	Findings  []Finding  `json:"findings"`
	Citations []Citation `json:"citations"`
}

// A reviewer checks one draft.
type reviewer struct {
	e        *Engine
	draft    Draft
	index    *facts.Index
	passages []*passage
	out      reply // numbers the citations
	findings []Finding
}

// CheckCopy says of every number, quotation and attribution of a draft whether a
// report carries it. It is the gate turned outward. An error means that the store
// failed.
func (e *Engine) CheckCopy(ctx context.Context, reader Reader, d Draft) (Review, error) {
	v := &reviewer{e: e, draft: d, index: facts.NewIndex(d.Text)}
	v.passages = v.read(reader)
	for i, p := range v.passages {
		if !p.claims() {
			continue
		}
		if err := v.find(ctx, p); err != nil {
			return Review{}, err
		}
		v.numbers(i)
		v.quotations(i)
		v.attributions(i)
		v.statement(i)
	}
	slices.SortStableFunc(v.findings, func(a, b Finding) int { return a.Start - b.Start })
	r := Review{Supported: true, Findings: v.findings, Citations: v.out.cites}
	if r.Findings == nil {
		r.Findings = []Finding{}
	}
	if r.Citations == nil {
		r.Citations = []Citation{}
	}
	for _, f := range r.Findings {
		r.Supported = r.Supported && f.Verdict == Supported
	}
	return r, nil
}

// read cuts the draft into passages, a sentence each, with the facts read from it.
func (v *reviewer) read(reader Reader) []*passage {
	doc := reader.Read(facts.Report{ID: "draft", Text: v.draft.Text})
	var out []*passage
	last := 0
	add := func(from, to, s int) {
		a, _ := v.index.Byte(from)
		b, _ := v.index.Byte(to)
		text := v.draft.Text[a:b]
		if strings.TrimSpace(text) == "" {
			return
		}
		p := &passage{at: a, text: text, toks: tokensOf(text)}
		for _, f := range doc.Facts {
			if f.Quote.S == s {
				p.facts = append(p.facts, f)
			}
		}
		out = append(out, p)
	}
	for _, s := range doc.Report.Sentences {
		add(last, s.Start, 0)
		add(s.Start, s.End, s.S)
		last = s.End
	}
	add(last, v.index.Len(), 0)
	return out
}

// find looks for the sentences of the reports that a passage may come from.
func (v *reviewer) find(ctx context.Context, p *passage) error {
	terms := v.e.terms([]string{markerGroups.ReplaceAllString(p.text, "")})
	docs, err := v.e.finder.Find(ctx, Search{Terms: terms, Reports: v.draft.Reports, AsOf: v.draft.AsOf, Limit: candidates})
	if err != nil {
		return fmt.Errorf("answer: find candidates: %w", err)
	}
	c := newCorpus(docs, terms, theLexicon(), v.e.places)
	p.counterparts, p.corpus = p.nearest(c), c
	return nil
}

// finding adds a verdict on bytes [start,end) of a passage. A finding cites the
// sentence that it is about.
func (v *reviewer) finding(p *passage, kind string, start, end int, r ruling) {
	f := Finding{Kind: kind, Start: v.index.CodePoint(p.at + start), End: v.index.CodePoint(p.at + end), Text: p.text[start:end],
		Verdict: r.verdict, Why: r.why, Words: []TextSpan{}, Cites: []int{}}
	for _, t := range r.words {
		f.Words = append(f.Words, TextSpan{v.index.CodePoint(p.at + t.start), v.index.CodePoint(p.at + t.end), p.text[t.start:t.end]})
	}
	if r.by != nil {
		f.Cites = append(f.Cites, v.out.number(r.by.doc, r.by.s))
	}
	if r.newer != nil {
		f.Cites = append(f.Cites, v.out.number(r.newer.doc, r.newer.Quote.S))
	}
	v.findings = append(v.findings, f)
}
