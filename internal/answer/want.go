package answer

import (
	"cmp"
	"strings"
)

// A want is what kind of quantity a question asks for.
type want struct {
	class  quantityClass
	nouns  []string // fields of the asked noun phrase: "how many [mobile phone thefts]"; the last is its noun
	much   bool     // "how much": no count of things answers it
	named  bool     // it names a measure: "what is the population of"
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
	areas
	warmths
	speeds
	others
)

var (
	askHow     = re(`\bhow (many|much|long|old|far|tall|high|deep|wide|big|large|fast|heavy|often|hot|cold|few)\b`)
	askShare   = re(`\b(what|which|how large an?) (percentage|percent|share|proportion|fraction|portion)\b|\bwhat % `)
	askMoney   = re(`\b(what|which) (price|cost|amount|sum|fee|fine|salary|value|budget)\b|\bhow much (money|did .* (cost|earn|pay|spend|make|raise|sell)|does .* cost|is .* worth|was .* (worth|paid|sold|spent|raised))|\bhow many (dollars|pounds|euros)\b|\b(cost|worth|price|paid|pay|salary|fine[ds]?|sold for|spend|spent|earn(ed|s)?|revenue|profit|budget|debt|funding|donat\w+)\b.*\bhow much\b|\bhow much\b.*\b(cost|worth|price|paid|pay|fine[ds]?|spend|spent|earn(ed|s)?|revenue|profit|funding|donat\w+)\b`)
	askAge     = re(`\bhow old\b|\bwhat age\b|\bat (what|which) age\b`)
	askNumber  = re(`\bwhat (is|was|are|were) the (total |current |latest |estimated |average |median |mean |official |maximum |minimum )*(number|count|rate|toll|size|population|total|tally|level|amount|price|cost|share|age|height|length|width|depth|distance|elevation|altitude|area|weight|mass|speed|temperature|density|duration|income|salary|revenue|budget|capacity)\b|\bwhat (number|rate|level|speed|temperature|distance|weight|height|length|magnitude|population|score)\b`)
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
	w.much = word == "much"
	if how == nil && rest == "" {
		w.class, rest = classAsked(text)
		w.named = w.marked
	}
	words := askedNouns(rest)
	if w.class == counts {
		w.class = classOfNoun(words, w.class)
	}
	for _, word := range words {
		w.nouns = append(w.nouns, theLexicon().fieldOf(word))
	}
	return w
}

// measureClass is what kind of quantity a measure is, by its name.
var measureClass = map[string]quantityClass{"height": lengths, "length": lengths, "width": lengths, "depth": lengths, "distance": lengths,
	"elevation": lengths, "altitude": lengths, "area": areas, "weight": weights, "mass": weights, "age": ages, "speed": speeds,
	"temperature": warmths, "duration": spans, "population": counts, "income": moneys, "salary": moneys, "revenue": moneys, "budget": moneys}

