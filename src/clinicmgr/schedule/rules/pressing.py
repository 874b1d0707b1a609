"""What of a roster's gaps and violations asks for the manager: a row for each, not for each shift.

Gaps of one position on one day are one row, days without anybody one row a week, and what one
person breaks of one rule is one row.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from clinicmgr.kernel.domain import Due, Urgency, most_pressing
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import week_of
from clinicmgr.schedule.records import Demand, Facts, Gap, Shift, Strength, Violation
from clinicmgr.schedule.rules.catalog import RULES
from clinicmgr.schedule.rules.demand import MINIMUM, SKILL
from clinicmgr.schedule.rules.explain import explain
from clinicmgr.schedule.rules.words import day_text, position_name, times_text

PAGE = "schedule"
_ABOUT_DEMAND = frozenset((MINIMUM.id, SKILL.id))
_PEOPLE_TOLD = 3
_NAMES = {rule.id: rule.name for rule in RULES}


def pressing(
    violations: Iterable[Violation],
    shifts: Sequence[Shift],
    facts: Facts,
    on: date,
    minute: int = 0,
) -> list[Due]:
    """Return what breaks a rule that is never to be broken, the most pressing first.

    `on` is today and `minute` the time there: what is over by then can no longer be mended.
    """
    worst = [one for one in violations if one.strength is Strength.NEVER]
    gaps = [one for one in worst if one.rule in _ABOUT_DEMAND]
    manned = {one.day for one in shifts if one.member_id is not None}
    empty = sorted({one.day for one in gaps} - manned)
    open_ones = [
        one
        for one in gaps
        if one.day in manned and (one.day > on or one.end is None or one.end > minute)
    ]
    return most_pressing(
        [
            *_empty_days(empty, facts, on),
            *_gaps(open_ones, shifts, facts, on, minute),
            *_broken([one for one in worst if one.rule not in _ABOUT_DEMAND], facts, on),
        ]
    )


def _empty_days(empty: Sequence[date], facts: Facts, on: date) -> Iterator[Due]:
    for _week, group in groupby(empty, lambda day: week_of(day, facts.week_start)):
        found = list(group)
        words = {"first": day_text(found[0], facts), "last": day_text(found[-1], facts)}
        sentence = ngettext(
            "Nobody has a shift on {first}.",
            "Nobody has a shift on {count} days, {first} to {last}.",
            len(found),
        ).format(count=len(found), **words)
        urgency = Urgency.WRONG if found[0] == on else Urgency.SOON
        yield Due(urgency, found[0], _("Empty roster"), sentence, PAGE, found[0])


def _gaps(
    gaps: Iterable[Violation], shifts: Sequence[Shift], facts: Facts, on: date, minute: int
) -> Iterator[Due]:
    demand = {each.id: each for each in facts.demand}
    by_row: dict[tuple[date, int], list[Violation]] = {}
    for one in gaps:
        by_row.setdefault((one.day, demand[one.demand_id or 0].position_id), []).append(one)
    for (day, position_id), found in by_row.items():
        found.sort(key=lambda one: (one.start or 0, one.end or 0))
        sentence, urgency = _gap_text(found, position_id, facts), Urgency.SOON
        if day == on:
            is_now = (found[0].start or 0) <= minute
            urgency = Urgency.WRONG if is_now else Urgency.TODAY
            sentence = f"{sentence} {_who(found[0], demand, shifts, facts)}".strip()
        yield Due(urgency, day, _("Too few"), sentence, PAGE, day)


def _gap_text(found: Sequence[Violation], position_id: int, facts: Facts) -> str:
    if len(found) == 1:
        return found[0].sentence
    times = dict.fromkeys(times_text(one.start or 0, one.end or 0, facts) for one in found)
    return _("{position}: too few on {day}, {times}.").format(
        position=position_name(position_id, facts),
        day=day_text(found[0].day, facts),
        times="; ".join(times),
    )


def _who(
    one: Violation, demand: Mapping[int, Demand], shifts: Sequence[Shift], facts: Facts
) -> str:
    """Say who is free, the fewest hours first; if nobody is, why those cannot who could do it."""
    asked = demand[one.demand_id or 0]
    gap = Gap(
        one.day, asked.position_id, asked.site_id, one.start or 0, one.end or 0, 1, asked.id,
        asked.skill_id,
    )  # fmt: skip
    explained = explain(gap, shifts, facts)
    people = facts.people
    if explained.free:
        names = [people[each].name for each in explained.free[:_PEOPLE_TOLD]]
        return _("Free: {names}.").format(names=", ".join(names))
    told = [
        f"{name}: {reason}"
        for (name, reason), member_id in zip(explained.lines, explained.member_ids, strict=True)
        if asked.position_id in people[member_id].position_ids
    ]
    return "; ".join(told[:_PEOPLE_TOLD]) + "." if told else ""


def _broken(found: Collection[Violation], facts: Facts, on: date) -> Iterator[Due]:
    by_row: dict[tuple[str, tuple[int, ...]], list[Violation]] = {}
    for one in sorted(found, key=lambda one: one.day):
        by_row.setdefault((one.rule, one.member_ids), []).append(one)
    for (rule, _members), same in by_row.items():
        first, more = same[0], len({one.shift_ids for one in same}) - 1
        sentence = first.sentence
        if more:
            words = ngettext(
                "The same holds for {count} more shift, on {day}.",
                "The same holds for {count} more shifts, until {day}.",
                more,
            )
            sentence += " " + words.format(count=more, day=day_text(same[-1].day, facts))
        urgency = Urgency.WRONG if first.day == on else Urgency.SOON
        ref = first.shift_ids[-1] if first.shift_ids else first.day
        yield Due(urgency, first.day, _(_NAMES[rule]), sentence, PAGE, ref)
