package bot

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/slack-go/slack"
)

// fatalAuth are the answers of Slack after which trying again is useless.
var fatalAuth = map[string]bool{
	"invalid_auth": true, "account_inactive": true, "not_authed": true, "token_revoked": true,
	"token_expired": true, "not_allowed_token_type": true, "missing_scope": true, "no_permission": true,
	"org_login_required": true, "ekm_access_denied": true, "access_denied": true,
}

// authHints say what to do about a refusal.
var authHints = map[string]string{
	"invalid_auth":           "it is not valid: copy it again from the app's settings",
	"not_authed":             "it is empty: copy it from the app's settings",
	"account_inactive":       "the app was removed from the workspace: install it again and copy the new token",
	"token_revoked":          "it was revoked: install the app again and copy the new token",
	"token_expired":          "it has expired: install the app again and copy the new token",
	"not_allowed_token_type": "it is of another kind: SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-",
	"missing_scope":          "a permission is missing: update the app from the manifest and install it again; an app token needs connections:write",
}

// authError says which token Slack did not take and what to do.
func (b *Bot) authError(what string, err error) error {
	text := b.redact(err)
	hint := authHints[slackCode(err)]
	if hint == "" {
		return fmt.Errorf("bot: Slack did not take %s: %s", what, text)
	}
	return fmt.Errorf("bot: Slack did not take %s: %s (%s)", what, hint, text)
}

// slackCode is the error code that Slack answered, or empty.
func slackCode(err error) string {
	var no slack.SlackErrorResponse
	if errors.As(err, &no) {
		return no.Err
	}
	return ""
}

// CheckAuth proves both tokens and the permissions, without connecting: it returns
// the names of the workspace and of the bot, or an error that says what to do.
func (b *Bot) CheckAuth(ctx context.Context) (team, user string, err error) {
	if err := b.checkPrefixes(); err != nil {
		return "", "", err
	}
	r, err := b.api.AuthTestContext(ctx)
	if err != nil {
		return "", "", b.authError("the bot token (SLACK_BOT_TOKEN)", err)
	}
	if missing := missingScopes(r.Header); len(missing) > 0 {
		return "", "", fmt.Errorf("bot: the Slack app lacks %s: update it from the manifest and install it again", strings.Join(missing, ", "))
	}
	if _, _, err := b.api.StartSocketModeContext(ctx); err != nil {
		return "", "", b.authError("the app token (SLACK_APP_TOKEN)", err)
	}
	return r.Team, r.User, nil
}

// checkPrefixes finds the tokens that are missing or stand in each other's place.
func (b *Bot) checkPrefixes() error {
	var faults []error
	for _, t := range []struct{ name, value, prefix, where string }{
		{"SLACK_BOT_TOKEN", b.cfg.BotToken, "xoxb-", "OAuth & Permissions"},
		{"SLACK_APP_TOKEN", b.cfg.AppToken, "xapp-", "Basic Information, App-Level Tokens, with the scope connections:write"},
	} {
		switch {
		case t.value == "":
			faults = append(faults, fmt.Errorf("bot: %s is not set: copy it from the app's settings, %s", t.name, t.where))
		case !strings.HasPrefix(t.value, t.prefix):
			faults = append(faults, fmt.Errorf("bot: %s must begin with %s: copy it from the app's settings, %s", t.name, t.prefix, t.where))
		}
	}
	return errors.Join(faults...)
}

// missingScopes compares what Slack says is granted with what the manifest asks
// for. A server that does not say is believed to grant all.
func missingScopes(header http.Header) []string {
	granted := header.Get("X-OAuth-Scopes")
	if granted == "" {
		return nil
	}
	have := strings.FieldsFunc(granted, func(r rune) bool { return r == ',' || r == ' ' })
	var missing []string
	for _, s := range scopes {
		if !slices.Contains(have, s) {
			missing = append(missing, s)
		}
	}
	return missing
}
