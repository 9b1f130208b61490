package briefings

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// A Schedule is five cron fields in the civil time of one zone. It is a
// cron.Schedule, but not the library's own, which loses and doubles runs around
// clock changes:
//
//   - The fields are evaluated on the wall calendar, as if the zone never changed
//     its offset, and the wall time is then mapped to an instant. A wall time
//     that does not exist fires at the first instant after the gap; one that
//     exists twice fires at the first of the two.
//   - With an hour field of * the schedule follows elapsed time: it fires at
//     every minute that really passes and whose wall clock fits, also in the
//     hour that is repeated.
type Schedule struct {
	fields  *cron.SpecSchedule // on wall-clock fields, so in UTC
	zone    *time.Location
	elapsed bool
}

var _ cron.Schedule = (*Schedule)(nil)

// horizon is how many years ahead a schedule must fire.
const horizon = 5

// star is the bit by which the parser marks a field that holds a *.
const star = 1 << 63

// A field is one of the five, with what it takes, for the user to read.
type field struct {
	name  string
	takes string
	bits  cron.ParseOption
}

var fields = [5]field{
	{"minute", "0-59", cron.Minute},
	{"hour", "0-23", cron.Hour},
	{"day of the month", "1-31", cron.Dom},
	{"month", "1-12 or JAN-DEC", cron.Month},
	{"day of the week", "0-6 or SUN-SAT, Sunday being 0", cron.Dow},
}

const fiveFields = cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow

// ParseSchedule reads five cron fields (minute, hour, day of the month, month,
// day of the week) as times of day in zone; a nil zone is UTC. The error is a
// sentence that says what in spec is wrong. It refuses what starts with @, TZ= or
// CRON_TZ=, since the zone stands beside the schedule and never in it, and a
// schedule whose day never comes.
func ParseSchedule(spec string, zone *time.Location) (*Schedule, error) {
	if zone == nil {
		zone = time.UTC
	}
	s, err := parseFields(spec)
	if err != nil {
		return nil, fmt.Errorf("the schedule %w", err)
	}
	// Whether a day ever comes depends on its month alone, 29 February being the
	// rarest, so any start does whose five years hold a leap day.
	if s.Next(time.Date(2025, time.January, 1, 0, 0, 0, 0, time.UTC)).IsZero() {
		return nil, fmt.Errorf("the schedule has no time in the next %d years: no such day exists", horizon)
	}
	return &Schedule{fields: s, zone: zone, elapsed: s.Hour&star != 0}, nil
}

// parseFields hands the five fields to the parser. Its error continues the
// sentence "the schedule … ".
func parseFields(spec string) (*cron.SpecSchedule, error) {
	words := strings.Fields(spec)
	if len(words) > 0 {
		first := strings.ToUpper(words[0])
		switch {
		case strings.HasPrefix(first, "TZ="), strings.HasPrefix(first, "CRON_TZ="):
			return nil, errors.New("names a timezone: write it under timezone, not in the schedule")
		case strings.HasPrefix(first, "@"):
			return nil, errors.New(`starts with @: write five fields instead, such as "0 7 * * 1-5" for weekdays at 07:00`)
		}
	}
	if len(words) != len(fields) {
		return nil, fmt.Errorf(`has %d fields: write five (minute, hour, day of the month, month, day of the week), such as "0 7 * * 1-5"`, len(words))
	}
	for i, f := range fields {
		if err := f.check(words[i]); err != nil {
			return nil, err
		}
	}
	parsed, err := parse(fiveFields, strings.Join(words, " "))
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", err)
	}
	parsed.Location = time.UTC
	return parsed, nil
}

// check parses one field alone, so that the error can name it. The parser takes
// an empty list such as "," as no time at all, and reads "*-5" as "*"; both are
// mistakes of whoever wrote them.
func (f field) check(word string) error {
	_, err := parse(f.bits, word)
	emptyItem := strings.HasPrefix(word, ",") || strings.HasSuffix(word, ",") || strings.Contains(word, ",,")
	if err != nil || emptyItem || strings.Contains(word, "*-") || strings.Contains(word, "?-") {
		return fmt.Errorf("has %q for the %s, which takes %s, lists, ranges and steps, or *", word, f.name, f.takes)
	}
	return nil
}

