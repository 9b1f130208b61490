package extract

// fill finds what the k-th frame of a sentence says.
func (r *frameReader) fill(v view, found []frame, k int) {
	f := &found[k]
	switch f.kind {
	case frameNoun:
		return
	case frameAccording:
		f.contents = aroundAccording(v, f)
		return
	}
	left, right := r.leftQuote(v, f), r.right(v, found, k)
	switch {
	case f.gap:
		if !right.empty() {
			f.contents = []Mark{r2mark(v.ws, right)}
		}
	case left >= 0 && f.kind != framePassive:
		r.direct(v, f, left, right)
	case !right.empty():
		f.contents = []Mark{r.whole(v, right)}
	case f.cue.can("b") && f.kind == frameVerb:
		f.contents = leftClause(v, f)
	case f.kind == framePassive && !f.source.empty():
		if s := subjectOf(v, f.verb.from, 0); !s.empty() {
			f.contents = []Mark{r2mark(v.ws, s)}
		}
	}
}

// direct gives the frame the quotation left of it and one that goes on right of it.
func (r *frameReader) direct(v view, f *frame, left int, right run) {
	r.used[left] = true
	f.contents = []Mark{{Start: quoteClause(v, left, r.quotes[left]), End: r.quotes[left].End}}
	if right.empty() {
		return
	}
	if q := v.in[right.from]; q >= 0 && q != left {
		r.used[q] = true
		f.contents = append(f.contents, Mark{Start: r.quotes[q].Start, End: r.quotes[q].End})
	}
}

// quoteClause is where the statement of a quotation begins: at its mark, or
// where the clause does whose last words it is ("The plan is “a disaster,” …").
func quoteClause(v view, q int, m Mark) int {
	for i := range v.ws {
		if v.in[i] != q {
			continue
		}
		if i > 0 && v.ws[i-1].kind == wordPlain && v.ws[i].start == m.Start && v.in[0] < 0 && cueForms[v.ws[i-1].lower].lemma == "" {
			return v.ws[0].start
		}
		break
	}
	return m.Start
}

// whole is the content of the words of right; a quotation that begins there and
// runs on over the end of the sentence belongs to it whole.
func (r *frameReader) whole(v view, right run) Mark {
	m := r2mark(v.ws, right)
	for i := right.from; i < right.to; i++ {
		if q := v.in[i]; q >= 0 {
			r.used[q] = true
			m.End = max(m.End, r.quotes[q].End)
		}
	}
	return m
}

// leftQuote is the quotation that ends right before the frame's words, or -1.
func (r *frameReader) leftQuote(v view, f *frame) int {
	from := f.verb.from
	if !f.source.empty() {
		from = min(from, f.source.from)
	}
	for p := from - 1; p >= 0 && p >= from-2; p-- {
		if v.in[p] >= 0 {
			if sentenceBreak(v, from) {
				return -1
			}
			if f.cue.can("d") || f.cue.can("b") {
				return v.in[p]
			}
			return -1
		}
		if v.ws[p].lower != "," {
			return -1
		}
	}
	return -1
}

// right is the stretch right of the cue that is its content; empty when there is none.
func (r *frameReader) right(v view, found []frame, k int) run {
	f := &found[k]
	from := f.verb.to
	if !f.source.empty() && f.source.from >= f.verb.to {
		from = f.source.to
	}
	stop := contentStop(v, from, found[k+1:])
	if f.gap {
		return run{from, stop}
	}
	start, ok := contentStart(v, f, from, stop)
	if !ok {
		return run{}
	}
	if l := v.ws[start].lower; f.kind == framePassive && f.source.empty() && l != "that" && l != "to" && l != "as" && !questionWords[l] {
		return run{}
	}
	if v.ws[start].lower != "that" && v.in[start] < 0 && !clauseLike(v, f, start, stop) {
		if !f.cue.can("n") && !f.cue.can("c") && !f.cue.can("a") {
			return run{}
		}
		stop = nounStop(v, f, start, stop)
	}
	return run{start, stop}
}

// clauseLike reports whether the content is a clause and not a noun phrase.
func clauseLike(v view, f *frame, start, stop int) bool {
	switch l := v.ws[start].lower; {
	case questionWords[l]:
		return f.cue.can("q") || f.cue.can("b")
	case l == "to":
		return f.cue.can("i") || f.kind == framePassive
	}
	return f.cue.can("b") && (f.cue.lemma == "say" || loosely(v.ws, run{start + 1, stop}))
}

// loosely reports whether the words of r may be a clause: clauseIn, or a past
// form behind an insertion.
func loosely(ws []word, r run) bool {
	if clauseIn(ws, r) {
		return true
	}
	for i := r.from; i < r.to; i++ {
		if l := ws[i].lower; len(l) > 4 && l[len(l)-2:] == "ed" && i > 0 && ws[i-1].lower == "," {
			return true
		}
	}
	return false
}

var questionWords = wordSet("whether if what why how who where when which")

