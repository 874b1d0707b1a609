"""A page of sections makes and reads only what is turned to."""

import pytest
from PySide6.QtWidgets import QLabel

from clinicmgr.qtkit.section_page import SectionPage


class Part(QLabel):
    def __init__(self, name):
        super().__init__(name)
        self.reads = 0

    def reload(self):
        self.reads += 1


class HousePage(SectionPage):
    watches = frozenset({"house"})

    def __init__(self):
        super().__init__("House")
        self.made, self.suited = [], []
        self.add_sections([("rooms", "Rooms"), ("keys", "Keys")], "Parts of the house")
        self._turn()

    def _made(self, section):
        self.made.append(section)
        return Part(section)

    def _suit_section(self):
        self.suited.append(self.section)


@pytest.fixture
def page(qtbot):
    made = HousePage()
    qtbot.addWidget(made)
    return made


def test_each_section_has_a_tab_with_its_title(page):
    assert [page.tabs.tabText(at) for at in range(page.tabs.count())] == ["Rooms", "Keys"]
    assert page.tabs.accessibleName() == "Parts of the house"


def test_a_section_is_made_once_and_when_it_is_first_turned_to(page):
    assert (page.section, page.made) == ("rooms", ["rooms"])
    keys = page.turn_to("keys")
    assert page.shown is keys is page.stack.currentWidget()
    page.turn_to("rooms")
    page.tabs.setCurrentIndex(1)
    assert page.shown is keys
    assert page.made == ["rooms", "keys"]
    assert page.suited == ["rooms", "keys", "rooms", "keys"]


def test_only_the_section_that_is_shown_is_read(page):
    rooms = page.shown
    assert rooms.reads == 0
    page.show()
    keys = page.turn_to("keys")
    page.mark_stale(frozenset({"house"}))
    assert (rooms.reads, keys.reads) == (1, 2)


def test_a_section_can_be_gone_to_by_name(page):
    page.go_to("keys")
    assert (page.section, page.book) == ("keys", None)
    page.go_to("garden")
    page.go_to(("rooms", 7))
    assert page.section == "rooms"
