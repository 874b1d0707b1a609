"""Automatic backups of the open practice: every half hour with changes, and when it is closed."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from clinicmgr.kernel import backup
from clinicmgr.kernel.backup import Backup
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.practice import Practice

_EVERY = 30 * 60 * 1000  # milliseconds
_log = logging.getLogger(__name__)


class Safekeeper(QObject):
    """Knows whether something changed since the last backup, and makes the next."""

    made = Signal()
    refused = Signal(str)

    def __init__(self, practice: Practice, folder: Path, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._practice = practice
        self._folder = folder
        self._clock = clock
        self._changed = self._changed_since(self.last)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.back_up_if_changed)
        self._timer.start()

    @property
    def folder(self) -> Path:
        """Where the backups of this practice lie."""
        return self._folder / self._practice.path.stem

    @property
    def last(self) -> Backup | None:
        """The newest backup, None if there is none."""
        return next(iter(self.all()), None)

    def all(self) -> list[Backup]:
        """Every backup of this practice, newest first."""
        return backup.backups_of(self._practice.path, self._folder)

    def note_change(self) -> None:
        """Hear that something was changed."""
        self._changed = True

    def back_up(self) -> Backup:
        """Make a backup now. Raises UserError where it cannot be written or is not sound."""
        made = backup.automatic(self._practice, self._folder, self._clock)
        self._changed = False
        self.made.emit()
        return made

    def back_up_if_changed(self) -> None:
        """Make a backup if something changed; a refusal is told and logged, never in the way."""
        if not self._changed:
            return
        try:
            self.back_up()
        except UserError as error:
            _log.warning("no backup: %s", error.sentence)
            self.refused.emit(error.sentence)

    def stop(self) -> None:
        """Make the last backup of this sitting and no further one."""
        self._timer.stop()
        self.back_up_if_changed()

    def _changed_since(self, last: Backup | None) -> bool:
        newest = next(iter(self._practice.journal.history(limit=1)), None)
        return newest is not None and (last is None or newest.at > last.at)
