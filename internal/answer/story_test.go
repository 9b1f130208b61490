package answer

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"sitrep/internal/extract"
	"sitrep/internal/facts"
)

// story reads the reports of a story in testdata, newest first, as the store gives
// them; only those published up to asOf.
func story(t testing.TB, name, asOf string) shelf {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/stories/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	var out shelf
	for i, f := range archive.Files {
		day, title, _ := strings.Cut(f.Name, " ")
		if asOf != "" && day > asOf {
			continue
		}
		r := facts.Report{ID: name + strconv.Itoa(i+1), Title: title, Published: day, Text: title + "\n\n" + strings.TrimSpace(string(f.Data))}
		read := extract.Read(r)
		r.Sentences, r.Read = read.Sentences, facts.ReadRules
		out = append(out, facts.Document{Report: r, Facts: read.Facts})
	}
	slices.Reverse(out)
	return out
}

// TestStories asks what users ask over several reports of one story.
func TestStories(t *testing.T) {
	for _, c := range []struct {
		story, asOf, question string // questions of a conversation are parted by " > "
		behaviour             string
		figures               string // those given, sorted, parted by "; "
		holds                 string // words of the answer, parted by "; "
		lacks                 string
	}{
		// vague counts mean what the story counts
		{"strike", "", "how many workers?", GivesAll, "4,000; At least 11,000; about 4,000; more than 12,000; more than 9,000", "Brandt gave no number", "90 million"},
		{"strike", "", "how big is the strike?", GivesAll, "4,000; At least 11,000; about 4,000; more than 12,000; more than 9,000", "", "2,500"},
		{"strike", "", "how many crane drivers?", Gives, "700", "", "4,000"},
		{"flood", "", "death toll?", GivesAll, "23; 29; At least 14", "", "Three people"},
		{"flood", "", "how many residents are in shelters?", Gives, "Some 4,100", "", "2,000"},
		{"cholera", "", "how many children died?", Gives, "four", "", ""},
		{"cholera", "", "how many nurses were sent?", Gives, "60", "", ""},
		{"plant", "", "how many jobs?", GivesAll, "About 3,200; At least 2,700; more than 5,000; up to 4,500", "", "80,000"},
		{"ferry", "", "death toll?", GivesAll, "46; 71; more than 150", "", "130"},
		{"ferry", "", "how many survived?", Gives, "At least 130", "", ""},
		{"recount", "", "how much did the recount cost?", Gives, "$310,000", "", "655"},
		// what no report counts
		{"cholera", "", "how many hospitals were closed?", Abstain, "", "no number of hospitals", ""},
		{"flood", "", "how many dogs were rescued?", Abstain, "", "no number of dogs", "29"},
		{"plant", "", "how many tourists were in Ghent?", Abstain, "", "no number of tourists", "8,000"},
		{"strike", "", "in Sweden?", Nearest, "", "no number for Sweden; None reported", "9,000"},
		{"strike", "", "how many in Kaldvik?", Nearest, "", "no number for Kaldvik; oil terminal", "11,000"},
		// time
		{"strike", "", "latest figure?", Gives, "more than 12,000", "20 Jun 2025", ""},
		{"strike", "", "before June 10, what was the highest number?", Gives, "At least 11,000", "floor", "12,000"},
		{"cholera", "", "as of 10 August, how many had died?", GivesAll, "At least 12; Twenty-six", "", "41"},
		{"cholera", "", "what did we know on 4 August?", GivesAll, "At least 12; around 1,000; more than 350", "4 Aug 2025; Auma confirmed; Auma gave no number; denied", "2,100"},
		{"flood", "2025-03-05", "latest?", GivesAll, "", "5 Mar 2025", "29"},
		{"strike", "", "how many workers? > just give me one number", Gives, "more than 12,000", "cannot be merged; 20 Jun 2025", "11,000"},
		// holders
		{"strike", "", "what does the union say? > and Seahold?", GivesAll, "4,000; about 4,000", "", "9,000"},
		{"strike", "", "how many workers? > and Seahold?", GivesAll, "4,000; about 4,000", "", "9,000"},
		{"strike", "", "how many did Brandt say?", Gap, "", "Brandt gave no number", "9,000"},
		{"strike", "", "4,000: is that the union or the company?", GivesAll, "4,000; about 4,000", "different", ""},
		{"strike", "", "latest? > according to whom?", Gives, "more than 12,000", "Eva Holm; 20 Jun 2025", ""},
		{"cholera", "", "what does the WHO say?", Gives, "around 1,000", "", "12"},
		{"cholera", "", "has Kenya confirmed it?", Gives, "", "confirmed; do not yet know", ""},
		{"ferry", "", "how many did Juma say were missing?", Gap, "", "Juma gave no number", "Thirty-two"},
		{"recount", "", "did Olsen say 1,300?", Correct, "", "no report has that number from Olsen", ""},
		// premises
		{"strike", "", "when did Holm say 9,000?", Correct, "more than 12,000; more than 9,000", "Not as written", ""},
		{"strike", "", "why did Brandt confirm the 9,000?", Correct, "more than 9,000", "No report says so", "because"},
		{"strike", "", "is it exactly 12,000?", Correct, "more than 12,000", "not exactly", ""},
		{"strike", "", "so at most 11,000?", Correct, "At least 11,000; more than 12,000", "floor, not a ceiling", ""},
		{"plant", "", "so at least 4,500?", Correct, "up to 4,500", "ceiling, not a floor", ""},
		{"plant", "", "did Claes lower it?", Correct, "up to 4,500", "No report says", ""},
		{"strike", "", "9,000 or 4,000, which is right?", GivesAll, "4,000; about 4,000; more than 9,000", "do not say which is right", ""},
		{"strike", "", "so it was 4,000 both times and stayed the same?", Correct, "4,000; about 4,000", "not comparable", ""},
		{"strike", "", "are the 700 crane drivers part of the 11,000?", Gives, "700; At least 11,000", "included", ""},
		{"strike", "", "are the 700 crane drivers part of the 4,000?", Gap, "4,000; 700; about 4,000", "No report says so", ""},
		{"strike", "", "9,000 + 4,000?", NoArithmetic, "4,000; about 4,000; more than 9,000", "cannot add", "13,000"},
		// denials, words
		{"strike", "", "who denied it and when?", GivesAll, "", "backed away; 19 Jun 2025; nonsense; undated", "Gothenburg"},
		{"cholera", "", "does Majico still deny it?", Gives, "", "Not as before; stepped back; 18 Aug 2025", ""},
		{"ferry", "", "does Spice Lines still deny it?", Gives, "", "Not as before; withdrew", ""},
		{"flood", "", `did Doll say "a very, very bad failure" or "a small failure"?`, Gives, "", "“a very, very bad failure”; Not among the words", ""},
		{"strike", "", "has anyone been injured?", Gives, "About 30", "", "None reported"},
		// several at once, and slips of the keyboard
		{"plant", "", "How many jobs? How many workers?", GivesAll, "", "4,500; 1,900", ""},
		{"plant", "", "how many workres?", GivesAll, "3,200; Some 1,900; fewer than 1,000", "", ""},
	} {
		turns := strings.Split(c.question, " > ")
		a, err := New(story(t, c.story, c.asOf)).Answer(context.Background(), Question{Text: turns[len(turns)-1], Thread: turns[:len(turns)-1], AsOf: c.asOf})
		if err != nil {
			t.Fatal(err)
		}
		var given []string
		for _, f := range a.Figures {
			given = append(given, f.Text)
		}
		slices.Sort(given)
		if got := strings.Join(given, "; "); a.Behaviour != c.behaviour || c.figures != "" && got != c.figures {
			t.Errorf("%s: %q: %s [%s], want %s [%s]\n%s", c.story, c.question, a.Behaviour, got, c.behaviour, c.figures, a.Text)
		}
		for _, w := range strings.Split(c.holds, "; ") {
			if !strings.Contains(a.Text, w) {
				t.Errorf("%s: %q: no %q in\n%s", c.story, c.question, w, a.Text)
			}
		}
		for _, w := range strings.Split(c.lacks, "; ") {
			if w != "" && strings.Contains(a.Text, w) {
				t.Errorf("%s: %q: %q in\n%s", c.story, c.question, w, a.Text)
			}
		}
		if a.Withheld > 0 {
			t.Errorf("%s: %q: withheld %v", c.story, c.question, a.Why)
		}
	}
}

