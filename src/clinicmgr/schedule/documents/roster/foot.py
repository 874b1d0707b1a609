"""What stands under the grid: coverage, what the signs and codes mean, changes, lines to sign."""

from collections.abc import Iterable
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_time
from clinicmgr.paper import (
    GridFooter,
    Item,
    Legend,
    LegendEntry,
    Notes,
    SignatureStrip,
    Tally,
    Text,
)
from clinicmgr.places.records import Room, Site
from clinicmgr.schedule.documents.changes import change_notes, changed_since
from clinicmgr.schedule.documents.roster.sheet import Sheet
from clinicmgr.schedule.records import Coverage
from clinicmgr.schedule.service import Schedule

BLANK_LINES = 2
CHANGES_TOLD = 6


def coverage_footers(sheet: Sheet, *, brief: bool = False) -> Iterable[GridFooter]:
    """Yield how each position with demand is covered on each day; `brief` is for narrow days."""
    found: dict[tuple[int, date], list[Coverage]] = {}
    for one in sheet.coverage:
        found.setdefault((one.position_id, one.day), []).append(one)
    for position in sheet.positions:
        of_days = [found.get((position.id, day), []) for day in sheet.days]
        if any(of_days):
            tallies = tuple(_tally(sheet, of_day, brief=brief) for of_day in of_days)
            yield GridFooter(position.name, tallies, position.color, position.code)


def _tally(sheet: Sheet, found: list[Coverage], *, brief: bool) -> Tally | None:
    """The demand that is met worst speaks for the day, with the time at which it is worst."""
    if not found:
        return None
    worst = max(found, key=lambda one: (one.short, -one.have))
    text = ""
    if brief:
        text = f"▼{worst.short}" if worst.short else "✓"
    elif worst.short:
        time = format_time(worst.worst, sheet.locale)
        text = _("▼ {have} / {need} at {time}").format(
            have=worst.have, need=worst.minimum, time=time
        )
    return Tally(worst.have, worst.minimum, text)


def legend(sheet: Sheet) -> Legend:
    """Return what the colors, codes and signs on this sheet stand for."""
    entries = [LegendEntry(one.name, one.code, one.color) for one in sheet.positions]
    if any(sheet.leave_on(one.id, day) for one in sheet.members for day in sheet.days):
        entries.append(LegendEntry(_("Leave"), sign="hatch"))
    if any(day in sheet.facts.closures for day in sheet.days):
        entries.append(LegendEntry(_("Closed"), sign="closed"))
    if any(one.id in sheet.broken for one in sheet.shifts):
        entries.append(LegendEntry(_("To be solved"), sign="!"))
    if any(one.id in sheet.drafts for one in sheet.shifts):
        entries.append(LegendEntry(_("Not published"), sign="draft"))
    return Legend(tuple(entries))


def place_words(sheet: Sheet) -> Text:
    """Return what the codes of rooms and sites on this sheet stand for."""
    rooms = {one.room_id for one in sheet.shifts}
    used: list[Site | Room] = [one for one in sheet.facts.rooms.values() if one.id in rooms]
    if len(sheet.facts.sites) > 1:
        used = [*sheet.facts.sites.values(), *used]
    return Text("  ·  ".join(f"{one.code} {one.name}" for one in used), "small")


def changes(schedule: Schedule, sheet: Sheet, first: date, last: date) -> Iterable[Notes]:
    """Yield what is other than it was published before, if anything is."""
    recent = schedule.publishing.recent(first, last, facts=sheet.facts)
    if recent.since is not None and recent.changes:
        lines = change_notes(recent, sheet.facts, CHANGES_TOLD)
        yield Notes(tuple(lines), changed_since(recent.since, sheet.locale))


def closing(notes: str, *, signatures: bool, is_last: bool) -> Iterable[Item]:
    """Yield the notes, or on the last sheet lines to write on, and the lines to sign."""
    if notes:
        yield Notes(tuple(notes.splitlines()), _("Notes"))
    elif is_last:
        yield Notes((), _("Notes"), BLANK_LINES)
    if signatures:
        yield SignatureStrip((_("Office manager"), _("For the practice")))
