package answer

import (
	"regexp"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// A query is a question understood: what is asked, of what, where, by whom.
type query struct {
	raw        string // as typed, cleaned
	asOf       string // day that it is asked as of; empty: not said
	text       string // normal form: lower case, spelling mended, short forms opened
	kind       kind
	want       want     // what kind of quantity is asked for
	head       string   // field of what is asked for: "troops"; empty: not said
	headTyped  string   // the asker's word for it
	acts       []string // fields of what is asked about it: "sent"
	numbers    []facts.Numeral
	nations    []string // countries whose people or things are meant
	nationWord string   // the adjective for the first of them
	places     []string // countries asked about
	towns      []string // towns and regions asked about, lower case as typed
	presence   bool     // asks who is there, with no predicate of its own
	elsewhere  []string // places that no candidate report mentions, as typed
	speaker    *speaker // whose words are asked for; nil: nobody named
	pronoun    bool     // the speaker is "he", "she" or "they"
	negative   bool     // asks how many did not
	claims     bool     // states a number and asks to have it confirmed
	unmatched  []string // content words that no candidate report holds
	content    []string // stems of all content words
	fields     []string // their fields, in the same order
	loose      []string // content words that say neither what is counted nor what is told of it
	pieces     []piece  // the asker's words for whose, what and what is told of it
	sides      int      // how many countries it names
	several    bool     // it is asked over more than one report
	window     window   // the time that it is about
	named      []string // words that the reports write as names; nil: not looked up
	earlier    *query   // the question before this one in the conversation
	inherited  bool     // head or kind came from the conversation
}

// actFields are the fields that are a predicate of what is counted.
var actFields = wordSet("sent training present more killed wounded missing captured fight expect")

// headFields are the fields that can be counted.
var headFields = wordSet("troops people civilians vessel aircraft vehicle weapon formation officer casualty")

// parser turns questions into queries. It knows the words of the candidates.
type parser struct {
	lex    *lexicon
	places *facts.Gazetteer
	corpus *corpus
	asking string // the day from which days without a year are counted
}

func (p *parser) parse(raw string, earlier *query) *query {
	q := &query{raw: raw, earlier: earlier}
	q.window, q.text = dateWindow(p.mend(p.peoples(normal(raw))), p.asking)
	q.numbers = askedNumbers(q.text)
	q.want = wanted(q.text)
	mentions := p.mentions(q)
	q.several = len(p.corpus.docs) > 1
	q.sides = countries(mentions)
	p.findSpeaker(q, mentions)
	p.findPlaces(q, mentions)
	p.findWords(q, mentions)
	q.claims = len(q.numbers) == 1 && len(q.acts) > 0 && !boundAsked.MatchString(q.text)
	q.negative = notDone.MatchString(q.text)
	q.kind = kindOf(q)
	if q.kind == kindTopic && len(q.numbers) > 0 {
		q.kind = kindClaim
	}
	if q.kind == kindTopic && q.head != "" && len(q.unmatched) == 0 {
		q.kind = kindCount
	}
	if q.kind == kindCompare { // the countries are those of the holders
		q.nations, q.places = nil, nil
	}
	p.followSide(q, mentions)
	p.settle(q)
	return q
}

// mentions finds the countries that a question names. Names that are also words
// ("Turkey") count where the asker wrote them with a capital.
func (p *parser) mentions(q *query) []facts.Mention {
	found := p.places.FindFold(q.text)
	for _, m := range p.places.Find(straight(q.raw)) {
		name := strings.ToLower(straight(q.raw)[m.Start:m.End])
		at := strings.Index(q.text, name)
		if at >= 0 && !inside([]int{at, at + len(name)}, found) && !slices.ContainsFunc(found, func(f facts.Mention) bool { return f.Start < at+len(name) && at < f.End }) {
			m.Start, m.End = at, at+len(name)
			found = append(found, m)
		}
	}
	slices.SortFunc(found, func(a, b facts.Mention) int { return a.Start - b.Start })
	return found
}

// countries counts the different countries of mentions.
func countries(mentions []facts.Mention) int {
	seen := map[string]bool{}
	for _, m := range mentions {
		seen[m.Country] = true
	}
	return len(seen)
}

// hedgeQuoted says whether the asker put a hedge between quotation marks: "at least".
func (q *query) hedgeQuoted() bool {
	return hedgeMarked.MatchString(strings.ToLower(straight(q.raw)))
}

var hedgeMarked = re(`["'](at least|about|around|approximately|upwards of|more than|over|nearly|almost|up to|some|roughly|as many as|fewer than|less than|at most|an estimated)["']`)

var notDone = re(`how many.*\b(not|never)\b|left to be|remain(ing)? to be|\bstill to\b|yet to`)

var boundAsked = re(`(more|fewer|less|greater|larger|higher|lower) than |\b(over|above|under|below|at least|at most)\b|\+`)

// auxFirst matches a question for yes or no.
var auxFirst = re(`^(so |and )?(is|are|was|were|has|have|had|did|do|does|will|would|can|could) `)

// settle fills what a short follow-up leaves out from the question before it.
func (p *parser) settle(q *query) {
	fragment := q.kind == kindTopic && (inPlace(q) || len(q.nations) > 0) && len(q.unmatched) == 0 && !(q.several && len(q.loose) > 0 && auxFirst.MatchString(q.text))
	if q.earlier == nil {
		if fragment && q.head == "" {
			q.kind = kindCount
		}
		return
	}
	if fragment {
		q.kind, q.inherited = kindCount, true
	}
	if q.kind == kindCount && q.head == "" {
		q.head, q.inherited = q.earlier.head, true
	}
	if len(q.nations) == 0 && q.kind == kindCount {
		q.nations = q.earlier.nations
	}
	if q.speaker == nil && q.pronoun {
		q.speaker = q.earlier.speaker
	}
}

var shortForms = []struct {
	from *regexp.Regexp
	to   string
}{
	{re(`\bcan't\b|\bcannot\b`), "can not"}, {re(`\bwon't\b`), "will not"}, {re(`n't\b`), " not"},
	{re(`\b(what|who|where|when|how|that|it|there)'s\b`), "$1 is"}, {re(`\b(what|who)'re\b`), "$1 are"},
	{re(`\bwhos\b`), "who is"}, {re(`\bwhats\b`), "what is"}, {re(`\bhows\b`), "how is"},
	{re(`\b(pls|plz|please|thanks|thx)\b`), " "}, {re(`\bu\b`), "you"}, {re(`\bhw\b`), "how"},
	{re(`\b(sent|sending|gone|went|going|go|goes|moved|moving|shipped|deployed|dispatched|transferred|come|coming|came|sailed|flown|due|back|closer|next) 2 ([a-z]*[a-rt-z])\b`), "$1 to $2"}, {re(`\by/n\b`), "right"}, {re(`\bw/`), "with "},
	{re(`\bn\. ?([a-z]{4})`), "north $1"}, {re(`\bs\. ?([a-z]{4})`), "south $1"},
	{re(`\bintel\b`), "intelligence"}, {re(`\bgovt\b`), "government"}, {re(`\bpics?\b`), "picture"},
	{re(`[?!;:"()]+`), " "}, {re(`,(\D|$)`), " $1"}, {re(`\.(\s|$)`), " $1"}, {re(`\s+`), " "},
}

// normal lower-cases a question, opens short forms and drops punctuation.
func normal(raw string) string {
	text := strings.ToLower(straight(raw))
	for _, s := range shortForms {
		text = s.from.ReplaceAllString(text, s.to)
	}
	return strings.TrimSpace(text)
}

// peoples opens plurals of a country's short name ("NKs") to its people.
func (p *parser) peoples(text string) string {
	return shortPlural.ReplaceAllStringFunc(text, func(w string) string {
		country, ok := p.places.Country(strings.TrimSuffix(w, "s"))
		if _, itself := p.places.Country(w); !ok || itself || functionWords[w] || p.places.Adjective(country) == "" {
			return w
		}
		people := strings.ToLower(p.places.Adjective(country))
		if strings.HasSuffix(people, "an") || strings.HasSuffix(people, "i") {
			return people + "s"
		}
		return people + " people"
	})
}

var shortPlural = re(`\b[a-z]{2,4}s\b`)

var letters = re(`[a-z]{4,}`)

// mend corrects typing errors: a word that neither the lexicon nor the
// candidates nor the gazetteer know becomes the nearest word that is known, one
// edit away, or two for long words. Names that look like nothing known stay.
func (p *parser) mend(text string) string {
	return letters.ReplaceAllStringFunc(text, func(w string) string {
		if p.lex.known[w] || p.lex.known[stem(w)] || p.lex.field[stem(w)] != "" || p.corpus.vocab[w] || p.corpus.stems[stem(w)] || commonEnglish[w] {
			return w
		}
		if _, ok := p.places.Country(w); ok {
			return w
		}
		return p.nearest(w)
	})
}

// sameLetters says whether two words have the same letters in whatever order.
func sameLetters(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return string(x) == string(y)
}

func (p *parser) nearest(w string) string {
	limit := 1
	if len(w) >= 9 {
		limit = 2
	}
	best, word := limit+1, w
	try := func(known string, limit int) {
		if len(known) < 4 || len(w) > 4 && known[0] != w[0] {
			return
		}
		if len(w) == 4 && !sameLetters(w, known) { // too short to tell a slip from another word
			return
		}
		if d := distance([]rune(w), []rune(known), limit); d <= limit && (d < best || d == best && known < word) {
			best, word = d, known
		}
	}
	for known := range p.lex.known {
		try(known, limit)
	}
	if best > limit && len(w) >= 5 { // a name of the reports, mistyped
		for known := range p.corpus.vocab {
			try(known, 1)
		}
	}
	if best > limit {
		return w
	}
	return word
}

// askedNumbers are the numbers that the asker typed. "One number" asks for a
// number and states none.
func askedNumbers(text string) []facts.Numeral {
	var out []facts.Numeral
	for _, n := range facts.Numerals(text) {
		if yearLead.MatchString(text[:n.Start]) && yearForm.MatchString(n.Text) || n.Ordinal || n.Glued || nameLead.MatchString(text[:n.Start]) {
			continue
		}
		if n.Value != 1 && n.Value != 0 && !ordinary[strings.ToLower(n.Text)] {
			out = append(out, n)
		}
	}
	return out
}

// nameLead matches what makes a number part of a name: "covid-19".
var nameLead = re(`[a-z]-$`)

// yearLead and yearForm tell a year from a number of things.
var (
	yearLead = re(`\b(in|since|by|during|before|after|until|from|year)( the year)? $`)
	yearForm = re(`^(19|20)\d\d$`)
	years    = re(`\b(?:in|since|during|before|after|until) ((?:19|20)\d\d)\b`)
)

var ordinary = wordSet("two both half dozens hundreds thousands millions")

// fromBefore leads to an origin, which says whose things are meant.
var fromBefore = re(`\bfrom (the )?$`)

var placeBefore = re(`\b(in|at|on|inside|near|into|to|from|across|around)( the| a)?( [a-z]+(ern)?)? ?$`)

// findPlaces sorts what the gazetteer found, and names it does not know, into
// places and nations.
func (p *parser) findPlaces(q *query, mentions []facts.Mention) {
	for _, m := range mentions {
		if q.speaker != nil && m.Start >= q.speaker.start && m.End <= q.speaker.end {
			continue
		}
		typed := q.text[m.Start:m.End]
		located := !(q.several && fromBefore.MatchString(q.text[:m.Start])) && placeBefore.MatchString(q.text[:m.Start]) || soil.MatchString(q.text[m.End:])
		switch {
		case m.Kind == facts.MentionPlace:
			if p.corpus.has(typed) {
				q.places, q.towns = append(q.places, m.Country), append(q.towns, typed)
			} else {
				q.elsewhere = append(q.elsewhere, asTyped(q.raw, typed))
			}
		case m.Kind == facts.MentionDemonym && !soil.MatchString(q.text[m.End:]):
			q.pieces = append(q.pieces, piece{m.Start, capital(asTyped(q.raw, typed)), ""})
			q.nations, q.nationWord = append(q.nations, m.Country), capital(asTyped(q.raw, typed))
		case located || strings.TrimSpace(q.text[:m.Start]+q.text[m.End:]) == "" || aboutOnly.MatchString(q.text[:m.Start]):
			q.places = append(q.places, m.Country)
		default:
			q.pieces = append(q.pieces, piece{m.Start, asTyped(q.raw, typed), ""})
			q.nations, q.nationWord = append(q.nations, m.Country), m.Country
		}
	}
	if len(mentions) == 0 {
		p.unknownPlace(q)
	}
	if y := years.FindStringSubmatch(q.text); y != nil && !p.corpus.knows(y[1]) {
		q.elsewhere = append(q.elsewhere, y[1])
	}
}

// knows says whether a report came out in a year or names it.
func (c *corpus) knows(year string) bool {
	return c.vocab[year] || slices.ContainsFunc(c.docs, func(d *source) bool { return strings.HasPrefix(d.Published, year) })
}

var (
	soil      = re(`^ (soil|territory|side|territories|border|land)\b`)
	aboutOnly = re(`^(and )?(what|how) about $|^and $`)
	afterIn   = re(`\b(?:in|at|inside|near|on)(?: the)? ((?:[a-z][a-z-]+ ?)+)$`)
)

// unknownPlace takes a name after a preposition of place that no candidate
// report holds ("at the front line").
func (p *parser) unknownPlace(q *query) {
	m := afterIn.FindStringSubmatch(q.text)
	if m == nil {
		return
	}
	words := strings.Fields(m[1])
	if q.several && len(words) <= 3 && p.corpus.isName(words) {
		q.towns = append(q.towns, strings.TrimSpace(m[1]))
		return
	}
	if len(words) > 3 || slices.ContainsFunc(words, func(w string) bool {
		return functionWords[w] || measureNouns[w] || notPlaces[w] || actFields[p.lex.fieldOf(w)] || len(words) == 1 && commonEnglish[w]
	}) || p.corpus.has(m[1]) {
		return
	}
	q.elsewhere = append(q.elsewhere, asTyped(q.raw, strings.TrimSpace(m[1])))
}

var notPlaces = wordSet(`total terms fact detail details general particular words sum average mean short brief moment minute time
 response question way view order addition charge case number week month year today yesterday tomorrow december january
 february march april june july august september october november monday tuesday wednesday thursday friday saturday sunday`)

// asTyped finds the asker's own spelling of a lower-case word.
func asTyped(raw, lower string) string {
	if i := strings.Index(strings.ToLower(raw), lower); i >= 0 {
		return raw[i : i+len(lower)]
	}
	return lower
}

// has says whether the candidates hold all words of a phrase.
func (c *corpus) has(phrase string) bool {
	for _, w := range split(phrase) {
		if !functionWords[w] && !c.vocab[w] && !c.stems[stem(w)] {
			return false
		}
	}
	return true
}

var sizeAsked = re(`how (big|large|strong|much)|\bsize of\b`)

// findWords sorts the content words into what is counted, what is asked about
// it, and words that the candidates do not hold.
func (p *parser) findWords(q *query, mentions []facts.Mention) {
	for _, span := range wordSpans.FindAllStringIndex(q.text, -1) {
		w := strings.TrimSuffix(q.text[span[0]:span[1]], "'s")
		span[1] = span[0] + len(w)
		if inside(span, mentions) || functionWords[w] && w != "more" || measureNouns[w] || q.speaker != nil && span[0] >= q.speaker.start && span[1] <= q.speaker.end {
			if w == "more" {
				q.acts = append(q.acts, "more")
			}
			continue
		}
		if notPlaces[w] || fillers[w] || slices.ContainsFunc(q.towns, func(t string) bool { return slices.Contains(strings.Fields(t), w) }) {
			continue
		}
		q.content, q.fields = append(q.content, stem(w)), append(q.fields, p.lex.fieldOf(w))
		field := p.lex.fieldOf(w)
		switch {
		case w == "ship" || w == "ships":
			q.head, q.headTyped = "vessel", w
		case headFields[field]:
			q.pieces = append(q.pieces, piece{span[0], w, ""})
			if q.head == "" || q.head == "people" {
				q.head, q.headTyped = field, w
			}
		case actFields[field]:
			q.pieces = append(q.pieces, piece{span[0], w, field})
			q.acts = append(q.acts, field)
		case p.lex.field[stem(w)] == "" && !p.corpus.stems[stem(w)]:
			q.unmatched = append(q.unmatched, w)
		default:
			q.loose = append(q.loose, w)
		}
	}
	if q.head == "" {
		p.plainHead(q, mentions)
	}
	if sizeAsked.MatchString(q.text) {
		q.acts = nil
	}
	if len(q.acts) == 0 && inPlace(q) {
		q.acts, q.presence = []string{"present"}, true
	}
}

// fillers are words of askers that say nothing of what is asked.
var fillers = wordSet(`inside outside overall altogether roughly approximately approx latest newest highest lowest biggest smallest
 largest left named mentioned place places location locations area areas site sites max maximum min minimum recent exact precise official officially known state play figure date single`)

var (
	wordSpans = re(`[a-z][a-z'-]*[a-z]|[a-z]`)
	howMany   = re(`(?:how many|number of|count of)(?: [a-z]+(?:ern|ean|ian|ish)?)?? ([a-z-]+)`)
)

// plainHead takes the noun after "how many" when it is in no field.
func (p *parser) plainHead(q *query, mentions []facts.Mention) {
	at := howMany.FindStringSubmatchIndex(q.text)
	if at == nil || inside(at[2:4], mentions) {
		return
	}
	m := []string{"", q.text[at[2]:at[3]]}
	if q.several {
		m[1] = p.lastNoun(q.text[at[2]:], m[1])
	}
	if functionWords[m[1]] || measureNouns[m[1]] || fillers[m[1]] {
		return
	}
	if f := p.lex.fieldOf(m[1]); q.several && p.corpus.onlyTold(f) {
		q.acts, q.pieces = append(q.acts, f), append(q.pieces, piece{at[2], m[1], f})
		return
	}
	if f := p.lex.fieldOf(m[1]); !actFields[f] && p.lex.field[stem(m[1])] == "" {
		if _, place := p.places.Country(m[1]); !place {
			q.head, q.headTyped = f, m[1]
			q.pieces = append(q.pieces, piece{at[2], m[1], ""})
		}
	}
}

// onlyTold says whether a field is told of counted things and is none of them itself:
// "survived".
func (c *corpus) onlyTold(field string) bool {
	return !c.counts(field) && slices.ContainsFunc(c.items, func(it *item) bool {
		return it.Value != nil && it.Value.Doing != "" && fieldsOf(it.Value.Doing)[field]
	})
}

// lastNoun is the word of the noun phrase that begins a text which some figure counts,
// the last of them; else the first word: "crane drivers", "passengers evacuated".
func (p *parser) lastNoun(text, first string) string {
	best := first
	for _, w := range strings.Fields(text)[:min(len(strings.Fields(text)), maxAsked)] {
		if functionWords[w] || actFields[p.lex.fieldOf(w)] {
			break
		}
		if p.corpus.counts(p.lex.fieldOf(w)) {
			best = w
		}
	}
	return best
}

func inside(span []int, mentions []facts.Mention) bool {
	return slices.ContainsFunc(mentions, func(m facts.Mention) bool { return span[0] >= m.Start && span[1] <= m.End })
}
