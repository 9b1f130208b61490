package facts

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestValidateRefuses(t *testing.T) {
	zero, one := 0.0, 1.0
	nan := math.NaN()
	tests := []struct {
		name   string
		change func(*Report, []Fact)
		want   string // part of the one error
	}{
		{"sha256", func(r *Report, _ []Fact) { r.SHA256 = "00" }, "report: sha256"},
		{"report id", func(r *Report, fs []Fact) { fs[0].Report = "R2" }, `F01: report "R2"`},
		{"basis", func(r *Report, _ []Fact) { r.PublishedBasis = "guess" }, `published_basis "guess" is unknown`},
		{"published", func(r *Report, _ []Fact) { r.Published = "October" }, "published is no EDTF date"},
		{"report read", func(r *Report, _ []Fact) { r.Read = "eyes" }, `read "eyes"`},
		{"sentence number", func(r *Report, _ []Fact) { r.Sentences[0].S = -1 }, "sentences[0].s -1 does not rise"},
		{"sentence span", func(r *Report, _ []Fact) { r.Sentences[15].End = 9999 }, "sentences[15].start"},
		{"fact id", func(_ *Report, fs []Fact) { fs[2].ID = "F3" }, `F3: id "F3" is no fact id`},
		{"no fact id", func(_ *Report, fs []Fact) { fs[2].ID = "" }, `fact 3: id "" is no fact id`},
		{"id twice", func(_ *Report, fs []Fact) { fs[2].ID = "F01" }, `id "F01" stands twice`},
		{"claim", func(_ *Report, fs []Fact) { fs[2].Claim = " " }, "F03: claim is missing"},
		{"measure", func(_ *Report, fs []Fact) { fs[2].Measure = "" }, "F03: measure is missing"},
		{"factuality", func(_ *Report, fs []Fact) { fs[2].Factuality = "CT" }, `factuality "CT" is unknown`},
		{"speech", func(_ *Report, fs []Fact) { fs[2].Speech = "loud" }, `speech "loud"`},
		{"read", func(_ *Report, fs []Fact) { fs[2].Read = "" }, `read ""`},
		{"said", func(_ *Report, fs []Fact) { fs[2].Said = "2024-13" }, "F03: said is no EDTF date"},
		{"as of", func(_ *Report, fs []Fact) { fs[2].AsOf = "../.." }, "F03: as_of is no EDTF date"},
		{"grade", func(_ *Report, fs []Fact) { fs[2].Grade = "G1" }, `grade "G1"`},
		{"source name", func(_ *Report, fs []Fact) { fs[0].Source.Name = "" }, "source.name is missing"},
		{"source kind", func(_ *Report, fs []Fact) { fs[0].Source.Kind = "person" }, `source.kind "person"`},
		{"own voice with words", func(_ *Report, fs []Fact) { fs[0].Source.Kind = KindReport }, "source.text is given"},
		{"source elsewhere", func(_ *Report, fs []Fact) { fs[0].Source.S = 2 }, "source.text"},
		{"source in the title", func(_ *Report, fs []Fact) { fs[0].Source.S = 0 }, "source.s is the title"},
		{"cue elsewhere", func(_ *Report, fs []Fact) { fs[0].Cue = &Span{"said", 1} }, `cue.text "said" does not stand in sentence 1`},
		{"cue without words", func(_ *Report, fs []Fact) { fs[0].Cue = &Span{"", 1} }, "cue.text is missing"},
		{"cue beyond", func(_ *Report, fs []Fact) { fs[0].Cue.S = 99 }, "cue.s 99 is no sentence"},
		{"status", func(_ *Report, fs []Fact) { fs[0].Status = "old" }, `status "old"`},
		{"superseded by nobody", func(_ *Report, fs []Fact) { fs[0].Status = StatusSuperseded }, "by is missing"},
		{"superseded by nothing known", func(_ *Report, fs []Fact) { fs[0].Status, fs[0].By = StatusCorrected, "F99" }, `by "F99"`},
		{"superseded by itself", func(_ *Report, fs []Fact) { fs[0].Status, fs[0].By = StatusCorrected, "F01" }, "by names the fact itself"},
		{"value text", func(_ *Report, fs []Fact) { fs[14].Value.Text = "2,501" }, `value.text "2,501" does not stand inside`},
		{"bound", func(_ *Report, fs []Fact) { fs[14].Value.Bound = "about" }, `value.bound "about"`},
		{"unit", func(_ *Report, fs []Fact) { fs[14].Value.Unit = "" }, "value.unit is missing"},
		{"change", func(_ *Report, fs []Fact) { fs[14].Value.Change = "rose" }, `value.change "rose"`},
		{"no amount", func(_ *Report, fs []Fact) { fs[14].Value.Amount = nil }, "value.amount is missing"},
		{"not a number", func(_ *Report, fs []Fact) { fs[14].Value.Amount = &nan }, "value.amount is no finite number"},
		{"amount of an absence", func(_ *Report, fs []Fact) { fs[10].Value.Amount = &zero }, "value.amount is given, but an absence"},
		{"half a range", func(_ *Report, fs []Fact) { fs[14].Value.Amount, fs[14].Value.Low = nil, &one }, "value.low and value.high"},
		{"range and amount", func(_ *Report, fs []Fact) { fs[14].Value.Low, fs[14].Value.High = &zero, &one }, "beside a range"},
		{"range backwards", func(_ *Report, fs []Fact) {
			fs[14].Value.Amount, fs[14].Value.Low, fs[14].Value.High = nil, &one, &zero
		}, "above value.high"},
		{"quote moved", func(_ *Report, fs []Fact) { fs[0].Quote.Start++ }, "quote.exact"},
		{"quote beyond", func(_ *Report, fs []Fact) { fs[0].Quote.End = 1 << 40 }, "lies outside the text"},
		{"quote of another sentence", func(_ *Report, fs []Fact) { fs[0].Quote.S = 2 }, "quote.s 2 is not the sentence"},
		{"quote of no sentence", func(_ *Report, fs []Fact) { fs[0].Quote.S = 77 }, "quote.s 77 is no sentence"},
		{"quote from the title", func(_ *Report, fs []Fact) {
			fs[2].Quote = Quote{S: 0, Start: 0, End: 12, Exact: "North Korean"}
		}, "quote.s is the title"},
		{"empty quote", func(_ *Report, fs []Fact) { fs[2].Quote.Exact, fs[2].Quote.End = "", fs[2].Quote.Start }, "quote.exact is missing"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := seedDocument(t)
			tt.change(&d.Report, d.Facts)
			var lines []string
			for _, err := range Validate(d.Report, d.Facts) {
				lines = append(lines, err.Error())
			}
			if len(lines) != 1 || !strings.Contains(lines[0], tt.want) {
				t.Errorf("got %q, want one line with %q", lines, tt.want)
			}
		})
	}
}

