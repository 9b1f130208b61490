package answer

import "regexp"

// A kind is what a question asks for.
type kind int

const (
	kindTopic       kind = iota // anything else: the facts nearest in words
	kindCount                   // how many, what number
	kindSource                  // according to whom (of the figure just given)
	kindSources                 // who gives which number
	kindIdentity                // who are these officials
	kindSentence                // the sentence, verbatim
	kindSpeaker                 // what X says
	kindWords                   // X's exact words
	kindConfirmed               // is it confirmed
	kindConfirmedBy             // did X confirm it
	kindIndependent             // is the number confirmed by anybody else
	kindHolder                  // X says N, right?
	kindSubset                  // how many of the N
	kindRange                   // is it a range
	kindEither                  // N or M
	kindSum                     // add them
	kindAverage                 // average them
	kindHighest                 // the highest figure
	kindLowest                  // the lowest figure
	kindSingle                  // just one number
	kindThreshold               // is it more than N
	kindClaim                   // N sent, right?
	kindCompare                 // how does A's figure compare with B's
	kindTrend                   // did it go up
	kindForecast                // how many will there be
	kindToday                   // how many today
	kindChanged                 // what is new since a day
	kindDisagree                // who gives other figures for the same
	kindMore                    // how many more
	kindNone                    // so there are none, correct?
	kindUnknowns                // what is not known
	kindDisputed                // what is disputed
	kindExpected                // what is expected next
	kindAuthor                  // who wrote this
	kindWhen                    // when was it said
	kindFigureDate              // when was the figure made
	kindHow                     // how did they get there
	kindEvidence                // what evidence is there
	kindMeaning                 // why does it matter
	kindType                    // what kind of troops
	kindOff                     // not for us
	kindLatest                  // the newest figure
	kindWhere                   // where are they
	kindWhether                 // are they doing it or not
	kindOverview                // what is known
	kindSame                    // N then and N now, so it stayed the same
	kindRevised                 // did X lower it
	kindExactly                 // is it exactly N
	kindAtMost                  // so at most N
	kindParts                   // are the N part of the M
	kindWhose                   // N: is that A or B
	kindQuoted                  // did X say "a" or "b"
	kindStillDenies             // does X still deny it
)

// A rule gives a kind to questions whose normal form matches. Rules are tried in
// order; a condition looks at what else was found in the question.
type rule struct {
	kind    kind
	pattern *regexp.Regexp
	when    func(*query) bool
}

const (
	figureNoun = `(number|figure|count|estimate|total|tally|toll|value)s?`
	demonstr   = `(this|that|these|those|it|so|them)`
)

func numbers(n int) func(*query) bool { return func(q *query) bool { return len(q.numbers) >= n } }
func speaks(q *query) bool            { return q.speaker != nil }
func silent(q *query) bool            { return q.speaker == nil }
func bothKnown(q *query) bool         { return q.speaker != nil && len(q.numbers) > 0 }
func several(q *query) bool           { return q.several }
func inPlace(q *query) bool           { return len(q.places)+len(q.elsewhere)+len(q.towns) > 0 }

