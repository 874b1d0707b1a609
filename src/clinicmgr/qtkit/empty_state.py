"""What an empty page shows: what belongs here, one button to add and one to import."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from clinicmgr.qtkit import labels
from clinicmgr.qtkit.icon_label import IconLabel

_WIDTH = 420


class EmptyState(QWidget):
    """An icon, a title, a sentence that teaches, and up to two buttons, in the middle."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        *offers: QPushButton,
        parent: QWidget | None = None,
    ) -> None:
        """`offers` are ready buttons from `buttons`, the primary one first."""
        super().__init__(parent)
        self.setAccessibleName(f"{title}. {sentence}")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(IconLabel(icon, "accent", 40, self), 0, middle)
        column.addSpacing(4)
        self._title = labels.section(title, self)
        column.addWidget(self._title, 0, middle)
        self._sentence = labels.paragraph(sentence, self)
        self._sentence.setProperty("tone", "secondary")
        self._sentence.setAlignment(middle)
        self._sentence.setFixedWidth(_WIDTH)
        self._fit()
        column.addWidget(self._sentence, 0, middle)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        for offer in offers:
            row.addWidget(offer)
        row.addStretch()
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(3)

    def say(self, title: str, sentence: str) -> None:
        """Show other words, such as "Nobody matches" while a filter is on."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._fit()
        self.setAccessibleName(f"{title}. {sentence}")

    def _fit(self) -> None:
        self._sentence.setFixedHeight(self._sentence.heightForWidth(_WIDTH))