func TestValidateReportsAllFaults(t *testing.T) {
	d := seedDocument(t)
	d.Facts[0].Factuality, d.Facts[5].Said, d.Report.SHA256 = "", "x", ""
	if errs := Validate(d.Report, d.Facts); len(errs) != 3 {
		t.Errorf("got %d faults, want 3: %v", len(errs), errs)
	}
}

func TestUncovered(t *testing.T) {
	d := seedDocument(t)
	var kept []Fact
	for _, f := range d.Facts {
		if f.ID != "F14" {
			kept = append(kept, f)
		}
	}
	got := strings.Join(Uncovered(d.Report, kept), "; ")
	if got != "12,000 (sentence 10)" {
		t.Errorf("got %q", got)
	}
}

func FuzzIndex(f *testing.F) {
	f.Add("“a”é", 1, 3)
	f.Add(strings.Repeat("é", 200), 63, 130)
	f.Add("\xff\xfe", 0, 2)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		x := NewIndex(text)
		runes := utf8.RuneCountInString(text)
		got, ok := x.Slice(start, end)
		if inside := start >= 0 && start <= end && end <= runes; ok != inside {
			t.Fatalf("Slice(%d, %d) of %d characters: %v", start, end, runes, ok)
		}
		if !ok {
			return
		}
		if utf8.ValidString(text) && got != string([]rune(text)[start:end]) {
			t.Fatalf("Slice(%d, %d) = %q", start, end, got)
		}
		at, _ := x.Byte(start)
		if utf8.ValidString(text) && x.CodePoint(at) != start {
			t.Fatalf("CodePoint(Byte(%d)) = %d", start, x.CodePoint(at))
		}
	})
}
