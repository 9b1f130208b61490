package extract

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"sort"
	"strconv"
	"strings"

	"sitrep/internal/facts"
)

// How the model of parts of speech is trained; integers only, so that every
// machine makes the same weights.
const (
	posRounds   = 8
	posMinCount = 2
	posMargin   = 8 // what a wrong class is worth while training
	posFolds    = 4 // the second model learns from first readings of sentences not learnt from
)

// A posExample is one sentence of a treebank, cut as reports are, with the class
// of every piece.
type posExample struct {
	ws    []word
	gold  []pos
	first []pos // what the first model reads; nil for the first model
}

// start is what a reading begins with.
func (e *posExample) start() []pos {
	if e.first == nil {
		return make([]pos, len(e.ws))
	}
	return slices.Clone(e.first)
}

// TrainPos fits the model of parts of speech to treebanks in the CoNLL-U format
// of Universal Dependencies and returns the weights as they are embedded. The same
// input gives the same bytes.
func TrainPos(treebanks ...io.Reader) ([]byte, error) {
	examples, err := readTreebanks(treebanks)
	if err != nil {
		return nil, err
	}
	for fold := 0; fold < posFolds; fold++ {
		first := fitPos(examples, fold, posFeatures-posAhead)
		for k := fold; k < len(examples); k += posFolds {
			e := &examples[k]
			e.first = make([]pos, len(e.ws))
			posModel{}.read(e.ws, e.first, nil, (*[posSize]byte)(first), posFeatures-posAhead)
		}
	}
	first := fitPos(examples, -1, posFeatures-posAhead)
	return append(first, fitPos(examples, -1, posFeatures)...), nil
}

// fitPos fits one of the two models to all sentences but those of a fold.
func fitPos(examples []posExample, without, features int) []byte {
	var kept []posExample
	for k, e := range examples {
		if without < 0 || k%posFolds != without {
			kept = append(kept, e)
		}
	}
	p := &posPerceptron{features: features, counts: make(map[uint64]int32)}
	p.count(kept)
	p.train(kept)
	p.keep = p.heaviest()
	p.train(kept)
	return p.pack()
}

// ScorePos tags treebanks with packed weights and counts the pieces that are
// tagged rightly, of all that are words.
func ScorePos(weights []byte, treebanks ...io.Reader) (right, all int, err error) {
	examples, err := readTreebanks(treebanks)
	if err != nil {
		return 0, 0, err
	}
	m := posModel{weights}
	for _, e := range examples {
		got := make([]pos, len(e.ws))
		m.tag(e.ws, got)
		for i := range got {
			if givenPos(&e.ws[i]) == posNone && e.gold[i] != posNone {
				all++
				if got[i] == e.gold[i] {
					right++
				}
			}
		}
	}
	return right, all, nil
}

func readTreebanks(treebanks []io.Reader) ([]posExample, error) {
	var out []posExample
	for _, r := range treebanks {
		examples, err := readTreebank(r)
		if err != nil {
			return nil, err
		}
		out = append(out, examples...)
	}
	return out, nil
}

// A treeToken is one line of a CoNLL-U sentence.
type treeToken struct {
	form       string
	id, head   int
	start, end int // code points of the sentence's text
	pos        pos
}

// readTreebank reads sentences: a comment with the text, then a line a token.
func readTreebank(r io.Reader) ([]posExample, error) {
	var out []posExample
	var text string
	var tokens []treeToken
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# text = "):
			text, tokens = line[len("# text = "):], nil
		case strings.HasPrefix(line, "#"):
		case line == "":
			if example, ok := alignTree(text, tokens); ok {
				out = append(out, example)
			}
			text, tokens = "", nil
		default:
			t, ok, err := parseTreeToken(line)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			if ok {
				tokens = append(tokens, t)
			}
		}
	}
	return out, lines.Err()
}

