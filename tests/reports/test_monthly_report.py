"""The monthly report on paper and in sheets: whole, honest, and printed as it was typed."""

import csv
import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
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
from clinicmgr.paper import (
    Beside,
    Contents,
    Cover,
    Document,
    Heading,
    Imprint,
    Item,
    Text,
    Tiles,
    delimited,
    pdf,
    xlsx,
)
from clinicmgr.reports.documents.monthly import MonthlyOptions, build_monthly
from clinicmgr.reports.records import Section
from clinicmgr.reports.service import Reports

OCTOBER = MonthlyOptions(date(2026, 10, 1), date(2026, 10, 31))
NOVEMBER = MonthlyOptions(date(2026, 11, 1), date(2026, 11, 30))
MARGIN = 12  # points: what most printers cannot reach


def made(clinic: Clinic, options: MonthlyOptions = OCTOBER) -> Document:
    settings = clinic.settings.current()
    imprint = Imprint(settings.name, clinic.clock.now(), "1.2.3")
    return build_monthly(reports_of(clinic), settings, imprint, options)


def reports_of(clinic: Clinic) -> Reports:
    return Reports(clinic.journal, clinic.clock, clinic)


def items_of(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Beside):
            for part in item.parts:
                yield from items_of(part)
        else:
            yield item


def headings(document: Document) -> list[str]:
    return [item.text for item in items_of(document.items) if isinstance(item, Heading)]


def words_of(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    clock, dana = FixedClock(datetime(2026, 11, 18, 9)), Actor("Dana")
    path = tmp_path_factory.mktemp("crowded-month") / "crowded.clinic"
    create_practice(path, ClinicSettings("=1+1 <b>Practice</b> & Sons"), clock, dana).close()
    clinic = crowd(Clinic.open(path, clock, dana))
    reports = reports_of(clinic)
    for section in Section:
        reports.set_words(date(2026, 11, 1), section, f"{section} " + " | ".join(CODE_LIKE))
    yield clinic
    clinic.close()


@pytest.fixture(scope="module")
def october(
    demo_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Document, bytes]]:
    """The report of October of the demo practice, and its PDF, made once for those who read it."""
    folder = tmp_path_factory.mktemp("october") / "practice"
    shutil.copytree(demo_template, folder)
    (path,) = folder.glob("*.clinic")
    clinic = Clinic.open(path, FixedClock(datetime(2026, 11, 18, 9)), Actor("Dana"))
    document = made(clinic)
    yield document, pdf.render(document)
    clinic.close()


def test_the_demo_practice_gets_a_report_that_an_owner_can_read_in_one_sitting(october):
    document, content = october
    assert isinstance(document.items[0], Cover)
    assert isinstance(document.items[1], Contents)
    assert headings(document) == [section.label for section in Section]
    reader = PdfReader(io.BytesIO(content))
    assert 10 <= len(reader.pages) <= 20
    words = words_of(content)
    for wanted in (
        "October 2026",
        "Prepared by Dana",
        "24 people were rostered",
        "Tessa Lind",
        "Providers were busy",
        "The result was",
        "No-show rate",
    ):
        assert wanted in words
    outline: Any = reader.outline
    title, sections = outline
    assert title.title == "Monthly activity report"
    assert [entry.title for entry in sections] == headings(document)


def test_fonts_are_embedded_and_every_picture_is_drawn(october):
    reader = PdfReader(io.BytesIO(october[1]))
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            own: Any = font.get_object()
            descendants = own.get("/DescendantFonts")
            face = descendants[0].get_object() if descendants else own
            assert "/FontFile2" in face["/FontDescriptor"], own["/BaseFont"]
        assert not page.images


def test_the_dashboard_is_one_page_with_the_words_of_the_manager(demo_clinic):
    reports_of(demo_clinic).set_words(date(2026, 10, 1), Section.SUMMARY, "A steady month.")
    document = made(demo_clinic)
    (tiles,) = [item for item in document.items if isinstance(item, Tiles)]
    by_label = {tile.label: tile for tile in tiles.tiles}
    hours = by_label["Rostered hours"]
    assert hours.value == "3,366"
    assert hours.note == "Oct 25: 3,494\n2026 to date: 32,252"
    assert hours.change == "−3.7% vs. Oct 25"
    assert len(hours.history) == 12
    assert by_label["Maintenance on time"].is_good is False
    pages = PdfReader(io.BytesIO(pdf.render(document))).pages
    page = pages[2].extract_text()
    assert page.index("At a glance") < page.index("A steady month.") < page.index("What stands out")
    assert "Staffing" in pages[3].extract_text().splitlines()[2]


def test_every_table_and_chart_with_figures_says_how_they_are_made(october):
    words = words_of(october[1])
    for wanted in (
        "Rostered: real minutes of the shifts",
        "Needed: each line of demand by itself",
        "A day counts where the person would have worked",
        "As of Oct 31, 2026: what people employed on that day had then.",
        "On time: done on the due day or before",
        "as of Nov 18, 2026: maintenance by its plans",
    ):
        assert wanted in words


def test_words_of_the_manager_open_their_section_as_they_were_typed(demo_clinic):
    odd = "<b>bold</b> & =1+1\nsecond line with 🩺 and “quotes”"
    reports_of(demo_clinic).set_words(date(2026, 10, 1), Section.EQUIPMENT, odd)
    document = made(demo_clinic)
    items = list(items_of(document.items))
    place = items.index(Heading(Section.EQUIPMENT.label))
    assert items[place + 1] == Text(odd, "notice")
    words = words_of(pdf.render(document))
    assert "<b>bold</b> & =1+1 second line" in words
    sheet = delimited.render(document).decode("utf-8-sig")
    assert any(
        "<b>bold</b> & =1+1" in cell for row in csv.reader(io.StringIO(sheet)) for cell in row
    )


