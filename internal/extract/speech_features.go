package extract

// A speechToken is what the model of speech sees of one word, worked out once.
type speechToken struct {
	word, suffix uint32 // hashes of the lower-case form and of its end
	tag          uint8  // closed class, role or form of the word
	shape        uint8
	quote        uint8  // 0 outside, 1 opening mark, 2 within, 3 closing mark
	rule         uint8  // what the rules read here: part*2, +1 where it begins
	cueLeft      uint32 // hash of the nearest word of saying to the left, outside quotations
	cueRight     uint32
	leftGap      uint8 // distance to it, in steps
	rightGap     uint8
	finiteLeft   uint8 // finite verbs between it and here, at most 2
	sinceMark    uint8 // words since the last comma or the like, in steps
	untilMark    uint8
	nextTag      uint8 // class of the word behind the next mark
}

// speechFeatures is how many features every word has.
const speechFeatures = 58

// anyName stands for the words of names.
const anyName = 2

// hashWord is a hash of a word that is the same on every machine.
func hashWord[T string | []byte](s T) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// feature makes the key of one feature out of its number and two values.
func feature(n, a, b uint32) uint64 {
	h := uint64(a)*0x9e3779b97f4a7c15 + uint64(b)*0xc2b2ae3d27d4eb4f + uint64(n)*0x165667b19e3779f9
	h ^= h >> 29
	h *= 0xbf58476d1ce4e5b9
	return h ^ h>>32
}

// gapStep rounds a distance to a few sizes.
func gapStep(n int) uint8 {
	switch {
	case n < 4:
		return uint8(n)
	case n < 7:
		return 4
	case n < 12:
		return 5
	case n < 20:
		return 6
	}
	return 7
}

// A speechContext is what holds for a whole sentence.
type speechContext struct {
	cues     bool  // the rules read a frame here
	quoted   uint8 // 0 no quotation, 1 some, 2 begins within one, 3 is one through and through
	previous uint8 // what the rules read in the sentence before
}

func (c speechContext) code() uint32 {
	n := uint32(c.quoted)*8 + uint32(c.previous)*2
	if c.cues {
		n++
	}
	return n
}

// featuresOf writes the keys of the features of word i.
func featuresOf(ts []speechToken, i int, ctx speechContext, out *[speechFeatures]uint64) {
	none := speechToken{word: 1, tag: 255, rule: 15, quote: 7}
	at := func(k int) *speechToken {
		if k < 0 || k >= len(ts) {
			return &none
		}
		return &ts[k]
	}
	a, l, r, l2, r2 := at(i), at(i-1), at(i+1), at(i-2), at(i+2)
	code := ctx.code()
	tag := func(x, y *speechToken) uint32 { return uint32(x.tag)<<8 | uint32(y.tag) }
	rules := uint32(l.rule)<<8 | uint32(a.rule)<<4 | uint32(r.rule)
	wide := rules<<8 | uint32(l2.rule)<<4 | uint32(r2.rule)
	quotes := uint32(l.quote)<<6 | uint32(a.quote)<<3 | uint32(r.quote)
	edge := uint32(gapStep(i))<<4 | uint32(gapStep(len(ts)-1-i))
	gaps := uint32(a.leftGap)<<4 | uint32(a.rightGap)
	marks := uint32(a.sinceMark)<<4 | uint32(a.untilMark)
	keys := [speechFeatures]uint64{ // apart from out, or all are held back until the last is made
		feature(0, code, 0), feature(1, a.word, 0), feature(2, l.word, 0), feature(3, r.word, 0), feature(4, l2.word, 0),
		feature(5, r2.word, 0), feature(6, l.word, a.word), feature(7, a.word, r.word), feature(8, l2.word, l.word),
		feature(9, r.word, r2.word), feature(10, a.suffix, 0), feature(11, l.suffix, uint32(a.tag)), feature(12, r.suffix, uint32(a.tag)),
		feature(13, tag(a, a), uint32(a.shape)), feature(14, tag(l, a), 0), feature(15, tag(a, r), 0),
		feature(16, tag(l, a), uint32(r.tag)), feature(17, tag(l2, l), uint32(a.tag)), feature(18, tag(a, r), uint32(r2.tag)),
		feature(19, tag(l2, l), tag(a, r)), feature(20, uint32(a.rule), code), feature(21, rules, 0), feature(22, wide, 0),
		feature(23, rules, uint32(a.tag)), feature(24, rules, a.word), feature(25, rules, quotes), feature(26, quotes, code),
		feature(27, quotes, a.word), feature(28, edge, code), feature(29, edge, uint32(a.tag)), feature(30, a.cueLeft, uint32(a.leftGap)),
		feature(31, a.cueRight, uint32(a.rightGap)), feature(32, a.cueLeft, tag(a, l)), feature(33, a.cueRight, tag(a, r)),
		feature(34, gaps, rules), feature(35, gaps, uint32(a.finiteLeft)), feature(36, marks, rules), feature(37, marks, tag(a, l)),
		feature(38, uint32(a.nextTag), rules), feature(39, uint32(a.finiteLeft)<<8|uint32(a.tag), rules), feature(40, uint32(l.tag), quotes),
		feature(41, uint32(a.tag)<<8|uint32(a.nextTag), uint32(a.leftGap)), feature(42, a.cueLeft, rules), feature(43, a.cueRight, rules),
		feature(44, l.word, rules), feature(45, r.word, rules), feature(46, at(i-3).word, uint32(a.tag)), feature(47, at(i+3).word, uint32(a.tag)),
		feature(48, tag(at(i-3), l2), tag(l, a)), feature(49, tag(a, r), tag(r2, at(i+3))),
		feature(50, a.word, uint32(l.tag)), feature(51, a.word, uint32(r.tag)), feature(52, l.word*31+a.word, r.word),
		feature(53, l2.word*31+l.word, a.word), feature(54, a.word, r.word*31+r2.word), feature(55, a.cueLeft, tag(a, r)<<3|uint32(a.finiteLeft)),
		feature(56, a.cueRight, a.cueLeft), feature(57, a.cueLeft, uint32(a.untilMark)<<8|uint32(a.nextTag)),
	}
	*out = keys
}