// TestStoryCitesNoPromotion: what asks to subscribe or to write is no evidence.
func TestStoryCitesNoPromotion(t *testing.T) {
	for _, name := range []string{"flood", "cholera"} {
		for _, q := range []string{"numbers?", "what do we know?", "who denied it?", "where are they?", "updates?", "newsletter?", "reporter?"} {
			a, err := New(story(t, name, "")).Answer(context.Background(), Question{Text: q})
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range a.Citations {
				if strings.Contains(c.Exact, "Sign up") || strings.Contains(c.Exact, "Follow us") || strings.Contains(c.Exact, "Reach the") || c.S == 0 {
					t.Errorf("%s: %q cites %q", name, q, c.Exact)
				}
			}
		}
	}
}

func TestDateWindow(t *testing.T) {
	for _, c := range []struct {
		text, from, to, left string
	}{
		{"as of 19 october how many boats", "", "2024-10-19", "as of how many boats"},
		{"how many boats by oct 24", "", "2024-10-24", "how many boats by"},
		{"before november how high was the dyke", "", "2024-10-31", "before how high was the dyke"},
		{"highest number in october", "2024-10-01", "2024-10-31", "highest number in"},
		{"how did it stand on the 21st", "", "2024-11-21", "how did it stand on"},
		{"how many since 2 may 2023", "2023-05-02", "", "how many since"},
		{"how many last week", "2024-11-18", "2024-11-24", "how many"},
		{"what was known on 2024-11-02", "", "2024-11-02", "what was known on"},
		{"on december 24 how many", "", "2023-12-24", "on how many"}, // the last one
		{"12 in july and 12 in june so the same", "", "", "12 in and 12 in so the same"},
		{"the 23rd brigade", "", "", "the 23rd brigade"},
		{"how many will there be by december", "", "", "how many will there be by december"},
		{"how many boats", "", "", "how many boats"},
	} {
		w, left := dateWindow(c.text, "2024-11-27")
		if w.from != c.from || w.to != c.to || left != c.left {
			t.Errorf("%q: %+v %q, want %s/%s %q", c.text, w, left, c.from, c.to, c.left)
		}
	}
	if w, _ := dateWindow("latest count", "2024-11-27"); !w.newest {
		t.Error("the latest is asked for")
	}
}

