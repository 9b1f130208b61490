package answer

import (
	"maps"
	"regexp"
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

// knownPersons gives a holder that is named by a surname alone the name by which one of
// the reports knows the only person of that surname.
func (c *corpus) knownPersons() {
	known := map[string]facts.Source{}
	for _, it := range c.items {
		s := surname(it.Source)
		if s == "" {
			continue
		}
		if k, ok := known[s]; ok && !sameHolder(k, it.Source) {
			known[s] = facts.Source{}
			continue
		}
		if len(known[s].Name) < len(it.Source.Name) {
			known[s] = it.Source
		}
	}
	for _, it := range c.items {
		if k := known[it.Source.Name]; k.Name != "" && it.Source.Kind != facts.KindReport {
			it.Source.Name, it.Source.Kind = k.Name, k.Kind
		}
	}
}

// findSides finds for which countries the holders speak: by their names and offices as
// the text gives them, by the sentence that introduces them, and one mention by
// another of the same holder.
func (c *corpus) findSides() {
	c.knownPersons()
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
	c.borrowSides(byPerson)
}

// ownSoil matches the place of a holder who speaks of their own: "on its territory".
var ownSoil = re(`\b(its|their|our) (own )?(territory|soil|side|borders?|shores|land)\b`)

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

// borrowSides gives holders who name no country that of the same person elsewhere, of the
// body that they stand for, or of the report; and to a holder's own soil its country.
func (c *corpus) borrowSides(byPerson map[string]map[string]bool) {
	for i, it := range c.items {
		if len(it.holders) > 0 || it.Source.Kind == facts.KindReport {
			if ownSoil.MatchString(it.Quote.Exact) {
				maps.Copy(it.places, it.holders)
			}
			continue
		}
		for n := range byPerson[familyName(it.Source)] {
			it.holders[n] = true
		}
		if len(it.holders) == 0 && it.Source.Kind == facts.KindNamed {
			for _, o := range c.items {
				if len(o.holders) > 0 && o.Source.Kind != facts.KindNamed && inName(it.Source, o.Source) {
					maps.Copy(it.holders, o.holders)
				}
			}
		}
		if len(it.holders) == 0 && genericName(it.Source.Name) {
			c.inheritSide(i)
		}
		if len(it.holders) == 0 && len(it.doc.headed) == 1 && publicOffice.MatchString(it.Source.Name+" "+it.Source.Text) {
			maps.Copy(it.holders, it.doc.headed)
		}
		if ownSoil.MatchString(it.Quote.Exact) {
			maps.Copy(it.places, it.holders)
		}
	}
}

// bodies are words for bodies that texts name a second time by another: "the agency" of
// "the intelligence service".
var bodies = []*regexp.Regexp{
	re(`\b(agency|service|bureau|spies|intelligence)\b`), re(`\b(ministry|department|secretariat)\b`), re(`\b(army|military|navy|forces|command)\b`),
	re(`\b(police|force)\b`), re(`\b(company|firm|operator|maker|carmaker|group|airline|owner)\b`), re(`\b(union|association|federation)\b`),
	re(`\b(government|cabinet|administration|authorities)\b`), re(`\b(commission|committee|board|panel|council)\b`),
}

// bodyClass is the sort of body that a holder's name tells of; -1 when it tells none.
func bodyClass(name string) int {
	return slices.IndexFunc(bodies, func(r *regexp.Regexp) bool { return r.MatchString(strings.ToLower(name)) })
}

// publicOffice matches the names of those who speak for the country that a report is
// about, where it names no other.
var publicOffice = re(`\b([Mm]inist(er|ry)|[Ss]ecretary|[Mm]ayor|[Gg]overnor|[Gg]overnment|[Pp]resident|[Pp]olice|[Aa]rmy|[Pp]arliament|[Pp]rosecutor|[Cc]ounty|[Pp]arty leader)\b`)

// inheritSide gives the i-th item, whose holder is "the agency", the countries of the
// last holder before it in the same report that speaks for one, two sentences back at
// most.
func (c *corpus) inheritSide(i int) {
	it := c.items[i]
	for j := i - 1; j >= 0 && c.items[j].doc == it.doc && it.Quote.S-c.items[j].Quote.S <= 2; j-- {
		before := c.items[j]
		if before.Source.Kind == facts.KindNamed || len(before.holders) == 0 || bodyClass(before.Source.Name) != bodyClass(it.Source.Name) {
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

// sameHolder says whether two holders are one: the same name, the same person with and
// without a middle name or office, or the same body with and without what it is.
func sameHolder(a, b facts.Source) bool {
	if a.Name == b.Name {
		return true
	}
	last := familyName(a)
	if last != "" || familyName(b) != "" {
		if last == "" {
			return inName(b, a)
		} else if familyName(b) == "" {
			return inName(a, b)
		} else if last != familyName(b) {
			return false
		}
		x, y := givenName(a, last), givenName(b, last)
		return x == "" || y == "" || x == y
	}
	if a.Kind == facts.KindReport || b.Kind == facts.KindReport || a.Kind == facts.KindReports || b.Kind == facts.KindReports {
		return false
	}
	x, y := ownNames(a.Name), ownNames(b.Name)
	return len(x) > 0 && len(y) > 0 && (holdsAll(x, y) || holdsAll(y, x) || shortFor(x, b.Name) || shortFor(y, a.Name))
}

// shortFor says whether words are the one short form of a name: its initials, or all but
// the last of them.
func shortFor(words []string, name string) bool {
	if len(words) != 1 || len(words[0]) < 3 {
		return false
	}
	initials := ""
	for _, w := range ownNames(name) {
		initials += w[:1]
	}
	return len(initials) >= len(words[0]) && len(initials) <= len(words[0])+1 && strings.HasPrefix(initials, words[0])
}

// inName says whether a person's whole name stands in that of a holder not read as a
// person: "the harbour master, Ida Holt".
func inName(who, other facts.Source) bool {
	last := familyName(who)
	given, own := givenName(who, last), ownNames(other.Name)
	return given != "" && holdsAll(own, []string{given, last})
}

// ownNames are the words of a holder's name that are its own: written with a capital,
// and neither a country's nor an office's.
func ownNames(name string) []string {
	if strings.Contains(name, " and ") || strings.Contains(name, ", ") && strings.Contains(name, " of ") {
		return nil
	}
	var out []string
	for _, w := range strings.Fields(straight(name)) {
		w = strings.TrimSuffix(strings.Trim(w, `.,;:"()`), "'s")
		lower := strings.ToLower(w)
		if w == "" || !unicode.IsUpper([]rune(w)[0]) || functionWords[lower] || genericHolder[lower] || titleWords[lower] {
			continue
		}
		if _, country := facts.Places().Country(w); !country {
			out = append(out, lower)
		}
	}
	return out
}

func holdsAll(set, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(set, w) })
}

// officeOf says whether a holder is the office or the aides of a person.
func officeOf(it *item, who facts.Source) bool {
	last := familyName(who)
	if last == "" || it.Source.Kind == facts.KindNamed {
		return false
	}
	_, behind, found := strings.Cut(strings.ToLower(straight(it.Source.Name)), last+"'s ")
	return found && strings.Trim(aides.FindString(behind), " ") != ""
}

var aides = re(`^(office|team|campaign|aides?|spokes\w+|administration|government|lawyers?|press secretary)\b`)

// speaksFor says whether a person is named with a body: the spokesman or head of it.
func speaksFor(it *item, body facts.Source) bool {
	if it.Source.Kind != facts.KindNamed && it.Source.Kind != facts.KindOfficials || body.Kind == facts.KindNamed {
		return false
	}
	own := ownNames(body.Name)
	return len(own) > 0 && holdsAll(append(ownNames(it.Source.Name), ownNames(it.Source.Text)...), own)
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
