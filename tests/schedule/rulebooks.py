"""Rulebooks for the tests of the rules."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from tests.schedule.clinic_of_three import ANN, BOB, CY, FD, MA, MAIN, MON

from clinicmgr.schedule.records import (
    Approval,
    Facts,
    Limits,
    Rulebook,
    RuleDraft,
    RuleLine,
    Scope,
    Strength,
)
from clinicmgr.schedule.rules import RULES, AnyRule
from clinicmgr.schedule.rules.inforce import usual_lines
from clinicmgr.schedule.rules.lines import SHIFT_TYPE_NUMBERS, line_of

EARLY, LATE, NIGHT = 1, 2, 3
TYPE_NAMES = {EARLY: "Early", LATE: "Late", NIGHT: "Night"}


def rule(
    name: str,
    strength: Strength | None = Strength.NEVER,
    scope: Scope | None = None,
    **numbers: Any,
) -> RuleLine:
    """A line of a book."""
    return line_of(RuleDraft(name, strength, numbers, scope or Scope()))


def book(*lines: RuleLine, approvals: tuple[Approval, ...] = ()) -> Rulebook:
    """These lines and nothing else."""
    return Rulebook(lines, approvals)


def besides(*lines: RuleLine, approvals: tuple[Approval, ...] = ()) -> Rulebook:
    """What every practice has, and these lines."""
    return Rulebook((*usual_lines(Limits()), *lines), approvals)


@st.composite
def some_scope(draw: st.DrawFn) -> Scope:
    from_day = draw(st.sampled_from([None, None, MON, MON + timedelta(days=3)]))
    return Scope(
        tuple(draw(st.lists(st.sampled_from([ANN, BOB, CY]), unique=True, max_size=2))),
        tuple(draw(st.lists(st.sampled_from([MA, FD]), unique=True, max_size=1))),
        tuple(draw(st.lists(st.just(MAIN), unique=True, max_size=1))),
        from_day,
        draw(st.sampled_from([None, None, MON + timedelta(days=5)])),
    )


@st.composite
def some_line(draw: st.DrawFn, of: AnyRule) -> RuleLine:
    numbers: dict[str, Any] = {}
    for field in of.numbers:
        if field.kind == "choices":
            ids = [EARLY, LATE, NIGHT] if field.name in SHIFT_TYPE_NUMBERS else [MA, FD]
            chosen = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True))
            numbers[field.name] = tuple(chosen)
        elif field.kind == "hours":
            numbers[field.name] = draw(st.integers(1, 40)) * 60
        else:
            numbers[field.name] = draw(st.integers(1, 4))
    strength = draw(st.sampled_from([None, *Strength]))
    scope = draw(st.one_of(st.just(Scope()), some_scope()))
    return line_of(RuleDraft(of.id, strength, numbers, scope))


@st.composite
def some_book(draw: st.DrawFn) -> Rulebook:
    """Any rules, each in up to two lines."""
    chosen = draw(st.lists(st.sampled_from(RULES), max_size=8))
    return Rulebook(tuple(draw(some_line(one)) for one in chosen))


@st.composite
def some_facts(draw: st.DrawFn, known: Facts) -> Facts:
    """The same clinic with any rulebook."""
    return replace(known, book=draw(some_book()), type_names=TYPE_NAMES)
