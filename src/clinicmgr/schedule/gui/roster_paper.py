"""The paper of what is shown."""

from __future__ import annotations

from collections.abc import Collection

from clinicmgr import __version__
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.settings import Settings
from clinicmgr.paper import Document, Imprint
from clinicmgr.schedule.documents import WeekRosterOptions, build_week_roster
from clinicmgr.schedule.gui.period import Period
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff


def roster_paper(
    schedule: Schedule,
    staff: Staff,
    settings: Settings,
    clock: Clock,
    period: Period,
    positions: Collection[int],
) -> Document:
    """The wall roster of the period and positions that are shown."""
    current = settings.current()
    imprint = Imprint(current.name, clock.now(), __version__)
    options = WeekRosterOptions(period.first, period.last, position_ids=tuple(sorted(positions)))
    return build_week_roster(schedule, staff, current, imprint, options)
