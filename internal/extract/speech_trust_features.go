package extract

import (
	"sort"
	"strings"
)

// A trustAtom is one thing that may tell whether a number is its speaker's.
type trustAtom int

const (
	aboutCue trustAtom = iota // what the speaker does
	aboutCueWord
	aboutTag // class of the cue
	aboutTense
	aboutTakes // what may follow the cue
	aboutKind
	aboutSays // the cue puts forward as true
	aboutNegated
	aboutBeforeCue  // the word before the cue
	aboutSource     // class of the source
	aboutSourceHead // its last word
	aboutSourceFirst
	aboutSourceLength
	aboutSourceNumber // there is a number in it
	aboutSourceQuoted
	aboutSourceSide // before or behind the cue
	aboutSourceAtCue
	aboutBeforeSource
	aboutOrder // cue before or behind the number
	aboutQuoted
	aboutAgreed // the rules
	aboutRulesHere
	aboutNumberMargin
	aboutContentMargin
	aboutBeginMargin
	aboutEndMargin
	aboutCueMargin
	aboutSourceMargin
	aboutGap  // words between cue and number
	aboutInto // from the begin of the content
	aboutLength
	aboutFirst // class of the first word of the content
	aboutFirstWord
	aboutAfterContent
	aboutToEnd // the content ends with the sentence
	aboutFromStart
	aboutBefore // class of the word before the number
	aboutAfter
	aboutLeft1 // words around the number
	aboutLeft2
	aboutRight1
	aboutRight2
	aboutForm   // of the number
	aboutCommas // between cue and number
	aboutFinite
	aboutRelative
	aboutJoint
	aboutDashes
	aboutQuotes
	aboutSince // sentences since the cue
	aboutParagraphs
	aboutFloats
	aboutPosition // of the sentence
	aboutPrevious // who spoke in the sentences before
	aboutFrames   // others of the sentence
	aboutNested   // frames in the content
	aboutInside   // the cue is in another content
	aboutNumbers  // in the sentence
	aboutBeforeContent
	aboutCuePos // parts of speech
	aboutFirstPos
	aboutLeftPos
	aboutRightPos
	aboutRight2Pos
	aboutSourcePos
	aboutPreposition // the nearest one before the number
	aboutMarkGap     // words since the last mark
	aboutAfterMark   // part of speech of the word behind it
	trustAtoms
)

// trustPairs are the atoms that are also looked at together.
var trustPairs = [...][]trustAtom{
	{aboutBeforeContent, aboutFirstPos}, {aboutBeforeContent, aboutFirstPos, aboutOrder}, {aboutCuePos, aboutTag}, {aboutLeftPos, aboutForm},
	{aboutLeftPos, aboutRightPos}, {aboutPreposition, aboutForm}, {aboutMarkGap, aboutAfterMark}, {aboutAfterMark, aboutQuoted, aboutOrder},
	{aboutPreposition, aboutOrder}, {aboutCue, aboutFirstPos}, {aboutSourcePos, aboutCue}, {aboutRightPos, aboutRight2Pos},
	{aboutAfterMark, aboutFinite, aboutCommas}, {aboutCue, aboutOrder}, {aboutCue, aboutAgreed}, {aboutCue, aboutSource}, {aboutCue, aboutFirst},
	{aboutSource, aboutAgreed}, {aboutSource, aboutTag}, {aboutTag, aboutAgreed}, {aboutTag, aboutNumberMargin}, {aboutTag, aboutOrder, aboutQuoted},
	{aboutAgreed, aboutNumberMargin}, {aboutAgreed, aboutOrder, aboutQuoted}, {aboutSays, aboutAgreed, aboutNumberMargin},
	{aboutKind, aboutOrder, aboutQuoted}, {aboutKind, aboutAgreed}, {aboutGap, aboutOrder}, {aboutInto, aboutOrder}, {aboutGap, aboutAgreed},
	{aboutSource, aboutOrder, aboutQuoted}, {aboutBefore, aboutTag}, {aboutNumberMargin, aboutBeginMargin}, {aboutSourceMargin, aboutCueMargin},
	{aboutNumberMargin, aboutCueMargin}, {aboutFirst, aboutTag}, {aboutLength, aboutOrder}, {aboutGap, aboutTag}, {aboutInto, aboutNumberMargin},
	{aboutContentMargin, aboutAgreed}, {aboutContentMargin, aboutQuoted, aboutOrder}, {aboutEndMargin, aboutContentMargin},
	{aboutCueMargin, aboutContentMargin}, {aboutSourceMargin, aboutCueMargin}, {aboutCommas, aboutFinite}, {aboutJoint, aboutOrder},
	{aboutRelative, aboutOrder}, {aboutForm, aboutLeft1}, {aboutForm, aboutOrder, aboutCommas}, {aboutSourceHead, aboutSource},
	{aboutSourceHead, aboutTag}, {aboutSince, aboutQuoted}, {aboutSince, aboutParagraphs, aboutFloats}, {aboutForm, aboutCue}, {aboutLeft1, aboutCue},
	{aboutCue, aboutCommas}, {aboutSource, aboutSourceNumber}, {aboutFrames, aboutNested}, {aboutFirstWord, aboutTag},
	{aboutPrevious, aboutFloats, aboutQuoted}, {aboutForm, aboutJoint},
}

