package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// A ruling is a verdict with its reasons.
type ruling struct {
	verdict string
	why     string
	words   []tok // of the passage
	by      *counterpart
	newer   *item // what superseded it
}

// copied is the share of a passage's telling words from which on it is held to the
// sentence word by word: below, it is told in the writer's own words.
const copied = 0.6

// A difference is what sets a passage apart from a sentence of a report.
type difference struct {
	added    []tok // telling words that the sentence lacks
	moved    []tok // names that stand in another order
	dropped  []tok // words of the sentence that turn its sense, left out
	repeated []tok // names that the sentence has fewer times
	shifted  []tok // other telling words that stand in another order
	skipped  []tok // names of the sentence left out between two words of the passage
}

// compare aligns a passage with a sentence.
func compare(p *passage, c *counterpart) difference {
	toks := p.outside(c)
	pairs := align(toks, c.toks)
	var d difference
	first, last := -1, -1
	matched := map[int]bool{}
	for i, t := range toks {
		j := pairs[i]
		if j >= 0 {
			matched[j] = true
			if first < 0 {
				first = j
			}
			last = j
			continue
		}
		if !t.tells || lineWords[t.norm] && !turning[t.norm] || plainSaying[t.stem] || p.ownWord(t) {
			continue
		}
		switch elsewhere := slices.IndexFunc(c.toks, func(o tok) bool { return o.stem == t.stem && o.number == t.number }); {
		case elsewhere < 0 && !c.around(t) && !c.holder(t) && !c.denies(t, matched):
			d.added = append(d.added, t)
		case elsewhere >= 0 && t.name && !t.number && !c.holder(t) && !sameRole(toks, i, c.toks, t):
			d.moved = append(d.moved, t)
			if !slices.ContainsFunc(c.toks, func(o tok) bool { return o.stem == t.stem && !taken(pairs, c.toks, o) }) {
				d.repeated = append(d.repeated, t)
			}
		case elsewhere >= 0 && (turning[t.norm] || hedging[t.norm] || counting[t.norm]):
			d.added = append(d.added, t)
		case elsewhere >= 0 && !functionWords[t.norm] && !c.holder(t) && !sameNeighbour(toks, i, c.toks, elsewhere):
			d.shifted = append(d.shifted, t)
		}
	}
	d.leftOut(c, matched, first, last)
	return d
}

// taken says whether a word of the sentence has a partner.
func taken(pairs []int, toks []tok, o tok) bool {
	return slices.ContainsFunc(pairs, func(j int) bool { return j >= 0 && toks[j].start == o.start })
}

// leftOut notes the words between the first and the last common one that are missing.
func (d *difference) leftOut(c *counterpart, matched map[int]bool, first, last int) {
	for j := max(first, 0); j <= last; j++ {
		if t := c.toks[j]; !matched[j] && (turning[t.norm] || forecast[t.norm] || counting[t.norm] || refusing[t.stem]) && !c.inValue(t) && between(matched, j) {
			d.dropped = append(d.dropped, t)
		} else if !matched[j] && t.name && j > 0 && !c.holder(t) && between(matched, j) && !slight[t.norm] {
			d.skipped = append(d.skipped, t)
		}
	}
}

// gap is the longest run of words left out in which one that turns the sense is missed.
const gap = 3

// denies says whether a word of denial has another in the sentence to answer to: "none
// reported" for "no boat has been reported".
func (c *counterpart) denies(t tok, matched map[int]bool) bool {
	if !negative[t.norm] {
		return false
	}
	for j, o := range c.toks {
		if negative[o.norm] && !matched[j] {
			matched[j] = true
			return true
		}
	}
	return false
}

// between says whether word j was left out of a run that both texts have else.
func between(matched map[int]bool, j int) bool {
	from, to := j, j
	for !matched[from] && from > 0 {
		from--
	}
	for !matched[to] && to < j+gap+1 {
		to++
	}
	return matched[to] && to-from <= gap+1
}

// inValue says whether a word belongs to a value, whose hedge is judged by itself.
func (c *counterpart) inValue(t tok) bool {
	return slices.ContainsFunc(c.items, func(it *item) bool {
		if it.Value == nil {
			return false
		}
		at := strings.Index(c.text, it.Value.Text)
		return at >= 0 && t.start >= at && t.end <= at+len(it.Value.Text)
	})
}

// sameNeighbour says whether one of the words around a[i] stands around b[j] too: then a
// phrase was moved, and not a name put in another's place.
func sameNeighbour(a []tok, i int, b []tok, j int) bool {
	return i > 0 && j > 0 && equalTok(a[i-1], b[j-1]) || i+1 < len(a) && j+1 < len(b) && equalTok(a[i+1], b[j+1])
}

// outside are the words of the passage that do not stand in a quotation of the sentence.
func (p *passage) outside(c *counterpart) []tok {
	spans := p.verbatim(c)
	return slices.DeleteFunc(slices.Clone(p.toks), func(t tok) bool {
		return slices.ContainsFunc(spans, func(s [2]int) bool { return t.start >= s[0] && t.end <= s[1] })
	})
}

// verbatim are the passage's quotations that stand in the sentence, in bytes.
func (p *passage) verbatim(c *counterpart) [][2]int {
	var out [][2]int
	for _, s := range quoteByteSpans(p.text) {
		if strings.Contains(plainMarks(c.text), strings.TrimRight(plainMarks(p.text[s[0]:s[1]]), ".,")) {
			out = append(out, s)
		}
	}
	return out
}

// quotes says whether a number stands in a quotation of the sentence.
func (p *passage) quotes(c *counterpart, n facts.Numeral) bool {
	return slices.ContainsFunc(p.verbatim(c), func(s [2]int) bool { return n.Start >= s[0] && n.End <= s[1] })
}

