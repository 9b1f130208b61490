package web

import (
	"context"
	"errors"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestHealth(t *testing.T) {
	for _, tt := range []struct {
		name, method, path string
		ready              error
		code               int
		body               string
	}{
		{"ready", "GET", "/healthz", nil, 200, "ok\n"},
		{"head", "HEAD", "/healthz", nil, 200, ""},
		{"not ready", "GET", "/healthz", errors.New("store: password=hunter2"), 503, "not ready\n"},
		{"wrong method", "POST", "/healthz", nil, 405, ""},
		{"elsewhere", "GET", "/", nil, 404, ""},
		{"below", "GET", "/healthz/x", nil, 404, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := Handler(func(ctx context.Context) error {
				if _, ok := ctx.Deadline(); !ok {
					t.Error("the check may take for ever")
				}
				return tt.ready
			})
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest(tt.method, tt.path, nil))
			if w.Code != tt.code {
				t.Errorf("status %d, want %d", w.Code, tt.code)
			}
			if tt.body != "" && w.Body.String() != tt.body {
				t.Errorf("body %q, want %q", w.Body, tt.body)
			}
			if strings.Contains(w.Body.String(), "hunter2") {
				t.Error("the reason is shown to whoever asks")
			}
		})
	}
}
