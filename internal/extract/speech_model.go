package extract

import (
	_ "embed"
	"encoding/binary"
)

// speechWeights is the model of who says what, made by the command in
// trainspeech: per slot a check of the feature, then 16 weights for each slot,
// then the weights of the moves between states, then those of the trust in numbers.
//
//go:embed speech.weights
var speechWeights []byte

// speech is the model that readers use.
var speech = newSpeechModel(speechWeights)

const (
	speechBits  = 16 // slots are 1<<speechBits
	speechSlots = 1 << speechBits
	speechSize  = speechSlots*2 + speechSlots*16 + 16*16*2
)

// slotOf is where the feature is kept and the check that it is this one.
func slotOf(key uint64) (int, uint16) {
	return int(key >> (64 - speechBits)), uint16(key>>16) | 1
}

// A speechModel scores the states of words.
type speechModel struct {
	checks  *[speechSlots * 2]byte // nil when there are no weights
	weights *[speechSlots * 16]byte
	trust   []byte                            // weights of the trust in numbers, nil: all are believed
	moves   [speechStates][speechStates]int32 // by the state entered
}

// never is the weight of a move that is not allowed.
const never = -1 << 24

func newSpeechModel(packed []byte) *speechModel {
	m := &speechModel{}
	if len(packed) == speechSize+trustSize {
		packed, m.trust = packed[:speechSize], packed[speechSize:]
	}
	if len(packed) == speechSize {
		m.checks, m.weights = (*[speechSlots * 2]byte)(packed), (*[speechSlots * 16]byte)(packed[speechSlots*2:])
		packed = packed[speechSlots*18:]
	}
	for to := outside; to < speechStates; to++ {
		for from := outside; from < speechStates; from++ {
			switch {
			case !mayFollow(from, to):
				m.moves[to][from] = never
			case m.checks != nil:
				m.moves[to][from] = int32(int16(binary.LittleEndian.Uint16(packed[(int(to)*16+int(from))*2:])))
			}
		}
	}
	return m
}

// emit adds up the weights of the features for every state. Each weight is a
// byte with 128 added; four sums of two bytes each run in one word.
func (m *speechModel) emit(features *[speechFeatures]uint64, out *[speechStates]int32) {
	const even = 0x00ff00ff00ff00ff
	var a, b, c, d uint64
	var known [speechFeatures]uint16
	found := known[:m.find(features, &known)]
	for _, slot := range found {
		row := m.weights[int(slot)*16:][:16]
		x, y := binary.LittleEndian.Uint64(row), binary.LittleEndian.Uint64(row[8:])
		a, b = a+x&even, b+x>>8&even
		c, d = c+y&even, d+y>>8&even
	}
	n := int32(len(found)) * 128
	for k := 0; k < 4; k++ {
		shift := 16 * k
		out[2*k], out[2*k+1] = int32(a>>shift&0xffff)-n, int32(b>>shift&0xffff)-n
		out[8+2*k], out[9+2*k] = int32(c>>shift&0xffff)-n, int32(d>>shift&0xffff)-n
	}
}

// find lists the slots of the features that the model has, and returns how many.
// It does not branch on what it finds, which no processor could foresee.
func (m *speechModel) find(features *[speechFeatures]uint64, out *[speechFeatures]uint16) int {
	n := 0
	for _, key := range features {
		slot, check := slotOf(key)
		out[n] = uint16(slot)
		if binary.LittleEndian.Uint16(m.checks[slot*2:]) == check {
			n++
		}
	}
	return n
}

// A lattice is the room in which the best states of a sentence are found.
type lattice struct {
	scores [][speechStates]int32 // of the words; after best, of the best way up to each
	words  [][speechStates]int32 // of the words alone
	beam   int32                 // states that weigh less than the best by more are passed over; 0: none
}

func (l *lattice) resize(n int) {
	if cap(l.scores) < n {
		l.scores, l.words = make([][speechStates]int32, n+n/2), make([][speechStates]int32, n+n/2)
	}
	l.scores, l.words = l.scores[:n], l.words[:n]
}

