package facts

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kinds of difference between two figures, in the order in which they are asked:
// only what is none of the others is a conflict.
const (
	DiffNone     = ""                // the same figure of the same thing
	DiffPart     = "part of a total" // one is contained in the other by its words
	DiffMeasure  = "other measure"   // another thing is counted
	DiffScope    = "other place"     // another place or population
	DiffRounding = "rounding"        // 3.2 million and 3,184,000
	DiffBound    = "bound"           // at least 3,000 and 3,000, or 3,400
	DiffUpdate   = "update"          // one holder, a later day
	DiffSpeaker  = "other speaker"   // X says, Y says
	DiffConflict = "true conflict"   // none of these: both cannot be true
)

// Compatible says whether two values can both be true of one thing: their hedges
// leave a number that fits both, or one is the other rounded.
func Compatible(a, b *Value) bool {
	if Rounded(a, b) {
		return true
	}
	lowA, highA := a.reach()
	lowB, highB := b.reach()
	return lowA <= highB && lowB <= highA
}

// maxRounding is how far apart, as a share of the larger, a number and its rounded
// form may be; smallestRound is the smallest number that news rounds silently.
const (
	maxRounding   = 0.05
	smallestRound = 1000
)

// Rounded says whether one of two different amounts is the other in fewer digits.
func Rounded(a, b *Value) bool {
	if a.Amount == nil || b.Amount == nil || *a.Amount == *b.Amount {
		return false
	}
	rough, fine := *a.Amount, *b.Amount
	roughValue := a
	if step(fine) > step(rough) {
		rough, fine, roughValue = fine, rough, b
	}
	if step(rough) <= step(fine) || rough <= 0 || fine <= 0 || rough < smallestRound && roughValue.Bound != BoundApprox {
		return false
	}
	off := math.Abs(rough - fine)
	return off <= step(rough)/2 && off <= maxRounding*math.Max(rough, fine)
}

// step is the place value of the last digit of n that is not zero.
func step(n float64) float64 {
	if n == 0 || n != math.Trunc(n) || math.Abs(n) > 1e15 {
		return 0
	}
	s := 1.0
	for math.Mod(n, s*10) == 0 {
		s *= 10
	}
	return s
}

// SameHolder says whether two sources, of two reports, are known to be one holder:
// the same person under any of his titles, or a body of the same name. A label
// that only points back ("the ministry") names nobody outside its report, and two
// labels for unnamed officials are two holders unless they are letter for letter
// the same. The own voices of two reports are never known to be one.
func SameHolder(a, b Source) bool {
	switch {
	case a.Name == "" || b.Name == "" || a.Kind == KindReport || b.Kind == KindReport || a.Kind == KindReports || b.Kind == KindReports:
		return false
	case a.Kind == KindNamed && b.Kind == KindNamed:
		return samePerson(a.Name, b.Name)
	case pointsBack(a.Name) || pointsBack(b.Name):
		return false
	}
	x, y := labelWords(a.Name), labelWords(b.Name)
	if equalWords(x, y) {
		return true
	}
	if a.Kind == KindOfficials || b.Kind == KindOfficials {
		return false
	}
	return equalWords(bodyWords(a.Name), bodyWords(b.Name)) && properName(a.Name) && properName(b.Name)
}

// samePerson compares two names without the office after the comma: the same
// family name, and a name before it in common unless one form has none.
func samePerson(a, b string) bool {
	x, y := personWords(a), personWords(b)
	if len(x) == 0 || len(y) == 0 || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	if len(x) == 1 || len(y) == 1 {
		return true
	}
	for _, w := range x[:len(x)-1] {
		for _, v := range y[:len(y)-1] {
			if w == v {
				return true
			}
		}
	}
	return false
}

// personWords are the words of a personal name, lower case, without initials,
// courtesy titles and what follows the family name.
func personWords(name string) []string {
	name, _, _ = strings.Cut(name, ",")
	var out []string
	for _, w := range strings.Fields(name) {
		bare := strings.ToLower(strings.Trim(w, ".,'’"))
		if len([]rune(bare)) < 2 || courtesy[bare] {
			continue
		}
		out = append(out, bare)
	}
	return out
}

var courtesy = map[string]bool{"mr": true, "mrs": true, "ms": true, "dr": true, "sir": true, "rep": true, "sen": true, "gen": true, "lt": true,
	"col": true, "gov": true, "prof": true, "jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// pointsBack says whether a label is definite but names nothing: "the spy agency".
func pointsBack(name string) bool {
	first, rest, _ := strings.Cut(name, " ")
	switch strings.ToLower(first) {
	case "the", "these", "those", "this", "that", "its", "their", "his", "her":
		return !properName(rest)
	}
	return false
}

// properName says whether a label has a word with a capital.
func properName(label string) bool {
	for _, w := range strings.Fields(label) {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "“\"'("))
		if unicode.IsUpper(first) && !strings.EqualFold(w, "the") {
			return true
		}
	}
	return false
}

// labelWords are the words of a label, lower case, without articles and the
// possessive ending.
func labelWords(label string) []string {
	label, _, _ = strings.Cut(label, ", ")
	var out []string
	for _, w := range strings.Fields(strings.ToLower(strings.ReplaceAll(label, "’", "'"))) {
		w = strings.TrimSuffix(strings.Trim(w, ".,\"“”"), "'s")
		if w != "the" && w != "a" && w != "an" && w != "of" && w != "" {
			out = append(out, w)
		}
	}
	return out
}

// bodyWords are the label's words with every form of a country's name made one,
// and without a country before the name of a body that needs none: "Russia's
// Kremlin" is the Kremlin.
func bodyWords(label string) []string {
	g := Places()
	out := labelWords(foldCountries(g, label))
	if len(out) == 2 {
		if _, country := g.Country(out[0]); country {
			if _, seat := g.Country(out[1]); seat {
				return out[1:]
			}
		}
	}
	return out
}

// foldCountries writes every country and demonym of a label as one word.
func foldCountries(g *Gazetteer, label string) string {
	var b strings.Builder
	at := 0
	for _, m := range g.Find(label) {
		if m.Start < at || m.Kind != MentionCountry && m.Kind != MentionDemonym {
			continue
		}
		b.WriteString(label[at:m.Start] + strings.ReplaceAll(m.Country, " ", "-"))
		at = m.End
	}
	return b.String() + label[at:]
}

// equalWords compares two labels as sets: "Ministry of Defense of X" is "X's
// Ministry of Defense".
func equalWords(a, b []string) bool {
	if len(a) == 0 || len(a) != len(b) {
		return false
	}
	count := map[string]int{}
	for i := range a {
		count[a[i]]++
		count[b[i]]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}