func FuzzDateWindow(f *testing.F) {
	f.Add("as of 31 february how many", "2024-11-27")
	f.Add("on the 99th of may", "2024-02-29")
	f.Add("in sept 2020 and since yesterday", "")
	f.Fuzz(func(t *testing.T, text, ref string) {
		w, _ := dateWindow(text, ref)
		if w.from != "" && w.to != "" && w.from > w.to {
			t.Errorf("%q, %q: %+v ends before it begins", text, ref, w)
		}
	})
}

func TestSameHolder(t *testing.T) {
	named := func(name string) facts.Source { return facts.Source{Name: name, Kind: facts.KindNamed} }
	body := func(name string) facts.Source { return facts.Source{Name: name, Kind: facts.KindOrganization} }
	for _, c := range []struct {
		a, b facts.Source
		same bool
	}{
		{named("Anna B. Moser, Minister of Works"), named("Anna Moser, Works Minister"), true},
		{named("Anna Moser"), named("Karl Moser"), false},
		{named("Rep. Karl Moser"), named("Karl Moser, Mayor"), true},
		{body("the dam's operator, Norwatt"), body("Norwatt"), true},
		{body("the harbour board"), body("the fire service"), false},
		{body("the Swedish government"), body("the Danish government"), false},
	} {
		if sameHolder(c.a, c.b) != c.same || sameHolder(c.b, c.a) != c.same {
			t.Errorf("%q and %q: not %v", c.a.Name, c.b.Name, c.same)
		}
	}
}

func TestHoldsJust(t *testing.T) {
	for _, c := range []struct {
		text, words string
		want        bool
	}{
		{"very bad", "very bad", true},
		{"a very, very bad day", "very bad", false},
		{"a very, very bad day", "very, very bad", true},
		{"very bad, a very, very bad day", "very bad", true},
		{"fine", "bad", false},
	} {
		if got := holdsJust(c.text, c.words); got != c.want {
			t.Errorf("%q in %q: %v", c.words, c.text, got)
		}
	}
}

func TestAsks(t *testing.T) {
	for text, n := range map[string]int{
		"how many boats?": 1, "How many boats? Who says so?": 2, "They said 40. Is that so?": 1, "What? Why? How? When? Where now?": 1, "how many?? really?": 1,
	} {
		if got := asks(text); len(got) != n {
			t.Errorf("%q: %q", text, got)
		}
	}
}
