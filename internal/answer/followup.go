package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// A piece is a word of the question that says what is asked for, where it stands.
type piece struct {
	at   int
	word string
	act  string // the field of what is told of it; empty for whose and what
}

// leave says whether a piece does not belong into a noun phrase: a verb that is no fate,
// or an owner behind what it owns.
func (p piece) leave(q *query, before int) bool {
	return p.act != "" && !fates[p.act] && q.head != "" || p.act == "" && before > 0 && p.word != strings.ToLower(p.word) && q.head != ""
}

// phrase is what was asked for in the asker's own words, in their order; empty when
// no word of the question says it.
func (q *query) phrase() string {
	sorted := slices.Clone(q.pieces)
	slices.SortStableFunc(sorted, func(a, b piece) int { return a.at - b.at })
	var words []string
	for _, p := range sorted {
		if !slices.Contains(words, p.word) && !p.leave(q, len(words)) {
			words = append(words, p.word)
		}
	}
	return strings.Join(words, " ")
}

// followSide takes a bare country for a speaker where that is what is meant: after a
// question about another speaker, or where the country speaks in the reports and is
// not the one that these are about: "and Norland?".
func (p *parser) followSide(q *query, mentions []facts.Mention) {
	if s := q.speaker; s != nil && q.several && bareHolder.MatchString(q.text) && len(q.loose)+len(q.unmatched)+len(q.numbers)+len(q.acts) == 0 && q.head == "" {
		p.asBefore(q)
		return
	}
	bare := q.several && q.speaker == nil && len(mentions) == 1 && (q.head == "" || q.head == "people") && len(q.loose)+len(q.unmatched)+len(q.numbers) == 0 &&
		(len(q.acts) == 0 || q.presence)
	if !bare || q.kind != kindTopic && q.kind != kindCount || placeBefore.MatchString(q.text[:mentions[0].Start]) && !aboutOnly.MatchString(strings.TrimSuffix(q.text[:mentions[0].Start], "the ")) {
		return
	}
	m := mentions[0]
	if m.Kind == facts.MentionPlace || measureAsked.MatchString(q.text) && !nounAfter.MatchString(q.text[m.End:]) {
		return
	}
	before := q.earlier != nil && (q.earlier.kind == kindSpeaker || q.earlier.speaker != nil)
	if !before && (!p.corpus.speaks(m.Country) || slices.Contains(p.corpus.theme().nations, m.Country)) {
		return
	}
	q.speaker = &speaker{country: m.Country, start: m.Start, end: m.End, speaks: true, seat: m.Kind == facts.MentionSeat, typed: named(asTyped(q.raw, q.text[m.Start:m.End]), m, true)}
	q.nations, q.places, q.acts, q.presence = nil, nil, nil, false
	p.asBefore(q)
}

// asBefore makes a question for a speaker one of the kind of the question before.
func (p *parser) asBefore(q *query) {
	q.kind = kindSpeaker
	if e := q.earlier; e != nil && e.kind == kindCount {
		q.kind, q.head, q.acts = kindCount, e.head, e.acts
	}
}

// speaks says whether any figure or statement comes from a country's side.
func (c *corpus) speaks(country string) bool {
	return slices.ContainsFunc(c.all(), func(it *item) bool {
		return it.holders[country] && it.Source.Kind != facts.KindReports && it.counted()
	})
}
