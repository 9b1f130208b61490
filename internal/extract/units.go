package extract

import "strings"

// unitTable holds the canonical units: name, then the forms it is written in.
// Plurals in -s are made by the reader of the table.
const unitTable = `
percent: %|percent|per cent|pct|percentage
percentage point: percentage point|percent point|pct point|per cent point|pp
basis point: basis point|bp|bps
usd: dollar|us dollar|u.s. dollar|american dollar|buck|us $
eur: euro
gbp: pound sterling|british pound|pounds sterling|quid
cent: cent|us cent|eurocent|euro cent|¢
penny: penny|pence
satoshi: satoshi
sen: sen
jpy: yen|japanese yen
cny: yuan|chinese yuan|renminbi
krw: won|korean won|south korean won
inr: rupee|indian rupee
pkr: pakistani rupee
aud: australian dollar
cad: canadian dollar
nzd: new zealand dollar
hkd: hong kong dollar
sgd: singapore dollar|singaporean dollar
chf: swiss franc
rub: ruble|rouble|russian ruble|russian rouble
uah: hryvnia|hryvnias
try: lira|turkish lira
myr: ringgit|malaysian ringgit
zar: rand|south african rand
ils: shekel|israeli shekel
sek: krona|kronor|swedish krona|swedish kronor|swedish crown
nok: norwegian krone|norwegian kroner|norwegian crown
dkk: krone|kroner|danish krone|danish kroner|danish crown
isk: icelandic krona|icelandic kronur
brl: brazilian real|brazilian reais|reais
mxn: mexican peso
php: philippine peso|philippines peso
cop: colombian peso
clp: chilean peso
ars: argentine peso|argentinian peso
aed: dirham|uae dirham|emirati dirham
sar: saudi riyal|saudi rial
irr: iranian rial
qar: qatari riyal|qatari rial
kwd: kuwaiti dinar
iqd: iraqi dinar
egp: egyptian pound
lbp: lebanese pound|lebanese lira
syp: syrian pound
ngn: naira|nigerian naira
kes: kenyan shilling
ugx: ugandan shilling
tzs: tanzanian shilling
ghs: cedi|ghanaian cedi
etb: birr|ethiopian birr
idr: rupiah|indonesian rupiah
thb: baht|thai baht
vnd: dong|vietnamese dong
twd: taiwan dollar|taiwanese dollar|new taiwan dollar
lkr: sri lankan rupee
npr: nepali rupee|nepalese rupee
bdt: taka|bangladeshi taka
pln: zloty|zlotys|polish zloty|polish zlotys
czk: koruna|czech koruna|czech crown
huf: forint|hungarian forint
ron: romanian leu|romanian lei
bgn: bulgarian lev|bulgarian leva
bitcoin: bitcoin
kilometre: kilometre|kilometer|km|kms
metre: metre|meter|m
centimetre: centimetre|centimeter|cm
millimetre: millimetre|millimeter|mm
nanometre: nanometre|nanometer
mile: mile|mi
nautical mile: nautical mile
yard: yard|yd
foot: foot|feet|ft|ft.|′
inch: inch|inches|in|in.|″
light-year: light-year|light year
square kilometre: square kilometre|square kilometer|sq km|sq. km|km2|km²
square metre: square metre|square meter|sq m|sq. m|sqm|m2|m²
square mile: square mile|sq mi|sq. mi
square foot: square foot|square feet|sq ft|sq. ft|sqft
acre: acre
hectare: hectare|ha
cubic metre: cubic metre|cubic meter|m3|m³
cubic foot: cubic foot|cubic feet|cu ft
cubic kilometre: cubic kilometre|cubic kilometer
cubic mile: cubic mile
cubic yard: cubic yard
square inch: square inch|square inches|sq in
square yard: square yard
acre-foot: acre-foot|acre-feet|acre foot|acre feet
micrometre: micrometre|micrometer|micron|µm
kilometre per hour: kilometre per hour|kilometres per hour|kilometer per hour|kilometers per hour|km/h|kmh|kph|kilometres an hour|kilometers an hour
mile per hour: mile per hour|miles per hour|mph|m.p.h.|m.p.h|miles an hour
metre per second: metre per second|metres per second|meters per second|m/s
mile per gallon: mile per gallon|miles per gallon|mpg
knot: knot
kilogram: kilogram|kilogramme|kilo|kg|kgs
gram: gram|gramme|g
milligram: milligram|mg
microgram: microgram|mcg|µg
tonne: tonne|metric ton|metric tonne
ton: ton
pound: pound|lb|lbs|lb.|lbs.
ounce: ounce|oz|fluid ounce
stone: stone
litre: litre|liter|l
millilitre: millilitre|milliliter|ml|cc
gallon: gallon
pint: pint
quart: quart
cup: cup
tablespoon: tablespoon|tbsp
teaspoon: teaspoon|tsp
barrel: barrel|bbl
barrel per day: barrel per day|barrels per day|barrels a day|bpd|b/d|barrel-a-day|barrel-per-day
bushel: bushel
celsius: celsius|degree celsius|degrees celsius|°c|degrees centigrade|degree centigrade|degrees c|degree c|c
fahrenheit: fahrenheit|degree fahrenheit|degrees fahrenheit|°f|degrees f|degree f|f
degree: degree|°
kelvin: kelvin
watt: watt|w
kilowatt: kilowatt|kw
megawatt: megawatt|mw
gigawatt: gigawatt|gw
kilowatt hour: kilowatt hour|kilowatt-hour|kwh
megawatt hour: megawatt hour|megawatt-hour|mwh
gigawatt hour: gigawatt hour|gigawatt-hour|gwh
horsepower: horsepower|hp|bhp
newton metre: newton metre|newton meter
volt: volt
ampere: amp|ampere
milliampere hour: mah
hertz: hertz|hz
kilohertz: kilohertz|khz
megahertz: megahertz|mhz
gigahertz: gigahertz|ghz
decibel: decibel|db
byte: byte
kilobyte: kilobyte|kb
megabyte: megabyte|mb
gigabyte: gigabyte|gb|gig
terabyte: terabyte|tb
megabit per second: megabits per second|mbps
gigabit per second: gigabits per second|gbps
gigabit: gigabit
megabit: megabit
petabyte: petabyte
megapixel: megapixel|mp
pixel: pixel
calorie: calorie|kcal
kilocalorie: kilocalorie
joule: joule
kilojoule: kilojoule|kj
pascal: pascal|pa
kilopascal: kilopascal|kpa
megapascal: megapascal|mpa
gigapascal: gigapascal|gpa
hectopascal: hectopascal|hpa
millibar: millibar|mb.
pound per square inch: psi|pounds per square inch|pound per square inch
part per million: part per million|parts per million|ppm|parts-per-million
part per billion: part per billion|parts per billion|ppb|parts-per-billion
part per trillion: part per trillion|parts per trillion|ppt|parts-per-trillion
lumen: lumen
voltampere: voltampere
millivolt: millivolt|mv
kilovolt: kilovolt|kv
terawatt: terawatt
terawatt hour: terawatt hour|terawatt-hour|twh
milliamp: milliamp|ma
sievert: sievert
millisievert: millisievert|msv
second: second|sec|secs
millisecond: millisecond|ms
microsecond: microsecond
nanosecond: nanosecond
minute: minute|min|mins
hour: hour|hr|hrs|h
day: day|day-old|days-old
night: night
week: week|wk|wks|week-old|weeks-old
fortnight: fortnight
month: month|mos|month-old|months-old
quarter: fiscal quarter
year: year|yr|yrs|year-old|years-old|yo|y/o|y.o.|calendar year|leap year
decade: decade
century: century|centuries
generation: generation
revolution per minute: revolutions per minute|rpm
point: point|pt|pts
goal: goal
vote: vote
share: share
person: person|people|persons
magnitude: magnitude
carat: carat
`

