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
		if opensParagraph(n) {
			n.Attr = nil // Readability would take a dateline for a byline
		}
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

// longParagraph is how long, in bytes, a paragraph is that clutter seldom has.
const longParagraph = 200

// holdsProse reports whether a paragraph of some length, or the element itself
// when it is one, stands outside links: names of classes are not always true.
func holdsProse(n *html.Node) bool {
	if n.Type == html.ElementNode && (n.Data == "p" || n.Data == "blockquote") {
		b := blocks(n)
		return len(b) > 0 && len(b[0].text)-b[0].linked > longParagraph
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
	if sizes != nil {
		sizes[n] = sum
	}
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
		case (a.Key == "class" || a.Key == "id") && namesClutter(a.Val):
			return true
		}
	}
	return false
}

// opensParagraph reports whether an element is words within a paragraph, as the place
// a report was sent from is, however it is called.
func opensParagraph(n *html.Node) bool {
	return inline[n.Data] && n.Data != "a" && n.Parent != nil && n.Parent.Data == "p" && n.NextSibling != nil &&
		n.NextSibling.Type == html.TextNode && len(strings.TrimSpace(n.NextSibling.Data)) >= shortBlock/4
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
