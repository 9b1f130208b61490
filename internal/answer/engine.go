package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// MaxQuestion is the longest question that is read, in code points.
const MaxQuestion = 2000

// candidates is how many documents the engine looks at for one question.
const candidates = 25

// An Engine answers questions. It is safe for use by many goroutines.
type Engine struct {
	finder Finder
	places *facts.Gazetteer
	limits Thresholds
}

// New returns an Engine that answers from what finder finds.
func New(finder Finder, options ...Option) *Engine {
	e := &Engine{finder: finder, places: facts.Places(), limits: DefaultThresholds()}
	for _, set := range options {
		set(e)
	}
	return e
}

// Answer answers one question. A question that cannot be read gets an answer that
// says so in a sentence; an error means that the store failed. TookMS is left 0
// for the caller, who has the clock.
func (e *Engine) Answer(ctx context.Context, question Question) (Answer, error) {
	text := strings.TrimSpace(strings.Join(strings.Fields(straightKeep(question.Text)), " "))
	switch {
	case text == "":
		return plain(question.ID, Clarify, "Please ask a question, for example: how many troops?"), nil
	case utf8.RuneCountInString(text) > MaxQuestion:
		return plain(question.ID, Clarify, fmt.Sprintf("That question is too long to read: at most %d characters, please.", MaxQuestion)), nil
	}
	terms := e.terms(append(slices.Clone(question.Thread), text))
	docs, err := e.finder.Find(ctx, Search{Terms: terms, Reports: question.Reports, AsOf: question.AsOf, Limit: candidates,
		Whole: newsAsked.MatchString(normal(text))}) // what is new is told by all that was known
	if err != nil {
		return Answer{}, fmt.Errorf("answer: find candidates: %w", err)
	}
	corpus := newCorpus(docs, terms, theLexicon(), e.places)
	corpus.limits, corpus.asOf, corpus.fresh = e.limits, question.AsOf, question.Fresh
	p := &parser{lex: theLexicon(), places: e.places, corpus: corpus, asking: corpus.asking(question.AsOf)}
	var earlier *query
	for _, t := range question.Thread {
		if t = strings.TrimSpace(straightKeep(t)); t != "" && utf8.RuneCountInString(t) <= MaxQuestion {
			earlier = p.parse(t, earlier)
		}
	}
	var r *reply
	for _, part := range asks(text) {
		q := p.parse(part, earlier)
		q.asOf = question.AsOf
		next := decide(corpus, q)
		if earlier = q; r == nil {
			r = next
			continue
		}
		r.join(next)
		r.q = q // the gate sees all that was asked
	}
	a := r.finish(question.ID)
	if question.Why {
		a.Trace = r.explain(question, docs, a)
	}
	return a, nil
}

// straightKeep drops control characters but keeps the asker's own marks.
func straightKeep(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, text)
}

// plain is an answer of our own words only.
func plain(id, behaviour, text string) Answer {
	return Answer{ID: id, Behaviour: behaviour, Text: text, Figures: []Figure{}, Citations: []Citation{}, Contradictions: []Contradiction{},
		Lines: []Line{{Role: RoleLead, Text: text}}}
}

// finish takes the drafted lines through the gate and makes the answer of those
// that pass.
func (r *reply) finish(id string) Answer {
	a := Answer{ID: id, Behaviour: r.behaviour, Figures: []Figure{}, Citations: []Citation{}, Contradictions: []Contradiction{}}
	ev := r.seen()
	keep := map[int]bool{}
	for _, d := range r.lines {
		if faults := Check(d.Text, ev); len(faults) > 0 {
			a.Withheld++
			a.Why = append(a.Why, fmt.Sprintf("%s: %v", d.Text, faults))
			continue
		}
		a.Lines = append(a.Lines, d.Line)
		for _, f := range d.figures {
			keep[f] = true
		}
	}
	if a.Withheld > 0 {
		a.Lines = append(a.Lines, Line{Role: RoleNote, Text: "Part of this answer was withheld: it did not pass the check against its sentences."})
	}
	if r.behaviour != Abstain && r.behaviour != Clarify && r.behaviour != Scope {
		for i, f := range r.figures {
			if keep[i] {
				a.Figures = append(a.Figures, f)
			}
		}
	}
	a.Contradictions = r.contradictions()
	a.Citations = r.cites
	a.renumber()
	a.Text = joined(a.Lines)
	a.remember(r)
	return a
}

// seen is what the gate may see of this reply.
func (r *reply) seen() Evidence {
	ev := Evidence{Question: r.q.raw}
	for e := r.q.earlier; e != nil; e = e.earlier {
		ev.Question += "\n" + e.raw
	}
	for _, d := range r.c.docs {
		ev.Titles = append(ev.Titles, d.Title)
		ev.Days = append(ev.Days, d.Published)
	}
	for _, f := range r.figures {
		ev.Counted = append(ev.Counted, f.Of)
	}
	for _, c := range r.cites {
		cited := Cited{N: c.N, Sentence: c.Exact, Day: deref(c.Published)}
		for _, it := range r.c.items {
			if it.doc.ID == c.Report && (it.Quote.S == c.S || it.Source.S == c.S) {
				cited.Facts = append(cited.Facts, it.Fact)
			}
		}
		ev.Cited = append(ev.Cited, cited)
	}
	return ev
}

// joined is the text of lines: one a line, a bullet before each figure.
func joined(lines []Line) string {
	var out []string
	for _, l := range lines {
		if l.Role == RoleFigure {
			out = append(out, "• "+l.Text)
		} else {
			out = append(out, l.Text)
		}
	}
	return strings.Join(out, "\n")
}

// contradictions pairs what is shown: what a person noted as contradicting, a denial
// with a certain statement about the same place and subject, and figures that cannot
// both be true.
func (r *reply) contradictions() []Contradiction {
	out := []Contradiction{}
	known := map[string]bool{}
	pair := func(a, b *item, kind, about string) {
		if known[a.ref()+b.ref()] || known[b.ref()+a.ref()] {
			return
		}
		known[a.ref()+b.ref()] = true
		out = append(out, Contradiction{Facts: []string{a.ref(), b.ref()}, Kind: kind, About: about})
	}
	for i, a := range r.shown {
		for _, b := range r.shown[i+1:] {
			if about, ok := noted(a, b); ok {
				pair(a, b, facts.ConflictContradiction, about)
			} else if denied(a, b) || denied(b, a) {
				pair(a, b, facts.ConflictContradiction, capital(a.claim()))
			} else if kind := clash(a, b); kind != "" {
				pair(a, b, kind, capital(a.claim()))
			}
		}
	}
	return out
}

// noted returns what a person wrote about two facts that contradict each other.
func noted(a, b *item) (about string, ok bool) {
	if a.doc != b.doc {
		return "", false
	}
	for _, c := range a.doc.conflicts {
		if c.Kind == facts.ConflictContradiction && slices.Contains(c.Facts, a.ID) && slices.Contains(c.Facts, b.ID) {
			return c.About, true
		}
	}
	return "", false
}

// denied says whether b denies what a states as certain.
func denied(a, b *item) bool {
	return b.Factuality == facts.CertainlyNot && a.Factuality == facts.Certain && a.Source.Kind != facts.KindReport &&
		a.Source.Name != b.Source.Name && sameSubject(a, b)
}

// sameSubject says whether two statements name the same place and at least two
// things in common.
func sameSubject(a, b *item) bool {
	shared := 0
	for f := range a.fields {
		if b.fields[f] && !functionWords[f] {
			shared++
		}
	}
	for p := range a.places {
		if b.places[p] {
			return shared >= 2
		}
	}
	return false
}
