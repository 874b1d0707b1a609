"""Shifts that are wanted against those that are there: what is added, removed and left out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.records import Facts, Person, Shift, ShiftDraft, Violation
from clinicmgr.schedule.records.week_plans_applying import (
    Cause,
    Conflicts,
    Exempt,
    Laying,
    Outcome,
)
from clinicmgr.schedule.rules import finding
from clinicmgr.schedule.rules.absence import CLOSURE, EMPLOYMENT, LEAVE
from clinicmgr.schedule.rules.inforce import InForce, in_force, usual_line
from clinicmgr.schedule.rules.moments import NEW_SHIFT, begin, finish, in_order
from clinicmgr.schedule.rules.succession import DOUBLE_BOOKING
from clinicmgr.schedule.rules.words import day_text, times_text

_ABSENCES = ((EMPLOYMENT, Cause.NOT_EMPLOYED), (LEAVE, Cause.LEAVE))
_NOT_WARNED = frozenset({EMPLOYMENT.id, LEAVE.id, CLOSURE.id})
Key = tuple[object, ...]


def outcome(
    wanted: Iterable[ShiftDraft],
    there: Sequence[Shift],
    days: Iterable[date],
    facts: Facts,
    laying: Laying,
) -> Outcome:
    """Return what laying the wanted shifts down on these days does.

    `there` are the shifts of these days and of the days around them. Nobody gets a shift on a day
    the practice is closed, on a day of leave, outside of the employment, or over a locked shift,
    whatever the rulebook says; all other rules are only told.
    """
    targets = frozenset(days)
    return _Weighing(targets, there, facts, laying).outcome(wanted)


@dataclass(slots=True)
class _Weighing:
    """One weighing of wanted shifts against those that are there."""

    days: frozenset[date]
    around: Sequence[Shift]
    facts: Facts
    laying: Laying
    add: list[ShiftDraft] = field(default_factory=list)
    skipped: list[Exempt] = field(default_factory=list)
    opened: list[Exempt] = field(default_factory=list)

    def outcome(self, wanted: Iterable[ShiftDraft]) -> Outcome:
        there = [one for one in self.around if one.day in self.days]
        replaces = self.laying.conflicts is Conflicts.REPLACE
        left = _Twins(there, exact=replaces)
        busy = {(one.member_id, one.day) for one in there}
        locked = [one for one in self.around if one.locked and one.member_id is not None]
        blocked = _by_person(locked)
        for first in wanted:
            draft = self._placed(first)
            if draft is None or left.take(draft):
                continue
            reason = self._against(draft, busy, blocked.get(draft.member_id or 0, ()))
            if reason is None:
                self._add(first, draft)
            else:
                self.skipped.append(reason)
        gone = tuple(one for one in left.remaining() if not one.locked) if replaces else ()
        warned = tuple(self._warned({one.id for one in gone}))
        return Outcome(
            tuple(self.add), gone, left.taken, tuple(self.skipped), tuple(self.opened), warned
        )

    def _placed(self, wanted: ShiftDraft) -> ShiftDraft | None:
        """The shift as it can be given on the day; None: not at all, which is then noted."""
        draft = replace(wanted, locked=False)
        if self.laying.all_open:
            draft = replace(draft, member_id=None)
        away = _closed(draft, self.facts) or _absent(draft, self.facts)
        if away is None:
            return draft
        if away.cause is Cause.CLOSED or not self.laying.absent_open:
            self.skipped.append(away)
            return None
        return replace(draft, member_id=None)

    def _against(
        self, draft: ShiftDraft, busy: set[tuple[int | None, date]], locked: Sequence[Shift]
    ) -> Exempt | None:
        for one in locked:
            if begin(one) < finish(draft) and begin(draft) < finish(one):
                reason = _("{times} on {day} is locked").format(
                    times=times_text(one.start, one.end, self.facts),
                    day=day_text(one.day, self.facts),
                )
                return Exempt(draft, Cause.LOCKED, reason)
        only_empty = self.laying.conflicts is Conflicts.ONLY_EMPTY
        if only_empty and draft.member_id is not None and (draft.member_id, draft.day) in busy:
            reason = _("has a shift already on {day}").format(day=day_text(draft.day, self.facts))
            return Exempt(draft, Cause.BUSY, reason)
        return None

    def _add(self, wanted: ShiftDraft, draft: ShiftDraft) -> None:
        self.add.append(draft)
        if draft.member_id is None and wanted.member_id is not None and not self.laying.all_open:
            away = _absent(wanted, self.facts)
            if away is not None:
                self.opened.append(away)

    def _warned(self, gone: set[int]) -> Iterator[Violation]:
        """What the added shifts break, of the rules that look at a shift by itself, and overlaps.

        Hours, rest and demand are seen on the grid, where all of it is checked.
        """
        rules = _told(self.facts)
        fresh = _by_person(draft.with_id(-at) for at, draft in enumerate(self.add, 1))
        kept = _by_person(one for one in self.around if one.id not in gone)
        for member_id, added in fresh.items():
            person = self.facts.people.get(member_id)
            if person is None:
                continue
            ids = {one.id for one in added}
            own = in_order((*added, *kept.get(member_id, ())))
            for found in finding.of_person(person, own, self.facts, rules):
                if ids.intersection(found.shift_ids):
                    yield found


class _Twins:
    """The shifts that are there, each to be taken once by one that is the same.

    `exact` asks for the same note, break and type too, except of locked shifts.
    """

    def __init__(self, there: Iterable[Shift], *, exact: bool) -> None:
        self._exact = exact
        self._left: dict[Key, list[Shift]] = {}
        self.taken = 0
        for one in in_order(there):
            self._left.setdefault(self._key(one, one.locked), []).append(one)

    def take(self, draft: ShiftDraft) -> bool:
        """Whether the same is there and was not taken yet."""
        for key in dict.fromkeys((self._key(draft, True), self._key(draft, False))):
            if self._left.get(key):
                self._left[key].pop(0)
                self.taken += 1
                return True
        return False

    def remaining(self) -> list[Shift]:
        """Those that nobody took, in order of time."""
        return in_order(one for each in self._left.values() for one in each)

    def _key(self, shift: Shift | ShiftDraft, locked: bool) -> Key:
        key = what(shift)
        if self._exact and not locked:
            return (*key, shift.break_minutes, shift.note, shift.type_id)
        return key


def what(shift: Shift | ShiftDraft) -> Key:
    """Return what makes two shifts the same: who works when as what, and where."""
    place = None if shift.room_id is not None else shift.site_id
    return (
        shift.day,
        shift.start,
        shift.end,
        shift.member_id,
        shift.position_id,
        shift.room_id,
        place,
    )


def _closed(draft: ShiftDraft, facts: Facts) -> Exempt | None:
    why = facts.closures.get(draft.day)
    if why is None:
        return None
    reason = _("closed on {day}: {why}").format(day=day_text(draft.day, facts), why=why)
    return Exempt(draft, Cause.CLOSED, reason)


def _absent(draft: ShiftDraft, facts: Facts) -> Exempt | None:
    person = facts.people.get(draft.member_id) if draft.member_id is not None else None
    if person is None:
        return None
    return next(_absences(person, draft, facts), None)


def _absences(person: Person, draft: ShiftDraft, facts: Facts) -> Iterator[Exempt]:
    shift = draft.with_id(NEW_SHIFT)
    for rule, cause in _ABSENCES:
        for found in rule.find(usual_line(rule, facts.limits), person, (shift,), facts):
            yield Exempt(draft, cause, found.reason)


def _told(facts: Facts) -> InForce:
    rules = in_force(facts)
    told = tuple(
        one
        for one in rules.people
        if (one.rule.alone and one.rule.id not in _NOT_WARNED) or one.rule.id == DOUBLE_BOOKING.id
    )
    return InForce(told, (), (), rules.reach)


def _by_person(shifts: Iterable[Shift]) -> dict[int, list[Shift]]:
    found: dict[int, list[Shift]] = {}
    for one in shifts:
        if one.member_id is not None:
            found.setdefault(one.member_id, []).append(one)
    return found
