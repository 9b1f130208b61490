package extract

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math/bits"
	"sort"

	"sitrep/internal/facts"
)

// How the model is trained; integers only, so that every machine makes the same
// weights.
const (
	speechRounds   = 12
	speechMinCount = 3   // in how many reports a feature has to occur
	speechMargin   = 300 // what a wrong state is worth while training
)

// A speechExample is one sentence: features of each word by their index, and
// the states that are right.
type speechExample struct {
	features [][speechFeatures]int32 // -1: too rare
	gold     []speechState
	doc      int32
}

// TrainSpeech fits the model of who says what to reports with their spans, both
// JSON Lines in the same order, and returns the weights as they are embedded.
// The same input gives the same bytes.
func TrainSpeech(reports, gold io.Reader) ([]byte, error) {
	texts, err := readGold(reports, gold)
	if err != nil {
		return nil, err
	}
	// The folds are spans of time: the names and matters of a day are all over its
	// reports, and what was fitted to some of them knows too much of the others.
	sort.SliceStable(texts, func(i, j int) bool { return texts[i].report.Published < texts[j].report.Published })
	for k := range texts {
		texts[k].fold = k * trustFolds / len(texts)
	}
	var samples []trustSample
	for fold := 0; fold < trustFolds; fold++ {
		model := newSpeechModel(fitSpeech(texts, fold))
		for k, text := range texts {
			if text.fold == fold {
				samples = append(samples, trustSamples(model, text, k*trustGroups)...)
			}
		}
	}
	return append(fitSpeech(texts, -1), packTrust(samples)...), nil
}

// fitSpeech fits the tagger to all texts but those of a fold.
func fitSpeech(texts []goldText, without int) []byte {
	p := &speechPerceptron{}
	var keys [][][speechFeatures]uint64
	for _, text := range texts {
		if text.fold != without {
			keys = append(keys, p.examplesOf(newDocument(text.report), text.marks)...)
		}
	}
	p.index(keys, nil)
	p.train()
	p.index(keys, p.heaviest(p.features))
	p.train()
	return p.packed()
}

type speechPerceptron struct {
	doc      int32 // the report at hand
	examples []speechExample
	features []uint64 // slot and check of each feature, by index
	weights  []int32  // 16 a feature
	sums     []int64
	moves    [speechStates][speechStates]int32
	moveSums [speechStates][speechStates]int64
	step     int64
	lattice  lattice
	states   []speechState
}

// goldReport is one line of the gold: tokens as "gap+length", spans by token.
type goldReport struct {
	ID     string   `json:"id"`
	Tokens string   `json:"tokens"`
	Spans  [][3]any `json:"spans"`

	Numbers []goldNumber `json:"numbers"`
}

type trainReport struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Text      string `json:"text"`
}

// A goldText is a report with what is known of it.
type goldText struct {
	report facts.Report
	gold   goldReport
	marks  []goldMark
	fold   int
}

// readGold reads the reports with their gold.
func readGold(reports, gold io.Reader) ([]goldText, error) {
	texts, golds := lines(reports), lines(gold)
	var out []goldText
	for texts.Scan() && golds.Scan() {
		var r trainReport
		var g goldReport
		if err := json.Unmarshal(texts.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("reports: %w", err)
		}
		if err := json.Unmarshal(golds.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("gold: %w", err)
		}
		if r.ID != g.ID {
			return nil, fmt.Errorf("report %q stands beside gold of %q", r.ID, g.ID)
		}
		marks, err := g.marks()
		if err != nil {
			return nil, fmt.Errorf("gold of %q: %w", g.ID, err)
		}
		out = append(out, goldText{facts.Report{ID: r.ID, Title: r.Title, Published: r.Published, Text: r.Text}, g, marks, 0})
	}
	if err := texts.Err(); err != nil {
		return nil, err
	}
	return out, golds.Err()
}

func lines(r io.Reader) *bufio.Scanner {
	s := bufio.NewScanner(r)
	s.Buffer(nil, 64<<20)
	return s
}

type goldMark struct {
	Mark
	part speechPart
}