// parse runs the parser, which is known to panic on some input, and turns a
// panic into an error.
func parse(options cron.ParseOption, spec string) (s *cron.SpecSchedule, err error) {
	defer func() {
		if r := recover(); r != nil {
			s, err = nil, fmt.Errorf("the parser failed: %v", r)
		}
	}()
	parsed, err := cron.NewParser(options).Parse(spec)
	if err != nil {
		return nil, err
	}
	s, ok := parsed.(*cron.SpecSchedule)
	if !ok {
		return nil, fmt.Errorf("the parser returned a %T", parsed)
	}
	return s, nil
}

// Check says in one sentence what is wrong with a schedule or with its zone, an
// IANA name; an empty zone is UTC. It returns nil when both are good.
func Check(spec, zone string) error {
	location, err := loadZone(zone)
	if err != nil {
		return err
	}
	_, err = ParseSchedule(spec, location)
	return err
}

func loadZone(name string) (*time.Location, error) {
	zone, err := time.LoadLocation(name)
	if err != nil || zone == time.Local { // Local is a name to Go, not to a reader
		return nil, fmt.Errorf("the timezone %q is not known: write an IANA name such as Europe/Kyiv", name)
	}
	return zone, nil
}

// Next returns the first time after the given one, in the schedule's zone, or the
// zero time when there is none within five years.
func (s *Schedule) Next(after time.Time) time.Time {
	limit := after.AddDate(horizon, 0, 0)
	var t time.Time
	if s.elapsed {
		t = s.nextElapsed(after.In(s.zone), limit)
	} else {
		t = s.nextCivil(after.In(s.zone))
	}
	if t.After(limit) {
		return time.Time{}
	}
	return t
}

// nextCivil walks the wall calendar from the wall time of after. Nothing earlier
// on the wall can still be due: a later wall time never maps to an earlier
// instant, and the wall time of after maps to after, or before it when the clock
// shows it for the second time.
func (s *Schedule) nextCivil(after time.Time) time.Time {
	for wall := wallClock(after); ; {
		wall = s.fields.Next(wall)
		if wall.IsZero() {
			return time.Time{}
		}
		if t := instant(wall, s.zone); t.After(after) {
			return t
		}
	}
}

// nextElapsed walks the stretches of equal offset, in each of which the wall
// clock runs like any other.
func (s *Schedule) nextElapsed(after, limit time.Time) time.Time {
	wall := wallClock(after)
	for at := after; !at.After(limit); {
		wall = s.fields.Next(wall)
		if wall.IsZero() {
			break
		}
		_, end := at.ZoneBounds()
		if t := wall.Add(-offset(at)).In(s.zone); end.IsZero() || t.Before(end) {
			return t
		}
		at = end
		wall = wallClock(end).Add(-1) // so that end itself is a candidate
	}
	return time.Time{}
}

// wallClock is what the clock on the wall shows at t, in t's zone, as if that
// were UTC.
func wallClock(t time.Time) time.Time {
	return t.Add(offset(t)).UTC()
}

func offset(t time.Time) time.Duration {
	_, seconds := t.Zone()
	return time.Duration(seconds) * time.Second
}

// beforeAnyOffset is longer than the widest offset from UTC that any zone ever
// had, and than the date line's gap of a day.
const beforeAnyOffset = 26 * time.Hour

// instant maps a wall time to the instant at which zone shows it: the first one
// when it shows it twice, the first instant after the gap when it never does.
func instant(wall time.Time, zone *time.Location) time.Time {
	for at := wall.Add(-beforeAnyOffset).In(zone); ; {
		start, end := at.ZoneBounds()
		t := wall.Add(-offset(at)).In(zone)
		if !start.IsZero() && t.Before(start) {
			return start.In(zone)
		}
		if end.IsZero() || t.Before(end) {
			return t
		}
		at = end.In(zone)
	}
}

// A Slot is one time at which a schedule fires.
type Slot struct {
	At    time.Time `json:"at"`    // UTC
	Local time.Time `json:"local"` // the same instant in the schedule's zone
}

// NextSlots returns the next n times of a schedule after from, fewer when there
// are not that many. The zone is an IANA name, empty for UTC. The error is a
// sentence about the schedule or the zone.
func NextSlots(spec, zone string, from time.Time, n int) ([]Slot, error) {
	location, err := loadZone(zone)
	if err != nil {
		return nil, err
	}
	schedule, err := ParseSchedule(spec, location)
	if err != nil {
		return nil, err
	}
	var slots []Slot
	for t := schedule.Next(from); !t.IsZero() && len(slots) < n; t = schedule.Next(t) {
		slots = append(slots, Slot{At: t.UTC(), Local: t})
	}
	return slots, nil
}
