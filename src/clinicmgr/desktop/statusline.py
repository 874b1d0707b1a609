"""The line at the foot of the window: saved or not, running work, the last backup, the file."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QStatusBar, QWidget

from clinicmgr.desktop.first_picture import STATUS_HEIGHT
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels, tokens
from clinicmgr.qtkit.icon_label import IconLabel


class StatusLine(QStatusBar):
    """Quiet facts about the file; every change is saved at once, and this says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(STATUS_HEIGHT)
        self.setContentsMargins(8, 0, 12, 0)
        self._mark = IconLabel("check", "success", 14, self)
        self._saved, self._backup, self._file = (
            labels.label(pixels=tokens.CAPTION, tone="secondary", parent=self) for _at in range(3)
        )
        self.addWidget(self._mark)
        self.addWidget(self._saved)
        for shown in (self._backup, self._file):
            shown.setContentsMargins(18, 0, 0, 0)
            self.addPermanentWidget(shown)
        self.show_nothing()

    def add_progress(self, bar: QWidget) -> None:
        """Give running work its place."""
        self.insertWidget(2, bar)

    def show_nothing(self) -> None:
        """No practice is open."""
        self._mark.hide()
        for shown in (self._saved, self._backup, self._file):
            shown.setText("")

    def show_saved(self) -> None:
        """Everything is in the file."""
        self._mark.show()
        self._saved.setText(_("All changes saved"))

    def show_backup(self, at: datetime | None, today: date) -> None:
        """Say when the last backup was made."""
        if at is None:
            self._backup.setText(_("No backup yet"))
            return
        day = _("today") if at.date() == today else f"{at:%b} {at.day}"
        self._backup.setText(_("Backup: {day} {time}").format(day=day, time=f"{at:%H:%M}"))

    def show_fault(self, sentence: str) -> None:
        """Say in place of the last backup why there is none."""
        self._backup.setText(sentence)

    def show_file(self, path: Path) -> None:
        """Name the file and its size."""
        size = f"{path.stat().st_size / 1_000_000:.1f}" if path.exists() else "0.0"
        self._file.setText(_("{file} · {size} MB").format(file=path.name, size=size))
        self._file.setToolTip(str(path))
