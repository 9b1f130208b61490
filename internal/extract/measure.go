package extract

import "strings"

// topics are fields of words that tell what a statement without a number is
// about: the first word of the statement that belongs to one decides. A word
// matches by its beginning.
var topics = topicFields([][2]string{
	{"denial", "deny denie denial rejects rejected refute dismissed"},
	{"casualties", "kill dead died death casualt injur wound fatal victim"},
	{"response", "respon repl react reaction comment"},
	{"report_origin", "fueled fuelled sourced originat stemming"},
	{"characterization", "characteri describ portray label called dubbed"},
	{"implications", "implication consequence repercussion ramification"},
	{"concern", "concern worr fear anxiet alarm"},
	{"language", "language communicat interpreter translat dialect speak"},
	{"readiness", "experience readiness prepared training trained untested inexperience skill equipped"},
	{"evidence", "evidence imagery satellite proof footage intercept photograph"},
	{"significance", "significan milestone shift turning-point marks notable landmark unprecedented"},
	{"extent", "extent scale scope involvement magnitude"},
	{"role", "role doing mission task function"},
	{"agreement", "agreement accord treaty pact deal ceasefire truce memorandum"},
	{"sanctions", "sanction embargo tariff"},
	{"election", "election vote voter ballot poll candidate campaign"},
	{"damage", "damage destroy collapse wreck ruin"},
	{"displacement", "evacuat displaced refugee fled shelter"},
	{"attack", "attack airstrike bomb shell missile drone assault raid"},
	{"arrest", "arrest detain custody charged"},
	{"court", "court trial verdict sentenced lawsuit judge"},
	{"movement", "movement moving travel transport ship convoy arriv depart enter"},
	{"dispatch", "dispatch deploy sent send sends sending transfer"},
	{"confirmation", "confirm acknowledg admit"},
	{"finance", "revenue profit sales earnings shares budget debt"},
	{"prices", "price inflation cost"},
	{"employment", "job employ layoff hiring worker unemploy"},
	{"weather", "storm hurricane flood rain wind temperature snow heat"},
	{"health", "infect disease virus vaccin hospital patient"},
})

// A topicStem is a beginning of words and the field it stands for.
type topicStem struct{ stem, measure string }

// topicFields sorts the stems by first letter, in order of precedence.
func topicFields(fields [][2]string) (out [256][]topicStem) {
	for _, f := range fields {
		for _, stem := range strings.Fields(f[1]) {
			out[stem[0]] = append(out[stem[0]], topicStem{stem, f[0]})
		}
	}
	return out
}

// measureOf names what a statement is about.
func measureOf(v view, p piece) string {
	ws := v.ws
	switch {
	case p.measure != "":
		return p.measure
	case p.kind == clausePurpose:
		return "purpose"
	case p.kind == clauseMain && p.frame != nil && describing[p.frame.cue.lemma]:
		return "characterization"
	case p.frame != nil && p.frame.gap:
		if m := missingCount(ws, p.run); m != "" {
			return m
		}
	}
	for i := p.from; i < p.to; i++ {
		if m := topicOf(ws[i].lower); m != "" && !isName(ws, i) {
			return m
		}
	}
	if p.frame != nil && p.frame.gap {
		return "response"
	}
	return fallbackMeasure(ws, p.run)
}

// topicOf is the field that a word belongs to, or empty.
func topicOf(l string) string {
	if l == "" {
		return ""
	}
	for _, t := range topics[l[0]] {
		if len(l) > 1 && l[1] == t.stem[1] && strings.HasPrefix(l, t.stem) {
			return t.measure
		}
	}
	return ""
}

// missingCount is the count that a stated gap lacks: "the number of X" → X_count,
// "additional X" → X_additional.
func missingCount(ws []word, r run) string {
	for i := r.from; i+2 < r.to; i++ {
		if ws[i].lower != "number" || ws[i+1].lower != "of" {
			continue
		}
		k, suffix := i+2, "_count"
		for k < r.to && (openers[ws[k].lower] || ws[k].lower == "additional" || ws[k].lower == "further" || ws[k].lower == "new") {
			if l := ws[k].lower; l == "additional" || l == "further" || l == "more" {
				suffix = "_additional"
			}
			k++
		}
		if head := headOf(ws, run{k, r.to}); head >= 0 {
			for n := k; n <= head; n++ {
				if isPluralNoun(ws[n]) || ws[n].lower == "people" {
					return snake(ws[n].lower) + suffix
				}
			}
			return snake(ws[head].lower) + suffix
		}
	}
	return ""
}

