"""What is printed of the schedule, on every paper, for a practice with too much of everything."""

import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pypdf import PdfReader
from tests.reports.crowded import crowd, marks

from clinicmgr.clinic import Clinic
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import FixedClock
from clinicmgr.kernel.practice import create_practice
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Chip, Grid, delimited, pdf
from clinicmgr.paper.preview import page_count
from clinicmgr.reports.catalog import dates, printable

WEEK = dates(date(2026, 11, 16), date(2026, 11, 22))
YEAR = {"year": 2026}
PAPERS = ("letter", "a4", "legal", "a3")
POINTS_PER_MM = 72 / 25.4
MARGIN = 8 * POINTS_PER_MM - 0.5
PRINTED: dict[str, tuple[str, Mapping[str, object]]] = {
    "by person": ("week-roster", {**WEEK, "changes": True}),
    "by position": ("week-roster", {**WEEK, "by": "position"}),
    "by room": ("week-roster", {**WEEK, "by": "room", "notes": "Long <b>note</b>\n" * 3}),
    "by name": ("week-roster", {**WEEK, "grouped": False, "coverage": False}),
    "month": ("month-roster", WEEK),
    "slips": ("roster-slip", {**WEEK, "layout": "calendar"}),
    "coverage": ("coverage", WEEK),
    "hours": ("planned-hours", {**WEEK, "cost": True}),
    "shares": ("fair-shares", YEAR),
    "on call": ("on-call", WEEK),
}
EVERYBODY = {"by person", "by position", "by room", "by name", "month", "slips", "hours", "shares"}


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    clock, dana = FixedClock(datetime(2026, 11, 18, 9)), Actor("Dana")
    path: Path = tmp_path_factory.mktemp("crowd") / "crowd.clinic"
    create_practice(path, ClinicSettings("=1+1 <b>Practice</b> & Sons"), clock, dana).close()
    clinic = Clinic.open(path, clock, dana)
    yield crowd(clinic)
    clinic.close()


def made(clinic: Clinic, name: str, paper: str) -> Any:
    printed, answers = PRINTED[name]
    return printable(printed).document(clinic, {**answers, "paper": paper}, "1.2.3")


def outside(content: bytes) -> list[str]:
    """The letters that do not stand inside the margins, on the first page and the last."""
    with pdfplumber.open(io.BytesIO(content)) as book:
        return [
            f"{one['text']} on page {page.page_number}"
            for page in (book.pages[0], book.pages[-1])
            for one in page.chars
            if not (
                one["x0"] >= MARGIN
                and one["x1"] <= page.width - MARGIN
                and one["top"] >= MARGIN
                and one["bottom"] <= page.height - MARGIN
            )
        ]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", PRINTED)
def test_everything_stands_inside_the_margins(name, paper, crowded) -> None:
    assert outside(pdf.render(made(crowded, name, paper)))[:3] == []


@pytest.mark.parametrize("name", sorted(EVERYBODY))
def test_everybody_stands_on_the_paper_and_in_the_sheet(name, crowded) -> None:
    document = made(crowded, name, "a3")
    text = delimited.render(document).decode("utf-8-sig")
    assert [mark for mark in marks() if mark not in text] == []
    pages = PdfReader(io.BytesIO(pdf.render(document))).pages
    words = "".join("".join(page.extract_text() for page in pages).split())
    assert [mark for mark in marks() if mark not in words] == []


@pytest.mark.parametrize("name", ["by person", "month"])
def test_two_dozen_people_hang_on_two_sheets_of_letter_or_one_of_a3(name, demo_clinic) -> None:
    assert sheets(demo_clinic, name, "letter", "landscape") == 2
    assert sheets(demo_clinic, name, "a3", "portrait") == 1


def sheets(clinic: Clinic, name: str, paper: str, orientation: str) -> int:
    printed, answers = PRINTED[name]
    asked = {**answers, "paper": paper, "orientation": orientation}
    return page_count(pdf.render(printable(printed).document(clinic, asked, "")))


def test_every_code_of_a_month_is_read_from_the_paper_with_its_meaning(demo_clinic) -> None:
    document = made(demo_clinic, "month", "a3")
    (grid,) = (item for item in document.items if isinstance(item, Grid))
    chips = [
        part.text
        for group in grid.groups
        for row in group.rows
        for cell in row.cells
        for part in cell
        if isinstance(part, Chip)
    ]
    with pdfplumber.open(io.BytesIO(pdf.render(document))) as book:
        words = [one["text"] for page in book.pages for one in page.extract_words()]
    codes = {code for code in chips if len(code) > 1}
    assert len(codes) > 5
    assert {code: words.count(code) for code in codes} == {
        code: chips.count(code) + 1 for code in codes
    }