// A unitForm is one written form of a unit.
type unitForm struct {
	name  string
	words int // how many words the form has
}

// unitForms maps a written form in lower case, words parted by one blank, to its unit.
var unitForms = readUnits(strings.TrimSpace(moneyTable) + unitTable)

// maxUnitWords is the length of the longest form.
const maxUnitWords = 4

// unitNames are the canonical units of a table.
func unitNames(table string) map[string]bool {
	names := make(map[string]bool)
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		name, _, _ := strings.Cut(line, ": ")
		names[name] = true
	}
	return names
}

func readUnits(table string) map[string]unitForm {
	forms := make(map[string]unitForm)
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		name, list, _ := strings.Cut(line, ": ")
		for _, form := range strings.Split(list, "|") {
			u := unitForm{name, len(strings.Fields(form))}
			forms[form] = u
			if _, taken := forms[form+"s"]; !taken && len(form) > 2 {
				forms[form+"s"] = u
			}
		}
	}
	return forms
}

// currencyUnits are the canonical units that are money.
var currencyUnits = moneyUnits()

func moneyUnits() map[string]bool {
	set := wordSet("cent penny sen bitcoin")
	for name := range smallMoneyNames {
		set[name] = true
	}
	for _, table := range []map[string]string{currencySigns, dollarPrefixes, currencyCodes} {
		for _, name := range table {
			set[name] = true
		}
	}
	return set
}

