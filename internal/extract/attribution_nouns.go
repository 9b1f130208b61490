package extract

import "sitrep/internal/facts"

// subjectOf is the noun phrase that ends right before word g, as written: with
// its appositions, brackets and relative clauses, without leading adjuncts.
func subjectOf(v view, g, floor int) run {
	ws := v.ws
	j := g - 1
	if j < floor || j < 0 {
		return run{}
	}
	if v.in[j] >= 0 {
		return afterTitle(v, g, floor)
	}
	switch l := ws[j].lower; {
	case l == ",":
		return apposedSubject(v, g, floor)
	case relatives[l] || subjectPronouns[l] && l != "this" && l != "these" && l != "those" && l != "there":
		return run{j, g}
	}
	start := phraseStart(v, j, floor)
	return tidySubject(ws, run{start, g})
}

var relatives = wordSet("who which that")

// phraseStart walks left from word j to where its noun phrase begins.
func phraseStart(v view, j, floor int) int {
	ws := v.ws
	for last := j; j >= floor; {
		w := ws[j]
		switch {
		case v.in[j] >= 0 && w.lower == `"`:
			return j + 1
		case w.lower == ")":
			j = openBracket(ws, j, floor) - 1
			continue
		case w.lower == "," && (suffixWords[lowerAt(ws, j+1)] || j < last-1 && nameList(ws, j, floor, last)):
		case w.kind == wordMark && !isMark(w, "&/'$-"):
			return j + 1
		case w.lower == "and" || w.lower == "or":
			if !joinsNouns(v, j, floor) {
				return j + 1
			}
		case j < last && isFinite(ws, j):
			p := relativeLeft(ws, j, floor)
			if p < 0 {
				return j + 1
			}
			j = p
		case joints[w.lower] && w.lower != "as":
			return j + 1
		}
		j--
	}
	return max(j+1, floor)
}

// nameList reports whether the comma at j parts two names of one list that ends
// in "and" before last.
func nameList(ws []word, j, floor, last int) bool {
	if j <= floor || !isName(ws, j-1) || !isName(ws, j+1) && !openers[lowerAt(ws, j+1)] {
		return false
	}
	for k := j + 1; k < last; k++ {
		if ws[k].lower == "and" {
			return true
		}
		if !isName(ws, k) && !openers[ws[k].lower] && ws[k].lower != "," {
			return false
		}
	}
	return false
}

var suffixWords = wordSet("jr. sr. jr sr ii iii iv")

func openBracket(ws []word, j, floor int) int {
	for k := j; k >= floor; k-- {
		if ws[k].lower == "(" {
			return k
		}
	}
	return j
}

// joinsNouns reports whether the "and" at j links two parts of one subject, not
// two clauses: nothing finite left of it in its stretch.
func joinsNouns(v view, j, floor int) bool {
	if j == floor || j == 0 || v.ws[j-1].kind == wordMark {
		return false
	}
	for k := j - 1; k >= floor; k-- {
		w := v.ws[k]
		if w.kind == wordMark && !isMark(w, "&/'$-()") {
			return true
		}
		if isFinite(v.ws, k) {
			return relativeLeft(v.ws, k, floor) >= 0
		}
		if joints[w.lower] && w.lower != "and" {
			return true
		}
	}
	return true
}

// relativeLeft is the relative pronoun whose clause the finite verb at j belongs
// to, or -1.
func relativeLeft(ws []word, j, floor int) int {
	for k := j - 1; k > floor && k >= j-8; k-- {
		if ws[k].kind == wordMark {
			return -1
		}
		switch ws[k].lower {
		case "who", "which", "whom", "whose":
			return k
		case "that":
			if k > 0 && ws[k-1].kind == wordPlain && !isFinite(ws, k-1) {
				return k
			}
			return -1
		}
	}
	return -1
}

// afterTitle is a subject whose apposition ends in the quoted name of a work:
// "Ann Lee, author of “The Hill,” said". Nothing finite may stand before it.
func afterTitle(v view, g, floor int) run {
	from := g - 1
	for from > floor && v.in[from-1] == v.in[g-1] {
		from--
	}
	if from <= floor+1 || v.ws[from-1].kind != wordPlain || clauseIn(v.ws, run{floor, from}) {
		return run{}
	}
	return tidySubject(v.ws, run{floor, g})
}

// apposedSubject is a subject parted from its verb by a comma: "Ann Lee, the
// mayor of X, said". The comma belongs to it.
func apposedSubject(v view, g, floor int) run {
	ws := v.ws
	start := g - 1
	for chunk := 0; chunk < 4 && start > floor; chunk++ {
		from := start
		for from > floor && !(ws[from-1].kind == wordMark && isMark(ws[from-1], `,;:—"`)) && v.in[from-1] < 0 {
			from--
		}
		if joints[lowerAt(ws, from)] && lowerAt(ws, from) != "who" && lowerAt(ws, from) != "which" {
			return tidySubject(ws, run{from, g})
		}
		head := from == floor || !isMark(ws[from-1], ",") || v.in[from-1] >= 0
		if head || chunk > 0 && !apposition(ws, from) {
			return tidySubject(ws, run{from, g})
		}
		start = from - 1
	}
	return run{}
}