// trustFeatures is how many features a number in a content has.
const trustFeatures = int(trustAtoms) + len(trustPairs)

// A trustView is what is known of one number in a content.
type trustView struct {
	*speechTrust
	frames     []frame
	k          int // the frame in frames
	from       *frame
	said       Mark
	p          place
	ws         []word // of the sentence of the cue
	here       []word // of the sentence of the number
	begin, end int    // the content, in words of the document
	atoms      [trustAtoms]uint32
}

// features fills the keys of a number at p in the content m of frames[k].
func (t *speechTrust) features(frames []frame, k int, m Mark, p place) {
	x := trustView{speechTrust: t, frames: frames, k: k, from: origin(&frames[k]), said: m, p: p}
	x.ws, x.here = t.d.sentences[x.from.sent].words, t.d.sentences[p.sent].words
	x.begin, x.end = globalWord(t.d, m.Start, t.offsets), globalWord(t.d, m.End, t.offsets)
	x.speaks()
	x.speaker()
	x.margin()
	x.content()
	x.number()
	x.between()
	x.around()
	x.parts()
	for n, atom := range x.atoms {
		t.keys[n] = trustKey(feature(uint32(n), atom, 0))
	}
	for n, atoms := range trustPairs {
		a, b := x.atoms[atoms[0]], x.atoms[atoms[1]]
		if len(atoms) > 2 {
			b = b<<8 ^ x.atoms[atoms[2]]
		}
		t.keys[int(trustAtoms)+n] = trustKey(feature(uint32(trustAtoms)+uint32(n), a, b))
	}
}

func trustKey(feature uint64) uint32 { return uint32(feature>>20) % trustSlots }

func (x *trustView) set(atom trustAtom, n int)         { x.atoms[atom] = uint32(n + 64) }
func (x *trustView) word(atom trustAtom, lower string) { x.atoms[atom] = hashWord(lower) }
func (x *trustView) is(atom trustAtom, yes bool) {
	if yes {
		x.atoms[atom] = 1
	}
}

// speaks tells of the cue.
func (x *trustView) speaks() {
	f, lower := x.from, x.ws[x.from.head].lower
	x.word(aboutCueWord, lower)
	x.word(aboutCue, lower)
	if form, ok := cueForms[lower]; ok {
		x.word(aboutCue, form.lemma)
		x.word(aboutTakes, form.takes)
		x.set(aboutTense, int(form.tense))
	}
	x.set(aboutTag, int(speechTag(x.ws, f.head)))
	x.set(aboutKind, int(x.frames[x.k].kind))
	x.is(aboutSays, saysSo(lower))
	x.is(aboutNegated, f.negated)
	x.word(aboutBeforeCue, lowerAt(x.ws, f.verb.from-1))
	x.is(aboutFloats, x.frames[x.k].kind == frameFloating)
}

// speaker tells of the source.
func (x *trustView) speaker() {
	s := x.from.source
	x.atoms[aboutSource] = x.sourceClass(x.from)
	x.word(aboutSourceHead, lowerAt(x.ws, s.to-1))
	x.word(aboutSourceFirst, lowerAt(x.ws, s.from))
	x.word(aboutBeforeSource, lowerAt(x.ws, s.from-1))
	x.set(aboutSourceLength, min(6, s.to-s.from))
	x.is(aboutSourceNumber, numberIn(x.ws, s) >= 0)
	x.is(aboutSourceQuoted, x.d.sentences[x.from.sent].in[s.from] >= 0)
	x.is(aboutSourceSide, s.from < x.from.verb.from)
	x.is(aboutSourceAtCue, s.to == x.from.verb.from || s.from == x.from.verb.to)
}

