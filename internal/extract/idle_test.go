package extract

import "testing"

// Figures that are read well and still must not be stated.
func TestIdle(t *testing.T) {
	for _, text := range []string{
		"One voter in three stayed away.", "Three of every 10 farmers left.", "A 1-in-100-year flood came.", "Pick 5 or 10 cards.", "It costs $20 or $30 a head.", "Nine of ten farmers agree.", "It is half of 1 percent.",
		"Drivers under 30 pay more.", "At one point she sang.", "She came home one night.", "He is the only one ready.",
		"They back one team or another.", "They took one side over the other.", "He will rally them around one captain.",
		"We sold one less ticket there.", "It was one of us.", "One notable feature is its roof.", "One trader called Miller sold it.",
		"We read the 300 Miller's clerks kept.", "They hired four plain-clothes city guards.", "He bought 14 cars and trucks.",
		"They ask six-figure fees.", "There is only one match tonight.", "One of every nine farmers left.", "It is the number one worry there.",
		"They will not send more than three guards.", "It is the same one Miller lost.", "They saw a separate one Miller filed.", "One baker supporting Mr. Lee left.", "They did not say one word.", "They speak with one voice.", "She is blond and 5-foot-11.",
		"We saw one Ohio Department of Transport sign.", "These are 9 Big Things Bakers Said.", "They have 7,500 elite troops overseas.", "Work by four trade experts suggests that it falls.", "It took a month or six weeks.", "They let in children under age 14.",
		"It has one of the lowest percentages here.", "The plan is one of being slow.", "They chose one that's less rigid than others.", "On one side stands the wool trade.",
	} {
		for _, q := range read(text) {
			if q.Firm {
				t.Errorf("%q: firm %s", text, shown(q))
			}
		}
	}
	for _, text := range []string{
		"Only one of the boats left.", "The rain lasted one night.", "Only 1 percent of farmers left.", "They hired 12 fact-checkers working there.",
		"They met one guard and two cooks.", "He earns 20 percent or more.", "It has 70 super PACs.", "The calf was a day old.", "He did not know that more than 20 guards left.",
		"One of Mr. Miller's drivers left.", "The two largest teachers unions left.", "They broke five previous council rules.", "It is borne by roughly 60 of its workers.", "One clerk claimed that it was shut.", "He led in the dozen local surveys.", "It will cost $70,000 in 12 years.",
	} {
		for i, q := range read(text) {
			if !q.Firm && i == 0 {
				t.Errorf("%q: not firm %s", text, shown(q))
			}
		}
	}
}

// A long run of digits in an attribute is a code and no quantity.
func TestCodeInAttribute(t *testing.T) {
	if got := read(`See <post id="690998951823015936"> here.`); len(got) != 0 {
		t.Errorf("quantities %v", shown(got[0]))
	}
}
