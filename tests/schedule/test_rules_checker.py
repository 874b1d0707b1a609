"""The checker that is kept up to date says the same as a check from the start."""

import random
import time
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.schedule.clinic_of_three import (
    ANN,
    BOB,
    CPR,
    CY,
    EXAM,
    FD,
    MA,
    MON,
    SUN,
    TUE,
    WED,
    XRAY,
    available,
    contract,
    cpr,
    demand,
    facts,
    leave,
    person,
    shift,
)

from clinicmgr.schedule.records import Facts, Shift
from clinicmgr.schedule.rules import Checker, check, reasons_against

ROUND = facts(
    person(
        ANN,
        "Ann Lee",
        MA,
        contracts=contract(1200),
        credentials=(cpr(ANN, SUN),),
        availability=available(*((day, "6-20") for day in range(6))),
        skill_ids=frozenset({XRAY}),
    ),
    person(BOB, "Bob Roy", MA, leave=leave(BOB, TUE, WED), credentials=(cpr(BOB, WED),)),
    requirements={MA: (CPR,)},
    demand=(
        demand(WED, "8-17", 1, 2, id=1),
        demand(WED, "20-4", 1, id=2),
        demand(MON, "8-12", 1, id=3, skill_id=XRAY),
    ),
    closures={SUN: "Sunday"},
)


@st.composite
def some_shift(draw: st.DrawFn, shift_id: int) -> Shift:
    start = draw(st.integers(0, 1439))
    return Shift(
        id=shift_id,
        member_id=draw(st.sampled_from([ANN, BOB, CY, None])),
        day=MON + timedelta(days=draw(st.integers(-9, 12))),
        start=start,
        end=start + draw(st.integers(1, 900)),
        position_id=draw(st.sampled_from([MA, FD])),
        room_id=draw(st.sampled_from([EXAM, None])),
        break_minutes=draw(st.sampled_from([0, 30])),
    )


@st.composite
def some_edits(draw: st.DrawFn) -> list[dict[int, Shift | None]]:
    """A few edits of a few shifts each: added, changed, removed."""
    edits = []
    for _edit in range(draw(st.integers(1, 6))):
        ids = draw(st.lists(st.integers(1, 8), min_size=1, max_size=4, unique=True))
        edits.append(
            {id_: draw(some_shift(id_)) if draw(st.integers(0, 3)) else None for id_ in ids}
        )
    return edits


@given(some_edits())
def test_after_any_edits_the_checker_says_what_a_fresh_check_says(
    edits: list[dict[int, Shift | None]],
) -> None:
    checker = Checker([], ROUND, MON, SUN)
    roster: dict[int, Shift] = {}
    for edit in edits:
        checker.update(edit)
        for id_, after in edit.items():
            roster.pop(id_, None)
            if after is not None:
                roster[id_] = after

        assert checker.violations == check(roster.values(), ROUND, MON, SUN)
    assert set(checker.shifts) == set(roster.values())


@given(
    st.lists(st.integers(1, 8), unique=True, max_size=8).flatmap(
        lambda ids: st.tuples(*(some_shift(id_) for id_ in ids))
    ),
    st.randoms(),
)
def test_the_order_in_which_shifts_are_handed_in_does_not_matter(
    shifts: tuple[Shift, ...], chance: random.Random
) -> None:
    shuffled = list(shifts)
    chance.shuffle(shuffled)

    assert check(shifts, ROUND, MON, SUN) == check(shuffled, ROUND, MON, SUN)


@given(st.tuples(*(some_shift(id_) for id_ in range(1, 6))), some_shift(0))
def test_no_reasons_against_means_no_new_violation_of_the_person(
    shifts: tuple[Shift, ...], extra: Shift
) -> None:
    """What the drag feedback promises is what the check says afterwards."""
    if extra.member_id is None:
        return
    wide = (MON - timedelta(days=30), SUN + timedelta(days=30))
    before = {one.sentence for one in check(shifts, ROUND, *wide)}
    after = check((*shifts, extra), ROUND, *wide)
    new = [
        one
        for one in after
        if one.sentence not in before and extra.member_id in one.member_ids and one.rule != "room"
    ]

    reasons = reasons_against(ROUND.people[extra.member_id], extra.draft(), shifts, ROUND)

    assert {one.sentence for one in new} <= {one.sentence for one in reasons}


def big_practice() -> tuple[list[Shift], Facts]:
    people = [person(i, f"Person {i}", MA + i % 2, contracts=contract(2400)) for i in range(1, 61)]
    needed = tuple(demand(MON + timedelta(days=day), "8-17", 5, 30, id=day + 1) for day in range(5))
    days = [MON + timedelta(days=day) for day in range(-14, 38)]
    shifts = [
        shift(100 * offset + i, i, day, "8-16", position_id=MA + i % 2)
        for offset, day in enumerate(days)
        for i in range(1, 61)
        if day.weekday() < 5
    ]
    return shifts, facts(*people, demand=needed)


def test_a_month_of_sixty_people_is_checked_while_a_hand_leaves_the_key() -> None:
    shifts, known = big_practice()
    last = MON + timedelta(days=30)
    began = time.process_time()
    checker = Checker(shifts, known, MON, last)
    checked = time.process_time()
    for one in shifts[:20]:
        checker.update({one.id: None})
    updated = time.process_time()

    # The promises are 100 ms and 10 ms; a busy build machine gets three times that.
    assert checked - began < 0.3
    assert (updated - checked) / 20 < 0.03
