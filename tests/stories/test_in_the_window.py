"""A manager's Wednesday in the real window: see the week, fill the next empty one, print it.

Everything is typed or clicked as she would; nothing is called behind the window's back but to
look at what came of it.
"""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from clinicmgr.clinic import Clinic
from clinicmgr.desktop.palette import Palette
from clinicmgr.desktop.session import Session
from clinicmgr.qtkit.preview import PaperPreview
from clinicmgr.schedule.gui.page import SchedulePage
from clinicmgr.schedule.gui.roster_grid import RosterGrid
from clinicmgr.schedule.records import Strength

WEDNESDAY = date(2026, 11, 18)
NEVER = Strength.NEVER
SOLVED_WITHIN_MS = 60_000


@pytest.fixture
def page(session: Session) -> SchedulePage:
    session.window.rail.buttons["schedule"].click()
    assert session.book is not None
    page = session.book.page
    assert isinstance(page, SchedulePage)
    return page


def names(clinic: Clinic, last_name: str) -> int:
    return next(one.id for one in clinic.staff.members() if one.last_name == last_name)


def spoken(page: SchedulePage) -> str:
    """What a screen reader says of the cell she is in."""
    assert isinstance(page.grid, RosterGrid)
    return str(page.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def type_into(qtbot, page: SchedulePage, member_id: int, day: date, text: str) -> None:
    assert isinstance(page.grid, RosterGrid)
    assert page.grid.select_place(("person", member_id), day)
    page.grid.setFocus()
    qtbot.keyClicks(page.grid, text[:1])
    qtbot.keyClicks(page.grid.editor, text[1:])
    qtbot.keyClick(page.grid.editor, Qt.Key.Key_Return)


def test_the_week_is_seen_with_what_is_wrong_and_one_problem_is_solved(
    qtbot, session: Session, page: SchedulePage, clinic: Clinic
) -> None:
    assert page.period.first == date(2026, 11, 16)
    before = clinic.schedule.check(page.period.first, page.period.last)
    said = page.banner.accessibleName()
    assert "Tessa Lind: CPR card expired" in said

    # F8 goes from problem to problem; one of them is the double booking of Grace Kim.
    for _step in range(20):
        qtbot.keyClick(page.grid, Qt.Key.Key_F8)
        if "Grace Kim" in spoken(page):
            break
    assert "overlap" in spoken(page)

    # She types one shift over the two that overlap.
    grace = names(clinic, "Kim")
    type_into(qtbot, page, grace, date(2026, 11, 19), "FE")
    after = clinic.schedule.check(page.period.first, page.period.last)
    assert {one.rule for one in before} - {one.rule for one in after} == {"double_booking"}

    session.undo()
    assert len(clinic.schedule.check(page.period.first, page.period.last)) == len(before)
    session.redo()
    assert clinic.schedule.check(page.period.first, page.period.last) == after


def test_an_empty_week_is_filled_looked_at_accepted_undone_and_redone(
    qtbot, session: Session, page: SchedulePage, clinic: Clinic
) -> None:
    page.step(2)
    first, last = page.period.first, page.period.last
    assert clinic.schedule.shifts(first, last) == []
    assert clinic.schedule.gaps(first, last)

    page.acts.fill.trigger()
    qtbot.waitUntil(lambda: page.filling.proposal is not None, timeout=SOLVED_WITHIN_MS)
    assert clinic.schedule.shifts(first, last) == [], "a proposal changes nothing"
    assert page.proposal_bar.isVisible()

    page.proposal_bar.accept_button.click()
    shifts = clinic.schedule.shifts(first, last)
    assert len(shifts) > 60
    assert clinic.schedule.gaps(first, last) == ()
    broken = [one for one in clinic.schedule.check(first, last) if one.strength is NEVER]
    assert broken == [], "the same checker that checks what is typed"
    assert clinic.journal.undo_title == f"Fill Mon, Nov 30 to Sun, Dec 6: {len(shifts)} shifts"

    session.undo()
    assert clinic.schedule.shifts(first, last) == []
    session.redo()
    assert len(clinic.schedule.shifts(first, last)) == len(shifts)


def test_the_week_on_screen_is_the_week_on_paper(
    qtbot, session: Session, page: SchedulePage, tmp_path: Path
) -> None:
    page.print_roster()
    preview = session.window.findChild(PaperPreview)
    assert preview is not None
    with qtbot.waitSignal(preview.shown, timeout=20_000):
        pass
    preview.save_to(tmp_path / "wall.pdf")
    qtbot.waitUntil((tmp_path / "wall.pdf").exists, timeout=20_000)
    words = " ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "wall.pdf").pages)
    for one in page.view.rows:
        if one.member_id is not None:
            assert one.title in words


def test_everything_is_found_in_one_box(session: Session, page: SchedulePage) -> None:
    palette = Palette(session)
    palette.show_over(session.window)
    for typed, found in (
        ("delga", "Rosa Delgado"),
        ("grace thu", "Thu, Nov 19"),
        ("copy", "Copy last week into this week"),
        ("settings", "Settings"),
    ):
        palette.box.setText(typed)
        texts = [palette.list.item(row).text() for row in range(palette.list.count())]
        assert any(found in text for text in texts), typed
    palette.close_palette()
