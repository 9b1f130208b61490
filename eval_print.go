package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	"sitrep/internal/answer"
	"sitrep/internal/terminal"
)

// scores are the sums of verdicts.
type scores struct {
	Questions, Passed int
	Expected, Found   int // figures
	Wrong             int
	Cites, Cited      int
}

func scoresOf(verdicts []verdict) scores {
	var s scores
	for _, v := range verdicts {
		s.Questions++
		if v.Passed {
			s.Passed++
		}
		s.Expected, s.Found, s.Wrong = s.Expected+v.Expected, s.Found+v.Found, s.Wrong+v.Wrong
		s.Cites, s.Cited = s.Cites+v.Cites, s.Cited+v.Cited
	}
	return s
}

// scoreNames are those that --min knows, in the order in which they are printed.
func scoreNames() []string { return []string{"passed", "found", "precision", "cited"} }

// percent are the scores by name; nil where there is nothing to divide by.
func (s scores) percent() map[string]*float64 {
	return map[string]*float64{"passed": percentOf(s.Passed, s.Questions), "found": percentOf(s.Found, s.Expected),
		"precision": percentOf(s.Found, s.Found+s.Wrong), "cited": percentOf(s.Cited, s.Cites)}
}

func percentOf(part, whole int) *float64 {
	if whole == 0 {
		return nil
	}
	x := math.Round(1000*float64(part)/float64(whole)) / 10
	return &x
}

// json is the scores for machines: percentages under the names of --min, and counts.
func (s scores) json() map[string]any {
	out := map[string]any{"questions": s.Questions, "wrong": s.Wrong}
	for name, x := range s.percent() {
		out[name] = x
	}
	return out
}

// sentence says the scores in words, then as names and percentages.
func (s scores) sentence() string {
	var named []string
	for _, name := range scoreNames() {
		named = append(named, name+" "+percentText(s.percent()[name]))
	}
	return fmt.Sprintf("%d of %d questions passed; %d of %d expected figures given, %d wrong ones; %d of %d citations as expected.\n%s",
		s.Passed, s.Questions, s.Found, s.Expected, s.Wrong, s.Cited, s.Cites, strings.Join(named, "  "))
}

func percentText(x *float64) string {
	if x == nil {
		return "–"
	}
	return fmt.Sprintf("%.1f", *x)
}

// table lists the verdicts, and under them what is wrong with those that failed.
func table(verdicts []verdict) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	fmt.Fprintln(w, "question\tpassed\tfigures\twrong\tcited\tbehaviour")
	for _, v := range verdicts {
		passed := "yes"
		if !v.Passed {
			passed = "NO"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%s\t%s\n", terminal.Clean(v.ID), passed, ratio(v.Found, v.Expected), v.Wrong, ratio(v.Cited, v.Cites), v.Behaviour)
	}
	_ = w.Flush() // a Builder does not fail
	for _, v := range verdicts {
		if v.Passed {
			continue
		}
		fmt.Fprintf(&b, "\n%s\n", terminal.Clean(v.ID))
		for _, fault := range v.Faults {
			fmt.Fprintf(&b, "  - %s\n", terminal.Clean(fault))
		}
		for _, line := range strings.Split(v.Answer.Text, "\n") {
			fmt.Fprintf(&b, "  | %s\n", terminal.Clean(line))
		}
	}
	return b.String()
}

func ratio(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return fmt.Sprintf("%d/%d", part, whole)
}

// A point is what one threshold gives.
type point struct {
	Threshold float64  `json:"threshold"`
	Asked     int      `json:"asked"`
	Answered  int      `json:"answered"`  // with figures given as the answer
	Right     int      `json:"right"`     // of these: an expected figure, and no wrong one
	Precision *float64 `json:"precision"` // right of answered, percent
	Coverage  *float64 `json:"coverage"`  // answered, of the questions that have an answer, percent
}

// pointOf counts the verdicts whose figures were judged.
func pointOf(threshold float64, verdicts []verdict) point {
	p := point{Threshold: threshold}
	have, reached := 0, 0
	for _, v := range verdicts {
		if !v.judged {
			continue
		}
		p.Asked++
		answered := stands(v.Behaviour)
		if v.Expected > 0 {
			have++
		}
		if !answered {
			continue
		}
		p.Answered++
		if v.Expected > 0 {
			reached++
		}
		if v.Found > 0 && v.Wrong == 0 {
			p.Right++
		}
	}
	p.Precision, p.Coverage = percentOf(p.Right, p.Answered), percentOf(reached, have)
	return p
}

// steps are the thresholds of the curve, from 0.30 to 0.95 in hundredths of five.
func steps() []float64 {
	var out []float64
	for n := 30; n <= 95; n += 5 {
		out = append(out, float64(n)/100)
	}
	return out
}

// curve asks every question once, at the lowest threshold, and counts what each
// threshold would have let through: it decides only whether the ranked figures are
// given, not which. The other threshold gives way where it would be the higher one.
func (e *evaluation) curve(ctx context.Context) ([]point, error) {
	limits := e.cfg.Answer
	limits.AnswersFrom = steps()[0]
	limits.NearestFrom = min(limits.NearestFrom, limits.AnswersFrom)
	verdicts, err := e.verdicts(ctx, limits, true)
	if err != nil {
		return nil, err
	}
	var points []point
	for _, threshold := range steps() {
		var passing []verdict
		for i, v := range verdicts {
			if stands(v.Behaviour) && confidence(v.Answer) < threshold {
				held := v.Answer
				held.Behaviour = answer.Nearest
				v = judge(e.file.Questions[i], held)
			}
			passing = append(passing, v)
		}
		points = append(points, pointOf(threshold, passing))
	}
	return points, nil
}

// confidence is the probability of the best figure that is given: 1 where none was
// ranked.
func confidence(a answer.Answer) float64 {
	if a.Trace == nil || a.Trace.Road != answer.RoadRanking {
		return 1
	}
	best := 0.0
	for _, c := range a.Trace.Candidates {
		if c.Fate == "given" {
			best = max(best, c.Score)
		}
	}
	return best
}

// printCurve prints what every threshold gives.
func (e *evaluation) printCurve(ctx context.Context, asJSON bool) error {
	points, err := e.curve(ctx)
	if err != nil {
		return err
	}
	if points[0].Asked == 0 {
		return fmt.Errorf("no question of the file expects figures or abstain, so there is nothing to weigh")
	}
	if asJSON {
		return json.NewEncoder(e.p.out).Encode(map[string]any{"curve": points})
	}
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "threshold\tasked\tanswered\tright\tprecision\tcoverage\t")
	for _, p := range points {
		fmt.Fprintf(w, "%.2f\t%d\t%d\t%d\t%s\t%s\t\n", p.Threshold, p.Asked, p.Answered, p.Right, percentText(p.Precision), percentText(p.Coverage))
	}
	_ = w.Flush() // a Builder does not fail
	fmt.Fprintf(&b, "\nIn force is %v (answer.answers_from). Answers that go by rules, not by ranking, are the same at every threshold.\n", e.cfg.Answer.AnswersFrom)
	_, err = io.WriteString(e.p.out, b.String())
	return err
}
