package extract

import (
	"strings"

	"sitrep/internal/facts"
)

// A cue is a verb of saying, thinking or meaning, with what may follow it.
type cue struct {
	lemma      string
	takes      string // letters, see cueLines
	factuality string
}

func (c cue) can(letter string) bool { return strings.Contains(c.takes, letter) }

type tense int

const (
	tenseBase tense = iota
	tenseThird
	tensePast
	tenseIng
)

type cueForm struct {
	cue
	tense tense
}

// cueLines lists the cue verbs: lemma (with irregular past forms after slashes, or a + when the
// last consonant doubles), what may follow, factuality of the content.
//
//	b a clause with or without "that"     t a clause with "that" only
//	q a question word or whether          i to and an infinitive
//	o a hearer before the content         n a noun phrase that is the content
//	a a noun phrase "as" something        d direct speech
//	x also a common noun                  m an attitude, not speech: no holder of figures
//	p only with a preposition (prepositionalCues)   v shown by documents   c two noun phrases (call X Y)
const cueLines = `
say/said bqd CT+
tell/told boqid CT+
state btdn CT+
confirm btqn CT+
announce btnd CT+
add bd CT+
note btnqd CT+
report btnxd CT+
declare btnd CT+
acknowledge btnqd CT+
admit+ btnd CT+
concede btd CT+
stress btnd CT+
emphasize tnd CT+
emphasise tnd CT+
underscore tnx CT+
underline tn CT+
reiterate btnd CT+
affirm tn CT+
reaffirm tn CT+
assert btnd CT+
insist btd CT+
maintain t CT+
argue btd CT+
contend btd CT+
claim btixd PS+
allege btn PS+
suggest btn PS+
hint t PS+
speculate tq PS+
imply tn PS+
estimate btnqx PR+
believe bti PR+
think/thought bqd PR+
expect bti PR+
predict btnd PR+
forecast/forecast btnx PR+
project btx PR+
assess btn PR+
calculate tbn PR+
reckon b PR+
suspect btnx PS+
fear btx PS+
worry td PS+
doubt btqx PR-
indicate btnqv PR+
show/showed/shown btnqvx CT+
reveal btnqv CT+
find/found btv CT+
conclude btd CT+
determine tq CT+
discover tn CT+
demonstrate tnv CT+
warn btod PR+
caution btod PR+
remind otd CT+
assure obtd CT+
inform otn CT+
notify ot CT+
brief on CT+
explain btqnd CT+
describe na CT+
characterize na CT+
characterise na CT+
portray na CT+
depict na CT+
call c CT+
label nax CT+
dub+ c CT+
brand cx CT+
deny btn CT-
reject n CT-
dismiss na CT-
dispute nx CT-
refute n CT-
rebut+ n CT-
repudiate n CT-
disavow n CT-
contradict n CT-
accuse n PS+
blame nx PS+
charge tx PS+
ask oqidx Uu
question nqx Uu
wonder qd Uu
inquire q Uu
demand btinx Uu
request tnx Uu
urge oidn Uu
order oinx Uu
recommend btn Uu
propose bnit Uu
promise bix PR+
vow btix PR+
pledge btix PR+
threaten it PS+
warrant t CT+
testify td CT+
recall btqnd CT+
remember bqn CT+
recount qn CT+
relate t CT+
remark td CT+
comment tdx CT+
observe td CT+
reply td CT+
respond td CT+
retort d CT+
answer dx CT+
write/wrote/written btd CT+
tweet btdx CT+
post dx CT+
publish n CT+
shout td CT+
chant dx CT+
joke tdx CT+
quip+ td CT+
continue d CT+
repeat td CT+
echo nx CT+
cite n CT+
quote nx CT+
mention tn CT+
highlight ntx CT+
detail nqx CT+
outline nqx CT+
disclose tnq CT+
divulge tn CT+
specify tnq CT+
clarify tnq CT+
verify tnq CT+
signal t PR+
anticipate tnq PR+
foresee/foresaw/foreseen tn PR+
agree bt CT+
disagree t CT-
complain td CT+
lament tnd CT+
boast td CT+
tout n CT+
hail na CT+
praise nx CT+
applaud n CT+
thank n CT+
criticize n CT+
criticise n CT+
condemn na CT+
denounce na CT+
decry n CT+
slam+ nx CT+
blast nx CT+
mock n CT+
attack nxm CT+
defend nm CT+
welcome n CT+
endorse nm CT+
support nxm CT+
back nxm CT+
oppose nm CT+
favor nxm CT+
favour nxm CT+
want nim PS+
hope btixm PS+
wish btixm PS+
plan ixm PR+
intend im PR+
seek/sought inm PS+
seem im PR+
appear im PR+
prefer+ nim CT+
know/knew/known btqm CT+
understand/understood btqm CT+
realize btqm CT+
learn btqm CT+
feel/felt btm PR+
consider nqm PR+
see/saw/seen m CT+
read d CT+
decide btqim CT+
view nxm CT+
discuss nqm CT+
address nxm CT+
rule tx CT+
advise otid PR+
advocate nx Uu
plead id CT+
swear/swore/sworn bti CT+
pray tim PS+
guess bx PS+
figure bx PR+
judge tnx PR+
concur t CT+
attest t CT+
certify t CT+
corroborate tn CT+
proclaim btd CT+
profess ti PS+
opine td PS+
posit t PS+
hypothesize t PS+
theorize t PS+
surmise t PS+
deem m PR+
refer+ px CT+
point px CT+
object px CT+
react p CT+
talk px CT+
speak/spoke/spoken p CT+
push px Uu
press px Uu
apologize p CT+
`

