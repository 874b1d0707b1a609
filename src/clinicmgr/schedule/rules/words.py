"""How rules speak: days, times and hours inside sentences."""

from datetime import date
from functools import lru_cache

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day, format_hours, format_range
from clinicmgr.schedule.records import Facts, Shift, ShiftDraft

_day = lru_cache(maxsize=4096)(format_day)
_range = lru_cache(maxsize=4096)(format_range)


def day_text(day: date, facts: Facts) -> str:
    """The day with its weekday, as is usual in the clinic's country."""
    return _day(day, "weekday", facts.locale)


def times_text(start: int, end: int, facts: Facts) -> str:
    """A stretch of a day."""
    return _range(start, end, facts.locale)


def shift_text(shift: Shift | ShiftDraft, facts: Facts) -> str:
    """Day and times of a shift."""
    return when_text(shift.day, shift.start, shift.end, facts)


def when_text(day: date, start: int, end: int, facts: Facts) -> str:
    """A day and a stretch of it."""
    return _("{day}, {times}").format(day=day_text(day, facts), times=times_text(start, end, facts))


def hours_text(minutes: int) -> str:
    """A length of time: "44 h", "37:30 h"."""
    return _("{hours} h").format(hours=format_hours(minutes))


def position_name(position_id: int, facts: Facts) -> str:
    """The name of a position."""
    position = facts.positions.get(position_id)
    return position.name if position else _("unknown position")


def skill_name(skill_id: int, facts: Facts) -> str:
    """The name of a skill."""
    skill = facts.skills.get(skill_id)
    return skill.name if skill else _("unknown skill")
