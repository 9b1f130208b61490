package answer

import (
	"strings"
	"sync"

	"github.com/kljensen/snowball/english"
)

// kinTable lists English words that mean the same for matching but that no stem joins:
// irregular forms, nouns of verbs, near synonyms. The base comes first.
const kinTable = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|bend bent|bet bets|bind bound|bite bit bitten|bleed bled
blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen choice|cling clung
come came|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten
feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|give gave given|grind ground|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|lay laid|lead led
leave left|lend lent|lose lost loss losses|meet met|pay paid payment|ride rode ridden|ring rang rung|run ran|see saw seen
seek sought|sell sold sale sales|shake shook shaken|shine shone|shoot shot|show shown|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid
speak spoke spoken|spend spent|spin spun|spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck stricken|swear swore sworn
sweep swept|swim swam swum|swing swung|teach taught|tear tore torn|think thought|throw threw thrown|undergo underwent undergone
wake woke woken|wear wore worn|weave wove woven|win won winner winners win wins|withdraw withdrew withdrawn withdrawal|write wrote written
marry married marriage marriages|divorce divorced|lie lain|overcome overcame|overtake overtook overtaken|tell told|undertake undertook undertaken
child children|foot feet|tooth teeth|goose geese|mouse mice|crisis crises|life lives|wife wives|knife knives|leaf leaves|loaf loaves|half halves|wolf wolves
evacuate evacuation|survive survivor survivors survival|apply applicant applicants application
inhabit inhabitant|attend attendance attendee attendees|receive recipient recipients receipt|suspend suspension|acquire acquisition|destroy destruction
produce production|reduce reduction|permit permission|compete competitor competition|lengthy length|high height|wide width|deep depth|hot heat|poor poverty
succeed success|defend defence defense|decide decision|extend extension|admit admission|expand expansion|convict conviction|explode explosion
title championship crown|fire wildfire blaze|quake earthquake tremor|poll survey polling|firm company|worker employee staff workforce|student pupil
baby infant newborn|film movie|home house household|doctor physician|lawyer attorney|ban banned prohibit outlaw|jail prison imprison imprisonment
storm hurricane cyclone typhoon|car automobile|buy purchase bought
`

// derived maps a form, or the stem of one, to its base word.
var derived = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, group := range strings.FieldsFunc(kinTable, func(r rune) bool { return r == '|' || r == '\n' }) {
		forms := strings.Fields(group)
		for _, form := range forms[min(1, len(forms)):] {
			for _, f := range []string{form, english.Stem(form, false)} {
				if _, known := out[f]; !known && f != forms[0] && english.Stem(f, false) != english.Stem(forms[0], false) {
					out[f] = forms[0]
				}
			}
		}
	}
	return out
})
