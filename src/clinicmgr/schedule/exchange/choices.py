"""What the cells of a schedule's file may say, by name or by code."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from clinicmgr.kernel.fields import Choices, Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.places.records import Room, Site
from clinicmgr.schedule.records import Facts, ShiftType
from clinicmgr.staff.records import Position

_WEEKDAYS = (
    *(N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday")),
    *(N_("Friday"), N_("Saturday"), N_("Sunday")),
)
Coded = TypeVar("Coded", ShiftType, Position, Room, Site)


def choosing(
    fields: Iterable[Field], facts: Facts, types: Sequence[ShiftType] = ()
) -> tuple[Field, ...]:
    """Return the fields with the practice's own people, positions, places and shift types."""
    choices: dict[str, Choices] = {
        "member_id": [(one.id, one.name) for one in facts.people.values()],
        "position_id": _coded(facts.positions.values(), lambda one: one.name),
        "room_id": _coded(facts.rooms.values(), lambda one: one.code),
        "site_id": _coded(facts.sites.values(), lambda one: one.name),
        "skill_id": [(one.id, one.name) for one in facts.skills.values()],
        "type_id": _coded(types, lambda one: one.code),
        "weekday": _weekdays(),
    }
    return tuple(
        field.choosing(_always(choices[field.name])) if field.name in choices else field
        for field in fields
    )


def _always(choices: Choices) -> Callable[[], Choices]:
    """The practice's own words are not translated, which is what a function of choices says."""
    return lambda: choices


def _coded(records: Iterable[Coded], shown: Callable[[Coded], str]) -> list[tuple[object, str]]:
    """Each record by its code and by its name; the one that is shown comes last."""
    both = [(one, {one.code, one.name}) for one in records]
    other: list[tuple[object, str]] = [
        (one.id, text) for one, texts in both for text in sorted(texts) if text != shown(one)
    ]
    return other + [(one.id, shown(one)) for one, _texts in both]


def _weekdays() -> list[tuple[object, str]]:
    names = [(number, _(name)) for number, name in enumerate(_WEEKDAYS)]
    return [*((number, name[:3]) for number, name in names), *names]
