package extract

import (
	_ "embed"
	"encoding/binary"
	"slices"
	"strings"
)

// A pos is the part of speech that a word has in its sentence. The classes are
// those of Universal Dependencies, with nouns parted by number and verbs by form
// (Penn tags), since a rule that asks wants just that.
type pos uint8

const (
	posNone pos = iota
	posNoun
	posNouns // in the plural
	posName
	posAdjective
	posAdverb
	posBase   // infinitive or imperative
	posFinite // past or present, not an auxiliary
	posPast   // past participle
	posIng    // present participle or gerund
	posAux
	posDeterminer
	posPronoun
	posNumber
	posPreposition
	posAnd // coordinating conjunction
	posThat
	posParticle
	posMark
	posOther
	posCount
)

// isNominal reports whether a noun phrase may end with the word.
func (p pos) isNominal() bool { return p == posNoun || p == posNouns || p == posName }

// isVerb reports whether the word is a verb, not an auxiliary, in any form.
func (p pos) isVerb() bool { return p >= posBase && p <= posIng }

// posWeights is the model of parts of speech, made by the command in trainpos:
// per slot a check of the feature, then a row of weights, one a class.
//
//go:embed pos.weights
var posWeights []byte

// partsOfSpeech is the model that readers use.
var partsOfSpeech = posModel{posWeights}

// A posModel is two linear models of the class of a word, averaged perceptrons
// after Collins (2002) in the greedy form. Both read from left to right and know the
// two classes before; the second also sees what the first took the words behind for.
type posModel struct{ packed []byte }

const (
	posBits     = 15 // slots are 1<<posBits
	posSlots    = 1 << posBits
	posRow      = 24 // bytes; posCount of them are used
	posSize     = posSlots * (2 + posRow)
	posFeatures = 33
	posAhead    = 6 // the last of them, that only the second reading has
)

// tag writes the classes of the pieces of a sentence to out, which is as long.
func (m posModel) tag(ws []word, out []pos) {
	if len(m.packed) != 2*posSize {
		return
	}
	var room [posSentence]bool
	sure := room[:min(len(ws), posSentence)]
	m.read(ws, out, sure, (*[posSize]byte)(m.packed), posFeatures-posAhead)
	m.read(ws, out, sure, (*[posSize]byte)(m.packed[posSize:]), posFeatures)
}

// posSentence is of how many pieces of a sentence it is remembered whether they are
// sure; posSure is the lead, in weights, with which a class is sure: the second
// reading then leaves it.
const (
	posSentence = 128
	posSure     = 80
)

// read goes over the pieces once with one of the two models, but for those of which
// the first was sure.
func (m posModel) read(ws []word, out []pos, sure []bool, packed *[posSize]byte, features int) {
	var keys [posFeatures]uint64
	window := newPosWindow(ws)
	for i := range ws {
		switch given := givenPos(&ws[i]); {
		case given != posNone:
			out[i] = given
		case i >= len(sure) || !sure[i]:
			window.features(i, out, &keys)
			p, lead := bestPos(packed, keys[:features])
			if out[i] = p; i < len(sure) {
				sure[i] = lead > posSure
			}
		}
		window.step(i)
	}
}

// givenPos is the class of a word that its form alone tells, else posNone.
func givenPos(w *word) pos {
	switch w.kind {
	case wordNumber:
		return posNumber
	case wordMark:
		return posMark
	}
	return w.sure
}

// surePos are words of closed classes that are the same in whatever sentence: the
// models are not asked for them, which saves a fifth of their work.
var surePos = joinSurePos()

func joinSurePos() map[string]pos {
	all := map[string]pos{}
	for p, words := range map[pos]map[string]bool{
		posDeterminer:  wordSet("the a an another each every"),
		posAnd:         wordSet("and or"),
		posPronoun:     wordSet("it he she they we i you him them me his her its their our your my it's"),
		posAux:         wordSet("would could should must might"),
		posThat:        wordSet("if whether"),
		posAdverb:      wordSet("also when how where why then"),
		posPreposition: wordSet("during among"),
	} {
		for w := range words {
			all[w] = p
		}
	}
	return all
}

// bestPos adds up the weights of the features and returns the class with the most,
// and by how much it has more than the next.
// Each weight is a byte with 128 added; four sums of two bytes each run in one word.
// No step branches on what it finds, which no processor could foresee.
func bestPos(packed *[posSize]byte, features []uint64) (p pos, lead int) {
	const even = 0x00ff00ff00ff00ff
	var known [posFeatures]uint16
	n := 0
	for _, key := range features {
		slot, check := posSlot(key)
		known[n] = uint16(slot)
		if binary.LittleEndian.Uint16(packed[slot*2:]) == check {
			n++
		}
	}
	var sums [posRow / 4]uint64
	for _, slot := range known[:n] {
		row := packed[posSlots*2+int(slot%posSlots)*posRow:][:posRow]
		x, y, z := binary.LittleEndian.Uint64(row), binary.LittleEndian.Uint64(row[8:]), binary.LittleEndian.Uint64(row[16:])
		sums[0], sums[1] = sums[0]+x&even, sums[1]+x>>8&even
		sums[2], sums[3] = sums[2]+y&even, sums[3]+y>>8&even
		sums[4], sums[5] = sums[4]+z&even, sums[5]+z>>8&even
	}
	top, second := uint64(0), uint64(0) // the sum, then the class, of which the first of equals wins
	for p := posNoun; p < posCount; p++ {
		sum := sums[p/8*2+p%2]>>(16*(p%8/2))&0xffff<<8 | uint64(posCount-p)
		top, second = max(top, sum), max(second, min(top, sum))
	}
	return posCount - pos(top), int(top>>8) - int(second>>8)
}

