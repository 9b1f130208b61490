// Package answer turns a question into an answer whose every figure has a holder,
// a date and a sentence behind it, or says plainly that the reports do not tell.
//
// The road is parse, find, rank, decide, compose, Check. Everything is a pure
// function of the question and of what the Finder returns; the package stores no
// key and knows no clock: "now" is the day that the question is asked as of.
package answer

import (
	"context"

	"sitrep/internal/facts"
)

// A Question is what somebody asks. Only Text is required.
type Question struct {
	ID      string   `json:"id,omitempty"`
	Text    string   `json:"question"`
	Reports []string `json:"reports,omitempty"` // only these reports may be used; empty: every report
	AsOf    string   `json:"as_of,omitempty"`   // EDTF day; reports published later do not exist; empty: no limit
	Thread  []string `json:"thread,omitempty"`  // earlier questions of the conversation, oldest first
	Fresh   []string `json:"-"`                 // for "what changed?": the reports that are new to the asker; empty: by their day
	Why     bool     `json:"-"`                 // the answer tells how it came about, in Trace
}

// The nine behaviours.
const (
	Gives        = "answer"        // one asked fact
	GivesAll     = "answer_all"    // every figure that fits, each with its own source
	Nearest      = "nearest"       // what was asked is not in the reports; the nearest is shown as what it is
	Gap          = "gap"           // a report itself says that it is not known
	Abstain      = "abstain"       // the reports are silent
	Correct      = "correct"       // the question's premise is false
	NoArithmetic = "no_arithmetic" // figures that must not be combined
	Clarify      = "clarify"       // asks back
	Scope        = "scope"         // not a question about the loaded reports
)

// An Answer is what a surface shows. Text is Lines joined, plain, with markers
// [n] that point into Citations; it holds no list of sources.
type Answer struct {
	ID             string          `json:"id,omitempty"`
	Behaviour      string          `json:"behaviour"`
	Text           string          `json:"text"`
	Figures        []Figure        `json:"figures"`
	Citations      []Citation      `json:"citations"`
	Contradictions []Contradiction `json:"contradictions"`
	Withheld       int             `json:"withheld"` // lines that the gate took out
	TookMS         float64         `json:"took_ms"`

	// Why says for each withheld line which rule it broke: for the log.
	Why []string `json:"-"`

	// Trace tells how the answer came about; nil unless the question asks for it.
	Trace *Trace `json:"why,omitempty"`

	// Lines are the text in parts, for surfaces that lay it out.
	Lines []Line `json:"-"`

	evidence Evidence         // what the gate saw
	cites    map[string][]int // sentences that each shown fact rests on
	rests    []facts.Fact
}

// A Line is one line of an answer.
type Line struct {
	Role Role   `json:"role"`
	Text string `json:"text"`           // plain, markers included
	Mark string `json:"mark,omitempty"` // the words inside Text that a surface may print bold; empty: none
}

// A Role says what a line is for, so that a surface can lay it out.
type Role int

// The roles: the leading sentence, a heading over a group of figures, one figure
// (a surface puts the bullet before it), and a closing sentence.
const (
	RoleLead Role = iota
	RoleHead
	RoleFigure
	RoleNote
)

// A Figure is one figure given as the answer. A date, name or place that was
// asked for is a figure without numbers and with the unit date, name or place.
type Figure struct {
	Text   string   `json:"text"` // hedge included, word for word
	Value  *float64 `json:"value"`
	Low    *float64 `json:"low"`
	High   *float64 `json:"high"`
	Bound  string   `json:"bound"`
	Unit   string   `json:"unit"`
	Of     string   `json:"of"` // the whole of what the number counts, predicate included
	Place  *string  `json:"place"`
	Source string   `json:"source"`
	AsOf   *string  `json:"as_of"` // EDTF; null where the report does not say
	Read   string   `json:"read"`
	Flag   *string  `json:"flag"`
	Was    *string  `json:"was"`
	Fact   string   `json:"fact"` // "R1#F15"
	Cites  []int    `json:"cites"`
}

// A Citation is one sentence, verbatim, of one report.
type Citation struct {
	N              int     `json:"n"`
	Report         string  `json:"report"`
	Title          string  `json:"title"`
	Publisher      *string `json:"publisher"`
	Published      *string `json:"published"`
	PublishedBasis *string `json:"published_basis"`
	URL            *string `json:"url,omitempty"`
	S              int     `json:"s"`
	Start          int     `json:"start"`
	End            int     `json:"end"`
	Exact          string  `json:"exact"`
}

// A Contradiction is a pair of facts shown here that cannot both be true.
type Contradiction struct {
	Facts []string `json:"facts"` // two fact references, "R1#F01"
	Kind  string   `json:"kind"`  // "contradiction", or "other speaker" where each of two holders stands for one of two figures
	About string   `json:"about"`
}

// A Search is what the Engine asks the store for.
type Search struct {
	Terms   []string // lower-case words of the question without function words, other words for the same behind each; empty: the newest reports
	Reports []string // only these; empty: every report
	AsOf    string   // published on or before this day; empty: no limit
	Limit   int      // most documents to return
	Whole   bool     // hand over no document in part
}

// A Finder finds candidate documents: it never ranks facts, so that every store
// gives the same answers, and may hand over documents in part (facts.Part), with the
// sentences that may matter. The rarest terms count first; documents come newest
// first. An empty result is not an error.
type Finder interface {
	Find(ctx context.Context, s Search) ([]facts.Document, error)
}
