package answer

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// A theme is what several reports are one story of: the things that most of them
// count, and whose they are. "How many?" without more asks for these, not for every
// number that stands somewhere in the reports.
type theme struct {
	head    string          // field of what is counted; empty: the reports share none
	heads   []string        // fields that at least half as many reports count, the head among them
	words   map[string]bool // fields that titles share with other reports
	noun    string          // the word that the reports use most for them: "divers"
	nations []string        // whose people or things; empty: no country stands out
}

// theme returns what the reports are a story of; nothing for a single report.
func (c *corpus) theme() theme {
	if c.told == nil {
		t := theme{}
		if c.all(); len(c.docs) > 1 {
			t.head, t.heads = c.countedMost()
			t.nations, t.noun = c.ownersOf(t.head), c.nounOf(t.head)
			t.words = c.titleWords()
		}
		c.told = &t
	}
	return *c.told
}

// countedMost is the head that most reports count, a title and people counting half a
// report each, and the heads that at least two reports and half as many count.
func (c *corpus) countedMost() (string, []string) {
	docs := map[string]map[*source]bool{}
	people := map[string]bool{}
	for _, it := range c.items {
		if !it.counted() || !plainCount(it) || it.Value.Bound == facts.BoundNone || c.insideOther(it) || it.referring() {
			continue
		}
		for h := range it.heads {
			if h == "" || functionWords[h] {
				continue
			}
			if docs[h] == nil {
				docs[h] = map[*source]bool{}
			}
			docs[h][it.doc] = true
			people[h] = people[h] || it.Value.Unit == "person"
		}
	}
	best, most := "", 1.5 // one report alone makes no story
	for h, in := range docs {
		score := float64(len(in))
		if people[h] {
			score += 0.5
		}
		for d := range in {
			if d.title[h] {
				score += 0.5
			}
		}
		if score > most || score == most && best != "" && h < best {
			best, most = h, score
		}
	}
	var heads []string
	for h, in := range docs {
		if h == best || len(in) > 1 && 2*len(in) >= len(docs[best]) {
			heads = append(heads, h)
		}
	}
	slices.Sort(heads)
	return best, heads
}

// referring says whether a small number only points to things that are known: "the two
// sides", "one of the unions".
func (it *item) referring() bool {
	if a, ok := it.amount(); !ok || a > 9 || strings.ContainsAny(it.Value.Text, "0123456789") {
		return false
	}
	before, after, found := strings.Cut(straight(it.Quote.Exact), it.Value.Text)
	word := lastWord(strings.ToLower(before))
	return found && (pointing[word] || strings.EqualFold(it.Value.Text, "one") || word == "" && strings.HasPrefix(after, " of the "))
}

var pointing = wordSet("the these those both its their his her our my your all")

// insideOther says whether a number stands in what is told of another: the ports of "9,000
// are on strike in six ports".
func (c *corpus) insideOther(it *item) bool {
	return slices.ContainsFunc(c.items, func(o *item) bool {
		return o != it && o.doc == it.doc && o.Quote.S == it.Quote.S && o.Value != nil && strings.Contains(o.Value.Doing, it.Value.Text)
	})
}

// shareOfOwner is the share of the reports that count a nation's things from which it
// is theirs that the story is about.
const shareOfOwner = 0.6

// ownersOf is the nation whose things most reports count.
func (c *corpus) ownersOf(head string) []string {
	if head == "" {
		return nil
	}
	docs, all := map[string]map[*source]bool{}, map[*source]bool{}
	for _, it := range c.items {
		if it.Value == nil || !it.heads[head] {
			continue
		}
		for n := range it.nations {
			if docs[n] == nil {
				docs[n] = map[*source]bool{}
			}
			docs[n][it.doc], all[it.doc] = true, true
		}
	}
	var owners []string
	for n, in := range docs {
		if len(in) > 1 && float64(len(in)) >= shareOfOwner*float64(len(all)) {
			owners = append(owners, n)
		}
	}
	slices.Sort(owners)
	if len(owners) > 1 { // none stands out
		return nil
	}
	return owners
}

// titleWords are the fields of titles that stand in two reports out of three.
func (c *corpus) titleWords() map[string]bool {
	out := map[string]bool{}
	for _, d := range c.docs {
		for f := range d.title {
			n := 0
			for _, o := range c.docs {
				if o.fields[f] {
					n++
				}
			}
			if n > 1 && 3*n >= 2*len(c.docs) && !functionWords[f] && len(f) > 2 {
				out[f] = true
			}
		}
	}
	return out
}

