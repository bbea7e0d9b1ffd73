"""Banners above the composer: what happened, and a button that helps."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import NoticeAction, Tone
from chatapp.views.banner import MOST_LINES, Banner
from chatapp.views.look.palette import Look

# How much of the window's height all notices may take.
_SHARE = 1 / 3
# Several notices have so many lines each, if they have as many; else they take turns.
_FEWEST_LINES = 2
_ABOVE, _LOW_ABOVE, _BELOW = 6, 2, 2


class Notices(ttk.Frame):
    """The banners, each under a key; the newest stands lowest.

    Those for which there is no room wait until a newer one goes, or until one asks.
    """

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Page.TFrame")
        self._look = look
        self._banners: dict[str, Banner] = {}
        self._shown: list[Banner] = []
        self._plan = ""
        self._low = False
        self.bind("<Destroy>", self._forget_plan, add="+")
        # Their room depends on the window's height, also where their own stays.
        master.bind("<Configure>", lambda _event: self._plan_to_fit(), add="+")

    def show(
        self,
        key: str,
        text: str,
        tone: Tone,
        *actions: NoticeAction,
        dismissable: bool = True,
    ) -> None:
        """Show a banner, in place of the one with the same key."""
        banner = self._banners.get(key) or self._new(key)
        banner.fill(text, tone, dismissable=dismissable)
        banner.offer(*actions)
        self._plan_to_fit()

    def hide(self, key: str) -> None:
        """Take a banner away."""
        banner = self._banners.pop(key, None)
        if banner:
            banner.destroy()
            if banner in self._shown:
                self._shown.remove(banner)
            self._plan_to_fit()
            if not self._banners:
                # An emptied frame keeps its height until it is told otherwise.
                self.configure(height=1)

    def show_low(self, low: bool) -> None:
        """Leave less free where the window is low."""
        self._low = low
        for banner in self._banners.values():
            banner.show_low(low)
            banner.pack_forget()
        self._shown = []
        self._plan_to_fit()

    def banner(self, key: str) -> Banner | None:
        """Give the banner of this key, if there is one."""
        return self._banners.get(key)

    def _new(self, key: str) -> Banner:
        banner = self._banners[key] = Banner(self, self._look)
        banner.on_dismiss = lambda: self.hide(key)
        banner.on_more = self._turn
        banner.show_low(self._low)
        banner.bind("<Configure>", lambda _event: self._plan_to_fit(), add="+")
        # It has to have its width before one can tell how high it is.
        self._put(banner)
        self._shown.append(banner)
        return banner

    def _put(self, banner: Banner) -> None:
        banner.pack(fill="x")
        self._look.space(banner, padx=20, pady=(self._above, _BELOW))

    @property
    def _above(self) -> int:
        return _LOW_ABOVE if self._low else _ABOVE

    def _turn(self) -> None:
        """Have the newest wait until all the others were seen."""
        key, newest = self._banners.popitem()
        self._banners = {key: newest, **self._banners}
        self._plan_to_fit()

    # -- how many there is room for -----------------------------------------------

    def _plan_to_fit(self) -> None:
        if not self._plan:
            self._plan = self.after_idle(self._fit)

    def _forget_plan(self, event: "tk.Event[tk.Misc]") -> None:
        if event.widget is self and self._plan:
            self.after_cancel(self._plan)

    def _fit(self) -> None:
        """Show as many of the newest as there is room for, and how many wait."""
        self._plan = ""
        banners = list(self._banners.values())
        if not banners:
            return
        self.update_idletasks()
        count, lines = self._room(banners)
        shown = banners[len(banners) - count :]
        if shown != self._shown:
            for banner in banners:
                banner.pack_forget()
            for banner in shown:
                self._put(banner)
            self._shown = shown
        waiting = len(banners) - count
        more = _("and {count} more").format(count=waiting)
        for banner in banners:
            banner.take(lines)
            if waiting and banner is banners[-1]:
                banner.tell_more(more, f"+{waiting}")
            else:
                banner.tell_more("", "")

    def _room(self, banners: list[Banner]) -> tuple[int, int]:
        """Tell how many of the newest there is room for, of how many lines each."""
        most = _SHARE * self.winfo_toplevel().winfo_height()
        between = self._look.px(self._above) + self._look.px(_BELOW)
        for count in range(len(banners), 0, -1):
            newest = banners[len(banners) - count :]
            fewest = 1 if count == 1 else _FEWEST_LINES
            for lines in range(MOST_LINES, fewest - 1, -1):
                if sum(between + it.height_of(lines) for it in newest) <= most:
                    return count, lines
        return 1, 1
