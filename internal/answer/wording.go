package answer

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// A wording is one way to say a figure, without its holder: the value word for word
// and what it counts.
type wording struct {
	text   string
	of     string // what it counts, predicate included
	quoted bool   // it ends with a quotation
}

// wordings are the ways to say a figure, the best first: with its predicate, as a part
// of a whole, with its clause verbatim. whole is the figure of the same sentence and
// holder that it is a part of; nil without.
func (it *item) wordings(whole *item) []wording {
	var out []wording
	promise := it.promise()
	add := func(of string) {
		if promise != "" {
			out = append(out, wording{text: strings.TrimSpace(it.Value.Text + it.joint() + of + promise), of: of + promise})
		}
		out = append(out, wording{text: strings.TrimSpace(it.Value.Text + it.joint() + of), of: of})
	}
	if it.Value.Doing != "" && it.ofHappening() {
		return []wording{it.verbatim()} // what happened to them must be told too
	} else if it.Value.Doing != "" {
		if whole := it.withParts(); whole != "" {
			add(whole)
		}
		add(it.subject())
	} else if said := it.predicate(); said != "" {
		add(said)
	} else if whole != nil && whole.Source.Name == it.Source.Name && it.subject() != "" && (whole.Value.Doing != "" || whole.predicate() != "") {
		add(it.subject() + ", included in " + whole.Value.Text + whole.joint() + whole.subject())
	}
	return append(out, it.verbatim())
}

// verbatim is the wording that quotes the clause of the figure.
func (it *item) verbatim() wording {
	noun, clause := it.thingCounted(), it.clause()
	text := it.Value.Text
	if noun != "" {
		text += it.joint() + noun
	}
	switch {
	case clause == "":
		return wording{text: text, of: noun}
	case strings.HasPrefix(clause, text):
		return wording{text: "“" + clause + "”", of: clause, quoted: true}
	}
	return wording{text: text + ": “" + clause + "”", of: clause, quoted: true}
}

// promised matches what the sentence goes on to tell of a figure: until when it is to be
// had.
var promised = re(`^(, which (?:it|they|he|she)(?: has| have| had)? (?:promised|pledged|vowed|agreed|plans?|planned|intends?|intended|expects?|expected|aims?|must|is due|are due)(?: to)? [^,;:()"“”]+)[,.;]`)

// promise is what the sentence goes on to tell behind the quote, comma included; empty
// without.
func (it *item) promise() string {
	if it.doc == nil {
		return ""
	}
	_, behind, found := strings.Cut(it.doc.text(it.Quote.S), it.Quote.Exact)
	if !found || it.Value.Doing == "" && !strings.HasSuffix(it.Quote.Exact, it.predicateEnd()) {
		return ""
	}
	if m := promised.FindStringSubmatch(behind); m != nil {
		return m[1]
	}
	return ""
}

// predicateEnd is what the clause of the figure ends with.
func (it *item) predicateEnd() string {
	rd, _ := it.read()
	return strings.TrimSpace(rd.after)
}

// ofHappening says whether the figure hangs on a noun for something done, "the death of
// two people who".
func (it *item) ofHappening() bool {
	rd, _ := it.read()
	n := len(rd.before)
	if n < 2 || rd.before[n-1] != "of" {
		return false
	}
	noun := strings.ToLower(rd.before[n-2])
	return happenings[noun] != "" || comings[noun] != ""
}

// maxParts is how many words may be put in between a noun and its predicate to tell
// its parts.
const maxParts = 12

var partsBegin = re(`^, (including|among them|of whom|of which)\b`)

// withParts is what a figure counts with the parts that its sentence puts in between
// noun and predicate: "300 men, including two officers, already sent". Empty without.
func (it *item) withParts() string {
	_, behind, _ := strings.Cut(it.Quote.Exact, it.Value.Text)
	_, of, rest := apart(behind, it.Value.Of)
	parts, _, found := strings.Cut(rest, it.Value.Doing)
	parts = strings.TrimRight(parts, " ")
	if !found || of == "" || !partsBegin.MatchString(parts) || !strings.HasSuffix(parts, ",") || len(strings.Fields(parts)) > maxParts {
		return ""
	}
	return of + parts + " " + trimAux(it.Value.Doing)
}

// wording is how a line says the figure: the first way that passes the gate.
func (r *reply) wording(it *item) (line string, of string) {
	if it.Value.Bound == facts.BoundNone {
		return it.none(), it.subject()
	}
	if it.ordinal { // its words only, since the number is not said
		return quoted(cmp.Or(it.clause(), it.Quote.Exact)) + ", the report itself", it.Value.UnitText
	}
	holder, marks := r.byWhom(it), r.cite(it.claims()...)
	ways := it.wordings(it.whole(r.c))
	for i, w := range ways {
		line = w.text + ": " + holder
		if w.quoted {
			line = w.text + ", " + holder
		}
		if i == len(ways)-1 || len(Check(capital(line)+" "+marks, r.seen())) == 0 {
			return line, w.of
		}
	}
	return line, of
}

// maxClause is the longest clause, in code points, that a line quotes; of a longer one
// it quotes some words on either side of the figure.
const (
	maxClause   = 180
	wordsBefore = 10
	wordsAfter  = 14
)

// clause is the part of the sentence around a figure, verbatim, where no rule says
// what is told of it: of its quote, or of the whole sentence where the quote has no
// more than the figure itself.
func (it *item) clause() string {
	clause := clauseIn(it.Quote.Exact, it.Value.Text)
	if it.doc != nil && len(strings.Fields(clause)) < len(strings.Fields(it.Value.Text))+2 {
		clause = clauseIn(it.doc.text(it.Quote.S), it.Value.Text)
	}
	if utf8.RuneCountInString(clause) > maxClause || !quotesClosed(clause) {
		clause = nextTo(clause, it.Value.Text)
	}
	if utf8.RuneCountInString(clause) > maxClause || !quotesClosed(clause) {
		return ""
	}
	return clause
}

func quotesClosed(text string) bool {
	return strings.Count(text, "“") == strings.Count(text, "”") && strings.Count(text, "\"")%2 == 0
}

// nextTo is the words of a long clause next to its figure.
func nextTo(clause, value string) string {
	at := wordIndex(clause, value)
	if at < 0 {
		return ""
	}
	start, end := at, at+len(value)
	for n := 0; n < wordsBefore && start > 0; n++ {
		start = strings.LastIndexByte(strings.TrimRight(clause[:start], " "), ' ') + 1
	}
	for n := 0; n < wordsAfter && end < len(clause); n++ {
		next := strings.IndexByte(clause[end+1:], ' ')
		if next < 0 {
			end = len(clause)
			break
		}
		end += 1 + next
	}
	return strings.TrimRight(clause[start:end], " .,")
}

// shortQuote is the longest quote, in code points, that is shown whole.
const shortQuote = 130

func clauseIn(text, value string) string {
	at := wordIndex(text, value)
	if at < 0 {
		return ""
	}
	if utf8.RuneCountInString(text) <= shortQuote {
		return strings.TrimRight(strings.TrimSpace(text), ".,")
	}
	start, end := clauseAround(text, at, at+len(value))
	return strings.TrimRight(strings.TrimSpace(text[start:end]), ".,")
}
