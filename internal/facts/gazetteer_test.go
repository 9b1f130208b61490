package facts

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func showMentions(text string, ms []Mention) string {
	var out []string
	for _, m := range ms {
		out = append(out, text[m.Start:m.End]+"="+m.Country+"/"+m.Kind)
	}
	return strings.Join(out, "; ")
}

func TestFindInRunningText(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"They came to us.", ""},
		{"to have reached Ukrainian soil", "Ukrainian=Ukraine/demonym"},
		{"upwards of 12,000 North Korean soldiers and South Koreans", "North Korean=North Korea/demonym; South Koreans=South Korea/demonym"},
		{"Moscow’s strategy; the Kremlin", "Moscow=Russia/capital; Kremlin=Russia/seat"},
		{"U.S. officials, US-backed, the UK", "U.S.=United States/country; US=United States/country; UK=United Kingdom/country"},
		{"WHO said who was ill", "WHO=World Health Organization/bloc"},
		{"facilities in Vladivostok", "Vladivostok=Russia/place"},
		{"Papua New Guinea and Guinea-Bissau and Guinea", "Papua New Guinea=Papua New Guinea/country; Guinea-Bissau=Guinea-Bissau/country; Guinea=Guinea/country"},
		{"NORTH KOREA SENDS TROOPS", "NORTH KOREA=North Korea/country"},
		{"Mr. Putin met Kim Jong Un", "Putin=Russia/leader; Kim Jong Un=North Korea/leader"},
		{"the SBU, the State Department and Yonhap", "SBU=Ukraine/agency; State Department=United States/agency; Yonhap=South Korea/agency"},
		{"the EU and the U.N. Security Council", "EU=European Union/bloc; U.N. Security Council=United Nations/bloc"},
		{"Chadian, not chaddian; Malians, not Maliansk", "Chadian=Chad/demonym; Malians=Mali/demonym"},
		{"SK Hynix", ""},
		{"roast turkey with polish", ""},
		{"Cote d’Ivoire", "Cote d’Ivoire=Ivory Coast/country"},
		{"North\nKorea", "North\nKorea=North Korea/country"},
	}
	g := Places()
	for _, tt := range tests {
		if got := showMentions(tt.text, g.Find(tt.text)); got != tt.want {
			t.Errorf("Find(%q)\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestFindInQuestions(t *testing.T) {
	tests := []struct{ text, want string }{
		{"how many nk troops in russia?", "nk=North Korea/country; russia=Russia/country"},
		{"dprk vs seoul", "dprk=North Korea/country; seoul=South Korea/capital"},
		{"n. korea or south-korean", "n. korea=North Korea/country; south-korean=South Korea/demonym"},
		{"sk count", "sk=South Korea/country"},
		{"tell us how many", ""},
		{"who told us?", ""},
		{"give us figures", ""},
		{"what is the us figure", "us=United States/country"},
		{"what do us officials say", "us=United States/country"},
		{"according to us officials", "us=United States/country"},
		{"us estimate?", "us=United States/country"},
		{"the u.s. count", "u.s.=United States/country"},
		{"does the WHO agree", "WHO=World Health Organization/bloc"},
		{"WHO SAID IT TO US", ""},
		{"what did the kremlin say about ukrainian losses", "kremlin=Russia/seat; ukrainian=Ukraine/demonym"},
		{"did white house confirm", "white house=United States/seat"},
	}
	g := Places()
	for _, tt := range tests {
		if got := showMentions(tt.text, g.FindFold(tt.text)); got != tt.want {
			t.Errorf("FindFold(%q)\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestCountry(t *testing.T) {
	g := Places()
	tests := []struct{ word, want string }{
		{"dprk", "North Korea"}, {"The US", "United States"}, {"us", "United States"}, {"seoul", "South Korea"},
		{"Dutch", "Netherlands"}, {"the Netherlands", "Netherlands"}, {"nato", "NATO"}, {"Atlantis", ""}, {"", ""},
		{"North", ""}, {"Russia today", ""}, {"Congolese", "Democratic Republic of the Congo"},
	}
	for _, tt := range tests {
		got, ok := g.Country(tt.word)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("Country(%q) = %q, %v, want %q", tt.word, got, ok, tt.want)
		}
	}
	if got := g.Adjective("North Korea"); got != "North Korean" {
		t.Errorf("Adjective = %q", got)
	}
	if got := g.Adjective("Atlantis"); got != "" {
		t.Errorf("Adjective of nowhere = %q", got)
	}
}

// TestGazetteerTable holds that the table has no row that the reader passes over
// and that every row speaks of a known country or bloc.
func TestGazetteerTable(t *testing.T) {
	countries := map[string]bool{}
	kinds := map[string]bool{MentionSeat: true, MentionAgency: true, MentionLeader: true, MentionPlace: true}
	for i, line := range strings.Split(strings.TrimSpace(gazetteerTable), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(line, "\t")
		switch {
		case c[0] == "country" && len(c) == 6, c[0] == MentionBloc && len(c) == 3:
			if countries[c[1]] {
				t.Errorf("line %d: %s stands twice", i+1, c[1])
			}
			countries[c[1]] = true
		case kinds[c[0]] && len(c) == 3 && c[2] != "":
			if !countries[c[1]] {
				t.Errorf("line %d: %q is no country of the table", i+1, c[1])
			}
		default:
			t.Errorf("line %d is no row: %q", i+1, line)
		}
		if strings.Contains(line, "; ") || strings.Contains(line, " ;") || strings.Contains(line, "\t ") {
			t.Errorf("line %d has stray spaces", i+1)
		}
	}
	if len(countries) < 200 {
		t.Errorf("only %d countries and blocs", len(countries))
	}
}

// TestEveryNameIsFound holds that each name leads to its own country or, where two
// share it, to the one that stands first.
func TestEveryNameIsFound(t *testing.T) {
	g := Places()
	for key, list := range g.entries {
		for _, e := range list {
			text := "(" + e.text + ")"
			ms := g.Find(text)
			if e.typed {
				ms = g.FindFold(text)
			}
			if len(ms) != 1 || text[ms[0].Start:ms[0].End] != e.text {
				t.Errorf("%s: %q gives %s", key, e.text, showMentions(text, ms))
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"North Korea", "the us", "U.S.", "us", "Côte d’Ivoire", "\xffRussia", "İran"} {
		f.Add(s)
	}
	g := Places()
	f.Fuzz(func(t *testing.T, text string) {
		for _, ms := range [][]Mention{g.Find(text), g.FindFold(text)} {
			last := 0
			for _, m := range ms {
				if m.Start < last || m.End <= m.Start || m.End > len(text) || m.Country == "" || m.Kind == "" {
					t.Fatalf("bad mention %+v in %q", m, text)
				}
				if utf8.ValidString(text) && !utf8.ValidString(text[m.Start:m.End]) {
					t.Fatalf("mention cuts a character: %+v", m)
				}
				last = m.End
			}
		}
		g.Country(text)
	})
}

func BenchmarkFind(b *testing.B) {
	g := Places()
	b.SetBytes(int64(len(seedText)))
	for b.Loop() {
		g.Find(seedText)
	}
}

func BenchmarkNumerals(b *testing.B) {
	b.SetBytes(int64(len(seedText)))
	for b.Loop() {
		Numerals(seedText)
	}
}
