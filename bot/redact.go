package bot

import (
	"regexp"
	"strings"
)

// secret matches what looks like a Slack token, wherever it stands.
var secret = regexp.MustCompile(`\b(?:xox[a-z]|xapp|xoxe\.xox[a-z])-[A-Za-z0-9-]+`)

// query matches the query of an address: that of a socket is its ticket.
var query = regexp.MustCompile(`((?:https?|wss?)://[^\s"?]+)\?[^\s"]*`)

// redact returns the text of err without secrets, for the log and for people.
func (b *Bot) redact(err error) string {
	if err == nil {
		return ""
	}
	text := err.Error()
	for _, s := range []string{b.cfg.BotToken, b.cfg.AppToken, b.cfg.SigningSecret} {
		if s != "" {
			text = strings.ReplaceAll(text, s, "[secret]")
		}
	}
	return query.ReplaceAllString(secret.ReplaceAllString(text, "[secret]"), "$1?[left out]")
}
