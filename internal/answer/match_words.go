package answer

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// A word is one word of a text made ready for matching.
type word struct {
	field string
	at    int  // byte where it begins
	name  bool // written with a capital, and not only because it opens the sentence
}

var tokenForm = re(`[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.,'’]*[\p{L}\p{N}])?`)

// tokens cuts a text into words; a country by any of its names and its people are
// one word.
func (m *matcher) tokens(text string, places []facts.Mention) []word {
	var out []word
	next := 0
	for _, at := range tokenForm.FindAllStringIndex(text, -1) {
		for next < len(places) && places[next].End <= at[0] {
			next++
		}
		if next < len(places) && places[next].Start <= at[0] && (places[next].Kind == facts.MentionCountry || places[next].Kind == facts.MentionDemonym) {
			if at[0] == places[next].Start {
				out = append(out, word{"=" + places[next].Country, at[0], true})
			}
			continue
		}
		first, _ := utf8.DecodeRuneInString(text[at[0]:])
		typed := strings.TrimSuffix(strings.ToLower(straight(text[at[0]:at[1]])), "'s")
		out = append(out, word{theLexicon().fieldOf(typed), at[0], unicode.IsUpper(first) && len(out) > 0})
	}
	if len(out) > 1 && out[1].name {
		first, _ := utf8.DecodeRuneInString(text[out[0].at:])
		out[0].name = out[0].name || unicode.IsUpper(first)
	}
	return out
}

// read are the tokens of sentence i of a report.
func (m *matcher) read(d *source, i int) []word {
	if i < 0 || i >= len(d.Sentences) {
		return nil
	}
	key := sentenceKey{d, i}
	if known, ok := m.known[key]; ok {
		return known
	}
	text := d.text(d.Sentences[i].S)
	out := m.tokens(text, m.c.places.Find(text))
	m.known[key] = out
	return out
}

// fieldsAt are the fields of sentence i of a report; not to be changed.
func (m *matcher) fieldsAt(d *source, i int) wordFields {
	key := sentenceKey{d, i}
	set, ok := m.sets[key]
	if !ok {
		set = setOf(m.read(d, i))
		m.sets[key] = set
	}
	return set
}

type sentenceKey struct {
	doc *source
	i   int
}

// head is the fields of a report's title and of its first two sentences, which name
// what it is about.
func (m *matcher) head(d *source) wordFields {
	if known, ok := m.heads[d]; ok {
		return known
	}
	out := setOf(m.tokens(d.Title, m.c.places.Find(d.Title)), m.read(d, 0), m.read(d, 1))
	m.heads[d] = out
	return out
}

func setOf(lists ...[]word) wordFields {
	set := wordFields{}
	for _, list := range lists {
		for _, t := range list {
			set[t.field] = true
		}
	}
	return set
}

// A term is a word of the question with what it weighs: rare words weigh more.
type term struct {
	field  string
	plain  string // field of the word as typed
	weight float64
	name   bool
}

// beside is what a word weighs that stands beside the sentence that asks: "The dam
// broke on Monday. How many people fled?"
const beside = 0.4

// askWords say what is asked for in kind, or when; no sentence need hold them.
var askWords = wordSet("percentage percent proportion share long old far week month approximately roughly nearly according recent recently latest around")

// readTerms weighs the words of the question.
func (m *matcher) readTerms() {
	sentences, df := m.c.frequency()
	seen := map[string]bool{}
	raw := straight(m.q.words())
	from, to := asking(raw)
	for _, t := range m.tokens(raw, m.c.places.FindFold(raw)) {
		typed := strings.ToLower(tokenForm.FindString(raw[t.at:]))
		typed = strings.TrimSuffix(typed, "'s")
		if t.field[0] != '=' && (functionWords[typed] || measureNouns[typed] || askWords[typed]) || seen[t.field] {
			continue
		}
		seen[t.field] = true
		plain := theLexicon().fieldOf(typed)
		w := term{field: t.field, plain: plain, weight: math.Log(1 + sentences/(1+df[plain])), name: t.name}
		if !w.name && (t.at < from || t.at >= to) {
			w.weight *= beside
		}
		m.terms = append(m.terms, w)
		m.total += w.weight
		if w.name {
			m.names += w.weight
		}
	}
}

var (
	asksWords    = re(`(?i)\b(how|what|which|when|who|whose|where)\b`)
	sentenceEnds = re(`[\p{Ll}\d)"'][.!?]["')]?\s+[A-Z"'(]`)
)

// asking is where the sentence stands that asks, when a question has several.
func asking(raw string) (from, to int) {
	starts := []int{0}
	for _, at := range sentenceEnds.FindAllStringIndex(raw, -1) {
		starts = append(starts, at[1]-1)
	}
	for i := len(starts) - 1; i >= 0; i-- {
		to = len(raw)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		if asksWords.MatchString(raw[starts[i]:to]) {
			return starts[i], to
		}
	}
	return 0, len(raw)
}
