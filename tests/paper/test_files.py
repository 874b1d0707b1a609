"""CSV, Excel and saved files: the same values, harmless, all or nothing."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from tests.paper.samples import IMPRINT, PAYROLL, SHIFTS, costs, dashboard, of, pack, report, roster

from clinicmgr.kernel.errors import UserError
from clinicmgr.paper import (
    Chart,
    Column,
    Document,
    Heading,
    Row,
    Series,
    Table,
    Text,
    Tile,
    Tiles,
    delimited,
    xlsx,
)
from clinicmgr.paper.save import write


def lines(document: Document) -> list[list[str]]:
    content = delimited.render(document)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheets(document: Document) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx.render(document)))
    return {
        name: [list(row) for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def test_csv_of_one_table_is_the_table_alone_with_plain_numbers():
    found = lines(of(costs()))
    assert found[0][:7] == ["Name", "Since", "Hours", "Pay", "Used", "Balance", "Factor"]
    assert found[1][0] == "Nurses"
    assert found[3] == [
        "Ana 1",
        "2024-02-29",
        "37:30",
        "1234.56",
        "0.875",
        "-1",
        "1.25",
        "Overtime needs approval.",
    ]
    assert found[-1][:6] == ["Total", "", "112:30", "3703.68", "", "n/a"]


def test_csv_of_a_roster_has_one_row_a_person_and_one_column_a_day():
    found = lines(roster(12))
    assert len({len(line) for line in found}) == 1
    assert found[0][2:4] == ["Mon 2026-11-23", "Tue 2026-11-24"]
    assert found[0][5] == "Thu 2026-11-26 Thanksgiving Day"
    person = next(line for line in found if line[0] == "Person 00")
    assert person[2] == "7:30 – 11:30 PR · Exam 1\n12:30 – 16:30 PR !"
    assert person[3] == person[4] == "Annual leave"
    assert person[7] == "8:00 – 17:00 PR · Exam 2 (draft)\nbring the keys"
    assert found[-1][2:6] == ["✓ 11 / 9", "▼ 1 / 2 short", "", ""]


def test_csv_of_a_report_has_its_texts_and_tables():
    found = [line[0] if line else "" for line in lines(report())]
    assert found[:2] == ["Activity report", "October 2026"]
    for wanted in ("Staffing was steady.", "Ana 0", "Visits", "Mar", "Sum"):
        assert wanted in found


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_no_text_acts_as_a_formula(text):
    document = of(Table((Column(text), Column("n", "whole")), (Row((text, -1), note=text),)))
    found = lines(document)
    assert found[0][0] == "'" + text
    assert found[1] == ["'" + text, "-1", "'" + text]
    sheet = sheets(document)["Test"]
    assert sheet[-1][0] == text.replace("\r", "\n") or sheet[-1][0] == text
    book = xlsx.render(document)
    assert "<f>" not in _xml(book)


def _xml(book: bytes) -> str:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        return parts.read("xl/worksheets/sheet1.xml").decode()


def test_excel_has_real_numbers_dates_and_hours():
    rows = sheets(report())["Costs"]
    person = next(row for row in rows if row[0] == "Ana 2")
    assert person[1] == date(2024, 2, 29)
    assert person[2] in {timedelta(minutes=2250), datetime(1899, 12, 31, 13, 30)}
    assert person[3:7] == [1234.56, 0.875, -2.0, 1.25]
    total = next(row for row in rows if row[0] == "Total")
    assert total[3] == 3703.68
    assert total[5] == "n/a"


def test_each_table_and_chart_has_its_sheet():
    found = sheets(report())
    assert list(found) == ["Costs", "Visits", "Trend", "Sum"]
    assert found["Visits"][-1] == ["Mar", 7.0, 9.0, 8.0]
    assert found["Visits"][-2][:2] == ["Feb", 6.0]


def test_sheets_are_ready_to_use_and_to_print():
    xml = _xml(xlsx.render(roster()))
    assert 'state="frozen"' in xml
    assert 'orientation="landscape"' in xml
    assert 'fitToHeight="0"' in xml
    assert "<cols>" in xml


def test_sheet_names_are_what_excel_allows():
    names = ["A/B:C*?[x]", "a b c  x", "x" * 40, "x" * 41, "History", "'", "😀" * 20, ""]
    tables = tuple(Table((Column("A"),), (), name) for name in names)
    found = list(sheets(of(*tables)))
    assert len(found) == len(names)
    assert len({name.casefold() for name in found}) == len(names)
    assert all(len(name.encode("utf-16-le")) <= 62 for name in found)


def test_a_text_longer_than_a_cell_is_cut_with_a_sign():
    cell = sheets(of(Table((Column("A"),), (Row(("x" * 40_000,)),))))["Test"][-1][0]
    assert isinstance(cell, str)
    assert len(cell) == 32_767
    assert cell.endswith("…")


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_survives(texts):
    document = of(
        Text(texts[0]), Table((Column("A"), Column("B")), tuple(Row((t, t)) for t in texts))
    )
    found = lines(document)
    assert len(found) == len(texts) + 1
    for line, text in zip(found[1:], texts, strict=True):
        if text.isprintable() and not text.startswith(("=", "+", "-", "@")):
            assert line == [text, text]
    assert sheets(document)


@pytest.mark.parametrize("name", ["a.pdf", "a.csv", "a.xlsx", "A.PDF"])
def test_a_file_is_written_by_its_extension_and_replaces_the_old_one(tmp_path: Path, name):
    (tmp_path / name).write_bytes(b"old")
    write(roster(), tmp_path / name)
    start = {"pdf": b"%PDF", "csv": b"\xef\xbb\xbf", "xlsx": b"PK"}[name[2:].lower()]
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_unknown_extension_is_refused(tmp_path: Path):
    with pytest.raises(UserError, match=r"“a\.doc” cannot be written: .*\.pdf, \.csv or \.xlsx\."):
        write(roster(), tmp_path / "a.doc")
    assert [path.name for path in tmp_path.iterdir()] == []


def test_a_missing_folder_is_named(tmp_path: Path):
    with pytest.raises(UserError, match=r"There is no folder “.*none”"):
        write(roster(), tmp_path / "none" / "a.pdf")


def test_a_folder_of_that_name_is_left_alone(tmp_path: Path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(UserError, match=r"“a\.pdf” is a folder"):
        write(roster(), tmp_path / "a.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch):
    from clinicmgr.paper import save

    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _file: Path("/dev/full").write_bytes(b"x"))
    with pytest.raises(UserError, match="The disk is full"):
        save.write(roster(), target)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_an_empty_document_can_be_saved(tmp_path: Path):
    empty = Document("Nothing", (), IMPRINT)
    for name in ("a.pdf", "a.csv", "a.xlsx"):
        write(empty, tmp_path / name)
    assert (tmp_path / "a.csv").read_text("utf-8-sig") == "Nothing\n"


def test_a_chart_is_a_table_with_gaps_kept():
    chart = Chart("line", ("a", "b"), (Series("x", (100,)), Series("y", (None, 250))), "", "money")
    assert lines(of(chart)) == [["", "x", "y"], ["a", "1.00", ""], ["b", "", "2.50"]]


def test_csv_of_figures_has_a_row_for_each_with_what_is_better_or_worse():
    found = lines(of(dashboard()))
    assert found[0] == ["Figure", "Value", "Change", "Note"]
    assert found[1] == ["Visits", "1,204", "'+4.2% vs. Oct · better", "target 1,150"]
    assert found[2][2] == "'+0.8 points vs. Oct · worse"
    assert found[-3:] == [[], [SHIFTS], [PAYROLL]]


def test_covers_and_contents_are_for_paper_only():
    found = lines(pack(1))
    text = [cell for line in found for cell in line]
    assert text.count("Activity report") == 1
    assert not [cell for cell in text if "Prepared by" in cell or cell == "Contents"]
    assert text.count("Section 1") == 1
    assert len(sheets(pack(1))) == 3  # figures, costs, the words after them


def test_footnotes_stand_under_their_tables():
    table = replace(costs(), footnote=PAYROLL)
    chart = Chart("hbar", ("Ana",), (Series("Shifts", (3,)),), "Shifts", "whole", footnote=SHIFTS)
    document = of(Heading("Money", 1, "In dollars"), table, chart)
    found = lines(document)
    assert ["In dollars"] in found
    assert [PAYROLL] in found
    assert found[-1] == [SHIFTS]
    books = sheets(document)
    assert books["Costs"][-1][0] == PAYROLL
    assert books["Shifts"][-3][:2] == ["Ana", 3.0]
    assert books["Shifts"][-1][0] == SHIFTS


def test_no_text_of_a_pack_acts_as_a_formula():
    bad = "=1+1"
    tiles = Tiles((Tile(bad, bad, bad, bad, True, bad),))
    document = of(Heading(bad, 1, bad), tiles, replace(costs(), footnote=bad))
    text = [cell for line in lines(document) for cell in line]
    assert not [cell for cell in text if cell.startswith("=")]
    assert sum(cell.startswith("'=1+1") for cell in text) == 8
    assert "<f>" not in _xml(xlsx.render(document))
