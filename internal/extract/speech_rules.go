package extract

import "sort"

// The labels of words that the rules give, as the model sees them: one begins a
// part, the next lower goes on with it.
const (
	ruleNone   = 0
	ruleSource = 2
	ruleCue    = 4
	ruleTail   = 6
	ruleLead   = 8
	ruleFloat  = 10
	ruleBegins = 1
)

// ruleLabels lays the frames of the rules on the words of the document, the
// larger first; of others only parts that are still free. offsets holds where
// the words of each sentence begin.
func ruleLabels(d *document, frames []frame) (labels []uint8, offsets []int) {
	offsets = make([]int, len(d.sentences)+1)
	for n := range d.sentences {
		offsets[n+1] = offsets[n] + len(d.sentences[n].words)
	}
	labels = make([]uint8, offsets[len(d.sentences)])
	order := make([]int, len(frames))
	sizes := make([]int, len(frames))
	for k := range frames {
		order[k], sizes[k] = k, extent(d, &frames[k])
	}
	sort.SliceStable(order, func(a, b int) bool { return sizes[order[a]] > sizes[order[b]] })
	for _, k := range order {
		layFrame(d, &frames[k], labels, offsets)
	}
	return labels, offsets
}

// extent is how many code points lie between the ends of a frame.
func extent(d *document, f *frame) int {
	ws := d.sentences[f.sent].words
	from, to := len(d.norm), 0
	for _, r := range []run{f.source, f.verb} {
		if m := r2mark(ws, r); m.End > m.Start {
			from, to = min(from, m.Start), max(to, m.End)
		}
	}
	for _, c := range f.contents {
		from, to = min(from, c.Start), max(to, c.End)
	}
	return to - from
}

func layFrame(d *document, f *frame, labels []uint8, offsets []int) {
	var room [8]labelledRun
	parts, at := room[:0], offsets[f.sent]
	if f.kind != frameFloating {
		parts = append(parts, labelledRun{run{at + f.source.from, at + f.source.to}, ruleSource}, labelledRun{run{at + f.verb.from, at + f.verb.to}, ruleCue})
	}
	for _, c := range f.contents {
		label := uint8(ruleTail)
		switch {
		case f.kind == frameFloating:
			label = ruleFloat
		case c.Start < d.sentences[f.sent].words[f.verb.from].start:
			label = ruleLead
		}
		parts = append(parts, labelledRun{globalWords(d, c, offsets), label})
	}
	free := parts[:0]
	for _, p := range parts {
		if !p.empty() && !laid(labels, p.run) {
			free = append(free, p)
		}
	}
	for _, p := range free {
		for i := p.from; i < p.to; i++ {
			if labels[i] == ruleNone {
				labels[i] = p.label
			}
		}
		labels[p.from] |= ruleBegins
	}
}

type labelledRun struct {
	run
	label uint8
}

func laid(labels []uint8, r run) bool {
	for i := r.from; i < r.to; i++ {
		if labels[i] != ruleNone {
			return true
		}
	}
	return false
}

// globalWords are the words of a mark, counted through the document.
func globalWords(d *document, m Mark, offsets []int) run {
	return run{globalWord(d, m.Start, offsets), globalWord(d, m.End, offsets)}
}

// globalWord is the first word that ends behind the code point at.
func globalWord(d *document, at int, offsets []int) int {
	n := sort.Search(len(d.sentences), func(n int) bool { return d.sentences[n].End > at })
	if n == len(d.sentences) {
		return offsets[n]
	}
	ws := d.sentences[n].words
	return offsets[n] + sort.Search(len(ws), func(i int) bool { return ws[i].end > at })
}
