package extract

// verbAt looks for a cue verb at word i that is a verb there, and for its subject.
func verbAt(v view, i int, earlier []frame) (frame, bool) {
	ws := v.ws
	if ws[i].cue == nil || isName(ws, i) && i > 0 {
		return frame{}, false
	}
	form, left := *ws[i].cue, before(ws, i)
	if !verbHere(v, i, left, form) || disproves(ws, left) {
		return frame{}, false
	}
	f := frame{sent: v.n, head: i, cue: form.cue, verb: verbGroup(ws, i)}
	if prep, found := prepositionalCues[lowerAt(ws, i+1)]; found {
		if fact, found := prep[form.lemma]; found {
			f.verb.to++
			f.cue = cue{form.lemma + " " + lowerAt(ws, i+1), "n", fact}
			if f.cue.lemma == "point out" {
				f.cue.takes = "bt"
			}
		}
	}
	if form.takes[0] == 'p' && f.verb.to == i+1 {
		return f, false
	}
	if lowerAt(ws, f.verb.from-1) == "to" {
		return f, false
	}
	f.negated = negatedGroup(ws, f.verb)
	return verbSource(v, f, form, left, earlier)
}

// verbSource finds who speaks: subject, inverted subject, agent of a passive,
// or the speaker of the sentence for a participle.
func verbSource(v view, f frame, form cueForm, left int, earlier []frame) (frame, bool) {
	ws := v.ws
	bare := f.verb.from
	switch {
	case form.tense == tensePast && passive(ws, f.verb):
		f.kind = framePassive
		f.source = agentRight(v, f.verb.to)
		return f, true
	case form.tense == tenseIng && !hasBe(ws, f.verb):
		f.kind = frameParticiple
		f.source = participleSource(v, f.verb.from, left, earlier)
		return f, true
	case form.can("d") && (form.tense == tensePast || form.tense == tenseThird) && inverted(v, f.verb):
		f.source = nounRight(v, f.verb.to)
		return f, !f.source.empty()
	}
	f.source = subjectOf(v, bare, floorOf(earlier))
	if f.source.empty() && len(earlier) > 0 && (lowerAt(ws, bare-1) == "and" || lowerAt(ws, bare-1) == "but") {
		f.source = earlier[len(earlier)-1].source
	}
	return f, !f.source.empty()
}

// verbHere tells a cue verb from the noun or adjective of the same form.
func verbHere(v view, i, left int, form cueForm) bool {
	ws := v.ws
	if left < 0 {
		return form.tense == tenseIng
	}
	l := ws[left]
	if openers[l.lower] && !subjectPronouns[l.lower] && !plurals[l.lower] || isPossessive(l) {
		return false
	}
	next := lowerAt(ws, i+1)
	noun := form.can("x")
	switch form.tense {
	case tenseIng:
		return ingHere(v, i, l)
	case tenseBase:
		if l.lower == "no" { // "no doubt that"
			return false
		}
		if l.lower == "to" || modals[l.lower] || doHelpers[l.lower] {
			return true
		}
		return plainVerbHere(ws, i, left, noun)
	case tenseThird:
		if l.kind == wordNumber || links[l.lower] || helpers[l.lower] || plurals[l.lower] || l.lower == "that" && noun {
			return false
		}
		return !noun || strongNext(ws, i+1) && lowerAt(ws, left-1) != "to" && (isName(ws, left) || subjectPronouns[l.lower] || isMark(l, `,"`) || !isPluralNoun(l))
	}
	if links[l.lower] || l.kind == wordNumber && next != "that" && form.lemma != "say" {
		return false
	}
	if l.lower == "those" || l.lower == "these" {
		return false
	}
	if reducedParticiple(next) && !helpers[l.lower] && !form.can("d") {
		return false
	}
	return true
}

var (
	plurals   = wordSet("some many most several few others all both two three these those people police no")
	doHelpers = wordSet("do does did don't doesn't didn't not")
)

func plainVerbHere(ws []word, i, left int, noun bool) bool {
	l := ws[left]
	switch {
	case l.kind != wordPlain || links[l.lower] && !plurals[l.lower]:
		return false
	case l.lower == "i" || l.lower == "we" || l.lower == "you" || l.lower == "they" || l.lower == "who" || l.lower == "and" || plurals[l.lower]:
		return !noun || contentNext(ws, i+1)
	case isPluralNoun(l):
		return contentNext(ws, i+1)
	case isName(ws, left):
		return joinedName(ws, left) && contentNext(ws, i+1)
	}
	return false
}

// joinedName reports whether the name at k is the last of several: "X and Y say".
func joinedName(ws []word, k int) bool {
	for n := k - 1; n >= 0 && n >= k-4; n-- {
		if ws[n].lower == "and" {
			return n > 0 && (isName(ws, n-1) || isPluralNoun(ws[n-1]))
		}
		if !isName(ws, n) && !openers[ws[n].lower] {
			return false
		}
	}
	return false
}

// strongNext reports whether the word at k opens a clause or a noun phrase beyond
// doubt, so that the word before it is a verb and no noun.
func strongNext(ws []word, k int) bool {
	if k >= len(ws) {
		return false
	}
	switch l := ws[k].lower; {
	case l == "that":
		return !isFinite(ws, k+1)
	case joints[l]:
		return l == "if" || l == "where" || l == "when"
	case l == "whether", l == "how", l == "what", l == "why", l == "to", openers[l], subjectPronouns[l]:
		return true
	case isMark(ws[k], `":$`), ws[k].kind == wordNumber:
		return true
	}
	return isName(ws, k) || isPluralNoun(ws[k])
}

