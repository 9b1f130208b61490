package answer

import "strings"

// terms are the words of a conversation that carry its topic, each with other words
// for the same behind it. Words that count as one are one term.
func (e *Engine) terms(texts []string) []string {
	lex := theLexicon()
	var out []string
	seen := map[string]bool{}
	for _, t := range texts {
		news := newsAsked.MatchString(normal(t))
		if news { // neither its days nor "changed" tell the topic
			t = withoutDays(normal(t))
		}
		for _, w := range split(t) {
			field := lex.fieldOf(w)
			if functionWords[w] || measureNouns[w] || news && changeWords[w] || seen[field] {
				continue
			}
			seen[field] = true
			out = append(out, strings.Join(append([]string{w}, e.alike(w, field)...), " "))
		}
	}
	return out
}

// alike are other words for the same: those of the word's field, and of a country its
// name and how its people and things are called, where that is one word.
func (e *Engine) alike(w, field string) []string {
	if words := theLexicon().members[field]; words != nil {
		return words
	}
	country, ok := e.places.Country(w)
	if !ok {
		return nil
	}
	var out []string
	for _, name := range []string{country, e.places.Adjective(country)} {
		if words := split(name); len(words) == 1 && words[0] != w {
			out = append(out, words[0])
		}
	}
	return out
}

// termWord is the word of the question that a term stands for.
func termWord(term string) string {
	w, _, _ := strings.Cut(term, " ")
	return w
}
