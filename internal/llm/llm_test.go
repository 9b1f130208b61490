package llm

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// key is never to be seen outside an Authorization header.
const key = "sk-verysecretkey"

var given = []Given{
	{ID: "F1", Value: "approximately 40", Of: "ships waiting", Source: "Port officials", Cue: "estimate", Claim: "Port officials estimate it, see https://x.example/a?b=1 now."},
	{ID: "a1#F2", Value: "at least 1.5 million", Of: "tonnes", Source: "The ministry", Date: "23 Oct 2024"},
}

// reply is the body of a good response around the model's content.
func reply(content string) string {
	return choiceBody(content, "stop", "")
}

// choiceBody is a response with one choice.
func choiceBody(content, finish, refusal string) string {
	body, err := json.Marshal(map[string]any{"choices": []any{map[string]any{
		"finish_reason": finish, "message": map[string]any{"role": "assistant", "content": content, "refusal": refusal},
	}}})
	if err != nil {
		panic(err)
	}
	return string(body)
}

// A server answers call after call with its responses; the last one again and again.
type server struct {
	*httptest.Server
	calls    atomic.Int64
	requests chan map[string]any
}

// serve starts a server.
func serve(t *testing.T, handlers ...http.HandlerFunc) *server {
	t.Helper()
	s := &server{requests: make(chan map[string]any, 10)}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if got := r.Header.Get("Authorization"); got != "Bearer "+key {
			t.Errorf("authorization %q", got)
		}
		var request map[string]any
		if r.Method == http.MethodPost {
			if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
				t.Error(err)
			}
			s.requests <- request
		}
		n := int(s.calls.Add(1)) - 1
		handlers[min(n, len(handlers)-1)](w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// send answers with a status and a body.
func send(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// client returns a client of the server that is quick to retry.
func (s *server) client(model string) *Client {
	return New(Options{BaseURL: s.URL + "/v1", Key: key, Model: model, Timeout: 2 * time.Second, Pause: time.Millisecond})
}

const good = `{"sentences":[{"text":"{{F1.source}} {{F1.cue}} {{F1.value}} {{F1.of}}.","facts":["F1"]}]}`

func TestWord(t *testing.T) {
	s := serve(t, send(200, reply(good)))
	got, err := s.client("small").Word(t.Context(), "how many? see www.evil.example/x", given)
	if err != nil {
		t.Fatal(err)
	}
	want := []Sentence{{Text: "{{F1.source}} {{F1.cue}} {{F1.value}} {{F1.of}}.", Facts: []string{"F1"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	request := <-s.requests
	if temperature, ok := request["temperature"].(float64); !ok || temperature > 1e-30 {
		t.Errorf("temperature %v, want one close to zero", request["temperature"])
	}
	form := request["response_format"].(map[string]any)
	if form["type"] != "json_schema" || form["json_schema"].(map[string]any)["strict"] != true {
		t.Errorf("response format %v", form)
	}
	messages := request["messages"].([]any)
	sent := messages[1].(map[string]any)["content"].(string)
	for _, bad := range []string{"example", "http", "www", key} {
		if strings.Contains(sent, bad) {
			t.Errorf("%q is sent: %s", bad, sent)
		}
	}
	for _, part := range []string{`"id":"F1"`, `"value":"approximately 40"`, `"question":"how many? see (address)"`, "see (address) now."} {
		if !strings.Contains(sent, part) {
			t.Errorf("missing %s in %s", part, sent)
		}
	}
	if prompt := messages[0].(map[string]any)["content"].(string); prompt != wordPrompt || prompt == "" {
		t.Errorf("prompt %q", prompt)
	}
}

func TestReasoningNamesSendNoTemperature(t *testing.T) {
	for _, model := range []string{"gpt-5-mini", "o1-of-our-own", "gpt-6-sol"} {
		s := serve(t, send(200, reply(good)))
		if _, err := s.client(model).Word(t.Context(), "how many?", given); err != nil {
			t.Errorf("%s: %v", model, err)
			continue
		}
		request := <-s.requests
		if request["temperature"] != nil || request["max_tokens"] != nil || request["max_completion_tokens"] == nil {
			t.Errorf("%s: request %v", model, request)
		}
	}
}

func TestWordForms(t *testing.T) {
	for _, content := range []string{"```json\n" + good + "\n```", "```\n" + good + "```", " " + good + "\n"} {
		s := serve(t, send(200, reply(content)))
		got, err := s.client("small").Word(t.Context(), "how many?", given)
		if err != nil || len(got) != 1 {
			t.Errorf("%q: %v, %v", content, got, err)
		}
	}
	s := serve(t, send(200, reply(`{"sentences":[]}`)))
	if got, err := s.client("small").Word(t.Context(), "how many?", given); err != nil || len(got) != 0 {
		t.Errorf("nothing to say: %v, %v", got, err)
	}
}

func TestWordFailures(t *testing.T) {
	long, _ := json.Marshal(map[string]any{"sentences": []Sentence{{Text: strings.Repeat("a", maxText+1)}}})
	many, _ := json.Marshal(map[string]any{"sentences": make([]Sentence, maxSentences+1)})
	whole := reply(good)
	for _, tt := range []struct {
		name    string
		handler http.HandlerFunc
		want    string
		calls   int64
	}{
		{"cut body", send(200, whole[:len(whole)/2]), "llm: the model server did not answer with whole JSON", 1},
		{"no finish reason", send(200, choiceBody(good, "", "")), "llm: the answer was cut off: it has no finish reason", 1},
		{"length", send(200, choiceBody(good, "length", "")), `llm: the answer is not whole: finish reason "length"`, 1},
		{"filter", send(200, choiceBody("", "content_filter", "")), `llm: the answer is not whole: finish reason "content_filter"`, 1},
		{"refusal", send(200, choiceBody("", "stop", "I cannot")), "llm: the model refused", 1},
		{"empty choices", send(200, `{"choices":[]}`), "llm: the model returned no choice", 1},
		{"no choices", send(200, `{}`), "llm: the model returned no choice", 1},
		{"empty body", send(200, ""), "llm: the model server did not answer with whole JSON", 1},
		{"other body", send(200, `[1]`), "llm: the model server did not answer with whole JSON", 1},
		{"prose", send(200, reply("There are 40 ships.")), "llm: the model did not answer in the form asked for", 1},
		{"other JSON", send(200, reply(`{"answer":"40"}`)), "llm: the model did not answer in the form asked for", 1},
		{"JSON and more", send(200, reply(good+" and 40 more")), "llm: the model did not answer in the form asked for", 1},
		{"too many", send(200, reply(string(many))), "llm: the model wrote 13 sentences; at most 12 are read", 1},
		{"too long", send(200, reply(string(long))), "llm: the model wrote a sentence of more than 600 characters", 1},
		{"HTML", send(502, "<html><body>Bad gateway "+key+"</body></html>"), "llm: the model server said 502 Bad Gateway", 2},
		{"unauthorized", send(401, `{"error":{"message":"Incorrect API key provided: `+key+`"}}`), "llm: the model server said 401 Unauthorized", 1},
		{"busy", send(429, `{"error":{"message":"slow down"}}`), "llm: the model server said 429 Too Many Requests", 2},
		{"redirect", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://elsewhere.example/"+key, http.StatusTemporaryRedirect)
		}, "llm: the model server could not be reached: the server redirects; set its final address", 1},
		{"endless", func(w http.ResponseWriter, r *http.Request) {
			chunk := strings.Repeat(" ", 64<<10)
			for range 1000 {
				if _, err := io.WriteString(w, chunk); err != nil {
					return
				}
			}
		}, "llm: the model server did not answer with whole JSON", 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := serve(t, tt.handler)
			got, err := s.client("small").Word(t.Context(), "how many?", given)
			if err == nil || err.Error() != tt.want || got != nil {
				t.Errorf("%v, error %v, want %s", got, err, tt.want)
			}
			if n := s.calls.Load(); n != tt.calls {
				t.Errorf("%d calls, want %d", n, tt.calls)
			}
		})
	}
}

func TestRetry(t *testing.T) {
	busy := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "0")
		send(429, `{"error":{"message":"slow down"}}`)(w, r)
	}
	for name, first := range map[string]http.HandlerFunc{"429": busy, "503": send(503, "busy"), "no schema": send(400, `{"error":{"message":"unknown response_format"}}`)} {
		s := serve(t, first, send(200, reply(good)))
		got, err := s.client("small").Word(t.Context(), "how many?", given)
		if err != nil || len(got) != 1 || s.calls.Load() != 2 {
			t.Errorf("%s: %v, error %v, %d calls", name, got, err, s.calls.Load())
		}
		<-s.requests
		if second := <-s.requests; name == "no schema" && second["response_format"] != nil {
			t.Errorf("the schema is sent again: %v", second)
		}
	}
}

func TestLongRetryAfterIsNotWaitedFor(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "60")
		send(429, `{"error":{"message":"slow down"}}`)(w, r)
	})
	began := time.Now()
	_, err := s.client("small").Word(t.Context(), "how many?", given)
	if err == nil || s.calls.Load() != 1 || time.Since(began) > time.Second {
		t.Errorf("error %v, %d calls, %s", err, s.calls.Load(), time.Since(began))
	}
}

