"""Which minutes are overtime: over the day's limit first, then over the week's.

The week is a fixed one of seven days (29 CFR 778.105). Minutes beyond the day's limit are overtime
already and do not count towards the week's, so that no minute is overtime twice. What is left is
overtime from the minute on with which the week's limit is passed.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from clinicmgr.hours.records import PayRules, Piece
from clinicmgr.kernel.periods import week_of


def with_overtime(
    pieces: Iterable[Piece], rules_on: Callable[[date], PayRules], week_start: int = 0
) -> tuple[Piece, ...]:
    """Return one person's pieces in order of time, each with its minutes of overtime.

    They have to reach back to the beginning of the first week.
    """
    marked: list[Piece] = []
    week: date | None = None
    day: date | None = None
    of_week = of_day = 0
    for piece in sorted(pieces, key=lambda one: (one.day, one.start)):
        if week_of(piece.day, week_start) != week:
            week, of_week = week_of(piece.day, week_start), 0
        if piece.day != day:
            day, of_day = piece.day, 0
        rules = rules_on(piece.day)
        daily = _beyond(of_day, piece.minutes, rules.daily_limit)
        straight = piece.minutes - daily
        weekly = _beyond(of_week, straight, rules.weekly_limit)
        of_day += piece.minutes
        of_week += straight
        marked.append(replace(piece, overtime=daily + weekly))
    return tuple(marked)


def _beyond(before: int, minutes: int, limit: int | None) -> int:
    """Return how many of the minutes lie beyond a limit of which `before` are used."""
    if limit is None:
        return 0
    return min(minutes, max(0, before + minutes - limit))
