"""Painting the roster of fifty people, against a plain QTableView that shows the same texts.

A repaint is `grab()` of the whole widget, 1400 x 900, offscreen. The page is measured with sixty
people and ten years of rosters: what passes between a change and its picture, end to end.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from _measure import Line, in_turn, show, timed
from _practice import ACTOR, CLOCK, MONDAY, practice, ten_years
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget

from clinicmgr.clinic import Clinic, opened
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.gui.grid_style import MONTH, WEEK, GridStyle
from clinicmgr.schedule.gui.page import SchedulePage
from clinicmgr.schedule.gui.roster_building import build_view
from clinicmgr.schedule.gui.roster_grid import RosterGrid
from clinicmgr.schedule.gui.roster_material import read_material
from clinicmgr.schedule.gui.roster_view import RosterView

PEOPLE, SIZE = 50, (1400, 900)
Index = QModelIndex | QPersistentModelIndex
NOTHING = QModelIndex()


class Texts(QAbstractTableModel):
    """Texts and nothing else: no color, no font, no size."""

    def __init__(self, texts: list[list[str]]) -> None:
        super().__init__()
        self.texts = texts

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.texts)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.texts[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.texts[index.row()][index.column()]
        return None


def view_of(clinic: Clinic, first: date, count: int) -> RosterView:
    """Read, check and build what a period shows, as the page does."""
    last = first + timedelta(days=count - 1)
    settings = clinic.settings.current()
    return build_view(read_material(clinic.schedule, settings, first, last), all_days=True)


def own_grid(view: RosterView, style: GridStyle) -> RosterGrid:
    """Return the program's grid with a roster in it."""
    grid = RosterGrid(style)
    shown(grid)
    grid.show_roster(view)
    return grid


def plain_table(grid: RosterGrid) -> tuple[QTableView, Texts]:
    """Return a table with the same rows and columns, and its model, which it does not own."""
    view = grid.view
    width = len(view.days)
    texts = Texts(
        [[cell.text for cell in row.cells] or [row.title, *[""] * (width - 1)] for row in view.rows]
    )
    table = QTableView()
    table.setModel(texts)
    for column in range(width):
        table.setColumnWidth(column, grid.columnWidth(column))
    for row in range(len(view.rows)):
        table.setRowHeight(row, grid.rowHeight(row))
    shown(table)
    return table, texts


def shown(widget: QWidget) -> None:
    """Show a widget at the size all are measured at."""
    widget.resize(*SIZE)
    widget.show()
    QApplication.processEvents()


def editing(grid: RosterGrid, clinic: Clinic, first: date, count: int) -> Callable[[], None]:
    """Return a run that moves a shift's end, reads it all again and paints."""
    shifts = [one for one in clinic.schedule.shifts(first, first) if one.member_id]
    turns = iter(range(10**6))

    def edit() -> None:
        number = next(turns)
        shift = shifts[number % len(shifts)]
        clinic.schedule.change_shift(shift.id, replace(shift.draft(), end=1081 + number))
        grid.show_roster(view_of(clinic, first, count))
        grid.grab()

    return edit


def measured(clinic: Clinic, name: str, count: int, style: GridStyle) -> list[Line]:
    """Measure one kind of grid."""
    grid = own_grid(view_of(clinic, MONDAY, count), style)
    table, _texts = plain_table(grid)
    times = in_turn({"own": timed(grid.grab), "plain": timed(table.grab)}, rounds=41)
    after = in_turn({"edit": timed(editing(grid, clinic, MONDAY, count))}, rounds=11)["edit"]
    grid.close()
    table.close()
    plain = "plain QTableView"
    size = f"{PEOPLE} people x {count} days"
    return [
        Line(f"{name}, {size}: repaint", times["own"], plain, times["plain"], "< 8 ms"),
        Line(f"{name}: save an edit, check, paint", after, plain, times["plain"], "< 100 ms"),
    ]


def page_of(clinic: Clinic) -> SchedulePage:
    """Show the page as the program does: it hears of every change."""
    window = QMainWindow()
    page = SchedulePage(
        clinic.schedule, clinic.staff, clinic.places, clinic.settings, Desk(window, CLOCK)
    )
    clinic.journal.subscribe(lambda news: page.mark_stale(news.domains))
    window.setCentralWidget(page)
    shown(window)
    return page


def saving(page: SchedulePage, clinic: Clinic, turns: Iterator[int]) -> Callable[[], None]:
    """Return a run that moves a shift's end, and paints what the page makes of it."""
    shifts = [one for one in clinic.schedule.shifts(MONDAY, MONDAY) if one.member_id]

    def save() -> None:
        number = next(turns)
        shift = shifts[number % len(shifts)]
        clinic.schedule.change_shift(shift.id, replace(shift.draft(), end=1081 + number))
        page.grid.grab()

    return save


def turning(page: SchedulePage) -> Callable[[], None]:
    """Return a run that opens another period and paints it."""
    turns = iter(range(10**6))

    def turn() -> None:
        page.step(1 if next(turns) % 2 else -1)
        page.grid.grab()

    return turn


def measured_page(clinic: Clinic) -> list[Line]:
    """Measure the page by person and position, and as the timeline of a day."""
    page, lines, turns = page_of(clinic), [], iter(range(10**6))
    for span, rows in (
        *(("month", "people"), ("month", "positions"), ("week", "people")),
        *(("week", "positions"), ("day", "people")),
    ):
        page.show_span(span)
        page.views.show_rows(rows)
        QApplication.processEvents()
        runs = {"save": saving(page, clinic, turns), "paint": page.grid.grab}
        found = in_turn({name: timed(run) for name, run in runs.items()}, rounds=21)
        found |= in_turn({"turn": timed(turning(page))}, rounds=11)
        name = f"Page, {span} by {rows}"
        lines += [
            Line(f"{name}: save, check, paint", found["save"], target="< 50 ms"),
            Line(f"{name}: repaint", found["paint"], target="< 8 ms"),
            Line(f"{name}: open another, paint", found["turn"], target="< 150 ms"),
        ]
    page.window().close()
    return lines


def main() -> None:
    """Measure and print."""
    app = QApplication(sys.argv[:1])
    theme.apply(app, "light", "comfortable")
    with practice(
        MONDAY - timedelta(days=14), MONDAY + timedelta(days=45), people=PEOPLE
    ) as clinic:
        lines = measured(clinic, "Week", 7, WEEK) + measured(clinic, "Month", 31, MONTH)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(ten_years(), folder))
        with opened(path, CLOCK, ACTOR) as clinic:
            lines += measured_page(clinic)
    show("Roster grid", lines)


if __name__ == "__main__":
    main()
