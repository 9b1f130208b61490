package main

// classes are the ways in which a line goes wrong.
func classes() []class {
	return []class{
		{"digit swap", digitSwap}, {"digit changed", digitChanged}, {"decimal shift", decimalShift}, {"scale swap", scaleSwap},
		{"unit swap", unitSwap}, {"sign flip", signFlip}, {"direction flip", directionFlip}, {"bound dropped", boundDropped},
		{"bound swap", boundSwap}, {"bound added", boundAdded}, {"range collapsed", rangeCollapsed}, {"range invented", rangeInvented},
		{"number moved in sentence", numberMoved}, {"number of other document", numberElsewhere}, {"number of the question", numberTyped},
		{"invented computation", computation}, {"wrong sum", wrongSum}, {"out of inverted", outOf}, {"percent or point", percentPoint},
		{"per day or total", perDay},

		{"Arabic-Indic digits", arabicDigits}, {"full-width digits", fullWidth}, {"superscript digits", superscript},
		{"zero-width characters", zeroWidth}, {"homoglyphs", homoglyphs}, {"number words", numberWords}, {"Roman numerals", roman},

		{"entity swap", entitySwap}, {"place swap", placeSwap}, {"date swap", dateSwap}, {"date added", dateAdded}, {"thing swap", thingSwap},
		{"attribution swap", holderSwap}, {"attribution dropped", holderDropped}, {"attribution added", holderAdded},
		{"source to report itself", toReport}, {"verb inflated", verbInflated},

		{"forecast as fact", forecastFact}, {"fact as forecast", factForecast}, {"part as total", partTotal}, {"total of all", totalOfAll},
		{"cumulative or new", cumulativeNew}, {"negation added", negationAdded}, {"negation dropped", negationDropped},
		{"quotation altered", quotationAltered}, {"quotation invented", quotationInvented}, {"citation swapped", citationSwapped},
	}
}
