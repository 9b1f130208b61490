package extract

import "testing"

// Figures that the words around them turn into something else are not firm.
func TestSpokenFor(t *testing.T) {
	for _, text := range []string{
		"It takes maybe three, four weeks.", "She needs one, or two, or three reasons.", "It is 12, 14, 15 percent.", "They paid $50, $60 there.",
		"The play lasted 2 hours, 12 minutes.", "He reigned for 31 years 40 days.", "The pole is 6 feet 2 inches long.", "It took a year and two months.",
		"The rate is 45, plus or minus 2 km.", "The harbour aims for net zero emissions.", "It is a zero-sum game.", "It had one quarter of weak growth.",
		"That is the $64,000 question.", "The bank made a three-quarter-point cut.", "It was one hell of a match.", "Their barn is larger than 58 of 61.",
		"Their lake is larger than three towns.", "She drove a two-seater.", "He caught 10-footers.", "Cut it into ½ -inch slices.", "He sang “Six Lost Boats” there.",
		"One baker's first oven broke.", "He knew two songs, one good.", "She was one shy of the record.", "Hundreds or maybe thousands of boats left.",
		"It is two and possibly six weeks away.", "Fees went up to $40 there.", "Risk fell by 18% to 31%.",
		"The HB 7 vote failed.", "HB 7 shuts down barns.", "You are gone four days, five days.", "It is a 21-foot, 4-inch pole.", "They win by four to one.",
		"Both songs made top 10 debuts.", "He ran to the 50-yard line.", "“Millions,” a film, is good.", "Read our 9 Songs You Should Know list.", "A couple looks at the sea.", "He went down on one knee.", "Seats run from $20 for a child up to $40 for a group.",
		"She lived another year and half there.", "He wrote a novel about two teachers.", "She is of two minds on it.", "He stood on the three-point line.", "The “Six-Burst” is a star.", "He owns a one-eyed dog.", "It begins with episode one of the new series.", "He went from one town to the next.", "He closed with a 4-under 68.",
		"It saves millions – perhaps billions – of trees.", "He walked over three islands.",
	} {
		for i, q := range read(text) {
			if q.Firm && (i > 0 || q.Unit != "song" && q.Text != "$20") {
				t.Errorf("%q: firm %s", text, shown(q))
			}
		}
	}
	for _, text := range []string{
		"It has three, four and five doors.", "The share fell $2, or 3 percent, by noon.", "Miller, 34, and 12 bakers left.", "In 2019, 25 bakers left.",
		"The poll has a margin of error of plus or minus 3 percentage points.", "There were zero deaths.", "A quarter of farmers left.",
		"Two people, one dead, were found.", "“It was cold,” one Norwegian said.", "It was a five-player trade.", "She saw over 50 islands.", "It runs for two hours.", "They lost by 44 percent to 31 percent.", "Rates rose by 5% to 40%.", "It took a couple days.", "Here are our top 10 films.", "It took four days, and five men came.", "A couple of barns burned.", "A couple nurses left.",
	} {
		for i, q := range read(text) {
			if i == 0 && !q.Firm {
				t.Errorf("%q: not firm %s", text, shown(q))
			}
		}
	}
}

func TestBoundsUnitsAndRates(t *testing.T) {
	for _, tt := range [][2]string{
		{"Thousands of square miles flooded.", "Thousands = 1000..10000 square mile approx"},
		{"The level was back up to 61% by noon.", "61% = 61 percent exact up"},
		{"The pier is not even a decade old.", "not even a decade old = 1 decade max"},
		{"They own at least about 40 barns.", "at least about 40 = 40 barn min"},
		{"They own up to roughly 40 barns.", "up to roughly 40 = 40 barn max"},
		{"The mill cost closer to $25 million.", "closer to $25 million = 25000000 usd approx"},
		{"He moved closer to two barns.", "two = 2 barn exact ?"},
		{"It is the 30- to 34-year-old group.", "30- to 34-year-old = 30..34 year exact"},
		{"He had six assists.", "six = 6 assist exact"},
		{"We are one crew.", "one = 1 crew exact"},
		{"Three fire crews came.", "Three = 3 crew exact"},
		{"There is one confirmed case right now.", "one = 1 case exact"},
		{"The tax fell to a 31-year low.", "31-year = 31 year exact"},
		{"It got out of the slump within two years.", "within two years = 2 year max"},
		{"They earn $900 annually.", "$900 = 900 usd exact /year"},
		{"They earn $90 weekly wages.", "$90 = 90 usd exact"},
		{"They earn $20 or more an hour.", "$20 or more = 20 usd min /hour"},
		{"They charge $4 a gallon or less.", "$4 a gallon or less = 4 usd max /gallon"},
		{"He wants a $15-an-hour minimum wage.", "$15 = 15 usd exact /hour"},
		{"They pay $8/mo for it.", "$8 = 8 usd exact /month"},
		{"Bakers 65 and older need it.", "65 and older = 65 year min"},
		{"All cows ages 6 months and older need it.", "6 months and older = 6 month min"},
		{"Goats under 5 years old and older sheep fell ill.", "under 5 years old = 5 year max ?"},
		{"The rain can last two weeks.", "two weeks = 2 week exact"},
		{"It feeds thousands of farmers thanks to the mayor.", "thousands = 1000..10000 person approx"},
		{"They ship $9 billion in farm goods each day.", "$9 billion = 9000000000 usd exact /day"},
	} {
		qs := read(tt[0])
		if len(qs) != 1 || shown(qs[0]) != tt[1] {
			t.Errorf("%q: want %s, got %s", tt[0], tt[1], shownFirst(qs))
		}
	}
}
