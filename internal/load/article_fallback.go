package load

import (
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

const (
	paragraph = 80 // bytes outside links from which an element's text counts as a paragraph
	// missedShare is the share of a page's paragraphs under which a found article is doubted: what was found
	// may be a disclaimer or a summary, while the story stands elsewhere.
	missedShare = 1.0 / 3
	// doubtful is how short, in bytes, an article is that is doubted for that.
	doubtful = 800
	// cluster is the share of the paragraphs that one element must hold to be gone into.
	cluster = 0.6
)

// A proseMap knows how many bytes of paragraphs stand under each element.
type proseMap map[*html.Node]int

// proseOf measures the paragraphs of a page, without those of comments and of what
// is around the article.
func proseOf(doc *html.Node) proseMap {
	m := make(proseMap)
	m.measure(doc)
	return m
}

func (m proseMap) measure(n *html.Node) int {
	if n.Type == html.ElementNode && (silentTags[n.Data] && n.Data != "head" || isClutter(n)) {
		return 0
	}
	sum, own := 0, 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			own += len(strings.TrimSpace(c.Data))
		case c.Type == html.ElementNode && inline[c.Data] && c.Data != "a":
			own += textSize(c, nil)
		default:
			sum += m.measure(c)
		}
	}
	if own >= paragraph {
		sum += own
	}
	if sum > 0 {
		m[n] = sum
	}
	return sum
}

// inline are the elements that stand within a paragraph.
var inline = tagSet("a b i em strong span u mark small sub sup q cite abbr code font time")

// densest goes from the page into the element that holds most of its paragraphs,
// as long as there is one.
func (m proseMap) densest(n *html.Node) *html.Node {
	for {
		inner := n
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if float64(m[c]) >= cluster*float64(m[n]) && m[c] > 0 {
				inner = c
				break
			}
		}
		if inner == n || inner.FirstChild == nil {
			return inner
		}
		n = inner
	}
}

// trimmed cuts what stands before the first paragraph and after the last one.
func trimmed(in []block) []block {
	for len(in) > 0 && len(in[0].text)-in[0].linked < paragraph {
		in = in[1:]
	}
	for len(in) > 0 && len(in[len(in)-1].text)-in[len(in)-1].linked < paragraph {
		in = in[:len(in)-1]
	}
	return in
}

// secondReading looks at the whole page again, whatever its elements are called,
// and then for the element with most of the paragraphs. All is how many bytes of
// paragraphs the page has.
func secondReading(page string, text []string, all int) []string {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return text
	}
	if found, err := readability.FromDocument(doc, anywhere); err == nil {
		if again := textOf(found); missesMost(size(text), prose(again)) {
			return again
		}
	}
	if !missesMost(size(text), all) {
		return text
	}
	where := proseOf(doc)
	removeClutter(doc)
	if again := tidy(trimmed(blocks(where.densest(doc)))); missesMost(size(text), prose(again)) {
		return again
	}
	return text
}

// missesMost reports whether so many bytes are too few of all.
func missesMost(found, all int) bool { return float64(found) < missedShare*float64(all) }

// size is how many bytes a text has.
func size(text []string) int {
	n := 0
	for _, p := range text {
		n += len(p)
	}
	return n
}

// prose is how many bytes of paragraphs a text has.
func prose(text []string) int {
	n := 0
	for _, p := range text {
		if len(p) >= paragraph {
			n += len(p)
		}
	}
	return n
}

// paragraphsOf parts an articleBody of JSON-LD, which is plain text or HTML.
func paragraphsOf(body string) []string {
	if strings.Contains(body, "</") {
		if doc, err := html.Parse(strings.NewReader(body)); err == nil {
			return tidy(blocks(doc))
		}
		return nil
	}
	var out []block
	for line := range strings.SplitSeq(body, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			out = append(out, block{text: line})
		}
	}
	return tidy(out)
}
