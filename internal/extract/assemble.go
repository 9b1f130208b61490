package extract

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"sitrep/internal/facts"
)

// A piece is one statement on its way to a fact: a clause of one sentence with
// the frame that attributes it (nil: the report's own voice).
type piece struct {
	clause
	sent    int
	frame   *frame
	outer   *frame // the frame around it, when a named party quotes another
	measure string // empty: to be found from the words
}

// assemble makes the facts of a report: one for each statement, and one for each
// quantity of a statement that has several. Identifiers run in text order. read are
// the frames of the rules, which tell who else thinks what inside a statement.
func assemble(d *document, report string, q []Quantity, a []Attribution, read []frame, dates []Date) []facts.Fact {
	b := &builder{d: d, report: report, read: read, dates: make(map[int][]Date), quotes: d.quotes, bySentence: make(map[int][]Quantity), cast: d.people()}
	for _, one := range q {
		b.bySentence[one.S] = append(b.bySentence[one.S], one)
	}
	for _, one := range dates {
		b.dates[one.S] = append(b.dates[one.S], one)
	}
	frames := framesBySentence(d, a)
	out := make([]facts.Fact, 0, len(d.sentences)+len(q))
	for n := range d.sentences {
		out = b.sentence(out, n, frames[n])
	}
	byStart := func(a, b facts.Fact) int { return a.Quote.Start - b.Quote.Start }
	if !slices.IsSortedFunc(out, byStart) {
		slices.SortStableFunc(out, byStart)
	}
	for i := range out {
		out[i].ID = factID(i + 1)
	}
	return out
}

func factID(n int) string {
	if n < 10 {
		return "F0" + strconv.Itoa(n)
	}
	return "F" + strconv.Itoa(n)
}

// A builder carries what every fact of one report needs.
type builder struct {
	d          *document
	report     string
	dates      map[int][]Date // by sentence
	quotes     []Mark
	bySentence map[int][]Quantity
	cast       *cast
	read       []frame // of the rules
}

// a claim of a frame: its content within one sentence.
type content struct {
	frame *frame
	mark  Mark
}

// framesBySentence lists the contents by the sentences they touch. A cue that only
// the model takes for one gives numbers their speaker and makes no other statement.
func framesBySentence(d *document, a []Attribution) [][]content {
	out := make([][]content, len(d.sentences))
	for _, one := range a {
		if one.frame == nil {
			continue
		}
		first := sort.Search(len(d.sentences), func(n int) bool { return d.sentences[n].End > one.Content.Start })
		uncommon := isUncommon(d.sentences[origin(one.frame).sent].words, origin(one.frame))
		for n := first; n < len(d.sentences) && d.sentences[n].Start < one.Content.End; n++ {
			if v := (view{n, d.sentences[n].words, nil}); uncommon && numberIn(v.ws, wordsIn(v, one.Content)) < 0 {
				continue
			}
			out[n] = append(out[n], content{one.frame, one.Content})
		}
	}
	return out
}

// sentence adds the facts of one sentence to out.
func (b *builder) sentence(out []facts.Fact, n int, contents []content) []facts.Fact {
	s := &b.d.sentences[n]
	v := view{n, s.words, s.in}
	if len(s.words) == 0 {
		return out
	}
	if r, ok := bylineOf(s.words); ok {
		return append(out, b.fact(v, piece{clause: clause{run: r, host: r.from}, sent: n, measure: "byline"}, nil))
	}
	if s.credit {
		return out
	}
	rest := b.bySentence[s.S]
	if len(s.words) > longestSentence {
		return append(out, b.fromList(v, rest)...)
	}
	pieces := piecesOf(v, contents)
	for _, p := range pieces {
		var held, left []Quantity
		for _, q := range rest {
			if holds(v.ws, p.run, q) {
				held = append(held, q)
			} else {
				left = append(left, q)
			}
		}
		rest = left
		if len(held) == 0 {
			out = append(out, b.fact(v, p, nil))
		}
		for i := range held {
			out = append(out, b.fact(v, ofSource(v, p, held[i]), &held[i]))
		}
	}
	for i := range rest {
		if p, ok := around(v, contents, rest[i]); ok {
			out = append(out, b.fact(v, p, &rest[i]))
		}
	}
	return out
}

// ofSource is the piece for a figure that counts its own speakers: "two officials
// declined to comment". They do not say it; who is around them does.
func ofSource(v view, p piece, q Quantity) piece {
	if f := p.frame; f != nil && f.sent == v.n && holds(v.ws, f.source, q) {
		p.frame, p.outer = p.outer, nil
	}
	return p
}

