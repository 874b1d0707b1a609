"""Every document on paper and in sheets, for a practice that has too much of everything."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from typing import Any

import pdfplumber
import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from tests.reports.crowded import CODE_LIKE, crowd, marks

from clinicmgr.clinic import Clinic
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import FixedClock
from clinicmgr.kernel.practice import create_practice
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Document, delimited, pdf, xlsx
from clinicmgr.reports.catalog import PRINTABLES, Moment, Printable, dates

MARGIN = 12  # points: what most printers cannot reach
MOST_PAGES = 6  # and the last one: the others are made the same way
WEEK = dates(date(2026, 11, 16), date(2026, 11, 22))
PEOPLE = {
    "directory", "week-roster", "roster-slip", "leave-calendar", "credential-matrix",
    "month-roster", "planned-hours", "fair-shares",
}  # fmt: skip
"""The documents in which everybody stands."""
each_printable = pytest.mark.parametrize("each", PRINTABLES, ids=lambda each: each.name)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    clock, dana = FixedClock(datetime(2026, 11, 18, 9)), Actor("Dana")
    path = tmp_path_factory.mktemp("crowded") / "crowded.clinic"
    create_practice(path, ClinicSettings("=1+1 <b>Practice</b> & Sons"), clock, dana).close()
    clinic = Clinic.open(path, clock, dana)
    yield crowd(clinic)
    clinic.close()


def made(each: Printable[Any], clinic: Clinic) -> Document:
    """The document of a week where it has a period, else as it is by itself."""
    return each.document(clinic, WEEK if "period" in each.field_names() else {}, "1.2.3")


def faults(content: bytes) -> list[str]:
    """What is wrong on the pages: letters beside the page, words over each other, pictures."""
    found: list[str] = []
    with pdfplumber.open(io.BytesIO(content)) as book:
        for page in (*book.pages[:MOST_PAGES], *book.pages[MOST_PAGES:][-1:]):
            found += [f"{one['text']} beside page {page.page_number}" for one in page.chars
                      if not inside(one, page)]  # fmt: skip
            found += [f"picture on page {page.page_number}" for _one in page.images]
            found += [f"{one} over {other}" for one, other in overlaps(page.extract_words())]
    return found


def inside(letter: dict[str, Any], page: Any) -> bool:
    return bool(
        letter["x0"] >= MARGIN
        and letter["x1"] <= page.width - MARGIN
        and letter["top"] >= MARGIN
        and letter["bottom"] <= page.height - MARGIN
    )


def overlaps(words: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    ordered = sorted(words, key=lambda word: word["top"])
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other["top"] > one["bottom"] - 1:
                break
            wide = min(one["x1"], other["x1"]) - max(one["x0"], other["x0"])
            high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
            if wide > 1 and high > 2:
                yield one["text"], other["text"]


def unembedded(content: bytes) -> list[str]:
    found = []
    for page in PdfReader(io.BytesIO(content)).pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            inner = font.get_object()
            inner = (
                inner["/DescendantFonts"][0].get_object() if "/DescendantFonts" in inner else inner
            )
            if "/FontFile2" not in inner["/FontDescriptor"]:
                found.append(str(inner["/BaseFont"]))
    return found


def squeezed(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


def cells_of(document: Document) -> tuple[list[str], list[str]]:
    """All cells as other programs read them: of the CSV file, and of the Excel file."""
    text = delimited.render(document).decode("utf-8-sig")
    plain = [cell for line in csv.reader(io.StringIO(text)) for cell in line]
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx.render(document)))
    rich = [
        str(cell)
        for sheet in book.sheet_names
        for row in book.get_sheet_by_name(sheet).to_python()
        for cell in row
    ]
    return plain, rich


@each_printable
def test_nothing_is_cut_or_printed_over_in_a_crowded_practice(each, crowded) -> None:
    content = pdf.render(made(each, crowded))
    assert faults(content)[:3] == []
    assert unembedded(content) == []
    if each.name in PEOPLE:
        words = squeezed(content)
        assert [mark for mark in marks() if mark not in words] == []


@each_printable
def test_nothing_is_cut_or_printed_over_in_the_demo_practice(each, demo_clinic) -> None:
    content = pdf.render(made(each, demo_clinic))
    assert faults(content)[:3] == []
    assert unembedded(content) == []


@each_printable
def test_a_narrower_paper_holds_everything_too(each, crowded) -> None:
    answers = {**(WEEK if "period" in each.field_names() else {}), "paper": "a4"}
    assert faults(pdf.render(each.document(crowded, answers, "")))[:3] == []


@each_printable
def test_the_sheets_have_what_the_paper_has_and_no_text_acts(each, crowded) -> None:
    document = made(each, crowded)
    plain, rich = cells_of(document)
    if each.name in PEOPLE:
        for cells in (plain, rich):
            said = "\n".join(cells)
            assert [mark for mark in marks() if mark not in said] == []
    assert [cell for cell in plain if cell.startswith(("=", "@", "+"))] == []
    with zipfile.ZipFile(io.BytesIO(xlsx.render(document))) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/")]
        assert not any(b"<f>" in book.read(name) for name in sheets)


def test_what_looks_like_code_is_printed_as_typed(crowded) -> None:
    directory = next(each for each in PRINTABLES if each.name == "directory")
    document = made(directory, crowded)
    words = squeezed(pdf.render(document))
    plain, rich = cells_of(document)
    for text in CODE_LIKE:
        if "🩺" not in text:  # no typeface on paper has it: a visible sign stands for it there
            assert "".join(text.split()) in words
        assert any(text in cell for cell in plain)
        assert any(text in cell for cell in rich)


def test_every_option_of_every_document_can_be_asked_for(clinic) -> None:
    moment = Moment(date(2026, 11, 18))
    for each in PRINTABLES:
        known = {field.name for field in fields(each.request(clinic, {}).options)}
        asked = {name for ask in each.asks for name in ask.options({}, moment)}
        assert known - {"paper"} == asked - {"orientation"}, each.name