// parseTreeToken reads one line; false for a range or an empty node.
func parseTreeToken(line string) (treeToken, bool, error) {
	cols := strings.Split(line, "\t")
	if len(cols) != 10 {
		return treeToken{}, false, fmt.Errorf("%d columns, want 10", len(cols))
	}
	if strings.ContainsAny(cols[0], "-.") {
		return treeToken{}, false, nil
	}
	id, err := strconv.Atoi(cols[0])
	if err != nil {
		return treeToken{}, false, fmt.Errorf("token %q: %w", cols[0], err)
	}
	head, err := strconv.Atoi(cols[6])
	if err != nil {
		return treeToken{}, false, fmt.Errorf("head %q: %w", cols[6], err)
	}
	return treeToken{form: cols[1], id: id, head: head, pos: posOf(cols[3], cols[4])}, true, nil
}

// posOf maps the universal and the Penn tag of a word to ours.
func posOf(upos, xpos string) pos {
	switch upos {
	case "NOUN":
		if xpos == "NNS" {
			return posNouns
		}
		return posNoun
	case "VERB":
		switch xpos {
		case "VB":
			return posBase
		case "VBN":
			return posPast
		case "VBG":
			return posIng
		}
		return posFinite
	}
	if p, ok := map[string]pos{"PROPN": posName, "ADJ": posAdjective, "ADV": posAdverb, "AUX": posAux, "DET": posDeterminer, "PRON": posPronoun,
		"NUM": posNumber, "ADP": posPreposition, "CCONJ": posAnd, "SCONJ": posThat, "PART": posParticle, "PUNCT": posMark, "SYM": posMark}[upos]; ok {
		return p
	}
	return posOther
}

// alignTree cuts the text as reports are cut and gives every piece the class of
// its token, of several the one that the others hang on. False when the tokens do
// not spell the text.
func alignTree(text string, tokens []treeToken) (posExample, bool) {
	d, runes := newDocument(facts.Report{Text: text}), []rune(text)
	at := 0
	for i := range tokens {
		t := &tokens[i]
		for at < len(runes) && runes[at] == ' ' {
			at++
		}
		t.start, t.end = at, at+len([]rune(t.form))
		if t.end > len(runes) || string(runes[t.start:t.end]) != t.form {
			return posExample{}, false
		}
		at = t.end
	}
	var e posExample
	e.ws = pieces(d.appendWords(nil, 0, len(d.norm)))
	for _, w := range e.ws {
		e.gold = append(e.gold, headPos(tokens, w.start, w.end))
	}
	return e, len(e.ws) > 0
}

// headPos is the class of the token in [start,end) whose head lies outside it.
func headPos(tokens []treeToken, start, end int) pos {
	from := sort.Search(len(tokens), func(k int) bool { return tokens[k].end > start })
	to := sort.Search(len(tokens), func(k int) bool { return tokens[k].start >= end })
	for _, t := range tokens[from:max(from, to)] {
		if t.head < tokens[from].id || t.head > tokens[to-1].id {
			return t.pos
		}
	}
	return posNone
}

type posPerceptron struct {
	features int
	index    map[uint64]int32 // of features by id
	counts   map[uint64]int32
	ids      []uint64
	weights  [][posRow]int32
	sums     [][posRow]int64
	keep     map[uint64]bool // nil: all
	step     int64
}

func posID(key uint64) uint64 { return key>>16 | 1 }

// count numbers the features that are not rare, with the right classes before them.
func (p *posPerceptron) count(examples []posExample) {
	var keys [posFeatures]uint64
	for k := range examples {
		e := &examples[k]
		window, tags := newPosWindow(e.ws), e.start()
		for i := range e.ws {
			window.features(i, tags, &keys)
			tags[i] = e.gold[i]
			window.step(i)
			for _, key := range keys[:p.features] {
				p.counts[posID(key)]++
			}
		}
	}
}

