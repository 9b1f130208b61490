package main

import (
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"strings"

	"sitrep/internal/answer"
	"sitrep/internal/facts"
)

// A count is what became of the mutants of one class.
type count struct{ made, stopped int }

// A tally counts mutants by class, and right lines.
type tally struct {
	seed        uint64
	most, show  int
	only        string
	classes     []class
	byClass     map[string]*count
	shown       map[string][]string
	right       count // lines of answers; stopped: withheld
	lines       count // lines of figures; stopped: by the gate
	stoppedShow []string
	seen        map[string]bool
}

func newTally(seed uint64, most, show int, only string) *tally {
	return &tally{seed: seed, most: most, show: show, only: only, classes: classes(), byClass: map[string]*count{}, shown: map[string][]string{}, seen: map[string]bool{}}
}

// answered takes the lines of one answer.
func (t *tally) answered(a answer.Answer) {
	proofs := a.Proofs()
	t.right.made += len(proofs) + a.Withheld
	t.right.stopped += a.Withheld
	for _, w := range a.Why {
		if len(t.stoppedShow) < t.show {
			t.stoppedShow = append(t.stoppedShow, w)
		}
	}
	for _, p := range proofs {
		t.mutate(p)
	}
}

// figures takes the lines of at most so many figures of a report that pass, and
// returns how many they were.
func (t *tally) figures(e *answer.Engine, doc facts.Document, most int) int {
	n := 0
	for _, p := range e.Proofs(doc) {
		if n == most {
			break
		}
		t.lines.made++
		if faults := answer.Check(p.Line, p.Evidence); len(faults) > 0 {
			t.lines.stopped++
			if len(t.stoppedShow) < t.show {
				t.stoppedShow = append(t.stoppedShow, fmt.Sprintf("%s: %v", p.Line, faults))
			}
			continue
		}
		n++
		t.mutate(p)
	}
	return n
}

// mutate makes the wrong lines of one right line and shows them to the gate. The
// same line is taken once.
func (t *tally) mutate(p answer.Proof) {
	if t.seen[p.Line] {
		return
	}
	t.seen[p.Line] = true
	l := newLine(p)
	h := fnv.New64a()
	h.Write([]byte(p.Line))
	for _, c := range t.classes {
		if t.only != "" && c.name != t.only {
			continue
		}
		made := l.wrong(c.make(l))
		rng := rand.New(rand.NewPCG(t.seed, h.Sum64()))
		rng.Shuffle(len(made), func(i, j int) { made[i], made[j] = made[j], made[i] })
		for _, m := range made[:min(len(made), t.most)] {
			t.count(c.name, m, p.Evidence)
		}
	}
}

func (t *tally) count(class, mutant string, ev answer.Evidence) {
	n := t.byClass[class]
	if n == nil {
		n = &count{}
		t.byClass[class] = n
	}
	n.made++
	if len(answer.Check(mutant, ev)) > 0 {
		n.stopped++
	} else if len(t.shown[class]) < t.show {
		t.shown[class] = append(t.shown[class], mutant)
	}
}

func (c count) share() float64 {
	if c.made == 0 {
		return 0
	}
	return 100 * float64(c.stopped) / float64(c.made)
}

func (t *tally) print(w io.Writer) {
	fmt.Fprintf(w, "%-28s %8s %8s %7s\n", "class", "made", "stopped", "share")
	for _, c := range t.classes {
		n := t.byClass[c.name]
		if n == nil {
			n = &count{}
		}
		fmt.Fprintf(w, "%-28s %8d %8d %6.1f%%\n", c.name, n.made, n.stopped, n.share())
		for _, m := range t.shown[c.name] {
			fmt.Fprintln(w, "    passed:", strings.ReplaceAll(m, "\n", " "))
		}
	}
	for _, m := range t.stoppedShow {
		fmt.Fprintln(w, "    right, stopped:", m)
	}
	fmt.Fprintf(w, "\n%-28s %8d %8d %6.1f%%\n", "right lines of answers", t.right.made, t.right.stopped, t.right.share())
	fmt.Fprintf(w, "%-28s %8d %8d %6.1f%%\n", "right lines of figures", t.lines.made, t.lines.stopped, t.lines.share())
}
