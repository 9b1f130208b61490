package answer

import "strings"

// headcounts are the words in which a census counts all people of a place, beside its
// households or where they live, without the word "population".
var headcounts = re(`(?i)\bthere (?:were|are) [\d,.]+ (?:people|residents|inhabitants|persons),? (?:and )?[\d,.]+ (?:households|families|housing)|\bcensus\b[^.;]* (?:found|counted|recorded|has|had|were|enumerated) [\d,.]+ (?:people|residents|inhabitants|persons)\b|\b[\d,.]+ (?:people|residents|inhabitants|persons)\b[^.;]* (?:living|residing) in the\b|\b(?:has|had|with|of) [\d,.]+ inhabitants\b`)

// isHeadcount says whether a figure is how many people live in a place, though its
// sentence does not say population.
func isHeadcount(it *item) bool {
	if it.Value.Unit != "person" {
		return false
	}
	for _, part := range headcounts.FindAllString(it.doc.text(it.Quote.S), -1) {
		if of := strings.Index(part, it.Value.Text); of >= 0 && !strings.Contains(part[:of], " people") {
			return true
		}
	}
	return false
}
