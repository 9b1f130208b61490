package extract

import (
	"encoding/binary"
	"math"
	"sort"
	"strings"
)

// How the trust in numbers is fitted.
const (
	trustRounds = 16
	trustFolds  = 4
	trustGroups = 1000 // more than a report has contents
	trustShare  = 86   // of a hundred numbers believed, how many have the right source
)

// A trustSample is one number in a content of a model that has not seen the text,
// or another word in one: there are few numbers to learn from.
type trustSample struct {
	keys   [trustFeatures]uint32
	right  bool
	number bool
	fold   int
	group  int // the same for the numbers of a content
}

// trustSamples are the numbers of a report as the model gives them to sources.
func trustSamples(model *speechModel, r goldText, group int) []trustSample {
	d := newDocument(r.report)
	t := newSpeechTrust(d, model, ruleFrames(d))
	t.everywhere = true
	var out []trustSample
	add := func(frames []frame, k int, m Mark, p place, group int) {
		from := origin(&frames[k])
		w := d.sentences[p.sent].words[p.word]
		number := holdsNumber(&w)
		source := r2mark(d.sentences[from.sent].words, from.source)
		s := trustSample{number: number, fold: r.fold, group: group}
		if !number {
			s.right = r.givenBy(d, w.start, source)
		} else if n := r.numberAt(w); n != nil {
			s.right = n.givenBy(d, source)
		} else {
			return
		}
		t.features(frames, k, m, p)
		s.keys = t.keys
		out = append(out, s)
	}
	frames := t.frames()
	for k := range frames {
		for _, m := range frames[k].contents {
			if origin(&frames[k]).source.empty() {
				continue
			}
			group++
			for _, p := range append(t.numbers(m), t.others(m)...) {
				add(frames, k, m, p, group)
			}
		}
	}
	return out
}

// others are two words of a content that are no numbers, or fewer.
func (t *speechTrust) others(m Mark) []place {
	var out []place
	r := globalWords(t.d, m, t.offsets)
	n := sentenceAt(t.d, m.Start)
	for _, i := range []int{r.from + (r.to-r.from)/3, r.from + (r.to-r.from)*2/3} {
		for n+1 < len(t.offsets)-1 && t.offsets[n+1] <= i {
			n++
		}
		ws := t.d.sentences[n].words
		if k := i - t.offsets[n]; k < len(ws) && ws[k].kind != wordMark && !holdsNumber(&ws[k]) {
			out = append(out, place{n, k})
		}
	}
	return out
}

// numberAt is the number of the gold at a word, or nil.
func (g goldText) numberAt(w word) *goldNumber {
	for k := range g.gold.Numbers {
		if n := &g.gold.Numbers[k]; n.Start <= w.start && w.start < n.End {
			return n
		}
	}
	return nil
}

// givenBy reports whether the gold has the word at start said, and near it a source
// that is like ours; of words that are no numbers the gold does not tell which.
func (g goldText) givenBy(d *document, start int, source Mark) bool {
	n, said := goldNumber{}, false
	here := sentenceAt(d, start)
	for _, m := range g.marks {
		switch s := sentenceAt(d, m.Start); {
		case m.part == partContent && m.Start <= start && start < m.End:
			said = true
		case m.part == partSource && s >= here-3 && s <= here:
			n.Sources = append(n.Sources, [2]int{m.Start, m.End})
		}
	}
	return said && n.givenBy(d, source)
}

// A goldNumber is a number with the parts of its source.
type goldNumber struct {
	Start   int      `json:"start"`
	End     int      `json:"end"`
	Sources [][2]int `json:"sources"`
}

// givenBy reports whether the number's source is the one of ours: they overlap or
// share a word that is no mere helper.
func (n goldNumber) givenBy(d *document, source Mark) bool {
	ours := wordsOf(d.text(source.Start, source.End))
	for _, s := range n.Sources {
		if s[0] < source.End && source.Start < s[1] {
			return true
		}
		for _, a := range wordsOf(d.text(s[0], s[1])) {
			for _, b := range ours {
				if a == b && speechTags[a] != tagDeterminer && speechTags[a] != tagPreposition && speechTags[a] != tagConjunction {
					return true
				}
			}
		}
	}
	return false
}

