package facts

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Kinds of Mention: by what the words name a country.
const (
	MentionCountry = "country" // Russia, DPRK
	MentionDemonym = "demonym" // Russian, North Koreans
	MentionCapital = "capital" // Moscow
	MentionPlace   = "place"   // another city or a region: Vladivostok, Crimea
	MentionSeat    = "seat"    // Kremlin, White House
	MentionAgency  = "agency"  // SBU, State Department
	MentionLeader  = "leader"  // Putin
	MentionBloc    = "bloc"    // EU, Security Council; Country is then the bloc's name
)

// A Mention is one naming of a country or bloc. Start and End are BYTES of the
// string that was searched.
type Mention struct {
	Start, End int
	Country    string // canonical name: "North Korea", "European Union"
	Kind       string // one of the Mention constants
}

// A Gazetteer knows how news names the countries of the world. It is never changed
// once built, so any number of goroutines may use it.
type Gazetteer struct {
	entries    map[string][]entry // by first word, lower case; longest first
	adjectives map[string]string
}

// An entry is one way to name a country.
type entry struct {
	text    string
	exact   bool // never in folded text: the word also means something else
	typed   bool // only in folded text: in print the letters mostly mean something else
	country string
	kind    string
}

//go:embed gazetteer.tsv
var gazetteerTable string

// Places returns the gazetteer. The table is read at the first call.
func Places() *Gazetteer {
	return places()
}

var places = sync.OnceValue(func() *Gazetteer { return newGazetteer(gazetteerTable) })

// newGazetteer reads the table. Lines that are no row are passed over; a test
// holds that the embedded table has none.
func newGazetteer(table string) *Gazetteer {
	g := &Gazetteer{entries: map[string][]entry{}, adjectives: map[string]string{}}
	for line := range strings.Lines(table) {
		columns := strings.Split(strings.TrimRight(line, "\n"), "\t")
		switch {
		case strings.HasPrefix(line, "#"):
		case columns[0] == "country" && len(columns) == 6:
			g.addCountry(columns[1:])
		case columns[0] == MentionBloc && len(columns) == 3:
			g.add(columns[1], MentionBloc, columns[1])
			g.add(columns[1], MentionBloc, columns[2])
		case len(columns) == 3:
			g.add(columns[1], columns[0], columns[2])
		}
	}
	for _, list := range g.entries {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].text) > len(list[j].text) })
	}
	return g
}

func (g *Gazetteer) addCountry(c []string) {
	country, adjective, demonyms, capitals, names := c[0], c[1], c[2], c[3], c[4]
	g.add(country, MentionCountry, country)
	g.add(country, MentionCountry, names)
	if adjective != "" {
		g.adjectives[country] = adjective
		g.add(country, MentionDemonym, adjective)
		if strings.HasSuffix(adjective, "an") || strings.HasSuffix(adjective, "i") {
			g.add(country, MentionDemonym, adjective+"s")
		}
	}
	g.add(country, MentionDemonym, demonyms)
	g.add(country, MentionCapital, capitals)
}

// add enters the items of one column; an item that is there already keeps its
// first meaning.
func (g *Gazetteer) add(country, kind, items string) {
	for item := range strings.SplitSeq(items, ";") {
		text, exact := strings.CutPrefix(item, "=")
		text, typed := strings.CutPrefix(text, "~")
		if text == "" {
			continue
		}
		key := firstWord(text)
		known := false
		for _, e := range g.entries[key] {
			known = known || e.text == text
		}
		if known {
			continue
		}
		g.entries[key] = append(g.entries[key], entry{text, exact, typed, country, kind})
	}
}

// Find returns every mention in running text, from left to right and without
// overlap; the longest name wins. Case counts, but for names in capitals as in a
// headline.
func (g *Gazetteer) Find(text string) []Mention {
	return g.find(text, false)
}

// FindFold is Find for typed questions: case does not count, and "us" is the
// country only where the words around it say so ("the us", "us officials").
func (g *Gazetteer) FindFold(text string) []Mention {
	return g.find(text, true)
}

// Country returns the canonical name of the country or bloc that word names as a
// whole, in any case and with or without "the": "dprk", "the US", "Seoul". It
// returns false for a word that names none.
func (g *Gazetteer) Country(word string) (string, bool) {
	word = strings.TrimSpace(word)
	if len(word) > 4 && strings.EqualFold(word[:4], "the ") {
		word = strings.TrimSpace(word[4:])
	}
	for _, e := range g.entries[firstWord(word)] {
		if n, ok := matchName(word, e.text, foldCase); ok && n == len(word) {
			return e.country, true
		}
	}
	return "", false
}

// Adjective returns the adjective of a country by its canonical name, "North
// Korean", or "" where there is none.
func (g *Gazetteer) Adjective(country string) string {
	return g.adjectives[country]
}

