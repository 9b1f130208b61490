// Package llm asks an OpenAI-compatible model to word an answer around facts. The
// model gets facts with ids and no addresses, and returns sentences with
// placeholders; it can add no number, because a sentence that holds one is dropped
// (Fill), and what is left still has to pass the gate of its caller. It is the
// only user of go-openai and stores no key.
//
// Everything that goes wrong is an error, upon which the caller shows the answer
// that it has without a model. No error holds the key or words of the server.
package llm

import (
	"context"
	_ "embed" // the prompt
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/sashabaranov/go-openai"
)

//go:embed prompts/word.v1.txt
var wordPrompt string

// Limits of what is sent and taken.
const (
	maxGiven     = 40   // facts in one call
	maxQuestion  = 2000 // code points
	maxSentences = 12
	maxText      = 600 // code points of one sentence, placeholders included
)

// Options say which model to use.
type Options struct {
	BaseURL string        // "http://localhost:11434/v1"; default the OpenAI API
	Key     string        // secret; may be empty for a local server
	Model   string        // required
	Timeout time.Duration // of one Word or Ping, a retry included; default 10s
	HTTP    *http.Client  // default: one that follows no redirect
	Pause   time.Duration // before a retry when the server names no time; default 500ms
}

// A Client talks to one model. It is safe for concurrent use.
type Client struct {
	api     *openai.Client
	model   string
	timeout time.Duration
	pause   time.Duration
}

// New returns a client. It makes no call.
func New(o Options) *Client {
	cfg := openai.DefaultConfig(o.Key)
	if o.BaseURL != "" {
		cfg.BaseURL = o.BaseURL
	}
	if o.HTTP == nil {
		o.HTTP = &http.Client{CheckRedirect: noRedirect}
	}
	cfg.HTTPClient = bounded{o.HTTP}
	if o.Timeout <= 0 {
		o.Timeout = 10 * time.Second
	}
	if o.Pause <= 0 {
		o.Pause = 500 * time.Millisecond
	}
	return &Client{api: openai.NewClientWithConfig(cfg), model: o.Model, timeout: o.Timeout, pause: o.Pause}
}

// noRedirect keeps the key and the facts from following a redirect elsewhere.
func noRedirect(*http.Request, []*http.Request) error {
	return errors.New("the server redirects; set its final address")
}

// A Given is one fact as the model may use it. Empty fields are left out. Each
// field but ID is a placeholder: {{F12.value}}.
type Given struct {
	ID     string `json:"id"`               // letters, digits, _ # . and -
	Value  string `json:"value,omitempty"`  // "approximately 40", hedge included
	Of     string `json:"of,omitempty"`     // what it counts
	Source string `json:"source,omitempty"` // who says so
	Cue    string `json:"cue,omitempty"`    // with what verb
	Place  string `json:"place,omitempty"`
	Date   string `json:"date,omitempty"`  // in words
	Claim  string `json:"claim,omitempty"` // one plain sentence
}

// A Sentence is what the model wrote: text with placeholders, and the ids of the
// facts it rests on.
type Sentence struct {
	Text  string   `json:"text"`
	Facts []string `json:"facts"`
}

// Word asks the model for sentences about the facts given, at most 40. They have
// not been checked: see Fill. No sentence at all is not an error. The call takes
// no longer than the timeout and is retried at most once.
func (c *Client) Word(ctx context.Context, question string, given []Given) ([]Sentence, error) {
	if len(given) == 0 || len(given) > maxGiven {
		return nil, fmt.Errorf("llm: %d facts; wants 1 to %d", len(given), maxGiven)
	}
	ctx, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	message, err := material(question, given)
	if err != nil {
		return nil, fmt.Errorf("llm: %w", err)
	}
	content, err := c.complete(ctx, message)
	if err != nil {
		return nil, fmt.Errorf("llm: %w", err)
	}
	sentences, err := parse(content)
	if err != nil {
		return nil, fmt.Errorf("llm: %w", err)
	}
	return sentences, nil
}

