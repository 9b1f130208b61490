package main

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// modelServer is an OpenAI-compatible server that always writes the same words.
func modelServer(t *testing.T, content string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{
			"finish_reason": "stop", "message": map[string]any{"role": "assistant", "content": content}}}})
	}))
	t.Cleanup(server.Close)
	return server.URL + "/v1"
}

// askWith runs sitrep ask with a model at url and returns what it prints.
func askWith(t *testing.T, url, question string) string {
	t.Helper()
	home := t.TempDir()
	env := map[string]string{"HOME": home, "OPENAI_BASE_URL": url, "OPENAI_API_KEY": "sk-secret"}
	var out, errs strings.Builder
	p := &program{in: strings.NewReader(""), out: &out, err: &errs, getenv: func(k string) string { return env[k] }}
	if code := run(context.Background(), []string{"ask", question}, p); code != 0 {
		t.Fatalf("status %d: %s", code, errs.String())
	}
	if strings.Contains(out.String()+errs.String(), "sk-secret") {
		t.Error("the key is shown")
	}
	return out.String()
}

func TestModelWordsTheAnswer(t *testing.T) {
	url := modelServer(t, `{"sentences":[{"text":"{{R1#F15.source}} estimate that {{R1#F15.value}} North Korean troops have already been dispatched to {{R1#F15.place}}.","facts":["R1#F15"]}]}`)
	out := askWith(t, url, "How many North Korean troops have been sent to Russia?")
	if !strings.HasPrefix(out, "American officials estimate that approximately 2,500 North Korean troops have already been dispatched to Russia. [1]") {
		t.Errorf("the words are not used:\n%s", out)
	}
	if !strings.Contains(out, "Austin gave no number") {
		t.Errorf("a caveat was worded away:\n%s", out)
	}
}

// TestModelCannotChangeANumber gives words that would mislead: the answer must be
// the one without a model.
func TestModelCannotChangeANumber(t *testing.T) {
	question := "How many North Korean troops have been sent to Russia?"
	want := askWith(t, "http://127.0.0.1:1/v1", question) // nothing listens there
	if !strings.Contains(want, "pproximately 2,500") {
		t.Fatalf("without a model: %s", want)
	}
	for name, content := range map[string]string{
		"digits":       `{"sentences":[{"text":"3,000 troops.","facts":["R1#F15"]}]}`,
		"number words": `{"sentences":[{"text":"Three thousand troops were sent.","facts":["R1#F15"]}]}`,
		"other holder": `{"sentences":[{"text":"Austin says {{R1#F15.value}} troops were dispatched.","facts":["R1#F15"]}]}`,
		"other deed":   `{"sentences":[{"text":"{{R1#F15.source}} say {{R1#F15.value}} troops were killed.","facts":["R1#F15"]}]}`,
		"lost figure":  `{"sentences":[{"text":"Troops were dispatched to Russia.","facts":["R1#F15"]}]}`,
		"link":         `{"sentences":[{"text":"See https://example.com {{R1#F15.value}}","facts":["R1#F15"]}]}`,
		"not json":     `approximately 9,000`,
		"empty":        `{"sentences":[]}`,
	} {
		if got := askWith(t, modelServer(t, content), question); got != want {
			t.Errorf("%s: the answer changed:\n%s", name, got)
		}
	}
}
