"""A wall clock that a test moves on."""


class Wall:
    """Seconds since 1970, as the operating system would tell them."""

    def __init__(self) -> None:
        self.seconds = 1_800_000_000

    def __call__(self) -> int:
        return self.seconds
