package answer

import (
	"testing"

	"sitrep/internal/facts"
)

// What is told of a figure is said in the words of its sentence.
func TestPredicate(t *testing.T) {
	for _, tt := range []struct{ exact, text, of, want string }{
		{"the mill sold 300 tonnes of flour to Kenya", "300 tonnes", "flour", "300 tonnes of flour sold by the mill to Kenya"},
		{"North Velden sent 300 men to the border", "300", "men", "300 men sent by North Velden to the border"},
		{"They sent 300 men to the border", "300", "men", "300 men sent to the border"},
		{"which has already shut 12 ferries for the winter", "12", "ferries", "12 ferries already shut for the winter"},
		{"the harbour believes the yard built 40 boats in May", "40", "boats", "40 boats believed built by the yard in May"},
		{"the yard plans to build 40 boats by May", "40", "boats", "40 boats that the yard plans to build by May"},
		{"the valley still has 40 mills", "40", "mills", "40 mills that the valley still has"},
		{"she announced the deployment of more than 300 firemen to hold the dam", "more than 300", "firemen", "more than 300 firemen deployed to hold the dam"},
		{"she called for the release of 300 sailors", "300", "sailors", "300 sailors: “she called for the release of 300 sailors”"},
		{"the guard found evidence of 300 sailors' arrival in Velden by counting boats", "300", "sailors", "300 sailors arrived in Velden"},
		{"the storm confirmed the death of 12 sailors", "12", "sailors", "12 sailors died"},
		{"there are still 60 people in a shelter in Arden", "60", "people", "60 people in a shelter in Arden"},
		{"about 40 barns in the valley burned", "about 40", "barns in the valley", "about 40 barns in the valley burned"},
		{"a storm killing 12 people and injuring 30", "12", "people", "12 people killed by a storm"},
		{"the storm left 12 families homeless", "12", "families", "12 families: “the storm left 12 families homeless”"},
		{"it did not send 300 men", "300", "men", "300 men: “it did not send 300 men”"},
		{"if the mill sold 300 tonnes of flour", "300 tonnes", "flour", "300 tonnes of flour: “if the mill sold 300 tonnes of flour”"},
		{"the mill wrote of a combined 300 tonnes", "300 tonnes", "", "300 tonnes: “the mill wrote of a combined 300 tonnes”"},
		{"the ferry averaged 30 trips a day", "30", "trips", "30 trips: “the ferry averaged 30 trips a day”"},
		{"the yard sold 12 boats to Velden, Arden and Holm in May", "12", "boats", "12 boats sold by the yard to Velden, Arden and Holm in May"},
		{"the yard sold 12 boats to Velden, a port in the east", "12", "boats", "12 boats sold by the yard to Velden"},
	} {
		it := &item{Fact: facts.Fact{Quote: facts.Quote{Exact: tt.exact}, Value: &facts.Value{Text: tt.text, Of: tt.of}}}
		if got := it.wordings(nil)[0].text; got != tt.want {
			t.Errorf("%q: %q, want %q", tt.exact, got, tt.want)
		}
	}
}

// A predicate that the fact has loses its auxiliaries only where a participle is left.
func TestSubject(t *testing.T) {
	for _, tt := range []struct{ exact, of, doing, want string }{
		{"300 men have already been sent home", "men", "have already been sent home", "men already sent home"},
		{"300 mills are short of staff", "mills", "are short of staff", "mills are short of staff"},
		{"300 mills were in the valley", "mills", "were in the valley", "mills were in the valley"},
		{"300 smokers who are over 60", "smokers", "are over 60", "smokers who are over 60"},
		{"300 men who were killed in the fire", "men", "were killed in the fire", "men killed in the fire"},
		{"300 people whose car was swept away", "people", "whose car was swept away", "people whose car was swept away"},
		{"300 ferries could sink", "ferries", "could sink", "ferries could sink"},
	} {
		it := &item{Fact: facts.Fact{Quote: facts.Quote{Exact: tt.exact}, Value: &facts.Value{Text: "300", Of: tt.of, Doing: tt.doing}}}
		if got := it.subject(); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.exact, got, tt.want)
		}
	}
}

// A part is said with the whole that its sentence puts it in.
func TestPartOfWhole(t *testing.T) {
	quote := facts.Quote{S: 1, Exact: "around 400 people, including 35 children, were sleeping in four shelters"}
	whole := &item{Fact: facts.Fact{Quote: quote, Value: &facts.Value{Text: "around 400", Of: "people", Doing: "were sleeping in four shelters"}}}
	part := &item{Fact: facts.Fact{Quote: quote, Value: &facts.Value{Text: "35", Of: "children"}}}
	if got, want := part.wordings(whole)[0].text, "35 children, included in around 400 people sleeping in four shelters"; got != want {
		t.Errorf("part: %q, want %q", got, want)
	}
	if got, want := whole.wordings(nil)[0].text, "around 400 people, including 35 children, sleeping in four shelters"; got != want {
		t.Errorf("whole: %q, want %q", got, want)
	}
}

