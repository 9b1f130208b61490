package extract

// A speechJudge says whether to take the reading of a sentence whose frames are
// those from first on, and in which somebody gives the number at p.
type speechJudge func(frames []frame, first int, p place) bool

// frames are the frames of the model with all their contents. Where it reads a
// number as said by nobody, judge is asked about the best reading in which
// somebody says it.
func (t *speechTrust) frames(judge speechJudge) []frame {
	g := newSpeechTagger(t.d, t.model, t.rules)
	t.offsets, t.margins, t.contents = g.offsets, make([]int32, len(g.labels)), make([]int32, len(g.labels))
	l := &speechLinker{d: t.d, rules: t.rules, open: openContent{quote: -1}, spokeAt: -speechSilence - 1}
	for n := range t.d.sentences {
		v, ok := speechView(t.d, n)
		if !ok {
			continue
		}
		ctx, hint := g.prepare(v)
		if !hint {
			l.open.quote = -1
			continue
		}
		states := g.tag(ctx)
		if t.everywhere || anyNumber(v.ws) {
			from, to := g.offsets[n], g.offsets[n+1]
			g.lattice.margins(&g.model.moves, t.margins[from:to], t.contents[from:to])
			if t.prefers(g, l, v, judge) {
				continue
			}
		}
		l.spans = spansOf(states, l.spans[:0])
		l.link(v, l.spans, states)
	}
	return l.frames
}

// prefers reports whether judge takes another reading of the sentence than the
// best, which is linked then.
func (t *speechTrust) prefers(g *speechTagger, l *speechLinker, v view, judge speechJudge) bool {
	tries := 0
	for i, state := range g.states {
		if state >= leadBegin || !holdsNumber(&v.ws[i]) {
			continue
		}
		t.forced = -t.contents[t.offsets[v.n]+i]
		if t.forced > farForced {
			continue
		}
		if tries++; tries > mostForced {
			break
		}
		forced := make([]speechState, len(g.states))
		g.lattice.force(&g.model.moves, i, forced)
		saved := l.save()
		l.link(v, spansOf(forced, nil), forced)
		taken := judge(l.frames, len(saved.frames), place{v.n, i})
		t.forced = 0
		if taken {
			return true
		}
		l.restore(saved)
	}
	t.forced = 0
	return false
}

// farForced is by how much the best reading may be better than one that is still
// looked at.
const farForced = 1200

// mostForced is how many numbers of a sentence are looked at in that way; more are
// a table.
const mostForced = 4

// A savedLinker is what a linker was before it linked a sentence.
type savedLinker struct {
	speechLinker
	opened frame // the frame with the open content
}

func (l *speechLinker) save() savedLinker {
	saved := savedLinker{speechLinker: *l}
	if l.open.quote >= 0 {
		saved.opened = l.frames[l.open.frame]
		saved.opened.contents = append([]Mark(nil), saved.opened.contents...)
	}
	return saved
}

func (l *speechLinker) restore(saved savedLinker) {
	*l = saved.speechLinker
	if l.open.quote >= 0 {
		l.frames[l.open.frame] = saved.opened
	}
}
