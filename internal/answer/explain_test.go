package answer

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"sitrep/internal/extract"
	"sitrep/internal/facts"
)

func whyOf(t *testing.T, finder Finder, q Question, options ...Option) (Answer, *Trace) {
	t.Helper()
	q.Why = true
	a, err := New(finder, options...).Answer(context.Background(), q)
	if err != nil || a.Trace == nil {
		t.Fatalf("%q: trace %v, error %v", q.Text, a.Trace, err)
	}
	return a, a.Trace
}

// fate finds what became of the fact whose value begins with text.
func (t *Trace) fate(text string) string {
	for _, c := range slices.Concat(t.Candidates, t.Dropped) {
		if strings.HasPrefix(c.Text, text) {
			return c.Fate
		}
	}
	return ""
}

func TestTraceOfRanking(t *testing.T) {
	_, tr := whyOf(t, harbourShelf(), Question{Text: "How many crew members of the Norhaven ferries walked out this month?"})
	if tr.Road != RoadRanking || tr.Asked.Unit != "a count" || tr.Thresholds != DefaultThresholds() || tr.Reports != 3 {
		t.Errorf("road %s, unit %s, thresholds %v, %d reports", tr.Road, tr.Asked.Unit, tr.Thresholds, tr.Reports)
	}
	if !slices.ContainsFunc(tr.Asked.Words, func(w WordHeft) bool { return w.Word == "norhaven" && w.Name && w.Weight > 0 }) {
		t.Errorf("words %v", tr.Asked.Words)
	}
	first := tr.Candidates[0]
	if first.Text != "Some 1,200" || first.Fate != "given" || first.Score < 0.65 || first.Source == "" || len(first.Features) < 2 {
		t.Errorf("first candidate %+v", first)
	}
	if fate := tr.fate("$40 million"); fate != "other unit: money" {
		t.Errorf("the money: %q", fate)
	}
	for fate, n := range tr.Reasons {
		if n < 1 || fate == "given" || fate == "" {
			t.Errorf("%d × %q", n, fate)
		}
	}
}

func TestTraceSaysWhichThreshold(t *testing.T) {
	_, tr := whyOf(t, harbourShelf(), Question{Text: "How many crew members walked out in Norhaven?"}, Sure(Thresholds{AnswersFrom: 1, NearestFrom: 1}))
	if fate := tr.fate("Some 1,200"); fate != "below the threshold of the nearest, 1" {
		t.Errorf("fate %q", fate)
	}
}

func TestTraceOfRules(t *testing.T) {
	_, tr := whyOf(t, seedEngine(t).finder, Question{Text: "how many NK troops in russia?", AsOf: "2024-10-25", Thread: []string{"how many troops?"}})
	if tr.Road != RoadRules || tr.Asked.Thing != "troops" || tr.Asked.Places[0] != "Russia" || len(tr.Asked.Nations) != 1 || tr.Asked.AsOf != "2024-10-25" {
		t.Errorf("%+v", tr.Asked)
	}
	if tr.Candidates[0].Fate != "given" || tr.Candidates[0].Score != 0 {
		t.Errorf("first candidate %+v", tr.Candidates[0])
	}
	_, tr = whyOf(t, seedEngine(t).finder, Question{Text: "What did Austin say about the number?"})
	if !strings.Contains(tr.Asked.Holder, "Austin") {
		t.Errorf("holder %q", tr.Asked.Holder)
	}
}

func TestTraceOfDates(t *testing.T) {
	a, tr := whyOf(t, harbourShelf(), Question{Text: "In which year did 300 ferry crew members in Norhaven walk out?"})
	if a.Figures == nil || tr.Road == "" {
		t.Errorf("%s: road %q", a.Text, tr.Road)
	}
	a, tr = whyOf(t, harbourShelf(), Question{Text: "When did the crew members of the ferries in Norhaven walk out?"})
	if a.Figures[0].Unit != "date" || tr.Road != RoadDates || tr.Candidates[0].Fate != "given" || tr.Asked.Unit != "a date" {
		t.Errorf("%s: %+v", a.Text, tr)
	}
}

// TestTraceNamesWhatIsNotCurrent: a fact that another took the place of is named,
// and its report's other doubts are too.
func TestTraceNamesWhatIsNotCurrent(t *testing.T) {
	docs := harbourShelf()
	for i := range docs[0].Facts {
		if f := &docs[0].Facts[i]; f.Value != nil && f.Value.Text == "35%" {
			f.Status, f.By = facts.StatusSuperseded, "F99"
		} else if f.Value != nil && f.Value.Text == "$40 million" {
			f.Firm = false
		}
	}
	_, tr := whyOf(t, docs, Question{Text: "How many crew members of the Norhaven ferries walked out this month?"})
	if fate := tr.fate("35%"); fate != "superseded by F99" {
		t.Errorf("superseded: %q", fate)
	}
	if fate := tr.fate("$40 million"); !strings.HasPrefix(fate, "not firm") {
		t.Errorf("not firm: %q", fate)
	}
}

