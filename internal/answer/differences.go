package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// This file compares two figures, of one report or of two. Only figures of one
// thing, one place and one holder have a direction; what keeps two figures apart is
// told as one of the kinds of difference of package facts.

// differ returns how two figures differ, one of the facts.Diff constants.
func differ(a, b *item) string {
	switch {
	case partOf(a, b) || partOf(b, a):
		return facts.DiffPart
	case !sameThing(a, b):
		return facts.DiffMeasure
	case !samePlace(a, b) || !samePeople(a, b):
		return facts.DiffScope
	case sameValue(a.Value, b.Value):
		return facts.DiffNone
	case facts.Rounded(a.Value, b.Value):
		return facts.DiffRounding
	case facts.Compatible(a.Value, b.Value):
		return facts.DiffBound
	case !oneHolder(a, b):
		return facts.DiffSpeaker
	case !oneDay(a, b):
		return facts.DiffUpdate
	}
	return facts.DiffConflict
}

// flagOf returns the flag of a figure against an earlier one of the same story.
func flagOf(older, newer *item) string {
	if !sameThing(older, newer) || !samePlace(older, newer) || !samePeople(older, newer) {
		return facts.FlagNotComparable
	}
	if !oneHolder(older, newer) {
		return facts.FlagDiffers
	}
	a, b := older.Fact, newer.Fact // the same thing, place and holder under one name each
	b.Measure, b.Place, b.Source.Name = a.Measure, a.Place, a.Source.Name
	if a.Measure == "" {
		a.Measure, b.Measure = "count", "count"
	}
	return facts.Compare(a, b)
}

// sameValue says whether two values are the same number with the same hedge.
func sameValue(a, b *facts.Value) bool {
	return sameEnd(a.Amount, b.Amount) && sameEnd(a.Low, b.Low) && sameEnd(a.High, b.High) && a.Bound == b.Bound
}

func sameEnd(a, b *float64) bool { return a == b || a != nil && b != nil && *a == *b }

// oneHolder says whether two items are held by one person or body. The own voice of
// a report is that of its outlet.
func oneHolder(a, b *item) bool {
	if a.Source.Kind == facts.KindReport && b.Source.Kind == facts.KindReport {
		return a.doc == b.doc || a.doc.Publisher != "" && a.doc.Publisher == b.doc.Publisher
	}
	return a.doc == b.doc && a.Source.Name == b.Source.Name || facts.SameHolder(a.Source, b.Source)
}

// leastShared is the share of the telling words of two figures' quotes that must be
// the same where no predicate says what is told of what is counted.
const leastShared = 0.25

// sameThing says whether two figures count the same thing in the same way: the same
// unit, rate and direction, a noun in common, and the same predicate.
func sameThing(a, b *item) bool {
	v, w := a.Value, b.Value
	if v == nil || w == nil || v.Unit != w.Unit || v.Per != w.Per || v.Change != w.Change || (v.Bound == facts.BoundNone) != (w.Bound == facts.BoundNone) {
		return false
	}
	if !inCommon(a.heads, b.heads) {
		return false
	}
	x, y := measureFields(a.Measure), measureFields(b.Measure)
	if len(x) > 1 || len(y) > 1 {
		return len(x) > 0 && equalSets(x, y)
	}
	return shared(a.fields, b.fields) >= leastShared
}

// measureFields are the word fields of a measure's key: what is counted and the
// predicate.
func measureFields(measure string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Split(measure, "_") {
		if w != "" {
			set[theLexicon().fieldOf(w)] = true
		}
	}
	return set
}

func equalSets(a, b map[string]bool) bool {
	if len(a) != len(b) {
		return false
	}
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}

// inCommon says whether two sets have a telling member in common.
func inCommon(a, b map[string]bool) bool {
	for w := range a {
		if w != "" && b[w] {
			return true
		}
	}
	return false
}

// shared is the share of the smaller set's telling words that the other holds.
func shared(a, b map[string]bool) float64 {
	count := func(s map[string]bool) (n int) {
		for w := range s {
			if !functionWords[w] {
				n++
			}
		}
		return n
	}
	least, both := min(count(a), count(b)), 0
	for w := range a {
		if b[w] && !functionWords[w] {
			both++
		}
	}
	if least == 0 {
		return 0
	}
	return float64(both) / float64(least)
}

// samePlace says whether two items may be of one place: one lies in the other, or
// one names none.
func samePlace(a, b *item) bool {
	return a.Place == "" || b.Place == "" || a.Place == b.Place || inCommon(a.places, b.places)
}

// samePeople says whether the counted may be of one country.
func samePeople(a, b *item) bool {
	return len(a.nations) == 0 || len(b.nations) == 0 || inCommon(a.nations, b.nations)
}