// A trustFit is a linear model fitted by small steps; a weight of 1<<20 is one
// step of the logarithm of the odds.
type trustFit struct {
	weights [trustSlots]int64
	sums    [trustSlots]int64
	steps   int64
}

// odds are chances in 1<<16 by the logarithm of the odds, in steps of 1/64 from -8.
var odds = func() (out [1024]int64) {
	for k := range out {
		out[k] = int64(math.Round(65536 / (1 + math.Exp(8-float64(k)/64))))
	}
	return out
}()

// fitTrust fits to the samples that are not of the fold.
func fitTrust(samples []trustSample, without int) *trustFit {
	fit := &trustFit{}
	for round := 0; round < trustRounds; round++ {
		rate := int64(64 / (2 + round))
		for k := range samples {
			// a stride apart, so that no report comes in a row
			s := &samples[(k*7919+round*31)%len(samples)]
			if s.fold != without {
				fit.learn(s, rate)
			}
		}
		for i := range fit.weights {
			fit.weights[i] -= fit.weights[i] / trustDecay
			if round >= trustRounds/2 {
				fit.sums[i] += fit.weights[i]
			}
		}
	}
	fit.steps = trustRounds - trustRounds/2
	return fit
}

// trustDecay is the part of each weight that a round takes away.
const trustDecay = 8

func (f *trustFit) learn(s *trustSample, rate int64) {
	sum := int64(0)
	for _, key := range s.keys {
		sum += f.weights[key]
	}
	step := -odds[max(0, min(1023, sum>>14+512))]
	if s.right {
		step += 65536
	}
	step = step * rate / trustStep
	if !s.number {
		step /= 3
	}
	for _, key := range s.keys {
		f.weights[key] += step
	}
}

// trustStep makes the steps small.
const trustStep = 256

// weight is the mean weight as it is stored: 1<<10 is one step.
func (f *trustFit) weight(key uint32) int16 {
	return int16(max(-32767, min(32767, f.sums[key]/max(f.steps, 1)>>10)))
}

// packTrust fits the trust and the least sum that is believed: the lowest at which
// enough of the held-out numbers are right.
func packTrust(samples []trustSample) []byte {
	all := heldOut(samples)
	least, right := int32(0), 0
	for k, s := range all {
		if s.right {
			right++
		}
		if right*100 >= (k+1)*trustShare && (k+1 == len(all) || all[k+1].sum < s.sum) {
			least = s.sum
		}
	}
	out := make([]byte, trustSize)
	fit := fitTrust(samples, -1)
	for key := range fit.weights {
		binary.LittleEndian.PutUint16(out[key*2:], uint16(fit.weight(uint32(key))))
	}
	binary.LittleEndian.PutUint32(out[trustSlots*2:], uint32(least))
	return out
}

// A trustScore is what a fit that has not seen a number thinks of it.
type trustScore struct {
	sum   int32
	right bool
}

// heldOut scores every number by a fit without its fold, best first. The numbers
// of a content have the mean of their sums.
func heldOut(samples []trustSample) []trustScore {
	var all []trustScore
	for fold := 0; fold < trustFolds; fold++ {
		fit := fitTrust(samples, fold)
		for k := 0; k < len(samples); {
			if s := &samples[k]; s.fold != fold || !s.number {
				k++
				continue
			}
			first, sum := len(all), int32(0)
			for group := samples[k].group; k < len(samples) && samples[k].group == group && samples[k].number; k++ {
				sum += fit.sum(&samples[k])
				all = append(all, trustScore{right: samples[k].right})
			}
			for n := first; n < len(all); n++ {
				all[n].sum = sum / int32(len(all)-first)
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].sum > all[j].sum })
	return all
}

func (f *trustFit) sum(s *trustSample) int32 {
	n := int32(0)
	for _, key := range s.keys {
		n += int32(f.weight(key))
	}
	return n
}

// wordsOf are the words of a text without marks, in lower case.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !isLetter(r) && !isDigit(r) })
}
