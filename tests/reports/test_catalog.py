"""Every printable renders, for the demo practice and for one that has nothing yet."""

import csv
import io
from datetime import date

import pytest
from pypdf import PdfReader

from clinicmgr.clinic import Clinic
from clinicmgr.kernel.errors import UserError
from clinicmgr.paper import delimited, pdf, xlsx
from clinicmgr.reports.catalog import PRINTABLES, Printable, dates, printable

WEEK = dates(date(2026, 11, 16), date(2026, 11, 22))


def text_of(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


@pytest.mark.parametrize("each", PRINTABLES, ids=lambda each: each.name)
def test_each_is_made_of_the_demo_practice_in_every_form(
    demo_clinic: Clinic, each: Printable
) -> None:
    document = each.document(demo_clinic, {}, "1.2.3")
    words = text_of(pdf.render(document))
    assert "Lakeside Family Practice" in words
    assert "1.2.3" in words
    assert xlsx.render(document).startswith(b"PK")
    lines = list(csv.reader(io.StringIO(delimited.render(document).decode("utf-8-sig"))))
    assert any(lines), "at least the column titles"


@pytest.mark.parametrize("each", PRINTABLES, ids=lambda each: each.name)
def test_each_is_made_of_an_empty_practice_too(clinic: Clinic, each: Printable) -> None:
    document = each.document(clinic, {}, "1.2.3")
    assert "Lakeside Family Clinic" in text_of(pdf.render(document))


def test_the_wall_roster_says_what_hangs_on_the_wall(demo_clinic: Clinic) -> None:
    words = text_of(pdf.render(printable("week-roster").document(demo_clinic, WEEK, "")))
    for wanted in (
        "Siobhan O'Brien",
        "Hannah Müller",
        "7:30a–4p",
        "Medical assistant",
        "Sick leave",
        "Stock count",
        "Harbor Street",
        "Office manager",
    ):
        assert wanted in words


def test_a_roster_of_four_weeks_gives_each_week_a_sheet_of_its_own(demo_clinic: Clinic) -> None:
    answers = {**dates(date(2026, 11, 16), date(2026, 12, 13)), "paper": "a3"}
    words = text_of(pdf.render(printable("week-roster").document(demo_clinic, answers, "")))
    for day in ("11/16/2026", "11/23/2026", "11/30/2026", "12/7/2026"):
        assert f"Week of {day}" in words
    assert "Thanksgiving Day" in words


def test_a_gap_is_explained_for_everybody(demo_clinic: Clinic) -> None:
    words = text_of(pdf.render(printable("gaps").document(demo_clinic, WEEK, "")))
    assert "1 × Front desk missing at Harbor Street" in words
    for member in demo_clinic.staff.members(date(2026, 11, 18)):
        assert member.last_name in words


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UserError, match="Did you mean week-roster"):
        printable("week-rooster")
