package extract

// A speechState is what a word is to the speech of its sentence: outside, or in
// a source, a cue or a content. They are told apart by what comes first, so that
// a model which only sees two neighbours knows that a content is still due.
type speechState uint8

const (
	outside     speechState = iota
	between                 // outside, between the parts of one frame
	sourceBegin             // a source before its cue
	sourceIn
	lateSourceBegin // a source behind its cue
	lateSourceIn
	cueBegin // a cue whose content follows
	cueIn
	lateCueBegin // a cue behind its content
	lateCueIn
	leadBegin // a content before its cue
	leadIn
	tailBegin // a content behind its cue
	tailIn
	floatBegin // a content in a sentence without a cue
	floatIn
	speechStates
)

// begins reports whether the state opens a span; the state after it goes on.
func (s speechState) begins() bool { return s >= sourceBegin && s%2 == 0 }

// opening is the state that opens the span that s belongs to.
func (s speechState) opening() speechState { return s &^ 1 }

// part is what a state is part of.
func (s speechState) part() speechPart {
	switch {
	case s < sourceBegin:
		return partNone
	case s < cueBegin:
		return partSource
	case s < leadBegin:
		return partCue
	}
	return partContent
}

type speechPart uint8

const (
	partNone speechPart = iota
	partSource
	partCue
	partContent
)

// A speechSpan is a source, cue or content by the words of one sentence.
type speechSpan struct {
	run
	part speechPart
}

// mayFollow reports whether state b may stand right behind state a.
func mayFollow(a, b speechState) bool {
	if b < sourceBegin || b.begins() {
		return true
	}
	return a.opening() == b.opening()
}

// statesOf writes the spans of one sentence, in order and apart, as states.
func statesOf(spans []speechSpan, out []speechState) {
	for i := range out {
		out[i] = outside
	}
	cued := false
	for _, s := range spans {
		cued = cued || s.part != partContent
	}
	for k, s := range spans {
		state := spanState(spans, k, cued)
		for i := s.from; i < s.to; i++ {
			out[i] = state + 1
		}
		out[s.from] = state
		if k > 0 && s.from-spans[k-1].to <= 8 && (s.part != partContent || spans[k-1].part != partContent) && state != sourceBegin && state != leadBegin {
			for i := spans[k-1].to; i < s.from; i++ {
				out[i] = between
			}
		}
	}
}

// spanState is the opening state of the k-th span.
func spanState(spans []speechSpan, k int, cued bool) speechState {
	before, after := partNone, partNone
	if k > 0 {
		before = spans[k-1].part
	}
	if k+1 < len(spans) {
		after = spans[k+1].part
	}
	switch spans[k].part {
	case partSource:
		if before == partCue && spans[k].from-spans[k-1].to <= 2 && (after != partCue || k < 2 || spans[k-2].part != partSource) {
			return lateSourceBegin
		}
		return sourceBegin
	case partCue:
		if after != partContent && k > 0 && (before == partContent || k > 1 && spans[k-2].part == partContent) {
			return lateCueBegin
		}
		return cueBegin
	}
	switch {
	case !cued:
		return floatBegin
	case before != partNone && before != partContent:
		return tailBegin
	case after != partNone && after != partContent:
		return leadBegin
	}
	return tailBegin
}

// spansOf reads the states of a sentence back as spans.
func spansOf(states []speechState, out []speechSpan) []speechSpan {
	for i := 0; i < len(states); i++ {
		if !states[i].begins() {
			continue
		}
		j := i + 1
		for j < len(states) && states[j] == states[i]+1 {
			j++
		}
		out = append(out, speechSpan{run{i, j}, states[i].part()})
		i = j - 1
	}
	return out
}