// best finds the states with the highest sum, given the scores of each word in
// the lattice.
func (l *lattice) best(moves *[speechStates][speechStates]int32, out []speechState) {
	copy(l.words, l.scores)
	for to := outside; to < speechStates; to++ {
		l.scores[0][to] += moves[to][outside]
	}
	for i := 1; i < len(l.scores); i++ {
		l.advance(moves, i)
	}
	last := len(l.scores) - 1
	state := outside
	for s := outside; s < speechStates; s++ {
		if l.scores[last][s] > l.scores[last][state] {
			state = s
		}
	}
	for i := last; i > 0; i-- {
		out[i] = state
		state = l.cameFrom(&moves[state], i, state)
	}
	out[0] = state
}

// advance finds the sum of the best way to every state of word i. Which way that
// is, cameFrom tells for the few that are asked for.
func (l *lattice) advance(moves *[speechStates][speechStates]int32, i int) {
	before, here := &l.scores[i-1], &l.scores[i]
	var alive [speechStates]int32
	l.alive(before, &alive)
	var list [speechStates]uint8
	n := 0
	for k, s := range alive {
		list[n] = uint8(k)
		if s > never*4 {
			n++
		}
	}
	for to := outside; to < speechStates; to++ {
		row := &moves[to]
		if to >= sourceBegin && !to.begins() { // follows its own kind only
			here[to] += max(before[to-1]+row[to-1], before[to]+row[to])
			continue
		}
		top := int32(never) * 2
		for _, k := range list[:n] {
			top = max(top, alive[k]+row[k])
		}
		here[to] += top
	}
}

// cameFrom is the state before state to of word i on the best way to it.
func (l *lattice) cameFrom(moves *[speechStates]int32, i int, to speechState) speechState {
	top, before := l.scores[i][to]-l.words[i][to], &l.scores[i-1]
	if to >= sourceBegin && !to.begins() {
		if before[to]+moves[to] == top {
			return to
		}
		return to - 1
	}
	var alive [speechStates]int32
	l.alive(before, &alive)
	for k := range alive {
		if alive[k]+moves[k] == top {
			return speechState(k)
		}
	}
	return outside
}

// alive writes the scores of a word, with never in place of those that are too far
// from the best to be followed.
func (l *lattice) alive(scores, out *[speechStates]int32) {
	least := int32(never) * 4
	if l.beam > 0 {
		top := scores[0]
		for _, s := range scores {
			top = max(top, s)
		}
		least = top - l.beam
	}
	for k, s := range scores {
		if s < least {
			s = never * 4
		}
		out[k] = s
	}
}

// margins tells for every word by how much the best states of the sentence that
// read it as a part of speech are better than the best that do not, and the same
// for it as a word of a content.
func (l *lattice) margins(moves *[speechStates][speechStates]int32, parts, contents []int32) {
	last := len(l.scores) - 1
	var ahead, next [speechStates]int32
	for i := last; ; i-- {
		parts[i], contents[i] = lead(&l.scores[i], &ahead, sourceBegin), lead(&l.scores[i], &ahead, leadBegin)
		if i == 0 {
			return
		}
		l.retreat(moves, i, &ahead, &next)
		ahead = next
	}
}

// lead is by how much the best of the states from first on is better than the best
// of those before it.
func lead(scores, ahead *[speechStates]int32, first speechState) int32 {
	in, out := int32(never)*2, int32(never)*2
	for s := range scores {
		if n := scores[s] + ahead[s]; speechState(s) >= first {
			in = max(in, n)
		} else {
			out = max(out, n)
		}
	}
	return in - out
}

// retreat finds for every state of the word before word i the best that can follow.
func (l *lattice) retreat(moves *[speechStates][speechStates]int32, i int, ahead, next *[speechStates]int32) {
	for from := range next {
		next[from] = never * 2
	}
	for to := outside; to < speechStates; to++ {
		row, here := &moves[to], l.words[i][to]+ahead[to]
		if to >= sourceBegin && !to.begins() { // follows its own kind only
			next[to], next[to-1] = max(next[to], row[to]+here), max(next[to-1], row[to-1]+here)
			continue
		}
		for from, move := range row {
			next[from] = max(next[from], move+here)
		}
	}
}
