"""What the rules say about the roster on record."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from clinicmgr.kernel.domain import Due
from clinicmgr.kernel.periods import days
from clinicmgr.kernel.settings import Settings
from clinicmgr.places.service import Places
from clinicmgr.schedule import rules
from clinicmgr.schedule.records import (
    Coverage,
    Explanation,
    Facts,
    Gap,
    Labor,
    Shift,
    ShiftDraft,
    Violation,
)
from clinicmgr.schedule.service.closures import Closures
from clinicmgr.schedule.service.gathering import gather
from clinicmgr.schedule.service.outages import Outages
from clinicmgr.schedule.service.patterns import Patterns
from clinicmgr.schedule.service.roster import Roster
from clinicmgr.schedule.service.rulebook import RuleBook
from clinicmgr.staff.service import Staff

DAY = timedelta(days=1)
DAYS_AHEAD = 14
"""How far ahead gaps and broken rules are told."""


class Review:
    """Brings the shifts and the facts of a period together and asks the rules."""

    def __init__(  # noqa: PLR0913, PLR0917 - the one place where all that rules ask comes together
        self,
        staff: Staff,
        places: Places,
        settings: Settings,
        roster: Roster,
        patterns: Patterns,
        closures: Closures,
        outages: Outages,
        rulebook: RuleBook,
    ) -> None:
        self._staff = staff
        self._places = places
        self._settings = settings
        self._roster = roster
        self._patterns = patterns
        self._closures = closures
        self._outages = outages
        self._rulebook = rulebook

    def facts(self, first: date, last: date) -> Facts:
        """Return everything the rules look at."""
        facts = gather(
            self._staff,
            self._places,
            self._settings.current(),
            tuple(self._patterns.demand()),
            self._closures.reasons(first - rules.CARRY_IN, last + rules.CARRY_OUT),
            (first, last),
        )
        outages = self._outages.between(first - rules.CARRY_IN, last + rules.CARRY_OUT)
        facts = replace(facts, outages=outages, book=self._rulebook.book(first, last))
        in_force = rules.in_force(facts)
        names = {one.id: one.name for one in self._patterns.shift_types()}
        return replace(facts, before=self._rulebook.before(first, in_force), type_names=names)

    def material(self, first: date, last: date) -> tuple[Facts, list[Shift]]:
        """Return the facts, and the shifts from the weeks around."""
        shifts = self._roster.shifts(first - rules.CARRY_IN, last + rules.CARRY_OUT)
        return self.facts(first, last), shifts

    def checker(self, first: date, last: date) -> rules.Checker:
        """Return a checker of the roster."""
        facts, shifts = self.material(first, last)
        return rules.Checker(shifts, facts, first, last)

    def coverage(self, first: date, last: date) -> tuple[Coverage, ...]:
        """Return how the demand of each day and position that is met worst is met."""
        facts = self.facts(first, last)
        return tuple(
            one for view in self._views(first, last) for one in rules.day_coverage(view, facts)
        )

    def gaps(self, first: date, last: date) -> tuple[Gap, ...]:
        """Return where a minimum is missed, in order of time."""
        facts = self.facts(first, last)
        return tuple(
            one
            for view in self._views(first, last)
            for one in sorted(rules.day_gaps(view, facts), key=lambda gap: (gap.start, gap.end))
        )

    def due(self, on: date, minute: int) -> list[Due]:
        """Return what breaks in the two weeks from a day on, read once for all of it."""
        last = on + timedelta(days=DAYS_AHEAD - 1)
        facts, shifts = self.material(on, last)
        checker = rules.Checker(shifts, facts, on, last)
        return rules.pressing(checker.violations, shifts, facts, on, minute)

    def labor(self, spans: Sequence[tuple[date, date]]) -> tuple[tuple[Labor, ...], ...]:
        """Return the work of each span of days, everything read once for all of them."""
        first, last = min(each[0] for each in spans), max(each[1] for each in spans)
        facts, shifts = self.material(first, last)
        pay = self._staff.pay_rates_if_allowed()
        return tuple(rules.labor(shifts, facts, pay, *each) for each in spans)

    def explain(self, gap: Gap) -> Explanation:
        """Return why a gap is open, person by person."""
        facts, shifts = self.material(gap.day, gap.day)
        return rules.explain(gap, shifts, facts)

    def explanations(self, first: date, last: date) -> tuple[Explanation, ...]:
        """Return why each gap from first to last is open, in order of time, read once for all."""
        facts, shifts = self.material(first, last)
        return tuple(rules.explain(gap, shifts, facts) for gap in self.gaps(first, last))

    def reasons_against(self, draft: ShiftDraft, ignoring: frozenset[int]) -> tuple[Violation, ...]:
        """Return what would newly break if the draft's person got it."""
        facts, shifts = self.material(draft.day, draft.day)
        person = facts.people.get(draft.member_id) if draft.member_id is not None else None
        if person is None:
            return ()
        around = [one for one in shifts if one.id not in ignoring]
        return rules.reasons_against(person, draft, around, facts)

    def _views(self, first: date, last: date) -> list[rules.DayView]:
        by_day: dict[date, list[Shift]] = {}
        for shift in self._roster.shifts(first - DAY, last + DAY):
            by_day.setdefault(shift.day, []).append(shift)
        return [
            rules.DayView.of(
                day, [one for at in (day - DAY, day, day + DAY) for one in by_day.get(at, ())]
            )
            for day in days(first, last)
        ]
