"""Names of the message tags; those with "+" are between clients."""

ACCOUNT = "account"
BATCH = "batch"
BOT = "bot"
LABEL = "label"
MSGID = "msgid"
MULTILINE_CONCAT = "draft/multiline-concat"
TIME = "time"

CHATAPP_AGAIN = "+chatapp/again"
CHATAPP_ID = "+chatapp/id"
TYPING = "+typing"
