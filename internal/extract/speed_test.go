package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"runtime"
	"testing"

	"sitrep/internal/facts"
)

// benchReports are the reports of the file that SITREP_BENCH_REPORTS names (JSON
// Lines with id, title, published, text), else the embedded first report repeated.
func benchReports(tb testing.TB) []facts.Report {
	tb.Helper()
	path := os.Getenv("SITREP_BENCH_REPORTS")
	if path == "" {
		doc, err := facts.Seed()
		if err != nil {
			tb.Fatal(err)
		}
		out := make([]facts.Report, 100)
		for i := range out {
			out[i] = doc.Report
		}
		return out
	}
	file, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	var out []facts.Report
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var r struct{ ID, Title, Published, Text string }
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			tb.Fatal(err)
		}
		out = append(out, facts.Report{ID: r.ID, Title: r.Title, Published: r.Published, Text: r.Text})
	}
	if err := lines.Err(); err != nil {
		tb.Fatal(err)
	}
	return out
}

// BenchmarkRead measures the whole reader. Run it with GOMAXPROCS=1 for the speed
// on one core.
func BenchmarkRead(b *testing.B) {
	reports := benchReports(b)
	size := 0
	for _, r := range reports {
		size += len(r.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	sentences := 0
	for b.Loop() {
		for _, r := range reports {
			sentences += len(Read(r).Sentences)
		}
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(max(sentences, 1)), "allocs/sentence")
}
