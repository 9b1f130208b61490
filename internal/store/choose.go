package store

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

const (
	// maxTerms is how many words of a conversation are looked for.
	maxTerms = 60
	// postings is the document-frequency cap: how many reports one search looks at,
	// rarest terms first.
	postings = 3000
	// looked is how many of those are looked at sentence by sentence.
	looked = 100
	// perReport and overall bound the sentences whose facts are handed over.
	perReport = 12
	overall   = 120
)

// A chooser picks reports and sentences by where terms stand in what a search
// allows. Nothing else counts, so that every store with the same reports in scope
// chooses the same.
type chooser struct {
	known  *catalogue
	rows   [][]placesRow // of each term
	in     []reportSet   // in which reports each term stands
	number []int         // in how many
	weight []float64
}

// A ranked is a report with what its terms weigh.
type ranked struct {
	seq   int64
	score float64
	hits  []hit // by sentence
}

// A hit is a sentence with the terms that stand in it, as bits.
type hit struct {
	s      int32
	terms  uint64
	figure bool
}

func newChooser(known *catalogue, rows [][]placesRow) *chooser {
	c := &chooser{known: known, rows: rows}
	for _, list := range rows {
		in := c.none()
		for _, row := range list {
			row.eachReport(func(report int64, _ []byte) {
				if _, ok := known.has(report); ok {
					in.add(report)
				}
			})
		}
		n := in.count()
		c.in, c.number = append(c.in, in), append(c.number, n)
		c.weight = append(c.weight, math.Log1p(float64(known.count)/float64(max(n, 1))))
	}
	return c
}

// none is the empty set.
func (c *chooser) none() reportSet { return make(reportSet, (len(c.known.list)+63)/64) }

// rarest returns the terms that stand anywhere, rarest first.
func (c *chooser) rarest() []int {
	var order []int
	for i, n := range c.number {
		if n > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(c.number[a], c.number[b]) })
	return order
}

// reports returns the best reports: those in which the rarest terms stand, while
// the cap lasts, by the weight of all their terms and of those of their best
// sentence. Equals of the last one come as well.
func (c *chooser) reports(limit int) []ranked {
	order := c.rarest()
	fresh, found, walked := c.none(), 0, 0
	for _, term := range order {
		if walked > 0 && walked+c.number[term] > postings && found >= limit {
			break
		}
		walked += c.number[term]
		for i, word := range c.in[term] {
			fresh[i] |= word
		}
		found = fresh.count()
	}
	list := make([]ranked, 0, found)
	fresh.each(func(report int64) {
		r := ranked{seq: report}
		for _, term := range order {
			if c.in[term].has(report) {
				r.score += c.weight[term]
			}
		}
		list = append(list, r)
	})
	list = c.cut(list, max(looked, limit))
	c.locate(list)
	for i := range list {
		list[i].score += c.best(list[i])
	}
	return c.cut(list, limit)
}

// cut keeps the best: by score, then newest, and those that equal the last, within
// reason.
func (c *chooser) cut(list []ranked, limit int) []ranked {
	day := func(r ranked) int32 { l, _ := c.known.has(r.seq); return l.day }
	compare := func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(day(b), day(a)), cmp.Compare(a.seq, b.seq))
	}
	most := 4 * limit
	best := make([]ranked, 0, min(most+1, len(list)+1))
	for _, r := range list {
		if len(best) == most && compare(r, best[most-1]) > 0 {
			continue
		}
		i, _ := slices.BinarySearchFunc(best, r, compare)
		best = slices.Insert(best, i, r)
		best = best[:min(len(best), most)]
	}
	n := min(limit, len(best))
	for n > 0 && n < len(best) && best[n].score == best[n-1].score && day(best[n]) == day(best[n-1]) {
		n++
	}
	return best[:n]
}

