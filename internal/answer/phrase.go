package answer

import (
	"strings"
	"unicode/utf8"

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

// subject is what a figure counts, predicate included, as one noun phrase: the
// auxiliaries between noun and predicate go, every other word stays.
func (it *item) subject() string {
	of, doing := counted(it.Fact)
	if doing == "" || strings.Contains(of, doing) {
		return strings.TrimSpace(trimAux(of))
	}
	return strings.TrimSpace(of + " " + trimAux(doing))
}

var (
	auxiliary  = re(`^(have|has|had|is|are|was|were|been|being|be|will be)\b *`)
	innerVerbs = re(`\b(have|has|had) (already |since |now |yet )?(been )?|\b(are|is|was|were) (already |now |still |currently )?`)
)

// trimAux drops the first group of auxiliaries of a predicate.
func trimAux(doing string) string {
	loc := innerVerbs.FindStringSubmatchIndex(doing)
	if loc == nil {
		return doing
	}
	kept := ""
	for _, word := range strings.Fields(doing[loc[0]:loc[1]]) {
		if !auxiliary.MatchString(word) {
			kept += word + " "
		}
	}
	return doing[:loc[0]] + kept + doing[loc[1]:]
}

// holding names the holder of a figure with the verb of the source.
func (it *item) holding() string {
	name := person(it.Source.Name)
	if it.Source.Kind == facts.KindReport || name == "" {
		return "the report itself"
	}
	if it.Source.Kind == facts.KindReports {
		name = sentenceLower(strings.ToLower(name[:1]) + name[1:])
	}
	verb := ""
	if it.Cue != nil {
		verb = it.Cue.Text
	}
	switch {
	case strings.HasPrefix(stem(verb), "estim") && !strings.Contains(verb, " ") && it.Source.Kind != facts.KindReports:
		return possessive(name) + " estimate"
	case reportingVerbs[stem(verb)] && !strings.HasSuffix(verb, "ing"):
		return name + " " + verb
	}
	return name
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

// statement is an item as one clause without a full stop: the holder, the verb
// as written, and what is stated.
func (it *item) statement() string {
	claim := it.claim()
	verb := ""
	if it.Cue != nil {
		verb = it.Cue.Text
	}
	name := person(it.Source.Name)
	switch {
	case it.Source.Kind == facts.KindReport || name == "":
		return claim + " (the report itself)"
	case mentions(claim, it.Source):
		return claim
	case reportingVerbs[stem(verb)] && !strings.HasSuffix(verb, "ing") && it.Speech != facts.SpeechDirect:
		return name + " " + verb + " that " + sentenceLower(claim)
	case verb != "" && !strings.Contains(verb, " ") && strings.HasSuffix(verb, "ing"):
		return claim + ": " + name + ", “" + verb + "”"
	}
	return claim + ": " + name
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
	return strings.Contains(text, person(src.Name)) || surname(src) != "" && strings.Contains(text, surname(src))
}

// none is the line of an item that reports an absence: verbatim, since an
// absence of reports is not a count.
func (it *item) none() string {
	return "None reported: “" + strings.TrimSuffix(it.Quote.Exact, ".") + "”, according to " + person(it.Source.Name)
}

// figureLine is one figure as one line: value word for word, what it counts,
// holder.
func (it *item) figureLine() string {
	if it.Value.Bound == facts.BoundNone {
		return it.none()
	}
	if clause := it.clause(); clause != "" {
		return it.Value.Text + it.joint() + it.subject() + ": “" + clause + "”, " + it.holding()
	}
	return it.Value.Text + it.joint() + it.subject() + ": " + it.holding()
}

// maxClause is the longest clause, in code points, that a line quotes.
const maxClause = 180

// clause is the part of the quote around a figure, verbatim, where the fact has no
// predicate that says what is told of it: "the port took in 300 ships". Empty where
// there is one, or where the clause is too long or has quotations of its own.
func (it *item) clause() string {
	if it.Value.Doing != "" {
		return ""
	}
	quote := it.Quote.Exact
	at := strings.Index(quote, it.Value.Text)
	if at < 0 {
		return ""
	}
	start, end := 0, len(quote)
	for _, b := range clauseBreaks.FindAllStringIndex(quote, -1) {
		if b[1] <= at {
			start = b[1]
		} else if b[0] >= at+len(it.Value.Text) {
			end = b[0]
			break
		}
	}
	clause := strings.TrimRight(strings.TrimSpace(quote[start:end]), ".,")
	if strings.ContainsAny(clause, "“”\"") || utf8.RuneCountInString(clause) > maxClause {
		return ""
	}
	return clause
}

// clauseBreaks part the clauses of a sentence.
var clauseBreaks = re(`[;:—()]\s?|\s[-–]\s|,\s(?:and|but|while|which|who|whose|where|after|although|though|because|as)\s`)

// maxJoint is how many words may part a figure from what it is a part of: "of the".
const maxJoint = 3

// joint is what stands between a figure and what it counts: the report's own words
// where these begin with "of", else a blank. "Three of the 27 mills" is not "three
// 27 mills".
func (it *item) joint() string {
	_, behind, _ := strings.Cut(it.Quote.Exact, it.Value.Text)
	of, _ := counted(it.Fact)
	between, _, found := strings.Cut(behind, of)
	if words := strings.Fields(between); found && of != "" && len(words) > 0 && len(words) <= maxJoint && words[0] == "of" {
		return " " + strings.Join(words, " ") + " "
	}
	return " "
}
