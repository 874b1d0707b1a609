"""Starts the window: the shell is painted first, then the practice is opened behind it."""

from __future__ import annotations

import builtins
import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QApplication

from clinicmgr.desktop.options import Options, options_from
from clinicmgr.desktop.window import Window
from clinicmgr.kernel.clock import Clock, FixedClock, SystemClock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import use_language
from clinicmgr.kernel.paths import Paths, resource
from clinicmgr.kernel.preferences import Preferences, load_preferences
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.tokens import Tokens

if TYPE_CHECKING:
    from clinicmgr.desktop.session import Session

STYLE = ["clinicmgr", "-style", "fusion"]
WORN = "clinicmgr.theme"
MIDDLE = 128  # of a lightness from 0 to 255


def main(arguments: Sequence[str]) -> int:
    """Open the window, run until it is closed, and return the exit code: 0 good, 2 usage."""
    try:
        options = options_from(arguments)
    except UserError as error:
        sys.stderr.write(error.sentence + "\n")
        return 2
    paths = Paths.standard()
    app = QApplication(STYLE)
    window = shell(app, load_preferences(paths.preferences))
    # What follows imports the database and the pages, so it waits for the first picture.
    window.painted.connect(lambda: begin(window, paths, options))
    # Looking for garbage while modules are imported finds none and takes a sixth of the start.
    gc.disable()
    window.usable.connect(gc.enable)
    window.show()
    return app.exec()


def shell(app: QApplication, look: Preferences) -> Window:
    """Make the window as it is painted first: its frame, in the right colors, without content."""
    app.setApplicationName("ClinicMgr")
    app.setApplicationDisplayName("ClinicMgr")
    app.setDesktopFileName("clinicmgr")
    if look.language:
        use_language(look.language, resource("locale"))
    tokens = dress(app, look)
    return Window(tokens, look.window, has_practice=bool(look.recent))


def dress(app: QApplication, look: Preferences) -> Tokens:
    """Do what `theme.apply` does, without what makes PySide build the wrappers of styles and enums.

    `STYLE` has chosen the style already. The system's mode is read off the palette it came with;
    what the system says later is followed once the window is furnished.
    """
    mode = look.theme
    if mode == "system":
        mode = "dark" if app.palette().window().color().lightness() < MIDDLE else "light"
    QDir.setSearchPaths("icons", [str(resource("icons"))])
    theme.load_fonts("Regular", "Semibold")
    app.setFont(theme.font())
    worn = app.property(WORN)
    if not isinstance(worn, theme.Theme):
        # `theme.current` would look for one among the children of the application, the style too.
        worn = theme.Theme(app)
        app.setProperty(WORN, worn)
    worn.use(mode, look.density)
    return worn.tokens


def begin(window: Window, paths: Paths, options: Options) -> Session:
    """Bring the window to life: open the practice it was asked for, or the last one."""
    with plain_imports():
        return _begun(window, paths, options)


def _begun(window: Window, paths: Paths, options: Options) -> Session:
    from clinicmgr.desktop import faults
    from clinicmgr.desktop.session import Session
    from clinicmgr.desktop.sitting import begin_sitting
    from clinicmgr.qtkit.icons import app_icon

    QApplication.setWindowIcon(app_icon())
    session = Session(window, paths, clock_of(options))
    faults.watch(session)
    begin_sitting(session, options)
    return session


@contextmanager
def plain_imports() -> Iterator[None]:
    """Import without PySide's reading the source of each module for its own name.

    It looks for the wish `from __feature__ import …`, which nobody here has; for all that the
    database and the first page import, that takes a fifth of the time.
    """
    watched = builtins.__import__
    builtins.__import__ = getattr(builtins, "__orig_import__", watched)
    try:
        yield
    finally:
        builtins.__import__ = watched


def clock_of(options: Options) -> Clock:
    """Return this PC's clock, or one that stands at nine in the morning of the day asked for."""
    if options.today is None:
        return SystemClock()
    return FixedClock(datetime.combine(options.today, time(9)))
