package briefings

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"sitrep/internal/answer"
	"sitrep/internal/facts"
)

// canned answers each question as it was told to, abstains from any other, and
// keeps what was asked.
type canned struct {
	answers map[string]answer.Answer
	asked   []answer.Question
	err     error
}

func (c *canned) Answer(_ context.Context, q answer.Question) (answer.Answer, error) {
	c.asked = append(c.asked, q)
	if a, ok := c.answers[q.Text]; ok {
		return a, c.err
	}
	return answer.Answer{Behaviour: answer.Abstain, Lines: []answer.Line{{Text: "The reports do not say."}}}, c.err
}

// say makes an answer of lines: "# " opens a heading, "- " a figure, "~ " a note,
// anything else leads. Each of cites is "report s"; the first is [1].
func say(behaviour string, cites []string, lines ...string) answer.Answer {
	a := answer.Answer{Behaviour: behaviour}
	roles := map[string]answer.Role{"# ": answer.RoleHead, "- ": answer.RoleFigure, "~ ": answer.RoleNote}
	for _, text := range lines {
		line := answer.Line{Role: answer.RoleLead, Text: text}
		if role, ok := roles[text[:2]]; ok {
			line = answer.Line{Role: role, Text: text[2:]}
		}
		if line.Role == answer.RoleFigure {
			value, _, _ := strings.Cut(line.Text, " [")
			a.Figures = append(a.Figures, answer.Figure{Text: value, Of: value})
		}
		a.Lines = append(a.Lines, line)
	}
	for i, cite := range cites {
		c := answer.Citation{N: i + 1}
		fmt.Sscan(cite, &c.Report, &c.S)
		c.Exact = fmt.Sprintf("sentence %d", c.S)
		a.Citations = append(a.Citations, c)
	}
	return a
}

// show renders a message as plain text, the citations last.
func show(m answer.Message) string {
	var b strings.Builder
	fmt.Fprintln(&b, m.Title)
	for _, line := range m.Context {
		fmt.Fprintln(&b, line)
	}
	for _, s := range m.Sections {
		if s.Title != "" {
			fmt.Fprintln(&b, s.Title)
		}
		for _, line := range s.Lines {
			fmt.Fprintln(&b, map[answer.Role]string{answer.RoleFigure: "• ", answer.RoleHead: "_"}[line.Role]+line.Text)
		}
	}
	for _, c := range m.Citations {
		fmt.Fprintf(&b, "[%d] %s S%d ", c.N, c.Report, c.S)
	}
	return strings.TrimSpace(b.String())
}

var (
	thursday = time.Date(2024, 10, 24, 7, 0, 0, 0, time.UTC)
	friday   = thursday.Add(24 * time.Hour)
	first    = facts.Report{ID: "R1", Published: "2024-10-23"}
)

func baseline() Brief {
	return Brief{Name: "daily", Topic: "North Korean troops and Russia", Baseline: true, Count: 1, Newest: first,
		Scheduled: thursday, Posted: thursday, Next: friday}
}

// firstReport answers the standing questions from the first report.
func firstReport() *canned {
	return &canned{answers: map[string]answer.Answer{
		"What is confirmed about North Korean troops and Russia?": say(answer.Gives, []string{"R1 1", "R1 6"},
			"Lloyd J. Austin III confirmed that North Korea has dispatched troops to Russia [1]; he gave no number [2]."),
		"How many about North Korean troops and Russia?": say(answer.GivesAll, []string{"R1 11", "R1 9", "R1 10", "R1 8"},
			"No single number: figures that count different things.",
			"- approximately 2,500 already dispatched to Russia: American officials' estimate [1]",
			"- upwards of 12,000 in training, place not stated: reports primarily fueled by information from two governments [2][3]",
			"- None reported on Ukrainian soil: American intelligence officials [4]"),
		"What is disputed about North Korean troops and Russia?": say(answer.GivesAll, []string{"R1 14", "R1 13"},
			"Russia previously denied such reports, undated [1]", "No immediate Kremlin response [2]."),
		"What is not known about North Korean troops and Russia?": say(answer.Gap, []string{"R1 11"},
			"How many more may follow: American officials, no prediction [1]"),
	}}
}

