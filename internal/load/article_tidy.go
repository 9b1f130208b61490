package load

import (
	"strings"
	"unicode"
)

// tidy drops the blocks that are no text of the article: what stands before it,
// promotions with the links under them, credits, and what stands alone at the end.
func tidy(in []block) []string {
	out := make([]string, 0, len(in))
	in = in[furniture(in):]
	promoted, last := false, lastOfArticle(in)
	for i, b := range in {
		switch {
		case isPromotion(b.text), b.head && strings.HasPrefix(b.text, "More "):
			promoted = true
			continue
		case b.isLink() && (promoted || i > last), isLabel(b.text):
			continue
		case isCredit(b.text), b.head && i > last:
			continue
		}
		promoted = false
		out = append(out, b.text)
	}
	return out
}

// maxFurniture is the share of an article that may stand before its first paragraph
// and be dropped: a text of short lines is left as it is.
const maxFurniture = 0.1

// furniture counts the blocks before the first paragraph: title, sections, byline,
// day, labels of pictures. They are short and end like no sentence.
func furniture(in []block) int {
	n, dropped, total := 0, 0, 0
	for ; n < len(in); n++ {
		if t := in[n].text; isPromotion(t) || isCredit(t) || isLabel(t) {
			continue
		}
		if len(in[n].text) >= paragraph || endsSentence(in[n].text) {
			break
		}
		dropped += len(in[n].text)
	}
	for _, b := range in {
		total += len(b.text)
	}
	if n == len(in) || float64(dropped) > maxFurniture*float64(total) {
		return 0
	}
	return n
}

// labels are whole blocks that pages put into articles.
var labels = map[string]bool{"advertisement": true, "advert": true, "ad": true, "caption": true, "close": true, "image": true, "photo": true,
	"photos": true, "video": true, "story continues below": true, "article continues below": true, "story continues below advertisement": true,
	"article continues after advertisement": true, "sponsored": true, "share": true, "tweet": true, "print": true, "email": true}

// isLabel reports whether a block is a label of a page: one of labels, the count of
// a gallery, a bare address.
func isLabel(text string) bool {
	l := strings.ToLower(text)
	rest, counted := strings.CutPrefix(l, "image ")
	counted = counted && len(l) < 20 && strings.IndexFunc(rest, unicode.IsDigit) == 0 && strings.Contains(rest, " of ")
	return counted || labels[l] || strings.HasPrefix(l, "http") && strings.Contains(l, "://") && !strings.Contains(l, " ")
}

// withoutAuthor drops what an article says of its author at its end.
func withoutAuthor(text []string, author string) []string {
	for len(author) > 3 && len(text) > 1 {
		last := text[len(text)-1]
		rest, ok := strings.CutPrefix(last, author)
		if !ok || rest != "" && (len(last) > 2*shortBlock || !strings.HasPrefix(rest, " is ") && !strings.HasPrefix(rest, " (")) {
			break
		}
		text = text[:len(text)-1]
	}
	return text
}

// lastOfArticle is the index of the last block that is no link, heading, promotion
// or credit, -1 when there is none.
func lastOfArticle(in []block) int {
	for i := len(in) - 1; i >= 0; i-- {
		if b := in[i]; !b.isLink() && !b.head && !isPromotion(b.text) && !isCredit(b.text) {
			return i
		}
	}
	return -1
}

const (
	shortBlock = 220 // a promotion is no longer, in bytes
	mostLinked = 0.8 // share of a block in links from which it is a list of links
)

// promotions begin them, in lower case.
var promotions = []string{
	"related", "read more", "read also", "also read", "see also", "see more", "also on ", "more:", "more from ", "more on ", "don't miss",
	"don’t miss", "you may also", "recommended", "sign up", "subscribe", "click here", "follow us", "follow me", "follow on", "like this ", "share this",
	"share on", "get access", "want more", "skip to", "sponsored", "trending", "most popular", "most read", "watch:", "listen:",
	"download:", "post comment", "comments", "leave a comment", "leave a reply", "view author", "email the author", "enlarge image",
	"recent articles", "recent posts", "popular this", "latest news", "top stories", "editor's pick", "editors' pick", "editor’s pick", "editors’ pick",
	"join our", "join the conversation", "filed under", "tags:", "back to top", "loading", "sign in", "log in", "[related",
}

// isLink reports whether a block is a link, or several, and little else.
func (b block) isLink() bool {
	return b.linked > 0 && len(b.text) <= shortBlock && float64(b.linked) >= mostLinked*float64(len(b.text))
}

// isPromotion reports whether a block leads away from the article.
func isPromotion(text string) bool {
	if len(text) > 2*shortBlock {
		return false
	}
	l := strings.ToLower(text)
	if strings.Contains(l, "affiliate commission") || strings.Contains(l, "affiliate links") {
		return true
	}
	if strings.HasPrefix(l, "more ") && len(l) < paragraph && (strings.HasSuffix(l, "stories") || strings.HasSuffix(l, "news") || strings.HasSuffix(l, "articles") || strings.HasSuffix(l, "coverage")) {
		return true
	}
	return beginsWith(l, appeals) || len(text) <= shortBlock && !isSentence(text) && beginsWith(l, promotions)
}

// appeals begin sentences to the reader that no report has.
var appeals = []string{
	"subscribe to ", "sign up for our", "sign up to our", "sign up here", "follow us ", "follow @", "join our ", "like us on", "click here", "this post may contain affiliate",
	"this article may contain affiliate", "we may earn a commission", "we may receive a commission", "get access to ", "reach the reporter", "have a tip?", "got a tip?",
	"download our ", "get our ", "get the latest ", "never miss ", "don't miss out", "want to read more", "support our journalism",
}

// isSentence reports whether a block reads like a sentence of the article, which
// may begin with any word.
func isSentence(text string) bool { return len(text) > 60 && endsSentence(text) }

func endsSentence(text string) bool {
	bare := strings.TrimRight(text, "\"'”’»)]")
	return strings.HasSuffix(bare, ".") || strings.HasSuffix(bare, "?") || strings.HasSuffix(bare, "!") || strings.HasSuffix(bare, "…")
}

var credits = []string{
	"published:", "published on", "first published", "updated:", "updated on", "updated at", "last updated", "posted on", "posted by", "posted at", "(reporting by", "reporting by",
	"additional reporting", "(additional reporting", "(editing by", "editing by", "photo:", "photo by", "photos:", "image:", "image by", "image credit", "credit:", "credit…", "credit...",
	"getty images", "copyright", "©", "all rights reserved", "(image:", "(photo:",
}

// isCredit reports whether a short block says who made the article, or when.
func isCredit(text string) bool {
	if len(text) > shortBlock {
		return false
	}
	l := strings.ToLower(text)
	switch {
	case beginsWith(l, credits) && (!isSentence(text) || strings.Contains(l, "eporting by") || strings.Contains(l, "diting by")):
		return true
	case beginsWith(l, []string{"copyright 19", "copyright 20", "copyright ©", "copyright (c)", "© 19", "© 20", "©19", "©20"}):
		return true
	case strings.HasSuffix(l, "contributed to this report.") || strings.HasSuffix(l, "all rights reserved.") || strings.HasSuffix(l, "all rights reserved"):
		return true
	case strings.HasSuffix(l, ")") && (strings.Contains(l, "(image:") || strings.Contains(l, "(photo:")):
		return true
	}
	return false
}

func beginsWith(l string, openings []string) bool {
	for _, o := range openings {
		if strings.HasPrefix(l, o) {
			return true
		}
	}
	return false
}
