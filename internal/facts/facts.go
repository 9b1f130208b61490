// Package facts is the vocabulary of sitrep: a report, its sentences, and the
// facts in it, each a statement with its holder, its date and the exact words
// that carry it. The package reads and writes nothing but the values handed to
// it; it stores no key.
//
// All offsets count Unicode code points of the report's text, 0-based, end
// exclusive (W3C TextPositionSelector). Sentences of the body are numbered from
// 1; the title is sentence 0 and never evidence. All dates are EDTF (ISO 8601-2)
// strings; an empty date means that the report does not say.
package facts

import "time"

// A Report is one news report as loaded. Text is the whole text, title line
// included where there is one, and every offset counts in it.
type Report struct {
	ID             string     `json:"id"`
	Title          string     `json:"title,omitempty"`
	URL            string     `json:"url,omitempty"`
	Publisher      string     `json:"publisher,omitempty"`       // outlet; empty when not stated
	Byline         string     `json:"byline,omitempty"`          // main author; empty when not stated
	Published      string     `json:"published,omitempty"`       // EDTF; empty when not known
	PublishedBasis string     `json:"published_basis,omitempty"` // how Published is known: one of the Basis constants, or empty
	Text           string     `json:"text"`
	SHA256         string     `json:"sha256"`          // hex, of Text's UTF-8 bytes
	Read           string     `json:"read"`            // how its facts came to be: one of the Read constants
	Loaded         time.Time  `json:"loaded,omitzero"` // arrival in the store, UTC; the zero time for the embedded report
	Sentences      []Sentence `json:"sentences"`
}

// How a report's publication date is known (Report.PublishedBasis).
const (
	BasisSupplied = "supplied" // given by whoever loaded it; the text need not say so
	BasisPage     = "page"     // from the page's own metadata
)

// How a fact came to be (Report.Read, Fact.Read).
const (
	ReadHand  = "hand"  // written or checked by a person
	ReadRules = "rules" // by internal/extract
	ReadModel = "model" // proposed by a model and proven verbatim
)

// A Sentence is the span of one sentence of a report. S is 0 for the title.
type Sentence struct {
	S     int `json:"s"`
	Start int `json:"start"`
	End   int `json:"end"`
}

// A Document is a report together with the facts read from it. It is what the
// store hands to whoever answers.
type Document struct {
	Report    Report     `json:"report"`
	Facts     []Fact     `json:"facts"`
	Conflicts []Conflict `json:"conflicts,omitempty"`
	Part      *Part      `json:"-"` // nil: the document is whole
}

// A Conflict is a warning that a person attached to facts of one report: these
// must not be merged or chosen between.
type Conflict struct {
	Kind  string   `json:"kind"`  // one of the Conflict constants
	Facts []string `json:"facts"` // ids of facts of the same report
	About string   `json:"about"` // what they disagree on, a short phrase
	Say   string   `json:"say,omitempty"`
}

// Kinds of conflict.
const (
	ConflictContradiction = "contradiction"      // both cannot be true
	ConflictNotComparable = "not_comparable"     // other measures: never a range, a sum or a trend
	ConflictHeadline      = "headline_overreach" // the title says more than the fact
)

// A Fact is one statement of one report: who says so, with what verb, when, and
// in which words. Unknown texts are empty strings; JSON and YAML may say null.
type Fact struct {
	ID         string   `json:"id"`               // "F12"; unique within its report
	Report     string   `json:"report,omitempty"` // the report's id
	Claim      string   `json:"claim"`            // one plain sentence
	Measure    string   `json:"measure"`          // what is counted or asserted, snake_case (schema.org measuredProperty)
	Place      string   `json:"place,omitempty"`  // where; empty when the words name no place
	Value      *Value   `json:"value"`            // nil for a statement without a number
	Factuality string   `json:"factuality"`       // FactBank value as committed by Source: one of the constants below
	Source     Source   `json:"source"`           // who says so
	Via        []string `json:"via,omitempty"`    // through whom the source is quoted
	Cue        *Span    `json:"cue,omitempty"`    // the verb or phrase of saying, as written; nil for the report's own voice
	Speech     string   `json:"speech"`           // direct, mixed, indirect or none
	Said       string   `json:"said,omitempty"`   // EDTF: when it was said
	AsOf       string   `json:"as_of,omitempty"`  // EDTF: when it holds; empty when the report does not say
	Quote      Quote    `json:"quote"`            // the evidence
	Status     string   `json:"status"`           // current, superseded, corrected or withdrawn
	By         string   `json:"by,omitempty"`     // the fact that superseded or corrected this one
	Grade      string   `json:"grade,omitempty"`  // Admiralty grade typed by a person; empty: not rated
	Note       string   `json:"note,omitempty"`   // for desk editors; never shown as evidence
	Read       string   `json:"read"`             // how it came to be: one of the Read constants
	Firm       bool     `json:"firm"`             // two independent readings agree, or a person wrote it; a figure that is not firm is never stated
}

