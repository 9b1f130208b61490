package answer

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"sitrep/internal/facts"
)

var update = flag.Bool("update", false, "rewrite the wanted answers in testdata")

// TestAnswers compares whole answers with testdata/*.txtar: in a file each entry
// is a question; lines before the last are the conversation so far.
func TestAnswers(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no answers to compare with")
	}
	e := seedEngine(t)
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range archive.Files {
			a := ask(t, e, strings.Split(f.Name, " > ")...)
			got := a.Behaviour + "\n" + a.Text + "\n"
			if *update {
				archive.Files[i].Data = []byte(got)
			} else if got != string(f.Data) {
				t.Errorf("%s: %s\ngot\n%swant\n%s", name, f.Name, got, f.Data)
			}
			if a.Withheld > 0 {
				t.Errorf("%s: withheld: %v", f.Name, a.Why)
			}
		}
		if *update {
			if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestFigures holds what a machine reads of the plainest answer.
func TestFigures(t *testing.T) {
	a := ask(t, seedEngine(t), "how many troops?")
	if len(a.Figures) != 2 {
		t.Fatalf("%d figures, want 2", len(a.Figures))
	}
	f := a.Figures[0]
	if f.Text != "approximately 2,500" || *f.Value != 2500 || f.Bound != facts.BoundApprox || f.Source != "American officials" ||
		f.Fact != "R1#F15" || f.Read != facts.ReadHand || len(f.Cites) != 1 {
		t.Errorf("first figure: %+v", f)
	}
	if g := a.Figures[1]; *g.Value != 12000 || g.Bound != facts.BoundMin || g.Place != nil || len(g.Cites) != 2 {
		t.Errorf("second figure: %+v", g)
	}
	for _, c := range a.Citations {
		if exact, ok := facts.Slice(seedText(t), c.Start, c.End); !ok || exact != c.Exact || c.S == 0 {
			t.Errorf("citation %+v is not the words at its place", c)
		}
	}
}

func seedText(t *testing.T) string {
	doc, err := facts.Seed()
	if err != nil {
		t.Fatal(err)
	}
	return doc.Report.Text
}

// TestNotFirmIsNotStated keeps a figure on which the readers disagree out of
// every answer.
func TestNotFirmIsNotStated(t *testing.T) {
	doc, err := facts.Seed()
	if err != nil {
		t.Fatal(err)
	}
	for i := range doc.Facts {
		doc.Facts[i].Firm = doc.Facts[i].ID != "F15"
	}
	for _, q := range []string{"how many troops?", "How many North Korean troops have been sent to Russia?", "just give me one number"} {
		if a := ask(t, New(seedFinder{doc}), q); strings.Contains(a.Text, "2,500") {
			t.Errorf("%s: states a figure that is not firm: %s", q, a.Text)
		}
	}
}

func TestQuestionsThatCannotBeRead(t *testing.T) {
	e := seedEngine(t)
	for _, q := range []string{"", "   ", "\x1b\x00", strings.Repeat("how many? ", 1000)} {
		if a := ask(t, e, q); a.Behaviour != Clarify || len(a.Figures) > 0 || a.Text == "" {
			t.Errorf("%.20q: %s %q", q, a.Behaviour, a.Text)
		}
	}
}

type brokenFinder struct{}

func (brokenFinder) Find(context.Context, Search) ([]facts.Document, error) {
	return nil, errors.New("disk gone")
}

func TestStoreFailureIsAnError(t *testing.T) {
	if _, err := New(brokenFinder{}).Answer(context.Background(), Question{Text: "how many?"}); err == nil || !strings.Contains(err.Error(), "disk gone") {
		t.Errorf("error %v", err)
	}
}

func TestNoReports(t *testing.T) {
	a := ask(t, New(emptyFinder{}), "how many troops?")
	if a.Behaviour != Abstain || a.Withheld > 0 {
		t.Errorf("%s %q %v", a.Behaviour, a.Text, a.Why)
	}
}

type emptyFinder struct{}

func (emptyFinder) Find(context.Context, Search) ([]facts.Document, error) { return nil, nil }

func TestReword(t *testing.T) {
	a := ask(t, seedEngine(t), "How many North Korean troops have been sent to Russia?")
	good := "American officials estimate that approximately 2,500 North Korean troops have already been dispatched to Russia."
	b, err := a.Reword([]Worded{{Text: good, Facts: []string{"R1#F15"}}})
	if err != nil || b.Text != good+" [1]\nAustin gave no number [2]." || len(b.Citations) != 2 {
		t.Errorf("%v, %q", err, b.Text)
	}
	for _, bad := range []Worded{
		{Text: "American officials estimate that approximately 2,600 troops went.", Facts: []string{"R1#F15"}},
		{Text: "Austin says approximately 2,500 North Korean troops were dispatched.", Facts: []string{"R1#F15"}},
		{Text: "Troops were dispatched.", Facts: []string{"R1#F15"}},
		{Text: "More than approximately 2,500 North Korean troops have already been dispatched to Russia: American officials.", Facts: []string{"R1#F15"}},
		{Text: "Lloyd J. Austin III confirmed these numbers.", Facts: []string{"R1#F08"}},
		{Text: good, Facts: []string{"R1#F99"}},
	} {
		if c, err := a.Reword([]Worded{bad}); err == nil || c.Text != a.Text {
			t.Errorf("%q is used", bad.Text)
		}
	}
}

func FuzzAnswer(f *testing.F) {
	for _, q := range []string{"how many troops?", "and in Ukraine?", "2,500 or 12,000?", "what did he say at the Pentagon", "<!channel> 1e999999", "“”[1]", "12k+"} {
		f.Add(q, "")
		f.Add("how many troops?", q)
	}
	doc, err := facts.Seed()
	if err != nil {
		f.Fatal(err)
	}
	e := New(seedFinder{doc})
	f.Fuzz(func(t *testing.T, before, question string) {
		a, err := e.Answer(context.Background(), Question{Text: question, Thread: []string{before}})
		if err != nil || a.Text == "" {
			t.Fatalf("%q: %v, text %q", question, err, a.Text)
		}
		if utf8.ValidString(question) && !utf8.ValidString(a.Text) {
			t.Errorf("%q: invalid text", question)
		}
		if (a.Behaviour == Abstain || a.Behaviour == Clarify || a.Behaviour == Scope) && len(a.Figures) > 0 {
			t.Errorf("%q: %s with figures", question, a.Behaviour)
		}
	})
}

func BenchmarkAnswer(b *testing.B) {
	e := seedEngine(b)
	for b.Loop() {
		ask(b, e, "How many North Korean troops have been sent to Russia?")
	}
}