func TestBaseline(t *testing.T) {
	answers := firstReport()
	m, err := Compose(context.Background(), answers, baseline())
	if err != nil {
		t.Fatal(err)
	}
	want := `North Korean troops and Russia · Thu 24 Oct 2024, 07:00 UTC
Baseline · 1 report · next Fri 07:00
Lloyd J. Austin III confirmed that North Korea has dispatched troops to Russia [1]; he gave no number [2].
Figures (different measures)
• approximately 2,500 already dispatched to Russia: American officials' estimate [3]
• upwards of 12,000 in training, place not stated: reports primarily fueled by information from two governments [4][5]
• None reported on Ukrainian soil: American intelligence officials [6]
Disputed: Russia previously denied such reports, undated [7]. No immediate Kremlin response [8].
Not known: How many more may follow: American officials, no prediction [3].
[1] R1 S1 [2] R1 S6 [3] R1 S11 [4] R1 S9 [5] R1 S10 [6] R1 S8 [7] R1 S14 [8] R1 S13`
	if diff := cmp.Diff(want, show(m)); diff != "" {
		t.Error(diff)
	}
	for _, q := range answers.asked {
		if q.Reports != nil {
			t.Errorf("%q was limited to %q", q.Text, q.Reports)
		}
	}
	again := roundTrip(t, m)
	if diff := cmp.Diff(m, again); diff != "" {
		t.Errorf("changed by JSON: %s", diff)
	}
}

func roundTrip(t *testing.T, m answer.Message) answer.Message {
	t.Helper()
	data, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var again answer.Message
	if err := json.Unmarshal(data, &again); err != nil {
		t.Fatal(err)
	}
	return again
}

func TestLaterIssue(t *testing.T) {
	b := Brief{Name: "daily", Questions: []string{"How many tanks?", AskDisputed}, Reports: []string{"R2", "R3"}, Count: 2,
		Newest: first, Since: thursday, Scheduled: friday, Posted: friday.Add(42 * time.Minute), Next: friday.AddDate(0, 0, 7)}
	b.Zone = mustZone(t, "Asia/Kathmandu")
	answers := &canned{answers: map[string]answer.Answer{
		"How many tanks?": say(answer.Nearest, []string{"R2 4", "R3 2"},
			"No report counts tanks; what comes nearest:", "# In the north", "- 30 vehicles [1][2]", "~ Two readings.", "- 40 vehicles"),
		AskDisputed: say(answer.Scope, nil, "Ask about the reports."),
	}}
	m, err := Compose(context.Background(), answers, b)
	if err != nil {
		t.Fatal(err)
	}
	want := `Daily briefing · Fri 25 Oct 2024, 12:45 UTC+0545
Since Thu 12:45 · 2 new reports · next 1 Nov 12:45 · due 12:45, posted 13:27
How many tanks?
No report counts tanks; what comes nearest:
_In the north
• 30 vehicles [1][2]
Two readings.
[1] R2 S4 [2] R3 S2`
	if diff := cmp.Diff(want, show(m)); diff != "" {
		t.Error(diff)
	}
	for _, q := range answers.asked {
		if diff := cmp.Diff(b.Reports, q.Reports); diff != "" {
			t.Errorf("%q: %s", q.Text, diff)
		}
	}
}

func TestNothingToTell(t *testing.T) {
	later := Brief{Name: "daily", Reports: []string{}, Newest: first, Since: thursday, Scheduled: friday, Posted: friday, Next: friday.AddDate(0, 0, 3)}
	found := later
	found.Reports, found.Count, found.Topic = []string{"R2"}, 1, "Lebanon"
	undated := later
	undated.Newest = facts.Report{ID: "R9"}
	month := later
	month.Newest.Published = "2024-10"
	qualified := later
	qualified.Newest.Published = "../2024-10-23"
	oldYear := later
	oldYear.Scheduled = time.Date(2025, 1, 2, 7, 0, 0, 0, time.UTC)
	none := baseline()
	none.Count, none.Newest = 0, facts.Report{}
	tests := []struct {
		name  string
		brief Brief
		want  string
	}{
		{"nothing arrived", later, "No change since 24 Oct 07:00: newest report is 23 Oct 2024."},
		{"another year", oldYear, "No change since 24 Oct 2024 07:00: newest report is 23 Oct 2024."},
		{"undated", undated, "No change since 24 Oct 07:00: newest report is of no known date."},
		{"a month", month, "No change since 24 Oct 07:00: newest report is Oct 2024."},
		{"a qualified date", qualified, "No change since 24 Oct 07:00: newest report is ../2024-10-23."},
		{"arrived, off topic", found, "No change about Lebanon since 24 Oct 07:00: 1 new report, none of which answers a question of this briefing."},
		{"baseline, off topic", baseline(), "Nothing about North Korean troops and Russia in 1 report: no question of this briefing has an answer in the reports loaded."},
		{"nothing loaded", none, "No report is loaded."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, err := Compose(context.Background(), &canned{}, test.brief)
			if err != nil {
				t.Fatal(err)
			}
			want := []answer.Section{{Lines: []answer.Line{{Role: answer.RoleLead, Text: test.want}}}}
			if diff := cmp.Diff(want, m.Sections); diff != "" {
				t.Error(diff)
			}
		})
	}
	m, err := Compose(context.Background(), &canned{}, later)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"No new report · next Mon 07:00"}, m.Context); diff != "" {
		t.Error(diff)
	}
}

