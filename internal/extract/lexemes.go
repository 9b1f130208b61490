package extract

import "strings"

// Traits are what a word is to the rules that are asked for every word of a text.
// They are found once, when the word is cut, so that asking is a bit test. Rules
// that are asked seldom look into their own sets.
type traits uint64

const (
	traitsKnown traits = 1 << iota // the others were looked up
	isOpener
	isSubjectPronoun
	isHelper
	isFiniteHelper
	isModal
	isBeForm
	isLink
	isJoint
	isAdverbForm // of isAdverb
	isTimeWord
	isShortVerb
	isPastForm // in -ed
	isPossessiveForm
	isCapital // written with a capital
	isPluralForm
	isTitleWord
	isReportNoun
	isGapCue
	isTellVerb
	isPutVerb
	isQuantifier // of plurals
	isProofNoun
	isProofVerb
	isBeliefVerb
	isDoubt
	isReported
	isHedgeWord
	isPossible
	isNumberWord
	isDateWord
	isPlaceLink
	isLeadVerb
	isHyphened
	isBoundary    // a clause may begin here
	isFrameStart  // a frame may begin here
	isUnitStart   // a written unit may begin here
	isHedgeEnd    // a hedge in front of a number may end here
	isHedgeStart  // a hedge behind a number may begin here
	isAmountStart // a number or its sign or currency may begin here
	isDateLead    // only the word behind it tells whether a date begins here
	isFutureLead  // of what is yet to come
	isTokenWord   // the automaton knows it
	isCalendarUnit
	goesOn // a date expression that begins with it goes on
)

// A lexeme is a form that rules know, with its traits.
type lexeme struct {
	form   string
	hash   uint32 // see hashWord
	traits traits
	class  wordClass
	tag    uint8    // see speechTags; tagOther when it is in none of their lists
	sure   pos      // see surePos
	cue    *cueForm // nil when it is no cue
}

// lexemes are all forms that a trait, a word class or a cue is known of.
var lexemes = newLexicon(joinLexemes())

// A lexicon finds lexemes by their forms: a hash table, because every word of every
// text is looked up and its hash is wanted again by the models, which have no use
// for the one that a map makes.
type lexicon struct {
	list  []lexeme
	slots [lexiconSlots]uint32 // from the hash of a form on: which of list it is, from 1, over the top of its hash; 0 is free
}

// lexiconSlots is several times the number of forms, so that the first slot mostly
// decides.
const lexiconSlots = 1 << 14

func newLexicon(all map[string]*lexeme) *lexicon {
	l := &lexicon{}
	for form, x := range all {
		x.hash = hashWord(form)
		l.list = append(l.list, *x)
		i := x.hash % lexiconSlots
		for l.slots[i] != 0 {
			i = (i + 1) % lexiconSlots
		}
		l.slots[i] = uint32(len(l.list))<<16 | x.hash>>16
	}
	return l
}

// find is the lexeme of a form with the hash, nil when no list has it.
func (l *lexicon) find(form []byte, hash uint32) *lexeme {
	for i := hash % lexiconSlots; l.slots[i] != 0; i = (i + 1) % lexiconSlots {
		if l.slots[i]&0xffff != hash>>16 {
			continue // most words are no lexemes: these need no look at one
		}
		if x := &l.list[l.slots[i]>>16-1]; x.hash == hash && x.form == string(form) {
			return x
		}
	}
	return nil
}

// of is the lexeme of a form, nil when no list has it.
func (l *lexicon) of(form string) *lexeme { return l.find([]byte(form), hashWord(form)) }