// FactBank factuality values, relative to the source (Saurí and Pustejovsky 2009).
const (
	Certain        = "CT+" // confirm, state; the report's own flat statement
	Probable       = "PR+" // estimate, indicate, believe
	Possible       = "PS+" // suggest, may, could
	CertainlyNot   = "CT-" // deny: rates the thing denied
	ProbablyNot    = "PR-" // "no … reported"
	PossiblyNot    = "PS-"
	CertainUnknown = "CTu"
	Unknown        = "Uu" // a stated gap: refrained, not provided, uncertain, a question
)

// Speech values: all in quotation marks, some words, a paraphrase, nobody speaking.
const (
	SpeechDirect   = "direct"
	SpeechMixed    = "mixed"
	SpeechIndirect = "indirect"
	SpeechNone     = "none"
)

// Status values.
const (
	StatusCurrent    = "current"
	StatusSuperseded = "superseded"
	StatusCorrected  = "corrected"
	StatusWithdrawn  = "withdrawn"
)

// A Value is the number of a fact (schema.org QuantitativeValue). Text is what is
// printed, hedge included, word for word; Amount, Low and High are for comparing
// only and never printed.
type Value struct {
	Text     string   `json:"text"`                // "approximately 2,500", inside the quote
	Amount   *float64 `json:"amount"`              // one number; nil for a range or for none_reported
	Low      *float64 `json:"low,omitempty"`       // lower end of a range that one source states itself
	High     *float64 `json:"high,omitempty"`      // its upper end
	Bound    string   `json:"bound"`               // one of the Bound constants
	Unit     string   `json:"unit"`                // canonical: person, percent, usd, kilometre, week …, or the head noun of a plain count
	UnitText string   `json:"unit_text,omitempty"` // the unit phrase as written: "North Korean troops"
	Per      string   `json:"per,omitempty"`       // "day", "100000 person"; empty: not a rate
	Change   string   `json:"change,omitempty"`    // up or down when the words say that it rose or fell by or to this
	Of       string   `json:"of,omitempty"`        // what is counted or measured, a noun phrase of the quote
	Doing    string   `json:"doing,omitempty"`     // the predicate it stands in: "have already been dispatched to Russia"
}

// Bounds of a value: what its hedge says.
const (
	BoundExact  = "exact"
	BoundApprox = "approx"        // about, nearly, some, an estimated
	BoundMin    = "min"           // at least, more than, upwards of
	BoundMax    = "max"           // at most, up to, fewer than
	BoundNone   = "none_reported" // an absence of reports, never a zero
)

// A Source is who says so (PARC source). Text and S are its words and the
// sentence they stand in, which may differ from the quote's; both are empty for
// the report's own voice.
type Source struct {
	Name string `json:"name"` // resolved: "Lloyd J. Austin III, Secretary of Defense"
	Kind string `json:"kind"` // one of the Kind constants
	Text string `json:"text,omitempty"`
	S    int    `json:"s,omitempty"`
}

// Kinds of source.
const (
	KindNamed        = "named" // a person with a name
	KindOfficials    = "unnamed_officials"
	KindGovernment   = "government"
	KindOrganization = "organization"
	KindReports      = "reports" // other, unnamed reports
	KindReport       = "report"  // the report's own voice
)

// OwnVoice is the name of the source when nobody but the report says so.
const OwnVoice = "The report itself"

// A Span is words of one sentence, as written.
type Span struct {
	Text string `json:"text"`
	S    int    `json:"s"`
}

// A Quote is the evidence: Exact stands at [Start,End) of the report's text,
// inside sentence S (W3C TextQuoteSelector and TextPositionSelector).
type Quote struct {
	S     int    `json:"s"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
}

// A Key says which facts speak of the same thing by the same holder. Only facts
// with equal keys can be up, down or reworded against each other.
type Key struct {
	Measure, Place, Source string
}

// Key returns the comparison key of f.
func (f Fact) Key() Key {
	return Key{f.Measure, f.Place, f.Source.Name}
}
