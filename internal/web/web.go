// Package web serves what a machine wants to know about the process over HTTP. It
// stores no key.
package web

import (
	"context"
	"io"
	"net/http"
	"time"
)

// patience is how long a health check may take.
const patience = 5 * time.Second

// Handler serves GET /healthz, and nothing else: 200 "ok" when ready returns nil,
// 503 "not ready" otherwise. Why it is not ready is for the log, not for whoever
// asks.
func Handler(ready func(ctx context.Context) error) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		if ready(ctx) != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = io.WriteString(w, "not ready\n") // the asker is gone when this fails
			return
		}
		_, _ = io.WriteString(w, "ok\n")
	})
	return mux
}
