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

// holdsAt is the date for which the words [start,end) hold, as far as they or
// the head of their sentence say. A date that a figure is compared with is none.
func (b *builder) holdsAt(p piece, start, end int, q *Quantity) string {
	s := &b.d.sentences[p.sent]
	best := ""
	for _, d := range b.dates[s.S] {
		inside := d.Start >= start && d.End <= end
		head := opensSentence(s.words, d) && d.End <= start && (holdsLead(s.words, d) || p.frame == nil && s.words[0].class == classPreposition)
		if !inside && !head || isCompared(s.words, d) {
			continue
		}
		if best == "" {
			best = d.EDTF
		}
		if q != nil && d.Start >= q.End {
			if !b.parted(s.S, q.End, d.Start) {
				return d.EDTF
			}
			break
		}
		if inside && q != nil {
			best = d.EDTF // the nearest in front of the figure
		}
	}
	return best
}

// parted reports whether another figure stands between.
func (b *builder) parted(s, from, to int) bool {
	for _, q := range b.bySentence[s] {
		if q.Start >= from && q.End <= to {
			return true
		}
	}
	return false
}

// isCompared reports whether the date is what a figure is compared with: "down
// 12% from the same month in 2021", "more than a year ago".
func isCompared(ws []word, d Date) bool {
	i := wordAt(ws, d.Start)
	for k := i - 1; k >= max(i-5, 0) && ws[k].kind != wordNumber; k-- {
		switch ws[k].lower {
		case "than", "compared", "versus", "vs", "same":
			return true
		}
	}
	return i > 0 && ws[i-1].lower == "from" && !strings.Contains(d.Text, " to ") && !strings.Contains(d.Text, " through ") &&
		!strings.Contains(d.Text, " until ")
}

// lastDay is the end of an EDTF value, so that "on or before" stays well formed.
func lastDay(edtf string) string {
	return edtf[strings.LastIndexByte(edtf, '/')+1:]
}
