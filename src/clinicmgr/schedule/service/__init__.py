"""What can be done with the schedule: all verbs and questions, each told by its concept."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.domain import Due, Hit, Names, Told, most_pressing
from clinicmgr.kernel.i18n import ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import month_bounds, months_between
from clinicmgr.kernel.settings import Settings
from clinicmgr.places.service import Places
from clinicmgr.schedule.records import (
    Closure,
    Coverage,
    Demand,
    DemandDraft,
    Explanation,
    Facts,
    Gap,
    Labor,
    Shift,
    ShiftDraft,
    ShiftType,
    ShiftTypeDraft,
    Violation,
)
from clinicmgr.schedule.records.told import SCHEDULE_TOLD
from clinicmgr.schedule.rules import Checker
from clinicmgr.schedule.service.closures import Closures
from clinicmgr.schedule.service.filling import drafts_of, problem_of
from clinicmgr.schedule.service.finding import understand
from clinicmgr.schedule.service.naming import Naming
from clinicmgr.schedule.service.notes import Notes
from clinicmgr.schedule.service.outages import Ask, Outages
from clinicmgr.schedule.service.patterns import Patterns
from clinicmgr.schedule.service.publishing import Publishing
from clinicmgr.schedule.service.reading import found_shifts
from clinicmgr.schedule.service.replacements import Replacements
from clinicmgr.schedule.service.review import Review
from clinicmgr.schedule.service.roster import Roster
from clinicmgr.schedule.service.rulebook import RuleBook
from clinicmgr.schedule.service.since import Since
from clinicmgr.schedule.service.vetting import vetted
from clinicmgr.schedule.service.week_plans import WeekPlans
from clinicmgr.schedule.solver.answer import Solution
from clinicmgr.schedule.solver.problem import Problem
from clinicmgr.staff.service import Staff


class Schedule:
    """The roster and what is asked of it.

    Questions return frozen records. Verbs are one named change each; they raise a UserError where
    a draft is not acceptable, a shift is locked, a record is gone or the right is missing.
    """

    def __init__(
        self,
        journal: Journal,
        staff: Staff,
        places: Places,
        outages: Ask,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._journal = journal
        self._staff = staff
        self._places = places
        self._settings = settings
        self.clock = clock
        self._patterns = Patterns(journal)
        self._closures = Closures(journal, settings)
        self._roster = Roster(journal, self._naming)
        self.rulebook = RuleBook(journal, settings, self._closures.reasons)
        self._review = Review(
            staff,
            places,
            settings,
            self._roster,
            self._patterns,
            self._closures,
            Outages(journal, outages),
            self.rulebook,
        )
        self.notes = Notes(journal, self._naming)
        self.since = Since(journal)
        self.publishing = Publishing(journal, clock, settings, self._review)
        self.week_plans = WeekPlans(journal, settings, self._review, self._roster, self._naming)
        self.replacements = Replacements(
            journal, staff, settings, self._review, self._roster, self._naming
        )

    # What every domain answers

    def told(self) -> Told:
        """Return the words for its tables and columns."""
        return SCHEDULE_TOLD

    def names(self) -> Names:
        """Return the names behind the numbers of shift types, week plans, shifts called out."""
        plans = {one.id: one.name for one in self.week_plans.plans()}
        kinds = {one.id: one.name for one in self.shift_types()}
        called_out = self.replacements.shift_names()
        return {"type_id": kinds, "plan_id": plans, "shift_id": called_out}

    def find(self, text: str, limit: int = 20) -> list[Hit]:
        """Return shifts by person and day words: "ann", "thursday", "ann nov 18"; soonest first."""
        settings, today = self._settings.current(), self.clock.today()
        question = understand(text, self._staff.members(), today, settings.locale)
        if question is None:
            return []
        naming = self._naming()
        first, last = (question.day, question.day) if question.day else (today, None)
        with self._journal.read() as db:
            found = found_shifts(db, question.member_ids, first, last, limit)
        return [
            Hit("shift", one.id, naming.shift(one), page="schedule", icon="shift") for one in found
        ]

    def due(self, on: date) -> list[Due]:
        """Return gaps in demand and rules never to be broken, from a day to two weeks on."""
        now = self.clock.now()
        found = self._review.due(on, now.hour * 60 + now.minute if now.date() == on else 0)
        return most_pressing([*found, *self.publishing.due(on)])

    # Shifts

    def shifts(self, first: date, last: date) -> list[Shift]:
        """Return the shifts that begin on a day from first to last, in order of time."""
        return self._roster.shifts(first, last)

    def shift(self, shift_id: int) -> Shift:
        """Return one shift; UserError where it is gone."""
        return self._roster.some([shift_id])[0]

    def add_shift(self, draft: ShiftDraft) -> int:
        """Add one shift; return its id."""
        return self.edit(add=[draft])[0]

    def change_shift(self, shift_id: int, draft: ShiftDraft) -> None:
        """Move a shift, give it to somebody else, or give it other times or words."""
        self.edit(change={shift_id: draft})

    def remove_shifts(self, ids: Iterable[int]) -> None:
        """Remove shifts."""
        self.edit(remove=ids)

    def edit(
        self,
        *,
        remove: Iterable[int] = (),
        add: Sequence[ShiftDraft] = (),
        change: Mapping[int, ShiftDraft] | None = None,
        title: str | None = None,
    ) -> tuple[int, ...]:
        """Remove, add and change shifts in one named change; return the ids of those added.

        Without a title it is named after what it does.
        """
        return self._roster.edit(remove, add, change or {}, title)

    def lock_shifts(self, ids: Iterable[int]) -> None:
        """Keep shifts from being changed, moved or removed."""
        wanted = list(ids)
        title = ngettext("Lock {count} shift", "Lock {count} shifts", len(wanted))
        self._roster.set_locked(wanted, title.format(count=len(wanted)), locked=True)

    def unlock_shifts(self, ids: Iterable[int]) -> None:
        """Let shifts be changed again."""
        wanted = list(ids)
        title = ngettext("Unlock {count} shift", "Unlock {count} shifts", len(wanted))
        self._roster.set_locked(wanted, title.format(count=len(wanted)), locked=False)

    # Shift types, demand, closures

    def shift_types(self) -> list[ShiftType]:
        """Return all shift types by start and name."""
        return self._patterns.shift_types()

    def add_shift_type(self, draft: ShiftTypeDraft) -> int:
        """Add a shift type; return its id."""
        return self._patterns.add_shift_type(draft)

    def change_shift_type(self, type_id: int, draft: ShiftTypeDraft) -> None:
        """Give a shift type other words or times; shifts made from it stay as they are."""
        self._patterns.change_shift_type(type_id, draft)

    def remove_shift_type(self, type_id: int) -> None:
        """Remove a shift type; shifts made from it stay, with their own times."""
        self._patterns.remove_shift_type(type_id)

    def demand(self) -> list[Demand]:
        """Return all demand by position, weekday and start."""
        return self._patterns.demand()

    def add_demand(self, *drafts: DemandDraft, title: str | None = None) -> list[int]:
        """Add demand in one change; return the ids in the same order."""
        return self._patterns.add_demand(drafts, title)

    def keep_demand(
        self, add: Sequence[DemandDraft], change: Mapping[int, DemandDraft], title: str
    ) -> list[int]:
        """Add and change demand in one named change; return the ids of those added."""
        return self._patterns.keep_demand(add, change, title)

    def change_demand(self, demand_id: int, draft: DemandDraft) -> None:
        """Give demand other times, numbers or dates."""
        self._patterns.change_demand(demand_id, draft)

    def remove_demand(self, *ids: int) -> None:
        """Remove demand in one change."""
        self._patterns.remove_demand(ids)

    def closures(self, first: date, last: date) -> dict[date, str]:
        """Return why the practice is closed, by day: public holidays and its own closures."""
        return self._closures.reasons(first, last)

    def public_holidays(self, first: date, last: date) -> dict[date, str]:
        """Return the public holidays of the country and state, by day, also those worked."""
        return self._closures.public_holidays(first, last)

    def own_closures(self, first: date, last: date) -> list[Closure]:
        """Return the practice's own closed days, and the public holidays it works."""
        return self._closures.own(first, last)

    def close_day(self, day: date, name: str) -> None:
        """Close the practice on a day, for a reason that is shown."""
        self._closures.close(day, name)

    def open_day(self, day: date) -> None:
        """Work on a day: take back a closure, or work in spite of a public holiday."""
        self._closures.open(day)

    # What the rules say

    def facts(self, first: date, last: date) -> Facts:
        """Return everything the rules look at from first to last."""
        return self._review.facts(first, last)

    def checker(self, first: date, last: date) -> Checker:
        """Return a checker of the roster, to be kept up to date while it is edited."""
        return self._review.checker(first, last)

    def check(self, first: date, last: date) -> tuple[Violation, ...]:
        """Return the violations from first to last, the worst first."""
        return self._review.checker(first, last).violations

    def coverage(self, first: date, last: date) -> tuple[Coverage, ...]:
        """Return for each day and position how the demand that is met worst is met."""
        return self._review.coverage(first, last)

    def gaps(self, first: date, last: date) -> tuple[Gap, ...]:
        """Return the stretches of time in which a minimum is missed, in order of time."""
        return self._review.gaps(first, last)

    def labor(self, first: date, last: date) -> tuple[Labor, ...]:
        """Return hours, overtime, days off and cost of everybody employed from first to last."""
        return self._review.labor([(first, last)])[0]

    def labor_by_month(self, first: date, last: date) -> dict[date, tuple[Labor, ...]]:
        """Return the same by month (its first day), for each month with a day in the period."""
        months = [month_bounds(day) for day in months_between(first, last)]
        return dict(zip((one[0] for one in months), self._review.labor(months), strict=True))

    def explain(self, gap: Gap) -> Explanation:
        """Return why a gap is open, person by person."""
        return self._review.explain(gap)

    def explanations(self, first: date, last: date) -> tuple[Explanation, ...]:
        """Return why each gap from first to last is open, in order of time."""
        return self._review.explanations(first, last)

    def reasons_against(
        self, draft: ShiftDraft, ignoring: Iterable[int] = ()
    ) -> tuple[Violation, ...]:
        """Return what would newly break if the draft's person got it; empty for an open shift.

        `ignoring` names the shifts that are being moved.
        """
        return self._review.reasons_against(draft, frozenset(ignoring))

    # Filling

    def fill_problem(self, first: date, last: date) -> Problem:
        """Return the gaps from first to last as a problem for the solver; all shifts are kept."""
        facts, shifts = self._review.material(first, last)
        return problem_of(facts, shifts, self.shift_types(), first, last)

    def accept(self, problem: Problem, solution: Solution, title: str | None = None) -> int:
        """Put a solution into the roster as one change; return how many shifts it gave.

        An open shift that a solution fits is given away rather than doubled.
        """
        first, last = problem.first_day, problem.day(problem.day_count - 1)
        solution = vetted(problem, solution, *self._review.material(first, last))
        add, change = drafts_of(problem, solution, self.shifts(first, last))
        count = len(add) + len(change)
        self.edit(add=add, change=change, title=title or self._naming().fill(first, last, count))
        return count

    def _naming(self) -> Naming:
        def names() -> dict[int, str]:
            return {one.id: one.first_name or one.name for one in self._staff.members()}

        return Naming(cache(names), self._settings.current().locale)