func TestStatement(t *testing.T) {
	named := facts.Source{Name: "Ada Lind, harbour master", Kind: facts.KindNamed, Text: "Lind"}
	guard := facts.Source{Name: "the coast guard", Kind: facts.KindGovernment, Text: "The coast guard"}
	for _, tt := range []struct {
		exact, cue, speech string
		source             facts.Source
		want               string
	}{
		{"“We were warned too late,”", "said", facts.SpeechDirect, named, "Ada Lind: “We were warned too late”"},
		{"the ferries \"are costly,\"", "told", facts.SpeechMixed, named, "Ada Lind said that the ferries “are costly”"},
		{"the gates were opened", "confirmed", facts.SpeechIndirect, named, "Ada Lind confirmed that the gates were opened"},
		{"it opened the gates too early", "denied", facts.SpeechIndirect, guard, "The coast guard denied that it opened the gates too early"},
		{"The coast guard has denied the reports", "denied", facts.SpeechIndirect, guard, "The coast guard has denied the reports"},
		{"the gates were opened", "according to", facts.SpeechIndirect, guard, "The gates were opened, according to the coast guard"},
		{"drastically alter the harbour", "cautioned", facts.SpeechIndirect, guard, "the coast guard: “drastically alter the harbour”"},
	} {
		it := &item{Fact: facts.Fact{Quote: facts.Quote{Exact: tt.exact}, Source: tt.source, Speech: tt.speech, Cue: &facts.Span{Text: tt.cue}}}
		if got := it.statement(); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.exact, got, tt.want)
		}
	}
}

// The gate takes a day only from what the line cites, and a participle only of a verb
// of the sentence.
func TestCheckDaysAndParticiples(t *testing.T) {
	f := facts.Fact{Said: "2025-03-03", Quote: facts.Quote{S: 1, Exact: "the yard built 40 boats in Velden"},
		Source: facts.Source{Name: "Ada Lind", Kind: facts.KindNamed, Text: "Lind", S: 1}, Factuality: facts.Certain,
		Value: &facts.Value{Text: "40", Of: "boats", Unit: "boat", Amount: new(float64)}}
	*f.Value.Amount = 40
	ev := Evidence{Days: []string{"2025-03-05", "2025-03-09"}, Cited: []Cited{{N: 1, Day: "2025-03-05", Sentence: "Lind said on Monday that the yard built 40 boats in Velden.", Facts: []facts.Fact{f}}}}
	for line, good := range map[string]bool{
		"40 boats built by the yard in Velden: Ada Lind, 3 Mar [1]":             true,
		"40 boats built by the yard in Velden: Ada Lind, 5 Mar report [1]":      true,
		"40 boats built by the yard in Velden: Ada Lind, 5 Mar 2025 report [1]": true,
		"40 boats built by the yard in Velden: Ada Lind, 4 Mar [1]":             false,
		"40 boats built by the yard in Velden: Ada Lind, 5 Mar [1]":             false,
		"40 boats built by the yard in Velden: Ada Lind, 3 Mar 2024 [1]":        false,
		"40 boats built by the yard in Velden: Ada Lind, 9 Mar report [1]":      false,
		"40 boats sold by the yard in Velden: Ada Lind, 3 Mar [1]":              false,
		"40 boats sunk by the yard in Velden: Ada Lind, 3 Mar [1]":              false,
	} {
		if faults := Check(line, ev); (len(faults) == 0) != good {
			t.Errorf("%s: %v", line, faults)
		}
	}
}

func TestMergedAndGrouped(t *testing.T) {
	doc := func(id, day string) *source { return &source{Report: facts.Report{ID: id, Published: day}} }
	one := func(d *source, text, of, doing, holder string) *item {
		return &item{doc: d, Fact: facts.Fact{Quote: facts.Quote{Exact: text + " " + of + " " + doing}, Source: facts.Source{Name: holder}, Value: &facts.Value{Text: text, Of: of, Doing: doing, Unit: "person"}}}
	}
	a, b := doc("a", "2025-03-03"), doc("b", "2025-03-04")
	items := []*item{one(a, "12", "people", "were killed", "Ada Lind"), one(b, "12", "people", "were killed", "Ada Lind"), one(b, "14", "people", "were killed", "the guard"),
		one(a, "30", "people", "were injured", "the guard"), one(b, "31", "people", "were injured", "Ada Lind")}
	got := merged(items)
	if len(got) != 4 || len(got[0].claims()) != 2 {
		t.Fatalf("%d claims, the first in %d reports", len(got), len(got[0].claims()))
	}
	groups := grouped(got)
	if len(groups) != 2 || groups[0].heading() != "People killed:" || groups[1].heading() != "People injured:" {
		t.Fatalf("%d groups: %v", len(groups), groups)
	}
	if first := groups[0].items[0].Value.Text; first != "14" {
		t.Errorf("%s is first of its group, want the newest, 14", first)
	}
}

func FuzzWordings(f *testing.F) {
	f.Add("the mill sold 300 tonnes of flour to Kenya", "300 tonnes", "flour", "")
	f.Add("300 men's arrival in", "300", "men", "")
	f.Add("12", "12", "", "were")
	f.Fuzz(func(t *testing.T, exact, text, of, doing string) {
		it := &item{Fact: facts.Fact{Quote: facts.Quote{Exact: exact}, Value: &facts.Value{Text: text, Of: of, Doing: doing}}}
		if ways := it.wordings(nil); len(ways) == 0 {
			t.Error("no way to say it")
		}
		_ = it.statement()
	})
}
