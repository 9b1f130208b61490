package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"sitrep/internal/answer"
)

func press(delivery string) string {
	return fmt.Sprintf(`{"envelope_id":"E1","type":"interactive","payload":{"type":"block_actions","trigger_id":"TR1","user":{"id":"UALICE"},"channel":{"id":"C1"},
		"container":{"type":"message","message_ts":"100.2","thread_ts":"100.1","channel_id":"C1"},
		"actions":[{"type":"button","action_id":%q,"block_id":%q,"value":%q}]}}`, actionShow, actionsBlock, delivery)
}

func str(s string) *string { return &s }

func citedMessage() answer.Message {
	return answer.Message{
		Sections: []answer.Section{{Lines: []answer.Line{{Role: answer.RoleLead, Text: "Seven lamps were lit [1]."}}}},
		Citations: []answer.Citation{
			{N: 1, Report: "a1", Title: "Lamps on the quay", Publisher: str("The Harbour"), Published: str("2024-10-23"), PublishedBasis: str("supplied"), S: 3, Exact: "Seven lamps were lit, <!channel>."},
			{N: 2, Report: "a2", S: 1, Exact: "Nobody counted."},
		},
	}
}

func TestSentencesOpenInAModal(t *testing.T) {
	w := newWorld(t)
	w.store.deliveries["run-1"] = deliveryOf(t, "run-1", "", citedMessage())
	w.run(t)
	w.slack.send(press("run-1"))
	w.slack.eventually("views.open", func() bool {
		return w.slack.acks["E1"] == 1 && len(w.slack.calls) > 0 && w.slack.calls[len(w.slack.calls)-1].method == "views.open"
	})
	call := w.slack.called("views.open")[0]
	if call.body["trigger_id"] != "TR1" {
		t.Errorf("trigger = %v", call.body["trigger_id"])
	}
	view, _ := json.Marshal(call.body["view"])
	texts := strings.Join(textsOf(t, view), "|")
	want := "Sentences|Close|[1]| “Seven lamps were lit, <!channel>.”|\n|Lamps on the quay · The Harbour · 2024-10-23 (date supplied) · sentence 3|[2]| “Nobody counted.”|\n|a2 · no date · sentence 1"
	for _, part := range strings.Split(want, "|") {
		if !strings.Contains(texts, part) {
			t.Errorf("the view lacks %q:\n%s", part, texts)
		}
	}
	checkInert(t, view)
}

func TestSentencesFallBackToTheThread(t *testing.T) {
	tests := []struct {
		name, delivery, want string
	}{
		{"modal refused", "run-1", "Seven lamps were lit, <!channel>."},
		{"delivery forgotten", "run-9", "I no longer have the sentences of this message."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.store.deliveries["run-1"] = deliveryOf(t, "run-1", "", citedMessage())
			w.slack.fault = func(m string, rw http.ResponseWriter) bool {
				if m == "views.open" {
					fmt.Fprint(rw, `{"ok":false,"error":"expired_trigger_id"}`)
				}
				return m == "views.open"
			}
			w.run(t)
			w.slack.send(press(tt.delivery))
			w.slack.eventually("the private reply", func() bool {
				return len(w.slack.calls) > 0 && w.slack.calls[len(w.slack.calls)-1].method == "chat.postEphemeral"
			})
			args := w.slack.called("chat.postEphemeral")[0].args
			if args["user"] != "UALICE" || args["channel"] != "C1" || args["thread_ts"] != "100.1" {
				t.Errorf("arguments = %v", args)
			}
			if got := strings.Join(textsOf(t, []byte(args["blocks"])), "|"); !strings.Contains(got, tt.want) {
				t.Errorf("texts = %s", got)
			}
			checkInert(t, []byte(args["blocks"]))
		})
	}
}

func TestOtherClicksAreLeftAlone(t *testing.T) {
	w := newWorld(t)
	w.run(t)
	w.slack.send(strings.Replace(press("run-1"), actionShow, "another-action", 1))
	w.slack.event("E2", "Ev2", `{"type":"reaction_added"}`)
	w.slack.eventually("both acks", func() bool { return w.slack.acks["E1"] == 1 && w.slack.acks["E2"] == 1 })
	for _, method := range []string{"views.open", "chat.postEphemeral"} {
		if n := len(w.slack.called(method)); n != 0 {
			t.Errorf("%s was called %d times", method, n)
		}
	}
}

func TestTheModalHasRoomForWhatTheMessageHasNot(t *testing.T) {
	m := answer.Message{Sections: []answer.Section{{}}}
	for i := range 400 {
		m.Sections[0].Lines = append(m.Sections[0].Lines, answer.Line{Role: answer.RoleFigure, Text: fmt.Sprintf("figure number %d of very many, with its holder and its day [1]", i)})
	}
	shown := render("run-1", m)
	if len(shown.rest) == 0 {
		t.Fatal("everything fitted; the test shows nothing")
	}
	posted, _ := json.Marshal(shown.blocks)
	view, err := json.Marshal(modal(sentenceRows("run-1", m)))
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(textsOf(t, posted), "\n") + strings.Join(textsOf(t, view), "\n")
	for i := range 400 {
		if !strings.Contains(all, fmt.Sprintf("figure number %d of", i)) {
			t.Errorf("figure %d is nowhere", i)
		}
	}
	want := fmt.Sprintf("… and %d more lines: see Sentences", len(shown.rest))
	if !strings.Contains(string(posted), want) {
		t.Errorf("the message does not say %q", want)
	}
}

func TestCheckAuth(t *testing.T) {
	w := newWorld(t)
	if team, user, err := w.bot.CheckAuth(context.Background()); team != "Desk" || user != "newsbot" || err != nil {
		t.Errorf("CheckAuth = %q, %q, %v", team, user, err)
	}
}

func TestCheckAuthSaysWhatToDo(t *testing.T) {
	tests := []struct {
		name     string
		bot, app string
		method   string
		scopes   string
		reply    string
		want     []string
	}{
		{"nothing set", "", "", "", "", "", []string{"SLACK_BOT_TOKEN is not set", "SLACK_APP_TOKEN is not set"}},
		{"swapped", appToken, botToken, "", "", "", []string{"SLACK_BOT_TOKEN must begin with xoxb-", "SLACK_APP_TOKEN must begin with xapp-"}},
		{"bot refused", botToken, appToken, "auth.test", "", `{"ok":false,"error":"account_inactive"}`, []string{"SLACK_BOT_TOKEN", "install it again"}},
		{"app refused", botToken, appToken, "apps.connections.open", "", `{"ok":false,"error":"missing_scope"}`, []string{"SLACK_APP_TOKEN", "connections:write"}},
		{"scopes missing", botToken, appToken, "auth.test", "chat:write,app_mentions:read", `{"ok":true,"team":"Desk"}`, []string{"channels:history", "im:history", "manifest"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.bot.cfg.BotToken, w.bot.cfg.AppToken = tt.bot, tt.app
			w.slack.fault = func(m string, rw http.ResponseWriter) bool {
				if m != tt.method {
					return false
				}
				if tt.scopes != "" {
					rw.Header().Set("X-OAuth-Scopes", tt.scopes)
				}
				fmt.Fprint(rw, tt.reply)
				return true
			}
			_, _, err := w.bot.CheckAuth(context.Background())
			if err == nil {
				t.Fatal("CheckAuth found nothing wrong")
			}
			for _, want := range tt.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("the error lacks %q: %v", want, err)
				}
			}
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("the error holds a token: %v", err)
			}
		})
	}
}
