package terminal

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"sitrep/internal/answer"
	"sitrep/internal/facts"
)

// A Style says how text is laid out. The zero Style is for a file or a pipe: long
// lines, no colour.
type Style struct {
	Width int  // columns to wrap at; 0: not at all
	Color bool // bold and faint
}

// widest is the longest line that reads well; a wider terminal is not filled.
const widest = 100

// StyleOf returns the style that suits out: wrapped and, unless NO_COLOR is set,
// coloured on a terminal, the zero Style elsewhere. getenv is os.Getenv or a
// stand-in.
func StyleOf(out io.Writer, getenv func(string) string) Style {
	f, ok := out.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return Style{}
	}
	s := Style{Width: 80, Color: getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"}
	if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 {
		s.Width = min(columns, widest)
	}
	return s
}

// Print writes a message: its title, its lines with one figure on each, and under
// them every cited sentence verbatim with its report and date. Control characters
// in it are not written. The error is the writer's.
func Print(w io.Writer, m answer.Message, style Style) error {
	_, err := io.WriteString(w, style.message(m))
	return err
}

// message lays out a message.
func (s Style) message(m answer.Message) string {
	var parts []string
	if m.Title != "" {
		parts = append(parts, s.wrap("", s.bold(Clean(m.Title)))+s.context(m))
	}
	for _, section := range m.Sections {
		if text := s.section(section); text != "" {
			parts = append(parts, text)
		}
	}
	if text := s.citations(m.Citations); text != "" {
		parts = append(parts, text)
	}
	if m.Title == "" && len(m.Context) > 0 {
		parts = append(parts, s.context(m))
	}
	return strings.Join(parts, "\n")
}

// context is the small print.
func (s Style) context(m answer.Message) string {
	var b strings.Builder
	for _, line := range m.Context {
		b.WriteString(s.wrap("", s.faint(Clean(line))))
	}
	return b.String()
}

// section lays out one section, its lines by their roles.
func (s Style) section(section answer.Section) string {
	var b strings.Builder
	if title := Clean(section.Title); title != "" {
		b.WriteString(s.wrap("", s.bold(title)))
	}
	for _, line := range section.Lines {
		text := Clean(line.Text)
		switch {
		case text == "":
		case line.Role == answer.RoleHead:
			b.WriteString(s.wrap("", s.bold(text)))
		case line.Role == answer.RoleFigure:
			b.WriteString(s.wrap("• ", s.mark(text, Clean(line.Mark))))
		default:
			b.WriteString(s.wrap("", s.mark(text, Clean(line.Mark))))
		}
	}
	return b.String()
}

// citations lists the sentences behind the markers.
func (s Style) citations(list []answer.Citation) string {
	var b strings.Builder
	for _, c := range list {
		b.WriteString(s.citation(c))
	}
	return b.String()
}

// citation is one sentence with where it stands.
func (s Style) citation(c answer.Citation) string {
	head := fmt.Sprintf("[%d] ", c.N)
	return s.wrap(head, "“"+Clean(c.Exact)+"” — "+s.faint(origin(c)))
}

// origin says in which report a sentence stands, of what day and outlet as far as
// they are known, and as which sentence.
func origin(c answer.Citation) string {
	title := Clean(c.Title)
	if title == "" {
		title = "report " + Clean(c.Report)
	}
	parts := []string{title}
	if c.Publisher != nil && Clean(*c.Publisher) != "" {
		parts = append(parts, Clean(*c.Publisher))
	}
	published := dated(c.Published)
	var doubts []string
	if c.PublishedBasis != nil && *c.PublishedBasis == facts.BasisSupplied {
		doubts = append(doubts, "date supplied")
	}
	if len(parts) == 1 {
		doubts = append(doubts, "outlet not stated")
	}
	if len(doubts) > 0 {
		published += " (" + strings.Join(doubts, ", ") + ")"
	}
	parts = append(parts, published, fmt.Sprintf("sentence %d", c.S))
	return strings.Join(parts, ", ")
}

// dated words an EDTF date for a reader.
func dated(edtf *string) string {
	if edtf == nil || Clean(*edtf) == "" {
		return "undated"
	}
	return facts.FormatDay(Clean(*edtf))
}

func (s Style) wrap(head, text string) string { return wrap(head, text, s.Width) }

// bold makes text bold where there is colour.
func (s Style) bold(text string) string { return s.coded(bold, text) }

// faint makes text faint where there is colour.
func (s Style) faint(text string) string { return s.coded(faint, text) }

// coded sets a code around text.
func (s Style) coded(code, text string) string {
	if !s.Color || text == "" {
		return text
	}
	return code + text + plain
}

// mark makes the first occurrence of words in text bold.
func (s Style) mark(text, words string) string {
	before, after, found := strings.Cut(text, words)
	if !found || words == "" {
		return text
	}
	return before + s.bold(words) + after
}
