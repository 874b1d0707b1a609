"""The readings of a month as they are kept in the binder: values, limits, chart, signature."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clinicmgr.equipment import rules
from clinicmgr.equipment.documents.months import month_title, months_of, weekday_and_day
from clinicmgr.equipment.records import Point, Reading, Slot
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_time, month_bounds
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Cell,
    Chart,
    Column,
    Document,
    Heading,
    Imprint,
    Item,
    Limit,
    Margins,
    Page,
    PageBreak,
    Row,
    Series,
    SignatureStrip,
    Table,
    Text,
    Value,
)

CHART_HEIGHT = 44.0  # millimeters: a month of 23 workdays and the chart fit on one page


@dataclass(frozen=True, slots=True)
class ReadingSheetOptions:
    """The months that have a day from `first` to `last`, and which points (none: all)."""

    first: date
    last: date
    point_ids: tuple[int, ...] = ()
    chart: bool = True


@dataclass(frozen=True, slots=True)
class _Month:
    """One point in one month."""

    point: Point
    title: str
    days: tuple[date, ...]
    """The days on which a reading is asked for or was taken."""
    slots: dict[tuple[date, int], Slot]
    readings: tuple[Reading, ...]
    today: date
    locale: str


def build_reading_sheet(
    equipment: Equipment,
    settings: ClinicSettings,
    imprint: Imprint,
    options: ReadingSheetOptions,
) -> Document:
    """Return one sheet for each point and month.

    It has the days on which a reading is asked for; those to come are left blank to write on.
    """
    items: list[Item] = []
    assets = {each.id: each for each in equipment.assets()}
    points = [
        each
        for each in equipment.points()
        if each.times and (not options.point_ids or each.id in options.point_ids)
    ]
    for first_day in months_of(options.first, options.last):
        first, last = month_bounds(first_day)
        slots, readings = equipment.slots(first, last), equipment.readings(first, last)
        for point in points:
            if point.ended is not None and point.ended <= first:
                continue
            own = {(each.day, each.time): each for each in slots if each.point.id == point.id}
            taken = tuple(each for each in readings if each.point_id == point.id)
            read = {day for day, _time in own} | {each.day for each in taken}
            month = _Month(
                point,
                f"{assets[point.asset_id].title}, {point.name}, {month_title(first)}",
                tuple(sorted(read)),
                own,
                taken,
                equipment.clock.today(),
                settings.locale,
            )
            items += [*([PageBreak()] if items else []), *_sheet(month, options)]
    return Document(
        title=_("Readings"),
        items=tuple(items) or (Text(_("Nothing is read at fixed times.")),),
        imprint=imprint,
        page=Page(settings.paper, margins=Margins(top=10, bottom=9)),
        language=settings.locale,
    )


def _sheet(month: _Month, options: ReadingSheetOptions) -> list[Item]:
    limits = rules.limits_text(month.point)
    words = _("Allowed: {limits}.").format(limits=limits) if limits else ""
    beyond = sum(not month.point.is_within(each.value) for each in month.readings)
    missing = sum(each.reading is None and each.day < month.today for each in month.slots.values())
    count = _("{taken} readings, {beyond} out of limits, {missing} missing.").format(
        taken=len(month.readings), beyond=beyond, missing=missing
    )
    items: list[Item] = [Heading(month.title, 2), Text(f"{words} {count}".strip()), _table(month)]
    if options.chart and month.readings:
        items.append(_chart(month))
    items.append(SignatureStrip((_("Reviewed by"),)))
    return items


def _table(month: _Month) -> Table:
    columns = [Column(_("Day"), width=0.1)]
    width = 0.5 / (2 * len(month.point.times))
    for time in month.point.times:
        head = format_time(time, month.locale)
        columns += [Column(head, "number", "right", width), Column(_("Read by"), width=width)]
    columns.append(Column(_("Remarks and what was done"), width=0.4))
    return Table(
        tuple(columns),
        tuple(_day_row(month, day) for day in month.days),
        empty=_("No readings are asked for in this month."),
    )


def _day_row(month: _Month, day: date) -> Row:
    cells: list[Value | Cell] = [weekday_and_day(day)]
    shown: set[int] = set()
    remarks: list[str] = []
    for time in month.point.times:
        slot = month.slots.get((day, time))
        reading = slot.reading if slot is not None else None
        if reading is not None:
            shown.add(reading.id)
            remarks += [reading.note] if reading.note else []
            cells += [_value_cell(month.point, reading), reading.by]
        elif slot is not None and day < month.today:
            cells += [Cell(None, _("missing"), strong=True), ""]
        else:
            cells += [None, ""]
    for reading in month.readings:
        if reading.day == day and reading.id not in shown:
            value = rules.show_value(reading.value, month.point)
            remarks.append(f"{format_time(reading.time, month.locale)}: {value} {reading.note}")
    return Row((*cells, "; ".join(part.strip() for part in remarks)))


def _value_cell(point: Point, reading: Reading) -> Cell:
    text = rules.show_value(reading.value, point, unit=False)
    within = point.is_within(reading.value)
    if not within:
        is_high = point.high is not None and reading.value > point.high
        text = f"▲ {text}" if is_high else f"▼ {text}"
    return Cell(_number(reading.value, point), text, strong=not within)


def _chart(month: _Month) -> Chart:
    point = month.point
    limits = [
        Limit(name, _number(value, point))
        for name, value in ((_("Lowest"), point.low), (_("Highest"), point.high))
        if value is not None
    ]
    series = [
        Series(
            format_time(time, month.locale),
            tuple(_at(month, day, time) for day in month.days),
            color,
        )
        for time, color in zip(point.times, (1, 3, 5, 0, 2, 4, 6, 7) * 3, strict=False)
    ]
    return Chart(
        "line",
        tuple(str(day.day) for day in month.days),
        tuple(series),
        limits=tuple(limits),
        height=CHART_HEIGHT,
    )


def _at(month: _Month, day: date, time: int) -> Decimal | None:
    slot = month.slots.get((day, time))
    if slot is None or slot.reading is None:
        return None
    return _number(slot.reading.value, month.point)


def _number(value: int, point: Point) -> Decimal:
    return Decimal(value).scaleb(-point.decimals)
