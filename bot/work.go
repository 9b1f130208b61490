package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"sitrep/internal/answer"
	"sitrep/internal/ledger"
)

const (
	// eventLease is how long one worker may take over one question; after that
	// another worker may have it.
	eventLease = 60 * time.Second
	// answerTimeout leaves enough of the lease to store the answer.
	answerTimeout = 45 * time.Second
	// maxClaims is how many workers may die over one event before it is given up.
	maxClaims = 5
	// MaxQuestion is the longest question that is answered, in code points.
	MaxQuestion = 2000
)

// The sentences that are said instead of an answer.
const (
	helpText   = "Ask me about the loaded reports, for example “how many?”, “according to whom?” or “what is confirmed?”. I answer with the figures as the reports give them, each with its source."
	failedText = "I could not answer this: something failed on my side. Please ask again; the log of sitrep has the detail."
)

// work answers questions until ctx ends.
func (b *Bot) work(ctx context.Context) {
	tick := time.NewTicker(b.opts.Poll)
	defer tick.Stop()
	for {
		for b.workOne(ctx) {
		}
		select {
		case <-ctx.Done():
			return
		case <-b.wake:
		case <-tick.C:
		}
	}
}

// workOne claims, answers and finishes one event; false when there was none.
func (b *Bot) workOne(ctx context.Context) bool {
	if ctx.Err() != nil {
		return false
	}
	ev, ok, err := b.store.ClaimEvent(ctx, b.opts.Now().UTC(), eventLease)
	if err != nil {
		if ctx.Err() == nil {
			b.log.Error("slack: inbox not readable", "error", b.redact(err))
		}
		return false
	}
	if !ok {
		return false
	}
	msg, err := b.reply(ctx, ev)
	if ctx.Err() != nil {
		return false // stopped in the middle: the lease ends and the event is answered then
	}
	if err != nil {
		b.log.Error("slack: question not answered", "event", ev.ID, "error", b.redact(err))
		msg = sentence(failedText)
	}
	err = b.finish(ctx, ev, msg)
	if errors.Is(err, ledger.ErrLost) {
		b.log.Info("slack: question taken over by another worker", "event", ev.ID)
		return true
	}
	if err != nil {
		b.log.Error("slack: answer not stored, the question stays open", "event", ev.ID, "error", b.redact(err))
		return false
	}
	b.opts.Wake()
	return true
}

// reply finds what to say to ev.
func (b *Bot) reply(ctx context.Context, ev ledger.Event) (msg answer.Message, err error) {
	defer func() {
		if r := recover(); r != nil { // one bad question must not end the service, again and again
			err = fmt.Errorf("bot: answering panicked: %v", r)
		}
	}()
	if ev.Fence > maxClaims {
		return answer.Message{}, fmt.Errorf("bot: event %s was claimed %d times without an end", ev.ID, ev.Fence)
	}
	switch n := utf8.RuneCountInString(ev.Text); {
	case n == 0:
		return sentence(helpText), nil
	case n > MaxQuestion:
		return sentence(fmt.Sprintf("That question is %d characters long; I take up to %d. Please ask it more shortly.", n, MaxQuestion)), nil
	}
	ctx, cancel := context.WithTimeout(ctx, answerTimeout)
	defer cancel()
	thread, err := b.thread(ctx, ev)
	if err != nil {
		return answer.Message{}, err
	}
	a, err := b.answers.Answer(ctx, answer.Question{ID: ev.ID, Text: ev.Text, Thread: thread})
	if err != nil {
		return answer.Message{}, fmt.Errorf("bot: answer event %s: %w", ev.ID, err)
	}
	return a.Message(), nil
}

// thread returns the earlier questions of ev's thread, oldest first.
func (b *Bot) thread(ctx context.Context, ev ledger.Event) ([]string, error) {
	if ev.ThreadTS == "" {
		return nil, nil
	}
	asked, err := b.store.ThreadQuestions(ctx, ev.Team, ev.Channel, ev.ThreadTS, ev.TS)
	if err != nil {
		return nil, fmt.Errorf("bot: thread of event %s: %w", ev.ID, err)
	}
	var out []string
	for _, q := range asked {
		if q != "" && utf8.RuneCountInString(q) <= MaxQuestion {
			out = append(out, q)
		}
	}
	return out, nil
}

// finish closes ev with the delivery that answers it in its thread.
func (b *Bot) finish(ctx context.Context, ev ledger.Event, msg answer.Message) error {
	payload, err := json.Marshal(msg)
	if err != nil {
		return fmt.Errorf("bot: message for event %s: %w", ev.ID, err)
	}
	root := ev.ThreadTS
	if root == "" {
		root = ev.TS
	}
	err = b.store.FinishEvent(ctx, ev, &ledger.Delivery{
		ID:        ledger.AnswerID(ev.ID),
		Channel:   ev.Channel,
		ThreadTS:  root,
		Payload:   payload,
		State:     ledger.Pending,
		NotBefore: b.opts.Now().UTC(),
	})
	if err != nil {
		return fmt.Errorf("bot: finish event %s: %w", ev.ID, err)
	}
	return nil
}

// sentence is a message of one sentence of ours, without figures.
func sentence(text string) answer.Message {
	return answer.Message{Sections: []answer.Section{{Lines: []answer.Line{{Role: answer.RoleNote, Text: text}}}}}
}
