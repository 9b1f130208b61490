package extract

import "strings"

// A nounPhrase is what a number counts: pieces [from,to), the head inside.
type nounPhrase struct{ from, head, to int }

// maxPhrase is how many words a counted noun phrase may have.
const maxPhrase = 8

// counted finds the noun phrase that begins at i, behind a number: modifiers and
// a head noun. The head is the first plural noun that no other noun follows, or
// the last noun before the phrase must end.
func (g grammar) counted(i int, plural bool) (nounPhrase, bool) {
	start := i
	if g.lower(i) == "-" && g.touches(i-1) && g.touches(i) {
		if i++; i < len(g.ws) && classOf(g.ws[i]) == classContent { // "four-cylinder"
			return nounPhrase{i, i, i + 1}, true
		}
		return nounPhrase{}, false
	}
	for n := 0; n < maxPhrase && (g.lower(i) == "of" || g.lower(i) == "the" || g.lower(i) == "its" || g.lower(i) == "their" || g.lower(i) == "more" || g.lower(i) == "other" ||
		g.lower(i) == "additional" || g.lower(i) == "new"); n++ {
		if l := g.lower(i); l == "of" || l == "the" || l == "its" || l == "their" || l == "more" {
			start = i + 1
		}
		i++
	}
	head := -1
	for k := i; k < len(g.ws) && k < i+maxPhrase; k++ {
		if g.endsPhrase(k, head >= 0) {
			break
		}
		if g.ws[k].kind == wordPlain && classOf(g.ws[k]) == classContent {
			head = k
			if isPlural(g.lower(k)) && plural && !g.goesOn(k) {
				break
			}
		}
	}
	if head < 0 {
		return nounPhrase{}, false
	}
	return nounPhrase{start, head, head + 1}, true
}

// endsPhrase reports whether a counted noun phrase ends before piece k.
func (g grammar) endsPhrase(k int, hasHead bool) bool {
	w := g.ws[k]
	if w.lower == "right" && pointers[g.lower(k+1)] || w.lower == "thanks" && g.lower(k+1) == "to" {
		return true
	}
	switch classOf(w) {
	case classMark:
		return w.lower != "-" && w.lower != "&" && w.lower != "/" && (w.lower != "'" || !hasHead) && !g.quoteInside(k)
	case classNumber:
		return !g.isModelNumber(k, hasHead)
	case classAux, classPreposition, classPronoun, classDeterminer:
		return true
	case classConjunction:
		return w.lower != "and" || !g.joinsModifiers(k, hasHead)
	case classVerb:
		return hasHead || !isParticipleForm(w.lower)
	case classAdverb:
		if hasHead && strings.HasSuffix(g.lower(k-1), "est") && k+1 < len(g.ws) && classOf(g.ws[k+1]) == classContent {
			return false // "the 100 largest publicly traded companies"
		}
		return hasHead || k+1 >= len(g.ws) || !isParticiple(g.lower(k+1)) && classOf(g.ws[k+1]) != classContent
	}
	if n, ok := numberWords[w.lower]; ok && n.kind <= numScale && n.kind > 0 || pastForms[w.lower] && g.pos(k) == posFinite {
		return true
	}
	if !hasHead && isGerund(w.lower) && (k+1 >= len(g.ws) || classOf(g.ws[k+1]) != classContent) {
		return true
	}
	if hasHead && k+1 <= len(g.ws) && (isParticiple(w.lower) || isGerund(w.lower)) {
		return k+1 >= len(g.ws) || classOf(g.ws[k+1]) != classContent || isPlural(g.lower(k-1))
	}
	return false
}

// pointers follow "right" where it is no noun: "one case right now".
var pointers = wordSet("now here there away then")

// isModelNumber reports whether the number at k belongs to a name that modifies a
// plural: "500 Model 3 cars".
func (g grammar) isModelNumber(k int, hasHead bool) bool {
	if !hasHead || k+1 >= len(g.ws) || g.ws[k+1].kind != wordPlain {
		return false
	}
	before, next := g.ws[k-1], g.ws[k+1]
	return isUpper(firstRune(before.text)) && !isPlural(before.lower) && classOf(next) == classContent && isPlural(next.lower)
}

// quoteInside reports whether an opening quotation mark at k belongs to the phrase.
func (g grammar) quoteInside(k int) bool {
	return g.lower(k) == "\"" && k+2 < len(g.ws) && g.lower(k+2) == "\""
}

// joinsModifiers reports whether "and" at k joins two modifiers or proper names
// in front of one head: "Kia and Hyundai vehicles", "men and women".
func (g grammar) joinsModifiers(k int, hasHead bool) bool {
	if !hasHead || k+2 >= len(g.ws) {
		return false
	}
	before, next, after := g.ws[k-1], g.ws[k+1], g.ws[k+2]
	if classOf(next) != classContent || isPlural(before.lower) {
		return false
	}
	if isUpper(firstRune(before.text)) && isUpper(firstRune(next.text)) && isUpper(firstRune(after.text)) && k+3 < len(g.ws) {
		after = g.ws[k+3] // "Class B and Class C boats"
	}
	return classOf(after) == classContent && after.kind == wordPlain && isPlural(after.lower)
}

func isParticipleForm(w string) bool {
	switch w {
	case "killed", "lost", "sold", "held", "shot", "frozen", "stolen", "hidden", "known", "given", "broken", "chosen", "live", "read", "cut", "paid", "left", "met",
		"used", "covered", "expected", "added", "needed", "joined", "included", "lived", "shown", "written", "spoken", "born", "working", "testing":
		return true
	}
	return false
}

// goesOn reports whether the plural noun at k only modifies the noun behind it:
// "sports cars", "weapons systems".
func (g grammar) goesOn(k int) bool {
	if k+1 >= len(g.ws) || g.ws[k+1].kind != wordPlain {
		return false
	}
	next := g.ws[k+1]
	if classOf(next) != classContent || isParticiple(next.lower) || isGerund(next.lower) {
		return false
	}
	return isPlural(next.lower) && !thirdPerson[next.lower]
}

// thirdPerson are verb forms that look like plural nouns and stand behind one.
var thirdPerson = wordSet("works plays features offers shows costs faces uses scores returns calls looks runs holds means sees seeks")
