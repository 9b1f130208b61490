package answer

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"sitrep/internal/facts"
)

// A ranking is what the ranking road saw, kept for explaining it.
type ranking struct {
	m    *matcher
	odds map[*item]float64
	seen map[*item][featureCount]float64
}

// An explainer makes the Trace of a finished answer. It asks again what the roads
// asked, by the same functions, so that nothing needs to be noted on the way.
type explainer struct {
	r      *reply
	m      *matcher
	given  map[string]int  // references of the figures given, with their place from 1
	shown  map[string]bool // references of all that is shown
	scores map[string]float64
	best   float64 // the highest score of a figure that is given
	trace  *Trace
}

// explain tells how the reply came about.
func (r *reply) explain(question Question, docs []facts.Document, a Answer) *Trace {
	e := &explainer{r: r, given: map[string]int{}, shown: map[string]bool{}, scores: map[string]float64{}}
	e.trace = &Trace{Asked: r.q.asked(question), Thresholds: r.c.limits, Reports: len(r.c.docs), Facts: len(r.c.items),
		Candidates: []Candidate{}, Dropped: []Candidate{}, Reasons: map[string]int{}, Withheld: append([]string{}, a.Why...)}
	if len(docs) == 0 {
		return e.trace
	}
	e.m = newMatcher(r.c, r.q)
	for i, f := range a.Figures {
		e.given[f.Fact] = i + 1
	}
	for _, it := range r.shown {
		e.shown[it.ref()] = true
	}
	switch {
	case r.ranked != nil:
		e.ranking()
	case len(r.dated) > 0:
		e.dates()
	default:
		e.rules()
	}
	e.superseded(docs)
	return e.trace
}

// ranking explains the road of ranked figures.
func (e *explainer) ranking() {
	e.m = e.r.ranked.m
	e.trace.Road, e.trace.Asked.Unit = RoadRanking, classNames()[e.m.want.class]
	if len(e.m.want.nouns) > 0 {
		e.trace.Asked.Thing = cmp.Or(e.trace.Asked.Thing, e.m.want.nouns[len(e.m.want.nouns)-1])
	}
	for _, t := range e.m.terms {
		e.trace.Asked.Words = append(e.trace.Asked.Words, WordHeft{t.field, t.weight, t.name})
	}
	for it, p := range e.r.ranked.odds {
		e.scores[it.ref()] = p
		if e.given[it.ref()] > 0 {
			e.best = max(e.best, p)
		}
	}
	e.sort(e.unranked, func(it *item) float64 { return e.scores[it.ref()] })
}

// unranked says why a fact was not ranked.
func (e *explainer) unranked(it *item) string {
	if why := it.lost(); why != "" {
		return why
	}
	class := classOfFigure(it)
	switch {
	case firmness[it.Factuality] == 0:
		return "is an absence of reports"
	case !e.m.admits(it):
		return "other unit: " + classNames()[class]
	case !e.m.askedSource(it):
		return "other holder than asked for"
	case !e.m.looks(it):
		return fmt.Sprintf("its sentence holds less than %.0f%% of the question", 100*leastCover)
	}
	return ""
}

// rules explains the road of rules.
func (e *explainer) rules() {
	e.trace.Road = RoadRules
	if e.r.inStory() {
		e.trace.Road, e.trace.Asked.Theme = RoadStory, e.r.c.theme().head
	}
	e.r.c.all()
	e.sort(e.unfit, func(*item) float64 { return 0 })
}

// unfit says why a fact is not what the rules look for.
func (e *explainer) unfit(it *item) string {
	if e.given[it.ref()] > 0 || e.shown[it.ref()] {
		return ""
	}
	if why := it.lost(); why != "" {
		return why
	}
	r := e.r
	switch s := r.q.speaker; {
	case !it.counted():
		return "other unit: " + classNames()[classOfFigure(it)]
	case !r.headFits(it):
		return "counts other things"
	case !r.nationFits(it):
		return "other country's"
	case !r.topical(it.doc):
		return "its report is about something else"
	case !r.aboutNames(it):
		return "is not told of " + strings.Join(r.names(), ", ")
	case len(r.q.acts) > 0 && !overlaps(it.acts, r.q.acts):
		return "says another thing of them"
	case !r.atPlace(it):
		return "other place"
	case s != nil && s.speaks && !s.is(it) && !s.near(it):
		return "other holder than asked for"
	}
	return ""
}

// dates explains the road of sentences with dates.
func (e *explainer) dates() {
	e.trace.Road, e.trace.Asked.Unit = RoadDates, "a date"
	for _, t := range e.m.terms {
		e.trace.Asked.Words = append(e.trace.Asked.Words, WordHeft{t.field, t.weight, t.name})
	}
	for _, d := range e.r.dated[:min(len(e.r.dated), MaxCandidates)] {
		c := Candidate{Fact: d.doc.ID + ", sentence " + strconv.Itoa(d.s), Text: d.date, Date: d.doc.Published, Score: thousandth(d.score), Of: d.text, Fate: "given"}
		if !slices.ContainsFunc(e.r.cites, func(x Citation) bool { return x.Report == d.doc.ID && x.S == d.s }) {
			c.Fate = fmt.Sprintf("holds too little: %.0f%% of the question are needed, and %.0f%% of what the best holds", 100*datesFrom, 100*datesNear)
		}
		e.trace.Candidates = append(e.trace.Candidates, c)
	}
}