// fromList makes facts of the quantities of a table or list: the words next to
// each are its quote.
func (b *builder) fromList(v view, quantities []Quantity) []facts.Fact {
	const beside = 12
	var out []facts.Fact
	for i := range quantities {
		q := &quantities[i]
		from := sort.Search(len(v.ws), func(k int) bool { return v.ws[k].end > q.Start })
		to := sort.Search(len(v.ws), func(k int) bool { return v.ws[k].start >= q.End })
		r := run{max(from-beside, 0), min(to+beside, len(v.ws))}
		if holds(v.ws, r, *q) {
			out = append(out, b.fact(v, piece{sent: v.n, clause: clause{run: r, host: r.from}}, q))
		}
	}
	return out
}

// around is a piece for a quantity that no clause holds: the source and cue it
// counts in, the content around it, else the whole sentence; each held by who says
// what is around it, else by the report.
func around(v view, contents []content, q Quantity) (piece, bool) {
	p := piece{sent: v.n, clause: clause{run: trimClause(v, run{0, len(v.ws)})}}
	counted, size := false, 0
	for _, c := range contents {
		f := c.frame
		if !f.source.empty() && f.sent == v.n && holds(v.ws, f.source, q) {
			p.run, counted = run{min(f.source.from, f.verb.from), max(f.source.to, f.verb.to)}, true
			continue
		}
		r := trimClause(v, wordsIn(v, c.mark))
		if n := r.to - r.from; speaks(f) && holds(v.ws, r, q) && (size == 0 || n < size) {
			p.frame, size = f, n
			if !counted {
				p.run = r
			}
		}
	}
	if !holds(v.ws, p.run, q) {
		p.run, p.frame = run{0, len(v.ws)}, nil
	}
	p.host = p.from
	return p, holds(v.ws, p.run, q)
}

// holds reports whether the words of r cover the quantity.
func holds(ws []word, r run, q Quantity) bool {
	return r.from >= 0 && r.from < r.to && r.to <= len(ws) && ws[r.from].start <= q.Start && q.End <= ws[r.to-1].end
}

// wordsIn are the words of the sentence inside m.
func wordsIn(v view, m Mark) run {
	from := sort.Search(len(v.ws), func(i int) bool { return v.ws[i].start >= m.Start })
	to := from
	for to < len(v.ws) && v.ws[to].end <= m.End {
		to++
	}
	if from == to {
		return run{len(v.ws), 0}
	}
	return run{from, to}
}

// fact makes the record of one piece, with one quantity or none.
func (b *builder) fact(v view, p piece, q *Quantity) facts.Fact {
	start, end := v.ws[p.from].start, v.ws[p.to-1].end
	s := b.d.sentences[p.sent].S
	f := facts.Fact{
		Report: b.report, Status: facts.StatusCurrent, Read: facts.ReadRules, Firm: true,
		Quote:      facts.Quote{S: s, Start: start, End: end, Exact: b.d.text(start, end)},
		Factuality: factualityOf(v, p.clause, p.frame, q),
		Measure:    measureOf(v, p),
		Speech:     b.speech(p, start, end),
	}
	f.Claim = claimOf(b.d.text(v.ws[p.host].start, end))
	f.Source, f.Via = sourceOf(b.d, p)
	f.Cue = b.cueOf(p)
	f.Place = b.placeOf(v, p)
	f.Said, f.AsOf = b.when(p, start, end, q)
	if q != nil {
		f.Factuality = weaker(f.Factuality, b.believed(p, q))
		f.Value = valueOf(*q)
		f.Firm = q.Firm
		counted := *q
		if !strings.Contains(f.Quote.Exact, counted.Of) {
			counted.Of = ""
		}
		f.Measure = countMeasure(counted, f.Measure, subjectNoun(v.ws, p), objectVerb(v, p, q.Start))
	}
	return f
}

// believed is how sure whoever is quoted inside the statement is of the figure:
// "the mayor said the police believe that 40 houses burned".
func (b *builder) believed(p piece, q *Quantity) string {
	ws := b.d.sentences[p.sent].words
	first := sort.Search(len(b.read), func(k int) bool { return b.read[k].sent >= p.sent })
	for k := first; k < len(b.read) && b.read[k].sent == p.sent; k++ {
		f := &b.read[k]
		if sure := f.cue.factuality; sure != facts.Probable && sure != facts.Possible || f.verb.empty() || f.verb.from < p.from || f.verb.to > p.to || f.gap || f.negated {
			continue
		}
		for _, m := range f.contents {
			if m.Start <= q.Start && q.End <= m.End && ws[f.verb.to-1].end <= q.Start {
				return f.cue.factuality
			}
		}
	}
	return facts.Certain
}

func valueOf(q Quantity) *facts.Value {
	v := &facts.Value{Text: q.Text, Amount: q.Value, Low: q.Low, High: q.High, Bound: q.Bound, Unit: q.Unit, UnitText: q.UnitText, Of: q.Of}
	if q.Per != nil {
		v.Per = *q.Per
	}
	if q.Change != nil {
		v.Change = *q.Change
	}
	if q.Doing != nil {
		v.Doing = *q.Doing
	}
	return v
}
