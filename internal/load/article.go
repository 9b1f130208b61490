package load

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"

	"sitrep/internal/facts"
)

// An Article is what a web page is about, without what is around it. Fields that
// the page does not tell are empty.
type Article struct {
	Title     string `json:"title"`
	Published string `json:"published,omitempty"`       // EDTF day
	Basis     string `json:"published_basis,omitempty"` // a Basis constant of facts
	Publisher string `json:"publisher,omitempty"`
	Author    string `json:"author,omitempty"`
	URL       string `json:"url,omitempty"` // the page's own word on its address
	Text      string `json:"text"`          // paragraphs separated by one empty line

	body string // the text that the page's JSON-LD gives
}

var errNoArticle = errors.New("no article text is found in this page")

// Page finds the article in an HTML page of any charset that the page names. The
// body is found by Readability (Mozilla's, ported); what it leaves of captions,
// promotions and navigation is taken away before and after. Name is for messages.
//
// It refuses what is larger than MaxBytes, is no HTML, is nested more deeply than
// the HTML parser allows, or holds no article.
func Page(name string, r io.Reader) (Article, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case err != nil:
		return Article{}, fmt.Errorf("load: read %s: %w", name, err)
	case len(data) > MaxBytes:
		return Article{}, fmt.Errorf("%s: larger than %d MB, the most that one page may have", name, MaxBytes/1_000_000)
	case len(bytes.TrimSpace(data)) == 0:
		return Article{}, fmt.Errorf("%s: %w", name, errEmpty)
	}
	text := strings.ReplaceAll(decoded(data), "\x00", "") // HTML has none, and some pages do
	switch {
	case binary(text):
		return Article{}, fmt.Errorf("%s: %w", name, errBinary)
	case !isHTML(text):
		return Article{}, fmt.Errorf("%s: not an HTML page", name)
	}
	a, err := article(text)
	if err != nil {
		return Article{}, fmt.Errorf("%s: %w", name, err)
	}
	return a, nil
}

func article(page string) (a Article, err error) {
	defer func() {
		if p := recover(); p != nil { // the library must not take the program down over a hostile page
			err = fmt.Errorf("the page cannot be read: %v", p)
		}
	}()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return a, fmt.Errorf("the page cannot be read, its elements are nested too deeply: %w", err)
	}
	about := metadata(doc)
	all := proseOf(doc)[doc]
	removeClutter(doc)
	found, err := readability.FromDocument(doc, anywhere)
	if err != nil {
		return a, errNoArticle
	}
	about.Title = first(about.Title, found.Title())
	about.Author = first(about.Author, bareAuthor(strings.TrimSpace(found.Byline())))
	about.Publisher = first(about.Publisher, found.SiteName())
	about.Title = withoutPublisher(about.Title, about.Publisher)
	if t, err := found.PublishedTime(); about.Published == "" && err == nil {
		about.Published, about.Basis = t.Format("2006-01-02"), facts.BasisPage
	}
	text := textOf(found)
	if size(text) < doubtful {
		text = secondReading(page, text, all)
	}
	if own := paragraphsOf(about.body); missesMost(size(text), prose(own)) {
		text = own
	}
	about.Text = strings.Join(withoutAuthor(text, about.Author), "\n\n")
	if about.Text == "" {
		return a, errNoArticle
	}
	return about, nil
}

// anywhere is an address for pages whose own is not known.
var anywhere = &url.URL{Scheme: "https", Host: "page.invalid"}

func textOf(found readability.Article) []string {
	if found.Node == nil {
		return nil
	}
	return tidy(blocks(found.Node))
}

// Report makes a report of the article: its title is the text's first line. The ID
// is the first 12 hex digits of the text's SHA-256.
func (a Article) Report() facts.Report {
	text := a.Text
	if a.Title != "" {
		text = a.Title + "\n\n" + text
	}
	sum := hash(text)
	return facts.Report{
		ID: sum[:12], Title: a.Title, URL: a.URL, Publisher: a.Publisher, Byline: a.Author,
		Published: a.Published, PublishedBasis: a.Basis, Text: text, SHA256: sum, Read: facts.ReadRules,
	}
}

