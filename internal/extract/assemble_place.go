package extract

import (
	"strings"

	"sitrep/internal/facts"
)

// namedPlace is what the gazetteer knows of a whole phrase.
func namedPlace(phrase string) (facts.Mention, bool) {
	phrase = strings.TrimPrefix(strings.TrimPrefix(phrase, "the "), "The ")
	m := facts.Places().Find(phrase)
	if len(m) == 1 && m[0].Start == 0 && m[0].End == len(phrase) {
		return m[0], true
	}
	return facts.Mention{}, false
}

// isCountry reports whether the words of r name a country, a bloc or their seat,
// as headlines do when they mean the government.
func isCountry(ws []word, r run) bool {
	m, ok := namedPlace(nameText(ws, r))
	return ok && m.Kind != facts.MentionLeader && m.Kind != facts.MentionDemonym && m.Kind != facts.MentionPlace
}

// isPlaceName reports whether the words of r name a place or a people.
func isPlaceName(ws []word, r run) bool {
	m, ok := namedPlace(nameText(ws, r))
	return ok && m.Kind != facts.MentionLeader
}

var (
	// placeLinks open a place with the rank of what they say: where, then whence.
	placeLinks = map[string]int{"in": 2, "to": 2, "into": 2, "at": 2, "near": 2, "inside": 2, "across": 2, "throughout": 2,
		"outside": 2, "toward": 2, "towards": 2, "entered": 2, "reached": 2, "entering": 2, "reaching": 2, "invaded": 2,
		"visited": 2, "from": 1, "left": 1, "leaving": 1, "on": 1}
	// anywhere links make a place of any name; the others only of a known one.
	anywhere = wordSet("in at near across throughout outside inside from")
	soils    = wordSet("soil territory border borders waters airspace capital city town mainland coast coastline island islands region")
)

// placeOf is where the clause says that something is or goes: names behind a
// preposition of place, several joined when the words make a series of them.
// Empty when it names none.
func (b *builder) placeOf(v view, p piece) string {
	if p.measure == "venue" {
		return venuePlace(v.ws, p.run)
	}
	best, rank, used := "", 0, ""
	for i := p.from; i < p.to; i++ {
		if !v.ws[i].is(isPlaceLink | isCapital | isPossessiveForm) {
			continue
		}
		link := v.ws[i].lower
		name, r := b.placeAfter(v.ws, i, p.to), placeLinks[link]
		if name == "" {
			name, r = soilAt(v.ws, i, p), 3
		}
		switch {
		case name == "" || strings.Contains(best, name):
		case r > rank:
			best, rank, used = name, r, link
		case r == rank && link == used && alsoThere(v.ws, i):
			best += "; " + name
		}
	}
	return best
}

// soilAt reads "Ukrainian soil" at word i as its country, and "its territory" as
// the country that speaks.
func soilAt(ws []word, i int, p piece) string {
	stop := p.to
	if (ws[i].lower == "its" || ws[i].lower == "their") && i+1 < stop && soils[ws[i+1].lower] && p.frame != nil && p.frame.who != nil {
		if m, ok := namedPlace(p.frame.who.name); ok && m.Kind != facts.MentionLeader {
			return m.Country
		}
	}
	if !isName(ws, i) {
		return ""
	}
	for end := i + 1; end < stop && end <= i+3; end++ {
		if soils[ws[end].lower] {
			if m, ok := namedPlace(nameText(ws, run{i, end})); ok && m.Kind == facts.MentionDemonym {
				return m.Country
			}
			return ""
		}
	}
	return ""
}

// placeAfter reads the place that the preposition at word i opens.
func (b *builder) placeAfter(ws []word, i, stop int) string {
	if !ws[i].is(isPlaceLink) {
		return ""
	}
	k := i + 1
	for n := 0; n < 4 && k < stop && (ws[k].lower == "the" || ws[k].lower == "both" || n > 0 && lowerPlace[ws[k].lower] || lowerPlace[ws[k].lower]); n++ {
		k++
	}
	if k >= stop || !isName(ws, k) || ws[k].is(isTimeWord) || isHonorific(ws[k].lower) {
		return ""
	}
	end := k
	for end < stop && isName(ws, end) && !ws[end].is(isTimeWord) {
		end++
	}
	name := joinWords(ws, run{k, end})
	if m := facts.Places().Find(name); len(m) > 0 && m[0].Start == 0 {
		if m[0].Kind == facts.MentionCapital && possessiveEnd(ws, end) {
			return m[0].Country
		}
		return located(name, m[0])
	}
	if !anywhere[ws[i].lower] || b.knowsPerson(ws, run{k, end}) || plainNoun(ws, end, stop) || possessiveEnd(ws, end) {
		return ""
	}
	if listed := afterList(ws, end, stop); listed > end && plainNoun(ws, listed, stop) {
		return ""
	}
	return withoutPossessive(name)
}

func possessiveEnd(ws []word, end int) bool { return isPossessive(ws[end-1]) }

// located writes a known place: a country by its name, a town with its country.
func located(name string, m facts.Mention) string {
	switch m.Kind {
	case facts.MentionCountry, facts.MentionSeat:
		return m.Country
	case facts.MentionCapital, facts.MentionBloc:
		return name[:m.End]
	case facts.MentionPlace:
		return name[:m.End] + ", " + m.Country
	}
	return ""
}

func (b *builder) knowsPerson(ws []word, r run) bool {
	return b.cast.known(ws, r) != nil
}

// afterList is behind ", X and Y" that go on from a name ending at k.
func afterList(ws []word, k, stop int) int {
	for k < stop && (ws[k].lower == "and" || ws[k].lower == "," || isName(ws, k)) {
		k++
	}
	return k
}

// plainNoun reports whether a common noun stands at k: the name before it is then
// no place but tells what kind of thing it is.
func plainNoun(ws []word, k, stop int) bool {
	return k < stop && ws[k].kind == wordPlain && !ws[k].is(isLink|isJoint|isAdverbForm|isOpener|isTimeWord) &&
		!isFinite(ws, k) && !isName(ws, k)
}

// alsoThere reports whether the preposition at i is one of a series: "and in",
// "but also in", "as well as to".
func alsoThere(ws []word, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch ws[k].lower {
		case "and", "but", "or", "well":
			return true
		}
	}
	return false
}

var lowerPlace = wordSet("northern southern eastern western central upper lower downtown nearby neighboring neighbouring mainland rural greater city province region state town village occupied")

// venuePlace is the noun phrase of place in an opening adjunct: behind the last
// "at", with what names it.
func venuePlace(ws []word, r run) string {
	for _, link := range []string{"at", "in"} {
		for i := r.to - 1; i > r.from; i-- {
			if ws[i].lower == link && i+1 < r.to && !timeWords[ws[i+1].lower] {
				return joinWords(ws, run{i + 1, r.to})
			}
		}
	}
	return ""
}
