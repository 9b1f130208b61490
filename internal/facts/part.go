package facts

// A Part says of a Document that it is handed over for one search with those
// sentences and facts alone that may matter. Report.Text is then empty.
type Part struct {
	Texts     map[int]string // of the sentences in Report.Sentences, by their number
	Sentences int            // how many the whole report has
	Counts    []int          // for each term of the search, in how many sentences of the whole report it stands
	Countries []string       // that the whole report names
}
