package briefings

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"sitrep/internal/answer"
)

// A briefing is read standing: these are the most lines and words it may have,
// title and small print included.
const (
	maxLines = 12
	maxWords = 180

	maxFigures   = 5 // of one section
	maxChanges   = 8
	maxSentences = 2 // of any other section

	frameLines = 3  // title, small print, and a last line about what was left out
	frameWords = 45 // the same in words
)

// A form says how the answer to a question is laid out.
type form int

const (
	formConfirmed form = iota // the bottom line, without a heading
	formFigures               // one figure per line under a heading
	formDisputed              // the rest: sentences in one line after a label
	formUnknown
	formExpected
	formOwn     // a configured question, its answer under it
	formChanges // one flagged line per change under a heading
)

// labels open the lines of the forms that are one line.
var labels = map[form]string{
	formDisputed: "Disputed:",
	formUnknown:  "Not known:",
	formExpected: "Expected:",
}

// importance orders the forms by what is left out last: the figures are why a
// briefing is read.
var importance = map[form]int{
	formFigures:   0,
	formOwn:       0,
	formChanges:   0,
	formConfirmed: 1,
	formDisputed:  2,
	formUnknown:   3,
	formExpected:  4,
}

func formOf(question string) form {
	switch question {
	case AskConfirmed:
		return formConfirmed
	case AskFigures:
		return formFigures
	case AskDisputed:
		return formDisputed
	case AskUnknown:
		return formUnknown
	case AskExpected:
		return formExpected
	case AskChanges:
		return formChanges
	}
	return formOwn
}

// An entry is one line of an answer that may come into the briefing.
type entry struct {
	part *part
	head string // the heading of its group inside the answer; empty: none
	line answer.Line
}

// A choice is the entries that fit, in the order of the questions, and how many
// lines did not.
type choice struct {
	parts    []*part
	kept     map[*part][]entry
	left     map[*part]bool // the questions of which lines were left out
	cut      int            // how many lines were left out
	withheld int            // how many lines the gate took out of the answers
}

func (c choice) empty() bool { return len(c.kept) == 0 && c.withheld == 0 }

// choose takes from the answers what fits, the most important question first and
// each answer from its beginning, so that what is missing is always its end. What
// is said under two questions is told once.
func choose(parts []part) choice {
	c := choice{kept: map[*part][]entry{}, left: map[*part]bool{}}
	for i := range parts {
		c.parts = append(c.parts, &parts[i])
		c.withheld += parts[i].answer.Withheld
	}
	ordered := slices.Clone(c.parts)
	slices.SortStableFunc(ordered, func(a, b *part) int {
		return importance[a.form] - importance[b.form]
	})
	room := room{lines: maxLines - frameLines, words: maxWords - frameWords, said: map[string]bool{}}
	rest := map[*part][]entry{}
	for _, p := range ordered { // all figures, and of every other answer the first sentence
		c.kept[p], rest[p] = take(p, &room, nil, entries(p), p.first())
	}
	missed := map[string]*part{}
	for _, p := range ordered { // then what else there is room for
		c.kept[p], rest[p] = take(p, &room, c.kept[p], rest[p], p.most())
		if len(c.kept[p]) == 0 {
			delete(c.kept, p)
		}
		for _, e := range rest[p] {
			missed[e.saying()] = p
		}
	}
	for saying, p := range missed {
		if !room.said[saying] {
			c.cut++
			c.left[p] = true
		}
	}
	return c
}

// most is how many entries of an answer a briefing may show.
func (p *part) most() int {
	if p.form == formChanges {
		return maxChanges
	}
	if p.form == formFigures || p.form == formOwn {
		return maxFigures
	}
	return maxSentences
}

// first is how many entries of an answer come before the second sentence of any.
func (p *part) first() int {
	if p.form == formChanges {
		return maxChanges
	}
	if p.form == formFigures || p.form == formOwn {
		return maxFigures
	}
	return 1
}

