package store

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sitrep/internal/ledger"
)

const lease = time.Minute

func event(id, ts string) ledger.Event {
	return ledger.Event{ID: id, Team: "T1", Channel: "C1", TS: ts, User: "U1", Text: "question " + id, Received: noon}
}

func mention(e ledger.Event) ledger.Event {
	e.Mention = true
	return e
}

// put saves an event, which must be as fresh as told.
func put(t *testing.T, s *Store, e ledger.Event, fresh bool) {
	t.Helper()
	got, err := s.SaveEvent(t.Context(), e)
	if err != nil || got != fresh {
		t.Errorf("SaveEvent(%s) = %v, %v; want %v", e.ID, got, err, fresh)
	}
}

// claim takes the next event, which must be there.
func claim(t *testing.T, s *Store, now time.Time) ledger.Event {
	t.Helper()
	e, ok, err := s.ClaimEvent(t.Context(), now, lease)
	if err != nil || !ok {
		t.Fatalf("ClaimEvent = %v, %v", ok, err)
	}
	return e
}

func none(t *testing.T, s *Store, now time.Time) {
	t.Helper()
	if e, ok, err := s.ClaimEvent(t.Context(), now, lease); err != nil || ok {
		t.Errorf("ClaimEvent = %+v, %v, %v; want none", e, ok, err)
	}
}

func finish(t *testing.T, s *Store, e ledger.Event, d *ledger.Delivery) {
	t.Helper()
	if err := s.FinishEvent(t.Context(), e, d); err != nil {
		t.Fatal(err)
	}
}

func answerTo(e ledger.Event) *ledger.Delivery {
	return &ledger.Delivery{ID: ledger.AnswerID(e.ID), Channel: e.Channel, ThreadTS: e.TS, Payload: []byte(`{"x": 1}`)}
}

func TestEventOnce(t *testing.T) {
	everywhere(t, func(t *testing.T, s *Store) {
		e := event("E1", "100.1")
		e.Direct, e.ClientMsgID, e.ThreadTS = true, "m1", "99.1"
		put(t, s, e, true)
		put(t, s, e, false)
		got := claim(t, s, noon)
		want := e
		want.Fence = got.Fence
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		none(t, s, noon)
		finish(t, s, got, answerTo(got))
		none(t, s, noon.Add(time.Hour))
		put(t, s, e, false)
		none(t, s, noon.Add(time.Hour))
		d, err := s.Delivery(t.Context(), "ev-E1")
		if err != nil {
			t.Fatal(err)
		}
		wantDelivery := *answerTo(e)
		wantDelivery.State = ledger.Pending
		if diff := cmp.Diff(wantDelivery, d); diff != "" {
			t.Error(diff)
		}
	})
}

func TestEventsOldestFirst(t *testing.T) {
	s := open(t, "")
	late, early := event("E1", "100.1"), event("E2", "100.2")
	early.Received = noon.Add(-time.Second)
	put(t, s, late, true)
	put(t, s, early, true)
	if a, b := claim(t, s, noon), claim(t, s, noon); a.ID != "E2" || b.ID != "E1" {
		t.Errorf("claimed %s, then %s", a.ID, b.ID)
	}
}

func TestEventsWithoutPost(t *testing.T) {
	s := open(t, "")
	put(t, s, event("E1", ""), true)
	put(t, s, event("E2", ""), true)
}

// The two events of one post are one row, whichever comes first and whenever.
func TestEventMerge(t *testing.T) {
	message, mentioned := event("E1", "100.1"), mention(event("E2", "100.1"))
	t.Run("mention second, still open", func(t *testing.T) {
		s := open(t, "")
		put(t, s, message, true)
		put(t, s, mentioned, true)
		put(t, s, mentioned, false)
		if e := claim(t, s, noon); e.ID != "E1" || !e.Mention || e.Direct {
			t.Errorf("claimed %+v", e)
		}
		none(t, s, noon)
	})
	t.Run("mention first", func(t *testing.T) {
		s := open(t, "")
		put(t, s, mentioned, true)
		put(t, s, message, false)
		if e := claim(t, s, noon); !e.Mention {
			t.Error("the mention is lost")
		}
	})
	t.Run("mention while a worker has it", func(t *testing.T) {
		s := open(t, "")
		put(t, s, message, true)
		e := claim(t, s, noon)
		put(t, s, mentioned, true)
		if err := s.FinishEvent(t.Context(), e, nil); !errors.Is(err, ledger.ErrLost) {
			t.Errorf("the worker that did not know of the mention closed it: %v", err)
		}
		if e := claim(t, s, noon); !e.Mention {
			t.Error("the mention is lost")
		}
	})
	t.Run("mention after nothing was said", func(t *testing.T) {
		s := open(t, "")
		put(t, s, message, true)
		finish(t, s, claim(t, s, noon), nil)
		put(t, s, mentioned, true)
		if e := claim(t, s, noon); !e.Mention {
			t.Error("the mention is lost")
		}
	})
	t.Run("mention after the answer", func(t *testing.T) {
		s := open(t, "")
		put(t, s, message, true)
		e := claim(t, s, noon)
		finish(t, s, e, answerTo(e))
		put(t, s, mentioned, false)
		none(t, s, noon.Add(time.Hour))
	})
	t.Run("one gesture, two posts", func(t *testing.T) {
		s := open(t, "")
		a, b := event("E1", "100.1"), event("E2", "100.2")
		a.ClientMsgID, b.ClientMsgID = "m1", "m1"
		put(t, s, a, true)
		put(t, s, b, false)
		claim(t, s, noon)
		none(t, s, noon)
	})
	t.Run("other channel or team", func(t *testing.T) {
		s := open(t, "")
		put(t, s, message, true)
		a, b := event("E2", "100.1"), event("E3", "100.1")
		a.Channel, b.Team = "C2", "T2"
		put(t, s, a, true)
		put(t, s, b, true)
	})
}

