package llm

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/sashabaranov/go-openai"
)

// maxBody is the most bytes of a response that are read.
const maxBody = 1 << 20

// bounded is an HTTP client whose responses end after maxBody bytes.
type bounded struct{ client *http.Client }

// Do sends a request.
func (b bounded) Do(req *http.Request) (*http.Response, error) {
	res, err := b.client.Do(req)
	if err == nil {
		res.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(res.Body, maxBody), res.Body}
	}
	return res, err
}

// complete makes the call, once more when that may help, and returns the text of
// the one choice that is complete.
func (c *Client) complete(ctx context.Context, message string) (string, error) {
	request := c.request(message)
	res, err := c.api.CreateChatCompletion(ctx, request)
	switch code := status(err); {
	case err == nil:
	case code == http.StatusBadRequest:
		request.ResponseFormat = nil // some servers know no schema
		res, err = c.api.CreateChatCompletion(ctx, request)
	case code == http.StatusTooManyRequests || code >= 500 || refusedConnection(err):
		if !sleep(ctx, retryAfter(res.Header(), c.pause)) {
			return "", c.reason(err)
		}
		res, err = c.api.CreateChatCompletion(ctx, request)
	}
	if err != nil {
		return "", c.reason(err)
	}
	return choice(res)
}

// choice returns the text of a response that says that it is whole.
func choice(res openai.ChatCompletionResponse) (string, error) {
	if len(res.Choices) == 0 {
		return "", errors.New("the model returned no choice")
	}
	first := res.Choices[0]
	switch {
	case first.Message.Refusal != "":
		return "", errors.New("the model refused")
	case first.FinishReason == "":
		return "", errors.New("the answer was cut off: it has no finish reason")
	case first.FinishReason != openai.FinishReasonStop:
		return "", fmt.Errorf("the answer is not whole: finish reason %.40q", string(first.FinishReason))
	}
	return first.Message.Content, nil
}

// status returns the HTTP status in an error of the library, 0 when there is none.
func status(err error) int {
	var api *openai.APIError
	var request *openai.RequestError
	switch {
	case errors.As(err, &api):
		return api.HTTPStatusCode
	case errors.As(err, &request):
		return request.HTTPStatusCode
	}
	return 0
}

// refusedConnection reports whether no connection was made, so that a second try
// may find the server up.
func refusedConnection(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial"
}

// retryAfter returns how long the server asks to wait, else pause.
func retryAfter(h http.Header, pause time.Duration) time.Duration {
	seconds, err := strconv.Atoi(strings.TrimSpace(h.Get("Retry-After")))
	if err != nil || seconds < 0 {
		return pause
	}
	return time.Duration(min(seconds, 3600)) * time.Second
}

// sleep waits, and reports false when ctx would end first.
func sleep(ctx context.Context, d time.Duration) bool {
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) <= d {
		return false
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

// reason words an error without the words of the server, which may repeat part of
// a key, and without the address of the call.
func (c *Client) reason(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("no answer within %s", c.timeout)
	}
	if errors.Is(err, context.Canceled) {
		return context.Canceled
	}
	if code := status(err); code != 0 {
		return fmt.Errorf("the model server said %d %s", code, http.StatusText(code))
	}
	var call *url.Error
	if errors.As(err, &call) {
		return fmt.Errorf("the model server could not be reached: %w", call.Err)
	}
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	if errors.As(err, &syntax) || errors.As(err, &kind) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the model server did not answer with whole JSON")
	}
	return errors.New("the call to the model failed")
}

// Ping asks the server for its models and checks that the configured one is among
// them. It costs no tokens.
func (c *Client) Ping(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	list, err := c.api.ListModels(ctx)
	if err != nil {
		return fmt.Errorf("llm: list the models: %w", c.reason(err))
	}
	for _, m := range list.Models {
		// A local server may name "llama3" as "llama3:latest".
		if m.ID == c.model || strings.HasPrefix(m.ID, c.model+":") {
			return nil
		}
	}
	return fmt.Errorf("llm: the server does not offer the model %q", c.model)
}
