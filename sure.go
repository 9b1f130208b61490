package main

import (
	"fmt"

	"sitrep/config"
)

// sureness are the flags that set the two thresholds for one command.
type sureness struct {
	AnswersFrom *float64 `help:"Probability from which a figure is given as the answer (default: answer.answers_from, 0.65)." placeholder:"P" name:"answers-from"`
	NearestFrom *float64 `help:"Probability from which a figure is shown as the nearest (default: answer.nearest_from, 0.25)." placeholder:"P" name:"nearest-from"`
}

// over lays the flags over the configuration.
func (s sureness) over(cfg *config.Config) error {
	if s.AnswersFrom != nil {
		cfg.Answer.AnswersFrom = *s.AnswersFrom
	}
	if s.NearestFrom != nil {
		cfg.Answer.NearestFrom = *s.NearestFrom
	}
	if err := cfg.Answer.Check("--answers-from", "--nearest-from"); err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	return nil
}
