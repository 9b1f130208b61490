package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// A speaker is the person, office or country whose words a question asks for.
type speaker struct {
	typed   string       // as the asker wrote it
	source  facts.Source // the holder in the reports; without a name: not a holder there
	country string       // that it speaks for; empty: not known
	exactly bool         // only this name will do: a person or an agency, not a country
	seat    bool         // a seat of government: nobody but the government speaks for it
	speaks  bool         // stands where a speaker does; an agency may be named for other reasons
	start   int          // where it stands in query.text, bytes
	end     int
}

// is says whether the item's holder is the speaker.
func (s *speaker) is(it *item) bool {
	if s.source.Name != "" {
		return sameHolder(it.Source, s.source) || speaksFor(it, s.source) || officeOf(it, s.source)
	}
	if s.exactly {
		return false
	}
	if s.seat {
		return it.holders[s.country] && it.Source.Kind == facts.KindGovernment || strings.Contains(strings.ToLower(it.Source.Name), strings.ToLower(s.typed))
	}
	return s.country != "" && it.holders[s.country] && it.Source.Kind != facts.KindReports
}

// near says whether the item comes from the speaker's country by any road.
func (s *speaker) near(it *item) bool { return s.country != "" && it.holders[s.country] }

var pronouns = re(`\b(he|she|his|her|him|they|their)\b`)

// findSpeaker looks for a holder of the candidates first, then for a country,
// capital, seat of government, agency or leader in the place of a speaker.
func (p *parser) findSpeaker(q *query, mentions []facts.Mention) {
	q.pronoun = pronouns.MatchString(q.text)
	if q.speaker = p.knownHolder(q.text); q.speaker != nil {
		return
	}
	for _, m := range mentions {
		if s := p.outside(q, m); s != nil {
			q.speaker = s
			return
		}
	}
}

// speakerAsked says that a question is about a holder: then an office or a telling
// word may name one; a surname does so anywhere.
var speakerAsked = re(`\b(` + strings.Trim(speech, "()") + `|according|quotes?|quoted|words|remarks|statements?|verif\w*|estimates?|figures?|numbers?|responses?|who (is|are|was|were)|whose|names?|which|source)\b`)

// genericHolder are words of holders that do not tell one from another.
var genericHolder = wordSet(`official officials government governments report reports source sources information from by the and of
 mr mrs ms iii ii jr sr itself data authorities minister ministry president secretary general statement`)

// knownHolder finds the holder of the candidates that the question names by
// surname, by office or by a telling word.
func (p *parser) knownHolder(text string) *speaker {
	words, inCountry := split(text), p.countryWords(text)
	asked, bare := speakerAsked.MatchString(text), len(p.corpus.docs) > 1 && bareHolder.MatchString(text)
	seen := map[string]bool{}
	var best *speaker
	most := 0
	for _, it := range p.corpus.items {
		name := it.Source.Name
		if it.Source.Kind == facts.KindReport || it.Source.Kind == facts.KindReports || name == "" || seen[name] {
			continue
		}
		seen[name] = true
		hits, telling := p.overlap(words, inCountry, name)
		if !asked && !(bare && telling) {
			hits, telling = 0, false
		}
		if s := surname(it.Source); s != "" && slices.Contains(words, strings.ToLower(s)) && !onlyNamed(text, strings.ToLower(s)) {
			hits, telling = hits+3, true
		}
		if score := 20*hits - 2*len(split(name)) + min(p.corpus.givenBy(it.Source), 9); !telling && hits < 2 || score <= most {
			continue
		} else {
			most = score
		}
		at, end := p.span(text, name)
		best = &speaker{typed: name, source: it.Source, start: at, end: end, exactly: true, speaks: true}
	}
	if best == nil && asked {
		return p.commonHolder(text, words)
	}
	return best
}

// commonHolder finds the body that a question names by a common noun only: of those of
// that sort the one that gives most figures.
func (p *parser) commonHolder(text string, words []string) *speaker {
	if len(p.corpus.docs) == 1 {
		return nil
	}
	var best *speaker
	most := -1
	for _, it := range p.corpus.items {
		if it.Source.Kind == facts.KindNamed || it.Source.Kind == facts.KindReport || it.Source.Kind == facts.KindReports {
			continue
		}
		named := slices.ContainsFunc(words, func(w string) bool {
			return commonBodies[w] && slices.ContainsFunc(split(it.Source.Name), func(part string) bool { return sameWord(w, part) })
		})
		if n := p.corpus.givenBy(it.Source); named && n > most {
			at, end := p.span(text, it.Source.Name)
			most, best = n, &speaker{typed: it.Source.Name, source: it.Source, start: at, end: end, exactly: true, speaks: true}
		}
	}
	return best
}

// commonBodies are nouns by which a body is asked for.
var commonBodies = wordSet("ministry government police army authorities military parliament court agency council")

// bareHolder matches a question of hardly more than a holder's name: "and the union?".
var bareHolder = re(`^(and|what about|how about|or)( [a-z0-9'-]+){1,4}$`)

// givenBy counts the figures of a holder: of two that fit a name, the one with more is
// meant.
func (c *corpus) givenBy(src facts.Source) int {
	if len(c.docs) == 1 {
		return 0
	}
	n := 0
	for _, it := range c.items {
		if it.Source.Name == src.Name && it.Value != nil && it.Firm {
			n++
		}
	}
	return n
}

// onlyNamed says whether a person is named for something else than their words: "before
// Moser", "against Moser".
func onlyNamed(text, surname string) bool {
	i := strings.Index(text, surname)
	return i > 0 && namedFor.MatchString(text[:i])
}

var namedFor = re(`\b(before|after|against|with|about|under|since|until) (the )?([a-z]+ )?$`)

