package answer

import (
	"cmp"
	"slices"

	"sitrep/internal/facts"
)

// MaxLines is how many figures an answer shows before it says "more".
const MaxLines = 8

// deciders answer one kind of question each. A function, since some of them ask
// for the answer to the question before.
func deciders() map[kind]func(*reply) {
	return map[kind]func(*reply){
		kindTopic: (*reply).topic, kindCount: (*reply).count, kindSource: (*reply).source, kindSources: (*reply).everySource,
		kindIdentity: (*reply).identity, kindSentence: (*reply).sentences, kindSpeaker: (*reply).speaker, kindWords: (*reply).words,
		kindConfirmed: (*reply).confirmed, kindConfirmedBy: (*reply).confirmedBy, kindIndependent: (*reply).independent,
		kindHolder: (*reply).holder, kindSubset: (*reply).subset, kindRange: (*reply).notRange, kindEither: (*reply).either,
		kindSum: (*reply).sum, kindAverage: (*reply).average, kindHighest: (*reply).highest, kindLowest: (*reply).lowest,
		kindSingle: (*reply).single, kindThreshold: (*reply).threshold, kindClaim: (*reply).claimed, kindCompare: (*reply).compare,
		kindTrend: (*reply).trend, kindForecast: (*reply).forecast, kindToday: (*reply).today, kindMore: (*reply).more,
		kindNone: (*reply).noneThere, kindUnknowns: (*reply).unknowns, kindDisputed: (*reply).disputed, kindExpected: (*reply).expected,
		kindAuthor: (*reply).author, kindWhen: (*reply).when, kindFigureDate: (*reply).figureDate, kindHow: (*reply).how,
		kindLatest: (*reply).latest, kindWhere: (*reply).where, kindWhether: (*reply).whether, kindOverview: (*reply).overview,
		kindSame: (*reply).same, kindRevised: (*reply).revised, kindExactly: (*reply).exactly, kindAtMost: (*reply).atMost,
		kindParts: (*reply).parts, kindWhose: (*reply).whose, kindQuoted: (*reply).saidQuoted, kindStillDenies: (*reply).stillDenies,
		kindEvidence: (*reply).evidence, kindMeaning: (*reply).meaning, kindType: (*reply).typeOf, kindOff: (*reply).off,
		kindChanged: (*reply).changed, kindDisagree: (*reply).disagree,
	}
}

// decide composes the reply to a query over a corpus.
func decide(c *corpus, q *query) *reply {
	r := &reply{c: c, q: q, behaviour: Gives, figures: []Figure{}, cites: []Citation{}}
	if len(c.docs) == 0 {
		r.behaviour = Abstain
		r.lead("No report is loaded that this question could be answered from.")
		return r
	}
	if q.kind != kindTrend && q.kind != kindChanged { // what changed needs both sides of a day
		r.c = c.within(q.window).ofYears(q)
	}
	if r.inStory() || len(r.c.docs) == 1 && (&reply{c: c, q: q}).inStory() {
		deciders()[q.kind](r)
		return r
	}
	in := r.c
	if !q.window.asOf { // when something happened is not when it was reported
		r.c = c
	}
	m := newMatcher(r.c, q)
	if q.kind != kindChanged && r.matches(m) {
		r.matched(m)
		return r
	}
	if q.kind != kindChanged && r.asksWhen(m) && (r.dates(m) || r.noDate()) {
		return r
	}
	r.c = in
	if (q.kind == kindTopic && !whWord.MatchString(q.text) || q.kind == kindCount) && q.several && r.keyword() {
		return r
	}
	deciders()[q.kind](r)
	return r
}

// figures that the question could mean: what is counted fits, and so do the
// countries; predicate and place are left to the caller.
func (r *reply) fitting() []*item {
	fit := r.c.pick(func(it *item) bool {
		return it.counted() && r.headFits(it) && r.nationFits(it) && r.topical(it.doc) && r.aboutNames(it) && !r.ofOld(it)
	})
	return r.meant(r.c.current(fit))
}

// topical says whether a report is about what is asked: it names the countries,
// and most of the question's other words. A single report is what the asker has
// before them.
func (r *reply) topical(doc *source) bool {
	if len(r.c.docs) == 1 {
		return true
	}
	for _, country := range slices.Concat(r.q.nations, r.q.places) {
		if !doc.countries[country] {
			return false
		}
	}
	found := 0
	for i, w := range r.q.content {
		if f := r.q.fields[i]; doc.stems[w] || doc.fields[f] || fates[f] || f == "casualty" { // deeds are looked for at the figures
			found++
		}
	}
	return 2*found >= len(r.q.content)
}

// headFits says whether an item counts what was asked for.
func (r *reply) headFits(it *item) bool {
	if !r.classFits(it) {
		return false
	}
	switch r.q.head {
	case "":
		return r.classAsked(it) || plainCount(it) && r.ofTheme(it)
	case "people":
		return it.Value.Unit == "person" || it.heads[r.q.head]
	case "casualty":
		return plainCount(it) && (it.heads[r.q.head] || it.acts["killed"] || it.acts["wounded"])
	}
	return plainCount(it) && (it.heads[r.q.head] || len(r.c.docs) > 1 && !headFields[r.q.head] && it.countsOf(r.q.headTyped))
}

