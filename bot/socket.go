package bot

import (
	"context"
	"encoding/json"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"

	"sitrep/internal/ledger"
)

// Slack repeats what is not acked within 3 seconds: storing and acking share them.
const (
	saveTimeout = 2 * time.Second
	ackTimeout  = 500 * time.Millisecond
)

// acker is the part of the socket that answers an envelope.
type acker interface {
	AckCtx(ctx context.Context, envelopeID string, payload any) error
}

// receive handles one thing that the socket tells. It never waits for an answer to
// be found or for a Web API call.
func (b *Bot) receive(ctx context.Context, socket acker, me identity, ev socketmode.Event) {
	switch ev.Type {
	case socketmode.EventTypeEventsAPI:
		b.receiveEvent(ctx, socket, me, envelope{ev.Request.EnvelopeID, "events_api", ev.Request.Payload})
	case socketmode.EventTypeErrorBadMessage:
		b.receiveUnparsed(ctx, socket, me, ev)
	case socketmode.EventTypeInteractive:
		b.ack(ctx, socket, ev.Request.EnvelopeID)
		if c, ok := ev.Data.(slack.InteractionCallback); ok {
			b.receiveClick(c)
		}
	case socketmode.EventTypeConnected:
		b.log.Info("slack: listening")
	case socketmode.EventTypeConnectionError:
		if e, ok := ev.Data.(*slack.ConnectionErrorEvent); ok && ctx.Err() == nil {
			b.log.Warn("slack: connection failed, trying again", "attempt", e.Attempt, "in", e.Backoff, "error", b.redact(e.ErrorObj))
		}
	default:
		if ev.Request != nil && ev.Request.EnvelopeID != "" {
			b.ack(ctx, socket, ev.Request.EnvelopeID)
		}
	}
}

// receiveUnparsed handles what the library could not read. It may still be a
// question whose layout is newer than the library; whatever it is, it is acked, or
// Slack would send it for ever.
func (b *Bot) receiveUnparsed(ctx context.Context, socket acker, me identity, ev socketmode.Event) {
	bad, ok := ev.Data.(*socketmode.ErrorBadMessage)
	if !ok {
		return
	}
	var env envelope
	if err := json.Unmarshal(bad.Message, &env); err != nil || env.ID == "" {
		b.log.Warn("slack: unreadable message without an envelope", "bytes", len(bad.Message))
		return
	}
	if env.Type == "events_api" {
		b.receiveEvent(ctx, socket, me, env)
		return
	}
	b.log.Info("slack: unknown envelope ignored", "type", env.Type)
	b.ack(ctx, socket, env.ID)
}

// receiveEvent stores a question and acks it, in this order: what is not stored is
// not acked, and Slack sends it again.
func (b *Bot) receiveEvent(ctx context.Context, socket acker, me identity, env envelope) {
	ev, ok, err := parseEvent(env.Payload, me, b.opts.Now().UTC())
	if err != nil {
		b.log.Warn("slack: event ignored", "error", err)
	}
	if ok {
		if err := b.keep(ctx, ev); err != nil {
			b.log.Error("slack: event not stored, left for Slack to repeat", "event", ev.ID, "error", b.redact(err))
			return
		}
	}
	b.ack(ctx, socket, env.ID)
}

// keep stores ev if it is for us and wakes a worker.
func (b *Bot) keep(ctx context.Context, ev ledger.Event) error {
	ctx, cancel := context.WithTimeout(ctx, saveTimeout)
	defer cancel()
	ours, err := b.forUs(ctx, ev)
	if err != nil || !ours {
		return err
	}
	fresh, err := b.store.SaveEvent(ctx, ev)
	if err != nil {
		return err
	}
	if !fresh {
		b.log.Debug("slack: event seen before", "event", ev.ID)
		return nil
	}
	select {
	case b.wake <- struct{}{}:
	default: // every worker has been told to look already
	}
	return nil
}

// forUs says whether ev is a question: a mention, a direct message, or a reply in a
// thread that the bot takes part in. Another post of a channel is none of ours. (Of
// a mention Slack sends both a message and an app_mention, in any order; both are
// mentions here and share one row.)
func (b *Bot) forUs(ctx context.Context, ev ledger.Event) (bool, error) {
	if ev.Mention || ev.Direct {
		return true, nil
	}
	if ev.ThreadTS == "" {
		return false, nil
	}
	return b.store.InThread(ctx, ev.Team, ev.Channel, ev.ThreadTS)
}

// ack tells Slack that an envelope is dealt with. A lost ack is harmless: Slack
// repeats the event and the store knows it.
func (b *Bot) ack(ctx context.Context, socket acker, envelopeID string) {
	ctx, cancel := context.WithTimeout(ctx, ackTimeout)
	defer cancel()
	if err := socket.AckCtx(ctx, envelopeID, nil); err != nil {
		b.log.Warn("slack: ack not sent", "envelope", envelopeID, "error", b.redact(err))
	}
}
