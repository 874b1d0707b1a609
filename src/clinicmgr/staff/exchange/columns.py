"""The columns of a staff file, by the same fields that forms use."""

from collections.abc import Sequence

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.staff import rules
from clinicmgr.staff.records import CONTRACT_FIELDS, STAFF_FIELDS, CredentialKind, Position
from clinicmgr.staff.service import Staff

CARD = "card_"
_HOURS = next(field for field in CONTRACT_FIELDS if field.name == "weekly_minutes")
_WINDOWS = Field(
    "windows",
    N_("Availability"),
    help=N_("Such as Mon-Fri 8-17; Sat 9-12. Empty: always available."),
    aliases=("available", "working days", "work days", "available times"),
)


def staff_fields(staff: Staff) -> tuple[Field, ...]:
    """Return the columns of a staff file: the person, hours, availability, a card of each kind."""
    choices: dict[str, list[tuple[object, str]]] = {
        "position_ids": _position_choices(staff.positions()),
        "skill_ids": [(skill.id, skill.name) for skill in staff.skills()],
    }
    person = (
        field.choosing(choices[field.name]) if field.name in choices else field
        for field in STAFF_FIELDS
    )
    hours = Field(_HOURS.name, _HOURS.label, "hours", help=_HOURS.help, aliases=_HOURS.aliases)
    return (*person, hours, _WINDOWS, *map(_card_field, staff.credential_kinds()))


def _position_choices(positions: Sequence[Position]) -> list[tuple[object, str]]:
    """Return each position by its code and by its name; the name, which is shown, comes last."""
    names = {rules.same_word(each.name) for each in positions}
    codes: list[tuple[object, str]] = [
        (each.id, each.code) for each in positions if rules.same_word(each.code) not in names
    ]
    return codes + [(each.id, each.name) for each in positions]


def _card_field(kind: CredentialKind) -> Field:
    label = _("{credential} expires").format(credential=kind.name)
    spellings = ("{} expiry", "{} expiration", "{} valid until", "{} expiry date")
    aliases = (kind.name, *(spelling.format(kind.name) for spelling in spellings))
    return Field(f"{CARD}{kind.id}", label, "day", aliases=aliases)
