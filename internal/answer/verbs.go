package answer

import (
	"cmp"
	"strings"
	"sync"
)

// irregularVerbs are verbs whose participle no rule gives: base, past tense,
// participle.
const irregularVerbs = `
send sent sent; take took taken; give gave given; lose lost lost; win won won; buy bought bought; sell sold sold; build built built
make made made; pay paid paid; spend spent spent; find found found; hold held held; keep kept kept; lead led led; bring brought brought
catch caught caught; seek sought sought; fight fought fought; shoot shot shot; steal stole stolen; drive drove driven; write wrote written
draw drew drawn; grow grew grown; throw threw thrown; fly flew flown; break broke broken; choose chose chosen; cut cut cut; hit hit hit
put put put; set set set; shut shut shut; leave left left; lend lent lent; feed fed fed; sink sank sunk; get got got; hear heard heard
burn burnt burnt; lay laid laid; tear tore torn; strike struck struck; eat ate eaten; drink drank drunk; dig dug dug; bury buried buried
hurt hurt hurt; ship shipped shipped; plan planned planned; drop dropped dropped; ban banned banned; rob robbed robbed; cram crammed crammed
transfer transferred transferred; scrap scrapped scrapped; trap trapped trapped; fit fitted fitted; refer referred referred
supply supplied supplied; bury buried buried; deny denied denied; carry carried carried; occupy occupied occupied; identify identified identified
withdraw withdrew withdrawn; see saw seen; wear wore worn; show showed shown; rebuild rebuilt rebuilt; repay repaid repaid
undertake undertook undertaken; overthrow overthrew overthrown; light lit lit; bind bound bound; breed bred bred; sweep swept swept
spread spread spread; split split split; slay slew slain; know knew known; mislead misled misled; foresee foresaw foreseen
bear bore borne; forbid forbade forbidden; freeze froze frozen; hide hid hidden; ride rode ridden; weave wove woven; think thought thought
`

// regularVerbs are verbs that take what is counted as their object; their participle
// is the base with -ed.
const regularVerbs = `deploy dispatch move order deliver provide donate export import kill injure wound arrest detain capture rescue evacuate
 displace destroy damage close open plant harvest produce employ hire recruit train use serve transport load store process treat vaccinate
 test publish release launch award approve pledge allocate invest raise borrow charge fine elect appoint receive report record register
 count issue sign install replace repair remove cancel delay recall seize offer add collect consume contain create develop distribute
 examine expel extend fill finish fire free gather generate grant handle house inspect intercept kidnap land license list manage manufacture
 monitor mobilise mobilize operate own pack pick place post prepare print promise protect purchase recover recycle reject relocate rent
 require reserve restore return save score screen search secure select settle smuggle spot station stop stock sponsor supervise
 suspend teach tow trade turn view visit welcome withhold yield demolish discover fund generate host move invite join lift locate mark
 mine open pump question quarantine remove rescue reuse sample shelter slaughter staff stage store strand submit survey track treat
 unveil upgrade use value verify waive warn pardon pull quash raid reinstate resettle retrieve reunite uncover believe estimate suspect fear enrol enroll educate score pull push tie withdraw wash flood reopen replant reroute assign attract audit commit contract deport disburse earmark escort extract fell felled hospitalise hospitalize
 immunise impound inject lay-off lease levy log measure migrate nominate notify oust patrol pave pluck pledge post prosecute quarry refund refurbish refuel repatriate
 reward ration sack salvage scan shear shed sign stock subsidise subsidize supply tax trace truck tunnel uproot vacate voice weigh wipe`

// notObjects are forms in -ed of verbs that a number can follow without being their
// object: "averaged 30", "dropped 6 points".
var notObjects = wordSet(`dropped jumped climbed averaged totaled totalled lasted reached increased decreased declined gained slipped surged plunged
 tumbled exceeded weighed numbered remained aged needed wanted lived died turned spanned measured priced topped
 hoped wished asked called planned expected intended aimed threatened refused failed agreed vowed tried attempted seemed appeared stayed
 passed counted doubled tripled rated ranked trailed finished ended started waited worked walked traveled travelled sailed outnumbered
 equaled equalled matched lacked avoided prevented stopped denied ruled opposed considered discussed demanded sought
 doubted feared warned suspected estimated believed predicted projected forecast forecasted lowered cut bid imagined dreamed dreamt resembled based`)

// A verbTable knows the forms of the verbs above.
type verbTable struct {
	participle map[string]string // by form: past tense, participle, third person, -ing
	past       map[string]bool   // forms that tell of what was done
	present    map[string]bool   // forms that tell of what is done
	base       map[string]bool
	gerund     map[string]bool
}

