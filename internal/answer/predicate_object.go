package answer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A verbGroup is the verb in front of a figure with its auxiliaries and adverbs, and
// the words in front of it.
type verbGroup struct {
	words  []string // as written
	main   string   // lower case
	before []string
}

// auxiliaries may stand in a verb group beside the verb itself.
var auxiliaries = wordSet("have has had is are was were be been being do does did will would shall should can could may might must to not")

var verbAdverbs = wordSet("already also now still since yet only just even recently currently previously again later then soon so far once")

// group is the verb group in front of the figure. ok is false where the word in front
// is no verb that is known.
func (rd reading) group() (g verbGroup, ok bool) {
	words := rd.before
	if n := len(words); n > 0 && articles[strings.ToLower(words[n-1])] {
		words = words[:n-1]
	}
	n := len(words)
	if n == 0 {
		return g, false
	}
	g.main = strings.ToLower(words[n-1])
	if t := theVerbs(); t.participle[g.main] == "" && t.doneForm(g.main) == "" && !possession[g.main] && !t.base[g.main] {
		return g, false
	}
	i := n - 1
	for i > 0 && inGroup(strings.ToLower(words[i-1])) {
		i--
	}
	if i > 0 && leadsAdjective(words[i-1]) {
		return g, false // "a combined 300"
	}
	g.words, g.before = words[i:], words[:i]
	return g, true
}

func inGroup(w string) bool {
	return auxiliaries[w] || verbAdverbs[w] || strings.HasSuffix(w, "ly") || strings.HasSuffix(w, "n't") || chained[w]
}

// leadsAdjective says whether what follows the word is no verb.
func leadsAdjective(w string) bool {
	w = strings.ToLower(w)
	return w != "that" && leadsNoun(w) || articles[w] || prepositions[w] && w != "since"
}

// articles may part a verb and the figure without changing what is said.
var articles = wordSet("the its their his her a an")

// possession are verbs that have no participle to say what they say.
var possession = wordSet("has have had")

// chained are verbs that lead to another: "plans to hire".
var chained = wordSet(`plans plan planned hopes hope hoped expects expect expected wants want wanted intends intend intended aims aim aimed
 vows vow vowed promised agreed needs need needed tried began started continues continue continued ordered set due prepared going`)

// plainly says whether the group tells without doubt, denial or wish that it was done
// or is done.
func (g verbGroup) plainly() bool {
	for _, w := range g.words[:len(g.words)-1] {
		if w = strings.ToLower(w); !possession[w] && !verbAdverbs[w] && !strings.HasSuffix(w, "ly") || w == "yet" || w == "only" || nearMiss[w] {
			return false
		}
	}
	return true
}

var nearMiss = wordSet("nearly hardly barely scarcely reportedly allegedly")

