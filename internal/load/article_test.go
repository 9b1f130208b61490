package load

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

const newsPage = `<!doctype html><html><head><meta charset="utf-8"><title>Ferry aground | The Harbour Post</title>
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferry runs aground","datePublished":"2025-03-02T23:30:00+11:00",
"author":[{"name":"Ana Ruiz"},{"name":"Bo Lind"}],"publisher":{"@type":"Organization","name":"The Harbour Post"}}]}</script>
<link rel="canonical" href="https://post.example/ferry"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<article><h1>Ferry runs aground</h1><p class="byline">By Ana Ruiz</p>
<figure><img src="f.jpg"><figcaption>The ferry on Sunday. (Photo: B. Lind)</figcaption></figure>
<p>A ferry with 212 people aboard ran aground off the northern cape on Sunday evening, the coast guard said, and all of them were
brought to land by fishing boats within two hours of the first call for help.</p>
<div class="related-links"><p>Related: <a href="/x">How safe are ferries?</a></p></div>
<p>“We heard a sound like thunder,” said one passenger, who had been asleep in a cabin below the water line when the ship struck,
and who spent the night in a school with about forty others.<br><br>Two people were treated for cuts, the hospital said.</p>
<p>Published on a wet morning, the last inspection report had found no fault in the hull, the engines or the two radars.</p>
<p><a href="/nl">Sign up for our newsletter</a></p></article>
<aside><p>Most popular</p><ul><li><a href="/1">One thing that many people like to read</a></li></ul></aside>
<footer>© 2025 The Harbour Post</footer></body></html>`

func TestPage(t *testing.T) {
	a, err := Page("p.html", strings.NewReader(newsPage))
	if err != nil {
		t.Fatal(err)
	}
	if a.Title != "Ferry runs aground" || a.Published != "2025-03-02" || a.Publisher != "The Harbour Post" || a.Author != "Ana Ruiz, Bo Lind" || a.URL != "https://post.example/ferry" {
		t.Errorf("metadata: %+v", a)
	}
	got := strings.Split(a.Text, "\n\n")
	begins := []string{"A ferry with 212", "“We heard a sound", "Two people were treated", "Published on a wet morning"}
	if len(got) != len(begins) {
		t.Fatalf("%d paragraphs, want %d: %q", len(got), len(begins), got)
	}
	for i, b := range begins {
		if !strings.HasPrefix(got[i], b) {
			t.Errorf("paragraph %d is %q, want it to begin with %q", i+1, got[i], b)
		}
	}
	r := a.Report()
	if !strings.HasPrefix(r.Text, r.Title+"\n\n") || r.SHA256 != hash(r.Text) || r.PublishedBasis == "" {
		t.Errorf("report: %+v", r)
	}
}

// TestPageCharset holds that a page is read in the charset it names.
func TestPageCharset(t *testing.T) {
	page := strings.Replace(newsPage, `charset="utf-8"`, `charset="iso-8859-1"`, 1)
	page = strings.NewReplacer("“", `"`, "”", `"`, "©", "", "cuts, the", "caf\xe9 burns, the").Replace(page)
	a, err := Page("p.html", strings.NewReader(page))
	if err != nil || !strings.Contains(a.Text, "café burns") {
		t.Errorf("%v: %q", err, a.Text)
	}
}

// storyAnd is a page with a story of three paragraphs and more around or in it.
func storyAnd(before, within, after string) string {
	return "<html><head><title>Bridge shut</title></head><body>" + before + `<div class="story"><p>The old bridge over the river was shut on Monday
after an inspector found cracks in two of its nine piers, the county said in a statement.</p>` + within + `<p>About 4,000 cars cross it on a working
day, and drivers will have to go round by the new road, which adds some 12 kilometres to the way.</p><p>Repairs could take until the autumn, the
county's engineer said, unless frost comes early or the two steel beams that were ordered come late.</p>` + after + "</div></body></html>"
}