func TestEventLease(t *testing.T) {
	everywhere(t, func(t *testing.T, s *Store) {
		put(t, s, event("E1", "100.1"), true)
		dead := claim(t, s, noon)
		none(t, s, noon.Add(lease-time.Millisecond))
		alive := claim(t, s, noon.Add(lease))
		if alive.Fence <= dead.Fence {
			t.Errorf("fence %d after %d", alive.Fence, dead.Fence)
		}
		if err := s.FinishEvent(t.Context(), dead, answerTo(dead)); !errors.Is(err, ledger.ErrLost) {
			t.Errorf("the dead worker finished: %v", err)
		}
		if _, err := s.Delivery(t.Context(), "ev-E1"); !errors.Is(err, ledger.ErrNotFound) {
			t.Errorf("the dead worker's answer is in the outbox: %v", err)
		}
		finish(t, s, alive, answerTo(alive))
		if err := s.FinishEvent(t.Context(), alive, answerTo(alive)); !errors.Is(err, ledger.ErrLost) {
			t.Errorf("finished twice: %v", err)
		}
	})
}

func TestThreads(t *testing.T) {
	s := open(t, "")
	in := func(root string, want bool) {
		t.Helper()
		if got, err := s.InThread(t.Context(), "T1", "C1", root); err != nil || got != want {
			t.Errorf("InThread(%s) = %v, %v", root, got, err)
		}
	}
	reply := func(id, ts string) ledger.Event {
		e := event(id, ts)
		e.ThreadTS = "100.1"
		return e
	}
	in("100.1", false)
	mention := event("asked", "400.1")
	mention.Mention = true
	put(t, s, mention, true)
	in("400.1", true) // a reply that is quicker than the answer belongs to it
	if got, err := s.ThreadQuestions(t.Context(), "T1", "C1", "400.1", "400.2"); err != nil || len(got) != 1 {
		t.Errorf("questions of a thread not answered yet: %q, %v", got, err)
	}
	asked := claim(t, s, noon)
	finish(t, s, asked, answerTo(asked))
	for _, e := range []ledger.Event{event("root", "100.1"), reply("silent", "100.2"), reply("third", "100.4"), reply("second", "100.3"), event("other", "200.1")} {
		put(t, s, e, true)
		claimed := claim(t, s, noon)
		if e.ID == "silent" {
			finish(t, s, claimed, nil)
			continue
		}
		finish(t, s, claimed, answerTo(claimed))
	}
	put(t, s, reply("open", "100.5"), true)
	for before, want := range map[string][]string{
		"":      {"question root", "question second", "question third"},
		"100.4": {"question root", "question second"},
		"100.1": nil,
	} {
		got, err := s.ThreadQuestions(t.Context(), "T1", "C1", "100.1", before)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("before %q: %s", before, diff)
		}
	}
	in("100.1", true)
	in("200.1", true)
	in("300.1", false)

	// A briefing that the bot posted is a thread of its own.
	if _, err := s.Plan(t.Context(), ledger.Run{Subscription: "daily", Scheduled: noon}, []ledger.Delivery{{ID: "b", Channel: "C1"}}); err != nil {
		t.Fatal(err)
	}
	for {
		d, ok, err := s.ClaimDelivery(t.Context(), ledger.Claim{Now: noon, Lease: lease})
		if err != nil {
			t.Fatal(err)
		}
		if !ok {
			break
		}
		if d.ID == "b" {
			in("300.1", false)
			d.State, d.TS = ledger.Sent, "300.1"
		} else {
			d.State = ledger.Refused
		}
		if err := s.MarkDelivery(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	in("300.1", true)
}

// Many workers and many copies of the same events: each is worked once.
func TestEventsTogether(t *testing.T) {
	everywhere(t, func(t *testing.T, s *Store) {
		var all sync.WaitGroup
		var mu sync.Mutex
		fresh, worked := 0, map[string]int{}
		for range 6 {
			all.Go(func() {
				for i := range 30 {
					new, err := s.SaveEvent(t.Context(), event(fmt.Sprint("E", i), fmt.Sprint("100.", i)))
					if err != nil {
						t.Error(err)
					}
					e, ok, err := s.ClaimEvent(t.Context(), noon, lease)
					if err != nil {
						t.Error(err)
					}
					if ok {
						if err := s.FinishEvent(t.Context(), e, answerTo(e)); err != nil {
							t.Error(err)
						}
					}
					mu.Lock()
					if new {
						fresh++
					}
					if ok {
						worked[e.ID]++
					}
					mu.Unlock()
				}
			})
		}
		all.Wait()
		if fresh != 30 {
			t.Errorf("%d fresh events of 30", fresh)
		}
		for id, n := range worked {
			if n != 1 {
				t.Errorf("%s was worked %d times", id, n)
			}
		}
	})
}