var rules = []rule{
	{kindChanged, newsAsked, nil},
	{kindTrend, trendAsked, asksTrend},
	{kindDisagree, disagreeAsked, func(q *query) bool { return q.several && len(q.numbers) == 0 }},
	{kindQuoted, re(`\b(say|said|says|call|called|use|used|words?|mean)\b`), func(q *query) bool {
		return q.speaker != nil && len(typedQuotes(q.raw)) > 0 && len(q.numbers) == 0 && !q.hedgeQuoted()
	}},
	{kindParts, re(`\b(part of|includ(e|es|ed|ing) (in )?the|included|among the|counted (in|among|with)|on top of|in addition to|belong to|separate from)\b`), numbers(2)},
	{kindSame, re(`\b(same|unchanged|no change|nothing (has )?(moved|changed)|both times|not (change|move)d?|stayed|stable)\b`), func(q *query) bool { return q.several && len(q.numbers) > 0 }},
	{kindRevised, re(`\b(lower(ed|s)?|drop(s|ped)?|cut|cuts|raise[ds]?|revis\w+|reduc\w+|downgrad\w+|upgrad\w+|scaled? (back|down|up))\b`), func(q *query) bool {
		return q.several && (q.speaker != nil || q.pronoun) && (len(q.numbers) > 0 || q.hedgeQuoted() || itChanged.MatchString(q.text))
	}},
	{kindSum, re(`\d\S* ?\+ ?\d|\bplus\b`), numbers(2)},
	{kindExactly, re(`\b(exactly|precisely|on the dot|to the (man|last|unit)|an exact)\b`), func(q *query) bool { return len(q.numbers) == 1 && q.several }},
	{kindAtMost, re(`\b(at most|no more than|not more than|max|maximum|ceiling|capped at|tops)\b`), func(q *query) bool { return len(q.numbers) == 1 && q.several }},
	{kindWhose, re(`^\D{0,8}\d[\d.,]*[km]?\W+(is|was|are) (that|it|this|those|they) .*\bor\b`), func(q *query) bool { return q.several && len(q.numbers) == 1 }},
	{kindWhose, re(`\bor\b`), func(q *query) bool { return len(q.numbers) == 1 && q.sides > 1 }},
	{kindWhose, re(`^(and |so )?who (says|said|claims|claimed|gave|gives|reports|reported|estimates|estimated) (the )?\d|according to who(m)?$|^whose (is|are) `), func(q *query) bool { return q.several && len(q.numbers) == 1 }},
	{kindStillDenies, re(`\b(still|continues? to|keeps?|stopped)\b.*\b(den(y|ies|ied|ying|ial)|reject\w*|dismiss\w*)\b`), several},
	{kindLatest, re(`\b(latest|newest|most recent|freshest)( available| known| reported| official)*( number| figure| count| estimate| total| tally| toll| one)?s?\b|\blast (number|figure|count|estimate|toll)\b`), func(q *query) bool {
		return q.several && (measureAsked.MatchString(q.text) || barely.MatchString(q.text))
	}},
	{kindOverview, re(`\bwhat (did|do|does) (we|you|they|anyone) (actually |really )?know\b|state of play|where (do|did) (things|we) stand|what (is|was) known\b|^(a )?(summary|overview|recap|sum up|summari[sz]e)\b|\bwhat (is|was) the (situation|picture)\b`), nil},
	{kindWhere, re(`^(so |and )?where (are|is|were|was|have|has|did) |^(the )?locations?$|\b(which|what) (places?|locations?|areas?|regions?|sites?)\b|whereabouts`), func(q *query) bool { return q.several && !publishAsked.MatchString(q.text) && q.ofThem() }},
	{kindDisputed, re(`^(so |and )?(who|which \w+) (has |have |had )?(denied|denies|deny|rejected|dismissed)\b|^(list |show |give )?(the |all |any )*denials?$|\bdenials?\b`), several},
	{kindOff, re(`^(please )?(can you |could you )?(write|compose|sing|translate|draw|tell)( me| us)? an? (poem|song|joke|story|haiku|essay|picture)`), nil},
	{kindSource, re(`^(and )?(according to (whom|who|what)|says who|who says( ` + demonstr + `)?|sources?|links?|who (said|claims|reports|gave|gives) ` + demonstr + `|who is saying ` + demonstr + `|whose ` + figureNoun + ` is ` + demonstr + `|where is ` + demonstr + ` from|(from|by) whom|attribution)$`), nil},
	{kindSource, re(`^who (says|said|claims|claimed|reports|reported|gave|gives|estimates|estimated)\b`), numbers(1)},
	{kindSources, re(`^who (says|said) what$|who (gives|says|gave|said|reports|claims) (which|what) |which source|^attribute |(by|per) source$`), nil},
	{kindSentence, re(`receipts|(quote|show|give|exact|original|full|read).* (sentence|passage|source text|original text|line)s?( |$)|^exact sentence|source text|^verbatim|word for word`), func(q *query) bool { return q.speaker == nil || len(q.numbers) > 0 }},
	{kindIdentity, re(`^(who|which) .*\b(official|source|spokesman|spokesperson|lawmaker|analyst|diplomat|expert)s?\b|^(the )?names? of .*\b(official|source|spokes|lawmaker|analyst|diplomat|expert)|^which (agency|agencies|department|ministry)|who exactly (are|is)`), nil},
	{kindSubset, re(`how many of (the|those|these|that|them) |^of (the|those|these) .*how many`), numbers(1)},
	{kindNone, re(`^(so )?(there are|are there|is it true|it is true|confirmed)?\b.*\b(no|none|zero|nobody|not any)\b.*\b(in|on|at|inside|reached|crossed)\b`), inPlace},
	{kindConfirmedBy, re(`(confirm|admit|acknowledg|verif|corroborat|announc)`), speaks},
	{kindIndependent, re(`independent|corroborat|(anyone|anybody|someone) (else )?(confirm|verif)|verified|double.?check`), nil},
	{kindIndependent, re(`\b(confirm|confirmed|verify)\b`), func(q *query) bool { return len(q.numbers) > 0 && silent(q) }},
	{kindHolder, re(`\b(say|says|said|estimate|estimates|claim|claims|figure|number|right|correct|is an?)\b`), bothKnown},
	{kindHolder, re(`'s (the )?\d`), func(q *query) bool { return q.several && bothKnown(q) }},
	{kindRange, re(`\brange\b|run from|\bbetween\b.* and |from what to what|spread of`), func(q *query) bool { return len(q.numbers) != 1 }},
	{kindSum, re(`\b(sum|add|added|adding|combined?|altogether|minus|subtract\w*|divided|in total|total of|together|plus)\b|\bgrand total\b`), nil},
	{kindAverage, re(`\b(average|mean of|midpoint|median|middle of)\b|^mean$`), nil},
	{kindEither, re(`^(is it |which is it,? )?.*\bor\b`), numbers(2)},
	{kindFigureDate, re(`(when|date|how old|what day).*\b(estimate|number|figure|count)\b`), nil},
	{kindThreshold, re(`(more|fewer|less|greater|larger|bigger|higher|lower) than |\b(over|above|under|below|at least|at most|exceed)\b|\+$`), func(q *query) bool { return len(q.numbers) == 1 && !q.claims }},
	{kindClaim, re(`.`), func(q *query) bool { return len(q.numbers) == 1 && q.claims }},
	{kindCompare, re(`compare|\bversus\b|\bvs\b|who is (higher|lower|right)|difference between|same as`), nil},
	{kindHighest, re(`\b(highest|largest|biggest|maximum|max|most anyone|upper|top)\b`), nil},
	{kindLowest, re(`\b(lowest|smallest|minimum|min|lower)( ` + figureNoun + `| estimate|$)`), nil},
	{kindSingle, re(`\b(one|single|a) (number|figure)\b|bottom line|\bhedg|just (the|one|a) (number|figure)|number only`), nil},
	{kindTrend, re(`\b(go|gone|going|went) (up|down)\b|higher than before|\btrend\b|^(is it |are they )?(increas|decreas|ris|fall|grow)\w*$|\bchanged?\b.*\b(since|from)\b|what (has )?changed|^change|updates? since`), nil},
	{kindForecast, re(`\b(projection|forecast|prediction)s?\b|will there be|by (january|february|march|april|may|june|july|august|september|october|november|december|next|the end)|next (month|week|year)|do you (expect|think)|\bpredict\b`), nil},
	{kindMore, re(`how many (more|additional|further|extra|others?)\b|(more|additional|others?) (are )?(coming|expected|on the way)|will (follow|come|arrive|join)|next wave|reinforcements?|expected to (arrive|come|follow|join)`), nil},
	{kindToday, re(`how many.*\b(today|right this|this minute|at the moment|now)$|^(as of now|now|today|right now|currently)$`), func(q *query) bool { return !inPlace(q) }},
	{kindUnknowns, re(`\bnot (we |you |they |i )?know|not known|unknowns?$|^gaps?$|open questions?|unclear|missing information|what is missing|uncertain`), nil},
	{kindDisputed, re(`\bdisput|contradict|conflicting|disagree|\bdenied\b|\bdenials?\b`), silent},
	{kindExpected, re(`expected next|what (is|comes) next|what happens next|upcoming|next steps?$`), nil},
	{kindConfirmed, re(`confirm|\brumou?rs?\b|is (this|it|that) (real|true|certain|official|fake)|^(is it )?(true|real|official)$|true or false`), func(q *query) bool { return silent(q) && !asksWhen.MatchString(q.text) }},
	{kindAuthor, re(`who (wrote|is the author|authored|reported) ?(this|it)?|\b(author|byline|journalist)\b|which (paper|outlet|newspaper|publication|site)|what (paper|outlet|newspaper)|where was this published`), nil},
	{kindWhen, re(`^(and )?when\b|^(the )?date$|what (day|date)|which day|what time`), nil},
	{kindWords, re(`exact(ly)?( words?)?\b|\bquot(e|es|ed|ation|ations)\b|verbatim|own words|literally`), func(q *query) bool { return q.speaker != nil || q.pronoun }},
	{kindSpeaker, re(`\b(say|says|said|saying|tell|told|claim|claims|comment|commented|response|respond|responded|react|reaction|reply|statement|remarks?|words|number|figure|estimate|position|view|stance|speech)\b|'s\b`), func(q *query) bool { return q.speaker != nil || q.pronoun && !measureAsked.MatchString(q.text) }},
	{kindType, re(`(what|which) (kind|type|sort)s?\b|\b(elite|special forces|conscripts?|professionals?|mercenar|volunteers?|regulars|reservists?|paratroopers|marines)\b`), func(q *query) bool { return !measureAsked.MatchString(q.text) }},
	{kindEvidence, re(`\b(evidence|proof|proofs|prove|satellite|images?|imagery|photos?|pics?|footage|video)\b`), nil},
	{kindHow, re(`^how (did|do|were|was|are|have|has) (?:they|the|it|he|she|those|these|.* (get|moved|travel|arrive|transport))|\btransport\b|^by (ship|boat|sea|air|plane|train|rail|road|land|truck|bus)|means of`), nil},
	{kindMeaning, re(`why (does|is) (it|this|that) (matter|important|significant)|^so what|significan|what does (it|this|that) mean|\bmean for\b|implication|matter`), nil},
	{kindWhether, re(`^(so |and )?(are|is|were|was|have|has|did|do|does) .*|\bor not$|\byet$`), func(q *query) bool {
		return q.several && len(q.acts) > 0 && !q.presence && len(q.numbers) == 0 && !measureAsked.MatchString(q.text)
	}},
	{kindCount, measureAsked, nil},
}

