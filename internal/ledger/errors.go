package ledger

import (
	"fmt"
	"time"
)

// RetryLater says that nothing was taken and that all posting must wait.
type RetryLater struct {
	After time.Duration // as told by the other side; less than a second counts as one
}

func (e *RetryLater) Error() string {
	return fmt.Sprintf("told to wait %s before the next message", e.wait())
}

func (e *RetryLater) wait() time.Duration { return max(e.After, time.Second) }

// RefusedError says that the message was refused for good, and why.
type RefusedError struct {
	Reason string
}

func (e *RefusedError) Error() string { return "refused: " + e.Reason }

// NotSentError says that not a byte of the message left this machine, as when no
// connection could be made.
type NotSentError struct {
	Err error
}

func (e *NotSentError) Error() string { return "not sent: " + e.Err.Error() }

// Unwrap returns the cause.
func (e *NotSentError) Unwrap() error { return e.Err }
