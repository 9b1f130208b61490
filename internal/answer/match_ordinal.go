package answer

import (
	"strconv"
	"strings"

	"sitrep/internal/facts"
)

// A count may be told by an ordinal: "their fifth title" answers how many titles. The
// sentence is shown for it, verbatim, and no number of ours.

var ordinalForm = re(`(?i)\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|\d{1,3}(?:st|nd|rd|th))\b`)

// ordinalWords are the ordinals in words, in their order from two on: "the
// first" counts nothing.
const ordinalWords = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"

func ordinalValue(text string) float64 {
	text = strings.ToLower(text)
	for i, w := range strings.Fields(ordinalWords) {
		if w == text {
			return float64(i + 2)
		}
	}
	n, _ := strconv.ParseFloat(strings.TrimRight(text, "stndrh"), 64)
	return n
}

// maxOrdinal is how many words behind an ordinal its noun may stand at most.
const maxOrdinal = 5

// ordinals are the ordinals before the noun that is asked for: "their fifth title",
// or before "birthday" when an age is.
func (m *matcher) ordinals() []*item {
	noun := ""
	switch {
	case m.want.class == ages:
		noun = theLexicon().fieldOf("birthday")
	case m.want.class == counts && len(m.want.nouns) > 0:
		noun = m.want.nouns[len(m.want.nouns)-1]
	default:
		return nil
	}
	var out []*item
	for _, d := range m.c.docs {
		for i, s := range d.Sentences {
			if d.words[i][noun] {
				out = append(out, m.ordinalsIn(d, i, s, noun)...)
			}
		}
	}
	return out
}

func (m *matcher) ordinalsIn(d *source, i int, s facts.Sentence, noun string) []*item {
	var out []*item
	text := d.text(s.S)
	found := ordinalForm.FindAllStringIndex(text, -1)
	if len(found) == 0 {
		return nil
	}
	words := m.read(d, i)
	for _, at := range found {
		behind := 0
		for _, w := range words {
			if w.at < at[1] {
				continue
			}
			if behind++; behind > maxOrdinal || functionWords[w.field] {
				break
			}
			if w.field != noun {
				continue
			}
			value := ordinalValue(text[at[0]:at[1]])
			f := facts.Fact{Value: &facts.Value{Text: text[at[0]:at[1]], Amount: &value, Bound: facts.BoundExact, Unit: noun, UnitText: strings.TrimSpace(text[at[1] : w.at+len(tokenForm.FindString(text[w.at:]))])}, Factuality: facts.Certain, Firm: true,
				Quote: facts.Quote{S: s.S, Start: s.Start, End: s.End, Exact: text}}
			f.Source.Kind = facts.KindReport
			out = append(out, &item{Fact: f, doc: d, order: len(m.c.items), ordinal: true})
			break
		}
	}
	return out
}