// An empty list of reports stands for every report where answers are made, so a
// briefing that covers none must not ask.
func TestNothingArrivedAsksNothing(t *testing.T) {
	answers := &canned{}
	b := Brief{Name: "daily", Reports: []string{}, Newest: first, Since: thursday, Scheduled: friday}
	if _, err := Compose(context.Background(), answers, b); err != nil {
		t.Fatal(err)
	}
	if len(answers.asked) > 0 {
		t.Errorf("asked %v", answers.asked)
	}
}

func TestWhatMayBeShown(t *testing.T) {
	twice := say(answer.GivesAll, []string{"R1 3", "R1 3"}, "- 30 [1][2]", "~ counted by nobody", "~ 40 later [2]", "- 50 [7]", "- 60")
	answers := &canned{answers: map[string]answer.Answer{
		AskConfirmed: say(answer.Gives, []string{"R1 3"}, "Two things are confirmed:", "30 [1]"),
		AskFigures:   twice,
		AskUnknown: {Behaviour: answer.Gap, Withheld: 2, Lines: []answer.Line{
			{Role: answer.RoleLead, Text: "They do not say."}, {Role: answer.RoleNote, Text: "Part was withheld."}}},
	}}
	m, err := Compose(context.Background(), answers, Brief{Name: "brief now", Count: 3, Newest: first, Baseline: true, Scheduled: thursday})
	if err != nil {
		t.Fatal(err)
	}
	// 50 cites what is not there, 60 nothing; 30 is the same line twice, which
	// stays where it matters most.
	want := `Brief now · Thu 24 Oct 2024, 07:00 UTC
Baseline · 3 reports
Figures
• 30 [1]
40 later [1]
Not known: They do not say.
2 lines withheld after the check against the cited sentences.
[1] R1 S3`
	if diff := cmp.Diff(want, show(m)); diff != "" {
		t.Error(diff)
	}
}

func TestMarkFollowsTheNumbers(t *testing.T) {
	a := say(answer.Gives, []string{"R1 1", "R1 2"})
	a.Lines = []answer.Line{{Text: "It is so [2]; and so [1].", Mark: "It is so [2]"}}
	m, err := Compose(context.Background(), &canned{answers: map[string]answer.Answer{AskConfirmed: a}},
		Brief{Name: "daily", Count: 1, Newest: first, Baseline: true, Scheduled: thursday})
	if err != nil {
		t.Fatal(err)
	}
	want := answer.Line{Text: "It is so [1]; and so [2].", Mark: "It is so [1]"}
	if diff := cmp.Diff(want, m.Sections[0].Lines[0]); diff != "" {
		t.Error(diff)
	}
}

// A briefing stays within its lines and words, keeps figures before anything
// else, shows each answer from its beginning, and says how much is missing.
func TestLength(t *testing.T) {
	long := strings.Repeat("word ", 19)
	all := func(report string, n int) answer.Answer {
		var lines, cites []string
		for i := range n {
			lines = append(lines, fmt.Sprintf("- %d %s[%d]", i, long, i+1))
			cites = append(cites, fmt.Sprintf("%s %d", report, i+1))
		}
		return say(answer.GivesAll, cites, lines...)
	}
	for n := 1; n <= 12; n++ {
		answers := &canned{answers: map[string]answer.Answer{
			AskFigures: all("R1", n), AskConfirmed: all("R2", n), AskDisputed: all("R3", n), AskUnknown: all("R4", n), AskExpected: all("R5", n),
		}}
		b := baseline()
		b.Topic = ""
		m, err := Compose(context.Background(), answers, b)
		if err != nil {
			t.Fatal(err)
		}
		text, _, _ := strings.Cut(show(m), "\n[1] ")
		lines := strings.Count(text, "\n") + 1
		if words := wordCount(text); lines > maxLines || words > maxWords {
			t.Errorf("%d lines, %d words:\n%s", lines, words, text)
		}
		figures := 0
		for _, c := range m.Citations {
			if c.Report == "R1" {
				figures++
			}
		}
		if figures != min(n, maxFigures) {
			t.Errorf("%d of %d figures shown:\n%s", figures, n, text)
		}
		if cut := 5*n - len(m.Citations); cut > 0 && !strings.Contains(text, count(cut, "line")+" left out for length: ask ") {
			t.Errorf("not told that %d lines are missing:\n%s", cut, text)
		}
	}
}

