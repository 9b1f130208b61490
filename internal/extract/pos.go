package extract

import (
	_ "embed"
	"encoding/binary"
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

// A posModel is a linear model of the class of a word, read from left to right
// with the two classes before known: an averaged perceptron after Collins (2002),
// in the greedy form.
type posModel struct{ packed []byte }

const (
	posBits     = 15 // slots are 1<<posBits
	posSlots    = 1 << posBits
	posRow      = 24 // bytes; posCount of them are used
	posSize     = posSlots * (2 + posRow)
	posFeatures = 22
)

// tag writes the classes of the pieces of a sentence to out, which is as long.
func (m posModel) tag(ws []word, out []pos) {
	var features [posFeatures]uint64
	var scores [posRow]int32
	window := newPosWindow(ws)
	for i := range ws {
		if out[i] = givenPos(&ws[i]); out[i] == posNone {
			window.features(i, out, &features)
			out[i] = m.best(&features, &scores)
		}
		window.step(i)
	}
}

// givenPos is the class of a word that its characters alone tell, else posNone.
func givenPos(w *word) pos {
	switch w.kind {
	case wordNumber:
		return posNumber
	case wordMark:
		return posMark
	}
	return posNone
}

// best adds up the weights of the features and returns the class with the most.
// Each weight is a byte with 128 added; four sums of two bytes each run in one word.
func (m posModel) best(features *[posFeatures]uint64, scores *[posRow]int32) pos {
	if len(m.packed) != posSize {
		return posOther
	}
	const even = 0x00ff00ff00ff00ff
	var sums [posRow / 4]uint64
	for _, key := range features {
		slot, check := posSlot(key)
		if binary.LittleEndian.Uint16(m.packed[slot*2:]) != check {
			continue
		}
		row := m.packed[posSlots*2+slot*posRow:][:posRow]
		x, y, z := binary.LittleEndian.Uint64(row), binary.LittleEndian.Uint64(row[8:]), binary.LittleEndian.Uint64(row[16:])
		sums[0], sums[1] = sums[0]+x&even, sums[1]+x>>8&even
		sums[2], sums[3] = sums[2]+y&even, sums[3]+y>>8&even
		sums[4], sums[5] = sums[4]+z&even, sums[5]+z>>8&even
	}
	top := posNoun
	for k := range scores {
		scores[k] = int32(sums[k/8*2+k%2] >> (16 * (k % 8 / 2)) & 0xffff)
		if p := pos(k); p > posNoun && p < posCount && scores[k] > scores[top] {
			top = p
		}
	}
	return top
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

func newPosWindow(ws []word) *posWindow {
	p := &posWindow{ws: ws}
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
		return posToken{word: hashWord(w.lower), suffix: 3, shape: 29}
	}
	return posToken{hashWord(w.lower), hashWord(w.lower[max(0, len(w.lower)-3):]), uint32(shapeOf(w)), uint32(w.class)}
}

// features writes the keys of the features of word i, given the classes before it.
func (p *posWindow) features(i int, before []pos, out *[posFeatures]uint64) {
	last, last2 := uint32(posCount), uint32(posCount)
	if i > 0 {
		last = uint32(before[i-1])
	}
	if i > 1 {
		last2 = uint32(before[i-2])
	}
	l2, l, a, r, r2 := &p.words[0], &p.words[1], &p.words[2], &p.words[3], &p.words[4]
	form := p.ws[i].lower
	both := last2<<8 | last
	*out = [posFeatures]uint64{
		feature(100, 0, 0), feature(101, a.word, 0), feature(102, a.suffix, a.shape), feature(103, a.suffix, last),
		feature(104, hashWord(form[max(0, len(form)-2):]), a.shape), feature(105, hashWord(form[max(0, len(form)-5):]), 0),
		feature(106, hashWord(form[:min(len(form), 2)]), a.shape), feature(107, a.shape, last<<8|l.shape), feature(108, last, 0),
		feature(109, both, 0), feature(110, last, a.word), feature(111, l.word, 0), feature(112, l.word, a.word),
		feature(113, r.word, 0), feature(114, a.word, r.word), feature(115, r.suffix, last<<8|r.shape), feature(116, r.word, a.suffix),
		feature(117, r2.word, last), feature(118, l2.word, last),
		feature(119, a.class, last<<8|r.class), feature(120, r.class, a.word), feature(121, a.suffix, last<<16|r.class<<8|r2.class),
	}
}
