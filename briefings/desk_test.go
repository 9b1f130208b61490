package briefings

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"sitrep/config"
	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/ledger"
)

func TestRunFourDays(t *testing.T) {
	tests := []struct {
		name, zone, spec, start string
		want                    []string
	}{
		{"weekdays", "UTC", "0 7 * * 1-5", "2000-01-06T12:00:30", // a Thursday
			[]string{"daily@C1 2000-01-07T07:00Z", "daily@C1 2000-01-10T07:00Z"}},
		{"spring", "America/New_York", "30 2 * * *", "2000-03-31T12:00:00",
			[]string{"daily@C1 2000-04-01T07:30Z", "daily@C1 2000-04-02T07:00Z", "daily@C1 2000-04-03T06:30Z", "daily@C1 2000-04-04T06:30Z"}},
		{"autumn", "America/New_York", "30 1 * * *", "2000-10-27T12:00:00",
			[]string{"daily@C1 2000-10-28T05:30Z", "daily@C1 2000-10-29T05:30Z", "daily@C1 2000-10-30T06:30Z", "daily@C1 2000-10-31T06:30Z"}},
		{"half hour", "Australia/Lord_Howe", "0 9 * * *", "2000-03-24T12:00:00",
			[]string{"daily@C1 2000-03-24T22:00Z", "daily@C1 2000-03-25T22:30Z", "daily@C1 2000-03-26T22:30Z", "daily@C1 2000-03-27T22:30Z"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				time.Sleep(time.Until(at(test.start)))
				r := &rows{}
				d, _ := desk(t, time.Now(), r, confirms(), daily(test.spec, test.zone))
				run(t, d, 4*24*time.Hour)
				if diff := cmp.Diff(test.want, r.slots()); diff != "" {
					t.Error(diff)
				}
				for i := range r.deliveries {
					if small := r.message(t, i).Context[0]; strings.Contains(small, "posted") {
						t.Errorf("said to be late: %s", small)
					}
				}
			})
		})
	}
}

func TestDelivery(t *testing.T) {
	r := &rows{}
	d, _ := desk(t, at("2024-10-24T06:00:00"), r, confirms(), daily("0 7 * * *", ""))
	if err := d.Tick(t.Context(), at("2024-10-24T07:00:00")); err != nil {
		t.Fatal(err)
	}
	want := `Daily briefing · Thu 24 Oct 2024, 07:00 UTC
Baseline · 1 report · next Fri 07:00
It is so [1].
[1] R1 S1`
	if diff := cmp.Diff(want, show(r.message(t, 0))); diff != "" {
		t.Error(diff)
	}
	id := ledger.RunID("daily@C1", at("2024-10-24T07:00:00"))
	got := r.deliveries[0]
	got.Payload = nil
	if diff := cmp.Diff(ledger.Delivery{ID: id, Run: id, Channel: "C1", State: ledger.Pending}, got); diff != "" {
		t.Error(diff)
	}
}

// A service that ends after it planned, and starts again in the same minute.
func TestRestartInTheSameMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &rows{}
		d, _ := desk(t, time.Now(), r, confirms(), daily("0 7 * * *", ""))
		run(t, d, 7*time.Hour+20*time.Second)
		again, _ := desk(t, time.Now(), r, confirms(), daily("0 7 * * *", ""))
		run(t, again, time.Hour)
		if diff := cmp.Diff([]string{"daily@C1 2000-01-01T07:00Z"}, r.slots()); diff != "" {
			t.Error(diff)
		}
		if r.twice > 0 {
			t.Errorf("tried %d times to plan a slot that was planned", r.twice)
		}
	})
}

// A service that starts late does not wait for the next full minute.
func TestRunCatchesUpAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(30 * time.Second)
		r := &rows{}
		d, _ := desk(t, time.Now(), r, confirms(), daily("0 0 * * *", ""))
		run(t, d, time.Second)
		if diff := cmp.Diff([]string{"daily@C1 2000-01-01T00:00Z"}, r.slots()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestTwoServices(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &rows{}
		var both sync.WaitGroup
		for range 2 {
			d, _ := desk(t, time.Now(), r, confirms(), daily("*/15 * * * *", ""))
			both.Go(func() { run(t, d, time.Hour-time.Second) })
		}
		both.Wait()
		want := []string{"daily@C1 2000-01-01T00:00Z", "daily@C1 2000-01-01T00:15Z", "daily@C1 2000-01-01T00:30Z", "daily@C1 2000-01-01T00:45Z"}
		if diff := cmp.Diff(want, r.slots()); diff != "" {
			t.Error(diff)
		}
		if len(r.deliveries) != len(want) {
			t.Errorf("%d deliveries of %d issues", len(r.deliveries), len(want))
		}
	})
}