// adverbs are the adverbs of a group, which a participle keeps.
func (g verbGroup) adverbs() string {
	var kept []string
	for _, w := range g.words[:len(g.words)-1] {
		if !possession[strings.ToLower(w)] {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// done is for "the mill sold 300 tonnes to Kenya": 300 tonnes sold by the mill to
// Kenya.
func (rd reading) done(rest string) string {
	g, ok := rd.group()
	if !ok || !g.plainly() || doubtful(g.before) || !goesOn(rest) || rest == "" && complemented[g.main] {
		return ""
	}
	said := theVerbs().doneForm(g.main)
	agent := rd.agent(g)
	switch {
	case theVerbs().gerund[g.main] && len(g.words) == 1:
		if !hangs(g.before) || slices.ContainsFunc(strings.Fields(rest), func(w string) bool { return finites[w] }) {
			return ""
		}
		said = theVerbs().participle[g.main]
	case said == "" || theVerbs().present[g.main] && agent == "" && !bringsRelative(g.before):
		return "" // the plural of a noun may look like a verb
	}
	if strings.HasPrefix(rest, "by ") {
		agent = ""
	}
	if adverbs := g.adverbs(); adverbs != "" {
		said = adverbs + " " + said
	}
	if belief := believed(g.before); belief != "" {
		said = belief + " " + said
	}
	return rd.of + " " + joinWords(said+agent, rest)
}

// goesOn says whether words behind a noun hang on what is told of it. Another noun
// there belongs to a phrase that was cut.
func goesOn(rest string) bool {
	first, _, _ := strings.Cut(strings.ToLower(rest), " ")
	first = strings.TrimRight(first, ",")
	return first == "" || prepositions[first] || hangingOn[first] || strings.HasSuffix(first, "ly") || strings.HasSuffix(first, "ed") || strings.HasSuffix(first, "ing") ||
		isDayName.MatchString(first) || theVerbs().past[first]
}

var hangingOn = wordSet(`last this next earlier late early yesterday today tonight tomorrow each every per a an one two when there here together now
 overnight abroad home away out up down off back worldwide nationwide so far in-between alone ahead apart already still again once twice first`)

var isDayName = re(`^(mon|tues|wednes|thurs|fri|satur|sun)day$`)

// complemented are verbs that say nothing without what they made of their object:
// "left 300 people homeless".
var complemented = wordSet("left leaves leaving made makes making kept keeps keeping found finds finding put puts putting set sets setting called got")

// bringsRelative says whether a relative pronoun stands in front of the verb.
func bringsRelative(before []string) bool {
	n := len(before)
	return n > 0 && (before[n-1] == "which" || before[n-1] == "that" || before[n-1] == "who")
}

// agent is who did it, with "by" in front; empty where that is not plain.
func (rd reading) agent(g verbGroup) string {
	if who := rd.subjectOf(g); who != "" {
		return " by " + who
	}
	return ""
}

// subjectOf is who does what the group tells. A single word that opens the clause may
// have a capital whatever it is: how the report writes it elsewhere tells.
func (rd reading) subjectOf(g verbGroup) string {
	who, front := doer(g.before)
	if who == "" || len(front) > 0 || strings.Contains(who, " ") {
		return who
	}
	switch {
	case strings.Contains(rd.report, " "+strings.ToLower(who)):
		return strings.ToLower(who)
	case insideSentence(rd.report, who):
		return who
	}
	return ""
}

// insideSentence says whether a report writes a word inside a sentence as it stands.
func insideSentence(report, word string) bool {
	for at := index(report, " "+word, 0); at > 0; at = index(report, " "+word, at+1) {
		if c := report[at-1]; c >= 'a' && c <= 'z' || c == ',' {
			return true
		}
	}
	return false
}

// hangs says whether a verb in -ing hangs on what is told: behind a comma, or behind
// a noun.
func hangs(before []string) bool {
	if len(before) == 0 {
		return true
	}
	last := before[len(before)-1]
	w := strings.ToLower(strings.TrimRight(last, ","))
	t := theVerbs()
	return strings.HasSuffix(last, ",") ||
		!functionWords[w] && !prepositions[w] && !chained[w] && !auxiliaries[w] && t.participle[w] == "" && !t.base[w] && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ed")
}

var prepositions = wordSet("of in on at to into for by with from as about over under between among through against without within along across during before after since until upon despite besides")

// doubtful says whether words in front of a verb make it less than told: a
// condition, a question, a denial.
func doubtful(before []string) bool {
	return slices.ContainsFunc(before, func(w string) bool { return doubts[strings.ToLower(strings.TrimRight(w, ","))] })
}

var doubts = wordSet(`if unless whether not never no without denied denies deny denying falsely wrongly supposedly allegedly reportedly
 hoped hopes hope wished rumoured rumored nobody none nothing neither nor unclear`)

// believed is the participle of the verb of thinking that the clause hangs on:
// "believes the mill sold 300" are 300 believed sold.
func believed(before []string) string {
	_, rest := doer(before)
	n := len(rest)
	if n > 0 && strings.EqualFold(rest[n-1], "that") {
		n--
	}
	if n == 0 {
		return ""
	}
	switch w := strings.ToLower(rest[n-1]); stem(w) {
	case stem("believe"), stem("suspect"), stem("estimate"), stem("fear"):
		return theVerbs().participle[w]
	}
	if w := strings.ToLower(rest[n-1]); w == "thinks" || w == "think" || w == "thought" {
		return "thought"
	}
	return ""
}

// maxDoer is the longest name, in words, of who did something.
const maxDoer = 5

// doer is who does what the verb behind the words tells, and the words in front of
// that: a name, or a noun with its article, at the beginning of the clause. Empty
// where it is not plain.
func doer(before []string) (who string, rest []string) {
	n := len(before)
	if n == 0 || strings.HasSuffix(before[n-1], ",") {
		return "", before
	}
	i := n
	if isName(before[n-1]) {
		for i > 0 && isName(before[i-1]) && (i == n || !strings.HasSuffix(before[i-1], ",")) {
			i--
		}
		if i > 0 && (before[i-1] == "the" || before[i-1] == "The") {
			i--
		}
		if i == 0 && functionWords[strings.ToLower(before[0])] && !strings.EqualFold(before[0], "the") {
			i++
		}
	} else {
		for i > 0 && n-i < maxDoer && plainNoun(before[i-1]) {
			i--
		}
		if i == 0 || i == n || !leadsNoun(before[i-1]) {
			return "", before
		}
		i--
	}
	if i == n || n-i > maxDoer || !beginsClause(before[:i], before[i]) {
		return "", before
	}
	return sentenceLower(strings.Join(before[i:], " ")), before[:i]
}

func isName(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(first)
}

// plainNoun says whether a word may be inside a noun phrase: in lower case, no verb,
// no preposition.
func plainNoun(w string) bool {
	l := strings.ToLower(w)
	return !functionWords[l] && !prepositions[l] && theVerbs().participle[l] == "" && !strings.ContainsAny(w, ",.;:") && !strings.HasSuffix(l, "ed")
}

// leadsNoun says whether a noun phrase begins with the word.
func leadsNoun(w string) bool {
	switch strings.ToLower(w) {
	case "the", "a", "an", "this", "that", "these", "those":
		return true
	}
	return false
}

// beginsClause says whether the noun phrase that begins with first is the subject of
// its clause: nothing stands in front, or a word that leads one.
func beginsClause(before []string, first string) bool {
	n := len(before)
	if n == 0 {
		return true
	}
	last := strings.ToLower(before[n-1])
	if strings.HasSuffix(last, ",") {
		return n > 1 || leadsNoun(first) || isName(first)
	}
	t := theVerbs()
	return last == "that" || last == "and" && n == 1 || thoughts[last] || isName(first) && !isName(before[n-1]) && evidences[last] || t.past[last] && thoughts[last]
}

var (
	thoughts  = wordSet("believes believe believed thinks think thought says say said suspects suspect suspected estimates estimate estimated fears feared reported reports claims claimed announced confirmed")
	evidences = wordSet("evidence")
)

// object is for what somebody has, plans or would do: "the mill plans to hire 300
// men" are 300 men that the mill plans to hire.
func (rd reading) object(rest string) string {
	g, ok := rd.group()
	if !ok || rd.broken || doubtful(g.before) || !g.governs() || !goesOn(rest) {
		return ""
	}
	_, front := doer(g.before)
	who := rd.subjectOf(g)
	if who == "" || len(front) > 0 && believed(g.before) == "" && !strings.EqualFold(front[len(front)-1], "that") {
		return ""
	}
	clause := "that " + who + " " + strings.Join(g.words, " ")
	if possession[g.main] {
		return rd.of + " " + joinWords(rest, clause)
	}
	return rd.of + " " + joinWords(clause, rest)
}

// governs says whether the group's last word may be its verb: a base form needs an
// auxiliary or another verb in front, a participle in -ing one of "be".
func (g verbGroup) governs() bool {
	t := theVerbs()
	switch {
	case notObjects[g.main]:
		return false
	case possession[g.main], t.past[g.main], t.present[g.main]:
		return true
	case t.base[g.main] || t.gerund[g.main]:
		return len(g.words) > 1
	}
	return false
}
