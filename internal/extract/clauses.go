package extract

import "strings"

// A clauseKind says how a clause hangs on the one before it.
type clauseKind int

const (
	clauseMain       clauseKind = iota
	clausePurpose               // "to participate in …"
	clauseRelative              // "that could have …"
	clauseParticiple            // "fueled by …"
)

type clause struct {
	run
	kind clauseKind
	host int // the word where the clause it hangs on begins; its own first word for a main clause
}

// splitClauses cuts the words of r, which belong to one speaker, into clauses.
// Words inside quotations are never cut. They are appended to out, which is empty.
func splitClauses(out []clause, v view, r run) []clause {
	from, kind := r.from, clauseMain
	for i := r.from + 1; i < r.to; i++ {
		if v.in[i] >= 0 && v.in[i-1] == v.in[i] {
			continue
		}
		next, nextKind, ok := boundary(v, run{from, r.to}, i)
		if !ok {
			continue
		}
		out = append(out, clause{run{from, i}, kind, from})
		from, kind = next, nextKind
		i = max(i, next)
	}
	out = append(out, clause{run{from, r.to}, kind, from})
	return tidyClauses(v, out)
}

// boundary reports whether a new clause begins at word i, and with which word.
// r runs from the start of the current clause to the end of the region.
func boundary(v view, r run, i int) (int, clauseKind, bool) {
	ws := v.ws
	if !ws[i].is(isBoundary) && ws[i].kind != wordMark {
		return 0, 0, false
	}
	l := ws[i].lower
	comma := isMark(ws[i], ",—–")
	k := i
	if comma {
		k++
	}
	if k >= r.to {
		return 0, 0, false
	}
	switch {
	case l == ";":
		return i + 1, clauseMain, true
	case (l == "–" || l == "—") && clauseIn(ws, run{r.from, i}) && clauseIn(ws, run{k, r.to}) && !dashAhead(ws, k, r.to):
		return k, clauseMain, true
	case l == ":" && clauseIn(ws, run{r.from, i}) && clauseIn(ws, run{i + 1, r.to}):
		return i + 1, clauseMain, true
	case at(ws, k, "given", "that"), at(ws, k, "considering", "that"):
		return k + 2, clauseMain, clauseIn(ws, run{k + 2, r.to})
	case ws[k].is(isBoundary) && splitters[ws[k].lower] && (comma || hardSplitters[ws[k].lower]):
		return k + 1, clauseMain, clauseIn(ws, run{r.from, i}) && subjectAndVerb(ws, k+1, r.to)
	case comma && participleAt(ws, k, r.to) && clauseIn(ws, run{r.from, i}):
		return k, clauseParticiple, true
	case comma && (l == ",") && ws[k].is(isBoundary) && relatives[ws[k].lower] && toTheEnd(ws, k, r.to):
		return k, clauseRelative, true
	case !comma && relatives[l] && k+1 < r.to && modals[lowerAt(ws, k+1)] && r.to-k > 4:
		return k, clauseRelative, true
	case purposeAt(v, r, i):
		return i, clausePurpose, true
	}
	return 0, 0, false
}

// dashAhead reports whether a second dash closes an insertion that opened at k.
func dashAhead(ws []word, k, stop int) bool {
	for i := k; i < stop; i++ {
		if ws[i].lower == "–" || ws[i].lower == "—" {
			return true
		}
	}
	return false
}

var (
	splitters = wordSet("and but while although though whereas because so yet or nor as after before since where when unless if")
	// hardSplitters part two statements even without a comma.
	hardSplitters = wordSet("while although whereas because though")
	// locating participles explain a noun and make no statement of their own.
	locating = wordSet("located based situated known named called born including excluding regarding concerning according depending starting ranging following during something anything nothing everything")
)

// subjectAndVerb reports whether a clause with its own subject begins at k.
func subjectAndVerb(ws []word, k, stop int) bool {
	if k >= stop || isFinite(ws, k) && !strings.Contains(ws[k].lower, "'") {
		return false
	}
	for i := k; i < stop && i < k+14; i++ {
		if i > k && isFinite(ws, i) {
			return true
		}
		if ws[i].kind == wordMark && !isMark(ws[i], "'$&-\"") {
			return false
		}
	}
	return false
}

// participleAt reports whether a participle clause of some length opens at k.
func participleAt(ws []word, k, stop int) bool {
	for k < stop && isAdverb(ws[k]) {
		k++
	}
	if k >= stop || stop-k < 3 || isName(ws, k) || locating[ws[k].lower] {
		return false
	}
	l := ws[k].lower
	if strings.HasSuffix(l, "ing") && len(l) > 5 {
		return true
	}
	return len(l) > 4 && strings.HasSuffix(l, "ed") && (lowerAt(ws, k+1) == "by" || links[lowerAt(ws, k+1)])
}

