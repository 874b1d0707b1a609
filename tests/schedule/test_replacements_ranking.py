"""Whatever the roster: who is called fine breaks nothing, and nobody is forgotten."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.schedule.clinic_of_three import (
    ANN,
    BOB,
    CY,
    FD,
    FRI,
    MA,
    MAIN,
    MON,
    SUN,
    WED,
    contract,
    demand,
    facts,
    person,
    shift,
)  # fmt: skip

from clinicmgr.schedule.records import Facts, Shift, Strength
from clinicmgr.schedule.records.replacements import Candidate, Tier, Wanted
from clinicmgr.schedule.rules import check, reasons_against
from clinicmgr.schedule.rules.replacements import Around, candidates

DEE, EVE = 4, 5
WEEK = [date(2026, 11, day) for day in range(16, 23)]
TIMES = ("7:00-15:00", "8:00-12:00", "12:00-16:00", "14:00-22:00", "22:00-30:00")
NEW = 999


def practice() -> Facts:
    return facts(
        person(DEE, "Dee Poe", MA, contracts=contract(20 * 60)),
        person(EVE, "Eve Orr", FD, started=FRI),
        demand=(demand(WED, "8:00-12:00", 1), demand(MON, "8:00-16:00", 1, id=2, position_id=FD)),
    )


@st.composite
def rosters(draw: st.DrawFn) -> list[Shift]:
    cells = [(who, day) for who in (ANN, BOB, CY, DEE) for day in WEEK]
    chosen = draw(st.lists(st.sampled_from(cells), unique=True, max_size=18))
    return [
        shift(number, who, day, draw(st.sampled_from(TIMES)).replace("30:00", "24:00"))
        for number, (who, day) in enumerate(chosen, 1)
    ]


def ranked(roster: list[Shift], day: date, times: str) -> tuple[Candidate, ...]:
    wanted = replace(shift(NEW, None, day, times, position_id=MA).draft(), site_id=MAIN)
    return candidates(Wanted(wanted), Around(practice(), roster), {ANN})


def matters(roster: list[Shift], given_facts: Facts) -> set[tuple[str, tuple[int, ...], date]]:
    return {
        (one.rule, one.member_ids, one.day)
        for one in check(roster, given_facts, MON, SUN)
        if one.strength is not Strength.NICE
    }


@given(rosters(), st.sampled_from(WEEK), st.sampled_from(TIMES[:4]))
def test_everybody_employed_but_who_is_out_stands_once_in_order(
    roster: list[Shift], day: date, times: str
) -> None:
    found = ranked(roster, day, times)
    expected = {BOB, CY, DEE} | ({EVE} if day >= FRI else set())
    assert sorted(one.member_id for one in found) == sorted(expected)
    assert [one.tier for one in found] == sorted(one.tier for one in found)
    assert all(one.reasons for one in found)


@given(rosters(), st.sampled_from(WEEK), st.sampled_from(TIMES[:4]))
def test_who_is_fine_breaks_no_rule_that_was_kept(
    roster: list[Shift], day: date, times: str
) -> None:
    known = practice()
    before = matters(roster, known)
    for one in ranked(roster, day, times):
        if one.tier is not Tier.FINE:
            continue
        gone = one.gives_up.id if one.gives_up is not None else None
        left = [replace(each, member_id=None) if each.id == gone else each for each in roster]
        after = matters([*left, shift(NEW, one.member_id, day, times, position_id=MA)], known)
        assert after <= before


@given(rosters(), st.sampled_from(WEEK), st.sampled_from(TIMES[:4]))
def test_the_reasons_are_those_of_the_rules(roster: list[Shift], day: date, times: str) -> None:
    known = practice()
    draft = shift(NEW, None, day, times, position_id=MA).draft()
    for one in ranked(roster, day, times):
        told = reasons_against(known.people[one.member_id], draft, roster, known)
        if one.gives_up is not None:
            assert told[0].strength is Strength.NEVER
        else:
            worst = told[0].strength if told else Strength.NICE
            assert one.tier is {Strength.NEVER: Tier.IMPOSSIBLE, Strength.AVOID: Tier.WARNING,
                                Strength.NICE: Tier.FINE}[worst]  # fmt: skip
            assert {each.rule for each in one.violations} <= {each.rule for each in told}
