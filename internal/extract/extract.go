// Package extract reads the text of a report into sentences, quantities,
// attributions, dates and facts, by general rules and without a model. It is
// pure: text in, values out; it stores no key.
//
// The road: canonicalise (with a map back to the original offsets) → sentences
// and words → mask what only looks like a quantity → two independent readers of
// quantities → attributions → dates → facts.
package extract

import "sitrep/internal/facts"

// A Reading is everything that was read from one report. Lists are never nil.
type Reading struct {
	Sentences    []facts.Sentence `json:"sentences"` // of the body; the title is not among them
	Asides       []int            `json:"asides"`    // numbers of the sentences that are headings, promotions, captions or credits: no evidence
	Quantities   []Quantity       `json:"quantities"`
	Attributions []Attribution    `json:"attributions"`
	Dates        []Date           `json:"dates"`
	Facts        []facts.Fact     `json:"facts"`
}

// A Quantity is one number of the text with what it counts, as the command extract prints
// it. Start and End are code points and cover Text, hedge included.
type Quantity struct {
	S        int      `json:"s"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Text     string   `json:"text"`
	Value    *float64 `json:"value"`
	Low      *float64 `json:"low"`
	High     *float64 `json:"high"`
	Bound    string   `json:"bound"`
	Change   *string  `json:"change"`
	Unit     string   `json:"unit"`
	UnitText string   `json:"unit_text"`
	Per      *string  `json:"per"`
	Of       string   `json:"of"`
	Doing    *string  `json:"doing"`
	Firm     bool     `json:"firm"`
}

// A Mark is a span of the text, in code points.
type Mark struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text,omitempty"`
}

// An Attribution says whose words Content are. Source is nil when nobody is
// named; Name is the source after pronouns, titles and surnames are resolved.
type Attribution struct {
	Source  *Mark  `json:"source"`
	Name    string `json:"name"`
	Cue     *Mark  `json:"cue"`
	Content Mark   `json:"content"`

	frame *frame // how it was read; what the facts need beyond the spans
}

// A Date is a date or period expression, resolved against the day of publication.
type Date struct {
	S     int    `json:"s"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	EDTF  string `json:"edtf"`
}

// A word is a token of a sentence: a word (hyphens and inner apostrophes kept
// inside), a number as written ("12,000", "3.5"), or one punctuation mark.
type word struct {
	text, lower string   // as written; lower-cased with curly marks made straight
	start, end  int      // code points of the report's text
	cue         *cueForm // nil when the form is no cue
	traits      traits
	kind        wordKind
	class       wordClass
	tag         uint8  // of the lexeme; see speechTag
	sure        pos    // the part of speech it always has; posNone when the sentence decides
	hash        uint32 // of lower
}

type wordKind uint8

const (
	wordPlain wordKind = iota
	wordNumber
	wordMark
)

// A sentence of the report with its words.
type sentence struct {
	facts.Sentence
	words    []word
	in       []int     // the quotation each word stands in, or -1
	mentions []mention // of dates
	tags     []pos     // see tagsOf
	credit   bool      // a heading, promotion or credit line: no evidence for figures
}

// A document is a report made ready for the readers.
type document struct {
	written   string   // the text, valid UTF-8
	norm      []rune   // its code points made plain, one to one (see canonical)
	bytes     []uint32 // where each of them begins in written
	low       lowerer
	title     string // empty when the report has none
	titleEnd  int    // code points; 0 without a title line
	published string // EDTF day or empty
	sentences []sentence
	quotes    []Mark
	cast      *cast   // see people
	spare     []token // room for the tokens of a sentence
	tags      []pos   // room for the parts of speech of sentences
}

// Read reads a report. Only ID, Title, Text and Published of r are used. A text
// without sentences gives an empty Reading.
func Read(r facts.Report) Reading {
	d := newDocument(r)
	q := quantities(d)
	dates := findDates(d)
	told, read := attributions(d)
	return Reading{
		Sentences:    d.spans(),
		Asides:       d.asides(),
		Quantities:   q,
		Attributions: printed(told),
		Dates:        dates,
		Facts:        assemble(d, r.ID, q, told, read, dates),
	}
}
