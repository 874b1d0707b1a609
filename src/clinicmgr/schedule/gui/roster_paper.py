"""The paper of what is shown."""

from __future__ import annotations

from collections.abc import Collection

from clinicmgr import __version__
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.settings import Settings
from clinicmgr.paper import Document, Imprint
from clinicmgr.schedule.documents import (
    MonthRosterOptions,
    WeekRosterOptions,
    build_month_roster,
    build_week_roster,
)
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
    current, chosen = settings.current(), tuple(sorted(positions))
    imprint = Imprint(current.name, clock.now(), __version__)
    if period.span == "month":
        month = MonthRosterOptions(period.first, period.last, position_ids=chosen)
        return build_month_roster(schedule, staff, current, imprint, month)
    week = WeekRosterOptions(period.first, period.last, position_ids=chosen)
    return build_week_roster(schedule, staff, current, imprint, week)