// margin tells how sure the model is of the parts.
func (x *trustView) margin() {
	first := x.offsets[x.p.sent]
	cue := x.offsets[x.from.sent]
	x.set(aboutNumberMargin, x.sureness(first+x.p.word))
	x.set(aboutContentMargin, marginStep(x.contents[first+x.p.word]))
	x.set(aboutBeginMargin, x.sureness(x.begin))
	x.set(aboutEndMargin, x.sureness(x.end-1))
	x.set(aboutCueMargin, x.sureness(cue+x.from.head))
	x.set(aboutSourceMargin, x.sureness(cue+x.from.source.to-1))
}

// sureness is the step of the margin of a word of the number's sentence; others have
// none, as theirs are only worked out where they say numbers too.
func (x *trustView) sureness(i int) int {
	if i < x.offsets[x.p.sent] || i >= x.offsets[x.p.sent+1] {
		return -1
	}
	return marginStep(x.margins[i])
}

// marginSteps part the margins of the model.
var marginSteps = [...]int32{0, 50, 100, 200, 300, 450, 600, 800, 1000, 1300, 1700, 2300}

func marginStep(margin int32) int {
	n := 0
	for n < len(marginSteps) && margin > marginSteps[n] {
		n++
	}
	return n
}

// content tells of the content as a whole.
func (x *trustView) content() {
	n := sentenceAt(x.d, x.said.Start)
	first := x.begin - x.offsets[n]
	x.atoms[aboutFirst] = tagAt(x.d.sentences[n].words, first)
	x.word(aboutFirstWord, lowerAt(x.d.sentences[n].words, first))
	x.set(aboutLength, int(wideStep(x.end-x.begin)))
	x.set(aboutInto, int(wideStep(x.offsets[x.p.sent]+x.p.word-x.begin)))
	x.word(aboutAfterContent, lowerAt(x.here, max(0, x.end-x.offsets[x.p.sent])))
	x.is(aboutToEnd, x.said.End >= x.here[len(x.here)-1].start)
	x.is(aboutFromStart, x.said.Start <= x.here[0].start)
	x.atoms[aboutAgreed] = x.agreed(&x.frames[x.k], x.said, x.here[x.p.word].start)
}

// number tells of the number and the words beside it.
func (x *trustView) number() {
	i := x.p.word
	x.atoms[aboutBefore], x.atoms[aboutAfter] = tagAt(x.here, i-1), tagAt(x.here, i+1)
	x.word(aboutLeft1, lowerAt(x.here, i-1))
	x.word(aboutLeft2, lowerAt(x.here, i-2))
	x.word(aboutRight1, lowerAt(x.here, i+1))
	x.word(aboutRight2, lowerAt(x.here, i+2))
	x.set(aboutForm, numberForm(x.here[i]))
	x.is(aboutQuoted, x.d.sentences[x.p.sent].in[i] >= 0)
}

// parts tells of the parts of speech.
func (x *trustView) parts() {
	cue := x.d.tagsOf(&x.d.sentences[x.from.sent])
	x.set(aboutCuePos, int(cue[x.from.head]))
	x.set(aboutSourcePos, int(cue[max(x.from.source.to-1, 0)]))
	n := sentenceAt(x.d, x.said.Start)
	first := x.begin - x.offsets[n]
	x.set(aboutFirstPos, posIn(x.d.tagsOf(&x.d.sentences[n]), first))
	x.word(aboutBeforeContent, lowerAt(x.d.sentences[n].words, first-1))
	tags, i := x.d.tagsOf(&x.d.sentences[x.p.sent]), x.p.word
	x.set(aboutLeftPos, posIn(tags, i-1))
	x.set(aboutRightPos, posIn(tags, i+1))
	x.set(aboutRight2Pos, posIn(tags, i+2))
	prep, mark := i-1, i-1
	for prep >= 0 && tags[prep] != posPreposition {
		prep--
	}
	x.word(aboutPreposition, lowerAt(x.here, prep))
	for mark >= 0 && (x.here[mark].kind != wordMark || !partsClauses(markTag(x.here[mark].lower))) {
		mark--
	}
	x.set(aboutMarkGap, int(wideStep(i-mark)))
	x.set(aboutAfterMark, posIn(tags, mark+1))
}

func posIn(tags []pos, i int) int {
	if i < 0 || i >= len(tags) {
		return int(posNone)
	}
	return int(tags[i])
}

// numberForm tells words, years, single digits, places in an order and others apart.
func numberForm(w word) int {
	switch l := w.lower; {
	case w.kind != wordNumber:
		return 1
	case len(l) == 4 && (strings.HasPrefix(l, "19") || strings.HasPrefix(l, "20")):
		return 2
	case strings.Contains(l, "-"):
		return 3
	case len(l) == 1:
		return 4
	case isLetter(rune(l[len(l)-1])):
		return 5
	}
	return 0
}

