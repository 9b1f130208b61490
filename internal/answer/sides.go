package answer

import (
	"slices"
	"strings"
	"unicode"

	"sitrep/internal/facts"
)

// siteNouns are places that belong to a country: "five Veldish army camps" are in
// that country.
var siteNouns = wordSet(`base bases soil territory territories region regions province provinces city cities town towns village villages
 port ports camp camps site sites facility facilities hospital hospitals border island islands district districts coast waters airport
 airports airfield airfields prison prisons factory factories garrison garrisons harbour harbor side`)

// maxSite is how many words may stand between a nation and the place that is its.
const maxSite = 2

// addSites adds the countries whose sites a phrase names: "across five Russian bases".
func (it *item) addSites(places *facts.Gazetteer, phrase string) {
	for _, m := range places.Find(phrase) {
		if m.Kind != facts.MentionDemonym && !strings.HasPrefix(phrase[m.End:], "'s ") && !strings.HasPrefix(phrase[m.End:], "’s ") {
			continue
		}
		for i, w := range split(phrase[m.End:]) {
			if siteNouns[w] {
				it.places[m.Country] = true
			}
			if i >= maxSite || functionWords[w] {
				break
			}
		}
	}
}

// ownAccount are holders who speak for themselves and not for their country.
var ownAccount = wordSet(`analyst analysts expert experts historian professor researcher fellow author economist academic lecturer journalist
 reporter scholar scientist student resident residents broadcaster newspaper blogger`)

// longestHolder is how many words the name of a holder has at most; what is longer
// was not read as a name.
const longestHolder = 9

// findSides finds for which countries the holders speak: by their names and offices as
// the text gives them, by the sentence that introduces them, and one mention by
// another of the same holder.
func (c *corpus) findSides() {
	byPerson := map[string]map[string]bool{}
	for _, it := range c.items {
		words := split(it.Source.Name)
		if len(words) > longestHolder && it.Source.Kind == facts.KindOrganization || slices.ContainsFunc(words, func(w string) bool { return ownAccount[w] }) {
			clear(it.holders)
			continue
		}
		if it.Source.Kind == facts.KindReport || it.Source.Kind == facts.KindReports {
			continue
		}
		addCountries(it.holders, c.places, it.Source.Text)
		if len(it.holders) == 0 && it.Source.Kind == facts.KindNamed {
			it.ownCountry(c.places)
		}
		if key := familyName(it.Source); key != "" {
			if byPerson[key] == nil {
				byPerson[key] = map[string]bool{}
			}
			for n := range it.holders {
				byPerson[key][n] = true
			}
		}
	}
	for i, it := range c.items {
		if len(it.holders) > 0 || it.Source.Kind == facts.KindReport {
			continue
		}
		for n := range byPerson[familyName(it.Source)] {
			it.holders[n] = true
		}
		if len(it.holders) == 0 && genericName(it.Source.Name) {
			c.inheritSide(i)
		}
	}
}

// ownCountry takes the country for which somebody says "we": "Norland will pay, we
// have said so".
func (it *item) ownCountry(places *facts.Gazetteer) {
	words := straight(it.Quote.Exact)
	if it.Speech == facts.SpeechIndirect || !ourWords.MatchString(words) {
		return
	}
	found := places.Find(words)
	if len(found) > 0 && found[0].Kind == facts.MentionCountry && found[0].Start <= len(`"The `) {
		it.holders[found[0].Country] = true
	}
}

var ourWords = re(`\b([Ww]e|[Oo]ur)\b`)

// genericName says whether a holder is named by a common noun only: "the agency".
func genericName(name string) bool {
	rest, the := strings.CutPrefix(strings.ToLower(name[:min(4, len(name))])+name[min(4, len(name)):], "the ")
	return the && rest != "" && !strings.ContainsFunc(rest, unicode.IsUpper)
}

// inheritSide gives the i-th item, whose holder is "the agency", the countries of the
// last holder before it in the same report that speaks for one, two sentences back at
// most.
func (c *corpus) inheritSide(i int) {
	it := c.items[i]
	for j := i - 1; j >= 0 && c.items[j].doc == it.doc && it.Quote.S-c.items[j].Quote.S <= 2; j-- {
		before := c.items[j]
		if before.Source.Kind == facts.KindNamed || len(before.holders) == 0 {
			continue
		}
		for n := range before.holders {
			it.holders[n] = true
		}
		return
	}
}

// familyName is the name by which a person is known from report to report; empty for
// anybody but a named person.
func familyName(src facts.Source) string {
	if src.Kind != facts.KindNamed && src.Kind != facts.KindOfficials || strings.Contains(src.Name, " and ") {
		return ""
	}
	if s := surname(src); s != "" {
		return strings.ToLower(s)
	}
	if name := person(src.Name); name != "" && !strings.Contains(name, " ") && unicode.IsUpper([]rune(name)[0]) {
		return strings.ToLower(name)
	}
	return ""
}

// sameHolder says whether two holders are one: the same name, or the same person with
// and without a middle name or office.
func sameHolder(a, b facts.Source) bool {
	if a.Name == b.Name {
		return true
	}
	last := familyName(a)
	if last == "" || last != familyName(b) {
		return false
	}
	x, y := givenName(a, last), givenName(b, last)
	return x == "" || y == "" || x == y
}

// givenName is the first word of a person's name that is no title; empty when only
// the family name is known.
func givenName(src facts.Source, last string) string {
	for _, w := range strings.Fields(person(src.Name)) {
		w = strings.ToLower(strings.Trim(w, "."))
		if !genericHolder[w] && !titleWords[w] {
			if w == last {
				return ""
			}
			return w
		}
	}
	return ""
}

var titleWords = wordSet(`rep sen dr prof gen col lt capt sgt gov senator governor president mayor republican democratic u.s us vice
 former acting deputy chief prime king queen lord dame sir`)