func joinLexemes() map[string]*lexeme {
	all := make(map[string]*lexeme)
	for _, list := range []struct {
		trait traits
		set   map[string]bool
	}{
		{isOpener, openers}, {isSubjectPronoun, subjectPronouns}, {isHelper, helpers}, {isFiniteHelper, finiteHelpers}, {isModal, modals},
		{isBeForm, beForms}, {isLink, links}, {isJoint, joints}, {isAdverbForm, degree}, {isTimeWord, timeWords}, {isShortVerb, shortVerbs},
		{isTitleWord, titleWords}, {isReportNoun, reportNouns}, {isGapCue, gapCues}, {isTellVerb, tellVerbs}, {isPutVerb, putVerbs},
		{isQuantifier, plurals}, {isProofNoun, proofNouns}, {isProofVerb, proofVerbs}, {isBeliefVerb, beliefVerbs}, {isDoubt, doubts},
		{isReported, reported}, {isHedgeWord, hedges}, {isPossible, possibles}, {isNumberWord, keys(numberWords)},
		{isDateWord, dateWords}, {isFutureLead, futureWords}, {isCalendarUnit, keys(calendarUnits)}, {goesOn, wordSet("this new all former between first second third fourth fifth half year week month quarter now one two three four five six seven eight nine ten")}, {isPlaceLink, keys(placeLinks)}, {isLeadVerb, leadVerbs},
		{isBoundary, wordSet("given considering to")}, {isBoundary, splitters}, {isBoundary, relatives},
		{isFrameStart, wordSet("according")}, {isFrameStart, gapCues}, {isFrameStart, tellVerbs}, {isFrameStart, keys(cueForms)},
		{isFrameStart, reportNouns}, {isFrameStart, putVerbs}, {isUnitStart, ends(unitForms, firstPart)},
		{isHedgeEnd, ends(hedgesBefore, lastPartOf)}, {isHedgeStart, ends(hedgesAfter, firstPart)},
		{isAmountStart, keys(numberWords)}, {isAmountStart, wordSet("a an one the half quarter third minus negative several few many")},
		{isAmountStart, keys(currencyCodes)}, {isAmountStart, keys(garbledSigns)}, {isAmountStart, keys(dollarPrefixes)}, {isAmountStart, moneyWords()}, {isAmountStart, scaledCodes()}, {isDateLead, wordSet("the in that a an w")},
		{isTokenWord, keys(numberWords)}, {isTokenWord, keys(currencyCodes)}, {isTokenWord, keys(unitForms)},
		{isTokenWord, wordSet("a an couple and of point minus negative percent percentage pct p")}, {isTokenWord, keys(garbledSigns)},
		{0, keys(classes)}, {0, keys(cueForms)}, {0, keys(unitForms)}, {0, personNouns}, {0, keys(speechTags)}, {0, keys(surePos)},
	} {
		for form := range list.set {
			x := all[form]
			if x == nil {
				x = &lexeme{form: form}
				all[form] = x
			}
			x.traits |= list.trait
		}
	}
	for form, x := range all {
		x.traits |= formTraits(form)
		x.class = shapeClass(form)
		if class, ok := classes[form]; ok {
			x.class = class
		}
		x.tag, x.sure = speechTags[form], surePos[form]
		if c, ok := cueForms[form]; ok {
			x.cue = &c
		}
	}
	return all
}

func keys[V any](table map[string]V) map[string]bool {
	set := make(map[string]bool, len(table))
	for k := range table {
		set[k] = true
	}
	return set
}

// ends are the first or last words of the phrases of a table.
func ends[V any](table map[string]V, part func(string) string) map[string]bool {
	set := make(map[string]bool)
	for phrase := range table {
		set[part(phrase)] = true
	}
	return set
}

func firstPart(phrase string) string {
	if i := strings.IndexAny(phrase, " /"); i > 0 {
		return phrase[:i]
	}
	return phrase
}

func lastPartOf(phrase string) string { return phrase[strings.LastIndexByte(phrase, ' ')+1:] }

// formTraits are those that the letters of a plain word tell.
func formTraits(form string) traits {
	t := traitsKnown
	if len(form) == 0 {
		return t
	}
	switch form[len(form)-1] {
	case 'y':
		if len(form) > 4 && strings.HasSuffix(form, "ly") && !notAdverbs[form] {
			t |= isAdverbForm
		}
	case 'd':
		if len(form) > 3 && strings.HasSuffix(form, "ed") && !notPast[form] {
			t |= isPastForm
		}
	case 's':
		if isPluralShape(form) {
			t |= isPluralForm
		}
	}
	if hasPossessiveEnd(form) {
		t |= isPossessiveForm
	}
	if strings.IndexByte(form, '-') >= 0 {
		t |= isHyphened
	}
	if maybeDateForm(form) {
		t |= isDateWord
	}
	return t
}

// know sets what the form of a plain word tells of it; x is nil when no list has it.
func (w *word) know(form string, hash uint32, x *lexeme) {
	w.lower, w.hash = form, hash
	if x != nil {
		w.traits, w.class, w.tag, w.sure, w.cue = x.traits, x.class, x.tag, x.sure, x.cue
	} else {
		w.traits, w.class = formTraits(form), shapeClass(form)
	}
	if startsUpper(w.text) {
		w.traits |= isCapital
	}
}

// plainWord is a plain word outside any text.
func plainWord(lower string) word {
	w := word{text: lower}
	w.know(lower, hashWord(lower), lexemes.of(lower))
	return w
}

func (w *word) is(t traits) bool { return w.traits&t != 0 }

// isAt reports whether the word at i, if there is one, has one of the traits.
func isAt(ws []word, i int, t traits) bool { return i >= 0 && i < len(ws) && ws[i].traits&t != 0 }
