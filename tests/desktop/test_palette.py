"""One box finds people, rooms, pages and commands, and the keyboard is enough."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt

from clinicmgr.desktop.palette import Palette
from clinicmgr.desktop.palette_choices import Choices
from clinicmgr.places.records import RoomDraft, SiteDraft


@pytest.fixture
def palette(session):
    session.window.commands.action("search").trigger()
    (found,) = session.window.findChildren(Palette)
    return found


def titles(palette: Palette) -> list[str]:
    return [palette.list.item(at).text() for at in range(palette.list.count())]


def test_it_offers_what_the_page_can_do_first(palette):
    assert titles(palette)[:2] == ["On this page", "Add a site"]
    assert palette.list.currentItem().text() == "Add a site"


def test_typing_finds_a_command_and_enter_runs_it(qtbot, session, palette):
    qtbot.keyClicks(palette.box, "histo")
    assert palette.list.currentItem().text() == "Go to History"
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert session.book.current == "history"
    assert not palette.isVisible()


def test_a_room_is_found_and_its_page_gets_it(session, palette):
    places = session.here.clinic.places
    site = places.add_site(SiteDraft("North", "N", ""))
    places.add_room(RoomDraft(site, "Laboratory", "LAB"))
    palette.search("labor")
    assert titles(palette)[:2] == ["Sites and rooms", "Laboratory"]


def test_arrows_skip_the_headings_and_stop_at_the_ends(qtbot, palette):
    qtbot.keyClick(palette.box, Qt.Key.Key_Up)
    assert palette.list.currentItem().text() == "Add a site"
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    assert palette.list.currentItem().flags() & Qt.ItemFlag.ItemIsSelectable


def test_escape_closes_it_and_gives_the_keyboard_back(qtbot, session, palette):
    qtbot.keyClick(palette.box, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_words_that_nothing_has_are_said_so(palette):
    palette.search("xyzzy")
    assert titles(palette) == []
    assert not palette.list.isVisibleTo(palette)


def test_a_disabled_command_is_not_offered(palette):
    palette.search("undo")
    assert "Undo" not in titles(palette)


def test_people_are_found_in_the_demo_practice_within_50_ms_a_key(start, demo_file):
    session = start(demo_file)
    choices = Choices(session)
    choices.find("warm")
    slowest, groups = 0.0, choices.find("x")
    for typed in ("m", "ma", "mar", "mare", "marek"):
        began = time.perf_counter()
        groups = choices.find(typed)
        slowest = max(slowest, time.perf_counter() - began)
    assert groups[0].title == "People"
    assert groups[0].choices[0].title == "Marek Nowak"
    assert slowest < 0.05
