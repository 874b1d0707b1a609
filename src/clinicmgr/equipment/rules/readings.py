"""Values against limits: reading them, what is possible, and which are missing."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from clinicmgr.equipment.records import Asset, Point, PointDraft, Reading, Slot
from clinicmgr.equipment.rules.assets import after_purchase
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import DAY_MINUTES, days, format_time, parse_time
from clinicmgr.staff.records.days import day_text
from clinicmgr.staff.rules.words import check_day, name_given

MOST_DECIMALS = 3
LARGEST_VALUE = 10**9
FARTHEST_SPANS = 5  # how many times the width of the limits a value may lie beyond them
MOST_TIMES = 24
GRACE_MINUTES = 60

_NUMBER = re.compile(r"([-+]?)([0-9]{1,9})(?:[.,]([0-9]+))?|([-+]?)[.,]([0-9]+)")


def parse_value(text: str, point: PointDraft, *, field: str = "value") -> int:
    """Return "4.2" in the point's smallest step (42 with one decimal); a unit may follow.

    UserError for what is no number, has too many decimals, or cannot be: a slip of the decimal
    point. An amount is told from a slip by the width of the limits.
    """
    shown = " ".join(text.split())
    bare = shown.removesuffix(point.unit).strip() if point.unit else shown
    match = _NUMBER.fullmatch(bare.replace("\u2212", "-"))
    if match is None:
        raise UserError(
            _("“{text}” is not a reading. Write a number such as {example}.").format(
                text=shown[:30], example=show_value(point.low or point.high or 0, point, unit=False)
            ),
            field=field,
        )
    sign, whole, part = match[1] or match[4] or "", match[2] or "0", match[3] or match[5] or ""
    if len(part.rstrip("0")) > point.decimals:
        raise UserError(_too_fine(point), field=field)
    value = int(whole + part[: point.decimals].ljust(point.decimals, "0"))
    return possible(-value if sign == "-" else value, point, field=field)


def possible(value: int, point: PointDraft, *, field: str = "value") -> int:
    """Return the value; UserError where no instrument could show it."""
    reach = LARGEST_VALUE
    if point.low is not None and point.high is not None:
        span = (point.high - point.low) * FARTHEST_SPANS
        if not point.low - span <= value <= point.high + span:
            reach = -1
    if abs(value) > reach:
        raise UserError(
            _("{value} cannot be right for {name}; check the decimal point.").format(
                value=show_value(value, point), name=point.name
            ),
            field=field,
        )
    return value


def show_value(value: int, point: PointDraft, *, unit: bool = True) -> str:
    """Return the value with its decimals and unit: "4.2 °C"."""
    digits = str(abs(value)).rjust(point.decimals + 1, "0")
    cut = len(digits) - point.decimals
    text = digits[:cut] + (f".{digits[cut:]}" if point.decimals else "")
    text = f"−{text}" if value < 0 else text
    return f"{text} {point.unit}" if unit and point.unit else text


def limits_text(point: PointDraft) -> str:
    """Say the limits: "2.0 to 8.0 °C", "at most 8.0 °C"; "" without any."""
    if point.low is not None and point.high is not None:
        return _("{low} to {high}").format(
            low=show_value(point.low, point, unit=False), high=show_value(point.high, point)
        )
    if point.low is not None:
        return _("at least {low}").format(low=show_value(point.low, point))
    if point.high is not None:
        return _("at most {high}").format(high=show_value(point.high, point))
    return ""


def parse_times(text: str, *, field: str = "times") -> tuple[int, ...]:
    """Return "7:30, 16:30" as minutes from midnight, in order; "" is none."""
    found = set()
    for part in re.split(r"[;,\n]+|\s+(?=[0-9])", text):
        if part.strip():
            try:
                found.add(parse_time(part.strip()))
            except UserError as error:
                raise UserError(error.sentence, field=field) from error
    return tuple(sorted(found))


def show_times(times: Iterable[int], locale: str = "en_US") -> str:
    """Return the times as they are typed: "7:30 AM, 4:30 PM"."""
    return ", ".join(format_time(time, locale) for time in times)


def tidy_point(draft: PointDraft, asset: Asset) -> PointDraft:
    """Return the point with its times in order; UserError where it cannot be read so."""
    name_given(draft.name, _("reading"))
    if not 0 <= draft.decimals <= MOST_DECIMALS:
        raise UserError(
            _("A reading has 0 to {most} decimals.").format(most=MOST_DECIMALS), field="decimals"
        )
    if draft.low is not None and draft.high is not None and draft.low >= draft.high:
        raise UserError(_("The highest allowed value is above the lowest."), field="high")
    times = tuple(sorted(set(draft.times)))
    if len(times) > MOST_TIMES or any(not 0 <= time < DAY_MINUTES for time in times):
        raise UserError(
            _("Name up to {most} times of the day, such as 7:30, 16:30.").format(most=MOST_TIMES),
            field="times",
        )
    if times and not draft.weekdays:
        raise UserError(_("Choose the weekdays on which it is read."), field="weekdays")
    after_purchase(draft.from_day, asset, field="from_day")
    check_day(draft.ended, field="ended")
    return replace(draft, name=draft.name.strip(), unit=draft.unit.strip(), times=times)


def check_moment(day: date, time: int, asset: Asset, now: datetime) -> None:
    """Refuse readings of the future, from before the purchase, and at no time of a day."""
    after_purchase(day, asset, field="day")
    if not 0 <= time < DAY_MINUTES:
        raise UserError(_("A time of day lies between 0:00 and 23:59."), field="time")
    if (day, time) > (now.date(), now.hour * 60 + now.minute):
        field = "day" if day > now.date() else "time"
        raise UserError(
            _("{day} at {time} is still to come; a reading is entered when it is taken.").format(
                day=day_text(day), time=format_time(time)
            ),
            field=field,
        )


def beyond(value: int, point: PointDraft) -> str:
    """Say which limit a value is beyond: "8.9 °C is above 8.0 °C"; "" within the limits."""
    shown = show_value(value, point)
    if point.high is not None and value > point.high:
        return _("{value} is above {limit}").format(
            value=shown, limit=show_value(point.high, point)
        )
    if point.low is not None and value < point.low:
        return _("{value} is below {limit}").format(value=shown, limit=show_value(point.low, point))
    return ""


def slots(
    point: Point, readings: Iterable[Reading], first: date, last: date, closed: Collection[date]
) -> Iterator[Slot]:
    """Yield each time at which the point is to be read, with the reading that answers for it.

    A reading answers for the time of its day that is nearest to it; of several the last counts.
    """
    if not point.times:
        return
    answers: dict[tuple[date, int], Reading] = {}
    for reading in readings:
        nearest = min(point.times, key=lambda time: abs(time - reading.time))
        answers[reading.day, nearest] = reading
    for day in days(max(first, point.from_day), last):
        if point.runs_on(day) and day not in closed:
            for time in point.times:
                yield Slot(point, day, time, answers.get((day, time)))


def is_missed(slot: Slot, now: datetime) -> bool:
    """Whether a slot was passed over; for an hour after its time it can still be taken."""
    if slot.reading is not None:
        return False
    minutes = now.hour * 60 + now.minute
    return slot.day < now.date() or (
        slot.day == now.date() and slot.time + GRACE_MINUTES <= minutes
    )


def _too_fine(point: PointDraft) -> str:
    if not point.decimals:
        return _("{name} is read in whole numbers.").format(name=point.name)
    return _("{name} is read with {count} decimals at most.").format(
        name=point.name, count=point.decimals
    )
