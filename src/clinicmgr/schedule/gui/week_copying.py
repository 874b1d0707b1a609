"""Copying a week, and saying what came of it."""

from __future__ import annotations

from datetime import date

from clinicmgr.kernel.i18n import ngettext
from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.service import Schedule


def copy_week(
    schedule: Schedule, desk: Desk, source: date, target: date, *, as_open: bool = False
) -> bool:
    """Copy a week to another; False where it was refused, which the desk has then said."""
    copied: list[int] = []
    if not desk.attempt(lambda: copied.extend(schedule.copy_week(source, target, as_open=as_open))):
        return False
    words = ngettext("Copied {count} shift", "Copied {count} shifts", len(copied))
    desk.toast(words.format(count=len(copied)), undo=bool(copied))
    return True
