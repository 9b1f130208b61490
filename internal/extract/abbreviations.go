package extract

// An abbrevKind says what a dot behind an abbreviation tells about the sentence.
type abbrevKind int

const (
	abbrevTitle  abbrevKind = iota + 1 // a name follows: never the end
	abbrevNumber                       // a number follows: the end only before something else
	abbrevSoft                         // the end when a sentence starter follows
	abbrevTime                         // the end when a capital follows that is no zone or day
	abbrevMonth                        // as abbrevSoft, but a number goes on
)

// abbreviations, lower case, without the last dot.
var abbreviations = map[string]abbrevKind{
	"mr": abbrevTitle, "mrs": abbrevTitle, "ms": abbrevTitle, "messrs": abbrevTitle, "dr": abbrevTitle,
	"prof": abbrevTitle, "gen": abbrevTitle, "lt": abbrevTitle, "col": abbrevTitle, "maj": abbrevTitle,
	"capt": abbrevTitle, "cmdr": abbrevTitle, "sgt": abbrevTitle, "cpl": abbrevTitle, "pvt": abbrevTitle,
	"adm": abbrevTitle, "brig": abbrevTitle, "rep": abbrevTitle, "reps": abbrevTitle, "sen": abbrevTitle,
	"sens": abbrevTitle, "gov": abbrevTitle, "pres": abbrevTitle, "rev": abbrevTitle, "rt": abbrevTitle, "hon": abbrevTitle,
	"fr": abbrevTitle, "st": abbrevTitle, "ste": abbrevTitle, "mt": abbrevTitle, "ft": abbrevTitle,
	"det": abbrevTitle, "insp": abbrevTitle, "supt": abbrevTitle, "amb": abbrevTitle, "atty": abbrevTitle,
	"vs": abbrevTitle, "v": abbrevTitle, "e.g": abbrevTitle, "i.e": abbrevTitle, "cf": abbrevTitle,
	"approx": abbrevTitle, "est": abbrevSoft, "ca": abbrevTitle, "asst": abbrevTitle, "dept": abbrevSoft,

	"no": abbrevNumber, "nos": abbrevNumber, "p": abbrevNumber, "pp": abbrevNumber, "fig": abbrevNumber,
	"figs": abbrevNumber, "rs": abbrevNumber, "art": abbrevNumber, "vol": abbrevNumber, "ch": abbrevNumber, "sec": abbrevNumber,

	"inc": abbrevSoft, "corp": abbrevSoft, "ltd": abbrevSoft, "co": abbrevSoft, "cos": abbrevSoft,
	"llc": abbrevSoft, "plc": abbrevSoft, "bros": abbrevSoft, "jr": abbrevSoft, "sr": abbrevSoft,
	"ph.d": abbrevSoft, "m.d": abbrevSoft, "etc": abbrevSoft, "al": abbrevSoft, "d.c": abbrevSoft,
	"ave": abbrevSoft, "blvd": abbrevSoft, "rd": abbrevSoft, "u.s": abbrevSoft, "u.k": abbrevSoft,
	"jan": abbrevMonth, "feb": abbrevMonth, "mar": abbrevMonth, "apr": abbrevMonth, "jun": abbrevMonth,
	"jul": abbrevMonth, "aug": abbrevMonth, "sept": abbrevMonth, "sep": abbrevMonth, "oct": abbrevMonth,
	"nov": abbrevMonth, "dec": abbrevMonth, "tues": abbrevSoft, "thurs": abbrevSoft, "ala": abbrevSoft, "ariz": abbrevSoft, "ark": abbrevSoft,
	"calif": abbrevSoft, "colo": abbrevSoft, "conn": abbrevSoft, "fla": abbrevSoft, "ill": abbrevSoft,
	"kan": abbrevSoft, "ky": abbrevSoft, "mass": abbrevSoft, "mich": abbrevSoft, "minn": abbrevSoft,
	"miss": abbrevSoft, "mont": abbrevSoft, "neb": abbrevSoft, "nev": abbrevSoft, "okla": abbrevSoft,
	"tenn": abbrevSoft, "tex": abbrevSoft, "wash": abbrevSoft, "wis": abbrevSoft, "wyo": abbrevSoft,
	"sq": abbrevSoft, "mph": abbrevSoft, "hrs": abbrevSoft, "mins": abbrevSoft, "bn": abbrevSoft,

	"avg": abbrevSoft, "pop": abbrevSoft, "hwy": abbrevSoft, "pkwy": abbrevSoft, "apt": abbrevSoft, "govt": abbrevSoft,
	"intl": abbrevSoft, "natl": abbrevSoft, "assn": abbrevSoft, "univ": abbrevSoft, "mfg": abbrevSoft,

	"a.m": abbrevTime, "p.m": abbrevTime,
}

// wordAbbreviations are also ordinary words: their dot belongs to them only when
// the sentence goes on behind it.
var wordAbbreviations = map[string]bool{
	"no": true, "art": true, "miss": true, "mass": true, "ill": true, "wash": true, "mar": true,
	"fig": true, "co": true, "al": true, "sec": true, "est": true, "rep": true, "dec": true, "bn": true, "mph": true,
	"hrs": true, "mins": true, "tex": true, "p": true, "ca": true, "fr": true, "ch": true, "kan": true, "mt": true, "pop": true, "apt": true,
	"ft": true, "hon": true, "rev": true, "col": true, "gen": true, "det": true, "jun": true, "jul": true, "sep": true,
}

// placeAbbreviations stand before a name ("St. Louis") or end one ("Main St.").
var placeAbbreviations = wordSet(`st ft mt dr`)

// bangNames are names that end in an exclamation mark.
var bangNames = wordSet(`yahoo jeopardy`)

// sentenceStarters are words that, capitalised behind an abbreviation, begin a
// new sentence rather than go on with a name.
var sentenceStarters = wordSet(`a an the this that these those he she it they we i you his her its their our my
	there here but and or so yet however meanwhile moreover also then now still when while after before since
	if although though because as in on at by for from with under over during until according to of
	no nobody nothing not none some many most several all both each every another other others
	what who why how where which officials authorities police rescuers soldiers residents analysts experts
	investigators critics supporters witnesses lawmakers voters workers troops reports prices sales shares
	stocks people about more less only even last earlier later today yesterday once one two three just
	four five six seven eight nine ten dozens hundreds thousands millions nearly roughly almost approximately
	instead despite nonetheless nevertheless additionally hence thus still ministers doctors firefighters scientists
	researchers employees families students teachers parents patients prosecutors detectives neighbours neighbors
	activists economists diplomats passengers survivors`)

// zoneWords may follow "a.m." inside a sentence.
var zoneWords = wordSet(`eastern central mountain pacific et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst
	cet cest ist jst kst moscow london beijing local monday tuesday wednesday thursday friday saturday sunday
	january february march april may june july august september october november december
	jan feb mar apr jun jul aug sept sep oct nov dec`)
