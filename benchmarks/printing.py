"""What is printed as a PDF, against bare ReportLab tables of as many cells or pages.

The week roster for the wall, and a management pack: cover, contents, tiles, tables, 12 charts.
All embed the same typeface.
"""

import io
import tempfile
from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from _measure import Line, in_turn, show, timed
from _practice import MONDAY, TODAY, practice
from reportlab.lib import colors
from reportlab.lib.pagesizes import landscape, letter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak as BarePageBreak
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from clinicmgr import __version__, paper
from clinicmgr.clinic import opened
from clinicmgr.demo import build
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import FixedClock
from clinicmgr.kernel.paths import font_file
from clinicmgr.kernel.periods import month_bounds
from clinicmgr.paper.pdf import render
from clinicmgr.paper.preview import page_count
from clinicmgr.reports.documents.monthly import MonthlyOptions, build_monthly
from clinicmgr.reports.service import Reports
from clinicmgr.schedule.documents import WeekRosterOptions, build_week_roster

DAYS = 7
FONT = "Bare"
SECTIONS, ROWS, COLUMNS = 12, 34, 6
KINDS: tuple[paper.ChartKind, ...] = ("bar", "line", "stacked", "hbar")
FULL_PAGE = 36
"""Rows of a bare table that fill a page in portrait."""


def bare_table(cells: list[list[str]]) -> None:
    """Print the same number of cells with lines between them, and nothing else."""
    SimpleDocTemplate(io.BytesIO(), pagesize=landscape(letter)).build([bare(cells)])


def bare_pages(pages: int) -> None:
    """Print as many pages, each filled with a table of as many columns."""
    flow: list[Table | BarePageBreak] = []
    for page in range(pages):
        head = [f"Column {number}" for number in range(COLUMNS)]
        rows = [
            [f"Cell {page}-{row}-{number}" for number in range(COLUMNS)] for row in range(FULL_PAGE)
        ]
        flow += [bare([head, *rows]), BarePageBreak()]
    SimpleDocTemplate(io.BytesIO(), pagesize=letter).build(flow)


def bare(cells: list[list[str]]) -> Table:
    """Make a table with lines between its cells."""
    table = Table(cells, repeatRows=1)
    lines = ("GRID", (0, 0), (-1, -1), 0.25, colors.grey)
    table.setStyle(TableStyle([lines, ("FONT", (0, 0), (-1, -1), FONT, 9)]))
    return table


def pack() -> paper.Document:
    """Make a management pack: for each section its tiles, a table, a chart and words."""
    items: list[paper.Item] = [
        paper.Cover("Activity report", "November 2026", ("Prepared by Dana Reed",)),
        paper.Contents(),
        paper.PageBreak(),
    ]
    for number in range(SECTIONS):
        items += section(number)
    imprint = paper.Imprint("Lakeside Clinic", datetime(2026, 11, 18, 9, 0), __version__)
    return paper.Document("Activity report", tuple(items), imprint, "November 2026")


def section(number: int) -> list[paper.Item]:
    """Make one section with a footnote of its own."""
    note = f"Minutes used / minutes rostered; source: roster, {400 + number} shifts"
    tiles = tuple(
        paper.Tile(f"Figure {place}", f"{place * 317 + number:,}", "", "+4.2% vs. Oct", True, note)
        for place in range(1, 5)
    )
    names = tuple(f"Month {place}" for place in range(1, 13))
    series = tuple(
        paper.Series(
            name, tuple(100 + (place * 37 + number + color) % 90 for place in range(12)), color
        )
        for color, name in enumerate(("Plan", "Actual"))
    )
    return [
        paper.Heading(f"Section {number + 1}", 1, note),
        paper.Tiles(tiles),
        table(number),
        paper.Chart(KINDS[number % len(KINDS)], names, series, f"Chart {number + 1}", "whole"),
        paper.Text("What the manager says about this month in words of their own. " * 8),
    ]


def table(number: int) -> paper.Table:
    """Make a table of people with a cell of each kind."""
    column = paper.Column
    columns = (
        column("Person"),
        column("Since", "day"),
        column("Hours", "hours"),
        column("Pay", "money"),
        column("Share", "percent"),
        column("Note"),
    )
    rows = tuple(
        paper.Row(
            (
                f"Person {number}-{row}",
                MONDAY + timedelta(row),
                2000 + row,
                123400 + row * 17 + number,
                Decimal(row) / 100,
                "on time",
            )
        )
        for row in range(ROWS)
    )
    return paper.Table(columns, rows, f"People {number + 1}")


def measure_roster() -> None:
    """Measure the week roster."""
    last = MONDAY + timedelta(days=DAYS - 1)
    with practice(MONDAY, last) as clinic:
        people = clinic.staff.members()
        settings = clinic.settings.current()
        imprint = paper.Imprint(settings.name, clinic.clock.now(), __version__)

        def roster() -> paper.Document:
            options = WeekRosterOptions(MONDAY, last)
            return build_week_roster(clinic.schedule, clinic.staff, settings, imprint, options)

        cells = [["", *(str(MONDAY + timedelta(days=n)) for n in range(DAYS))]]
        cells += [[one.name, *["7:30 AM - 4:00 PM"] * DAYS] for one in people]
        document = roster()
        times = in_turn(
            {
                "whole": timed(lambda: render(roster())),
                "drawn": timed(lambda: render(document)),
                "bare": timed(lambda: bare_table(cells)),
            }
        )
    name = "bare ReportLab table"
    show(
        f"Week roster, {len(people)} people",
        [
            Line("draw the pages", times["drawn"], name, times["bare"], "<= 4 x"),
            Line("read the practice and draw", times["whole"], name, times["bare"], "<= 6 x"),
        ],
    )


def measure_pack() -> None:
    """Measure the management pack."""
    document = pack()
    pages = page_count(render(document))
    times = in_turn(
        {"drawn": timed(lambda: render(document)), "bare": timed(lambda: bare_pages(pages))}
    )
    show(
        f"Management pack, {pages} pages, {SECTIONS} charts",
        [
            Line(
                "draw the pages",
                times["drawn"],
                "bare ReportLab tables",
                times["bare"],
                "<= 3 x",
            )
        ],
    )


def measure_report() -> None:
    """Measure the demo practice's report of last month: reading all of it, and drawing alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.clinic"
        build(path, today=TODAY)
        clock = FixedClock(datetime.combine(TODAY, time(9)))
        with opened(path, clock, Actor("Dana")) as clinic:
            settings = clinic.settings.current()
            imprint = paper.Imprint(settings.name, clock.now(), __version__)
            options = MonthlyOptions(*month_bounds(TODAY.replace(day=1) - timedelta(days=1)))

            def report() -> paper.Document:
                reports = Reports(clinic.journal, clock, clinic)  # knows nothing yet
                return build_monthly(reports, settings, imprint, options)

            document = report()
            pages = page_count(render(document))
            times = in_turn(
                {
                    "whole": timed(lambda: render(report())),
                    "drawn": timed(lambda: render(document)),
                    "bare": timed(lambda: bare_pages(pages)),
                }
            )
    name = "bare ReportLab tables"
    show(
        f"Monthly activity report of the demo practice, {pages} pages",
        [
            Line("draw the pages", times["drawn"], name, times["bare"], "<= 3 x"),
            Line("read the practice and draw", times["whole"], name, times["bare"], "<= 2.5 s"),
        ],
    )


def main() -> None:
    """Measure and print."""
    pdfmetrics.registerFont(TTFont(FONT, font_file("Regular")))
    measure_pack()
    measure_report()
    measure_roster()


if __name__ == "__main__":
    main()
