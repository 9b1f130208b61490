package answer

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// Subjects are what a set of reports is about: the nouns that they count, the
// countries whose people or things these are, and the words that their titles and
// first sentences share, each with the share of the reports that have it.
type subjects struct {
	heads, nations map[string]float64
	units          map[string]float64
	opening        map[string]float64
	titles         map[string]bool
	asked          string // the noun that the question or the conversation asks for
}

// subjects finds what the reports of a span are about.
func (r *reply) subjects(s span) *subjects {
	t := &subjects{heads: map[string]float64{}, nations: map[string]float64{}, units: map[string]float64{},
		opening: map[string]float64{}, titles: map[string]bool{}, asked: r.q.head}
	if t.asked == "" && r.q.earlier != nil {
		t.asked = r.q.earlier.head
	}
	docs := slices.Concat(s.fresh, s.known)
	for _, d := range docs {
		heads, nations, units := map[string]bool{}, map[string]bool{}, map[string]bool{}
		for _, it := range r.c.of([]*source{d}) {
			if it.Value == nil || !it.Firm || timeUnits[it.Value.Unit] {
				continue
			}
			for h := range it.heads {
				heads[h] = h != ""
			}
			for n := range it.nations {
				nations[n] = true
			}
			units[it.Value.Unit] = true
		}
		addShare(t.heads, heads, len(docs))
		addShare(t.nations, nations, len(docs))
		addShare(t.units, units, len(docs))
		opening := map[string]bool{}
		for w := range d.title {
			t.titles[w] = !functionWords[w]
			opening[w] = !functionWords[w]
		}
		if len(d.words) > 0 {
			for w := range d.words[0] {
				opening[w] = !functionWords[w] && len(w) > 2
			}
		}
		addShare(t.opening, opening, len(docs))
	}
	return t
}

func addShare(to map[string]float64, set map[string]bool, n int) {
	for w, in := range set {
		if in {
			to[w] += 1 / float64(n)
		}
	}
}

// most is the greatest share of a set's members.
func most(of map[string]float64, set map[string]bool) float64 {
	best := 0.0
	for w := range set {
		best = max(best, of[w])
	}
	return best
}

// weight says how much a figure is of what the reports are about.
func (t *subjects) weight(it *item) float64 {
	score := max(most(t.heads, it.heads), t.units[it.Value.Unit]/2) + most(t.nations, it.nations)
	if inCommon(it.heads, t.titles) {
		score += 0.3
	}
	switch {
	case it.Source.Kind == facts.KindReport:
		score -= 0.4
		if it.Value.Doing == "" {
			score -= 0.4
		}
	case it.Source.Kind == facts.KindNamed && !strings.Contains(it.Source.Name, ","):
	default:
		score += 0.3
	}
	if it.fate(theLexicon()) && it.Value.Unit == "person" { // who died or was hurt matters whatever else is counted
		score += 0.5
	}
	if t.asked != "" && !it.heads[t.asked] {
		score -= 0.5
	}
	return score + 0.2*early(it.place())
}

// about says how much a statement is of what the reports are about.
func (t *subjects) about(it *item) float64 {
	score := 0.0
	for h, share := range t.heads {
		if share > 0.5 && it.fields[h] {
			score = max(score, 1)
		}
	}
	words, shared := 0, 0
	for w, share := range t.opening {
		if !it.fields[w] {
			continue
		}
		if t.titles[w] {
			words++
		}
		if share >= 0.5 && len(t.heads) > 0 {
			shared++
		}
	}
	if shared >= 2 {
		score = max(score, 1)
	}
	return score + 0.5*min(1, most(t.nations, it.about)) + 0.25*float64(min(words, 2))
}

// people says whether a statement names the country whose people or things most
// reports count; where there is none, every statement does.
func (t *subjects) people(it *item) bool {
	main := false
	for n, share := range t.nations {
		if share > 0.5 {
			main = true
			if it.about[n] {
				return true
			}
		}
	}
	return !main
}

// leastOfBest is how near to the best changed figure's weight another's must be to
// be shown with it.
const leastOfBest = 0.55

// leastWeight is the weight below which a changed figure is not what the reports are
// about.
const leastWeight = 0.5

