package bot

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"time"

	"sitrep/internal/ledger"
)

// envelope is one Socket Mode message, as far as we need it. We read it ourselves,
// because the library refuses a whole event for one block that it does not know.
type envelope struct {
	ID      string          `json:"envelope_id"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload"`
}

// callback is the payload of an events_api envelope.
type callback struct {
	TeamID  string `json:"team_id"`
	EventID string `json:"event_id"`
	Event   post   `json:"event"`
}

// post is the inner event of a message or of a mention.
type post struct {
	Type        string `json:"type"`
	Subtype     string `json:"subtype"`
	User        string `json:"user"`
	BotID       string `json:"bot_id"`
	Text        string `json:"text"`
	TS          string `json:"ts"`
	ThreadTS    string `json:"thread_ts"`
	Channel     string `json:"channel"`
	ChannelType string `json:"channel_type"`
	ClientMsgID string `json:"client_msg_id"`
}

// humanSubtypes are the subtypes under which a person still writes a new post: a
// reply also sent to the channel, and a post with a file. All others are edits,
// deletions, joins and the like.
var humanSubtypes = map[string]bool{"": true, "thread_broadcast": true, "file_share": true}

// parseEvent reads the payload of an events_api envelope. ok is false for what is
// no post of a person: other events, other subtypes, and what bots write, we too.
// The event's text is cleaned; it may be empty.
func parseEvent(payload []byte, me identity, received time.Time) (ev ledger.Event, ok bool, err error) {
	var c callback
	if err := json.Unmarshal(payload, &c); err != nil {
		return ledger.Event{}, false, fmt.Errorf("bot: event payload: %w", err)
	}
	p := c.Event
	if p.Type != "message" && p.Type != "app_mention" || !humanSubtypes[p.Subtype] {
		return ledger.Event{}, false, nil
	}
	if p.User == "" || p.BotID != "" || p.User == me.userID || p.User == "USLACKBOT" {
		return ledger.Event{}, false, nil
	}
	if c.EventID == "" || p.TS == "" || p.Channel == "" {
		return ledger.Event{}, false, fmt.Errorf("bot: event %q of type %s lacks its id, channel or ts", c.EventID, p.Type)
	}
	if p.ThreadTS == p.TS {
		p.ThreadTS = "" // the root of a thread is not a reply in it
	}
	return ledger.Event{
		ID:       c.EventID,
		Team:     c.TeamID,
		Channel:  p.Channel,
		TS:       p.TS,
		ThreadTS: p.ThreadTS,
		User:     p.User,
		Text:     plainText(p.Text, me.userID),
		Direct:   p.ChannelType == "im" || p.ChannelType == "" && strings.HasPrefix(p.Channel, "D"),
		Mention:  p.Type == "app_mention" || mentions(p.Text, me.userID),
		Received: received,

		ClientMsgID: p.ClientMsgID,
	}, true, nil
}

// mentions says whether text as Slack sends it holds a mention of user.
func mentions(text, user string) bool {
	return user != "" && (strings.Contains(text, "<@"+user+">") || strings.Contains(text, "<@"+user+"|"))
}

// token matches Slack's control sequences: users, channels, specials, and links.
var token = regexp.MustCompile(`<(?:([@#!])([^<>|]+)|([a-z][a-z0-9+.-]*:[^<>|\s]*))(?:\|([^<>]*))?>`)

// plainText returns what the person typed: our own mention is taken out, other
// control sequences become their labels, entities become characters again.
func plainText(text, self string) string {
	text = token.ReplaceAllStringFunc(text, func(s string) string {
		m := token.FindStringSubmatch(s)
		sign, target, address, label := m[1], m[2], m[3], m[4]
		switch {
		case sign == "@" && target == self:
			return " "
		case sign == "!":
			return specialText(target, label)
		case label == "":
			return sign + target + address
		case sign == "" || strings.HasPrefix(label, sign):
			return label
		default:
			return sign + label
		}
	})
	text = entities.Replace(text)
	return strings.Join(strings.Fields(strings.ToValidUTF8(text, "")), " ")
}

// specialText is the label of <!here>, <!subteam^S1|@desk>, <!date^…|fallback>.
func specialText(target, label string) string {
	if label != "" {
		return label
	}
	name, _, _ := strings.Cut(target, "^")
	return "@" + name
}

// entities are the three that Slack writes. One pass: "&amp;lt;" is "&lt;" as typed.
var entities = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">")
