package extract

import (
	"encoding/binary"
	"sort"
	"strings"
)

// numberIn is the first word of r that is a number or a part of one, or -1.
func numberIn(ws []word, r run) int {
	for i := r.from; i < r.to; i++ {
		if ws[i].kind == wordNumber || ws[i].is(isNumberWord) {
			return i
		}
	}
	return -1
}

// holdsNumber reports whether the word is a number or has one in it: "1990s",
// "21st", "two-year".
func holdsNumber(w *word) bool {
	if w.kind == wordMark {
		return false
	}
	if w.kind == wordNumber || w.is(isNumberWord) || isDigit(firstRune(w.text)) {
		return true
	}
	if !w.is(isHyphened) {
		return false
	}
	first, _, _ := strings.Cut(w.lower, "-")
	_, number := numberWords[first]
	return number
}

// A speechTrust decides whether a number in a content is surely its speaker's: a
// number without a speaker is better than one with a wrong one.
type speechTrust struct {
	d          *document
	model      *speechModel
	rules      []frame
	offsets    []int
	margins    []int32 // of the words in sentences with a number, see lattice.margins
	contents   []int32
	everywhere bool // margins are wanted in sentences without a number too

	keys [trustFeatures]uint32
}

func newSpeechTrust(d *document, model *speechModel, rules []frame) *speechTrust {
	return &speechTrust{d: d, model: model, rules: rules}
}

// trustSlots is how many weights the trust in numbers has; each is two bytes.
const trustSlots = 1 << 16

// trustSize is the size of the weights with the least sum that is believed.
const trustSize = trustSlots*2 + 4

// least is the sum that is believed.
func (t *speechTrust) least() int32 {
	return int32(binary.LittleEndian.Uint32(t.model.trust[trustSlots*2:]))
}

// frames are the frames of the model with all their contents.
func (t *speechTrust) frames() []frame {
	g := newSpeechTagger(t.d, t.model, t.rules)
	t.offsets, t.margins, t.contents = g.offsets, make([]int32, len(g.labels)), make([]int32, len(g.labels))
	l := &speechLinker{d: t.d, rules: t.rules, open: openContent{quote: -1}, spokeAt: -speechSilence - 1}
	for n := range t.d.sentences {
		v, ok := speechView(t.d, n)
		if !ok {
			continue
		}
		ctx, hint := g.prepare(v)
		if !hint {
			l.open.quote = -1
			continue
		}
		states := g.tag(ctx)
		l.spans = spansOf(states, l.spans[:0])
		l.link(v, l.spans, states)
		if t.everywhere || saysNumber(v.ws, l.spans) {
			from, to := g.offsets[n], g.offsets[n+1]
			g.lattice.margins(&g.model.moves, t.margins[from:to], t.contents[from:to])
		}
	}
	return l.frames
}

// saysNumber reports whether a content holds a number.
func saysNumber(ws []word, spans []speechSpan) bool {
	for _, s := range spans {
		for i := s.from; i < s.to && s.part == partContent; i++ {
			if holdsNumber(&ws[i]) {
				return true
			}
		}
	}
	return false
}

// keep drops the contents of the frames that hold numbers and are not sure. All are
// weighed before any is dropped, as each tells of those around it.
func (t *speechTrust) keep(frames []frame) []frame {
	if t.model.trust == nil {
		return frames
	}
	type doubt struct{ frame, content int }
	var doubts []doubt
	for k := range frames {
		for c, m := range frames[k].contents {
			if numbers := t.numbers(m); len(numbers) > 0 && t.mean(frames, k, m, numbers) < t.least() {
				doubts = append(doubts, doubt{k, c})
			}
		}
	}
	for n := len(doubts) - 1; n >= 0; n-- {
		f, c := &frames[doubts[n].frame], doubts[n].content
		f.contents = append(f.contents[:c:c], f.contents[c+1:]...) // the rules may hold the same slice
	}
	return frames
}

// mean is the mean weight of the numbers of a content; the least of all for one
// without a source.
func (t *speechTrust) mean(frames []frame, k int, m Mark, numbers []place) int32 {
	if origin(&frames[k]).source.empty() {
		return never
	}
	sum := int32(0)
	for _, p := range numbers {
		sum += t.weight(frames, k, m, p)
	}
	return sum / int32(len(numbers))
}

// weight is the sum of what speaks for frame k as the source of the number at p.
func (t *speechTrust) weight(frames []frame, k int, m Mark, p place) int32 {
	t.features(frames, k, m, p)
	sum := int32(0)
	for _, key := range t.keys {
		sum += int32(int16(binary.LittleEndian.Uint16(t.model.trust[key*2:])))
	}
	return sum
}

// A place is a word of the document: its sentence and the word there.
type place struct{ sent, word int }

// numbers are the numbers in m, but a few.
func (t *speechTrust) numbers(m Mark) []place {
	var out []place
	r := globalWords(t.d, m, t.offsets)
	for n := sentenceAt(t.d, m.Start); n < len(t.d.sentences) && t.offsets[n] < r.to; n++ {
		from, to := max(r.from, t.offsets[n])-t.offsets[n], min(r.to, t.offsets[n+1])-t.offsets[n]
		for i := from; i < to && len(out) < 8; i++ {
			if holdsNumber(&t.d.sentences[n].words[i]) {
				out = append(out, place{n, i})
			}
		}
	}
	return out
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
