package extract

import "strings"

// Closed classes of English words, lower case. They stand in for a tagger: what
// opens a noun phrase, what links two clauses, what makes a verb finite.
var (
	openers = wordSet(`a an the this that these those his her its their our my your some any no every each
		many several few most all both another other such one two three more`)
	subjectPronouns = wordSet("he she they it we i you who which that this these those there")
	helpers         = wordSet(`is are was were be been being am has have had having do does did will would can could may might
		must shall should cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't
		wouldn't can't couldn't mustn't shouldn't`)
	finiteHelpers = wordSet(`is are was were am has have had do does did will would can could may might
		must shall should cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't
		wouldn't can't couldn't mustn't shouldn't it's he's she's they're we're that's there's i'm they've
		we've i've he'd she'd they'd we'd i'd he'll she'll they'll we'll it'll i'll you're`)
	modals = wordSet("will would can could may might must shall should cannot won't wouldn't can't couldn't mustn't shouldn't")
	links  = wordSet(`of in on at by for from with to into onto over under about against among between through during
		before after since until near off toward towards within without regarding concerning despite amid
		amidst including via per across around behind beyond inside outside upon like as than alongside`)
	joints = wordSet(`and but or while although though whereas because since after before when if unless until so yet
		as where that who which whom whose nor once`)
	degree = wordSet(`also not never then later now still just only even already once again first yet further repeatedly
		previously initially often always sometimes both long so far reportedly earlier recently quickly
		publicly flatly specifically explicitly immediately currently n't`)
	timeWords = wordSet(`monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
		january february march april may june july august september october november december jan feb aug
		sept oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec. mon. tues. wed. thurs. fri. sat. sun. morning afternoon evening night week month year weekend earlier later day days weeks months`)
	shortVerbs = wordSet(`went came took made gave rose fell hit got saw left put led met won lost held kept began ran became
		found told said knew thought brought sent built spent stood grew fought shot broke drew drove spoke
		wrote fled sank struck sought bought sold caught taught felt dealt meant paid laid set cut shut let
		quit hurt cost beat spread bled rode threw flew wore swore chose froze stole hid bit forgot
		tore blew ate drank slept swam sang rang shook woke bent lent wept crept swept leapt dug hung stuck
		swung wound bound ground clung stung split slid lit bred crossed dropped stopped began withdrew undertook
		oversaw overthrew arose forbade forgave
		says tells shows goes comes takes makes gives rises falls gets sees leaves puts leads meets wins
		loses holds keeps begins runs becomes finds knows thinks brings sends builds spends stands grows
		remains seems appears contains includes requires allows faces continues needs wants marks follows
		means works lives plays uses helps turns starts looks calls adds plans expects hopes believes
		remain seem appear contain include require face mark coincides coincide lies sits owns
		come go say know think believe want need make take give show mean work live`)
)

// A run is a range of words of one sentence, end exclusive.
type run struct{ from, to int }

func (r run) empty() bool { return r.to <= r.from }

// isName reports whether w is written as a name: a capital, and not merely the
// first word of the sentence unless it is no common opener.
func isName(ws []word, i int) bool {
	if i < 0 || i >= len(ws) || !ws[i].is(isCapital) {
		return false
	}
	if i > 0 && ws[i-1].lower != `"` {
		return true
	}
	return !ws[i].is(isOpener|isSubjectPronoun|isLink|isJoint|isFiniteHelper|isShortVerb) &&
		!degree[ws[i].lower] && !strings.HasSuffix(ws[i].lower, "ly")
}

func isAdverb(w word) bool {
	return w.traits&isAdverbForm != 0
}

var notAdverbs = wordSet("family early daily weekly monthly july italy supply reply apply imply rely ally assembly anomaly only likely friendly elderly deadly")

// isFinite reports whether the word at i makes a clause: a helper verb, a cue
// verb or a common verb in a finite form, a past form that no noun follows from
// the left as an adjective would.
func isFinite(ws []word, i int) bool {
	if i >= len(ws) {
		return false
	}
	w := &ws[i]
	if !w.is(isFiniteHelper|isShortVerb|isPastForm) && w.cue == nil {
		return false
	}
	if w.is(isFiniteHelper) {
		return true
	}
	left := before(ws, i)
	if left >= 0 && (ws[left].is(isOpener) && !ws[left].is(isSubjectPronoun) || ws[left].is(isLink|isPossessiveForm)) {
		return false
	}
	if i > 0 && isName(ws, i) {
		return false
	}
	if w.is(isShortVerb) {
		return left >= 0 && ws[left].lower != "to"
	}
	if w.cue != nil && w.cue.tense != tenseIng && w.cue.tense != tenseBase {
		return left >= 0 && ws[left].kind != wordMark || w.cue.tense == tensePast && left >= 0
	}
	return w.is(isPastForm) && left >= 0 && ws[left].kind == wordPlain &&
		!(i+1 < len(ws) && ws[i+1].lower == "by")
}

// notPast are short words in -ed that are no past forms.
var notPast = wordSet("need feed seed deed heed weed reed shed sled aged")

// before is the nearest word left of i that is no adverb, or -1.
func before(ws []word, i int) int {
	for i--; i >= 0 && ws[i].is(isAdverbForm); i-- {
	}
	return i
}

func isPossessive(w word) bool { return w.traits&isPossessiveForm != 0 }

func hasPossessiveEnd(form string) bool {
	switch form {
	case "his", "her", "its", "their", "our", "my", "your", "whose":
		return true
	}
	return strings.HasSuffix(form, "'s") || strings.HasSuffix(form, "s'")
}

func isMark(w word, marks string) bool {
	return w.kind == wordMark && strings.Contains(marks, w.lower)
}

// at reports whether the words from i on are the given ones, lower case.
func at(ws []word, i int, phrase ...string) bool {
	if i < 0 || i+len(phrase) > len(ws) {
		return false
	}
	for k, p := range phrase {
		if ws[i+k].lower != p {
			return false
		}
	}
	return true
}

func lowerAt(ws []word, i int) string {
	if i < 0 || i >= len(ws) {
		return ""
	}
	return ws[i].lower
}

// mark is the span of the words of r.
func (d *document) mark(ws []word, r run) Mark {
	if r.empty() {
		return Mark{}
	}
	return d.span(ws[r.from].start, ws[r.to-1].end)
}

func (d *document) span(start, end int) Mark {
	return Mark{Start: start, End: end, Text: d.text(start, end)}
}
