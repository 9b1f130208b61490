package answer

import (
	"strings"
	"sync"

	"github.com/kljensen/snowball/english"
)

// fieldTable lists the word fields: words that news and askers use for one
// thing. A line is "field: words"; a word may stand in one field only, and one
// after "=" counts only as it stands, not by its stem. Fields
// widen what a question can match; they never change what is printed.
const fieldTable = `
troops: troop soldier serviceman servicemen servicewoman personnel =force =forces fighter conscript recruit military army contingent =combatant =combatants
people: people person individual human man woman men women
civilians: civilian resident citizen inhabitant
casualty: casualty casualties victim toll =losses
killed: kill killed dead death die died fatality slain =bodies
wounded: wound wounded injure injured hurt
survived: survive survived survivor
missing: missing unaccounted disappeared
captured: capture captured prisoner detained arrest arrested detain
vessel: =ship =ships vessel boat warship ferry
aircraft: aircraft plane jet helicopter drone
vehicle: tank vehicle truck armour armor
weapon: weapon missile rocket shell ammunition artillery munition =ammo
formation: battalion brigade division regiment corps unit company squad
officer: officer general commander colonel
sent: =shipped =shipping send sent dispatch deploy deployment transfer transferred shipped gone went go redeploy relocate moved provide
training: train training drill exercise trainee
present: reach arrive arrival enter cross crossed soil presence station
stay: currently stationed
more: more additional further extra follow reinforcement reinforce next wave another
expect: expect anticipate forecast predict prediction projection project upcoming future outlook
fight: fight fighting combat battle clash
evidence: evidence proof imagery satellite photo photograph picture pic footage video document intelligence
transport: transport travel journey route sail convoy rail movement
meaning: meaning mean significance significant matter shift implication consequence escalation strategy important importance turning
kind: kind type sort
elite: elite special professional conscripted volunteer mercenary reservist paratrooper marine commando
author: author wrote write writer written byline journalist reporter contributor reporting paper outlet newspaper publisher publication
confirm: confirm confirmed confirmation verify verified acknowledge admit admitted corroborate corroborated validate
deny: deny denied denial reject rejected refute dismiss dismissed
reply: response respond reaction react comment commented reply statement remark
unknown: unknown unclear uncertain gap unanswered undisclosed unspecified undetermined
dispute: dispute disputed contested contradict contradiction contradictory conflict conflicting
rise: rise rose increase increasing increased grow grew growing climb higher trend change changed surge jump
fall: fall fell decrease decreased decline drop dropped lower shrink
money: dollar euro pound money cost price budget aid fund worth
language: language speak communicate tongue interpreter
founded: founded establish established establishment formed incorporated created creation inception
built: build built construct constructed construction completed completion erected
began: begin began begun debut premiere premiered open opened opening introduced launch launched inaugurated
born: born birth birthplace
worry: concern worry fear doubt
goal: purpose aim goal objective intend
place: where location place site base
`

// measureNouns say that a number is asked for, not what is counted.
var measureNouns = wordSet(`number figure count estimate total tally quantity size amount estimates numbers figures counts`)

// functionWords carry no topic.
var functionWords = wordSet(`a an the of in on at to into for and or but by with from as is are was were be been being am
 do does did done has have had having will would shall should can could may might must not no nor so then than that this these those
 it its he him his she her hers they them their theirs we us our you your i me my who whom whose which what when where why how
 there here if any some all each both either neither own same such only just very too also again ever yet still already now
 about over under up down out off please tell give show get say says said saying exactly exact right correct true really okay ok
 hi hello thanks many much lot few more most one per versus vs yes soon far actually currently today currently many anyone someone
 anybody somebody everyone nobody anything something nothing everything because while during after before since until between
 among through against without within along across let us want need like know think think use used make made take new report reports
 article story text loaded news according`)

// theLexicon is the one lexicon, a constant table.
var theLexicon = sync.OnceValue(newLexicon)