// decoded is the page as UTF-8. A page that is UTF-8 but for a slip here and there is
// taken as that; else its byte order mark, its meta element or, as browsers do,
// Windows-1252 decides.
func decoded(data []byte) string {
	if !hasUTF16Mark(data) && mostlyUTF8(data) {
		return strings.TrimPrefix(mended(data), "\ufeff")
	}
	encoding, _, _ := charset.DetermineEncoding(data, "")
	text, err := encoding.NewDecoder().Bytes(data)
	if err != nil { // no decoder of the library fails on any bytes, but its interface may
		text = data
	}
	return strings.TrimPrefix(mended(text), "\ufeff")
}

// mended is a text in UTF-8 whose stray bytes are read as Windows-1252, which is
// where they come from.
func mended(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	var b strings.Builder
	b.Grow(len(data))
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(data[i])
		}
		b.WriteRune(r)
		i += size
	}
	return b.String()
}

// mostlyUTF8 reports whether the bytes outside ASCII are UTF-8 sequences, nearly all.
func mostlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	valid, invalid := 0, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			invalid++
		case size > 1:
			valid++
		}
		i += size
	}
	return valid > 10*invalid
}

// isHTML reports whether a text has anything like a tag.
func isHTML(text string) bool {
	for i := strings.IndexByte(text, '<'); i >= 0 && i+1 < len(text); {
		if c := text[i+1] | 0x20; c >= 'a' && c <= 'z' || text[i+1] == '!' || text[i+1] == '/' {
			return true
		}
		next := strings.IndexByte(text[i+1:], '<')
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

func first(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}

// A block is a paragraph, heading, list item or table row with how much of it
// stands in links, in bytes.
type block struct {
	text   string
	linked int
	head   bool
}

var blockTags = tagSet(`p div section article main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tbody thead tr blockquote pre
	header footer figure figcaption form fieldset hr center address details summary`)

var silentTags = tagSet("script style noscript template svg iframe object head title select option button")

func tagSet(s string) map[string]bool {
	out := make(map[string]bool)
	for _, t := range strings.Fields(s) {
		out[t] = true
	}
	return out
}

// blocks lists the paragraphs of the article in order.
func blocks(root *html.Node) []block {
	w := &blockWriter{}
	w.walk(root, false)
	w.end()
	return w.out
}

type blockWriter struct {
	out     []block
	text    strings.Builder
	linked  int
	heading bool
	breaks  int // line breaks in a row
}

func (w *blockWriter) walk(n *html.Node, inLink bool) {
	switch {
	case n.Type == html.TextNode:
		w.write(n.Data, inLink)
		return
	case n.Type == html.ElementNode && silentTags[n.Data]:
		return
	case n.Type == html.ElementNode && n.Data == "br":
		if w.breaks++; w.breaks > 1 {
			w.end()
		} else {
			w.text.WriteByte(' ')
		}
		return
	}
	apart := n.Type == html.ElementNode && blockTags[n.Data]
	if apart {
		w.end()
		w.heading = len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] != 'r'
	} else if n.Data == "td" || n.Data == "th" {
		w.text.WriteByte(' ')
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, inLink || n.Data == "a")
	}
	if apart {
		w.end()
	}
}

func (w *blockWriter) write(s string, inLink bool) {
	if strings.TrimSpace(s) != "" {
		w.breaks = 0
	}
	if inLink {
		w.linked += len(strings.TrimSpace(s))
	}
	w.text.WriteString(s)
}

// end closes the block that is being written, if it has words.
func (w *blockWriter) end() {
	if text := strings.Join(strings.Fields(w.text.String()), " "); text != "" {
		w.out = append(w.out, block{text, w.linked, w.heading})
	}
	w.text.Reset()
	w.linked, w.heading, w.breaks = 0, false, 0
}
