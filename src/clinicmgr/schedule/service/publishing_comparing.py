"""The roster as it is now beside how it was published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.journal import Journal
from clinicmgr.schedule.records import Shift
from clinicmgr.schedule.records.publishing import Publication
from clinicmgr.schedule.rules.changes import Pair, pairs
from clinicmgr.schedule.service.publishing_versions import Versions
from clinicmgr.schedule.service.reading import shifts_between, shifts_by_id


@dataclass(frozen=True, slots=True)
class Compared:
    """The roster beside the versions that hold; `unheld` are the shifts of unpublished days."""

    holding: dict[date, Publication]
    found: Sequence[Pair]
    unheld: Sequence[Shift]


def compared(
    journal: Journal,
    versions: Versions,
    first: date,
    last: date,
    since: int | None,
    shifts: Iterable[Shift] | None = None,
) -> Compared:
    """Compare the roster from first to last with the versions up to a number.

    `shifts` are those of the period, where they are at hand; others are left out.
    """
    holding = versions.holding(first, last, since)
    before = versions.shifts(holding)
    with journal.read() as db:
        given = shifts_between(db, first, last) if shifts is None else shifts
        here = [one for one in given if first <= one.day <= last]
        after = [one for one in here if one.day in holding]
        gone, fresh = unmatched(before, after)
        now_elsewhere = shifts_by_id(db, gone)
    was_elsewhere = versions.published(fresh, since)
    found = pairs(before, after, now_elsewhere, was_elsewhere)
    return Compared(holding, found, [one for one in here if one.day not in holding])


def unmatched(before: Iterable[Shift], after: Iterable[Shift]) -> tuple[set[int], set[int]]:
    """Return the ids that are only before, and those that are only after."""
    old, new = {one.id for one in before}, {one.id for one in after}
    return old - new, new - old