// TestTraceIsOnlyForThoseWhoAsk: it changes no answer, and stands in none unless
// asked for.
func TestTraceIsOnlyForThoseWhoAsk(t *testing.T) {
	for _, text := range []string{"How many crew members of the Norhaven ferries walked out this month?", "How many moons has Velburg?", "how many?", ""} {
		plain, err := New(harbourShelf()).Answer(context.Background(), Question{Text: text})
		if err != nil || plain.Trace != nil {
			t.Fatalf("%q: a trace, or error %v", text, err)
		}
		told, err := New(harbourShelf()).Answer(context.Background(), Question{Text: text, Why: true})
		if err != nil || told.Text != plain.Text {
			t.Errorf("%q: %q instead of %q, error %v", text, told.Text, plain.Text, err)
		}
		if js, _ := json.Marshal(plain); strings.Contains(string(js), `"why"`) {
			t.Errorf("%q: %s", text, js)
		}
	}
	if _, tr := whyOf(t, emptyFinder{}, Question{Text: "how many?"}); tr.Road != "" || len(tr.Candidates) > 0 {
		t.Errorf("without reports: %+v", tr)
	}
}

// TestTraceOfAStory: several reports of one story, with a window of days.
func TestTraceOfAStory(t *testing.T) {
	var docs shelf
	for id, text := range map[string]string{"a": "The harbour board said 40 ferries were sunk.", "b": "The union said 60 ferries were sunk in Norhaven."} {
		r := facts.Report{ID: id, Published: "2024-05-0" + map[string]string{"a": "1", "b": "5"}[id], Text: text}
		read := extract.Read(r)
		r.Sentences, r.Read = read.Sentences, facts.ReadRules
		docs = append(docs, facts.Document{Report: r, Facts: read.Facts})
	}
	_, tr := whyOf(t, docs, Question{Text: "how many ferries as of May 2, 2024?"})
	if tr.Asked.Window != "..2024-05-02" {
		t.Errorf("window %q", tr.Asked.Window)
	}
	_, tr = whyOf(t, docs, Question{Text: "how many ferries?"})
	if tr.Road != RoadStory || tr.Asked.Theme == "" || len(tr.Candidates) != 2 {
		t.Errorf("road %s, story of %q, %d candidates", tr.Road, tr.Asked.Theme, len(tr.Candidates))
	}
}

// TestEveryFeatureHasAName holds the names to the features they explain.
func TestEveryFeatureHasAName(t *testing.T) {
	if n := len(featureNames()); n != featureCount {
		t.Errorf("%d names for %d features", n, featureCount)
	}
	for _, r := range rules {
		if kindNames()[r.kind] == "" {
			t.Errorf("kind %d has no name", r.kind)
		}
	}
}

// TestDaysAreRead: "2 May" is a day, "sent 2 russia" a shorthand, and a window that
// leaves one report leaves no other's figures.
func TestDaysAreRead(t *testing.T) {
	for raw, want := range map[string]string{
		"ferries as of 2 May": "ferries as of 2 may", "how many sent 2 russia?": "how many sent to russia", "were the 2 ferries sunk": "were the 2 ferries sunk",
		"who sent 2 ferries": "who sent 2 ferries", "killed 2 people": "killed 2 people",
	} {
		if got := normal(raw); got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
	}
	docs := harbourShelf()[:0]
	for _, r := range []facts.Report{
		{ID: "a", Published: "2024-05-01", Text: "The harbour board said 40 ferries were sunk."},
		{ID: "b", Published: "2024-05-05", Text: "The union said 60 ferries were sunk."},
	} {
		read := extract.Read(r)
		r.Sentences, r.Read = read.Sentences, facts.ReadRules
		docs = append(docs, facts.Document{Report: r, Facts: read.Facts})
	}
	for _, text := range []string{"how many ferries before 3 May 2024?", "how many ferries as of 2 May 2024?"} {
		a, err := New(docs).Answer(context.Background(), Question{Text: text})
		if err != nil || len(a.Figures) != 1 || a.Figures[0].Fact != "a#F01" {
			t.Errorf("%s: %s, error %v", text, a.Text, err)
		}
	}
}
