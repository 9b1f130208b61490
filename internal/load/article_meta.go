package load

import (
	"encoding/json"
	"net/url"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"sitrep/internal/facts"
)

// metadata reads what a page says of itself: JSON-LD (schema.org), then
// OpenGraph and other meta elements, then its address, then <time>.
func metadata(doc *html.Node) Article {
	var a Article
	m := make(map[string]string)
	when := ""
	eachElement(doc, func(n *html.Node) {
		switch n.Data {
		case "meta":
			key := strings.ToLower(first(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
			if v := strings.TrimSpace(attr(n, "content")); key != "" && v != "" && m[key] == "" {
				m[key] = v
			}
		case "link":
			if attr(n, "rel") == "canonical" {
				m["canonical"] = attr(n, "href")
			}
		case "time":
			when = first(when, attr(n, "datetime"))
		case "script":
			if attr(n, "type") == "application/ld+json" && n.FirstChild != nil {
				a.linked(n.FirstChild.Data)
			}
		}
	})
	a.Title = first(a.Title, m["og:title"], m["twitter:title"])
	a.Publisher = first(a.Publisher, m["og:site_name"], m["application-name"])
	a.Author = first(a.Author, m["author"], m["article:author_name"])
	if a.Author = bareAuthor(a.Author); strings.HasPrefix(a.Author, "http") {
		a.Author = ""
	}
	if u, err := url.Parse(first(m["canonical"], m["og:url"])); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
		a.URL = u.String()
	}
	if a.Published == "" {
		a.dated(m["article:published_time"], m["datepublished"], m["date"], m["dc.date"], m["dc.date.issued"], m["pubdate"], m["parsely-pub-date"], m["sailthru.date"])
	}
	if a.Published == "" {
		a.dated(dayIn(a.URL), when)
	} else if day := dayIn(a.URL); aDayApart(day, a.Published) {
		a.Published = day // the time is in UTC, the address in the outlet's zone
	}
	return a
}

// linked reads one block of JSON-LD; a block that is none is no fault of the
// article and is passed over.
func (a *Article) linked(data string) {
	var v any
	if json.Unmarshal([]byte(data), &v) != nil {
		return
	}
	a.node(v, 0)
}

// maxNesting is how deep JSON-LD is searched for an article.
const maxNesting = 6

func (a *Article) node(v any, depth int) {
	if depth > maxNesting {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			a.node(one, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			a.Title = first(a.Title, text(v["headline"]))
			a.Author = first(a.Author, text(v["author"]))
			a.Publisher = first(a.Publisher, text(v["publisher"]))
			a.body = first(a.body, text(v["articleBody"]))
			if a.Published == "" {
				a.dated(text(v["datePublished"]))
			}
			return
		}
		a.node(v["@graph"], depth+1)
	}
}

func isArticle(kinds any) bool {
	for _, kind := range strings.Split(text(kinds), ", ") {
		if strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || kind == "Report" {
			return true
		}
	}
	return false
}

// text is a string of JSON-LD: itself, the name of a thing, or those of a list.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(html.UnescapeString(v))
	case map[string]any:
		return text(v["name"])
	case []any:
		var out []string
		for _, one := range v {
			if s := text(one); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, ", ")
	}
	return ""
}

// timeForms are those that pages write times in.
var timeForms = []string{
	time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05",
	"2006-01-02", "2006/01/02", "20060102", time.RFC1123, time.RFC1123Z, "January 2, 2006", "Jan 2, 2006", "2 January 2006",
}

// dated takes the first of the times that can be read. The day is that of the
// time's own zone, as the outlet prints it.
func (a *Article) dated(times ...string) {
	for _, s := range times {
		for _, form := range timeForms {
			if t, err := time.Parse(form, strings.TrimSpace(s)); err == nil && t.Year() > 1900 {
				a.Published, a.Basis = t.Format("2006-01-02"), facts.BasisPage
				return
			}
		}
	}
}

// dayIn finds a day in the path of an address (/2025/03/02/, 2025-03-02), or "".
func dayIn(address string) string {
	for i := 0; i+10 <= len(address); i++ {
		if i > 0 && address[i-1] >= '0' && address[i-1] <= '9' || i+10 < len(address) && address[i+10] >= '0' && address[i+10] <= '9' {
			continue
		}
		day := address[i : i+10]
		if sep := day[4]; (sep == '/' || sep == '-') && day[7] == sep {
			if _, err := time.Parse("2006-01-02", strings.ReplaceAll(day, "/", "-")); err == nil {
				return strings.ReplaceAll(day, "/", "-")
			}
		}
	}
	return ""
}

func aDayApart(a, b string) bool {
	x, err := time.Parse("2006-01-02", a)
	y, other := time.Parse("2006-01-02", b)
	return err == nil && other == nil && x.Sub(y).Abs() == 24*time.Hour
}

// bareAuthor drops the "By" of a byline.
func bareAuthor(s string) string {
	if len(s) >= 2 && strings.EqualFold(s[:2], "by") && (len(s) == 2 || s[2] == ' ') {
		return strings.TrimSpace(s[2:])
	}
	return s
}

func eachElement(n *html.Node, do func(*html.Node)) {
	if n.Type == html.ElementNode {
		do(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		eachElement(c, do)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// titleJoints part the title of a page from its publisher's name.
var titleJoints = []string{" | ", " - ", " – ", " — ", " :: ", " · "}

// withoutPublisher is a page's title without the publisher's name at its end.
func withoutPublisher(title, publisher string) string {
	for _, joint := range titleJoints {
		if i := strings.LastIndex(title, joint); i > 0 && sameName(title[i+len(joint):], publisher) {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// sameName reports whether two names of publishers differ in nothing but capitals,
// marks, a leading article or the end of an address.
func sameName(a, b string) bool {
	plain := func(s string) string {
		s = strings.ToLower(strings.TrimSpace(s))
		s = strings.TrimPrefix(strings.TrimPrefix(s, "www."), "the ")
		if i := strings.LastIndexByte(s, '.'); i > 0 && !strings.Contains(s, " ") {
			s = s[:i]
		}
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			return -1
		}, s)
	}
	return plain(a) != "" && plain(a) == plain(b)
}
