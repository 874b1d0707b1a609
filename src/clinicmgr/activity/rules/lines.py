"""What makes a service line or a payer class acceptable, and who does a line."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from clinicmgr.activity.records import (
    PayerClass,
    PayerClassDraft,
    ServiceLine,
    ServiceLineDraft,
)
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.staff.records import StaffMember
from clinicmgr.staff.rules import same_word

LONGEST_NAME = 60
LONGEST_CODE = 6
MOST_MINUTES = 24 * 60


def check_line(draft: ServiceLineDraft, others: Iterable[ServiceLine]) -> ServiceLineDraft:
    """Return the line with tidy words; UserError unless its names are its own and it takes time."""
    tidy = replace(draft, name=_tidy(draft.name), code=_tidy(draft.code))
    _check_names(tidy.name, tidy.code, others)
    if not 0 <= draft.minutes <= MOST_MINUTES:
        raise UserError(_("One takes between 0 and 1440 minutes."), field="minutes")
    return tidy


def check_class(draft: PayerClassDraft, others: Iterable[PayerClass]) -> PayerClassDraft:
    """Return the class with tidy words; UserError unless its names are its own."""
    tidy = replace(draft, name=_tidy(draft.name), code=_tidy(draft.code))
    _check_names(tidy.name, tidy.code, others)
    return tidy


def does(member: StaffMember, line: ServiceLine) -> bool:
    """Whether the position of somebody does a line; a line without positions is for anybody."""
    return not line.position_ids or any(each in line.position_ids for each in member.position_ids)


def are_providers(
    members: Iterable[StaffMember], lines: Iterable[ServiceLine], counted: Collection[int]
) -> list[StaffMember]:
    """Return who provides something: by position, or because it was counted.

    Where no line says who does it, those for whom something was counted; before the first count
    everybody.
    """
    everybody = list(members)
    positions = {each for line in lines if line.active for each in line.position_ids}
    named = [
        each
        for each in everybody
        if each.id in counted or not positions.isdisjoint(each.position_ids)
    ]
    return named or everybody


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _check_names(name: str, code: str, others: Iterable[ServiceLine | PayerClass]) -> None:
    if not name or len(name) > LONGEST_NAME:
        raise UserError(
            _("Give it a name of at most {count} letters.").format(count=LONGEST_NAME), field="name"
        )
    if not code or len(code) > LONGEST_CODE or " " in code:
        raise UserError(
            _("The code is one to {count} letters or digits, such as OV.").format(
                count=LONGEST_CODE
            ),
            field="code",
        )
    for other in others:
        if same_word(other.name) == same_word(name):
            raise UserError(
                _("“{name}” is there already. Choose another name.").format(name=other.name),
                field="name",
            )
        if same_word(other.code) == same_word(code):
            raise UserError(
                _("{name} has the code {code} already. Choose another.").format(
                    name=other.name, code=other.code
                ),
                field="code",
            )