// theVerbs is the one table, a constant.
var theVerbs = sync.OnceValue(newVerbTable)

func newVerbTable() *verbTable {
	t := &verbTable{participle: map[string]string{}, past: map[string]bool{}, present: map[string]bool{}, base: map[string]bool{}, gerund: map[string]bool{}}
	for _, line := range strings.FieldsFunc(irregularVerbs, func(r rune) bool { return r == '\n' || r == ';' }) {
		if f := strings.Fields(line); len(f) == 3 {
			t.add(f[0], f[1], f[2])
		}
	}
	for _, base := range strings.Fields(regularVerbs) {
		if _, irregular := t.participle[base]; !irregular {
			t.add(base, regularPast(base), regularPast(base))
		}
	}
	return t
}

func (t *verbTable) add(base, past, participle string) {
	ing := strings.TrimSuffix(base, "e") + "ing"
	if strings.HasSuffix(past, "ed") && len(past) == len(base)+3 { // "shipped", "shipping"
		ing = strings.TrimSuffix(past, "ed") + "ing"
	}
	switch base {
	case "get", "put", "set", "cut", "hit", "win", "shut", "dig", "forbid":
		ing = base + base[len(base)-1:] + "ing"
	}
	t.base[base], t.past[past], t.past[participle] = true, true, true
	t.gerund[ing], t.present[thirdPerson(base)] = true, true
	for _, form := range []string{base, past, participle, ing, thirdPerson(base)} {
		t.participle[form] = participle
	}
}

func regularPast(base string) string {
	if strings.HasSuffix(base, "e") {
		return base + "d"
	}
	return base + "ed"
}

func thirdPerson(base string) string {
	switch {
	case strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "s"), strings.HasSuffix(base, "x"):
		return base + "es"
	case strings.HasSuffix(base, "y") && !strings.ContainsAny(base[len(base)-2:len(base)-1], "aeiou"):
		return base[:len(base)-1] + "ies"
	}
	return base + "s"
}

// doneForm is the participle of a verb in the past tense or in the present: "sent"
// of "sent" and "sends". Empty for anything else.
func (t *verbTable) doneForm(word string) string {
	switch {
	case notObjects[word]:
		return ""
	case t.past[word] || t.present[word]:
		return t.participle[word]
	case strings.HasSuffix(word, "ed") && len(word) > len("need"):
		return word
	}
	return ""
}

// participles are the participles of the verbs in a text, and of the nouns made of
// them: what a line may say of what its sentence says.
func participles(words []string) []string {
	var out []string
	for _, w := range words {
		if p := cmp.Or(theVerbs().participle[w], happenings[w], comings[w]); p != "" && p != w {
			out = append(out, p)
		}
	}
	return out
}

// happenings are nouns for something done, with the participle of what it was done
// to: "the deployment of 300 men" are 300 men deployed.
var happenings = map[string]string{
	"deployment": "deployed", "dispatch": "dispatched", "evacuation": "evacuated", "killing": "killed", "purchase": "purchased",
	"delivery": "delivered", "release": "released", "arrest": "arrested", "capture": "captured", "detention": "detained",
	"destruction": "destroyed", "construction": "constructed", "closure": "closed", "closing": "closed", "opening": "opened",
	"shipment": "shipped", "transfer": "transferred", "recruitment": "recruited", "training": "trained", "rescue": "rescued",
	"appointment": "appointed", "removal": "removed", "cancellation": "cancelled", "recall": "recalled", "seizure": "seized",
	"production": "produced", "planting": "planted", "employment": "employed", "hiring": "hired", "withdrawal": "withdrawn",
	"export": "exported", "import": "imported", "installation": "installed", "abduction": "abducted", "kidnapping": "kidnapped",
	"displacement": "displaced", "expulsion": "expelled", "demolition": "demolished", "execution": "executed", "donation": "donated",
	"discovery": "discovered", "slaughter": "slaughtered", "vaccination": "vaccinated", "relocation": "relocated", "loss": "lost",
	"sale": "sold", "theft": "stolen", "injuring": "injured", "wounding": "wounded", "sinking": "sunk", "mobilisation": "mobilised",
	"mobilization": "mobilized", "establishment": "established", "creation": "created", "addition": "added",
}

// comings are nouns for what the counted themselves do: "300 men's arrival".
var comings = map[string]string{"arrival": "arrived", "return": "returned", "escape": "escaped", "departure": "departed", "defection": "defected",
	"death": "died", "deaths": "died", "resignation": "resigned"}