// sort parts the items into candidates and dropped ones.
func (e *explainer) sort(why func(*item) string, score func(*item) float64) {
	var in, out []*item
	reason := map[*item]string{}
	for _, it := range e.r.c.items {
		if reason[it] = why(it); reason[it] == "" {
			in = append(in, it)
		} else {
			out = append(out, it)
			e.trace.Reasons[reason[it]]++
		}
	}
	byScore(in, func(it *item) float64 { return score(it) + e.rank(it) })
	byScore(out, func(it *item) float64 { // a figure tells more than a statement
		if it.Value == nil {
			return e.cover(it) - 1
		}
		return e.cover(it)
	})
	for i, it := range in {
		fate := e.fate(in[:i], it)
		if fate != "given" && fate != "shown" {
			e.trace.Reasons[fate]++
		}
		if i < MaxCandidates {
			e.trace.Candidates = append(e.trace.Candidates, e.candidate(it, score(it), fate))
		}
	}
	for _, it := range out[:min(len(out), MaxCandidates)] {
		e.trace.Dropped = append(e.trace.Dropped, e.candidate(it, 0, reason[it]))
	}
}

// rank puts what is given before what is shown before the rest, where no probability
// orders them.
func (e *explainer) rank(it *item) float64 {
	switch {
	case e.trace.Road == RoadRanking:
		return 0
	case e.given[it.ref()] > 0:
		return 3 - float64(e.given[it.ref()])/float64(len(e.given)+1)
	case e.shown[it.ref()]:
		return 1
	}
	return 0
}

// fate says what became of a candidate; before are the better ones.
func (e *explainer) fate(before []*item, it *item) string {
	switch {
	case e.given[it.ref()] > 0:
		return "given"
	case e.shown[it.ref()]:
		return "shown"
	case e.trace.Road != RoadRanking:
		return "fits, but the question asks for something else of it"
	}
	score, limits := e.scores[it.ref()], e.r.c.limits
	if score < limits.NearestFrom {
		return fmt.Sprintf("below the threshold of the nearest, %v", limits.NearestFrom)
	}
	for _, b := range before {
		if b.Measure == it.Measure && equalNumber(b, it) {
			return "the same number of the same thing as " + b.ref()
		}
	}
	draft := &reply{c: e.r.c, q: e.r.q}
	draft.figure(it)
	if faults := Check(draft.lines[0].Text, draft.seen()); len(faults) > 0 {
		return "the gate: " + faults[0].String()
	}
	if e.best == 0 {
		return "less probable than the nearest"
	}
	return fmt.Sprintf("less probable than %v of the best, or of another year", e.m.shareOfBest())
}

// candidate describes an item.
func (e *explainer) candidate(it *item, score float64, fate string) Candidate {
	c := Candidate{Fact: it.ref(), Source: it.Source.Name, Date: it.doc.Published, Score: thousandth(score), Covers: thousandth(e.cover(it)), Fate: fate, Of: it.claim()}
	if it.Value != nil {
		c.Text, c.Of = it.Value.Text, it.subject()
	}
	if _, ranked := e.scores[it.ref()]; ranked && e.trace.Road == RoadRanking {
		c.Features = e.features(it)
	}
	return c
}

func thousandth(x float64) float64 { return math.Round(x*1000) / 1000 }

// mainFeatures is how many features a candidate is explained by.
const mainFeatures = 5

// features are those that moved the score most, and what it was multiplied by.
func (e *explainer) features(it *item) []Feature {
	var out []Feature
	names := featureNames()
	for k, x := range e.r.ranked.seen[it] {
		if adds := matchWeights[k] * x; k > 0 && k < len(names) && math.Abs(adds) >= 0.05 {
			out = append(out, Feature{Name: names[k], Value: math.Round(x*100) / 100, Adds: math.Round(adds*100) / 100})
		}
	}
	slices.SortStableFunc(out, func(a, b Feature) int { return cmp.Compare(math.Abs(b.Adds), math.Abs(a.Adds)) })
	out = out[:min(len(out), mainFeatures)]
	own := 1.0
	for _, f := range []Feature{{Name: "too old a report", Times: e.m.sameTime(it)}, {Name: "another place", Times: e.m.samePlace(it)}} {
		if own *= f.Times; f.Times != 1 {
			out = append(out, f)
		}
	}
	if own *= logistic(matchWeights[:], e.r.ranked.seen[it]); e.scores[it.ref()] > own+0.0005 {
		out = append(out, Feature{Name: "other reports give the same number", Times: math.Round(100*e.scores[it.ref()]/own) / 100})
	}
	return out
}

// cover is how much of the question a fact's sentence and title hold.
func (e *explainer) cover(it *item) float64 {
	at := it.place()
	if at < 0 {
		return e.m.cover(every, e.m.head(it.doc))
	}
	return e.m.cover(every, setOf(e.m.read(it.doc, at)), e.m.head(it.doc))
}

// superseded notes the facts that are not current.
func (e *explainer) superseded(docs []facts.Document) {
	for _, d := range docs {
		for _, f := range d.Facts {
			if f.Status == facts.StatusCurrent || f.Status == "" {
				continue
			}
			why := f.Status
			if f.By != "" {
				why += " by " + f.By
			}
			e.trace.Reasons[f.Status]++
			if c := (Candidate{Fact: d.Report.ID + "#" + f.ID, Of: f.Claim, Source: f.Source.Name, Date: d.Report.Published, Fate: why}); len(e.trace.Dropped) < 2*MaxCandidates {
				if f.Value != nil {
					c.Text = f.Value.Text
				}
				e.trace.Dropped = append(e.trace.Dropped, c)
			}
		}
	}
}
