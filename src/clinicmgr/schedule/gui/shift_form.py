"""A shift as a form: its fields, their choices, and the draft that comes out of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, replace
from typing import cast

from PySide6.QtWidgets import QWidget

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_
from clinicmgr.kernel.periods import DAY_MINUTES
from clinicmgr.qtkit.form import Form
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import SHIFT_FIELDS, ShiftDraft, ShiftType

_NAMES = (
    *("member_id", "type_id", "start", "end", "break_minutes", "position_id"),
    *("room_id", "site_id", "note", "locked"),
)
_REQUIRED = frozenset({"start", "end", "position_id"})
_HALVES = frozenset({"position_id", "room_id", "site_id"})
_FROM_TYPE = ("start", "end", "break_minutes", "position_id", "room_id")


class ShiftForm(Form):
    """The fields of one shift; choosing a type fills in what the type says."""

    def __init__(self, material: RosterMaterial, parent: QWidget | None = None) -> None:
        self._material = material
        super().__init__(
            _fields(material),
            locale=material.settings.locale,
            currency=material.settings.currency,
            halves=_HALVES,
            parent=parent,
        )
        self.show_field("site_id", len(material.facts.sites) > 1)
        self.edited.connect(self._follow_type)

    def use(self, material: RosterMaterial) -> None:
        """Offer the choices of fresher material."""
        self._material = material

    def show_shift(self, draft: ShiftDraft) -> None:
        """Show a shift as it is stored."""
        self.set_values(asdict(draft))

    def renew_shift(self, draft: ShiftDraft) -> None:
        """Show what changed elsewhere, but keep what is half typed."""
        self.renew_values(asdict(draft))

    def draft(self, of: ShiftDraft) -> ShiftDraft:
        """The shift as entered; UserError with the first field that is wrong."""
        values = {name: value for name, value in self.values().items() if name in _NAMES}
        if values["end"] <= values["start"]:
            values["end"] += DAY_MINUTES
        made = replace(of, **values)
        room = self._material.facts.rooms.get(made.room_id or 0)
        if room is not None:
            made = replace(made, site_id=room.site_id)
        kind = self._kind(made.type_id)
        if kind is not None and (kind.start, kind.end) != (made.start, made.end):
            made = replace(made, type_id=None)
        return made

    def _follow_type(self, name: str) -> None:
        raw = self.raw_values()
        if name == "type_id":
            kind = self._kind(cast("int | None", raw["type_id"]))
            if kind is not None:
                for field in _FROM_TYPE:
                    value = getattr(kind, field)
                    if value is not None or field == "room_id":
                        self._put(field, value)
        elif name == "member_id" and raw["position_id"] is None:
            person = self._material.facts.people.get(cast("int", raw["member_id"]) or 0)
            if person is not None and person.position_ids:
                self._put("position_id", person.position_ids[0])

    def _put(self, name: str, value: object) -> None:
        self.editor(name).put(value)  # type: ignore[attr-defined]

    def _kind(self, type_id: int | None) -> ShiftType | None:
        return next((one for one in self._material.types if one.id == type_id), None)


def _fields(material: RosterMaterial) -> list[Field]:
    facts = material.facts
    sites = {site.id: site.code or site.name for site in facts.sites.values()}
    names = Counter(room.name for room in facts.rooms.values())
    choices: dict[str, list[tuple[object, str]]] = {
        "member_id": [
            (one.id, one.name)
            for one in facts.people.values()
            if one.started <= material.last and (one.ended is None or one.ended >= material.first)
        ],
        "type_id": [(one.id, f"{one.code}  {one.name}") for one in material.types],
        "position_id": [(one.id, one.name) for one in facts.positions.values()],
        "room_id": [
            (one.id, one.name if names[one.name] == 1 else f"{one.name} · {sites[one.site_id]}")
            for one in facts.rooms.values()
        ],
        "site_id": [(site.id, site.name) for site in facts.sites.values()],
    }
    found = {field.name: field for field in SHIFT_FIELDS}
    made = []
    for name in _NAMES:
        field = replace(found[name], help="", required=name in _REQUIRED)
        if name == "break_minutes":
            field = replace(field, label=N_("Break (min)"))
        if name in choices:
            pairs = choices[name]
            field = field.choosing(lambda pairs=pairs: pairs)  # type: ignore[misc]
        made.append(field)
    return made
