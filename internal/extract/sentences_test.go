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
		"The gates open at 8 a.m. Kyiv time.|Rescuers came at 9 a.m.|Rescuers left at noon.",
		"It begins at 8 p.m. (7 p.m. in Dublin).|Doors open earlier.",
		"Trains run until 11 p.m. Harvest Day and New Year's Eve.",
		"Six ships were built in the U.S.|45 others came from Japan.",
		"He drove along U.S. 93 through the desert with the U.S. 7th Fleet's cook.",
		"She died on Sept. 11 in St. Louis.|Her house on Main St. Stood empty.",
		"The Rt. Rev. Ann Lee spoke.|She left.",
		"They met on Main St.|The shop was shut.",
		"The wall is 6 ft.|The gate is lower.",
		"They live at 2121 N. 83rd Ave., near Robert C. “Bob” Cole's farm.",
		"The court cited Doe v. Roe and Poe vs. Coe.",
		"Fire Dept. Chief Ana Cruz spoke.|Nobody asked.",
		"Yahoo! Finance reported it.|He left Yahoo!|The office was quiet.",
		"Sales rose, said Acme Corp.|Nearly 40 shops opened.",
		"He met Jan. 6 rioters, Dec. 3 voters and Gov.-elect Lee.",
		"''We wait. We hope,'' she said.|''It is late.''|Then she left.",
		"He called it ''a good thing.''|But the rain continued, and they left.",
		"‘We wait. We hope,’ she said.|‘Is it over?’ Ms. Lee said on Friday.|Nobody knew.",
		"It was the 'Old Bridge.'|The boys' boat sank in '98.|It was never found.",
		"He called them “thieves“ and left.|He was wrong.",
		"She said outside, ”We wait. We hope.”|Then she left.",
		"“It is late.”|“Then go,” Mr. Roe told the crew.",
		"“It is late.” Ms. Lee told Radio Nine.|Nobody answered.",
		"Points: |• Four died.|• Six were hurt |• Nobody is missing",
		"Prices rose 4.|2 percent fell, others 4.2 percent.",
		"COOPER: Where is he?|LEE: At home.",
		"LIMA, Peru (AP) – Two died.|Dr. A. B. Chan, M.D., saw it.",
		"“Wait!” he said.|“Why?”|“Because.”",
		"Three men ... were seen.|They ran…|Nobody followed them.",
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
	const body = "Ten ships sailed on Monday, the harbour master said."
	for credit, lines := range map[bool][]string{
		true: {
			"Reporting by Ann Lee and 2 others.", "(Reporting by Ann Lee; editing by Joe Roe)", "Read more: 5 things to know.",
			"A bridge too far", "What is a bridge?", "‘A bridge too far’", "7. Build a bridge", "FULL STORY.", "RELATED", "Related: 12 ships",
			"Opinion:Why 12 ships are not enough", "The view from the bridge:At last, harbour towns see why the ships stay away, and what may come of it this year",
			"For subscribers: Will the harbour towns see their ships again, and what will happen to the crews if they do not?",
			"– Ann Lee and Joe Roe, Harbour Post", "-- Ann Lee", "– Joe Roe from Long Harbour, Maine", "12,000 ships lost:Storm may be the worst ever", "Ann Lee contributed to this report.", "Photo: Ann Lee/Harbour Post",
			"Ten ships lie at anchor on May 3. (Photo by Ann Lee/Getty Images)", "Hide Caption 3 of 40 Ships lie at anchor.", "Advertisement",
			"Sign up for our letter on ships.", "Subscribe to read on.", "Editor's note: The writer owns 3 ships.", "Follow us for more ships.",
			"JUST WATCHED Ten ships sail Replay", "Copyright 2024 Harbour Post. All rights reserved.", "This story has been updated to add 3 ships.",
			"Ships lie at anchor 01:22 - Source: Harbour TV",
		},
		false: {
			"Subscribers paid 5 dollars each.", "Copyright holders sued 12 firms.", "Read the law, he told 12 clerks.", "• 12 dead in the harbour",
			"- 12 ships missing since Monday", "“Where are the 12 ships?” she asked.", "Related firms lost 3 ships.", "More ships sank: 12 in all.",
			"1. The ship sank with 12 aboard.", "12 ships sank.", "The crew said: “We saw 12 ships.”", "He left.", "U.S. ships left.",
			"At 12:30 the ships left.", "Kyiv: the toll rose to 12.", "– and 12 were saved", "Sources said 12 ships sank.",
		},
	} {
		for _, line := range lines {
			d := newDocument(facts.Report{Text: body + "\n\n" + line + "\n\n" + body})
			for i, s := range d.sentences {
				if want := credit && i > 0 && i < len(d.sentences)-1; s.credit != want {
					t.Errorf("%q: %q is a credit: %v", line, d.text(s.Start, s.End), s.credit)
				}
			}
		}
	}
}

