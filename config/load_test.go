package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // so that zones load on a machine without them

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// env stands in for os.Getenv.
func env(pairs ...string) func(string) string {
	m := map[string]string{"TZ": "Europe/Berlin", "HOME": "/home/ann"}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = pairs[i+1]
	}
	return func(name string) string { return m[name] }
}

// write puts a configuration into a file named sitrep.yaml.
func write(t testing.TB, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sitrep.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// fiveFields stands in for the schedule check that main hands over.
func fiveFields(spec, zone string) error {
	if len(strings.Fields(spec)) != 5 {
		return errors.New("needs five fields")
	}
	if _, err := time.LoadLocation(zone); err != nil {
		return err
	}
	return nil
}

func TestDefaults(t *testing.T) {
	got, err := Load("", env(), fiveFields)
	if err != nil {
		t.Fatal(err)
	}
	want := &Config{
		Database: "/home/ann/.local/state/sitrep/sitrep.db",
		Timezone: "Europe/Berlin",
		Model:    Model{Timeout: 10 * time.Second},
		Answer:   Answer{AnswersFrom: 0.65, NearestFrom: 0.25},
		Briefings: []Briefing{{
			Name: "daily", Channel: "terminal", Schedule: "0 7 * * 1-5", Timezone: "Europe/Berlin",
		}},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Config{})); diff != "" {
		t.Error(diff)
	}
	if got.Slack.Configured() || got.Model.Configured() {
		t.Error("something is configured by default")
	}
}

func TestDefaultDatabase(t *testing.T) {
	for _, tt := range []struct{ state, home, want string }{
		{"/var/state", "/home/ann", "/var/state/sitrep/sitrep.db"},
		{"relative", "/home/ann", "/home/ann/.local/state/sitrep/sitrep.db"},
		{"", "", ""},
		{"", "relative", ""},
	} {
		c, err := Load("", env("XDG_STATE_HOME", tt.state, "HOME", tt.home), nil)
		if err != nil {
			t.Fatal(err)
		}
		if c.Database != tt.want {
			t.Errorf("state %q, home %q: database %q, want %q", tt.state, tt.home, c.Database, tt.want)
		}
	}
}

func TestDefaultTimezoneLoads(t *testing.T) {
	for _, tz := range []string{"", "Nowhere/Land", ":Asia/Tokyo", "Local"} {
		c, err := Load("", env("TZ", tz), nil)
		if err != nil {
			t.Fatalf("TZ=%s: %v", tz, err)
		}
		if err := checkZone(c.Timezone); err != nil {
			t.Errorf("TZ=%s: %v", tz, err)
		}
		if tz == ":Asia/Tokyo" && c.Timezone != "Asia/Tokyo" {
			t.Errorf("TZ=%s: timezone %s", tz, c.Timezone)
		}
	}
}

const whole = `
database: /data/s.db
timezone: America/New_York
slack:
  bot_token: xoxb-file
  app_token: xapp-file
  api_url: https://slack.example/api/
model:
  base_url: http://localhost:11434/v1
  timeout: 1m30s
answer: {answers_from: 0.8}
briefings:
  - name: 2024
    channel: C0123456789
    schedule: 0 7 * * *
    topic: |
      the harbour
    questions:
      - how many ships?
  - name: evening
    schedule: "30 17 * * 1-5"
    timezone: Asia/Tokyo
`

func TestFileAndEnvironment(t *testing.T) {
	got, err := Load(write(t, whole), env(
		"SLACK_BOT_TOKEN", "xoxb-env\n", "SITREP_DB", "/other.db", "SITREP_BRIEFING_CHANNEL", "C9",
		"SLACK_APP_TOKEN", "", "OPENAI_API_KEY", "sk-env",
	), fiveFields)
	if err != nil {
		t.Fatal(err)
	}
	want := &Config{
		Database: "/other.db",
		Timezone: "America/New_York",
		Slack:    Slack{BotToken: "xoxb-env", AppToken: "xapp-file", APIURL: "https://slack.example/api/"},
		Model:    Model{BaseURL: "http://localhost:11434/v1", APIKey: "sk-env", Name: "gpt-4o-mini", Timeout: 90 * time.Second},
		Answer:   Answer{AnswersFrom: 0.8, NearestFrom: 0.25},
		Briefings: []Briefing{
			{Name: "2024", Channel: "C0123456789", Schedule: "0 7 * * *", Timezone: "America/New_York", Topic: "the harbour", Questions: []string{"how many ships?"}},
			{Name: "evening", Channel: "C9", Schedule: "30 17 * * 1-5", Timezone: "Asia/Tokyo"},
		},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Config{})); diff != "" {
		t.Error(diff)
	}
	if !got.Slack.Configured() || !got.Model.Configured() {
		t.Error("not configured")
	}
	text := got.String()
	for _, line := range []string{
		`database: "/other.db" # SITREP_DB`,
		`timezone: "America/New_York" # sitrep.yaml:3:11`,
		`  bot_token: (set)`,
		`  signing_secret: (not set)`,
		`    channel: "C9" # SITREP_BRIEFING_CHANNEL`,
		`      - "how many ships?" # sitrep.yaml:19:9`,
		`  timeout: "1m30s" # sitrep.yaml:10:12`,
		`  answers_from: 0.8 # sitrep.yaml:11:24`,
	} {
		if !strings.Contains(text, line+"\n") && !strings.Contains(text, line+" #") {
			t.Errorf("missing %q in\n%s", line, text)
		}
	}
}