// Once a line of an answer does not fit, no later one of it may take its place.
func TestWhatIsMissingIsTheEnd(t *testing.T) {
	long := strings.Repeat("word ", 140)
	figures := say(answer.GivesAll, []string{"R1 1", "R1 2", "R1 3"}, "- 10 [1]", "- 20 "+long+"[2]", "- 30 [3]")
	answers := &canned{answers: map[string]answer.Answer{
		AskFigures:  figures,
		AskExpected: say(answer.Gives, []string{"R1 4"}, "It goes on [1]"),
	}}
	m, err := Compose(context.Background(), answers, Brief{Name: "daily", Count: 1, Newest: first, Baseline: true, Scheduled: thursday})
	if err != nil {
		t.Fatal(err)
	}
	want := `Daily briefing · Thu 24 Oct 2024, 07:00 UTC
Baseline · 1 report
Figures
• 10 [1]
Expected: It goes on [2].
2 lines left out for length: ask "How many?" for all.
[1] R1 S1 [2] R1 S4`
	if diff := cmp.Diff(want, show(m)); diff != "" {
		t.Error(diff)
	}
}

// A single line that is longer than a briefing may be is shown rather than
// nothing.
func TestTheFirstLineAlwaysFits(t *testing.T) {
	long := strings.Repeat("word ", 200) + "[1]"
	answers := &canned{answers: map[string]answer.Answer{AskFigures: say(answer.Gives, []string{"R1 1"}, long)}}
	m, err := Compose(context.Background(), answers, Brief{Name: "daily", Count: 1, Newest: first, Baseline: true, Scheduled: thursday})
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Sections) != 1 || m.Sections[0].Lines[0].Text != long {
		t.Errorf("got %v", m.Sections)
	}
}

func TestComposeError(t *testing.T) {
	broken := errors.New("no store")
	_, err := Compose(context.Background(), &canned{err: broken}, baseline())
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), "What is confirmed about") {
		t.Errorf("got %v", err)
	}
}

func TestAbout(t *testing.T) {
	tests := []struct{ question, topic, want string }{
		{AskFigures, "", "How many?"},
		{AskFigures, "Kursk", "How many about Kursk?"},
		{"tanks", "Kursk", "tanks about Kursk"},
		{"How many are in kursk?", "Kursk", "How many are in kursk?"},
	}
	for _, test := range tests {
		if got := about(test.question, test.topic); got != test.want {
			t.Errorf("about(%q, %q) = %q, want %q", test.question, test.topic, got, test.want)
		}
	}
}

// TestComposeTellsChangesFirst holds that a later issue begins with what its reports
// change of those before, and then asks only for what the changes do not tell.
func TestComposeTellsChangesFirst(t *testing.T) {
	answers := &canned{answers: map[string]answer.Answer{
		AskChanges: say(answer.GivesAll, []string{"r2 1", "r1 1", "r2 2"},
			"New in the report of 24 Oct 2024, against the report of 23 Oct 2024:",
			"- UP to 19 sheep lost: the herders [1]; from 12: the herders [2]", "- RETREAT the herders withdrew their denial [3]"),
		AskFigures:  say(answer.Gives, []string{"r2 1"}, "- 19 sheep lost: the herders [1]"),
		AskExpected: say(answer.Gives, []string{"r2 3"}, "~ Snow is expected [1]"),
	}}
	brief := Brief{Name: "daily", Reports: []string{"r2"}, Count: 1, Newest: facts.Report{ID: "r2", Published: "2024-10-24"},
		Since: thursday.AddDate(0, 0, -1), Scheduled: thursday}
	m, err := Compose(context.Background(), answers, brief)
	if err != nil {
		t.Fatal(err)
	}
	text := show(m)
	for _, want := range []string{"Changes\n• UP to 19 sheep lost: the herders [1]; from 12: the herders [2]\n• RETREAT the herders withdrew their denial [3]", "Expected: Snow is expected [4]."} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "Figures") {
		t.Errorf("the figures are told twice:\n%s", text)
	}
	if q := answers.asked[0]; q.Text != AskChanges || q.Reports != nil || len(q.Fresh) != 1 {
		t.Errorf("first question %+v", q)
	}
	brief.Baseline, brief.Reports, answers.asked = true, nil, nil
	if _, err = Compose(context.Background(), answers, brief); err != nil || answers.asked[0].Text != AskConfirmed {
		t.Errorf("a first issue asks %v, %v", answers.asked, err)
	}
}
