package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Headings, promotions, captions and lines of credit stand among the sentences of
// a report but state nothing in it: they are marked, and give no facts.

// creditPhrases begin paragraphs of credit or promotion, in small letters.
var creditPhrases = []string{
	"contributors:", "contributor:", "contributing:", "reporting by", "additional reporting", "editing by", "writing by",
	"compiled by", "translated by", "(reporting by", "(editing by", "(writing by", "(additional reporting",
	"photo:", "photos:", "photograph:", "photo by", "(photo by", "photo credit", "image:", "image credit", "credit:",
	"video:", "video ad feedback", "just watched", "must watch", "now playing", "hide caption", "show caption",
	"source:", "sources:", "read more", "read also", "also read", "read:", "see also", "related:", "related story",
	"related stories", "related article", "related coverage", "recommended:", "more:", "previously:", "opinion:",
	"fact check:", "follow us", "follow live", "subscribe", "sign up", "click here", "watch:", "listen:", "listen here",
	"topics:", "tags:", "copyright ©", "copyright (c)", "copyright 2", "copyright 1", "©", "all rights reserved",
	"this story has been", "this story was originally", "this story originally", "this article was",
	"this article originally", "this article first appeared", "this article is part", "this post has been",
	"a version of this", "editor's note:", "thank you for supporting", "get the latest", "join the conversation",
	"if you or someone you know", "for subscribers:", "don't miss:", "must read:", "never miss a moment",
}

// promoPhrases begin sentences of promotion inside a paragraph.
var promoPhrases = []string{
	"read more", "read the full story", "sign up for", "sign up here", "subscribe to", "click here", "listen here",
	"you can sign up", "you can subscribe", "send your questions", "not a subscriber?", "want more?",
}

// creditEnds end paragraphs that are captions or credits, in small letters; a dot
// and brackets behind them do not count.
var creditEnds = []string{
	"getty images", "/getty", "/reuters", "via reuters", "/ap", "via ap", "/afp", "afp via getty", "ap photo", "shutterstock",
	"all rights reserved", "hide caption", "more videos",
}

// creditSentences end the sentence that thanks who helped: only that is a credit.
var creditSentences = []string{
	"contributed reporting", "contributed to this report", "contributed to this story", "contributed to this article", "contributed to this piece",
}

// wholeLines are credits and labels that stand alone in a line.
var wholeLines = []string{
	"advertisement", "related", "recommended", "getty", "reuters", "afp", "ap", "file photo", "handout", "share", "comments",
	"full text", "abstract",
}

const (
	// maxHeading is how many code points a heading line may have.
	maxHeading = 120
	// maxQuestion is how many one that asks may have.
	maxQuestion = 90
	// maxPromo is how many a line may have that names another story behind a label.
	maxPromo = 200
	// maxLabel is how many the label before its colon may have.
	maxLabel = 60
	// maxEndCredit is how long a paragraph may be that a credit at its end marks.
	maxEndCredit = 500
)

// markCredit marks the sentences of a paragraph that is a heading, a promotion, a
// caption or a line of credit, or the sentences of promotion in it. only says that
// there is no other paragraph: then it is the report itself, and no heading.
func markCredit(text []rune, p span, of []sentence, only bool) {
	if len(of) == 0 {
		return
	}
	of[len(of)-1].credit = endsIn(text, p, creditSentences)
	whole := isCredit(text, p) || endsIn(text, p, creditEnds) || endsInSource(text, p) || len(of) == 1 && !only && (isHeading(text, p) || isPromo(text, p) || isSignature(text, p))
	for i := range of {
		of[i].credit = of[i].credit || whole || startsWithAny(text, of[i].Start, of[i].End, promoPhrases)
	}
}

// isCredit reports whether fixed words begin or are the paragraph.
func isCredit(text []rune, p span) bool {
	if startsWithAny(text, p.start, p.end, creditPhrases) {
		return true
	}
	end := p.end
	for end > p.start && (text[end-1] == '.' || text[end-1] == ')' || text[end-1] == ']') {
		end--
	}
	for _, phrase := range wholeLines {
		if end-p.start == len(phrase) && hasPrefix(text, p.start, end, phrase) {
			return true
		}
	}
	return false
}

// endsInSource reports whether the paragraph ends by naming its source, as the line
// under a video does: "Ships at anchor 01:22 - Source: Harbour TV".
func endsInSource(text []rune, p span) bool {
	const label, maxName = "source:", 24
	for from := max(p.start+1, p.end-maxName-len(label)); from+len(label) < p.end; from++ {
		if hasPrefix(text, from, p.end, label) {
			return !strings.ContainsRune(".!?", text[p.end-1])
		}
	}
	return false
}

// endsIn reports whether the paragraph ends in one of the phrases.
func endsIn(text []rune, p span, phrases []string) bool {
	if p.end-p.start > maxEndCredit {
		return false
	}
	end := p.end
	for end > p.start && (text[end-1] == '.' || text[end-1] == ')' || text[end-1] == ']') {
		end--
	}
	for _, phrase := range phrases {
		if from := end - len(phrase); from > p.start && hasPrefix(text, from, end, phrase) {
			return true
		}
	}
	return false
}

