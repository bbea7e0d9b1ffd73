"""Tells how near a name is to what was typed of it."""


def distance(wanted: str, name: str) -> int | None:
    """Give 0 where a name begins so, 1 where it holds that, 2 where its letters do.

    None where the letters do not come in that order. Both are folded already.
    """
    if name.startswith(wanted):
        return 0
    if wanted in name:
        return 1
    letters = iter(name)
    return 2 if all(letter in letters for letter in wanted) else None
