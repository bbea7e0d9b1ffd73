"""Words from which inputs for the parsers of `chatapp.wire` are made up."""

COMMANDS = (
    "PRIVMSG",
    "JOIN",
    "MODE",
    "CAP",
    "PASS",
    "OPER",
    "AUTHENTICATE",
    "REGISTER",
)
SERVICES = ("NickServ", "NS", "VERIFY", "INVITATION MADE", "PLAIN", "SCRAM-SHA-256")
TOKENS = (
    "CHANMODES=b,k,l,imnt",
    "PREFIX=(ov)@+",
    "STATUSMSG=@",
    "EXTBAN=~,qm",
    "\\x20",
)
LINKS = (
    "ircs://",
    "irc://",
    "[::1]",
    "192.0.2.1:6697",
    "/#a",
    "?fp=",
    "&t=",
    "&a=",
    "&s=",
)
TIMES = (
    "2026-11-22T17:03:11.123Z",
    "9999-12-31T23:59:60Z",
    "0001-01-01T00:00:00Z",
    ".9",
)
MARKS = (
    "**",
    "*",
    "_",
    "~~",
    "`",
    "```",
    "\\",
    "> ",
    "\n",
    "https://a.example/",
    "a b",
)
CODES = (
    "\x02",
    "\x031,2",
    "\x04ff0000",
    "\x0f",
    "\x11",
    "\x16",
    "\x1d",
    "\x1e",
    "\x1f",
)
NAMES = (
    "ß",
    "İ",
    "ẞ",
    "\u0301",
    "ﬁ",
    "Σς",
    "{}|^[]\\~",
    "\u200d",
    "שלום",
    "#",
    "\uff11",
)
FIREWALL = (
    *("Status: active\n", "6667/tcp ALLOW", "1-65535/tcp", "table inet filter {\n"),
    *("chain input {\n", "type filter hook input priority 0; policy drop;\n"),
    *("tcp dport 6667 accept\n", "}\n", "dport { 1, 2 } drop\n"),
)
