package extract

// trustFeatures is how many features a number in a content has.
const trustFeatures = 44

// A trustView is what the features of a number in a content are made of.
type trustView struct {
	cue, tag, kind, says  uint32 // the cue word, its class, the kind of its frame
	source                uint32 // class of the source
	order, quoted, agreed uint32
	number, begin         uint32 // how sure the model is of the number and of the content's first word
	who, how              uint32 // and of source and cue
	gap, into, length     uint32 // words between cue and number, from the content's start, of the content
	first, before, after  uint32 // classes of the content's first word and of the number's neighbours
}

// features fills the keys of a number at p in the content m of f.
func (t *speechTrust) features(f *frame, m Mark, p place) {
	x := t.view(f, m, p)
	firstWord := hashWord(lowerAt(t.d.sentences[p.sent].words, p.word-1))
	sides := x.order*4 + x.quoted
	pairs := [trustFeatures][2]uint32{
		{}, {x.cue}, {x.tag}, {x.kind, x.says}, {x.source}, {x.order, x.quoted}, {x.agreed}, {x.number}, {x.begin}, {x.who}, {x.how},
		{x.gap}, {x.into}, {x.length}, {x.first}, {x.before}, {x.after}, {firstWord},
		{x.cue, x.order}, {x.cue, x.agreed}, {x.cue, x.source}, {x.cue, x.first}, {x.source, x.agreed}, {x.source, x.tag},
		{x.tag, x.agreed}, {x.tag, x.number}, {x.tag, sides}, {x.agreed, x.number}, {x.agreed, sides}, {x.says*2 + 1, x.agreed*16 + x.number},
		{x.kind, sides}, {x.kind, x.agreed}, {x.gap, x.order}, {x.into, x.order}, {x.gap, x.agreed}, {x.source, sides},
		{x.before, x.tag}, {x.number, x.begin}, {x.who, x.how}, {x.number, x.how}, {x.first, x.tag}, {x.length, x.order}, {x.gap, x.tag}, {x.into, x.number},
	}
	for n, pair := range pairs {
		t.keys[n] = uint32(feature(uint32(n), pair[0], pair[1])>>20) % trustSlots
	}
}

func (t *speechTrust) view(f *frame, m Mark, p place) trustView {
	from := origin(f)
	ws, here := t.d.sentences[from.sent].words, t.d.sentences[p.sent]
	lower := ws[from.head].lower
	x := trustView{cue: hashWord(lower), tag: uint32(speechTag(ws, from.head)), kind: uint32(f.kind), source: t.sourceClass(from)}
	if form, ok := cueForms[lower]; ok {
		x.cue = hashWord(form.lemma)
	}
	if saysSo(lower) {
		x.says = 1
	}
	if here.in[p.word] >= 0 {
		x.quoted = 1
	}
	number := t.offsets[p.sent] + p.word
	begin := globalWord(t.d, m.Start, t.offsets)
	cue := t.offsets[from.sent] + from.head
	switch {
	case p.sent > from.sent:
		x.order = 1
	case p.sent < from.sent:
		x.order = 2
	case p.word < from.head:
		x.order = 3
	}
	x.agreed = t.agreed(f, m, here.words[p.word].start)
	x.number, x.begin = t.sureness(number), t.sureness(begin)
	x.who, x.how = t.sureness(t.offsets[from.sent]+from.source.to-1), t.sureness(cue)
	x.gap, x.into = wideStep(max(number-cue, cue-number)), wideStep(number-begin)
	x.length = wideStep(globalWord(t.d, m.End, t.offsets) - begin)
	x.before, x.after = tagAt(here.words, p.word-1), tagAt(here.words, p.word+1)
	n := sentenceAt(t.d, m.Start)
	x.first = tagAt(t.d.sentences[n].words, begin-t.offsets[n])
	return x
}

// sureness is the model's margin at a word, in steps.
func (t *speechTrust) sureness(i int) uint32 {
	return uint32(max(0, min(15, t.margins[i]/150)))
}

// wideStep rounds a distance to a few sizes, of which the longest is long.
func wideStep(n int) uint32 {
	if n < 20 {
		return uint32(gapStep(max(n, 0)))
	}
	return uint32(8 + min(n/20, 4))
}

// tagAt is the class of a word, of none where there is no word.
func tagAt(ws []word, i int) uint32 {
	if i < 0 || i >= len(ws) {
		return 255
	}
	return uint32(speechTag(ws, i))
}

// sourceClass tells names, pronouns, documents and other speakers apart.
func (t *speechTrust) sourceClass(f *frame) uint32 {
	ws := t.d.sentences[f.sent].words
	last := uint32(0)
	for i := f.source.from; i < f.source.to && i < f.source.from+6; i++ {
		switch tag := speechTag(ws, i); {
		case tag == tagReport:
			return 200
		case tag == tagName, tag >= tagTitle && tag <= tagBody:
			last = uint32(tag)
		case last == 0:
			last = uint32(tag)
		}
	}
	if f.source.to-f.source.from == 1 {
		return last + 64
	}
	return last
}