// take fills the room with the next lines of one answer, most of them in all, and
// returns those kept with the ones before, and those that do not fit.
func take(p *part, r *room, kept, next []entry, most int) (all, rest []entry) {
	for _, e := range next {
		switch {
		case r.said[e.saying()]:
		case len(rest) > 0 || len(kept) == most || !r.fits(kept, e):
			rest = append(rest, e)
		default:
			r.said[e.saying()] = true
			kept = append(kept, e)
		}
	}
	return kept, rest
}

// entries are the lines of an answer that may be shown.
func entries(p *part) []entry {
	switch p.answer.Behaviour {
	case answer.Abstain, answer.Clarify, answer.Scope:
		return nil
	}
	var list []entry
	head := ""
	lines := p.answer.Lines
	if n := len(lines) - 1; n >= 0 && p.answer.Withheld > 0 && lines[n].Role == answer.RoleNote && len(markers(lines[n].Text)) == 0 {
		lines = lines[:n] // says that something was withheld, which is told once, at the end
	}
	for _, line := range lines {
		if line.Role == answer.RoleHead {
			head = line.Text
		} else if shown(line, p) {
			list = append(list, entry{part: p, head: head, line: line})
		}
	}
	return list
}

// shown reports whether a line may be shown. A figure must cite. A sentence that
// cites nothing says how to read the answer, which under a standing question the
// heading does, unless the answer is not what was asked for: then it is what makes
// the rest true. A marker without its citation makes the line unproven.
func shown(line answer.Line, p *part) bool {
	numbers := markers(line.Text)
	for _, n := range numbers {
		if _, ok := citation(p.answer, n); !ok {
			return false
		}
	}
	if len(numbers) > 0 {
		return true
	}
	asAsked := p.answer.Behaviour == answer.Gives || p.answer.Behaviour == answer.GivesAll
	return line.Role != answer.RoleFigure && (p.form == formOwn || !asAsked)
}

// saying is what an entry says and from which sentences, so that it is told once.
func (e entry) saying() string {
	said := []string{strings.TrimSpace(marker.ReplaceAllString(e.line.Text, ""))}
	for _, n := range markers(e.line.Text) {
		c, _ := citation(e.part.answer, n)
		if from := fmt.Sprintf("%s#%d", c.Report, c.S); !slices.Contains(said, from) {
			said = append(said, from)
		}
	}
	return strings.Join(said, "\x00")
}

// A room is the space that is left, and what has been said.
type room struct {
	lines, words int
	said         map[string]bool
}

// fits takes the space of an entry that comes after those kept of its answer, and
// reports whether there was enough. The first line of a briefing always fits.
func (r *room) fits(kept []entry, e entry) bool {
	lines, words := 1, wordCount(e.line.Text)
	label, inline := labels[e.part.form]
	switch {
	case inline && len(kept) > 0:
		lines = 0
	case inline:
		words += wordCount(label)
	case len(kept) == 0 && e.part.form != formConfirmed:
		lines++
		words += wordCount(e.part.title(nil))
	}
	if e.head != "" && (len(kept) == 0 || kept[len(kept)-1].head != e.head) {
		lines++
		words += wordCount(e.head)
	}
	if (lines > r.lines || words > r.words) && len(r.said) > 0 {
		return false
	}
	r.lines -= lines
	r.words -= words
	return true
}

func wordCount(text string) int {
	return len(strings.Fields(marker.ReplaceAllString(text, "")))
}

// title is the heading of a question's section.
func (p *part) title(kept []entry) string {
	switch p.form {
	case formFigures:
		if measures(p.answer, kept) > 1 {
			return "Figures (different measures)"
		}
		return "Figures"
	case formOwn:
		return p.heading
	case formChanges:
		return "Changes"
	}
	return ""
}

// measures counts the different things that the figures shown count.
func measures(a answer.Answer, kept []entry) int {
	of := map[string]bool{}
	for _, e := range kept {
		text := strings.ToLower(e.line.Text)
		for _, f := range a.Figures {
			if strings.Contains(text, strings.ToLower(f.Text)) {
				of[f.Of] = true
			}
		}
	}
	return len(of)
}

