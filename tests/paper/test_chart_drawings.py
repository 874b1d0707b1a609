"""What a printed chart tells: values, names, limits, also in gray and when there are many."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace
from decimal import Decimal
from typing import Any, get_args

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.paper.samples import of
from tests.paper.test_pack import MARGIN
from tests.paper.test_pdf import assert_on_the_page, lines_of, squeezed, text_of

from clinicmgr.paper import Beside, Chart, ChartKind, Limit, Page, Series
from clinicmgr.paper.pdf import render
from clinicmgr.paper.pdf.chart.limits import spread

PEOPLE = ("Dr. Amelia Okafor", "Bethany Clark", "Carlos Ruiz", "Dana Reed")
MONTHS = tuple(f"{month} 2026" for month in ("Jan", "Feb", "Mar", "Apr", "May", "Jun"))
LONG = ("Wolfeschlegelsteinhausen " * 8)[:200].strip()


def words(chart: Chart) -> dict[str, dict[str, Any]]:
    with pdfplumber.open(io.BytesIO(render(of(chart)))) as book:
        return {word["text"]: word for word in book.pages[0].extract_words()}


def shapes(chart: Chart) -> list[Any]:
    with pdfplumber.open(io.BytesIO(render(of(chart)))) as book:
        page = book.pages[0]
        return [*page.lines, *page.curves, *page.rects]


def strokes(chart: Chart) -> list[Any]:
    """The lines of the series."""
    return [s for s in shapes(chart) if s["linewidth"] == 1.6 and s["stroke"] and not s["fill"]]


def test_bars_carry_their_values_at_their_ends():
    found = words(Chart("bar", ("A", "B"), (Series("x", (120, -70)),), measure="whole"))
    assert found["120"]["bottom"] < found["A"]["top"] - 50
    assert found["-70"]["top"] > found["120"]["bottom"] + 30


def test_values_that_do_not_fit_are_all_left_out_rather_than_some():
    months = tuple(f"{n}" for n in range(40))
    chart = Chart("bar", months, (Series("x", (123456,) * 39 + (7,)),), measure="whole")
    assert "123,456" not in text_of(render(of(chart)))[0]


def test_stacks_say_their_parts_and_their_sum():
    series = tuple(Series(name, (30, 45), color) for color, name in enumerate(("RN", "MA", "PR")))
    text = text_of(render(of(Chart("stacked", ("May", "June"), series, measure="whole"))))[0]
    assert text.count("30") >= 3
    for total in ("90", "135"):
        assert total in text


def test_parts_of_a_stack_are_all_named_or_none():
    series = (Series("RN", (99,) * 24, 0), Series("MA", (1000,) * 24, 1))
    chart = Chart("stacked", tuple(f"{n}" for n in range(24)), series, measure="whole", height=90)
    assert "99" not in words(chart)


def test_money_and_hours_are_labeled_as_people_write_them():
    money = Chart("hbar", ("Rent",), (Series("Cost", (1234500,)),), measure="money")
    assert "12,345" in words(money)
    small = Chart("hbar", ("Stamps",), (Series("Cost", (1250,)),), measure="money")
    assert "12.50" in words(small)
    even = Chart("hbar", ("Stamps",), (Series("Cost", (1300,)),), measure="money")
    assert "13.00" not in words(even)
    hours = Chart("hbar", ("Ana",), (Series("Overtime", (95,)),), measure="hours")
    assert "1:35" in words(hours)
    share = Chart("hbar", ("Room 1",), (Series("Used", (Decimal("0.814"),)),), measure="percent")
    assert "81.4%" in words(share)
    third = Chart("hbar", ("x",), (Series("y", (Decimal(1) / 3,)),))
    assert "0.33" in words(third)


def test_names_of_people_stand_whole_at_the_left_of_their_bars():
    chart = Chart("hbar", PEOPLE, (Series("Shifts", (18, 0, None, 20)),), "Shifts", "whole")
    page = lines_of(render(of(chart)))[0]
    for line in ("Dr. Amelia Okafor 18", "Bethany Clark 0", "Carlos Ruiz\n", "Dana Reed 20"):
        assert line in page
    found = words(chart)
    tops = [found[name]["top"] for name in ("Amelia", "Bethany", "Carlos", "Dana")]
    assert tops == sorted(tops)


def test_sixty_people_go_on_over_pages_with_the_axis_again():
    names = tuple(f"Person {n:02d}" for n in range(90))
    chart = Chart("hbar", names, (Series("Shifts", tuple(range(90))),), "Shifts", "whole")
    pdf = render(of(chart))
    pages = lines_of(pdf)
    assert len(pages) > 1
    assert all(f"Person {n:02d} {n}" in "".join(pages) for n in range(90))
    for page in pages:
        assert "20 40 60 80" in page
    assert_on_the_page(pdf, MARGIN)


def test_a_short_list_of_bars_is_not_parted():
    for before in range(10, 40, 3):
        chart = Chart("hbar", PEOPLE, (Series("Shifts", (1, 2, 3, 4)),), "Shifts", "whole")
        items = [Chart("hbar", ("x",), (Series("", (1,)),), height=12) for _line in range(before)]
        pages = lines_of(render(of(*items, chart)))
        assert any("Shifts" in page and "Okafor" in page and "Reed" in page for page in pages)


def test_a_target_is_a_whole_line_and_a_limit_a_dashed_one():
    target, limit = Limit("Target", 8, is_target=True), Limit("Upper limit", 9)
    chart = Chart("bar", ("a",), (Series("x", (5,)),), limits=(target, limit))
    with pdfplumber.open(io.BytesIO(render(of(chart)))) as book:
        content = book.pages[0]
        wide = [line for line in content.lines if line["linewidth"] in {1.3, 0.9}]
    assert len(wide) == 2
    found = words(chart)
    assert found["Target"]["top"] > found["Upper"]["top"]


@pytest.mark.parametrize("kind", ["bar", "hbar"])
def test_long_names_of_limits_and_series_stand_whole_in_the_key(kind):
    limit, series = Limit(LONG, 8), Series(LONG, (5, None))
    pdf = render(of(Chart(kind, ("a", "b"), (series,), limits=(limit,))))
    assert squeezed(pdf).count("".join(LONG.split())) == 2
    assert_on_the_page(pdf, MARGIN)


def test_lines_are_named_where_they_end():
    series = (Series("Rooms", (1, 2, 3), 0), Series("People", (3, 2, None), 1))
    found = words(Chart("line", ("a", "b", "c"), series))
    assert found["Rooms"]["x0"] > found["c"]["x1"]
    assert found["People"]["x0"] == pytest.approx(found["Rooms"]["x0"])
    assert abs(found["People"]["top"] - found["Rooms"]["top"]) > 8


def test_names_at_the_same_end_do_not_cover_each_other():
    series = tuple(Series(f"Line{n}", (1, 5), n) for n in range(4))
    chart = Chart("line", ("a", "b"), series, limits=(Limit("Target", 5, is_target=True),))
    found = words(chart)
    tops = sorted(found[name]["top"] for name in ("Line0", "Line1", "Line2", "Line3", "Target"))
    assert all(later - earlier > 7 for earlier, later in itertools.pairwise(tops))


@given(
    st.lists(st.tuples(st.floats(0, 200), st.floats(5, 15)), max_size=12),
)
def test_labels_are_spread_without_covering_each_other(made):
    middles, heights = [one for one, _high in made], [high for _one, high in made]
    tops = spread(middles, heights, (0, 200))
    order = sorted(range(len(made)), key=lambda place: tops[place])
    for one, other in itertools.pairwise(order):
        assert tops[one] + heights[one] <= tops[other] + 1e-6
    if sum(heights) <= 200:
        assert all(-1e-6 <= t <= 200 - h + 1e-6 for t, h in zip(tops, heights, strict=True))


def test_a_gap_interrupts_a_line():
    whole = Chart("line", MONTHS, (Series("x", (1, 2, 3, 4, 5, 6)),))
    gap = replace(whole, series=(Series("x", (1, 2, None, 4, 5, 6)),))
    assert len(strokes(gap)) == len(strokes(whole)) + 1


def test_series_of_one_color_get_colors_and_patterns_of_their_own():
    series = (Series("Plan", (5,)), Series("Actual", (4,)))
    fills = {str(s["non_stroking_color"]) for s in shapes(Chart("bar", ("a",), series))}
    apart = (Series("Plan", (5,), 0), Series("Actual", (4,), 1))
    assert fills == {str(s["non_stroking_color"]) for s in shapes(Chart("bar", ("a",), apart))}


def test_names_under_bars_wrap_then_slant_and_every_bar_is_named():
    two = Chart("bar", ("Insurance and malpractice",) * 6, (Series("x", (1,) * 6),))
    assert text_of(render(of(two)))[0].count("malpractice") == 6
    many = tuple(f"Person number {n:02d}" for n in range(40))
    pdf = render(of(Chart("bar", many, (Series("x", (1,) * 40),))))
    with pdfplumber.open(io.BytesIO(pdf)) as book:
        slanted = [c for c in book.pages[0].chars if c["matrix"][1]]
    assert len(slanted) == 40 * len("Person number 00")
    assert_on_the_page(pdf, MARGIN)


def test_months_along_a_line_are_thinned_not_slanted():
    months = tuple(f"Jan {year}" for year in range(1990, 2030))
    pdf = render(of(Chart("line", months, (Series("x", tuple(range(40))),))))
    with pdfplumber.open(io.BytesIO(pdf)) as book:
        assert all(not c["matrix"][1] for c in book.pages[0].chars)
    assert "Jan 1990" in text_of(pdf)[0]


@pytest.mark.parametrize("kind", get_args(ChartKind))
def test_a_chart_without_values_says_so(kind):
    for series in ((), (Series("x", ()),), (Series("x", (None, None)),)):
        assert "Nothing to show." in text_of(render(of(Chart(kind, ("a", "b"), series, "T"))))[0]


@pytest.mark.parametrize("kind", get_args(ChartKind))
@pytest.mark.parametrize("landscape,count", [(False, 1), (True, 12), (False, 60)])
def test_two_hundred_letters_everywhere_stay_within_the_margins(kind, landscape, count):
    names = tuple(f"{number} {LONG}" for number in range(count))
    values = tuple((-1) ** n * n * 1234567 for n in range(count))
    series = tuple(Series(f"{n} {LONG}", values, n) for n in range(3))
    limits = (Limit(LONG, 3_000_000, is_target=True), Limit("Upper", 5_000_000))
    chart = Chart(kind, names, series, LONG, "money", limits, 60, LONG)
    page = Page("letter", landscape)
    for items in ((chart,), (Beside(((chart,), (chart,))),)):
        pdf = render(replace(of(*items), page=page))
        assert_on_the_page(pdf, MARGIN)
        assert squeezed(pdf).count("".join(LONG.split())) >= 5
        with pdfplumber.open(io.BytesIO(pdf)) as book:
            assert not any(page.images for page in book.pages)


NUMBER = st.one_of(st.none(), st.integers(-(10**9), 10**9), st.decimals(-1000, 1000, places=3))


@settings(max_examples=60)
@given(
    st.sampled_from(get_args(ChartKind)),
    st.lists(st.lists(NUMBER, max_size=8), max_size=5),
    st.integers(0, 8),
    st.sampled_from(["number", "whole", "money", "hours", "percent"]),
    st.floats(1, 300),
)
def test_any_numbers_can_be_drawn(kind, rows, count, measure, height):
    names = tuple(f"Name {n}" for n in range(count))
    series = tuple(Series(f"Series {n}", tuple(row), n) for n, row in enumerate(rows))
    limits = (Limit("Target", 5, is_target=True), Limit("Low", -5), Limit("High", 5))
    chart = Chart(kind, names, series, "Title", measure, limits, height, "Note")
    assert_on_the_page(render(of(chart)), MARGIN)
