package extract

import "strings"

// when gives the time of speaking and the time for which the words hold, both
// only as far as the text goes; the day of publication bounds the former.
func (b *builder) when(p piece, start, end int, q *Quantity) (said, asOf string) {
	asOf = b.holdsAt(p, start, end, q)
	if p.frame == nil || p.frame.who == nil {
		return b.d.published, asOf
	}
	if said := b.saidOn(origin(p.frame), start, end); said != "" {
		return said, asOf
	}
	if who := p.frame.who; who.s != 0 {
		for _, d := range b.dates[who.s] {
			if len(d.EDTF) == len("2006-01-02") && b.isPast(d) {
				return d.EDTF, asOf
			}
		}
	}
	if b.d.published == "" {
		return "", asOf
	}
	return "../" + lastDay(b.d.published), asOf
}

// Words between a verb of saying and the day on which it was said: a few, or
// more where no mark stands between.
const (
	saidNear = 6
	saidFar  = 12
)

// saidOn is the date at the verb of saying or in front of its sentence, outside
// the words [start,end) that are said; empty when there is none.
func (b *builder) saidOn(f *frame, start, end int) string {
	ws := b.d.sentences[f.sent].words
	near := max(f.verb.to, f.source.to)
	far := near
	for far < len(ws) && far < near+saidFar && (far < near+saidNear || ws[far].kind != wordMark) && ws[far].class != classConjunction {
		far++
	}
	far = max(far, 1)
	for _, d := range b.dates[b.d.sentences[f.sent].S] {
		inside := d.Start >= start && d.End <= end
		switch {
		case inside || !b.isPast(d):
		case d.Start >= ws[f.verb.from].start && d.Start <= ws[far-1].end:
			return d.EDTF
		case opensSentence(ws, d) && !holdsLead(ws, d) && d.End <= ws[min(f.source.from, f.verb.from)].start &&
			wordAt(ws, ws[min(f.source.from, f.verb.from)].start)-wordAt(ws, d.End) <= saidNear:
			return d.EDTF
		}
	}
	return ""
}

// isPast reports whether the date does not begin after publication.
func (b *builder) isPast(d Date) bool {
	if b.d.published == "" {
		return true
	}
	n := min(len(d.EDTF), len(b.d.published))
	return d.EDTF[:n] <= b.d.published[:n]
}

// opensSentence reports whether the date is the first thing of its sentence.
func opensSentence(ws []word, d Date) bool { return wordAt(ws, d.Start) <= 2 }

// holdsLead reports whether the words lead to a time for which something holds:
// "As of Monday", "Through October".
func holdsLead(ws []word, d Date) bool {
	i := wordAt(ws, d.Start)
	for k := max(i-2, 0); k < i; k++ {
		switch ws[k].lower {
		case "of", "through", "by", "since", "until":
			return true
		}
	}
	return false
}

// wordAt is the first word that begins at or behind at.
func wordAt(ws []word, at int) int {
	for i := range ws {
		if ws[i].start >= at {
			return i
		}
	}
	return len(ws)
}

// lastDay is the end of an EDTF value, so that "on or before" stays well formed.
func lastDay(edtf string) string {
	return edtf[strings.LastIndexByte(edtf, '/')+1:]
}