// classAsked is the kind of quantity and the noun that "what is the … of" asks for.
func classAsked(text string) (class quantityClass, rest string) {
	if found := askNumber.FindStringSubmatch(text); found != nil {
		rest = cmp.Or(found[3], found[4])
		return measureClass[rest], rest
	}
	if of := askOf.FindStringSubmatch(text); of != nil {
		rest = of[1]
	}
	return anyQuantity, rest
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

// askedNouns are the words of the noun phrase that follows "how many", up to its noun.
func askedNouns(rest string) []string {
	var out []string
	for _, word := range strings.Fields(rest) {
		word = strings.TrimSuffix(word, "'s")
		if word == "of" || word == "the" || word == "more" || word == "other" || word == "a" || word == "an" || word == "different" || scaleWords[word] {
			continue
		}
		if functionWords[word] || len(out) == maxAsked {
			break
		}
		out = append(out, word)
		if isMany(word) {
			break
		}
	}
	return out
}

var (
	scaleWords = wordSet("hundred thousand million billion trillion hundreds thousands millions billions")
	manyWords  = wordSet("people men women children police staff cattle feet teeth mice geese")
)

// isMany says whether a word looks like a plural.
func isMany(word string) bool {
	return manyWords[word] || len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us")
}

var moneyUnits = wordSet("usd eur gbp jpy cny rub inr krw aud cad chf sek nok dkk pln czk huf try zar brl mxn sgd hkd nzd thb idr myr php vnd twd ils aed sar egp ngn kes uah cent penny bitcoin pkr isk cop clp ars irr qar kwd iqd lbp syp ugx tzs ghs etb lkr npr bdt ron bgn")

// unitClass is the kind of quantity of a unit that is no count.
var unitClass = unitClasses()

func unitClasses() map[string]quantityClass {
	out := map[string]quantityClass{}
	for class, list := range map[quantityClass]string{
		lengths: "mile kilometre metre centimetre millimetre foot inch yard light-year nautical_mile micrometre nanometre",
		weights: "tonne kilogram gram pound ounce ton milligram microgram stone",
		areas:   "square_kilometre square_metre square_mile square_foot acre hectare square_inch square_yard",
		warmths: "celsius fahrenheit degree kelvin",
		speeds:  "kilometre_per_hour mile_per_hour metre_per_second knot",
		others: `cubic_metre cubic_foot cubic_kilometre cubic_mile cubic_yard acre-foot litre millilitre gallon pint quart cup tablespoon teaspoon
 barrel barrel_per_day bushel watt kilowatt megawatt gigawatt kilowatt_hour megawatt_hour gigawatt_hour horsepower newton_metre volt ampere
 milliampere_hour hertz mile_per_gallon`,
	} {
		for u := range wordSet(list) {
			out[strings.ReplaceAll(u, "_", " ")] = class
		}
	}
	return out
}

// classOfFigure is the class of a figure by its unit.
func classOfFigure(it *item) quantityClass {
	v := it.Value
	class, measured := unitClass[v.Unit]
	switch u := v.Unit; {
	case u == "percent" || strings.HasPrefix(u, "percentage") || u == "basis point" || u == "fraction" || v.Amount != nil && *v.Amount > 0 && *v.Amount < 1:
		return shares
	case moneyUnits[u]:
		return moneys
	case isAge(it):
		return ages
	case timeUnits[u]:
		return spans
	case measured:
		return class
	}
	return counts
}

// isAge says whether the figure tells how old somebody is.
func isAge(it *item) bool {
	v := it.Value
	return v.Unit == "year" && (strings.Contains(v.Text, "old") || v.UnitText == "" || ageWord.MatchString(it.Measure+" "+v.Of+" "+v.UnitText))
}

var ageWord = re(`\b(age|aged|old)\b`)

// admits says whether a figure can answer the question at all.
func (m *matcher) admits(it *item) bool {
	class := classOfFigure(it)
	switch m.want.class {
	case anyQuantity:
		return class != ages && class != spans && !(m.want.much && class == counts && it.Value.Unit != "")
	case counts:
		return class == counts && !(m.want.peopled() && notPopulation(it))
	}
	return class == m.want.class
}

// notPopulation says whether a figure cannot be a population: it counts no people, or
// so many to a place.
func notPopulation(it *item) bool {
	v := it.Value
	return v.Unit != "" && v.Unit != "person" || v.Unit == "person" && !peopleLive.MatchString(it.doc.text(it.Quote.S)) || v.Per != "" || strings.Contains(strings.ToLower(v.Of+" "+it.Measure), "density") ||
		perArea.MatchString(it.doc.text(it.Quote.S)) && strings.Contains(strings.ToLower(it.Quote.Exact), "density")
}

// peopleLive says of a sentence that it counts those who live somewhere, and not some
// people of it.
var peopleLive = re(`(?i)\b(populat\w+|census(es)?|inhabit\w+|resid\w+|dwell\w*|liv(e|es|ed|ing)|home to|households?|souls)\b`)

var perArea = re(`(?i)(\bper (square|sq)\b|/ ?(km|sq|mi))`)

// peopled says whether the population is asked for.
func (w want) peopled() bool {
	return len(w.nouns) > 0 && w.nouns[len(w.nouns)-1] == theLexicon().fieldOf("population")
}
