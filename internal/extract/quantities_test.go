package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/internal/facts"
)

// shown is a quantity in one line: text = value unit bound change /per.
func shown(q Quantity) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s = ", q.Text)
	switch {
	case q.Value != nil:
		b.WriteString(formatNumber(*q.Value))
	case q.Low != nil && q.High != nil:
		b.WriteString(formatNumber(*q.Low) + ".." + formatNumber(*q.High))
	default:
		b.WriteString("none")
	}
	fmt.Fprintf(&b, " %s %s", q.Unit, q.Bound)
	if q.Change != nil {
		b.WriteString(" " + *q.Change)
	}
	if q.Per != nil {
		b.WriteString(" /" + *q.Per)
	}
	if !q.Firm {
		b.WriteString(" ?")
	}
	return b.String()
}

func read(text string) []Quantity {
	return quantities(newDocument(facts.Report{Text: text, Published: "2024-10-23"}))
}

func TestQuantities(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"The ship carried 1,250 containers.", []string{"1,250 = 1250 container exact"}},
		{"About 40 ships left port.", []string{"About 40 = 40 ship approx"}},
		{"At least twenty-five miners died.", []string{"At least twenty-five = 25 person min"}},
		{"No fewer than 300 nurses resigned.", []string{"No fewer than 300 = 300 person min"}},
		{"As many as 60 tanks were lost.", []string{"As many as 60 = 60 tank max"}},
		{"No more than 12 guests came.", []string{"No more than 12 = 12 person max"}},
		{"The plan costs $1.5 billion.", []string{"$1.5 billion = 1500000000 usd exact"}},
		{"It sold for US$30m.", []string{"US$30m = 30000000 usd exact"}},
		{"It sold for A$3.2bn.", []string{"A$3.2bn = 3200000000 aud exact"}},
		{"He gave a $2,000 voucher.", []string{"$2,000 = 2000 usd exact"}},
		{"Nine in 10 are happy.", []string{"Nine in 10 = 0.9 fraction exact"}},
		{"Three out of four voters agreed.", []string{"Three out of four = 0.75 fraction exact"}},
		{"Some 7,000 U.S. troops left.", []string{"Some 7,000 = 7000 person approx"}},
		{"More than half of the votes were counted.", []string{"More than half = 0.5 fraction min"}},
		{"It takes half an hour.", []string{"half an hour = 0.5 hour exact"}},
		{"They waited a couple of days.", []string{"a couple of days = 2 day approx"}},
		{"They marched hundreds of miles.", []string{"hundreds = 100..1000 mile approx"}},
		{"It cost billions of dollars.", []string{"billions = 1000000000..10000000000 usd approx"}},
		{"He paid 20 million euros.", []string{"20 million euros = 20000000 eur exact"}},
		{"Rates rose by 5% to 40%.", []string{"5% = 5 percent exact up", "40% = 40 percent exact up"}},
		{"The jobless rate fell from 10 percent to 8 percent.", []string{"10 percent = 10 percent exact", "8 percent = 8 percent exact down"}},
		{"Support slipped 3 percentage points.", []string{"3 percentage points = 3 percentage point exact down"}},
		{"Between 5 and 7 million refugees fled.", []string{"Between 5 and 7 million = 5000000..7000000 person exact"}},
		{"They want 200 to 300 trucks.", []string{"200 to 300 = 200..300 truck exact"}},
		{"Claims run from $200 to $4 million.", []string{"$200 to $4 million = 200..4000000 usd exact"}},
		{"Growth of 10–12% is expected.", []string{"10–12% = 10..12 percent exact"}},
		{"Two dozen goats escaped.", []string{"Two dozen = 24 goat exact"}},
		{"Dozens of families fled.", []string{"Dozens = 12..120 family approx"}},
		{"Half a million pilgrims came.", []string{"Half a million = 500000 person exact"}},
		{"A third of the harvest failed.", []string{"A third = 0.333333333333 fraction exact"}},
		{"Three-quarters of the herd died.", []string{"Three-quarters = 0.75 fraction exact"}},
		{"Petrol costs $3 a gallon.", []string{"$3 = 3 usd exact /gallon"}},
		{"Output is 90 tonnes per day.", []string{"90 tonnes = 90 tonne exact /day"}},
		{"They walked 40 km in two days.", []string{"40 km = 40 kilometre exact", "two days = 2 day exact"}},
		{"A five-year plan was drawn up.", []string{"five-year = 5 year exact"}},
		{"Her 12-year-old son won.", []string{"12-year-old = 12 year exact"}},
		{"Ann Weber, 52, won the seat.", []string{"52 = 52 year exact"}},
		{"It fell to minus 12 degrees Celsius.", []string{"minus 12 degrees Celsius = -12 celsius exact down"}},
		{"It took five or six weeks.", []string{"five or six weeks = 5..6 week exact"}},
		{"Two or three farmers left.", []string{"Two or three = 2..3 person exact"}},
		{"It took a month or two.", []string{"a month or two = 1..2 month exact"}},
		{"The strike may last about a week or two.", []string{"about a week or two = 1..2 week approx"}},
		{"Some 20 or 30 barns burned.", []string{"Some 20 or 30 = 20..30 barn approx"}},
		{"Three or four hundred farmers came.", []string{"Three or four hundred = 300..400 person exact"}},
		{"Three to four hundred farmers came.", []string{"Three to four hundred = 300..400 person exact"}},
		{"Two or three million sheep graze there.", []string{"Two or three million = 2000000..3000000 sheep exact"}},
		{"One in three farmers left.", []string{"One in three = 0.333333333333 fraction exact"}},
		{"Nearly one-in-five farmers left.", []string{"Nearly one-in-five = 0.2 fraction approx"}},
		{"Some 2½ miles remain.", []string{"Some 2½ miles = 2.5 mile approx"}},
		{"Children of 10 years or more may enter.", []string{"10 years or more = 10 year min"}},
		{"Over 3,000 people signed.", []string{"Over 3,000 = 3000 person min"}},
		{"For the past two weeks it rained.", []string{"two weeks = 2 week approx"}},
		{"In the last 90 days it rained.", []string{"90 days = 90 day exact"}},
		{"One hundred and five sheep were shorn.", []string{"One hundred and five = 105 sheep exact"}},
		{"It is worth one and a half million pounds sterling.", []string{"one and a half million pounds sterling = 1500000 gbp exact"}},
	} {
		var got []string
		for _, q := range read(tt.text) {
			got = append(got, shown(q))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

// What looks like a quantity and counts nothing.
func TestMask(t *testing.T) {
	for _, text := range []string{
		"It happened on October 7, 2023.", "It opened at 8 a.m. and closed at 17:30.", "He bought an iPhone 11 there.",
		"The F-16 and the Su-35 flew.", "Covid-19 spread.", "Leaders of the G7 met.", "They drove down Route 66 together.",
		"Call +1-222-555-0100 now.", "It has been so since 9/11.", "Lions beat Tigers 3-1 away.", "He came in 12th place.",
		"This one is better.", "Nobody likes one another.", "She lives in the 1990s.", "It is No. 2 there.", "See Section 12 below.",
		"The 2019 budget passed.", "The FTSE 100 closed early.", "Visit 860 Main St. today.", "Version 1.2.3 is out.",
		"He drives in Formula One.", "The 2020 election results came late.", "Pupils in grades 3, 5 and 6 stay home.",
		"Pupils in grades three through five stay home.", "Call (302) 555-0142 now.", "Call 555-0142 now.", "Photo 3 of 12: A fir.",
		"They met in the round of 16.", "It airs on Fridays at 9.", "She read Senate bill 54.", "He is number four in the list.",
		"They won the second half of the match.", "He lives at 94 Orchard Pike.",
		"The 4ever brand is new.", "They flew on Marine One to Ohio.", "The 911 calls came late.", "See https://example.org/a/12345 for it.",
	} {
		for _, q := range read(text) {
			t.Errorf("%q: read %s", text, shown(q))
		}
	}
}

func TestHedges(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"There were 20-odd boats.", "20-odd = 20 boat approx"},
		{"He has 20-plus years there.", "20-plus years = 20 year min"},
		{"They sold 300 plus tickets.", "300 plus = 300 ticket min"},
		{"They hired not exceeding 40 guests.", "not exceeding 40 = 40 person max"},
		{"They hired barely 40 guests.", "barely 40 = 40 person approx"},
		{"They sold more then 40 boats.", "more then 40 = 40 boat min"},
		{"Aid is capped at $240 now.", "capped at $240 = 240 usd max"},
		{"They sold 40 boats or more.", "40 boats or more = 40 boat min"},
		{"They had a dispute over three islands.", "three = 3 island exact ?"},
		{"She was asked about two emails.", "two = 2 email exact ?"},
		{"It was the lead up to 5 games.", "5 = 5 game exact ?"},
		{"It took over five days.", "over five days = 5 day min"},
		{"It was spread over five days.", "over five days = 5 day min ?"},
		{"The margin is plus or minus 4%.", "4% = 4 percent exact"},
	} {
		got := read(tt.text)
		if len(got) != 1 || shown(got[0]) != tt.want {
			t.Errorf("%q: got %d, first %q, want %q", tt.text, len(got), shownFirst(got), tt.want)
		}
	}
}

