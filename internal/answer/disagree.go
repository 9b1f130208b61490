package answer

import (
	"slices"

	"sitrep/internal/facts"
)

// disagreeAsked asks which holders give different figures of one thing.
var disagreeAsked = re(`\b(who|where|what|which|do|does|did|how).*\b(disagree\w*|differ|differs|at odds|contradict each other|not agree)\b|^(the )?(disagreements?|discrepanc(y|ies)|differences)$`)

// disagree answers who gives different figures for the same thing: pairs that cannot
// both be true, each with both holders; then who denies what others say.
func (r *reply) disagree() {
	figures := r.c.current(r.inTime())
	pairs := r.atOdds(figures)
	var denials []*item
	if r.c.theme().head != "" {
		denials = filter(r.denialsOnTheme(), func(it *item) bool { return it.Factuality == facts.CertainlyNot && it.Measure == "denial" })
	}
	if len(pairs)+len(denials) == 0 {
		if len(figures) < 2 {
			r.disputed()
			return
		}
		r.behaviour = GivesAll
		r.lead("No report sets figures of the same thing against each other; these are not comparable: " + r.apart(figures) + ".")
		r.list(figures)
		return
	}
	r.behaviour = GivesAll
	if len(pairs) > 0 {
		r.lead("Different holders, the same thing:")
	}
	for _, c := range pairs[:min(len(pairs), maxChangedFigures)] {
		r.flagged(c)
		if last := &r.lines[len(r.lines)-1]; slices.Contains(r.shown, c.older) && len(last.figures) > 0 {
			r.attach(c.older)
		}
	}
	for _, it := range denials[:min(len(denials), maxChangedWords)] {
		r.stateDated(it)
	}
}

// atOdds pairs the figures that differ between two holders of one story, each figure
// with the nearest other before it.
func (r *reply) atOdds(figures []*item) []change {
	var out []change
	sorted := byDay(figures)
	for i := len(sorted) - 1; i > 0; i-- {
		for j := i - 1; j >= 0; j-- {
			a, b := sorted[j], sorted[i]
			if d := differ(a, b); (d == facts.DiffSpeaker || d == facts.DiffConflict && a.doc != b.doc) && !(a.doc == b.doc && ownVoice(a, b)) && kin(a.doc, b.doc) {
				flag := facts.FlagDiffers
				if d == facts.DiffConflict {
					flag = facts.FlagConflict
				}
				out = append(out, change{flag: flag, it: b, older: a})
				break
			}
		}
	}
	return out
}

// ownVoice says whether one of two items is held by nobody but its report.
func ownVoice(a, b *item) bool {
	return a.Source.Kind == facts.KindReport || b.Source.Kind == facts.KindReport
}