func TestTimeout(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	c := New(Options{BaseURL: s.URL, Key: key, Model: "small", Timeout: 50 * time.Millisecond})
	_, err := c.Word(t.Context(), "how many?", given)
	if err == nil || err.Error() != "llm: no answer within 50ms" {
		t.Errorf("error %v", err)
	}
}

func TestUnreachable(t *testing.T) {
	s := serve(t, send(200, reply(good)))
	c := s.client("small")
	s.Close()
	_, err := c.Word(t.Context(), "how many?", given)
	if err == nil || !strings.HasPrefix(err.Error(), "llm: the model server could not be reached: ") || strings.Contains(err.Error(), key) {
		t.Errorf("error %v", err)
	}
}

func TestNumberOfFacts(t *testing.T) {
	s := serve(t, send(200, reply(good)))
	for _, n := range []int{0, maxGiven + 1} {
		if _, err := s.client("small").Word(t.Context(), "how many?", make([]Given, n)); err == nil {
			t.Errorf("%d facts: no error", n)
		}
	}
	if s.calls.Load() != 0 {
		t.Error("a call was made")
	}
}

func TestPing(t *testing.T) {
	models := send(200, `{"object":"list","data":[{"id":"other"},{"id":"small:latest"}]}`)
	for _, tt := range []struct {
		model   string
		handler http.HandlerFunc
		want    string
	}{
		{"small", models, ""},
		{"other", models, ""},
		{"smal", models, `llm: the server does not offer the model "smal"`},
		{"small", send(401, `{"error":{"message":"bad `+key+`"}}`), "llm: list the models: the model server said 401 Unauthorized"},
		{"small", send(200, "<html>"), "llm: list the models: the model server did not answer with whole JSON"},
	} {
		err := serve(t, tt.handler).client(tt.model).Ping(t.Context())
		if fmt.Sprint(err) != tt.want && (err != nil || tt.want != "") {
			t.Errorf("%s: error %v, want %q", tt.model, err, tt.want)
		}
	}
}