def test_a_period_over_two_months_says_whose_words_are_whose(demo_clinic):
    reports = reports_of(demo_clinic)
    reports.set_words(date(2026, 9, 1), Section.LEAVE, "Quiet.")
    reports.set_words(date(2026, 10, 1), Section.LEAVE, "Busy.")
    document = made(demo_clinic, MonthlyOptions(date(2026, 9, 15), date(2026, 10, 14)))
    leave = list(items_of(document.items))
    leave = leave[leave.index(Heading(Section.LEAVE.label)) + 1 :][:2]
    notices = [item.text for item in leave if isinstance(item, Text) and item.style == "notice"]
    assert notices == ["September 2026\nQuiet.", "October 2026\nBusy."]
    assert document.subtitle == "Sep 15, 2026 to Oct 14, 2026"
    assert "a year ago" in words_of(pdf.render(document))


@pytest.mark.parametrize(
    "first, last",
    [
        (date(2026, 10, 7), date(2026, 10, 7)),
        (date(2026, 2, 1), date(2026, 2, 28)),
        (date(2025, 11, 18), date(2026, 11, 18)),
        (date(2026, 11, 1), date(2026, 11, 30)),  # not over yet
        (date(2027, 3, 1), date(2027, 3, 31)),  # nothing is planned so far
        (date(2019, 1, 1), date(2019, 1, 31)),  # before the practice began
    ],
    ids=["day", "february", "year", "this month", "later", "before"],
)
def test_any_period_makes_a_report(demo_clinic, first, last):
    document = made(demo_clinic, MonthlyOptions(first, last))
    assert pdf.render(document).startswith(b"%PDF")


def test_an_empty_practice_gets_an_honest_report(clinic):
    document = made(clinic)
    words = words_of(pdf.render(document))
    for wanted in (
        "There are no records of this period.",
        "Nobody was employed in this period.",
        "No minimum was set for this period",
        "No activity was counted so far.",
        "No equipment is on record.",
        "No prices changed in this period.",
    ):
        assert wanted in words
    assert len(PdfReader(io.BytesIO(pdf.render(document))).pages) <= 5


def test_sections_without_records_can_be_left_out(clinic):
    reports_of(clinic).set_words(date(2026, 10, 1), Section.MONEY, "No books yet.")
    document = made(clinic, replace(OCTOBER, keep_empty=False))
    kept = headings(document)
    assert Section.EQUIPMENT.label not in kept
    assert Section.MONEY.label in kept  # because something was written


def test_sixty_people_with_long_names_stay_inside_the_margins(crowded):
    content = pdf.render(made(crowded, NOVEMBER))
    with pdfplumber.open(io.BytesIO(content)) as book:
        for page in book.pages:
            for letter in page.chars:
                assert letter["x0"] >= MARGIN
                assert letter["x1"] <= page.width - MARGIN
                assert letter["top"] >= MARGIN
                assert letter["bottom"] <= page.height - MARGIN
            assert not page.images
    squeezed = words_of(content).replace(" ", "")
    missing = [mark for mark in marks() if mark not in squeezed]
    assert missing == []


def test_what_looks_like_code_is_text_in_every_form(crowded):
    document = made(crowded, NOVEMBER)
    words = words_of(pdf.render(document))
    for odd in ("=1+1 <b>Practice</b> & Sons", "Q&A &amp; more", "@SUM(A1)"):
        assert odd in words
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx.render(document)))
    cells = {
        cell
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    }
    assert any(isinstance(cell, str) and "=1+1" in cell for cell in cells)
    for row in csv.reader(io.StringIO(delimited.render(document).decode("utf-8-sig"))):
        for cell in row:
            assert not cell.startswith(("=", "@", "+1"))


def test_who_may_not_see_money_or_pay_gets_none_of_it(demo_file, clock):
    opened = Clinic.open(demo_file, clock, Actor("Eve", frozenset()))
    try:
        document = made(opened)
        words = words_of(pdf.render(document))
        assert "Money is left out" in words
        assert "Labor cost" not in words
        assert "Income and cost" not in words
    finally:
        opened.close()


def test_the_report_of_a_practice_elsewhere_speaks_its_currency(demo_clinic):
    settings = demo_clinic.settings.current()
    demo_clinic.settings.change(replace(settings, currency="EUR", locale="de_DE", paper="a4"))
    document = made(demo_clinic)
    assert document.page.paper == "a4"
    words = words_of(pdf.render(document))
    assert "Oktober 2026" in words
    assert "$" not in words


def test_a_month_that_is_not_over_is_not_called_better_or_worse(demo_clinic):
    document = made(demo_clinic, NOVEMBER)
    (tiles,) = [item for item in document.items if isinstance(item, Tiles)]
    assert {tile.is_good for tile in tiles.tiles} == {None}
    income = next(tile for tile in tiles.tiles if tile.label == "Income")
    assert income.note.startswith("November 2026, so far")
    assert income.change == ""
    words = words_of(pdf.render(document))
    assert "This period is not over: what is on record by Nov 18, 2026" in words
    assert "November 2026, which is not over: so far an income of" in words
    assert "worse than the budget" not in words


def test_money_of_a_part_of_a_month_says_which_months_it_is_of(demo_clinic):
    document = made(demo_clinic, MonthlyOptions(date(2026, 10, 5), date(2026, 10, 18)))
    (tiles,) = [item for item in document.items if isinstance(item, Tiles)]
    cost = next(tile for tile in tiles.tiles if tile.label == "Cost")
    assert cost.note.startswith("October 2026\n")
    words = words_of(pdf.render(document))
    assert "Money is told by whole months, here October 2026." in words
