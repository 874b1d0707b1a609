"""How hours read on paper: times, signs, remarks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clinicmgr.hours.records import Adjustment, Correction, DayLine, FlagKind, Source, Stretch
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_range, format_time
from clinicmgr.paper import Cell
from clinicmgr.schedule.records import Shift
from clinicmgr.staff.records.days import short_day


def planned_text(shifts: Iterable[Shift], locale: str) -> str:
    """Return the shifts of a day: "8:00 AM–4:30 PM"."""
    return ", ".join(format_range(one.start, one.end, locale) for one in shifts)


def worked_text(stretches: Iterable[Stretch], locale: str) -> str:
    """Return the stretches of a day; one without its end says so."""
    return ", ".join(_stretch_text(one, locale) for one in stretches)


def signed(minutes: int) -> Cell | None:
    """Return a difference with its sign: "+0:15", "−1:30"; nothing for none."""
    if not minutes:
        return None
    hours, rest = divmod(abs(minutes), 60)
    return Cell(minutes, f"{'+' if minutes > 0 else '−'}{hours}:{rest:02}")


def remarks(line: DayLine, names: Mapping[int, str]) -> str:
    """Return what is worth a word about a day; `names` are those of differentials."""
    said = [flag.label for flag in line.flags if flag.kind is not FlagKind.OVERTIME]
    if line.closed:
        said.append(line.closed)
    if any(one.source is Source.PLAN for one in line.stretches):
        said.append(Source.PLAN.label)
    said += [
        _("{name} {hours} h").format(name=names.get(each, ""), hours=_hours(minutes))
        for each, minutes in (line.differentials or {}).items()
    ]
    said += [one.note for one in line.stretches if one.note]
    return "; ".join(said)


def correction_line(one: Correction, name: str = "") -> str:
    """Return a correction in a line: whose day, before, now, why, who and when."""
    words = _("{day}: {now} instead of {former}; reason: {reason} ({by}, {on})").format(
        day=short_day(one.day),
        former=one.former,
        now=one.now,
        reason=one.reason.rstrip("."),
        by=one.by,
        on=short_day(one.on),
    )
    return f"{name}, {words}" if name else words


def adjustment_line(one: Adjustment, name: str = "") -> str:
    """Return an adjustment in a line: whose day, how much, why."""
    sign = "+" if one.minutes > 0 else "−"
    words = _("{day}: {hours} h, {kind}; reason: {reason} ({by})").format(
        day=short_day(one.day),
        hours=f"{sign}{_hours(abs(one.minutes))}",
        kind=one.kind.label.lower(),
        reason=one.reason.rstrip("."),
        by=one.by,
    )
    return f"{name}, {words}" if name else words


def _stretch_text(one: Stretch, locale: str) -> str:
    if one.end is None:
        return _("{start}–?").format(start=format_time(one.start, locale))
    times = format_range(one.start, one.end, locale)
    if one.break_minutes:
        return _("{times}, break {minutes}").format(times=times, minutes=one.break_minutes)
    return times


def _hours(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
