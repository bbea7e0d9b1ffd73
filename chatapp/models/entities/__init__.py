"""Plain values that models, controllers and views all speak of."""

from chatapp.models.entities.actions import ActionOffer
from chatapp.models.entities.attached import Quote, Reaction
from chatapp.models.entities.chat import (
    Change,
    ChatMessage,
    Connectedness,
    Delivery,
    Finding,
    FindingKind,
    KeyHelp,
    MessageKind,
    Tone,
    Typing,
)
from chatapp.models.entities.exports import ExportField
from chatapp.models.entities.hosting import LinkRow
from chatapp.models.entities.menus import MenuEntry, MenuPart
from chatapp.models.entities.palette import Palette
from chatapp.models.entities.rooms import (
    Attention,
    Ban,
    BanRow,
    ListedRoom,
    NewRoom,
    PeopleGroup,
    Person,
    Power,
    Presence,
    Room,
    RoomKind,
    RoomOffer,
)
from chatapp.models.entities.search import (
    ExcerptPart,
    FoundPage,
    PanelLine,
    PanelTab,
    Search,
)
from chatapp.models.entities.servers import ServerTile
from chatapp.models.entities.sign_in import (
    AccountField,
    AccountForm,
    AccountWords,
    Field,
    FoundServer,
    Neighbourhood,
    Outlook,
    ServerRow,
    SignInForm,
)
from chatapp.models.entities.suggestions import (
    Emoji,
    EmojiGroup,
    Suggestion,
    SuggestionKind,
)
from chatapp.models.entities.wire import WireRow

__all__ = [
    "AccountField",
    "AccountForm",
    "AccountWords",
    "ActionOffer",
    "Attention",
    "Ban",
    "BanRow",
    "Change",
    "ChatMessage",
    "Connectedness",
    "Delivery",
    "Emoji",
    "EmojiGroup",
    "ExcerptPart",
    "ExportField",
    "Field",
    "Finding",
    "FindingKind",
    "FoundPage",
    "FoundServer",
    "KeyHelp",
    "LinkRow",
    "ListedRoom",
    "MenuEntry",
    "MenuPart",
    "MessageKind",
    "Neighbourhood",
    "NewRoom",
    "Outlook",
    "Palette",
    "PanelLine",
    "PanelTab",
    "PeopleGroup",
    "Person",
    "Power",
    "Presence",
    "Quote",
    "Reaction",
    "Room",
    "RoomKind",
    "RoomOffer",
    "Search",
    "ServerRow",
    "ServerTile",
    "SignInForm",
    "Suggestion",
    "SuggestionKind",
    "Tone",
    "Typing",
    "WireRow",
]
