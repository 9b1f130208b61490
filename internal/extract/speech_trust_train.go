package extract

import (
	"encoding/binary"
	"sort"
	"strings"
)

// How the trust in numbers is fitted.
const (
	trustRounds = 20
	trustFolds  = 2
	trustShare  = 84 // of a hundred numbers believed, how many have the right source
)

// A trustSample is one number in a content of a model that has not seen the text.
type trustSample struct {
	keys  [trustFeatures]uint32
	right bool
	fold  int
}

// trustSamples are the numbers of a report as the model gives them to sources.
func trustSamples(model *speechModel, r goldText, fold int) []trustSample {
	d := newDocument(r.report)
	t, frames := taggedUntrimmed(d, model, ruleFrames(d))
	var out []trustSample
	for k := range frames {
		f := &frames[k]
		from := origin(f)
		for _, m := range f.contents {
			p, ok := t.number(m)
			if !ok || from.source.empty() {
				continue
			}
			t.features(f, m, p)
			source := r2mark(d.sentences[from.sent].words, from.source)
			for _, n := range r.gold.Numbers {
				if m.Start <= n.Start && n.End <= m.End {
					out = append(out, trustSample{t.keys, n.givenBy(d, source), fold})
				}
			}
		}
	}
	return out
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

// A trustFit is a linear model fitted by small steps; a weight of 1<<16 is one
// step of the logarithm of the odds.
type trustFit struct {
	weights [trustSlots]int64
	sums    [trustSlots]int64
	steps   int64
}

// fitTrust fits to the samples that are not of the fold.
func fitTrust(samples []trustSample, without int) *trustFit {
	fit := &trustFit{}
	for round := 0; round < trustRounds; round++ {
		for k := range samples {
			// a stride apart, so that no report comes in a row
			s := &samples[(k*7919+round*31)%len(samples)]
			if s.fold != without {
				fit.learn(s)
			}
		}
		for i := range fit.weights {
			fit.weights[i] -= fit.weights[i] / 16
			fit.sums[i] += fit.weights[i]
		}
		fit.steps++
	}
	return fit
}

func (f *trustFit) learn(s *trustSample) {
	sum := int64(0)
	for _, key := range s.keys {
		sum += f.weights[key]
	}
	sum >>= 6 // 1024 is one
	step := -512 - 512*sum/(1024+max(sum, -sum))
	if s.right {
		step += 1024
	}
	for _, key := range s.keys {
		f.weights[key] += step
	}
}

// weight is the mean weight as it is stored.
func (f *trustFit) weight(key uint32) int16 {
	return int16(max(-32767, min(32767, f.sums[key]/max(f.steps, 1)/8)))
}

// packTrust fits the trust and the least sum that is believed: the lowest at which
// enough of the held-out numbers are right.
func packTrust(samples []trustSample) []byte {
	type scored struct {
		sum   int32
		right bool
	}
	var all []scored
	for fold := 0; fold < trustFolds; fold++ {
		fit := fitTrust(samples, fold)
		for _, s := range samples {
			if s.fold == fold {
				all = append(all, scored{fit.sum(&s), s.right})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].sum > all[j].sum })
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
