"""What others write has the window fetch nothing: no pictures, and no previews."""

import ast
from pathlib import Path

import chatapp

ROOT = Path(chatapp.__file__).parent
FETCHING = {"ftplib", "http", "imaplib", "smtplib", "urllib.request", "xmlrpc"}
CONNECTING = {"asyncio", "socket", "socketserver", "ssl"}
GOES_TO_SERVERS = ("connection", "discovery", "doctor", "hosting")
ELSEWHERE = {
    "models/desktop/notice_loop.py",  # the system's notices
    "models/program/mailbox.py",  # wakes the main thread
    "models/program/main_loop.py",
    "models/settings/headless_settings.py",  # reads a certificate
    "views/windows/tk_loop.py",
}


def imported(source):
    """Give the modules that are imported anywhere in a source."""
    for each in ast.walk(ast.parse(source)):
        if isinstance(each, ast.Import):
            yield from (alias.name for alias in each.names)
        elif isinstance(each, ast.ImportFrom) and each.module:
            yield each.module
            yield from (f"{each.module}.{alias.name}" for alias in each.names)


def importers_of(modules):
    """Give the paths of what imports one of these modules, or something in them."""
    for path in sorted(ROOT.rglob("*.py")):
        names = set(imported(path.read_text(encoding="utf-8")))
        if names & modules or {it.partition(".")[0] for it in names} & modules:
            yield path.relative_to(ROOT).as_posix()


def test_no_part_of_the_window_knows_how_to_fetch_anything():
    assert list(importers_of(FETCHING)) == []


def test_only_what_goes_to_servers_connects():
    folders = tuple(f"models/{each}/" for each in GOES_TO_SERVERS)

    others = {it for it in importers_of(CONNECTING) if not it.startswith(folders)}

    assert others == ELSEWHERE


def test_an_import_is_found():
    assert "urllib.request" in imported("def f():\n    from urllib import request")
