package extract

import "strings"

// A happening is what befalls or is done to the counted: "deaths", "the toll" and
// "were killed" are one measure, so that two reports of the same thing compare.
// Kinds of counted things stay apart (civilians killed, people killed), and so do
// casualties, which may mean the dead or the dead and the wounded.
var happenings = map[string]string{
	"killed": "killed", "kill": "killed", "die": "killed", "died": "killed", "dead": "killed", "slain": "killed", "perish": "killed",
	"murder": "killed", "injure": "injured", "injured": "injured", "wound": "injured", "wounded": "injured", "hurt": "injured",
	"reach": "present", "arrive": "present", "station": "present", "stationed": "present", "present": "present",
	"dispatch": "dispatched", "send": "dispatched", "sent": "dispatched", "deploy": "deployed",
	"flee": "displaced", "fled": "displaced", "displace": "displaced", "displaced": "displaced", "uproot": "displaced",
	"evacuate": "evacuated", "arrest": "arrested", "detain": "arrested", "missing": "missing",
	"hospitalize": "hospitalized", "hospitalise": "hospitalized", "infect": "infected",
	"capture": "captured", "abduct": "abducted", "kidnap": "abducted",
}

// eventNouns count the people to whom something happened.
var eventNouns = map[string]string{
	"death": "killed", "fatality": "killed", "toll": "killed", "dead": "killed", "killing": "killed", "murder": "killed",
	"injury": "injured", "wounded": "injured", "injured": "injured", "arrest": "arrested", "detention": "arrested", "detainee": "arrested",
	"evacuee": "evacuated", "evacuation": "evacuated", "hospitalization": "hospitalized", "hospitalisation": "hospitalized",
	"infection": "infected", "abduction": "abducted", "missing": "missing",
}

// sameNouns bring nouns of one meaning to one word of the measure.
var sameNouns = map[string]string{
	"person": "people", "people": "people", "individual": "people", "human": "people",
	"soldier": "troops", "serviceman": "troops", "servicemen": "troops", "servicewoman": "troops", "servicemember": "troops",
	"personnel": "troops", "troop": "troops", "troops": "troops", "trooper": "troops",
	"child": "children", "children": "children", "men": "men", "man": "men", "women": "women", "woman": "women",
	"house": "homes", "home": "homes", "residence": "homes",
}

var spans = wordSet("second minute hour day week month quarter year decade century")

// subjectNoun is the head of what stands before the first finite verb of a piece;
// empty when nothing does.
func subjectNoun(ws []word, p piece) string {
	for i := p.from + 1; i < p.to; i++ {
		if !isFinite(ws, i) {
			continue
		}
		if head := headOf(ws, run{p.from, i}); head >= 0 && !subjectPronouns[ws[head].lower] {
			return ws[head].lower
		}
		break
	}
	return ""
}

// objectVerb is what the verb before a quantity at the code point at did to the
// counted: "sent 300 nurses" → dispatched. Empty when that is nothing known.
func objectVerb(v view, p piece, at int) string {
	last := p.from
	for last < p.to && v.ws[last].start < at {
		last++
	}
	for i := last - 1; i >= p.from && i >= last-3; i-- {
		if v.ws[i].kind == wordMark {
			return ""
		}
		if did, ok := happeningOf(v.ws[i].lower); ok && did != "present" {
			return did
		}
	}
	return ""
}

// happeningOf looks a word up in any of its forms.
func happeningOf(l string) (string, bool) {
	if did, ok := happenings[l]; ok {
		return did, true
	}
	did, ok := happenings[stemVerb(l)]
	return did, ok
}

// countMeasure names what a number counts: the head noun and what happened to it,
// or the period of a topic. Nouns are singular but for those of sameNouns.
func countMeasure(q Quantity, topic, subject, verb string) string {
	if spans[q.Unit] {
		return topic + "_period"
	}
	unit := ""
	if !isPercent(q.Unit) && !currencyUnits[q.Unit] {
		unit = lastNoun(q.UnitText)
	}
	noun := firstWord(lastNoun(q.Of), unit, subject, q.Unit)
	doing := ""
	if q.Doing != nil {
		doing = predicateStem(*q.Doing)
	}
	if doing == "" {
		doing = verb
	}
	if did, ok := eventNouns[singularNoun(noun)]; ok {
		return afflicted(q.Of, noun) + "_" + did
	}
	noun = canonicalNoun(noun)
	switch {
	case noun == "" && doing == "":
		return "number"
	case noun == "":
		return snake(doing)
	case doing == "" || doing == noun:
		return snake(noun)
	}
	return snake(noun + " " + doing)
}

