package extract

// Words that tell what kind of holder a noun phrase names.
var (
	honorifics = map[string]string{"mr.": "m", "mr": "m", "mrs.": "f", "mrs": "f", "ms.": "f", "ms": "f", "miss": "f",
		"sir": "m", "lord": "m", "lady": "f", "dame": "f", "dr.": "", "dr": "", "messrs.": "m"}
	titleWords = wordSet(`president minister secretary chief director spokesman spokeswoman spokesperson mayor governor senator
		judge justice general colonel captain major admiral professor analyst chairman chairwoman chair ceo officer attorney
		commander king queen prince princess pope ambassador congressman congresswoman representative chancellor premier
		sen. rep. gov. gen. lt. col. maj. capt. prof. adm. sgt. rev. sheriff inspector superintendent detective
		commissioner coach manager strategist adviser advisor leader nominee candidate speaker author economist
		lawyer counsel prosecutor researcher scientist founder co-founder deputy aide envoy marshal lieutenant
		sergeant reporter correspondent editor columnist host anchor historian activist bishop cardinal archbishop
		undersecretary treasurer comptroller auditor vice-president dean head lawmaker legislator mp owner executive`)
	offices = wordSet(`state defense defence homeland security health human services treasury justice education energy labor labour
		commerce transportation agriculture interior veterans affairs foreign war staff police operations navy army
		and the & for general finance trade europe economy`)
	womanly = wordSet("spokeswoman congresswoman chairwoman queen princess policewoman mother wife daughter sister woman widow")
	manly   = wordSet("spokesman congressman chairman king prince pope policeman father husband son brother man")

	officials = wordSet(`official officials source sources aide aides diplomat diplomats authorities adviser advisers advisor
		advisors analyst analysts expert experts officer officers investigators prosecutors lawmakers ministers
		commanders witnesses witness spokesman spokeswoman spokesperson spokespeople spokesmen people person
		insiders researchers scientists doctors executives residents survivors relatives critics economists
		rescuers firefighters detectives`)
	governmentWords = wordSet(`government governments ministry ministries kremlin pentagon department administration embassy parliament
		congress senate army military navy force forces presidency cabinet treasury nato state council court
		police authority agency bureau commission fbi cia eu duma`)
	orgWords = wordSet(`company corporation inc inc. corp corp. ltd ltd. plc llc group bank university institute association
		organization organisation union committee party campaign foundation fund agency center centre society
		council commission times post journal herald tribune news press network magazine post-gazette hospital
		school church club league federation board team firm airline airlines service services watch rights nations
		house court office bureau department ministry reuters bloomberg college laboratory coalition alliance front movement
		airways motors energy partners capital technologies systems holdings television radio street army force forces
		chamber museum observatory survey poll international global world national department
		study analysis survey report database register crescent cross`)
	reportWords = wordSet(`reports report accounts news media rumors rumours outlets newspapers studies study poll polls survey surveys
		data figures statistics documents document records record evidence intelligence analysis research index`)
)
