"""The call-out sheet: what was and what is when somebody is out, and whom to phone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Cell, Column, Document, Imprint, Item, Notes, Page, Row, Table, Text
from clinicmgr.schedule.records import Facts, Shift
from clinicmgr.schedule.records.replacements import Candidate, StoodIn, Tier
from clinicmgr.schedule.rules.changes import full_text
from clinicmgr.schedule.rules.words import position_name
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.records import StaffMember
from clinicmgr.staff.service import Staff

MOST_CALLED = 6
"""People to phone for one shift; who is further down is on the screen."""
_REACHED = "☐"


@dataclass(frozen=True, slots=True)
class CallOutOptions:
    """Which days, and who is out; None: everybody who gave shifts away then."""

    first: date
    last: date
    member_id: int | None = None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What the sheet is made from."""

    facts: Facts
    people: Mapping[int, StaffMember]
    given: tuple[StoodIn, ...]
    waiting: Mapping[int, tuple[Shift, tuple[Candidate, ...]]]
    needed: frozenset[int]


def build_call_out(
    schedule: Schedule,
    staff: Staff,
    settings: ClinicSettings,
    imprint: Imprint,
    options: CallOutOptions,
) -> Document:
    """Return the shifts before and after, with phone numbers, and whom to phone for the rest."""
    sheet = _read(schedule, staff, options)
    items: list[Item] = [Text(_lead(sheet), "lead"), _before_after(sheet)]
    if sheet.needed:
        items.append(_to_phone(sheet))
    items.append(Notes((), _("Notes"), 3))
    name = _name(options.member_id, sheet)
    first = format_day(options.first, "long", settings.locale)
    last = format_day(options.last, "long", settings.locale)
    days = first if first == last else _("{first} to {last}").format(first=first, last=last)
    return Document(
        title=_("Call-out: {name}").format(name=name) if name else _("Call-outs"),
        subtitle=days,
        items=tuple(items),
        imprint=imprint,
        page=Page(settings.paper),
        language=settings.locale,
    )


def _read(schedule: Schedule, staff: Staff, options: CallOutOptions) -> _Sheet:
    first, last = options.first, options.last
    told = schedule.replacements.stood_in(first, last)
    if options.member_id is not None:
        helpers = {one.shift.member_id for one in told if one.out_id == options.member_id}
        told = tuple(one for one in told if one.out_id in {options.member_id, *helpers})
    own = [
        one
        for one in schedule.shifts(first, last)
        if options.member_id is not None and one.member_id == options.member_id
    ]
    wanted = {one.id: one for one in own}
    wanted |= {one.shift.id: one.shift for one in told if one.shift.member_id is None}
    found = schedule.replacements.for_shifts(wanted)
    waiting = {
        shift_id: (wanted[shift_id], tuple(c for c in each if c.member_id != options.member_id))
        for shift_id, each in found.items()
    }
    people = {one.id: one for one in staff.members()}
    needed = schedule.replacements.needed(waiting)
    return _Sheet(schedule.facts(first, last), people, told, waiting, needed)


def _lead(sheet: _Sheet) -> str:
    covered = sum(one.shift.member_id is not None for one in sheet.given)
    words = ngettext("{count} shift covered", "{count} shifts covered", covered)
    lead = words.format(count=covered)
    waiting = len(sheet.waiting)
    if waiting:
        words = ngettext("{count} shift nobody has yet", "{count} shifts nobody has yet", waiting)
        lead = _("{covered}, {waiting}").format(covered=lead, waiting=words.format(count=waiting))
    return lead + "."


def _before_after(sheet: _Sheet) -> Table:
    rows = [_row(one.shift, one.out_id, sheet) for one in sheet.given]
    known = {one.shift.id for one in sheet.given}
    rows += [
        _row(shift, shift.member_id or 0, sheet)
        for shift, _found in sheet.waiting.values()
        if shift.id not in known
    ]
    columns = (
        Column(_("Shift"), width=0.34),
        Column(_("Was"), width=0.17),
        Column(_("Phone"), width=0.15),
        Column(_("Is now"), width=0.18),
        Column(_("Phone"), width=0.16),
    )
    return Table(columns, tuple(rows), _("Before and after"), empty=_("Nobody has called out."))


def _row(shift: Shift, out_id: int, sheet: _Sheet) -> Row:
    what = f"{full_text(shift, sheet.facts)}\n{position_name(shift.position_id, sheet.facts)}"
    now_id = shift.member_id if shift.member_id != out_id else None
    missed = "▲ " + _("not covered") if shift.id in sheet.needed else _("open, can be spared")
    now = _name(now_id, sheet) or missed
    return Row((what, _name(out_id, sheet), _phone(out_id, sheet), Cell(now, strong=True),
                _phone(now_id, sheet)))  # fmt: skip


def _to_phone(sheet: _Sheet) -> Table:
    columns = (
        Column(_("Reached"), align="center", width=0.1),
        Column(_("Who"), width=0.2),
        Column(_("Phone"), width=0.17),
        Column(_("What speaks for it, or against"), width=0.53),
    )
    return Table(columns, tuple(_called(sheet)), _("Whom to phone"))


def _called(sheet: _Sheet) -> Iterator[Row]:
    for shift, found in sheet.waiting.values():
        if shift.id not in sheet.needed:
            continue
        position = position_name(shift.position_id, sheet.facts)
        yield Row((f"{full_text(shift, sheet.facts)}, {position}",), kind="group")
        able = [one for one in found if one.tier is not Tier.IMPOSSIBLE]
        for one in able[:MOST_CALLED]:
            sign = "" if one.tier is Tier.FINE else "▲ "
            yield Row((_REACHED, Cell(one.name, strong=True), _phone(one.member_id, sheet),
                       sign + "; ".join(one.reasons)))  # fmt: skip
        if not able:
            yield Row(("", _("Nobody"), "", _("Nobody can take it; the reasons are below.")))
            for one in [each for each in found if each.qualified][:MOST_CALLED]:
                yield Row(("", one.name, _phone(one.member_id, sheet), one.sentence))


def _name(member_id: int | None, sheet: _Sheet) -> str:
    member = sheet.people.get(member_id or 0)
    return member.name if member is not None else ""


def _phone(member_id: int | None, sheet: _Sheet) -> str:
    member = sheet.people.get(member_id or 0)
    return member.phone if member is not None else ""
