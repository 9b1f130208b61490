package extract

// A timeSide tells on which side of publication the words around a date lie.
type timeSide int

const (
	timeOpen timeSide = iota
	timePast
	timeSoon  // of a present that looks ahead some days: "she is flying on Monday"
	timeAhead // of what is said to come
)

var (
	// futureWords in front of a date say that it is yet to come.
	futureWords = wordSet(`will 'll shall would won't scheduled due upcoming coming set plans plan planned planning expected expects
		expect slated poised hopes intends aims vows pledged schedule deadline they'll he'll she'll it'll we'll i'll you'll
		who'll there'll`)

	// scheduleVerbs tell in the present of what comes.
	scheduleVerbs = wordSet("begin begins starts opens ends expires expire resume resumes closes faces face kicks")

	// pastVerbs are past forms that do not end in -ed.
	pastVerbs = wordSet(`was were had did been went came took made gave rose fell hit got saw left led met won lost held kept began
		ran became found told said knew thought brought sent built spent stood grew fought shot broke drew drove spoke wrote fled
		sank struck sought bought sold caught taught felt paid laid died ago last`)

	// deadlines lead to a time that is yet to come unless the sentence tells of the past.
	deadlines = wordSet("until till by through")
)

// How far a verb may stand from the date that it governs.
const (
	verbsLeft  = 14
	verbsRight = 10
)

// tense is the tense of the verb nearest in front of the date at i, or behind a
// date that opens its sentence.
func (r *dateReader) tense(i int) timeSide {
	for k := i - 1; k >= 0 && k >= i-verbsLeft; k-- {
		l := r.lower(k)
		switch {
		case l == ";":
			return timeOpen
		case l == "to" && (r.isPresent(k-1) || r.isInfinitive(k+1)):
			return timeSoon
		case r.tells(k) != timeOpen:
			return r.tells(k)
		}
	}
	if i > 3 {
		return timeOpen
	}
	for k := i + 1; k < len(r.ws) && k <= i+verbsRight; k++ {
		if t := r.tells(k); t != timeOpen {
			return t
		}
	}
	return timeOpen
}

// isInfinitive reports whether the word behind "to" is a bare verb: "to appear on".
func (r *dateReader) isInfinitive(i int) bool {
	l := r.lower(i)
	return l == "be" || l == "appear" || l == "begin" || l == "start" || l == "end" || l == "open" || l == "vote" || l == "meet" ||
		l == "take" || l == "return" || l == "hold" || l == "run" || l == "visit" || l == "retire" || l == "testify"
}

// tells is what the verb at k shows. A participle behind "be" or "are" shows
// nothing: the word in front of it does.
func (r *dateReader) tells(k int) timeSide {
	l := r.lower(k)
	switch {
	case r.ws[k].is(isFutureLead) && (l != "set" || r.lower(k+1) == "to" || r.lower(k+1) == "for"):
		return timeAhead
	case scheduleVerbs[l] && !isGerund(r.lower(k+1)):
		return timeAhead
	case isGerund(l) && (r.isPresent(k-1) || r.lower(k-1) == "be"):
		return timeSoon
	case (pastVerbs[l] || isParticiple(l)) && !r.isPassive(k):
		return timePast
	}
	return timeOpen
}

func (r *dateReader) isPresent(k int) bool {
	l := r.lower(k)
	return l == "is" || l == "are" || l == "'re" || l == "'m"
}

// isPassive reports whether the participle at k stands behind a present helper,
// "to" or an article, so that it is not the past.
func (r *dateReader) isPassive(k int) bool {
	if r.ws[max(k-1, 0)].class == classAdverb {
		k--
	}
	l := r.lower(k - 1)
	return r.isPresent(k-1) || l == "be" || l == "to" || l == "the" || l == "a"
}

// isFuture reports whether the words around the date at i look ahead.
func (r *dateReader) isFuture(i int) bool {
	if r.lower(i-1) == "of" && r.lower(i-2) == "as" {
		return false
	}
	switch r.tense(i) {
	case timeAhead, timeSoon:
		return true
	case timePast:
		return false
	}
	return deadlines[r.lower(i-1)]
}