// A lexicon maps stems to fields.
type lexicon struct {
	field map[string]string
	exact map[string]string // words whose stem would mislead, as they stand
	known map[string]bool   // words as listed, for spelling
	// members are the words of each field.
	members map[string][]string
}

func newLexicon() *lexicon {
	l := &lexicon{field: map[string]string{}, exact: map[string]string{}, known: map[string]bool{}, members: map[string][]string{}}
	for line := range strings.Lines(fieldTable) {
		name, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for _, w := range strings.Fields(words) {
			l.members[name] = append(l.members[name], strings.TrimPrefix(w, "="))
			if exact, ok := strings.CutPrefix(w, "="); ok {
				l.exact[exact], l.known[exact] = name, true
				continue
			}
			l.known[w] = true
			if _, taken := l.field[english.Stem(w, false)]; !taken {
				l.field[english.Stem(w, false)] = name
			}
		}
	}
	for w := range functionWords {
		l.known[w] = true
	}
	for _, r := range rules { // what the rules look for is spelt right
		for _, w := range patternWords.FindAllString(r.pattern.String(), -1) {
			if whole, optional := strings.CutSuffix(w, "?"); optional { // its last letter may be missing
				l.known[whole], w = true, whole[:len(whole)-1]
			}
			l.known[w] = true
		}
	}
	for w := range measureNouns {
		l.known[w] = true
	}
	return l
}

// patternWords are the whole words of a rule's pattern.
var patternWords = re(`[a-z]{4,}\??`)

// fieldOf returns the field of a word, or the word's own stem when it has none.
func (l *lexicon) fieldOf(word string) string {
	field, _ := l.read(word)
	return field
}

// read returns the field and the stem of a word.
func (l *lexicon) read(word string) (field, stem string) {
	e := stems().of(strings.ToLower(word))
	return e.field, e.stem
}

// fieldOfStem is the field of a word with the stem: its own, or that of the word it
// derives from, or none but the stem.
func (l *lexicon) fieldOfStem(word, stem string) string {
	if f, ok := l.exact[word]; ok {
		return f
	}
	if f, ok := l.field[stem]; ok {
		return f
	}
	for _, form := range []string{stem, word} {
		if base, ok := derived()[form]; ok {
			return l.fieldOf(base)
		}
	}
	return stem
}

// stem reduces an English word for matching; never for display.
func stem(word string) string {
	return stems().of(strings.ToLower(word)).stem
}

// stems is the one memory of stems: the same few thousand words come again in
// every question.
var stems = sync.OnceValue(func() *stemmer { return &stemmer{known: map[string]stemmed{}} })

// maxStems bounds what is remembered; then it begins anew.
const maxStems = 100_000

type stemmer struct {
	mu    sync.RWMutex
	known map[string]stemmed
}

// A stemmed is a word's stem and its field in the lexicon: its stem where it has none.
type stemmed struct {
	stem, field string
}

// all returns what is known of lower-case words: one look for all that are remembered.
func (s *stemmer) all(words []string) []stemmed {
	out := make([]stemmed, len(words))
	s.mu.RLock()
	for i, w := range words {
		out[i] = s.known[w]
	}
	s.mu.RUnlock()
	for i, e := range out {
		if e.stem == "" {
			out[i] = s.of(words[i])
		}
	}
	return out
}

func (s *stemmer) of(word string) stemmed {
	s.mu.RLock()
	e, ok := s.known[word]
	s.mu.RUnlock()
	if ok {
		return e
	}
	word = strings.Clone(word) // it may be part of a long text
	e.stem = english.Stem(word, false)
	e.field = e.stem
	e.field = theLexicon().fieldOfStem(word, e.stem)
	s.mu.Lock()
	if len(s.known) >= maxStems {
		clear(s.known)
	}
	s.known[word] = e
	s.mu.Unlock()
	return e
}

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
