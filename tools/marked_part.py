"""Replaces a part of a page that stands between two markers."""


def replace_part(page: str, begin: str, end: str, part: str) -> str:
    """Give the page with another part; `part` brings its markers along.

    Raises:
        ValueError: the page lacks one of the two markers.
    """
    before, _, after = _parted(page, begin, end)
    return before + part + after


def part_of(page: str, begin: str, end: str) -> str:
    """Give what stands between two markers.

    Raises:
        ValueError: the page lacks one of them.
    """
    return _parted(page, begin, end)[1]


def _parted(page: str, begin: str, end: str) -> tuple[str, str, str]:
    before, found_begin, rest = page.partition(begin)
    part, found_end, after = rest.partition(end)
    if not (found_begin and found_end):
        raise ValueError(f"the page lacks the markers {begin} and {end}")
    return before, part, after
