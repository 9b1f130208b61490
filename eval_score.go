package main

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"sitrep/internal/answer"
)

// A verdict is how one answer does against what was expected.
type verdict struct {
	ID        string        `json:"id"`
	Passed    bool          `json:"passed"`
	Behaviour string        `json:"behaviour"`
	Expected  int           `json:"expected"` // figures
	Found     int           `json:"found"`    // of these
	Wrong     int           `json:"wrong"`    // figures given that are not expected, and texts shown that must never be
	Cites     int           `json:"cites"`    // expected of the figures found
	Cited     int           `json:"cited"`    // of these
	Faults    []string      `json:"faults"`
	Answer    answer.Answer `json:"answer"`

	judged bool // its figures say whether it is right: figures or abstain was expected
}

// stands says whether the answer's figures are given as the answer, rather than as
// the nearest to it.
func stands(behaviour string) bool { return behaviour == answer.Gives || behaviour == answer.GivesAll }

// judge scores one answer.
func judge(q ownQuestion, a answer.Answer) verdict {
	e := q.Expect
	v := verdict{ID: q.ID, Behaviour: a.Behaviour, Expected: len(e.Figures), Faults: []string{}, Answer: a,
		judged: e.Abstain || len(e.Figures) > 0}
	if e.Behaviour != "" && e.Behaviour != a.Behaviour {
		v.fault("the behaviour is %s, not %s", a.Behaviour, e.Behaviour)
	}
	if e.Abstain && stands(a.Behaviour) && len(a.Figures) == 0 {
		v.fault("the behaviour is %s, where nothing may be given as the answer", a.Behaviour)
	}
	switch {
	case stands(a.Behaviour) || a.Behaviour == e.Behaviour && !e.Abstain:
		v.figures(e, a)
	default:
		for _, want := range e.Figures {
			v.fault("not given: %s", want)
		}
	}
	for _, never := range e.Never {
		if shows(a, never) {
			v.Wrong++
			v.fault("shown, and must never be: %q", never)
		}
	}
	v.Passed = len(v.Faults) == 0
	return v
}

func (v *verdict) fault(format string, args ...any) {
	v.Faults = append(v.Faults, fmt.Sprintf(format, args...))
}

// figures compares the figures given with those expected, each of which answers one.
func (v *verdict) figures(e *expectation, a answer.Answer) {
	used := make([]bool, len(a.Figures))
	for _, want := range e.Figures {
		at, near := -1, ""
		for i, f := range a.Figures {
			differs := want.differs(f)
			if !used[i] && differs == "" {
				at = i
				break
			}
			if near == "" && differs != "" && want.number(f) {
				near = ", but " + differs
			}
		}
		if at < 0 {
			v.fault("not given: %s%s", want, near)
			continue
		}
		used[at] = true
		v.Found++
		v.cites(want, a.Figures[at], a.Citations)
	}
	if !v.judged || e.Others {
		return
	}
	for i, f := range a.Figures {
		if !used[i] {
			v.Wrong++
			v.fault("given, and not expected: %s %s (%s)", f.Text, f.Of, f.Source)
		}
	}
}

// cites checks that a figure rests on the sentences expected.
func (v *verdict) cites(want expectedFigure, f answer.Figure, all []answer.Citation) {
	for _, cite := range want.Cites {
		v.Cites++
		if cite.among(f, all) {
			v.Cited++
		} else {
			v.fault("%s does not cite %s", f.Text, cite)
		}
	}
}

// String names the figure by what was given of it.
func (w expectedFigure) String() string {
	parts := []string{w.Text}
	for _, p := range []struct {
		name string
		x    *float64
	}{{"", w.Value}, {"from ", w.Low}, {"to ", w.High}} {
		if p.x != nil && w.Text == "" {
			parts = append(parts, p.name+plainNumber(*p.x))
		}
	}
	parts = append(parts, w.Unit)
	if w.Source != "" {
		parts = append(parts, "("+w.Source+")")
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// String names the sentence by what was given of it.
func (c expectedCite) String() string {
	switch {
	case c.Words == "":
		return "report " + c.Report
	case c.Report == "":
		return "“" + c.Words + "”"
	}
	return "“" + c.Words + "” in report " + c.Report
}

// number says whether f has the number, or failing that the text, that is expected.
func (w expectedFigure) number(f answer.Figure) bool {
	if w.Value == nil && w.Low == nil && w.High == nil {
		return folded(f.Text) == folded(w.Text)
	}
	return same(w.Value, f.Value) && same(w.Low, f.Low) && same(w.High, f.High)
}

// differs says in what a figure is not the expected one; empty: it is.
func (w expectedFigure) differs(f answer.Figure) string {
	switch {
	case !w.number(f):
		return "its number is another"
	case w.Text != "" && folded(w.Text) != folded(f.Text):
		return fmt.Sprintf("as %q", f.Text)
	case w.Bound != "" && w.Bound != f.Bound:
		return "its bound is " + f.Bound
	case w.Unit != "" && !strings.EqualFold(w.Unit, f.Unit):
		return "its unit is " + f.Unit
	case w.Source != "" && !strings.Contains(folded(f.Source), folded(w.Source)):
		return fmt.Sprintf("its source is %q", f.Source)
	}
	return ""
}

// same says whether two numbers are equal, where one is expected.
func same(want, got *float64) bool {
	return want == nil || got != nil && math.Abs(*want-*got) <= 1e-9*math.Abs(*want)
}

// among says whether the figure cites the sentence.
func (c expectedCite) among(f answer.Figure, all []answer.Citation) bool {
	for _, n := range f.Cites {
		for _, x := range all {
			if x.N == n && (c.Report == "" || c.Report == x.Report) && strings.Contains(folded(x.Exact), folded(c.Words)) {
				return true
			}
		}
	}
	return false
}

// folded makes texts comparable: lower case, single spaces, straight quotation marks.
func folded(s string) string {
	s = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'").Replace(strings.ToLower(s))
	return strings.Join(strings.Fields(s), " ")
}

// shows says whether the answer shows a text as words of its own: "500" does not
// stand in "2,500", nor in the sentences behind the answer.
func shows(a answer.Answer, text string) bool {
	whole, part := folded(markers.ReplaceAllString(a.Text, "")), folded(text)
	for at := 0; ; {
		i := strings.Index(whole[at:], part)
		if i < 0 {
			return false
		}
		start := at + i
		end := start + len(part)
		if !joins(whole[:start], whole[start:]) && !joins(whole[:end], whole[end:]) {
			return true
		}
		_, size := utf8.DecodeRuneInString(whole[start:])
		at = start + size
	}
}

// markers point to citations and are no words of the answer.
var markers = regexp.MustCompile(`\[\d+\]`)

// Where one word or number goes on: "2,|500", "2|,500", "2|500", "a|b".
var (
	goesOn = regexp.MustCompile(`[\pL\pN]$|\d[.,]$`)
	comes  = regexp.MustCompile(`^[\pL\pN]|^[.,]\d`)
	mark   = regexp.MustCompile(`[.,]$`)
)

// joins says whether two pieces of a text belong to one word or number.
func joins(left, right string) bool {
	if mark.MatchString(left) {
		return goesOn.MatchString(left) && right != "" && right[0] >= '0' && right[0] <= '9'
	}
	return goesOn.MatchString(left) && comes.MatchString(right)
}

// plainNumber writes a number with its thousands apart.
func plainNumber(x float64) string {
	text := strconv.FormatFloat(x, 'f', -1, 64)
	whole, rest, _ := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		return whole + "." + rest
	}
	return whole
}