// nounOf is the word that the figures of a field use most.
func (c *corpus) nounOf(head string) string {
	seen := map[string]int{}
	best := ""
	for _, it := range c.items {
		if it.Value == nil || !it.heads[head] {
			continue
		}
		of, _ := counted(it.Fact)
		noun := headNoun(cmp.Or(it.Value.UnitText, of))
		if seen[noun]++; seen[noun] > seen[best] || seen[noun] == seen[best] && noun < best {
			best = noun
		}
	}
	return best
}

// othersFates says whether figures of the dead, hurt or missing are all of others than
// the story counts, where nobody is named in the question.
func (r *reply) othersFates(figures []*item) bool {
	t := r.c.theme()
	return len(t.nations) > 0 && t.noun != "" && r.q.head == "casualty" && len(r.q.nations)+len(r.q.places) == 0 && len(figures) > 0 &&
		!slices.ContainsFunc(figures, func(it *item) bool { return overlaps(it.nations, t.nations) || overlaps(it.near, t.nations) })
}

// onTheme says whether a statement is about what the story counts: it names the
// nation whose they are, or the things and nobody else as their owner.
func (c *corpus) onTheme(it *item) bool {
	t := c.theme()
	switch {
	case t.head == "" || len(t.nations) > 0 && overlaps(it.about, t.nations):
		return true
	case it.counted() && it.heads[t.head]:
		return len(t.nations) == 0 || it.belongs(t.nations)
	case !it.fields[t.head]:
		return len(t.nations) == 0 && overlaps(t.words, keys(it.fields))
	}
	return len(t.nations) == 0 || !c.othersThings(it.Quote.Exact, t)
}

// othersThings says whether a text names the counted things as those of another
// nation: "Veldish soldiers".
func (c *corpus) othersThings(text string, t theme) bool {
	for _, m := range c.places.Find(text) {
		if m.Kind != facts.MentionDemonym || slices.Contains(t.nations, m.Country) {
			continue
		}
		for i, w := range split(text[m.End:]) {
			if c.lex.fieldOf(w) == t.head && strings.HasSuffix(w, "s") {
				return true
			}
			if i >= maxSite || functionWords[w] {
				break
			}
		}
	}
	return false
}

// belongs says whether a figure counts what belongs to one of the nations: it says so,
// or its sentence names one and the figure itself names none.
func (it *item) belongs(nations []string) bool {
	if len(it.nations) > 0 {
		return overlaps(it.nations, nations)
	}
	if overlaps(it.near, nations) {
		return true
	}
	return len(it.near) == 0 && overlaps(it.doc.headed, nations)
}

// fates are what happens to the counted: a count of the dead is no count of those
// who are there, so it is given only when it is asked for.
var fates = wordSet("killed wounded missing captured")

// fate says whether the figure counts only those to whom something happened: by its noun
// phrase or its verb, not by any word behind it.
func (it *item) fate(lex *lexicon) bool {
	of, doing := counted(it.Fact)
	for _, w := range split(of) {
		if fates[lex.fieldOf(w)] {
			return true
		}
	}
	for _, w := range split(doing) {
		if !functionWords[w] && !strings.HasSuffix(w, "ly") {
			return fates[lex.fieldOf(w)]
		}
	}
	return false
}

// meant keeps of the figures that fit a vague question those that the story counts:
// of its nation, and not the dead of those who are there.
func (r *reply) meant(items []*item) []*item {
	t := r.c.theme()
	if len(r.c.docs) == 1 || t.head == "" {
		return items
	}
	if len(r.q.nations) == 0 && len(t.nations) > 0 && (r.q.head == t.head || r.q.head == "") && r.q.speaker == nil {
		items = orAll(filter(items, func(it *item) bool { return it.belongs(t.nations) }), items)
	}
	if r.q.head == t.head && !slices.ContainsFunc(r.q.acts, func(a string) bool { return fates[a] }) && t.head != "people" {
		items = orAll(filter(items, func(it *item) bool { return !it.fate(r.c.lex) }), items)
	}
	return items
}

func orAll(kept, all []*item) []*item {
	if len(kept) == 0 {
		return all
	}
	return kept
}

// sentenceOf is the whole sentence of an item, lower case.
func (it *item) sentenceOf() string {
	return strings.ToLower(straight(it.doc.text(it.Quote.S)))
}
