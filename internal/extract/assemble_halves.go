package extract

// joinHalves makes one statement of the two halves that its speaker parts: "Some
// 40 people, officials said, died". owner is who says each word.
func joinHalves(v view, contents []content, owner []*frame) {
	for _, c := range contents {
		f := c.frame
		if !speaks(f) || f.sent != v.n || f.gap || f.kind != frameVerb && f.kind != frameAccording && f.kind != framePassive {
			continue
		}
		w := run{f.verb.from, f.verb.to}
		if !f.source.empty() {
			w = run{min(w.from, f.source.from), max(w.to, f.source.to)}
		}
		if !isParenthesis(v, w) {
			continue
		}
		left, right := leftHalf(v, owner, f, w.from-1), rightHalf(v, owner, f, w.to+1)
		if r := wordsIn(v, c.mark); r.from != right.from && r.to != left.to && r.to != left.to+1 {
			continue
		}
		if left.empty() || right.empty() || clauseIn(v.ws, left) || !opensPredicate(v.ws, right) {
			continue
		}
		for i := left.from; i < right.to; i++ {
			owner[i] = f
		}
	}
}

// isParenthesis reports whether commas or dashes stand around the words of w, which
// are no quotation's.
func isParenthesis(v view, w run) bool {
	return w.from > 0 && w.to < len(v.ws)-1 && isMark(v.ws[w.from-1], ",–—") && isMark(v.ws[w.to], ",–—") &&
		v.in[w.from-1] < 0 && v.in[w.to] < 0
}

// leftHalf are the words in front of stop that nobody else says, back to the
// beginning of their clause.
func leftHalf(v view, owner []*frame, f *frame, stop int) run {
	from := stop
	for from > 0 && v.in[from-1] < 0 && (owner[from-1] == f || owner[from-1] == nil) && !partsStatements(v.ws, from-1) {
		from--
	}
	return run{from, stop}
}

// rightHalf are the words from from on that nobody else says, to the end of their clause.
func rightHalf(v view, owner []*frame, f *frame, from int) run {
	to := from
	for to < len(v.ws) && v.in[to] < 0 && (owner[to] == f || owner[to] == nil) && !partsStatements(v.ws, to) {
		to++
	}
	return run{from, to}
}

// partsStatements reports whether a semicolon or a comma with a conjunction stands at i.
func partsStatements(ws []word, i int) bool {
	return ws[i].lower == ";" || ws[i].lower == ":" || isMark(ws[i], ",–—") && isAt(ws, i+1, isJoint) || ws[i].is(isJoint) && i > 0 && isMark(ws[i-1], ",–—")
}

// opensPredicate reports whether what may be a verb stands at the head of r.
func opensPredicate(ws []word, r run) bool {
	i := r.from
	for i < r.to && isAdverb(ws[i]) {
		i++
	}
	return i < r.to && ws[i].kind == wordPlain && !ws[i].is(isCapital|isLink|isJoint|isOpener|isPossessiveForm|isTimeWord) && !isGerund(ws[i].lower)
}
