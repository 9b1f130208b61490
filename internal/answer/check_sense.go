package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// sense says whether the part [from,to) of the line around a value tells no other
// thing than the fact's sentence: no word beyond it, no name in another's place, no
// word left out that turns it, and behind the number what it counts.
func (c *checker) sense(f facts.Fact, s Cited, from, to, start, end int) bool {
	if !strings.Contains(straight(s.Sentence), straight(f.Value.Text)) {
		return false // the sentence that names the holder, not the one that gives the figure
	}
	plain := []byte(c.unquoted(c.text))
	for i := start; i < end; i++ {
		if plain[i] != ' ' {
			plain[i] = '0' // the value is judged by itself
		}
	}
	part := string(plain[from:to])
	p := &passage{text: part, toks: tokensOf(part)}
	tail := c.tail(f, from, to, end) - from
	if !holdersOnly(p, f, tail) {
		return false
	}
	p.toks = slices.DeleteFunc(p.toks, func(t tok) bool { return t.start >= tail || t.start >= start-from && t.end <= end-from })
	if !included(p, s, f, start-from) {
		return false
	}
	other := &counterpart{text: straight(s.Sentence), items: []*item{{Fact: f}}}
	other.toks = tokensOf(other.text)
	d := compare(p, other).without(p, f.Value.Of).without(p, f.Value.Doing)
	record := carriedWords(f, s)
	d.added = slices.DeleteFunc(d.added, func(t tok) bool { return record[t.norm] || record[t.stem] && !smallWord(t.norm) })
	d.moved = slices.DeleteFunc(d.moved, func(t tok) bool { return agent(p, t) && before(other, t, f.Value.Text) })
	d.shifted = slices.DeleteFunc(d.shifted, func(t tok) bool { return theVerbs().participle[t.norm] != "" || agent(p, t) })
	d.skipped = slices.DeleteFunc(d.skipped, func(t tok) bool { return other.doer(t) })
	return len(d.added) == 0 && len(d.repeated) == 0 && len(d.moved) == 0 && len(d.dropped) == 0 && len(d.shifted) == 0 && len(d.skipped) == 0 &&
		c.totals(f, s, p) && c.joined(s, start, end) && c.touches(f, s, start, end) && c.quoted(f, p, from, to, end) && countsThat(p, other, f, end-from) &&
		(following(p.toks, end-from).norm == "" || other.holder(following(p.toks, end-from)) || c.whole(f, s, from, to))
}

// doer says whether a name of the sentence stands before the verb of what it did: what
// was done may be told without it, "300 crates sent" of "the yard sent 300 crates".
func (c *counterpart) doer(name tok) bool {
	i := slices.IndexFunc(c.toks, func(t tok) bool { return t.start == name.start })
	for i++; i < len(c.toks) && c.toks[i].name; i++ {
	}
	return i < len(c.toks) && theVerbs().participle[c.toks[i].norm] != ""
}

// joined says whether a number that is joined to the value stands so in the sentence.
func (c *checker) joined(s Cited, start, end int) bool {
	lower := strings.ToLower(straight(s.Sentence))
	for _, n := range facts.Numerals(c.text) {
		switch {
		case n.Start >= end && pairing.MatchString(c.lower[end:n.Start]) && !strings.Contains(lower, c.lower[start:n.End]):
			return false
		case n.End <= start && pairing.MatchString(c.lower[n.End:start]) && !strings.Contains(lower, c.lower[n.Start:end]):
			return false
		}
	}
	return true
}

// touches says whether a small word that stands directly before or behind the value
// does so in the sentence or the claim: "all", "another", "each", "in total".
func (c *checker) touches(f facts.Fact, s Cited, start, end int) bool {
	known := strings.ToLower(straight(s.Sentence + "\n" + f.Claim + "\n" + f.Value.Text + " " + f.Value.Of + "\n" + f.Value.Of + " " + f.Value.Doing))
	value := c.lower[start:end]
	plain := c.unquoted(c.lower)
	if before := smallBefore.FindString(plain[:start]); before != "" && smallWord(strings.TrimSpace(before)) && !slight[strings.TrimSpace(before)] && !wordIn(known, before+value) {
		return false
	}
	behind := smallBehind.FindString(plain[end:])
	w := strings.TrimSpace(behind)
	return w == "" || !smallWord(w) || slight[w] || w == "no" || wordIn(known, value+behind) || joinedBy(f, s, w)
}

var (
	smallBefore = re(`[a-z]+ $`)
	smallBehind = re(`^ [a-z]+\b`)
)

// joinedBy says whether a small word opens what the fact says of its figure.
func joinedBy(f facts.Fact, s Cited, w string) bool {
	for _, text := range []string{f.Value.Of, f.Value.Doing, trimAux(f.Value.Doing)} {
		if first := firstWord(strings.ToLower(straight(text))); first == w {
			return true
		}
	}
	return false
}

// pairing is what makes a range or a list of two numbers.
var pairing = re(`^ ?(to|and|or|-) ?(at least |about |more than |nearly )?[$£€]?$`)

// quoted says whether a value that stands for itself, with no word of what it counts,
// is in the clause that is quoted beside it.
func (c *checker) quoted(f facts.Fact, p *passage, from, to, end int) bool {
	if next := following(p.toks, end-from); next.norm != "" && !lineWords[next.norm] && !functionWords[next.norm] && !holderWord(f, next) {
		return true
	}
	inside := false
	for _, s := range c.spans {
		if s[0] >= from && s[1] <= to && len(facts.Numerals(c.text[s[0]:s[1]])) > 0 {
			if inside = true; strings.Contains(c.lower[s[0]:s[1]], strings.ToLower(straight(f.Value.Text))) {
				return true
			}
		}
	}
	return !inside
}

