"""The rows that one change touched, before and after, as they stand in the panel of the history."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clinicmgr.desktop.history_words import Line, RowWords
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.pill import Pill

_MOST = 60
_TONES = {"added": "success", "changed": "accent", "removed": "danger"}


def details_widget(rows: Sequence[RowWords]) -> QWidget:
    """Return one block for each row; of a long list only the beginning."""
    shown = QWidget()
    column = QVBoxLayout(shown)
    column.setContentsMargins(18, 0, 18, 12)
    column.setSpacing(14)
    for row in rows[:_MOST]:
        column.addWidget(_block(row, shown))
    if len(rows) > _MOST:
        left = len(rows) - _MOST
        more = ngettext("and {count} more record", "and {count} more records", left)
        column.addWidget(labels.secondary(more.format(count=left), shown))
    column.addStretch()
    return shown


def _block(row: RowWords, parent: QWidget) -> QFrame:
    block = QFrame(parent)
    block.setAccessibleName(f"{row.heading}: {row.word}")
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    top = QHBoxLayout()
    heading = labels.strong(row.heading, block)
    heading.setWordWrap(True)
    top.addWidget(heading, 1)
    top.addWidget(Pill(row.word, _TONES[row.kind], block), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(top)
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, 110)
    grid.setColumnStretch(1, 1)
    for at, line in enumerate(row.lines):
        grid.addWidget(labels.secondary(line.label, block), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_value(line, block), at, 1)
    column.addLayout(grid)
    return block


def _value(line: Line, parent: QWidget) -> QLabel:
    empty = _("nothing")
    if line.before and line.after:
        text = f"{line.before} → {line.after}"
    elif line.changed:
        text = f"{line.before or empty} → {line.after or empty}"
    else:
        text = line.after or line.before
    shown = labels.paragraph(text, parent)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown
