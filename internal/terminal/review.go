package terminal

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"sitrep/internal/answer"
)

// PrintReview writes what the reports make of a draft: the draft with the parts that
// they do not support marked, as [wrong holder]{about 300}, a line for each part, and
// the cited sentences. Control characters in it are not written. The error is the
// writer's.
func PrintReview(w io.Writer, draft string, r answer.Review, style Style) error {
	var b strings.Builder
	for line := range strings.Lines(style.markedDraft([]rune(draft), r.Findings)) {
		b.WriteString(style.wrap("", strings.TrimRight(line, "\n")))
	}
	b.WriteString("\n")
	for _, f := range r.Findings {
		b.WriteString(style.wrap("• ", style.verdict(f)))
	}
	b.WriteString(style.wrap("", style.faint(summary(r))))
	if text := style.citations(r.Citations); text != "" {
		b.WriteString("\n" + text)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// markedDraft is the draft with marks around what is not supported. Of findings that
// overlap the first is marked.
func (s Style) markedDraft(draft []rune, findings []answer.Finding) string {
	var b strings.Builder
	at := 0
	for _, f := range findings {
		if f.Verdict == answer.Supported || f.Start < at || f.End > len(draft) {
			continue
		}
		b.WriteString(cleanLines(string(draft[at:f.Start])))
		words := Clean(string(draft[f.Start:f.End]))
		if s.Color {
			b.WriteString(yellow + words + plain)
		} else {
			b.WriteString("[" + f.Verdict + "]{" + words + "}")
		}
		at = f.End
	}
	return b.String() + cleanLines(string(draft[at:]))
}

// cleanLines makes a text inert and keeps its lines and the spaces at its ends.
func cleanLines(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		clean := Clean(l)
		if clean != "" && strings.HasPrefix(l, " ") {
			clean = " " + clean
		}
		if strings.HasSuffix(l, " ") {
			clean += " "
		}
		lines[i] = clean
	}
	return strings.Join(lines, "\n")
}

// verdict is one finding in words.
func (s Style) verdict(f answer.Finding) string {
	text := s.bold(Clean(f.Text)) + ": " + f.Verdict
	if f.Verdict != answer.Supported && f.Why != "" {
		text += ", " + Clean(f.Why)
	}
	for _, n := range f.Cites {
		text += " [" + strconv.Itoa(n) + "]"
	}
	return text
}

func summary(r answer.Review) string {
	good := 0
	for _, f := range r.Findings {
		if f.Verdict == answer.Supported {
			good++
		}
	}
	switch {
	case len(r.Findings) == 0:
		return "No number, quotation or attribution to check."
	case good == len(r.Findings):
		return fmt.Sprintf("All supported: %d.", good)
	}
	return fmt.Sprintf("%d supported, %d not.", good, len(r.Findings)-good)
}
