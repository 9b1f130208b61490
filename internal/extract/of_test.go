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
		{"The trade worth above $2 billion grows 5% a year.", "5%", "trade"},
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
		{"By the old rule, 60 votes are needed to pass it.", "60 votes", ""},
		{"The lake was closed as 300 acres burned across the shore.", "300 acres", ""},
		{"In the survey 70 percent of nurses agreed and 20 percent did not.", "20 percent", "nurses"},
		{"In a study of 90 cooks, 3% had moved.", "3%", "cooks"},
		{"Of the 30 boats that left Oslo, 20 sank.", "20", "boats that left Oslo"},
		{"40% of nurses read it versus 30% in May.", "30%", "nurses"},
		{"The port counted 40 boats, up from 30 in May.", "30", "boats"},
		{"Prices are near a 40-year high of 9%.", "9%", "Prices"},
		{"The town hired 40 nurses, cooks and drivers.", "40", "nurses, cooks and drivers"},
		{"The town hired 40 nurses and fired a cook.", "40", "nurses"},
		{"The town hired two nurses, Lind and Berg.", "two", "nurses"},
		{"The state gave $5 million in water and sewer funds.", "$5 million", "water and sewer funds"},
		{"More than 40 nurses from small towns quit.", "More than 40", "nurses from small towns"},
		{"The strike by the harbour pilots lasted two months.", "two months", "strike by the harbour pilots"},
		{"People who live in Oslo and Bergen fell to 40%.", "40%", "People who live in Oslo and Bergen"},
		{"The boats moored at the pier cost $40,000.", "$40,000", "boats moored at the pier"},
		{"Sales since the port opened rose 5%.", "5%", "Sales"},
		{"Fish is fried before your eyes for $8.", "$8", "Fish"},
		{"Mrs Lind lost to Mr Berg by three points.", "three points", "Mrs Lind"},
		{"Mrs Lind led Mr Berg by 9 points.", "9 points", "Mrs Lind"},
		{"Residents of Dun, Maine, paid $40.", "$40", "Residents of Dun"},
		{"The council approved $3 million for shelters.", "$3 million", "shelters"},
		{"The firm invested $100 million in the plant.", "$100 million", "plant"},
		{"A guest paid a record-breaking $9,000 for a private dinner.", "$9,000", "private dinner"},
		{"The ferry cost the town $40 million.", "$40 million", "ferry"},
		{"The clerk got eight years in jail.", "eight years", "jail"},
		{"They hold aid for families earning less than $9,000.", "less than $9,000", "families"},
		{"They plan flats for pupils aged 12 to 15.", "12 to 15", "pupils"},
		{"They went up by wary half-point moves of the day.", "half-point", "moves"},
		{"He set three tips – 12%, 15% – on the screen.", "15%", "three tips"},
		{"He faced a trial on twenty “harbour charges” there.", "twenty", "harbour charges"},
		{"The 80-year-old judge's “mind is gone,” he said.", "80-year-old", "judge"},
		{"Lind owns 10% of his Nordbank (NBK) shares.", "10%", "Nordbank (NBK) shares"},
		{"He won 30 of the 40 first-place votes.", "30", "first-place votes"},
		{"The plan holds £45 million ($51 million) of tax cuts.", "$51 million", "tax cuts"},
		{"They gave millions of dollars in gifts.", "millions", "gifts"},
		{"They kept two years' worth of tax records.", "two years", "tax records"},
		{"The storm had maximum winds of 90 mph.", "90 mph", "maximum winds"},
		{"The coolers will cool milk to 20 degrees.", "20 degrees", "milk"},
		{"The bank saw exports drop by $3 million.", "$3 million", "exports"},
		{"A crew will fight a $9,000 fine set by the town.", "$9,000", "fine"},
		{"One of our ships carries 40 cars.", "One", "ships"},
		{"The guard got two years probation.", "two years", "probation"},
		{"They held a $90-a-plate dinner.", "$90", "dinner"},
		{"He ate one of the team's 11 pies.", "one", "pies"},
		{"The firm sold $3 million worth of new paint.", "$3 million", "new paint"},
		{"Exit polls say she won 80% of voters under 30 there.", "80%", "voters under 30"},
		{"Prices of dishes including rice, beans and fish rose 5%.", "5%", "Prices of dishes"},
		{"The cost of keeping a cat in town rose 5%.", "5%", "cost of keeping a cat in town"},
		{"He gave a two word answer.", "two", "answer"},
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

func TestWhatIsSaidOfAFigure(t *testing.T) {
	for _, c := range []struct{ text, figure, doing string }{
		{"By the old rule, 60 votes are needed to pass it.", "60 votes", "are needed to pass it"},
		{"The lake was closed as 300 acres burned across the shore.", "300 acres", "burned across the shore"},
		{"Another 6 million remain cut off.", "6 million", "remain cut off"},
		{"They read 300 letters Lind sent to the ministry.", "300", "Lind sent to the ministry"},
		{"It is one of 45 towns where dogs are banned.", "45", "where dogs are banned"},
		{"Four guests, including a nurse, fell ill in Oslo.", "Four", "fell ill in Oslo"},
		{"Forty nurses and a cook quit on Monday.", "Forty", "quit on Monday"},
		{"Reports of 30 boats in the bay shocked the town.", "30", ""},
		{"A total of 30 boats have sunk.", "30", "have sunk"},
		{"She wrote of 15 boats found in Oslo and says so.", "15", "found in Oslo"},
		{"Six nurses sent notes to the mayor, the council and the press.", "Six", "sent notes to the mayor, the council and the press"},
		{"One nurse called it a “grave mistake” on Monday.", "One", "called it a “grave mistake” on Monday"},
		{"Two nurses voted on a plan aimed at, and fit for, the poor.", "Two", "voted on a plan aimed"},
		{"The bus carrying 40 pupils was found in Oslo.", "40", ""},
		{"Two of the boats sank in May and a third boat was found.", "Two", "sank in May"},
		{"A nurse who lives ten blocks away quickly rang the police.", "ten", ""},
		{"They met 20 people at a clinic that opened in May.", "20", ""},
	} {
		found := false
		for _, q := range read(c.text) {
			if q.Text == c.figure {
				doing := ""
				if q.Doing != nil {
					doing = *q.Doing
				}
				if found = true; doing != c.doing {
					t.Errorf("%q: of %q it is said %q, want %q", c.text, c.figure, doing, c.doing)
				}
			}
		}
		if !found {
			t.Errorf("%q: no figure %q", c.text, c.figure)
		}
	}
}
