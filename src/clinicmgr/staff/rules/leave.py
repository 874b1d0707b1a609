"""What makes leave acceptable."""

from collections.abc import Iterable

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.staff.records import Leave, LeaveDraft, StaffMember
from clinicmgr.staff.records.days import day_text, span_text
from clinicmgr.staff.rules.words import check_day

LONGEST_DAYS = 731


def check_leave(draft: LeaveDraft, member: StaffMember, others: Iterable[Leave]) -> None:
    """Raise a UserError unless the leave lies within the employment and overlaps no other."""
    check_day(draft.first, field="first")
    check_day(draft.last, field="last")
    if draft.last < draft.first:
        raise UserError(
            _("Leave cannot end on {last} before it begins on {first}.").format(
                first=day_text(draft.first), last=day_text(draft.last)
            ),
            field="last",
        )
    if (draft.last - draft.first).days >= LONGEST_DAYS:
        raise UserError(_("Leave of more than two years; check the years."), field="last")
    _within_employment(draft, member)
    for other in others:
        if other.member_id == draft.member_id and _overlap(draft, other):
            raise UserError(
                _("{name} already has leave on {days} ({kind}); change that one instead.").format(
                    name=member.name,
                    days=span_text(other.first, other.last),
                    kind=other.kind.label,
                ),
                field="first",
            )


def _overlap(draft: LeaveDraft, other: Leave) -> bool:
    return draft.first <= other.last and other.first <= draft.last


def _within_employment(draft: LeaveDraft, member: StaffMember) -> None:
    if draft.first < member.started:
        raise UserError(
            _("{name} starts on {day}; leave cannot begin before.").format(
                name=member.name, day=day_text(member.started)
            ),
            field="first",
        )
    if member.ended is not None and draft.last > member.ended:
        raise UserError(
            _("{name}'s employment ends on {day}; leave cannot go beyond.").format(
                name=member.name, day=day_text(member.ended)
            ),
            field="last",
        )
