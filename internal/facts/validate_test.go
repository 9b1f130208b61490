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

// numbers is a document of one sentence with one figure.
func numbers(sentence, claim, text, bound string, nums ...float64) (Report, []Fact) {
	n := NewIndex(sentence).Len()
	q := &Value{Text: text, Bound: bound, Unit: "thing"}
	switch len(nums) {
	case 1:
		q.Amount = &nums[0]
	case 2:
		q.Low, q.High = &nums[0], &nums[1]
	}
	r := Report{ID: "N1", Text: sentence, SHA256: Digest(sentence), Read: ReadHand, Sentences: []Sentence{{S: 1, End: n}}}
	return r, []Fact{{
		ID: "F01", Claim: claim, Measure: "things", Value: q, Factuality: Certain, Source: Source{Name: OwnVoice, Kind: KindReport},
		Speech: SpeechNone, Quote: Quote{S: 1, End: n, Exact: sentence}, Status: StatusCurrent, Read: ReadHand,
	}}
}

// A value and a claim may state no number that their words do not.
func TestValidateNumbers(t *testing.T) {
	tests := []struct {
		sentence, claim, text, bound string
		nums                         []float64
		want                         string // part of the one error; empty for none
	}{
		{"The barn held two dozen goats.", "The barn held 24 goats.", "two dozen", BoundExact, []float64{24}, ""},
		{"The barn held two dozen goats.", "It held goats.", "two dozen", BoundExact, []float64{12}, `value.amount 12 is no number that value.text "two dozen" states`},
		{"The bridge cost €1.5 billion.", "It cost 1,500 million euros.", "€1.5 billion", BoundExact, []float64{1.5e9}, ""},
		{"The bridge cost €1.5 billion.", "It was dear.", "€1.5 billion", BoundExact, []float64{1.5}, "value.amount 1.5 is no number"},
		{"The bridge cost €40m.", "It was dear.", "€40m", BoundExact, []float64{4e7}, ""},
		{"Milk rose 12 percent.", "Milk rose 12%.", "12 percent", BoundExact, []float64{12}, ""},
		{"Milk rose 12 percent.", "Milk rose.", "12 percent", BoundExact, []float64{0.12}, "value.amount 0.12"},
		{"Half the flock was lost.", "Half the flock was lost.", "Half", BoundExact, []float64{0.5}, ""},
		{"A third of the flock was lost.", "The flock shrank.", "A third", BoundExact, []float64{0.333}, ""},
		{"Nine in 10 cows are well.", "Cows are well.", "Nine in 10", BoundExact, []float64{0.9}, ""},
		{"They need 5 to 7 million bulbs.", "They need 5 million to 7 million bulbs.", "5 to 7 million", BoundExact, []float64{5e6, 7e6}, ""},
		{"They need 5 to 7 million bulbs.", "They need bulbs.", "5 to 7 million", BoundExact, []float64{5e6, 8e6}, "value.high 8e+06"},
		{"They need 5 to 7 million bulbs.", "They need bulbs.", "5 to 7 million", BoundExact, []float64{4, 7e6}, "value.low 4"},
		{"They want $5 to US$7 million.", "They want money.", "$5 to US$7 million", BoundExact, []float64{5e6, 7e6}, ""},
		{"Dozens of owls came.", "Owls came.", "Dozens", BoundApprox, []float64{12, 120}, ""},
		{"It fell to minus 12 degrees.", "It was cold.", "minus 12 degrees", BoundExact, []float64{-12}, ""},
		{"A couple of owls came.", "Owls came.", "A couple", BoundApprox, []float64{2}, ""},
		{"No owls were reported.", "No owls were reported.", "No owls were reported", BoundNone, nil, ""},
		{"About 40 owls came.", "Owls came.", "About 40", BoundExact, []float64{40}, `value.bound is exact, but value.text "About 40" begins with "about"`},
		{"Just over 40 owls came.", "Owls came.", "Just over 40", BoundExact, []float64{40}, `begins with "over"`},
		{"Fewer than 40 owls came.", "Owls came.", "Fewer than 40", BoundExact, []float64{40}, `begins with "fewer than"`},
		{"Upwards of 40 owls came.", "Owls came.", "Upwards of 40", BoundMin, []float64{40}, ""},
		{"Some 40 owls came.", "Owls came.", "40", BoundExact, []float64{40}, ""},
		{"The 40 owls came.", "On the 3rd day 50 owls came.", "40", BoundExact, []float64{40}, `claim states "50", which sentence 1 does not`},
		{"The 40 owls came.", "One of forty owls wore a G7 badge; thousands did not.", "40", BoundExact, []float64{40}, ""},
	}
	for _, tt := range tests {
		var lines []string
		for _, err := range Validate(numbers(tt.sentence, tt.claim, tt.text, tt.bound, tt.nums...)) {
			lines = append(lines, err.Error())
		}
		got := strings.Join(lines, "\n")
		if tt.want == "" && got != "" || tt.want != "" && (len(lines) != 1 || !strings.Contains(got, tt.want)) {
			t.Errorf("%q as %q: got %q, want one line with %q", tt.sentence, tt.text, got, tt.want)
		}
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