// contentStart skips what stands between the cue and its content: time and place
// of saying, the hearer, a colon.
func contentStart(v view, f *frame, from, stop int) (int, bool) {
	ws := v.ws
	k := from
	if f.kind == framePassive && !f.source.empty() {
		k = max(k, f.source.to)
	}
	heard := !f.cue.can("o")
	for k < stop {
		next := skipAdjunct(v, k, stop)
		if next == k && !heard {
			next, heard = skipHearer(v, k, stop), true
		}
		if next == k {
			break
		}
		k = next
		if f.cue.can("o") && k < stop && (ws[k].lower == "that" || ws[k].lower == "to") {
			break
		}
	}
	for k < stop && isMark(ws[k], ":,") && v.in[k] < 0 {
		k++
	}
	return k, k < stop
}

// skipAdjunct steps over "on Monday", "in a statement", "at a news conference".
func skipAdjunct(v view, k, stop int) int {
	ws := v.ws
	if v.in[k] >= 0 {
		return k
	}
	l := ws[k].lower
	switch {
	case ws[k].is(isTimeWord), l == "late" && timeWords[lowerAt(ws, k+1)], l == "early" && timeWords[lowerAt(ws, k+1)],
		l == "last" && timeWords[lowerAt(ws, k+1)], l == "this" && timeWords[lowerAt(ws, k+1)]:
		return skipTime(ws, k+1, stop)
	case l == "on" && timeWords[lowerAt(ws, k+1)]:
		return skipTime(ws, k+2, stop)
	case l == "repeatedly" || l == "again" || l == "publicly" || l == "also":
		return k + 1
	case ws[k].is(isLink):
		for n := k + 1; n < stop && n < k+12 && v.in[n] < 0; n++ {
			if ws[n].lower == "that" || ws[n].kind == wordMark && ws[n].lower != "'" || isFinite(ws, n) {
				break
			}
			if venues[ws[n].lower] && !venues[lowerAt(ws, n+1)] || n < k+8 && lowerAt(ws, n+1) == "that" && l != "of" {
				return n + 1
			}
		}
	}
	return k
}

func skipTime(ws []word, k, stop int) int {
	for k < stop && (timeWords[ws[k].lower] || ws[k].kind == wordNumber && timeWords[ws[k-1].lower]) {
		k++
	}
	return k
}

var venues = wordSet(`statement interview conference briefing report letter tweet email e-mail post speech release hearing
	memo note call reporters news testimony meeting rally event debate audience crowd parliament lawmakers journalists
	twitter facebook television tv radio cnn press interviews speeches statements tweets address remarks column
	appearance forum session newspaper filing court newsmen supporters message video supporters committee telephone phone`)

// skipHearer steps over the person told: up to "that", "to" or a quotation, else one noun phrase.
func skipHearer(v view, k, stop int) int {
	ws := v.ws
	if v.in[k] >= 0 || ws[k].kind == wordMark || ws[k].lower == "that" || questionWords[ws[k].lower] || ws[k].lower == "to" {
		return k
	}
	for n := k; n < stop && n < k+14; n++ {
		if v.in[n] >= 0 || ws[n].lower == "that" || ws[n].lower == "to" || questionWords[ws[n].lower] {
			return n
		}
		if ws[n].lower == ":" || ws[n].lower == "," && n+1 < stop && v.in[n+1] >= 0 {
			return n
		}
		if ws[n].kind == wordMark || isFinite(ws, n) {
			break
		}
	}
	return nounEnd(v, k, stop)
}

// nounEnd is where a short noun phrase that begins at k ends: one pronoun, a
// name, or up to the first plural or last noun before the next opener.
func nounEnd(v view, k, stop int) int {
	ws := v.ws
	switch ws[k].lower {
	case "me", "him", "her", "them", "us", "you", "it":
		return k + 1
	}
	if isName(ws, k) {
		for k < stop && isName(ws, k) {
			k++
		}
		return k
	}
	for n := k; n < stop && n < k+4; n++ {
		if isPluralNoun(ws[n]) {
			return n + 1
		}
	}
	return k
}

// contentStop is where what is said ends: the end of the sentence, a semicolon,
// a participle or coordinate clause with a cue of its own, "according to".
func contentStop(v view, k int, later []frame) int {
	ws := v.ws
	stop := len(ws)
	for stop > k && isMark(ws[stop-1], ".?!") && v.in[stop-1] < 0 {
		stop--
	}
	for i := k; i < stop; i++ {
		if v.in[i] >= 0 {
			continue
		}
		w := ws[i]
		switch {
		case sentenceBreak(v, i):
			return i
		case w.lower == ";", at(ws, i, "according", "to"):
			return trimStop(ws, k, i)
		case w.lower == "," || w.lower == "—":
			if cueParticiple(ws, i+1) {
				return i
			}
		}
	}
	for _, f := range later {
		if j := coordinate(ws, f, k); j > 0 && j < stop {
			return trimStop(ws, k, j)
		}
	}
	return stop
}

