package answer

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// countBy answers "how many does X say?": X's figures, or that X gave no number, or
// that the reports have none by X.
func (r *reply) countBy(s *speaker, fit []*item) {
	theirs := filter(fit, s.is)
	if r.q.head == "" && len(theirs) == 0 { // whatever the holder counts
		theirs = r.c.pick(func(it *item) bool { return s.is(it) && it.counted() && plainCount(it) && !it.referring() })
	}
	if r.q.head == "" && len(r.q.acts) == 0 && len(theirs) > 0 {
		r.toldBy(r.c.pick(s.is))
		return
	}
	if exact := stated(r.exact(theirs)); len(exact) > 0 {
		if len(exact) > 1 {
			r.behaviour = GivesAll
		}
		r.list(newestFirst(exact))
		r.silencesOf(s)
		return
	}
	gaps := firstPerSentence(r.gapsOf(s))
	if len(gaps) > 0 {
		r.behaviour = Gap
		r.note(short(gaps[0].Source) + " gave no number " + r.cite(gaps[0]) + ".")
		for _, it := range gaps[:min(len(gaps), 2)] {
			r.state(RoleNote, it)
		}
		return
	}
	all := r.c.pick(func(it *item) bool { return s.is(it) && r.c.onTheme(it) })
	if len(all) == 0 {
		r.notMentioned(s)
		return
	}
	r.behaviour = Nearest
	r.lead(capital(r.plural()) + " " + r.verb("gives", "give") + " no such number by " + s.name() + ".")
	r.add(RoleHead, "Nearest:", "")
	if near := newestFirst(stated(orAll(theirs, filter(all, func(it *item) bool { return it.counted() && r.kin(it) })))); len(near) > 0 {
		r.list(near[:min(len(near), maxElsewhere)])
		return
	}
	r.states(firstPerSentence(newestFirst(all))[:min(len(firstPerSentence(all)), 3)])
}

// name is how we write a speaker.
func (s *speaker) name() string {
	if s.source.Name != "" {
		return short(s.source)
	}
	return capital(s.typed)
}

// gapsOf are the statements by which a side gives no number.
func (r *reply) gapsOf(s *speaker) []*item {
	return r.c.pick(func(it *item) bool { return it.numberGap() && s.is(it) })
}

// silencesOf notes who of a side gave no number.
func (r *reply) silencesOf(s *speaker) {
	var seen []string
	for _, it := range r.gapsOf(s) {
		if !slices.Contains(seen, short(it.Source)) && !r.figured(it.Source) {
			seen = append(seen, short(it.Source))
			r.note(short(it.Source) + " gave no number " + r.cite(it) + ".")
		}
	}
}

// figured says whether a holder gives a figure anywhere.
func (r *reply) figured(src facts.Source) bool {
	return slices.ContainsFunc(r.c.all(), func(it *item) bool {
		return it.counted() && it.Value.Amount != nil && sameHolder(it.Source, src)
	})
}

func newestFirst(items []*item) []*item {
	out := slices.Clone(items)
	byScore(out, func(*item) float64 { return 0 })
	return out
}

// maxStatements is how many statements of a speaker are shown of many reports.
const maxStatements = 4

// toldBy shows what a speaker says of what the story counts: the figures first, newest
// first, then statements in words, then who of that side gave no number.
func (r *reply) toldBy(items []*item) {
	about := orAll(filter(items, r.c.onTheme), items)
	figures := distinctHolders(newestFirst(filter(items, func(it *item) bool {
		return it.counted() && r.kin(it) && !it.referring() && (r.c.onTheme(it) || len(r.c.theme().nations) == 0)
	})))
	if len(figures) == 0 {
		figures = distinct(newestFirst(filter(about, (*item).counted)))
	}
	words := filter(about, func(it *item) bool {
		return !it.counted() && !it.numberGap() && !slices.ContainsFunc(figures, func(f *item) bool { return f.doc == it.doc && f.Quote.S == it.Quote.S })
	})
	byScore(words, func(it *item) float64 {
		n := 0.0
		if it.sited() {
			n++
		}
		if it.fields[r.c.theme().head] {
			n++
		}
		if len(facts.Numerals(it.Quote.Exact)) > 0 {
			n++
		}
		if len(it.holders) > 1 { // said with others
			n--
		}
		if supposed.MatchString(it.sentenceOf()) {
			n -= 0.5
		}
		return n
	})
	r.list(figures)
	if len(figures) > 1 {
		r.behaviour = GivesAll
	}
	words = firstPerSentence(words)
	r.states(words[:min(len(words), maxStatements)])
	if s := r.q.speaker; s != nil {
		r.silencesOf(s)
	}
}

