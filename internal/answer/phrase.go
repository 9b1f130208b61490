package answer

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// reportingVerbs are cues after which "that" reads well: their base forms' stems.
var reportingVerbs = stemSet(`say confirm estimate suggest claim announce believe emphasize stress state report warn add note
 indicate argue insist acknowledge admit declare assert conclude explain tell predict project assess`)

func stemSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range wordSet(list) {
		set[stem(w)] = true
	}
	return set
}

// short is how a line names a holder the second time: a surname for a person,
// else the whole name.
func short(src facts.Source) string {
	if t := src.Text; src.Kind == facts.KindNamed && isName(t) && !strings.Contains(t, " ") && slices.Contains(strings.Fields(person(src.Name)), t) {
		return t // the report's own short form
	}
	if s := surname(src); s != "" {
		return s
	}
	return src.Name
}

// person is a holder's name without the office after the comma.
func person(name string) string {
	who, office, _ := strings.Cut(name, ",")
	if strings.Contains(office, " and ") && !strings.Contains(who, " ") || strings.HasPrefix(strings.ToLower(who), "the ") {
		return name // several holders, and not one with an office
	}
	return who
}

// subject is what a figure counts, predicate included, as it follows the figure: the
// auxiliaries between noun and predicate go, every other word stays. Where nothing
// can be said so, it is the noun alone if that stands next to the figure.
func (it *item) subject() string {
	if it.Value.Doing == "" {
		if said := it.predicate(); said != "" {
			return said
		}
		return it.thingCounted()
	}
	of, doing := counted(it.Fact)
	if strings.Contains(of, doing) {
		return of
	}
	if who := it.relative(of, doing); who != "" && !passive.MatchString(doing) {
		return of + " " + who + " " + doing
	}
	return strings.TrimSpace(of + " " + trimAux(doing))
}

// relative is the relative pronoun between what a figure counts and its predicate:
// "smokers who are over 60" are not all smokers. Empty without.
func (it *item) relative(of, doing string) string {
	_, behind, _ := strings.Cut(it.Quote.Exact, of)
	between, _, found := strings.Cut(behind, doing)
	who := strings.TrimSpace(between)
	if !found || who != "who" && who != "that" && who != "which" {
		return ""
	}
	return who
}

// passive matches a predicate of which nothing is lost as a participle.
var passive = re(`^((have|has|had) (already |since |now |also )?been|are|is|was|were) (\w+ly )?\w+(ed|en)\b`)

// thingCounted is the noun that a figure counts: that next to it, or one that stands
// elsewhere and is the figure's unit, "only two have been found" of people.
func (it *item) thingCounted() string {
	rd, _ := it.read()
	v := it.Value
	if rd.of != "" || v.Of == "" || measuredUnits[v.Unit] || timeUnits[v.Unit] {
		return rd.of
	}
	if head := headNoun(v.Of); v.Unit == "person" && !isName(v.Of) || stem(head) == stem(v.Unit) {
		return v.Of
	}
	return ""
}

var (
	auxiliary  = re(`^(have|has|had|is|are|was|were|been|being|be|will be)\b *`)
	firstVerbs = re(`^((?:\w+ly|already|also|now|still|since|yet|currently) )?((have|has|had) (already |since |now |yet |also )?(been )?|(are|is|was|were) (already |now |still |currently )?)`)
)

// trimAux drops the auxiliaries that open a predicate, if a participle follows: "have
// been sent" and "are working", but not "are short of staff".
func trimAux(doing string) string {
	loc := firstVerbs.FindStringIndex(doing)
	if loc == nil {
		return doing
	}
	next := strings.Fields(strings.ToLower(doing[loc[1]:]))
	for len(next) > 0 && (strings.HasSuffix(next[0], "ly") || verbAdverbs[next[0]]) {
		next = next[1:]
	}
	if len(next) == 0 || !isParticipleForm(next[0]) {
		return doing
	}
	kept := ""
	for _, word := range strings.Fields(doing[:loc[1]]) {
		if !auxiliary.MatchString(word) {
			kept += word + " "
		}
	}
	return kept + doing[loc[1]:]
}

// isParticipleForm says whether a word has the form of a participle.
func isParticipleForm(w string) bool {
	w = strings.TrimRight(w, ".,;")
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "en") || theVerbs().past[w] || pastForms[w]
}

// pastForms are participles of verbs that take no object.
var pastForms = wordSet("gone come become begun died risen fled stood sat slept run fallen met done been had spent")

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

// claim is the fact's sentence without its full stop; a pronoun that opens it
// becomes the holder.
func (it *item) claim() string {
	claim := strings.TrimSuffix(strings.TrimSpace(it.Claim), ".")
	if claim == "" {
		claim = capital(strings.TrimSuffix(it.Quote.Exact, "."))
	}
	first, rest, _ := strings.Cut(claim, " ")
	if strings.EqualFold(first, it.Source.Text) && pronouns.MatchString(strings.ToLower(first)) {
		claim = short(it.Source) + " " + rest
	}
	return claim
}

// mentions says whether a text already names the holder.
func mentions(text string, src facts.Source) bool {
	name := person(src.Name)
	if src.Kind != facts.KindNamed {
		name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	}
	if src.Kind != facts.KindNamed && strings.Contains(strings.ToLower(text), strings.ToLower(name)) {
		return true
	}
	return name != "" && strings.Contains(text, name) || surname(src) != "" && strings.Contains(text, surname(src))
}

// none is the line of an item that reports an absence: verbatim, since an
// absence of reports is not a count.
func (it *item) none() string {
	return "None reported: “" + strings.TrimSuffix(it.Quote.Exact, ".") + "”, according to " + person(it.Source.Name)
}

// clauseBreaks part the clauses of a sentence.
var clauseBreaks = re(`[;:—()]\s?|\s(?:-|–|--)\s|,\s(?:and|but|while|which|who|whose|where|after|although|though|because|as)\s`)

// maxJoint is how many words may part a figure from what it is a part of: "of the".
const maxJoint = 3

// joint is what stands between a figure and what it counts: the report's own words
// where these begin with a preposition, else a blank. "Three of the 27 mills" is not
// "three 27 mills".
func (it *item) joint() string {
	if it.Value.Doing == "" {
		rd, _ := it.read()
		return cmp.Or(rd.joint, " ")
	}
	_, behind, _ := strings.Cut(it.Quote.Exact, it.Value.Text)
	of, _ := counted(it.Fact)
	joint, _, _ := apart(behind, of)
	return joint
}
