"""The week roster for the wall: who works when and where, and whether that is enough."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Document, Grid, GridGroup, Imprint, Item, Page, PageBreak, Paper
from clinicmgr.schedule.documents.roster.cells import day_column
from clinicmgr.schedule.documents.roster.foot import (
    changes,
    closing,
    coverage_footers,
    legend,
    place_words,
)
from clinicmgr.schedule.documents.roster.footnotes import footnotes
from clinicmgr.schedule.documents.roster.people import people_groups
from clinicmgr.schedule.documents.roster.places import position_groups, room_groups
from clinicmgr.schedule.documents.roster.sheet import Sheet, read_sheet
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff

By = Literal["person", "position", "room"]
"""What the rows of the roster are."""


@dataclass(frozen=True, slots=True)
class WeekRosterOptions:
    """Which days, week by week, on which paper, with which rows, and what stands under the grid.

    `grouped` puts people in groups by position, else they stand by name.
    """

    first: date
    last: date
    paper: Paper | None = None
    position_ids: tuple[int, ...] = ()
    coverage: bool = True
    notes: str = ""
    signatures: bool = True
    changes: bool = False
    by: By = "person"
    grouped: bool = True


def build_week_roster(
    schedule: Schedule,
    staff: Staff,
    settings: ClinicSettings,
    imprint: Imprint,
    options: WeekRosterOptions,
) -> Document:
    """Return the roster from the first to the last day, one sheet a week."""
    whole = read_sheet(schedule, staff, settings, options)
    weeks = list(_weeks(options, settings.week_start))
    items: list[Item] = []
    for number, (first, last) in enumerate(weeks):
        if number:
            items.append(PageBreak())
        sheet = whole.between(first, last)
        title = _("Week of {day}").format(day=format_day(first, "short", settings.locale))
        items.append(_grid(sheet, options, title if len(weeks) > 1 else ""))
        items += [legend(sheet), place_words(sheet), *footnotes(sheet)]
        if options.changes:
            items += changes(schedule, sheet, first, last)
        is_last = number == len(weeks) - 1
        items += closing(options.notes, signatures=options.signatures, is_last=is_last)
    return Document(
        title=_("Roster"),
        subtitle=_subtitle(schedule, settings.locale, options),
        items=tuple(items),
        imprint=imprint,
        page=Page(options.paper or settings.paper, landscape=True),
        language=settings.locale,
    )


def _subtitle(schedule: Schedule, locale: str, options: WeekRosterOptions) -> str:
    """The days, and which version hangs on the wall."""
    words = _("{first} to {last}").format(
        first=format_day(options.first, "long", locale),
        last=format_day(options.last, "long", locale),
    )
    newest = schedule.publishing.newest(options.first, options.last)
    if newest is None:
        return words
    return _("{days} – version {number}").format(days=words, number=newest.number)


def _weeks(options: WeekRosterOptions, week_start: int) -> Iterable[tuple[date, date]]:
    first = options.first
    while first <= options.last:
        last = first + timedelta(days=6 - (first.weekday() - week_start) % 7)
        yield first, min(last, options.last)
        first = last + timedelta(days=1)


def _grid(sheet: Sheet, options: WeekRosterOptions, title: str) -> Grid:
    return Grid(
        columns=tuple(day_column(sheet, day) for day in sheet.days),
        groups=tuple(_groups(sheet, options)),
        footers=tuple(coverage_footers(sheet)),
        corner=_corner(sheet, options.by),
        title=title,
    )


def _groups(sheet: Sheet, options: WeekRosterOptions) -> Iterable[GridGroup]:
    match options.by:
        case "position":
            return position_groups(sheet)
        case "room":
            return room_groups(sheet)
        case "person":
            return people_groups(sheet, grouped=options.grouped)


def _corner(sheet: Sheet, by: By) -> str:
    match by:
        case "position":
            return _("Position")
        case "room":
            return _("Room")
        case "person":
            count = len(sheet.members)
            return ngettext("{count} person", "{count} people", count).format(count=count)
