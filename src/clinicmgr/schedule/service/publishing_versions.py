"""Which version holds on which day, and how shifts were told to the staff."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import days
from clinicmgr.schedule.records import Shift
from clinicmgr.schedule.records.publishing import Announced, Publication
from clinicmgr.schedule.rules.changes import what_is_told
from clinicmgr.schedule.service.publishing_reading import (
    all_publications,
    lines_by_shift,
    lines_of,
    publications_between,
)

_MOST_KEPT = 64


class Versions:
    """Reads publications; what one holds never changes, so the last ones read are kept."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._kept: dict[int, tuple[Shift, ...]] = {}

    def all(self) -> list[Publication]:
        """Return all publications, the oldest first."""
        with self._journal.read() as db:
            return all_publications(db)

    def holding(self, first: date, last: date, until: int | None = None) -> dict[date, Publication]:
        """Return for each published day the version that holds, of those up to a number."""
        with self._journal.read() as db:
            found = publications_between(db, first, last)
        return {
            day: one
            for one in found
            if until is None or one.number <= until
            for day in days(max(first, one.first), min(last, one.last))
        }

    def shifts(self, holding: dict[date, Publication]) -> list[Shift]:
        """Return the shifts of those days as the versions that hold have them, by time."""
        versions = {one.id: one for one in holding.values()}.values()
        found = [
            shift
            for one in versions
            for shift in self.lines(one)
            if shift.day in holding and holding[shift.day].id == one.id
        ]
        return sorted(found, key=lambda one: (one.day, one.start, one.id))

    def lines(self, publication: Publication) -> tuple[Shift, ...]:
        """Return the shifts of one version, in order of time."""
        known = self._kept.get(publication.batch)
        if known is None:
            with self._journal.read() as db:
                known = tuple(lines_of(db, publication.batch))
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[publication.batch] = known
        return known

    def published(self, ids: Collection[int], until: int | None = None) -> dict[int, Shift]:
        """Return how some shifts were published last, on whatever day, if that still holds."""
        if not ids:
            return {}
        with self._journal.read() as db:
            everything = all_publications(db)
            found = lines_by_shift(db, ids)
        told: dict[int, Shift] = {}
        for one in everything:
            if until is not None and one.number > until:
                break
            told = {id_: shift for id_, shift in told.items() if not one.holds(shift.day)}
            told |= found.get(one.batch, {})
        return told

    def announced(self, ids: Collection[int]) -> list[Announced]:
        """Return how some shifts stand in the calendars of the staff, by time.

        Each publication that has another day, time, place, person or note for a shift, or no
        longer has it, counts.
        """
        with self._journal.read() as db:
            everything = all_publications(db)
            found = lines_by_shift(db, ids)
        story = {id_: _Story() for id_ in ids}
        known: set[int] = set()
        for one in everything:
            lines = found.get(one.batch, {})
            for id_ in known - lines.keys():
                story[id_].miss(one)
            for id_, shift in lines.items():
                story[id_].tell(shift)
            known |= lines.keys()
        told = [each for one in story.values() for each in one.told()]
        return sorted(told, key=lambda one: (one.shift.day, one.shift.start, one.shift.id))


@dataclass(slots=True)
class _Story:
    """What was told of one shift, publication after publication."""

    shift: Shift | None = None
    sequence: int = 0
    canceled: bool = False
    members: frozenset[int | None] = frozenset()

    def tell(self, shift: Shift) -> None:
        if self.shift is not None:
            other = self.canceled or what_is_told(self.shift) != what_is_told(shift)
            self.sequence += other
        self.shift, self.canceled = shift, False
        self.members |= {shift.member_id}

    def miss(self, publication: Publication) -> None:
        if self.shift is not None and not self.canceled and publication.holds(self.shift.day):
            self.canceled = True
            self.sequence += 1

    def told(self) -> Iterable[Announced]:
        if self.shift is not None:
            yield Announced(self.shift, self.sequence, self.canceled, self.members)
