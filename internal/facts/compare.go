package facts

import (
	"math"
	"strings"
)

// Flags say how a fact stands to an earlier one. Each is the word that opens a line.
const (
	FlagNew           = "NEW"            // no earlier fact with this measure, place and source
	FlagUp            = "UP"             // equal keys, a larger amount
	FlagDown          = "DOWN"           // equal keys, a smaller amount
	FlagReworded      = "REWORDED"       // equal keys, other hedge or certainty
	FlagDiffers       = "DIFFERS"        // another holder of the same measure and place
	FlagNotComparable = "NOT COMPARABLE" // another measure, place, unit or kind of figure
	FlagConflict      = "CONFLICT"       // both cannot be true
	FlagRetreat       = "RETREAT"        // a holder withdraws or softens
	FlagCorrected     = "CORRECTED"      // the report or we were wrong
	FlagWithdrawn     = "WITHDRAWN"      // the report is gone
	FlagNoChange      = "NO CHANGE"      // equal keys, amount and wording
)

// Compare returns how fact newer stands to fact older: FlagUp, FlagDown,
// FlagReworded, FlagDiffers, FlagNotComparable or FlagNoChange. Only equal keys
// yield a direction, and only between amounts whose hedges are of one kind or leave
// no doubt; equal digits with other keys are not comparable. It does not look at
// dates.
func Compare(older, newer Fact) string {
	a, b := older.Key(), newer.Key()
	if a.Measure == "" || a.Measure != b.Measure || a.Place != b.Place || !sameDimension(older.Value, newer.Value) {
		return FlagNotComparable
	}
	if a.Source != b.Source {
		return FlagDiffers
	}
	if older.Value == nil {
		return wording(older, newer)
	}
	return figures(older, newer)
}

// sameDimension says whether two values count in the same way: both none, or the
// same unit, rate and direction.
func sameDimension(a, b *Value) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Unit == b.Unit && a.Per == b.Per && a.Change == b.Change
}

// figures compares the values of two facts with equal keys.
func figures(older, newer Fact) string {
	a, b := older.Value, newer.Value
	if a.Bound == BoundNone && b.Bound == BoundNone {
		return wording(older, newer)
	}
	lowA, highA, okA := a.ends()
	lowB, highB, okB := b.ends()
	switch {
	case !okA || !okB || (lowA == highA) != (lowB == highB):
		return FlagNotComparable
	case lowA == lowB && highA == highB:
		return wording(older, newer)
	case a.Bound != b.Bound:
		return rebound(a, b)
	case lowB >= lowA && highB >= highA:
		return FlagUp
	case lowB <= lowA && highB <= highA:
		return FlagDown
	}
	return FlagNotComparable
}

// rebound compares two amounts with hedges of two kinds: only what the hedges leave
// no doubt of is a direction ("12" and then "at least 15"), anything else is
// another wording of another amount.
func rebound(older, newer *Value) string {
	if older.Bound == BoundApprox || newer.Bound == BoundApprox {
		return FlagReworded
	}
	lowA, highA := older.reach()
	lowB, highB := newer.reach()
	switch {
	case lowB > highA || lowB == highA && newer.open():
		return FlagUp
	case highB < lowA:
		return FlagDown
	}
	return FlagReworded
}

// open says whether the hedge excludes the amount itself.
func (q *Value) open() bool {
	text := plainWords(q.Text)
	return strings.Contains(text, "more than") || strings.Contains(text, "over ")
}

// reach is the range that the hedge of q allows; without an amount, everything.
func (q *Value) reach() (low, high float64) {
	low, high, ok := q.ends()
	if !ok {
		return math.Inf(-1), math.Inf(1)
	}
	switch q.Bound {
	case BoundMin:
		high = math.Inf(1)
	case BoundMax:
		low = math.Inf(-1)
	}
	return low, high
}

// ends returns the range of q, both ends equal for one amount, and false where q
// has no amount.
func (q *Value) ends() (low, high float64, ok bool) {
	switch {
	case q.Amount != nil:
		return *q.Amount, *q.Amount, true
	case q.Low != nil && q.High != nil:
		return *q.Low, *q.High, true
	}
	return 0, 0, false
}

// wording tells a changed hedge or certainty from no change. The words of a fact
// without a number may differ from report to report; its certainty may not.
func wording(older, newer Fact) string {
	if older.Factuality != newer.Factuality {
		return FlagReworded
	}
	if a, b := older.Value, newer.Value; a != nil && (a.Bound != b.Bound || plainWords(a.Text) != plainWords(b.Text)) {
		return FlagReworded
	}
	return FlagNoChange
}

// plainWords drops case and spacing, which are not wording.
func plainWords(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}
