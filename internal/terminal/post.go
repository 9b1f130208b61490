package terminal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"sitrep/internal/answer"
	"sitrep/internal/ledger"
)

// Post prints a delivery between the lines of the conversation; its ts is the
// delivery's ID, since a terminal numbers nothing. A payload that is no message is
// refused for good. When the write fails with nothing written, nothing was taken;
// after a part of it the result is unknown.
func (t *Terminal) Post(ctx context.Context, d ledger.Delivery) (ts string, err error) {
	if err := ctx.Err(); err != nil {
		return "", &ledger.NotSentError{Err: err}
	}
	var m answer.Message
	if err := json.Unmarshal(d.Payload, &m); err != nil {
		return "", &ledger.RefusedError{Reason: "the stored message cannot be read"}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	before, after := "", "\n"
	if t.waiting {
		before, after = "\n", "\n"+prompt
	}
	n, err := io.WriteString(t.out, before+t.opts.Style.message(m)+after)
	switch {
	case err != nil && n == 0:
		return "", &ledger.NotSentError{Err: fmt.Errorf("terminal: write: %w", err)}
	case err != nil:
		return "", fmt.Errorf("terminal: write: %w", err)
	}
	t.last = m
	return d.ID, nil
}

// errNoLook is why a delivery to a terminal is never repeated.
var errNoLook = errors.New("what a terminal has shown cannot be looked up")

// Lookup always fails. What a terminal showed cannot be asked for again, and of
// the two ways to be wrong, a briefing that is shown as "unknown" is better than
// one that comes twice: so a delivery to the terminal is printed at most once.
func (t *Terminal) Lookup(context.Context, ledger.Delivery) (ts string, found bool, err error) {
	return "", false, errNoLook
}
