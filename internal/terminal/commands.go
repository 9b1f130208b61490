package terminal

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"sitrep/internal/answer"
	"sitrep/internal/facts"
)

const help = `Type a question, then others that lean on it ("and in March?").
/new           forget the questions so far
/source N      the sentence behind [N] of the last answer, word for word
/brief [NAME]  a briefing as it would read now
/reports       what is loaded
/quit          leave
`

// most is how many reports a list shows.
const most = 20

// command carries out one command and returns what to print, and whether it could.
func (t *Terminal) command(ctx context.Context, line string) (string, bool) {
	name, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	switch name {
	case "/help":
		return help, true
	case "/new":
		t.thread = nil
		return t.say("Starting afresh."), true
	case "/source":
		return t.source(rest)
	case "/brief":
		return t.brief(ctx, rest)
	case "/reports":
		return t.reports(ctx)
	}
	return t.say("There is no command %s; /help lists them.", name), false
}

// source shows one cited sentence of what was shown last.
func (t *Terminal) source(arg string) (string, bool) {
	t.mu.Lock()
	list := t.last.Citations
	t.mu.Unlock()
	if len(list) == 0 {
		return t.say("Nothing shown so far cites a sentence."), false
	}
	n, err := strconv.Atoi(strings.Trim(arg, "[]"))
	if err != nil {
		return t.say("Which sentence? Write /source and a number from %d to %d.", list[0].N, list[len(list)-1].N), false
	}
	for _, c := range list {
		if c.N == n {
			return t.sentence(c), true
		}
	}
	return t.say("There is no [%d]; the last answer has %d to %d.", n, list[0].N, list[len(list)-1].N), false
}

// sentence shows a citation, and the address of its report where there is one.
func (t *Terminal) sentence(c answer.Citation) string {
	text := t.opts.Style.citation(c)
	if c.URL != nil && Clean(*c.URL) != "" {
		text += t.opts.Style.wrap("    ", Clean(*c.URL))
	}
	return text
}

// brief shows a briefing as it would read now.
func (t *Terminal) brief(ctx context.Context, name string) (string, bool) {
	if t.opts.Brief == nil {
		return t.say("No briefing is configured."), false
	}
	m, err := t.opts.Brief(ctx, name, t.opts.Now())
	if err != nil {
		return t.say("No briefing: %v.", err), false
	}
	return t.show(m), true
}

// reports lists what is loaded.
func (t *Terminal) reports(ctx context.Context) (string, bool) {
	list, err := t.loaded(ctx)
	if err != nil {
		return t.say("The reports could not be listed: %v", err), false
	}
	if len(list) == 0 {
		return t.say("No report is loaded."), true
	}
	var b strings.Builder
	for i, r := range list {
		if i == most {
			b.WriteString(t.say("… and %d more.", len(list)-most))
			break
		}
		b.WriteString(t.opts.Style.wrap("• ", described(r)))
	}
	return b.String(), true
}

// loaded lists the reports, none where there is no list.
func (t *Terminal) loaded(ctx context.Context) ([]facts.Report, error) {
	if t.opts.Reports == nil {
		return nil, nil
	}
	return t.opts.Reports(ctx)
}

// described names a report: title, outlet, date, id, how its facts were read.
func described(r facts.Report) string {
	title := shorten(Clean(r.Title), 120)
	if title == "" {
		title = "(no title)"
	}
	parts := []string{title}
	if outlet := Clean(r.Publisher); outlet != "" {
		parts = append(parts, outlet)
	}
	date := dated(&r.Published)
	if r.PublishedBasis == facts.BasisSupplied {
		date += " (date supplied)"
	}
	parts = append(parts, date, "id "+Clean(r.ID))
	switch r.Read {
	case facts.ReadHand:
		parts = append(parts, "facts checked by hand")
	case facts.ReadRules:
		parts = append(parts, "facts read by rules")
	case facts.ReadModel:
		parts = append(parts, "facts read with a model")
	}
	return strings.Join(parts, ", ")
}

// greeting says what is loaded, when the next briefing comes, and what to try.
func (t *Terminal) greeting(ctx context.Context) string {
	var b strings.Builder
	list, err := t.loaded(ctx)
	switch {
	case err != nil:
		b.WriteString(t.say("The reports could not be listed: %v", err))
	case len(list) == 0:
		b.WriteString(t.say("No report is loaded yet."))
	case len(list) == 1:
		b.WriteString(t.say("Loaded: %s.", described(list[0])))
	default:
		b.WriteString(t.say("Loaded: %d reports, the newest %s.", len(list), described(list[0])))
	}
	if t.opts.Next != nil {
		if next := t.opts.Next(t.opts.Now()); len(next) > 0 {
			b.WriteString(t.say("Next briefing: %s, %s.", next[0].Name, next[0].At.Format("Mon 2 Jan 2006, 15:04 MST")))
		}
	}
	if len(t.opts.Try) > 0 {
		b.WriteString("Try:\n")
	}
	for _, q := range t.opts.Try {
		b.WriteString(fmt.Sprintf("  %s\n", Clean(q)))
	}
	b.WriteString("/help shows what else can be typed, /quit leaves.\n")
	return b.String()
}