// speechTokens makes the tokens of a sentence. rule holds the label of the rules
// for each word.
func speechTokens(v view, rule []uint8, out []speechToken) []speechToken {
	out = out[:0]
	for i := range v.ws {
		w := &v.ws[i]
		t := speechToken{word: w.hash, tag: speechTag(v.ws, i), rule: rule[i], shape: shapeOf(w)}
		if t.tag == tagName {
			t.word = anyName // whose, is a matter of the day
		}
		t.suffix = hashWord(w.lower[max(0, len(w.lower)-3):])
		t.quote = quotePlace(v, i)
		out = append(out, t)
	}
	fromLeft(out)
	fromRight(out)
	return out
}

func quotePlace(v view, i int) uint8 {
	switch {
	case v.in[i] < 0:
		return 0
	case v.ws[i].lower != `"`:
		return 2
	case i == 0 || v.in[i-1] != v.in[i]:
		return 1
	case i+1 == len(v.ws) || v.in[i+1] != v.in[i]:
		return 3
	}
	return 2
}

// fromLeft fills in what lies left of each word.
func fromLeft(ts []speechToken) {
	cue, mark, finite := -1, -1, 0
	for i := range ts {
		t := &ts[i]
		t.leftGap, t.sinceMark = gapStep(i-cue), gapStep(i-mark)
		if cue >= 0 {
			t.cueLeft, t.finiteLeft = ts[cue].word, uint8(min(finite, 2))
		}
		switch {
		case t.quote == 0 && saysTag(t.tag):
			cue, finite = i, 0
		case t.tag == tagHelper || t.tag == tagPast || t.tag == tagVerb:
			finite++
		case partsClauses(t.tag):
			mark = i
		}
	}
}

// fromRight fills in what lies right of each word.
func fromRight(ts []speechToken) {
	cue, mark := len(ts), len(ts)
	for i := len(ts) - 1; i >= 0; i-- {
		t := &ts[i]
		t.rightGap, t.untilMark = gapStep(cue-i), gapStep(mark-i)
		if cue < len(ts) {
			t.cueRight = ts[cue].word
		}
		if mark+1 < len(ts) {
			t.nextTag = ts[mark+1].tag
		}
		if t.quote == 0 && saysTag(t.tag) {
			cue = i
		}
		if partsClauses(t.tag) {
			mark = i
		}
	}
}

// shapeOf tells capitals and digits.
func shapeOf(w *word) uint8 {
	var n uint8
	for i, r := range w.text {
		switch {
		case isUpper(r) && i == 0:
			n |= 1
		case isUpper(r):
			n |= 2
		case isDigit(r):
			n |= 4
		case r == '-', r == '\'', r == '’', r == '.':
			n |= 8
		}
	}
	return n
}
