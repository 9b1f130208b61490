package extract

import "strings"

// A statement that something is not known names the thing in a content clause,
// "no evidence that …", "could not confirm reports that …". What stands in that
// clause is nobody's statement: its numbers are gaps and no figures.

var (
	proofNouns = wordSet("evidence confirmation confirmations proof proofs indication indications sign signs verification true")
	// falsehoods say of a claim that it does not hold.
	falsehoods = wordSet("false untrue wrong baseless unfounded fabricated fake")
	proofVerbs = wordSet(`confirm confirms confirmed confirming verify verifies verified verifying corroborate corroborated
		substantiate substantiated ascertain ascertained prove proved proven`)
	beliefVerbs = wordSet("believe think suspect suppose assume")
	// unproofs take the proof away; forms of "not" do as well.
	unproofs = wordSet("no not never cannot without unable little hardly neither nor lack lacks lacked lacking failed fails fail")
	// doubters turn a negation round: who does not dispute evidence has it.
	doubters = wordSet(`doubt doubts dispute disputes disputed question deny denied denies reject rejected ignore ignored
		contest contested challenge challenged dismiss dismissed conceal hide only just`)
	// showing verbs stand between proof and what it proves: "evidence to suggest that".
	showing = wordSet("suggest suggesting show showing indicate indicating prove proving support supporting")
)

const (
	maxUnproof   = 7 // how many words may stand between the negation and the proof
	maxToContent = 8 // and between the proof and "that"
)

// unproven is the part of r that is said not to be known; empty when there is none.
func unproven(ws []word, r run) run {
	if lowerAt(ws, r.from-1) == "that" && falsehoods[lowerAt(ws, r.from-2)] {
		return r
	}
	for i := r.from; i < r.to; i++ {
		if lowerAt(ws, i+1) == "that" && i+2 < r.to && falsehoods[ws[i].lower] {
			return run{i + 2, r.to}
		}
		if !proofAt(ws, i) || !unproofBefore(ws, i, r.from) {
			continue
		}
		if k := contentOf(ws, i, r.to); k > 0 {
			return run{k, contentEnd(ws, r, k)}
		}
	}
	return unprovenClaim(ws, r)
}

// contentEnd is where the clause that begins at k ends: with r, or before its main
// clause when r opens with an adjunct ("Without proof that …, the court ruled").
func contentEnd(ws []word, r run, k int) int {
	if !links[ws[r.from].lower] && ws[r.from].lower != "lacking" {
		return r.to
	}
	for i := k; i < r.to; i++ {
		if ws[i].lower == "," {
			return i
		}
	}
	return r.to
}

// proofAt reports whether the word at i is one of proof or of grounded belief.
func proofAt(ws []word, i int) bool {
	return ws[i].is(isProofNoun|isProofVerb) || ws[i].is(isBeliefVerb) && (at(ws, i-2, "reason", "to") || at(ws, i-2, "grounds", "to") || at(ws, i-2, "cause", "to"))
}

// unproofBefore reports whether a negation left of i reaches the proof there: no
// mark, joint or question between them, and no verb that turns it round.
func unproofBefore(ws []word, i, from int) bool {
	for k := i - 1; k >= from && k >= i-maxUnproof; k-- {
		l := ws[k].lower
		switch {
		case doubters[l]:
			return false
		case unproofs[l], strings.HasSuffix(l, "n't"), l == "yet" && lowerAt(ws, k+1) == "to":
			return !comparesNo(ws, k)
		case ws[k].kind == wordMark, joints[l], questionWords[l]:
			return false
		}
	}
	return false
}

// lacksProof reports whether a source is proof that there is not: "no evidence
// suggests". Nobody says what it would show.
func lacksProof(ws []word, source run) bool {
	last := source.to - 1
	return ws[last].is(isProofNoun) && unproofBefore(ws, last, 0)
}

// contentOf is where the clause begins that the proof at i is about, or 0. A
// clause without "that" follows at once; one with it may follow a few words, of
// which a preposition must lead to a claim or to whoever was to give the proof ("no
// confirmation of reports that", "from the mine that"): else the clause is one
// about a noun ("no sign of the gang that fled").
func contentOf(ws []word, i, stop int) int {
	if k := i + 1; bareContent(ws, k, stop) {
		return k
	}
	linked := false
	for k := i + 1; k < stop && k <= i+1+maxToContent; k++ {
		l := ws[k].lower
		switch {
		case l == "that" || l == "whether" || l == "if":
			if k+1 >= stop || isFinite(ws, k+1) || linked && !reportNouns[lowerAt(ws, k-1)] && !timeWords[lowerAt(ws, k-1)] && !isName(ws, k-1) {
				return 0
			}
			return k + 1
		case showing[l] && bareContent(ws, k+1, stop):
			return k + 1
		case ws[k].kind == wordMark, joints[l] && l != "yet" && l != "so":
			return 0
		}
		linked = linked || links[l] && l != "from" && l != "by"
	}
	return 0
}

// bareContent reports whether a clause without "that" begins at k: a noun phrase
// that opens as one, and its verb.
func bareContent(ws []word, k, stop int) bool {
	if k >= stop || links[ws[k].lower] || joints[ws[k].lower] || timeWords[ws[k].lower] {
		return false
	}
	opens := ws[k].kind == wordNumber || openers[ws[k].lower] || subjectPronouns[ws[k].lower] || isName(ws, k) || isPluralNoun(ws[k])
	return opens && ws[k].lower != "that" && subjectAndVerb(ws, k, stop)
}

// unprovenClaim finds a claim in front of the verb: "The claim that … could not be
// verified". Its clause ends where the verb begins.
func unprovenClaim(ws []word, r run) run {
	const opening = 5
	for k := r.from + 1; k < r.to && k < r.from+opening; k++ {
		if ws[k].lower != "that" || !reportNouns[lowerAt(ws, k-1)] {
			continue
		}
		for i := k + 1; i < r.to; i++ {
			if falsehoods[ws[i].lower] && beForms[lowerAt(ws, before(ws, i))] {
				return run{k + 1, i}
			}
			if !ws[i].is(isProofVerb) {
				continue
			}
			group := verbGroup(ws, i)
			if group.from > k && hasBe(ws, group) && negatedGroup(ws, group) {
				return run{k + 1, group.from}
			}
		}
	}
	return run{}
}

// disproves reports whether the word left of a cue is proof that there is not: "no
// evidence suggesting that" is nobody's suggestion.
func disproves(ws []word, left int) bool {
	return left >= 0 && proofNouns[ws[left].lower] && unproofBefore(ws, left, 0)
}

// comparesNo reports whether the "no" at i belongs to a comparison, "no more
// than": a bound, which denies nothing.
func comparesNo(ws []word, i int) bool {
	return lowerAt(ws, i) == "no" && lowerAt(ws, i+2) == "than"
}