// apposition reports whether the stretch from word k explains the noun before it.
func apposition(ws []word, k int) bool {
	w := ws[k]
	switch {
	case w.kind == wordNumber, w.lower == "a", w.lower == "an", w.lower == "the", w.lower == "one", w.lower == "who", w.lower == "which", w.lower == "of":
		return true
	}
	return w.kind == wordPlain && isLower([]rune(w.text)[0]) && !links[w.lower] && !joints[w.lower] && !isFinite(ws, k) &&
		!isAdverb(w) && !subjectPronouns[w.lower] && (len(w.lower) < 5 || w.lower[len(w.lower)-3:] != "ing")
}

// tidySubject drops what precedes the noun phrase itself: joints, adverbs, a
// short adjunct of time or place.
func tidySubject(ws []word, r run) run {
	for r.from < r.to {
		w := ws[r.from]
		switch {
		case w.kind == wordMark && !isMark(w, `"$`), joints[w.lower] && r.to-r.from > 1, isAdverb(w) && !isName(ws, r.from) && !plurals[w.lower]:
			r.from++
		case links[w.lower]:
			next := afterAdjunct(ws, r)
			if next <= r.from {
				return run{}
			}
			r.from = next
		default:
			r = withoutTime(ws, r)
			if w.lower == "there" || onlyMarks(ws, r) {
				return run{}
			}
			return r
		}
	}
	return run{}
}

// withoutTime drops a day that stands between subject and verb: "officials on
// Monday said".
func withoutTime(ws []word, r run) run {
	to := r.to
	for to > r.from+1 && timeWords[ws[to-1].lower] {
		to--
	}
	if to == r.to || to == r.from {
		return r
	}
	if l := ws[to-1].lower; (l == "on" || l == "in" || l == "late" || l == "early" || l == "last" || l == "this") && to > r.from+1 {
		return run{r.from, to - 1}
	}
	if isName(ws, to) && to > r.from {
		return run{r.from, to}
	}
	return r
}

func onlyMarks(ws []word, r run) bool {
	for i := r.from; i < r.to; i++ {
		if ws[i].kind != wordMark {
			return false
		}
	}
	return true
}

// afterAdjunct is where the noun phrase begins behind "On Monday", "In Paris,".
func afterAdjunct(ws []word, r run) int {
	for k := r.from + 1; k < r.to; k++ {
		if ws[k].lower == "," && k+1 < r.to {
			return k + 1
		}
	}
	if timeWords[lowerAt(ws, r.from+1)] && r.from+2 < r.to {
		return r.from + 2
	}
	for k := r.from + 2; k < r.to; k++ {
		if openers[ws[k].lower] || subjectPronouns[ws[k].lower] {
			return k
		}
	}
	return -1
}

// nounRight is the noun phrase that begins at word k, with its appositions.
func nounRight(v view, k int) run {
	ws := v.ws
	start, commas := k, 0
	for k < len(ws) {
		w := ws[k]
		switch {
		case v.in[k] >= 0, isMark(w, ".;:—?!"):
			return trimRight(ws, run{start, k})
		case w.lower == "(":
			for k < len(ws) && ws[k].lower != ")" {
				k++
			}
		case w.lower == ",":
			if suffixWords[lowerAt(ws, k+1)] {
				break
			}
			if k+1 >= len(ws) || v.in[k+1] >= 0 || !apposition(ws, k+1) {
				return trimRight(ws, run{start, k})
			}
			commas++
		case timeWords[w.lower] && commas == 0 && k > start:
			return trimRight(ws, run{start, k})
		case links[w.lower] && k > start && !nounLink(ws, k, commas):
			return trimRight(ws, run{start, k})
		case isFinite(ws, k) && k > start:
			if relativeLeft(ws, k, start) < 0 {
				return trimRight(ws, run{start, k})
			}
		case joints[w.lower] && !nounJoint(w.lower, ws, k):
			return trimRight(ws, run{start, k})
		}
		k++
	}
	return trimRight(ws, run{start, len(ws)})
}

// nounLink reports whether the preposition at k goes on with the noun phrase.
func nounLink(ws []word, k, commas int) bool {
	switch ws[k].lower {
	case "of":
		return true
	case "for", "at", "from", "with", "in", "to", "on", "by", "about", "into", "against":
		return commas > 0 || !isName(ws, k-1) && ws[k-1].kind == wordPlain && !subjectPronouns[ws[k-1].lower] && ws[k].lower != "on" && ws[k].lower != "in"
	}
	return false
}

