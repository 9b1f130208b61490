package answer

// A Message is an answer or a briefing laid out for a surface: the same for the
// terminal and for Slack, and what the ledger freezes before it is posted. It
// marshals to JSON and back without loss.
type Message struct {
	Title     string     `json:"title,omitempty"`   // heading; empty for an answer
	Context   []string   `json:"context,omitempty"` // small print under the title (briefing) or at the end (answer)
	Sections  []Section  `json:"sections"`
	Citations []Citation `json:"citations"` // what the markers [n] point to, in order of n
}

// A Section is a few lines under an optional heading.
type Section struct {
	Title string `json:"title,omitempty"`
	Lines []Line `json:"lines"`
}
