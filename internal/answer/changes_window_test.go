package answer

import (
	"testing"
	"time"
)

func TestSinceDay(t *testing.T) {
	now := time.Date(2031, 3, 12, 0, 0, 0, 0, time.UTC) // a Wednesday
	tests := []struct{ text, want string }{
		{"what changed since 4 march", "2031-03-04"},
		{"what changed since march 4th", "2031-03-04"},
		{"changes since the 4 mar report", "2031-03-04"},
		{"what is new since 20 december", "2030-12-20"},
		{"what is new since 20 december 2029", "2029-12-20"},
		{"news since 2031-02-27", "2031-02-27"},
		{"what changed since the 9th", "2031-03-09"},
		{"what changed since the 20th", "2031-02-20"},
		{"anything new today", "2031-03-11"},
		{"changes since yesterday asked 12 mar", "2031-03-11"},
		{"what happened in the last three days", "2031-03-09"},
		{"updates this week", "2031-03-05"},
		{"what changed since monday", "2031-03-10"},
		{"what changed since wednesday", "2031-03-05"},
		{"what changed since the 4 mar report today 12 mar", "2031-03-04"},
		{"what changed since 31 february", ""},
		{"what changed", ""},
	}
	for _, tt := range tests {
		if got, _ := sinceDay(tt.text, now); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestNewsAsked(t *testing.T) {
	for _, text := range []string{"what changed since 4 march", "what has changed", "anything new today", "news", "update", "updates", "any news", "what is new since monday",
		"brief me: changes since the 4 mar report", "changes since yesterday", "what did i miss", "has anything changed", "catch me up", "any updates on the dam"} {
		if !newsAsked.MatchString(text) {
			t.Errorf("%q is no question for changes", text)
		}
	}
	for _, text := range []string{"how many new ferries", "what changes did the minister announce", "did the estimate change", "which newspaper wrote this", "what is the news agency's name"} {
		if newsAsked.MatchString(text) {
			t.Errorf("%q is a question for changes", text)
		}
	}
}
