"""Every command can be found, has one shortcut, and stands in the sheet of keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from clinicmgr.qtkit.key_sheet import KeySheet
from clinicmgr.qtkit.shortcuts import Command, Commands


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def done():
    return []


@pytest.fixture
def commands(window, done):
    made = Commands(window)
    made.add(
        Command("undo", "Undo", "Edit", lambda: done.append("undo"), "Ctrl+Z", "undo"),
        Command("staff", "Go to staff", "Go to", lambda: done.append("staff"), "Alt+2"),
        Command("add-staff", "Add staff member", "Staff", lambda: done.append("add")),
        Command("never", "Publish", "Roster", lambda: done.append("no"), enabled=lambda: False),
    )
    return made


def test_a_shortcut_runs_its_command(qtbot, window, commands, done):
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == ["undo"]


def test_a_command_that_cannot_be_run_is_not(commands, done):
    commands.action("never").trigger()
    assert done == []
    commands.refresh()
    assert not commands.action("never").isEnabled()


def test_commands_are_found_by_words_best_first(commands):
    assert [command.id for command in commands.find("staff")] == ["add-staff", "staff"]
    assert [command.id for command in commands.find("go staff")] == ["staff"]
    assert len(commands.find("")) == 4


def test_two_commands_cannot_share_a_shortcut_or_an_id(commands):
    with pytest.raises(ValueError, match="collides"):
        commands.add(Command("other", "Other", "Edit", print, "Ctrl+Z"))
    with pytest.raises(ValueError, match="collides"):
        commands.add(Command("undo", "Undo again", "Edit", print))


def test_menus_come_from_the_same_list(window, commands, done):
    menu = commands.menu("&Edit", ["undo", "", "never"], window)
    assert menu.actions()[1].isSeparator()
    menu.aboutToShow.emit()
    assert not menu.actions()[2].isEnabled()
    menu.actions()[0].trigger()
    assert done == ["undo"]


def test_the_sheet_shows_every_key(window, commands):
    sheet = KeySheet(commands, {"Tables": [("Enter", "Open")]}, window)
    sheet.open()
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Ctrl+Z", "Alt+2", "Enter", "Undo", "Go to staff", "Tables"} <= texts
    assert "Publish" not in texts
    sheet.accept_button.click()
    assert commands.sections()["Edit"][0].keys == "Ctrl+Z"
