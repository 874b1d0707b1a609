"""Documents that the tests of paper print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from clinicmgr.paper import (
    Cell,
    Chart,
    Chip,
    Column,
    Contents,
    Cover,
    Document,
    Grid,
    GridCell,
    GridColumn,
    GridFooter,
    GridGroup,
    GridRow,
    Hatch,
    Heading,
    Imprint,
    Legend,
    LegendEntry,
    Limit,
    Notes,
    Page,
    PageBreak,
    Remark,
    Row,
    Series,
    SignatureStrip,
    Table,
    Tally,
    Text,
    Tile,
    Tiles,
)

MONDAY = date(2026, 11, 23)
IMPRINT = Imprint("Lakeside Clinic", datetime(2026, 11, 18, 9, 0), "ClinicMgr 0.1.0", "Dana Reed")
ROLES = (("Providers", "PR"), ("Nurses", "RN"), ("Medical assistants", "MA"), ("Front desk", "FD"))


def days() -> tuple[GridColumn, ...]:
    """A week with a holiday on Thursday and a closed Sunday."""
    return tuple(
        GridColumn(
            (MONDAY + timedelta(place)).strftime("%a"),
            f"Nov {23 + place}",
            note="Thanksgiving Day" if place == 3 else "",
            closed=place in {3, 6},
            day=MONDAY + timedelta(place),
        )
        for place in range(7)
    )


def cells(color: int, code: str, *, split: bool) -> tuple[GridCell, ...]:
    """One person's week: leave on Tuesday and Wednesday; split: two shifts on Monday, a remark."""
    shift = Chip("8:00 – 17:00", f"{code} · Exam 2", code, color)
    leave = (Hatch("Annual leave"),)
    two = (Chip("7:30 – 11:30", "Exam 1", code, color), Chip("12:30 – 16:30", "", code, color, "!"))
    draft = (replace(shift, flag="draft"), Remark("bring the keys"))
    if not split:
        return ((shift,), leave, leave, (), (shift,), (), ())
    return (two, leave, leave, (), (shift,), draft, ())


def roster(people: int = 12) -> Document:
    """A week of so many people in four groups, with everything a wall roster has."""
    groups = tuple(
        GridGroup(
            title,
            tuple(
                GridRow(f"Person {number:02d}", cells(color, code, split=number == 0), "32 / 40 h")
                for number in range(people)
                if number % len(ROLES) == color
            ),
            color,
            code,
        )
        for color, (title, code) in enumerate(ROLES)
    )
    tallies = (Tally(11, 9), Tally(1, 2), None, None, Tally(3), Tally(0, 0, "by phone"), None)
    feet = tuple(
        GridFooter(title, tallies, color, code) for color, (title, code) in enumerate(ROLES)
    )
    signs = tuple(LegendEntry(title, code, color) for color, (title, code) in enumerate(ROLES))
    return Document(
        "Roster, Nov 23 – 29, 2026",
        (
            Grid(days(), groups, feet, f"{people} staff"),
            Legend(
                (*signs, LegendEntry("Leave", sign="hatch"), LegendEntry("Draft", sign="draft"))
            ),
            Notes(("Flu clinic on Tuesday.",), "Notes"),
            SignatureStrip(("Office manager", "Owner")),
        ),
        IMPRINT,
        "Published, version 3",
        Page("letter", landscape=True),
    )


def costs(rows: int = 3) -> Table:
    """A table with a cell of every kind, groups and totals."""
    body = tuple(
        Row(
            (
                f"Ana {number}",
                date(2024, 2, 29),
                2250,
                123456,
                Decimal("0.875"),
                -number,
                Decimal("1.25"),
            ),
            note="Overtime needs approval." if number == 1 else "",
        )
        for number in range(rows)
    )
    return Table(
        (
            Column("Name"),
            Column("Since", "day"),
            Column("Hours", "hours"),
            Column("Pay", "money"),
            Column("Used", "percent"),
            Column("Balance", "whole"),
            Column("Factor", "number"),
        ),
        (
            Row(("Nurses",), "group"),
            *body,
            Row((Cell("Total", strong=True), None, 6750, 370368, None, "n/a", None), "total"),
        ),
        "Costs",
    )


def report(rows: int = 3) -> Document:
    """A report with text, table and charts."""
    months = ("Jan", "Feb", "Mar")
    plan, actual = Series("Plan", (5, 6, 7), 0), Series("Actual", (4, None, 9), 3)
    return Document(
        "Activity report",
        (
            Heading("Staffing"),
            Text("Staffing was steady."),
            costs(rows),
            Heading("Work"),
            Chart("bar", months, (plan, actual), "Visits", "whole", (Limit("Target", 8),)),
            Chart("line", months, (plan, actual), "Trend"),
            Chart("stacked", months, (plan, actual), "Sum"),
        ),
        IMPRINT,
        "October 2026",
    )


SHIFTS = "Utilization = minutes used / minutes rostered; source: roster of Nov 2026, 412 shifts"
PAYROLL = "Overtime as in the payroll of November"


def dashboard() -> Tiles:
    """Figures better, worse and without comparison, some with their history."""
    history = (3, 4, None, Decimal("5.5"), 4, 6, 7, 6, 8, 7, 9, 8)
    return Tiles(
        (
            Tile("Visits", "1,204", "target 1,150", "+4.2% vs. Oct", True, SHIFTS, history),
            Tile("No-show rate", "6.1%", "", "+0.8 points vs. Oct", False),
            Tile("Overtime", "37:30 h", "", "\u221212% vs. Oct", True, PAYROLL, history[::-1]),
            Tile("Rooms used", "81.4%", "", "unchanged", None, SHIFTS),
            Tile("People", "17"),
        )
    )


def pack(sections: int = 6, rows: int = 25) -> Document:
    """A management pack: cover, contents, dashboard, sections with footnotes."""
    prepared = ("Prepared by Dana Reed, office manager", "for Dr. Okafor and Dr. Weiss")
    items: list[object] = [
        Cover("Activity report", "November 2026", prepared),
        Contents(),
        PageBreak(),
        Heading("Dashboard"),
        dashboard(),
    ]
    for number in range(1, sections + 1):
        items += [
            Heading(f"Section {number}"),
            Heading(f"Costs {number}", 2, f"Costs of section {number}"),
            replace(costs(rows), footnote=PAYROLL),
            Heading(f"Detail {number}", 3),
            Text("In words of our own. " * 20),
        ]
    return Document("Activity report", tuple(items), IMPRINT, "November 2026")  # type: ignore[arg-type]


def of(*items: object) -> Document:
    """A document of these items."""
    return Document("Test", items, IMPRINT)  # type: ignore[arg-type]
