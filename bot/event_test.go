package bot

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/goccy/go-yaml"

	"sitrep/internal/ledger"
)

var testSelf = identity{userID: "UBOT", botID: "BBOT"}

func TestParseEvent(t *testing.T) {
	at := time.Date(2026, 11, 23, 20, 0, 0, 0, time.UTC)
	base := ledger.Event{ID: "Ev1", Team: "T1", Channel: "C1", TS: "100.1", User: "UALICE", Text: "how many?", Received: at}
	with := func(change func(*ledger.Event)) *ledger.Event {
		ev := base
		change(&ev)
		return &ev
	}
	tests := []struct {
		name, inner string
		want        *ledger.Event // nil: ignored
	}{
		{"mention", `{"type":"app_mention","user":"UALICE","channel":"C1","ts":"100.1","text":"<@UBOT> how many?"}`,
			with(func(e *ledger.Event) { e.Mention = true })},
		{"message with the mention", `{"type":"message","channel_type":"channel","user":"UALICE","channel":"C1","ts":"100.1","text":"how <@UBOT|newsbot> many?"}`,
			with(func(e *ledger.Event) { e.Mention = true })},
		{"mention of another with a longer id", `{"type":"message","channel_type":"channel","user":"UALICE","channel":"C1","ts":"100.1","text":"<@UBOT2> how many?"}`,
			with(func(e *ledger.Event) { e.Text = "@UBOT2 how many?" })},
		{"direct", `{"type":"message","channel_type":"im","user":"UALICE","channel":"C1","ts":"100.1","text":"how many?","client_msg_id":"m1"}`,
			with(func(e *ledger.Event) { e.Direct = true; e.ClientMsgID = "m1" })},
		{"direct by its channel", `{"type":"message","user":"UALICE","channel":"D1","ts":"100.1","text":"how many?"}`,
			with(func(e *ledger.Event) { e.Direct = true; e.Channel = "D1" })},
		{"reply", `{"type":"message","channel_type":"group","user":"UALICE","channel":"C1","ts":"100.1","thread_ts":"99.1","text":"how many?"}`,
			with(func(e *ledger.Event) { e.ThreadTS = "99.1" })},
		{"reply sent to the channel too", `{"type":"message","subtype":"thread_broadcast","channel_type":"channel","user":"UALICE","channel":"C1","ts":"100.1","thread_ts":"99.1","text":"how many?"}`,
			with(func(e *ledger.Event) { e.ThreadTS = "99.1" })},
		{"root of a thread", `{"type":"message","channel_type":"channel","user":"UALICE","channel":"C1","ts":"100.1","thread_ts":"100.1","text":"how many?"}`, &base},
		{"own post", `{"type":"message","channel_type":"channel","user":"UBOT","channel":"C1","ts":"100.1","text":"how many?"}`, nil},
		{"another bot", `{"type":"message","channel_type":"channel","user":"UOTHER","bot_id":"B2","channel":"C1","ts":"100.1","text":"<@UBOT> how many?"}`, nil},
		{"mention by a bot", `{"type":"app_mention","user":"UOTHER","bot_id":"B2","channel":"C1","ts":"100.1","text":"<@UBOT> how many?"}`, nil},
		{"Slackbot", `{"type":"message","channel_type":"im","user":"USLACKBOT","channel":"D1","ts":"100.1","text":"hi"}`, nil},
		{"edit", `{"type":"message","subtype":"message_changed","channel":"C1","ts":"100.1","message":{"text":"how many?"}}`, nil},
		{"deletion", `{"type":"message","subtype":"message_deleted","channel":"C1","ts":"100.1"}`, nil},
		{"joining", `{"type":"message","subtype":"channel_join","user":"UALICE","channel":"C1","ts":"100.1","text":"<@UALICE> has joined"}`, nil},
		{"something else", `{"type":"reaction_added","user":"UALICE"}`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok, err := parseEvent([]byte(`{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":`+tt.inner+`}`), testSelf, at)
			if err != nil {
				t.Fatal(err)
			}
			if ok != (tt.want != nil) {
				t.Fatalf("ok = %v, event %+v", ok, got)
			}
			if tt.want != nil {
				if diff := cmp.Diff(*tt.want, got); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func TestParseEventRefuses(t *testing.T) {
	for name, payload := range map[string]string{
		"no JSON":     `{`,
		"wrong types": `{"team_id":7}`,
		"no event id": `{"team_id":"T1","event":{"type":"message","user":"UALICE","channel":"C1","ts":"1.1"}}`,
		"no channel":  `{"team_id":"T1","event_id":"Ev1","event":{"type":"message","user":"UALICE","ts":"1.1"}}`,
		"no ts":       `{"team_id":"T1","event_id":"Ev1","event":{"type":"message","user":"UALICE","channel":"C1"}}`,
	} {
		if ev, ok, err := parseEvent([]byte(payload), testSelf, time.Time{}); err == nil || ok {
			t.Errorf("%s: %+v, %v, %v", name, ev, ok, err)
		}
	}
}

func TestPlainText(t *testing.T) {
	for in, want := range map[string]string{
		"<@UBOT> how many?":                                  "how many?",
		"how <@UBOT|newsbot> many <@UBOT>":                   "how many",
		"what does <@U2> say in <#C1|briefings>?":            "what does @U2 say in #briefings?",
		"see <https://example.com/a?b=1|the report>":         "see the report",
		"see <https://example.com/a?b=1&amp;c=2>":            "see https://example.com/a?b=1&c=2",
		"<!here> and <!subteam^S1|@desk> and <!subteam^S1>":  "@here and @desk and @subteam",
		"a &lt;b&gt; &amp;lt; c":                             "a <b> &lt; c",
		"  two\n lines\t":                                    "two lines",
		"<@UBOT>":                                            "",
		"1 < 2 and 3 > 2":                                    "1 < 2 and 3 > 2",
		"<mailto:a@example.com|a@example.com>":               "a@example.com",
		"on <!date^1729641600^{date}|23 October>, how many?": "on 23 October, how many?",
	} {
		if got := plainText(in, "UBOT"); got != want {
			t.Errorf("plainText(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzParseEvent(f *testing.F) {
	f.Add(`{"team_id":"T1","event_id":"Ev1","event":{"type":"app_mention","user":"U1","channel":"C1","ts":"1.1","text":"<@UBOT> how &lt;many&gt; <https://a|b>?"}}`)
	f.Add(`{"team_id":"T1","event_id":"Ev1","event":{"type":"message","user":"U1","channel":"C1","ts":"1.1","thread_ts":"1.1","text":"<<@UBOT>>"}}`)
	f.Fuzz(func(t *testing.T, payload string) {
		ev, ok, err := parseEvent([]byte(payload), testSelf, time.Time{})
		if !ok {
			return
		}
		if err != nil || ev.ID == "" || ev.Channel == "" || ev.TS == "" || ev.User == "" || ev.User == testSelf.userID || ev.ThreadTS == ev.TS {
			t.Errorf("accepted %+v, %v", ev, err)
		}
		if ev.Text != strings.TrimSpace(ev.Text) || !utf8.ValidString(ev.Text) {
			t.Errorf("text = %q", ev.Text)
		}
	})
}

func TestManifest(t *testing.T) {
	var m struct {
		Features struct {
			BotUser struct {
				DisplayName string `yaml:"display_name"`
			} `yaml:"bot_user"`
		} `yaml:"features"`
		OAuth struct {
			Scopes struct {
				Bot []string `yaml:"bot"`
			} `yaml:"scopes"`
		} `yaml:"oauth_config"`
		Settings struct {
			Events struct {
				Bot []string `yaml:"bot_events"`
			} `yaml:"event_subscriptions"`
			Interactivity struct {
				Enabled bool `yaml:"is_enabled"`
			} `yaml:"interactivity"`
			SocketMode bool `yaml:"socket_mode_enabled"`
		} `yaml:"settings"`
	}
	if err := yaml.Unmarshal([]byte(Manifest()), &m); err != nil {
		t.Fatal(err)
	}
	if !m.Settings.SocketMode || !m.Settings.Interactivity.Enabled || m.Features.BotUser.DisplayName == "" {
		t.Errorf("manifest = %+v", m)
	}
	// Each subscription needs the scope that Slack's documentation names for it.
	needs := map[string]string{"app_mention": "app_mentions:read", "message.channels": "channels:history", "message.groups": "groups:history", "message.im": "im:history"}
	granted, _ := json.Marshal(m.OAuth.Scopes.Bot)
	for _, event := range m.Settings.Events.Bot {
		if scope := needs[event]; scope == "" || !strings.Contains(string(granted), `"`+scope+`"`) {
			t.Errorf("event %s lacks its scope in %s", event, granted)
		}
	}
	if len(m.Settings.Events.Bot) != len(needs) || !strings.Contains(string(granted), `"chat:write"`) {
		t.Errorf("events %v, scopes %s", m.Settings.Events.Bot, granted)
	}
}