// layOut makes the sections, and numbers the citations in the order of reading.
// The answers that are one line share the last section.
func (c choice) layOut() ([]answer.Section, []answer.Citation) {
	n := &numbering{number: map[sentence]int{}, list: []answer.Citation{}}
	var sections []answer.Section
	var labelled answer.Section
	for _, p := range c.parts {
		kept := c.kept[p]
		if len(kept) == 0 {
			continue
		}
		if label, inline := labels[p.form]; inline {
			labelled.Lines = append(labelled.Lines, inLine(label, kept, n))
			continue
		}
		sections = append(sections, answer.Section{Title: p.title(kept), Lines: lines(kept, n)})
	}
	if len(labelled.Lines) > 0 {
		sections = append(sections, labelled)
	}
	if notes := c.notes(); len(notes) > 0 {
		sections = append(sections, answer.Section{Lines: notes})
	}
	return sections, n.list
}

func lines(kept []entry, n *numbering) []answer.Line {
	var list []answer.Line
	head := ""
	for _, e := range kept {
		if e.head != head && e.head != "" {
			list = append(list, answer.Line{Role: answer.RoleHead, Text: e.head})
		}
		head = e.head
		list = append(list, answer.Line{Role: e.line.Role, Text: n.rewrite(e, e.line.Text), Mark: n.rewrite(e, e.line.Mark)})
	}
	return list
}

// inLine joins the sentences of one answer behind a label.
func inLine(label string, kept []entry, n *numbering) answer.Line {
	text := label
	for i, e := range kept {
		if i > 0 && !strings.HasSuffix(text, ".") {
			text += "."
		}
		text += " " + n.rewrite(e, e.line.Text)
	}
	if !strings.HasSuffix(text, ".") {
		text += "."
	}
	return answer.Line{Role: answer.RoleLead, Text: text, Mark: label}
}

// notes say what a reader does not see here and how to see it.
func (c choice) notes() []answer.Line {
	var list []answer.Line
	if c.cut > 0 {
		var asks []string
		for _, p := range c.parts {
			if c.left[p] {
				asks = append(asks, strconv.Quote(p.heading))
			}
		}
		text := fmt.Sprintf("%s left out for length: ask %s for all.", count(c.cut, "line"), strings.Join(asks, " or "))
		list = append(list, answer.Line{Role: answer.RoleNote, Text: text})
	}
	if c.withheld > 0 {
		list = append(list, answer.Line{Role: answer.RoleNote,
			Text: count(c.withheld, "line") + " withheld after the check against the cited sentences."})
	}
	return list
}

var (
	marker     = regexp.MustCompile(`\[([0-9]+)\]`)
	markerRuns = regexp.MustCompile(`(?:\[[0-9]+\])+`)
)

// markers returns the numbers of the markers in text, in order.
func markers(text string) []int {
	var list []int
	for _, m := range marker.FindAllStringSubmatch(text, -1) {
		n, err := strconv.Atoi(m[1])
		if err != nil {
			n = 0 // too long for a number: no citation has it
		}
		list = append(list, n)
	}
	return list
}

func citation(a answer.Answer, n int) (answer.Citation, bool) {
	i := slices.IndexFunc(a.Citations, func(c answer.Citation) bool { return c.N == n })
	if i < 0 {
		return answer.Citation{}, false
	}
	return a.Citations[i], true
}

// A sentence is what one number of a briefing stands for.
type sentence struct {
	report string
	s      int
}

// A numbering gives out the numbers of a briefing's citations.
type numbering struct {
	number map[sentence]int
	list   []answer.Citation
}

// rewrite renumbers the markers of an entry's text. Two markers in a row that
// turn out to be the same sentence become one.
func (n *numbering) rewrite(e entry, text string) string {
	return markerRuns.ReplaceAllStringFunc(text, func(run string) string {
		var b strings.Builder
		var done []int
		for _, old := range markers(run) {
			c, _ := citation(e.part.answer, old)
			if now := n.of(c); !slices.Contains(done, now) {
				done = append(done, now)
				fmt.Fprintf(&b, "[%d]", now)
			}
		}
		return b.String()
	})
}

func (n *numbering) of(c answer.Citation) int {
	key := sentence{c.Report, c.S}
	if _, ok := n.number[key]; !ok {
		c.N = len(n.list) + 1
		n.number[key] = c.N
		n.list = append(n.list, c)
	}
	return n.number[key]
}
