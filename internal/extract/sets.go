package extract

import "strings"

// wordSet makes a set of the words of a text.
func wordSet(text string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(text) {
		set[w] = true
	}
	return set
}

// splitPhrases cuts a list of phrases at "|".
func splitPhrases(list string) []string {
	var out []string
	for _, p := range strings.Split(list, "|") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			out = append(out, p)
		}
	}
	return out
}