// TestPageTidy holds what is taken out of a story and what stays.
func TestPageTidy(t *testing.T) {
	for _, c := range []struct{ name, page, out, in string }{
		{"title and labels before", storyAnd("", "", "") + "", "Bridge shut", ""},
		{"section and byline", strings.Replace(storyAnd("", "", ""), "<p>The old", "<p>Local news</p><p>By Una Vance, March 3, 2025</p><p>The old", 1), "Una Vance", ""},
		{"caption", storyAnd("", "<figure><img src=b><figcaption>A pier of the bridge</figcaption></figure>", ""), "A pier of", ""},
		{"advertisement", storyAnd("", "<p>Advertisement</p>", ""), "Advertisement", ""},
		{"related", storyAnd("", "<p><strong>Related:</strong> <a href=/x>Ten bridges to see</a></p>", ""), "Ten bridges", ""},
		{"more stories", storyAnd("", "", "<h3>More stories of ours</h3><ul><li><a href=/1>A ferry for the old</a></li></ul>"), "A ferry", ""},
		{"appeal", storyAnd("", "", "<p>Sign up for our letter to get the news of the valley every morning before work.</p>"), "Sign up", ""},
		{"copyright", storyAnd("", "", "<p>Copyright 2025 Valley News. This text may not be printed or sent on without leave of the owner.</p>"), "Copyright", ""},
		{"share buttons", storyAnd("", "<div class=social-share><span>Send this to a friend</span></div>", ""), "Send this", ""},
		{"gallery", storyAnd("", "<p>Image 2 of 7</p>", ""), "Image 2", ""},
		{"address before", strings.Replace(storyAnd("", "", ""), "<p>The old", "<p>https://valley.example/news/article/the-old-bridge-over-the-river-is-shut-and-nobody-knows-for-how-long-1.php</p><p>The old", 1), "https://", ""},
		{"more of ours", storyAnd("", "", "<p>More Great Valley Stories</p><p><a href=/1>A ferry for the old</a></p>"), "Great Valley", ""},
		{"commission", storyAnd("", "<p>The Valley may earn an affiliate commission when you buy through links here.</p>", ""), "commission", ""},
		{"author", strings.Replace(storyAnd("", "", "<p>Una Vance is a writer in Dunmore who keeps bees.</p>"), "<head>", "<head><meta name=author content='By Una Vance'>", 1), "keeps bees", ""},
		{"author who is quoted", strings.Replace(storyAnd("", "", "<p>Una Vance said the bees were well.</p>"), "<head>", "<head><meta name=author content='Una Vance'>", 1), "", "the bees were well"},
		{"more of a thing", storyAnd("", "<p>More rain than in any March since 1962 fell on the valley, which now has seen enough of it.</p>", ""), "", "More rain"},
		{"dateline", storyAnd("", "<p><span class=dateline>DUNMORE – </span>Nobody was hurt when a stone fell from the bridge last week, a baker in the town said.</p>", ""), "", "DUNMORE – Nobody"},
		{"heading", storyAnd("", "<h2>What comes next</h2>", ""), "", "What comes next"},
		{"list", storyAnd("", "<ul><li>Two piers have cracks</li><li>One beam is bent</li></ul>", ""), "", "Two piers have cracks\n\nOne beam"},
		{"table", storyAnd("", "<table><tr><td>Cars</td><td>4,000</td></tr><tr><td>Lorries</td><td>310</td></tr></table>", ""), "", "Lorries 310"},
		{"opening word", storyAnd("", "<p>Related work on the northern bank, begun in the spring, is to end by the first of May.</p>", ""), "", "Related work"},
	} {
		a, err := Page(c.name, strings.NewReader(c.page))
		switch {
		case err != nil:
			t.Error(err)
		case c.out != "" && strings.Contains(a.Text, c.out), !strings.Contains(a.Text, c.in), !strings.Contains(a.Text, "frost comes early"):
			t.Errorf("%s: the text is %q", c.name, a.Text)
		}
	}
}

// TestPageSecondReading holds that a story in elements of misleading names, or only
// in the page's JSON-LD, is found all the same.
func TestPageSecondReading(t *testing.T) {
	story := storyAnd("", "", "")
	sentence := "The council met for nine hours and agreed on nothing but the hour of the next meeting, three members said. "
	for name, page := range map[string]string{
		"names":   strings.Replace(story, "class=\"story\"", "class=\"related sponsored\"", 1),
		"json-ld": `<script type="application/ld+json">{"@type":["NewsArticle"],"articleBody":"` + strings.Repeat(sentence, 4) + `\nfrost comes early"}</script><p>Read it in the app.</p>`,
	} {
		a, err := Page(name, strings.NewReader(page))
		if err != nil || !strings.Contains(a.Text, "frost comes early") {
			t.Errorf("%s: %v: %q", name, err, a.Text)
		}
	}
}

func TestPageDate(t *testing.T) {
	const address = `<link rel="canonical" href="https://valley.example/2025/03/02/bridge">`
	for _, c := range []struct{ head, want string }{
		{`<meta property="article:published_time" content="2025-03-02T09:00:00Z">`, "2025-03-02"},
		{`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-01"}</script><meta name="date" content="2024-01-01">`, "2025-03-01"},
		{address, "2025-03-02"},
		{address + `<meta name="date" content="2025-03-03T03:10:00Z">`, "2025-03-02"}, // the evening before, where it was written
		{address + `<meta name="date" content="2025-04-20">`, "2025-04-20"},
		{`<time datetime="2025-03-05T10:00:00+01:00">Wednesday</time>`, "2025-03-05"},
		{`<meta name="date" content="soon">`, ""},
		{`<link rel="canonical" href="https://valley.example/120250-03-021">`, ""},
	} {
		a, err := Page("p", strings.NewReader(strings.Replace(storyAnd("", "", ""), "<head>", "<head>"+c.head, 1)))
		if err != nil || a.Published != c.want || (a.Basis == "") != (c.want == "") {
			t.Errorf("%s: %v, published %q (%s), want %q", c.head, err, a.Published, a.Basis, c.want)
		}
	}
}

