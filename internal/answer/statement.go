package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// statement is an item as one clause without a full stop: the holder, the verb as
// written, and what is stated.
func (it *item) statement() string { return it.stating(person(it.Source.Name)) }

// stating is the statement with the holder named as given.
func (it *item) stating(name string) string {
	claim := it.prettyClaim()
	verb := it.verb()
	switch {
	case it.unsaid(claim) && (it.underDenial() || !strings.HasPrefix(stem(verb), "deni")):
		return it.sentenceQuoted(name)
	case !it.standsAlone() || !namesHolder(it.Source):
		return it.sentenceQuoted(name)
	case it.Source.Kind == facts.KindReport || name == "":
		return claim + " (the report itself)"
	case it.Speech == facts.SpeechDirect && strings.HasPrefix(claim, "“") && strings.HasSuffix(claim, "”"):
		return name + ": " + quoted(strings.Trim(claim, "“”"))
	case mentions(claim, it.Source) && !it.unsaid(claim):
		return claim
	}
	if verb != "" {
		comma := ""
		if it.Source.Kind == facts.KindNamed && strings.Contains(name, ",") {
			comma = ","
		}
		return capital(name) + comma + " " + verb + " that " + sentenceLower(strings.TrimPrefix(claim, "That "))
	}
	return claim + ", according to " + sentenceLower(name)
}

// unsaid says whether the claim alone tells as true what its holder denies or leaves
// open.
func (it *item) unsaid(claim string) bool {
	switch {
	case it.underDenial():
		return true
	case firmness[it.Factuality] > 0 || it.Factuality == "" || it.Read == facts.ReadHand:
		return false
	case it.Factuality == facts.CertainlyNot && it.Cue != nil:
		return !strings.Contains(strings.ToLower(claim), strings.ToLower(it.Cue.Text))
	}
	return !opposes.MatchString(strings.ToLower(straight(claim)))
}

// underDenial says whether the sentence has the claim hang on a denial: "he denied that
// [the union had refused]".
func (it *item) underDenial() bool {
	if it.doc == nil || it.Read == facts.ReadHand || it.Cue != nil && denying.MatchString(strings.ToLower(it.Cue.Text)+" ") {
		return false
	}
	before, _, found := strings.Cut(it.doc.text(it.Quote.S), it.Quote.Exact)
	return found && denying.MatchString(strings.ToLower(before))
}

var denying = re(`\b(den(y|ies|ied|ying)|reject(s|ed|ing)?|disput(es|ed|ing)|dismiss(es|ed|ing)?)( (claims?|reports?|rumou?rs?|allegations?|suggestions?))? (that )?$`)

// opposes matches words with which a claim itself denies, or says that it is not known.
var opposes = re(`\b(no|not|never|none|nobody|neither|nor|without|refrain\w*|declin\w*|refus\w*|den(y|ies|ied|ial)\w*|reject\w*|dismiss\w*|disput\w*|unclear|uncertain|unknown|whether|what|who|how|why|if|question\w*|rumou?rs?|fake|false|walk(ed|s)? back|yet to|ask(s|ed|ing)?)\b|n't\b|\?`)

// verb is the verb of the source after which "that" reads well; empty where its cue is
// of another kind.
func (it *item) verb() string {
	if it.Cue == nil {
		return ""
	}
	cue := strings.ToLower(it.Cue.Text)
	switch {
	case sayings[cue]:
		return "said"
	case strings.HasPrefix(stem(cue), "deni"), cue == "wrote", cue == "found", cue == "shows", cue == "showed", cue == "show":
		return cue
	case strings.HasSuffix(cue, "ing") && reportingVerbs[stem(cue)]:
		return "said"
	case reportingVerbs[stem(cue)]:
		return cue
	}
	return ""
}

// sayings are forms of saying and telling, which "said" stands for.
var sayings = wordSet("said told saying telling tells")

