package extract

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/internal/facts"
)

// Sentences are parted by "|" in the wanted text.
func TestSentences(t *testing.T) {
	for _, want := range []string{
		"Secretary Lloyd J. Austin III spoke on Monday.|He left at noon.",
		"Mr. Brown met Lt. Gen. Carla Diaz.|They talked for two hours.",
		"Two U.S. officials disagreed.|The U.S. Army declined to comment.",
		"The parts were made in the U.S.|Officials said so.",
		"The parts were made in the U.K.|The firm said so.",
		"It opened at 8 a.m. Monday.|It closed at 9 p.m.|Residents queued.",
		"He is No. 2 on the list.|She said no.|They left.",
		"Smith vs. Jones was heard.|Acme Inc. paid the costs.",
		"She works for Acme Inc.|The firm is small.",
		"Ana Ruiz, Ph.D., wrote it.|Nobody read it.",
		"“What are they doing?” Mr. Roe asked.|Nobody knew.",
		"“What are they doing?”|He emphasized that nothing was known.",
		"“Is it over?” Ms. Lee said on Friday.|Nobody answered.",
		"“We wait. We hope. We work,” she said.|Then she left.",
		`"It is gone. All of it," he said.|"I saw it."`,
		"He said the word “never.”|Then he sat down.",
		"They waited… |Nothing came.",
		"The toll was 12.|45 others were hurt.",
		"Shares rose 3.5% to $4.20.|Trading was thin.",
		"KYIV, Ukraine (Reuters) — Shelling killed three people.|It went on all night.",
		"The buyer was Yahoo! said a spokesman.",
		"Did he go?|Yes!|He did.",
		"(It was late.)|We went home.",
		"The bill (see Sec. 3) passed.|It is law.",
		"It cost 5 Fr. in 1900, e.g. for bread.",
	} {
		text := strings.ReplaceAll(want, "|", " ")
		d := newDocument(facts.Report{Text: text})
		var got []string
		for _, s := range d.spans() {
			got = append(got, d.text(s.Start, s.End))
		}
		var wanted []string
		for _, w := range strings.Split(want, "|") {
			wanted = append(wanted, strings.TrimSpace(w))
		}
		if diff := cmp.Diff(wanted, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestParagraphs(t *testing.T) {
	text := "A heading\nFirst line\nThis long line of a letter goes on and on until it\nwraps here. Second.\n\n• one item\n• two items\n"
	d := newDocument(facts.Report{Text: text})
	var got []string
	for _, s := range d.sentences {
		got = append(got, d.text(s.Start, s.End))
	}
	want := []string{
		"A heading", "First line", "This long line of a letter goes on and on until it\nwraps here.", "Second.", "• one item", "• two items",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !d.sentences[0].credit || d.sentences[3].credit {
		t.Errorf("credit: heading %v, sentence %v; want true, false", d.sentences[0].credit, d.sentences[3].credit)
	}
}

func TestCredits(t *testing.T) {
	d := newDocument(facts.Report{Text: "Ten ships sailed.\nReporting by Ann Lee and 2 others.\nRead more: 5 things to know."})
	var got []bool
	for _, s := range d.sentences {
		got = append(got, s.credit)
	}
	if diff := cmp.Diff([]bool{false, true, true}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The spans of the first report as they were found by hand.
func TestSentencesOfFirstReport(t *testing.T) {
	text, err := os.ReadFile("../facts/seed/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	title, _, _ := strings.Cut(string(text), "\n")
	d := newDocument(facts.Report{Title: title, Text: string(text)})
	want := []int{52, 245, 246, 386, 387, 560, 561, 736, 737, 811, 812, 967, 968, 1304, 1305, 1434, 1435, 1594, 1595, 1720,
		1721, 1950, 1951, 2220, 2221, 2315, 2316, 2441, 2442, 2516}
	var got []int
	for i, s := range d.spans() {
		if s.S != i+1 {
			t.Errorf("sentence %d has number %d", i+1, s.S)
		}
		got = append(got, s.Start, s.End)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if d.titleEnd != 51 {
		t.Errorf("titleEnd = %d, want 51", d.titleEnd)
	}
}

func TestTitleLine(t *testing.T) {
	for _, tt := range []struct {
		title, text, first string
	}{
		{"Ten ships", "Ten ships\nThey sailed.", "They sailed."},
		{"Ten ships", "  Ten ships \r\nThey sailed.", "They sailed."},
		{"Ten’s ships", "Ten's ships\nThey sailed.", "They sailed."},
		{"Other", "Ten ships\nThey sailed.", "Ten ships"},
		{"", "Ten ships\nThey sailed.", "Ten ships"},
	} {
		d := newDocument(facts.Report{Title: tt.title, Text: tt.text})
		if s := d.sentences[0]; d.text(s.Start, s.End) != tt.first {
			t.Errorf("title %q: first sentence is %q, want %q", tt.title, d.text(s.Start, s.End), tt.first)
		}
	}
}

func TestWords(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Mr. Lee’s U.S. team", "Mr.|Lee’s|U.S.|team"},
		{"12,000 men, 3.5% of them", "12,000|men|,|3.5|%|of|them"},
		{"a 20-year-old F-16", "a|20|-|year-old|F-16"},
		{"$1.5bn or RM23.50", "$|1.5|bn|or|RM|23.50"},
		{"the 12th of the 1980s", "the|12th|of|the|1980s"},
		{"Covid-19 and G7", "Covid-19|and|G7"},
		{"up to-260", "up|to|-|260"},
		{"full １２ width", "full|１２|width"},
		{"AT&T don't", "AT&T|don't"},
		{"She said no.", "She|said|no|."},
	} {
		d := newDocument(facts.Report{Text: tt.text})
		var got []string
		for _, s := range d.sentences {
			for _, w := range s.words {
				got = append(got, w.text)
				if w.text != d.text(w.start, w.end) {
					t.Errorf("%q: word %q is not at [%d,%d)", tt.text, w.text, w.start, w.end)
				}
			}
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, strings.Join(got, "|"), tt.want)
		}
	}
}
