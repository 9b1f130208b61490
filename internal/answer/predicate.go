package answer

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// A reading is the clause of a quote around a figure, cut up: what a line says of
// the figure is put together from these words.
type reading struct {
	before []string // the words of the clause in front of the figure
	joint  string   // what joins the figure and what it counts: a blank, or " of the "
	of     string   // what it counts, where that stands next to the figure
	after  string   // the rest of the clause
	broken bool     // the words in front go on from another clause
	report string   // the text of the report, which tells names from other words
}

// read cuts up the clause around the figure. ok is false where the figure is not
// found as a whole word.
func (it *item) read() (rd reading, ok bool) {
	quote := it.Quote.Exact
	at := wordIndex(quote, it.Value.Text)
	if at < 0 {
		return rd, false
	}
	start, end := clauseAround(quote, at, at+len(it.Value.Text))
	rd.before = strings.Fields(quote[start:at])
	rd.joint, rd.of, rd.after = apart(quote[at+len(it.Value.Text):end], it.Value.Of)
	rd.broken = start > 0 && !strings.HasSuffix(strings.TrimSpace(quote[:start]), ";")
	if it.doc != nil {
		rd.report = it.doc.Text
	}
	return rd, true
}

// wordIndex is where words stand in a text, with no letter or digit next to them.
func wordIndex(text, words string) int {
	for at := index(text, words, 0); at >= 0; at = index(text, words, at+1) {
		if bounded(text, at, at+len(words)) {
			return at
		}
	}
	return -1
}

// clauseAround is the part of a quote between the clause breaks around a span.
func clauseAround(quote string, from, to int) (start, end int) {
	end = len(quote)
	for _, b := range clauseBreaks.FindAllStringIndex(quote, -1) {
		if b[1] <= from {
			start = b[1]
		} else if b[0] >= to {
			return start, b[0]
		}
	}
	return start, end
}

// apart parts what follows a figure into what joins it to the counted noun, that
// noun, and the rest.
func apart(behind, of string) (joint, noun, rest string) {
	between, rest, found := strings.Cut(behind, of)
	words := strings.Fields(between)
	if of == "" || !found || len(words) > maxJoint || len(words) > 0 && !joins[words[0]] || strings.ContainsAny(between, ",;:.()") {
		return " ", "", behind
	}
	if len(words) == 0 {
		return " ", of, rest
	}
	return " " + strings.Join(words, " ") + " ", of, rest
}

// joins are the prepositions that join a figure and what it counts.
var joins = wordSet("of in worth")

// predicate is what the sentence says of the counted where the fact has no predicate
// of its own: what was done to them, or what is told of them, as it follows the noun.
// Empty where no rule can say so in the sentence's own words.
func (it *item) predicate() string {
	rd, ok := it.read()
	if !ok || strings.ContainsAny(rd.after, "“”\"") {
		return ""
	}
	rest := rd.rest()
	if said := rd.opening(rest); said != "" {
		return said
	}
	if said := rd.coming(rest); said != "" {
		return said
	}
	if rd.of == "" || measuredUnits[it.Value.Unit] && !moneyUnits[it.Value.Unit] || timeUnits[it.Value.Unit] || relative.MatchString(rest) {
		return ""
	}
	if first, _, _ := strings.Cut(rest, " "); finites[first] {
		return "" // the figure belongs to the subject of another verb
	}
	for _, say := range []func(reading, string) string{reading.happened, reading.done, reading.object} {
		if said := say(rd, rest); said != "" {
			return said
		}
	}
	return ""
}

var relative = re(`^(who|whom|whose|that|which|where|'|’)`)