// address is what looks like a link; none goes to the model.
var address = regexp.MustCompile(`(?i)\b(?:[a-z][a-z0-9+.-]*://|www\.)\S+`)

// material is the user's message: the question and the facts as JSON.
func material(question string, given []Given) (string, error) {
	if r := []rune(question); len(r) > maxQuestion {
		question = string(r[:maxQuestion])
	}
	data, err := json.Marshal(struct {
		Question string  `json:"question"`
		Facts    []Given `json:"facts"`
	}{question, given})
	if err != nil {
		return "", fmt.Errorf("write the facts: %w", err)
	}
	return withoutAddresses(data)
}

// withoutAddresses replaces links inside the strings of a JSON text.
func withoutAddresses(data []byte) (string, error) {
	var value map[string]any
	if err := json.Unmarshal(data, &value); err != nil {
		return "", fmt.Errorf("write the facts: %w", err)
	}
	out, err := json.Marshal(replaced(value))
	if err != nil {
		return "", fmt.Errorf("write the facts: %w", err)
	}
	return string(out), nil
}

// replaced returns a JSON value with every link in a string taken out.
func replaced(v any) any {
	switch v := v.(type) {
	case string:
		return address.ReplaceAllString(v, "(address)")
	case []any:
		for i := range v {
			v[i] = replaced(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = replaced(v[k])
		}
	}
	return v
}

// request builds a call.
func (c *Client) request(message string) openai.ChatCompletionRequest {
	r := openai.ChatCompletionRequest{
		Model: c.model,
		Messages: []openai.ChatCompletionMessage{
			{Role: openai.ChatMessageRoleSystem, Content: wordPrompt},
			{Role: openai.ChatMessageRoleUser, Content: message},
		},
		ResponseFormat: &openai.ChatCompletionResponseFormat{
			Type:       openai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{Name: "answer", Schema: schema, Strict: true},
		},
	}
	if reasons(c.model) {
		r.MaxCompletionTokens = 6000 // thinking counts
		return r
	}
	// Zero would be left out of the request, and the server's own default is
	// often one.
	r.Temperature = math.SmallestNonzeroFloat32
	r.MaxTokens = 1200 //lint:ignore SA1019 local servers know only this name
	return r
}

// reasons reports whether the library refuses a temperature for a model of this
// name, a local one included.
func reasons(model string) bool {
	for _, prefix := range []string{"o1", "o3", "o4", "gpt-5", "gpt-6"} {
		if strings.HasPrefix(model, prefix) {
			return true
		}
	}
	return false
}

// schema is the form of the answer, by hand: every field required, nothing else.
var schema = json.RawMessage(`{"type":"object","additionalProperties":false,"required":["sentences"],"properties":{` +
	`"sentences":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["text","facts"],"properties":{` +
	`"text":{"type":"string"},"facts":{"type":"array","items":{"type":"string"}}}}}}}`)

// parse reads what the model wrote. A fence around the JSON, which small models
// like, is taken off.
func parse(content string) ([]Sentence, error) {
	content = strings.TrimSpace(content)
	if body, ok := strings.CutPrefix(content, "```"); ok {
		body = strings.TrimPrefix(body, "json")
		content = strings.TrimSuffix(strings.TrimSpace(body), "```")
	}
	var out struct {
		Sentences *[]Sentence `json:"sentences"`
	}
	if err := json.Unmarshal([]byte(content), &out); err != nil || out.Sentences == nil {
		return nil, errors.New("the model did not answer in the form asked for")
	}
	if len(*out.Sentences) > maxSentences {
		return nil, fmt.Errorf("the model wrote %d sentences; at most %d are read", len(*out.Sentences), maxSentences)
	}
	for _, s := range *out.Sentences {
		if utf8.RuneCountInString(s.Text) > maxText {
			return nil, fmt.Errorf("the model wrote a sentence of more than %d characters", maxText)
		}
	}
	return *out.Sentences, nil
}
