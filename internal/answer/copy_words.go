package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// holder compares who says so in the draft with who says so in the report; ok is
// false when there is nothing wrong.
func (v *reviewer) holder(at int, ours *facts.Fact, theirs *item, c *counterpart) (ruling, bool) {
	if theirs == nil {
		return ruling{}, false
	}
	if theirs.Source.Kind != facts.KindReport && theirs.Source.Name != "" {
		if v.attributed(at, ours, theirs.Source) {
			return ruling{}, false
		}
		return ruling{verdict: WrongHolder, why: "the report has it from " + theirs.Source.Name}, true
	}
	if ours == nil || ours.Source.Kind == facts.KindReport || ours.Source.Text == "" {
		return ruling{}, false
	}
	own := split(c.text + " " + c.doc.Title)
	for _, w := range split(ours.Source.Text) {
		if !functionWords[w] && !slices.Contains(own, w) {
			return ruling{verdict: WrongHolder, why: "the report gives it in its own voice, not as from " + ours.Source.Text}, true
		}
	}
	return ruling{}, false
}

// attributed says whether a statement of the draft is given to a holder. Where the
// passage names nobody of its own, the one beside may.
func (v *reviewer) attributed(at int, ours *facts.Fact, src facts.Source) bool {
	if ours == nil || ours.Source.Text == "" || ours.Source.Kind == facts.KindReport || pronouns.MatchString(strings.ToLower(ours.Source.Text)) {
		return v.names(at, src)
	}
	if sameVoice(ours.Source, src) {
		return true
	}
	own := &reviewer{passages: v.passages[at : at+1]}
	return own.names(0, src) && !sameWhole(ours.Source, v.passages[at], src)
}

// sameVoice says whether two names may be of one holder: a surname, or all telling
// words of the shorter name, stand in the other.
func sameVoice(a, b facts.Source) bool {
	x, y := split(a.Name+" "+a.Text), split(b.Name+" "+b.Text)
	if s := strings.ToLower(surname(b)); s != "" && slices.Contains(x, s) {
		return true
	}
	within := func(some, all []string) bool {
		found := false
		for _, w := range some {
			if functionWords[w] {
				continue
			}
			if found = slices.Contains(all, w); !found {
				return false
			}
		}
		return found
	}
	return within(split(a.Text), y) || within(split(person(b.Name)), x)
}

// sameWhole says whether the passage has the holder only beside the source that it
// names: "X said, of Y". Then Y says nothing.
func sameWhole(source facts.Source, p *passage, src facts.Source) bool {
	return strings.Contains(p.text, source.Text) && !strings.Contains(source.Text, person(src.Name)) && !saidBy(p.text, person(src.Name))
}

// saidBy says whether a name stands at a verb of saying or behind "according to".
func saidBy(text, name string) bool {
	at := strings.Index(text, name)
	if at < 0 {
		return false
	}
	near := append(lastWords(text[:at], 3), firstWords(text[at+len(name):], 3)...)
	return slices.ContainsFunc(near, func(w string) bool { return reportingVerbs[stem(w)] || w == "according" || w == "estimates" })
}

func firstWords(text string, n int) []string {
	w := split(text)
	return w[:min(n, len(w))]
}

// names says whether a passage, or the one before or behind it, names a holder.
func (v *reviewer) names(at int, src facts.Source) bool {
	for i := max(0, at-1); i <= at+1 && i < len(v.passages); i++ {
		p := v.passages[i]
		if s := surname(src); s != "" && strings.Contains(p.text, s) {
			return true
		}
		if p.holds(person(src.Name)) || src.Text != "" && !pronouns.MatchString(strings.ToLower(src.Text)) && p.holds(src.Text) {
			return true
		}
	}
	return false
}

// holds says whether all telling words of a name stand in the passage.
func (p *passage) holds(name string) bool {
	some := false
	for _, w := range split(name) {
		if functionWords[w] {
			continue
		}
		some = true
		if !slices.ContainsFunc(p.toks, func(t tok) bool { return t.norm == w || t.stem == stem(w) }) {
			return false
		}
	}
	return some
}

// quotations rules on what stands between quotation marks: it must be verbatim.
func (v *reviewer) quotations(at int) {
	p := v.passages[at]
	plain := plainMarks(p.text)
	for _, span := range quoteByteSpans(p.text) {
		words := strings.TrimRight(strings.Join(strings.Fields(plainMarks(p.text[span[0]:span[1]])), " "), ".,")
		if len(strings.Fields(words)) < 2 && !strings.Contains(plain, words) {
			continue
		}
		v.finding(p, PartQuotation, span[0], span[1], v.quotation(at, words))
	}
}

// quoteByteSpans are the bytes between pairs of quotation marks, curly or straight.
func quoteByteSpans(text string) [][2]int {
	var out [][2]int
	for _, at := range inQuotes.FindAllStringIndex(text, -1) {
		open := strings.IndexAny(text[at[0]:], "“\"")
		size := len("“")
		if text[at[0]+open] == '"' {
			size = 1
		}
		out = append(out, [2]int{at[0] + size, at[1] - size})
	}
	return out
}

