package answer

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// A placing is an item with the place that it names.
type placing struct {
	*item
	site      string
	sharpness int // 3 a town, 2 bases or camps, 1 a country
}

// maxCountries is how many lines name no more than a country.
const maxCountries = 2

// where lists the places that are named for what the story counts, each with who names
// it, the sharpest first and one line for each place, and where none are reported.
func (r *reply) where() {
	var all []placing
	for _, it := range r.c.all() {
		if s := r.siteOf(it); s.site != "" {
			all = append(all, s)
		}
	}
	if slices.ContainsFunc(all, func(p placing) bool { return p.counted() }) { // what else is told at a place matters less
		all = slices.DeleteFunc(all, func(p placing) bool {
			return !p.counted() && !(overlaps(p.fields, placed) && p.fields[r.c.theme().head])
		})
	}
	if told := slices.DeleteFunc(slices.Clone(all), func(p placing) bool { return len(r.narrowed([]*item{p.item})) == 0 }); len(told) > 0 {
		all = told
	}
	slices.SortStableFunc(all, func(a, b placing) int {
		return cmp.Or(b.sharpness-a.sharpness, r.weighed(b.item)-r.weighed(a.item), cmp.Compare(b.doc.Published, a.doc.Published), a.order-b.order)
	})
	var names []string
	countries := 0
	for _, s := range all {
		if slices.Contains(names, s.site) || len(names) == MaxLines || s.sharpness == 1 && countries == maxCountries {
			continue
		}
		names = append(names, s.site)
		if s.sharpness == 1 {
			countries++
		}
		if s.counted() {
			r.figure(s.item)
		} else {
			r.state(RoleNote, s.item)
		}
	}
	for _, it := range r.c.pick(func(it *item) bool { return r.absence(it) && r.c.onTheme(it) }) {
		r.note(it.none() + " " + r.cite(it) + ".")
	}
	switch {
	case len(r.shown) == 0:
		r.behaviour = Abstain
		r.lead("Not in " + r.plural() + ": " + r.verb("it names", "they name") + " no place for that.")
	case len(r.shown) > 1:
		r.behaviour = GivesAll
	}
}

// weighed prefers figures, then what somebody says over the report's own words.
func (r *reply) weighed(it *item) int {
	switch {
	case it.isThere():
		return 3
	case it.counted():
		return 2
	case it.Source.Kind != facts.KindReport:
		return 1
	}
	return 0
}

// placed are the fields of statements that tell of being or coming somewhere.
var placed = []string{"present", "sent", "stay"}

// tellsWhere says whether a statement tells of the story's things being or coming
// somewhere.
func (r *reply) tellsWhere(it *item) bool {
	t := r.c.theme()
	return overlaps(it.fields, placed) && it.fields[t.head] || len(t.nations) == 0 && overlaps(it.fields, keys(t.words)) && it.Source.Kind != facts.KindReports
}

// siteOf is the place that an item names for what the story counts; empty when it
// names none, or only as an aim, or denies or supposes it.
func (r *reply) siteOf(it *item) placing {
	s := placing{item: it}
	switch {
	case !r.c.onTheme(it) || it.gap() || it.Factuality == facts.CertainlyNot || supposed.MatchString(it.sentenceOf()) || r.absence(it):
		return s
	case it.counted() && (!it.heads[r.c.theme().head] && r.c.theme().head != "" || it.whole(r.c) != nil || it.fate(r.c.lex)):
		return s
	case !it.counted() && (it.Value != nil || it.Measure == "characterization" || it.Measure == "venue" || !r.tellsWhere(it)):
		return s
	}
	text := straight(it.Quote.Exact)
	for _, m := range r.c.places.Find(text) {
		if m.Kind == facts.MentionPlace && !aim.MatchString(strings.ToLower(strings.TrimSuffix(text[:m.Start], " in "))+" ") {
			s.site, s.sharpness = text[m.Start:m.End], 3
			return s
		}
	}
	for _, m := range afterPlace.FindAllStringSubmatchIndex(text, -1) {
		if name := text[m[2]:m[3]]; r.c.townName(name) && nameEnds.MatchString(text[m[3]:]) && !aim.MatchString(strings.ToLower(strings.TrimRight(text[:m[0]], " "))+" ") {
			s.site, s.sharpness = name, 3
			return s
		}
	}
	if it.Place == "" && len(it.places) == 0 || it.aimedAt(keys(it.places), r.c.places) {
		return s
	}
	for _, w := range split(text) {
		if siteNouns[w] {
			s.site, s.sharpness = w, 2
			return s
		}
	}
	for _, m := range r.c.places.Find(it.Place) {
		s.site, s.sharpness = m.Country, 1
	}
	return s
}

// sited says whether an item tells of a place.
func (it *item) sited() bool { return it.Place != "" || len(it.places) > 0 }

// afterPlace matches a name behind a preposition of place.
var afterPlace = re(`\b(?:in|at|near|to|into|outside|around|across) ((?:[A-Z][a-z]+ ?){1,3})\b`)

// nameEnds matches what may follow the name of a place: nothing of which the name would
// be a part.
var nameEnds = re(`^\s*($|[,.;:)"'-]|(and|or|on|in|at|after|before|since|for|with|where|which|who|was|were|is|are|had|has|have|said|by|to|from|as|of|last|this|early|late|over|during|about|around|when|while|because|that|near) )`)

// townName says whether a name that stands behind a preposition of place is one of a
// place: no country, month, day or person.
func (c *corpus) townName(name string) bool {
	words := split(name)
	if _, country := c.places.Country(strings.TrimSpace(name)); country || len(words) == 0 || notPlaces[words[0]] {
		return false
	}
	return !slices.ContainsFunc(c.items, func(it *item) bool {
		s := surname(it.Source)
		return s != "" && strings.EqualFold(s, words[len(words)-1])
	})
}

// isName says whether words stand in a report as a name behind a preposition of place.
func (c *corpus) isName(words []string) bool {
	if len(words) == 0 {
		return false
	}
	name := strings.Join(words, " ")
	return slices.ContainsFunc(c.docs, func(d *source) bool {
		for _, m := range afterPlace.FindAllStringSubmatch(straight(d.Text), -1) {
			if strings.EqualFold(strings.TrimSpace(m[1]), name) {
				return c.townName(m[1])
			}
		}
		return false
	})
}
