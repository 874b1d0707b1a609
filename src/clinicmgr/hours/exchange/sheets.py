"""Hours as a plain table, which an import reads back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from clinicmgr.exchange import write_rows
from clinicmgr.hours import rules
from clinicmgr.hours.records import NOTE, SOURCE_FIELD
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_
from clinicmgr.kernel.periods import DAY_MINUTES

HOURS_FIELDS = (
    Field("number", N_("Staff number")),
    Field("name", N_("Name")),
    Field("day", N_("Date"), "day"),
    Field("start", N_("In"), "time"),
    Field("end", N_("Out"), "time"),
    Field("break_minutes", N_("Break (minutes)"), "whole"),
    Field("position", N_("Position")),
    Field("worked", N_("Hours"), "hours"),
    SOURCE_FIELD,
    NOTE,
)


def export_hours(hours: Hours, path: Path, first: date, last: date, locale: str = "en_US") -> int:
    """Write the hours of a period to a file that an import reads back; return how many lines."""
    people = {each.id: each for each in hours.members()}
    positions = {each.id: each.name for each in hours.positions()}
    zone = hours.time_zone
    rows: list[Mapping[str, object]] = [
        {
            "number": people[each.member_id].number,
            "name": people[each.member_id].name,
            "day": each.day,
            "start": each.start,
            "end": None if each.end is None else each.end % DAY_MINUTES,
            "break_minutes": each.break_minutes,
            "position": positions.get(each.position_id or 0, ""),
            "worked": rules.worked_minutes([each], zone),
            "source": each.source,
            "note": each.note,
        }
        for each in hours.stretches(first, last)
    ]
    write_rows(path, HOURS_FIELDS, rows, locale)
    return len(rows)
