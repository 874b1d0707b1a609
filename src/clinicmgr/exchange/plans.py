"""What an import will do, row by row, or why it can't."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from clinicmgr.exchange.cells import Cell
from clinicmgr.kernel.i18n import _, ngettext

D_co = TypeVar("D_co", covariant=True)


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class RowError:
    """A cell, or a row (`column` is empty), that can't be imported, and why.

    `line` counts as in the file, `column` is the heading there, `field` the field's name.
    """

    line: int
    column: str
    value: Cell
    sentence: str
    field: str | None = None

    def __str__(self) -> str:
        if not self.column:
            return _("Line {line}: {sentence}").format(line=self.line, sentence=self.sentence)
        return _("Line {line}, {column}: {sentence}").format(
            line=self.line, column=self.column, sentence=self.sentence
        )


@dataclass(frozen=True, slots=True)
class PlannedRow(Generic[D_co]):
    """One row: its draft (None with errors), and the record it changes (None: a new one)."""

    line: int
    fate: Fate
    draft: D_co | None
    matched: int | None
    errors: tuple[RowError, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan(Generic[D_co]):
    """All rows of a file with what becomes of them; the same for a dry run and a real one."""

    rows: tuple[PlannedRow[D_co], ...]
    notes: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[RowError, ...]:
        """Every error, in the order of the file."""
        return tuple(error for row in self.rows for error in row.errors)

    @property
    def new(self) -> tuple[D_co, ...]:
        """The drafts of the records that will be added."""
        return tuple(row.draft for row in self._with(Fate.NEW) if row.draft is not None)

    @property
    def changed(self) -> tuple[tuple[int, D_co], ...]:
        """The records that will be changed: (id, draft)."""
        return tuple(
            (row.matched, row.draft)
            for row in self._with(Fate.CHANGED)
            if row.matched is not None and row.draft is not None
        )

    @property
    def counts(self) -> dict[Fate, int]:
        """How many rows are new, changed, same and wrong."""
        counted = Counter(row.fate for row in self.rows)
        return {fate: counted[fate] for fate in Fate}

    def summary(self) -> str:
        """Return the counts as a sentence: "12 new, 3 changed, 85 same, 2 with errors."."""
        counts = self.counts
        return _("{new} new, {changed} changed, {same} same, {errors}.").format(
            new=counts[Fate.NEW],
            changed=counts[Fate.CHANGED],
            same=counts[Fate.SAME],
            errors=ngettext("{n} with errors", "{n} with errors", counts[Fate.ERROR]).format(
                n=counts[Fate.ERROR]
            ),
        )

    def _with(self, fate: Fate) -> Iterable[PlannedRow[D_co]]:
        return (row for row in self.rows if row.fate == fate)
