package extract

import "sort"

// weigh works out how sure the model is of the contents that hold numbers, where
// a cue is no verb of saying.
func (l *speechLinker) weigh(t *speechTagger, v view, spans []speechSpan) {
	attitude := false
	for k := len(l.frames) - 1; k >= 0 && l.frames[k].sent == v.n; k-- {
		f := origin(&l.frames[k])
		attitude = attitude || !saysSo(l.d.sentences[f.sent].words[f.head].lower)
	}
	for _, s := range spans {
		if attitude && s.part == partContent && numberIn(v.ws, s.run) >= 0 {
			t.lattice.margins(&t.model.moves, l.margins[t.offsets[v.n]:t.offsets[v.n+1]])
			return
		}
	}
}

// numberIn is the first word of r that is a number or a part of one, or -1.
func numberIn(ws []word, r run) int {
	for i := r.from; i < r.to; i++ {
		if ws[i].kind == wordNumber {
			return i
		}
		if _, ok := numberWords[ws[i].lower]; ok {
			return i
		}
	}
	return -1
}

// A speechTrust decides whether a content with a number in it is surely its
// speaker's: a number without a speaker is better than one with a wrong one.
type speechTrust struct {
	d       *document
	rules   []frame
	margins []int32
	offsets []int
}

// keep drops the contents of f that hold a number and are not sure.
func (t *speechTrust) keep(f *frame) {
	kept := f.contents[:0]
	for _, m := range f.contents {
		at, i := t.number(m)
		if i < 0 || t.sure(f, m, at, t.margins[i]) {
			kept = append(kept, m)
		}
	}
	f.contents = kept
}

// number is the first number in m: where it begins, and its word.
func (t *speechTrust) number(m Mark) (at, i int) {
	r := globalWords(t.d, m, t.offsets)
	for n := sentenceAt(t.d, m.Start); n < len(t.d.sentences) && t.offsets[n] < r.to; n++ {
		from, to := max(r.from, t.offsets[n])-t.offsets[n], min(r.to, t.offsets[n+1])-t.offsets[n]
		if k := numberIn(t.d.sentences[n].words, run{from, to}); k >= 0 {
			return t.d.sentences[n].words[k].start, t.offsets[n] + k
		}
	}
	return 0, -1
}

// sure weighs what speaks for the frame: a stated speaker, a verb of saying, the
// rules of the same mind, and the model's own margin.
func (t *speechTrust) sure(f *frame, m Mark, number int, margin int32) bool {
	from := origin(f)
	if from.source.empty() {
		return false
	}
	agree := t.agreed(f, number)
	says := saysSo(t.d.sentences[from.sent].words[from.head].lower)
	return says || agree && margin >= speechSure
}

// speechSure is the margin from which a mere attitude is believed with a number.
const speechSure = 900

// agreed reports whether the rules give the number to the same source.
func (t *speechTrust) agreed(f *frame, number int) bool {
	from := origin(f)
	last := sort.Search(len(t.rules), func(k int) bool { return t.rules[k].sent > f.sent+speechReach })
	for k := last - 1; k >= 0 && t.rules[k].sent >= f.sent-speechReach; k-- {
		r := origin(&t.rules[k])
		if r.sent != from.sent || r.source.to <= from.source.from || from.source.to <= r.source.from {
			continue
		}
		for _, c := range t.rules[k].contents {
			if c.Start <= number && number < c.End {
				return true
			}
		}
	}
	return false
}

// speechReach is over how many sentences the rules are asked for the same content.
const speechReach = 12

// saysSo reports whether the word is a verb that puts something forward as true.
func saysSo(lower string) bool {
	form, ok := cueForms[lower]
	return lower == "according" || lower == "to" || ok && !form.can("m") && (form.can("b") || form.can("d") || form.can("v"))
}

func sentenceAt(d *document, at int) int {
	return sort.Search(len(d.sentences), func(n int) bool { return d.sentences[n].End > at })
}
