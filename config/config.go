// Package config holds the one configuration of sitrep: a YAML file, the
// environment over it, defaults below both. It stores no key.
package config

import (
	"fmt"
	"time"
)

// A Config is everything that can be set. Each field states its default.
type Config struct {
	// Database is the path of the SQLite file. Default: sitrep/sitrep.db in the
	// user's state folder; empty when there is none (then in memory). SITREP_DB.
	Database string `yaml:"database"`
	// Timezone is the IANA zone of briefings that name none, and of dates shown.
	// Default: the machine's zone, else UTC.
	Timezone string `yaml:"timezone"`
	// Listen is the address of the health check, GET /healthz, such as ":8080".
	// Default: none.
	Listen string `yaml:"listen"`
	// Slack is the workspace. Default: none; then the terminal is the channel.
	Slack Slack `yaml:"slack"`
	// Model is the optional model. Default: none.
	Model Model `yaml:"model"`
	// Answer is how sure an answer must be.
	Answer Answer `yaml:"answer"`
	// Briefings are the scheduled ones. Default: one, "daily", weekdays 07:00 in
	// Timezone over everything loaded, to SITREP_BRIEFING_CHANNEL or the terminal.
	// An empty list in the file means that there are none.
	Briefings []Briefing `yaml:"briefings"`

	// from says where each value came from, by its path ("slack.api_url",
	// "briefings[0].timezone"): a place in the file or a variable's name. What is
	// not in it is a default.
	from map[string]string
}

// Slack is how to reach the workspace. The three tokens are secrets: they are
// left out of JSON and of every String.
type Slack struct {
	BotToken      string `yaml:"bot_token" json:"-"`      // xoxb-…; SLACK_BOT_TOKEN
	AppToken      string `yaml:"app_token" json:"-"`      // xapp-…, for Socket Mode; SLACK_APP_TOKEN
	SigningSecret string `yaml:"signing_secret" json:"-"` // for events over HTTP, which are not served yet; SLACK_SIGNING_SECRET
	APIURL        string `yaml:"api_url"`                 // default Slack's own, empty; SLACK_API_URL
}

// Model is an OpenAI-compatible server. The key is a secret: it is left out of
// JSON and of every String.
type Model struct {
	BaseURL string        `yaml:"base_url"`         // default the OpenAI API, empty; OPENAI_BASE_URL
	APIKey  string        `yaml:"api_key" json:"-"` // OPENAI_API_KEY
	Name    string        `yaml:"name"`             // default gpt-4o-mini when a URL or key is set; SITREP_MODEL
	Timeout time.Duration `yaml:"timeout"`          // of one call; default 10s
}

// Answer holds the two thresholds of a figure that is found by ranking, as
// probabilities: 0 < NearestFrom <= AnswersFrom <= 1.
type Answer struct {
	AnswersFrom float64 `yaml:"answers_from"` // from here on it is given as the answer; default 0.65
	NearestFrom float64 `yaml:"nearest_from"` // from here on it is shown as the nearest; default 0.25
}

// Check says in a sentence what is wrong with the thresholds; names are what the
// reader calls them.
func (a Answer) Check(answersName, nearestName string) error {
	switch {
	case !(a.AnswersFrom > 0 && a.AnswersFrom <= 1):
		return fmt.Errorf("%s is %v: it must be above 0 and at most 1", answersName, a.AnswersFrom)
	case !(a.NearestFrom > 0 && a.NearestFrom <= 1):
		return fmt.Errorf("%s is %v: it must be above 0 and at most 1", nearestName, a.NearestFrom)
	case a.NearestFrom > a.AnswersFrom:
		return fmt.Errorf("%s is %v, below %s, %v: what is sure enough to be the answer is sure enough to be the nearest",
			answersName, a.AnswersFrom, nearestName, a.NearestFrom)
	}
	return nil
}

// A Briefing is one scheduled briefing.
type Briefing struct {
	Name      string   `yaml:"name"`      // required, unique
	Channel   string   `yaml:"channel"`   // Slack channel id; default SITREP_BRIEFING_CHANNEL, else "terminal"
	Schedule  string   `yaml:"schedule"`  // five cron fields, required
	Timezone  string   `yaml:"timezone"`  // IANA; default Config.Timezone
	Topic     string   `yaml:"topic"`     // default: everything loaded
	Questions []string `yaml:"questions"` // standing questions; default the standard ones of the briefings package
}

// Terminal is the channel of a briefing that goes to the terminal.
const Terminal = "terminal"

// Configured reports whether there is a workspace to talk to: the two tokens of
// Socket Mode.
func (s Slack) Configured() bool {
	return s.BotToken != "" && s.AppToken != ""
}

// Configured reports whether a model is to be used: a server, a key or a name is
// set.
func (m Model) Configured() bool {
	return m.BaseURL != "" || m.APIKey != "" || m.Name != ""
}
