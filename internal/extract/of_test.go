package extract

import "testing"

func TestWhatAFigureMeasures(t *testing.T) {
	for _, c := range []struct{ text, figure, of string }{
		{"The harbour paid a fine of $5 million on Monday.", "$5 million", "fine"},
		{"The bridge is 7 miles (11 km) long.", "11 km", "bridge"},
		{"The mine bought a 12% stake in a local smelter.", "12%", "stake in a local smelter"},
		{"The price of copper, which is mined in Zambia, fell 4% to $9,000.", "4%", "price of copper"},
		{"The price of copper fell 4% to $9,000.", "$9,000", "price of copper"},
		{"Rents rose by an average of 6 percent.", "6 percent", "Rents"},
		{"The yearly pupil spending: $900.", "$900", "yearly pupil spending"},
		{"• Adults with a pilot's licence: 40.5%", "40.5%", "Adults with a pilot's licence"},
		{"The ferry has a fixed price: $5.", "$5", "fixed price"},
		{"It would save $40 million.", "$40 million", ""},
		{"Ferry sales in the US climbed 8% to end at $70 million.", "$70 million", "Ferry sales in the US"},
		{"The firm plans a 60 kilometre pipeline.", "60 kilometre", "pipeline"},
		{"The ministry sold the tanker for $3 million in November.", "$3 million", "tanker"},
		{"Guards: Omar Lind (12.5 ppg, 4.1 rpg), Ivo Berg (9.3 ppg).", "4.1", "Omar Lind"},
		{"The ferry weighs 40 kg and the pump turns at 900 rpm.", "40 kg", "ferry"},
		{"Nordbank AG (NBK) fell 3%.", "3%", "Nordbank AG"},
		{"The town pays a fee of $5 for adults and $3 for children.", "$3", "children"},
		{"The town pays a fee of $5 for adults and $3 for children.", "$5", "adults"},
		{"The rule will cause harbour fees to rise 4%.", "4%", "harbour fees"},
		{"The median rent in Oslo was $900, down 5% on the year.", "5%", "median rent in Oslo"},
		{"The trade gap hit a record last year, having grown by $4 billion.", "$4 billion", "trade gap"},
		{"The market worth over $2 billion is growing 5% a year.", "5%", "market"},
		{"It is the best $200 phone.", "$200", "best $200 phone"},
		{"The path was a 2-mile (3 km) walk from the harbour.", "3 km", "walk from the harbour"},
		{"Truck sales rose to 300,000 vans.", "300,000", "Truck sales"},
		{"The crew painted 300 vans.", "300", "vans"},
		{"The comet returns to us every 70 years.", "70 years", ""},
		{"And rents rose 5%.", "5%", "rents"},
		{"Per litre, fuel cost $2.", "$2", "fuel"},
		{"The firm sells 3G and 4G networks.", "3", "networks"},
		{"They agreed on a steep cut of 30,000 barrels a day.", "30,000 barrels a day", "steep cut"},
		{"Flats from $1 million to $2 million stay 70 days on sale; $2 million to $3 million, 99 days.", "99 days", "Flats"},
		{"The firm wants to cut violent crime by 10%.", "10%", "violent crime"},
		{"The clinic reported spending $6 million on beds.", "$6 million", "beds"},
		{"They had trailed by 13 points before the break.", "13 points", ""},
		{"She served as a judge for 36 years.", "36 years", ""},
		{"The ferry sank 30 years ago.", "30 years", ""},
		{"The voyage will last about 90 minutes.", "about 90 minutes", "voyage"},
		{"A term of two years is usual.", "two years", "term"},
		{"Sales in the port fell, shedding 4%.", "4%", "Sales in the port"},
		{"After falling 3%, shares of Nordbank rose.", "3%", "shares of Nordbank"},
		{"A shop that had paid $5,000 was closed.", "$5,000", "shop"},
		{"The guard paid a fine of $40 and a fee of $2.", "$2", "fee"},
		{"The Nordic 30 rose 2%.", "2%", "Nordic 30"},
		{"Nurses aged 50 to 64 were asked.", "50 to 64", "Nurses"},
		{"The price of a bed in a hut in May was $40.", "$40", "price of a bed in a hut"},
		{"Of the 30 boats, 20 sank.", "20", "boats"},
		{"The port lost 300 boats on Monday and 40 were found.", "40", "boats"},
		{"Reports say 40 were hurt.", "40", ""},
		{"Last week Nordbank shares fell 3%.", "3%", "Nordbank shares"},
	} {
		found := false
		for _, q := range read(c.text) {
			if q.Text == c.figure {
				found = true
				if q.Of != c.of {
					t.Errorf("%q: %q measures %q, want %q", c.text, c.figure, q.Of, c.of)
				}
			}
		}
		if !found {
			t.Errorf("%q: no figure %q", c.text, c.figure)
		}
	}
}
