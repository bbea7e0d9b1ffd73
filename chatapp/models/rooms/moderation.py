"""Looks after a room: who may be in it, who may speak there, who looks after it."""

from chatapp.language import gettext as _
from chatapp.models.connection.link import Link
from chatapp.models.entities import Ban, Power
from chatapp.models.rooms.powers import may_moderate, powers_over
from chatapp.models.rooms.requests import Requests
from chatapp.models.rooms.roster import Channel
from chatapp.models.session.bans import ask_bans
from chatapp.models.session.session import Session
from chatapp.wire.extended_bans import BAN, account_mask, mute_of, read_ban
from chatapp.wire.isupport import Isupport

_CANNOT_MUTE = _("This server has no way to mute one person. Ban them, or ask others.")
_MASK_SIGNS = frozenset("!@*?:$~")
_RANKS = {
    Power.GIVE_VOICE: "+v",
    Power.TAKE_VOICE: "-v",
    Power.GIVE_OPERATOR: "+o",
    Power.TAKE_OPERATOR: "-o",
}


class Moderation:
    """What operators of a room can do; what becomes of it comes as events."""

    def __init__(self, link: Link, requests: Requests) -> None:
        self._link = link
        self._requests = requests

    def powers(self, room: str, nick: str) -> frozenset[Power]:
        """Tell what one may do to somebody in a room."""
        session, channel = self._where(room)
        if session is None or channel is None:
            return frozenset()
        powers = powers_over(session, channel, nick)
        can_mute = mute_of(session.isupport, "") is not None
        return powers if can_mute else powers - {Power.MUTE}

    def may_moderate(self, room: str) -> bool:
        """Tell whether one looks after a room."""
        session, channel = self._where(room)
        return bool(session and channel and may_moderate(session, channel))

    def set_topic(self, room: str, topic: str) -> None:
        """Give a room a topic; an empty one removes it."""
        self._requests.send("TOPIC", room, topic)

    def kick(self, room: str, nick: str, reason: str = "") -> None:
        """Remove somebody from a room; RequestRefused follows where one may not."""
        self._requests.send("KICK", room, nick, *([reason] if reason else []))

    def rank(self, room: str, nick: str, power: Power) -> None:
        """Give somebody a rank, or take it."""
        self.change(room, _RANKS[power], nick)

    def ban(self, room: str, who: str) -> None:
        """Let somebody, or whom a mask describes, not come into a room."""
        self.change(room, f"+{BAN}", self.mask_of(room, who))

    def mute(self, room: str, who: str) -> None:
        """Let somebody, or whom a mask describes, not speak in a room."""
        session = self._link.online_session
        found = mute_of(session.isupport, self.mask_of(room, who)) if session else None
        if session and found is None:
            self._requests.refuse(_CANNOT_MUTE, "")
            return
        letter, mask = found or (BAN, who)
        self.change(room, f"+{letter}", mask)

    def lift(self, room: str, letter: str, mask: str) -> None:
        """Take an entry out of a list of a room."""
        self.change(room, f"-{letter}", mask)

    def invite(self, room: str, nick: str) -> None:
        """Ask somebody into a room."""
        self._requests.send("INVITE", nick, room)

    def ban_of(self, room: str, who: str) -> Ban:
        """Tell what a ban of somebody would be, before it is made."""
        text = self.mask_of(room, who)
        session = self._link.online_session
        found = read_ban(session.isupport if session else Isupport(), BAN, text)
        return Ban(BAN, text, account=found.account, mask=found.mask)

    @property
    def longest_reason(self) -> int | None:
        """The most characters of a reason to remove somebody, where that is known."""
        session = self._link.online_session
        return session.isupport.kick_length if session else None

    @property
    def longest_topic(self) -> int | None:
        """The most characters of a topic, where that is known."""
        session = self._link.online_session
        return session.isupport.topic_length if session else None

    def change(self, target: str, *modes: str) -> None:
        """Change modes of a room, or one's own; without any, ask for them."""
        self._requests.send("MODE", target, *modes)

    def ask_bans(self, room: str) -> None:
        """Ask who is banned from a room, or may not speak there; BansListed follows."""
        self._requests.ask(lambda session: ask_bans(session, room))

    def mask_of(self, room: str, who: str) -> str:
        """Give the mask that describes somebody, and as few others as can be.

        That is the account's where there is one. Else it is the host's, unless others
        in the room have the same, as a whole school may: then it is the nick's.
        """
        session, channel = self._where(room)
        is_mask = not _MASK_SIGNS.isdisjoint(who)
        if session is None or is_mask:
            return who
        person = session.roster.person(who)
        by_account = person and person.account
        mask = account_mask(session.isupport, person.account) if person else None
        if by_account and mask:
            return mask
        if person is None or not person.host or channel is None:
            return f"{who}!*@*"
        others = [session.roster.person(it) for it in channel.members]
        shared = sum(1 for it in others if it and it.host == person.host) > 1
        return f"{person.nick}!*@{person.host}" if shared else f"*!*@{person.host}"

    def _where(self, room: str) -> tuple[Session | None, Channel | None]:
        session = self._link.online_session
        return session, session.roster.channel(room) if session else None