// A sentence of promotion leaves the ones beside it, and the only paragraph of a
// text is no heading.
func TestCreditsStayApart(t *testing.T) {
	for text, want := range map[string][]bool{
		"Ten ships sailed. Read more here. Two sank.": {false, true, false},
		"Ten ships sailed on Monday":                  {false},
		"“Ten ships sailed on Monday”":                {false},
	} {
		var got []bool
		for _, s := range newDocument(facts.Report{Text: text}).sentences {
			got = append(got, s.credit)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// A text that is broken at a fixed width reads like the same text that is not.
func TestHardWrapped(t *testing.T) {
	for _, lineEnd := range []string{"\n", "\r\n"} {
		text := strings.ReplaceAll(`The harbour master said on Monday that about
12 ships had been lost in the storm, and that
Mr. Lee's crew was still at sea with another
40 men. The Ministry of Defence and the U.S.
Navy are looking for them.

A second storm is expected on Friday.
Nobody will sail.
Where the ships were:
• Two were near the cape
• Ten were far out, near the old lighthouse on
the island`, "\n", lineEnd)
		want := []string{
			"The harbour master said on Monday that about 12 ships had been lost in the storm, and that Mr. Lee's crew was still at sea with another 40 men.",
			"The Ministry of Defence and the U.S. Navy are looking for them.", "A second storm is expected on Friday.", "Nobody will sail.",
			"Where the ships were:", "• Two were near the cape", "• Ten were far out, near the old lighthouse on the island",
		}
		d := newDocument(facts.Report{Text: text})
		var got []string
		for _, s := range d.sentences {
			got = append(got, strings.Join(strings.Fields(d.text(s.Start, s.End)), " "))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// So does one in a narrow column, and a list of short lines stays one.
func TestNarrowColumn(t *testing.T) {
	for text, want := range map[string][]string{
		`The harbour master said on
Monday that about 12 ships
had been lost in the storm,
and that the crew of the
Norland was still at sea.
Nobody will sail.`: {"The harbour master said on Monday that about 12 ships had been lost in the storm, and that the crew of the Norland was still at sea.", "Nobody will sail."},
		"Two cups of rice\none onion\nSalt\na spoon of oil\nWater":               {"Two cups of rice", "one onion", "Salt", "a spoon of oil", "Water"},
		"Harbour Reopens\nShips come back\nTwo men are found\nThe mayor is glad": {"Harbour Reopens", "Ships come back", "Two men are found", "The mayor is glad"},
	} {
		d := newDocument(facts.Report{Text: strings.ReplaceAll(text, `\n`, "\n")})
		var got []string
		for _, s := range d.sentences {
			got = append(got, strings.Join(strings.Fields(d.text(s.Start, s.End)), " "))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
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

// TestThanksMarkOneSentence holds that thanks at the end of a paragraph leave the
// sentences before them evidence.
func TestThanksMarkOneSentence(t *testing.T) {
	got := Read(facts.Report{ID: "r", Text: "Rain fell.\n\nPolice said 40 people died. Ann Lee contributed to this report."})
	if len(got.Asides) != 1 || len(got.Quantities) != 1 || !got.Quantities[0].Firm {
		t.Errorf("asides %v, quantities %v", got.Asides, got.Quantities)
	}
}
