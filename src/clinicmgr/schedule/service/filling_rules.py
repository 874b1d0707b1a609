"""The rulebook in the solver's words: what looks at more than one shift of a person.

Rules about a single shift decide which choices there are (`filling`). What the solver cannot be
told in these words (supervision, rooms that are kept, shares of the year, lines for a site) is
left to `vetted`: the checker that checks manual edits has the last word.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from clinicmgr.kernel.periods import days, weeks
from clinicmgr.schedule.records import Facts, Person, RuleLine, Strength
from clinicmgr.schedule.rules import contract_minutes, in_force
from clinicmgr.schedule.rules.inforce import about
from clinicmgr.schedule.rules.weekends import saturday_of
from clinicmgr.schedule.solver.problem import Ban, HourLimit, Quota, Slot, Weights

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
Limit = Ban | Quota | HourLimit


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose limits are made from which line; days are counted from the first of the period."""

    person: Person
    facts: Facts
    first: date
    last: date
    weights: Weights

    def slot(self, day: date, types: tuple[int, ...] = ()) -> Slot:
        """A day as the solver counts it."""
        return Slot((day - self.first).days, types)

    def once(self, line: RuleLine) -> int | None:
        """What it weighs to break a line once; None: it must not be broken."""
        weighs = {Strength.AVOID: self.weights.avoid, Strength.NICE: self.weights.nice}
        return weighs.get(line.strength or Strength.NEVER)

    def minute(self, line: RuleLine) -> int | None:
        """What each minute beyond a line weighs; None: there must be none."""
        weighs = {
            Strength.AVOID: self.weights.overtime,
            Strength.NICE: self.weights.overtime_nice,
        }
        return weighs.get(line.strength or Strength.NEVER)

    def hours(self, line: RuleLine, first: date, last: date, most: int) -> HourLimit:
        """A limit of the work on some days."""
        begin, end = (first - self.first).days, (last - self.first).days
        return HourLimit(self.person.id, begin, end, most, self.minute(line))


def limits_of(
    people: Iterable[Person], facts: Facts, first: date, last: date, weights: Weights
) -> tuple[tuple[Ban, ...], tuple[Quota, ...], tuple[HourLimit, ...]]:
    """What the rules in force say to the solver about each person from first to last."""
    found: list[Limit] = []
    for person in people:
        asked = Asked(person, facts, first, last, weights)
        for line in lines_for(person, facts):
            if line.strength is not None and line.rule in _MAKERS:
                found += _within(_MAKERS[line.rule](line, asked), line, asked)
    return (
        tuple(one for one in found if isinstance(one, Ban)),
        tuple(one for one in found if isinstance(one, Quota)),
        tuple(one for one in found if isinstance(one, HourLimit)),
    )


def lines_for(person: Person, facts: Facts) -> Iterator[RuleLine]:
    """The lines that decide for a person: the narrowest about each thing; none for one site."""
    groups: dict[object, list[RuleLine]] = {}
    for line in _all_lines(facts):
        scope = line.scope
        holds = not scope.position_ids or set(scope.position_ids) & set(person.position_ids)
        if scope.is_about(person.id) and holds and not scope.site_ids:
            groups.setdefault((line.rule, about(line)), []).append(line)
    for lines in groups.values():
        undated = [one for one in lines if not (one.scope.from_day or one.scope.to_day)]
        most = max((one.scope.weight for one in undated), default=0)
        yield from (one for one in undated if one.scope.weight == most)
        yield from (one for one in lines if one not in undated and one.scope.weight > most)


def _all_lines(facts: Facts) -> Iterable[RuleLine]:
    if facts.book is not None:
        return facts.book.lines
    rules = in_force(facts)
    return [one.line for one in rules.people]


def _within(made: Iterable[Limit], line: RuleLine, asked: Asked) -> Iterator[Limit]:
    """Those that belong to a day on which the line holds."""
    for one in made:
        if isinstance(one, HourLimit):
            at = one.last
        elif isinstance(one, Quota):
            at = max(slot.day for group in one.groups for slot in group)
        else:
            at = max(slot.day for slot in one.works)
        if line.scope.holds_on(asked.first + timedelta(days=at)):
            yield one


