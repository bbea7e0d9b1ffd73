"""What is told of rooms besides talk, as values that the event bus carries."""

from dataclasses import dataclass

from chatapp.models.entities import Ban, ListedRoom


@dataclass(frozen=True, slots=True)
class KeptOpened:
    """The rooms of a server that does not answer are open, as they are kept.

    One is as after a lost link: SignedIn follows, `again`, as soon as it answers.
    """


@dataclass(frozen=True, slots=True)
class IgnoringChanged:
    """One ignores somebody from now on, or hears them again."""

    nick: str


@dataclass(frozen=True, slots=True)
class BansListed:
    """Who is banned from a room, or may not speak there: these, and nobody else."""

    room: str
    bans: tuple[Ban, ...]


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody, maybe oneself, was invited to a room; `by` is "" for by oneself."""

    room: str
    who: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class PeopleListed:
    """The server has named everybody who is in a room."""

    room: str


@dataclass(frozen=True, slots=True)
class RoomsListed:
    """Some rooms that the server has; there are no others once it `is_whole`."""

    rooms: tuple[ListedRoom, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class RoomLookedFor:
    """The server has told whether it has a room, without one's coming into it.

    A secret room is there too, and any that the server does not deny.
    `is_without_key`: everybody may come in without a key; False where it is not told.
    """

    room: str
    is_there: bool
    is_without_key: bool = False


RoomEvent = (
    KeptOpened
    | IgnoringChanged
    | BansListed
    | Invited
    | PeopleListed
    | RoomsListed
    | RoomLookedFor
)