// afflicted is whom an event noun counts: "civilian deaths" are civilians killed,
// deaths of nobody in particular are people killed.
func afflicted(of, event string) string {
	before := ""
	for _, w := range strings.Fields(strings.ToLower(of)) {
		if w == event {
			break
		}
		before = w
	}
	switch before {
	case "civilian", "child", "troop", "soldier", "police", "student", "worker", "patient":
		return snake(canonicalNoun(before))
	}
	return "people"
}

func canonicalNoun(noun string) string {
	noun = singularNoun(noun)
	if same, ok := sameNouns[noun]; ok {
		return same
	}
	return noun
}

func firstWord(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}

// lastNoun is the head of a noun phrase given as text; empty when its words are
// all small ones.
func lastNoun(phrase string) string {
	last := ""
	for _, w := range strings.Fields(strings.ToLower(phrase)) {
		w = strings.Trim(w, ".,;:()\"“”'")
		if last != "" && (links[w] || joints[w]) {
			break
		}
		if w != "" && !openers[w] && w[0] > '9' {
			last = w
		}
	}
	return last
}

// predicateStem is what a predicate says happened: "have already been dispatched to
// Russia" → dispatched, "are undergoing training" → in training; the main verb's
// base form where it is nothing known; empty when there is no verb but a helper.
func predicateStem(doing string) string {
	words := strings.Fields(strings.ToLower(doing))
	main := ""
	for i, w := range words {
		w = strings.Trim(w, ".,;:()\"“”")
		if did, ok := happeningOf(w); ok {
			return did
		}
		if main != "" && (links[w] || openers[w]) {
			break
		}
		if (w == "undergoing" || w == "receiving" || w == "in") && i+1 < len(words) && !openers[words[i+1]] && main == "" {
			return "in " + strings.Trim(words[i+1], ".,;:")
		}
		if main != "" || helpers[w] || isAdverb(plainWord(w)) || w == "to" || reported[w] || openers[w] {
			continue
		}
		if links[w] {
			break
		}
		main = stemVerb(w)
	}
	return main
}

// irregularVerbs are the past forms that news counts with most.
var irregularVerbs = pairs(`lost lose left leave rose rise risen rise fell fall fallen fall won win spent spend paid pay sold sell bought buy
	built build held hold cut cut shot shoot struck strike sank sink sunk sink took take taken take gave give given give went go gone go
	came come made make got get grew grow grown grow hit hit met meet ran run saw see seen see set set stood stand drew draw drawn draw
	began begin begun begin chose choose chosen choose became become flew fly flown fly drove drive driven drive lent lend
	kept keep led lead fought fight caught catch brought bring broke break broken break stole steal stolen steal`)

// pairs reads words two by two: form, base.
func pairs(s string) map[string]string {
	out := make(map[string]string)
	f := strings.Fields(s)
	for i := 0; i+1 < len(f); i += 2 {
		out[f[i]] = f[i+1]
	}
	return out
}

// stemVerb is the base form of a verb form, as far as a short list and spelling tell;
// another word is given back. It follows step 1b of Porter's
// stemmer (1980) but restores a final e more often, as it is shown.
func stemVerb(l string) string {
	if f, ok := cueForms[l]; ok {
		return f.lemma
	}
	if base, ok := irregularVerbs[l]; ok {
		return base
	}
	switch {
	case strings.HasSuffix(l, "ied") && len(l) > 4:
		return l[:len(l)-3] + "y"
	case strings.HasSuffix(l, "ed") && len(l) > 4 && l[len(l)-3] != 'e':
		return restoreE(l[:len(l)-2])
	case strings.HasSuffix(l, "ing") && len(l) > 5:
		return restoreE(l[:len(l)-3])
	case strings.HasSuffix(l, "s") && len(l) > 3:
		return singularNoun(l)
	}
	return l
}

// restoreE gives a stem cut before -ed or -ing its final e back, or takes a
// doubled consonant away: releas → release, stopp → stop.
func restoreE(stem string) string {
	n := len(stem)
	last, before := stem[n-1], stem[n-2]
	if last == before && !strings.ContainsRune("lsz", rune(last)) {
		return stem[:n-1]
	}
	vowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
	needs := false
	switch last {
	case 'v', 'c', 'u', 'z':
		needs = last != before
	case 's':
		needs = before != 's'
	case 'g':
		needs = before == 'd' || before == 'r' || before == 'n' || before == 'a'
	case 'l':
		needs = before == 'b' || before == 'p' || before == 'd' || before == 't'
	default:
		// A consonant after one vowel after a consonant: shar-e, clos-e, but not treat, offer.
		needs = !vowel(last) && strings.IndexByte("aiu", before) >= 0 && n > 2 && !vowel(stem[n-3]) && last != 'w' && last != 'x' && last != 'y' && last != 'n' && last != 'm'
	}
	if needs {
		return stem + "e"
	}
	return stem
}
