package extract

import (
	"strings"

	"sitrep/internal/facts"
)

// A frame is one act of speech or thought: who, by which words, what. Word
// ranges are of sentence sent; contents are code points, since a quotation may
// run over several sentences.
type frame struct {
	sent     int
	source   run // empty: not stated
	verb     run // the cue with its helpers
	head     int // the cue word itself
	cueTo    int // where the cue ends without what the model reads behind it; 0 when that is verb.to
	cue      cue
	kind     frameKind
	contents []Mark
	negated  bool
	gap      bool // the information itself is refused or denied
	who      *holder
	earlier  *frame // floating: the frame whose speaker goes on
	doubtful bool   // read by the rules alone: it is not printed
}

type frameKind int

const (
	frameVerb frameKind = iota
	framePassive
	frameParticiple // "…, saying that"
	frameAccording
	frameNoun // "reports from X", "X's claim that"
	frameFloating
)

// A frameReader reads the frames of one document, sentence by sentence.
type frameReader struct {
	d      *document
	quotes []Mark
	frames []frame
	used   []bool  // quotations that have a speaker
	found  []frame // room for those of a sentence
}

// A view is one sentence as the frame reader sees it.
type view struct {
	n  int // index of the sentence
	ws []word
	in []int // the quotation each word stands in, or -1
}

// longestSentence is the number of words beyond which a stretch is a table or a
// list, not a sentence: it is not read for speakers or clauses, so that no input
// can make the reading slow.
const longestSentence = 400

// ruleFrames are the frames that the rules read, in text order.
func ruleFrames(d *document) []frame {
	r := &frameReader{d: d, quotes: d.quotes}
	r.used = make([]bool, len(r.quotes))
	var floating []int
	for n := range d.sentences {
		v, ok := speechView(d, n)
		if !ok {
			continue
		}
		first := len(r.frames)
		r.readSentence(v)
		if len(r.frames) == first && v.in[0] >= 0 {
			floating = append(floating, n)
		}
	}
	r.float(floating)
	return r.frames
}

// speechView is the sentence as it is read for speech; false for one that is not.
func speechView(d *document, n int) (view, bool) {
	s := &d.sentences[n]
	if s.credit || len(s.words) == 0 || len(s.words) > longestSentence {
		return view{}, false
	}
	return view{n, s.words, s.in}, true
}

func (r *frameReader) readSentence(v view) {
	found := r.found[:0]
	floor := 0
	for i := range v.ws {
		if v.in[i] >= 0 || i < floor || !v.ws[i].is(isFrameStart) {
			continue
		}
		f, ok := r.frameAt(v, i, found)
		if !ok {
			continue
		}
		found = append(found, f)
		floor = max(floor, f.verb.to)
	}
	for k := range found {
		r.fill(v, found, k)
	}
	for _, f := range found {
		if len(f.contents) > 0 || f.gap {
			r.frames = append(r.frames, f)
		}
	}
	r.found = found
}

// frameAt looks for a cue at word i. earlier are the frames to the left of it.
func (r *frameReader) frameAt(v view, i int, earlier []frame) (frame, bool) {
	if !v.ws[i].is(isFrameStart) {
		return frame{}, false
	}
	if at(v.ws, i, "according", "to") {
		return accordingAt(v, i), true
	}
	if f, ok := gapAt(v, i, earlier); ok {
		return f, true
	}
	if f, ok := verbAt(v, i, earlier); ok {
		return f, true
	}
	if f, ok := nounAt(v, i, earlier); ok {
		return f, true
	}
	if f, ok := putAt(v, i, earlier); ok {
		return f, true
	}
	if f, ok := pollAt(v, i, earlier); ok {
		return f, true
	}
	return frame{}, false
}

func accordingAt(v view, i int) frame {
	c := cue{"according to", "b", facts.Certain}
	return frame{sent: v.n, verb: run{i, i + 2}, head: i, cue: c, kind: frameAccording, source: nounRight(v, i+2)}
}

