package facts

import (
	"fmt"
	"strings"
)

// evidence checks every fact against the text of the report.
func (v *validator) evidence() {
	v.at = -1
	if sum := Digest(v.report.Text); sum != v.report.SHA256 {
		v.fault("sha256", "%q is not that of the text, %q", v.report.SHA256, sum)
	}
	v.sentenceSpans()
	for i, f := range v.facts {
		v.at = i
		v.quote(f.Quote)
		if f.Value != nil && f.Value.Text != "" && !strings.Contains(f.Quote.Exact, f.Value.Text) {
			v.fault("value.text", "%q does not stand inside quote.exact", f.Value.Text)
		}
		if f.Source.Text != "" {
			v.words("source", f.Source.Text, f.Source.S)
		}
		if f.Cue != nil {
			v.words("cue", f.Cue.Text, f.Cue.S)
		}
	}
}

func (v *validator) sentenceSpans() {
	if len(v.report.Sentences) == 0 && v.report.Text != "" {
		v.fault("sentences", "are missing")
	}
	last := Sentence{S: -1}
	for i, s := range v.report.Sentences {
		field := fmt.Sprintf("sentences[%d]", i)
		if s.S <= last.S {
			v.fault(field+".s", "%d does not rise", s.S)
		}
		if s.Start < last.End || s.End <= s.Start || s.End > v.index.Len() {
			v.fault(field+".start", "to end %d–%d is no span behind the sentence before it, inside the text", s.Start, s.End)
		}
		last = s
	}
}

func (v *validator) quote(q Quote) {
	got, ok := v.index.Slice(q.Start, q.End)
	switch {
	case q.Exact == "":
		v.fault("quote.exact", "is missing")
	case q.Start == 0 && q.End == 0:
		v.fault("quote.exact", "%q does not stand exactly once in sentence %d", shorten(q.Exact), q.S)
		return
	case !ok:
		v.fault("quote.start", "to end %d–%d lies outside the text", q.Start, q.End)
		return
	case got != q.Exact:
		v.fault("quote.exact", "%q does not stand at %d–%d of the text, where %q is", shorten(q.Exact), q.Start, q.End, shorten(got))
	}
	if q.S == 0 {
		v.fault("quote.s", "is the title, which is never evidence")
		return
	}
	s, ok := v.sentences[q.S]
	if !ok {
		v.fault("quote.s", "%d is no sentence of the report", q.S)
	} else if q.Start < s.Start || q.End > s.End {
		v.fault("quote.s", "%d is not the sentence of %d–%d: it is %d–%d", q.S, q.Start, q.End, s.Start, s.End)
	}
}

// words checks that text stands in sentence n; part is "source" or "cue".
func (v *validator) words(part, text string, n int) {
	if strings.TrimSpace(text) == "" {
		v.fault(part+".text", "is missing")
		return
	}
	if n == 0 {
		v.fault(part+".s", "is the title, which is never evidence")
		return
	}
	s, ok := v.sentences[n]
	if !ok {
		v.fault(part+".s", "%d is no sentence of the report", n)
		return
	}
	if sentence, _ := v.index.Slice(s.Start, s.End); !strings.Contains(sentence, text) {
		v.fault(part+".text", "%q does not stand in sentence %d", shorten(text), n)
	}
}

// shorten keeps an error on one readable line.
func shorten(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}

// Uncovered returns the numbers in digits that the body of r states and that stand
// inside no quote of fs, each with its sentence: "12,000 (sentence 10)". It is a
// warning: a number may be nobody's fact, as in a street address.
func Uncovered(r Report, fs []Fact) []string {
	index := NewIndex(r.Text)
	var missed []string
	for _, s := range r.Sentences {
		text, ok := index.Slice(s.Start, s.End)
		if s.S == 0 || !ok {
			continue
		}
		local := NewIndex(text)
		for _, n := range Numerals(text) {
			start := s.Start + local.CodePoint(n.Start)
			end := s.Start + local.CodePoint(n.End)
			if strings.ContainsAny(n.Text, "0123456789") && !covered(fs, start, end) {
				missed = append(missed, fmt.Sprintf("%s (sentence %d)", n.Text, s.S))
			}
		}
	}
	return missed
}

func covered(fs []Fact, start, end int) bool {
	for _, f := range fs {
		if f.Quote.Start <= start && end <= f.Quote.End {
			return true
		}
	}
	return false
}
