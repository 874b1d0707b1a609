"""What is printed about equipment."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from clinicmgr.equipment.documents import (
    AssetLogOptions,
    PlanCalendarOptions,
    ReadingSheetOptions,
    RegisterOptions,
    build_asset_log,
    build_plan_calendar,
    build_reading_sheet,
    build_register,
)
from clinicmgr.equipment.records import (
    AmendmentDraft,
    Check,
    CheckResult,
    OutageDraft,
    ReadingDraft,
)
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Cell, Chart, Heading, Imprint, Table, save, value_of

TODAY = date(2026, 11, 18)
CLINIC = ClinicSettings("Lakeside Family Clinic")
IMPRINT = Imprint("Lakeside Family Clinic", datetime(2026, 11, 18, 9, 0))
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def tables(document):
    return [item for item in document.items if isinstance(item, Table)]


def shown(cell):
    if isinstance(cell, Cell) and cell.text is not None:
        return cell.text
    return value_of(cell)


def rows_of(table):
    return [(row.kind, *map(shown, row.cells)) for row in table.rows]


def test_the_register_lists_what_stands_where_and_what_it_cost(equipment, workshop):
    equipment.take_out(OutageDraft(workshop.autoclave, TODAY, "Seal"))
    document = build_register(equipment, CLINIC, IMPRINT, RegisterOptions(TODAY))
    rows = rows_of(tables(document)[0])
    assert [row[1] for row in rows] == [
        "Exam 1", "F-001", "Laboratory", "E-004", "E-010", "Total",
    ]  # fmt: skip
    assert rows[4][-2:] == (date(2026, 11, 2), "Out of service")
    assert rows[5][7] == 420_000
    equipment.retire(workshop.fridge, TODAY)
    (table,) = tables(build_register(equipment, CLINIC, IMPRINT, RegisterOptions(TODAY)))
    assert "E-004" not in [row[1] for row in rows_of(table)]


def test_the_log_shows_what_was_done_and_what_was_added_later(equipment, workshop, closing):
    checks = (Check("Load the strip"), Check("Read the strip", CheckResult.NOT_OK, "turned"))
    work_id = equipment.complete(workshop.spore_test, replace(closing, checks=checks))
    equipment.amend(work_id, AmendmentDraft("Took longer", labor_minutes=45))
    equipment.take_out(OutageDraft(workshop.autoclave, TODAY, "Seal"))
    document = build_asset_log(equipment, CLINIC, IMPRINT, AssetLogOptions(*YEAR))
    assert [item.text for item in document.items if isinstance(item, Heading)] == [
        "Autoclave (E-010)"
    ]
    _facts, log, outages = tables(document)
    assert rows_of(log)[0][1:] == (
        TODAY, "WO 1", "Spore test", "11/2/2026 late", "Ana Ruiz", 45, None, 1500,
    )  # fmt: skip
    assert log.rows[0].note == (
        "Done — Read the strip: Not OK (turned) — Amended Nov 18, 2026 by Dana: Took longer"
    )
    assert rows_of(outages)[0][1:] == (TODAY, "not yet", "Seal")


def test_the_sheet_of_readings_names_what_is_beyond_and_what_is_missing(equipment, workshop):
    for day, time, value in ((16, 450, 42), (16, 990, 89), (17, 455, 40), (17, 700, 41)):
        equipment.record(ReadingDraft(workshop.temperature, date(2026, 11, day), time, value, "AR"))
    options = ReadingSheetOptions(date(2026, 11, 1), TODAY)
    document = build_reading_sheet(equipment, CLINIC, IMPRINT, options)
    rows = {row[1]: row[2:] for row in rows_of(tables(document)[0])}
    assert rows["Mon 16"] == ("4.2", "AR", "▲ 8.9", "AR", "")
    assert rows["Tue 17"] == ("4.1", "AR", "missing", "", "7:35 AM: 4.0 °C")
    assert rows["Wed 18"] == rows["Mon 30"] == (None, "", None, "", "")
    assert "Sat 14" not in rows
    assert "Wed 11" not in rows  # a holiday
    (chart,) = [item for item in document.items if isinstance(item, Chart)]
    assert [(limit.name, str(limit.value)) for limit in chart.limits] == [
        ("Lowest", "2.0"), ("Highest", "8.0"),
    ]  # fmt: skip


def test_the_calendar_says_what_was_done_late_and_waits(equipment, workshop, closing):
    checks = (Check("Load the strip"), Check("Read the strip"))
    for day in (2, 12):
        done = replace(closing, day=date(2026, 11, day), checks=checks)
        equipment.complete(workshop.spore_test, done)
    document = build_plan_calendar(equipment, CLINIC, IMPRINT, PlanCalendarOptions(2026))
    rows = rows_of(tables(document)[0])
    assert rows[0] == ("group", "Autoclave (E-010)")
    assert rows[1][1:3] == ("Spore test, every week", "Ana Ruiz")
    assert rows[1][-2:] == ("! 2/5", "0/4")
    assert document.subtitle == "1 of 3 on time (33%)."


@pytest.mark.parametrize("ending", ["pdf", "csv", "xlsx"])
@pytest.mark.parametrize("is_empty", [True, False], ids=["empty", "odd words"])
def test_every_document_can_be_written(equipment, closing, tmp_path, ending, is_empty, request):
    if not is_empty:
        workshop = request.getfixturevalue("workshop")
        asset = equipment.asset(workshop.fridge)
        words = "<b> & =1+1 " + "x" * 60
        equipment.change_asset(asset.id, replace(asset.draft(), name=words, serial="S" * 200))
        work_id = equipment.report(asset.id, "=cmd|' /C calc'!A0 <i>" + "y" * 150)
        equipment.close_work(work_id, replace(closing, notes="word " * 300, done_by="Q" * 120))
        equipment.record(ReadingDraft(workshop.temperature, TODAY, 450, 42, "=A1", "<u>"))
    for number, document in enumerate(
        (
            build_register(equipment, CLINIC, IMPRINT, RegisterOptions(TODAY)),
            build_asset_log(equipment, CLINIC, IMPRINT, AssetLogOptions(*YEAR)),
            build_reading_sheet(equipment, CLINIC, IMPRINT, ReadingSheetOptions(TODAY, TODAY)),
            build_plan_calendar(equipment, CLINIC, IMPRINT, PlanCalendarOptions(2026)),
        )
    ):
        path = tmp_path / f"{number}.{ending}"
        save.write(document, path)
        assert path.stat().st_size > 0