// toTheEnd reports whether a relative clause that opens at k runs to stop.
func toTheEnd(ws []word, k, stop int) bool {
	if !clauseIn(ws, run{k + 1, stop}) {
		return false
	}
	for i := k; i < stop; i++ {
		if ws[i].lower == "," && i+1 < stop && (isFinite(ws, i+1) || helpers[ws[i+1].lower] || ws[i+1].is(isPluralForm) && opensPredicate(ws, run{i + 1, stop})) {
			return false
		}
	}
	return true
}

// purposeAt reports whether "to" at i opens a purpose: behind a complete phrase
// of place, so that no noun right before it takes the infinitive.
func purposeAt(v view, r run, i int) bool {
	ws := v.ws
	if ws[i].lower != "to" || i+3 >= r.to || i-r.from < 4 || !infinitive(ws, i+1) {
		return false
	}
	if !clauseIn(ws, run{r.from, i}) || !(isName(ws, i-1) || ws[i-1].lower == "there" || ws[i-1].lower == "abroad") {
		return false
	}
	for k := i - 2; k > r.from && k > i-6; k-- {
		switch l := ws[k].lower; {
		case l == "to" || l == "in" || l == "into" || l == "from" || l == "at" || l == "near":
			return true
		case !isName(ws, k) && !openers[l]:
			return false
		}
	}
	return false
}

func infinitive(ws []word, k int) bool {
	w := ws[k]
	l := w.lower
	return w.kind == wordPlain && !openers[l] && !links[l] && !isName(ws, k) && !isPluralNoun(w) && !isPossessive(w) &&
		!strings.HasSuffix(l, "ing") && !timeWords[l]
}

// tidyClauses trims every clause and drops what is none.
func tidyClauses(v view, in []clause) []clause {
	out := in[:0]
	for _, c := range in {
		c.run = trimClause(v, c.run)
		if c.host = c.from; c.kind != clauseMain && len(out) > 0 {
			c.host = out[len(out)-1].host
		}
		if c.to-c.from >= 2 || c.to > c.from && v.in[c.from] >= 0 {
			out = append(out, c)
		}
	}
	return out
}

// trimClause drops marks, joints and mere discourse words at the ends.
func trimClause(v view, r run) run {
	ws := v.ws
	if r.from == 0 {
		r.from = min(afterDateline(ws), r.to)
	}
	for r.from < r.to {
		w := ws[r.from]
		next := lowerAt(ws, r.from+1)
		switch {
		case v.in[r.from] >= 0:
		case w.kind == wordMark && !isMark(w, `$"('`), w.lower == "that" && next != "" && r.to-r.from > 2 && !modals[next] && !isFinite(ws, r.from+1):
			r.from++
			continue
		case (w.is(isJoint) && !relatives[w.lower] && w.lower != "when" && w.lower != "if" && w.lower != "where" || isAdverb(w)) && next == ",",
			w.lower == "and", w.lower == "but", turns[w.lower] && next == ",":
			r.from++
			continue
		}
		if n := discourse(ws, r); n > r.from {
			r.from = n
			continue
		}
		break
	}
	for r.to > r.from && v.in[r.to-1] < 0 && (isMark(ws[r.to-1], ".,;:—–-?!") || ws[r.to-1].is(isJoint) && !isTimeAfter(ws, r.to-1)) {
		r.to--
	}
	return r
}

// isTimeAfter reports whether the word at i is the end of a time: "the year before".
func isTimeAfter(ws []word, i int) bool {
	l := ws[i].lower
	return (l == "before" || l == "after" || l == "since") && isAt(ws, i-1, isTimeWord)
}

// afterDateline is where the sentence begins behind "PARIS (Wire) -"; 0 without one.
func afterDateline(ws []word) int {
	for i := 0; i+1 < len(ws) && i < 10; i++ {
		if ws[i].lower == ")" && isMark(ws[i+1], "-–—") {
			for i++; i < len(ws) && isMark(ws[i], "-–—"); i++ {
			}
			return i
		}
	}
	return 0
}

// turns lead over from the sentence before.
var turns = wordSet(`however moreover meanwhile furthermore therefore thus nevertheless nonetheless instead besides indeed
	also overall still then further`)

// discourse is where the statement begins behind "As of now,", "In addition,",
// "It is worth noting that": words that say nothing of the world. r.from when
// there are none.
func discourse(ws []word, r run) int {
	if at(ws, r.from, "it", "is") || at(ws, r.from, "it", "was") {
		for i := r.from + 2; i < r.to && i < r.from+7; i++ {
			if ws[i].lower == "that" {
				return i + 1
			}
			if ws[i].kind != wordPlain || openers[ws[i].lower] || withholds(ws[i].lower) {
				break
			}
		}
	}
	if !ws[r.from].is(isLink) {
		return r.from
	}
	for i := r.from + 1; i < r.to && i < r.from+6; i++ {
		w := ws[i]
		if w.lower == "," {
			return i + 1
		}
		if w.kind != wordPlain || w.is(isTimeWord) || isName(ws, i) || venues[w.lower] {
			break
		}
	}
	return r.from
}

// withholds reports whether the word makes "it is … that" a statement of its own,
// that something is not known or not sure.
func withholds(l string) bool {
	return doubts[l] || hedges[l] || possibles[l] || unproofs[l]
}
