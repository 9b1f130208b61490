package extract

import "strings"

// The classes of words that the model of speech tells apart.
const (
	tagOther uint8 = iota
	tagNumber
	tagComma
	tagStop
	tagQuote
	tagDash
	tagColon
	tagMark
	tagName
	tagFirst // a capital at the start of the sentence
	tagHe
	tagI
	tagIt
	tagRelative
	tagThat
	tagHelper
	tagModal
	tagTo
	tagPreposition
	tagConjunction
	tagDeterminer
	tagPossessive
	tagAdverb
	tagTime
	tagTitle
	tagOfficial
	tagBody
	tagReport
	tagVenue
	tagVerb
	tagPast
	tagIng
	tagPlural
	tagNot
	tagAccording
	tagSay      // and with the tense: +0 base, +1 third, +2 past, +3 -ing
	tagAttitude = tagSay + 4
	tagNounCue  = tagAttitude + 4
	tagGap      = tagNounCue + 4
)

// saysTag reports whether the class is that of a word of saying or thinking.
func saysTag(tag uint8) bool { return tag >= tagAccording }

func partsClauses(tag uint8) bool { return tag >= tagComma && tag <= tagMark }

// speechTags gives every word of the closed classes its class; later lists win.
var speechTags = joinSpeechTags()

func joinSpeechTags() map[string]uint8 {
	all := make(map[string]uint8)
	for _, list := range []struct {
		set map[string]bool
		tag uint8
	}{
		{verbForms, tagVerb}, {shortVerbs, tagPast}, {orgWords, tagBody}, {governmentWords, tagBody}, {reportNouns, tagReport}, {venues, tagVenue},
		{titleWords, tagTitle}, {officials, tagOfficial}, {timeWords, tagTime}, {adverbs, tagAdverb}, {degree, tagAdverb},
		{prepositions, tagPreposition}, {conjunctions, tagConjunction}, {determiners, tagDeterminer},
		{finiteHelpers, tagHelper}, {helpers, tagHelper}, {modals, tagModal}, {gapCues, tagGap},
		{wordSet("he she they"), tagHe}, {wordSet("i we you"), tagI}, {wordSet("it this these those there"), tagIt},
		{wordSet("who which whom"), tagRelative}, {wordSet("that"), tagThat}, {wordSet("to"), tagTo}, {wordSet("not never n't no"), tagNot},
		{wordSet("his her its their our my your whose"), tagPossessive}, {wordSet("according"), tagAccording},
	} {
		for w := range list.set {
			all[w] = list.tag
		}
	}
	for w, form := range cueForms {
		tag := tagSay
		switch {
		case form.can("m"):
			tag = tagAttitude
		case form.can("x"):
			tag = tagNounCue
		}
		all[w] = tag + uint8(form.tense)
	}
	return all
}

// speechTag is the class of the word at i.
func speechTag(ws []word, i int) uint8 {
	w := &ws[i]
	switch w.kind {
	case wordNumber:
		return tagNumber
	case wordMark:
		return markTag(w.lower)
	}
	known, capital := w.tag != tagOther, w.is(isCapital)
	switch {
	case capital && i > 0 && ws[i-1].lower != `"` && (!known || w.tag >= tagTitle) && w.tag != tagTitle:
		return tagName
	case known:
		return w.tag
	case capital:
		return tagFirst
	}
	return endTag(w.lower)
}

// endTag is the class that the end of a word tells, when no list has it.
func endTag(form string) uint8 {
	switch {
	case strings.HasSuffix(form, "ed"):
		return tagPast
	case strings.HasSuffix(form, "ing"):
		return tagIng
	case strings.HasSuffix(form, "ly"):
		return tagAdverb
	case strings.HasSuffix(form, "s"):
		return tagPlural
	}
	return tagOther
}

func markTag(mark string) uint8 {
	switch mark {
	case ",":
		return tagComma
	case ".", "?", "!", ";":
		return tagStop
	case `"`:
		return tagQuote
	case "-", "–", "—":
		return tagDash
	case ":":
		return tagColon
	}
	return tagMark
}

// hintsTag reports whether a word of the class is enough to look for speech: a
// verb of saying that is no attitude and no common noun.
func hintsTag(tag uint8) bool { return tag >= tagAccording && tag < tagAttitude || tag == tagGap }
