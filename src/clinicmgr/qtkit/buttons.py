"""Buttons: one primary to a page, quiet ones beside it, tools that show only their icon."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from clinicmgr.qtkit.icons import icon as icon_of
from clinicmgr.qtkit.tokens import ICON

Press = Callable[[], object]


def primary(
    text: str, on_press: Press | None = None, *, icon: str = "", parent: QWidget | None = None
) -> QPushButton:
    """The one solid button of a page or dialog."""
    return _button("primary", text, on_press, icon, parent)


def quiet(
    text: str, on_press: Press | None = None, *, icon: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button with a border: everything that is not the one main action."""
    return _button("quiet", text, on_press, icon, parent)


def plain(
    text: str, on_press: Press | None = None, *, icon: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button without a border, for the row of a list or a second choice."""
    return _button("plain", text, on_press, icon, parent)


def danger(
    text: str, on_press: Press | None = None, *, icon: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button for what removes something."""
    return _button("danger", text, on_press, icon, parent)


def tool(
    icon: str,
    name: str,
    on_press: Press | None = None,
    *,
    shortcut: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A square button with an icon; `name` is its tool tip and what a screen reader says."""
    made = _button("tool", "", on_press, icon, parent)
    _name(made, name, shortcut)
    return made


def bare(
    icon: str, name: str, on_press: Press | None = None, *, parent: QWidget | None = None
) -> QPushButton:
    """A small icon button without a border, for the corner of a panel."""
    made = _button("bare", "", on_press, icon, parent)
    _name(made, name, "")
    return made


class ActionButton(QPushButton):
    """A button that does what an action does and shows the action's text, icon and state."""

    def __init__(self, action: QAction, kind: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._shows_text = kind not in {"tool", "bare"}
        _dress(self, kind)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        action = self._action
        self.setText(action.text() if self._shows_text else "")
        self.setIcon(action.icon())
        self.setEnabled(action.isEnabled())
        self.setVisible(action.isVisible())
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
        self.setAccessibleName(action.text())
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        name = action.toolTip() or action.text()
        self.setToolTip(f"{name} ({keys})" if keys else name)


def _button(
    kind: str, text: str, on_press: Press | None, icon: str, parent: QWidget | None
) -> QPushButton:
    made = QPushButton(text, parent)
    _dress(made, kind)
    if icon:
        made.setIcon(icon_of(icon, {"primary": "on_accent", "danger": "danger"}.get(kind, "text")))
    if on_press is not None:
        made.clicked.connect(lambda _on=False: on_press())
    return made


def _dress(button: QPushButton, kind: str) -> None:
    button.setProperty("kind", kind)
    button.setAutoDefault(False)
    button.setIconSize(QSize(ICON, ICON))


def _name(button: QPushButton, name: str, shortcut: str) -> None:
    keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{name} ({keys})" if keys else name)
    button.setAccessibleName(name)
