package extract

import "testing"

// Figures that pick out, leave out or name are not firm.
func TestPointsOut(t *testing.T) {
	for _, text := range []string{
		"It is one of the biggest barns.", "She became one of the richest bakers.", "The mill remains one of two on the river.", "He was hailed as one of the finest cooks.",
		"The loss is one more blow to the port.", "One of the reasons is that wool is cheap.", "One thing is clear.", "He’s also one of the founders.",
		"The harbour, one of the oldest in the north, froze.", "All but three voted for it.", "It rains in all but two of the counties.", "All except four boats sank.",
		"Her “60 percent” remark hurt him.", "The “20 to 30 percent” figure is false.", "I am 100 percent behind it.", "He was never 100 percent in her camp.",
		"Farmers between the ages of 30 and 45 are healthier.", "Norland took its support one step farther.", "They are two steps ahead of the crew.", "He sailed six weeks and a day behind them.",
		"The rate is up to 6 percent.", "The number of cases was up to 310 by noon.", "He woke up to four alarms.", "He played 300 days over six seasons.",
		"It was not 40 percent.", "Hundreds if not thousands of cows left.", "Wool is not at $30.", "It is not a 60 percent majority.", "There are six thefts for every 1,000 farmers.",
		"She does a million things at once.", "A smile is worth a thousand words.", "Call 1-800-BAKERS now.", "They all left except for three men.", "It makes one wonder.", "They made a one-for-one swap.", "She repairs it one barn at a time.", "It takes one year at a time.", "He joined the 4-H club.", "10 Things to know.",
		"That is clear at one level.", "Graves were found near two bridges.", "They rallied around two captains.", "He had 40 goals over six games.", "Ghent came within two of the leaders.", "He hit a 7-iron there.", "It is a 3-D film.", "The flag has 40 white, five-pointed stars.",
	} {
		for _, q := range read(text) {
			if q.Firm && q.Unit != "day" && q.Unit != "theft" && q.Unit != "goal" {
				t.Errorf("%q: firm %s", text, shown(q))
			}
		}
	}
	for _, text := range []string{
		"One of the boats sank.", "There was one more death.", "There is one of them left.", "In July, one of the barns burned.", "There may be more than one cause.",
		"All three voted for it.", "A “60 percent” share is theirs.", "Turnout was 100 percent in Ghent.", "He left six weeks after the vote.",
		"The reward is up to $20,000.", "Menus can be up to 90% plastic.", "It holds up to four people.", "It runs for over 30 days.", "She takes it every 12 hours.", "He has a million followers.", "Around two dozen cows left.", "There are over six islands.", "It is not only cold, but 40 barns burned.",
	} {
		for i, q := range read(text) {
			if i == 0 && !q.Firm {
				t.Errorf("%q: not firm %s", text, shown(q))
			}
		}
	}
}

// What tops or surpasses a number is more.
func TestTopped(t *testing.T) {
	for _, tt := range [][2]string{
		{"Sales could top $3 billion.", "top $3 billion = 3000000000 usd min"},
		{"Inflation is expected to top 7%.", "top 7% = 7 percent min"},
		{"Wool prices surpass $40 there.", "surpass $40 = 40 usd min"},
		{"Her record tops 600 pages.", "tops 600 = 600 page min"},
		{"The storm cut power to 40,000 homes.", "40,000 = 40000 home exact"},
		{"The planes dropped about 400 leaflets.", "about 400 = 400 leaflet approx"},
		{"The frost plunged 900 farmers into debt.", "900 = 900 person exact"},
		{"Ghent dropped 12 places.", "12 = 12 place exact down"},
		{"The mayor cut aid to $3 million.", "$3 million = 3000000 usd exact down"},
		{"Here are the top 10 films.", "10 = 10 film exact"},
		{"Top 10 films of the year.", "10 = 10 film exact"},
	} {
		if qs := read(tt[0]); len(qs) != 1 || shown(qs[0]) != tt[1] {
			t.Errorf("%q: want %s, got %s", tt[0], tt[1], shownFirst(qs))
		}
	}
}
