package ledger

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"
)

// memoryRows keeps delivery rows in memory, by the rules that the store keeps.
type memoryRows struct {
	mu       sync.Mutex
	rows     []Delivery
	markFail int   // so many MarkDelivery calls fail before anything is written
	claims   int   // ClaimDelivery calls
	claimErr error // returned by ClaimDelivery
	delay    time.Duration
}

func (m *memoryRows) ClaimDelivery(_ context.Context, c Claim) (Delivery, bool, error) {
	time.Sleep(m.delay)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.claims++
	if m.claimErr != nil {
		return Delivery{}, false, m.claimErr
	}
	for i := range m.rows {
		if r := &m.rows[i]; r.State == Sending && !r.Lease.After(c.Now) {
			r.State, r.Looks, r.NotBefore, r.Lease = Uncertain, 0, r.Lease.Add(c.Margin), time.Time{}
			r.Fence++
		}
	}
	for i := range m.rows {
		r := &m.rows[i]
		open := r.State == Pending || r.State == Uncertain
		if !open || r.NotBefore.After(c.Now) || r.Lease.After(c.Now) ||
			(r.Channel == Terminal) != c.Terminal || slices.Contains(c.Skip, r.Channel) {
			continue
		}
		r.Fence++
		r.Lease = c.Now.Add(c.Lease)
		if r.FirstTry.IsZero() {
			r.FirstTry = c.Now
		}
		if r.State == Pending {
			r.State = Sending
		}
		return *r, true, nil
	}
	return Delivery{}, false, nil
}

func (m *memoryRows) MarkDelivery(_ context.Context, d Delivery) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.markFail > 0 {
		m.markFail--
		return errors.New("disk on fire")
	}
	for i := range m.rows {
		if r := &m.rows[i]; r.ID == d.ID && r.Fence == d.Fence {
			r.State, r.NotBefore, r.Looks, r.TS, r.Error = d.State, d.NotBefore, d.Looks, d.TS, d.Error
			r.Lease = time.Time{}
			return nil
		}
	}
	return ErrLost
}

func (m *memoryRows) get(id string) Delivery {
	m.mu.Lock()
	defer m.mu.Unlock()
	i := slices.IndexFunc(m.rows, func(d Delivery) bool { return d.ID == id })
	return m.rows[i]
}

// A posted message, as the fake workspace keeps it.
type posted struct {
	id, channel string
	at          time.Time
}

// workspace is a fake Slack: it keeps what it took and can fail in all the ways
// that matter.
type workspace struct {
	mu       sync.Mutex
	messages []posted
	posts    int // calls of Post
	looks    int // calls of Lookup

	before  func(call int) error // before taking the message; an error means not taken
	after   func(call int) error // after taking it; an error means that the reply is lost
	lookErr func(call int) error
	slow    time.Duration // each post takes this long, unless the caller gives up
	hidden  time.Duration // a message is not to be seen for so long
}

func (w *workspace) Post(ctx context.Context, d Delivery) (string, error) {
	w.mu.Lock()
	w.posts++
	call := w.posts
	w.mu.Unlock()
	if w.before != nil {
		if err := w.before(call); err != nil {
			return "", err
		}
	}
	w.mu.Lock()
	w.messages = append(w.messages, posted{d.ID, d.Channel, time.Now()})
	ts := fmt.Sprint(len(w.messages))
	w.mu.Unlock()
	if w.slow > 0 {
		select {
		case <-time.After(w.slow):
		case <-ctx.Done():
			return "", ctx.Err()
		}
	}
	if w.after != nil {
		if err := w.after(call); err != nil {
			return "", err
		}
	}
	return ts, nil
}

func (w *workspace) Lookup(_ context.Context, d Delivery) (string, bool, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.looks++
	if w.lookErr != nil {
		if err := w.lookErr(w.looks); err != nil {
			return "", false, err
		}
	}
	for i, m := range w.messages {
		if m.id == d.ID && time.Since(m.at) >= w.hidden {
			return fmt.Sprint(i + 1), true, nil
		}
	}
	return "", false, nil
}

// count returns how many messages carry id.
func (w *workspace) count(id string) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	n := 0
	for _, m := range w.messages {
		if m.id == id {
			n++
		}
	}
	return n
}
