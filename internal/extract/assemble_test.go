package extract

import (
	"math"
	"strings"
	"testing"

	"sitrep/internal/facts"
)

// readSeed reads the embedded first report from its text alone.
func readSeed(t *testing.T) (facts.Document, Reading) {
	t.Helper()
	doc, err := facts.Seed()
	if err != nil {
		t.Fatal(err)
	}
	return doc, Read(doc.Report)
}

// TestSeedIsProven holds the facts read from the first report to everything that
// loading refuses.
func TestSeedIsProven(t *testing.T) {
	doc, got := readSeed(t)
	r := doc.Report
	r.Read = facts.ReadRules
	r.Sentences = append([]facts.Sentence{doc.Report.Sentences[0]}, got.Sentences...)
	for _, err := range facts.Validate(r, got.Facts) {
		t.Error(err)
	}
	checkFacts(t, r, got)
}

// TestSeedAgreesWithHand compares with the facts that a person wrote: each must
// have one of ours over its words with the same holder, factuality and figure, and
// ours may state no figure that the person did not.
func TestSeedAgreesWithHand(t *testing.T) {
	doc, got := readSeed(t)
	for _, hand := range doc.Facts {
		if !anyFact(got.Facts, func(f facts.Fact) bool { return agrees(hand, f) }) {
			t.Errorf("nothing read agrees with %s (S%d, %s, %s): %s", hand.ID, hand.Quote.S, hand.Factuality, hand.Source.Name, hand.Quote.Exact)
		}
	}
	for _, f := range got.Facts {
		if amountOf(f) != nil && !anyFact(doc.Facts, func(hand facts.Fact) bool { return sameAmount(hand, f) }) {
			t.Errorf("%s states a figure that no hand-written fact has: %s", f.ID, f.Value.Text)
		}
	}
}

// TestSeedFigures pins the two figures of the first report, which are easily given
// to the wrong holder.
func TestSeedFigures(t *testing.T) {
	_, got := readSeed(t)
	want := map[string]struct {
		bound, measure, place, source, factuality string
		s, sourceSentence, vias                   int
	}{
		"upwards of 12,000":   {facts.BoundMin, "troops_in_training", "", "Reports primarily fueled by information from the Ukrainian and South Korean governments", facts.Possible, 10, 9, 2},
		"approximately 2,500": {facts.BoundApprox, "troops_dispatched", "Russia", "American officials", facts.Probable, 11, 11, 0},
	}
	for text, w := range want {
		found := 0
		for _, f := range got.Facts {
			if f.Value == nil || f.Value.Text != text {
				continue
			}
			found++
			if f.Value.Bound != w.bound || f.Measure != w.measure || f.Place != w.place || f.Source.Name != w.source ||
				f.Factuality != w.factuality || f.Quote.S != w.s || f.Source.S != w.sourceSentence || len(f.Via) != w.vias || !f.Firm {
				t.Errorf("%s is read as %+v with value %+v", text, f, *f.Value)
			}
		}
		if found != 1 {
			t.Errorf("%s: %d facts, want 1", text, found)
		}
	}
}

func anyFact(fs []facts.Fact, ok func(facts.Fact) bool) bool {
	for _, f := range fs {
		if ok(f) {
			return true
		}
	}
	return false
}

// agrees reports whether f covers half of the shorter quote and says the same.
func agrees(hand, f facts.Fact) bool {
	a, b := hand.Quote, f.Quote
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	return 2*shared >= min(a.End-a.Start, b.End-b.Start) && f.Factuality == hand.Factuality && sameHolder(hand.Source, f.Source) && sameAmount(hand, f)
}

func sameHolder(a, b facts.Source) bool {
	if a.Kind == facts.KindReport || b.Kind == facts.KindReport {
		return a.Kind == b.Kind
	}
	return strings.Contains(a.Name, b.Name) || strings.Contains(b.Name, a.Name)
}

func sameAmount(a, b facts.Fact) bool {
	x, y := amountOf(a), amountOf(b)
	if x == nil || y == nil {
		return x == y
	}
	return math.Abs(*x-*y) < 1e-9 && a.Value.Bound == b.Value.Bound
}

func amountOf(f facts.Fact) *float64 {
	if f.Value == nil {
		return nil
	}
	return f.Value.Amount
}

func TestMeasureWords(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{snake("Tents & “beds”"), "tents_beds"},
		{snake("…"), "number"},
		{predicateStem("have already been sent north"), "dispatched"},
		{predicateStem("are receiving treatment"), "in treatment"},
		{predicateStem(""), ""},
		{lastNoun("the small boats of the fleet"), "boats"},
		{claimOf("the road\n is closed,"), "The road is closed."},
		{claimOf("“Who pays?”"), "“Who pays?”"},
		{claimOf("“We left,”"), "“We left.”"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestCueForms(t *testing.T) {
	for form, want := range map[string]string{
		"said": "say", "says": "say", "saying": "say", "denies": "deny", "admitted": "admit", "stating": "state",
		"agreed": "agree", "agreeing": "agree", "forecast": "forecast", "wrote": "write", "relayed": "",
	} {
		if got := cueForms[form].lemma; got != want {
			t.Errorf("%q is a form of %q, want %q", form, got, want)
		}
	}
}