// changedFigures are the figures of the new reports against those before, what the
// reports are about first. A figure that nothing changed of is no change.
func (r *reply) changedFigures(s span) []change {
	th := r.subjects(s)
	older := filter(r.c.of(s.known), r.current)
	var out []change
	for _, it := range r.c.current(filter(r.c.of(s.fresh), r.current)) {
		c := change{flag: facts.FlagNew, it: it, score: th.weight(it)}
		if len(s.known) == 0 {
			c.flag = ""
		}
		if o, flag := against(it, older); o != nil {
			c.older, c.flag = o, flag
			c.score += compared(c)
		}
		if c.flag != facts.FlagNoChange && c.score >= leastWeight && it.subject() != "" {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, heavierFirst)
	return r.telling(out)
}

// heavierFirst orders changes by falling weight.
func heavierFirst(a, b change) int { return cmp.Compare(b.score, a.score) }

// current says whether a figure counts what the reports tell of, not an event of long
// ago nor what might come.
func (r *reply) current(it *item) bool {
	return it.counted() && it.Value.Bound != facts.BoundNone && !r.ofOld(it) && !it.supposed()
}

// compared is what a figure gains by having an earlier one to be set against.
func compared(c change) float64 {
	if c.older != nil {
		return 1
	}
	return 0
}

// telling drops from changes, best first, what another line tells already: a part
// of a total, a number inside another's predicate, an earlier value of the same
// holder, the same figure again. What is far below the best is not shown.
func (r *reply) telling(all []change) []change {
	var out []change
	for _, c := range all {
		if len(out) == maxChangedFigures {
			break
		}
		if len(out) > 0 && c.older == nil && c.score < leastOfBest*(out[0].score-compared(out[0])) {
			continue
		}
		inside := slices.ContainsFunc(all, func(o change) bool {
			return o.it != c.it && (partOf(c.it, o.it) || toldIn(c.it, o.it) || supersedes(o.it, c.it))
		})
		again := slices.ContainsFunc(out, func(o change) bool {
			return sameThing(o.it, c.it) && sameValue(o.it.Value, c.it.Value) && oneHolder(o.it, c.it)
		})
		if !inside && !again && r.passes(c.it) {
			out = append(out, c)
		}
	}
	return out
}

// toldIn says whether a figure's number stands in what another figure of its
// sentence is told of.
func toldIn(it, other *item) bool {
	return it.doc == other.doc && it.Quote.S == other.Quote.S && it.Value.Text != other.Value.Text && strings.Contains(other.subject(), it.Value.Text+" ")
}

// against finds the earlier figure that a new one stands against, and how: its own
// holder's first, then another holder's of the same thing, then one that looks alike
// and counts something else. Nil when nothing earlier is like it.
func against(it *item, older []*item) (*item, string) {
	var best *item
	rank, flag := 0, facts.FlagNew
	for _, o := range older {
		if o.doc.Published > it.doc.Published || !kin(o.doc, it.doc) { // one that came late is set against what was told before it
			continue
		}
		n, f := nearness(o, it)
		if n == 0 || n < rank || n == rank && best != nil && closer(best, o, it) {
			continue
		}
		best, rank, flag = o, n, f
	}
	if best == nil {
		return nil, facts.FlagNew
	}
	return best, flag
}

// nearness ranks how an earlier figure belongs to a new one, 0 for not at all, and
// gives the flag.
func nearness(older, newer *item) (int, string) {
	flag := flagOf(older, newer)
	switch {
	case flag == facts.FlagDiffers && sameValue(older.Value, newer.Value):
		return 0, "" // another holder agrees: nothing differs
	case flag == facts.FlagDiffers:
		return 3, flag
	case flag != facts.FlagNotComparable:
		return 4, flag
	case strings.EqualFold(older.Value.Text, newer.Value.Text) && strings.EqualFold(older.Value.UnitText, newer.Value.UnitText) && (oneHolder(older, newer) || older.Source.Kind == newer.Source.Kind && ownVoice(older, newer)):
		return 2, facts.FlagNoChange // in other words, as far as these tell
	case inCommon(older.heads, newer.heads) && samePeople(older, newer) && sameDigits(older, newer):
		return 2, flag
	case inCommon(older.heads, newer.heads) && samePeople(older, newer) && oneHolder(older, newer) && older.Value.Unit == newer.Value.Unit && plainCount(newer) && newer.Source.Kind != facts.KindReport:
		return 1, flag
	}
	return 0, ""
}

// leastAlike is the smallest count whose return under another meaning a reader may
// take for the same figure.
const leastAlike = 100

func sameDigits(a, b *item) bool {
	x, okX := a.amount()
	y, okY := b.amount()
	return okX && okY && x == y && x >= leastAlike && a.Value.Unit == b.Value.Unit && plainCount(a) && strings.ContainsAny(a.Value.Text, "0123456789")
}

// closer says whether a is nearer to a figure than b: the later words, then the
// nearer number.
func closer(a, b, to *item) bool {
	if c := compareDays(a.dayOf(), b.dayOf()); c != 0 {
		return c > 0
	}
	x, _ := a.amount()
	y, _ := b.amount()
	z, _ := to.amount()
	return abs(x-z) <= abs(y-z)
}

func abs(x float64) float64 { return max(x, -x) }

// supersedes says whether a figure replaces another: the same thing and place by the
// same holder in a later report, and not the figure of another period.
func supersedes(later, it *item) bool {
	if later == it || later.Value == nil || it.Value == nil || later.doc == it.doc || later.doc.Published <= it.doc.Published || it.doc.Published == "" {
		return false
	}
	if it.AsOf != later.AsOf || it.Place != later.Place || len(measureFields(it.Measure)) < 2 || it.Value.Change != "" {
		return false
	}
	return kin(later.doc, it.doc) && sameThing(later, it) && samePeople(later, it) && oneHolder(later, it) && !sameValue(later.Value, it.Value)
}

// current drops the figures that a later report of the same story replaces: the same
// holder's of the same thing and place. They are told only as what was.
func (c *corpus) current(items []*item) []*item {
	if len(c.docs) < 2 {
		return items
	}
	return filter(items, func(it *item) bool {
		return !slices.ContainsFunc(c.items, func(later *item) bool { return supersedes(later, it) })
	})
}