func (v *reviewer) quotation(at int, words string) ruling {
	p := v.passages[at]
	for _, d := range p.corpus.docs {
		for _, s := range d.Sentences {
			text := strings.Join(strings.Fields(plainMarks(d.text(s.S))), " ")
			if s.S == 0 || !strings.Contains(text, words) {
				continue
			}
			c := &counterpart{doc: d, s: s.S, text: d.text(s.S)}
			for _, it := range p.corpus.items {
				if it.doc != d || it.Quote.S != s.S || it.Source.Kind == facts.KindReport || !strings.Contains(plainMarks(it.Quote.Exact), words) {
					continue
				}
				if !v.names(at, it.Source) {
					return ruling{verdict: WrongHolder, why: "the report has these words from " + it.Source.Name, by: c}
				}
			}
			return ruling{verdict: Supported, by: c}
		}
	}
	r := ruling{verdict: NotInReports, why: "no loaded report has these words"}
	if len(p.counterparts) > 0 && p.counterparts[0].share >= copied {
		r.why, r.by = "not word for word: see the sentence", p.counterparts[0]
		r.words = compare(p, r.by).added
	}
	return r
}

// attributions rules on who is said to say what, where the passage names a source.
func (v *reviewer) attributions(at int) {
	p := v.passages[at]
	seen := map[string]bool{}
	for i, f := range p.facts {
		if f.Source.Kind == facts.KindReport || f.Source.Text == "" || seen[f.Source.Text] {
			continue
		}
		start := strings.Index(p.text, f.Source.Text)
		if start < 0 {
			continue
		}
		seen[f.Source.Text] = true
		v.finding(p, PartAttribution, start, start+len(f.Source.Text), v.attribution(at, &p.facts[i]))
	}
}

func (v *reviewer) attribution(at int, f *facts.Fact) ruling {
	p := v.passages[at]
	var other *ruling
	for _, c := range p.counterparts {
		if c.share < copied && len(p.numerals()) == 0 {
			break
		}
		if c.same {
			return ruling{verdict: Supported, by: c}
		}
		for _, it := range c.items {
			if it.Source.Kind == facts.KindReport || f.Value != nil && (it.Value == nil || !sameAmounts(f.Value, it.Value)) {
				continue
			}
			if v.attributed(at, f, it.Source) {
				return verbs(f, it, c)
			}
			if other == nil {
				other = &ruling{verdict: WrongHolder, why: "the report has it from " + it.Source.Name, by: c}
			}
		}
	}
	if other != nil {
		return *other
	}
	if len(p.counterparts) > 0 && p.counterparts[0].share >= copied {
		if c := p.counterparts[0]; p.namedIn(f.Source.Text, c) {
			return ruling{verdict: Supported, by: c}
		}
		return ruling{verdict: WrongHolder, why: "the report gives it in its own voice", by: p.counterparts[0]}
	}
	return ruling{verdict: NotInReports, why: "no loaded report has this from anybody"}
}

// namedIn says whether the words of a source stand in the sentence or its title.
func (p *passage) namedIn(source string, c *counterpart) bool {
	own := split(c.text + " " + c.doc.Title)
	for _, w := range split(source) {
		if !functionWords[w] && !slices.Contains(own, w) {
			return false
		}
	}
	return true
}

// verbs compares the verbs of saying: a denial is no statement.
func verbs(f *facts.Fact, it *item, c *counterpart) ruling {
	switch no, theirs := f.Factuality == facts.CertainlyNot, it.Factuality == facts.CertainlyNot; {
	case no != theirs && f.Cue != nil && it.Cue != nil && (refusing[stem(f.Cue.Text)] || refusing[stem(it.Cue.Text)]):
		return ruling{verdict: Contradicted, why: "the report says “" + it.Cue.Text + "”", by: c}
	case f.Cue != nil && it.Cue != nil && firmness[f.Factuality] > firmness[it.Factuality]:
		return ruling{verdict: HedgeChanged, why: "the report says “" + it.Cue.Text + "”", by: c}
	}
	return ruling{verdict: Supported, by: c}
}

func sameAmounts(a, b *facts.Value) bool {
	same := func(x, y *float64) bool { return (x == nil) == (y == nil) && (x == nil || *x == *y) }
	return same(a.Amount, b.Amount) && same(a.Low, b.Low) && same(a.High, b.High)
}

// statement rules on a sentence that a report has with other words, where no number,
// quotation or attribution of it was found wrong.
func (v *reviewer) statement(at int) {
	p := v.passages[at]
	if len(p.counterparts) == 0 {
		return
	}
	from, to := v.index.CodePoint(p.at), v.index.CodePoint(p.at+len(p.text))
	for _, f := range v.findings {
		if f.Start >= from && f.End <= to && f.Verdict != Supported {
			return
		}
	}
	c := p.counterparts[0]
	if c.share < nearlyAll || c.same {
		return
	}
	for _, other := range p.counterparts {
		if _, ok := compare(p, other).rule(); !ok && other.share >= nearlyAll {
			return
		}
	}
	d := compare(p, c)
	for _, it := range c.items {
		if it.Value != nil {
			d = d.without(p, it.Value.Of)
		}
	}
	r, ok := d.rule()
	if !ok {
		return
	}
	start, end := 0, len(p.text)
	if len(r.words) > 0 {
		start, end = r.words[0].start, r.words[len(r.words)-1].end
	}
	r.by = c
	v.finding(p, PartStatement, start, end, r)
}

// nearlyAll is the share of a passage's telling words from which on it must be a
// sentence of the report with a word changed.
const nearlyAll = 0.75
