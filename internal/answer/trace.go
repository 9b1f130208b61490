package answer

import "sitrep/internal/facts"

// A Trace tells how an answer came about, for the person who wants to know why. It
// changes nothing, and costs nothing unless Question.Why asks for it.
type Trace struct {
	Asked      Asked          `json:"asked"`
	Road       string         `json:"road"` // RoadRanking, RoadDates, RoadRules or RoadStory; empty: no report is in scope
	Thresholds Thresholds     `json:"thresholds"`
	Reports    int            `json:"reports"`    // candidate reports in scope and in the time asked about
	Facts      int            `json:"facts"`      // current ones that they hold
	Candidates []Candidate    `json:"candidates"` // best first, at most MaxCandidates
	Dropped    []Candidate    `json:"dropped"`    // nearest to the question first, at most MaxCandidates
	Reasons    map[string]int `json:"reasons"`    // how many facts were dropped for what reason
	Withheld   []string       `json:"withheld"`   // drafted lines that the gate held back, each with its rules
}

// The roads by which an answer is found.
const (
	RoadRanking = "ranking" // every firm figure against the question's words
	RoadDates   = "dates"   // the sentences that tell a date
	RoadRules   = "rules"   // what is counted, where, and who holds it
	RoadStory   = "story"   // the same, over several reports of one story
)

// MaxCandidates is how many candidates, and how many dropped ones, a Trace shows.
const MaxCandidates = 10

// Asked is a question as it was understood. What is empty was not found in it.
type Asked struct {
	Read     string     `json:"read"`           // normal form: spelling mended, short forms opened
	Kind     string     `json:"kind"`           // what sort of question it is
	Inherits bool       `json:"inherits"`       // leans on the question before it
	Unit     string     `json:"unit,omitempty"` // what sort of quantity would answer it
	Thing    string     `json:"thing,omitempty"`
	Theme    string     `json:"theme,omitempty"`   // what the reports are one story of, where the question leaves it open
	About    []string   `json:"about,omitempty"`   // what is asked about the thing: sent, present
	Nations  []string   `json:"nations,omitempty"` // countries whose people or things are meant
	Places   []string   `json:"places,omitempty"`
	Window   string     `json:"window,omitempty"`  // days that the question names, both ends included
	Nowhere  []string   `json:"nowhere,omitempty"` // places and years that no candidate mentions
	Holder   string     `json:"holder,omitempty"`  // whose words are asked for
	Numbers  []string   `json:"numbers,omitempty"`
	Unknown  []string   `json:"unknown,omitempty"` // words that no candidate holds
	Negative bool       `json:"negative,omitempty"`
	Scope    []string   `json:"scope,omitempty"` // only these reports
	AsOf     string     `json:"as_of,omitempty"` // nothing that was published later
	Words    []WordHeft `json:"words,omitempty"` // for ranking, in their order
}

// A WordHeft is a word of a question with what it weighs in ranking: rare words of
// the candidate reports weigh more.
type WordHeft struct {
	Word   string  `json:"word"`
	Weight float64 `json:"weight"`
	Name   bool    `json:"name,omitempty"`
}

// A Candidate is a fact, or a sentence with a date, that was looked at.
type Candidate struct {
	Fact     string    `json:"fact"` // "R1#F15"; of a sentence "R1, sentence 4"
	Text     string    `json:"text"` // of the value
	Of       string    `json:"of,omitempty"`
	Source   string    `json:"source,omitempty"`
	Date     string    `json:"published,omitempty"`
	Score    float64   `json:"score,omitempty"` // ranking: the probability; dates: how well the sentence fits; rules: none
	Covers   float64   `json:"covers"`          // share of the question's words that its sentence and title hold, rare words weighing more
	Features []Feature `json:"features,omitempty"`
	Fate     string    `json:"fate"` // given, shown, or why it was not
}

// A Feature is one reason for a score, with what it adds to it (in log odds) or what
// it is multiplied by.
type Feature struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"` // 0 to 1
	Adds  float64 `json:"adds,omitempty"`
	Times float64 `json:"times,omitempty"`
}

