package terminal

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"sitrep/internal/facts"
)

// A Proof is a report as it was read, for somebody who checks the reading: every
// sentence with its marks, and under it what each figure was taken for.
type Proof struct {
	Title     string // empty when the report has none
	Published string // EDTF; empty when not known
	Sentences []ProofSentence
}

// A ProofSentence is one sentence. Marks lie within Text.
type ProofSentence struct {
	N       int
	Text    string
	Aside   bool // a heading, promotion, caption or credit: no evidence
	Marks   []ProofMark
	Figures []ProofFigure
}

// A ProofMark marks code points [Start,End) of a sentence's text.
type ProofMark struct {
	Start, End int
	Kind       MarkKind
}

// A MarkKind says what the marked words are.
type MarkKind int

// Kinds of marks, the ones that win where two cross first.
const (
	MarkFigure MarkKind = iota
	MarkDoubt           // a figure that is not firm
	MarkSource
	MarkDate
)

// A ProofFigure is what one figure was read as. Empty strings are not known.
type ProofFigure struct {
	Text             string
	Value, Low, High *float64
	Bound, Change    string
	Unit, Per        string
	Of, Doing        string
	Firm             bool
	Stated           bool   // a fact carries it; else the next four are empty
	Holder, Cue      string // who says so, with what word
	Said, AsOf       string // EDTF
}