// timeUnits are the canonical units that measure time.
var timeUnits = wordSet("second minute hour day night week fortnight month quarter year decade century")

// letterUnits are forms of one or two letters: units only when they touch the
// number or it is in digits, and in this letter case where they are names of others.
var letterUnits = wordSet("g l m w v h c f mi ft in in. lb oz hp kw mw gw hz db kb mb gb tb mp ms pp bp km cm mm mg kg ml cc ha yd hr pt wk pa gpa mv kv ma kj yo")

// personNouns denote people, in the plural or as a mass.
var personNouns = wordSet(`people persons troops soldiers officers civilians workers children students voters patients
	men women boys girls kids adults babies infants teenagers teens youths elders seniors pensioners officials
	police policemen troopers servicemen servicewomen personnel staff crew crews sailors marines pilots fighters
	militants rebels insurgents terrorists gunmen attackers suspects prisoners hostages captives detainees inmates
	refugees migrants immigrants evacuees residents citizens inhabitants villagers locals tourists
	passengers commuters pedestrians motorists drivers cyclists victims survivors casualties fatalities dead wounded
	injured employees staffers staffs teachers doctors nurses medics paramedics firefighters rescuers
	volunteers protesters protestors demonstrators activists supporters fans spectators viewers readers users
	customers consumers clients shoppers buyers sellers investors shareholders traders analysts experts scientists
	researchers engineers lawyers judges lawmakers legislators senators representatives delegates members ministers
	leaders guards guests visitors attendees participants candidates respondents applicants graduates pupils
	parents mothers fathers sons daughters brothers sisters siblings friends neighbours neighbors
	conscripts recruits reservists veterans mercenaries commandos paratroopers infantrymen guerrillas peacekeepers
	journalists reporters correspondents photographers players athletes coaches judges jurors witnesses bystanders
	believers pilgrims worshippers farmers fishermen miners truckers builders electricians plumbers singers actors
	musicians writers authors artists ambassadors diplomats agents spies hackers smugglers criminals offenders
	gangsters dealers addicts smokers donors subscribers followers listeners homeowners tenants landlords owners
	managers executives directors chiefs bosses founders partners contractors freelancers hires recruits
	americans russians ukrainians chinese japanese koreans israelis palestinians iranians iraqis syrians afghans
	indians pakistanis germans britons french italians spaniards poles turks canadians australians africans
	europeans asians mexicans brazilians egyptians lebanese yemenis sudanese ethiopians nigerians kenyans
	muslims christians jews hindus buddhists catholics democrats republicans human humans individuals souls
	man woman child person soldier officer civilian worker student voter patient boy girl official suspect prisoner
	hostage refugee migrant resident citizen passenger driver victim survivor employee teacher doctor nurse
	protester demonstrator user customer member player teenager policeman gunman attacker fighter militant`)

