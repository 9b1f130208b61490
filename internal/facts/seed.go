package facts

import (
	"bytes"
	_ "embed"
	"fmt"
)

//go:embed seed/report.txt
var seedText string

//go:embed seed/facts.yaml
var seedFacts []byte

// Seed returns the embedded first report (id "R1") with its hand-written facts,
// validated anew at every call. Its Loaded time is zero.
func Seed() (Document, error) {
	d, err := DecodeDocument(seedFacts, "seed/facts.yaml")
	if err != nil {
		return Document{}, fmt.Errorf("facts: embedded report: %w", err)
	}
	if d, err = Complete(d, seedText); err != nil {
		return Document{}, fmt.Errorf("facts: embedded report: %w", err)
	}
	return d, nil
}

//go:embed seed/questions.yaml
var seedQuestions []byte

// SeedQuestions returns questions about the embedded report with what their answers
// must be, in the form that sitrep eval reads.
func SeedQuestions() []byte { return bytes.Clone(seedQuestions) }
