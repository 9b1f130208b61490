package extract

import (
	"strings"

	"sitrep/internal/facts"
)

// speaks reports whether a frame makes its source the holder of what it says: a
// speaker is stated, and it is speech and no mere attitude.
func speaks(f *frame) bool {
	if f == nil || f.who == nil {
		return false
	}
	return !f.cue.can("m") && (len(f.who.name) > maxNobody || !nobodies[strings.ToLower(f.who.name)])
}

// maxNobody is the length of the longest of them, and more.
const maxNobody = 12

// nobodies are no holders: the reader, the writer, and words that point to nobody.
var nobodies = wordSet("you i we one this that which those these it's there what who him")

// wholeClause reports whether the statement of a frame is the clause with its
// subject and cue: refusals, denials, demands and characterisations say nothing without them.
func wholeClause(f *frame) bool {
	if f.gap || f.cue.factuality == facts.Unknown && strings.HasSuffix(f.cue.lemma, " for") {
		return true
	}
	switch f.cue.factuality {
	case facts.CertainlyNot:
		return f.kind == frameVerb && !f.negated && !f.cue.can("b") || f.cue.lemma == "deny"
	}
	return f.kind == frameVerb && (f.cue.can("a") || f.cue.can("c")) && !f.cue.can("b")
}

// piecesOf cuts a sentence into statements, each with the innermost speaker
// around it.
func piecesOf(v view, contents []content) []piece {
	if len(contents) == 0 {
		return region(v, run{0, len(v.ws)}, nil, nil)
	}
	owner, outer := owners(v, contents)
	joinHalves(v, contents, owner)
	var out []piece
	if r, ok := venueOf(v, contents); ok {
		out = append(out, piece{sent: v.n, clause: clause{run: r, host: r.from}, measure: "venue"})
		for i := r.from; i < r.to; i++ {
			owner[i] = &frameWords
		}
	}
	for i := 0; i < len(v.ws); {
		j := i + 1
		for j < len(v.ws) && owner[j] == owner[i] {
			j++
		}
		adjunct := owner[i] == nil && i > 0 && owner[i-1] == &frameWords && links[v.ws[i].lower]
		if owner[i] != &frameWords && !adjunct {
			out = append(out, region(v, run{i, j}, owner[i], outer[i])...)
		}
		i = j
	}
	return out
}

// frameWords marks the words of a source or cue: they are nobody's statement.
var frameWords frame

// owners gives each word the innermost speaking frame whose content holds it.
func owners(v view, contents []content) ([]*frame, []*frame) {
	both := make([]*frame, 2*len(v.ws))
	owner, outer := both[:len(v.ws)], both[len(v.ws):]
	size := make([]int, len(v.ws))
	set := func(r run, f *frame, n int) {
		for i := max(r.from, 0); i < r.to && i < len(v.ws); i++ {
			if size[i] == 0 || n < size[i] {
				owner[i], outer[i], size[i] = f, owner[i], n
			} else if f != &frameWords && f != owner[i] && outer[i] == nil {
				outer[i] = f
			}
		}
	}
	for _, c := range contents {
		if !speaks(c.frame) {
			continue
		}
		r := wordsIn(v, c.mark)
		if c.frame.sent == v.n && (wholeClause(c.frame) || nounOnly(v, c.frame, r)) {
			if !c.frame.source.empty() {
				r.from = min(r.from, c.frame.source.from)
			}
			r.from = min(r.from, c.frame.verb.from)
		}
		set(r, c.frame, r.to-r.from+1)
	}
	for _, c := range contents {
		f := c.frame
		if !speaks(f) || f.sent != v.n || f.kind == frameFloating || wholeClause(f) || nounOnly(v, f, wordsIn(v, c.mark)) {
			continue
		}
		n := f.verb.to - f.verb.from
		set(f.verb, &frameWords, n)
		if r := wordsIn(v, c.mark); f.kind != frameNoun && r.from > f.verb.to && f.source.to <= f.verb.to {
			set(run{f.verb.to, r.from}, &frameWords, n)
		}
		if f.kind != frameParticiple {
			set(minus(f.source, wordsIn(v, c.mark)), &frameWords, f.source.to-f.source.from)
		}
	}
	return owner, outer
}

