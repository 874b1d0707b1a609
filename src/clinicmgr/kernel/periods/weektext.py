"""Windows of a week as people type them: "Mon-Fri 8-17; Sat 9-12"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods.times import DAY_MINUTES, format_range, parse_time_range

WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"),
    N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
ALL_DAY = (0, DAY_MINUTES)
NEVER = "never"
ALWAYS_TEXT = "always"
_DAY = r"[^\W\d_]{2,}\.?"
_PART = re.compile(rf"({_DAY}(?:\s*[-–,/&+]\s*{_DAY})*)\s*:?\s*(\d.*)")
_JOINT = re.compile(r"\s*([-–,/&+])\s*")


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A stretch of a weekday (0 is Monday) in minutes from midnight, 0 to 1440."""

    weekday: int
    start: int
    end: int


ALWAYS = tuple(Window(weekday, *ALL_DAY) for weekday in range(7))


def check_windows(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Return the windows in order; raise a UserError unless each lies in a day and none overlap."""
    ordered = tuple(sorted(windows))
    for window in ordered:
        if window.weekday not in range(7):
            raise UserError(_("Choose a day from Monday to Sunday."), field="windows")
        if not 0 <= window.start < window.end <= DAY_MINUTES:
            raise UserError(
                _("{day}: a window must begin before it ends and lie within one day.").format(
                    day=_(WEEKDAYS[window.weekday])
                ),
                field="windows",
            )
    for earlier, later in pairwise(ordered):
        if earlier.weekday == later.weekday and later.start < earlier.end:
            raise UserError(
                _("{day}: two windows overlap; join them or move one.").format(
                    day=_(WEEKDAYS[later.weekday])
                ),
                field="windows",
            )
    return ordered


def parse_windows(text: str) -> tuple[Window, ...]:
    """Return the windows in "Mon-Fri 8-12, 13-17; Sat 9-12", or of "always" and "never".

    Raises a UserError for an unknown weekday or time and for windows that overlap.
    """
    tidy = " ".join(text.split())
    if tidy.casefold() == ALWAYS_TEXT:
        return ALWAYS
    if tidy.casefold() == NEVER:
        return ()
    parts = [part for part in tidy.split(";") if part.strip()]
    return check_windows(window for part in parts for window in _part(part.strip()))


def format_windows(windows: Iterable[Window]) -> str:
    """Return the text that `parse_windows` reads back: "Mon-Fri 08:00-17:00; Sat 09:00-12:00"."""
    ordered = tuple(sorted(windows))
    if not ordered:
        return NEVER
    if ordered == ALWAYS:
        return ALWAYS_TEXT
    times = [
        ", ".join(
            format_range(each.start, each.end, hour12=False).replace("–", "-")
            for each in ordered
            if each.weekday == weekday
        )
        for weekday in range(7)
    ]
    return "; ".join(f"{_days(first, last)} {times[first]}" for first, last in _runs(times))


def _runs(times: list[str]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) weekday of each run of equal, not empty times."""
    first = 0
    for weekday in range(1, 8):
        if weekday == 7 or times[weekday] != times[first]:
            if times[first]:
                yield first, weekday - 1
            first = weekday


def _days(first: int, last: int) -> str:
    names = [name[:3] for name in WEEKDAYS]
    if first == last:
        return names[first]
    return f"{names[first]}-{names[last]}"


def _part(part: str) -> Iterator[Window]:
    match = _PART.fullmatch(part)
    if match is None:
        raise UserError(
            _(
                "“{text}” does not say when in the week; write it like Mon-Fri 8-17; Sat 9-12."
            ).format(text=part[:40]),
            field="windows",
        )
    weekdays = tuple(_weekdays(match[1]))
    for times in match[2].split(","):
        start, end = parse_time_range(times)
        yield from (Window(weekday, start, end) for weekday in weekdays)


def _weekdays(text: str) -> Iterator[int]:
    first, *rest = _JOINT.split(text.strip())
    last = _weekday(first)
    yield last
    for joint, name in zip(rest[::2], rest[1::2], strict=True):
        weekday = _weekday(name)
        if joint in "-–":
            while last != weekday:
                last = (last + 1) % 7
                yield last
        else:
            last = weekday
            yield last


def _weekday(name: str) -> int:
    wanted = name.rstrip(".").casefold()
    for number, weekday in enumerate(WEEKDAYS):
        names = {weekday.casefold(), _(weekday).casefold()}
        if any(each.startswith(wanted) for each in names):
            return number
    raise UserError(
        _("“{name}” is not a weekday; write Mon, Tue, Wed, Thu, Fri, Sat or Sun.").format(
            name=name
        ),
        field="windows",
    )
