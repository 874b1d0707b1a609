"""Pictures of every page and dialog, light and dark, small and at 200 %: `-m …screens DIR`.

They are for looking at: after a change of anything that is seen, and for the manual.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from clinicmgr.desktop.app import STYLE, shell
from clinicmgr.desktop.commands import show_keys
from clinicmgr.desktop.faults import FaultDialog, report_of
from clinicmgr.desktop.new_practice import NewPracticeDialog
from clinicmgr.desktop.options import Options
from clinicmgr.desktop.pages import PLACES
from clinicmgr.desktop.palette import Palette
from clinicmgr.desktop.session import Session
from clinicmgr.desktop.sitting import begin_sitting
from clinicmgr.kernel.clock import Clock, FixedClock
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.paths import Paths
from clinicmgr.kernel.preferences import Preferences, Theme
from clinicmgr.paper import Document, Heading, Imprint, Text

DAY = date(2026, 11, 18)
AT_NINE = FixedClock(datetime(DAY.year, DAY.month, DAY.day, 9, 0))
SIZES = ((1280, 800), (1440, 900))
MODES: tuple[Theme, ...] = ("light", "dark")
_SCALE = "QT_SCALE_FACTOR"
Save = Callable[[str], None]


def render_screens(folder: Path, practice: Path) -> list[Path]:
    """Save a picture of each page, in each size and appearance; return the files.

    `practice` is opened in place, so hand in a copy. The scale is the one of the running process.
    """
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(STYLE)
    if not isinstance(app, QApplication):
        raise TypeError(type(app).__name__)
    scale = os.environ.get(_SCALE, "1")
    made: list[Path] = []
    with tempfile.TemporaryDirectory() as home:
        for mode in MODES:
            for number, wanted in enumerate((None, practice)):
                session = _session(app, Path(home) / f"{mode}{number}", wanted, mode)
                sizes = SIZES if scale == "1" else SIZES[:1]
                for width, height in sizes:
                    name = f"{mode}-{width}x{height}" + ("" if scale == "1" else f"@{scale}")
                    session.window.resize(width, height)
                    made += _pictures(session, folder / name)
                session.window.close()
                session.window.deleteLater()
                settle()
    return made


def render_main_pages(folder: Path, practice: Path, clock: Clock) -> list[Path]:
    """Save a picture of each main page of a practice, in light; return the files."""
    app = QApplication.instance() or QApplication(STYLE)
    if not isinstance(app, QApplication):
        raise TypeError(type(app).__name__)
    with tempfile.TemporaryDirectory() as home:
        session = _session(app, Path(home), practice, "light", clock)
        session.window.resize(*SIZES[-1])
        main = [page for page in PLACES if not page.foot]
        made = []
        for page in main:
            session.turn_to(page.id)
            made.append(_saved(session.window, folder / f"screen-{page.id}.png"))
        session.window.close()
        session.window.deleteLater()
        settle()
    return made


def _session(
    app: QApplication, home: Path, practice: Path | None, mode: Theme, clock: Clock = AT_NINE
) -> Session:
    paths = Paths.under(home)
    look = Preferences(theme="dark" if mode == "dark" else "light")
    window = shell(app, look)
    window.show()
    session = Session(window, paths, clock)
    session.pc.keep(theme=mode)
    begin_sitting(session, Options(practice))
    return session


def _pictures(session: Session, folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    window = session.window
    if session.here is None:
        yield _saved(window, folder / "welcome.png")
        return
    for page in window.rail.buttons:
        session.turn_to(page)
        yield _saved(window, folder / f"{page}.png")
    session.turn_to(next(iter(window.rail.buttons)))
    session.desk.show_paper(_sample(session))
    yield _saved(window, folder / "preview.png")
    session.turn_to(next(iter(window.rail.buttons)))
    palette = Palette(session)
    for number, text in enumerate(("", "ma")):
        palette.show_over(window)
        palette.box.setText(text)
        yield _saved(window, folder / f"palette-{number + 1}.png")
    palette.close_palette()
    for name, dialog in _dialogs(session):
        dialog.open()
        yield _saved(dialog, folder / f"{name}.png")
        dialog.reject()
    settle()


def _sample(session: Session) -> Document:
    """A document of a few pages."""
    paragraph = Text(_("These words only fill the page.") + " " + "· " * 200)
    parts = (part for number in range(24) for part in (Heading(f"{number + 1}"), paragraph))
    imprint = Imprint(session.window.rail.practice.text(), session.clock.now())
    return Document(_("A sample"), tuple(parts), imprint)


def _dialogs(session: Session) -> Sequence[tuple[str, QDialog]]:
    return (
        ("keys", show_keys(session)),
        ("new-practice", NewPracticeDialog(session)),
        (
            "fault",
            FaultDialog(
                report_of(ZeroDivisionError("for the picture"), "2026-11-18 09:00", "schedule"),
                session.desk.ask_save,
                session.window,
            ),
        ),
    )


def _saved(widget: QWidget, path: Path) -> Path:
    settle()
    widget.grab().save(str(path))
    return path


def settle() -> None:
    """Let everything that is due be laid out and painted, jobs included."""
    for _round in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        loop = QEventLoop()
        QTimer.singleShot(100, loop.quit)
        loop.exec()


def main(arguments: Sequence[str]) -> int:
    """Build the demo practice, draw everything, and once more at 200 % in a process of its own."""
    from clinicmgr.demo import build

    folder = Path(arguments[0])
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        practice = Path(home) / "demo.clinic"
        build(practice, today=DAY)
        render_screens(folder, practice)
    if _SCALE not in os.environ:
        # The scale is read once, when the process starts.
        again = [sys.executable, "-m", "clinicmgr.desktop.screens", str(folder)]
        return subprocess.call(again, env={**os.environ, _SCALE: "2"})  # noqa: S603 - ourselves
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
