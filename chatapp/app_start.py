"""Opens the program's first window as it was asked for, and runs it to its end."""

import gc
import logging
import os
import random
from functools import partial
from typing import TYPE_CHECKING

from chatapp.command_line import Options
from chatapp.controllers.look.taste import taste_of
from chatapp.controllers.theme import ThemeController
from chatapp.models.program.folders import data_folder
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.settings import Settings
from chatapp.views.look.system_mode import system_is_dark
from chatapp.views.windows.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chatapp.app import ChatApp
    from chatapp.models.servers.saved_servers import SavedServer, SavedServers


def build(options: Options) -> "ChatApp":
    """Build the program and open its first window, which is seen before all else."""
    settings = Settings.load()
    taste = partial(taste_of, settings)
    theme = ThemeController(random.SystemRandom(), system_is_dark, taste)
    if options.palette:
        theme.choose(options.palette)
    elif settings[table.START_PALETTE]:
        theme.begin_with(settings[table.START_PALETTE])
    window = MainWindow(
        theme.palette,
        data_folder(os.environ),
        zoom=settings[table.ZOOM],
        size=settings.window_size,
    )
    window.on_zoom = partial(settings.change, table.ZOOM)
    window.on_resized = settings.remember_size
    saved, at_once = _saved_servers(settings, options)
    if not at_once:
        window.show_first()
    gc.enable()
    # Half of the program's code, which takes its time to load.
    from chatapp.app import ChatApp  # noqa: PLC0415

    app = ChatApp(
        window, settings, saved, theme, options.hosting_port, options.no_announce
    )
    if at_once:
        app.begin_with(at_once)
    else:
        _begin(app, settings, options)
    return app


def _saved_servers(
    settings: Settings, options: Options
) -> "tuple[SavedServers, Sequence[SavedServer]]":
    """Give the saved servers, and those of them that are joined at once."""
    # Loaded when Tk is there, as what the first window needs comes first.
    from chatapp.controllers.servers.at_start import joined_at_once  # noqa: PLC0415
    from chatapp.models.servers.saved_servers import SavedServers  # noqa: PLC0415

    saved = SavedServers.load()
    if options.leads_somewhere or options.sign_in:
        return saved, ()
    return saved, joined_at_once(saved.all(), settings.last_sign_in)


def _begin(app: "ChatApp", settings: Settings, options: Options) -> None:
    """Have the sign-in begin as it was asked for."""
    # Loaded when the window is seen.
    from chatapp.controllers.sign_in.first_form import initial_form  # noqa: PLC0415
    from chatapp.models.program.system_user import system_user  # noqa: PLC0415

    signing_in = app.open_sign_in(
        initial_form(
            settings,
            system_user(),
            address=options.address,
            port=options.port,
            username=options.username,
        )
    )
    if options.host:
        signing_in.login.host(as_before=options.username is None)
    elif options.connect:
        signing_in.login.sign_in_with_form()
    elif options.address is None:
        signing_in.own_chat.look()


def run(options: Options) -> int:
    """Run chatapp until its last window is closed; return the exit code."""
    logging.basicConfig(level=logging.WARNING)
    app = build(options)
    from chatapp.models.program.ending import Ending  # noqa: PLC0415 - loaded by now

    ending = Ending(app.mailbox, app.end)
    ending.listen_to_signals()
    app.window.run()
    gc.disable()  # a thread that collected one of Tk's pictures now would wait for Tk
    app.wait_until_ended()
    return ending.exit_code
