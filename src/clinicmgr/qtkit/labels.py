"""Labels in the type sizes of the design; they show plain text only, never markup from a record."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from clinicmgr.qtkit import theme, tokens


def label(
    text: str = "",
    *,
    pixels: int = tokens.BODY,
    weight: int = 400,
    tone: str = "",
    parent: QWidget | None = None,
) -> QLabel:
    """A label; `tone` is "", "secondary", "accent", "danger", "warning" or "success"."""
    made = QLabel(text, parent)
    set_plain(made)
    made.setFont(theme.font(pixels, weight))
    if tone:
        made.setProperty("tone", tone)
    return made


def title(text: str = "", parent: QWidget | None = None) -> QLabel:
    """The title of a page."""
    return label(text, pixels=tokens.TITLE, weight=600, parent=parent)


def section(text: str = "", parent: QWidget | None = None) -> QLabel:
    """The title of a card or a part of a page."""
    return label(text, pixels=tokens.SECTION, weight=600, parent=parent)


def strong(text: str = "", parent: QWidget | None = None) -> QLabel:
    """A word in semibold body size."""
    return label(text, weight=600, parent=parent)


def secondary(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Quieter text that explains."""
    return label(text, pixels=tokens.LABEL, tone="secondary", parent=parent)


def paragraph(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Text of several lines that breaks at the width it is given."""
    made = label(text, parent=parent)
    made.setWordWrap(True)
    return made


def set_plain(widget: QLabel) -> None:
    """Let the label show text as it is, without reading tags in it."""
    # By name and number (Qt.PlainText is 0): see theme.py for what naming `Qt` costs at the start.
    widget.setProperty("textFormat", 0)


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a shown widget another tone and paint it so."""
    if widget.property("tone") == tone:
        return
    widget.setProperty("tone", tone)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a property it asks for has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class ElidedLabel(QLabel):
    """A label on one line that ends in "…" when there is no room, with all of it as a tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        set_plain(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        from PySide6.QtCore import Qt  # not before there is something to elide

        room = self.contentsRect()
        text = self.fontMetrics().elidedText(
            self.text().replace("\n", " "), Qt.TextElideMode.ElideRight, room.width()
        )
        wanted = self.text() if text != self.text() else ""
        if self.toolTip() != wanted:
            self.setToolTip(wanted)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment()), text)
        painter.end()
