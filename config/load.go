package config

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// Values of a Config that neither the file nor the environment sets.
const (
	defaultModel    = "gpt-4o-mini"
	defaultTimeout  = 10 * time.Second
	defaultAnswers  = 0.65
	defaultNearest  = 0.25
	defaultBriefing = "daily"
	defaultSchedule = "0 7 * * 1-5"
)

// maxFile is far above any real configuration; it keeps a wrong path (a report,
// a disk image) from being read whole.
const maxFile = 1 << 20

// Faults are all that is wrong with a configuration, each a sentence that says
// where. Error puts one on a line. No fault holds a secret.
type Faults []string

// Error returns the faults, one on a line.
func (f Faults) Error() string { return strings.Join(f, "\n") }

// Load reads the YAML file at path, lays the environment over it and the
// defaults below both. An empty path means no file. getenv is os.Getenv or a
// stand-in. checkSchedule refuses a cron spec in a zone; nil accepts all.
//
// What is wrong with the contents comes back as Faults, all at once; a file that
// cannot be read is another error, which names it.
func Load(path string, getenv func(string) string, checkSchedule func(spec, zone string) error) (*Config, error) {
	l := newLoader(filepath.Base(path))
	c := l.config
	if path != "" {
		data, err := readFile(path)
		if err != nil {
			return nil, fmt.Errorf("config: read %s: %w", path, err)
		}
		l.parse(data, c)
	}
	l.environment(getenv)
	c.fill(getenv)
	l.check(checkSchedule)
	if len(l.faults) > 0 {
		return nil, l.faults
	}
	return c, nil
}

// readFile reads a whole file, refusing one that is too large.
func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, cause(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, cause(err)
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("it is larger than %d bytes, so not a configuration", maxFile)
	}
	return data, nil
}

// cause drops the path from an error that the caller names anyway.
func cause(err error) error {
	if pe, ok := err.(*os.PathError); ok {
		return pe.Err
	}
	return err
}

// A loader gathers the faults of one configuration.
type loader struct {
	*form
	config *Config
}

func newLoader(file string) *loader {
	l := &loader{form: newForm(file), config: &Config{}}
	l.config.from, l.scrub = l.from, l.noSecret
	return l
}

// secretLike is what a token looks like, wherever somebody pasted it.
var secretLike = regexp.MustCompile(`\b(?:xox[a-z]|xapp|sk)-\w[^\s"]*`)

// noSecret takes tokens out of a message that shows a value: one may stand in the
// wrong field.
func (l *loader) noSecret(message string) string {
	c := l.config
	for _, secret := range []string{c.Slack.BotToken, c.Slack.AppToken, c.Slack.SigningSecret, c.Model.APIKey} {
		if len(secret) >= 8 {
			message = strings.ReplaceAll(message, secret, "(secret)")
		}
	}
	return secretLike.ReplaceAllString(message, "(secret)")
}

// environment lays the variables over what the file said. An empty variable
// counts as not set, as in a compose file that passes all of them on.
func (l *loader) environment(getenv func(string) string) {
	c := l.config
	for _, v := range []struct {
		name, path string
		field      *string
	}{
		{"SITREP_DB", "database", &c.Database},
		{"SLACK_BOT_TOKEN", "slack.bot_token", &c.Slack.BotToken},
		{"SLACK_APP_TOKEN", "slack.app_token", &c.Slack.AppToken},
		{"SLACK_SIGNING_SECRET", "slack.signing_secret", &c.Slack.SigningSecret},
		{"SLACK_API_URL", "slack.api_url", &c.Slack.APIURL},
		{"OPENAI_BASE_URL", "model.base_url", &c.Model.BaseURL},
		{"OPENAI_API_KEY", "model.api_key", &c.Model.APIKey},
		{"SITREP_MODEL", "model.name", &c.Model.Name},
	} {
		if value := strings.TrimSpace(getenv(v.name)); value != "" {
			*v.field, c.from[v.path] = value, v.name
			delete(l.bad, v.path)
		}
	}
}

// fill puts the defaults where nothing is set.
func (c *Config) fill(getenv func(string) string) {
	if c.Database == "" {
		c.Database = stateFile(getenv)
	}
	if c.Timezone == "" {
		c.Timezone = machineZone(getenv)
	}
	if c.Model.Timeout == 0 {
		c.Model.Timeout = defaultTimeout
	}
	if c.Model.Name == "" && c.Model.Configured() {
		c.Model.Name = defaultModel
	}
	if c.from["answer.answers_from"] == "" {
		c.Answer.AnswersFrom = defaultAnswers
	}
	if c.from["answer.nearest_from"] == "" {
		c.Answer.NearestFrom = defaultNearest
	}
	if c.Briefings == nil && c.from["briefings"] == "" {
		c.Briefings = []Briefing{{Name: defaultBriefing, Schedule: defaultSchedule}}
	}
	channel := strings.TrimSpace(getenv("SITREP_BRIEFING_CHANNEL"))
	for i := range c.Briefings {
		b := &c.Briefings[i]
		if b.Timezone == "" {
			b.Timezone = c.Timezone
		}
		if b.Channel == "" && channel != "" {
			b.Channel = channel
			c.from[fmt.Sprintf("briefings[%d].channel", i)] = "SITREP_BRIEFING_CHANNEL"
		}
		if b.Channel == "" {
			b.Channel = Terminal
		}
	}
}

// stateFile returns the default path of the database, or "" where the machine
// has no place for state. A relative XDG folder is ignored, as its
// specification asks.
func stateFile(getenv func(string) string) string {
	if dir := getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "sitrep", "sitrep.db")
	}
	if home := getenv("HOME"); filepath.IsAbs(home) {
		return filepath.Join(home, ".local", "state", "sitrep", "sitrep.db")
	}
	return ""
}

// machineZone returns the IANA name of the machine's zone: TZ, else what the
// runtime or the link of the local zone file says, else UTC.
func machineZone(getenv func(string) string) string {
	names := []string{strings.TrimPrefix(getenv("TZ"), ":"), time.Local.String()}
	if link, err := os.Readlink("/etc/localtime"); err == nil {
		_, name, _ := strings.Cut(filepath.ToSlash(link), "zoneinfo/")
		names = append(names, name)
	}
	for _, name := range names {
		if checkZone(name) == nil {
			return name
		}
	}
	return "UTC"
}
