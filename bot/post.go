package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"sitrep/internal/answer"
	"sitrep/internal/ledger"
)

const (
	// lookBack is how long before the first attempt a lookup begins: Slack's clock
	// and ours differ.
	lookBack = 60 * time.Second
	// lookLimit is the number of messages that every app may read at once.
	lookLimit = 15
	// lookPages bounds a lookup in a busy channel.
	lookPages = 20
	// defaultRetryAfter is used when Slack says "later" without saying when.
	defaultRetryAfter = 30 * time.Second
)

// Post posts a delivery and returns Slack's ts. The payload is the JSON of an
// answer.Message. It makes one attempt. The error says what is known: a
// ledger.RetryLater or ledger.NotSentError means that nothing was posted, a
// ledger.RefusedError that nothing ever will be; after any other error the message
// may have been posted, and Lookup has to find out.
func (b *Bot) Post(ctx context.Context, d ledger.Delivery) (ts string, err error) {
	if err := ctx.Err(); err != nil {
		return "", &ledger.NotSentError{Err: err}
	}
	var m answer.Message
	if err := json.Unmarshal(d.Payload, &m); err != nil {
		return "", &ledger.RefusedError{Reason: "the stored message cannot be read: " + err.Error()}
	}
	r := render(d.ID, m)
	if len(r.blocks) == 0 {
		return "", &ledger.RefusedError{Reason: "the stored message is empty"}
	}
	_, ts, err = b.api.PostMessageContext(ctx, d.Channel, postOptions(d, r)...)
	if err != nil {
		return "", b.postError(d, err)
	}
	if ts == "" {
		return "", fmt.Errorf("bot: post %s: Slack returned no ts", d.ID)
	}
	return ts, nil
}

// postOptions are the arguments of chat.postMessage. The id goes into the metadata
// and, should the metadata be dropped, into a block_id too.
func postOptions(d ledger.Delivery, r rendered) []slack.MsgOption {
	options := []slack.MsgOption{
		slack.MsgOptionText(r.fallback, false), // escaped by render
		slack.MsgOptionBlocks(r.blocks...),
		slack.MsgOptionDisableMarkdown(),
		slack.MsgOptionParse(false),
		slack.MsgOptionDisableLinkUnfurl(),
		slack.MsgOptionDisableMediaUnfurl(),
		slack.MsgOptionMetadata(slack.SlackMetadata{EventType: metadataType, EventPayload: map[string]any{metadataKey: d.ID}}),
	}
	if d.ThreadTS != "" {
		options = append(options, slack.MsgOptionTS(d.ThreadTS))
	}
	return options
}

// Answers of Slack that are neither a success nor a refusal for good.
var (
	laterCodes   = map[string]bool{"ratelimited": true, "rate_limited": true, "message_limit_exceeded": true}
	unknownCodes = map[string]bool{"internal_error": true, "fatal_error": true, "request_timeout": true, "service_unavailable": true}
)

// refusalHints say what to do about the refusals that an owner can mend.
var refusalHints = map[string]string{
	"not_in_channel":          "the bot is not in the channel: invite it there",
	"channel_not_found":       "the channel does not exist, or is private and the bot is not in it",
	"is_archived":             "the channel is archived",
	"restricted_action":       "the workspace does not let the bot post there",
	"invalid_auth":            "Slack does not take the bot token",
	"token_revoked":           "the bot token was revoked",
	"account_inactive":        "the app was removed from the workspace",
	"missing_scope":           "the app may not post: update it from the manifest and install it again",
	"msg_too_long":            "the message is too long for Slack",
	"msg_blocks_too_long":     "the message is too long for Slack",
	"invalid_blocks":          "Slack does not take the layout of the message",
	"cannot_reply_to_message": "Slack allows no reply to that message",
}

// postError sorts what went wrong by what is known about the message.
func (b *Bot) postError(d ledger.Delivery, err error) error {
	if later, ok := retryLater(err); ok {
		return later
	}
	var status slack.StatusCodeError
	if errors.As(err, &status) && status.Code >= 400 && status.Code < 500 && status.Code != http.StatusRequestTimeout {
		return &ledger.RefusedError{Reason: "Slack answered " + status.Status}
	}
	if code := slackCode(err); code != "" && !unknownCodes[code] {
		if hint := refusalHints[code]; hint != "" {
			return &ledger.RefusedError{Reason: hint + " (" + code + ")"}
		}
		return &ledger.RefusedError{Reason: "Slack answered " + code}
	}
	if neverSent(err) {
		return &ledger.NotSentError{Err: errors.New(b.redact(err))}
	}
	return fmt.Errorf("bot: post %s: %s", d.ID, b.redact(err))
}

