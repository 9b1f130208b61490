package extract

// A dateStart is what a date expression may begin with.
type dateStart uint16

const (
	startThe dateStart = 1 << iota
	startIn
	startThat
	startNumber // digits
	startHyphen // a word with a hyphen
	startCount  // a number in words
	startOrdinal
	startMonth
	startWeekday
	startShift // last, this, next …
	startHoliday
	startSeason
	startPart // early, end …
	startUnit // week, year …
	startNear // today, now …
	startOther
	startAny = 1<<iota - 1
)

// A dateReading reads one form of date, which begins with one of starts.
type dateReading struct {
	read   func(*dateReader, int) (period, int)
	starts dateStart
}

// dateReadings are the forms of one date, in order of precedence.
func dateReadings() []dateReading {
	return []dateReading{
		{(*dateReader).partOf, startThe | startPart},
		{(*dateReader).holiday, startThe | startShift | startHoliday},
		{(*dateReader).nthOf, startThe | startNumber | startHyphen | startCount | startOrdinal | startShift},
		{(*dateReader).halfOf, startThe | startOrdinal | startShift},
		{(*dateReader).besideDate, startThe},
		{(*dateReader).numeric, startNumber | startMonth | startHyphen},
		{(*dateReader).yearFirst, startNumber},
		{(*dateReader).spacedDay, startNumber},
		{(*dateReader).monthFirst, startMonth | startHyphen},
		{(*dateReader).dayOfShifted, startThe | startNumber | startHyphen | startCount | startOrdinal},
		{(*dateReader).shiftedDay, startShift},
		{(*dateReader).dayFirst, startThe | startNumber | startHyphen | startCount | startOrdinal},
		{(*dateReader).weekday, startShift | startWeekday},
		{(*dateReader).nearDay, startThe | startShift | startNear | startUnit},
		{(*dateReader).unitsOf, startThe | startHyphen | startCount | startOrdinal | startShift},
		{(*dateReader).dayBeside, startThe},
		{(*dateReader).ago, startIn | startNumber | startHyphen | startCount},
		{(*dateReader).quarter, startThe | startNumber | startHyphen | startOrdinal | startShift},
		{(*dateReader).weekOf, startThe | startHyphen | startCount | startOrdinal | startShift},
		{(*dateReader).weekAt, startThe | startUnit},
		{(*dateReader).restOf, startThe | startUnit | startShift},
		{(*dateReader).unitEnd, startHyphen | startPart | startUnit},
		{(*dateReader).within, startOther},
		{(*dateReader).lastUnits, startThe | startShift},
		{(*dateReader).shifted, startThe | startShift},
		{(*dateReader).season, startThe | startShift | startSeason},
		{(*dateReader).centuryAt, startThe | startHyphen | startCount | startOrdinal},
		{(*dateReader).gluedYear, startHyphen},
		{(*dateReader).bareYear, startThe | startIn | startNumber | startCount | startUnit | startHyphen},
		{(*dateReader).theUnit, startThe | startThat},
	}
}

// dateForms tells what the common first words may begin. A reading gets words that
// are not here whatever its starts.
var dateForms = joinDateForms()

func joinDateForms() map[string]dateStart {
	all := map[string]dateStart{"the": startThe, "in": startIn, "that": startThat}
	for _, list := range []struct {
		forms map[string]bool
		start dateStart
	}{
		{wordSet("a an couple half"), startCount}, {keys(ordinalDays), startOrdinal}, {keys(monthNames), startMonth},
		{keys(weekdayNames), startWeekday}, {keys(shifts), startShift}, {holidayStarts, startHoliday}, {keys(seasonMonths), startSeason},
		{keys(parts), startPart}, {keys(calendarUnits), startUnit}, {wordSet("today tonight yesterday tomorrow now"), startNear},
	} {
		for form := range list.forms {
			all[form] |= list.start
		}
	}
	for form, n := range numberWords {
		if n.kind == numUnit || n.kind == numTens {
			all[form] |= startCount
		}
	}
	return all
}

// startAt is what the word at i may begin: everything when it is not known.
func (r *dateReader) startAt(i int) dateStart {
	start := dateForms[r.lower(i)]
	if i < len(r.ws) && r.ws[i].kind == wordNumber {
		start |= startNumber
	}
	if isAt(r.ws, i, isHyphened) {
		start |= startHyphen
	}
	if start == 0 {
		return startAny
	}
	return start
}