func TestFill(t *testing.T) {
	both := []string{"F1", "a1#F2"}
	for _, tt := range []struct {
		name, text string
		facts      []string
		want       string // the line, or the error when it begins with "!"
	}{
		{"good", "{{F1.source}} {{F1.cue}} {{F1.value}} {{F1.of}}.", both, "Port officials estimate approximately 40 ships waiting."},
		{"two facts", "{{ F1.source }}'s figure is {{F1.value}}, while {{a1#F2.source}} gave {{a1#F2.value}} {{a1#F2.of}} on {{a1#F2.date}}.", both,
			"Port officials's figure is approximately 40, while The ministry gave at least 1.5 million tonnes on 23 Oct 2024."},
		{"no placeholder", "The officials gave no figure.", both, "The officials gave no figure."},
		{"accents", "The café's façade.", both, "The café's façade."},
		{"digits", "There are 41 {{F1.of}}.", both, "!it holds '4'"},
		{"other digits", "There are ٤١ {{F1.of}}.", both, `!it holds '\u0664'`},
		{"superscript", "There are {{F1.value}}² {{F1.of}}.", both, `!it holds '\u00b2'`},
		{"fraction", "It is ½.", both, `!it holds '\u00bd'`},
		{"number word", "There are forty-one ships.", both, "!it holds a number in words"},
		{"share", "Most of them wait.", both, `!it holds "Most", which is an amount`},
		{"half", "Half of them wait.", both, "!it holds"},
		{"none", "None of them wait.", both, `!it holds "None", which is an amount`},
		{"ordinal", "The second ship.", both, `!it holds "second", which is an amount`},
		{"roman", "There are XL ships.", both, `!it holds "XL", which may be a number`},
		{"roman characters", "There are Ⅻ ships.", both, `!it holds '\u216b'`},
		{"homoglyph", "The ministrу.", both, `!it holds '\u0443'`},
		{"zero width", "for\u200bty ships", both, `!it holds '\u200b'`},
		{"full width", "There are ４ ships.", both, `!it holds '\uff14'`},
		{"scale added", "There are {{F1.value}} million.", both, "!it holds"},
		{"letter added", "There are {{F1.value}}k ships.", both, "!a placeholder is joined to what stands beside it"},
		{"letter beside", "There are {{F1.value}} bn ships.", both, "!a number changes by the words around it"},
		{"minus", "It is -{{F1.value}}.", both, "!a placeholder is joined to what stands beside it"},
		{"minus in words", "It is minus {{F1.value}}.", both, `!it holds "minus", which is an amount`},
		{"decimal made", "It is {{F1.value}}.{{F1.value}} ships.", both, "!a placeholder is joined to what stands beside it"},
		{"percent", "It is {{F1.value}} percent.", both, "!it holds"},
		{"percent sign", "It is {{F1.value}}%.", both, "!it holds '%'"},
		{"address", "See evil.example for more.", both, "!it holds an address"},
		{"scheme", "See https: now.", both, "!it holds an address"},
		{"slash", "Ships and/or boats.", both, "!it holds '/'"},
		{"mention", "Ask <@U1>.", both, "!it holds '<'"},
		{"at", "Ask @channel.", both, "!it holds '@'"},
		{"bold", "*Ships* came.", both, "!it holds '*'"},
		{"marker", "Ships came [a].", both, "!it holds '['"},
		{"quotation", "He said “ships”.", both, `!it holds '\u201c'`},
		{"control", "Ships\x1b came.", both, `!it holds '\x1b'`},
		{"unknown field", "{{F1.url}} said so.", both, `!fact "F1" has no "url"`},
		{"empty field", "{{F1.date}} it was.", both, `!fact "F1" has no "date"`},
		{"unknown id", "{{F9.value}} ships.", both, `!it uses "F9" without citing it`},
		{"uncited", "{{a1#F2.value}} ships.", []string{"F1"}, `!it uses "a1#F2" without citing it`},
		{"cites nothing", "Ships came.", nil, "!it cites no fact"},
		{"cites what is not there", "Ships came.", []string{"F1", "F9"}, `!it cites "F9", which is no fact here`},
		{"broken placeholder", "{{F1.value} ships.", both, "!it holds '{'"},
		{"bare id", "{{F1}} ships.", both, "!it holds '{'"},
		{"empty", "  ", both, "!it is empty"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lines, err := Fill([]Sentence{{tt.text, tt.facts}}, given)
			if want, bad := strings.CutPrefix(tt.want, "!"); bad {
				if err == nil || !strings.Contains(err.Error(), "sentence 1 dropped: "+want) || len(lines) > 0 {
					t.Errorf("lines %v, error %v, want %s", lines, err, want)
				}
				return
			}
			if diff := cmp.Diff([]Line{{tt.want, tt.facts}}, lines); diff != "" || err != nil {
				t.Errorf("error %v\n%s", err, diff)
			}
		})
	}
}

