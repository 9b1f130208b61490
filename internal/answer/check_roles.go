package answer

import (
	"strings"

	"sitrep/internal/facts"
)

// sameRole says whether the name that a[i] belongs to stands somewhere in b beside one
// of the same neighbours: then a phrase was moved, and not a name put in another's
// place. The words of the name itself are no neighbours of it.
func sameRole(a []tok, i int, b []tok, t tok) bool {
	from, to := run(a, i)
	for j := range b {
		if b[j].stem != t.stem || b[j].number != t.number {
			continue
		}
		start, end := run(b, j)
		if from > 0 && start > 0 && sameSide(a[from-1], b[start-1]) || to < len(a) && end < len(b) && sameSide(a[to], b[end]) ||
			!b[j].name && sameNeighbour(a, i, b, j) {
			return true
		}
	}
	return false
}

// run are the names in a row around a word.
func run(toks []tok, i int) (from, to int) {
	for from = i; from > 0 && toks[from-1].name; from-- {
	}
	for to = i + 1; to < len(toks) && toks[to].name; to++ {
	}
	return from, to
}

// sameSide says whether two neighbours are the same and tell a place in a sentence.
func sameSide(a, b tok) bool { return equalTok(a, b) && !noSide[a.norm] }

var noSide = wordSet("the a an and")

// totals says whether the line calls its figure a total only where the record does, and
// does not end on a word of denial, which then denies another thing than in the record.
func (c *checker) totals(f facts.Fact, s Cited, p *passage) bool {
	if n := len(p.toks); n > 0 && negative[p.toks[n-1].norm] {
		return false
	}
	record := strings.ToLower(straight(s.Sentence + " " + f.Claim))
	for _, m := range ofAll.FindAllString(strings.ToLower(p.text), -1) {
		if !strings.Contains(record, m) {
			return false
		}
	}
	return true
}

var ofAll = re(`\bin (?:all|total)\b|\b(?:all|none|most|last) of the\b`)