// PrintProof writes a proof: on a terminal with colours, elsewhere with marks such
// as [figure]{about 300}. Control characters in it are not written. The error is
// the writer's.
func PrintProof(w io.Writer, p Proof, style Style) error {
	var b strings.Builder
	if title := Clean(p.Title); title != "" {
		b.WriteString(style.wrap("", style.bold(title)))
	}
	b.WriteString(style.wrap("", style.faint(p.summary())))
	if style.Color {
		b.WriteString(style.wrap("", markCodes[MarkFigure]+"figure"+plain+" · "+markCodes[MarkDoubt]+"figure that is not firm"+plain+
			" · "+markCodes[MarkSource]+"source"+plain+" · "+markCodes[MarkDate]+"date"+plain))
	}
	for _, s := range p.Sentences {
		b.WriteString(style.proofSentence(s))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// summary is the line under the title.
func (p Proof) summary() string {
	day := "no date given: weekdays and the like stay open"
	if p.Published != "" {
		day = "published " + facts.FormatDay(Clean(p.Published))
	}
	figures, doubts, asides := 0, 0, 0
	for _, s := range p.Sentences {
		figures += len(s.Figures)
		for _, f := range s.Figures {
			if !f.Firm {
				doubts++
			}
		}
		if s.Aside {
			asides++
		}
	}
	return fmt.Sprintf("%s · %s, %d of them no evidence · %s, %d of them not firm",
		day, count(len(p.Sentences), "sentence"), asides, count(figures, "figure"), doubts)
}

func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// proofSentence lays out one sentence with its figures.
func (s Style) proofSentence(of ProofSentence) string {
	head := fmt.Sprintf("%3d  ", of.N)
	text := s.marked(of.Text, of.Marks)
	if of.Aside {
		text = s.faint("[no evidence]") + " " + text
	}
	var b strings.Builder
	b.WriteString("\n" + s.wrap(head, text))
	for _, f := range of.Figures {
		b.WriteString(s.wrap("     • ", s.figure(f)))
	}
	return b.String()
}

// figure says in one line what a figure was read as.
func (s Style) figure(f ProofFigure) string {
	parts := []string{s.bold(Clean(f.Text)) + " → " + f.reading()}
	if of := Clean(f.Of); of != "" {
		parts = append(parts, "of: "+of)
	}
	if doing := Clean(f.Doing); doing != "" {
		parts = append(parts, "doing: "+doing)
	}
	if f.Firm {
		parts = append(parts, "firm")
	} else {
		parts = append(parts, s.bold("NOT FIRM"))
	}
	return strings.Join(append(parts, f.holder()...), " | ")
}

// holder says who states a figure, and of when.
func (f ProofFigure) holder() []string {
	if !f.Stated {
		return []string{"no fact"}
	}
	who := Clean(f.Holder)
	if cue := Clean(f.Cue); cue != "" {
		who += " (" + cue + ")"
	}
	out := []string{"by: " + who}
	switch {
	case f.AsOf != "":
		out = append(out, "as of "+facts.FormatDay(Clean(f.AsOf)))
	case f.Said != "":
		out = append(out, "said "+facts.FormatDay(Clean(f.Said)))
	default:
		out = append(out, "no date")
	}
	return out
}

// reading is the value with its unit and bound: "12,000 person, min".
func (f ProofFigure) reading() string {
	var amount string
	switch {
	case f.Value != nil:
		amount = grouped(*f.Value)
	case f.Low != nil && f.High != nil:
		amount = grouped(*f.Low) + "–" + grouped(*f.High)
	case f.Bound == facts.BoundNone:
		return strings.TrimSpace("none reported, " + Clean(f.Unit))
	default:
		amount = "no number"
	}
	if f.Unit != "" {
		amount += " " + Clean(f.Unit)
	}
	if f.Per != "" {
		amount += " per " + Clean(f.Per)
	}
	if f.Bound != "" {
		amount += ", " + strings.ReplaceAll(Clean(f.Bound), "_", " ")
	}
	if f.Change != "" {
		amount += ", " + Clean(f.Change)
	}
	return amount
}

// grouped writes a number with commas between thousands.
func grouped(v float64) string {
	digits := strconv.FormatFloat(v, 'f', -1, 64)
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	whole, part, _ := strings.Cut(digits, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if part != "" {
		whole += "." + part
	}
	return sign + whole
}

// Colours of the marks on a terminal and their names elsewhere.
var (
	markCodes = [...]string{MarkFigure: green, MarkDoubt: yellow, MarkSource: cyan, MarkDate: magenta}
	markNames = [...]string{MarkFigure: "figure", MarkDoubt: "unsure", MarkSource: "source", MarkDate: "date"}
)

// Stand-ins for the marks while a text is made inert; none of a report's survives.
const (
	firstOpen = '\ue000' // + MarkKind
	closeMark = '\ue0ff'
)

// marked sets the marks into a text. A mark may stand inside another; of two that
// cross, the one that is later or of less weight is left out.
func (s Style) marked(text string, marks []ProofMark) string {
	runes := []rune(text)
	for i, r := range runes {
		if r >= firstOpen && r <= closeMark {
			runes[i] = '\ufffd'
		}
	}
	marks = nested(marks, len(runes))
	var b strings.Builder
	var open []ProofMark
	next := 0
	for i := 0; i <= len(runes); i++ {
		for len(open) > 0 && open[len(open)-1].End == i {
			b.WriteRune(closeMark)
			open = open[:len(open)-1]
		}
		for next < len(marks) && marks[next].Start == i {
			b.WriteRune(firstOpen + rune(marks[next].Kind))
			open = append(open, marks[next])
			next++
		}
		if i < len(runes) {
			b.WriteRune(runes[i])
		}
	}
	return s.codedMarks(Clean(b.String()))
}

// nested returns the marks that lie in the text and do not cross, outer ones first.
func nested(marks []ProofMark, length int) []ProofMark {
	byWeight := slices.Clone(marks)
	slices.SortStableFunc(byWeight, func(a, b ProofMark) int { return int(a.Kind) - int(b.Kind) })
	var out []ProofMark
	for _, m := range byWeight {
		crosses := slices.ContainsFunc(out, func(o ProofMark) bool {
			return m.Start < o.Start && o.Start < m.End && m.End < o.End || o.Start < m.Start && m.Start < o.End && o.End < m.End ||
				m.Start == o.Start && m.End == o.End
		})
		if m.Start >= 0 && m.Start < m.End && m.End <= length && !crosses {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b ProofMark) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return out
}

// codedMarks replaces the stand-ins by colours, or by words where there is no colour.
func (s Style) codedMarks(text string) string {
	var b strings.Builder
	var open []rune
	for _, r := range text {
		switch {
		case r >= firstOpen && r < firstOpen+rune(len(markNames)):
			open = append(open, r)
			if s.Color {
				b.WriteString(markCodes[r-firstOpen])
			} else {
				b.WriteString("[" + markNames[r-firstOpen] + "]{")
			}
		case r == closeMark && len(open) > 0:
			open = open[:len(open)-1]
			switch {
			case !s.Color:
				b.WriteString("}")
			case len(open) > 0:
				b.WriteString(plain + markCodes[open[len(open)-1]-firstOpen])
			default:
				b.WriteString(plain)
			}
		case r != closeMark:
			b.WriteRune(r)
		}
	}
	return b.String()
}