func TestFillKeepsWhatIsGood(t *testing.T) {
	lines, err := Fill([]Sentence{
		{"There are 3 ships.", []string{"F1"}},
		{"{{F1.value}} {{F1.of}}.", []string{"F1"}},
		{"See @x.", []string{"F1"}},
	}, given)
	if len(lines) != 1 || lines[0].Text != "approximately 40 ships waiting." {
		t.Errorf("lines %v", lines)
	}
	var joined interface{ Unwrap() []error }
	if !errors.As(err, &joined) || len(joined.Unwrap()) != 2 {
		t.Errorf("error %v, want two", err)
	}
}

func TestWordsOfAFactAreNotReadAgain(t *testing.T) {
	sly := []Given{{ID: "F1", Source: "{{F2.value}}", Value: "7"}, {ID: "F2", Value: "9"}}
	lines, err := Fill([]Sentence{{"{{F1.source}} said so.", []string{"F1"}}}, sly)
	if err != nil || len(lines) != 1 || lines[0].Text != "{{F2.value}} said so." {
		t.Errorf("lines %v, error %v", lines, err)
	}
}

func FuzzFill(f *testing.F) {
	f.Add("{{F1.source}} {{F1.cue}} {{F1.value}} {{F1.of}}.")
	f.Add("{{F1.value}}{{F1.value}} x.{{ a1#F2.date }} half")
	f.Fuzz(func(t *testing.T, text string) {
		lines, _ := Fill([]Sentence{{text, []string{"F1", "a1#F2"}}}, given)
		for _, line := range lines {
			rest := line.Text
			for _, g := range given {
				for _, words := range []string{g.Value, g.Of, g.Source, g.Cue, g.Place, g.Date, g.Claim} {
					if words != "" {
						rest = strings.ReplaceAll(rest, words, "")
					}
				}
			}
			if strings.ContainsAny(rest, "0123456789<>@{}[]*_|/") {
				t.Errorf("%q comes through as %q", text, line.Text)
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add(good)
	f.Add("```json\n{\"sentences\":null}```")
	f.Fuzz(func(t *testing.T, content string) {
		sentences, err := parse(content)
		if err == nil && len(sentences) > maxSentences {
			t.Errorf("%d sentences", len(sentences))
		}
	})
}
