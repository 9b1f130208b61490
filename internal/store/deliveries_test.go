package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"sitrep/internal/ledger"
)

// plan puts one delivery for each channel into the outbox: d1, d2 …
func plan(t *testing.T, s *Store, channels ...string) {
	t.Helper()
	var owed []ledger.Delivery
	for i, channel := range channels {
		owed = append(owed, ledger.Delivery{ID: fmt.Sprint("d", i+1), Channel: channel, Payload: []byte(`{}`)})
	}
	created, err := s.Plan(t.Context(), ledger.Run{Subscription: "daily", Scheduled: noon}, owed)
	if err != nil || !created {
		t.Fatalf("Plan = %v, %v", created, err)
	}
}

func next(t *testing.T, s *Store, c ledger.Claim) (ledger.Delivery, bool) {
	t.Helper()
	d, ok, err := s.ClaimDelivery(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	return d, ok
}

func stateOf(t *testing.T, s *Store, id string) string {
	t.Helper()
	d, err := s.Delivery(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return d.State
}

func TestPlanOnce(t *testing.T) {
	everywhere(t, func(t *testing.T, s *Store) {
		if _, ok, err := s.LastRun(t.Context(), "daily"); ok || err != nil {
			t.Errorf("LastRun before any = %v, %v", ok, err)
		}
		var all sync.WaitGroup
		var mu sync.Mutex
		created := 0
		for worker := range 8 {
			all.Go(func() {
				for slot := range 10 {
					at := noon.Add(time.Duration(slot) * time.Hour)
					ok, err := s.Plan(t.Context(), ledger.Run{Subscription: "daily", Scheduled: at},
						[]ledger.Delivery{{ID: fmt.Sprint(worker, slot), Channel: "C1"}})
					if err != nil {
						t.Error(err)
					}
					mu.Lock()
					if ok {
						created++
					}
					mu.Unlock()
				}
			})
		}
		all.Wait()
		counts, err := s.DeliveryCounts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if created != 10 || counts[ledger.Pending] != 10 || len(counts) != 1 {
			t.Errorf("%d runs of 10 planned, deliveries %v", created, counts)
		}
		last := noon.Add(9 * time.Hour)
		want := ledger.Run{ID: ledger.RunID("daily", last), Subscription: "daily", Scheduled: last}
		if got, ok, err := s.LastRun(t.Context(), "daily"); !ok || err != nil || got != want {
			t.Errorf("LastRun = %+v, %v, %v", got, ok, err)
		}
	})
}

func TestPlanIsOneTransaction(t *testing.T) {
	s := open(t, "")
	run := ledger.Run{Subscription: "daily", Scheduled: noon}
	created, err := s.Plan(t.Context(), run, []ledger.Delivery{{ID: "d1", Channel: "C1"}, {ID: "d2"}})
	if err == nil || created {
		t.Errorf("Plan with a delivery to nowhere = %v, %v", created, err)
	}
	if _, err := s.Delivery(t.Context(), "d1"); !errors.Is(err, ledger.ErrNotFound) {
		t.Errorf("half a plan is in the outbox: %v", err)
	}
	if created, err := s.Plan(t.Context(), run, nil); err != nil || !created {
		t.Errorf("the slot is taken by a plan that failed: %v, %v", created, err)
	}
}

func TestClaimDelivery(t *testing.T) {
	everywhere(t, func(t *testing.T, s *Store) {
		plan(t, s, "C1", ledger.Terminal, "C1", "C2")
		c := ledger.Claim{Now: noon, Lease: 30 * time.Second, Margin: 40 * time.Second}
		d, ok := next(t, s, c)
		want := ledger.Delivery{ID: "d1", Run: ledger.RunID("daily", noon), Channel: "C1", Payload: []byte(`{}`), State: ledger.Sending,
			Fence: 1, Lease: noon.Add(30 * time.Second), FirstTry: noon}
		if diff := cmp.Diff(want, d); !ok || diff != "" {
			t.Error(ok, diff)
		}
		c.Skip = []string{"C1"}
		if d, ok := next(t, s, c); !ok || d.ID != "d4" {
			t.Errorf("claimed %s while C1 rests", d.ID)
		}
		if d, ok := next(t, s, c); ok {
			t.Errorf("claimed %s while C1 rests", d.ID)
		}
		c.Terminal = true
		if d, ok := next(t, s, c); !ok || d.ID != "d2" {
			t.Errorf("claimed %s for the terminal", d.ID)
		}
		if d, ok := next(t, s, c); ok {
			t.Errorf("claimed %s for the terminal", d.ID)
		}
	})
}

func TestMarkDelivery(t *testing.T) {
	s := open(t, "")
	plan(t, s, "C1")
	c := ledger.Claim{Now: noon, Lease: 30 * time.Second, Margin: 40 * time.Second}
	d, _ := next(t, s, c)
	stale := d
	stale.Fence--
	if err := s.MarkDelivery(t.Context(), stale); !errors.Is(err, ledger.ErrLost) {
		t.Errorf("marked with an old fence: %v", err)
	}
	d.State, d.NotBefore, d.Error = ledger.Pending, noon.Add(time.Minute), "told to wait"
	if err := s.MarkDelivery(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	c.Now = noon.Add(59 * time.Second)
	if d, ok := next(t, s, c); ok {
		t.Errorf("claimed before its time: %+v", d)
	}
	c.Now = noon.Add(time.Minute)
	d, ok := next(t, s, c)
	if !ok || d.Fence != 2 || !d.FirstTry.Equal(noon) || d.Error != "told to wait" {
		t.Errorf("claimed again: %v, %+v", ok, d)
	}
	d.State, d.TS, d.Error = ledger.Sent, "1.5", ""
	if err := s.MarkDelivery(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	d.State = ledger.Pending
	if err := s.MarkDelivery(t.Context(), d); !errors.Is(err, ledger.ErrLost) {
		t.Errorf("what was sent is pending again: %v", err)
	}
	got, err := s.Delivery(t.Context(), "d1")
	if err != nil || got.State != ledger.Sent || got.TS != "1.5" || !got.Lease.IsZero() {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestExpiredLeaseIsUncertain(t *testing.T) {
	everywhere(t, func(t *testing.T, s *Store) {
		plan(t, s, "C1")
		c := ledger.Claim{Now: noon, Lease: 30 * time.Second, Margin: 40 * time.Second}
		dead, _ := next(t, s, c)
		c.Now = noon.Add(30*time.Second - time.Millisecond)
		if d, ok := next(t, s, c); ok {
			t.Errorf("claimed inside the lease: %+v", d)
		}
		c.Now = noon.Add(30 * time.Second)
		if d, ok := next(t, s, c); ok {
			t.Errorf("looked up inside the margin: %+v", d)
		}
		if got := stateOf(t, s, "d1"); got != ledger.Uncertain {
			t.Errorf("state %s", got)
		}
		dead.State = ledger.Pending
		if err := s.MarkDelivery(t.Context(), dead); !errors.Is(err, ledger.ErrLost) {
			t.Errorf("the dead courier marked it: %v", err)
		}
		c.Now = noon.Add(70 * time.Second)
		d, ok := next(t, s, c)
		if !ok || d.State != ledger.Uncertain || d.Fence <= dead.Fence || d.Error == "" {
			t.Errorf("claimed %v, %+v", ok, d)
		}
		if d, ok := next(t, s, c); ok {
			t.Errorf("two look it up at once: %+v", d)
		}
	})
}

// channel is a fake of where deliveries go. It keeps what it took.
type channel struct {
	mu    sync.Mutex
	took  []string
	fault func(call int) (taken bool, err error)
	calls int
}

func (c *channel) Post(_ context.Context, d ledger.Delivery) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.calls++
	taken, err := true, error(nil)
	if c.fault != nil {
		taken, err = c.fault(c.calls)
	}
	if taken {
		c.took = append(c.took, d.ID)
	}
	return fmt.Sprint(len(c.took)), err
}

func (c *channel) Lookup(_ context.Context, d ledger.Delivery) (string, bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, id := range c.took {
		if id == d.ID {
			return fmt.Sprint(i + 1), true, nil
		}
	}
	return "", false, nil
}

// exactly checks that each of n deliveries was taken once and is known as sent.
func (c *channel) exactly(t *testing.T, s *Store, n int) {
	t.Helper()
	times := map[string]int{}
	for _, id := range c.took {
		times[id]++
	}
	for i := range n {
		id := fmt.Sprint("d", i+1)
		if state := stateOf(t, s, id); times[id] != 1 || state != ledger.Sent {
			t.Errorf("%s was posted %d times and is %s", id, times[id], state)
		}
	}
}

// dying is a Store whose process is killed when it is about to mark: after the
// post, before anybody wrote it down.
type dying struct {
	*Store
	kill context.CancelFunc
	dead bool
}

func (d *dying) MarkDelivery(context.Context, ledger.Delivery) error {
	d.dead = true
	d.kill()
	return ledger.ErrLost // the write never reaches the file
}

func (d *dying) ClaimDelivery(ctx context.Context, c ledger.Claim) (ledger.Delivery, bool, error) {
	if d.dead {
		return ledger.Delivery{}, false, context.Canceled
	}
	return d.Store.ClaimDelivery(ctx, c)
}

func deliver(t *testing.T, rows ledger.Rows, to ledger.Poster, d time.Duration) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), d)
	defer cancel()
	ledger.NewCourier(rows, to, ledger.Options{Poll: 5 * time.Second}).Run(ctx)
}

// Killed between the post and its mark; a new process on the same file finds the
// message instead of posting it again. Killed between the claim and the post, it
// posts it.
func TestKilledCourier(t *testing.T) {
	for _, taken := range []bool{true, false} {
		t.Run(fmt.Sprint("taken=", taken), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "sitrep.db")
				first := open(t, path)
				plan(t, first, "C1", "C2")
				to := &channel{fault: func(call int) (bool, error) { return taken || call > 2, nil }}
				ctx, kill := context.WithCancel(t.Context())
				ledger.NewCourier(&dying{Store: first, kill: kill}, to, ledger.Options{Workers: 1}).Run(ctx)
				if got := stateOf(t, first, "d1"); got != ledger.Sending || to.calls != 1 {
					t.Fatalf("killed with d1 %s after %d posts", got, to.calls)
				}
				first.Close()
				to.calls = 10 // whatever comes now is taken
				second := open(t, path)
				deliver(t, second, to, 10*time.Minute)
				to.exactly(t, second, 2)
			})
		})
	}
}

// Two processes on one file, lost replies, refusals for now, no connections.
func TestTwoCouriersOneFile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "sitrep.db")
		a, b := open(t, path), open(t, path)
		var channels []string
		for i := range 40 {
			channels = append(channels, fmt.Sprint("C", i%5))
		}
		plan(t, a, channels...)
		to := &channel{fault: func(call int) (bool, error) {
			switch call % 7 {
			case 1:
				return true, errors.New("connection reset by peer")
			case 3:
				return false, errors.New("connection reset by peer")
			case 4:
				return false, &ledger.RetryLater{After: 2 * time.Second}
			case 6:
				return false, &ledger.NotSentError{Err: errors.New("dial")}
			}
			return true, nil
		}}
		var all sync.WaitGroup
		all.Go(func() { deliver(t, a, to, 30*time.Minute) })
		all.Go(func() { deliver(t, b, to, 30*time.Minute) })
		all.Wait()
		to.exactly(t, a, len(channels))
	})
}