// gapAt finds a refusal ("declined to comment") or a denial of information
// ("did not provide any figures"). Who refuses to do something else than to tell
// leaves no gap: then the thing refused is what is denied.
func gapAt(v view, i int, earlier []frame) (frame, bool) {
	if !v.ws[i].is(isGapCue | isTellVerb) {
		return frame{}, false
	}
	w := v.ws[i].lower
	group := verbGroup(v.ws, i)
	f := frame{sent: v.n, verb: group, head: i, gap: true, cue: cue{w, "in", facts.Unknown}}
	switch {
	case gapCues[w]:
		if !refuses(v.ws, i) {
			return f, false
		}
		if at(v.ws, i+1, "from") {
			f.verb.to++
		}
		if next := lowerAt(v.ws, i+2); lowerAt(v.ws, i+1) != "comment" && !tellVerbs[next] && !tellVerbs[lowerAt(v.ws, i+3)] {
			f.gap, f.cue.factuality = false, facts.CertainlyNot
		}
	case tellVerbs[w] && negatedGroup(v.ws, group) && (silences[w] || missing(v.ws, i+1)):
	default:
		return f, false
	}
	f.negated = !gapCues[w]
	f.source = subjectOf(v, group.from, floorOf(earlier))
	if f.source.empty() && len(earlier) > 0 && lowerAt(v.ws, group.from-1) == "and" {
		f.source = earlier[len(earlier)-1].source
	}
	return f, !f.source.empty()
}

// refuses tells a refusal at i from a fall: "declined to 66 homes", "declined from 70".
func refuses(ws []word, i int) bool {
	switch lowerAt(ws, i+1) {
	case "comment":
		return true
	case "from":
		return strings.HasPrefix(ws[i].lower, "refrain")
	case "to":
		k := i + 2
		for k < len(ws) && nearnesses[ws[k].lower] {
			k++
		}
		l := lowerAt(ws, k)
		return l != "" && ws[k].kind != wordNumber && l != "$" && l != "€" && l != "£"
	}
	return false
}

// nearnesses may stand between "to" and a figure.
var nearnesses = wordSet("about around nearly almost just roughly approximately some below under over barely only")

// silences are verbs of speaking that say nothing more when denied.
var silences = wordSet("comment commented respond responded elaborate elaborated")

// missing reports whether the denied verb's object is information.
func missing(ws []word, k int) bool {
	if k >= len(ws) || ws[k].kind == wordMark && ws[k].lower == "." {
		return true
	}
	for n := 0; n < 5 && k+n < len(ws); n++ {
		if gapObjects[ws[k+n].lower] {
			return true
		}
		if ws[k+n].kind == wordMark || ws[k+n].lower == "that" {
			return false
		}
	}
	return false
}

func floorOf(earlier []frame) int {
	if len(earlier) == 0 {
		return 0
	}
	return earlier[len(earlier)-1].verb.to
}

// attributions reads who says what: told is what the model reads with the help of
// the rules, which the facts rest on and, but for what is doubtful, the contract
// prints; read are the frames of the rules alone.
func attributions(d *document) (told []Attribution, read []frame) {
	read = ruleFrames(d)
	frames := read
	if speech.checks != nil {
		frames = taggedFrames(d, speech, read)
	}
	d.people().resolve(frames)
	return attributionsOf(d, frames), read
}

// printed are the attributions that are not doubtful.
func printed(all []Attribution) []Attribution {
	out := make([]Attribution, 0, len(all))
	for _, a := range all {
		if !a.frame.doubtful {
			out = append(out, a)
		}
	}
	return out
}

// attributionsOf are the frames one by one: one attribution for each content.
func attributionsOf(d *document, frames []frame) []Attribution {
	out := []Attribution{}
	for i := range frames {
		f := &frames[i]
		for _, c := range f.contents {
			if c.End <= c.Start {
				continue
			}
			a := Attribution{Content: Mark{Start: c.Start, End: c.End}, frame: f}
			from := f
			if f.earlier != nil {
				from = f.earlier
			}
			ws := d.sentences[from.sent].words
			if !from.source.empty() {
				m := d.mark(ws, from.source)
				a.Source = &m
			}
			if !from.verb.empty() {
				m := d.mark(ws, from.verb)
				a.Cue = &m
			}
			if f.who != nil {
				a.Name = f.who.name
			}
			out = append(out, a)
		}
	}
	return out
}
