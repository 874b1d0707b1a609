"""What importing a file of CMS would do; the same for a trial and in earnest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from clinicmgr.exchange import Fate, ImportPlan, PlannedRow, RowError
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.rates.records import IndexSetDraft, ReleaseDraft
from clinicmgr.rates.service import Rates

D = TypeVar("D", ReleaseDraft, IndexSetDraft)


@dataclass(frozen=True, slots=True)
class CmsPlan(ImportPlan[D], Generic[D]):
    """A whole file is one record: `draft` is None if it has errors; `lines` counts its lines.

    `known` says that the very same is on record already.
    """

    draft: D | None = None
    lines: int = 0
    known: bool = False

    @property
    def new(self) -> tuple[D, ...]:
        """The file, if it is to be imported."""
        return () if self.draft is None or self.known else (self.draft,)

    @property
    def changed(self) -> tuple[tuple[int, D], ...]:
        """Nothing: a file on record is never changed."""
        return ()

    @property
    def counts(self) -> dict[Fate, int]:
        """How many lines are new, as on record, and wrong."""
        wrong = len(self.rows)
        good = self.lines - wrong if self.draft is None else self.lines
        return {
            Fate.NEW: 0 if self.known else good,
            Fate.CHANGED: 0,
            Fate.SAME: good if self.known else 0,
            Fate.ERROR: wrong,
        }


class ReleaseImporter:
    """Keeps a Relative Value File that was planned."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates

    def apply(self, new: Sequence[ReleaseDraft], changed: Sequence[tuple[int, object]]) -> None:
        """Keep it in one named change."""
        for draft in new:
            self._rates.keep_release(draft)


class IndexImporter:
    """Keeps a GPCI file that was planned."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates

    def apply(self, new: Sequence[IndexSetDraft], changed: Sequence[tuple[int, object]]) -> None:
        """Keep it in one named change."""
        for draft in new:
            self._rates.keep_index_set(draft)


def error_rows(errors: Sequence[RowError]) -> tuple[PlannedRow[Any], ...]:
    """Return a row for each line with errors."""
    by_line: dict[int, list[RowError]] = {}
    for fault in errors:
        by_line.setdefault(fault.line, []).append(fault)
    return tuple(
        PlannedRow(line, Fate.ERROR, None, None, tuple(faults))
        for line, faults in sorted(by_line.items())
    )


def refuse_errors(plan: ImportPlan[D], file: str) -> None:
    """Raise a UserError where the plan has errors."""
    if plan.errors:
        count = plan.counts[Fate.ERROR]
        raise UserError(
            ngettext(
                "{count} line of {file} has an error and nothing was imported. {first}",
                "{count} lines of {file} have errors and nothing was imported. First: {first}",
                count,
            ).format(count=count, file=file, first=plan.errors[0])
        )


def nothing_in(file: str) -> UserError:
    """Say that a file has headings and no lines."""
    return UserError(
        _("“{file}” has headings but no lines: it is cut off. Download it again.").format(file=file)
    )