// posSlot is where the feature is kept and the check that it is this one.
func posSlot(key uint64) (int, uint16) {
	return int(key >> (64 - posBits)), uint16(key>>16) | 1
}

// A posWindow holds what the model sees of the words around the one it reads.
type posWindow struct {
	ws    []word
	words [5]posToken // two before, the word itself, two behind
}

type posToken struct {
	word, suffix, shape uint32
	class               uint32 // of the rules
}

func newPosWindow(ws []word) posWindow {
	p := posWindow{ws: ws}
	for k := range p.words {
		p.words[k] = p.token(k - 2)
	}
	return p
}

// step moves the window on from word i.
func (p *posWindow) step(i int) {
	copy(p.words[:], p.words[1:])
	p.words[4] = p.token(i + 3)
}

func (p *posWindow) token(i int) posToken {
	if i < 0 || i >= len(p.ws) {
		return posToken{word: 1, suffix: 1, shape: 31}
	}
	w := &p.ws[i]
	switch w.kind {
	case wordNumber:
		return posToken{word: 2, suffix: 2, shape: 30}
	case wordMark:
		return posToken{word: w.hash, suffix: 3, shape: 29}
	}
	return posToken{w.hash, hashWord(w.lower[max(0, len(w.lower)-3):]), uint32(shapeOf(w)), uint32(w.class)}
}

// posStem parts the ending of an inflection from a form, so that what is known of
// "climbs" helps with "climbed"; as hashes.
func posStem(form string) (stem, end uint32) {
	for _, e := range [...]string{"ing", "ed", "es", "s", "e"} {
		if len(form) > len(e)+2 && strings.HasSuffix(form, e) {
			base := form[:len(form)-len(e)]
			if n := len(base); e != "s" && n > 3 && base[n-1] == base[n-2] {
				base = base[:n-1]
			}
			return hashWord(base), hashWord(e)
		}
	}
	return hashWord(form), 0
}

// features writes the keys of the features of word i, given the classes before it
// and, for the last ones, those that the words behind it had in the first reading.
func (p *posWindow) features(i int, tags []pos, out *[posFeatures]uint64) {
	last, last2 := uint32(posCount), uint32(posCount)
	if i > 0 {
		last = uint32(tags[i-1])
	}
	if i > 1 {
		last2 = uint32(tags[i-2])
	}
	l2, l, a, r, r2 := &p.words[0], &p.words[1], &p.words[2], &p.words[3], &p.words[4]
	form := p.ws[i].lower
	short := hashWord(form[max(0, len(form)-2):])
	stem, end := posStem(form)
	next, next2 := uint32(posCount), uint32(posCount)
	if i+1 < len(tags) {
		next = uint32(tags[i+1])
	}
	if i+2 < len(tags) {
		next2 = uint32(tags[i+2])
	}
	both := last2<<8 | last
	keys := [posFeatures]uint64{ // apart from out, as in featuresOf
		feature(100, 0, 0), feature(101, a.word, 0), feature(102, a.suffix, a.shape), feature(103, a.suffix, last),
		feature(104, short, a.shape), feature(105, hashWord(form[max(0, len(form)-5):]), 0),
		feature(106, hashWord(form[:min(len(form), 2)]), a.shape), feature(107, a.shape, last<<8|l.shape), feature(108, last, 0),
		feature(109, both, 0), feature(110, last, a.word), feature(111, l.word, 0), feature(112, l.word, a.word),
		feature(113, r.word, 0), feature(114, a.word, r.word), feature(115, r.suffix, last<<8|r.shape), feature(116, r.word, a.suffix),
		feature(117, r2.word, last), feature(118, l2.word, last),
		feature(128, short, last), feature(129, short<<8|last, r.class), feature(130, short, r.word), feature(131, stem, end), feature(132, stem, last),
		feature(119, a.class, last<<8|r.class), feature(120, r.class, a.word), feature(121, a.suffix, last<<16|r.class<<8|r2.class),
		feature(122, next, 0), feature(123, next, last), feature(124, next, next2), feature(125, next, a.word), feature(126, next<<8|last, a.suffix),
		feature(127, next<<8|next2, both),
	}
	*out = keys
}

// tagsOf returns the parts of speech of the words of a sentence, found at most once.
func (d *document) tagsOf(s *sentence) []pos {
	if s.tags == nil {
		n := len(s.words)
		if len(d.tags) < n {
			d.tags = make([]pos, max(n, posBlock))
		}
		s.tags, d.tags = d.tags[:n:n], d.tags[n:]
		partsOfSpeech.tag(s.words, s.tags)
	}
	return s.tags
}

// posBlock is of how many words the parts of speech share one allocation.
const posBlock = 2048

// tagged returns the parts of speech of the pieces of a sentence, for the caller to
// change.
func (d *document) tagged(s *sentence, ws []word) []pos {
	if len(ws) == len(s.words) {
		return slices.Clone(d.tagsOf(s))
	}
	out := make([]pos, len(ws))
	partsOfSpeech.tag(ws, out)
	return out
}