// locate finds where the terms stand in each of the reports.
func (c *chooser) locate(list []ranked) {
	at, wanted := make(map[int64]int, len(list)), c.none()
	for i, r := range list {
		at[r.seq] = i
		wanted.add(r.seq)
	}
	for term, rows := range c.rows {
		for _, row := range rows {
			row.eachReport(func(report int64, steps []byte) {
				if report >= int64(len(c.known.list)) || !wanted.has(report) {
					return
				}
				r := &list[at[report]]
				eachPlace(steps, func(s int32, figure bool) { r.hits = append(r.hits, hit{s, 1 << term, figure}) })
			})
		}
	}
	for i := range list {
		hits := list[i].hits
		slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.s, b.s) })
		n := 0
		for _, h := range hits {
			if n > 0 && hits[n-1].s == h.s {
				hits[n-1].terms |= h.terms
				continue
			}
			hits[n] = h
			n++
		}
		list[i].hits = hits[:n]
	}
}

// weigh is the weight of the terms in a set of bits.
func (c *chooser) weigh(terms uint64) float64 {
	sum := 0.0
	for terms != 0 {
		sum += c.weight[bits.TrailingZeros64(terms)]
		terms &= terms - 1
	}
	return sum
}

// What a sentence inherits: the terms of the headline count in full, those of its
// neighbours and of the first two sentences by half.
const inherited = 0.5

// title and lead are the terms that all sentences of a report inherit.
func (r ranked) title() uint64 {
	if len(r.hits) > 0 && r.hits[0].s == 0 {
		return r.hits[0].terms
	}
	return 0
}

// best is the weight of the best sentence of a report.
func (c *chooser) best(r ranked) float64 {
	title, most := r.title(), 0.0
	for _, h := range r.hits {
		if h.s == 0 {
			continue
		}
		score := c.weigh(h.terms | title)
		if h.figure {
			score *= 1.2
		}
		most = max(most, score)
	}
	return most
}

// A passage is a sentence to be handed over; facts says whether with its facts.
type passage struct {
	report, s int
	score     float64
}

// passages chooses the sentences of each report: those that hold terms, or stand
// beside such, best first while the bounds last.
func (c *chooser) passages(list []headed) [][]int32 {
	var all []passage
	for i, r := range list {
		own := c.sentences(i, r.ranked)
		all = append(all, own[:min(len(own), perReport)]...)
	}
	slices.SortStableFunc(all, func(a, b passage) int { return cmp.Compare(b.score, a.score) })
	out := make([][]int32, len(list))
	for _, p := range all[:min(len(all), overall)] {
		out[p.report] = append(out[p.report], int32(p.s))
	}
	for i := range out {
		slices.Sort(out[i])
	}
	return out
}

// sentences are those of one report that hold terms or stand beside such, best first.
func (c *chooser) sentences(report int, r ranked) []passage {
	l, _ := c.known.has(r.seq)
	last := int(l.sentences)
	own, figure := map[int]uint64{}, map[int]bool{}
	for _, h := range r.hits {
		own[int(h.s)], figure[int(h.s)] = h.terms, h.figure
	}
	delete(own, 0)
	score := map[int]float64{}
	for s := range own {
		for _, n := range []int{s - 1, s, s + 1} {
			if _, done := score[n]; done || n < 1 || n > last {
				continue
			}
			value := c.weigh(own[n]) + inherited*c.weigh((own[n-1]|own[n+1])&^own[n])
			if own[n] != 0 && !figure[n] {
				value *= 0.6
			}
			score[n] = value
		}
	}
	var out []passage
	title := c.weigh(r.title())
	for s, value := range score {
		out = append(out, passage{report, s, value + title})
	}
	slices.SortFunc(out, func(a, b passage) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.s, b.s)) })
	return out
}

// counts are the numbers of sentences of a report in which each term stands.
func (c *chooser) counts(r ranked) []int {
	out := make([]int, len(c.rows))
	for _, h := range r.hits {
		for terms := h.terms; terms != 0 && h.s > 0; terms &= terms - 1 {
			out[bits.TrailingZeros64(terms)]++
		}
	}
	return out
}