// nounOnly reports whether what a frame says is a mere noun phrase right of its
// verb ("announced a plan"), no statement without subject and verb.
func nounOnly(v view, f *frame, r run) bool {
	return f.kind == frameVerb && !r.empty() && f.source.to <= f.verb.from && r.from >= f.verb.to &&
		!clauseIn(v.ws, r) && v.in[r.from] < 0 && v.ws[r.from].lower != "that"
}

// minus is r without the part of it that other covers.
func minus(r, other run) run {
	if r.from < other.to && other.from < r.to {
		return run{}
	}
	return r
}

// region cuts the words of one owner into pieces.
func region(v view, r run, f, outer *frame) []piece {
	if f != nil && (f.gap || wholeClause(f) && f.cue.factuality == facts.CertainlyNot) {
		if r = trimClause(v, r); r.to-r.from >= 2 {
			return []piece{{sent: v.n, clause: clause{run: r, host: r.from}, frame: f, outer: outer}}
		}
		return nil
	}
	var room [8]clause
	clauses := splitClauses(room[:0], v, r)
	out := make([]piece, 0, len(clauses))
	for k, c := range clauses {
		if f == nil && !states(v, c, k > 0) {
			continue
		}
		if f != nil && c.to-c.from < 2 && len(clauses) > 1 {
			continue
		}
		if f != nil && f.kind == frameParticiple && f.sent == v.n && c.host == c.from && !clauseIn(v.ws, c.run) &&
			!f.source.empty() && f.source.from < c.from {
			c.host = f.source.from
		}
		out = append(out, piece{sent: v.n, clause: c, frame: f, outer: outer})
	}
	return out
}

// states reports whether a clause in the report's own voice is a statement and
// no remnant of the words around a quotation.
func states(v view, c clause, dependent bool) bool {
	ws := v.ws
	if c.to-c.from < 3 || links[ws[c.to-1].lower] && !isAdverb(ws[c.to-1]) {
		return false
	}
	if dependent && c.kind != clauseMain {
		return true
	}
	return clauseIn(ws, c.run) || c.from == 0 && c.to >= len(ws)-1
}

// venueOf is an opening adjunct that says where or at what occasion the speaker
// of the sentence spoke.
func venueOf(v view, contents []content) (run, bool) {
	ws := v.ws
	spoken := false
	for _, c := range contents {
		spoken = spoken || speaks(c.frame) && c.frame.sent == v.n && c.mark.Start > ws[0].start
	}
	first := lowerAt(ws, 0)
	if !spoken || first != "during" && first != "at" && first != "in" && first != "speaking" && first != "addressing" && first != "after" {
		return run{}, false
	}
	occasion := false
	for i := 1; i < len(ws) && i < 20; i++ {
		if v.in[i] >= 0 || isFinite(ws, i) {
			return run{}, false
		}
		if ws[i].lower == "," {
			return run{0, i}, occasion && i > 2
		}
		occasion = occasion || occasions[ws[i].lower]
	}
	return run{}, false
}

var occasions = wordSet(`briefing conference meeting interview summit rally hearing visit ceremony speech event session call
	forum press appearance address debate statement talks gathering testimony reporters`)

// bylineOf finds a line that credits who wrote or helped: its words behind the label.
func bylineOf(ws []word) (run, bool) {
	i := 0
	for i < len(ws) && ws[i].kind == wordMark {
		i++
	}
	first := lowerAt(ws, i)
	r := run{i, len(ws)}
	switch {
	case (first == "contributor" || first == "contributors") && lowerAt(ws, i+1) == ":":
		r.from = i + 2
	case (first == "reporting" || first == "writing" || first == "editing" || first == "compiled") && at(ws, i+1, "by"),
		first == "additional" && at(ws, i+1, "reporting", "by"),
		first == "by" && nameEnd(ws, i+1) == len(ws) && len(ws)-i > 2 && len(ws)-i < 9:
	case contributed(ws):
	default:
		return run{}, false
	}
	if r.to > r.from && ws[r.to-1].lower == ")" {
		r.to--
	}
	return r, r.to-r.from >= 2
}

func contributed(ws []word) bool {
	const longest = 30
	found := false
	for i := 0; i < len(ws) && len(ws) <= longest; i++ {
		found = found || strings.Contains(ws[i].lower, "contributed")
	}
	if !found {
		return false
	}
	text := strings.ToLower(joinWords(ws, run{0, len(ws)}))
	for _, phrase := range []string{"contributed reporting", "contributed to this report", "contributed to this story", "contributed to this article"} {
		if strings.Contains(text, phrase) {
			return true
		}
	}
	return false
}
