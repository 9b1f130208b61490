package extract

import (
	"encoding/binary"
	"sort"
)

// weigh works out how sure the model is of the words of a sentence where a
// content holds a number.
func (l *speechLinker) weigh(t *speechTagger, v view, spans []speechSpan) {
	for _, s := range spans {
		if s.part == partContent && numberIn(v.ws, s.run) >= 0 {
			t.lattice.margins(&t.model.moves, l.margins[t.offsets[v.n]:t.offsets[v.n+1]])
			return
		}
	}
}

// numberIn is the first word of r that is a number or a part of one, or -1.
func numberIn(ws []word, r run) int {
	for i := r.from; i < r.to; i++ {
		if ws[i].kind == wordNumber || ws[i].is(isNumberWord) {
			return i
		}
	}
	return -1
}

// A speechTrust decides whether a content with a number in it is surely its
// speaker's: a number without a speaker is better than one with a wrong one.
type speechTrust struct {
	d       *document
	model   *speechModel
	rules   []frame
	margins []int32
	offsets []int
	keys    [trustFeatures]uint32
}

// trustSlots is how many weights the trust in numbers has; each is two bytes.
const trustSlots = 1 << 13

// trustSize is the size of the weights with the least sum that is believed.
const trustSize = trustSlots*2 + 4

// keep drops the contents of the frames that hold a number and are not sure.
func (t *speechTrust) keep(frames []frame) {
	if t.model.trust == nil {
		return
	}
	least := int32(binary.LittleEndian.Uint32(t.model.trust[trustSlots*2:]))
	for k := range frames {
		f := &frames[k]
		kept := f.contents[:0]
		for _, m := range f.contents {
			p, ok := t.number(m)
			if !ok || !origin(f).source.empty() && t.weight(f, m, p) >= least {
				kept = append(kept, m)
			}
		}
		f.contents = kept
	}
}

// weight is the sum of what speaks for the frame as the source of the number.
func (t *speechTrust) weight(f *frame, m Mark, p place) int32 {
	t.features(f, m, p)
	sum := int32(0)
	for _, key := range t.keys {
		sum += int32(int16(binary.LittleEndian.Uint16(t.model.trust[key*2:])))
	}
	return sum
}

// A place is a word of the document: its sentence and the word there.
type place struct{ sent, word int }

// number is the first number in m.
func (t *speechTrust) number(m Mark) (place, bool) {
	r := globalWords(t.d, m, t.offsets)
	for n := sentenceAt(t.d, m.Start); n < len(t.d.sentences) && t.offsets[n] < r.to; n++ {
		from, to := max(r.from, t.offsets[n])-t.offsets[n], min(r.to, t.offsets[n+1])-t.offsets[n]
		if k := numberIn(t.d.sentences[n].words, run{from, to}); k >= 0 {
			return place{n, k}, true
		}
	}
	return place{}, false
}

// How far the rules agree with a frame of the model.
const (
	rulesSilent uint32 = iota
	rulesOther         // they give the number to somebody else
	rulesSame          // to the same source
	rulesEqual         // with a content that ends there too
)

// agreed tells whether the rules give the number to the same source.
func (t *speechTrust) agreed(f *frame, m Mark, number int) uint32 {
	from, found := origin(f), rulesSilent
	last := sort.Search(len(t.rules), func(k int) bool { return t.rules[k].sent > f.sent+speechReach })
	for k := last - 1; k >= 0 && t.rules[k].sent >= f.sent-speechReach; k-- {
		r := origin(&t.rules[k])
		other := r.sent != from.sent || r.source.to <= from.source.from || from.source.to <= r.source.from
		for _, c := range t.rules[k].contents {
			switch {
			case number < c.Start || c.End <= number:
			case other:
				found = max(found, rulesOther)
			case c.End-m.End <= 1 && m.End-c.End <= 1:
				return rulesEqual
			default:
				found = rulesSame
			}
		}
	}
	return found
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
