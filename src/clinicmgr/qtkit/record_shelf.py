"""What a domain says about a list of records that is kept in a record book."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from clinicmgr.kernel.fields import Field


class Shelf(Protocol):
    """What a domain says about one list; each verb is one change and may raise a UserError."""

    def records(self) -> Sequence[Any]:
        """Return what the list shows."""

    def name(self, record: Any) -> str:
        """Return what the record is called in titles and messages."""

    def values(self, record: Any) -> Mapping[str, object]:
        """Return the record as values of the form."""

    def fresh(self) -> Mapping[str, object]:
        """Return the values that a new record begins with."""

    def add(self, values: Mapping[str, Any]) -> Hashable:
        """Add a record; return its id."""

    def change(self, record: Any, values: Mapping[str, Any]) -> Hashable:
        """Give a record other values; return its id, which may be another one."""

    def remove(self, record: Any) -> None:
        """Remove a record."""

    def warning(self, record: Any) -> str:
        """Return what is to be known before the record is removed."""


@dataclass(frozen=True, slots=True)
class BookWords:
    """What a list is called ("Rooms"), its verb and a new record ("Add room", "New room").

    `fields` are those of the form; `halves` names further ones that stand side by side. `less` are
    the columns that make room while the form is open.
    """

    title: str
    add: str
    new: str
    fields: Sequence[Field]
    halves: frozenset[str] = frozenset()
    less: frozenset[str] = frozenset()
