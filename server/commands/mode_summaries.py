"""What each mode of a channel and of a user means: HELP and the documents tell it."""

CHANNEL_MODE_SUMMARIES: dict[str, str] = {
    "q": "the founder, who stands above all others",
    "a": "is protected from operators of the channel",
    "o": "an operator of the channel",
    "h": "a half-operator: moderates who has no higher rank",
    "v": "has a voice: may speak where not everybody may",
    "b": "keeps out whom the mask describes, and lets him not speak",
    "e": "excepts from bans whom the mask describes",
    "I": "lets in without an invitation whom the mask describes",
    "k": "lets in only who knows this key",
    "f": "sends who is not let in to this other channel",
    "l": "lets in no more members than this",
    "C": "takes no requests between programs (CTCP), but actions (/me)",
    "M": "only who is signed in to an account may speak",
    "R": "only who is signed in to an account may join",
    "U": "what is said without a voice is heard by operators only",
    "i": "one needs an invitation to join",
    "m": "only who has a voice, or more, may speak",
    "n": "only members may speak",
    "p": "is not listed: strangers do not find it",
    "s": "is secret: not listed, and not shown in WHOIS",
    "t": "only operators of the channel change its topic",
    "u": "an auditorium: who has no rank is seen only by those who have one",
}
"""In the order in which people read them: ranks, lists, arguments, flags."""

USER_MODE_SUMMARIES: dict[str, str] = {
    "B": "is a bot",
    "R": "only who is signed in to an account may write to this user",
    "T": "wants no requests between programs (CTCP)",
    "i": "is not found by strangers",
    "o": "is an operator of the server (OPER gives it)",
    "r": "is signed in to an account (the server gives it)",
    "s": "hears what the server tells operators",
    "w": "hears WALLOPS",
}
