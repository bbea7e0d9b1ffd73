"""Something to show in every part of the chat view."""

from chatapp.models.entities import (
    Change,
    Connectedness,
    Delivery,
    MessageKind,
    NoticeAction,
    PeopleGroup,
    Person,
    Presence,
    Room,
    RoomKind,
    Tone,
)
from chatapp.views.chat_view import ChatView
from tests.chatapp.views.messages import message

ROOMS = [
    Room("#lobby", RoomKind.CHANNEL),
    Room("#design", RoomKind.CHANNEL, unread=4),
    Room("#ops", RoomKind.CHANNEL, unread=12, mentions=2),
    Room("Ada", RoomKind.DIRECT, unread=1),
    Room("Lena", RoomKind.DIRECT, presence=Presence.AWAY),
]
GROUPS = [
    PeopleGroup("Online", (Person("Ada", "@"), Person("Noor", is_me=True))),
    PeopleGroup("Away", (Person("Lena", presence=Presence.AWAY, status="At lunch"),)),
]
SAID = [
    message(0, "Good morning 👋🏽 see https://a.example", sender="Kofi"),
    message(1, "Noor joined", kind=MessageKind.CHANGE, change=Change.JOINED),
    message(2, "@Noor are you there?", mentions_me=True),
    message(3, "waves", kind=MessageKind.ACTION),
    message(4, "Yes", sender="Noor", mine=True, delivery=Delivery.SENT),
    message(5, "No", sender="Noor", mine=True, delivery=Delivery.FAILED),
]


def fill(view: ChatView) -> None:
    """Show something in every part."""
    view.rooms.show_network("Harbour", "chat.example.org:6667")
    view.rooms.show_rooms(ROOMS, "#lobby")
    view.header.show_room("lobby", "Be kind", RoomKind.CHANNEL, leave=True, topic=True)
    view.transcript.show_unread_line("2")
    view.transcript.splice(0, 0, SAID)
    view.transcript.show_new(2)
    view.roster.show_people(GROUPS)
    view.status.show_connection(Connectedness.ONLINE, "Connected")
    view.status.show_details("12 ms", "signed in as Noor", "Noor")
    view.composer.show_placeholder("Message #lobby")
    view.notices.show(
        "a", "The server is back.", Tone.SUCCESS, NoticeAction("Copy", lambda: None)
    )
