package bot

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/slack-go/slack"

	"sitrep/internal/answer"
)

var update = flag.Bool("update", false, "write what render gives now into testdata")

// TestRender compares each message of testdata with its layout as text: **bold**,
// //italic//, "• " for a list item, one [kind] line for each block.
func TestRender(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var m answer.Message
			if err := json.Unmarshal(ar.Files[0].Data, &m); err != nil {
				t.Fatal(err)
			}
			r := render("run-1", m)
			got := []byte(drawn(t, r.blocks) + "--- fallback ---\n" + r.fallback + "\n")
			if *update {
				ar.Files = append(ar.Files[:1], txtar.File{Name: "want", Data: got})
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(ar.Files[1].Data); want != string(got) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
			checkLimits(t, r)
		})
	}
}

// drawn writes blocks as text.
func drawn(t *testing.T, blocks []slack.Block) string {
	t.Helper()
	var s strings.Builder
	for _, b := range blocks {
		fmt.Fprintf(&s, "[%s %s]\n", b.BlockType(), b.ID())
		switch b := b.(type) {
		case *slack.HeaderBlock:
			s.WriteString(b.Text.Text + "\n")
		case *slack.ContextBlock:
			for _, e := range b.ContextElements.Elements {
				s.WriteString(e.(*slack.TextBlockObject).Text + "\n")
			}
		case *slack.ActionBlock:
			for _, e := range b.Elements.ElementSet {
				button := e.(*slack.ButtonBlockElement)
				fmt.Fprintf(&s, "%s (%s %s)\n", button.Text.Text, button.ActionID, button.Value)
			}
		case *slack.RichTextBlock:
			drawRich(&s, b)
		default:
			t.Errorf("render made a block of type %T", b)
		}
	}
	return s.String()
}

func drawRich(s *strings.Builder, b *slack.RichTextBlock) {
	for _, e := range b.Elements {
		switch e := e.(type) {
		case *slack.RichTextSection:
			s.WriteString(drawSection(e) + "\n")
		case *slack.RichTextList:
			for _, item := range e.Elements {
				s.WriteString("• " + drawSection(item.(*slack.RichTextSection)) + "\n")
			}
		}
	}
}

func drawSection(section *slack.RichTextSection) string {
	var s strings.Builder
	for _, e := range section.Elements {
		text := e.(*slack.RichTextSectionTextElement)
		mark := ""
		if text.Style != nil && text.Style.Bold {
			mark += "**"
		}
		if text.Style != nil && text.Style.Italic {
			mark += "//"
		}
		s.WriteString(mark + text.Text + mark)
	}
	return s.String()
}

// checkLimits holds a message against what Slack takes.
func checkLimits(t *testing.T, r rendered) {
	t.Helper()
	if len(r.blocks) > 50 {
		t.Errorf("%d blocks", len(r.blocks))
	}
	raw, err := json.Marshal(r.blocks)
	if err != nil {
		t.Fatal(err)
	}
	checkInert(t, raw)
	total := 0
	ids := map[string]bool{}
	for _, b := range r.blocks {
		one, _ := json.Marshal(b)
		n := 0
		for _, text := range textsOf(t, one) {
			n += width(text)
		}
		if n > 3000 {
			t.Errorf("a block holds %d characters", n)
		}
		total += n
		if b.ID() != "" && ids[b.ID()] {
			t.Errorf("block_id %s is there twice", b.ID())
		}
		ids[b.ID()] = true
	}
	if total > 12_000 {
		t.Errorf("all blocks hold %d characters", total)
	}
	if width(r.fallback) > fallbackText {
		t.Errorf("the fallback holds %d characters", width(r.fallback))
	}
}

// parsedByNobody are the only kinds of JSON object that we send: none of them
// makes Slack look for mentions, links or formatting inside a text.
var parsedByNobody = map[string]bool{
	"rich_text": true, "rich_text_section": true, "rich_text_list": true, "text": true,
	"plain_text": true, "header": true, "context": true, "actions": true, "button": true, "modal": true,
}

