package bot

import "strings"

// scopes are the permissions of the bot token.
var scopes = []string{
	"app_mentions:read",
	"channels:history",
	"chat:write",
	"groups:history",
	"im:history",
	"im:write",
}

// events are what Slack is asked to send: mentions and direct messages are
// questions, the messages of channels are needed for replies in our threads.
var events = []string{
	"app_mention",
	"message.channels",
	"message.groups",
	"message.im",
}

// Manifest returns the app manifest, in YAML, from which a workspace makes the
// Slack app: Socket Mode, no public address. Paste it at "Create New App, from a
// manifest"; the app token needs the scope connections:write.
func Manifest() string {
	return `display_information:
  name: sitrep
  description: Answers with the figures of the loaded reports, each with its source
  background_color: "#1f2937"
features:
  app_home:
    home_tab_enabled: false
    messages_tab_enabled: true
    messages_tab_read_only_enabled: false
  bot_user:
    display_name: sitrep
    always_online: true
oauth_config:
  scopes:
    bot:
` + yamlList("      ", scopes) + `settings:
  event_subscriptions:
    bot_events:
` + yamlList("      ", events) + `  interactivity:
    is_enabled: true
  org_deploy_enabled: false
  socket_mode_enabled: true
  token_rotation_enabled: false
`
}

func yamlList(indent string, items []string) string {
	var s strings.Builder
	for _, item := range items {
		s.WriteString(indent + "- " + item + "\n")
	}
	return s.String()
}
