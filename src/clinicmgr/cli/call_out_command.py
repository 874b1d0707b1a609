"""roster call-out NAME: who could stand in for somebody on a day; nothing is changed."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from clinicmgr.cli.answer import Answer
from clinicmgr.cli.context import Context
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.records import Shift
from clinicmgr.schedule.records.replacements import CallOut, Candidate
from clinicmgr.schedule.rules.words import position_name, shift_text
from clinicmgr.staff.records import StaffMember

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - has no other name


def add_words(verbs: "Verbs", common: argparse.ArgumentParser, day: Callable[[str], date]) -> None:
    """Add the verb to those of the roster."""
    text = _("list who could stand in for somebody, the best first")
    verb = verbs.add_parser("call-out", parents=[common], help=text)
    verb.add_argument("name", metavar="NAME", help=_("who is out"))
    verb.add_argument("--day", type=day, metavar="D", help=_("on which day; today if not given"))
    verb.set_defaults(run=call_out)


def call_out(context: Context) -> Answer:
    """List the person's shifts of the day, each with everybody and what speaks against them."""
    with context.clinic() as clinic:
        day = context.options.day or clinic.clock.today()
        member = _the_one(clinic.staff.members(on=day), context.options.name)
        found = clinic.schedule.replacements.ask(member.id, day, day)
        facts = clinic.schedule.facts(day, day)
        phones = {one.id: one.phone for one in clinic.staff.members()}
    values = {
        "name": member.name,
        "day": day,
        "shifts": [_shift(one, found, phones) for one in found.shifts],
    }
    if not found.shifts:
        return Answer(_("{name} has no shift on this day.").format(name=member.name), values)
    lines: list[str] = []
    for one in found.shifts:
        position = position_name(one.position_id, facts)
        lines.append(f"{shift_text(one, facts)}, {position}")
        lines += [_line(each, phones) for each in found.choices[one.id]]
    return Answer("\n".join(lines), values)


def _the_one(members: list[StaffMember], name: str) -> StaffMember:
    """The member who is called so, by the whole name or a part that is only theirs."""
    words = name.casefold().split()
    whole = [one for one in members if one.name.casefold().split() == words]
    found = whole or [
        one for one in members if words and all(each in one.name.casefold() for each in words)
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(_("Nobody who works here then is called “{name}”.").format(name=name))
    names = ", ".join(one.name for one in found)
    raise UserError(_("“{name}” may be {names}. Give the whole name.").format(
        name=name, names=names))  # fmt: skip


def _line(one: Candidate, phones: dict[int, str]) -> str:
    phone = phones.get(one.member_id, "")
    who = f"{one.name}, {phone}" if phone else one.name
    return f"    {one.tier.label:<24} {who}: {one.sentence}"


def _shift(shift: Shift, found: CallOut, phones: dict[int, str]) -> dict[str, Any]:
    return {
        "shift": shift.id,
        "start": shift.start,
        "end": shift.end,
        "needed": shift.id in found.needed,
        "proposed": found.cover[shift.id],
        "candidates": [
            {
                "member": one.member_id,
                "name": one.name,
                "phone": phones.get(one.member_id, ""),
                "tier": one.tier.name.lower(),
                "reasons": one.reasons,
                "minutes_after": one.hours_after,
                "overtime_minutes": one.overtime_minutes,
                "extra_cents": one.extra_cents,
                "gives_up": one.gives_up.id if one.gives_up is not None else None,
                "rules": [each.rule for each in one.violations],
            }
            for one in found.choices[shift.id]
        ],
    }
