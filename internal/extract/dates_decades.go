package extract

import "strings"

// decadeWords name the decades of the last century; "twenties" and before may be of
// this one.
var decadeWords = map[string]int{
	"thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990,
}

// decadeAt is the first year of the decade at i and the index behind it: "1990s",
// "1990 s", "nineteen-nineties", "the '90s".
func (r *dateReader) decadeAt(i int) (y, next int) {
	l := r.lower(i)
	if y := decadeOf(l); y > 0 {
		if next = i + 1; r.lower(next) == "s" {
			next++
		}
		return y, next
	}
	if y, ok := r.year(i); ok && y%10 == 0 && r.lower(i+1) == "s" {
		return y, i + 2
	}
	if century, rest, ok := strings.Cut(l, "-"); ok {
		return inCentury(century, decadeWords[rest], i+1)
	}
	if y := decadeWords[r.lower(i+1)]; y > 0 && (l == "nineteen" || l == "eighteen" || l == "seventeen") {
		return inCentury(l, y, i+2)
	}
	if y := shortDecade(l); y > 0 && r.decadeMeant(i) {
		return y, i + 1
	}
	return 0, 0
}

// inCentury moves the decade y to the century named by a number word.
func inCentury(century string, y, next int) (int, int) {
	n := numberWords[century]
	if y == 0 || n.kind != numUnit || n.value < 15 {
		return 0, 0
	}
	return int(n.value)*100 + y%100, next
}

// shortDecade is the first year of "90s" or "nineties" in the last century, else 0.
func shortDecade(l string) int {
	if y := decadeWords[l]; y > 0 {
		return y
	}
	if len(l) == 3 && l[2] == 's' && l[1] == '0' && l[0] >= '3' && l[0] <= '9' {
		return 1900 + small(l[:2])
	}
	return 0
}

// otherNineties are words of sentences in which "the 90s" are degrees or marks.
var otherNineties = wordSet(`temperature temperatures degrees degree highs lows fahrenheit celsius weather heat hot warm humid cold humidity
	sunny cloudy forecast percentile score scored scores scoring shot percent mph stock shares price prices age ages aged`)

// decadeMeant reports whether the short decade at i stands as one: behind its
// apostrophe, or "the" in a sentence about nothing else that has nineties.
func (r *dateReader) decadeMeant(i int) bool {
	k := i - 1
	if l := r.lower(k); (l == "'" || l == "’" || l == "‘") && r.touches(k) {
		return r.lower(k-1) == "the" || parts[r.lower(k-1)] != nil || r.lower(k-1) == "of"
	}
	if r.lower(k) == "and" && shortDecade(r.lower(k-1)) > 0 && i > 1 {
		return r.decadeMeant(i - 2)
	}
	if parts[r.lower(k)] != nil {
		k--
	}
	if r.lower(k) != "the" || !isDecadeLead(r.lower(k-1)) || i+1 < len(r.ws) && r.ws[i+1].kind == wordPlain && r.ws[i+1].class == classContent {
		return false
	}
	for _, w := range r.ws {
		if otherNineties[w.lower] {
			return false
		}
	}
	return true
}

func isDecadeLead(l string) bool {
	switch l {
	case "in", "of", "since", "during", "from", "until", "throughout", "before", "after", "by", "through", "to", "and":
		return true
	}
	return false
}