// overlap counts the words that a question shares with a holder's name, and says
// whether one of them tells it from others. A country alone does not.
func (p *parser) overlap(words []string, inCountry map[string]bool, name string) (hits int, telling bool) {
	parts, ofCountry := split(name), p.countryWords(name)
	for _, w := range words {
		if functionWords[w] {
			continue
		}
		for _, part := range parts {
			if !sameWord(w, part) || inCountry[w] && !ofCountry[part] {
				continue
			}
			hits++
			if !ofCountry[part] && !genericHolder[part] {
				telling = true
			}
			break
		}
	}
	return hits, telling
}

// countryWords are the words of a text that name countries.
func (p *parser) countryWords(text string) map[string]bool {
	out := map[string]bool{}
	for _, m := range p.places.FindFold(text) {
		if m.Kind == facts.MentionAgency || m.Kind == facts.MentionSeat || m.Kind == facts.MentionLeader || m.Kind == facts.MentionBloc {
			continue
		}
		for _, w := range split(text[m.Start:m.End]) {
			out[w] = true
		}
	}
	return out
}

// sameWord says whether two words are one but for number and possession: "officer" is
// not "office".
func sameWord(a, b string) bool {
	a, b = strings.TrimSuffix(a, "'s"), strings.TrimSuffix(b, "'s")
	return a == b || a+"s" == b || b+"s" == a || strings.TrimSuffix(a, "y")+"ies" == b || strings.TrimSuffix(b, "y")+"ies" == a
}

// span returns where the words of a holder's name stand in the question.
func (p *parser) span(text, name string) (start, end int) {
	start = -1
	parts := split(name)
	for _, at := range wordSpans.FindAllStringIndex(text, -1) {
		w := strings.TrimSuffix(text[at[0]:at[1]], "'s")
		if slices.ContainsFunc(parts, func(part string) bool { return sameWord(part, w) }) && !functionWords[w] {
			if start < 0 {
				start = at[0]
			}
			end = at[1]
		} else if start >= 0 && !functionWords[w] && len(p.corpus.docs) > 1 {
			break // what follows is not the name
		}
	}
	return max(start, 0), end
}

// surname is the family name of a person's full name, without the office after
// the comma and without a suffix; empty for anything but a person.
func surname(src facts.Source) string {
	if src.Kind != facts.KindNamed || strings.Contains(src.Name, " and ") {
		return ""
	}
	parts := strings.Fields(person(src.Name))
	for len(parts) > 1 && genericHolder[strings.ToLower(strings.Trim(parts[len(parts)-1], "."))] {
		parts = parts[:len(parts)-1]
	}
	if len(parts) < 2 {
		return ""
	}
	last := parts[len(parts)-1]
	if last[0] < 'A' || last[0] > 'Z' {
		return ""
	}
	return last
}

const speech = `(say|says|said|saying|telling|tell|told|claim|claims|claimed|comment|commented|respond|responded|react|reacted|confirm|confirms|confirmed|admit|admits|admitted|acknowledge|acknowledged|deny|denied|denies|announce|announced|estimate|estimates|estimated|think|thinks|give|gives|gave)`

var (
	spokenAfter = re(`^('s)?( [a-z]+){0,2} ` + speech + `\b`)
	nounAfter   = re(`^('s)? (response|number|numbers|figure|figures|statement|view|position|comment|reaction|claim|estimate|reply|remarks|words|confirmation|stance|side)\b`)
	spokenOf    = re(`(by|according to|quote|from|does|did|has|have)( the)? $`)
	agencyAfter = re(`^'?s? ?((spy|intelligence|defen[cs]e|foreign|military|security|state|news|space|health|police|army|navy|interior) ?(agency|service|ministry|minister|department|chief|officials?|command|media|staff|army)?|government|officials?|ministry|president|leader|minister)\b`)
)

// outside takes a gazetteer mention as a speaker when it stands where one does.
func (p *parser) outside(q *query, m facts.Mention) *speaker {
	before, after := q.text[:m.Start], q.text[m.End:]
	s := &speaker{country: m.Country, start: m.Start, end: m.End}
	if a := agencyAfter.FindString(after); a != "" && m.Kind != facts.MentionAgency {
		s.end += len(a)
		after = q.text[s.end:]
		s.exactly = !strings.Contains(a, "government") && !strings.Contains(a, "official")
	}
	speaks := spokenAfter.MatchString(after) || nounAfter.MatchString(after) || spokenOf.MatchString(before) && (speechWord.MatchString(q.text) || strings.HasSuffix(strings.TrimSuffix(before, "the "), "according to "))
	s.seat, s.speaks = m.Kind == facts.MentionSeat, speaks
	if !speaks && namedFor.MatchString(before) {
		return nil
	}
	switch m.Kind {
	case facts.MentionLeader, facts.MentionAgency:
		s.exactly, speaks = true, true
	case facts.MentionPlace:
		return nil
	}
	if !speaks || placeBefore.MatchString(before) && !spokenAfter.MatchString(after) && !nounAfter.MatchString(after) && !spokenOf.MatchString(before) {
		return nil
	}
	s.typed = named(asTyped(q.raw, q.text[s.start:s.end]), m, s.end == m.End)
	return s
}

// named writes a typed name as a name: a country by its own, what the asker wrote
// in small letters with capitals.
func named(typed string, m facts.Mention, alone bool) string {
	if m.Kind == facts.MentionCountry && alone {
		return m.Country
	}
	if typed != strings.ToLower(typed) {
		return typed
	}
	words := strings.Fields(typed)
	for i, w := range words {
		if !functionWords[w] {
			words[i] = capital(w)
		}
	}
	return strings.Join(words, " ")
}

var speechWord = re(`\b` + speech + `\b`)
