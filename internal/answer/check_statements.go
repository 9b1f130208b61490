package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// statements: what a line with citations says in words, beside its figures, is what a
// cited sentence says, or our own sentence about the reports.
func (c *checker) statements() {
	if len(c.cited) == 0 {
		return
	}
	rest := c.rest()
	if flipped.MatchString(strings.ToLower(rest)) {
		c.fault("negation", strings.TrimSpace(rest))
	}
	rest = strings.ReplaceAll(rest, "(no date given)", strings.Repeat(" ", len("(no date given)")))
	own := ofTheReports.MatchString(strings.ToLower(rest))
	p := &passage{text: rest, toks: tokensOf(rest)}
	s, share := c.closest(p)
	if c.claimed(p) {
		return
	}
	other := &counterpart{text: straight(s.Sentence), items: itemsOf(s)}
	other.toks = tokensOf(other.text)
	d := compare(p, other)
	for _, t := range d.added {
		if !(own && smallWord(t.norm)) && !c.mayAdd(t, own) {
			c.fault("word", t.norm)
		}
	}
	for _, t := range d.moved {
		if !(own && c.asked(t)) && !agent(p, t) && share >= copied {
			c.fault("order", t.norm)
		}
	}
	if share >= copied && len(d.dropped) > 0 && !own {
		c.fault("negation", d.dropped[0].norm)
	}
	for _, t := range d.repeated {
		if !(own && c.asked(t)) && share >= copied {
			c.fault("order", t.norm)
		}
	}
	c.silent(rest)
	c.strongVerbs(p)
	c.quoteHolders(p)
}

// claimed says whether the statement is a cited fact's claim, in its order, with
// nothing but its holder and our own words beside.
func (c *checker) claimed(p *passage) bool {
	for _, s := range c.cited {
		for _, f := range s.Facts {
			other := &counterpart{text: straight(f.Claim), items: []*item{{Fact: f}}}
			other.toks = tokensOf(other.text)
			if d := compare(p, other); f.Claim != "" && len(d.moved)+len(d.dropped)+len(d.repeated) == 0 && !slices.ContainsFunc(d.added, func(t tok) bool {
				return !carriedWords(f, s)[t.norm] || smallWord(t.norm) || commits[t.stem]
			}) && p.matches(other) >= len(other.toks)/2 {
				return true
			}
		}
	}
	return false
}

// matches counts the words that two texts have in order.
func (p *passage) matches(c *counterpart) (n int) {
	for _, j := range align(p.toks, c.toks) {
		if j >= 0 {
			n++
		}
	}
	return n
}

// rest is the line outside its quotations and outside the parts that a figure was
// found to be told in.
func (c *checker) rest() string {
	plain := []byte(c.unquoted(c.text))
	for _, t := range c.told {
		for i := t[0]; i < t[1] && i < len(plain); i++ {
			plain[i] = ' '
		}
	}
	return echoed.ReplaceAllStringFunc(string(plain), func(s string) string { return strings.Repeat(" ", len(s)) })
}

// echoed is how our own words repeat what the asker typed.
var echoed = re(`; (whether )?that is (not )?(more than|about)[^;]*$`)

// ofTheReports are the sentences that we say of the reports ourselves; flipped are these
// turned round, which we never say.
var (
	ofTheReports = re(`\breports? (do|does|has|have|gives?|makes?|calls?|says?|names?|states?|mentions?|reports?)\b|\b(it|they) (do|does|gives?|mentions?|says?)\b|\bg[ai]ve no\b|\bis not mentioned\b|\bno direct quotation\b|\bno confirmation\b|\bnot (as written|exactly|comparable|in the reports?)\b|\bnobody\b|\bwhom the report does not\b|\bno figure\b|\bcounts (these|them) as\b|\beverything else\b|\bpublication date\b|\bno (count|number|date|day|report|such)\b`)
	flipped      = re(`\breports? (do|does) (now )?(say|give|name|mention|place)\b|\bg[ai]ves? (the |a )?(number|count|figure|ceiling|floor|sum)\b|\( ?(the )?date given\)|\baccording to *[.,;]? *$|^ *none reported[ .]*$|\bis not paraphrase\b`)
)

// closest is the cited sentence that holds most of a passage's telling words.
func (c *checker) closest(p *passage) (best Cited, share float64) {
	best = c.cited[0]
	for _, s := range c.cited {
		own, n, all := fieldsOf(s.Sentence), 0.0, 0.0
		for _, t := range p.toks {
			if functionWords[t.norm] || lineWords[t.norm] {
				continue
			}
			all++
			if own[theLexicon().fieldOf(t.norm)] {
				n++
			}
		}
		if all > 0 && n/all > share {
			best, share = s, n/all
		}
	}
	return best, share
}

func itemsOf(s Cited) []*item {
	var out []*item
	for i := range s.Facts {
		out = append(out, &item{Fact: s.Facts[i]})
	}
	return out
}

