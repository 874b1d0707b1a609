"""A page reads its content when it is shown and when something it watches has changed."""

import pytest
from PySide6.QtWidgets import QPushButton

from clinicmgr.qtkit.page import Page


class StaffPage(Page):
    watches = frozenset({"staff"})

    def __init__(self):
        super().__init__("Staff")
        self.reads = 0

    def reload(self):
        self.reads += 1


@pytest.fixture
def page(qtbot):
    made = StaffPage()
    qtbot.addWidget(made)
    return made


def test_a_page_reads_when_it_is_first_shown(page):
    assert (page.reads, page.is_stale) == (0, True)
    page.show()
    assert (page.reads, page.is_stale) == (1, False)
    page.hide()
    page.show()
    assert page.reads == 1


def test_a_visible_page_reads_at_once_but_only_what_it_watches(page):
    page.show()
    page.mark_stale(frozenset({"schedule"}))
    assert page.reads == 1
    page.mark_stale(frozenset({"staff", "schedule"}))
    assert page.reads == 2


def test_a_hidden_page_waits_until_it_is_shown(page):
    page.show()
    page.hide()
    page.mark_stale(frozenset({"staff"}))
    page.mark_stale(frozenset({"staff"}))
    assert page.reads == 1
    page.show()
    assert page.reads == 2


def test_a_page_that_cannot_read_is_a_bug(qtbot):
    page = Page("Nothing")
    qtbot.addWidget(page)
    with pytest.raises(NotImplementedError):
        page.reload()


def test_actions_stand_in_the_row_the_menu_and_the_palette(page):
    done = []
    page.add_action("Print", lambda: done.append("print"), icon="print", shortcut="Ctrl+P")
    page.add_action("Add", lambda: done.append("add"), icon="add", place="primary")
    page.add_action("Import", lambda: done.append("import"), place="quiet")
    page.add_action("Export", lambda: done.append("export"), place="more")
    page.add_action("Secret", lambda: done.append("secret"), place="palette")
    page.resize(900, 400)
    page.show()
    row = sorted(page.findChildren(QPushButton), key=lambda button: button.x())
    assert [button.accessibleName() for button in row] == ["Print", "Import", "More actions", "Add"]
    assert [a.text() for a in page.actions_list()] == ["Print", "Add", "Import", "Export", "Secret"]
    for action in page.actions_list():
        action.trigger()
    assert done == ["print", "add", "import", "export", "secret"]


def test_a_title_may_change(qtbot, page):
    with qtbot.waitSignal(page.title_changed):
        page.set_title("Former staff", "3 people")
    assert (page.title, page.accessibleName()) == ("Former staff", "Former staff")
