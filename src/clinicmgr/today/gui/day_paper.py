"""The paper of the day that is shown."""

from __future__ import annotations

from datetime import date

from clinicmgr import __version__
from clinicmgr.kernel.settings import Settings
from clinicmgr.paper import Document, Imprint
from clinicmgr.today.documents import DaySheetOptions, build_day_sheet
from clinicmgr.today.service import Today


def day_paper(today: Today, settings: Settings, day: date) -> Document:
    """The day sheet of a day."""
    current = settings.current()
    imprint = Imprint(current.name, today.clock.now(), __version__)
    return build_day_sheet(today, current, imprint, DaySheetOptions(day))