// startsWithAny reports whether one of the phrases, as whole words, stands at start.
func startsWithAny(text []rune, start, end int, phrases []string) bool {
	if start >= end {
		return false
	}
	first := unicode.ToLower(text[start])
	for _, phrase := range phrases {
		if c := phrase[0]; c < utf8.RuneSelf && rune(c) != first || !hasPrefix(text, start, end, phrase) {
			continue
		}
		last, next := phrase[len(phrase)-1], start+runes(phrase)
		if next >= end || last < 'a' || last > 'z' || !isLetter(text[next]) {
			return true
		}
	}
	return false
}

// hasPrefix reports whether phrase, given in small letters, stands at start.
func hasPrefix(text []rune, start, end int, phrase string) bool {
	i := start
	for _, r := range phrase {
		if i >= end || text[i] != r && unicode.ToLower(text[i]) != r {
			return false
		}
		i++
	}
	return true
}

func runes(phrase string) int {
	n := 0
	for range phrase {
		n++
	}
	return n
}

// isHeading reports whether a short line without an end stands alone among other
// lines. A line of a list is none, but for a numbered name.
func isHeading(text []rune, p span) bool {
	n := p.end - p.start
	if n > maxHeading {
		return false
	}
	start := p.start
	for start < p.end && (isQuote(text[start]) || text[start] == '\'') {
		start++
	}
	if start < p.end && isDigit(text[start]) {
		start = itemName(text, start, p.end)
	}
	if start >= p.end || !isLetter(text[start]) {
		return false
	}
	switch last := text[p.end-1]; last {
	case '!', '…', ')', ';', ',':
		return false
	case '?':
		return n <= maxQuestion && start == p.start
	case '.':
		return isShouted(text, p)
	case '"', '”', '“', '\'':
		before := text[p.end-2]
		return isLetter(before) || isDigit(before)
	}
	return true
}

// itemName finds the name behind the number of an item, as in "12. Upgrade"; end
// when it is none.
func itemName(text []rune, start, end int) int {
	i := start
	for i < end && isDigit(text[i]) {
		i++
	}
	if i+2 < end && i-start <= 3 && (text[i] == '.' || text[i] == ')') && isBlank(text[i+1]) && isUpper(text[i+2]) {
		return i + 2
	}
	return end
}

// maxShouted is how many words a heading in capitals may have that ends in a dot.
const maxShouted = 5

// isShouted reports whether the line is a few words in capitals, as a section's
// name, an acronym's dots aside.
func isShouted(text []rune, p span) bool {
	letters, words := 0, 1
	for _, r := range text[p.start : p.end-1] {
		switch {
		case isLower(r), isDigit(r), r == '.', r == '"', r == '“':
			return false
		case isBlank(r):
			words++
		case isLetter(r):
			letters++
		}
	}
	return letters > 3 && words <= maxShouted
}

// isPromo reports whether a line points to another story: a label and a headline
// glued to its colon ("Opinion:Why we wait"), or behind it without an end.
func isPromo(text []rune, p span) bool {
	if p.end-p.start > maxPromo || !isLetter(text[p.start]) && !isDigit(text[p.start]) {
		return false
	}
	for i := p.start; i < min(p.end, p.start+maxLabel); i++ {
		if isTerminator(text[i]) && text[i] != '.' && i+1 < p.end && text[i+1] == ':' {
			continue
		}
		if isQuote(text[i]) || isTerminator(text[i]) && text[i] != '.' {
			return false
		}
		if text[i] != ':' || i+2 >= p.end {
			continue
		}
		if !isBlank(text[i+1]) {
			return isUpper(text[i+1]) && isLower(text[i+2]) || isDigit(text[i+1]) && isLetter(text[i-1])
		}
		return isLetter(text[p.start]) && !endsLine(text, p) && text[p.end-1] != ')' && text[p.end-1] != ',' && text[p.end-1] != '\''
	}
	return false
}

// maxSignature is how many code points a writer's signature may have.
const maxSignature = 100

// isSignature reports whether the line is a writer's signature: a dash and
// capitalised words, "– Ann Lee and Joe Roe, City Post".
func isSignature(text []rune, p span) bool {
	if p.end-p.start > maxSignature || isTerminator(text[p.end-1]) {
		return false
	}
	i := p.start
	for i < p.end && (text[i] == '-' || text[i] == '–' || text[i] == '—') {
		i++
	}
	if i == p.start {
		return false
	}
	capitals := 0
	for i < p.end {
		for i < p.end && !isLetter(text[i]) {
			if isDigit(text[i]) {
				return false
			}
			i++
		}
		word := i
		for i < p.end && !isBlank(text[i]) {
			i++
		}
		switch {
		case word == i:
		case isUpper(text[word]):
			capitals++
		case !nameParticles[string(text[word:i])]:
			return false
		}
	}
	return capitals > 1
}

// nameParticles are the small words of names and between them.
var nameParticles = wordSet(`and of for the de da di del der den van von al el bin for via with from in`)
