package load

import (
	"strings"

	"golang.org/x/net/html"
)

var (
	clutterTags = tagSet("nav aside figcaption form iframe button noscript footer dialog menu")
	// clutterWords are parts of class names and ids that say an element is around the article.
	clutterWords = tagSet(`caption credit credits related share sharing social newsletter signup comments comment disqus promo promoted
		sponsored trending popular recommended recirculation breadcrumb breadcrumbs advert advertisement ads cookie cookies consent
		paywall outbrain taboola teaser pagination toolbar hidden copyright disclaimer timestamp dateline byline bylines
		tags taglist readmore seealso mostread jumplinks authorbio`)
)

// removeClutter takes away elements that are around an article by their tag or by
// what their class or id calls them. The longest paragraphs are never in them: an
// element with most of the page's text stays, whatever its name.
func removeClutter(doc *html.Node) {
	sizes := make(map[*html.Node]int)
	total := textSize(doc, sizes)
	var remove []*html.Node
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && isClutter(n) && sizes[n]*4 < total && (clutterTags[n.Data] || !holdsProse(n)) {
			remove = append(remove, n)
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	for _, n := range remove {
		n.Parent.RemoveChild(n)
	}
}

// prose is a paragraph at least this long, in bytes.
const prose = 200

// holdsProse reports whether a paragraph of some length, or the element itself
// when it is one, stands outside links: names of classes are not always true.
func holdsProse(n *html.Node) bool {
	if n.Type == html.ElementNode && (n.Data == "p" || n.Data == "blockquote") {
		b := blocks(n)
		return len(b) > 0 && len(b[0].text)-b[0].linked > prose
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if holdsProse(c) {
			return true
		}
	}
	return false
}

// textSize counts the text under every element, in bytes.
func textSize(n *html.Node, sizes map[*html.Node]int) int {
	if n.Type == html.TextNode {
		return len(strings.TrimSpace(n.Data))
	}
	if n.Type == html.ElementNode && silentTags[n.Data] && n.Data != "head" {
		return 0
	}
	sum := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += textSize(c, sizes)
	}
	sizes[n] = sum
	return sum
}

func isClutter(n *html.Node) bool {
	if n.Data == "body" || n.Data == "html" || n.Data == "article" || n.Data == "main" || n.Data == "head" {
		return false
	}
	if clutterTags[n.Data] {
		return true
	}
	for _, a := range n.Attr {
		switch {
		case a.Key == "hidden", a.Key == "aria-hidden" && a.Val == "true":
			return true
		case a.Key == "role" && (a.Val == "navigation" || a.Val == "complementary" || a.Val == "banner"):
			return true
		case a.Key != "class" && a.Key != "id":
		default:
			if namesClutter(a.Val) {
				return true
			}
		}
	}
	return false
}

// namesClutter reports whether a word of a class list or id, cut at hyphens,
// underscores and inner capitals, is one of clutter.
func namesClutter(names string) bool {
	for _, name := range strings.FieldsFunc(spaceCapitals(names), func(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == ':' || r == '\n' || r == '\t' }) {
		if clutterWords[strings.ToLower(name)] {
			return true
		}
	}
	return clutterWords[strings.ToLower(strings.Map(func(r rune) rune {
		if r == '-' || r == '_' {
			return -1
		}
		return r
	}, names))]
}

// spaceCapitals parts camelCase.
func spaceCapitals(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if i > 0 && s[i] >= 'A' && s[i] <= 'Z' && s[i-1] >= 'a' && s[i-1] <= 'z' {
			b.WriteByte(' ')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// tidy drops the blocks that are no text of the article: promotions with the
// links under them, credits, and what stands alone at the end.
func tidy(in []block) []string {
	out := make([]string, 0, len(in))
	promoted := false
	for i, b := range in {
		switch {
		case isPromotion(b.text):
			promoted = true
			continue
		case b.isLink() && (promoted || trailing(in[i:])):
			continue
		case isCredit(b.text), b.head && trailing(in[i:]):
			continue
		}
		promoted = false
		out = append(out, b.text)
	}
	return out
}

// trailing reports whether nothing of the article follows.
func trailing(rest []block) bool {
	for _, b := range rest {
		if !b.isLink() && !b.head && !isPromotion(b.text) && !isCredit(b.text) {
			return false
		}
	}
	return true
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
	"join our", "join the conversation", "filed under", "tags:", "back to top", "loading", "sign in", "log in", "[related",
}

// isLink reports whether a block is a link, or several, and little else.
func (b block) isLink() bool {
	return b.linked > 0 && len(b.text) <= shortBlock && float64(b.linked) >= mostLinked*float64(len(b.text))
}

// isPromotion reports whether a block leads away from the article.
func isPromotion(text string) bool {
	return len(text) <= shortBlock && !isSentence(text) && beginsWith(strings.ToLower(text), promotions)
}

// isSentence reports whether a block reads like a sentence of the article, which
// may begin with any word.
func isSentence(text string) bool {
	return len(text) > 60 && strings.ContainsAny(text[len(text)-1:], ".?!\"")
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