func nounJoint(l string, ws []word, k int) bool {
	switch l {
	case "and":
		return k+1 < len(ws) && ws[k].kind == wordPlain && (isName(ws, k+1) || openers[ws[k+1].lower] || !isFinite(ws, k+1))
	case "who", "which", "whose", "whom":
		return true
	}
	return false
}

func trimRight(ws []word, r run) run {
	for r.to > r.from && (isMark(ws[r.to-1], `,"-–`) || isAdverb(ws[r.to-1]) || links[ws[r.to-1].lower]) {
		r.to--
	}
	return r
}

// agentRight is the "by X" of a passive within a few words from k.
func agentRight(v view, k int) run {
	for n := k; n < len(v.ws) && n < k+4; n++ {
		if v.ws[n].lower == "by" {
			if n+1 < len(v.ws) && (timeWords[v.ws[n+1].lower] || v.ws[n+1].kind == wordNumber) {
				return run{}
			}
			return nounRight(v, n+1)
		}
	}
	return run{}
}

// participleSource finds who a participle ("…, saying") belongs to: the speaker
// already found in the sentence, the noun right before it, or the main subject.
func participleSource(v view, g, left int, earlier []frame) run {
	ws := v.ws
	if left >= 0 && ws[left].kind == wordPlain && !joints[ws[left].lower] && !links[ws[left].lower] {
		return subjectOf(v, g, 0)
	}
	if n := len(earlier); n > 0 {
		return earlier[n-1].source
	}
	return mainSubject(v, g)
}

// mainSubject is the subject of the first finite verb before word g.
func mainSubject(v view, g int) run {
	for i := 1; i < g; i++ {
		if v.in[i] < 0 && isFinite(v.ws, i) {
			return subjectOf(v, verbGroup(v.ws, i).from, 0)
		}
	}
	return run{}
}

// nounAt finds a noun of report with its origin and its content: "reports from
// X who …", "X's claim that …", "a statement by X that …".
func nounAt(v view, i int, earlier []frame) (frame, bool) {
	ws := v.ws
	if !ws[i].is(isReportNoun) || i+2 >= len(ws) {
		return frame{}, false
	}
	f := frame{sent: v.n, head: i, verb: run{i, i + 1}, kind: frameNoun, cue: cue{ws[i].lower, "t", facts.Certain}}
	if next := ws[i+1].lower; next == "from" || next == "by" {
		f.source = nounRight(v, i+2)
		if f.source.empty() {
			return f, false
		}
		f.verb.to = i + 2
		who := relativeIn(ws, f.source)
		if who > 0 {
			f.contents = []Mark{r2mark(ws, run{f.source.from, clauseStop(v, who)})}
			f.source.to = who
			f.source = trimRight(ws, f.source)
			return f, true
		}
		if lowerAt(ws, f.source.to) == "that" {
			if unproofBefore(ws, i, 0) && proofNouns[ws[i].lower] || unproven(ws, run{0, len(ws)}).from == f.source.to+1 {
				return f, false // who was asked for proof and gave none is no holder
			}
			f.contents = []Mark{r2mark(ws, run{f.source.to, contentStop(v, f.source.to, nil)})}
			return f, true
		}
		return f, false
	}
	if ws[i+1].lower != "that" || i == 0 || !isPossessive(ws[i-1]) {
		return f, false
	}
	f.source = tidySubject(ws, run{phraseStart(v, i-1, floorOf(earlier)), i})
	f.contents = []Mark{r2mark(ws, run{i + 1, contentStop(v, i+1, nil)})}
	return f, !f.source.empty()
}

var (
	putVerbs = wordSet("put puts putting peg pegs pegged pegging place places placed set sets")
	tolls    = wordSet("toll number numbers figure figures total count cost costs losses estimate price value share rate death deaths")
)

// putAt finds "X put the toll at 40".
func putAt(v view, i int, earlier []frame) (frame, bool) {
	ws := v.ws
	toll := ws[i].is(isPutVerb) && pollNouns[lowerAt(ws, i-1)]
	if !ws[i].is(isPutVerb) || !toll && !openers[lowerAt(ws, i+1)] {
		return frame{}, false
	}
	for k := i + 2; k < len(ws) && k < i+14 && ws[k].kind != wordMark; k++ {
		toll = toll || tolls[ws[k].lower] && k < i+5
		if toll && ws[k].lower == "at" {
			f := frame{sent: v.n, head: i, verb: verbGroup(ws, i), cue: cue{"put", "n", facts.Probable}}
			f.source = subjectOf(v, f.verb.from, floorOf(earlier))
			return f, !f.source.empty()
		}
	}
	return frame{}, false
}

func relativeIn(ws []word, r run) int {
	for i := r.from + 1; i < r.to; i++ {
		if ws[i].lower == "who" || ws[i].lower == "which" {
			return i
		}
	}
	return -1
}

func r2mark(ws []word, r run) Mark {
	if r.to > len(ws) || r.empty() {
		return Mark{}
	}
	return Mark{Start: ws[r.from].start, End: ws[r.to-1].end}
}
