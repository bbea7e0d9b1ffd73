"""Copies and saves the code of messages, and says how that went."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from chatapp.controllers.messages.message_actions import MessageAction
from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.reading import code_wording as wording
from chatapp.models.entities import ChatMessage, NoticeAction, Tone
from chatapp.wire.markdown_blocks import code_blocks

_CARD = "code"
_USUAL_ENDING = "txt"
_ENDINGS = {
    "bash": "sh",
    "c": "c",
    "c#": "cs",
    "c++": "cpp",
    "cpp": "cpp",
    "csharp": "cs",
    "css": "css",
    "diff": "diff",
    "go": "go",
    "html": "html",
    "ini": "ini",
    "java": "java",
    "javascript": "js",
    "js": "js",
    "json": "json",
    "kotlin": "kt",
    "lua": "lua",
    "markdown": "md",
    "md": "md",
    "perl": "pl",
    "php": "php",
    "py": "py",
    "python": "py",
    "rb": "rb",
    "rs": "rs",
    "ruby": "rb",
    "rust": "rs",
    "sh": "sh",
    "shell": "sh",
    "sql": "sql",
    "swift": "swift",
    "tex": "tex",
    "toml": "toml",
    "ts": "ts",
    "typescript": "ts",
    "xml": "xml",
    "yaml": "yaml",
    "yml": "yml",
}


class CodeSaving:
    """Puts code on the clipboard or into a file that one chooses."""

    def __init__(
        self,
        card: NoticesView,
        choose_file: Callable[[str], Path | None],
        save: Callable[[Path, str, Callable[[str], None]], None],
        copy: Callable[[str], object],
    ) -> None:
        """Join it with what it needs.

        Args:
            card: shows how it went.
            choose_file: has a file chosen that would be called so.
            save: writes a file, and tells then what went wrong, or "".
            copy: puts a text on the clipboard.
        """
        self._card = card
        self._choose_file = choose_file
        self._save = save
        self._copy = copy

    def save(self, source: str, language: str) -> None:
        """Ask where the code shall be saved, and save it there."""
        path = self._choose_file(f"code.{ending_of(language)}")
        if path is not None:
            told = partial(self._told, path, source, language)
            self._save(path, f"{source}\n", told)

    def actions(self) -> Sequence[MessageAction]:
        """Give what can be done with a message that has code."""
        return (
            MessageAction(
                "copy-code",
                wording.COPY_CODE,
                "code",
                _has_code,
                lambda message: self._copy(_all_code(message)),
            ),
            MessageAction(
                "save-code", wording.SAVE_CODE, "download", _has_code, self._save_all
            ),
        )

    def _save_all(self, message: ChatMessage) -> None:
        self.save(_all_code(message), code_blocks(message.text)[0].language)

    def _told(self, path: Path, source: str, language: str, problem: str) -> None:
        if not problem:
            self._card.show(_CARD, wording.SAVED.format(name=path), Tone.SUCCESS)
            return
        self._card.show(
            _CARD,
            wording.NOT_SAVED.format(name=path, reason=problem),
            Tone.ERROR,
            NoticeAction(wording.SAVE_ELSEWHERE, lambda: self.save(source, language)),
        )


def ending_of(language: str) -> str:
    """Give the ending of files in a language, without a dot."""
    return _ENDINGS.get(language.lower(), _USUAL_ENDING)


def _has_code(message: ChatMessage) -> bool:
    return message.kind.is_said and bool(code_blocks(message.text))


def _all_code(message: ChatMessage) -> str:
    return "\n\n".join(block.source for block in code_blocks(message.text))