// repeats says whether a number stands in a quotation of the sentence too.
func (p *passage) repeats(c *counterpart, n facts.Numeral) bool {
	return slices.ContainsFunc(p.numerals(), func(o facts.Numeral) bool { return o.Value == n.Value && o.Start != n.Start && p.quotes(c, o) })
}

// ownWord says whether the word belongs to a bare numeral, which is judged by itself.
func (p *passage) ownWord(t tok) bool {
	return slices.ContainsFunc(p.numerals(), func(n facts.Numeral) bool { return t.start >= n.Start && t.end <= n.End })
}

// around says whether a word stands in the report's title or in the sentences beside:
// a writer may take a name from there.
func (c *counterpart) around(t tok) bool {
	if c.doc == nil || !t.name || functionWords[t.norm] || t.number {
		return false
	}
	field := theLexicon().fieldOf(t.norm)
	at := slices.IndexFunc(c.doc.Sentences, func(s facts.Sentence) bool { return s.S == c.s })
	near := []wordFields{c.doc.title}
	for i := max(0, at-1); i <= at+1 && i < len(c.doc.words); i++ {
		near = append(near, c.doc.words[i])
	}
	return slices.ContainsFunc(near, func(f wordFields) bool { return f[field] })
}

// holder says whether a word is of the name of somebody who speaks in the sentence.
func (c *counterpart) holder(t tok) bool {
	return slices.ContainsFunc(c.items, func(it *item) bool {
		return slices.Contains(split(it.Source.Name+" "+it.Source.Text+" "+strings.Join(it.Via, " ")), t.norm)
	})
}

// align pairs the words of a with those of b in order, as many as can be; -1 where a
// word has no partner.
func align(a, b []tok) []int {
	best := make([][]int, len(a)+1)
	for i := range best {
		best[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if equalTok(a[i], b[j]) {
				best[i][j] = max(best[i][j], best[i+1][j+1]+1)
			}
		}
	}
	out := make([]int, len(a))
	for i, j := 0, 0; i < len(a); i++ {
		out[i] = -1
		for k := j; k < len(b); k++ {
			if equalTok(a[i], b[k]) && best[i][j] == best[i+1][k+1]+1 {
				out[i], j = k, k+1
				break
			}
		}
	}
	return out
}

func equalTok(a, b tok) bool {
	return a.norm == b.norm || !a.number && !turning[a.norm] && a.stem == b.stem
}

// besideNumber is how many words on either side of a number belong to it in every case.
const besideNumber = 3

// near keeps of a difference what concerns the number itself: the words beside it,
// and names anywhere.
func (d difference) near(p *passage, n facts.Numeral) difference {
	first, last := 0, len(p.toks)
	for i, t := range p.toks {
		if t.end <= n.Start {
			first = i - besideNumber + 1
		}
		if t.start >= n.End {
			last = i + besideNumber
			break
		}
	}
	keep := func(list []tok) (out []tok) {
		for i, t := range p.toks {
			if (i >= first && i < last || t.name && i > 0) && slices.Contains(list, t) {
				out = append(out, t)
			}
		}
		return out
	}
	return difference{added: keep(d.added), moved: keep(d.moved)}
}

// without leaves out what stands in a phrase of the report as it is there.
func (d difference) without(p *passage, phrase string) difference {
	lower := strings.ToLower(p.text)
	at := index(lower, strings.ToLower(straight(phrase)), 0)
	if at < 0 {
		return d
	}
	inside := func(t tok) bool { return t.start >= at && t.end <= at+len(phrase) }
	d.moved, d.shifted, d.added = slices.DeleteFunc(d.moved, inside), slices.DeleteFunc(d.shifted, inside), slices.DeleteFunc(d.added, inside)
	return d
}

// rule turns a difference into a verdict; ok is false when there is none.
func (d difference) rule() (r ruling, ok bool) {
	for _, t := range slices.Concat(d.added, d.dropped) {
		if negative[t.norm] || refusing[t.stem] {
			r = ruling{verdict: Contradicted, why: "the report does not say so: “" + t.norm + "” makes it the opposite", words: d.added}
			return r, true
		}
	}
	switch {
	case len(d.dropped) > 0:
		return ruling{verdict: HedgeChanged, why: "the report says “" + d.dropped[0].norm + "”"}, true
	case slices.ContainsFunc(d.added, func(t tok) bool {
		return turning[t.norm] || hedging[t.norm] || reportingVerbs[t.stem] || forecast[t.norm]
	}):
		return ruling{verdict: HedgeChanged, why: "the report does not say “" + texts(d.added) + "”", words: d.added}, true
	case len(d.added) > 0:
		return ruling{verdict: WrongMeasure, why: "the report does not say “" + texts(d.added) + "” of it", words: d.added}, true
	case len(d.moved) > 0:
		return ruling{verdict: WrongMeasure, why: "the report has “" + texts(d.moved) + "” in another place", words: d.moved}, true
	}
	return r, false
}

func texts(toks []tok) string {
	var out []string
	for _, t := range toks {
		out = append(out, t.norm)
	}
	return strings.Join(out, " … ")
}

var (
	negative = wordSet("no not never none without nobody nothing neither nor")
	// plainSaying are verbs that say no more than that something was said.
	plainSaying = stemSet("say said tell told report announce state add note write wrote according")
	refusing    = stemSet("deny refuse reject false dismiss")
	counting    = wordSet("new another additional further other extra each every total")
	forecast    = wordSet("expected projected planned likely possibly believed thought suspected claimed will reportedly allegedly alleged confirmed estimated potential preliminary")
)
