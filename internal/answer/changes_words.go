package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// maxSentence is the longest sentence, in bytes, that a list of changes quotes.
const maxSentence = 330

// What makes a statement worth telling among the changes; leastTold is the score
// from which it is told.
const (
	scoreRetreat = 6.0
	scoreDenial  = 4.0
	scoreSure    = 3.0
	leastTold    = 2.5
)

// changedWords are the statements of the new reports that change the picture: who
// takes something back, denies, confirms or has evidence, what happens for the
// first time or at a place not named before, what is planned. Not what the reports
// before said already, nor opinions, nor headings and credits.
func (r *reply) changedWords(s span, figures []change) []change {
	th := r.subjects(s)
	older := r.c.of(s.known)
	var out []change
	for _, it := range r.c.of(s.fresh) {
		if !it.tellable() || slices.ContainsFunc(figures, func(c change) bool { return c.it.doc == it.doc && c.it.Quote.S == it.Quote.S }) ||
			slices.ContainsFunc(older, func(o *item) bool { return toldBefore(o, it) }) {
			continue
		}
		c := change{flag: facts.FlagNew, it: it, score: r.telltale(it, th, s)}
		if len(s.known) == 0 {
			c.flag = ""
		}
		if c.score < leastTold {
			continue
		}
		if retreats(it) {
			c.flag, c.older = facts.FlagRetreat, denialBefore(it, older)
		} else if o := noneBefore(it, older); o != nil {
			c.flag, c.older = facts.FlagConflict, o
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, heavierFirst)
	var kept []change
	for _, c := range out {
		if len(kept) < maxChangedWords && !slices.ContainsFunc(kept, func(o change) bool {
			return o.it.doc == c.it.doc && o.it.Quote.S == c.it.Quote.S || toldBefore(o.it, c.it)
		}) {
			kept = append(kept, c)
		}
	}
	return kept
}

// tellable says whether an item is a statement that a list of changes may quote.
func (it *item) tellable() bool {
	text := it.doc.text(it.Quote.S)
	return !it.counted() && !it.gap() && it.Measure != "byline" && it.Measure != "venue" && len(text) <= maxSentence && strings.ContainsAny(text[max(0, len(text)-3):], ".!\"”") &&
		!openWords.MatchString(it.Quote.Exact)
}

var (
	takesBack   = re(`(?i)\b(walk(s|ed|ing)? back|back(s|ed|ing)? (away|down|off)|backtrack\w*|backpedal\w*|retract\w*|withdr[ae]w\w*|recant\w*|row(s|ed|ing)? back|took back|takes? back|soften\w*|no longer den\w+|climb(s|ed)? down|disavow\w*|reverse[ds]?)\b`)
	takenBack   = re(`(?i)\b(denials?|claims?|statements?|remarks?|comments?|accusations?|allegations?|assertions?|den(y|ies|ied|ying)|words|position|estimates?|figures?)\b`)
	brushedOff  = re(`(?i)\b(call(s|ed|ing)?|brand(s|ed|ing)?|dismiss\w*|reject\w*|label(s|led|ed|ing)?|denounc\w*|describ\w+)\b[^.]{0,30}\b(them|reports?|claims?|allegations?|accusations?|figures?|suggestions?)\b`)
	whatDenied  = re(`(?i)\b(reports?|rumou?rs?|involvement|wrongdoing|responsibility|charges)\b`)
	wishDenied  = re(`(?i)\b(requests?|access|bail|entry|permission|motions?|appeals?|petitions?|visas?|licen[cs]es?|lawsuits?|suit|case)\b`)
	firstTime   = re(`(?i)\b(for the first time|the first|first (recorded|reported|seen|confirmed))\b`)
	conditional = re(`(?i)\b(if|could|should|would|might|may|will|were to)\b`)
	dayWritten  = re(`\b(?:` + months + `)\.? \d{1,2}\b|\b\d{1,2} (?:` + months + `)\b`)
)

// retreats says whether a statement tells that somebody takes something back.
func retreats(it *item) bool {
	return takesBack.MatchString(it.Quote.Exact) && takenBack.MatchString(it.Quote.Exact)
}

// telltale scores how much a statement changes the picture.
func (r *reply) telltale(it *item, th *subjects, s span) float64 {
	text := it.doc.text(it.Quote.S)
	about := th.about(it)
	score := about
	denies := it.Factuality == facts.CertainlyNot && it.Measure == "denial" && (about >= 1 || takenBack.MatchString(it.Quote.Exact) || whatDenied.MatchString(it.Quote.Exact)) && !wishDenied.MatchString(it.Quote.Exact) || brushedOff.MatchString(it.Quote.Exact) && it.Speech != facts.SpeechDirect
	switch {
	case retreats(it):
		score += scoreRetreat
	case denies && holdsOffice(it):
		score += scoreDenial
	case holdsOffice(it) && about >= 1 && it.Factuality == facts.Certain && (it.Measure == "evidence" || it.Cue != nil && theLexicon().fieldOf(firstWord(it.Cue.Text)) == "confirm"):
		score += scoreSure
	case about < 1 || it.Source.Kind == facts.KindReport:
		return 0
	case conditional.MatchString(it.Quote.Exact) && !dayWritten.MatchString(it.Quote.Exact):
		return 0
	}
	theirs := th.people(it)
	if theirs && firstTime.MatchString(text) {
		score++
	}
	if dayWritten.MatchString(it.Quote.Exact) && conditional.MatchString(it.Quote.Exact) {
		score += 2
	}
	if theirs && about >= 1 && r.newPlace(it, s) {
		score++
	}
	if holdsOffice(it) {
		score += 0.5
	}
	if it.Speech == facts.SpeechDirect {
		score--
	}
	return score
}

// holdsOffice says whether a statement is held by a government, a body, officials or
// a person whose office is named.
func holdsOffice(it *item) bool {
	switch it.Source.Kind {
	case facts.KindGovernment, facts.KindOrganization, facts.KindOfficials:
		return true
	case facts.KindNamed:
		return strings.Contains(it.Source.Name, ",") || len(it.holders) > 0
	}
	return false
}

// newPlace says whether a statement names, with a capital, something that no report
// before named.
func (r *reply) newPlace(it *item, s span) bool {
	for _, w := range strings.Fields(it.Quote.Exact) {
		w = strings.Trim(straight(w), ".,;:\"'()")
		lower := strings.ToLower(w)
		if len(w) < 4 || w == lower || notPlaces[lower] || functionWords[lower] || mentions(w, it.Source) || strings.Contains(it.Source.Name, w) {
			continue
		}
		if !slices.ContainsFunc(s.known, func(d *source) bool { return d.stems[stem(lower)] }) {
			return len(s.known) > 0
		}
	}
	return false
}

// alreadyTold is the share of a statement's words that another must hold to have
// told it before.
const alreadyTold = 0.75

// toldBefore says whether an earlier statement says the same.
func toldBefore(older, it *item) bool {
	if older.gap() || openWords.MatchString(older.Quote.Exact) || older.Value != nil && older.counted() != it.counted() || retreats(it) != retreats(older) || (older.Factuality == facts.CertainlyNot) != (it.Factuality == facts.CertainlyNot) {
		return false
	}
	return len(it.fields) > 0 && len(older.fields) > 0 && shared(it.fields, older.fields) >= alreadyTold && 3*len(older.fields) >= 2*len(it.fields)
}

// denialBefore is the last denial before a retreat by somebody of the same country,
// or of the same name.
func denialBefore(it *item, older []*item) *item {
	var best *item
	for _, o := range older {
		if o.Factuality != facts.CertainlyNot || o.counted() || !inCommon(o.holders, it.about) && !oneHolder(o, it) {
			continue
		}
		if best == nil || compareDays(o.doc.Published, best.doc.Published) >= 0 {
			best = o
		}
	}
	return best
}

// noneBefore is an earlier "none reported" that a sure statement stands against: of
// the same things, people and place, and of a time that the statement covers too.
func noneBefore(it *item, older []*item) *item {
	if it.Factuality != facts.Certain || it.Source.Kind == facts.KindReport {
		return nil
	}
	for _, o := range older {
		if o.Value != nil && o.Value.Bound == facts.BoundNone && inCommon(o.heads, it.fields) && inCommon(o.places, it.places) &&
			(len(o.nations) == 0 || inCommon(o.nations, it.about)) && overlapping(o.Said, it.Said) && kin(o.doc, it.doc) {
			return o
		}
	}
	return nil
}

// overlapping says whether a statement is known to cover a day of an earlier one: it
// was said in a period whose first day is known and not after the other's last.
func overlapping(older, newer string) bool {
	x, errX := facts.ParseEDTF(older)
	y, errY := facts.ParseEDTF(newer)
	return errX == nil && errY == nil && !y.OpenStart && (x.OpenEnd || !x.To.Before(y.From)) && (x.OpenStart || y.OpenEnd || !y.To.Before(x.From))
}