// plainCount says whether the figure counts things, rather than money, shares or
// physical quantities: what "how many?" asks for.
func plainCount(it *item) bool {
	return !measuredUnits[it.Value.Unit]
}

var measuredUnits = wordSet(`percent percentage usd eur gbp jpy cny rub inr krw kilometre metre mile foot tonne kilogram gram litre barrel
 celsius fahrenheit hectare acre square cubic watt kilowatt megawatt gigawatt hour minute second degree`)

// nationFits says whether the counted belong to the country asked about. A
// figure that names none fits every country.
func (r *reply) nationFits(it *item) bool {
	if len(r.c.docs) > 1 && len(r.q.nations) > 0 {
		return it.belongs(r.q.nations)
	}
	return len(r.q.nations) == 0 || len(it.nations) == 0 || overlaps(it.nations, r.q.nations)
}

func overlaps(set map[string]bool, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return set[w] })
}

// exact keeps the items that fit predicate and place too.
func (r *reply) exact(items []*item) []*item {
	if len(r.c.docs) > 1 {
		return r.inPlaceExact(items)
	}
	return filter(items, func(it *item) bool {
		return (len(r.q.acts) == 0 || overlaps(it.acts, r.q.acts)) && (len(r.q.places) == 0 || overlaps(it.places, r.q.places))
	})
}

func filter(items []*item, keep func(*item) bool) []*item {
	var out []*item
	for _, it := range items {
		if keep(it) {
			out = append(out, it)
		}
	}
	return out
}

// stated keeps figures proper, without absences of reports.
func stated(items []*item) []*item {
	return filter(items, func(it *item) bool { return it.Value.Bound != facts.BoundNone })
}

func absent(items []*item) []*item {
	return filter(items, func(it *item) bool { return it.Value.Bound == facts.BoundNone })
}

// firmness orders figures by what their holders commit to.
var firmness = map[string]float64{facts.Certain: 3, facts.Probable: 2, facts.Possible: 1}

// ranked sorts figures: the newest first, of one day what the holders commit to more
// firmly.
func ranked(items []*item) []*item {
	out := slices.Clone(items)
	slices.SortStableFunc(out, func(a, b *item) int {
		return cmp.Or(cmp.Compare(b.dayOf(), a.dayOf()), cmp.Compare(firmness[b.Factuality], firmness[a.Factuality]), cmp.Compare(a.order, b.order))
	})
	return out
}

// gaps are the statements that a number is not known. Those whose holder gives a
// figure elsewhere count only for what is still to come.
func (r *reply) numberGaps(more bool) []*item {
	gives := map[string]bool{}
	for _, it := range r.c.all() {
		if it.counted() && it.Value.Amount != nil {
			gives[it.Source.Name] = true
		}
	}
	return r.c.pick(func(it *item) bool {
		return it.numberGap() && (more || !gives[it.Source.Name]) && (r.beside(it.doc) || more && r.c.onTheme(it) && it.fields[r.c.theme().head])
	})
}

// beside says whether a report belongs to the answer: one of its figures is
// shown, or there is no other report.
func (r *reply) beside(doc *source) bool {
	return len(r.c.docs) == 1 || slices.ContainsFunc(r.shown, func(it *item) bool { return it.doc == doc })
}

// mention shows figures as text only, where the behaviour gives none.
func (r *reply) mention(items []*item) {
	for i, it := range items {
		if i == MaxLines {
			return
		}
		line, _ := r.wording(it)
		r.add(RoleFigure, line+" "+r.cite(it.claims()...), capital(it.Value.Text))
		r.introduce(it.Source)
	}
}

// numbered are the figures that carry a number of the question.
func (r *reply) numbered(n facts.Numeral) []*item {
	return r.c.pick(func(it *item) bool {
		a, ok := it.amount()
		return it.counted() && ok && a == n.Value
	})
}

// asked returns the figures whose numbers the asker typed; without numbers, the
// figures of the answer before; without a conversation, every figure that fits.
func (r *reply) asked() []*item {
	var out []*item
	for _, n := range r.q.numbers {
		out = append(out, r.sameMatter(r.numbered(n))...)
	}
	if len(r.q.numbers) > 0 {
		return out
	}
	if before := r.before(); len(before) > 0 {
		return before
	}
	return ranked(stated(r.fitting()))
}

// before returns the figures that the answer before this one gave, or the
// statements it showed when it gave no figures.
func (r *reply) before() []*item {
	if r.q.earlier == nil {
		return nil
	}
	prev := decide(r.c, r.q.earlier)
	var out []*item
	for _, f := range prev.figures {
		for _, it := range prev.shown {
			if it.ref() == f.Fact {
				out = append(out, it)
			}
		}
	}
	if len(out) == 0 {
		out = prev.shown
	}
	return out
}

// others are the figures that fit the question in kind but are not among items.
func (r *reply) others(items []*item) []*item {
	return filter(ranked(stated(r.fitting())), func(it *item) bool { return !slices.Contains(items, it) })
}
