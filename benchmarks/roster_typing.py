"""Typing into the roster of sixty people, from the last key to the painted week.

The whole page in a window of 1400 x 900, offscreen: the shift is written, the rules are checked,
coverage, banner and grid show it.
"""

import sys
from collections.abc import Callable
from datetime import timedelta

from _measure import Line, in_turn, show, timed
from _practice import CLOCK, MONDAY, practice
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from clinicmgr.clinic import Clinic
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.gui.page import SchedulePage


def page_of(clinic: Clinic, window: QMainWindow) -> SchedulePage:
    """Return the page in a window, hearing of each change."""
    desk = Desk(window, CLOCK)
    page = SchedulePage(clinic.schedule, clinic.staff, clinic.places, clinic.settings, desk)
    clinic.journal.subscribe(lambda news: page.mark_stale(news.domains))
    window.setCentralWidget(page)
    window.resize(1400, 900)
    window.show()
    QApplication.processEvents()
    return page


def typing(page: SchedulePage) -> tuple[Callable[[], None], Callable[[], None]]:
    """Return what opens a line with other times in it, and what keeps them and paints."""
    grid = page.cards.cells
    people = [row for row in grid.view.rows if row.kind == "person"]
    turns = iter(range(10**6))

    def write() -> None:
        number = next(turns)
        grid.select_place(people[number % len(people)].key, grid.view.days[number % 5].day)
        grid.setFocus()
        QTest.keyClicks(grid, "8")
        grid.editor.setText(f"8-{14 + number % 4}:{10 + number % 50}")
        QApplication.processEvents()

    def keep() -> None:
        QTest.keyClick(grid.editor, Qt.Key.Key_Return)
        QApplication.processEvents()

    return write, keep


def main() -> None:
    """Measure and print."""
    app = QApplication(sys.argv[:1])
    theme.apply(app, "light", "comfortable")
    begin, end = MONDAY - timedelta(days=14), MONDAY + timedelta(days=21)
    with practice(begin, end) as clinic:
        window = QMainWindow()
        write, keep = typing(page_of(clinic, window))

        def both() -> float:
            write()
            return timed(keep)()

        typed = in_turn({"typed": both}, rounds=31)["typed"]
        window.close()
    show("Typing", [Line("Week of 60 people: Enter to repaint", typed, "", None, "< 50 ms")])


if __name__ == "__main__":
    main()