func holderWord(f facts.Fact, t tok) bool {
	return slices.Contains(split(f.Source.Name+" "+f.Source.Text+" "+strings.Join(f.Via, " ")), t.norm)
}

// smallWord says whether a word is one of those that must stand in the record just so.
func smallWord(w string) bool { return functionWords[w] || turning[w] || hedging[w] || counting[w] }

// included keeps of a passage that tells a part and its total ("40 lambs, included in
// 300 sheep") the half that the value stands in; false when the sentence does not have
// the part behind a word that makes it one.
func included(p *passage, s Cited, f facts.Fact, value int) bool {
	const joint = ", included in "
	at := strings.Index(p.text, joint)
	if at < 0 {
		return true
	}
	pos := strings.Index(s.Sentence, f.Value.Text)
	if pos < 0 || value < at && parts.FindStringIndex(s.Sentence[:pos]) == nil && !strings.HasPrefix(s.Sentence[pos+len(f.Value.Text):], " of the") {
		return false
	}
	p.toks = slices.DeleteFunc(p.toks, func(t tok) bool {
		return value < at && t.start >= at || value > at && t.start < at+len(joint)
	})
	return true
}

// tail is where a part of a line goes on with the holder: behind the clause that it
// quotes, or behind the colon.
func (c *checker) tail(f facts.Fact, from, to, end int) int {
	at := to
	if i := strings.LastIndex(c.unquoted(c.text)[end:to], ": "); i >= 0 {
		at = end + i + 1
	}
	for _, s := range c.spans {
		if s[0] >= end && s[1] <= to && s[1] > at {
			at = s[1]
		}
	}
	return at
}

// holdersOnly says whether from a byte on a part names the holder and nobody else.
func holdersOnly(p *passage, f facts.Fact, from int) bool {
	own := map[string]bool{"published": true, "undated": true}
	words := split(f.Source.Name + " " + f.Source.Text + " " + strings.Join(f.Via, " "))
	if f.Cue != nil {
		words = append(words, split(f.Cue.Text)...)
	}
	for _, w := range words {
		own[w], own[stem(w)] = true, true
	}
	return !slices.ContainsFunc(p.toks, func(t tok) bool {
		return t.start >= from && !own[t.norm] && !own[t.stem] && !slight[t.norm] && !lineWords[t.norm]
	})
}

// carriedWords are the words of a fact that its sentence need not have, and the
// participles of what its sentence has: "dispatched" of "dispatch".
func carriedWords(f facts.Fact, s Cited) map[string]bool {
	out := map[string]bool{}
	words := split(f.Claim + " " + strings.ReplaceAll(f.Measure, "_", " ") + " " + f.Place + " " + f.Source.Name)
	if f.Cue != nil {
		words = append(words, split(f.Cue.Text)...)
	}
	for _, w := range append(words, participles(split(s.Sentence))...) {
		out[w], out[stem(w)] = true, true
	}
	return out
}

// agent says whether a name is told as who did it: "sent by Norhaven".
func agent(p *passage, t tok) bool {
	i := slices.Index(p.toks, t)
	for i > 0 && p.toks[i-1].name {
		i--
	}
	return i > 0 && (p.toks[i-1].norm == "by" || i > 1 && p.toks[i-1].norm == "the" && p.toks[i-2].norm == "by")
}

// before says whether a word stands in the sentence before a value.
func before(c *counterpart, t tok, value string) bool {
	at := strings.Index(c.text, straight(value))
	return slices.ContainsFunc(c.toks, func(o tok) bool { return o.stem == t.stem && o.end <= at })
}

// countsThat says whether the word behind the number is what the number counts: it stands
// there in the sentence, or in what the fact says that it counts.
func countsThat(p *passage, c *counterpart, f facts.Fact, end int) bool {
	next := following(p.toks, end)
	if next.norm == "" || c.holder(next) || lineWords[next.norm] {
		return true
	}
	_, behind, _ := strings.Cut(f.Claim, f.Value.Text)
	if first := split(behind); len(first) > 0 && stem(first[0]) == next.stem {
		return true
	}
	own := fieldsOf(f.Value.Of + " " + f.Value.UnitText + " " + f.Value.Doing)
	if own[theLexicon().fieldOf(next.norm)] {
		return true
	}
	for at := index(c.text, straight(f.Value.Text), 0); at >= 0; at = index(c.text, straight(f.Value.Text), at+1) {
		m := facts.Numeral{Start: at, End: at + len(f.Value.Text)}
		touches := strings.TrimSpace(p.text[end:next.start]) == ""
		if c.follows(next, m, touches) && (!touches || following(c.toks, m.End).stem == next.stem) {
			return true
		}
	}
	return slices.Contains(participles(split(c.text)), next.norm)
}

// whole says whether the line says of what the figure is a part: what the fact counts,
// and the verb of what is told of it, stand in the line or in its quotations.
func (c *checker) whole(f facts.Fact, s Cited, from, to int) bool {
	said := map[string]bool{}
	for _, w := range split(c.text[from:to]) {
		said[stem(w)] = true
	}
	for _, w := range split(f.Value.Of + " " + f.Value.Doing) {
		if !functionWords[w] && !said[stem(w)] {
			return false
		}
	}
	_, behind, _ := strings.Cut(straight(s.Sentence), straight(f.Value.Text))
	if m := partitive.FindString(behind); m != "" && !strings.Contains(c.lower[from:to], strings.ToLower(strings.TrimSpace(m))) {
		return false
	}
	return true
}

// partitive is what follows a figure that is a part of something.
var partitive = re(`^ of (?:the|its|their|his|her|these|those|all)\b`)
