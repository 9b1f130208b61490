package extract

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

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

// hostile are texts of one endless sentence, or of marks that never close, by the
// piece that is repeated. No reader may go over the rest of one for every piece.
var hostile = map[string]string{
	"words": "the quick brown fox ", "letters": "x", "digits": "9", "numbers": "12 ", "quotation marks": "\"",
	"opening marks": "“", "stray marks": "\" ", "quoted words": "“a ", "cues": "said ", "clauses": "and he said that ",
	"sources": "according to ", "reports": "reports from ", "denials": "did not provide ", "negations": "no ", "joints": "and ",
	"brackets": "( ", "names": "John Smith, ", "titles": "President ", "dates": "on Monday ", "hyphens": "one-", "commas": ", ",
	"initials": "a.", "stops": ". ", "speakers": "\"I came,\" he said. ", "pronouns": "He said so. ", "lines": "a b\n",
}

// TestReadIsLinear compares the time for one long text with that for as many short
// ones as make up its length, within one run. A reader that goes over the whole
// text for every word takes eight times as long; noise does not, five times in a
// row.
func TestReadIsLinear(t *testing.T) {
	const short, times, most = 1 << 15, 8, 4.5
	for name, piece := range hostile {
		ratio := math.Inf(1)
		for try := 0; try < 5 && ratio > most; try++ {
			ratio = min(ratio, timeOf(piece, short*times, 1)/timeOf(piece, short, times))
		}
		if ratio > most {
			t.Errorf("%s: a text %d times as long takes %.1f times as long for each byte", name, times, ratio)
		}
	}
}

// timeOf is how long n readings of the piece take, repeated to size bytes.
func timeOf(piece string, size, n int) float64 {
	r := facts.Report{ID: "h", Text: strings.Repeat(piece, size/len(piece)), Published: "2024-10-23"}
	begin := time.Now()
	for range n {
		Read(r)
	}
	return float64(time.Since(begin).Nanoseconds())
}
