"""The row below the title: which period, which view, whose rows, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.buttons import ActionButton
from clinicmgr.qtkit.icons import icon
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.qtkit.stepper import Stepper
from clinicmgr.schedule.gui.period import Period
from clinicmgr.staff.records import Position

NARROW = 1130


class PositionFilter(QPushButton):
    """Which positions are shown; the filter holds for everything the page does."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.setIcon(icon("filter", "text"))
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._positions: tuple[Position, ...] = ()
        self.chosen: frozenset[int] = frozenset()
        self._say()

    def offer(self, positions: Iterable[Position]) -> None:
        """Offer these positions; one that is gone is no longer chosen."""
        fresh = tuple(positions)
        if fresh == self._positions:
            return
        self._positions = fresh
        self.chosen &= {one.id for one in fresh}
        self._menu.clear()
        everything = self._menu.addAction(_("All positions"))
        everything.triggered.connect(self.clear)
        self._menu.addSeparator()
        for one in fresh:
            action = self._menu.addAction(f"{one.code}   {one.name}")
            action.setCheckable(True)
            action.setChecked(one.id in self.chosen)
            action.setData(one.id)
            action.toggled.connect(lambda _on: self._take())
        self._say()

    def clear(self) -> None:
        """Show all positions."""
        for action in self._menu.actions():
            action.setChecked(False)

    def choose(self, *position_ids: int) -> None:
        """Show these positions only."""
        for action in self._menu.actions():
            action.setChecked(action.data() in position_ids)

    def _take(self) -> None:
        actions = self._menu.actions()
        self.chosen = frozenset(one.data() for one in actions if one.isChecked())
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        names = [one.name for one in self._positions if one.id in self.chosen]
        if not names:
            words = _("All positions")
        elif len(names) == 1:
            words = names[0]
        else:
            words = _("{count} positions").format(count=len(names))
        self.setText(words)
        self.setAccessibleName(_("Positions shown: {words}").format(words=words))
        self.setToolTip(", ".join(names) or _("Show only some positions"))


class ActionBar(QWidget):
    """Gives up words for icons where the window is narrow."""

    def __init__(
        self, fill: QAction, copies: Sequence[QAction], prints: QAction, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._period: tuple[Period, str] | None = None
        self.stepper = Stepper(_("week"), self)
        self.spans = Segmented(
            (("day", _("Day")), ("week", _("Week")), ("month", _("Month"))), _("View"), self
        )
        self.positions = PositionFilter(self)
        self.copy_button = buttons.quiet(_("Copy week"), icon="copy", parent=self)
        self._menu = QMenu(self.copy_button)
        self._menu.addActions(list(copies))
        self.copy_button.setMenu(self._menu)
        self.copy_button.setAccessibleName(_("Copy week"))
        self.print_button = buttons.quiet(_("Print"), prints.trigger, icon="print", parent=self)
        self.print_button.setAccessibleName(_("Print"))
        self.print_button.setToolTip(prints.toolTip())
        self.fill_button = ActionButton(fill, "primary", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.stepper)
        row.addStretch(1)
        for shown in (self.spans, self.positions, self.copy_button, self.print_button,
                      self.fill_button):  # fmt: skip
            row.addWidget(shown)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_period(self, period: Period, locale: str) -> None:
        """Name the period, in as many words as there is room for."""
        self._period = (period, locale)
        narrow = self.width() < NARROW
        self.stepper.show_period(period.title(locale, brief=narrow), period.note())
        words = {"day": _("day"), "week": _("week"), "month": _("month")}
        self.stepper.set_period(words[period.span])
        self.spans.choose(period.span)
        self.copy_button.setEnabled(period.span == "week")

    def fit(self) -> None:
        """Show words or icons only, as the width allows."""
        narrow = self.width() < NARROW
        self.copy_button.setText("" if narrow else _("Copy week"))
        self.copy_button.setToolTip(_("Copy week") if narrow else "")
        self.print_button.setText("" if narrow else _("Print"))
        for button in (self.copy_button, self.print_button):
            button.setProperty("kind", "tool" if narrow else "quiet")
            button.style().unpolish(button)
            button.style().polish(button)
        if self._period is not None:
            self.show_period(*self._period)
