"""The form of a person: who they are, what they work as, how to reach them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.form import Form
from clinicmgr.staff.records import (
    CONTRACT_FIELDS,
    STAFF_FIELDS,
    Newcomer,
    StaffDraft,
    StaffMember,
)
from clinicmgr.staff.service import Staff

_MAIN = Field("main_position", N_("Position"), "choice", help=N_("What the person works as."))
_ORDER = (
    "first_name", "last_name", "main_position", "position_ids", "email", "phone", "number",
    "started", "ended", "weekly_minutes", "skill_ids", "note",
)  # fmt: skip
_HALVES = frozenset(("first_name", "last_name", "number"))


class PersonForm(Form):
    """A form that reads and makes drafts; a newcomer also gets the first contract hours.

    The main position is chosen by itself, because chips have no order.
    """

    def __init__(
        self, staff: Staff, settings: ClinicSettings, parent: QWidget, *, is_new: bool
    ) -> None:
        self._staff, self._member_id = staff, 0
        super().__init__(
            _fields(staff, is_new=is_new),
            locale=settings.locale,
            currency=settings.currency,
            halves=_HALVES,
            parent=parent,
        )

    def offer(self) -> None:
        """Offer the positions and skills there are now."""
        self.set_choices("main_position", _positions(self._staff))
        self.set_choices("position_ids", _positions(self._staff))
        self.set_choices("skill_ids", _skills(self._staff))

    def show_new(self, today: date) -> None:
        """Begin with an empty form for somebody who starts today."""
        self.set_values({"started": today})

    def show_record(self, member_id: int) -> None:
        """Show what is stored; of the member already shown, fields that are half typed stay."""
        self.offer()
        values = _values(self._staff.member(member_id))
        self.renew_values(values) if member_id == self._member_id else self.set_values(values)
        self._member_id = member_id

    def let_go(self) -> None:
        """Let go of what is half typed."""
        self._member_id = 0

    def newcomer(self) -> Newcomer:
        """Return who is to be hired; UserError with the first wrong field."""
        values = self.values()
        minutes = values.pop("weekly_minutes")
        return Newcomer(_draft({**values, "ended": None}), minutes)

    def draft(self) -> StaffDraft:
        """Return the person as typed; UserError with the first wrong field."""
        return _draft(self.values())

    def show_error(self, error: UserError) -> None:
        """Say what is wrong with positions beside the one that is chosen first."""
        if error.field == "position_ids":
            error = UserError(error.sentence, field="main_position")
        super().show_error(error)


def _fields(staff: Staff, *, is_new: bool) -> list[Field]:
    hours = next(field for field in CONTRACT_FIELDS if field.name == "weekly_minutes")
    known = {field.name: field for field in (*STAFF_FIELDS, _MAIN)}
    known["weekly_minutes"] = replace(hours, required=False)
    known["main_position"] = _MAIN.choosing(lambda: _positions(staff))
    known["position_ids"] = replace(
        known["position_ids"].choosing(lambda: _positions(staff)),
        label=N_("Also works as"),
        help="",
    )
    known["skill_ids"] = known["skill_ids"].choosing(lambda: _skills(staff))
    leave_out = "ended" if is_new else "weekly_minutes"
    return [known[name] for name in _ORDER if name != leave_out]


def _positions(staff: Staff) -> list[tuple[object, str]]:
    return [(each.id, each.name) for each in staff.positions()]


def _skills(staff: Staff) -> list[tuple[object, str]]:
    return [(each.id, each.name) for each in staff.skills()]


def _values(member: StaffMember) -> dict[str, object]:
    values: dict[str, object] = {field.name: getattr(member, field.name) for field in STAFF_FIELDS}
    values["main_position"] = member.position_ids[0] if member.position_ids else None
    values["position_ids"] = member.position_ids[1:]
    return values


def _draft(values: Mapping[str, Any]) -> StaffDraft:
    kept = dict(values)
    main = kept.pop("main_position")
    others = tuple(each for each in kept.pop("position_ids") if each != main)
    return StaffDraft(**kept, position_ids=others if main is None else (main, *others))
