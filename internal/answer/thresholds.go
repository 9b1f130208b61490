package answer

// Thresholds are how probable it must be that a figure found by ranking answers the
// question. Questions that go by what is counted and who holds it need none.
type Thresholds struct {
	AnswersFrom float64 `json:"answers_from"` // from here on it is given as the answer
	NearestFrom float64 `json:"nearest_from"` // from here on it is shown as the nearest; below, the reports do not tell
}

// DefaultThresholds are those that the weights were fitted with.
func DefaultThresholds() Thresholds { return Thresholds{AnswersFrom: 0.65, NearestFrom: 0.25} }

// An Option sets something of an Engine that has a default.
type Option func(*Engine)

// Sure sets the thresholds. The caller has checked that both lie above 0 and at most
// at 1, and that AnswersFrom is not the lower one.
func Sure(t Thresholds) Option { return func(e *Engine) { e.limits = t } }
