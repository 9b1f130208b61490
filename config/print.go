package config

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// String returns what Print writes. It holds no secret.
func (c *Config) String() string {
	var b strings.Builder
	_ = c.Print(&b) // a Builder does not fail
	return b.String()
}

// Print writes what is in force as YAML, each value with where it came from: a
// place in the file, a variable, or nothing for a default. A secret is shown
// only as "(set)" or "(not set)".
func (c *Config) Print(w io.Writer) error {
	p := printer{from: c.from}
	p.line(0, "database", "database", c.Database)
	p.line(0, "timezone", "timezone", c.Timezone)
	p.line(0, "listen", "listen", c.Listen)
	p.head(0, "slack:")
	p.secret("slack", "bot_token", c.Slack.BotToken)
	p.secret("slack", "app_token", c.Slack.AppToken)
	p.secret("slack", "signing_secret", c.Slack.SigningSecret)
	p.line(2, "api_url", "slack.api_url", c.Slack.APIURL)
	p.head(0, "model:")
	p.line(2, "base_url", "model.base_url", c.Model.BaseURL)
	p.secret("model", "api_key", c.Model.APIKey)
	p.line(2, "name", "model.name", c.Model.Name)
	p.line(2, "timeout", "model.timeout", c.Model.Timeout.String())
	p.head(0, "answer:")
	p.number("answers_from", "answer.answers_from", c.Answer.AnswersFrom)
	p.number("nearest_from", "answer.nearest_from", c.Answer.NearestFrom)
	p.briefings(c.Briefings)
	_, err := io.WriteString(w, p.out.String())
	return err
}

// String says whether a workspace is set, and no token.
func (s Slack) String() string {
	return fmt.Sprintf("slack(bot_token %s, app_token %s, signing_secret %s)", set(s.BotToken), set(s.AppToken), set(s.SigningSecret))
}

// GoString is String, so that %#v holds no token either.
func (s Slack) GoString() string { return s.String() }

// String names the model, and no key.
func (m Model) String() string {
	return fmt.Sprintf("model(%s, api_key %s)", strconv.Quote(m.Name), set(m.APIKey))
}

// GoString is String, so that %#v holds no key either.
func (m Model) GoString() string { return m.String() }

// A printer lays out YAML lines.
type printer struct {
	from map[string]string
	out  strings.Builder
}

// head writes a line that opens a group.
func (p *printer) head(indent int, text string) {
	p.out.WriteString(strings.Repeat(" ", indent) + text + "\n")
}

// line writes "key: value" and where the value at path came from.
func (p *printer) line(indent int, key, path, value string) {
	p.head(indent, key+": "+strconv.Quote(value)+p.note(path))
}

// number writes a number of a group and where it came from.
func (p *printer) number(key, path string, value float64) {
	p.head(2, key+": "+strconv.FormatFloat(value, 'f', -1, 64)+p.note(path))
}

// note is the comment that says where the value at path came from.
func (p *printer) note(path string) string {
	if from := p.from[path]; from != "" {
		return " # " + from
	}
	return ""
}

// secret writes whether a secret is set.
func (p *printer) secret(group, key, value string) {
	p.head(2, key+": "+set(value)+p.note(group+"."+key))
}

// set words a secret.
func set(value string) string {
	if value == "" {
		return "(not set)"
	}
	return "(set)"
}

// briefings writes the list.
func (p *printer) briefings(list []Briefing) {
	if len(list) == 0 {
		p.head(0, "briefings: []"+p.note("briefings"))
		return
	}
	p.head(0, "briefings:")
	for i, b := range list {
		at := fmt.Sprintf("briefings[%d].", i)
		p.line(2, "- name", at+"name", b.Name)
		p.line(4, "channel", at+"channel", b.Channel)
		p.line(4, "schedule", at+"schedule", b.Schedule)
		p.line(4, "timezone", at+"timezone", b.Timezone)
		p.line(4, "topic", at+"topic", b.Topic)
		p.questions(at, b.Questions)
	}
}

// questions writes the standing questions of one briefing.
func (p *printer) questions(at string, list []string) {
	if len(list) == 0 {
		p.head(4, "questions: []"+p.note(at+"questions"))
		return
	}
	p.head(4, "questions:")
	for j, q := range list {
		p.head(6, "- "+strconv.Quote(q)+p.note(fmt.Sprintf("%squestions[%d]", at, j)))
	}
}