func TestEmptyListMeansNone(t *testing.T) {
	for text, want := range map[string]int{"briefings: []": 0, "briefings:": 1, "": 1, "---\n": 1, "# nothing\n": 1} {
		c, err := Load(write(t, text), env(), nil)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if len(c.Briefings) != want {
			t.Errorf("%q: %d briefings, want %d", text, len(c.Briefings), want)
		}
	}
}

func TestFaults(t *testing.T) {
	for _, tt := range []struct {
		name, file string
		env        []string
		want       []string
	}{
		{"all at once", `timezone: Mars/Olympus
colour: red
slack:
  bot_token: xoxp-wrong
  bot_tokn: x
model:
  base_url: localhost:11434
  timeout: -3s
briefings:
  - name: a
    schedule: 61 7
  - name: a
    schedule: 0 7 * * *
    timezone: Nowhere
    channel: "#general"
  - schedule: 0 7 * * *
    questions: ["", " "]
  - name: b
`, nil, []string{
			`sitrep.yaml:2:1: unknown key "colour"; known here: database, timezone, listen, slack, model, answer, briefings`,
			`sitrep.yaml:5:3: unknown key "bot_tokn"; known here: bot_token, app_token, signing_secret, api_url`,
			`sitrep.yaml:1:11: timezone: "Mars/Olympus" is not an IANA zone; write a name such as Europe/Berlin or UTC`,
			`sitrep.yaml:4:14: slack.bot_token: is not a bot token: one begins with xoxb-`,
			`slack.app_token: SLACK_APP_TOKEN is missing: Socket Mode needs it (xapp-…, with the scope connections:write; the app's page calls it an app-level token)`,
			`sitrep.yaml:7:13: model.base_url: is not an address that begins with http:// or https:// and a host`,
			`sitrep.yaml:8:12: model.timeout: is negative; write a time to wait, as in 10s`,
			`sitrep.yaml:11:15: briefings[0].schedule: "61 7": needs five fields`,
			`sitrep.yaml:12:11: briefings[1].name: "a" is already the name of briefings[0]; names must differ`,
			`sitrep.yaml:15:14: briefings[1].channel: "#general" is not a channel id such as C0123456789 (in Slack: the channel's details, at the bottom), nor "terminal"`,
			`sitrep.yaml:14:15: briefings[1].timezone: "Nowhere" is not an IANA zone; write a name such as Europe/Berlin or UTC`,
			`sitrep.yaml:16:5: briefings[2].name: is missing: every briefing needs a name`,
			`sitrep.yaml:17:17: briefings[2].questions[0]: is empty`,
			`sitrep.yaml:17:21: briefings[2].questions[1]: is empty`,
			`sitrep.yaml:18:5: briefings[3].schedule: is missing: write five cron fields, as in "0 7 * * 1-5"`,
		}},
		{"variables", "", []string{"SLACK_APP_TOKEN", "xoxb-1", "SLACK_API_URL", "http://u:p@h/", "OPENAI_BASE_URL", "ftp://x", "OPENAI_API_KEY", "a\x01b"}, []string{
			`SLACK_APP_TOKEN: is not an app-level token: one begins with xapp-`,
			`SLACK_API_URL: must hold no user name, password, query or fragment`,
			`slack.bot_token: SLACK_BOT_TOKEN is missing: SLACK_APP_TOKEN is set, and posting needs the bot token (xoxb-…) of the same app`,
			`OPENAI_BASE_URL: is not an address that begins with http:// or https:// and a host`,
			`OPENAI_API_KEY: has spaces around it or a line break in it`,
		}},
		{"signing secret alone", "", []string{"SLACK_SIGNING_SECRET", "0123456789abcdef"}, []string{
			`slack.bot_token: SLACK_BOT_TOKEN is missing: SLACK_SIGNING_SECRET is set, and posting needs the bot token (xoxb-…) of the same app`,
		}},
		{"kinds", "slack: here\nbriefings: 7\nmodel:\n  timeout: 10\ntimezone: [UTC]\n", nil, []string{
			`sitrep.yaml:1:8: slack: must hold keys, bot_token, app_token, signing_secret, api_url`,
			`sitrep.yaml:2:12: briefings: must be a list: lines that begin with "- "`,
			`sitrep.yaml:4:12: model.timeout: is not a duration; write a number with a unit, as in 10s or 1m30s`,
			`sitrep.yaml:5:11: timezone: must be one value`,
		}},
		{"thresholds", "answer:\n  answers_from: 0.2\n", nil, []string{
			`sitrep.yaml:2:17: answer.answers_from: answers_from is 0.2, below nearest_from, 0.25: what is sure enough to be the answer is sure enough to be the nearest`,
		}},
		{"no probability", "answer:\n  nearest_from: 25\n", nil, []string{`sitrep.yaml:2:17: answer.nearest_from: nearest_from is 25: it must be above 0 and at most 1`}},
		{"zero", "answer: {answers_from: 0}\n", nil, []string{`sitrep.yaml:1:24: answer.answers_from: answers_from is 0: it must be above 0 and at most 1`}},
		{"no number", "answer: {answers_from: NaN, nearest_from: half}\n", nil, []string{
			`sitrep.yaml:1:24: answer.answers_from: is not a number; write it with a point and without other marks, as in 0.65`,
			`sitrep.yaml:1:43: answer.nearest_from: is not a number; write it with a point and without other marks, as in 0.65`,
		}},
		{"twice", "database: a\ndatabase: b\n", nil, []string{`sitrep.yaml:2:1: database is set twice`}},
		{"anchor", "database: &a x\n", nil, []string{`sitrep.yaml:1:11: database: anchors, aliases and tags are not read; write the value out`}},
		{"not a mapping", "hello", nil, []string{`sitrep.yaml:1:1: the file must hold keys, database, timezone, listen, slack, model, answer, briefings`}},
		{"two documents", "database: a\n---\ndatabase: b\n", nil, []string{`sitrep.yaml:3:1: only one YAML document is read; remove the second`}},
		{"syntax", "database: [a\n", nil, []string{`sitrep.yaml:1:11: not readable as YAML: sequence end token ']' not found`}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(write(t, tt.file), env(tt.env...), fiveFields)
			var faults Faults
			if !errors.As(err, &faults) {
				t.Fatalf("error %v", err)
			}
			if diff := cmp.Diff(tt.want, []string(faults)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSocketModeNeedsBothTokens(t *testing.T) {
	c, err := Load("", env("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1"), nil)
	if err != nil || !c.Slack.Configured() {
		t.Errorf("both tokens: error %v", err)
	}
	if _, err := Load("", env("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "s"), nil); err == nil || !strings.Contains(err.Error(), "SLACK_APP_TOKEN is missing") {
		t.Errorf("without the app token: error %v", err)
	}
}

func TestUnreadableFile(t *testing.T) {
	dir := t.TempDir()
	big := write(t, "# "+strings.Repeat("x", maxFile))
	for path, want := range map[string]string{
		filepath.Join(dir, "none.yaml"): "no such file",
		dir:                             "directory",
		big:                             "larger than",
	} {
		_, err := Load(path, env(), nil)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Count(err.Error(), path) != 1 {
			t.Errorf("%s: error %v, want one path and %q", path, err, want)
		}
	}
}

// secrets are put into every place of a configuration where they do not belong.
var secrets = []string{"xoxb-1111-secretsecret", "xapp-1-secretsecret", "0f1e2d3c4b5a69788796", "sk-secretsecretsecret"}

func TestSecretsAreNeverShown(t *testing.T) {
	good := env("SLACK_BOT_TOKEN", secrets[0], "SLACK_APP_TOKEN", secrets[1], "SLACK_SIGNING_SECRET", secrets[2], "OPENAI_API_KEY", secrets[3])
	c, err := Load("", good, nil)
	if err != nil {
		t.Fatal(err)
	}
	js, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	forms := []string{c.String(), string(js), fmt.Sprint(c), fmt.Sprintf("%+v %#v", c, c), fmt.Sprintf("%v %+v %#v", *c, c.Slack, c.Model)}
	for _, s := range secrets {
		for _, bad := range []string{
			"timezone: %s", "%s: x", "slack: {%s: x}", "slack: %s", "slack: {api_url: %s}", "slack: {api_url: 'http://%s@h'}",
			"model: {timeout: %s}", "briefings: [{name: %[1]s, schedule: %[1]s}, {name: %[1]s}]", "slack: {bot_token: \"%s}",
			"briefings: [{name: a, channel: '#%[1]s', schedule: '%[1]s %[1]s', timezone: %[1]s}]", "%%%s x", "? [%s]\n: x", "!%s x",
		} {
			_, err := Load(write(t, fmt.Sprintf(bad, s)), good, fiveFields)
			if err == nil {
				t.Fatalf("%s: no error", bad)
			}
			forms = append(forms, err.Error())
		}
	}
	for _, form := range forms {
		for _, s := range secrets {
			if strings.Contains(form, s) {
				t.Errorf("secret %s shown in %s", s, form)
			}
		}
	}
}

func TestExampleShowsEveryKey(t *testing.T) {
	text, err := os.ReadFile("sitrep.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Load("sitrep.example.yaml", env(), fiveFields)
	if err != nil {
		t.Fatal(err)
	}
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		for i := range v.NumField() {
			tag := v.Type().Field(i).Tag.Get("yaml")
			if tag == "" {
				continue
			}
			at := join(path, tag)
			if c.from[at] == "" {
				t.Errorf("%s is not in the example", at)
			}
			if f := v.Field(i); f.Kind() == reflect.Struct {
				walk(f, at)
			}
		}
	}
	walk(reflect.ValueOf(*c), "")
	walk(reflect.ValueOf(c.Briefings[0]), "briefings[0]")
	plain, err := Load("", env(), fiveFields)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(plain, c, cmpopts.IgnoreUnexported(Config{}), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the example changes a default: %s", diff)
	}
	for _, variable := range []string{"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_API_URL", "SITREP_BRIEFING_CHANNEL", "OPENAI_BASE_URL", "OPENAI_API_KEY", "SITREP_MODEL", "SITREP_DB"} {
		if !bytes.Contains(text, []byte(variable)) {
			t.Errorf("%s is not in the example", variable)
		}
	}
}

func TestReadYAML(t *testing.T) {
	type box struct {
		Name  string   `yaml:"name"`
		Sure  bool     `yaml:"sure"`
		Low   *float64 `yaml:"low"`
		High  *float64 `yaml:"high"`
		Boxes []box    `yaml:"boxes"`
	}
	var got box
	if err := ReadYAML([]byte("name: 2024\nsure: true\nlow: -1.5e3\nhigh: null\nboxes: [{name: b}]\n"), "f.yaml", &got).Err(); err != nil {
		t.Fatal(err)
	}
	low := -1500.0
	if diff := cmp.Diff(box{Name: "2024", Sure: true, Low: &low, Boxes: []box{{Name: "b"}}}, got); diff != "" {
		t.Error(diff)
	}
	places := ReadYAML([]byte("a-key: 1\nsure: yes\nboxes:\n- sure: true\n"), "f.yaml", &box{})
	places.Fault("boxes[0].name", "is missing")
	places.Fault("name", "is missing")
	want := "f.yaml:1:1: unknown key \"a-key\"; known here: name, sure, low, high, boxes\nf.yaml:2:7: sure: is neither true nor false\n" +
		"f.yaml:4:3: boxes[0].name: is missing\nf.yaml:1:1: name: is missing"
	if err := places.Err(); err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(whole)
	f.Add("briefings:\n- {name: a, schedule: '* * * * *'}\n- !!x &y *z\n<<: {a: b}")
	f.Add("? [a]\n: |\n  x\n--- \n'")
	f.Fuzz(func(t *testing.T, text string) {
		const secret = "xoxb-2222-verysecret"
		l := newLoader("f.yaml")
		l.parse([]byte(text+"\n"+secret+": "+secret+"\n"), l.config)
		l.config.fill(env())
		l.check(fiveFields)
		for _, fault := range l.faults {
			if strings.Contains(fault, secret) {
				t.Errorf("secret shown: %s", fault)
			}
			if !strings.HasPrefix(fault, "f.yaml") && !strings.Contains(fault, ": ") {
				t.Errorf("fault without a place: %s", fault)
			}
		}
		if again := l.config.String(); strings.Contains(again, "\x00") {
			t.Errorf("control characters printed: %q", again)
		}
	})
}
