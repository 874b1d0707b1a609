"""The window with the demo practice, as it comes up, and whom it asks for files."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from clinicmgr.clinic import Clinic
from clinicmgr.desktop.app import shell
from clinicmgr.desktop.options import Options
from clinicmgr.desktop.session import Session
from clinicmgr.desktop.sitting import begin_sitting
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.paths import Paths
from clinicmgr.kernel.preferences import Preferences


class Asked:
    """Answers in the place of the file dialogs; `path` is what the manager would choose."""

    def __init__(self) -> None:
        self.path = Path()

    def ask_open(self, title: str, pattern: str, done: Callable[[Path], object]) -> None:
        done(self.path)

    def ask_save(
        self, title: str, suggested: str, pattern: str, done: Callable[[Path], object]
    ) -> None:
        done(self.path)


@pytest.fixture
def session(qapp: QApplication, paths: Paths, clock: Clock, demo_file: Path) -> Iterator[Session]:
    window = shell(qapp, Preferences(theme="light"))
    window.resize(1440, 900)
    session = Session(window, paths, clock)
    window.show()
    begin_sitting(session, Options(demo_file))
    yield session
    window.close()
    window.deleteLater()


@pytest.fixture
def clinic(session: Session) -> Clinic:
    assert session.here is not None
    return session.here.clinic


@pytest.fixture
def asked(session: Session) -> Asked:
    files = Asked()
    session.desk.files = files
    return files
