"""The news that follows a committed change, and what the journal tells of a change."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """Whether an entry was done, or takes another one back; undo never reaches behind a start."""

    START = "start"
    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Changed:
    """Which domains a committed entry touched; sent once, after the commit."""

    domains: frozenset[str]
    title: str
    entry_id: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One named change in the audit trail."""

    id: int
    at: datetime
    who: str
    needs: str
    kind: Kind
    title: str
    undoes: int | None
    changes: int
    tables: frozenset[str]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that an entry touched: before None is an added row, after None a removed one."""

    table: str
    row_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def domain_of(table: str) -> str:
    """Return the domain a table belongs to: the word before the first underscore."""
    return table.partition("_")[0]
