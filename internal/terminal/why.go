package terminal

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"sitrep/internal/answer"
)

// PrintWhy writes how an answer came about: how the question was understood, the
// candidates best first with their scores, and what was dropped and why.
func PrintWhy(w io.Writer, t answer.Trace, style Style) error {
	p := whyPrinter{style: style}
	p.asked(t)
	p.candidates(t)
	p.dropped(t)
	if len(t.Withheld) > 0 {
		p.head("Withheld by the gate")
		for _, line := range t.Withheld {
			p.out.WriteString(style.wrap("  ", Clean(line)))
		}
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

// A whyPrinter lays out a Trace.
type whyPrinter struct {
	style Style
	out   strings.Builder
}

func (p *whyPrinter) head(text string) {
	p.out.WriteString("\n" + p.style.wrap("", p.style.bold(text)))
}

// row writes a name and its value, unless there is none.
func (p *whyPrinter) row(name string, values ...string) {
	text := Clean(strings.Join(values, ", "))
	if text != "" {
		p.out.WriteString(p.style.wrap(fmt.Sprintf("  %-12s ", name), text))
	}
}

// asked says how the question was understood.
func (p *whyPrinter) asked(t answer.Trace) {
	a := t.Asked
	p.head("How the question was understood")
	p.row("read as", a.Read)
	p.row("kind", a.Kind)
	if a.Inherits {
		p.row("", "leans on the question before it")
	}
	p.row("asks for", a.Unit)
	p.row("of", a.Thing)
	p.row("story of", a.Theme)
	p.row("about it", a.About...)
	p.row("people of", a.Nations...)
	p.row("places", a.Places...)
	p.row("days", a.Window)
	p.row("not there", a.Nowhere...)
	p.row("holder", a.Holder)
	p.row("numbers", a.Numbers...)
	p.row("not found", a.Unknown...)
	if a.Negative {
		p.row("asks", "how many did not")
	}
	p.row("words", words(a.Words)...)
	p.row("reports", a.Scope...)
	if a.AsOf != "" {
		p.row("as of", a.AsOf+": nothing that was published later")
	}
	p.row("answered by", roads()[t.Road])
	if t.Road == answer.RoadRanking {
		p.row("thresholds", "the answer from "+decimal(t.Thresholds.AnswersFrom), "the nearest from "+decimal(t.Thresholds.NearestFrom))
	}
}

// roads say in words how an answer was found.
func roads() map[string]string {
	return map[string]string{
		answer.RoadRanking: "ranking every firm figure against the words of the question",
		answer.RoadDates:   "the sentences that tell a date",
		answer.RoadRules:   "rules: what is counted, where, and who holds it",
		answer.RoadStory:   "rules, over several reports of one story",
		"":                 "nothing: no report is in scope",
	}
}

// words are those of the question with their weights, names with a mark.
func words(list []answer.WordHeft) []string {
	var out []string
	for _, w := range list {
		text := fmt.Sprintf("%s %.1f", w.Word, w.Weight)
		if w.Name {
			text += " (name)"
		}
		out = append(out, text)
	}
	return out
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// candidates lists what was looked at, best first.
func (p *whyPrinter) candidates(t answer.Trace) {
	if t.Reports == 0 {
		return
	}
	p.head(fmt.Sprintf("Candidates, best first (looked at: %s in %s)", counted(t.Facts, "fact"), counted(t.Reports, "report")))
	if len(t.Candidates) == 0 {
		p.out.WriteString("  none\n")
	}
	for _, c := range t.Candidates {
		p.candidate(c)
		var why []string
		for _, f := range c.Features {
			if f.Times != 0 {
				why = append(why, fmt.Sprintf("%s ×%v", f.Name, f.Times))
			} else {
				why = append(why, fmt.Sprintf("%s %v (%+.2f)", f.Name, f.Value, f.Adds))
			}
		}
		if len(why) > 0 {
			p.out.WriteString(p.style.wrap("        ", p.style.faint(strings.Join(why, " · "))))
		}
	}
}

// dropped lists the facts that came not into question, and counts them by reason.
func (p *whyPrinter) dropped(t answer.Trace) {
	if len(t.Reasons) == 0 {
		return
	}
	p.head("Not given")
	for _, why := range slices.SortedStableFunc(maps.Keys(t.Reasons), func(a, b string) int {
		if t.Reasons[a] != t.Reasons[b] {
			return t.Reasons[b] - t.Reasons[a]
		}
		return strings.Compare(a, b)
	}) {
		p.out.WriteString(p.style.wrap(fmt.Sprintf("  %5d  ", t.Reasons[why]), Clean(why)))
	}
	if len(t.Dropped) > 0 {
		p.out.WriteString("  nearest to the question among those that were not looked at:\n")
	}
	for _, c := range t.Dropped {
		p.candidate(c)
	}
}

// candidate writes one fact with its score and what became of it.
func (p *whyPrinter) candidate(c answer.Candidate) {
	parts := []string{Clean(c.Fact), p.style.bold(Clean(strings.TrimSpace(c.Text + " " + c.Of)))}
	for _, s := range []string{c.Source, c.Date} {
		if s = Clean(s); s != "" {
			parts = append(parts, s)
		}
	}
	head := "  • "
	if c.Score > 0 {
		head = fmt.Sprintf("  %.2f ", c.Score)
	}
	p.out.WriteString(p.style.wrap(head, strings.Join(parts, " · ")+" — "+Clean(c.Fate)))
}

// counted is a number with its noun.
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
