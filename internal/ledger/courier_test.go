package ledger

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

var errReset = errors.New("connection reset by peer")

// owe returns pending deliveries d1, d2 … in the channels given.
func owe(channels ...string) *memoryRows {
	m := &memoryRows{}
	for i, channel := range channels {
		m.rows = append(m.rows, Delivery{ID: fmt.Sprint("d", i+1), Channel: channel, State: Pending})
	}
	return m
}

// run lets a courier work for a while and ends it.
func run(t *testing.T, c *Courier, d time.Duration) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), d)
	defer cancel()
	if err := c.Run(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("Run = %v", err)
	}
}

func once(err error) func(int) error {
	return func(call int) error {
		if call == 1 {
			return err
		}
		return nil
	}
}

func always(err error) func(int) error { return func(int) error { return err } }

func TestCourier(t *testing.T) {
	tests := []struct {
		name      string
		workspace *workspace
		after     time.Duration // when the state is looked at
		state     string
		messages  int
		posts     int
		looks     int
	}{
		{"plain", &workspace{}, time.Minute, Sent, 1, 1, 0},
		{"reply lost after it was taken", &workspace{after: once(errReset)}, time.Hour, Sent, 1, 1, 1},
		{"reply lost, not looked up yet", &workspace{after: once(errReset)}, 20 * time.Second, Uncertain, 1, 1, 0},
		{"lost before it was taken", &workspace{before: once(errReset)}, time.Hour, Sent, 1, 2, 2},
		{"lost before it was taken, one look", &workspace{before: once(errReset)}, 45 * time.Second, Uncertain, 0, 1, 1},
		{"every reply lost", &workspace{after: always(errReset)}, time.Hour, Sent, 1, 1, 1},
		{"slower than the timeout", &workspace{slow: time.Minute}, time.Hour, Sent, 1, 1, 1},
		{"slow but in time", &workspace{slow: 9 * time.Second}, time.Hour, Sent, 1, 1, 0},
		{"seen late", &workspace{after: once(errReset), hidden: 45 * time.Second}, time.Hour, Sent, 1, 1, 2},
		{"told to wait", &workspace{before: once(&RetryLater{After: 7 * time.Second})}, time.Minute, Sent, 1, 2, 0},
		{"told to wait, still waiting", &workspace{before: once(&RetryLater{After: 7 * time.Second})}, 6 * time.Second, Pending, 0, 1, 0},
		{"wrapped errors count", &workspace{before: once(fmt.Errorf("post: %w", &RetryLater{}))}, time.Minute, Sent, 1, 2, 0},
		{"refused", &workspace{before: always(&RefusedError{Reason: "channel_not_found"})}, time.Hour, Refused, 0, 1, 0},
		{"no connection", &workspace{before: once(&NotSentError{Err: errors.New("dial")})}, time.Minute, Sent, 1, 2, 0},
		{"cannot look for a while", &workspace{after: once(errReset), lookErr: once(errors.New("not_in_channel"))}, time.Hour, Sent, 1, 1, 2},
		{"a failed look is not a look", &workspace{before: once(errReset), lookErr: func(n int) error {
			if n == 2 {
				return &RetryLater{After: time.Minute}
			}
			return nil
		}}, time.Hour, Sent, 1, 2, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				rows, w := owe("C1"), tt.workspace
				run(t, NewCourier(rows, w, Options{}), tt.after)
				d := rows.get("d1")
				if d.State != tt.state || w.count("d1") != tt.messages || w.posts != tt.posts || w.looks != tt.looks {
					t.Errorf("%s, %d messages, %d posts, %d looks; want %s, %d, %d, %d",
						d.State, w.count("d1"), w.posts, w.looks, tt.state, tt.messages, tt.posts, tt.looks)
				}
				if d.State == Sent && (d.TS != "1" || d.Error != "") {
					t.Errorf("sent with ts %q, error %q", d.TS, d.Error)
				}
				if (d.State == Refused || d.State == Uncertain) && d.Error == "" {
					t.Errorf("%s without a word why", d.State)
				}
			})
		})
	}
}

