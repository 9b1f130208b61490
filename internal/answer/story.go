package answer

import "slices"

// inStory says whether a question is understood whole over several reports of one
// story: every word of it says what is counted, what is told of it, whose, where, when
// or by whom. Then the figures are chosen by these parts and not by likeness in words.
func (r *reply) inStory() bool {
	t := r.c.theme()
	if len(r.c.docs) < 2 || t.head == "" {
		return false
	}
	return storyKinds()[r.q.kind] && len(r.q.loose)+len(r.q.unmatched)+len(r.q.elsewhere) == 0
}

// inOrder answers in the order of the kinds.
func (r *reply) inOrder() { deciders()[r.q.kind](r) }

// storyKinds are the kinds of question that are answered from the parts of the
// question before any likeness in words is looked at.
func storyKinds() map[kind]bool {
	return map[kind]bool{kindCount: true, kindMore: true}
}

// ofTheme says whether a figure counts what the story counts, where the question does
// not say what is meant: of a single report every figure may be.
func (r *reply) ofTheme(it *item) bool {
	t := r.c.theme()
	if t.head == "" || it.heads[t.head] {
		return true
	}
	// another thing that is told to be killed, moved, hurt ... where the story's is not
	return len(r.q.acts) > 0 && overlaps(it.acts, r.q.acts) && !slices.ContainsFunc(r.c.all(), func(o *item) bool {
		return o.counted() && o.heads[t.head] && overlaps(o.acts, r.q.acts)
	})
}
