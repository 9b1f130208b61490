package briefings

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the same rules on every machine that has none

	"github.com/google/go-cmp/cmp"
)

// TestClockChanges asks for the times after from, as the zone's clock shows them.
func TestClockChanges(t *testing.T) {
	tests := []struct {
		name, zone, spec, from string
		want                   []string
	}{
		{"gap fires at its end", "America/New_York", "30 2 * * *", "2026-03-07T00:00",
			[]string{"2026-03-07T02:30-05:00", "2026-03-08T03:00-04:00", "2026-03-09T02:30-04:00"}},
		{"first instant of the gap", "America/New_York", "0 2 * * *", "2026-03-07T12:00",
			[]string{"2026-03-08T03:00-04:00", "2026-03-09T02:00-04:00"}},
		{"end of the gap", "America/New_York", "0 3 * * *", "2026-03-07T12:00",
			[]string{"2026-03-08T03:00-04:00", "2026-03-09T03:00-04:00"}},
		{"two times of one gap are one", "America/New_York", "0,30 2 * * *", "2026-03-07T12:00",
			[]string{"2026-03-08T03:00-04:00", "2026-03-09T02:00-04:00", "2026-03-09T02:30-04:00"}},
		{"gap and its end are one", "America/New_York", "0 2,3 * * *", "2026-03-07T12:00",
			[]string{"2026-03-08T03:00-04:00", "2026-03-09T02:00-04:00"}},
		{"weekly in the gap", "America/New_York", "30 2 * * 0", "2026-03-01T00:00",
			[]string{"2026-03-01T02:30-05:00", "2026-03-08T03:00-04:00", "2026-03-15T02:30-04:00"}},
		{"yearly in the gap", "America/New_York", "30 2 8 3 *", "2025-03-09T00:00",
			[]string{"2026-03-08T03:00-04:00", "2027-03-08T02:30-05:00"}},
		{"overlap fires at the first", "America/New_York", "30 1 * * *", "2026-10-31T00:00",
			[]string{"2026-10-31T01:30-04:00", "2026-11-01T01:30-04:00", "2026-11-02T01:30-05:00"}},
		{"after the overlap", "America/New_York", "0 2 * * *", "2026-10-31T12:00",
			[]string{"2026-11-01T02:00-05:00", "2026-11-02T02:00-05:00"}},
		{"hourly in the overlap", "America/New_York", "0 * * * *", "2026-11-01T00:30",
			[]string{"2026-11-01T01:00-04:00", "2026-11-01T01:00-05:00", "2026-11-01T02:00-05:00"}},
		{"hourly in the gap", "America/New_York", "0 * * * *", "2026-03-08T00:30",
			[]string{"2026-03-08T01:00-05:00", "2026-03-08T03:00-04:00", "2026-03-08T04:00-04:00"}},
		{"half-hourly in the overlap", "America/New_York", "*/30 * * * *", "2026-11-01T01:15",
			[]string{"2026-11-01T01:30-04:00", "2026-11-01T01:00-05:00", "2026-11-01T01:30-05:00", "2026-11-01T02:00-05:00"}},
		{"hourly of one day in the overlap", "America/New_York", "59 * 1 11 *", "2026-11-01T00:59",
			[]string{"2026-11-01T01:59-04:00", "2026-11-01T01:59-05:00", "2026-11-01T02:59-05:00"}},
		{"half hour, spring, daily", "Australia/Lord_Howe", "0 9 * * *", "2026-10-03T00:00",
			[]string{"2026-10-03T09:00+10:30", "2026-10-04T09:00+11:00", "2026-10-05T09:00+11:00"}},
		{"half hour, autumn, daily", "Australia/Lord_Howe", "0 9 * * *", "2026-04-04T00:00",
			[]string{"2026-04-04T09:00+11:00", "2026-04-05T09:00+10:30", "2026-04-06T09:00+10:30"}},
		{"half hour, autumn, 02:00", "Australia/Lord_Howe", "0 2 * * *", "2026-04-04T12:00",
			[]string{"2026-04-05T02:00+10:30", "2026-04-06T02:00+10:30"}},
		{"half hour, autumn, overlap", "Australia/Lord_Howe", "45 1 * * *", "2026-04-04T12:00",
			[]string{"2026-04-05T01:45+11:00", "2026-04-06T01:45+10:30"}},
		{"half hour, spring, gap", "Australia/Lord_Howe", "15 2 * * *", "2026-10-03T12:00",
			[]string{"2026-10-04T02:30+11:00", "2026-10-05T02:15+11:00"}},
		{"gap at midnight, 00:00", "Asia/Beirut", "0 0 * * *", "2026-03-28T12:00",
			[]string{"2026-03-29T01:00+03:00", "2026-03-30T00:00+03:00"}},
		{"gap at midnight, 00:30", "Asia/Beirut", "30 0 * * *", "2026-03-28T12:00",
			[]string{"2026-03-29T01:00+03:00", "2026-03-30T00:30+03:00"}},
		{"overlap before midnight", "Asia/Beirut", "30 23 * * *", "2026-10-24T12:00",
			[]string{"2026-10-24T23:30+03:00", "2026-10-25T23:30+02:00"}},
		{"Ramadan begins", "Africa/Casablanca", "30 2 * * *", "2026-02-14T12:00",
			[]string{"2026-02-15T02:30+01:00", "2026-02-16T02:30+00:00"}},
		{"Ramadan ends", "Africa/Casablanca", "30 2 * * *", "2026-03-21T12:00",
			[]string{"2026-03-22T03:00+01:00", "2026-03-23T02:30+01:00"}},
		{"the day that Apia skipped", "Pacific/Apia", "0 9 30 12 *", "2011-12-01T00:00",
			[]string{"2011-12-31T00:00+14:00", "2012-12-30T09:00+14:00"}},
		{"daily across it", "Pacific/Apia", "0 9 * * *", "2011-12-29T00:00",
			[]string{"2011-12-29T09:00-10:00", "2011-12-31T00:00+14:00", "2011-12-31T09:00+14:00"}},
		{"gap from 02:45", "Pacific/Chatham", "0 3 * * *", "2026-09-26T12:00",
			[]string{"2026-09-27T03:45+13:45", "2026-09-28T03:00+13:45"}},
		{"overlap from 02:45", "Pacific/Chatham", "0 3 * * *", "2026-04-04T12:00",
			[]string{"2026-04-05T03:00+13:45", "2026-04-06T03:00+12:45"}},
		{"gap that ends at midnight", "America/Nuuk", "30 23 * * *", "2026-03-27T12:00",
			[]string{"2026-03-27T23:30-02:00", "2026-03-29T00:00-01:00", "2026-03-29T23:30-01:00"}},
		{"Cairo", "Africa/Cairo", "30 0 * * *", "2026-04-23T12:00",
			[]string{"2026-04-24T01:00+03:00", "2026-04-25T00:30+03:00"}},
		{"Havana, spring", "America/Havana", "30 0 * * *", "2026-03-07T12:00",
			[]string{"2026-03-08T01:00-04:00", "2026-03-09T00:30-04:00"}},
		{"Havana, autumn", "America/Havana", "30 0 * * *", "2026-10-31T12:00",
			[]string{"2026-11-01T00:30-04:00", "2026-11-02T00:30-05:00"}},
		{"Santiago", "America/Santiago", "0 0 * * *", "2026-09-05T12:00",
			[]string{"2026-09-06T01:00-03:00", "2026-09-07T00:00-03:00"}},
		{"Azores", "Atlantic/Azores", "30 0 * * *", "2026-03-28T12:00",
			[]string{"2026-03-29T01:00+00:00", "2026-03-30T00:30+00:00"}},
		{"no zone", "", "0 7 * * 1-5", "2026-11-20T07:00",
			[]string{"2026-11-23T07:00+00:00", "2026-11-24T07:00+00:00"}},
		{"day of month or weekday", "UTC", "0 9 1 * 1", "2026-02-10T00:00",
			[]string{"2026-02-16T09:00+00:00", "2026-02-23T09:00+00:00", "2026-03-01T09:00+00:00"}},
		{"leap day", "UTC", "0 9 29 2 *", "2024-02-29T09:00", []string{"2028-02-29T09:00+00:00"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			zone := mustZone(t, test.zone)
			from, err := time.ParseInLocation("2006-01-02T15:04", test.from, zone)
			if err != nil {
				t.Fatal(err)
			}
			slots, err := NextSlots(test.spec, test.zone, from, len(test.want))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, slot := range slots {
				got = append(got, slot.Local.Format("2006-01-02T15:04-07:00"))
				if !slot.At.Equal(slot.Local) || slot.At.Location() != time.UTC {
					t.Errorf("at %v is not local %v in UTC", slot.At, slot.Local)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A time in the second pass of an overlap must not bring the first pass back.
func TestNextFromTheSecondPass(t *testing.T) {
	s := mustParse(t, "45 1 * * *", mustZone(t, "America/New_York"))
	from := time.Date(2026, 11, 1, 6, 10, 0, 0, time.UTC) // 01:10 EST
	if got, want := s.Next(from), time.Date(2026, 11, 2, 6, 45, 0, 0, time.UTC); !got.Equal(want) {
		t.Errorf("Next(%v) = %v, want %v", from, got, want)
	}
}

func TestNextAfterNothing(t *testing.T) {
	s := mustParse(t, "0 9 29 2 *", time.UTC)
	// 2100 is no leap year.
	for _, from := range []string{"2096-03-01T00:00:00", "2099-01-15T00:00:00"} {
		if got := s.Next(at(from)); !got.IsZero() {
			t.Errorf("Next(%s) = %v, want the zero time", from, got)
		}
	}
	if got, want := s.Next(at("2099-02-28T09:00:00")), at("2104-02-29T09:00:00"); !got.IsZero() {
		t.Errorf("Next = %v, want none, since %v is a day more than five years off", got, want)
	}
	if got, want := s.Next(at("2099-03-01T00:00:00")), at("2104-02-29T09:00:00"); !got.Equal(want) {
		t.Errorf("Next = %v, want %v", got, want)
	}
}

func TestCheck(t *testing.T) {
	tests := []struct{ spec, zone, want string }{
		{"0 7 * * 1-5", "Europe/Kyiv", ""},
		{"*/5 0-3,22 1,15 JAN-mar SUN", "", ""},
		{"0 7 ? * ?", "UTC", ""},
		{"", "UTC", "has 0 fields"},
		{"0 7 * *", "UTC", "has 4 fields"},
		{"0 0 7 * * 1", "UTC", "has 6 fields"},
		{"@every 5m", "UTC", "starts with @"},
		{"@daily", "UTC", "starts with @"},
		{"TZ=", "UTC", "names a timezone"},
		{"TZ=America/New_York", "UTC", "names a timezone"},
		{"CRON_TZ=Local 0 7 * * *", "UTC", "names a timezone"},
		{"  tz=UTC 0 7 * * *", "UTC", "names a timezone"},
		{"0 24 * * *", "UTC", `"24" for the hour`},
		{"60 7 * * *", "UTC", `"60" for the minute`},
		{"0 7 0 * *", "UTC", `"0" for the day of the month`},
		{"0 7 * 13 *", "UTC", `"13" for the month`},
		{"0 7 * * 7", "UTC", `"7" for the day of the week, which takes 0-6 or SUN-SAT, Sunday being 0`},
		{"0 7 * * L", "UTC", `"L" for the day of the week`},
		{"0 5-1 * * *", "UTC", `"5-1" for the hour`},
		{"0 */0 * * *", "UTC", `"*/0" for the hour`},
		{", 7 * * *", "UTC", `"," for the minute`},
		{"0 *-5 * * *", "UTC", `"*-5" for the hour`},
		{"0 9 31 4 *", "UTC", "no time in the next 5 years"},
		{"0 9 30 2 *", "UTC", "no time in the next 5 years"},
		{"0 7 * * *", "Mars/Olympus", `the timezone "Mars/Olympus" is not known`},
		{"0 7 * * *", "../etc/passwd", "is not known"},
		{"0 7 * * *", "Local", "is not known"},
	}
	for _, test := range tests {
		err := Check(test.spec, test.zone)
		if test.want == "" && err != nil {
			t.Errorf("Check(%q, %q) = %v", test.spec, test.zone, err)
		}
		if test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("Check(%q, %q) = %v, want %q in it", test.spec, test.zone, err, test.want)
		}
	}
}

// A change is a moment at which a zone's offset changes.
type change struct {
	zone *time.Location
	at   time.Time
}

// changes returns the changes of offset between two times, of one zone of each
// set of zones that share all of them.
func changes(t testing.TB, from, to time.Time) []change {
	data, err := os.ReadFile("testdata/zones.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var list []change
	for _, name := range strings.Fields(string(data)) {
		zone := mustZone(t, name)
		var own []change
		var rules strings.Builder
		for at := from.In(zone); ; {
			_, end := at.ZoneBounds()
			if end.IsZero() || end.After(to) {
				break
			}
			if offset(end) != offset(end.Add(-1)) {
				own = append(own, change{zone, end.In(zone)})
				fmt.Fprintln(&rules, end.Unix(), offset(end))
			}
			at = end
		}
		if !seen[rules.String()] {
			seen[rules.String()] = true
			list = append(list, own...)
		}
	}
	return list
}

// due works the civil-time rule out by walking through every minute of the days
// round a change: each wall time is due at the first minute whose clock has
// reached it. The wall times must be in order.
func (c change) due(walls []time.Time) []time.Time {
	list := make([]time.Time, 0, len(walls))
	at := c.at.Add(-5 * 24 * time.Hour)
	shown := clockAsUTC(at)
	for _, wall := range walls {
		for shown.Before(wall) {
			at = at.Add(time.Minute)
			shown = clockAsUTC(at)
		}
		list = append(list, at)
	}
	return list
}

func clockAsUTC(t time.Time) time.Time {
	y, m, d := t.Date()
	hour, minute, _ := t.Clock()
	return time.Date(y, m, d, hour, minute, 0, 0, time.UTC)
}

// days are the day of the change and three before and after it.
const days = 7

// walls returns the wall times, a step apart, of those days.
func (c change) walls(step time.Duration) []time.Time {
	y, m, d := c.at.Date()
	first := time.Date(y, m, d-days/2, 0, 0, 0, 0, time.UTC)
	var list []time.Time
	for after := time.Duration(0); after < days*24*time.Hour; after += step {
		list = append(list, first.Add(after))
	}
	return list
}

// from2025 returns the changes of 2025 to 2030.
func from2025(t testing.TB) []change {
	list := changes(t, time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC))
	if len(list) < 300 {
		t.Fatalf("only %d changes found", len(list))
	}
	return list
}

// TestEveryZone compares 96 daily schedules, three days round every change of
// 2025 to 2030 in every zone, with the plain walk: nothing missed, nothing twice.
func TestEveryZone(t *testing.T) {
	const quarters = 96
	for _, c := range from2025(t) {
		due := c.due(c.walls(15 * time.Minute))
		for quarter := range quarters {
			var want []time.Time
			for day := range days {
				want = append(want, due[day*quarters+quarter])
			}
			spec := fmt.Sprintf("%d %d * * *", quarter%4*15, quarter/4)
			compare(t, c, spec, slices.CompactFunc(want, time.Time.Equal))
		}
	}
}

// TestEveryZoneOften does the same with many times a day, and from any moment on.
func TestEveryZoneOften(t *testing.T) {
	const spec = "*/20 0-3,22,23 * * *"
	random := rand.New(rand.NewPCG(1, 2))
	for _, c := range from2025(t) {
		walls := slices.DeleteFunc(c.walls(20*time.Minute), func(w time.Time) bool { return w.Hour() > 3 && w.Hour() < 22 })
		want := slices.CompactFunc(c.due(walls), time.Time.Equal)
		compare(t, c, spec, want)
		s := mustParse(t, spec, c.zone)
		for range 50 {
			from := want[0].Add(time.Duration(random.Int64N(int64(want[len(want)-1].Sub(want[0])))))
			i := slices.IndexFunc(want, func(at time.Time) bool { return at.After(from) })
			if got := s.Next(from); !got.Equal(want[i]) {
				t.Fatalf("%s %q: Next(%v) = %v, want %v", c.zone, spec, from, got, want[i])
			}
		}
	}
}

// TestEveryZoneElapsed walks through the minutes that pass.
func TestEveryZoneElapsed(t *testing.T) {
	for _, c := range from2025(t) {
		var want []time.Time
		for at := c.at.Add(-24 * time.Hour); at.Before(c.at.Add(24 * time.Hour)); at = at.Add(time.Minute) {
			if at.Minute()%15 == 0 {
				want = append(want, at)
			}
		}
		compare(t, c, "*/15 * * * *", want)
	}
}

// compare walks through the schedule and wants each of the times and no other.
func compare(t *testing.T, c change, spec string, want []time.Time) {
	t.Helper()
	s := mustParse(t, spec, c.zone)
	at := want[0].Add(-time.Second)
	for _, w := range want {
		got := s.Next(at)
		if !got.Equal(w) {
			t.Fatalf("%s %q: Next(%v) = %v, want %v", c.zone, spec, at, got, w)
		}
		at = got
	}
}

func FuzzParseSchedule(f *testing.F) {
	for _, spec := range []string{
		"0 7 * * 1-5", "*/15 * * * *", "30 2 8 3 *", "0 9 31 4 *", "TZ=", "TZ=America/New_York", "CRON_TZ=UTC 0 7 * * *",
		"@every 0s", "@daily", "? ? ? ? ?", ", , , , ,", "*-1 * * * *", "1/9223372036854775807 * * * *", "0 0 29 2 0",
	} {
		f.Add(spec, int64(1767225600))
	}
	zone := mustZone(f, "America/New_York")
	f.Fuzz(func(t *testing.T, spec string, unix int64) {
		s, err := ParseSchedule(spec, zone)
		if err != nil {
			if err.Error() == "" || s != nil {
				t.Fatalf("%q: a schedule %v or no reason beside %v", spec, s, err)
			}
			return
		}
		from := time.Unix(unix%(1<<32), 0)
		at := s.Next(from)
		if !at.After(from) || at.Second() != 0 {
			t.Fatalf("%q: Next(%v) = %v", spec, from, at)
		}
		if again := s.Next(at.Add(-time.Second)); !again.Equal(at) {
			t.Fatalf("%q: %v, but a second before it %v", spec, at, again)
		}
	})
}

func BenchmarkNext(b *testing.B) {
	zone := mustZone(b, "America/New_York")
	from := time.Date(2026, 3, 6, 12, 0, 0, 0, time.UTC)
	for _, spec := range []string{"* * * * *", "30 9 * * 1-5", "30 2 * * *", "0 9 1 1 *", "* 0-23 * * *"} {
		s := mustParse(b, spec, zone)
		b.Run(strings.ReplaceAll(spec, " ", "_"), func(b *testing.B) {
			for b.Loop() {
				s.Next(from)
			}
		})
	}
}

func mustZone(t testing.TB, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func mustParse(t testing.TB, spec string, zone *time.Location) *Schedule {
	t.Helper()
	s, err := ParseSchedule(spec, zone)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