// fallbackMeasure is the first verb that is no helper, else the head noun.
func fallbackMeasure(ws []word, r run) string {
	for i := r.from; i < r.to; i++ {
		if isFinite(ws, i) && !ws[i].is(isHelper) && !strings.Contains(ws[i].lower, "'") {
			return snake(stemVerb(ws[i].lower))
		}
	}
	if head := headOf(ws, r); head >= 0 && !subjectPronouns[ws[head].lower] && !helpers[ws[head].lower] && !isName(ws, head) && !strings.Contains(ws[head].lower, "'") && ws[head].lower != "here" {
		return snake(singularNoun(ws[head].lower))
	}
	return "statement"
}

// stemVerb takes the ending off a verb form, roughly: it only has to be the same
// for the same verb.
func stemVerb(l string) string {
	if f, ok := cueForms[l]; ok {
		return f.lemma
	}
	switch {
	case strings.HasSuffix(l, "ied"):
		return l[:len(l)-3] + "y"
	case strings.HasSuffix(l, "ed") && len(l) > 4:
		return l[:len(l)-2]
	case strings.HasSuffix(l, "ing") && len(l) > 5:
		return l[:len(l)-3]
	case strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "ss") && len(l) > 3:
		return l[:len(l)-1]
	}
	return l
}

// predicates bring verbs of one meaning to one word of the measure.
var predicates = map[string]string{
	"killed": "killed", "died": "killed", "dead": "killed", "deaths": "killed", "slain": "killed", "perished": "killed",
	"injured": "injured", "wounded": "injured", "hurt": "injured",
	"reached": "present", "arrived": "present", "reach": "present", "arrive": "present", "stationed": "present", "present": "present",
	"dispatched": "dispatched", "sent": "dispatched", "deployed": "deployed", "fled": "displaced", "displaced": "displaced",
	"evacuated": "evacuated", "arrested": "arrested", "detained": "arrested", "missing": "missing",
}

var soldierly = wordSet("soldier soldiers serviceman servicemen personnel troop trooper troopers")

var spans = wordSet("second minute hour day week month quarter year decade century")

// describing cues say what their object is like.
var describing = wordSet("describe characterize characterise portray depict label dub brand call")

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

// objectVerb is the verb of one known meaning whose object a quantity at the code
// point at is: "sent 300 nurses" → dispatched. Empty when there is none.
func objectVerb(v view, p piece, at int) string {
	last := p.from
	for last < p.to && v.ws[last].start < at {
		last++
	}
	for i := last - 1; i >= p.from && i >= last-3; i-- {
		l := v.ws[i].lower
		if v.ws[i].kind == wordMark {
			return ""
		}
		if verb, ok := predicates[l]; ok && verb != "present" {
			return verb
		}
	}
	return ""
}

// countMeasure names what a number counts: the head noun and its predicate, or
// the period of a topic.
func countMeasure(q Quantity, topic, subject, verb string) string {
	if spans[q.Unit] {
		return topic + "_period"
	}
	noun := lastNoun(q.Of)
	if noun == "" {
		noun = lastNoun(q.UnitText)
	}
	if noun == "" {
		noun = subject
	}
	if noun == "" {
		noun = q.Unit
	}
	if soldierly[noun] {
		noun = "troops"
	}
	doing := ""
	if q.Doing != nil {
		doing = predicateStem(*q.Doing)
	}
	switch {
	case noun == "" && doing == "":
		return "number"
	case noun == "":
		return snake(doing)
	case doing == "" && verb != "":
		return snake(noun + " " + verb)
	case doing == "" || doing == noun:
		return snake(noun)
	}
	return snake(noun + " " + doing)
}

// lastNoun is the head of a noun phrase given as text.
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

// predicateStem is the main verb of a predicate: "have already been dispatched to
// Russia" → dispatched, "are undergoing training" → in training.
func predicateStem(doing string) string {
	words := strings.Fields(strings.ToLower(doing))
	last := ""
	for i, w := range words {
		w = strings.Trim(w, ".,;:()\"“”")
		if p, ok := predicates[w]; ok {
			return p
		}
		if (w == "undergoing" || w == "receiving" || w == "in") && i+1 < len(words) && !openers[words[i+1]] && last == "" {
			return "in " + strings.Trim(words[i+1], ".,;:")
		}
		if helpers[w] || isAdverb(plainWord(w)) || w == "to" || reported[w] {
			continue
		}
		if last == "" {
			last = w
		}
		if links[w] || openers[w] {
			break
		}
	}
	if links[last] {
		return ""
	}
	return last
}

// snake keeps letters and digits, the rest becomes single underscores.
func snake(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(s) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0x7f && isLetter(r) {
			if gap && b.Len() > 0 {
				b.WriteByte('_')
			}
			gap = false
			b.WriteRune(r)
			continue
		}
		gap = r != '\'' && r != '’'
	}
	if b.Len() == 0 {
		return "number"
	}
	return b.String()
}