func TestDecoded(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"\xef\xbb\xbf<p>é", "<p>é"},
		{"\xff\xfe<\x00p\x00>\x00\xe9\x00", "<p>é"},
		{"\xfe\xff\x00<\x00p\x00>\x00\xe9", "<p>é"},
		{"<p>caf\xe9 \x93so\x94", "<p>café “so”"},
		{"<meta charset=iso-8859-2>\xb1", "<meta charset=iso-8859-2>ą"},
		{strings.Repeat("é", 40) + "it\x92s \x9320\x94", strings.Repeat("é", 40) + "it’s “20”"}, // slips of another charset
	} {
		if got := decoded([]byte(c.in)); got != c.want {
			t.Errorf("decoded(%q) is %q, want %q", c.in, got, c.want)
		}
	}
}

// TestPageIsUTF8 holds that no page gives a text that is not UTF-8.
func TestPageIsUTF8(t *testing.T) {
	for _, stray := range []string{"\x92", "\xff", "\x81", "\xc3", "\xe2\x80"} {
		page := strings.Replace(newsPage, "A ferry", strings.Repeat("é", 40)+stray+" ferry", 1)
		a, err := Page("p", strings.NewReader(strings.Replace(page, "Ferry runs", "Ferry"+stray+" runs", -1)))
		if err != nil || !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title) {
			t.Errorf("%q: %v, title %q", stray, err, a.Title)
		}
	}
}

func TestTitleWithoutPublisher(t *testing.T) {
	for _, c := range []struct{ title, publisher, want string }{
		{"Ferry runs aground | The Harbour Post", "Harbour Post", "Ferry runs aground"},
		{"Ferry runs aground - harbourpost.example", "HarbourPost", "Ferry runs aground"},
		{"Ferry – the last one – runs aground — Harbour Post", "The Harbour Post", "Ferry – the last one – runs aground"},
		{"Ferry runs aground | Sport", "Harbour Post", "Ferry runs aground | Sport"},
		{"Ferry runs aground - Harbour Post", "", "Ferry runs aground - Harbour Post"},
		{"Harbour Post", "Harbour Post", "Harbour Post"},
	} {
		if got := withoutPublisher(c.title, c.publisher); got != c.want {
			t.Errorf("%q of %q: %q, want %q", c.title, c.publisher, got, c.want)
		}
	}
}

// TestPageHostile holds that pages made to be slow are read or refused in time.
func TestPageHostile(t *testing.T) {
	for name, page := range map[string]string{
		"headings": strings.Repeat("<h2>A line</h2>", 20_000),
		"links":    strings.Repeat("<p><a href=x>A link of some words</a></p>", 20_000),
		"tables":   strings.Repeat("<table>", 20_000) + "x",
		"unclosed": strings.Repeat("<p><b>t", 20_000),
		"nested":   strings.Repeat(strings.Repeat("<div class=related>", 400)+storyAnd("", "", "")+strings.Repeat("</div>", 400), 5),
		"json":     `<script type="application/ld+json">` + strings.Repeat("[", 1_000_000) + "</script><p>x",
	} {
		start := time.Now()
		_, err := Page(name, strings.NewReader(page))
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s took %s (%v)", name, took, err)
		}
	}
}

func TestPageRefuses(t *testing.T) {
	for _, c := range []struct{ name, page, says string }{
		{"empty", "  \n", "empty"},
		{"plain", "just a line of text, 3 < 4", "not an HTML page"},
		{"binary", "%PDF-1.4 <a>" + strings.Repeat("\x01\x02", 500), "control characters"},
		{"large", strings.Repeat("a", MaxBytes+1), "larger than 50 MB"},
		{"menu", "<nav><a href=/>Home</a></nav>", "no article text"},
		{"deep", strings.Repeat("<div>", 200_000) + "x", "nested too deeply"},
	} {
		a, err := Page(c.name+".html", strings.NewReader(c.page))
		if err == nil {
			t.Errorf("%s: taken as an article: %.80q", c.name, a.Text)
		} else if !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), c.name+".html") {
			t.Errorf("%s: the error is %q", c.name, err)
		}
	}
}

func FuzzPage(f *testing.F) {
	for _, s := range []string{newsPage, "<p>x", "<table><tr><td>1<td>2</table>", "<script type=application/ld+json>{\"@graph\":[[]]}</script>", "\xff\xfe<\x00p\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		a, err := Page("f", strings.NewReader(page))
		if err == nil && strings.TrimSpace(a.Text) == "" {
			t.Errorf("an article without text from %q", page)
		}
	})
}
