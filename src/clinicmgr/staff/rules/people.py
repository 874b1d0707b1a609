"""What makes a staff member, a position and a skill acceptable."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import parse
from clinicmgr.kernel.i18n import _
from clinicmgr.staff.records import (
    STAFF_FIELDS,
    Position,
    PositionDraft,
    Skill,
    SkillDraft,
    StaffDraft,
    StaffMember,
)
from clinicmgr.staff.records.days import day_text
from clinicmgr.staff.rules.words import (
    check_day,
    name_given,
    same_word,
    unique,
)

COLORS = 8
_CODE = re.compile(r"[^\W\d_]{1,3}")


def check_staff(
    draft: StaffDraft,
    others: Iterable[StaffDraft | StaffMember],
    positions: Collection[int],
    skills: Collection[int],
) -> None:
    """Raise a UserError unless `draft` is acceptable beside the `others` on record."""
    name_given(draft.first_name, _("staff member"), field="first_name")
    check_day(draft.started, field="started")
    if draft.ended is not None:
        check_end(draft, draft.ended)
    for field in STAFF_FIELDS:
        if field.name in {"email", "phone"}:
            parse(field, getattr(draft, field.name))
    if draft.number:
        _number_free(draft, others)
    _known(draft.position_ids, positions, _("The position no longer exists."), "position_ids")
    _known(draft.skill_ids, skills, _("The skill no longer exists."), "skill_ids")


def check_end(who: StaffDraft | StaffMember, ended: date) -> None:
    """Raise a UserError unless the last day of work is a likely day, not before the first one."""
    check_day(ended, field="ended")
    if ended < who.started:
        raise UserError(
            _("{name} cannot end on {ended} before starting on {started}.").format(
                name=who.name, ended=day_text(ended), started=day_text(who.started)
            ),
            field="ended",
        )


def _number_free(draft: StaffDraft, others: Iterable[StaffDraft | StaffMember]) -> None:
    for other in others:
        if same_word(other.number) == same_word(draft.number):
            raise UserError(
                _("Number {number} already belongs to {name}; choose another.").format(
                    number=draft.number, name=other.name
                ),
                field="number",
            )


def _known(ids: tuple[int, ...], known: Collection[int], sentence: str, field: str) -> None:
    if any(each not in known for each in ids):
        raise UserError(sentence, field=field)


def same_person(draft: StaffDraft, other: StaffDraft | StaffMember) -> bool:
    """Whether two records look like one person: the same full name or the same number."""
    same_number = draft.number and same_word(draft.number) == same_word(other.number)
    return bool(same_number) or same_word(draft.name) == same_word(other.name)


def tidy_position(draft: PositionDraft, others: Collection[Position]) -> PositionDraft:
    """Return the position without stray spaces.

    Raises a UserError unless it has its own name and its own code of one to three letters.
    """
    draft = replace(draft, name=" ".join(draft.name.split()), code=draft.code.strip())
    name_given(draft.name, _("position"))
    if not _CODE.fullmatch(draft.code):
        raise UserError(
            _("The code of {name} needs one to three letters, such as MA.").format(name=draft.name),
            field="code",
        )
    unique(
        draft.name,
        (other.name for other in others),
        sentence=_("There is already a position called {text}."),
        field="name",
    )
    unique(
        draft.code,
        (other.code for other in others),
        sentence=_("The code {text} is already taken by another position."),
        field="code",
    )
    if not 0 <= draft.color < COLORS:
        raise UserError(_("Choose one of the {count} colors.").format(count=COLORS), field="color")
    return draft


def tidy_skill(draft: SkillDraft, others: Collection[Skill]) -> SkillDraft:
    """Return the skill without stray spaces; UserError unless it has its own name."""
    name = " ".join(draft.name.split())
    name_given(name, _("skill"))
    if ";" in name:
        raise UserError(
            _("A skill's name cannot contain a semicolon; it separates skills in files."),
            field="name",
        )
    unique(
        name,
        (other.name for other in others),
        sentence=_("There is already a skill called {text}."),
        field="name",
    )
    return SkillDraft(name)