// checkInert walks blocks or a view and fails on any kind of object that could
// carry a token, a link or formatting characters with an effect.
func checkInert(t *testing.T, raw []byte) {
	t.Helper()
	walk(t, raw, func(object map[string]any) {
		kind, _ := object["type"].(string)
		if kind != "" && !parsedByNobody[kind] {
			t.Errorf("an object of type %q was sent: %v", kind, object)
		}
		if kind == "plain_text" && object["emoji"] != false {
			t.Errorf("emoji codes are on: %v", object)
		}
		if object["url"] != nil {
			t.Errorf("a link was sent: %v", object)
		}
	})
}

// textsOf returns the strings that a reader sees, in order.
func textsOf(t *testing.T, raw []byte) []string {
	t.Helper()
	var out []string
	walk(t, raw, func(object map[string]any) {
		if text, ok := object["text"].(string); ok {
			out = append(out, text)
		}
	})
	return out
}

// walk visits every object inside raw, outer ones first.
func walk(t *testing.T, raw []byte, visit func(map[string]any)) {
	t.Helper()
	var root any
	if err := json.Unmarshal(raw, &root); err != nil {
		t.Fatalf("%v in %s", err, raw)
	}
	var down func(any)
	down = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				down(e)
			}
		case map[string]any:
			visit(v)
			for _, key := range []string{"title", "close", "text", "blocks", "elements"} {
				down(v[key])
			}
		}
	}
	down(root)
}

func TestLongMessages(t *testing.T) {
	line := func(role answer.Role, text string) answer.Line { return answer.Line{Role: role, Text: text} }
	many := func(n int, text string) []answer.Section {
		var s []answer.Section
		for i := range n {
			s = append(s, answer.Section{Title: fmt.Sprintf("Part %d", i), Lines: []answer.Line{line(answer.RoleFigure, text)}})
		}
		return s
	}
	tests := []struct {
		name     string
		sections []answer.Section
		cut      bool
	}{
		{"one line of 10,000 characters", []answer.Section{{Lines: []answer.Line{line(answer.RoleFigure, strings.Repeat("x", 10_000))}}}, true},
		{"one line of 9,000", []answer.Section{{Lines: []answer.Line{line(answer.RoleNote, strings.Repeat("words and ", 900))}}}, false},
		{"outside the basic plane", []answer.Section{{Lines: []answer.Line{line(answer.RoleLead, strings.Repeat("𝟙", 4000))}}}, false},
		{"far too long outside it", []answer.Section{{Lines: []answer.Line{line(answer.RoleLead, strings.Repeat("𝟙", 5000))}}}, true},
		{"60 sections", many(60, "seven lamps"), true},
		{"44 sections", many(44, "seven lamps"), false},
		{"blank", []answer.Section{{Title: " ", Lines: []answer.Line{line(answer.RoleLead, "Yes."), line(answer.RoleNote, " \u202e ")}}}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := render("run-1", answer.Message{
				Title:     strings.Repeat("title ", 50),
				Context:   []string{strings.Repeat("small print ", 300)},
				Sections:  tt.sections,
				Citations: []answer.Citation{{N: 1, Exact: "x"}},
			})
			checkLimits(t, r)
			says := strings.Contains(drawn(t, r.blocks), "more line")
			if says != tt.cut || says != (len(r.rest) > 0) {
				t.Errorf("says that it was cut: %v, want %v; %d rows left", says, tt.cut, len(r.rest))
			}
		})
	}
}

func FuzzRender(f *testing.F) {
	f.Add("**", "<!channel> <@U1> *bold* `code`", "bold", 1)
	f.Add("", strings.Repeat("a b ", 1000), "a", 20)
	f.Add("𝟙𝟙𝟙", strings.Repeat("𝟙", 200), "\u202e", 60)
	f.Fuzz(func(t *testing.T, title, text, mark string, n int) {
		if n < 0 || n > 100 || len(text) > 20_000 {
			return
		}
		m := answer.Message{Title: title, Context: []string{mark}}
		for i := range n {
			m.Sections = append(m.Sections, answer.Section{Title: title, Lines: []answer.Line{{Role: answer.Role(i % 4), Text: text, Mark: mark}}})
		}
		checkLimits(t, render("run-1", m))
	})
}
