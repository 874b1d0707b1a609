"""The published roster as .csv and .xlsx: a line for each shift, as it was told to the staff."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from clinicmgr.exchange import write_rows
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_
from clinicmgr.kernel.periods import DAY_MINUTES
from clinicmgr.schedule.exchange.shifts import shift_fields
from clinicmgr.schedule.service import Schedule

_VERSION = Field("version", N_("Version"), "whole")


def export_published(
    schedule: Schedule, path: Path, first: date, last: date, locale: str = "en_US"
) -> int:
    """Write the shifts from first to last as they were published; return how many.

    The columns are those of a shift file, and the version that each shift is from; the lock is
    the manager's own and left out.
    """
    fields = [*(one for one in shift_fields(schedule) if one.name != "locked"), _VERSION]
    versions = schedule.publishing.standing(first, last).versions
    shifts = schedule.publishing.published(first, last)
    rows: list[Mapping[str, object]] = [
        {field.name: getattr(shift, field.name, None) for field in fields}
        | {"end": shift.end if shift.end <= DAY_MINUTES else shift.end - DAY_MINUTES}
        | {"version": versions[shift.day]}
        for shift in shifts
    ]
    write_rows(path, fields, rows, locale)
    return len(shifts)
