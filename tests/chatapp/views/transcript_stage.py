"""What tests of the transcript do with it, and look at in it."""

from chatapp.models.entities import ActionOffer, Delivery
from chatapp.views.transcript.transcript import Transcript

REPAIRS = (
    ActionOffer("retry", "Try again", "arrow-clockwise", in_row=True),
    ActionOffer("edit-failed", "Edit", "pencil", in_row=True),
    ActionOffer("discard", "Discard", "trash", in_row=True),
)
COPY = ActionOffer("copy", "Copy the message", "copy", key="c")
REPLY = ActionOffer("reply", "Reply", "reply", key="r", in_bar=True)


def offering(transcript: Transcript) -> list[tuple[str, str]]:
    """Offer what can be done about messages; give what is done then."""
    done: list[tuple[str, str]] = []
    transcript.on_offers = lambda message: (
        (*REPAIRS, COPY) if message.delivery is Delivery.FAILED else (REPLY, COPY)
    )
    transcript.on_action = lambda name, message: done.append((name, message.key))
    return done


def shown(transcript: Transcript) -> str:
    return transcript.text.get("1.0", "end-1c")


def line_of(transcript: Transcript, words: str) -> int:
    """Tell how many pixels from the top some words are drawn."""
    place = transcript.text.search(words, "1.0")
    return transcript.text.dlineinfo(place)[1]


def in_the_middle(transcript: Transcript) -> str:
    """Give the words of a message that is in the middle of what one sees."""
    return f"{transcript.rows.at('@200,300').message.text}\n"


def go_to(transcript: Transcript, share: float, settle) -> None:
    transcript.text.yview_moveto(share)
    settle()


def click(transcript: Transcript, words: str, settle) -> None:
    transcript.text.see(place := transcript.text.search(words, "1.0"))
    settle()
    x, y, width, height = transcript.text.bbox(place)
    at = {"x": x + width // 2, "y": y + height // 2}
    transcript.text.event_generate("<Motion>", **at)
    transcript.text.event_generate("<Button-1>", **at)
    transcript.text.event_generate("<ButtonRelease-1>", **at)
    settle()


def label_text(label) -> str:
    return str(label.cget("text"))


def copied(transcript: Transcript, settle) -> str:
    taken = []
    transcript.on_copy = taken.append
    transcript.text.focus_force()
    transcript.text.event_generate("<<Copy>>")
    settle()
    return taken[-1]


def pictures_of(transcript: Transcript) -> set[str]:
    """Give the different pictures that emoji show."""
    names = [
        it for it in transcript.text.image_names() if transcript._writer.meanings[it]
    ]
    return {str(transcript.text.image_cget(name, "image")) for name in names}