// between tells of what stands between the cue, or the begin of the content, and
// the number.
func (x *trustView) between() {
	number, cue := x.offsets[x.p.sent]+x.p.word, x.offsets[x.from.sent]+x.from.head
	x.set(aboutGap, int(wideStep(max(number-cue, cue-number))))
	way := run{0, x.p.word}
	switch {
	case x.p.sent > x.from.sent:
		x.set(aboutOrder, 1)
		way.from = min(max(0, x.begin-x.offsets[x.p.sent]), x.p.word)
	case x.p.sent < x.from.sent:
		x.set(aboutOrder, 2)
		way.from = min(max(0, x.begin-x.offsets[x.p.sent]), x.p.word)
	default:
		way = run{min(x.from.verb.to, x.p.word), max(x.from.verb.from, x.p.word)}
		if x.p.word < x.from.head {
			x.set(aboutOrder, 3)
		}
	}
	x.way(way)
	x.set(aboutSince, min(max(x.p.sent-x.from.sent, -2), 6))
	parts := 0
	for n := min(x.from.sent, x.p.sent); n < max(x.from.sent, x.p.sent) && parts < 3; n++ {
		if parted(x.d, x.d.sentences[n].End, x.d.sentences[n+1].Start) {
			parts++
		}
	}
	x.set(aboutParagraphs, parts)
}

func (x *trustView) way(r run) {
	commas, finite, dashes, quotes := 0, 0, 0, 0
	for i := r.from; i < r.to; i++ {
		switch l := x.here[i].lower; {
		case l == ",":
			commas++
		case l == "(" || l == ";" || markTag(l) == tagDash:
			dashes++
		case l == `"`:
			quotes++
		case x.here[i].tag == tagRelative || l == "whose" || l == "where":
			x.word(aboutRelative, l)
		case trustJoints[l]:
			x.word(aboutJoint, l)
		}
		if isFinite(x.here, i) {
			finite++
		}
	}
	x.set(aboutCommas, min(commas, 3))
	x.set(aboutFinite, min(finite, 3))
	x.set(aboutDashes, min(dashes, 2))
	x.set(aboutQuotes, min(quotes, 2))
}

// trustJoints may begin what the writer adds to what is said.
var trustJoints = wordSet("when after while as because since with before if but and despite although though during following")

// around tells of the sentence and of the other frames.
func (x *trustView) around() {
	x.set(aboutPosition, min(x.p.sent, 4))
	n := 0
	for i := range x.here {
		if holdsNumber(&x.here[i]) {
			n++
		}
	}
	x.set(aboutNumbers, min(n, 5))
	x.neighbours()
	k := sort.Search(len(x.rules), func(k int) bool { return x.rules[k].sent >= x.p.sent })
	x.is(aboutRulesHere, k < len(x.rules) && x.rules[k].sent == x.p.sent)
}

// neighbours tells of the frames of the same sentence and of those before.
func (x *trustView) neighbours() {
	others, nested, inside, previous := 0, 0, 0, 0
	f := &x.frames[x.k]
	cue := x.ws[x.from.verb.from].start
	for k := len(x.frames) - 1; k >= 0 && x.frames[k].sent >= min(f.sent, x.p.sent)-2; k-- {
		g := &x.frames[k]
		if s := g.sent; s >= x.p.sent-2 && s < x.p.sent {
			previous = max(previous, x.sameSpeaker(g))
		}
		if k == x.k || g.sent != f.sent || g.kind == frameFloating {
			continue
		}
		others++
		if at := x.d.sentences[g.sent].words[g.verb.from].start; at >= x.said.Start && at < x.said.End {
			nested++
		}
		for _, m := range g.contents {
			if m.Start <= cue && cue < m.End {
				inside++
			}
		}
	}
	x.set(aboutFrames, min(others, 3))
	x.set(aboutNested, min(nested, 2))
	x.set(aboutInside, min(inside, 2))
	x.set(aboutPrevious, previous)
}

// sameSpeaker is 2 for a frame of the same source, 1 for one of another, 0 for none.
func (x *trustView) sameSpeaker(g *frame) int {
	o := origin(g)
	if o.source.empty() {
		return 0
	}
	a, b := r2mark(x.ws, x.from.source), r2mark(x.d.sentences[o.sent].words, o.source)
	if strings.EqualFold(x.d.text(a.Start, a.End), x.d.text(b.Start, b.End)) {
		return 2
	}
	return 1
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
