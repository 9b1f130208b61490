package extract

import (
	"strings"
	"testing"

	"sitrep/internal/facts"
)

// giverOf is who gives the words, by the smallest content around them.
func giverOf(text, words string) string {
	at := len([]rune(text[:strings.Index(text, words)]))
	source, size := "", len(text)+1
	for _, a := range Read(facts.Report{ID: "n", Text: text}).Attributions {
		if a.Source != nil && a.Content.Start <= at && at < a.Content.End && a.Content.End-a.Content.Start < size {
			source, size = a.Source.Text, a.Content.End-a.Content.Start
		}
	}
	return source
}

func TestTurnsOfTranscripts(t *testing.T) {
	text := "The hosts met.\n\nLIND: Good evening. We lost 14 boats.\n\nMOSS: How many?\n\nLIND: It was 14. The sea took 250 crates.\n\nMOSS: Thank you.\n\nNOTE: The last paragraph has 90 words.\n"
	for words, want := range map[string]string{"14 boats": "LIND", "250 crates": "LIND", "many": "MOSS", "90 words": ""} {
		if got := giverOf(text, words); got != want {
			t.Errorf("%q is given by %q, want %q", words, got, want)
		}
	}
	for _, alone := range []string{
		"LIND: Good evening. We lost 14 boats.\n\nThe sea was rough.\n\nLIND: Good night.\n",
		"FACT: The port has 14 boats.\n\nMYTH: It has none.\n\nFACT: They sail.\n\nMYTH: They sink.\n",
	} {
		if got := giverOf(alone, "14 boats"); got != "" {
			t.Errorf("no transcript, but 14 boats are given by %q", got)
		}
	}
}

func TestPollsGiveTheirFigures(t *testing.T) {
	for text, want := range map[string]string{
		"In a new Ardon University poll, 40 percent of voters would stay home.":                 "a new Ardon University poll",
		"In the latest Ardon poll, released on Monday, Lind led Moss 47 percent to 40 percent.": "the latest Ardon poll, released on Monday",
		"Moss fell to 40 percent in the latest Ardon poll.":                                     "the latest Ardon poll",
		"The Ardon poll puts Lind's approval at 40 percent.":                                    "The Ardon poll",
		"The mayor sat in a hall after the poll and ate 40 percent of the cake.":                "",
	} {
		d := newDocument(facts.Report{Text: text})
		got := ""
		for _, a := range attributionsOf(d, ruleFrames(d)) {
			if strings.Contains(d.text(a.Content.Start, a.Content.End), "40 percent") && a.Source != nil {
				got = a.Source.Text
			}
		}
		if got != want {
			t.Errorf("%q: the share is given by %q, want %q", text, got, want)
		}
	}
}

func TestLettersNameNobody(t *testing.T) {
	text := "We met in the mill.\n\nQ: How many?\n\nA: We lost 14 boats.\n\nQ: And crates?\n\nA: We lost 250 crates.\n"
	for _, words := range []string{"14 boats", "250 crates"} {
		if got := giverOf(text, words); got == "A" || got == "Q" {
			t.Errorf("%q is given by %q", words, got)
		}
	}
}
