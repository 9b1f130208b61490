package bot

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackutilsx"

	"sitrep/internal/answer"
)

// Everything that comes from a report or a reader goes into rich_text text elements
// and plain_text objects: Slack parses neither, so <!channel>, <@U1>, *bold* or a
// disguised link in them are shown as the characters that they are. Only the
// fallback text is parsed by Slack: it is escaped, and posted with mrkdwn off and
// parse none (see Post). Bold and italic are styles that we set, never characters.

// What Slack takes, less a margin, in UTF-16 units: it never counts more than that.
// All text of a message together fails somewhere above 11,000.
const (
	messageText   = 9800 // all rows of one message
	messageBlocks = 44   // of Slack's 50: header, context, note and button come on top
	modalText     = 100_000
	modalBlocks   = 96 // of Slack's 100
	blockText     = 2900
	headerText    = 150
	contextText   = 1900
	fallbackText  = 3000 // Slack splits a longer text into several messages
)

// Identifiers inside our messages.
const (
	blockPrefix    = "sitrep:" // block_id of the first block: the prefix and the delivery's id
	actionsBlock   = "sitrep-actions"
	actionShow     = "sitrep-sentences"
	metadataType   = "sitrep_post"
	metadataKey    = "id"
	sentencesLabel = "Sentences"
)

// rendered is a message as Slack takes it.
type rendered struct {
	blocks   []slack.Block
	fallback string
	rest     []row // rows that did not fit; the Sentences view shows them
}

// A row is one line to lay out: bulleted or not, with its bold part.
type row struct {
	text   string
	mark   string // part of text to print bold
	bold   bool   // all of it bold
	italic bool
	bullet bool
	begins bool // begins a new block
}

// render lays out m as the post of the delivery id.
func render(id string, m answer.Message) rendered {
	var out rendered
	rows := messageRows(m)
	if m.Title != "" {
		out.blocks = append(out.blocks, titleBlock(m.Title))
		out.blocks = append(out.blocks, contextBlocks(m.Context)...)
	}
	laid, rest := pack(rows, messageText, messageBlocks)
	out.blocks = append(out.blocks, laid...)
	out.rest = rest
	if len(rest) > 0 {
		out.blocks = append(out.blocks, textBlock(row{text: cutSentence(len(rest)), italic: true}))
	}
	if m.Title == "" {
		out.blocks = append(out.blocks, contextBlocks(m.Context)...)
	}
	if len(m.Citations) > 0 || len(rest) > 0 {
		out.blocks = append(out.blocks, slack.NewActionBlock(actionsBlock, slack.NewButtonBlockElement(actionShow, id, plain(sentencesLabel))))
	}
	if len(out.blocks) > 0 {
		identifyBlock(out.blocks[0], blockPrefix+id)
	}
	out.fallback = fallback(m, rows)
	return out
}

// messageRows are the sections of m, line by line.
func messageRows(m answer.Message) []row {
	var rows []row
	for _, s := range m.Sections {
		first := len(rows)
		if s.Title != "" {
			rows = append(rows, row{text: inert(s.Title), bold: true})
		}
		for _, l := range s.Lines {
			if text := inert(l.Text); text != "" {
				rows = append(rows, row{
					text:   text,
					mark:   inert(l.Mark),
					bold:   l.Role == answer.RoleLead,
					italic: l.Role == answer.RoleHead,
					bullet: l.Role == answer.RoleFigure,
				})
			}
		}
		if first < len(rows) {
			rows[first].begins = true
		}
	}
	return rows
}

func cutSentence(n int) string {
	if n == 1 {
		return "… and 1 more line: see " + sentencesLabel
	}
	return fmt.Sprintf("… and %d more lines: see %s", n, sentencesLabel)
}

// pack lays rows into rich_text blocks, in order, until maxText or maxBlocks is
// reached. rest are the rows that are not, or not wholly, shown.
func pack(rows []row, maxText, maxBlocks int) (blocks []slack.Block, rest []row) {
	var open []row
	used, total := 0, 0
	flush := func() {
		if len(open) > 0 {
			blocks = append(blocks, textBlock(open...))
			open, used = nil, 0
		}
	}
	for i, r := range rows {
		for n, piece := range pieces(r) {
			size := width(piece.text) + 1
			if piece.begins && n == 0 || used+size > blockText {
				flush()
			}
			if total+size > maxText || used == 0 && len(blocks) == maxBlocks {
				flush()
				return blocks, rows[i:]
			}
			open = append(open, piece)
			used += size
			total += size
		}
	}
	flush()
	return blocks, nil
}

// pieces splits a row that is too long for a block, at spaces where there are any.
func pieces(r row) []row {
	if width(r.text) < blockText {
		return []row{r}
	}
	var out []row
	for text := r.text; text != ""; {
		head := prefix(text, blockText-1)
		if cut := strings.LastIndexByte(head, ' '); len(head) < len(text) && cut > 0 {
			head = head[:cut]
		}
		piece := r
		piece.text = head
		piece.bullet = r.bullet && len(out) == 0
		out = append(out, piece)
		text = strings.TrimPrefix(text[len(head):], " ")
	}
	return out
}