// mayAdd says whether a word that the closest sentence lacks may stand in a statement:
// a word of our own or the asker's, or one that another cited sentence or fact has.
func (c *checker) mayAdd(t tok, own bool) bool {
	if negative[t.norm] {
		return false
	}
	if besideQuotes[t.norm] {
		return true
	}
	if t.name && !own && !templateWords[t.norm] {
		return c.recordHas(t.norm)
	}
	if turning[t.norm] || counting[t.norm] && !templateWords[t.norm] {
		return c.recordHas(t.norm)
	}
	return templateWords[t.norm] || functionWords[t.norm] && c.recordHas(t.norm) || !functionWords[t.norm] && (c.asked(t) || c.recordHas(t.norm)) || t.number
}

// recordHas says whether the cited record holds a word, or makes it of a verb.
func (c *checker) recordHas(word string) bool {
	for _, s := range c.cited {
		for _, f := range s.Facts {
			if w := carriedWords(f, s); w[word] || w[stem(word)] && !smallWord(word) {
				return true
			}
		}
	}
	words := split(c.record)
	return slices.ContainsFunc(words, func(w string) bool { return w == word || stem(w) == stem(word) && !smallWord(word) })
}

// asked says whether the asker typed a word, or a title has it.
func (c *checker) asked(t tok) bool {
	return slices.ContainsFunc(split(c.ev.Question+" "+strings.Join(c.ev.Titles, " ")), func(w string) bool { return w == t.norm || stem(w) == t.stem })
}

// silent: who is said to give no number holds a cited fact.
func (c *checker) silent(rest string) {
	m := gaveNone.FindStringSubmatchIndex(rest)
	if m == nil || ofTheReports.MatchString(strings.ToLower(rest[:m[2]]+" ")) {
		return
	}
	for _, t := range tokensOf(rest[m[2]:m[3]]) {
		if !slices.ContainsFunc(c.cited, func(s Cited) bool {
			return slices.ContainsFunc(s.Facts, func(f facts.Fact) bool { return holderWord(f, tok{norm: strings.ToLower(t.norm)}) || slight[t.norm] })
		}) {
			c.fault("holder", t.norm)
		}
	}
}

var gaveNone = re(`^[ •]*(\p{Lu}[^.;:]*?) gave no `)

// strongVerbs: a verb that commits a holder to more than saying is the holder's own.
func (c *checker) strongVerbs(p *passage) {
	for i, t := range p.toks {
		if i == 0 || !commits[t.stem] || ofTheReports.MatchString(strings.ToLower(p.text)) || c.asked(t) {
			continue
		}
		if !slices.ContainsFunc(split(c.record), func(w string) bool { return stem(w) == t.stem }) {
			c.fault("holder", t.norm)
		}
	}
}

var commits = stemSet("confirm prove deny guarantee establish know admit verify guess")

// quoteHolders: beside a quotation with a number stands nobody but whose words it is.
func (c *checker) quoteHolders(p *passage) {
	spans := slices.DeleteFunc(slices.Clone(c.spans), func(s [2]int) bool {
		words := c.text[s[0]:s[1]]
		return len(facts.Numerals(words)) == 0 && len(strings.Fields(words)) < 4
	})
	if len(spans) == 0 || len(c.told) > 0 || ofTheReports.MatchString(strings.ToLower(p.text)) {
		return
	}
	words, own := map[string]bool{}, false
	for _, span := range spans {
		holders := c.holdersOf(c.text[span[0]:span[1]])
		own = own || len(holders) == 0
		for _, f := range holders {
			own = own || f.Source.Kind == facts.KindReport || f.Source.Name == ""
			cue := ""
			if f.Cue != nil {
				cue = f.Cue.Text
			}
			for _, w := range split(strings.ToLower(f.Source.Name + " " + f.Source.Text + " " + strings.Join(f.Via, " ") + " " + cue)) {
				words[w], words[stem(w)] = true, true
			}
		}
	}
	for _, t := range p.toks {
		if t.norm == "itself" && !own {
			c.fault("holder", "the report itself")
		}
		if !slight[t.norm] && (!lineWords[t.norm] || t.norm == "reports") && !words[t.norm] && !words[t.stem] && !besideQuotes[t.norm] {
			c.fault("holder", t.norm)
		}
	}
}

// besideQuotes are our own words that may stand beside a quotation.
var besideQuotes = wordSet("still open own words report's none published only nearest statement credit line undated direct quotations said")

// holdersOf are the facts that the words of a quotation carry.
func (c *checker) holdersOf(words string) []facts.Fact {
	var out []facts.Fact
	for _, s := range c.cited {
		if !strings.Contains(straight(s.Sentence), strings.TrimSuffix(words, ".")) {
			continue
		}
		for _, f := range s.Facts {
			if exact := straight(f.Quote.Exact); strings.Contains(exact, words) || strings.Contains(words, exact) {
				out = append(out, f)
			}
		}
		if len(out) == 0 {
			out = append(out, s.Facts...)
		}
	}
	return out
}
