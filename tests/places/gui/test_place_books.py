"""Sites and rooms are kept in lists with a form; what is in use is not removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow

from clinicmgr.places.gui.books import RoomBook, SiteBook
from clinicmgr.places.records import RoomDraft
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.dialog import Dialog


@pytest.fixture
def window(qtbot, qapp):
    theme.apply(qapp, "light", "comfortable")
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(1000, 600)
    return made


@pytest.fixture
def desk(window, clock):
    made = Desk(window, clock)
    yield made
    made.hide_toast()


def shown(window, book, clinic):
    clinic.journal.subscribe(lambda _news: book.reload())
    window.setCentralWidget(book)
    window.show()
    book.reload()
    return book


@pytest.fixture
def rooms(window, desk, demo_clinic):
    book = RoomBook(demo_clinic.places, desk, demo_clinic.settings.current())
    return shown(window, book, demo_clinic)


def sentences(book):
    return [
        label.text()
        for label in book.form.findChildren(QLabel)
        if label.property("tone") == "danger" and label.isVisible() and len(label.text()) > 1
    ]


def test_a_room_is_added_and_selected(qtbot, rooms, demo_clinic):
    rooms.add()
    qtbot.keyClicks(rooms.form.editor("name"), "X-ray")
    qtbot.keyClicks(rooms.form.editor("code"), "XR")
    site = demo_clinic.places.sites()[0]
    rooms.form.editor("site_id").put(site.id)
    rooms.save_button.click()
    (room,) = [each for each in demo_clinic.places.rooms() if each.code == "XR"]
    assert (room.name, room.site_id, room.capacity) == ("X-ray", site.id, 1)
    assert rooms.table.selected_ids() == [room.id]
    assert not rooms.form.is_dirty
    demo_clinic.journal.undo()
    assert not rooms.split.is_open


def test_a_code_that_is_taken_is_said_beside_the_code(qtbot, rooms):
    first, second = rooms.table.shown_records()[:2]
    rooms.open(second.id)
    rooms.form.editor("code").selectAll()
    qtbot.keyClicks(rooms.form.editor("code"), first.code)
    assert not rooms.save()
    assert len(sentences(rooms)) == 1
    assert rooms.form.editor("code").hasFocus()
    rooms.revert()
    assert rooms.form.editor("code").text() == second.code


def test_a_half_typed_room_is_not_lost_by_picking_another(qtbot, rooms):
    first, second = rooms.table.shown_records()[:2]
    rooms.table.select([first.id])
    qtbot.keyClicks(rooms.form.editor("name"), " left")
    rooms.table.select([second.id])
    assert rooms.record.id == first.id
    assert rooms.table.selected_ids() == [first.id]
    assert "Save or revert" in rooms.form.banner.accessibleName()
    assert not rooms.close()
    rooms.revert()
    rooms.table.select([second.id])
    assert rooms.record.id == second.id
    assert rooms.close()
    assert rooms.table.selected_ids() == []


def test_the_list_keeps_its_selection_when_something_changes_elsewhere(rooms, demo_clinic):
    room = rooms.table.shown_records()[3]
    rooms.table.select([room.id])
    demo_clinic.places.add_room(RoomDraft(room.site_id, "Attic", "AT"))
    assert rooms.table.selected_ids() == [room.id]
    assert rooms.form.raw_values()["code"] == room.code


def test_a_room_in_use_is_not_removed(qtbot, window, rooms, demo_clinic):
    room = next(each for each in rooms.table.shown_records() if each.code == "FD")
    rooms.table.select([room.id])
    rooms.table.setFocus()
    qtbot.keyClick(rooms.table, Qt.Key.Key_Delete)
    (asked,) = [each for each in window.findChildren(Dialog) if each.isVisible()]
    asked.accept_button.click()
    assert "still in use" in asked.banner.accessibleName()
    asked.reject()
    assert room in demo_clinic.places.rooms()


def test_a_site_is_changed_in_one_step(qtbot, window, desk, demo_clinic):
    book = SiteBook(demo_clinic.places, desk, demo_clinic.settings.current())
    shown(window, book, demo_clinic)
    site = demo_clinic.places.sites()[0]
    book.open(site.id)
    address = book.form.editor("address")
    address.put("1 New Street")  # type: ignore[attr-defined]
    book.save()
    assert demo_clinic.places.sites()[0].address == "1 New Street"
    assert demo_clinic.journal.undo() == f"Change site {site.name}"
    assert book.form.raw_values()["address"] == site.address


def test_a_room_gets_hours_of_its_own_and_nonsense_stays_in_the_form(qtbot, rooms, demo_clinic):
    room = next(each for each in demo_clinic.places.rooms() if each.code == "X1")
    rooms.open(room.id)
    qtbot.keyClicks(rooms.form.editor("hours"), "mon-thu 8-12")
    rooms.save_button.click()
    (kept,) = [each for each in demo_clinic.places.rooms() if each.id == room.id]
    assert kept.hours == "Mon-Thu 08:00-12:00"
    rooms.form.editor("hours").setText("whenever")
    rooms.form.editor("hours").edited.emit()
    rooms.save_button.click()
    assert any("does not say when in the week" in sentence for sentence in sentences(rooms))
    rooms.revert()
