"""The day sheet: who works where and when, how to reach them, what is open and what is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.domain import Due, Urgency
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day, format_range
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Cell,
    Column,
    Document,
    Heading,
    Imprint,
    Item,
    Margins,
    Notes,
    Page,
    Row,
    Table,
    Text,
    Value,
)
from clinicmgr.today import rules
from clinicmgr.today.records import Absence, Attendance, Presence
from clinicmgr.today.service import Today

BLANK_LINES = 3
CROWDED = 40
"""So many people leave room for one line to write on, lest there be a third page."""
MOST_DUE = 15
LEAST_DUE = 3
"""Lines of what is due, fewer the more people work: the rest is on the screen."""


@dataclass(frozen=True, slots=True)
class DaySheetOptions:
    """The sheet of the day `on`, and what stands on it besides who works where and when."""

    on: date
    phones: bool = True
    due: bool = True
    notes: bool = True


def build_day_sheet(
    today: Today, settings: ClinicSettings, imprint: Imprint, options: DaySheetOptions
) -> Document:
    """Return the day on one page, for a practice of usual size: two at most for 60 people."""
    found = today.presence(options.on)
    items: list[Item] = [
        Text(rules.summary(found, is_today=False) + ".", "lead"),
        *_uncovered(found),
        _people(found, settings.locale, phones=options.phones),
        *_absences(found, settings.locale, phones=options.phones),
    ]
    if options.due:
        items += _due(today.attention(options.on), found, settings.locale)
    if options.notes:
        items.append(Notes((), _("Notes"), 1 if found.count() > CROWDED else BLANK_LINES))
    return Document(
        title=_("Day sheet"),
        subtitle=format_day(options.on, "long", settings.locale),
        items=tuple(items),
        imprint=imprint,
        page=Page(settings.paper, margins=Margins(top=10, bottom=9)),
        language=settings.locale,
    )


def _uncovered(found: Presence) -> Iterable[Item]:
    if found.uncovered:
        yield Heading(_("Not covered"), 3)
        yield Text("\n".join(f"▲ {one.sentence}" for one in found.uncovered), "notice")


def _people(found: Presence, locale: str, *, phones: bool) -> Table:
    """By site where there are several, and there by position, in order of time."""
    columns = [
        Column(_("Position"), width=0.2),
        Column(_("Name"), width=0.27),
        Column(_("Time"), width=0.22),
        Column(_("Room"), width=0.15),
    ]
    if phones:
        columns.append(Column(_("Phone"), width=0.16))
    sites = sorted({one.site for one in found.people})
    rows: list[Row] = []
    for site in sites:
        if len(sites) > 1:
            rows.append(Row((site or _("Without a site"),), kind="group"))
        for crew in found.crews:
            people = [one for one in crew.people if one.site == site]
            for number, one in enumerate(people):
                position = (
                    f"{crew.position.code}  {crew.position.name if number == 0 else ''}".rstrip()
                )
                rows.append(_person(one, position, locale, phones=phones))
    return Table(tuple(columns), tuple(rows), empty=_("Nobody is on the roster."))


def _person(one: Attendance, position: str, locale: str, *, phones: bool) -> Row:
    time = format_range(one.shift.start, one.shift.end, locale)
    since = _("Since yesterday") if one.is_from_yesterday else ""
    note = ". ".join(part for part in (since, one.shift.note) if part)
    cells: tuple[Value | Cell, ...] = (Cell(position, strong=True), one.name, time, one.room)
    return Row((*cells, one.phone) if phones else cells, note=note)


def _absences(found: Presence, locale: str, *, phones: bool) -> Iterable[Item]:
    if not found.absences:
        return
    columns = [
        Column(_("Off"), width=0.47),
        Column(_("Why"), width=0.22),
        Column(_("Until"), width=0.15),
    ]
    if phones:
        columns.append(Column(_("Phone"), width=0.16))
    rows = (_absence(one, locale, phones=phones) for one in found.absences)
    yield Table(tuple(columns), tuple(rows))


def _absence(one: Absence, locale: str, *, phones: bool) -> Row:
    until = format_day(one.leave.last, "weekday", locale)
    cells = (one.name, one.leave.kind.label, until)
    return Row((*cells, one.phone) if phones else cells)


def _due(attention: list[Due], found: Presence, locale: str) -> Iterable[Item]:
    """What is pressing by the end of the day and does not stand on the sheet already."""
    told = {("schedule", one.shift_id or found.day) for one in found.uncovered}
    today = [
        due for due in attention if due.urgency <= Urgency.TODAY and (due.page, due.ref) not in told
    ]
    if not today:
        return
    most = max(LEAST_DUE, MOST_DUE - found.count() // 5)
    rows = [
        Row(("□", due.kind, due.sentence, format_day(due.day, "weekday", locale)))
        for due in today[:most]
    ]
    columns = (
        Column("", width=0.04),
        Column(_("What is due"), width=0.2),
        Column("", width=0.61),
        Column(_("Due"), width=0.15),
    )
    yield Table(columns, tuple(rows))
    left = len(today) - most
    if left > 0:
        yield Text(_("and {count} more on the page of today").format(count=left), "small")
