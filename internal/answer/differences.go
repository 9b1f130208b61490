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

// How much of the telling words of two figures' quotes must be the same: where their
// measures name a predicate, and where only the noun is known, of which there must be
// at least so many.
const (
	leastShared = 0.3
	bareShared  = 0.5
	bareWords   = 4
)

// sameThing says whether two figures count the same thing in the same way: the same
// unit, rate and direction, a noun in common, and the same predicate.
func sameThing(a, b *item) bool {
	v, w := a.Value, b.Value
	if v == nil || w == nil || v.Unit != w.Unit || v.Per != w.Per || v.Change != w.Change || (v.Bound == facts.BoundNone) != (w.Bound == facts.BoundNone) {
		return false
	}
	if !inCommon(a.heads, b.heads) || a.partial() || b.partial() {
		return false
	}
	x, y := measureFields(a.Measure), measureFields(b.Measure)
	if len(x) > 1 || len(y) > 1 {
		return len(x) > 0 && equalSets(x, y) && shared(a.fields, b.fields) >= leastShared
	}
	return shared(a.fields, b.fields) >= bareShared && bothHold(a.fields, b.fields) >= bareWords
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
	least := min(count(a), count(b))
	if least == 0 {
		return 0
	}
	return float64(bothHold(a, b)) / float64(least)
}

// bothHold counts the telling words that two sets have in common.
func bothHold(a, b map[string]bool) (n int) {
	for w := range a {
		if b[w] && !functionWords[w] {
			n++
		}
	}
	return n
}

// samePlace says whether two items may be of one place: one lies in the other, or
// neither names any. Where only one does, the other may be of a wider place, unless
// its holder is the same.
func samePlace(a, b *item) bool {
	if (a.Place == "") != (b.Place == "") {
		return oneHolder(a, b)
	}
	return a.Place == b.Place || inCommon(a.places, b.places)
}

// partial says whether a figure counts only some of its kind, by the words next to
// it: "four other people", "54 in the county alone", "two more".
func (it *item) partial() bool {
	text := it.doc.text(it.Quote.S)
	at := strings.Index(text, it.Value.Text)
	if at < 0 {
		return false
	}
	end := at + len(it.Value.Text)
	near := text[at:min(len(text), end+nearPartial)]
	if stop := strings.IndexAny(near[end-at:], ".;:–"); stop >= 0 {
		near = near[:end-at+stop]
	}
	return someOfKind.MatchString(near)
}

// nearPartial is how many bytes behind a figure are looked at for such words.
const nearPartial = 40

var someOfKind = re(`(?i)\b(others?|another|additional|more(?: [a-z]+)? (?:were|was|have|had|are)|further|separate|alone)\b`)

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
	xEnd, yEnd := x+len(a.Value.Text), y+len(total.Value.Text)
	if x < 0 || y < 0 || x < yEnd && y < xEnd { // one number within the other is no part of it
		return false
	}
	if x < y {
		between := text[xEnd:y]
		return strings.HasPrefix(strings.TrimSpace(between), "of the") && len(strings.Fields(between)) <= maxJoint+1
	}
	between := text[yEnd:x]
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
	if ownVoice(a, b) || !a.counted() || !b.counted() || a.Factuality != facts.Certain || b.Factuality != facts.Certain || !oneDay(a, b) || !kin(a.doc, b.doc) {
		return ""
	}
	switch differ(a, b) {
	case facts.DiffConflict:
		if a.doc != b.doc { // who gives two numbers in one report tells of two things
			return facts.ConflictContradiction
		}
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
