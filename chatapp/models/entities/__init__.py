"""Plain values that models, controllers and views all speak of.

Each is loaded when it is first asked for: the first window needs few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chatapp.models.entities.account import (
        AccountField,
        AccountForm,
        AccountWords,
    )
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
    from chatapp.models.entities.comparison import Comparison
    from chatapp.models.entities.exports import ExportField
    from chatapp.models.entities.hosting import LinkRow
    from chatapp.models.entities.menus import MenuEntry, MenuPart
    from chatapp.models.entities.neighbourhood import (
        FoundServer,
        Neighbourhood,
        Outlook,
    )
    from chatapp.models.entities.notices import NoticeAction
    from chatapp.models.entities.palette import Palette
    from chatapp.models.entities.presence import Presence
    from chatapp.models.entities.rooms import (
        Attention,
        Ban,
        BanRow,
        ListedRoom,
        NewRoom,
        PeopleGroup,
        Person,
        Power,
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
        LONGEST_USERNAME,
        SHORTEST_USERNAME,
        Field,
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
    "LONGEST_USERNAME",
    "SHORTEST_USERNAME",
    "AccountField",
    "AccountForm",
    "AccountWords",
    "ActionOffer",
    "Attention",
    "Ban",
    "BanRow",
    "Change",
    "ChatMessage",
    "Comparison",
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
    "NoticeAction",
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

_NAMES = {
    "account": "AccountField AccountForm AccountWords",
    "actions": "ActionOffer",
    "attached": "Quote Reaction",
    "chat": (
        "Change ChatMessage Connectedness Delivery Finding FindingKind KeyHelp "
        "MessageKind Tone Typing"
    ),
    "comparison": "Comparison",
    "exports": "ExportField",
    "hosting": "LinkRow",
    "menus": "MenuEntry MenuPart",
    "neighbourhood": "FoundServer Neighbourhood Outlook",
    "notices": "NoticeAction",
    "palette": "Palette",
    "presence": "Presence",
    "rooms": (
        "Attention Ban BanRow ListedRoom NewRoom PeopleGroup Person Power Room "
        "RoomKind RoomOffer"
    ),
    "search": "ExcerptPart FoundPage PanelLine PanelTab Search",
    "servers": "ServerTile",
    "sign_in": "LONGEST_USERNAME SHORTEST_USERNAME Field ServerRow SignInForm",
    "suggestions": "Emoji EmojiGroup Suggestion SuggestionKind",
    "wire": "WireRow",
}
_HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Load the module in which a value is described (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"There is no entity {name}.")
    entity: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = entity  # it is found there from now on
    return entity
