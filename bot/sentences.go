package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"sitrep/internal/answer"
)

// clickQueue is how many clicks may wait; Slack forgets a trigger after 3 seconds,
// so that a longer queue would only answer too late.
const clickQueue = 32

// clickTimeout bounds what one click may take, its second way included.
const clickTimeout = 10 * time.Second

// A click is a press of the Sentences button.
type click struct {
	delivery, trigger, channel, thread, user string
}

// receiveClick queues the presses that are ours.
func (b *Bot) receiveClick(ic slack.InteractionCallback) {
	if ic.Type != slack.InteractionTypeBlockActions {
		return
	}
	for _, a := range ic.ActionCallback.BlockActions {
		if a == nil || a.ActionID != actionShow || a.Value == "" {
			continue
		}
		select {
		case b.clicks <- clickOf(ic, a.Value):
		default:
			b.log.Warn("slack: too many clicks, one dropped", "delivery", a.Value)
		}
	}
}

// clickOf collects where a press happened. The thread is that of the message, or
// the one that it would start.
func clickOf(ic slack.InteractionCallback, delivery string) click {
	c := click{delivery: delivery, trigger: ic.TriggerID, channel: ic.Channel.ID, user: ic.User.ID, thread: ic.Container.ThreadTs}
	if c.channel == "" {
		c.channel = ic.Container.ChannelID
	}
	for _, ts := range []string{ic.Message.ThreadTimestamp, ic.Message.Timestamp, ic.Container.MessageTs} {
		if c.thread == "" {
			c.thread = ts
		}
	}
	return c
}

// serveClicks answers presses, apart from questions: they are quick and urgent.
func (b *Bot) serveClicks(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case c := <-b.clicks:
			b.showSentences(ctx, c)
		}
	}
}

// showSentences opens the sentences of a delivery in a modal, or, where Slack does
// not open it, shows them in the thread to the one who asked.
func (b *Bot) showSentences(ctx context.Context, c click) {
	ctx, cancel := context.WithTimeout(ctx, clickTimeout)
	defer cancel()
	m, err := b.messageOf(ctx, c.delivery)
	if err != nil {
		b.log.Error("slack: sentences not found", "delivery", c.delivery, "error", b.redact(err))
		b.whisper(ctx, c, []row{{text: "I no longer have the sentences of this message."}})
		return
	}
	rows := sentenceRows(c.delivery, m)
	if _, err = b.api.OpenViewContext(ctx, c.trigger, modal(rows)); err == nil {
		return
	}
	b.log.Info("slack: modal not opened, answering in the thread", "delivery", c.delivery, "error", b.redact(err))
	b.whisper(ctx, c, rows)
}

// messageOf reads the frozen message of a delivery.
func (b *Bot) messageOf(ctx context.Context, id string) (answer.Message, error) {
	d, err := b.store.Delivery(ctx, id)
	if err != nil {
		return answer.Message{}, fmt.Errorf("bot: delivery %s: %w", id, err)
	}
	var m answer.Message
	if err := json.Unmarshal(d.Payload, &m); err != nil {
		return answer.Message{}, fmt.Errorf("bot: payload of delivery %s: %w", id, err)
	}
	return m, nil
}

// whisper posts rows in the thread, to one person only.
func (b *Bot) whisper(ctx context.Context, c click, rows []row) {
	blocks, rest := pack(rows, messageText, messageBlocks)
	if len(rest) > 0 {
		blocks = append(blocks, textBlock(row{text: fmt.Sprintf("… and %d more that do not fit here", len(rest)), italic: true}))
	}
	options := []slack.MsgOption{
		slack.MsgOptionText(sentencesLabel, true),
		slack.MsgOptionBlocks(blocks...),
	}
	if c.thread != "" {
		options = append(options, slack.MsgOptionTS(c.thread))
	}
	if _, err := b.api.PostEphemeralContext(ctx, c.channel, c.user, options...); err != nil {
		b.log.Error("slack: sentences not shown", "delivery", c.delivery, "error", b.redact(err))
	}
}

// modal is the view that lists rows.
func modal(rows []row) slack.ModalViewRequest {
	if len(rows) == 0 {
		rows = []row{{text: "This message rests on no sentence."}}
	}
	blocks, rest := pack(rows, modalText, modalBlocks)
	if len(rest) > 0 {
		blocks = append(blocks, textBlock(row{text: fmt.Sprintf("… and %d more that do not fit here", len(rest)), italic: true}))
	}
	return slack.ModalViewRequest{
		Type:   slack.VTModal,
		Title:  plain(sentencesLabel),
		Close:  plain("Close"),
		Blocks: slack.Blocks{BlockSet: blocks},
	}
}

// sentenceRows are what the button shows: the lines for which the message had no
// room, then the sentences.
func sentenceRows(id string, m answer.Message) []row {
	var rows []row
	if rest := render(id, m).rest; len(rest) > 0 {
		rows = append(rows, row{text: "Not shown in the message", bold: true})
		rows = append(rows, rest...)
	}
	return append(rows, citationRows(m.Citations)...)
}

// citationRows lists sentences verbatim, each with where it stands.
func citationRows(citations []answer.Citation) []row {
	var rows []row
	apart := len(citations) <= modalBlocks/2 // a block each, while there are blocks enough
	for _, c := range citations {
		number := fmt.Sprintf("[%d]", c.N)
		rows = append(rows,
			row{text: number + " “" + inert(c.Exact) + "”", mark: number, begins: apart},
			row{text: inert(citationPlace(c)), italic: true})
	}
	return rows
}

// citationPlace says where a sentence stands: title, outlet, date, number.
func citationPlace(c answer.Citation) string {
	parts := []string{c.Title}
	if c.Title == "" {
		parts[0] = c.Report
	}
	if c.Publisher != nil && *c.Publisher != "" {
		parts = append(parts, *c.Publisher)
	}
	parts = append(parts, citationDate(c), fmt.Sprintf("sentence %d", c.S))
	return strings.Join(parts, " · ")
}

// citationDate is the day of publication; one that was typed by whoever loaded the
// report says so.
func citationDate(c answer.Citation) string {
	if c.Published == nil || *c.Published == "" {
		return "no date"
	}
	if c.PublishedBasis != nil && *c.PublishedBasis == "supplied" {
		return *c.Published + " (date supplied)"
	}
	return *c.Published
}