// kin says whether a figure counts what the story counts, or a part of it.
func (r *reply) kin(it *item) bool {
	t := r.c.theme()
	return t.head == "" || overlaps(it.heads, t.heads) || it.whole(r.c) != nil || it.Value.Unit == "person" && (headFields[t.head] || len(t.nations) == 0)
}

// distinctHolders keeps one of the figures that say the same number of the same thing
// by the same holder.
func distinctHolders(items []*item) []*item {
	var out []*item
	for _, it := range items {
		if !slices.ContainsFunc(out, func(o *item) bool {
			return overlaps(o.heads, keys(it.heads)) && strings.EqualFold(o.Value.Text, it.Value.Text) && sameHolder(o.Source, it.Source) && (o.doc != it.doc || o.Measure == it.Measure)
		}) {
			out = append(out, it)
		}
	}
	return out
}

// ofThem follows a number that is part of the one before: "300 of them".
var ofThem = re(`^ (of|among) (them|whom|which|these|those)\b`)

// finite matches a verb: what stands behind one is no part of a list before it.
var finite = re(`\b(are|is|was|were|has|have|had|will|would)\b`)

// including stands between a number and its parts.
var including = re(`\b(including|among them|of them|of whom|of which|comprising|made up of|consisting of)\b`)

// whole is the figure of the same sentence that a figure is said to be included in;
// nil when there is none.
func (it *item) whole(c *corpus) *item {
	if it.Value == nil {
		return nil
	}
	text := it.doc.text(it.Quote.S)
	at := strings.Index(text, it.Value.Text)
	var best *item
	for _, o := range c.items {
		if o == it || o.doc != it.doc || o.Quote.S != it.Quote.S || !o.counted() || o.Value.Amount == nil {
			continue
		}
		start := strings.Index(text, o.Value.Text)
		if start < 0 || at <= start || strings.ContainsAny(text[start:at], ".;") {
			continue
		}
		if behind := text[at+len(it.Value.Text):]; ofThem.MatchString(behind) && o.before(text, at) && o.Value.Unit == cmp.Or(it.Value.Unit, o.Value.Unit) {
			best = o
			continue
		}
		if first := including.FindStringIndex(text[start:at]); first != nil && !finite.MatchString(text[start+first[1]:at]) && (o.Value.Unit == it.Value.Unit || o.before(text, start+first[0])) &&
			(best == nil || o.Value.Unit == it.Value.Unit && best.Value.Unit != it.Value.Unit) {
			best = o
		}
	}
	return best
}

// before says whether no other number stands between a figure and a place in the text.
func (it *item) before(text string, end int) bool {
	start := strings.Index(text, it.Value.Text) + len(it.Value.Text)
	return start <= end && len(facts.Numerals(text[start:end])) == 0
}

// included notes of which figures the shown ones are a part.
func (r *reply) included(items []*item) {
	var seen []*item
	for _, it := range items {
		w := it.whole(r.c)
		if w == nil || slices.Contains(seen, w) {
			continue
		}
		seen = append(seen, w)
		if slices.Contains(r.shown, w) {
			r.note(capital(short(it.Source)) + " counts these as included in its other figure " + r.cite(it) + ".")
			continue
		}
		r.add(RoleHead, "Included in:", "")
		r.figure(w)
	}
}