func isPluralNoun(w word) bool {
	return w.traits&isPluralForm != 0
}

func isPluralShape(form string) bool {
	n := len(form)
	return n > 3 && form[n-1] == 's' && form[n-2] != 's' && form[n-2] != '\'' && !hasPossessiveEnd(form)
}

// contentNext reports whether the word at k can open what is said.
func contentNext(ws []word, k int) bool {
	if k >= len(ws) {
		return false
	}
	w := ws[k]
	switch {
	case w.kind == wordNumber, isMark(w, `":,$`), w.lower == "that", isName(ws, k):
		return true
	case w.lower == "to" || w.lower == "as":
		return true
	case finiteHelpers[w.lower], joints[w.lower], links[w.lower]:
		return w.lower == "whether" || w.lower == "in" || w.lower == "if" || w.lower == "who" || w.lower == "where" || w.lower == "when"
	}
	return w.kind == wordPlain
}

func ingHere(v view, i int, l word) bool {
	switch {
	case isMark(l, `,"—-–`), l.lower == "and", l.lower == "while", l.lower == "by", l.lower == "after", l.lower == "before", beForms[l.lower]:
		return true
	case l.kind != wordPlain || links[l.lower] || joints[l.lower] || l.lower == "worth" || helpers[l.lower]:
		return false
	}
	return contentNext(v.ws, i+1)
}

func reducedParticiple(next string) bool {
	return next == "of" || next == "by" || next == "as" || next == "in" || next == "with"
}

var beForms = wordSet("is are was were be been being am isn't aren't wasn't weren't")

func hasBe(ws []word, r run) bool {
	for i := r.from; i < r.to; i++ {
		if ws[i].is(isBeForm) {
			return true
		}
	}
	return false
}

// passive reports whether the verb group ends in a form of be and a participle.
func passive(ws []word, r run) bool {
	for i := r.to - 1; i > r.from; i-- {
		if beForms[ws[i-1].lower] {
			return true
		}
		if !isAdverb(ws[i-1]) && i < r.to-1 {
			return false
		}
	}
	return false
}

// verbGroup is the verb at i with the helpers, adverbs and leading verbs
// ("went on to", "continued to") before it.
func verbGroup(ws []word, i int) run {
	from := i
	for from > 0 {
		p := &ws[from-1]
		switch {
		case p.is(isHelper), p.is(isAdverbForm) && p.lower != "so":
			from--
			continue
		case p.lower == "to" && from > 1 && ws[from-2].is(isLeadVerb):
			from -= 2
			continue
		case p.lower == "to" && from > 2 && ws[from-2].lower == "on" && ws[from-3].lower == "went":
			from -= 3
			continue
		}
		break
	}
	for from < i && ws[from].kind == wordPlain && ws[from].is(isAdverbForm) && from == 0 {
		from++
	}
	return run{from, i + 1}
}

var leadVerbs = wordSet(`continued continues continue began begins tried tries try trying attempted seemed seems seem appeared
	appears appear wants wanted want needs need likes chose used failed fails fail hopes hoped going had has
	refused refuses declined declines expected set plans planned sought seeks ready able quick careful`)

func negatedGroup(ws []word, r run) bool {
	for i := r.from; i < r.to; i++ {
		switch l := ws[i].lower; {
		case l == "not" && lowerAt(ws, i+1) != "only" || l == "never" || l == "cannot" || l == "yet" && i+1 < r.to && ws[i+1].lower == "to":
			return true
		case len(l) > 3 && l[len(l)-3:] == "n't":
			return true
		}
	}
	return lowerAt(ws, r.to) == "no" && !comparesNo(ws, r.to) || lowerAt(ws, r.to) == "nothing"
}

// inverted reports whether what is said stands left of the verb and the speaker
// right of it.
func inverted(v view, verb run) bool {
	ws := v.ws
	p := verb.from - 1
	if p < 0 || verb.to >= len(ws) || verb.to-verb.from > 2 {
		return false
	}
	next := ws[verb.to]
	opens := isName(ws, verb.to) || openers[next.lower] && next.lower != "that" ||
		subjectPronouns[next.lower] && next.lower != "that" || next.kind == wordPlain && !links[next.lower] && !joints[next.lower] && !timeWords[next.lower]
	if timeWords[next.lower] || !opens || next.kind != wordPlain && next.kind != wordNumber {
		return false
	}
	if v.in[p] >= 0 {
		return true
	}
	if ws[p].lower != "," {
		return false
	}
	if p > 0 && v.in[p-1] >= 0 {
		return true
	}
	r := nounRight(v, verb.to)
	return clauseIn(ws, run{0, p}) && (r.to >= len(ws) || isMark(ws[r.to], ".,;\"") || timeWords[ws[r.to].lower] || links[ws[r.to].lower]) &&
		!clauseIn(ws, run{r.to, len(ws)})
}

// clauseIn reports whether the words of r hold a finite verb.
func clauseIn(ws []word, r run) bool {
	for i := r.from; i < r.to && i < len(ws); i++ {
		if isFinite(ws, i) {
			return true
		}
	}
	return false
}
