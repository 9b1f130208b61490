package extract

// How far one is ahead of another is no level: the predicate of such a figure says
// so, since what is counted does not.

var (
	// marginVerbs take "by" and the difference between two sides.
	marginVerbs = wordSet(`lead leads led leading trail trails trailed trailing win wins won winning lose loses lost losing beat beats
		beaten beating defeat defeats defeated defeating outnumber outnumbers outnumbered outpace outpaced outpaces outscore outscored
		exceed exceeds exceeded pass passes passed reject rejected approve approved ahead behind edge edges edged edging`)
	// distances behind a figure tell that it parts two sides.
	distances = wordSet("ahead behind clear adrift apart")
	// comparisons behind a figure need what is compared with.
	comparisons = wordSet("more less fewer higher lower greater larger smaller longer shorter taller older younger faster slower cheaper dearer heavier lighter")
)

// maxMargin is how many words may stand between the verb and "by".
const maxMargin = 6

// margin are the pieces that tell that the figure is a difference and no level:
// "led" of "led by 5 points", "ahead" of "40 points ahead", "more than in May".
func (g grammar) margin(f figure) (from, to int) {
	if !f.measure || f.counts {
		return 0, 0
	}
	i := f.after
	if l := g.lower(i); distances[l] || comparisons[l] && g.lower(i+1) == "than" {
		return i, g.clauseEnd(i)
	}
	by := f.textFrom - 1
	for by > 0 && (g.class(by) == classDeterminer || g.pos(by) == posAdjective) { // "by a mere 5 points"
		by--
	}
	if g.lower(by) != "by" {
		return 0, 0
	}
	for k := by - 1; k >= 0 && k >= by-maxMargin && g.ws[k].kind != wordMark; k-- {
		if marginVerbs[g.lower(k)] {
			if !isGerund(g.lower(k)) && !distances[g.lower(k)] && g.class(max(k-1, 0)) == classAux {
				return 0, 0 // "was approved by 40 votes to 12"
			}
			return k, by
		}
		if _, change := changeWords[g.lower(k)]; change {
			return 0, 0
		}
	}
	return 0, 0
}

// excess reports whether the count is how many more or fewer there are than
// elsewhere: "40 more people than the dock".
func (g grammar) excess(f figure) bool {
	if !f.counts || !comparisons[g.lower(f.to)] {
		return false
	}
	for k := f.phrase.to; k < len(g.ws) && k <= f.phrase.to+maxMargin && g.ws[k].kind != wordMark; k++ {
		if g.lower(k) == "than" {
			return true
		}
	}
	return false
}
