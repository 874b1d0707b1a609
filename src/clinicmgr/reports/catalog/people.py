"""Choosing one person: those who work here first, and by name or number on the command line."""

from datetime import date

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Choices, closest, fold
from clinicmgr.kernel.i18n import _
from clinicmgr.reports.catalog.sources import Sources
from clinicmgr.staff.records import StaffMember

FEW = 5


def member_choices(sources: Sources) -> Choices:
    """Return everybody by name, those who left behind the others."""
    today = sources.clock.today()
    members = sources.staff.members()
    here = [(each.id, each.name) for each in members if not _left(each, today)]
    gone = [
        (each.id, _("{name} (left)").format(name=each.name))
        for each in members
        if _left(each, today)
    ]
    return [*here, *gone]


def member_named(sources: Sources, text: str) -> int:
    """Return the one person meant by a number, a name or a part of it; else a UserError."""
    members = sources.staff.members()
    wanted = fold(text)
    exact = [each for each in members if text.strip() and each.number == text.strip()]
    exact = exact or [each for each in members if fold(each.name) == wanted]
    found = exact or [each for each in members if wanted and _has(each, wanted.split())]
    if len(found) == 1:
        return found[0].id
    if found:
        names = ", ".join(each.name for each in found[:FEW]) + (", …" if found[FEW:] else "")
        words = _("“{text}” could be {names}. Give the whole name or the staff number.")
        raise UserError(words.format(text=text, names=names), field="member_id")
    meant = closest(text, [each.name for each in members])
    if meant is not None:
        words = _("Nobody here is called “{text}”. Did you mean {name}?")
        raise UserError(words.format(text=text, name=meant), field="member_id")
    raise UserError(
        _("Nobody here is called “{text}” or has that staff number.").format(text=text),
        field="member_id",
    )


def _has(member: StaffMember, words: list[str]) -> bool:
    parts = fold(member.name).split()
    return all(any(part.startswith(word) for part in parts) for word in words)


def _left(member: StaffMember, today: date) -> bool:
    return member.ended is not None and member.ended < today
