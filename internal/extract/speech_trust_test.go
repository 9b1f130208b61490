package extract

import (
	"bytes"
	"testing"

	"sitrep/internal/facts"
)

func TestPackTrustPartsRightFromWrong(t *testing.T) {
	var samples []trustSample
	for k := 0; k < 200; k++ {
		s := trustSample{right: k%4 != 0, number: true, group: k + 1, fold: k / 4 % trustFolds}
		for n := range s.keys {
			s.keys[n] = uint32(n)
		}
		if !s.right {
			for n := range s.keys[:20] {
				s.keys[n] = uint32(n) + 1000
			}
		}
		samples = append(samples, s)
	}
	packed := packTrust(samples)
	if !bytes.Equal(packed, packTrust(samples)) {
		t.Error("fitting twice gave different weights")
	}
	least := int32(uint32(packed[trustSlots*2]) | uint32(packed[trustSlots*2+1])<<8 | uint32(packed[trustSlots*2+2])<<16 | uint32(packed[trustSlots*2+3])<<24)
	fit := fitTrust(samples, -1)
	for k := range samples {
		if believed := fit.sum(&samples[k]) >= least; believed != samples[k].right {
			t.Fatalf("sample %d: right %v, believed %v", k, samples[k].right, believed)
		}
	}
}

func TestGoldNumberGivenBy(t *testing.T) {
	d := newDocument(facts.Report{Text: "The mayor spoke. He said the mayor of Ardon has 14 boats."})
	n := goldNumber{Start: 48, End: 50, Sources: [][2]int{{0, 9}}}
	for _, c := range []struct {
		source Mark
		want   bool
	}{{Mark{Start: 4, End: 9}, true}, {Mark{Start: 25, End: 34}, true}, {Mark{Start: 17, End: 19}, false}} {
		if got := n.givenBy(d, c.source); got != c.want {
			t.Errorf("%q gives the number: %v, want %v", d.text(c.source.Start, c.source.End), got, c.want)
		}
	}
}

func TestHoldsNumber(t *testing.T) {
	for text, want := range map[string]bool{"1990s": true, "21st": true, "two-year": true, "12": true, "twelve": true, "well-known": false, "boat": false, "-": false} {
		d := newDocument(facts.Report{Text: "The dam held for " + text + " boats."})
		if got := holdsNumber(&d.sentences[0].words[4]); got != want {
			t.Errorf("%q (read as %q): %v, want %v", text, d.sentences[0].words[4].text, got, want)
		}
	}
}
