package extract

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"sitrep/internal/facts"
)

// tinyCorpus is a made-up corpus in the layout that training reads.
func tinyCorpus() (reports, gold string) {
	var r, g strings.Builder
	for k, name := range []string{"Ada", "Bo", "Cleo", "Dan", "Eve", "Finn"} {
		text := name + " said the dam holds ."
		fmt.Fprintf(&r, "{\"id\":\"t%d\",\"text\":%q}\n", k, text)
		fmt.Fprintf(&g, "{\"id\":\"t%d\",\"tokens\":\"0+%d 1+4 1+3 1+3 1+5 1+1\",\"spans\":[[\"source\",0,1],[\"cue\",1,2],[\"content\",2,5]]}\n", k, len(name))
	}
	return r.String(), g.String()
}

func train(t *testing.T, reports, gold string) []byte {
	t.Helper()
	packed, err := TrainSpeech(strings.NewReader(reports), strings.NewReader(gold))
	if err != nil {
		t.Fatal(err)
	}
	return packed
}

func TestTrainSpeechRepeats(t *testing.T) {
	reports, gold := tinyCorpus()
	packed := train(t, reports, gold)
	if !bytes.Equal(packed, train(t, reports, gold)) {
		t.Error("training twice gave different weights")
	}
	d := newDocument(facts.Report{Text: "Gus said the dam holds."})
	rules := ruleFrames(d)
	got := attributionsOf(d, taggedFrames(d, newSpeechModel(packed), rules))
	if len(got) != 1 || got[0].Source.Text != "Gus" || got[0].Cue.Text != "said" || d.text(got[0].Content.Start, got[0].Content.End) != "the dam holds" {
		t.Errorf("a model of six sentences reads %+v", got)
	}
	if other := train(t, reports, strings.ReplaceAll(gold, `["cue",1,2],`, "")); bytes.Equal(packed, other) {
		t.Error("other gold gave the same weights")
	}
}

func TestTrainSpeechRefuses(t *testing.T) {
	reports, gold := tinyCorpus()
	for name, bad := range map[string]string{
		"other report":  strings.Replace(gold, `"t0"`, `"x"`, 1),
		"span too far":  strings.Replace(gold, `["content",2,5]`, `["content",2,50]`, 1),
		"unknown part":  strings.Replace(gold, `["content",2,5]`, `["who",2,5]`, 1),
		"broken tokens": strings.Replace(gold, "0+3", "0-3", 1),
		"no JSON":       "{",
	} {
		if _, err := TrainSpeech(strings.NewReader(reports), strings.NewReader(bad)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestSpeechStates(t *testing.T) {
	for _, c := range []struct {
		name  string
		spans []speechSpan
		want  speechState // of the last word of the content
	}{
		{"said what", []speechSpan{{run{0, 1}, partSource}, {run{1, 2}, partCue}, {run{2, 5}, partContent}}, tailIn},
		{"what, who said", []speechSpan{{run{0, 5}, partContent}, {run{6, 7}, partSource}, {run{7, 8}, partCue}}, leadIn},
		{"what only", []speechSpan{{run{0, 5}, partContent}}, floatIn},
	} {
		states := make([]speechState, 9)
		statesOf(c.spans, states)
		if states[4] != c.want {
			t.Errorf("%s: state %d, want %d", c.name, states[4], c.want)
		}
		back := spansOf(states, nil)
		if fmt.Sprint(back) != fmt.Sprint(c.spans) {
			t.Errorf("%s: %v came back as %v", c.name, c.spans, back)
		}
	}
}

// TestLatticeBest compares the search with trying everything.
func TestLatticeBest(t *testing.T) {
	m := newSpeechModel(nil)
	var l lattice
	l.resize(3)
	for i := range l.scores {
		for s := range l.scores[i] {
			l.scores[i][s] = int32((i*7 + s*s*5) % 23)
		}
	}
	words := append([][speechStates]int32{}, l.scores...)
	top := int32(never)
	for a := outside; a < speechStates; a++ {
		for b := outside; b < speechStates; b++ {
			for c := outside; c < speechStates; c++ {
				top = max(top, words[0][a]+words[1][b]+words[2][c]+m.moves[a][outside]+m.moves[b][a]+m.moves[c][b])
			}
		}
	}
	states := make([]speechState, 3)
	l.best(&m.moves, states)
	if got := l.scores[2][states[2]]; got != top {
		t.Errorf("best path weighs %d, want %d", got, top)
	}
	margins, said := make([]int32, 3), make([]int32, 3)
	l.margins(&m.moves, margins, said)
	for i, s := range states {
		if (s > between) != (margins[i] > 0) {
			t.Errorf("word %d is in state %d with margin %d", i, s, margins[i])
		}
	}
}

func TestTwoSingleMarksAreOne(t *testing.T) {
	r := facts.Report{ID: "q", Text: "''The dam holds,'' said Ada Lind, the engineer. ''It was built to.''"}
	got := Read(r)
	if len(got.Attributions) != 2 {
		t.Fatalf("read %+v", got.Attributions)
	}
	for _, a := range got.Attributions {
		text := string([]rune(r.Text)[a.Content.Start:a.Content.End])
		if !strings.HasPrefix(text, "''") || !strings.HasSuffix(text, "''") || a.Name != "Ada Lind" {
			t.Errorf("%q is said by %q", text, a.Name)
		}
	}
}

func TestNumbersNeedASureSpeaker(t *testing.T) {
	for text, want := range map[string]string{
		"The mayor said 12 boats sank in the storm.":                "The mayor",
		"The boats were loved by fans who seemed 30 years younger.": "",
	} {
		got := ""
		for _, a := range Read(facts.Report{ID: "n", Text: text}).Attributions {
			if a.Source != nil && strings.ContainsAny(string([]rune(text)[a.Content.Start:a.Content.End]), "0123456789") {
				got = a.Source.Text
			}
		}
		if got != want {
			t.Errorf("%q: the number is given by %q, want %q", text, got, want)
		}
	}
}

func BenchmarkTagger(b *testing.B) {
	text := strings.Repeat("“The old dam holds 40 million tonnes of water,” said Ada Lind, the engineer, who added that nobody in the valley needs to fear it. The road will be closed until the spring. ", 50)
	d := newDocument(facts.Report{Text: text})
	rules := ruleFrames(d)
	words := 0
	for _, s := range d.sentences {
		words += len(s.words)
	}
	b.ReportAllocs()
	for b.Loop() {
		taggedFrames(d, speech, rules)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(words), "ns/word")
}
