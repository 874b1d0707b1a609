"""The fields of a bulk change; each of them may stay empty."""

from __future__ import annotations

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.schedule.gui.bulk_change import NOTHING
from clinicmgr.schedule.gui.roster_material import RosterMaterial

HALVES = frozenset(
    {"start", "end", "move", "pause", "type_id", "locked", "position_id", "room_id"}
    | {"note_how", "note"}
)
EXAMPLES = {
    "start": N_("8:30, +30 or -15"),
    "end": N_("16:30, +30 or -15"),
    "move": N_("-30 or +1:00"),
    "pause": N_("30, +15 or -15"),
}
"""What may stand in the fields that are typed."""


def bulk_fields(material: RosterMaterial) -> list[Field]:
    """The fields with the practice's shift types, positions and rooms."""
    facts = material.facts
    types: list[tuple[object, str]] = [(NOTHING, _("No shift type"))]
    types += [(one.id, f"{one.code}  {one.name}") for one in material.types]
    rooms: list[tuple[object, str]] = [(NOTHING, _("No room"))]
    rooms += [(one.id, one.name) for one in facts.rooms.values()]
    positions: list[tuple[object, str]] = [(one.id, one.name) for one in facts.positions.values()]
    hows: list[tuple[object, str]] = [
        ("replace", _("Replace it")), ("add", _("Add to it")), ("remove", _("Remove it")),
    ]  # fmt: skip
    locks: list[tuple[object, str]] = [("lock", _("Lock")), ("unlock", _("Unlock"))]
    return [
        Field("start", N_("Start")),
        Field("end", N_("End")),
        Field("move", N_("Earlier or later")),
        Field("pause", N_("Break (min)")),
        Field("type_id", N_("Shift type"), "choice").choosing(lambda: types),
        Field("locked", N_("Lock"), "choice").choosing(lambda: locks),
        Field("position_id", N_("Position"), "choice").choosing(lambda: positions),
        Field("room_id", N_("Room"), "choice").choosing(lambda: rooms),
        Field("note_how", N_("Note"), "choice").choosing(lambda: hows),
        Field("note", N_("Text of the note")),
    ]