// personEndings mark nouns of people among plurals not in the list.
var personEndings = []string{"workers", "makers", "holders", "goers", "keepers", "seekers", "leaders", "owners", "players",
	"fighters", "men", "women", "ologists", "graphers", "icians", "crats", "ists", "eers", "ees"}

// notPersons have such an ending and are no people.
var notPersons = wordSet("committees degrees trees fees bees guarantees lists cysts twists fists specimen regimen " +
	"knees trees jamborees levees marquees beers careers tees piers frontiers dioceses abdomen " +
	"emails omen franchises " +
	"assists playlists checklists shortlists waitlists blacklists heists wrists consists " +
	"automakers carmakers drugmakers chipmakers planemakers toymakers coffees toffees subcommittees entrees pedigrees decrees")

// isPersonNoun reports whether the noun, lower case, denotes people.
func isPersonNoun(w string) bool {
	if personNouns[w] {
		return true
	}
	if notPersons[w] || len(w) < 6 {
		return false
	}
	for _, e := range personEndings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// irregularPlurals do not end in -s.
var irregularPlurals = map[string]string{
	"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse",
	"geese": "goose", "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf", "wolves": "wolf", "halves": "half",
	"shelves": "shelf", "thieves": "thief", "loaves": "loaf", "criteria": "criterion", "phenomena": "phenomenon", "data": "data",
	"media": "media", "police": "police", "personnel": "personnel", "staff": "staff", "cattle": "cattle", "sheep": "sheep",
	"aircraft": "aircraft", "spacecraft": "spacecraft", "fish": "fish", "series": "series", "species": "species",
	"crises": "crisis", "analyses": "analysis", "bases": "base", "theses": "thesis", "oxen": "ox", "cactuses": "cactus",
	"buses": "bus", "gases": "gas", "viruses": "virus", "campuses": "campus", "houses": "house", "causes": "cause",
	"cases": "case", "phases": "phase", "purchases": "purchase", "increases": "increase", "decreases": "decrease", "releases": "release",
	"diseases": "disease", "expenses": "expense", "licenses": "license", "responses": "response", "horses": "horse", "nurses": "nurse",
	"courses": "course", "sentences": "sentence", "votes": "vote", "dead": "dead", "wounded": "wounded", "injured": "injured",
	"movies": "movie", "cookies": "cookie", "zombies": "zombie", "ties": "tie", "hooves": "hoof", "troops": "troop", "warheads": "warhead",
	"policemen": "policeman", "servicemen": "serviceman", "gunmen": "gunman", "firemen": "fireman", "aircrafts": "aircraft",
	"heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "vetoes": "veto", "shoes": "shoe", "axes": "axe",
	"selfies": "selfie", "rookies": "rookie", "calories": "calorie", "prairies": "prairie", "brownies": "brownie", "smoothies": "smoothie",
	"diagnoses": "diagnosis", "hypotheses": "hypothesis", "oases": "oasis",
	"warships": "warship", "headquarters": "headquarters", "means": "means", "news": "news",
}

// isPlural reports whether the word, lower case, looks like a plural noun.
func isPlural(w string) bool {
	if _, ok := irregularPlurals[w]; ok {
		return true
	}
	n := len(w)
	if n < 4 || w[n-1] != 's' {
		return n == 3 && w[n-1] == 's' && w != "gas" && w != "bus" && w != "was" && w != "has" && w != "his" && w != "yes" && w != "its"
	}
	switch w[n-2] {
	case 's', 'u', 'i', '\'':
		return false
	}
	return true
}

// singular is the singular of a noun, lower case.
func singular(w string) string {
	if s, ok := irregularPlurals[w]; ok {
		return s
	}
	if !isPlural(w) {
		return w
	}
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 4 && (strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "zes") ||
		strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes")):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}
