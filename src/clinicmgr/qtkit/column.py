"""What a column of a table shows of a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

R = TypeVar("R")

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its key and title, and functions that read a record.

    `text` is what is shown, copied, searched and read aloud. `sort` gives the value to sort by (the
    text if None). `tone` names a color token for the text; with `pill` the text stands in a pill of
    that tone. `icon` names an icon before the text, `color` a category color for a stripe.
    """

    key: str
    title: str
    text: Callable[[R], str]
    width: int = 140
    align: Align = "left"
    sort: Callable[[R], Any] | None = None
    tone: Callable[[R], str] | None = None
    pill: bool = False
    icon: Callable[[R], str] | None = None
    color: Callable[[R], int | None] | None = None
    strong: bool = False
    stretch: bool = False
    hidden: bool = False

    def sort_key(self, record: R) -> tuple[bool, Any]:
        """What to sort by: records without a value come last."""
        value = self.text(record).casefold() if self.sort is None else self.sort(record)
        return (value is None, value)
