"""The sheet of all keys, made from the list of commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.dialog import Dialog
from clinicmgr.qtkit.shortcuts import Commands


class KeySheet(Dialog):
    """Shows which key does what; `further` adds keys that belong to a table or a grid."""

    def __init__(
        self,
        commands: Commands,
        further: Mapping[str, Sequence[tuple[str, str]]],
        parent: QWidget | None = None,
    ) -> None:
        """`further` are (keys, what they do) by section."""
        super().__init__(_("Keyboard"), _("Close"), lambda: None, parent=parent)
        self.cancel_button.hide()
        sections = {
            section: [(command.keys, command.title) for command in found if command.shortcut]
            for section, found in commands.sections().items()
        }
        for section, keys in further.items():
            sections[section] = [*sections.get(section, []), *keys]
        filled = {section: keys for section, keys in sections.items() if keys}
        row = QHBoxLayout()
        row.setSpacing(40)
        columns = (QVBoxLayout(), QVBoxLayout())
        heights = [0, 0]
        for section, keys in filled.items():
            at = heights.index(min(heights))
            heights[at] += len(keys) + 2
            columns[at].addLayout(self._part(section, keys))
            columns[at].addSpacing(16)
        for column in columns:
            column.addStretch(1)
            row.addLayout(column, 1)
        self.body.addLayout(row)
        self.setMinimumWidth(680)

    def _part(self, section: str, keys: Sequence[tuple[str, str]]) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(6)
        part.addWidget(labels.strong(section, self))
        grid = QGridLayout()
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        for at, (key, what) in enumerate(keys):
            grid.addWidget(labels.label(what, parent=self), at, 0)
            shown = labels.label(key, parent=self)
            shown.setProperty("kind", "key")
            grid.addWidget(shown, at, 1, Qt.AlignmentFlag.AlignRight)
        part.addLayout(grid)
        return part
