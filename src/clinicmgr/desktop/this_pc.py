"""The preferences and folders of this PC, and how the program follows them."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from clinicmgr.kernel.paths import Paths
from clinicmgr.kernel.preferences import Preferences, load_preferences, save_preferences
from clinicmgr.qtkit import theme


class ThisPc(QObject):
    """What this person likes on this PC; kept at once, and shown at once where that is possible."""

    changed = Signal()

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paths = paths
        self.preferences: Preferences = load_preferences(paths.preferences)

    def keep(self, **values: Any) -> None:
        """Change these preferences, by their names."""
        self._take(dataclasses.replace(self.preferences, **values))

    def keep_opened(self, practice: Path) -> None:
        """Remember the practice as the last one opened."""
        self._take(self.preferences.opened(practice))

    def forget(self, practice: str) -> None:
        """Take a practice out of the list of recent ones."""
        self.keep(recent=tuple(name for name in self.preferences.recent if name != practice))

    def follow(self) -> None:
        """Let the program look and move as the preferences say."""
        wanted, look = self.preferences, theme.current()
        if (look.mode, look.density) != (wanted.theme, wanted.density):
            look.use(wanted.theme, wanted.density)
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, not wanted.reduced_motion)

    def _take(self, wanted: Preferences) -> None:
        if wanted != self.preferences:
            self.preferences = wanted
            save_preferences(self.paths.preferences, wanted)
            self.follow()
            self.changed.emit()
