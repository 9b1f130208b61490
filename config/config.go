// Package config holds the one configuration of sitrep: a YAML file, the
// environment over it, defaults below both. It stores no key.
package config

import "time"

// A Config is everything that can be set. Each field states its default.
type Config struct {
	// Database is the path of the SQLite file. Default: sitrep/sitrep.db in the
	// user's state folder; empty when there is none (then in memory). SITREP_DB.
	Database string `yaml:"database"`
	// Timezone is the IANA zone of briefings that name none, and of dates shown.
	// Default: the machine's zone, else UTC.
	Timezone string `yaml:"timezone"`
	// Slack is the workspace. Default: none; then the terminal is the channel.
	Slack Slack `yaml:"slack"`
	// Model is the optional model. Default: none.
	Model Model `yaml:"model"`
	// Briefings are the scheduled ones. Default: one, "daily", weekdays 07:00 in
	// Timezone over everything loaded, to SITREP_BRIEFING_CHANNEL or the terminal.
	Briefings []Briefing `yaml:"briefings"`
}

// Slack is how to reach the workspace. The three tokens are secrets.
type Slack struct {
	BotToken      string `yaml:"bot_token"`      // xoxb-…; SLACK_BOT_TOKEN
	AppToken      string `yaml:"app_token"`      // xapp-…, for Socket Mode; SLACK_APP_TOKEN
	SigningSecret string `yaml:"signing_secret"` // for HTTP events; SLACK_SIGNING_SECRET
	APIURL        string `yaml:"api_url"`        // default Slack's own; SLACK_API_URL
}

// Model is an OpenAI-compatible server. The key is a secret.
type Model struct {
	BaseURL string        `yaml:"base_url"` // default the OpenAI API; OPENAI_BASE_URL
	APIKey  string        `yaml:"api_key"`  // OPENAI_API_KEY
	Name    string        `yaml:"name"`     // default gpt-4o-mini when a URL or key is set; SITREP_MODEL
	Timeout time.Duration `yaml:"timeout"`  // default 10s
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
