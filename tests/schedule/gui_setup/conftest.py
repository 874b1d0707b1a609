"""The practice setup as the manager sees it, over the demo practice or an empty one."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow

from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.gui.setup.page import SetupPage


class Asked:
    """Answers at once when the program asks for a file."""

    def __init__(self):
        self.path = Path()

    def ask_open(self, title, pattern, done):
        done(self.path)

    def ask_save(self, title, suggested, pattern, done):
        done(self.path)


@pytest.fixture
def files():
    return Asked()


@pytest.fixture
def see(qtbot, qapp, clock, files):
    theme.apply(qapp, "light", "comfortable")
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1060, 760)
    desk = Desk(window, clock, files=files)

    def make(clinic):
        page = SetupPage(clinic.schedule, clinic.staff, clinic.places, desk, clinic.settings)
        clinic.journal.subscribe(lambda news: page.mark_stale(news.domains))
        window.setCentralWidget(page)
        window.show()
        return page

    yield make
    desk.hide_toast()


@pytest.fixture
def setup(see, demo_clinic):
    return see(demo_clinic)
