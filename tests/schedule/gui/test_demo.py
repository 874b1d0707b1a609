"""The demo practice on the page: its week goes wrong on purpose, and the page says so."""

from datetime import date

from clinicmgr.qtkit import theme
from clinicmgr.schedule.gui.grid_style import MONTH
from clinicmgr.schedule.gui.roster_grid import RosterGrid


def test_the_week_of_the_demo_is_told_in_one_line(demo):
    words = demo.page.banner.accessibleName()
    assert words.startswith("9 problems, 3 warnings")
    assert "Tessa Lind: CPR card expired on 10/30/2026 (5 shifts)." in words
    assert [row.title for row in demo.grid.view.rows if row.kind == "group"] == [
        *("Provider", "Nurse", "Medical assistant", "Front desk", "Technician"),
        "Administration",
    ]


def test_the_page_follows_the_theme(demo):
    light = demo.page.grid.painting.inks.tokens.mode
    theme.current().use("dark", "compact")
    assert (light, demo.page.grid.painting.inks.tokens.mode) == ("light", "dark")
    row = demo.grid.view.row_of(("person", demo.grid.view.rows[2].member_id))
    assert demo.grid.rowHeight(row) == 32
    demo.window.grab()


def test_a_month_is_a_plain_value_that_any_grid_shows(demo):
    demo.page.show_span("month")
    grid = RosterGrid(MONTH)
    demo.qtbot.addWidget(grid)
    grid.show_roster(demo.page.view)
    assert grid.roster.columnCount() == 30
    assert grid.view.column_of(date(2026, 11, 26)) == 25
    assert grid.view.days[25].note == "Thanksgiving Day"
    assert not grid.grab().isNull()