func (g *Gazetteer) find(text string, fold bool) []Mention {
	var found []Mention
	shouting := fold && text == strings.ToUpper(text)
	for i := 0; i < len(text); {
		if !letterAt(text, i) {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		end, e, ok := g.longest(text, i, fold, shouting)
		if ok {
			found = append(found, Mention{i, end, e.country, e.kind})
			i = end
		} else {
			i += len(leadingWord(text[i:]))
		}
	}
	return found
}

// named are the entries whose first word this is, in any case.
func (g *Gazetteer) named(word string) []entry {
	var space [32]byte
	lower := space[:0]
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf || len(lower) == len(space) {
			return g.entries[strings.ToLower(word)]
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower = append(lower, c)
	}
	return g.entries[string(lower)]
}

// longest returns the longest name that begins at byte i. In a text all in
// capitals, case cannot tell "WHO" from "who".
func (g *Gazetteer) longest(text string, i int, fold, shouting bool) (end int, e entry, ok bool) {
	word := leadingWord(text[i:])
	for _, e := range g.named(word) {
		if e.typed && !fold {
			continue
		}
		mode := exactCase
		if fold && !e.exact {
			mode = foldCase
		}
		n, ok := matchName(text[i:], e.text, mode)
		if !ok && !fold && len(e.text) > 3 {
			n, ok = matchName(text[i:], e.text, upperCase)
		}
		if ok && !(shouting && e.exact) {
			return i + n, e, true
		}
	}
	if fold && strings.EqualFold(word, "us") && meansUnitedStates(text, i) {
		return i + len(word), entry{country: "United States", kind: MentionCountry}, true
	}
	return 0, entry{}, false
}

// Ways to compare letters.
const (
	exactCase = iota
	upperCase // the text has the name in capitals
	foldCase
)

// matchName says whether text begins with name, up to the end of a word, and how
// many bytes it takes there. A space of the name may be a hyphen or several
// spaces, and an apostrophe may be curly.
func matchName(text, name string, mode int) (n int, ok bool) {
	for _, want := range name {
		r, size := utf8.DecodeRuneInString(text[n:])
		switch {
		case size == 0:
			return 0, false
		case want == ' ':
			size = spaceAt(text[n:])
			if size == 0 {
				return 0, false
			}
		case r == want, r == '’' && want == '\'', r == '‑' && want == '-':
			if mode == upperCase && unicode.IsLower(r) {
				return 0, false
			}
		case mode == upperCase && r == unicode.ToUpper(want):
		case mode == foldCase && unicode.ToLower(r) == unicode.ToLower(want):
		default:
			return 0, false
		}
		n += size
	}
	next, _ := utf8.DecodeRuneInString(text[n:])
	return n, !unicode.IsLetter(next) && !unicode.IsDigit(next)
}

// spaceAt returns the bytes of the gap at the start of s: spaces or one hyphen.
func spaceAt(s string) int {
	if strings.HasPrefix(s, "-") {
		return 1
	}
	return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
}

// leadingWord returns the letters and digits that s begins with.
func leadingWord(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		return s
	}
	return s[:end]
}

func firstWord(s string) string {
	return strings.ToLower(leadingWord(s))
}

// meansUnitedStates tells "us" the country, at byte i, from the pronoun.
func meansUnitedStates(text string, i int) bool {
	before := strings.Fields(strings.ToLower(text[:i]))
	last := ""
	if len(before) > 0 {
		last = strings.TrimFunc(before[len(before)-1], unicode.IsPunct)
	}
	if last == "the" {
		return true
	}
	rest := text[i+len("us"):]
	if strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s") {
		return true
	}
	gap := spaceAt(rest)
	next := firstWord(rest[gap:])
	return gap > 0 && (usNouns[next] || !pronounVerbs[last] && usWords[next])
}

// usNouns follow the country, never the pronoun.
var usNouns = map[string]bool{
	"official": true, "officials": true, "intelligence": true, "government": true, "military": true, "army": true,
	"navy": true, "marines": true, "troops": true, "soldiers": true, "forces": true, "president": true,
	"secretary": true, "defense": true, "defence": true, "state": true, "treasury": true, "dollars": true,
	"dollar": true, "embassy": true, "congress": true, "senate": true, "administration": true, "spies": true,
	"citizens": true, "economy": true, "election": true, "elections": true, "border": true, "ambassador": true,
	"diplomat": true, "diplomats": true, "agencies": true, "airstrike": true, "airstrikes": true, "sanctions": true,
	"senator": true, "senators": true, "lawmakers": true, "spokesman": true, "spokesperson": true, "spokeswoman": true,
}

// usWords follow the country, and the pronoun only behind a verb that takes it.
var usWords = map[string]bool{
	"figure": true, "figures": true, "number": true, "numbers": true, "count": true, "estimate": true,
	"estimates": true, "claim": true, "claims": true, "say": true, "says": true, "said": true, "think": true,
	"thinks": true, "believe": true, "believes": true, "confirm": true, "confirms": true, "confirmed": true,
	"toll": true, "source": true, "sources": true, "version": true, "position": true, "assessment": true,
}

// pronounVerbs take "us" as an object.
var pronounVerbs = map[string]bool{
	"tell": true, "tells": true, "told": true, "give": true, "gives": true, "gave": true, "show": true, "shows": true,
	"let": true, "help": true, "send": true, "get": true, "remind": true, "bring": true, "to": true, "for": true,
	"with": true, "of": true, "from": true, "about": true, "between": true,
}