// A workspace that cannot be read leaves the doubt standing: shown, never posted
// again, looked at ever more rarely.
func TestNeverRepeatsWhatItCannotLookUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rows := owe("C1")
		w := &workspace{after: always(errReset), lookErr: always(errors.New("missing_scope"))}
		run(t, NewCourier(rows, w, Options{}), 24*time.Hour)
		d := rows.get("d1")
		if d.State != Uncertain || d.Error != "missing_scope" || w.posts != 1 {
			t.Errorf("%s, %q, %d posts", d.State, d.Error, w.posts)
		}
		if most := int(24*time.Hour/(5*time.Minute)) + 10; w.looks < 100 || w.looks > most {
			t.Errorf("%d looks in a day, want at most %d", w.looks, most)
		}
	})
}

// A courier that dies after Slack took the message, and one that dies before it
// was sent, both leave a row in sending.
func TestDeadCourier(t *testing.T) {
	for _, taken := range []bool{true, false} {
		t.Run(fmt.Sprint("taken=", taken), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				rows, w := owe("C1"), &workspace{}
				d, ok, err := rows.ClaimDelivery(t.Context(), Claim{Now: time.Now(), Lease: 30 * time.Second})
				if err != nil || !ok {
					t.Fatal(ok, err)
				}
				if taken {
					w.Post(t.Context(), d)
				}
				run(t, NewCourier(rows, w, Options{}), 69*time.Second)
				if n := w.looks; n != 0 {
					t.Errorf("%d looks before lease, timeout and grace are over", n)
				}
				run(t, NewCourier(rows, w, Options{}), time.Hour)
				if rows.get("d1").State != Sent || w.count("d1") != 1 {
					t.Errorf("%s, %d messages", rows.get("d1").State, w.count("d1"))
				}
				// The dead one comes back and must not change anything.
				d.State = Pending
				if err := rows.MarkDelivery(t.Context(), d); !errors.Is(err, ErrLost) {
					t.Errorf("mark with an old fence: %v", err)
				}
			})
		})
	}
}

func TestMarkFails(t *testing.T) {
	for _, tt := range []struct{ fails, looks int }{{2, 0}, {3, 1}} {
		synctest.Test(t, func(t *testing.T) {
			rows, w := owe("C1"), &workspace{}
			rows.markFail = tt.fails
			run(t, NewCourier(rows, w, Options{}), time.Hour)
			if rows.get("d1").State != Sent || w.count("d1") != 1 || w.looks != tt.looks {
				t.Errorf("%d failures: %s, %d messages, %d looks", tt.fails, rows.get("d1").State, w.count("d1"), w.looks)
			}
		})
	}
}

func TestLateClaimIsNotSent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rows, w := owe("C1"), &workspace{}
		rows.delay = 21 * time.Second // of a lease of 30 s; a post may take 10 s
		c := NewCourier(rows, w, Options{})
		if worked, err := c.Step(t.Context(), time.Now()); !worked || err != nil {
			t.Fatal(worked, err)
		}
		if d := rows.get("d1"); w.posts != 0 || d.State != Pending {
			t.Errorf("%d posts, %s", w.posts, d.State)
		}
		rows.delay = 19 * time.Second
		time.Sleep(time.Second) // the channel's rest
		if worked, err := c.Step(t.Context(), time.Now()); !worked || err != nil || w.posts != 1 {
			t.Errorf("%v, %v, %d posts", worked, err, w.posts)
		}
	})
}

func TestPacing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rows, w := owe("C1", "C1", "C1", "C2", "C1", "C2"), &workspace{}
		run(t, NewCourier(rows, w, Options{}), time.Minute)
		last := map[string]posted{}
		for _, m := range w.messages {
			if before, ok := last[m.channel]; ok && (m.at.Sub(before.at) < time.Second || m.id < before.id) {
				t.Errorf("%s %s after %s in %s", m.id, m.at.Sub(before.at), before.id, m.channel)
			}
			last[m.channel] = m
		}
		if len(w.messages) != 6 {
			t.Errorf("%d messages of 6", len(w.messages))
		}
		if took := last["C1"].at.Sub(w.messages[0].at); took > 6*time.Second {
			t.Errorf("4 messages in one channel took %s", took)
		}
	})
}

func TestRetryLaterHoldsEverything(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rows := owe("C1", "C2", "C3")
		w := &workspace{before: once(&RetryLater{After: 30 * time.Second})}
		start := time.Now()
		run(t, NewCourier(rows, w, Options{Workers: 1}), time.Minute)
		if len(w.messages) != 3 {
			t.Fatalf("%d messages of 3", len(w.messages))
		}
		if first := w.messages[0].at.Sub(start); first < 30*time.Second {
			t.Errorf("posted %s after the start", first)
		}
	})
}

func TestSlowChannelDoesNotHoldOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rows := owe("C1", "C2")
		w := &workspace{after: func(call int) error {
			if call == 1 {
				time.Sleep(8 * time.Second)
			}
			return nil
		}}
		run(t, NewCourier(rows, w, Options{}), 3*time.Second) // returns when the slow one is through
		if len(w.messages) != 2 || w.messages[1].at.Sub(w.messages[0].at) > time.Second {
			t.Errorf("messages %v", w.messages)
		}
		if rows.get("d1").State != Sent {
			t.Error("the end of Run cut off a post that had begun")
		}
	})
}

func TestTerminalIsApart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rows, slack, terminal := owe("C1", Terminal, Terminal), &workspace{}, &workspace{}
		run(t, NewCourier(rows, slack, Options{}), 10*time.Second)
		if slack.count("d1") != 1 || slack.posts != 1 {
			t.Errorf("Slack got %v", slack.messages)
		}
		run(t, NewCourier(rows, terminal, Options{Terminal: true}), time.Second)
		if terminal.count("d2") != 1 || terminal.count("d3") != 1 || terminal.posts != 2 {
			t.Errorf("the terminal got %v", terminal.messages)
		}
	})
}

func TestKick(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rows, w := owe(), &workspace{}
		c := NewCourier(rows, w, Options{Poll: time.Hour})
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- c.Run(ctx) }()
		synctest.Wait()
		rows.mu.Lock()
		rows.rows = append(rows.rows, Delivery{ID: "d1", Channel: "C1", State: Pending})
		rows.mu.Unlock()
		c.Kick()
		synctest.Wait()
		if w.count("d1") != 1 {
			t.Error("a kick did not wake the courier")
		}
		for range 100 {
			c.Kick() // never blocks
		}
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("Run = %v", err)
		}
	})
}

// Many couriers, every kind of trouble: each message exactly once.
func TestManyCouriersManyFaults(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var channels []string
		for i := range 60 {
			channels = append(channels, fmt.Sprint("C", i%7))
		}
		rows := owe(channels...)
		w := &workspace{
			before: func(call int) error {
				switch call % 11 {
				case 2:
					return &RetryLater{After: 3 * time.Second}
				case 5:
					return errReset
				case 7:
					return &NotSentError{Err: errors.New("dial")}
				}
				return nil
			},
			after: func(call int) error {
				if call%3 == 0 {
					return errReset
				}
				return nil
			},
			hidden: 20 * time.Second,
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		done := make(chan error)
		for range 3 {
			go func() { done <- NewCourier(rows, w, Options{}).Run(ctx) }()
		}
		for range 3 {
			<-done
		}
		for i := range channels {
			id := fmt.Sprint("d", i+1)
			if rows.get(id).State != Sent || w.count(id) != 1 {
				t.Errorf("%s: %s, %d messages", id, rows.get(id).State, w.count(id))
			}
		}
	})
}

func TestStepReportsRows(t *testing.T) {
	rows := owe("C1")
	rows.claimErr = errors.New("disk on fire")
	worked, err := NewCourier(rows, &workspace{}, Options{}).Step(t.Context(), time.Now())
	if worked || !errors.Is(err, rows.claimErr) {
		t.Errorf("Step = %v, %v", worked, err)
	}
}

func TestRunID(t *testing.T) {
	at := time.Date(2026, 3, 8, 7, 0, 0, 0, time.UTC)
	id := RunID("daily", at)
	if want := "f24f4c86-a4fd-55fe-bbbe-65a788ec9f43"; id != want { // planned slots of users depend on it
		t.Errorf("RunID = %q, want %q", id, want)
	}
	if again := RunID("daily", at.In(time.FixedZone("", -5*3600)).Add(300*time.Millisecond)); again != id {
		t.Errorf("the same slot has ids %s and %s", id, again)
	}
	if RunID("daily", at.Add(time.Minute)) == id || RunID("weekly", at) == id {
		t.Error("two slots share an id")
	}
}

func TestLeaseCoversTwoCalls(t *testing.T) {
	c := NewCourier(owe(), &workspace{}, Options{Lease: time.Second, HTTPTimeout: time.Minute})
	if c.opts.Lease != 2*time.Minute {
		t.Errorf("lease %s", c.opts.Lease)
	}
}
