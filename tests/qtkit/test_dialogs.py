"""Dialogs and the side panel: what is refused stays open and says why; Escape changes nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.dialog import Dialog, ask, tell
from clinicmgr.qtkit.side_panel import SplitPanel


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_a_refused_dialog_stays_and_says_why(qtbot):
    window = shown(qtbot, QWidget())
    answers = [UserError("This day is closed. Choose another."), None]

    def work():
        if answer := answers.pop(0):
            raise answer

    asked = ask(window, "Remove 3 shifts?", "They can be undone.", "Remove", work, kind="danger")
    assert asked.cancel_button.isDefault()
    asked.accept_button.click()
    assert asked.isVisible()
    assert asked.banner.accessibleName() == "This day is closed. Choose another."
    with qtbot.waitSignal(asked.accepted):
        asked.accept_button.click()


def test_escape_leaves_a_dialog_undone(qtbot):
    window = shown(qtbot, QWidget())
    done = []
    asked = Dialog("New shift", "Add", lambda: done.append(1), parent=window)
    asked.open()
    with qtbot.waitSignal(asked.rejected):
        qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert done == []


def test_telling_needs_one_button(qtbot):
    window = shown(qtbot, QWidget())
    told = tell(window, "Backup made", "It is in the folder of the backups.")
    assert told.cancel_button.isHidden()
    told.accept_button.click()
    assert not told.isVisible()


# Side panel


@pytest.fixture
def split(qtbot):
    made = SplitPanel(QWidget())
    made.resize(1000, 500)
    return shown(qtbot, made)


def test_a_panel_opens_beside_the_list_and_closes_with_escape(qtbot, split):
    assert not split.is_open
    split.open_panel(
        "Marek Nowak",
        QLabel("Nurse"),
        note="since 2021",
        foot=(buttons.danger("Remove"), buttons.primary("Save")),
    )
    assert split.is_open
    assert split.panel.accessibleName() == "Marek Nowak"
    assert split.panel.width() == pytest.approx(380, abs=4)
    with qtbot.waitSignal(split.closed):
        qtbot.keyClick(split.panel, Qt.Key.Key_Escape)
    assert not split.is_open


def test_a_panel_asks_before_it_closes(qtbot, split):
    split.open_panel("Marek Nowak", QLabel("Nurse"))
    split.may_close = lambda: False
    assert split.close_panel() is False
    assert split.is_open
    split.may_close = lambda: True
    assert split.close_panel() is True


def test_a_panel_shows_one_content_after_the_other(qtbot, split):
    save = buttons.primary("Save")
    split.open_panel("A", QLabel("A"), foot=(save,))
    other = QLabel("B")
    split.open_panel("B", other, foot=(save,))
    assert split.panel.content is other
    assert save.isVisible()


# All of them