// kindNames say in words what each kind of question asks for.
func kindNames() map[kind]string {
	return map[kind]string{
		kindTopic: "topic: the facts nearest in words", kindCount: "count: how many", kindSource: "source: who gave the figure",
		kindSources: "sources: who gives which figure", kindIdentity: "identity: who they are", kindSentence: "sentence: the words of the report",
		kindSpeaker: "speaker: what somebody says", kindWords: "words: somebody's exact words", kindConfirmed: "confirmed: is it so",
		kindConfirmedBy: "confirmed by somebody", kindIndependent: "confirmed by others", kindHolder: "holder: does somebody give that number",
		kindSubset: "subset: how many of a number", kindRange: "range", kindEither: "either: this number or that", kindSum: "sum",
		kindAverage: "average", kindHighest: "highest figure", kindLowest: "lowest figure", kindSingle: "single: just one number",
		kindThreshold: "threshold: more or fewer than", kindClaim: "claim: is that number right", kindCompare: "comparison",
		kindTrend: "trend: did it change", kindForecast: "forecast", kindToday: "today", kindChanged: "changed: what is new since a day", kindDisagree: "disagree: who gives other figures", kindMore: "more: how many more",
		kindNone: "none: are there none", kindUnknowns: "unknowns: what is not known", kindDisputed: "disputed: what is disputed",
		kindExpected: "expected: what comes next", kindAuthor: "author: who wrote it", kindWhen: "when", kindFigureDate: "date of a figure",
		kindLatest: "latest: the newest figure", kindWhere: "where they are", kindWhether: "whether it is done", kindOverview: "overview: what is known",
		kindSame: "same: did the number stay", kindRevised: "revised: did somebody lower it", kindExactly: "exactly that number",
		kindAtMost: "at most that number", kindParts: "parts: are some of them the others", kindWhose: "whose number it is",
		kindQuoted: "quoted: which words", kindStillDenies: "still denied",
		kindHow: "how it was done", kindEvidence: "evidence", kindMeaning: "meaning: why it matters", kindType: "sort: what sort of thing",
		kindOff: "not for us",
	}
}

// classNames say in words what sort of quantity would answer.
func classNames() map[quantityClass]string {
	return map[quantityClass]string{anyQuantity: "any quantity", counts: "a count", moneys: "money", shares: "a share or percentage", ages: "an age",
		spans: "a span of time", lengths: "a length or distance", weights: "a weight",
		areas: "an area", warmths: "a temperature", speeds: "a speed", others: "another measure"}
}

// featureNames name the features of a figure, in their order.
func featureNames() []string {
	return []string{"always", "words in its clause", "words in and around its sentence", "words of what it counts", "names in its sentence",
		"names around it", "other words in its sentence", "words in sentence and title", "words near it", "nearest of its sentence",
		"asked noun counted", "asked noun in its sentence", "counts the noun asked for", "sort of quantity", "newness", "too old a report",
		"stands early", "heaviest word missing", "tells another year", "the year asked for", "says not", "other names"}
}

// asked is what the query understood.
func (q *query) asked(question Question) Asked {
	a := Asked{Read: q.text, Kind: kindNames()[q.kind], Inherits: q.inherited, Thing: q.headTyped, About: q.acts, Nations: q.nations,
		Places: q.places, Nowhere: q.elsewhere, Unknown: q.unmatched, Negative: q.negative, Scope: question.Reports, AsOf: question.AsOf}
	a.Places = append(a.Places[:len(a.Places):len(a.Places)], q.towns...)
	switch w := q.window; {
	case w.from != "" && w.from == w.to:
		a.Window = w.from
	case w.set():
		a.Window = w.from + ".." + w.to
	case w.newest:
		a.Window = "the newest"
	}
	if q.speaker != nil {
		a.Holder = q.speaker.typed
		if name := q.speaker.source.Name; name != "" {
			a.Holder = name
		}
	}
	for _, n := range q.numbers {
		a.Numbers = append(a.Numbers, n.Text)
	}
	return a
}

// lost says why a fact could not be a figure of any answer; empty: it could.
func (it *item) lost() string {
	switch {
	case it.Value == nil:
		return "states no figure"
	case !it.Firm:
		return "not firm: the two readers disagree on it"
	case it.Value.Unit == "date":
		return "is a date"
	case it.gap():
		return "is not known, says its source"
	case firmness[it.Factuality] == 0 && it.Value.Bound != facts.BoundNone:
		return "is denied by its source"
	}
	return ""
}