// retryLater recognises a rate limit, in any of the three ways that Slack has.
func retryLater(err error) (*ledger.RetryLater, bool) {
	var limited *slack.RateLimitedError
	if errors.As(err, &limited) {
		return &ledger.RetryLater{After: max(limited.RetryAfter, time.Second)}, true
	}
	var status slack.StatusCodeError
	if errors.As(err, &status) && status.Code == http.StatusTooManyRequests || laterCodes[slackCode(err)] {
		return &ledger.RetryLater{After: defaultRetryAfter}, true
	}
	return nil, false
}

// neverSent is true when no connection was made, so that no message can have left.
func neverSent(err error) bool {
	var dial *net.OpError
	if errors.As(err, &dial) && dial.Op == "dial" {
		return true
	}
	var dns *net.DNSError
	return errors.As(err, &dns)
}

// Lookup looks for the post of a delivery in its channel or thread. found is false
// only when the whole time since the first attempt was read; what could not be read
// to the end is an error.
func (b *Bot) Lookup(ctx context.Context, d ledger.Delivery) (ts string, found bool, err error) {
	me, err := b.self(ctx)
	if err != nil {
		return "", false, b.lookupError(d, err)
	}
	cursor := ""
	for range lookPages {
		messages, next, err := b.page(ctx, d, cursor)
		if err != nil {
			return "", false, b.lookupError(d, err)
		}
		for _, m := range messages {
			if isPost(m, d.ID, me) {
				return m.Timestamp, true, nil
			}
		}
		if next == "" {
			return "", false, nil
		}
		cursor = next
	}
	return "", false, fmt.Errorf("bot: lookup %s: too many messages since the first attempt", d.ID)
}

// page reads one page of the channel, or of the thread, since the first attempt.
func (b *Bot) page(ctx context.Context, d ledger.Delivery, cursor string) (messages []slack.Message, next string, err error) {
	oldest := ""
	if !d.FirstTry.IsZero() {
		oldest = slackTime(d.FirstTry.Add(-lookBack))
	}
	if d.ThreadTS != "" {
		messages, more, next, err := b.api.GetConversationRepliesContext(ctx, &slack.GetConversationRepliesParameters{
			ChannelID: d.Channel, Timestamp: d.ThreadTS, Cursor: cursor, Oldest: oldest,
			Limit: lookLimit, IncludeAllMetadata: true,
		})
		return messages, nextCursor(more, next), err
	}
	r, err := b.api.GetConversationHistoryContext(ctx, &slack.GetConversationHistoryParameters{
		ChannelID: d.Channel, Cursor: cursor, Oldest: oldest,
		Limit: lookLimit, IncludeAllMetadata: true,
	})
	if err != nil {
		return nil, "", err
	}
	return r.Messages, nextCursor(r.HasMore, r.ResponseMetaData.NextCursor), nil
}

func nextCursor(more bool, next string) string {
	if !more {
		return ""
	}
	return next
}

// isPost says whether m is our post of the delivery id.
func isPost(m slack.Message, id string, me identity) bool {
	if m.BotID != "" && me.botID != "" && m.BotID != me.botID {
		return false
	}
	if m.BotID == "" && m.User != "" && m.User != me.userID {
		return false
	}
	if m.Metadata.EventType == metadataType && m.Metadata.EventPayload[metadataKey] == id {
		return true
	}
	for _, block := range m.Blocks.BlockSet {
		if block != nil && block.ID() == blockPrefix+id {
			return true
		}
	}
	return false
}

// lookupError keeps a rate limit what it is; nothing else is known after a failed look.
func (b *Bot) lookupError(d ledger.Delivery, err error) error {
	if later, ok := retryLater(err); ok {
		return later
	}
	return fmt.Errorf("bot: lookup %s: %s", d.ID, b.redact(err))
}

// slackTime is a time in Slack's form, seconds with six decimals.
func slackTime(t time.Time) string {
	micros := strconv.Itoa(t.Nanosecond() / 1000)
	return strconv.FormatInt(t.Unix(), 10) + "." + strings.Repeat("0", 6-len(micros)) + micros
}
