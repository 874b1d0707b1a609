"""A page of the program: a title, its actions, its content, and when to read it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, labels, tokens
from clinicmgr.qtkit.icons import icon as icon_of


class Page(QWidget):
    """Reads its content when it is shown, and again when something it watches has changed.

    A page overrides `watches` and `reload`. It never updates itself because it knows what it did:
    the news of the change comes back through `mark_stale`. Content goes into `body`, and things
    such as a stepper into `bar`, the row below the title.
    """

    watches: ClassVar[frozenset[str]] = frozenset()
    title_changed = Signal(str)

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True
        self._actions: list[QAction] = []
        self._held_back: list[QAction | QWidget] = []
        self._more_menu: QMenu | None = None
        self._title = labels.title(title, self)
        self._subtitle = labels.secondary(subtitle, self)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._more_button: QPushButton | None = None
        self._primary: QPushButton | None = None
        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(tokens.GAP)
        self._lay_out_frame()
        self.set_title(title, subtitle)

    def _lay_out_frame(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.addLayout(words)
        self.header.addStretch()
        self.header.addLayout(self._buttons)
        column = QVBoxLayout(self)
        margin = tokens.PAGE_MARGIN
        column.setContentsMargins(margin, 16, margin, 16)
        column.setSpacing(tokens.GAP)
        column.addLayout(self.header)
        column.addLayout(self.bar)
        column.addLayout(self.body, 1)

    @property
    def title(self) -> str:
        """The title of the page."""
        return self._title.text()

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Show another title and a quieter line below it."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)
        self.title_changed.emit(title)

    # Reading again

    @property
    def is_stale(self) -> bool:
        """Whether the page shows something older than what is stored."""
        return self._stale

    def mark_stale(self, domains: frozenset[str]) -> None:
        """Hear that domains changed; if the page watches one, read again now or when shown."""
        if self.watches & domains:
            self._stale = True
            self.refresh()

    def refresh(self) -> None:
        """Read the content again if it is stale and the page is visible."""
        if self._stale and self.isVisible():
            self._stale = False
            self.reload()

    def reload(self) -> None:
        """Read everything the page shows; every page has its own."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    # Actions

    def add_action(
        self,
        text: str,
        run: Callable[[], object],
        *,
        icon: str = "",
        shortcut: str = "",
        place: str = "quiet",
    ) -> QAction:
        """Offer an action in the header and the palette; it works while the page has the focus.

        `place` is "primary" (one a page), "quiet", "tool" (icon only), "more" (the menu at the
        end of the row) or "palette" (nowhere else).
        """
        action = QAction(text, self)
        if icon:
            action.setIcon(icon_of(icon, "on_accent" if place == "primary" else "text"))
        if shortcut:
            from PySide6.QtCore import Qt

            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _on=False: run())
        self.addAction(action)
        self._actions.append(action)
        self._place(action, place)
        return action

    def actions_list(self) -> list[QAction]:
        """Everything the page can do, for the command palette."""
        return list(self._actions)

    def hold_back(self) -> None:
        """Offer nothing for now: no action, nothing in the bar, no menu."""
        bar = [self.bar.itemAt(at) for at in range(self.bar.count())]
        widgets = [None if item is None else item.widget() for item in bar]
        shown = [each for each in (*widgets, self._more_button) if each and not each.isHidden()]
        self._held_back = [*shown, *(each for each in self._actions if each.isVisible())]
        for each in self._held_back:
            each.setVisible(False)

    def offer_again(self) -> None:
        """Offer what was held back."""
        for each in self._held_back:
            each.setVisible(True)
        self._held_back = []

    def _place(self, action: QAction, place: str) -> None:
        if place == "more":
            self._more().addAction(action)
        elif place == "primary":
            self._primary = buttons.ActionButton(action, "primary", self)
            self._buttons.addWidget(self._primary)
        elif place != "palette":
            button = buttons.ActionButton(action, place, self)
            behind = [found for found in (self._more_button, self._primary) if found is not None]
            places = [self._buttons.indexOf(found) for found in behind]
            self._buttons.insertWidget(min(places, default=self._buttons.count()), button)

    def _more(self) -> QMenu:
        if self._more_menu is None:
            self._more_menu = QMenu(self)
            self._more_button = buttons.tool("more", _("More actions"), parent=self)
            self._more_button.setMenu(self._more_menu)
            at = self._buttons.count() if self._primary is None else self._buttons.count() - 1
            self._buttons.insertWidget(at, self._more_button)
        return self._more_menu
