package briefings

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sitrep/internal/answer"
	"sitrep/internal/facts"
)

// The standing questions of a briefing that configures none. Each has its own
// section; an answer that says nothing gives no section.
const (
	AskConfirmed = "What is confirmed?"
	AskFigures   = "How many?"
	AskDisputed  = "What is disputed?"
	AskUnknown   = "What is not known?"
	AskExpected  = "What is expected next?"
)

// AskChanges is asked first in every issue but the first that configures no
// questions of its own: what the reports that arrived since change of those before.
const AskChanges = "What changed?"

// An Answerer answers questions from the loaded reports.
type Answerer interface {
	Answer(ctx context.Context, q answer.Question) (answer.Answer, error)
}

// A Brief is what one issue of a briefing is to cover.
type Brief struct {
	Name      string
	Topic     string         // every question is asked about it; empty: no limit
	Questions []string       // empty: the standing questions
	Baseline  bool           // the first issue, over everything, with nothing to compare with
	Reports   []string       // ids of the reports covered; nil: every report
	Count     int            // how many reports are covered
	Newest    facts.Report   // the report published last of all that are loaded; its ID is empty when there is none
	Since     time.Time      // when the issue before this one was due; zero for a baseline
	Scheduled time.Time      // when this issue is due
	Posted    time.Time      // when it is posted; zero: on time
	Next      time.Time      // when the next issue is due; zero: never
	Zone      *time.Location // of the times shown; nil: UTC
}

// Compose asks the questions of a briefing and lays the answers out as one
// message of at most 12 lines and 180 words. What does not fit is left out with
// the least important first, and a last line says so. Citations are numbered
// anew, one number for each sentence of a report.
//
// A brief with nothing to tell gives one line that says so; it is never empty.
// The error names the question that could not be answered.
func Compose(ctx context.Context, a Answerer, b Brief) (answer.Message, error) {
	if b.Zone == nil {
		b.Zone = time.UTC
	}
	m := answer.Message{Title: b.title(), Context: []string{b.coverage()}}
	if b.Reports != nil && len(b.Reports) == 0 || b.Newest.ID == "" {
		return b.silent(m), nil
	}
	parts, err := ask(ctx, a, b)
	if err != nil {
		return answer.Message{}, err
	}
	chosen := choose(parts)
	if chosen.empty() {
		return b.silent(m), nil
	}
	m.Sections, m.Citations = chosen.layOut()
	return m, nil
}

// A part is one question of a briefing and what was answered.
type part struct {
	form     form
	question string // as asked
	heading  string // as configured
	answer   answer.Answer
}

// ask asks every question of the brief. An empty list of reports must not come
// here: to the answerer it means every report.
func ask(ctx context.Context, a Answerer, b Brief) ([]part, error) {
	var parts []part
	questions := b.Questions
	if len(questions) == 0 {
		questions = []string{AskConfirmed, AskFigures, AskDisputed, AskUnknown, AskExpected}
		if !b.Baseline && len(b.Reports) > 0 {
			p, err := b.put(ctx, a, AskChanges, answer.Question{Fresh: b.Reports})
			if err != nil {
				return nil, err
			}
			if len(entries(&p)) > 0 { // they tell the figures and who confirmed or denied
				parts, questions = append(parts, p), []string{AskUnknown, AskExpected}
			}
		}
	}
	for _, q := range questions {
		p, err := b.put(ctx, a, q, answer.Question{Reports: b.Reports})
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	return parts, nil
}

// put asks one question of the brief in a scope.
func (b Brief) put(ctx context.Context, a Answerer, question string, scope answer.Question) (part, error) {
	p := part{form: formOf(question), question: about(question, b.Topic), heading: question}
	scope.Text = p.question
	var err error
	if p.answer, err = a.Answer(ctx, scope); err != nil {
		return part{}, fmt.Errorf("briefings: %s: answer %q: %w", b.Name, p.question, err)
	}
	return p, nil
}

// about limits a question to a topic, unless it names the topic already.
func about(question, topic string) string {
	if topic == "" || strings.Contains(strings.ToLower(question), strings.ToLower(topic)) {
		return question
	}
	body, asked := strings.CutSuffix(strings.TrimSpace(question), "?")
	question = body + " about " + topic
	if asked {
		question += "?"
	}
	return question
}

func (b Brief) title() string {
	name := b.Topic
	if name == "" {
		name = capitalise(b.Name)
		if !strings.Contains(strings.ToLower(name), "brief") {
			name += " briefing"
		}
	}
	at := b.Scheduled.In(b.Zone)
	return name + " · " + at.Format("Mon 2 Jan 2006, 15:04 ") + zoneName(at)
}

// coverage is the small print: what was read, since when, what comes next, and
// that it is late when it is.
func (b Brief) coverage() string {
	var parts []string
	switch {
	case b.Baseline:
		parts = append(parts, "Baseline", count(b.Count, "report"))
	case b.Count > 0:
		parts = append(parts, "Since "+near(b.Since, b.Scheduled, b.Zone), count(b.Count, "new report"))
	default:
		parts = append(parts, "No new report")
	}
	if !b.Next.IsZero() {
		parts = append(parts, "next "+near(b.Next, b.Scheduled, b.Zone))
	}
	if late := b.Posted.Sub(b.Scheduled); late >= time.Minute {
		parts = append(parts, fmt.Sprintf("due %s, posted %s",
			clock(b.Scheduled, b.Scheduled, b.Zone), clock(b.Posted, b.Scheduled, b.Zone)))
	}
	return strings.Join(parts, " · ")
}

// silent is the issue that has nothing to tell, which readers must be able to
// tell from one that did not come.
func (b Brief) silent(m answer.Message) answer.Message {
	var text string
	topic := ""
	if b.Topic != "" {
		topic = " about " + b.Topic
	}
	switch {
	case b.Newest.ID == "":
		text = "No report is loaded."
	case b.Baseline:
		text = fmt.Sprintf("Nothing%s in %s: no question of this briefing has an answer in the reports loaded.", topic, count(b.Count, "report"))
	case b.Count > 0:
		text = fmt.Sprintf("No change%s since %s: %s, none of which answers a question of this briefing.",
			topic, clockDay(b.Since, b.Scheduled, b.Zone), count(b.Count, "new report"))
	default:
		text = fmt.Sprintf("No change since %s: newest report is %s.",
			clockDay(b.Since, b.Scheduled, b.Zone), published(b.Newest))
	}
	m.Sections = []answer.Section{{Lines: []answer.Line{{Role: answer.RoleLead, Text: text}}}}
	m.Citations = []answer.Citation{}
	return m
}