// oneDay says whether two items are of one day as far as the reports tell: the day
// for which they hold, else that on which they were said, else of publication.
func oneDay(a, b *item) bool {
	if a.AsOf != "" || b.AsOf != "" {
		return a.AsOf == b.AsOf
	}
	return a.dayOf() == b.dayOf()
}

// parts are the words that open a part of a total in running text.
var parts = re(`(?i)\b(including|includes?|included|among (them|these|those)|of (whom|which|them|these|those|the)|as well as)\b`)

// partOf says whether a is part of total by the words of one sentence: "300 sheep,
// including 40 lambs", "40 of the 300 sheep".
func partOf(a, total *item) bool {
	if a == total || a.doc != total.doc || a.Quote.S != total.Quote.S || a.Value == nil || total.Value == nil {
		return false
	}
	text := a.doc.text(a.Quote.S)
	x, y := strings.Index(text, a.Value.Text), strings.Index(text, total.Value.Text)
	if x < 0 || y < 0 || x == y {
		return false
	}
	if x < y {
		between := text[min(len(text), x+len(a.Value.Text)):y]
		return strings.HasPrefix(strings.TrimSpace(between), "of the") && len(strings.Fields(between)) <= maxJoint+1
	}
	between := text[min(len(text), y+len(total.Value.Text)):x]
	loc := parts.FindStringIndex(between)
	return loc != nil && !strings.ContainsAny(between, ";:") && !strings.Contains(between[:loc[0]], " while ")
}

// clash says how two items of one story cannot both be true; empty when they can.
// Figures clash where thing, place and day are the same and no hedge leaves room; a
// sure statement clashes with an earlier absence of reports that covers its day.
func clash(a, b *item) string {
	if a.noneTold() || b.noneTold() {
		if a.noneTold() && noneBefore(b, []*item{a}) != nil || b.noneTold() && noneBefore(a, []*item{b}) != nil {
			return facts.ConflictContradiction
		}
		return ""
	}
	if !a.counted() || !b.counted() || a.Factuality != facts.Certain || b.Factuality != facts.Certain || !oneDay(a, b) || !kin(a.doc, b.doc) {
		return ""
	}
	switch differ(a, b) {
	case facts.DiffConflict:
		return facts.ConflictContradiction
	case facts.DiffSpeaker:
		if a.Value.Bound != facts.BoundApprox && b.Value.Bound != facts.BoundApprox && a.Place != "" && b.Place != "" {
			return facts.DiffSpeaker
		}
	}
	return ""
}

// noneTold says whether an item is an absence of reports.
func (it *item) noneTold() bool { return it.Value != nil && it.Value.Bound == facts.BoundNone }

// reasons says in words what keeps figures apart: that they "count different
// things", "come from different holders", "are of different places". Empty when
// nothing does.
func reasons(items []*item) []string {
	var things, holders, places, days bool
	for i, a := range items {
		for _, b := range items[i+1:] {
			d := differ(a, b)
			things = things || d == facts.DiffMeasure || d == facts.DiffPart
			places = places || d == facts.DiffScope
			holders = holders || !oneHolder(a, b)
			days = days || !oneDay(a, b)
		}
	}
	var out []string
	for _, why := range []struct {
		so    bool
		words string
	}{{things, "count different things"}, {holders, "come from different holders"}, {places, "are of different places"}, {days && !things, "are of different days"}} {
		if why.so {
			out = append(out, why.words)
		}
	}
	return out
}

// differWords says in a sentence how two figures differ.
func differWords(a, b *item) string {
	switch differ(a, b) {
	case facts.DiffNone:
		return "These figures are the same."
	case facts.DiffRounding:
		return "These figures agree: the rounder number stands for the other."
	case facts.DiffBound:
		return "These figures do not contradict each other: a hedge leaves room for both."
	case facts.DiffPart:
		return "These figures are not comparable: one is included in the other."
	case facts.DiffUpdate:
		return "These are figures of the same holder at different dates."
	case facts.DiffSpeaker:
		return "These figures differ: different holders, the same thing."
	case facts.DiffConflict:
		return "These figures contradict each other: the same holder, thing and day."
	}
	return "These are not comparable: they " + listed(reasons([]*item{a, b})) + "."
}

// listed joins words as in a sentence: "a, b and c".
func listed(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

// byDay sorts items, the earliest words first.
func byDay(items []*item) []*item {
	out := slices.Clone(items)
	slices.SortStableFunc(out, func(a, b *item) int {
		if c := strings.Compare(a.dayOf(), b.dayOf()); c != 0 {
			return c
		}
		return a.order - b.order
	})
	return out
}
