package extract

import "sitrep/internal/facts"

// takesOver are words that "over" belongs to, so that it hedges no number:
// "a dispute over three islands", "sued over two articles".
var takesOver = wordSet(`sue sued sues suing dispute disputes disputed concern concerns concerned fear fears anger angry outrage outraged row rows
	fight fights fought fighting war wars battle battles battled debate debates debated criticism criticised criticized question questions
	questioned protest protests protested victory victories win wins triumph lead advantage control power argue argued argues clash clashes
	clashed charged arrested fined indicted investigated investigation probe resign resigned fired strike strikes lawsuit lawsuits tension
	tensions worry worries worried preside presided presides presiding split deadlock uproar fury backlash scrutiny pressure negotiate
	negotiations talks hand handed turn turned sanctions blamed blame punished suspended prosecuted authority oversight jurisdiction`)

// takesAbout are words that "about" belongs to: "asked about two emails".
var takesAbout = wordSet(`talk talks talked talking ask asks asked asking question questions questioned concern concerns concerned worry worries
	worried worrying complain complains complained complaints think thinks thought thinking know knows knew learn learned speak speaks spoke
	speaking spoken write writes wrote written story stories information details tell tells told hear heard read warn warned warns book film
	movie documentary joke joked jokes news something nothing anything brought bring came come care dream dreams doubts doubt mistaken right
	wrong report reports facts statements claims allegations lied lie lying misled comment comments remark remarks speech
	speeches rumors rumours rumor rumour message messages argument arguments discussion discussions conversation
	conversations novel novels drama dramas comedy comedies musical thriller memoir podcast podcasts song songs tale tales
	poem poems books films movies documentaries lecture lectures naive skeptical sceptical serious honest clear optimistic pessimistic curious`)

// takesAround are words that "around" belongs to: "centered around two ideas".
var takesAround = wordSet(`coalesce coalesced coalesces rally rallied rallies rallying revolve revolved revolves revolving center centers centered
	centering centre centres centred unite united unites gather gathered gathers gathering built organized organised bounce bounced bounces
	bouncing wrap wrapped wraps wrapping walk walked walks walking converge converged`)

// takesUpTo are words that "up to" belongs to: "the lead up to 5G", "adds up to 12",
// "went back up to 40%".
var takesUpTo = wordSet("back lead leads leading add adds added adding open opened opens own line lined stand stood buildup")

// takesCloser are words that "closer to" belongs to: "moved closer to two towns".
var takesCloser = wordSet(`be is was are were get gets got getting come comes came coming go goes went going move moves moved moving draw draws drew
	drawing inch inched inching edge edged edging bring brings brought push pushed pushing live lives lived living sit sits step steps a`)

// isGoverned reports whether the one hedge in [from,i) belongs to the word in
// front of it and says nothing of the number.
func (g grammar) isGoverned(from, i int) bool {
	if i-from == 1 && g.lower(from) == "top" && !leadsVerb(g.lower(from-1)) && (from > 0 || g.isCapital(from)) {
		return true // "the top 10 films"
	}
	if from == 0 {
		return false
	}
	before := g.lower(from - 1)
	switch {
	case before == "-" && g.touches(from-1):
		return true // "a 4-under 68"
	case i-from == 1 && g.lower(from) == "over":
		return takesOver[before]
	case i-from == 1 && g.lower(from) == "about":
		return takesAbout[before]
	case i-from == 1 && g.lower(from) == "around":
		return takesAround[before]
	case i-from == 2 && g.lower(from) == "up" && g.lower(from+1) == "to":
		return takesUpTo[before]
	case i-from == 2 && g.lower(from) == "closer":
		return takesCloser[before]
	}
	return false
}

// leadsVerb reports whether the word makes a verb of "top" behind it: "could top $3".
func leadsVerb(before string) bool { return before == "to" || modals[before] }

// climbs are verbs that "up" may belong to when "to" and a number follow: "went up
// to 40 percent" may tell of a limit or of a rise.
var climbs = wordSet("go goes went gone going moved moving crept creeping edged edging inched inching ticked ticking shot bumped nudged woke wake wakes waking")

// isClimb reports whether "up to" may not be a hedge.
func (g grammar) isClimb(f *figure) bool {
	k := f.textFrom
	if f.bound != facts.BoundMax || g.lower(k) != "up" || g.lower(k+1) != "to" {
		return false
	}
	return climbs[g.lower(k-1)] || g.endsSpan(f) || g.isLevelUp(f)
}