// textBlock is one rich_text block: neighbouring bullets form a list, neighbouring
// other rows a section with line breaks.
func textBlock(rows ...row) *slack.RichTextBlock {
	var elements []slack.RichTextElement
	for i := 0; i < len(rows); {
		end := i
		for end < len(rows) && rows[end].bullet == rows[i].bullet {
			end++
		}
		if rows[i].bullet {
			elements = append(elements, bulletList(rows[i:end]))
		} else {
			elements = append(elements, plainSection(rows[i:end]))
		}
		i = end
	}
	return slack.NewRichTextBlock("", elements...)
}

func bulletList(rows []row) *slack.RichTextList {
	var items []slack.RichTextElement
	for _, r := range rows {
		items = append(items, slack.NewRichTextSection(r.elements()...))
	}
	return slack.NewRichTextList(slack.RTEListBullet, 0, items...)
}

func plainSection(rows []row) *slack.RichTextSection {
	var elements []slack.RichTextSectionElement
	for i, r := range rows {
		if i > 0 {
			elements = append(elements, slack.NewRichTextSectionTextElement("\n", nil))
		}
		elements = append(elements, r.elements()...)
	}
	return slack.NewRichTextSection(elements...)
}

// elements are the row's text, with its bold part apart.
func (r row) elements() []slack.RichTextSectionElement {
	if r.bold || r.italic {
		style := &slack.RichTextSectionTextStyle{Bold: r.bold, Italic: r.italic}
		return []slack.RichTextSectionElement{slack.NewRichTextSectionTextElement(r.text, style)}
	}
	before, after, found := strings.Cut(r.text, r.mark)
	if r.mark == "" || !found {
		return []slack.RichTextSectionElement{slack.NewRichTextSectionTextElement(r.text, nil)}
	}
	var out []slack.RichTextSectionElement
	if before != "" {
		out = append(out, slack.NewRichTextSectionTextElement(before, nil))
	}
	out = append(out, slack.NewRichTextSectionTextElement(r.mark, &slack.RichTextSectionTextStyle{Bold: true}))
	if after != "" {
		out = append(out, slack.NewRichTextSectionTextElement(after, nil))
	}
	return out
}

// titleBlock is a header, or bold text where the title is too long for one.
func titleBlock(title string) slack.Block {
	title = inert(title)
	if width(title) <= headerText {
		return slack.NewHeaderBlock(plain(title))
	}
	return textBlock(row{text: shorten(title, blockText), bold: true})
}

func contextBlocks(lines []string) []slack.Block {
	text := inert(strings.Join(lines, " · "))
	if text == "" {
		return nil
	}
	return []slack.Block{slack.NewContextBlock("", plain(shorten(text, contextText)))}
}

// identifyBlock gives a block its id.
func identifyBlock(b slack.Block, id string) {
	switch b := b.(type) {
	case *slack.RichTextBlock:
		b.BlockID = id
	case *slack.HeaderBlock:
		b.BlockID = id
	case *slack.ContextBlock:
		b.BlockID = id
	}
}

// fallback is what notifications and screen readers get: the same lines, escaped.
func fallback(m answer.Message, rows []row) string {
	var lines []string
	if m.Title != "" {
		lines = append(lines, inert(m.Title))
	}
	for _, r := range rows {
		if r.bullet {
			r.text = "• " + r.text
		}
		lines = append(lines, r.text)
	}
	text := strings.Join(lines, "\n")
	if escaped := slackutilsx.EscapeMessage(shorten(text, fallbackText)); width(escaped) <= fallbackText {
		return escaped
	}
	const widest = len("&amp;") // the longest form of one character
	return slackutilsx.EscapeMessage(shorten(text, fallbackText/widest))
}

// plain is a text object that Slack does not parse, emoji codes included.
func plain(text string) *slack.TextBlockObject {
	off := false
	return &slack.TextBlockObject{Type: slack.PlainTextType, Text: text, Emoji: &off}
}

// inert makes text one line without what is invisible and can change how the rest
// is read: control characters and overrides of the writing direction. A line break
// inside a line could pass for a line of ours.
func inert(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', r == 0x2028, r == 0x2029:
			return ' '
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}

// shorten cuts text to at most limit UTF-16 units, at a line end or a space where
// there is one, and says so with an ellipsis.
func shorten(text string, limit int) string {
	if width(text) <= limit {
		return text
	}
	head := prefix(text, limit-2)
	if cut := strings.LastIndexAny(head, "\n "); cut > len(head)/2 {
		head = head[:cut]
	}
	return strings.TrimRight(head, "\n ") + " …"
}

// width is the length of text in UTF-16 units.
func width(text string) int {
	n := 0
	for _, r := range text {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// prefix is the longest beginning of text of at most limit UTF-16 units.
func prefix(text string, limit int) string {
	n := 0
	for i, r := range text {
		n += max(utf16.RuneLen(r), 1)
		if n > limit {
			return text[:i]
		}
	}
	return text
}