// rest is what follows the counted noun, up to where the sentence turns to something
// else: a comma that opens no list, or another clause.
func (rd reading) rest() string {
	words := strings.Fields(rd.after)
	for i, w := range words {
		if turnsAway(words, i) || strings.HasPrefix(w, ",") {
			words = words[:i]
			break
		}
		if strings.HasSuffix(w, ",") && !listFrom(words[i+1:]) && !dateFrom(w, words[i+1:]) {
			words = words[:i+1]
			break
		}
	}
	for len(words) > 0 && fragmentEnds[strings.ToLower(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	return strings.TrimRight(strings.Join(words, " "), ".,")
}

// maxListed is how many words each part of a list behind a noun may have.
const maxListed = 3

// listFrom says whether words behind a comma go on with a list: "Kenya and Uganda".
func listFrom(words []string) bool {
	since := 0
	for _, w := range words {
		if w == "and" || w == "or" {
			return since > 0
		}
		if since++; since > maxListed {
			return false
		}
		if strings.HasSuffix(w, ",") {
			since = 0
		}
	}
	return false
}

// dateFrom says whether a comma stands inside a date: "May 3, 2024".
func dateFrom(before string, words []string) bool {
	return len(words) > 0 && len(before) <= len("31,") && yearForm.MatchString(strings.TrimRight(words[0], ".,")) && before[0] >= '1' && before[0] <= '9'
}

// turnsAway says whether another clause begins at words[i].
func turnsAway(words []string, i int) bool {
	switch words[i] {
	case "while", "whereas", "although", "though", "but", "because", "if", "unless", "than":
		return true
	case "as":
		return i == 0 || !isParticipleForm(words[i-1])
	case "and", "or":
		return i+1 >= len(words) || secondVerb(words[i+1:])
	case "by":
		return i+1 < len(words) && theVerbs().gerund[words[i+1]] || i+1 < len(words) && strings.HasSuffix(words[i+1], "ing")
	}
	return false
}

// secondVerb says whether words behind "and" have a verb or a number of their own.
func secondVerb(words []string) bool {
	t := theVerbs()
	for i, w := range words[:min(4, len(words))] {
		if i > 0 && isName(w) {
			continue // "May"
		}
		w = strings.ToLower(strings.TrimRight(w, ".,"))
		if i == 0 && (w == "to" || t.gerund[w] || strings.HasSuffix(w, "ing") || pronouns.MatchString(w) || w == "it") {
			return true
		}
		if t.past[w] || finites[w] || i == 0 && strings.HasSuffix(w, "ed") || len(facts.Numerals(w)) > 0 {
			return true
		}
	}
	return false
}

// finites are verbs that tell that a clause has a verb of its own.
var finites = wordSet("is are was were has have had will would could can may might should do does did said says")

// opening is for a figure that opens its clause, or whose being is told: what follows
// is said of it.
func (rd reading) opening(rest string) string {
	before := strings.ToLower(strings.Join(rd.before, " "))
	switch {
	case existence.MatchString(before):
		return nonEmpty(rd.of + " " + rest)
	case rd.broken || rd.of == "" || !opener.MatchString(before) || len(strings.Fields(rest)) < 2 && !hasVerb(rest):
		return ""
	case len(rest) < len(strings.TrimRight(strings.TrimSpace(rd.after), ".,")) && !hasVerb(rest):
		return "" // its verb stands behind the comma
	}
	return nonEmpty(rd.of + " " + rest)
}

var (
	existence = re(`^(that |and |but |today |now )?there (are|is|were|was|have been|has been|had been)( now| currently| still| also| already)?$`)
	opener    = re(`^(that|and|but|so|the|some|these|those|meanwhile|overall|and the|that the)?$`)
)

// hasVerb says whether one of the words is known for a verb.
func hasVerb(text string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(w string) bool {
		t := theVerbs()
		return finites[w] || t.past[w] || t.present[w] || strings.HasSuffix(w, "ed")
	})
}

func nonEmpty(s string) string { return strings.TrimSpace(s) }

// happened is for "the deployment of 300 men to the border": 300 men deployed to the
// border. Only where the words in front tell that it happened.
func (rd reading) happened(rest string) string {
	n := len(rd.before)
	if n < 2 || rd.before[n-1] != "of" {
		return ""
	}
	noun := strings.ToLower(rd.before[n-2])
	done := cmp.Or(happenings[noun], comings[noun])
	if done == "" || !asFact(rd.before[:n-2]) {
		return ""
	}
	return rd.of + " " + joinWords(done, rest)
}

// coming is for "300 men's arrival at the border": 300 men arrived at the border.
func (rd reading) coming(rest string) string {
	_, behind, found := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(rd.after, "’"), "'"), " ")
	possessive := strings.HasPrefix(rd.after, "'") || strings.HasPrefix(rd.after, "’")
	if rd.of == "" || !found || !possessive {
		return ""
	}
	noun, _, _ := strings.Cut(strings.TrimSpace(behind), " ")
	noun = strings.TrimRight(noun, ".,")
	done := cmp.Or(comings[noun], happenings[noun])
	if _, rest, _ = strings.Cut(rest, noun); done == "" || !asFact(rd.before) {
		return ""
	}
	return rd.of + " " + joinWords(done, rest)
}

// asFact says whether the last words in front of a noun for a happening tell it as
// something that happened.
func asFact(before []string) bool {
	words := slices.Clone(before)
	for i := range words {
		words[i] = strings.ToLower(words[i])
	}
	if n := len(words); n > 0 && (words[n-1] == "the" || words[n-1] == "its" || words[n-1] == "their") {
		words = words[:n-1]
	}
	return tellsFact.MatchString(strings.Join(words, " "))
}

var tellsFact = re(`\b(cit(ed|es|ing)|confirm(ed|s|ing)|report(ed|s|ing)|not(ed|es|ing)|condemn(ed|s|ing)|prais(ed|es|ing)|welcom(ed|es|ing)|record(ed|s|ing)|` +
	`reveal(ed|s|ing)|announc(ed|es|ing)|saw|after|following|since|despite|marked|mourn(ed|s|ing)|caus(ed|es|ing)|led to|evidence of|news of)$`)

func joinWords(a, b string) string { return strings.TrimSpace(a + " " + strings.TrimSpace(b)) }
