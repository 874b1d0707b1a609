"""Demand from and to the files of other programs."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.schedule.clinic_of_three import LONG_AGO, WED
from tests.schedule.conftest import Practice

from clinicmgr.exchange import Fate
from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.exchange import export_demand, import_demand, plan_demand
from clinicmgr.schedule.records import DemandDraft


def written(folder: Path, *lines: str) -> Path:
    path = folder / "demand.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_demand_comes_by_weekday_and_code(practice: Practice, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "Position,Day,From,To,Min,Ideal",
        "MA,Mon,8:00,12:00,2,3",
        "Front desk,Tuesday,22:00,6:00,1,",
    )

    import_demand(practice.schedule, path)

    desk, mas = sorted(practice.schedule.demand(), key=lambda one: -one.weekday)
    assert (mas.position_id, mas.weekday, mas.minimum, mas.ideal) == (practice.ma, 0, 2, 3)
    assert (desk.start, desk.end, desk.minimum, desk.ideal) == (1320, 1800, 1, 1)
    assert mas.from_day == WED
    assert practice.clinic.journal.undo_title == "Import 2 demands"


def test_every_bad_row_is_listed_and_nothing_is_kept(practice: Practice, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "Position,Weekday,Start,End,Minimum,Ideal",
        "MA,Mon,8:00,12:00,2,3",
        "MB,Mon,8:00,12:00,2,3",
        "MA,Someday,8:00,12:00,2,3",
        "MA,Tue,8:00,12:00,3,2",
        "MA,Mon,8:00,12:00,1,1",
    )

    assert [one.line for one in plan_demand(practice.schedule, path).errors] == [3, 4, 5, 6]
    with pytest.raises(UserError, match="nothing was imported"):
        import_demand(practice.schedule, path)
    assert practice.schedule.demand() == []


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_what_is_exported_is_read_back_as_the_same(
    practice: Practice, tmp_path: Path, ending: str
) -> None:
    wanted = DemandDraft(practice.ma, 0, 480, 720, 1, 2, LONG_AGO)
    practice.schedule.add_demand(wanted, replace(wanted, start=1320, end=1800, to_day=WED))
    path = tmp_path / f"demand{ending}"

    assert export_demand(practice.schedule, path) == 2

    plan = plan_demand(practice.schedule, path)
    assert plan.errors == ()
    assert plan.counts[Fate.SAME] == 2


def test_importing_again_changes_the_numbers(practice: Practice, tmp_path: Path) -> None:
    (known,) = practice.schedule.add_demand(DemandDraft(practice.ma, 0, 480, 720, 1, 1, LONG_AGO))
    path = written(tmp_path, "Position,Weekday,Start,End,Minimum", "MA,Mon,8:00,12:00,2")

    with pytest.raises(UserError, match="ideal"):
        import_demand(practice.schedule, path)
    path = written(tmp_path, "Position,Weekday,Start,End,Minimum,Ideal", "MA,Mon,8:00,12:00,2,4")
    import_demand(practice.schedule, path)

    (demand,) = practice.schedule.demand()
    assert (demand.id, demand.minimum, demand.ideal, demand.from_day) == (known, 2, 4, LONG_AGO)
