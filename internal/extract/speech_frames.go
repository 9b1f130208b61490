package extract

import (
	"sort"

	"sitrep/internal/facts"
)

// A speechLinker makes frames of the tagged spans.
type speechLinker struct {
	d      *document
	rules  []frame // what the rules read, in text order
	next   int     // the first of rules that is not before the sentence at hand
	frames []frame
	open   openContent
	spans  []speechSpan

	speaker frame // who spoke last, and in which sentence last
	spokeAt int
}

// An openContent is a content that ran to the end of its sentence within a
// quotation, so that the next sentence may go on with it.
type openContent struct {
	frame, content, quote int // quote is -1 when there is none
}

// taggedFrames are the frames that the model reads, with the help of those of the
// rules.
func taggedFrames(d *document, model *speechModel, rules []frame) []frame {
	trust := newSpeechTrust(d, model, rules)
	frames := trust.keep(trust.frames())
	frames = withTurns(d, frames)
	sort.SliceStable(frames, func(i, j int) bool {
		a, b := &frames[i], &frames[j]
		return a.sent < b.sent || a.sent == b.sent && a.verb.from < b.verb.from
	})
	return frames
}

// link joins the spans of one sentence into frames.
func (l *speechLinker) link(v view, spans []speechSpan, states []speechState) {
	here := l.rulesOf(v.n)
	first := len(l.frames)
	for k, s := range spans {
		if s.part == partCue {
			l.frames = append(l.frames, l.frameOf(v, spans, states, k, here))
		}
	}
	for _, s := range spans {
		if s.part == partContent {
			l.give(v, s, states[s.from], first)
		}
	}
	l.tidy(first)
	l.hear(v.n, first)
	l.setOpen(v, spans, first)
	last := len(l.frames)
	for _, f := range here {
		switch {
		case f.gap && unread(f.verb, spans) || quotedBy(v, f, spans):
			l.frames = append(l.frames, f)
		case l.unheard(v, &f, max(first-speechSilence, 0), last):
			f.doubtful = true
			l.frames = append(l.frames, f)
		}
	}
}

// unread reports whether the model reads no part of speech in r.
func unread(r run, spans []speechSpan) bool {
	for _, s := range spans {
		if s.from < r.to && r.from < s.to {
			return false
		}
	}
	return true
}

// unheard reports whether no speaker in the frames [from,to) of the model stands
// against what one of the rules says. Numbers are left to the model: the rules are
// seldom right where it is silent.
func (l *speechLinker) unheard(v view, f *frame, from, to int) bool {
	for _, m := range f.contents {
		if m.End > v.ws[len(v.ws)-1].end || numberIn(v.ws, wordsIn(v, m)) >= 0 {
			return false
		}
	}
	for k := from; k < to; k++ {
		if g := &l.frames[k]; !g.cue.can("m") && !isUncommon(l.d.sentences[g.sent].words, g) && differ(g, f) {
			return false
		}
	}
	return true
}

// differ reports whether two frames read the same words of somebody otherwise: the
// same cue, or the same content from another source.
func differ(f, g *frame) bool {
	same := func(a, b run) bool { return f.sent == g.sent && a.from < b.to && b.from < a.to }
	if same(f.verb, g.verb) {
		return true
	}
	if same(f.source, g.source) {
		return false
	}
	for _, a := range f.contents {
		for _, b := range g.contents {
			if a.Start < b.End && b.Start < a.End {
				return true
			}
		}
	}
	return false
}

// quotedBy reports whether a frame of the rules lies in a tagged content: somebody
// quoted by another. It has no number: numbers are given by the outer speaker.
func quotedBy(v view, f frame, spans []speechSpan) bool {
	for _, s := range spans {
		if s.part != partContent || f.verb.from < s.from || f.verb.to > s.to || f.kind == frameFloating {
			continue
		}
		for _, c := range f.contents {
			if c.Start < v.ws[s.from].start || c.End > v.ws[s.to-1].end || numberIn(v.ws, wordsIn(v, c)) >= 0 {
				return false
			}
		}
		return f.source.empty() || f.source.from >= s.from && f.source.to <= s.to
	}
	return false
}

// tidy drops the frames from first on that say nothing.
func (l *speechLinker) tidy(first int) {
	kept := l.frames[:first]
	for _, f := range l.frames[first:] {
		if len(f.contents) > 0 || f.gap {
			kept = append(kept, f)
		}
	}
	l.frames = kept
}