func (p *posPerceptron) number(key uint64) int32 {
	id := posID(key)
	if n, ok := p.index[id]; ok {
		return n
	}
	n := int32(-1)
	if p.counts[id] >= posMinCount && (p.keep == nil || p.keep[id]) {
		n = int32(len(p.ids))
		p.ids = append(p.ids, id)
		p.weights, p.sums = append(p.weights, [posRow]int32{}), append(p.sums, [posRow]int64{})
	}
	p.index[id] = n
	return n
}

// train goes over the sentences in a fixed shuffled order and averages.
func (p *posPerceptron) train(examples []posExample) {
	p.index, p.ids, p.weights, p.sums, p.step = make(map[uint64]int32), nil, nil, nil, 1
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	seed := uint64(1)
	for round := 0; round < posRounds; round++ {
		seed = shuffle(order, seed)
		for _, k := range order {
			p.learn(&examples[k])
		}
	}
}

// learn tags one sentence as readers do and mends the weights where it is wrong.
func (p *posPerceptron) learn(e *posExample) {
	var keys [posFeatures]uint64
	var room [posFeatures]int32
	rows := room[:p.features]
	got := e.start()
	window := newPosWindow(e.ws)
	for i := range e.ws {
		if got[i] = givenPos(&e.ws[i]); got[i] == posNone {
			window.features(i, got, &keys)
			for k := range rows {
				rows[k] = p.number(keys[k])
			}
			got[i] = p.guess(rows, e.gold[i])
			if got[i] != e.gold[i] && e.gold[i] != posNone {
				p.update(rows, e.gold[i], 1)
				p.update(rows, got[i], -1)
			}
			p.step++
		}
		window.step(i)
	}
}

func (p *posPerceptron) guess(rows []int32, gold pos) pos {
	var scores [posRow]int32
	for _, n := range rows {
		if n >= 0 {
			for k, w := range &p.weights[n] {
				scores[k] += w
			}
		}
	}
	scores[gold] -= posMargin
	top := posNoun
	for k := posNoun; k < posCount; k++ {
		if scores[k] > scores[top] {
			top = k
		}
	}
	return top
}

func (p *posPerceptron) update(rows []int32, class pos, by int32) {
	for _, n := range rows {
		if n >= 0 {
			p.weights[n][class] += by
			p.sums[n][class] += int64(by) * p.step
		}
	}
}

// average is the mean weight over all steps, times 256.
func (p *posPerceptron) average(n int, k int) int64 {
	return (int64(p.weights[n][k])*p.step - p.sums[n][k]) * 256 / p.step
}

func (p *posPerceptron) size(n int) int64 {
	all := int64(0)
	for k := range p.weights[n] {
		all += max(p.average(n, k), -p.average(n, k))
	}
	return all
}

// heaviest are the features that win their slot: the heavier of any two.
func (p *posPerceptron) heaviest() map[uint64]bool {
	winner := make([]int, posSlots)
	for n, id := range p.ids {
		slot := id >> (48 - posBits)
		if w := winner[slot]; w == 0 || p.size(n) > p.size(w-1) {
			winner[slot] = n + 1
		}
	}
	keep := make(map[uint64]bool)
	for _, w := range winner {
		if w > 0 {
			keep[p.ids[w-1]] = true
		}
	}
	return keep
}

// pack writes the averaged weights as bytes: the largest but a few just fit.
func (p *posPerceptron) pack() []byte {
	out := make([]byte, posSize)
	var averages []int64
	for n := range p.weights {
		for k := range p.weights[n] {
			averages = append(averages, p.average(n, k))
		}
	}
	scale := weightScale(averages)
	for n, id := range p.ids {
		slot, check := posSlot(id << 16)
		binary.LittleEndian.PutUint16(out[slot*2:], check)
		for k := 0; k < posRow; k++ {
			out[posSlots*2+slot*posRow+k] = byte(max(-127, min(127, p.average(n, k)*16/scale)) + 128)
		}
	}
	return out
}
