package answer

import "slices"

// inStory says whether a question is understood whole over several reports of one
// story: every word of it says what is counted, what is told of it, whose, where, when
// or by whom; or it is about figures that were given. Then the figures are chosen by
// these parts and not by likeness in words.
func (r *reply) inStory() bool {
	whole := len(r.q.loose)+len(r.q.unmatched)+len(r.q.elsewhere) == 0
	if len(r.c.docs) < 2 || !whole && wanted(r.q.text).marked { // its other words must be looked for
		return false
	}
	if r.c.theme().head == "" {
		return false
	}
	switch r.q.kind {
	case kindCount, kindMore:
		return whole
	case kindSpeaker, kindLatest, kindWhere, kindWhether, kindOverview, kindSame, kindRevised, kindExactly, kindAtMost, kindParts, kindWhose, kindQuoted, kindStillDenies,
		kindHighest, kindLowest, kindSingle, kindDisputed, kindSum, kindEither, kindHolder, kindConfirmedBy, kindSource:
		return true
	}
	return false
}

// ofTheme says whether a figure counts what the story counts, where the question does
// not say what is meant: of a single report every figure may be.
func (r *reply) ofTheme(it *item) bool {
	t := r.c.theme()
	if t.head != "" && it.referring() {
		return false
	}
	if t.head == "" || overlaps(it.heads, t.heads) && (len(r.q.acts) == 0 || r.q.presence || overlaps(it.acts, r.q.acts) || it.heads[t.head]) {
		return true
	}
	// another thing that is told to be killed, moved, hurt ... where the story's is not
	return len(r.q.acts) > 0 && overlaps(it.acts, r.q.acts) && !slices.ContainsFunc(r.c.all(), func(o *item) bool {
		return o.counted() && o.heads[t.head] && overlaps(o.acts, r.q.acts)
	})
}
