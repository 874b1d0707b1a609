"""export: what is written is what the practice holds, and other programs can read it."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
from python_calamine import CalamineWorkbook

CHICAGO = ZoneInfo("America/Chicago")
WEEK = ("--from", "2026-11-16", "--to", "2026-11-22")


def rows(path: Path) -> Sequence[Sequence[object]]:
    if path.suffix == ".xlsx":
        return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [list(line) for line in csv.reader(file)]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("kind", ["staff", "shifts", "demand"])
def test_each_list_has_a_row_for_each_record(run, demo_file, tmp_path, look, kind, ending):
    target = tmp_path / f"{kind}.{ending}"
    done = run("export", kind, target, *WEEK, "--practice", demo_file, "--json")
    assert (done.code, done.err) == (0, "")
    first, last = date(2026, 11, 16), date(2026, 11, 22)
    count = {
        "staff": lambda clinic: len(clinic.staff.members()),
        "shifts": lambda clinic: len(clinic.schedule.shifts(first, last)),
        "demand": lambda clinic: len(clinic.schedule.demand()),
    }[kind]
    header, *body = rows(target)
    assert len(body) == done.json["count"] == look(demo_file, count) > 20
    assert all(header)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("kind", ["shifts", "demand"])
def test_what_was_exported_imports_as_the_same(run, demo_file, tmp_path, kind, ending, trail):
    target = tmp_path / f"{kind}.{ending}"
    monday = ("--from", "2026-11-23", "--to", "2026-11-23")  # a day without planted problems
    run("export", kind, target, *monday, "--practice", demo_file)
    before = trail(demo_file)
    counts = run("import", kind, target, "--practice", demo_file, "--json").json["counts"]
    assert counts["same"] > 10
    assert counts == {"new": 0, "changed": 0, "same": counts["same"], "error": 0}
    assert trail(demo_file) == before


def test_staff_move_to_another_practice_by_a_file(run, small, tmp_path, look):
    target = tmp_path / "staff.csv"
    run("export", "staff", target, "--practice", small)
    told = run("import", "staff", target, "--practice", small, "--json").json
    assert told["counts"]["error"] == 2, "they are here already"
    look(small, lambda clinic: [clinic.staff.remove(m.id) for m in clinic.staff.members()])
    assert run("import", "staff", target, "--practice", small).code == 0
    assert look(small, lambda c: [m.name for m in c.staff.members()]) == ["Bo Lee", "Ana Ruiz"]


def test_neither_pay_nor_tax_ids_leave_with_the_staff_list(run, demo_file, tmp_path):
    target = tmp_path / "staff.csv"
    run("export", "staff", target, "--practice", demo_file)
    text = target.read_text("utf-8-sig")
    assert "Grace" in text
    assert "22.00" not in text
    assert "pay" not in text.lower()
    assert "tax" not in text.lower()


def test_a_calendar_program_finds_each_shift_at_its_time(run, demo_file, tmp_path, look):
    target = tmp_path / "shifts.ics"
    assert run("roster", "publish", *WEEK, "--practice", demo_file).code == 0
    done = run("export", "shifts", target, *WEEK, "--practice", demo_file, "--json")
    calendar = icalendar.Calendar.from_ical(target.read_bytes())
    events = list(calendar.walk("VEVENT"))
    canceled = [event for event in events if str(event["STATUS"]) == "CANCELLED"]
    assert len(events) == done.json["count"] + len(canceled)
    assert ["Hannah Müller" in str(event["SUMMARY"]) for event in canceled] == [True]
    assert len({str(event["UID"]) for event in events}) == len(events)
    (late,) = (event for event in events if "Stock count" in str(event.get("DESCRIPTION", "")))
    assert str(late["SUMMARY"]) == "Marek Nowak: Nurse"
    assert late.decoded("DTSTART") == datetime(2026, 11, 16, 13, 0, tzinfo=CHICAGO)
    assert late.decoded("DTEND") == datetime(2026, 11, 16, 22, 30, tzinfo=CHICAGO)


def test_a_wrong_ending_is_refused_and_no_file_appears(run, small, tmp_path):
    for kind, name in (("staff", "a.ics"), ("demand", "a.ics"), ("shifts", "a.doc")):
        target = tmp_path / name
        assert ".ics" in (told := run("export", kind, target, "--practice", small).sentence) or (
            name in told
        )
        assert not target.exists()


def test_a_list_that_cannot_be_written_is_refused_in_one_sentence(run, small, tmp_path):
    assert run("export", "staff", tmp_path / "no" / "a.csv", "--practice", small).sentence
    (tmp_path / "a.csv").mkdir()
    assert run("export", "staff", tmp_path / "a.csv", "--practice", small).sentence
    for ending in ("xlsx", "ics"):
        target = tmp_path / "no" / f"a.{ending}"
        assert run("export", "shifts", target, "--practice", small).sentence
    assert sorted(each.name for each in tmp_path.glob("a*")) == ["a.csv"]
