package extract

import (
	"strings"

	"sitrep/internal/facts"
)

// A bare figure counts nothing that is named behind it. Many such are no counts
// at all (holes, channels, hours, ranks), so one is firm only with a sign of a
// count around it.

// harms are verbs whose bare object are people: "killed 15".
var harms = wordSet(`kill kills killed killing injure injures injured injuring wound wounds wounded wounding hurt hurting hospitalized
	hospitalised arrested arresting detained displaced infected rescued including`)

// sums stand before "of", "to" or "at" and a bare count.
var sums = wordSet("total toll number count tally record average figure sum score population")

// bareCounts reports whether something around the bare figure makes it a count.
func (g grammar) bareCounts(f *figure) bool {
	switch {
	case f.couple:
		return g.lower(f.to-1) == "of"
	case f.bound != facts.BoundExact:
		return true
	case f.isRange():
		return false
	case f.low >= 100 && (f.scaled || strings.IndexByte(g.ws[f.from].text, ',') > 0), g.change(f.textFrom) != "":
		return true
	}
	before := g.lower(f.from - 1)
	if before != "of" && g.isSubject(f.to) {
		return true
	}
	switch before {
	case "at", "to":
		return f.low > 12 && f.digits && g.isLevel(f.from-2)
	case "of":
		return sums[g.lower(f.from-2)]
	case "was", "is", "were", "are":
		return f.digits && g.isLevel(f.from-2)
	case "reached", "reaches", "hit", "hits", "totaled", "totalled":
		return f.low > 12 && f.digits && g.isLevel(f.from-2)
	default:
		return harms[before]
	}
}

// isSubject reports whether what stands at k takes the number before it for
// people or things: a verb, "who", "of" and no second number.
func (g grammar) isSubject(k int) bool {
	if k >= len(g.ws) {
		return false
	}
	switch g.lower(k) {
	case "of":
		next := g.lower(k + 1)
		return k+1 < len(g.ws) && g.ws[k+1].kind != wordNumber && numberWords[next].kind == 0 && !isGerund(next)
	case "who", "whom":
		return true
	}
	c := classOf(g.ws[k])
	return c == classAux || c == classVerb && !strings.HasSuffix(g.lower(k), "ing")
}

// isLevel reports whether a word of a level stands shortly before k: "the toll stood at".
func (g grammar) isLevel(k int) bool {
	for n := 0; n < 8 && k >= 0; n, k = n+1, k-1 {
		if sums[g.lower(k)] {
			return true
		}
	}
	return false
}
