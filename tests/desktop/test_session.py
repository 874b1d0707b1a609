"""The manager opens, changes and closes practices, and never loses the one that is open."""

from __future__ import annotations

import shutil
import tomllib

import pytest
from PySide6.QtWidgets import QLabel

from clinicmgr.clinic import Clinic
from clinicmgr.desktop.welcome_page import WelcomePage
from clinicmgr.kernel.backup import backups_of
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.places.records import SiteDraft


def said(session) -> str:
    """What the window says above the page."""
    notice = session.window.notice
    return notice.accessibleName() if notice.isVisible() else ""


def toast(session) -> str:
    """What the message at the bottom of the window says."""
    found = [each.text() for each in session.window.findChildren(QLabel) if each.isVisible()]
    return " ".join(found)


def test_without_a_practice_the_window_offers_the_ways_to_one(start):
    session = start()
    page = session.window.page
    assert isinstance(page, WelcomePage)
    assert page.demo_button.isVisible()
    assert page.start_button.isVisible()
    assert page.open_button.isVisible()
    assert not session.window.rail.isVisible()


def test_a_practice_opens_on_its_first_page_with_its_name_on_the_rail(session, sites):
    assert session.window.rail.isVisible()
    assert session.window.rail.practice.text() == "Lakeside Family Clinic"
    assert "Lakeside Family Clinic" in session.window.windowTitle()
    assert sites.isVisible()


def test_the_last_practice_and_page_come_back_at_the_next_start(start, practice_file):
    first = start(practice_file)
    first.turn_to("history")
    first.window.close()
    second = start()
    assert second.here is not None
    assert second.book.current == "history"


def test_the_practice_is_remembered_first_among_the_recent_ones(session, paths, practice_file):
    kept = tomllib.loads(paths.preferences.read_text("utf-8"))
    assert kept["recent"][0] == str(practice_file.resolve())


def test_a_change_is_shown_by_the_page_and_offered_for_undo(session, sites):
    sites.add()
    assert sites.names == ["North"]
    undo = session.window.commands.action("undo")
    assert undo.isEnabled()
    assert undo.text() == "Undo Add site North"


def test_undo_takes_the_change_back_and_says_which(session, sites):
    sites.add()
    session.window.commands.action("undo").trigger()
    assert sites.names == []
    assert "Undone: Add site North" in toast(session)
    assert session.window.commands.action("redo").text() == "Redo Add site North"
    session.window.commands.action("redo").trigger()
    assert sites.names == ["North"]


def test_with_nothing_to_undo_the_button_cannot_be_pressed(session):
    assert not session.window.tools.undo_button.isEnabled()
    assert session.window.tools.undo_button.accessibleName() == "Undo"


def test_a_hidden_page_reads_again_only_when_it_is_shown(session, sites):
    session.turn_to("history")
    session.here.clinic.places.add_site(SiteDraft("South", "S", ""))
    assert sites.names == []
    session.turn_to("sites")
    assert sites.names == ["South"]


def test_closing_after_a_change_makes_a_backup(session, sites, paths, practice_file):
    sites.add()
    session.window.close()
    assert len(backups_of(practice_file, paths.backups)) == 1


def test_closing_without_a_change_since_the_backup_makes_none(start, paths, practice_file):
    start(practice_file).window.close()
    before = backups_of(practice_file, paths.backups)
    start(practice_file).window.close()
    assert backups_of(practice_file, paths.backups) == before


def test_a_file_that_is_no_practice_is_refused_in_a_sentence(session, tmp_path, practice_file):
    other = tmp_path / "letter.clinic"
    other.write_text("Dear sir", "utf-8")
    assert not session.attempt_open(other)
    assert "not a practice file" in said(session)
    assert session.here.clinic.practice.path == practice_file


def test_a_file_that_is_gone_is_refused_in_a_sentence(start, tmp_path):
    session = start(tmp_path / "gone.clinic")
    assert "There is no file" in said(session)
    assert isinstance(session.window.page, WelcomePage)


def test_a_read_only_file_is_refused_in_a_sentence(session, tmp_path, practice_file):
    other = tmp_path / "old.clinic"
    shutil.copy(practice_file, other)
    other.chmod(0o444)
    assert not session.attempt_open(other)
    assert "read-only" in said(session)


def test_a_file_in_use_is_refused_and_says_who_has_it(session, tmp_path, clock, actor):
    other = tmp_path / "second.clinic"
    holder = Clinic.create(other, ClinicSettings(name="Second"), clock, actor)
    assert not session.attempt_open(other)
    assert "open in another window" in said(session)
    holder.close()
    assert session.attempt_open(other)
    assert said(session) == ""


def test_opening_another_practice_closes_the_first(session, sites, tmp_path, clock, actor):
    sites.add()
    other = tmp_path / "second.clinic"
    first = session.here.clinic.practice.path
    Clinic.create(other, ClinicSettings(name="Second"), clock, actor).close()
    assert session.attempt_open(other)
    assert session.window.rail.practice.text() == "Second"
    assert not session.window.commands.action("undo").isEnabled()
    Clinic.open(first, clock, actor).close()  # nobody holds it any more


def test_opening_the_open_practice_again_changes_nothing(session, sites, practice_file):
    assert session.attempt_open(practice_file)
    assert session.book.page is sites
    assert "open already" in toast(session)


def test_the_demo_practice_is_built_beside_the_window_and_opened(qtbot, start):
    session = start()
    with qtbot.waitSignal(session.opened, timeout=60_000):
        session.window.page.demo_button.click()
    assert session.window.rail.practice.text() == "Lakeside Family Practice"
    assert len(session.here.clinic.staff.members()) > 20


@pytest.mark.parametrize("page", ["history", "settings", "help"])
def test_each_page_has_its_title_and_the_tools_beside_it(session, page):
    session.turn_to(page)
    shown = session.window.page
    assert shown.isAncestorOf(session.window.tools)
    assert session.window.rail.buttons[page].isChecked()
