"""Log lines: one for each event, as key=value or as JSON."""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from functools import lru_cache

_FIELDS = "fields"
_PLAIN = re.compile(r"[0-9A-Za-z_.:/@!#*+~&%\[\]-]+")

_LEVELS = {
    logging.INFO: "info",
    logging.WARNING: "warning",
    logging.ERROR: "error",
}

Fields = dict[str, str | int | float | None]


def log_event(log: logging.Logger, event: str, **fields: str | float | None) -> None:
    """Log something that happened; never what people say, and no secrets.

    Args:
        log: the module's logger.
        event: what happened, in one word, such as "signed-in".
        fields: what is known of it; None: it is left out.
    """
    _log(log, logging.INFO, event, fields)


def warn_of_event(
    log: logging.Logger, event: str, **fields: str | float | None
) -> None:
    """Log, as log_event does, something that somebody should look after."""
    _log(log, logging.WARNING, event, fields)


def _log(log: logging.Logger, level: int, event: str, fields: Fields) -> None:
    if log.isEnabledFor(level):
        record = logging.LogRecord(log.name, level, "", 0, event, (), None)
        setattr(record, _FIELDS, fields)
        log.handle(record)


class KeyValueFormatter(logging.Formatter):
    """Writes `time=… level=… part=… event=…`, and what else is known."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line of a record."""
        known = _known(record)
        return " ".join([f"{key}={_word(value)}" for key, value in known.items()])


class JsonFormatter(logging.Formatter):
    """Writes one JSON object for each line."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line of a record."""
        return _json(_known(record))


FORMATTERS: dict[str, type[logging.Formatter]] = {
    "text": KeyValueFormatter,
    "json": JsonFormatter,
}


def _known(record: logging.LogRecord) -> Fields:
    second = int(record.created)
    known: Fields = {
        "time": f"{_second(second)}.{int((record.created - second) * 1000):03}Z",
        "level": _LEVELS.get(record.levelno) or record.levelname.lower(),
        "part": record.name,
        "event": record.getMessage(),
    }
    fields: Fields = getattr(record, _FIELDS, {})
    known.update({key: value for key, value in fields.items() if value is not None})
    if record.exc_info and (error := record.exc_info[1]) is not None:
        known["error"] = type(error).__name__
        known["where"] = "".join(traceback.format_tb(error.__traceback__))
    return known


@lru_cache(maxsize=8)
def _second(seconds: int) -> str:
    """Write a second; a busy one has many events."""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%S}"


def _word(value: str | float | None) -> str:
    text = str(value)
    if _PLAIN.fullmatch(text):
        return text
    return _json(text)


def _json(value: Fields | str) -> str:
    """Write JSON that no terminal obeys: it may hold what strangers are called."""
    written = json.dumps(value, ensure_ascii=False)
    return "".join(map(_shown, written)) if not written.isprintable() else written


def _shown(character: str) -> str:
    return character if character.isprintable() else json.dumps(character)[1:-1]