def _weekly_hours(line: RuleLine, asked: Asked) -> Iterator[Limit]:
    for week in weeks(asked.first, asked.last, asked.facts.week_start):
        yield asked.hours(line, week, week + WEEK - DAY, line.number("limit"))


def _contract_hours(line: RuleLine, asked: Asked) -> Iterator[Limit]:
    if line.strength is not Strength.NEVER:
        return  # what it weighs to pass a contract is part of the weights
    for week in weeks(asked.first, asked.last, asked.facts.week_start):
        allowed = contract_minutes(asked.person, week)
        if allowed is not None:
            yield asked.hours(line, week, week + WEEK - DAY, allowed)


def _daily_hours(line: RuleLine, asked: Asked) -> Iterator[Limit]:
    for day in days(asked.first, asked.last + DAY):
        yield asked.hours(line, day, day, line.number("limit"))


def _days_in_row(line: RuleLine, asked: Asked) -> Iterator[Limit]:
    most = line.number("most")
    for begin in days(asked.first - most * DAY, asked.last):
        run = tuple(asked.slot(day) for day in days(begin, begin + most * DAY))
        yield Ban(asked.person.id, run, (), asked.once(line))


def _days_together(line: RuleLine, asked: Asked) -> Iterator[Limit]:
    for length in range(1, line.number("least")):
        for begin in days(asked.first - length * DAY, asked.last):
            run = tuple(asked.slot(begin + DAY * at) for at in range(length))
            around = (asked.slot(begin - DAY), asked.slot(begin + DAY * length))
            yield Ban(asked.person.id, run, around, asked.once(line))


def _days_off(line: RuleLine, asked: Asked) -> Iterator[Limit]:
    for length in range(1, line.number("least")):
        for begin in days(asked.first - length * DAY, asked.last):
            off = tuple(asked.slot(begin + DAY * at) for at in range(length))
            around = (asked.slot(begin - DAY), asked.slot(begin + DAY * length))
            yield Ban(asked.person.id, around, off, asked.once(line))


def _saturdays(asked: Asked) -> Iterator[date]:
    for day in days(asked.first - DAY, asked.last):
        if saturday_of(day) == day:
            yield day


def _whole_weekends(line: RuleLine, asked: Asked) -> Iterator[Limit]:
    for saturday in _saturdays(asked):
        for on, off in ((saturday, saturday + DAY), (saturday + DAY, saturday)):
            if off not in asked.facts.closures:
                works, rests = (asked.slot(on),), (asked.slot(off),)
                yield Ban(asked.person.id, works, rests, asked.once(line))


def _weekends(line: RuleLine, asked: Asked) -> Iterator[Limit]:
    before = asked.facts.before.days.get(asked.person.id, frozenset())
    for last in days(asked.first - DAY, asked.last + WEEK * (line.number("weeks") - 1)):
        if saturday_of(last) != last:
            continue
        span = [last - WEEK * back for back in range(line.number("weeks"))]
        known = [one for one in span if {one, one + DAY} & before]
        groups = tuple((asked.slot(one), asked.slot(one + DAY)) for one in span if one not in known)
        most = max(0, line.number("most") - len(known))
        if groups:
            yield Quota(asked.person.id, groups, most, asked.once(line))


def _succession(line: RuleLine, asked: Asked) -> Iterator[Limit]:
    earlier, later = line.ids("earlier"), line.ids("later")
    for day in days(asked.first - DAY, asked.last):
        pair = (asked.slot(day, earlier), asked.slot(day + DAY, later))
        yield Ban(asked.person.id, pair, (), asked.once(line))


def _types_a_week(line: RuleLine, asked: Asked) -> Iterator[Limit]:
    types = line.ids("types")
    for week in weeks(asked.first, asked.last, asked.facts.week_start):
        groups = tuple((asked.slot(day, types),) for day in days(week, week + WEEK - DAY))
        yield Quota(asked.person.id, groups, line.number("most"), asked.once(line))


_MAKERS: Mapping[str, Callable[[RuleLine, Asked], Iterator[Limit]]] = {
    "overtime": _weekly_hours,
    "contract_hours": _contract_hours,
    "daily_overtime": _daily_hours,
    "days_in_row": _days_in_row,
    "days_together": _days_together,
    "days_off": _days_off,
    "whole_weekends": _whole_weekends,
    "weekends": _weekends,
    "succession": _succession,
    "types_a_week": _types_a_week,
}