// itChanged matches a question for the change of what was spoken of.
var itChanged = re(`\b(it|that)$`)

// barely matches a question of hardly more than "latest?".
var barely = re(`^(and |so |what is |the )*(latest|newest|most recent)( one)?$`)

// ofThem says whether a question is about what was spoken of, or the story's things, and
// not about something that it names itself.
func (q *query) ofThem() bool {
	return len(q.loose)+len(q.unmatched) == 0 || theyWords.MatchString(q.text)
}

var theyWords = re(`\b(they|them|those|these)\b`)

// publishAsked matches questions for where a report came out.
var publishAsked = re(`publish|printed|\bfrom$|this (from|report|article)`)

// measureAsked matches questions for a number.
var measureAsked = re(`how (many|much|big|large|strong)|\b(number|count|size|amount|total|tally|strength) of\b|\b(count|number|numbers|figure|figures|size|strength|headcount|toll|total)s?$|^(and )?(the )?numbers?\b`)

var asksWhen = re(`^(and )?when\b|\bwhat day\b|\bdate\b`)

func re(pattern string) *regexp.Regexp { return regexp.MustCompile(pattern) }

// kindOf returns the kind of a question whose other parts are known.
func kindOf(q *query) kind {
	for _, r := range rules {
		if r.pattern.MatchString(q.text) && (r.when == nil || r.when(q)) {
			return r.kind
		}
	}
	return kindTopic
}
