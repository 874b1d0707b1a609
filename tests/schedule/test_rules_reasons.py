"""Why not this person: reasons while dragging, and the explanation of a gap."""

from datetime import date
from typing import Any

import pytest
from tests.schedule.clinic_of_three import (
    ANN,
    BOB,
    CPR,
    CY,
    EXAM,
    FD,
    FRI,
    MA,
    MON,
    THU,
    TUE,
    WED,
    XRAY,
    contract,
    cpr,
    facts,
    leave,
    person,
    shift,
)

from clinicmgr.schedule.records import Gap, ShiftDraft
from clinicmgr.schedule.rules import explain, reasons_against

MORNING = Gap(WED, MA, None, 480, 720, 1, 1)


def draft(member_id: int | None, start: int = 480, end: int = 720, **more: Any) -> ShiftDraft:
    return ShiftDraft(member_id, WED, start, end, MA, **more)


def test_a_free_person_has_nothing_against_the_shift() -> None:
    given = facts()

    assert reasons_against(given.people[ANN], draft(ANN), [], given) == ()


def test_only_what_is_new_speaks_against_the_shift() -> None:
    given = facts()
    roster = [shift(1, ANN, MON, "8-12"), shift(2, ANN, MON, "10-14")]

    assert reasons_against(given.people[ANN], draft(ANN), roster, given) == ()


def test_the_shift_in_the_way_is_named() -> None:
    given = facts()
    roster = [shift(1, ANN, WED, "8-16")]

    (one,) = reasons_against(given.people[ANN], draft(ANN), roster, given)

    assert one.reason.startswith("already works on Wed")
    assert one.reason.endswith("08:00–16:00")


def test_a_person_is_judged_whoever_the_draft_names() -> None:
    given = facts()

    reasons = reasons_against(given.people[CY], draft(None), [], given)

    assert [one.rule for one in reasons] == ["position"]


def test_a_full_room_speaks_against_the_shift() -> None:
    given = facts()
    roster = [shift(1, BOB, WED, "8-12", room_id=EXAM)]

    (one,) = reasons_against(given.people[ANN], draft(ANN, room_id=EXAM), roster, given)

    assert one.reason == "Exam 1 is full then"


def test_overtime_that_grows_is_a_new_reason() -> None:
    given = facts()
    roster = [shift(i, ANN, day, "7-18") for i, day in enumerate((MON, TUE, THU, FRI), 1)]

    (one,) = reasons_against(given.people[ANN], draft(ANN), roster, given)

    assert one.reason == "would reach 48 h, limit 40 h"


def test_a_gap_is_explained_person_by_person() -> None:
    ann = person(ANN, "Ann Lee", MA, leave=leave(ANN, WED, WED), credentials=(cpr(ANN, FRI),))
    bob = person(BOB, "Bob Roy", MA, credentials=(cpr(BOB, date(2026, 3, 3)),))
    given = facts(ann, bob, requirements={MA: (CPR,)})

    told = explain(MORNING, [], given)

    assert [name for name, _why in told.lines] == ["Ann Lee", "Bob Roy", "Cy Fox"]
    whys = [why for _name, why in told.lines]
    assert whys[0].startswith("on leave on Wed")
    assert whys[1] == "CPR card expired on 03/03/2026"
    assert whys[2] == "not trained as Medical assistant"
    assert told.free == ()


def test_free_people_come_first_those_with_few_hours_before_those_with_many() -> None:
    dee = person(4, "Dee Orr", MA, contracts=contract(1200))
    given = facts(dee)
    roster = [
        shift(1, ANN, MON, "8-16"),
        shift(2, 4, MON, "8-16"),
        shift(3, 4, TUE, "8-16"),
        shift(4, 4, FRI, "8-12"),
    ]

    told = explain(MORNING, roster, given)

    assert told.lines == (
        ("Bob Roy", "free: could take it (would reach 4 h)"),
        ("Ann Lee", "free: could take it (would reach 12 h)"),
        ("Dee Orr", "would reach 24 h, contract 20 h"),
        ("Cy Fox", "not trained as Medical assistant"),
    )
    assert told.free == (BOB, ANN)


def test_people_without_the_skill_are_told_so() -> None:
    ann = person(ANN, "Ann Lee", MA, skill_ids=frozenset({XRAY}))
    gap = Gap(WED, MA, None, 480, 720, 1, 1, XRAY)

    told = explain(gap, [], facts(ann))

    assert told.lines[0][0] == "Ann Lee"
    assert told.lines[1] == ("Bob Roy", "does not have the skill X-ray")


@pytest.mark.parametrize("ended", [TUE, MON])
def test_people_who_left_are_not_listed(ended: date) -> None:
    given = facts(person(BOB, "Bob Roy", MA, ended=ended))

    assert [name for name, _why in explain(MORNING, [], given).lines] == ["Ann Lee", "Cy Fox"]


def test_a_person_at_work_can_stay_on_into_the_gap() -> None:
    given = facts()
    gap = Gap(WED, FD, None, 720, 780, 1, 1)

    told = explain(gap, [shift(1, CY, WED, "8-12")], given)

    assert told.free == (CY,)