// marks are the spans in code points.
func (g goldReport) marks() ([]goldMark, error) {
	var tokens []Mark
	at := 0
	for rest := g.Tokens; rest != ""; {
		var gap, length, n int
		if _, err := fmt.Sscanf(rest, "%d+%d", &gap, &length); err != nil {
			return nil, err
		}
		tokens = append(tokens, Mark{Start: at + gap, End: at + gap + length})
		at += gap + length
		for n = 0; n < len(rest) && rest[n] != ' '; n++ {
		}
		rest = rest[min(n+1, len(rest)):]
	}
	var out []goldMark
	for _, s := range g.Spans {
		part := map[any]speechPart{"source": partSource, "cue": partCue, "content": partContent}[s[0]]
		from, ok := s[1].(float64)
		to, okTo := s[2].(float64)
		if part == partNone || !ok || !okTo || from < 0 || from >= to || int(to) > len(tokens) {
			return nil, fmt.Errorf("span %v", s)
		}
		out = append(out, goldMark{Mark{Start: tokens[int(from)].Start, End: tokens[int(to)-1].End}, part})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out, nil
}

func (p *speechPerceptron) examplesOf(d *document, marks []goldMark) [][][speechFeatures]uint64 {
	p.doc++
	frames := ruleFrames(d)
	t := newSpeechTagger(d, nil, frames)
	var keys [][][speechFeatures]uint64
	for n := range d.sentences {
		v, ok := speechView(d, n)
		if !ok {
			continue
		}
		ctx, hint := t.prepare(v)
		if !hint {
			continue
		}
		example := make([][speechFeatures]uint64, len(v.ws))
		for i := range v.ws {
			featuresOf(t.tokens, i, ctx, &example[i])
		}
		states := make([]speechState, len(v.ws))
		statesOf(goldSpans(v.ws, marks), states)
		keys = append(keys, example)
		p.examples = append(p.examples, speechExample{gold: states, doc: p.doc})
	}
	return keys
}

// goldSpans are the marks by the words of one sentence.
func goldSpans(ws []word, marks []goldMark) []speechSpan {
	var out []speechSpan
	end := ws[len(ws)-1].end
	first := sort.Search(len(marks), func(k int) bool { return marks[k].End > ws[0].start })
	for _, m := range marks[first:] {
		if m.Start >= end {
			break
		}
		from := sort.Search(len(ws), func(i int) bool { return ws[i].end > m.Start })
		to := sort.Search(len(ws), func(i int) bool { return ws[i].start >= m.End })
		if n := len(out); n > 0 {
			from = max(from, out[n-1].to)
		}
		if from < to {
			out = append(out, speechSpan{run{from, to}, m.part})
		}
	}
	return out
}

// index numbers the features that are kept: those of keep, else all that are
// not rare.
func (p *speechPerceptron) index(keys [][][speechFeatures]uint64, keep map[uint64]bool) {
	counts := make(map[uint64]int32)
	last := make(map[uint64]int32) // the document that was counted last
	p.features = nil
	for e, example := range keys {
		for i := range example {
			for _, key := range example[i] {
				key >>= 16
				if doc := p.examples[e].doc; last[key|1] != doc {
					last[key|1] = doc
					counts[key|1]++
				}
			}
		}
	}
	numbers := make(map[uint64]int32)
	for e, example := range keys {
		p.examples[e].features = make([][speechFeatures]int32, len(example))
		for i := range example {
			for k, key := range example[i] {
				p.examples[e].features[i][k] = p.number(key>>16|1, counts, numbers, keep)
			}
		}
	}
}

func (p *speechPerceptron) number(id uint64, counts, numbers map[uint64]int32, keep map[uint64]bool) int32 {
	if n, ok := numbers[id]; ok {
		return n
	}
	if counts[id] < speechMinCount || keep != nil && !keep[id] {
		return -1
	}
	n := int32(len(p.features))
	numbers[id] = n
	p.features = append(p.features, id)
	return n
}

// train goes over the examples in a fixed shuffled order and averages.
func (p *speechPerceptron) train() {
	p.weights, p.sums = make([]int32, len(p.features)*16), make([]int64, len(p.features)*16)
	p.moves, p.moveSums, p.step = [speechStates][speechStates]int32{}, [speechStates][speechStates]int64{}, 1
	for to := outside; to < speechStates; to++ {
		for from := outside; from < speechStates; from++ {
			if !mayFollow(from, to) {
				p.moves[to][from] = never
			}
		}
	}
	order := make([]int, len(p.examples))
	for i := range order {
		order[i] = i
	}
	seed := uint64(1)
	for round := 0; round < speechRounds; round++ {
		seed = shuffle(order, seed)
		for _, e := range order {
			p.learn(&p.examples[e])
			p.step++
		}
	}
}

// shuffle mixes the order and returns the seed of the next.
func shuffle(order []int, seed uint64) uint64 {
	for i := len(order) - 1; i > 0; i-- {
		seed = seed*6364136223846793005 + 1442695040888963407
		j, _ := bits.Mul64(seed, uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	return seed
}

func (p *speechPerceptron) learn(e *speechExample) {
	p.lattice.resize(len(e.gold))
	for i := range e.gold {
		scores := &p.lattice.scores[i]
		*scores = [speechStates]int32{}
		for s := range scores {
			if speechState(s) != e.gold[i] {
				scores[s] = speechMargin
			}
		}
		for _, f := range e.features[i] {
			if f >= 0 {
				row := p.weights[f*16 : f*16+16]
				for s := range scores {
					scores[s] += row[s]
				}
			}
		}
	}
	if cap(p.states) < len(e.gold) {
		p.states = make([]speechState, longestSentence)
	}
	got := p.states[:len(e.gold)]
	p.lattice.best(&p.moves, got)
	gold, guess := outside, outside
	for i := range got {
		if got[i] != e.gold[i] {
			p.update(e.features[i], e.gold[i], 1)
			p.update(e.features[i], got[i], -1)
		}
		if got[i] != e.gold[i] || guess != gold {
			p.move(gold, e.gold[i], 1)
			p.move(guess, got[i], -1)
		}
		gold, guess = e.gold[i], got[i]
	}
}

func (p *speechPerceptron) update(features [speechFeatures]int32, s speechState, by int32) {
	for _, f := range features {
		if f >= 0 {
			p.weights[f*16+int32(s)] += by
			p.sums[f*16+int32(s)] += int64(by) * p.step
		}
	}
}

func (p *speechPerceptron) move(from, to speechState, by int32) {
	p.moves[to][from] += by
	p.moveSums[to][from] += int64(by) * p.step
}

// average is the mean weight over all steps, times 256.
func (p *speechPerceptron) average(weight int32, sum int64) int64 {
	return (int64(weight)*p.step - sum) * 256 / p.step
}

// size says how much a feature weighs in all.
func (p *speechPerceptron) size(f int) int64 {
	n := int64(0)
	for k := f * 16; k < f*16+16; k++ {
		n += max(p.average(p.weights[k], p.sums[k]), -p.average(p.weights[k], p.sums[k]))
	}
	return n
}

// heaviest are the features that win their slot: the heavier of any two.
func (p *speechPerceptron) heaviest(features []uint64) map[uint64]bool {
	winner := make([]int, speechSlots)
	for f, id := range features {
		slot := id >> (48 - speechBits)
		if w := winner[slot]; w == 0 || p.size(f) > p.size(w-1) {
			winner[slot] = f + 1
		}
	}
	keep := make(map[uint64]bool)
	for _, w := range winner {
		if w > 0 {
			keep[features[w-1]] = true
		}
	}
	return keep
}

// packed writes the averaged weights as bytes: the largest but a few just fit.
func (p *speechPerceptron) packed() []byte {
	out := make([]byte, speechSize)
	scale := p.scale()
	fit := func(n, limit int64) int64 {
		return max(-limit, min(limit, n*16/scale))
	}
	for f, id := range p.features {
		slot, check := slotOf(id << 16)
		binary.LittleEndian.PutUint16(out[slot*2:], check)
		for s := 0; s < 16; s++ {
			k := f*16 + s
			out[speechSlots*2+slot*16+s] = byte(fit(p.average(p.weights[k], p.sums[k]), 127) + 128)
		}
	}
	tail := out[speechSlots*18:]
	for to := range p.moves {
		for from := range p.moves[to] {
			if mayFollow(speechState(from), speechState(to)) {
				n := fit(p.average(p.moves[to][from], p.moveSums[to][from]), 32767)
				binary.LittleEndian.PutUint16(tail[(to*16+from)*2:], uint16(int16(n)))
			}
		}
	}
	return out
}

func (p *speechPerceptron) scale() int64 {
	averages := make([]int64, len(p.weights))
	for k := range averages {
		averages[k] = p.average(p.weights[k], p.sums[k])
	}
	return weightScale(averages)
}

// weightScale is sixteen times what one step of a packed weight is worth: all but one
// weight in two thousand then fit.
func weightScale(weights []int64) int64 {
	var sizes []int64
	for _, n := range weights {
		if n != 0 {
			sizes = append(sizes, max(n, -n))
		}
	}
	if len(sizes) == 0 {
		return 16
	}
	sort.Slice(sizes, func(i, j int) bool { return sizes[i] < sizes[j] })
	return max(1, sizes[len(sizes)-1-len(sizes)/2000]*16/127)
}