// gapCues refuse the information itself: what follows is a stated gap.
var gapCues = wordSet("refuse refused refuses refusing decline declined declines declining refrain refrained refrains refraining")

// tellVerbs give information: denied ("did not provide"), they state a gap.
var tellVerbs = wordSet(`discuss talk speak address providing giving disclosing specifying saying commenting
	confirming responding revealing elaborating releasing offering sharing identifying naming clarifying explaining
	answering detailing publishing discussing talking speaking addressing provide provided give gave given disclose disclosed specify specified say said comment commented confirm
	confirmed respond responded reveal revealed elaborate elaborated release released offer offered share shared
	identify identified name named clarify clarified explain explained answer answered detail detailed publish
	published make made know known determine determined announce announced estimate estimated indicate indicated mention mentioned`)

// gapObjects are what is missing when a verb such as "provide" is denied.
var gapObjects = wordSet(`detail details information figure figures number numbers estimate estimates prediction predictions comment
	comments evidence breakdown toll timeline timetable date reason reasons explanation name names identity whether how
	when where why who what which response reply statement specifics further more immediately`)

// cueForms maps every form of every cue verb to the cue.
var cueForms = inflectCues(cueLines)

func inflectCues(lines string) map[string]cueForm {
	forms := make(map[string]cueForm)
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		f := strings.Fields(line)
		parts := strings.Split(f[0], "/")
		lemma := strings.TrimSuffix(parts[0], "+")
		c := cue{lemma: lemma, takes: f[1], factuality: f[2]}
		stem := lemma
		if parts[0] != lemma {
			stem += lemma[len(lemma)-1:]
		}
		forms[lemma] = cueForm{c, tenseBase}
		forms[thirdForm(lemma)] = cueForm{c, tenseThird}
		forms[ingForm(stem)] = cueForm{c, tenseIng}
		if len(parts) == 1 {
			forms[pastForm(stem)] = cueForm{c, tensePast}
		}
		for _, past := range parts[1:] {
			forms[past] = cueForm{c, tensePast}
		}
	}
	return forms
}

func endsConsonantY(s string) bool {
	return len(s) > 1 && s[len(s)-1] == 'y' && !strings.ContainsRune("aeiou", rune(s[len(s)-2]))
}

func thirdForm(s string) string {
	switch {
	case endsConsonantY(s):
		return s[:len(s)-1] + "ies"
	case strings.HasSuffix(s, "s"), strings.HasSuffix(s, "sh"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "o"), strings.HasSuffix(s, "x"):
		return s + "es"
	}
	return s + "s"
}

func pastForm(s string) string {
	switch {
	case endsConsonantY(s):
		return s[:len(s)-1] + "ied"
	case strings.HasSuffix(s, "e"):
		return s + "d"
	}
	return s + "ed"
}

func ingForm(s string) string {
	if strings.HasSuffix(s, "e") && !strings.HasSuffix(s, "ee") {
		s = s[:len(s)-1]
	}
	return s + "ing"
}

// prepositional cues: the verb with the word that must follow it.
var prepositionalCues = map[string]map[string]string{
	"for": {"call": facts.Unknown, "ask": facts.Unknown, "push": facts.Unknown, "press": facts.Unknown, "apologize": facts.Certain, "argue": facts.Certain},
	"on":  {"call": facts.Unknown, "comment": facts.Certain, "insist": facts.Certain},
	"to":  {"refer": facts.Certain, "point": facts.Certain, "object": facts.Certain, "respond": facts.Certain, "admit": facts.Certain, "react": facts.Certain},
	"out": {"point": facts.Certain, "rule": facts.CertainlyNot},
	"of":  {"speak": facts.Certain, "complain": facts.Certain, "warn": facts.Probable, "boast": facts.Certain},
	"about": {"talk": facts.Certain, "speak": facts.Certain, "complain": facts.Certain, "ask": facts.Unknown,
		"warn": facts.Probable, "worry": facts.Possible, "joke": facts.Certain},
}

// reportNouns name an utterance or a document: "reports from X", "X's claim that".
var reportNouns = wordSet(`report reports statement statements announcement announcements estimate estimates claim claims
	figure figures data information allegation allegations assertion assertions suggestion suggestions warning
	warnings accusation accusations denial denials comment comments remarks testimony account accounts promise
	promises pledge belief view argument arguments conclusion prediction predictions forecast forecasts
	projection projections assessment assessments finding findings evidence complaint complaints fear fears
	concern concerns hope hopes notion idea indication indications confirmation admission assurance assurances
	insistence speculation rumor rumors rumours contention criticism poll polls survey study analysis intelligence`)
