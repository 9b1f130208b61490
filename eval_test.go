package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/config"
	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/store"
)

func TestQuestionsAreReadStrictly(t *testing.T) {
	for _, tt := range []struct{ name, file, want string }{
		{"all at once", `questions:
- id: a
  ask: how many mills?
  colour: red
  as_of: soon
  expect:
    behaviour: guess
- id: a
  expect:
    abstain: true
    figures:
    - value: 4
      bound: about
      cites: [{}]
    - unit: mill
    never: [" "]
- ask: how many?
- ask: and in Velburg?
  expect: {others: true, never: [x]}
- ask: who?
  expect: {}
`, `f.yaml:4:3: unknown key "colour"; known here: id, ask, thread, as_of, reports, expect
f.yaml:5:10: questions[0].as_of: "soon" is no date: write 2024-10-25
f.yaml:7:16: questions[0].expect.behaviour: "guess" is none of answer, answer_all, nearest, gap, abstain, correct, no_arithmetic, clarify, scope
f.yaml:8:7: questions[1].id: "a" is already the id of question 1
f.yaml:8:3: questions[1].ask: is missing: what is the question?
f.yaml:10:14: questions[1].expect.abstain: is true, so no figure and no behaviour answer, answer_all can be expected
f.yaml:16:13: questions[1].expect.never[0]: is empty
f.yaml:13:14: questions[1].expect.figures[0].bound: "about" is none of exact, approx, min, max, none_reported
f.yaml:14:15: questions[1].expect.figures[0].cites[0]: names no sentence: give report, words, or both
f.yaml:15:7: questions[1].expect.figures[1]: names no figure: give text, value, or low and high
f.yaml:17:3: questions[2].expect: is missing: say what the answer must be (behaviour, figures, never, abstain)
f.yaml:19:20: questions[3].expect.others: goes with figures: without them no figure is wrong
f.yaml:21:11: questions[4].expect: expects nothing: give behaviour, figures, never or abstain`},
		{"empty", "", `f.yaml:1:1: questions: the file holds no questions: sitrep eval --example prints one to start from`},
		{"empty list", "questions: []\n", `f.yaml:1:12: questions: the file holds no questions: sitrep eval --example prints one to start from`},
		{"a text", "how many?", `f.yaml:1:1: the file must hold keys, reports, questions`},
		{"a number as text", "questions: [{ask: x, expect: {figures: [{value: many}]}}]",
			`f.yaml:1:49: questions[0].expect.figures[0].value: is not a number; write it with a point and without other marks, as in 0.65`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := parseQuestions([]byte(tt.file), "f.yaml")
			if err == nil {
				t.Fatal("no fault")
			}
			if diff := cmp.Diff(strings.Split(tt.want, "\n"), strings.Split(err.Error(), "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestExampleQuestionsAreRead(t *testing.T) {
	f, err := parseQuestions(facts.SeedQuestions(), "example.yaml")
	if err != nil || len(f.Questions) < 4 {
		t.Fatalf("error %v", err)
	}
	if err := f.checkReports([]facts.Report{{ID: "R2"}}); err == nil || !strings.Contains(err.Error(), `no report "R1" is loaded`) {
		t.Errorf("a report that is not there: %v", err)
	}
}

// TestReadmeQuestions runs the example of the README over a report that it fits.
func TestReadmeQuestions(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "```yaml\n")
	example, _, found := strings.Cut(rest, "```\n")
	if !found {
		t.Fatal("the README shows no questions")
	}
	dir := t.TempDir()
	report := `{"id":"flood","published":"2025-03-01","text":"Police said about 300 people were evacuated from the valley on Saturday."}`
	for name, text := range map[string]string{"q.yaml": example, "reports/flood.jsonl": report} {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs strings.Builder
	p := &program{in: strings.NewReader(""), out: &out, err: &errs, getenv: func(string) string { return "" }}
	if status := run(t.Context(), []string{"eval", filepath.Join(dir, "q.yaml")}, p); status != 0 || errs.String() != "" {
		t.Errorf("status %d\n%s%s", status, out.String(), errs.String())
	}
}

func FuzzParseQuestions(f *testing.F) {
	f.Add(string(facts.SeedQuestions()))
	f.Add("questions: [{ask: x, expect: {figures: [{value: 1}], never: [y]}}, {}]\nreports: x")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := parseQuestions([]byte(text), "f.yaml")
		if err != nil {
			return
		}
		for _, q := range file.Questions { // what was read can be judged
			_ = judge(q, answer.Answer{Text: text})
		}
	})
}

// ferries is an answer to judge: two figures, one cited sentence.
func ferries() answer.Answer {
	n, high := 12.0, 1500.0
	return answer.Answer{Behaviour: answer.GivesAll, Text: "• 12 ferries sank: the harbour board [1]\n• Up to 1,500 crew were hurt: the union [2]", Figures: []answer.Figure{
		{Text: "12", Value: &n, Bound: "exact", Unit: "ferry", Of: "ferries sank", Source: "the harbour board", Cites: []int{1}},
		{Text: "up to 1,500", High: &high, Bound: "max", Unit: "person", Of: "crew hurt", Source: "the union", Cites: []int{2}},
	}, Citations: []answer.Citation{{N: 1, Report: "a", Exact: "The “board” said 12 ferries sank."}, {N: 2, Report: "b", Exact: "Up to 1,500 crew were hurt."}}}
}

func TestJudge(t *testing.T) {
	x := func(v float64) *float64 { return &v }
	both := []expectedFigure{{Value: x(12)}, {High: x(1500)}}
	for _, tt := range []struct {
		name                       string
		expect                     expectation
		found, wrong, cites, cited int
		fault                      string
	}{
		{"both", expectation{Behaviour: "answer_all", Figures: both}, 2, 0, 0, 0, ""},
		{"one, and others may stand there", expectation{Figures: both[:1], Others: true}, 1, 0, 0, 0, ""},
		{"one", expectation{Figures: both[:1]}, 1, 1, 0, 0, "given, and not expected: up to 1,500 crew hurt (the union)"},
		{"another number", expectation{Figures: []expectedFigure{{Value: x(13)}}, Others: true}, 0, 0, 0, 0, "not given: 13"},
		{"another holder", expectation{Figures: []expectedFigure{{Value: x(12), Source: "Union"}}, Others: true}, 0, 0, 0, 0, `not given: 12 (Union), but its source is "the harbour board"`},
		{"another bound", expectation{Figures: []expectedFigure{{High: x(1500), Bound: "min"}}, Others: true}, 0, 0, 0, 0, "not given: to 1,500, but its bound is max"},
		{"by its text", expectation{Figures: []expectedFigure{{Text: "Up to  1,500", Unit: "person"}}, Others: true}, 1, 0, 0, 0, ""},
		{"the hedge dropped", expectation{Figures: []expectedFigure{{Text: "1,500", High: x(1500)}}, Others: true}, 0, 0, 0, 0, `not given: 1,500, but as "up to 1,500"`},
		{"cited", expectation{Figures: []expectedFigure{{Value: x(12), Cites: []expectedCite{{Report: "a", Words: `the "board" said`}}}}, Others: true}, 1, 0, 1, 1, ""},
		{"cited elsewhere", expectation{Figures: []expectedFigure{{Value: x(12), Cites: []expectedCite{{Report: "b"}}}}, Others: true}, 1, 0, 1, 0, "12 does not cite report b"},
		{"never", expectation{Never: []string{"1,500", "500", "2"}}, 0, 1, 0, 0, `shown, and must never be: "1,500"`},
		{"another behaviour", expectation{Behaviour: "abstain"}, 0, 0, 0, 0, "the behaviour is answer_all, not abstain"},
		{"nothing expected", expectation{Abstain: true}, 0, 2, 0, 0, "given, and not expected: 12 ferries sank (the harbour board)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v := judge(ownQuestion{Expect: &tt.expect}, ferries())
			got := []int{v.Found, v.Wrong, v.Cites, v.Cited}
			if diff := cmp.Diff([]int{tt.found, tt.wrong, tt.cites, tt.cited}, got); diff != "" {
				t.Errorf("found, wrong, cites, cited: %s", diff)
			}
			if first := append(v.Faults, "")[0]; first != tt.fault || v.Passed != (tt.fault == "") {
				t.Errorf("passed %v, fault %q, want %q", v.Passed, first, tt.fault)
			}
		})
	}
}

// TestNearestIsNoAnswer: a figure shown as the nearest answers only a question that
// expects just that.
func TestNearestIsNoAnswer(t *testing.T) {
	twelve := 12.0
	a := ferries()
	a.Behaviour = answer.Nearest
	for _, tt := range []struct {
		expect expectation
		passed bool
	}{
		{expectation{Abstain: true}, true},
		{expectation{Figures: []expectedFigure{{Value: &twelve}}, Others: true}, false},
		{expectation{Behaviour: answer.Nearest, Figures: []expectedFigure{{Value: &twelve}}, Others: true}, true},
	} {
		if v := judge(ownQuestion{Expect: &tt.expect}, a); v.Passed != tt.passed || v.Wrong > 0 {
			t.Errorf("%+v: passed %v, faults %q", tt.expect, v.Passed, v.Faults)
		}
	}
}

// TestCurveIsHonest: what one asking tells of a threshold is what asking with that
// threshold gives.
func TestCurveIsHonest(t *testing.T) {
	report := facts.Report{ID: "a", Title: "Ferry strike", Published: "2024-05-10", Text: "The strike of ferry crews in Norhaven has cost the port $40 million, the harbour board said on Friday. " +
		"Some 1,200 crew members walked out on May 1. The board expects 35% of its customers to go elsewhere."}
	bridge := facts.Report{ID: "b", Title: "Bridge opens", Published: "2024-05-02", Text: "The Norhaven bridge cost $900 million. It is 4 kilometres long. Engineers worked on it for six years."}
	s, err := store.Open(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.SaveReports(t.Context(), readAll([]facts.Report{report, bridge})); err != nil {
		t.Fatal(err)
	}
	file, err := parseQuestions([]byte(`questions:
- {ask: How many crew members of the Norhaven ferries walked out?, expect: {figures: [{value: 1200}]}}
- {ask: How much has the strike of the ferry crews cost the port of Norhaven?, expect: {figures: [{value: 40000000}]}}
- {ask: How many engineers were hurt on the new bridge of Norhaven?, expect: {abstain: true}}
- {ask: What percentage of passengers went elsewhere in the ferry strike?, expect: {abstain: true}}
`), "f.yaml")
	if err != nil {
		t.Fatal(err)
	}
	e := &evaluation{p: &program{out: io.Discard, err: io.Discard}, cfg: &config.Config{Answer: config.Answer{AnswersFrom: 0.65, NearestFrom: 0.25}},
		lib: &library{store: s, explicit: true}, file: file}
	points, err := e.curve(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if first, last := points[0], points[len(points)-1]; first.Answered <= last.Answered {
		t.Errorf("%d answered at %v and %d at %v", first.Answered, first.Threshold, last.Answered, last.Threshold)
	}
	for _, got := range points {
		verdicts, err := e.verdicts(t.Context(), config.Answer{AnswersFrom: got.Threshold, NearestFrom: 0.25}, false)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(pointOf(got.Threshold, verdicts), got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestShows(t *testing.T) {
	for _, tt := range []struct {
		text, part string
		want       bool
	}{
		{"2,500 men", "500", false}, {"2,500 men", "2", false}, {"2,500 men", "2,500", true}, {"men: 500.", "500", true}, {"500, 600", "500", true},
		{"500,600", "500", false}, {"0.5 of", "5", false}, {"Five Oaks", "five oak", false}, {"1500 500", "500", true}, {"“No” they say", `"no"`, true}, {"", "5", false},
	} {
		if got := shows(answer.Answer{Text: tt.text}, tt.part); got != tt.want {
			t.Errorf("%q in %q: %v", tt.part, tt.text, got)
		}
	}
}

func TestCurvePoint(t *testing.T) {
	verdicts := []verdict{
		{judged: true, Behaviour: answer.Gives, Expected: 1, Found: 1},
		{judged: true, Behaviour: answer.Gives, Expected: 1, Found: 1, Wrong: 1},
		{judged: true, Behaviour: answer.Nearest, Expected: 1},
		{judged: true, Behaviour: answer.GivesAll, Wrong: 2},
		{judged: true, Behaviour: answer.Abstain},
		{Behaviour: answer.Gives},
	}
	third, two := 33.3, 66.7
	want := point{Threshold: 0.5, Asked: 5, Answered: 3, Right: 1, Precision: &third, Coverage: &two}
	if diff := cmp.Diff(want, pointOf(0.5, verdicts)); diff != "" {
		t.Error(diff)
	}
	if s := steps(); s[0] != 0.3 || s[len(s)-1] != 0.95 {
		t.Errorf("steps %v", s)
	}
}
