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

// topicFields sorts the stems by their first two letters, in order of precedence.
func topicFields(fields [][2]string) (out [32][32][]topicStem) {
	for _, f := range fields {
		for _, stem := range strings.Fields(f[1]) {
			list := &out[stem[0]%32][stem[1]%32]
			*list = append(*list, topicStem{stem, f[0]})
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
	if len(l) < 2 {
		return ""
	}
	for _, t := range topics[l[0]%32][l[1]%32] {
		if strings.HasPrefix(l, t.stem) {
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

// describing cues say what their object is like.
var describing = wordSet("describe characterize characterise portray depict label dub brand call")

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
