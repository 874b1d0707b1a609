"""The menu under the name of the practice: start, open, the last ones, back up, check."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from clinicmgr.desktop.session import Session
from clinicmgr.kernel.i18n import _


def practice_menu(session: Session) -> QMenu:
    """Return the menu as it stands at this moment."""
    commands = session.window.commands
    commands.refresh()
    menu = QMenu(session.window)
    menu.addAction(commands.action("practice.new"))
    menu.addAction(commands.action("practice.open"))
    _add_recent(menu, session)
    menu.addAction(commands.action("practice.demo"))
    menu.addSeparator()
    menu.addAction(commands.action("practice.backup"))
    menu.addAction(commands.action("practice.verify"))
    menu.addSeparator()
    menu.addAction(commands.action("quit"))
    return menu


def open_practice_menu(session: Session) -> None:
    """Open the menu below the name of the practice."""
    menu = practice_menu(session)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    button = session.window.rail.practice
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))


def _add_recent(menu: QMenu, session: Session) -> None:
    """Offer the last practices that are still there, without the one that is open."""
    here = session.here.clinic.practice.path.resolve() if session.here is not None else None
    there = [
        path for path in map(Path, session.pc.preferences.recent) if path.exists() and path != here
    ]
    recent = menu.addMenu(_("Open recent"))
    recent.setEnabled(bool(there))
    for path in there:
        action = recent.addAction(f"{path.stem}  ·  {path.parent}")
        action.triggered.connect(lambda _checked=False, path=path: session.attempt_open(path))
