"""Timesheets: everything read once, then computed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from clinicmgr.hours import rules
from clinicmgr.hours.records import Adjustment, Correction, PayPeriod, SignOff, Stretch, Timesheet
from clinicmgr.hours.service.adjusting import Adjusting
from clinicmgr.hours.service.ledger import Ledger
from clinicmgr.hours.service.paying import Paying
from clinicmgr.hours.service.spans import Spans
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import week_of
from clinicmgr.kernel.settings import Settings
from clinicmgr.schedule.records import Facts, Person, Shift
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff

DAY = timedelta(days=1)
Owned = TypeVar("Owned", Shift, Stretch, Correction, Adjustment)


class Sheets:
    """Brings hours, roster, leave, pay and rules of a span together and asks the rules."""

    def __init__(
        self,
        journal: Journal,
        staff: Staff,
        schedule: Schedule,
        settings: Settings,
        clock: Clock,
        books: tuple[Paying, Spans, Ledger, Adjusting],
    ) -> None:
        self._journal = journal
        self._staff = staff
        self._schedule = schedule
        self._settings = settings
        self._clock = clock
        self._paying, self._spans, self._ledger, self._adjusting = books

    def all(
        self, first: date, last: date, member_ids: Collection[int] | None = None
    ) -> tuple[Timesheet, ...]:
        """Return the sheet of everybody employed on a day of the span, by name.

        With `member_ids` only theirs. Signatures are told where the span is one pay period.
        """
        with self._journal.read():  # one session for all that is asked
            # A night reaches over from the day before, and overtime needs the whole first week.
            since = week_of(first, self._settings.current().week_start) - DAY
            facts = self._schedule.facts(since, last)
            gathered = _Gathered(
                self._schedule.shifts(since, last),
                self._ledger.stretches(since, last),
                self._ledger.corrections(first, last),
                self._adjusting.paid_between(first, last),
                self._staff.pay_rates_if_allowed(),
                self._signatures(first, last),
            )
            material = self._material(first, last, facts, gathered)
        wanted = [
            person
            for person in facts.people.values()
            if person.started <= last
            and (person.ended is None or person.ended >= first)
            and (member_ids is None or person.id in member_ids)
        ]
        ordered = sorted(wanted, key=lambda one: (one.name, one.id))
        return tuple(rules.timesheet(work, material) for work in gathered.by_person(ordered))

    def _material(
        self, first: date, last: date, facts: Facts, gathered: _Gathered
    ) -> rules.Material:
        now = self._clock.now()
        entered = frozenset(one.day for one in gathered.stretches)
        since = week_of(first, facts.week_start) - DAY
        return rules.Material(
            first,
            last,
            rules.Moment(now.date(), now.hour * 60 + now.minute, entered),
            self._paying.rules(),
            self._paying.default(),
            rules.Bands(
                self._paying.differentials(),
                frozenset(self._schedule.public_holidays(since, last + DAY)),
                facts.zone,
            ),
            facts.closures,
            facts.week_start,
        )

    def _signatures(self, first: date, last: date) -> dict[int, SignOff]:
        period: PayPeriod = self._spans.of(first)
        return self._spans.sign_offs(period) if period.last == last else {}


@dataclass(frozen=True, slots=True)
class _Gathered:
    """All that was read."""

    shifts: list[Shift]
    stretches: list[Stretch]
    corrections: list[Correction]
    adjustments: list[Adjustment]
    rates: dict[int, Dated[int]] | None
    signatures: dict[int, SignOff]

    def by_person(self, people: Iterable[Person]) -> Iterator[rules.Work]:
        """Yield what is known of each person."""
        shifts = _own(self.shifts)
        stretches = _own(self.stretches)
        corrections = _own(self.corrections)
        adjustments = _own(self.adjustments)
        for person in people:
            own = person.id
            yield rules.Work(
                person,
                shifts.get(own, ()),
                stretches.get(own, ()),
                corrections.get(own, ()),
                adjustments.get(own, ()),
                None if self.rates is None else self.rates.get(own, Dated()),
                self.signatures.get(own),
            )


def _own(records: Iterable[Owned]) -> dict[int | None, list[Owned]]:
    """Return the records of each person."""
    found: dict[int | None, list[Owned]] = {}
    for each in records:
        found.setdefault(each.member_id, []).append(each)
    return found