// A service that fails or ends before the slot was stored plans it when it can,
// late, and says so.
func TestFailureIsTriedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &rows{refusals: 2}
		d, log := desk(t, time.Now(), r, confirms(), daily("0 7 * * *", ""))
		run(t, d, 8*time.Hour)
		if diff := cmp.Diff([]string{"daily@C1 2000-01-01T07:00Z"}, r.slots()); diff != "" {
			t.Fatal(diff)
		}
		want := "Baseline · 1 report · next Sun 07:00 · due 07:00, posted 07:02"
		if got := r.message(t, 0).Context[0]; got != want {
			t.Errorf("context %q, want %q", got, want)
		}
		if !strings.Contains(log.String(), "disk full") {
			t.Errorf("not logged: %s", log)
		}
	})
}

func TestOneFailureHoldsUpNoOther(t *testing.T) {
	for name, fail := range map[string]func() error{
		"error": func() error { return errors.New("no index") },
		"panic": func() error { panic("no index") },
	} {
		t.Run(name, func(t *testing.T) {
			r := &rows{}
			other := daily("0 7 * * *", "")
			other.Name, other.Questions = "other", []string{AskFigures}
			a := answerFunc(func(q answer.Question) (answer.Answer, error) {
				if q.Text == AskConfirmed {
					return answer.Answer{}, fail()
				}
				return say(answer.Gives, []string{"R1 1"}, "30 [1]"), nil
			})
			d, _ := desk(t, at("2024-10-24T07:00:00"), r, a, daily("0 7 * * *", ""), other)
			err := d.Tick(t.Context(), at("2024-10-24T07:00:00"))
			if err == nil || !strings.Contains(err.Error(), "briefings: daily: ") || !strings.Contains(err.Error(), "no index") {
				t.Errorf("error %v", err)
			}
			if diff := cmp.Diff([]string{"other@C1 2024-10-24T07:00Z"}, r.slots()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPanicEndsNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &rows{}
		panics := 2
		a := answerFunc(func(answer.Question) (answer.Answer, error) {
			if panics > 0 {
				panics--
				panic("out of luck")
			}
			return say(answer.Gives, []string{"R1 1"}, "30 [1]"), nil
		})
		d, log := desk(t, time.Now(), r, a, daily("0 7 * * *", ""))
		run(t, d, 8*time.Hour)
		if diff := cmp.Diff([]string{"daily@C1 2000-01-01T07:00Z"}, r.slots()); diff != "" {
			t.Error(diff)
		}
		if n := strings.Count(log.String(), "out of luck"); n != 2 {
			t.Errorf("%d panics logged, want 2: %s", n, log)
		}
	})
}

// A tick that takes longer than a minute must not run beside the next one.
func TestSlowTick(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &rows{}
		running, most := 0, 0
		a := answerFunc(func(answer.Question) (answer.Answer, error) {
			running++
			most = max(most, running)
			time.Sleep(90 * time.Second)
			running--
			return say(answer.Gives, []string{"R1 1"}, "30 [1]"), nil
		})
		b := daily("5 * * * *", "")
		b.Questions = []string{AskFigures}
		d, _ := desk(t, time.Now(), r, a, b)
		run(t, d, time.Hour-time.Second)
		if most != 1 {
			t.Errorf("%d ticks at once", most)
		}
		if diff := cmp.Diff([]string{"daily@C1 2000-01-01T00:05Z"}, r.slots()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestWhatIsDue(t *testing.T) {
	tests := []struct {
		name, spec, last, start, now string
		want                         string // the slot; empty: none
		skipped                      bool
	}{
		{name: "on time", spec: "0 7 * * *", start: "2024-10-24T06:00:00", now: "2024-10-24T07:00:00", want: "2024-10-24T07:00:00"},
		{name: "not yet", spec: "0 7 * * *", start: "2024-10-24T06:00:00", now: "2024-10-24T06:59:59"},
		{name: "started just after", spec: "0 7 * * *", start: "2024-10-24T07:00:59", now: "2024-10-24T07:01:00", want: "2024-10-24T07:00:00"},
		{name: "never ran, started later", spec: "0 7 * * *", start: "2024-10-24T07:01:00", now: "2024-10-24T07:01:00"},
		{name: "done", spec: "0 7 * * *", last: "2024-10-24T07:00:00", start: "2024-10-24T07:00:30", now: "2024-10-24T07:00:30"},
		{name: "late", spec: "0 7 * * *", last: "2024-10-23T07:00:00", start: "2024-10-24T13:00:00", now: "2024-10-24T13:00:00", want: "2024-10-24T07:00:00"},
		{name: "too late", spec: "0 7 * * *", last: "2024-10-22T07:00:00", start: "2024-10-24T13:00:01", now: "2024-10-24T13:00:01", skipped: true},
		{name: "half the interval", spec: "0 * * * *", last: "2024-10-24T01:00:00", start: "2024-10-24T07:30:00", now: "2024-10-24T07:30:00", want: "2024-10-24T07:00:00", skipped: true},
		{name: "more than half", spec: "0 * * * *", last: "2024-10-24T01:00:00", start: "2024-10-24T07:30:01", now: "2024-10-24T07:30:01", skipped: true},
		{name: "latest only", spec: "0 * * * *", last: "2024-10-24T03:00:00", start: "2024-10-24T07:05:00", now: "2024-10-24T07:05:00", want: "2024-10-24T07:00:00", skipped: true},
		{name: "every minute, between ticks", spec: "* * * * *", last: "2024-10-24T07:00:00", start: "2024-10-24T07:00:00", now: "2024-10-24T07:01:55", want: "2024-10-24T07:01:00"},
		{name: "clock set back", spec: "0 7 * * *", last: "2024-10-24T07:00:00", start: "2024-10-24T06:58:00", now: "2024-10-24T06:59:00"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := &rows{}
			if test.last != "" {
				r.runs = []ledger.Run{{ID: ledger.RunID("daily@C1", at(test.last)), Subscription: "daily@C1", Scheduled: at(test.last)}}
			}
			before := len(r.runs)
			d, log := desk(t, at(test.start), r, confirms(), daily(test.spec, ""))
			for range 2 { // the second tick has nothing to do
				if err := d.Tick(t.Context(), at(test.now)); err != nil {
					t.Fatal(err)
				}
			}
			var got string
			for _, run := range r.runs[before:] {
				got += run.Scheduled.Format("2006-01-02T15:04:05")
			}
			if got != test.want {
				t.Errorf("planned %q, want %q", got, test.want)
			}
			if n := strings.Count(log.String(), "skipped"); n != map[bool]int{true: 1}[test.skipped] {
				t.Errorf("skipped told %d times: %s", n, log)
			}
		})
	}
}

// Every report that arrives is in exactly one issue, also when one is late.
func TestEveryArrivalIsToldOnce(t *testing.T) {
	r := &rows{}
	asked := map[string][]string{} // report id: the issues that covered it
	issue := ""
	a := answerFunc(func(q answer.Question) (answer.Answer, error) {
		for _, id := range q.Reports {
			asked[id] = append(asked[id], issue)
		}
		return say(answer.Gives, []string{"R1 1"}, "30 [1]"), nil
	})
	b := daily("0 7 * * *", "")
	b.Questions = []string{AskFigures}
	start := at("2024-10-23T07:00:00")
	shelf := onShelf()
	d, err := New([]config.Briefing{b}, a, shelf, r, start, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	tick := func(when string) {
		issue = when
		if err := d.Tick(t.Context(), at(when)); err != nil {
			t.Fatal(err)
		}
	}
	tick("2024-10-23T07:00:00")
	want := map[string][]string{}
	load := func(when, issue string) {
		id := "loaded " + when
		*shelf = append(*shelf, facts.Report{ID: id, Loaded: at(when), Published: "2024-10-01"})
		want[id] = []string{issue}
	}
	load("2024-10-23T07:00:01", "2024-10-24T07:00:00")
	load("2024-10-24T06:59:57", "2024-10-24T07:00:00")
	load("2024-10-24T06:59:58", "2024-10-25T09:30:00")
	tick("2024-10-24T07:00:00")
	load("2024-10-24T07:00:00", "2024-10-25T09:30:00")
	load("2024-10-25T08:00:00", "2024-10-26T07:00:00")
	tick("2024-10-25T09:30:00")
	tick("2024-10-26T07:00:00")
	tick("2024-10-27T07:00:00")
	if diff := cmp.Diff(want, asked); diff != "" {
		t.Error(diff)
	}
	for i, small := range []string{
		"Baseline · 1 report · next Thu 07:00",
		"Since Wed 07:00 · 2 new reports · next Fri 07:00",
		"Since Thu 07:00 · 2 new reports · next Sat 07:00 · due 07:00, posted 09:30",
		"Since Fri 07:00 · 1 new report · next Sun 07:00",
		"No new report · next Mon 07:00",
	} {
		if got := r.message(t, i).Context[0]; got != small {
			t.Errorf("issue %d: %q, want %q", i, got, small)
		}
	}
	if got := r.message(t, 4).Sections[0].Lines[0].Text; got != "No change since 26 Oct 07:00: newest report is 23 Oct 2024." {
		t.Errorf("last issue: %q", got)
	}
}

func TestNow(t *testing.T) {
	r := &rows{}
	other := daily("0 7 * * 1", "")
	other.Name, other.Topic = "weekly", "Kursk"
	d, _ := desk(t, time.Time{}, r, confirms(), daily("0 7 * * *", "Europe/Kyiv"), other)
	now := at("2024-10-24T09:12:00")
	for name, want := range map[string]string{
		"":       "Daily briefing · Thu 24 Oct 2024, 12:12 EEST|Baseline · 1 report · next Fri 07:00",
		"daily":  "Daily briefing · Thu 24 Oct 2024, 12:12 EEST|Baseline · 1 report · next Fri 07:00",
		"weekly": "Kursk · Thu 24 Oct 2024, 09:12 UTC|Baseline · 1 report · next Mon 07:00",
	} {
		m, err := d.Now(t.Context(), name, now)
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Title + "|" + m.Context[0]; got != want {
			t.Errorf("Now(%q) = %q, want %q", name, got, want)
		}
	}
	if len(r.runs)+len(r.deliveries) > 0 {
		t.Errorf("stored %v %v", r.runs, r.deliveries)
	}
	if _, err := d.Now(t.Context(), "hourly", now); err == nil || err.Error() != `there is no briefing "hourly"; there is daily, weekly` {
		t.Errorf("error %v", err)
	}
	none, _ := desk(t, time.Time{}, r, confirms())
	if _, err := none.Now(t.Context(), "", now); err == nil || err.Error() != "no briefing is configured" {
		t.Errorf("error %v", err)
	}
}

func TestNext(t *testing.T) {
	late := daily("0 9 * * *", "UTC")
	late.Name, late.Channel = "late", "C2"
	d, _ := desk(t, time.Time{}, &rows{}, confirms(), late, daily("0 9 * * *", "Europe/Kyiv"))
	var got []string
	for _, up := range d.Next(at("2024-10-24T05:00:00")) {
		got = append(got, fmt.Sprint(up.Name, " ", up.Channel, " ", up.At.Format(time.RFC3339)))
	}
	want := []string{"daily C1 2024-10-24T09:00:00+03:00", "late C2 2024-10-24T09:00:00Z"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNewTellsEveryFault(t *testing.T) {
	bad := daily("0 7 * *", "UTC")
	bad.Name = "bad"
	_, err := New([]config.Briefing{daily("0 7 * * *", "Mars/Olympus"), bad}, confirms(), onShelf(), &rows{}, time.Time{}, slog.Default())
	if err == nil || !strings.Contains(err.Error(), `briefing daily: the timezone "Mars/Olympus"`) ||
		!strings.Contains(err.Error(), "briefing bad: the schedule has 4 fields") {
		t.Errorf("error %v", err)
	}
}

func TestSlotJSON(t *testing.T) {
	slots, err := NextSlots("30 2 * * *", "America/New_York", at("2026-03-08T00:00:00"), 1)
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(slots[0])
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"at":"2026-03-08T07:00:00Z","local":"2026-03-08T03:00:00-04:00"}`; string(got) != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestChannelsDoNotShareASlot plans the same briefing for two channels in one
// ledger: neither takes the other's issue.
func TestChannelsDoNotShareASlot(t *testing.T) {
	slot := at("2024-10-24T07:00:00")
	a := &item{Briefing: config.Briefing{Name: "daily", Channel: "C1"}}
	b := &item{Briefing: config.Briefing{Name: "daily", Channel: config.Terminal}}
	if ledger.RunID(a.subscription(), slot) == ledger.RunID(b.subscription(), slot) {
		t.Error("two channels share a run")
	}
}
