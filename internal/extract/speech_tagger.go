package extract

// A speechTagger reads the sentences of one document with the model.
type speechTagger struct {
	d       *document
	model   *speechModel
	labels  []uint8 // of the rules, all words of the document in a row
	offsets []int
	tokens  []speechToken
	lattice lattice
	states  []speechState
	keys    [speechFeatures]uint64
}

func newSpeechTagger(d *document, model *speechModel, frames []frame) *speechTagger {
	t := &speechTagger{d: d, model: model, lattice: lattice{beam: speechBeam}}
	t.labels, t.offsets = ruleLabels(d, frames)
	return t
}

// prepare makes the tokens of the sentence; false when nothing there hints at
// speech.
func (t *speechTagger) prepare(v view) (speechContext, bool) {
	rule := t.rules(v.n)
	ctx := speechContext{quoted: quotedness(v)}
	if ctx.quoted == 0 && !hintsAtSpeech(v, rule) {
		return ctx, false
	}
	t.tokens = speechTokens(v, rule, t.tokens)
	ctx.previous = t.previous(v.n)
	for i := range rule {
		ctx.cues = ctx.cues || rule[i]&^ruleBegins == ruleCue
	}
	return ctx, true
}

// hintsAtSpeech reports whether the rules read anything in a sentence, or a word of
// it is enough to look for speech.
func hintsAtSpeech(v view, rule []uint8) bool {
	for _, label := range rule {
		if label != ruleNone {
			return true
		}
	}
	for i := range v.ws {
		if hintsTag(speechTag(v.ws, i)) {
			return true
		}
	}
	return false
}

func (t *speechTagger) rules(n int) []uint8 {
	return t.labels[t.offsets[n]:t.offsets[n+1]]
}

// previous tells what the rules read in the sentence before: nothing, speech that
// ended, or speech up to its end.
func (t *speechTagger) previous(n int) uint8 {
	if n == 0 {
		return 0
	}
	rule := t.rules(n - 1)
	for k := len(rule) - 1; k >= 0; k-- {
		if rule[k] == ruleNone {
			continue
		}
		switch {
		case k < len(rule)-2:
			return 1
		case rule[k] >= ruleFloat:
			return 2
		}
		return 3
	}
	return 0
}

func quotedness(v view) uint8 {
	in := 0
	for _, q := range v.in {
		if q >= 0 {
			in++
		}
	}
	switch {
	case in == 0:
		return 0
	case in >= len(v.in)-1:
		return 3
	case v.in[0] >= 0 && v.ws[0].lower != `"`:
		return 2
	}
	return 1
}

// tag gives the states of the words of a sentence.
func (t *speechTagger) tag(ctx speechContext) []speechState {
	t.lattice.resize(len(t.tokens))
	for i := range t.tokens {
		featuresOf(t.tokens, i, ctx, &t.keys)
		t.model.emit(&t.keys, &t.lattice.scores[i])
	}
	if cap(t.states) < len(t.tokens) {
		t.states = make([]speechState, len(t.tokens)*2)
	}
	t.states = t.states[:len(t.tokens)]
	t.lattice.best(&t.model.moves, t.states)
	return t.states
}

// speechBeam is far more than a few words can make up for.
const speechBeam = 900
