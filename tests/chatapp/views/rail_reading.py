"""What tests see and do in a rail."""

HOSTILE_NAME = "a\u202eb\nc\x02" + "👩‍👩‍👧‍👦" * 20


def texts(rail) -> list[str]:
    canvas = rail.canvas
    return [canvas.itemcget(item, "text") for item in texts_of(canvas)]


def place_of(rail, text: str) -> tuple[int, int]:
    canvas = rail.canvas
    item = next(it for it in texts_of(canvas) if canvas.itemcget(it, "text") == text)
    x, y = canvas.coords(item)
    return round(x), round(y)


def click(rail, text: str, settle) -> None:
    canvas = rail.canvas
    x, y = place_of(rail, text)
    canvas.event_generate("<Motion>", x=x, y=y)
    canvas.event_generate("<Button-1>", x=x, y=y)
    canvas.event_generate("<ButtonRelease-1>", x=x, y=y)
    settle()


def press(rail, key: str, settle) -> None:
    rail.canvas.event_generate(key)
    settle()


def texts_of(canvas) -> list[int]:
    return [item for item in canvas.find_all() if canvas.type(item) == "text"]
