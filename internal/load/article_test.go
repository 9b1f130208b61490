package load

import (
	"strings"
	"testing"
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

func TestPageRefuses(t *testing.T) {
	for _, c := range []struct{ name, page, says string }{
		{"empty", "  \n", "empty"},
		{"plain", "just a line of text", "not an HTML page"},
		{"menu", "<nav><a href=/>Home</a></nav>", "no article text"},
		{"deep", strings.Repeat("<div>", 200_000) + "x", ""},
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