// reachedLeads are verbs behind which "up to" and a share or a bare number tell rather
// what has been reached: "the rate is up to 6 percent".
var reachedLeads = wordSet("is was are were stands stood it them now")

// isLevelUp reports whether "up to" may tell of a level that has been reached.
func (g grammar) isLevelUp(f *figure) bool {
	return (f.unit == "" || isPercent(f.unit)) && !f.fraction && reachedLeads[g.lower(f.textFrom-1)]
}

// maxSpan is how many words may stand between the ends of a range in one sentence.
const maxSpan = 12

// endsSpan reports whether "up to" leads to the upper end of what begins with
// "from": "from $20 for a child up to $40 for a group".
func (g grammar) endsSpan(f *figure) bool {
	for k := f.textFrom - 2; k >= 0 && k >= f.textFrom-maxSpan; k-- {
		switch {
		case g.lower(k) == "from":
			a, ok := g.single(k + 1)
			return ok && a.unit == f.amount.unit
		case isMark(g.ws[k], "(),;:") || g.lower(k) == "and":
			return false
		}
		if w := g.lower(k - 1); g.isFigure(k) && w != "from" && currencySigns[w] == "" {
			return false
		}
	}
	return false
}

// places are nouns of what one travels or spreads over.
var places = wordSet("games innings matches seasons missions episodes stretches generations continents countries states nations provinces regions counties cities towns villages islands districts oceans seas lakes")

// maxPlaces is the most places that "over" may lead across.
const maxPlaces = 12

// isAcross reports whether "over" in front of a few places may mean across them:
// "a journey over three continents".
func (g grammar) isAcross(f *figure) bool {
	if f.bound != facts.BoundMin || !f.counts || f.textFrom != f.from-1 || g.lower(f.textFrom) != "over" {
		return false
	}
	if k := f.textFrom - 1; isPlural(g.lower(k)) && g.isFigure(k-1) {
		return true // "won 12 cups over five races"
	}
	return f.low <= maxPlaces && places[g.lower(f.phrase.head)] && !spanLeads[g.lower(f.textFrom-1)]
}

// spanLeads stand in front of "over" when it means more than a span of time.
var spanLeads = wordSet(`for after in took take takes taking last lasts lasted lasting spend spends spent spending wait waited waiting just
	well slightly little with of is was are were be been has have had than to by nearly now at from serving served serve`)

// isDuring reports whether "over" in front of a span of time may as well mean in
// the course of it: "spread over two years".
func (g grammar) isDuring(f *figure) bool {
	return f.bound == facts.BoundMin && timeUnits[f.unit] && f.textFrom == f.from-1 && g.lower(f.textFrom) == "over" &&
		!spanLeads[g.lower(f.textFrom-1)] && g.lower(f.unitTo-1) != "old" && g.lower(f.unitTo-1) != "age"
}

// isBeside reports whether "near" in front of a few things tells where something is
// ("near two bridges"), or "within two of the leader" tells a distance.
func (g grammar) isBeside(f *figure) bool {
	if !f.counts || f.measure || f.textFrom != f.from-1 {
		return false
	}
	switch g.lower(f.textFrom) {
	case "near":
		return f.low <= maxPlaces
	case "within":
		return g.lower(f.to) == "of"
	}
	return false
}

// services are things that are cut off from, widened or given to so many.
var services = wordSet("access power electricity water aid benefits service services eligibility coverage support supplies assistance relief")

// isServed reports whether the figure counts who is given or cut off from something
// and is no level: "cutting power to 40,000 homes".
func (g grammar) isServed(f figure) bool {
	k := f.textFrom - 1
	return g.lower(k) == "to" && services[g.lower(k-1)] && !isPercent(f.unit) && !currencyUnits[f.unit]
}

// throws are verbs of falling that may also take an object: "dropped 40 leaflets".
var throws = wordSet("drop drops dropped dropping plunge plunges plunged plunging sink sinks sank sunk sinking")

// rungs are counted things that a rank falls by.
var rungs = wordSet("point place spot position rank level notch seat rung")

// isThrown reports whether what is counted is the object of a verb in front of it and
// nothing fell by so much.
func (g grammar) isThrown(f figure) bool {
	return f.counts && !f.measure && !rungs[f.unit] && throws[g.lower(f.textFrom-1)]
}
