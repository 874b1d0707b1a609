"""When the last backup was made, and the button that makes one now."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day, format_time
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.card import Card
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.icon_label import IconLabel

_OLD = 7  # days without a backup after which it is worth a warning


class Made(Protocol):
    """A backup that was made."""

    @property
    def at(self) -> datetime:
        """When it was made."""
        ...


class Safe(Protocol):
    """What makes the backups of the open practice."""

    @property
    def made(self) -> SignalInstance:
        """Tells that a backup was made."""
        ...

    @property
    def last(self) -> Made | None:
        """The newest backup, None if there is none."""
        ...

    def back_up(self) -> object:
        """Make a backup now. Raises UserError where it cannot be written."""
        ...


class BackupCard(Card):
    """One line: the last backup in words, and "Back up now"."""

    def __init__(self, safe: Safe, desk: Desk, locale: str, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._safe, self._desk, self._locale = safe, desk, locale
        self.setAccessibleName(_("Backup"))
        self.sign = IconLabel("backup", "text_2", parent=self)
        self.words = labels.ElidedLabel("", self)
        self.button = buttons.quiet(_("Back up now"), self.back_up, parent=self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        column = self.layout()
        if column is not None:
            column.setContentsMargins(14, 8, 10, 8)
            column.setSpacing(0)
        safe.made.connect(self.reload)

    def back_up(self) -> None:
        """Make a backup, and say so; a refusal is said too."""
        if self._desk.attempt(self._safe.back_up):
            self._desk.toast(_("The backup was made and checked."))

    def reload(self) -> None:
        """Say when the last backup was made."""
        last = self._safe.last
        today = self._desk.clock.today()
        old = last is None or (today - last.at.date()).days >= _OLD
        self.sign.show_icon("warning" if old else "backup", "warning" if old else "success")
        self.words.setText(backup_text(last.at if last else None, today, self._locale))


def backup_text(at: datetime | None, today: date, locale: str) -> str:
    """Say when: "Last backup today, 8:12 AM", "No backup yet"."""
    if at is None:
        return _("No backup yet")
    day = _("today") if at.date() == today else format_day(at.date(), "weekday", locale)
    time = format_time(at.hour * 60 + at.minute, locale)
    return _("Last backup {day}, {time}").format(day=day, time=time)
