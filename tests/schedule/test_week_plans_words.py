"""What comes of laying shifts down is told in few words."""

from datetime import timedelta

from tests.schedule.clinic_of_three import ANN, BOB, CPR, MA, MON, cpr, facts, person

from clinicmgr.kernel.periods import days
from clinicmgr.schedule.records import ShiftDraft
from clinicmgr.schedule.records.week_plans_applying import Laying, Outcome
from clinicmgr.schedule.rules.rotation_conflicts import outcome
from clinicmgr.schedule.rules.rotation_words import Told, summary, told_by_person

SUN = MON + timedelta(days=6)


def week_of_ann_and_bob() -> tuple[Outcome, tuple[Told, ...]]:
    said = facts(
        person(ANN, "Ann Lee", MA, credentials=(cpr(ANN, MON - timedelta(days=1)),)),
        person(BOB, "Bob Roy", MA, credentials=(cpr(BOB, SUN),)),
        requirements={MA: (CPR,)},
        closures={MON: "Inventory"},
        locale="en_US",
    )
    wanted = [ShiftDraft(who, day, 480, 960, MA) for day in days(MON, SUN) for who in (ANN, BOB)]
    made = outcome([*wanted, ShiftDraft(None, SUN, 0, 60, MA)], [], days(MON, SUN), said, Laying())
    return made, told_by_person(made, said)


def test_the_same_reason_is_said_once_with_the_number_of_shifts() -> None:
    made, told = week_of_ann_and_bob()
    lines = [(one.name, one.counts, one.exempt, one.warnings) for one in told]
    assert lines == [
        ("Closed days", "", ("Left out: closed on Mon, Nov 16: Inventory (2 shifts)",), ()),
        ("Ann Lee", "6 new", (), ("CPR card expired on 11/15/2026 (6 shifts)",)),
        ("Bob Roy", "6 new", (), ()),
        ("Open shifts", "1 new", (), ()),
    ]
    assert summary(made, done=False) == "13 shifts are added. 2 are left out."
    assert summary(made, done=True) == "13 shifts were added. 2 were left out."


def test_nothing_is_told_as_nothing() -> None:
    assert summary(Outcome(), done=False) == "There is nothing to change."
    assert summary(Outcome(), done=True) == "Nothing was changed."