// standsAlone says whether the claim reads as a clause of its own: it does not begin or
// end in the middle of one.
func (it *item) standsAlone() bool {
	if it.Read == facts.ReadHand {
		return true
	}
	words := strings.Fields(it.Quote.Exact)
	if len(words) < 3 {
		return false
	}
	first, last := words[0], strings.ToLower(strings.TrimRight(words[len(words)-1], ",."))
	if fragmentEnds[last] {
		return false
	}
	if verbless(words) {
		return false
	}
	if first != strings.ToLower(first) {
		return true
	}
	t := theVerbs()
	return !fragmentStarts[first] && !t.base[first] && !t.past[first] && !t.present[first] && !finites[first] && !(strings.HasSuffix(first, "ly") && len(first) > len("early")) &&
		!strings.HasSuffix(first, "ed,") && !strings.EqualFold(words[min(1, len(words)-1)], "said,")
}

// verbless says whether the only verb of a claim stands in a relative clause:
// "officials who are preparing evidence".
func verbless(words []string) bool {
	verbs, hung := 0, -1
	for i, w := range words {
		w = strings.ToLower(strings.Trim(w, ".,;“”\""))
		t := theVerbs()
		switch {
		case w == "who" || w == "which":
			if hung < 0 && verbs == 0 {
				hung = i
			}
		case finites[w] || t.present[w] || (t.past[w] || strings.HasSuffix(w, "ed")) && i > 0 && !strings.HasSuffix(words[i-1], ","):
			verbs++
		}
	}
	return hung > 0 && verbs < 2
}

var (
	fragmentStarts = wordSet("who whom whose which where when and or but to than of by with from at for on into as that it's is was called")
	fragmentEnds   = wordSet("of the a an to and or but with from by for in on at as that which who")
)

// namesHolder says whether the name of a holder reads as one: no clause that hangs on
// another.
func namesHolder(src facts.Source) bool {
	first, _, _ := strings.Cut(strings.ToLower(src.Name), " ")
	return !slices.Contains([]string{"who", "which", "that", "whose", "it", "he", "she", "they"}, first)
}

// sentenceQuoted is the whole sentence of an item, verbatim, and its holder where the
// sentence does not name it.
func (it *item) sentenceQuoted(name string) string {
	sentence := it.Quote.Exact
	if it.doc != nil && it.doc.text(it.Quote.S) != "" {
		sentence = it.doc.text(it.Quote.S)
	}
	if name == "" || it.Source.Kind == facts.KindReport || !namesHolder(it.Source) || mentions(sentence, it.Source) {
		return quoted(sentence)
	}
	return name + ": " + quoted(sentence)
}

// prettyClaim is the claim with printers' quotation marks; a stop stands inside one
// only where the report has it there.
func (it *item) prettyClaim() string {
	claim := pretty(it.claim())
	if exact := straight(it.Quote.Exact); strings.HasSuffix(exact, ",\"") {
		claim = strings.TrimRight(strings.TrimSuffix(claim, "”"), ".,") + "”"
	}
	return claim
}

// pretty gives a text printers' quotation marks.
func pretty(claim string) string {
	if strings.Count(claim, "\"")%2 == 0 {
		var b strings.Builder
		open := true
		for _, r := range claim {
			switch {
			case r == '"' && open:
				r, open = '“', false
			case r == '"':
				r, open = '”', true
			}
			b.WriteRune(r)
		}
		claim = b.String()
	}
	return claim
}

// stated is an item as one clause, its holder named in full the first time; its whole
// sentence verbatim where the gate would stop our words, as it does where a statement
// holds numbers that are no value of its own.
func (r *reply) stated(it *item) string {
	name := r.nameOf(it.Source)
	if r.named[person(it.Source.Name)] {
		name = short(it.Source)
	}
	r.introduce(it.Source)
	text := it.stating(name)
	trial := &reply{c: r.c, q: r.q}
	if mark := trial.cite(it); len(Check(text+" "+mark+".", trial.seen())) > 0 {
		return it.sentenceQuoted(name)
	}
	return text
}

// statement is an item as one clause; of several reports with the day.
func (r *reply) statement(it *item) string {
	if day := r.day(it); day != "" {
		return withDay(r.stated(it), day)
	}
	return r.stated(it)
}

// withDay adds the day to a statement, behind it or to the report whose voice it is.
func withDay(text, day string) string {
	if own, ok := strings.CutSuffix(text, " (the report itself)"); ok {
		if strings.HasSuffix(day, " report") {
			return own + " (the " + day + " itself)"
		}
		return own + " (the report itself, " + day + ")"
	}
	return text + " (" + day + ")"
}
