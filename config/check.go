package config

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
	"time"
	"unicode"
)

// check notes all that is wrong with the values in force.
func (l *loader) check(checkSchedule func(spec, zone string) error) {
	c := l.config
	if err := checkZone(c.Timezone); err != nil {
		l.fault("timezone", "%v", err)
	}
	l.checkSlack()
	l.checkURL("model.base_url", c.Model.BaseURL)
	if c.Model.Timeout < 0 {
		l.fault("model.timeout", "is negative; write a time to wait, as in 10s")
	}
	l.checkOneLine("model.api_key", c.Model.APIKey)
	l.checkOneLine("model.name", c.Model.Name)
	l.checkOneLine("database", c.Database)
	if _, _, err := net.SplitHostPort(c.Listen); c.Listen != "" && err != nil {
		l.fault("listen", "%q is no address: write 127.0.0.1:8080 or :8080", c.Listen)
	}
	l.checkAnswer()
	l.checkBriefings(checkSchedule)
}

// checkAnswer wants two probabilities in their order.
func (l *loader) checkAnswer() {
	if l.bad["answer.answers_from"] || l.bad["answer.nearest_from"] {
		return
	}
	path := "answer.answers_from"
	if l.from[path] == "" {
		path = "answer.nearest_from"
	}
	if err := l.config.Answer.Check("answers_from", "nearest_from"); err != nil {
		l.fault(path, "%v", err)
	}
}

// checkSlack wants either nothing, or both tokens of Socket Mode, each of its
// kind. It never shows a token.
func (l *loader) checkSlack() {
	s := l.config.Slack
	l.checkPrefix("slack.bot_token", s.BotToken, "xoxb-", "a bot token")
	l.checkPrefix("slack.app_token", s.AppToken, "xapp-", "an app-level token")
	l.checkOneLine("slack.signing_secret", s.SigningSecret)
	l.checkURL("slack.api_url", s.APIURL)
	switch {
	case s.BotToken == "" && s.AppToken != "":
		l.fault("slack.bot_token", "SLACK_BOT_TOKEN is missing: SLACK_APP_TOKEN is set, and posting needs the bot token (xoxb-…) of the same app")
	case s.BotToken == "" && s.SigningSecret != "":
		l.fault("slack.bot_token", "SLACK_BOT_TOKEN is missing: SLACK_SIGNING_SECRET is set, and posting needs the bot token (xoxb-…) of the same app")
	case s.BotToken != "" && s.AppToken == "":
		l.fault("slack.app_token", "SLACK_APP_TOKEN is missing: Socket Mode needs it (xapp-…, with the scope connections:write; the app's page calls it an app-level token)")
	}
}

// checkPrefix refuses a token of another kind, without showing it.
func (l *loader) checkPrefix(path, token, prefix, kind string) {
	if token == "" {
		return
	}
	if !strings.HasPrefix(token, prefix) {
		l.fault(path, "is not %s: one begins with %s", kind, prefix)
	}
	l.checkOneLine(path, token)
}

// checkOneLine refuses spaces at the ends and control characters, which come
// from copying and fail later in ways that are hard to read.
func (l *loader) checkOneLine(path, s string) {
	if s != strings.TrimSpace(s) || strings.ContainsFunc(s, unicode.IsControl) {
		l.fault(path, "has spaces around it or a line break in it")
	}
}

// checkURL wants an absolute http or https address without a password in it. It
// does not show the value, which may be a secret in the wrong place.
func (l *loader) checkURL(path, s string) {
	if s == "" {
		return
	}
	u, err := url.Parse(s)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		l.fault(path, "is not an address that begins with http:// or https:// and a host")
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		l.fault(path, "must hold no user name, password, query or fragment")
	}
}

// checkZone wants a name of the IANA zone database. "Local" and "" are names to
// Go but not to a reader.
func checkZone(name string) error {
	if name == "" || name == "Local" {
		return errors.New("is not an IANA zone; write a name such as Europe/Berlin or UTC")
	}
	if _, err := time.LoadLocation(name); err != nil {
		return fmt.Errorf("%q is not an IANA zone; write a name such as Europe/Berlin or UTC", name)
	}
	return nil
}

// checkBriefings wants names that are there and unique, and schedules that run.
func (l *loader) checkBriefings(checkSchedule func(spec, zone string) error) {
	first := map[string]int{}
	for i, b := range l.config.Briefings {
		at := fmt.Sprintf("briefings[%d]", i)
		l.checkName(at, b.Name, i, first)
		l.checkChannel(at+".channel", b.Channel)
		l.checkTimes(at, b, checkSchedule)
		for j, q := range b.Questions {
			if strings.TrimSpace(q) == "" {
				l.fault(fmt.Sprintf("%s.questions[%d]", at, j), "is empty")
			}
		}
	}
}

// checkName wants a name by which one briefing can be called.
func (l *loader) checkName(at, name string, i int, first map[string]int) {
	l.inherit(at, at+".name")
	if strings.TrimSpace(name) == "" {
		l.fault(at+".name", "is missing: every briefing needs a name")
		return
	}
	l.checkOneLine(at+".name", name)
	if j, ok := first[name]; ok {
		l.fault(at+".name", "%q is already the name of briefings[%d]; names must differ", name, j)
		return
	}
	first[name] = i
}

// checkChannel refuses a channel's name where its id is needed: a posted message
// can be looked up again only by id.
func (l *loader) checkChannel(path, channel string) {
	if channel == Terminal {
		return
	}
	if strings.HasPrefix(channel, "#") || strings.HasPrefix(channel, "@") ||
		strings.ContainsFunc(channel, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		l.fault(path, "%q is not a channel id such as C0123456789 (in Slack: the channel's details, at the bottom), nor \"terminal\"", channel)
	}
}

// checkTimes checks the zone, and the schedule in it or in UTC.
func (l *loader) checkTimes(at string, b Briefing, checkSchedule func(spec, zone string) error) {
	zone := b.Timezone
	if err := checkZone(zone); err != nil {
		if l.config.from[at+".timezone"] != "" {
			l.fault(at+".timezone", "%v", err)
		}
		zone = "UTC"
	}
	l.inherit(at, at+".schedule")
	if strings.TrimSpace(b.Schedule) == "" {
		l.fault(at+".schedule", "is missing: write five cron fields, as in \"%s\"", defaultSchedule)
		return
	}
	if checkSchedule == nil {
		return
	}
	if err := checkSchedule(b.Schedule, zone); err != nil {
		l.fault(at+".schedule", "%q: %v", b.Schedule, err)
	}
}

// inherit gives a value that is not in the file the place of what it belongs to.
func (l *loader) inherit(parent, path string) {
	from := l.config.from
	if from[path] == "" && from[parent] != "" {
		from[path] = from[parent]
	}
}