// sentenceBreak reports whether a new sentence begins at i behind a quotation
// that ended one.
func sentenceBreak(v view, i int) bool {
	ws := v.ws
	if i < 2 || v.in[i] >= 0 || v.in[i-1] < 0 || !isMark(ws[i-2], ".?!") {
		return false
	}
	return (subjectPronouns[ws[i].lower] || openers[ws[i].lower]) && ws[i].is(isCapital)
}

// cueParticiple reports whether a participle of saying opens at i ("saying",
// "while noting").
func cueParticiple(ws []word, i int) bool {
	for n := 0; n < 2; n++ {
		if l := lowerAt(ws, i); l == "and" || l == "while" || isAdverb(plainWord(l)) {
			i++
		}
	}
	form, ok := cueForms[lowerAt(ws, i)]
	return ok && form.tense == tenseIng && !form.can("m")
}

// coordinate is the word that links a later frame of the same sentence as a
// clause of its own, or 0.
func coordinate(ws []word, f frame, k int) int {
	from := f.verb.from
	if !f.source.empty() && f.source.from > k && f.source.from < from {
		from = f.source.from
	}
	j := from - 1
	if j <= k {
		return 0
	}
	switch ws[j].lower {
	case "and", "but", "while", "although", "though", "whereas":
		return j
	}
	return 0
}

func trimStop(ws []word, k, stop int) int {
	for stop > k && isMark(ws[stop-1], ",—-") {
		stop--
	}
	return stop
}

// nounStop is where a noun phrase that is the content ends.
func nounStop(v view, f *frame, k, stop int) int {
	ws := v.ws
	for i := k; i < stop; i++ {
		if v.in[i] >= 0 {
			continue
		}
		w := ws[i]
		switch {
		case i > k && isMark(w, ",:—") && !listGoesOn(ws, i+1):
			return i
		case i > k && (w.lower == "during" || w.lower == "after" || w.lower == "when" || w.lower == "while" || w.lower == "because"):
			return i
		case i > k && skipAdjunct(v, i, stop) > i && links[w.lower]:
			return i
		}
	}
	return stop
}

func listGoesOn(ws []word, i int) bool {
	for n := i; n < len(ws) && n < i+6; n++ {
		if ws[n].lower == "and" || ws[n].lower == "or" {
			return ws[n-1].lower == "," || n < i+4
		}
	}
	return false
}

// clauseStop ends a relative clause that began at k: before a participle cue or
// the end of the sentence.
func clauseStop(v view, k int) int {
	return contentStop(v, k, nil)
}

// leftClause is the clause before a closing "…, officials said".
func leftClause(v view, f *frame) []Mark {
	from := f.verb.from
	if !f.source.empty() {
		from = min(from, f.source.from)
	}
	if from < 2 || v.ws[from-1].lower != "," {
		return nil
	}
	start := 0
	for start < from && isMark(v.ws[start], `,-—`) {
		start++
	}
	if !clauseIn(v.ws, run{start, from - 1}) {
		return nil
	}
	return []Mark{r2mark(v.ws, run{start, from - 1})}
}

// aroundAccording is what stands before "according to X", else what follows it.
func aroundAccording(v view, f *frame) []Mark {
	ws := v.ws
	end := f.source.to
	after := end
	for after < len(ws) && isMark(ws[after], ",") {
		after++
	}
	left := run{0, trimStop(ws, 0, f.verb.from)}
	for left.from < left.to && (isMark(ws[left.from], ",") || left.from == 0 && isAdverb(ws[0]) && lowerAt(ws, 1) == ",") {
		left.from++
	}
	if left.to-left.from >= 3 || after >= len(ws)-1 {
		return []Mark{r2mark(ws, left)}
	}
	return []Mark{r2mark(ws, run{after, contentStop(v, after, nil)})}
}

// float gives sentences that are quotation through and through, without a cue of
// their own, to the speaker who spoke last before them.
func (r *frameReader) float(sentences []int) {
	var out []frame
	i := 0
	for _, n := range sentences {
		s := r.d.sentences[n]
		q := inside(r.quotes, s.Start)
		if q < 0 || r.used[q] || r.quotes[q].End < s.End-2 {
			continue
		}
		for i < len(r.frames) && r.frames[i].sent < n {
			out = append(out, r.frames[i])
			i++
		}
		last := lastSpeaker(out, n)
		if last == nil {
			continue
		}
		r.used[q] = true
		f := frame{sent: n, kind: frameFloating, cue: last.cue, contents: []Mark{{Start: r.quotes[q].Start, End: r.quotes[q].End}}}
		f.earlier = last
		out = append(out, f)
	}
	r.frames = append(out, r.frames[i:]...)
}

// lastSpeaker is the nearest frame of direct or reported speech within three
// sentences before n.
func lastSpeaker(frames []frame, n int) *frame {
	for i := len(frames) - 1; i >= 0 && frames[i].sent >= n-3; i-- {
		f := &frames[i]
		if f.kind == frameFloating && f.earlier == nil {
			continue
		}
		if f.kind == frameFloating {
			c := *f.earlier
			return &c
		}
		if f.cue.can("d") && !f.source.empty() && f.sent < n {
			c := *f
			return &c
		}
	}
	return nil
}
