package answer

import "strings"

// A want is what kind of quantity a question asks for.
type want struct {
	class  quantityClass
	nouns  []string // stems of the asked noun phrase: "how many [mobile phone thefts]"
	marked bool     // the question names a quantity at all
}

// A quantityClass parts figures by what they can answer.
type quantityClass int

const (
	anyQuantity quantityClass = iota
	counts
	moneys
	shares
	ages
	spans // of time
	lengths
	weights
)

var (
	askHow     = re(`\bhow (many|much|long|old|far|tall|high|deep|wide|big|large|fast|heavy|often|hot|cold|few)\b`)
	askShare   = re(`\b(what|which|how large an?) (percentage|percent|share|proportion|fraction|portion)\b|\bwhat % `)
	askMoney   = re(`\b(what|which) (price|cost|amount|sum|fee|fine|salary|value|budget)\b|\bhow much (money|did .* (cost|earn|pay|spend|make|raise|sell)|does .* cost|is .* worth|was .* (worth|paid|sold|spent|raised))|\bhow many (dollars|pounds|euros)\b|\b(cost|worth|price|paid|pay|salary|fine[ds]?|sold for|spend|spent|earn(ed|s)?|revenue|profit|budget|debt|funding|donat\w+)\b.*\bhow much\b|\bhow much\b.*\b(cost|worth|price|paid|pay|fine[ds]?|spend|spent|earn(ed|s)?|revenue|profit|funding|donat\w+)\b`)
	askAge     = re(`\bhow old\b|\bwhat age\b|\bat (what|which) age\b`)
	askNumber  = re(`\bwhat (is|was|are|were) the (total |current |latest |estimated |average |median |official )*(number|count|rate|toll|size|population|total|tally|level|amount|price|cost|share)\b|\bwhat (number|rate|level|speed|temperature|distance|weight|height|length|magnitude|population|score)\b`)
	askOf      = re(`\bwhat (?:is|was|are|were) the ((?:[a-z-]+ ){0,4}?[a-z-]+) (?:of|in|for|at)\b`)
	timeNouns  = wordSet("second seconds minute minutes hour hours day days night nights week weeks month months year years decade decades")
	lengthWord = wordSet("mile miles kilometre kilometres kilometer kilometers metre metres meter meters foot feet inch inches yard yards")
	weightWord = wordSet("tonne tonnes ton tons kilogram kilograms kg pound pounds ounce ounces gram grams")
)

// wanted reads what kind of quantity the normal form of a question asks for.
func wanted(text string) want {
	w := want{marked: true}
	how := askHow.FindStringSubmatchIndex(text)
	word, rest := "", ""
	if how != nil {
		word, rest = text[how[2]:how[3]], text[how[1]:]
	}
	switch {
	case askAge.MatchString(text):
		w.class = ages
	case askShare.MatchString(text):
		w.class = shares
		loc := askShare.FindStringIndex(text)
		rest = text[loc[1]:]
	case word == "long":
		w.class = spans
	case word == "far", word == "tall", word == "high", word == "deep", word == "wide":
		w.class = lengths
	case word == "heavy":
		w.class = weights
	case askMoney.MatchString(text):
		w.class = moneys
	case word == "many" || word == "few":
		w.class = counts
	case how == nil && !askNumber.MatchString(text):
		w.marked = false
	}
	if how == nil && rest == "" {
		if of := askOf.FindStringSubmatch(text); of != nil {
			rest = of[1]
		}
	}
	words := askedNouns(rest)
	if w.class == counts {
		w.class = classOfNoun(words, w.class)
	}
	for _, word := range words {
		w.nouns = append(w.nouns, stem(word))
	}
	return w
}

// classOfNoun is the class of "how many miles" and the like.
func classOfNoun(words []string, plain quantityClass) quantityClass {
	for _, word := range words[:min(2, len(words))] {
		switch {
		case timeNouns[word]:
			return spans
		case lengthWord[word]:
			return lengths
		case weightWord[word] && word != "pounds" && word != "pound":
			return weights
		}
	}
	return plain
}

// maxAsked is how many words the asked noun phrase may have.
const maxAsked = 4

// askedNouns are the words of the noun phrase that follows "how many".
func askedNouns(rest string) []string {
	var out []string
	for _, word := range strings.Fields(rest) {
		word = strings.TrimSuffix(word, "'s")
		if word == "of" || word == "the" || word == "more" || word == "other" || word == "a" || word == "an" {
			continue
		}
		if functionWords[word] || len(out) == maxAsked {
			break
		}
		out = append(out, word)
	}
	return out
}

var moneyUnits = wordSet("usd eur gbp jpy cny rub inr krw aud cad chf sek nok dkk pln czk huf try zar brl mxn sgd hkd nzd thb idr myr php vnd twd ils aed sar egp ngn kes uah")

var lengthUnits = wordSet("mile kilometre metre centimetre millimetre foot inch yard light-year nautical_mile")

var weightUnits = wordSet("tonne kilogram gram pound ounce ton milligram")

// classOfFigure is the class of a figure by its unit.
func classOfFigure(it *item) quantityClass {
	v := it.Value
	switch u := v.Unit; {
	case u == "percent" || strings.HasPrefix(u, "percentage") || u == "basis point" || u == "fraction" || v.Amount != nil && *v.Amount > 0 && *v.Amount < 1:
		return shares
	case moneyUnits[u]:
		return moneys
	case isAge(it):
		return ages
	case timeUnits[u]:
		return spans
	case lengthUnits[u]:
		return lengths
	case weightUnits[u]:
		return weights
	}
	return counts
}

// isAge says whether the figure tells how old somebody is.
func isAge(it *item) bool {
	v := it.Value
	return v.Unit == "year" && (strings.Contains(v.Text, "old") || v.UnitText == "" || strings.Contains(it.Measure, "age"))
}
