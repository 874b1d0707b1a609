"""What is printed of activity: the figures of the services, beside those of a year before."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from clinicmgr.activity.documents import (
    SummaryOptions,
    TallySheetOptions,
    UtilizationOptions,
    build_summary,
    build_tally_sheet,
    build_utilization,
    season_chart,
    visits_chart,
)
from clinicmgr.activity.documents.spans import Span, growth
from clinicmgr.activity.records import Count
from clinicmgr.kernel.clock import FixedClock
from clinicmgr.paper import Chart, Imprint, PageBreak, Table, Text, Tiles, pdf
from clinicmgr.schedule.records import ShiftDraft

TODAY = date(2026, 11, 18)
OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def imprint(clock: FixedClock) -> Imprint:
    return Imprint("Lakeside Family Clinic", clock.now(), "1.0")


@pytest.fixture
def counted(activity, office):
    activity.set_counts(
        [
            Count(date(2025, 10, 6), office.ana, office.visit, office.medicare, 10, 0, 2),
            Count(date(2026, 10, 5), office.ana, office.visit, office.medicare, 12, 1, 1),
            Count(date(2026, 10, 6), office.ana, office.visit, None, 3),
            Count(date(2026, 10, 6), office.tom, office.x_ray, None, 6),
            Count(date(2026, 11, 16), office.ana, office.visit, None, 5),
        ],
        "Count",
    )
    return activity


def tables(document):
    return [item for item in document.items if isinstance(item, Table)]


def test_the_summary_stands_beside_the_same_days_a_year_before(counted, clinic, imprint):
    settings = clinic.settings.current()
    document = build_summary(counted, settings, imprint, SummaryOptions(*OCTOBER))
    by_line, by_provider, by_class = tables(document)
    assert by_line.rows[0].cells == (
        "Office visit", "Visit", 15, 10, Decimal("0.5"), 1, Decimal(1) / 16, 1,
    )  # fmt: skip
    assert by_line.rows[-1].cells[2:4] == (21, 10)
    assert [row.cells[0] for row in by_provider.rows] == ["Ana Ruiz", "Tom Ueda", "Total"]
    assert by_provider.rows[0].cells[1:3] == (2, 15)
    assert [row.cells[:2] for row in by_class.rows] == [
        ("Medicare", 12), ("Not told", 9), ("Total", 21),
    ]  # fmt: skip
    (tiles,) = [item for item in document.items if isinstance(item, Tiles)]
    assert [(tile.label, tile.value) for tile in tiles.tiles][:3] == [
        ("Visits", "15"), ("Procedures", "0"), ("Diagnostics", "6"),
    ]  # fmt: skip
    assert (tiles.tiles[0].change, tiles.tiles[0].is_good) == ("+50% in a year", True)
    assert tiles.tiles[3].is_good is True  # fewer no-shows
    assert pdf.render(document)


def test_a_month_that_is_not_over_is_compared_up_to_today(counted, clinic, imprint):
    options = SummaryOptions(date(2026, 11, 1), date(2026, 11, 30))
    document = build_summary(counted, clinic.settings.current(), imprint, options)
    assert document.subtitle == "Nov 1, 2026 – Nov 18, 2026"


def test_an_empty_period_says_so(activity, clinic, imprint):
    settings = clinic.settings.current()
    document = build_summary(activity, settings, imprint, SummaryOptions(*OCTOBER))
    assert all(table.empty == "Nothing was counted." for table in tables(document))
    assert pdf.render(document)
    assert pdf.render(build_utilization(activity, settings, imprint, UtilizationOptions(*OCTOBER)))
    sheets = build_tally_sheet(activity, settings, imprint, TallySheetOptions(*OCTOBER))
    first = sheets.items[0]
    assert isinstance(first, Text)
    assert "no service line yet" in first.text


def test_the_utilization_report_has_the_formula_of_each_figure(counted, office, clinic, imprint):
    clinic.schedule.edit(
        add=[ShiftDraft(office.ana, date(2026, 10, 5), 480, 1020, office.provider)]
    )
    settings = clinic.settings.current()
    document = build_utilization(counted, settings, imprint, UtilizationOptions(*OCTOBER))
    people, rooms, assets = tables(document)
    assert people.rows[0].cells == ("Ana Ruiz", 240, 540, Decimal(240) / 540, 60)
    assert "rostered minutes without breaks" in people.footnote
    assert "opening hours" in rooms.footnote
    assert assets.rows[0].cells[:2] == ("X-ray machine (E-001)", 90)
    assert any(isinstance(item, Chart) and item.kind == "hbar" for item in document.items)
    assert pdf.render(document)


def test_a_tally_sheet_is_made_for_each_day_on_which_somebody_works(activity, office, clinic,
                                                                     imprint):  # fmt: skip
    monday = date(2026, 11, 23)
    clinic.schedule.edit(
        add=[
            ShiftDraft(office.ana, monday, 480, 1020, office.provider),
            ShiftDraft(office.tom, monday + timedelta(days=1), 480, 1020, office.provider),
            ShiftDraft(office.eve, monday + timedelta(days=2), 480, 1020, office.provider),
        ]
    )
    options = TallySheetOptions(monday, monday + timedelta(days=6))
    document = build_tally_sheet(activity, clinic.settings.current(), imprint, options)
    first, second = tables(document)
    assert [column.title for column in first.columns] == [
        "Service line", "Medicare", "Self-pay", "No-shows", "Cancelled", "Total",
    ]  # fmt: skip
    assert [row.cells[0] for row in second.rows] == ["Tom Ueda", "X-ray (XR)"]
    assert sum(isinstance(item, PageBreak) for item in document.items) == 1
    assert pdf.render(document)


def test_charts_compare_month_by_month(counted):
    chart = visits_chart(counted, OCTOBER[1])
    assert chart.categories[0] == "Nov 25"
    before, now = chart.series
    assert (before.values[-1], now.values[-1]) == (10, 15)
    seasons = season_chart(counted, OCTOBER[1])
    assert seasons.series[0].values[9] == 15  # October 2025 was not counted from its first day on


@pytest.mark.parametrize(
    "first, last, expected",
    [
        (date(2026, 10, 1), date(2026, 10, 31), (date(2025, 10, 1), date(2025, 10, 31))),
        (date(2025, 2, 1), date(2025, 2, 28), (date(2024, 2, 1), date(2024, 2, 29))),
        (date(2024, 2, 29), date(2024, 3, 3), (date(2023, 2, 28), date(2023, 3, 3))),
    ],
)
def test_the_year_before_ends_with_the_month(first, last, expected):
    before = Span(first, last).year_before
    assert (before.first, before.last) == expected


def test_growth_needs_something_to_grow_from():
    assert growth(15, 10) == Decimal("0.5")
    assert growth(15, 0) is None
    assert growth(15, None) is None
    assert growth(None, 3) is None
