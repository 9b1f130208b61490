package extract

import (
	"strings"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// A turn is one speaker's paragraph of a transcript: "NAME: words".
type turn struct {
	frame
	label string
	end   int // the sentence behind it
}

// withTurns adds the turns of a transcript to the frames. What goes on from an
// earlier speaker does not reach into a turn.
func withTurns(d *document, frames []frame) []frame {
	turns := turnsOf(d)
	if len(turns) == 0 {
		return frames
	}
	in := make([]int, len(d.sentences)) // the turn of each sentence, counted from 1
	for k, t := range turns {
		for n := t.sent; n < t.end; n++ {
			in[n] = k + 1
		}
	}
	for k := range frames {
		f := &frames[k]
		kept := f.contents[:0]
		for _, m := range f.contents {
			t := in[min(sentenceAt(d, m.Start), len(in)-1)]
			if t == 0 || f.kind != frameFloating && in[f.sent] == t && !turns[t-1].leads(f) {
				kept = append(kept, m)
			}
		}
		f.contents = kept
	}
	for _, t := range turns {
		t.doubtful = utf8.RuneCountInString(t.label) == 1 // "Q:", "A:" name nobody
		frames = append(frames, t.frame)
	}
	return frames
}

// leads reports whether f is the frame of the turn itself, read otherwise.
func (t *turn) leads(f *frame) bool { return f.sent == t.sent && f.verb.from <= t.verb.from }

// turnsOf are the turns of the labels that begin more than one paragraph; nobody
// talks to himself, so there are at least two such labels.
func turnsOf(d *document) []turn {
	var found, out []turn
	counts := make(map[string]int)
	for n := range d.sentences {
		if n > 0 && !parted(d, d.sentences[n-1].End, d.sentences[n].Start) {
			continue
		}
		if t, ok := turnAt(d, n); ok {
			counts[t.label]++
			found = append(found, t)
		}
	}
	speakers := 0
	for _, count := range counts {
		if count > 1 {
			speakers++
		}
	}
	for _, t := range found {
		if counts[t.label] > 1 && speakers > 1 {
			out = append(out, t)
		}
	}
	return out
}

// turnAt reads sentence n as the beginning of a turn.
func turnAt(d *document, n int) (turn, bool) {
	ws := d.sentences[n].words
	from := 0
	if lowerAt(ws, 0) == `"` {
		from = 1
	}
	colon := from
	for colon < len(ws) && colon < from+4 && isLabel(ws[colon]) {
		colon++
	}
	if colon == from || colon+1 >= len(ws) || ws[colon].lower != ":" || paperLabels[ws[from].lower] {
		return turn{}, false
	}
	end := n + 1
	for end < len(d.sentences) && !parted(d, d.sentences[end-1].End, d.sentences[end].Start) {
		end++
	}
	last := d.sentences[end-1].words
	f := frame{sent: n, source: run{from, colon}, verb: run{colon, colon + 1}, head: colon, cue: cue{":", "bd", facts.Certain}}
	if len(last) == 0 {
		return turn{}, false
	}
	f.contents = []Mark{{Start: ws[colon+1].start, End: last[len(last)-1].end}}
	return turn{f, d.text(ws[from].start, ws[colon-1].end), end}, true
}

// paperLabels are written by the paper above what it says itself.
var paperLabels = wordSet(`note notes update updates updated correction corrections clarification breaking related watch read
	video photo photos image source sources editor editors more fact facts myth tip tips key summary background what why how who when where`)

// isLabel reports whether the word may be one of a speaker's label: in capitals.
func isLabel(w word) bool {
	return w.kind == wordPlain && isUpper(firstRune(w.text)) && w.text == strings.ToUpper(w.text)
}

// parted reports whether a line ends between the code points.
func parted(d *document, from, to int) bool {
	for i := from; i < to; i++ {
		if d.norm[i] == '\n' {
			return true
		}
	}
	return false
}
