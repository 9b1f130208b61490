package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/store"
)

// How to run it: go test . -run '^$' -bench Answer -benchtime 500x -timeout 0
//
//	SITREP_BENCH_REPORTS    JSON Lines of reports to vary (default: templates)
//	SITREP_BENCH_QUESTIONS  JSON Lines of questions (default: made from the reports)
//	SITREP_BENCH_DB         folder that keeps the databases between runs
//	SITREP_BENCH_MOST       most sentences (default: 1000000)

// BenchmarkAnswer answers questions over ten thousand, a hundred thousand and a
// million sentences. It gives the 50th and 99th percentile of a whole answer and of
// the bare search for candidates in the same run, and the ratio of the two.
func BenchmarkAnswer(b *testing.B) {
	most := 1_000_000
	if n, err := strconv.Atoi(os.Getenv("SITREP_BENCH_MOST")); err == nil {
		most = n
	}
	m := newMaker(b)
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		if n > most {
			continue
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmarkAnswers(b, m, n) })
	}
}

func benchmarkAnswers(b *testing.B, m *maker, sentences int) {
	s := grown(b, m, sentences)
	questions := asked(b, s, 500)
	finder := &timedFinder{store: s}
	engine := answer.New(finder)
	if _, err := engine.Answer(b.Context(), questions[0]); err != nil { // the tables of the program
		b.Fatal(err)
	}
	finder.took = nil
	var whole []time.Duration
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		if _, err := engine.Answer(b.Context(), questions[i%len(questions)]); err != nil {
			b.Fatal(err)
		}
		whole = append(whole, time.Since(start))
	}
	ratios := make([]float64, len(whole))
	for i := range whole {
		ratios[i] = float64(whole[i]) / float64(finder.took[i])
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[len(ratios)/2], "whole/bare-p50")
	b.ReportMetric(float64(total(whole))/float64(total(finder.took)), "whole/bare")
	for name, list := range map[string][]time.Duration{"whole": whole, "bare": finder.took} {
		slices.Sort(list)
		b.ReportMetric(float64(list[len(list)/2].Microseconds())/1000, name+"-p50-ms")
		b.ReportMetric(float64(list[len(list)*99/100].Microseconds())/1000, name+"-p99-ms")
	}
}

func total(list []time.Duration) time.Duration {
	sum := time.Duration(0)
	for _, d := range list {
		sum += d
	}
	return sum
}

// A timedFinder notes how long each search took.
type timedFinder struct {
	store *store.Store
	took  []time.Duration
}

func (f *timedFinder) Find(ctx context.Context, s answer.Search) ([]facts.Document, error) {
	start := time.Now()
	docs, err := f.store.Find(ctx, store.Search(s))
	f.took = append(f.took, time.Since(start))
	return docs, err
}

// grown opens a store with about that many sentences and makes what is missing.
func grown(tb testing.TB, m *maker, sentences int) *store.Store {
	folder := os.Getenv("SITREP_BENCH_DB")
	if folder == "" {
		folder = tb.TempDir()
	}
	s, err := store.Open(tb.Context(), filepath.Join(folder, fmt.Sprintf("sentences-%d.db", sentences)))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	n, err := s.Count(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	for reports := sentences / max(1, m.sentences()); n < reports; n += batch {
		if _, err := s.SaveReports(tb.Context(), readAll(m.some(n, batch))); err != nil {
			tb.Fatal(err)
		}
	}
	return s
}

// some are n reports from number i on.
func (m *maker) some(i, n int) []facts.Report {
	out := make([]facts.Report, n)
	for k := range out {
		out[k] = m.report(i + k)
	}
	return out
}

// sentences is how many sentences a report has, about.
func (m *maker) sentences() int {
	const sample = 200
	count := 0
	for _, d := range readAll(m.some(0, sample)) {
		count += len(d.Report.Sentences)
	}
	return count / sample
}

// asked returns questions: those of SITREP_BENCH_QUESTIONS, or one for a figure of
// each of some reports, every fifth with the name of another report's.
func asked(tb testing.TB, s *store.Store, n int) []answer.Question {
	if path := os.Getenv("SITREP_BENCH_QUESTIONS"); path != "" {
		return questionsOf(tb, path)
	}
	reports, err := s.Reports(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	random := rand.New(rand.NewPCG(2, 3))
	var out []answer.Question
	for tries := 0; len(out) < n && tries < 20*n; tries++ {
		d, err := s.Document(tb.Context(), reports[random.IntN(len(reports))].ID)
		if err != nil {
			tb.Fatal(err)
		}
		about := d.Report.Title
		if len(out)%5 == 4 {
			about = reports[random.IntN(len(reports))].Title
		}
		if text := questionFor(random, d, about); text != "" {
			out = append(out, answer.Question{Text: text})
		}
	}
	if len(out) == 0 {
		tb.Fatal("no figure to ask for")
	}
	return out
}

// questionFor asks for a figure of a report, with some words of a title.
func questionFor(random *rand.Rand, d facts.Document, about string) string {
	if len(d.Facts) == 0 {
		return ""
	}
	f := d.Facts[random.IntN(len(d.Facts))]
	if f.Value == nil || f.Value.Of == "" || len(f.Value.Of)+len(f.Value.Doing) > 120 {
		return ""
	}
	words := strings.Fields(about)
	return strings.TrimSpace("How many "+f.Value.Of+" "+f.Value.Doing) + " in " + strings.Join(words[:min(3, len(words))], " ") + "?"
}

func questionsOf(tb testing.TB, path string) []answer.Question {
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var out []answer.Question
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var q answer.Question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			tb.Fatal(err)
		}
		out = append(out, q)
	}
	return out
}

// BenchmarkLoad reads and stores all reports of the base, or two thousand from
// templates, and gives the speed and the most memory that was in use.
func BenchmarkLoad(b *testing.B) {
	m := newMaker(b)
	n := max(len(m.base), 2000)
	if len(m.base) > 0 {
		n = len(m.base)
	}
	most := uint64(0)
	for b.Loop() {
		s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "sitrep.db"))
		if err != nil {
			b.Fatal(err)
		}
		size := int64(0)
		for from := 0; from < n; from += batch {
			reports := m.some(from, min(batch, n-from))
			for _, r := range reports {
				size += int64(len(r.Text))
			}
			if _, err := s.SaveReports(b.Context(), readAll(reports)); err != nil {
				b.Fatal(err)
			}
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			most = max(most, memory.Sys)
		}
		b.SetBytes(size)
		s.Close()
	}
	b.ReportMetric(float64(most)/1e6, "most-MB")
}