func shownFirst(qs []Quantity) string {
	if len(qs) == 0 {
		return ""
	}
	return shown(qs[0])
}

// The change of every figure of a sentence, "-" for none.
func TestChange(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The firm will cut its staff by 12%.", "down"},
		{"The bank raised its main rate by 50 basis points.", "up"},
		{"The index lost 80 points, or 0.3%.", "down down"},
		{"The coast rose 2 miles (3.2 km) inland.", "up up"},
		{"Bread edged up 2%.", "up"},
		{"Wages fell from 10 dollars to 8 dollars.", "- down"},
		{"They plan to round up 80 horses.", "-"},
		{"The charity raised $3 million.", "-"},
		{"The city raised the fee to $15.", "up"},
		{"She beat the party's rising star by 300 votes.", "-"},
		{"The boom was fed by 9% growth.", "-"},
		{"He sits in the lower house with 89 others.", "-"},
		{"She grew up with two sisters.", "-"},
	} {
		got := ""
		for i, q := range read(tt.text) {
			if i > 0 {
				got += " "
			}
			if q.Change == nil {
				got += "-"
			} else {
				got += *q.Change
			}
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// Figures that may be names, scores or badly read nouns are kept but not firm.
func TestDoubts(t *testing.T) {
	for _, text := range []string{
		"The odds are 1 in 300 million.", "He is third at 8-under.", "He stands 6'3\" tall.", "The body has 18 legal, economic and other experts.",
		"They are one old and the other new.", "Let us bring one back.", "He shot 14 for 19.",
		"Zip 95666 is out.", "Taking the fee from 3% to 5% hurt.", "Polls close at 7, she said.",
		"She won the three-peat.", "They lost several million days.", "It pays in weeks two and three.", "One shows him alone.",
		"See the Winter Games 57 odds.", "We spoke to one person close to it.", "It was 33 degrees below zero.",
		"A couple arrives there.", "One more big risk looms.", "These are 501(c)4 groups.", "It was at the '94 Cup.",
		"Hundreds of miners' boots lay there.", "They met in round six.", "He has a 401k there.", "We hired four-legged experts.",
		"The 2016 vote was close.", "It sold 3 million last year.", "A mother of five came.",
		"It drove a wedge between two halves of a village.", "They spent 2.4 million pounds there.",
	} {
		for _, q := range read(text) {
			if q.Firm {
				t.Errorf("%q: firm %s", text, shown(q))
			}
		}
	}
	for _, text := range []string{
		"One in five eggs broke.", "One of the boats left.", "He paid $4 to $6 for it.", "Tickets range from $4 to $6 now.",
		"They hold 2,500 boats.", "The 20 women sang.",
		"They saw proof of 150 miners' arrival.", "All three have left.", "The blast killed 15.", "The toll rose to 40.", "There were 4,742 yesterday.", "Two of them left.",
	} {
		for _, q := range read(text) {
			if !q.Firm {
				t.Errorf("%q: not firm %s", text, shown(q))
			}
		}
	}
}

func TestNoneReported(t *testing.T) {
	got := read("So far no civilian casualties have yet been reported in the town, officials said.")
	if len(got) != 1 {
		t.Fatalf("got %d quantities, want 1: %v", len(got), got)
	}
	q := got[0]
	if q.Text != "no civilian casualties have yet been reported" || q.Bound != facts.BoundNone || q.Value != nil || q.Unit != "person" {
		t.Errorf("got %s (%s)", shown(q), q.UnitText)
	}
	if q.Doing == nil || *q.Doing != "have yet been reported in the town" {
		t.Errorf("doing = %v", q.Doing)
	}
	if got := read("There is no doubt that it was reported."); len(got) != 0 {
		t.Errorf("read %s where nothing is absent", shown(got[0]))
	}
}

func TestOfAndDoing(t *testing.T) {
	for _, tt := range []struct{ text, of, doing string }{
		{"About 300 armed guards have been sent to the mine; more may follow.", "armed guards", "have been sent to the mine"},
		{"Three of the mills are shut.", "mills", "are shut"},
		{"The mayor led by 5 points.", "mayor", "led"},
		{"The party is 40 points ahead.", "party", "ahead"},
		{"The boat is 4 metres longer than the ferry.", "boat", "longer than the ferry"},
		{"The mill employs 40 more people than the dock.", "more people", "than the dock"},
		{"The crew was led by 40 officers.", "officers", ""},
		{"Ten percent of the rice crop was lost.", "the rice crop", "was lost"},
		{"The 40 boats sank on March 3, 2024, off the cape.", "boats", "sank on March 3, 2024"},
		{"The price of bread rose 5%.", "price of bread", ""},
		{"She swam a 750-metre course.", "course", ""},
		{"The dam holds 40 million barrels of oil.", "oil", ""},
	} {
		got := read(tt.text)
		if len(got) != 1 {
			t.Fatalf("%q: got %d quantities, want 1", tt.text, len(got))
		}
		doing := ""
		if got[0].Doing != nil {
			doing = *got[0].Doing
		}
		if strings.TrimPrefix(got[0].Of, "the ") != strings.TrimPrefix(tt.of, "the ") || doing != tt.doing {
			t.Errorf("%q: of %q doing %q; want %q, %q", tt.text, got[0].Of, doing, tt.of, tt.doing)
		}
	}
}

// Marks of every kind and digits of other scripts read the same; offsets stay those of the text.
func TestUnicode(t *testing.T) {
	for _, text := range []string{
		"About 12,000 troops left.", "About 12,000 troops left.", "About １２,０００ troops left.", "About 1\u200b2,000 troops left.",
		"About ١٢,٠٠٠ troops left.", "“About 12,000 troops left.”", "\ufeffAbout 12,000 troops left.",
	} {
		d := newDocument(facts.Report{Text: text})
		got := quantities(d)
		if len(got) != 1 || got[0].Value == nil || *got[0].Value != 12000 || got[0].Bound != facts.BoundApprox || got[0].Unit != "person" {
			t.Errorf("%q: got %v", text, got)
			continue
		}
		if got[0].Text != string([]rune(text)[got[0].Start:got[0].End]) {
			t.Errorf("%q: text %q is not at its offsets", text, got[0].Text)
		}
	}
}

// The automaton must not follow the grammar into a mistake: where they differ the
// figure is not firm.
func TestNotFirm(t *testing.T) {
	d := newDocument(facts.Report{Text: "Some 40 ships left."})
	s := &d.sentences[0]
	g := grammar{ws: s.words, masked: make([]bool, len(s.words))}
	f := g.figures()[0]
	second := newAutomaton(d.tokens(nil, s.Start, s.End))
	if q := d.quantity(g, f, 1); !d.isFirm(q, g, f, second) {
		t.Fatalf("%s should be firm", shown(q))
	}
	wrong := []func(*figure){
		func(f *figure) { f.low, f.high = 41, 41 }, func(f *figure) { f.high = 50 },
		func(f *figure) { f.bound = facts.BoundMin }, func(f *figure) { f.unit = "usd" }, func(f *figure) { f.unit = "person" },
	}
	for i, spoil := range wrong {
		bad := f
		spoil(&bad)
		if d.isFirm(d.quantity(g, bad, 1), g, bad, second) {
			t.Errorf("mistake %d is firm", i)
		}
	}
}
