package extract

import (
	"strings"

	"sitrep/internal/facts"
)

// factualityOf is the FactBank value of a clause as its holder commits to it: the
// cue's, weakened by what the clause itself says. Of what is said not to be known
// only the numbers inside are unknown: q is nil for the clause as a whole.
func factualityOf(v view, c clause, f *frame, q *Quantity) string {
	if r := unproven(v.ws, c.run); !r.empty() && (q == nil || holds(v.ws, r, *q)) {
		return facts.Unknown
	}
	base := facts.Certain
	if f != nil {
		base = cueFactuality(f)
	}
	if f != nil && f.sent == v.n && nobodySays(v.ws, f) {
		return facts.Unknown
	}
	own := clauseFactuality(v, c)
	if base == facts.CertainlyNot && own != facts.Unknown {
		return base
	}
	return weaker(base, own)
}

// nobodySays reports whether the subject takes the cue back: "nobody said", "the
// ministry neither confirmed nor denied".
func nobodySays(ws []word, f *frame) bool {
	if f.source.empty() {
		return false
	}
	for _, l := range []string{lowerAt(ws, f.source.from), lowerAt(ws, f.source.to-1), lowerAt(ws, f.verb.from-1), lowerAt(ws, f.verb.from)} {
		switch l {
		case "nobody", "neither", "none", "no-one":
			return true
		}
	}
	return lowerAt(ws, f.source.from) == "no" && f.source.from < f.source.to
}

// cueFactuality is what the cue commits to: a denied cue commits to nothing, but
// who does not deny does not affirm either.
func cueFactuality(f *frame) string {
	if f.gap || f.negated {
		return facts.Unknown
	}
	if f.cue.factuality == "" {
		return facts.Certain
	}
	return f.cue.factuality
}

var strength = map[string]int{
	facts.Unknown: 0, facts.CertainUnknown: 1, facts.PossiblyNot: 2, facts.Possible: 3,
	facts.ProbablyNot: 4, facts.Probable: 5, facts.CertainlyNot: 6, facts.Certain: 7,
}

func weaker(a, b string) string {
	if a == b {
		return a
	}
	if strength[b] < strength[a] {
		return b
	}
	return a
}

// mainVerbWithin is how far from the beginning of a clause its main verb is looked for.
const mainVerbWithin = 9

// clauseFactuality reads the clause alone.
func clauseFactuality(v view, c clause) string {
	ws := v.ws
	switch {
	case asks(v, c.run) || uncertain(ws, c.run):
		return facts.Unknown
	case absent(ws, c.run):
		return facts.ProbablyNot
	}
	l := lowerAt(ws, c.from)
	if l == "if" || l == "unless" || l == "whether" {
		return facts.Possible
	}
	out := facts.Certain
	seen := false
	for i := c.from; i < c.to; i++ {
		w := ws[i].lower
		switch {
		case w == "to" && i > c.from && i < c.from+mainVerbWithin && planned(ws, i-1):
			out = weaker(out, facts.Probable)
		case !ws[i].is(isModal | isHedgeWord | isPossible), seen && !ws[i].is(isFiniteHelper|isHedgeWord):
		case w == "could" || w == "may" && !isName(ws, i) || w == "might":
			if !seen {
				out = weaker(out, facts.Possible)
			}
		case w == "would" || w == "should" || w == "must":
			if !seen {
				out = weaker(out, facts.Probable)
			}
		case ws[i].is(isPossible) && i < c.from+12:
			out = weaker(out, facts.Possible)
		case ws[i].is(isHedgeWord):
			out = weaker(out, facts.Probable)
		}
		seen = seen || isFinite(ws, i)
	}
	return out
}

var (
	hedges    = wordSet("likely probably allegedly reportedly apparently presumably expected believed estimated forecast projected thought")
	possibles = wordSet("possibly perhaps maybe potentially")
	plans     = wordSet(`plan plans planned planning aim aims aimed aiming hope hopes hoped hoping intend intends intended intending
		scheduled slated poised due projected pledged vowed promised threatened want wants wanted seek seeks sought`)
	doubts = wordSet("uncertain unclear unknown unconfirmed undisclosed unspecified")
)

// planned reports whether the word at i, before "to", says that something is meant
// to be: what is planned has not happened.
func planned(ws []word, i int) bool {
	l := ws[i].lower
	return plans[l] || (l == "set" || l == "going" || l == "ready") && i > 0 && beForms[lowerAt(ws, i-1)]
}

// asks reports whether the clause ends as a question.
func asks(v view, r run) bool {
	for i := r.to - 1; i >= r.from && i >= r.to-2; i-- {
		if v.ws[i].lower == "?" {
			return true
		}
	}
	return lowerAt(v.ws, r.to) == "?"
}

// uncertain reports whether the clause says of something that it is not known.
func uncertain(ws []word, r run) bool {
	for i := r.from; i < r.to; i++ {
		switch l := ws[i].lower; {
		case ws[i].is(isDoubt) && i > r.from:
			p := lowerAt(ws, before(ws, i))
			if beForms[p] || strings.HasPrefix(p, "remain") || p == "it's" {
				return true
			}
		case l == "clear" && lowerAt(ws, i-1) == "not":
			return true
		case l == "known" && (negatedGroup(ws, run{max(i-4, r.from), i})):
			return true
		case at(ws, i, "remains", "to", "be"), at(ws, i, "yet", "to", "be", "determined"):
			return true
		}
	}
	return false
}

var reported = wordSet("reported recorded confirmed detected documented observed registered found verified")

// absent reports "no … reported": an absence of reports.
func absent(ws []word, r run) bool {
	none := -1
	for i := r.from; i < r.to; i++ {
		l := ws[i].lower
		if l == "no" && !comparesNo(ws, i) || l == "none" || l == "nobody" || l == "neither" {
			none = i
		}
		if none >= 0 && i-none < 14 && ws[i].is(isReported) && (beForms[lowerAt(ws, before(ws, i))] || none == i-2) {
			return true
		}
	}
	return false
}
