"""Says which column of a file is which field, one line for each column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QScrollArea,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.card import Card

if TYPE_CHECKING:
    from clinicmgr.qtkit.import_panel import ImportView

_WIDTH = 250


class ColumnChooser(Card):
    """The headings of a file, each with the field it becomes; `chosen` tells another choice."""

    chosen = Signal(int, str)

    def __init__(self, view: ImportView, parent: QWidget | None = None) -> None:
        super().__init__(_("Columns of the file"), _("Most are known by their headings."), parent)
        self.setFixedWidth(_WIDTH + 34)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(3)
        self.combos: list[QComboBox] = []
        for at, each in enumerate(view.columns):
            heading = labels.ElidedLabel(each.heading or _("(no heading)"), inside)
            column.addWidget(heading)
            combo = QComboBox(inside)
            combo.setAccessibleName(_("Column {heading} becomes").format(heading=each.heading))
            combo.setItemDelegate(QStyledItemDelegate(combo))
            combo.setMaxVisibleItems(14)
            combo.setMinimumContentsLength(8)
            combo.addItem(_("Leave out"), "")
            for name, title in view.offers:
                combo.addItem(title, name)
            combo.activated.connect(lambda _row, at=at: self._tell(at))
            column.addWidget(combo)
            if each.sample:
                sample = labels.ElidedLabel(_("e.g. {text}").format(text=each.sample), inside)
                sample.setProperty("tone", "secondary")
                column.addWidget(sample)
            column.addSpacing(8)
            self.combos.append(combo)
        column.addStretch()
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        self.body.addWidget(scroll, 1)

    def show_view(self, view: ImportView) -> None:
        """Show what each column is now."""
        for combo, each in zip(self.combos, view.columns, strict=True):
            combo.setCurrentIndex(max(combo.findData(each.field or ""), 0))

    def _tell(self, at: int) -> None:
        self.chosen.emit(at, self.combos[at].currentData())
