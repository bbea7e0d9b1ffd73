"""How some lines of a conversation are asked for, wherever they stand."""

_PARTS = {"messages": ("indexed_messages", "latest_messages")}
"""What is in the index of conversations, and what is not yet: views of one table."""


def some_of(
    table: str, columns: str, condition: str, order: str, limit: str, offset: str = "0"
) -> str:
    """Give the query for some lines of a target, which is its value :target.

    Args:
        table: "messages" or "past_lines".
        columns: what is asked of each line; its sequence has to be among them.
        condition: what else has to hold, such as "sequence < :before".
        order: "ASC" for those with the lowest numbers, "DESC" for the highest.
        limit: how many, as a number or a named value; -1: all.
        offset: how many of these are passed over.
    """
    parts = " UNION ALL ".join(
        f"SELECT * FROM (SELECT {columns} FROM {part} "  # noqa: S608 - names of ours
        f"WHERE target = :target AND {condition} "
        f"ORDER BY sequence {order} LIMIT {limit} + {offset})"
        for part in _PARTS.get(table, (table,))
    )
    return f"{parts} ORDER BY sequence {order} LIMIT {limit} OFFSET {offset}"
