package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"sitrep/config"
	"sitrep/internal/answer"
	"sitrep/internal/facts"
)

// A questionFile is a user's own questions with what they expect, as YAML.
type questionFile struct {
	Reports   []string       `yaml:"reports"` // files and folders, beside the file; none: what is loaded
	Questions []ownQuestion  `yaml:"questions"`
	places    *config.Places // to say where a fault stands
}

// An ownQuestion is one question with what is expected of its answer.
type ownQuestion struct {
	ID      string       `yaml:"id"` // default: its number
	Ask     string       `yaml:"ask"`
	Thread  []string     `yaml:"thread"`
	AsOf    string       `yaml:"as_of"`
	Reports []string     `yaml:"reports"` // ids
	Expect  *expectation `yaml:"expect"`
}

// An expectation is what an answer must be. What is not said is not checked.
type expectation struct {
	Behaviour string           `yaml:"behaviour"`
	Figures   []expectedFigure `yaml:"figures"` // all of them, and no other
	Others    bool             `yaml:"others"`  // other figures may stand beside them
	Never     []string         `yaml:"never"`   // texts that must not be shown
	Abstain   bool             `yaml:"abstain"` // nothing may be given as the answer
}

// An expectedFigure is one figure; only what is set is compared.
type expectedFigure struct {
	Text   string         `yaml:"text"` // as printed, hedge included
	Value  *float64       `yaml:"value"`
	Low    *float64       `yaml:"low"`
	High   *float64       `yaml:"high"`
	Bound  string         `yaml:"bound"`
	Unit   string         `yaml:"unit"`
	Source string         `yaml:"source"` // words of the holder's name
	Cites  []expectedCite `yaml:"cites"`
}

// An expectedCite is a sentence that a figure must cite.
type expectedCite struct {
	Report string `yaml:"report"` // id
	Words  string `yaml:"words"`  // that stand in the sentence
}

// maxQuestions is the largest file of questions that is read, in bytes.
const maxQuestions = 16 << 20

// readQuestions reads and checks a file of questions. What is wrong with it comes
// back in one error, a line with its place for each fault.
func readQuestions(path string) (*questionFile, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("the questions cannot be read: %w", err)
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder: name the file that holds the questions", path)
	case info.Size() > maxQuestions:
		return nil, fmt.Errorf("%s is larger than %d bytes, so it holds no questions", path, maxQuestions)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("the questions cannot be read: %w", err)
	}
	return parseQuestions(data, filepath.Base(path))
}

func parseQuestions(data []byte, name string) (*questionFile, error) {
	f := &questionFile{}
	f.places = config.ReadYAML(data, name, f)
	if f.places.Err() == nil && len(f.Questions) == 0 {
		f.places.Fault("questions", "the file holds no questions: sitrep eval --example prints one to start from")
	}
	ids := map[string]int{}
	for i := range f.Questions {
		q := &f.Questions[i]
		at := fmt.Sprintf("questions[%d]", i)
		if q.ID == "" {
			q.ID = strconv.Itoa(i + 1)
		}
		if first, twice := ids[q.ID]; twice {
			f.places.Fault(at+".id", "%q is already the id of question %d", q.ID, first+1)
		} else {
			ids[q.ID] = i
		}
		f.check(q, at)
	}
	return f, f.places.Err()
}

// check notes what is wrong with one question.
func (f *questionFile) check(q *ownQuestion, at string) {
	if strings.TrimSpace(q.Ask) == "" {
		f.places.Fault(at+".ask", "is missing: what is the question?")
	}
	if q.AsOf != "" {
		if _, err := facts.ParseEDTF(q.AsOf); err != nil {
			f.places.Fault(at+".as_of", "%q is no date: write 2024-10-25", q.AsOf)
		}
	}
	e := q.Expect
	if e == nil {
		f.places.Fault(at+".expect", "is missing: say what the answer must be (behaviour, figures, never, abstain)")
		return
	}
	at += ".expect"
	switch gives := e.Behaviour == answer.Gives || e.Behaviour == answer.GivesAll; {
	case e.Behaviour == "" && len(e.Figures) == 0 && len(e.Never) == 0 && !e.Abstain:
		f.places.Fault(at, "expects nothing: give behaviour, figures, never or abstain")
	case e.Behaviour != "" && !slices.Contains(behaviours(), e.Behaviour):
		f.places.Fault(at+".behaviour", "%q is none of %s", e.Behaviour, strings.Join(behaviours(), ", "))
	case e.Abstain && (gives || len(e.Figures) > 0):
		f.places.Fault(at+".abstain", "is true, so no figure and no behaviour %s, %s can be expected", answer.Gives, answer.GivesAll)
	case e.Others && len(e.Figures) == 0:
		f.places.Fault(at+".others", "goes with figures: without them no figure is wrong")
	}
	for i, never := range e.Never {
		if strings.TrimSpace(never) == "" {
			f.places.Fault(fmt.Sprintf("%s.never[%d]", at, i), "is empty")
		}
	}
	for i, want := range e.Figures {
		f.checkFigure(want, fmt.Sprintf("%s.figures[%d]", at, i))
	}
}

// checkFigure notes what is wrong with one expected figure.
func (f *questionFile) checkFigure(want expectedFigure, at string) {
	if want.Text == "" && want.Value == nil && want.Low == nil && want.High == nil {
		f.places.Fault(at, "names no figure: give text, value, or low and high")
	}
	bounds := []string{"", facts.BoundExact, facts.BoundApprox, facts.BoundMin, facts.BoundMax, facts.BoundNone}
	if !slices.Contains(bounds, want.Bound) {
		f.places.Fault(at+".bound", "%q is none of %s", want.Bound, strings.Join(bounds[1:], ", "))
	}
	for i, cite := range want.Cites {
		if cite.Report == "" && strings.TrimSpace(cite.Words) == "" {
			f.places.Fault(fmt.Sprintf("%s.cites[%d]", at, i), "names no sentence: give report, words, or both")
		}
	}
}

// behaviours are what an answer can be.
func behaviours() []string {
	return []string{answer.Gives, answer.GivesAll, answer.Nearest, answer.Gap, answer.Abstain, answer.Correct, answer.NoArithmetic, answer.Clarify, answer.Scope}
}

// checkReports notes reports that a question names and that are not there.
func (f *questionFile) checkReports(loaded []facts.Report) error {
	known := map[string]bool{}
	for _, r := range loaded {
		known[r.ID] = true
	}
	missing := func(path, id string) {
		if id != "" && !known[id] {
			f.places.Fault(path, "no report %q is loaded: sitrep reports lists what is", id)
		}
	}
	for i, q := range f.Questions {
		for j, id := range q.Reports {
			missing(fmt.Sprintf("questions[%d].reports[%d]", i, j), id)
		}
		for j, want := range q.Expect.Figures {
			for k, cite := range want.Cites {
				missing(fmt.Sprintf("questions[%d].expect.figures[%d].cites[%d].report", i, j, k), cite.Report)
			}
		}
	}
	return f.places.Err()
}
