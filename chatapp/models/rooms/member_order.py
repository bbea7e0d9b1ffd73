"""The order in which a channel's members are listed, kept as they come and go."""

from bisect import insort
from collections.abc import Collection

from chatapp.wire.name_order import Place, place_of

_FEW = 20
"""Among so many times as many who are known, newcomers are put in one by one."""


class MemberOrder:
    """Knows the order as it was, so that few who come or go take little work."""

    def __init__(self) -> None:
        self._known: list[str] = []

    def of(self, members: Collection[str]) -> list[str]:
        """Give folded nicks by their names; the list is not to be changed."""
        known = [key for key in self._known if key in members]
        fresh = set(members).difference(known)
        if len(fresh) * _FEW > len(known):
            known = sorted(members, key=_place)
        else:
            for key in fresh:
                insort(known, key, key=_place)
        self._known = known
        return known


def _place(key: str) -> tuple[Place, str]:
    """Give the place by name; those that are as good as equal have an order, too."""
    return place_of(key), key
