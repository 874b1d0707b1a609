"""The wall roster: everybody, every shift, readable, on as few sheets as possible."""

from __future__ import annotations

import io
import itertools
import time
from dataclasses import replace

import pdfplumber
import pypdf
import pytest
from tests.paper.samples import IMPRINT, days, roster
from tests.paper.test_pdf import assert_on_the_page, lines_of, text_of

from clinicmgr.paper import (
    Chip,
    Document,
    Grid,
    GridColumn,
    GridGroup,
    GridRow,
    Hatch,
    Page,
    PageBreak,
)
from clinicmgr.paper.pdf import render


def sized(pdf: bytes, wanted: str) -> list[float]:
    """Sizes in points of the letters of a word."""
    with pdfplumber.open(io.BytesIO(pdf)) as book:
        return [
            letter["size"]
            for page in book.pages
            for word in page.extract_words(return_chars=True)
            if wanted in word["text"]
            for letter in word["chars"]
        ]


def one(grid: Grid, page: Page | None = None) -> Document:
    return Document("Roster", (grid,), IMPRINT, "", page or Page("letter", landscape=True))


def test_a_dozen_people_hang_on_one_sheet():
    pages = text_of(render(roster(12)))
    assert len(pages) == 1
    for wanted in ("Person 00", "Person 11", "Thanksgiving Day", "Office manager", "▼ 1 / 2 short"):
        assert wanted in pages[0]


@pytest.mark.parametrize("people", [0, 1, 17, 60])
def test_everybody_is_on_the_roster_with_every_shift(people):
    pdf = render(roster(people))
    pages = text_of(pdf)
    text = "\n".join(pages)
    for number in range(people):
        assert f"Person {number:02d}" in text
    assert text.count("8:00 – 17:00") == 2 * people
    assert text.count("12:30 – 16:30") == min(people, 1)
    assert text.count("Annual leave") == people  # two days of leave are one bar
    assert_on_the_page(pdf)
    for page in pages:
        assert ("Mon" in page) == ("Nov 23" in page)


def test_each_week_has_its_sheet():
    grid = roster(12).items[0]
    assert isinstance(grid, Grid)
    weeks = [replace(grid, title=f"Week {number}") for number in range(1, 5)]
    items = [item for week in weeks for item in (week, PageBreak())]
    pages = text_of(render(Document("Roster", tuple(items), IMPRINT, "", roster().page)))
    assert [f"Week {number}" in page for number, page in enumerate(pages, start=1)] == [True] * 4


def test_days_and_group_come_again_on_each_page():
    pages = text_of(render(roster(60)))
    assert len(pages) > 3
    with_people = [page for page in pages if "Person" in page]
    for page in with_people:
        assert all(f"Nov {day}" in page for day in range(23, 30))
        assert any(title in page for title in ("Providers", "Nurses", "Medical", "Front"))
    assert any("(continued)" in page for page in with_people[1:])


def test_names_and_times_can_be_read_at_arms_length():
    pdf = render(roster(60))
    assert min(sized(pdf, "Person")) >= 9
    assert min(sized(pdf, "17:00")) >= 9


def test_few_people_are_written_larger():
    assert min(sized(render(roster(4)), "Person")) > min(sized(render(roster(60)), "Person"))


def test_three_shifts_in_a_cell_stand_under_each_other():
    chips = tuple(Chip(f"{hour}:00 – {hour + 2}:00", "Lab", "MA", 2) for hour in (7, 10, 13))
    row = GridRow("Ana Ruiz", (chips, *((),) * 6))
    pdf = render(one(Grid(days(), (GridGroup("", (row,)),))))
    with pdfplumber.open(io.BytesIO(pdf)) as book:
        words = book.pages[0].extract_words()
    tops = [
        next(w["top"] for w in words if w["text"] == start) for start in ("7:00", "10:00", "13:00")
    ]
    assert tops == sorted(tops)
    assert all(later - earlier > 15 for earlier, later in itertools.pairwise(tops))


def test_the_code_is_printed_once_beside_its_shift():
    row = GridRow("Ana", ((Chip("8:00", "MA · Exam 2", "MA", 2),), (Chip("9:00", "Make-up", "M"),)))
    text = lines_of(
        render(one(Grid((GridColumn("Mon"), GridColumn("Tue")), (GridGroup("", (row,)),))))
    )[0]
    assert text.count("MA") == 1
    assert "MA · Exam 2" in text
    assert "M · Make-up" in text


def test_times_of_a_twelve_hour_clock_are_parted_after_the_dash():
    row = GridRow("Ana", ((Chip("10:30 AM – 12:30 PM", "", "MA", 2),),) * 7)
    text = lines_of(render(one(Grid(days(), (GridGroup("", (row,)),)), Page("letter"))))[0]
    assert text.index("10:30 AM –") < text.index("12:30 PM")


def test_a_name_of_two_hundred_letters_wraps_whole():
    name = "Wolfeschlegelsteinhausenbergerdorff " * 6
    row = GridRow(name[:200], ((Hatch("Annual leave"),), *((),) * 6), "32 / 40 h")
    pdf = render(one(Grid(days(), (GridGroup("Nurses", (row,), 1),))))
    assert_on_the_page(pdf)
    text = "".join(text_of(pdf)[0].split())
    assert text.count("Wolfeschlegelsteinhausenbergerdorff") == 5


@pytest.mark.parametrize("paper", ["letter", "a4", "legal", "a3"])
def test_a_month_fits_with_every_day(paper):
    columns = tuple(GridColumn("Mo", str(number)) for number in range(1, 32))
    week = tuple((Chip("10:00–18:30", "", "MA", 2),) for _day in columns)
    rows = tuple(GridRow(f"Person {number}", week) for number in range(5))
    pdf = render(one(Grid(columns, (GridGroup("All", rows),)), Page(paper, landscape=True)))
    assert_on_the_page(pdf)
    text = "".join("".join(text_of(pdf)).split())
    assert text.count("18:30") == 5 * 31


def test_days_that_do_not_fit_come_on_further_pages_with_the_names():
    columns = tuple(GridColumn("Wednesday", f"2026-12-{number:02d}") for number in range(1, 32))
    week = tuple((Chip("10:00-Washington", "", "MA", 2),) for _day in columns)
    grid = Grid(columns, (GridGroup("Nurses", (GridRow("Person", week),)),))
    pdf = render(one(grid, Page("letter")))
    pages = text_of(pdf)
    assert len(pages) > 1
    assert all("Person" in page and "Nurses" in page for page in pages)
    assert_on_the_page(pdf)


def test_nobody_and_nothing_is_a_page_too():
    empty = render(one(Grid(days(), (GridGroup("Nurses", (), 1),))))
    assert "Nobody to show." in text_of(empty)[0]
    assert len(pypdf.PdfReader(io.BytesIO(render(one(Grid((), ()))))).pages) == 1


def test_a_ragged_grid_is_refused():
    with pytest.raises(ValueError, match="'Ana' has 1 cells, not 7"):
        Grid(days(), (GridGroup("", (GridRow("Ana", ((),)),)),))


def test_sixty_people_are_printed_in_a_moment():
    document = roster(60)
    render(replace(document, title="warm"))
    started = time.perf_counter()
    render(document)
    assert time.perf_counter() - started < 2  # 0.2 s on an idle machine
