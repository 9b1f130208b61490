package answer

import (
	"strings"

	"sitrep/internal/facts"
)

// given is the text of the sentences of a part: what there is of the report's.
func given(d facts.Document) string {
	var b strings.Builder
	for _, s := range d.Report.Sentences {
		b.WriteString(d.Part.Texts[s.S] + " ")
	}
	return b.String()
}

// wantedStems are the stems of the words that were searched for.
func wantedStems(terms []string) map[string]bool {
	out := map[string]bool{}
	for _, t := range terms {
		for _, w := range split(t) {
			out[stem(w)] = true
		}
	}
	return out
}

// readRest notes of a report that is there in part which of the searched words
// stand in the rest of it.
func (c *corpus) readRest(d *source) {
	if d.part == nil {
		return
	}
	for i, count := range d.part.Counts {
		if count > 0 && i < len(c.terms) {
			w := termWord(c.terms[i])
			f, s := c.lex.read(w)
			d.fields[f], c.vocab[w], c.stems[s], d.stems[s] = true, true, true, true
		}
	}
}

// findCountries notes the countries that a report names anywhere.
func (d *source) findCountries(places *facts.Gazetteer) {
	if d.part == nil {
		addCountries(d.countries, places, d.Text)
		return
	}
	for _, country := range d.part.Countries {
		d.countries[country] = true
	}
}

// frequency returns how many sentences the reports have, and in how many of them
// each word field stands. Of reports that are there in part it knows the fields of
// the searched words.
func (c *corpus) frequency() (sentences float64, in map[string]float64) {
	in = map[string]float64{}
	for _, d := range c.docs {
		if d.part == nil {
			sentences += float64(len(d.words))
			for _, s := range d.words {
				for f := range s {
					in[f]++
				}
			}
			continue
		}
		sentences += float64(d.part.Sentences)
		seen := map[string]bool{}
		for i, count := range d.part.Counts {
			if i >= len(c.terms) {
				break
			}
			if f := c.lex.fieldOf(termWord(c.terms[i])); !seen[f] {
				seen[f] = true
				in[f] += float64(count)
			}
		}
	}
	return sentences, in
}

// counts says whether some figure counts things of a field. It leaves the items as
// they are: to make all of them ready takes longer.
func (c *corpus) counts(field string) bool {
	if c.heads == nil {
		c.heads = map[string]bool{}
		for _, it := range c.items {
			if it.Value != nil {
				c.heads[headOf(it.Fact, c.lex)] = true
			}
		}
	}
	return c.heads[field]
}