// setOpen remembers the content that ends the sentence within a quotation.
func (l *speechLinker) setOpen(v view, spans []speechSpan, first int) {
	last := len(v.ws) - 1
	l.open.quote = -1
	if n := len(spans); n == 0 || spans[n-1].part != partContent || spans[n-1].to <= last || v.in[last] < 0 {
		return
	}
	for k := len(l.frames) - 1; k >= max(first-1, 0); k-- {
		for c, m := range l.frames[k].contents {
			if m.End == v.ws[last].end {
				l.open = openContent{k, c, v.in[last]}
				return
			}
		}
	}
}

// goOn joins the first content of a sentence to the one that was left open in the
// same quotation: true when the older one takes it in.
func (l *speechLinker) goOn(v view, s speechSpan, state speechState, m *Mark) bool {
	if s.from != 0 || l.open.quote < 0 || v.in[0] != l.open.quote {
		return false
	}
	f := &l.frames[l.open.frame]
	if state == leadBegin && f.kind == frameFloating {
		m.Start = f.contents[l.open.content].Start
		f.contents = nil
		return false
	}
	f.contents[l.open.content].End = m.End
	if l.spokeAt >= v.n-1 {
		l.spokeAt = v.n
	}
	return true
}

// rulesOf are the frames of the rules in the sentence.
func (l *speechLinker) rulesOf(n int) []frame {
	for l.next < len(l.rules) && l.rules[l.next].sent < n {
		l.next++
	}
	end := l.next
	for end < len(l.rules) && l.rules[end].sent == n {
		end++
	}
	return l.rules[l.next:end]
}

// frameOf is the frame of the cue spans[k], without contents.
func (l *speechLinker) frameOf(v view, spans []speechSpan, states []speechState, k int, here []frame) frame {
	s := spans[k]
	f := frame{sent: v.n, head: s.to - 1, cue: cue{lowerAt(v.ws, s.to-1), "b", facts.Certain}}
	for i := s.from; i < s.to; i++ {
		if form, ok := cueForms[v.ws[i].lower]; ok {
			f.cue, f.head = form.cue, i
		}
	}
	group := verbGroup(v.ws, f.head)
	f.negated = negatedGroup(v.ws, run{min(group.from, s.from), group.to})
	f.cueTo = f.head + 1
	for _, r := range here {
		if s.from <= r.head && r.head < s.to {
			f, f.cueTo = r, r.verb.to
			break
		}
	}
	f.verb, f.contents, f.source = s.run, nil, run{}
	switch {
	case k+1 < len(spans) && states[spans[k+1].from] == lateSourceBegin:
		f.source = spans[k+1].run
	case k > 0 && spans[k-1].part == partSource:
		f.source = spans[k-1].run
	default:
		for j := k - 1; j >= 0 && f.source.empty(); j-- {
			if spans[j].part == partSource {
				f.source = spans[j].run
			}
		}
	}
	return f
}

// isUncommon reports whether the cue is the model's alone: no word that the rules
// know to tell what somebody says.
func isUncommon(ws []word, f *frame) bool {
	return f.kind == frameVerb && f.cue.lemma == ws[f.head].lower && f.cue.takes == "b" && ws[f.head].cue == nil &&
		!ws[f.head].is(isReportNoun) && lowerAt(ws, f.head-1) != "according"
}

// give gives a content to the frame of its sentence that it belongs to, else to
// who spoke last.
func (l *speechLinker) give(v view, s speechSpan, state speechState, first int) {
	m := r2mark(v.ws, s.run)
	if l.goOn(v, s, state, &m) {
		return
	}
	here := l.frames[first:]
	if state == leadBegin {
		for k := range here {
			if here[k].verb.from >= s.to {
				here[k].contents = append(here[k].contents, m)
				return
			}
		}
	}
	for k := len(here) - 1; k >= 0; k-- {
		if here[k].verb.to <= s.from && here[k].kind != frameFloating {
			here[k].contents = append(here[k].contents, m)
			return
		}
	}
	if len(here) > 0 && here[0].kind != frameFloating {
		here[0].contents = append(here[0].contents, m)
		return
	}
	f := frame{sent: v.n, kind: frameFloating, contents: []Mark{m}}
	if v.n-l.spokeAt <= speechSilence {
		last := l.speaker
		f.cue, f.earlier = last.cue, &last
		l.spokeAt = v.n
	}
	l.frames = append(l.frames, f)
}

// speechSilence is after how many sentences without a word of theirs nobody is
// taken to go on speaking.
const speechSilence = 3

// hear remembers who spoke last in the sentence.
func (l *speechLinker) hear(n, first int) {
	for k := len(l.frames) - 1; k >= first; k-- {
		f := &l.frames[k]
		if f.kind != frameFloating && !f.source.empty() && f.cue.can("d") {
			l.speaker, l.spokeAt = *f, n
			return
		}
	}
}
