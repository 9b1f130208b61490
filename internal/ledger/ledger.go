// Package ledger keeps what sitrep owes to Slack and what came from it: runs of
// briefings, deliveries, and the inbox of events. The ledger is the queue. It
// plans a slot once, posts it once, and looks before it posts again.
//
// A delivery walks
//
//	pending → sending → sent | refused | uncertain
//	uncertain → looked up → sent, or pending again after two looks a grace apart
//
// and each step is one conditional UPDATE that names the fence, so a process that
// lost its lease cannot change a row. Times are UTC. The rows live in
// internal/store; the package itself stores no key.
package ledger

import (
	"encoding/json"
	"errors"
	"time"

	"github.com/google/uuid"
)

// Terminal is the Channel of deliveries that go to the terminal.
const Terminal = "terminal"

// ErrLost says that a row was not changed because its fence has moved on: a lease
// ran out and somebody else has the row, or there is something new to it.
var ErrLost = errors.New("ledger: the lease was lost to another worker")

// ErrNotFound says that there is no row of that id.
var ErrNotFound = errors.New("ledger: no such row")

// A Run is one slot of one subscription: its identity is the subscription and
// the scheduled time, so that a slot can be planned only once.
type Run struct {
	ID           string // UUIDv5 of subscription and scheduled time
	Subscription string // name of the briefing
	Scheduled    time.Time
}

// Delivery states.
const (
	Pending   = "pending"
	Sending   = "sending"
	Sent      = "sent"
	Refused   = "refused"   // Slack said no for good: shown to the owner, never repeated
	Uncertain = "uncertain" // cannot know whether Slack took it
)

// A Delivery is one message to be posted once. ID is the key that goes into the
// message (metadata and block id), by which it can be looked up again.
type Delivery struct {
	ID        string          // run id, or "ev-" + event id for an answer
	Run       string          // run id; empty for an answer
	Channel   string          // Slack channel id, or "terminal"
	ThreadTS  string          // thread to post in; empty: a new message
	Payload   json.RawMessage // the message, frozen before the first attempt
	State     string
	Fence     int64 // grows with each claim
	Lease     time.Time
	NotBefore time.Time
	Looks     int
	FirstTry  time.Time // zero before the first attempt
	TS        string    // Slack's ts once sent
	Error     string    // last refusal or doubt, for the owner
}

// An Event is one thing that came in from Slack, stored before it is acked. Two
// events that stand for one post (message and app_mention, or the same event
// twice) share Team, Channel and TS and are one row.
type Event struct {
	ID       string // Slack's event_id
	Team     string
	Channel  string
	TS       string // of the post
	ThreadTS string // empty outside a thread
	User     string
	Text     string
	Direct   bool // a direct message
	Mention  bool // the bot was mentioned
	Received time.Time

	// ClientMsgID is the sender's own id of the post; empty when not given. Two
	// events of one channel with the same one are one gesture, whatever their TS.
	ClientMsgID string
	// Fence is set by whoever claims the event and grows with each claim; a high
	// one means that earlier workers died over this event.
	Fence int64
}

// runSpace is the UUID namespace of run ids; it must never change, or slots that
// were planned before would be planned again.
var runSpace = uuid.MustParse("6f1d3a52-0c0e-4b7e-9a6b-0d5f5b1f7c11")

// RunID returns the id of the run of a subscription at a scheduled time, counted
// in whole seconds: the same slot has the same id in every process and zone.
func RunID(subscription string, scheduled time.Time) string {
	name := subscription + "\x00" + scheduled.UTC().Format(time.RFC3339)
	return uuid.NewSHA1(runSpace, []byte(name)).String()
}

// AnswerID returns the id of the delivery that answers an event.
func AnswerID(event string) string { return "ev-" + event }
