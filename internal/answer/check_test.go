package answer

import (
	"context"
	"go/ast"
	goparser "go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
	"testing"

	"sitrep/internal/facts"
)

// seedFinder finds the embedded first report, whatever is asked.
type seedFinder struct{ doc facts.Document }

func (f seedFinder) Find(context.Context, Search) ([]facts.Document, error) {
	return []facts.Document{f.doc}, nil
}

func seedEngine(t testing.TB) *Engine {
	t.Helper()
	doc, err := facts.Seed()
	if err != nil {
		t.Fatal(err)
	}
	return New(seedFinder{doc})
}

func ask(t testing.TB, e *Engine, thread ...string) Answer {
	t.Helper()
	last := len(thread) - 1
	a, err := e.Answer(context.Background(), Question{Text: thread[last], Thread: thread[:last]})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestCheckKillsMutations changes right lines in the ways that answers go wrong
// and wants each of them refused.
func TestCheckKillsMutations(t *testing.T) {
	a := ask(t, seedEngine(t), "how many troops?")
	if len(a.Lines) < 5 || a.Withheld != 0 {
		t.Fatalf("the answer to mutate: %q, %d withheld", a.Text, a.Withheld)
	}
	for _, m := range []struct{ class, old, new string }{
		{"digit swap", "2,500", "5,200"}, {"decimal shift", "2,500", "25,000"}, {"scale", "2,500", "2,500 thousand"},
		{"unicode digits", "2,500", "２,５０１"}, {"number word", "2,500", "three thousand"},
		{"other figure", "2,500", "12,000"}, {"hedge drop", "Approximately 2,500", "2,500"}, {"hedge swap", "Approximately", "Exactly"},
		{"bound swap", "Upwards of", "Up to"}, {"bound drop", "Upwards of 12,000", "12,000"}, {"range", "Approximately 2,500", "2,500 to 12,000"},
		{"holder swap", "American officials'", "Austin's"}, {"holder label", "American officials'", "American intelligence officials'"},
		{"holder drop", ": American officials' estimate", ""}, {"laundering", "reports primarily fueled by information from the Ukrainian and South Korean governments suggest", "the Ukrainian government says"},
		{"measure swap", "dispatched", "killed"}, {"measure swap", "undergoing training", "dispatched"}, {"place swap", "to Russia", "to Ukraine"},
		{"entity swap", "12,000 North Korean", "12,000 South Korean"}, {"entity swap", "2,500 North Korean", "2,500 Russian"},
		{"negation", "already dispatched", "not dispatched"}, {"inflated verb", "estimate", "confirmation"},
		{"false quotation", "“no North Korean troops have yet been reported", "“no North Korean troops have been seen"},
		{"prefix hedge", "Approximately", "More than approximately"}, {"prefix hedge", "Approximately", "Only approximately"},
		{"prefix negation", "Approximately", "Not approximately"}, {"percent", "2,500", "2,500%"}, {"currency", "Approximately 2,500", "$ approximately 2,500"},
		{"modal", "already dispatched", "may already be dispatched"}, {"holder beside", ": American officials'", ": Russia, against American officials'"},
		{"other script", "already dispatched", "already отправлены"}, {"han numeral", "troops", "troops 二千"},
		{"zero", "None reported: ", "0 troops: "}, {"unknown citation", "[1]", "[9]"}, {"invented sum", "Approximately 2,500", "In all 14,500, approximately 2,500"},
	} {
		killed := false
		found := false
		for _, l := range a.Lines {
			if !strings.Contains(l.Text, m.old) {
				continue
			}
			found = true
			if len(Check(strings.ReplaceAll(l.Text, m.old, m.new), a.evidence)) > 0 {
				killed = true
			}
		}
		if !found {
			t.Errorf("%s: no line holds %q:\n%s", m.class, m.old, a.Text)
		} else if !killed {
			t.Errorf("%s: %q for %q passes the gate", m.class, m.new, m.old)
		}
	}
}

// TestCheckRefusesTheAskersNumberAsAFigure holds that typing a number does not
// make it a figure.
func TestCheckRefusesTheAskersNumberAsAFigure(t *testing.T) {
	a := ask(t, seedEngine(t), "is it 5,000 troops?")
	for _, line := range []string{
		"Approximately 5,000 North Korean troops already dispatched to Russia: American officials' estimate [1]",
		"5,000 North Korean troops already dispatched to Russia: American officials' estimate [1]",
		"Over 5,000 troops.",
	} {
		ev := a.evidence
		ev.Question = "is it 5,000 troops?"
		if len(Check(line, ev)) == 0 {
			t.Errorf("%q passes the gate", line)
		}
	}
}

// TestDeniedFiguresAreNotGiven holds that a number that its source denies, or does
// not commit to, is never given as that source's figure.
func TestDeniedFiguresAreNotGiven(t *testing.T) {
	doc, err := facts.Seed()
	if err != nil {
		t.Fatal(err)
	}
	for _, factuality := range []string{facts.CertainlyNot, facts.ProbablyNot, facts.Unknown} {
		for i := range doc.Facts {
			if doc.Facts[i].ID == "F15" {
				doc.Facts[i].Factuality = factuality
			}
		}
		for _, q := range []string{"how many troops?", "how many troops were sent to Russia?", "2,500 or 12,000?", "what is the lowest figure?"} {
			for _, f := range ask(t, New(seedFinder{doc}), q).Figures {
				if f.Fact == "R1#F15" {
					t.Errorf("%s, %s: given as a figure", factuality, q)
				}
			}
		}
	}
}

func TestCheckAllowsTheAskersNumber(t *testing.T) {
	a := ask(t, seedEngine(t), "is it more than 10,000?")
	if a.Withheld != 0 || !strings.Contains(a.Text, "more than 10,000") {
		t.Errorf("%q, withheld %v", a.Text, a.Why)
	}
}

// TestTemplatesPassTheGate holds the vocabulary of the gate to the templates:
// every word of a template is one that the gate knows as ours.
func TestTemplatesPassTheGate(t *testing.T) {
	checked := 0
	for _, name := range []string{"counts.go", "combine.go", "holders.go", "statements.go", "premises.go", "places.go", "recent.go", "whether.go", "askholder.go", "lead.go", "grouping.go"} {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := goparser.ParseFile(token.NewFileSet(), name, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING || lit.Value[0] != '"' {
				return true
			}
			text, _ := strconv.Unquote(lit.Value)
			if !strings.Contains(text, " ") || strings.Contains(text, "_") {
				return true
			}
			checked++
			for _, f := range Check(text, Evidence{}) {
				if f.Rule != "quotation" {
					t.Errorf("%s: %q: %v", name, text, f)
				}
			}
			return true
		})
	}
	if checked < 60 {
		t.Errorf("only %d templates were found", checked)
	}
}

func FuzzCheck(f *testing.F) {
	f.Add("Approximately 2,500 troops: officials [1]", "how many?", "Officials say approximately 2,500 troops.")
	f.Add("“a” “b [1][2", "“", "")
	f.Fuzz(func(t *testing.T, text, question, sentence string) {
		if len(facts.Numerals(straight(text))) > 0 && len(Check(text, Evidence{})) == 0 {
			t.Errorf("%q: a number passes without any evidence", text)
		}
		ev := Evidence{Question: question, Cited: []Cited{{N: 1, Sentence: sentence}}}
		for _, fault := range Check(text, ev) {
			if fault.Rule == "" {
				t.Error("a fault without a rule")
			}
		}
	})
}
