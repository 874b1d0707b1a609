"""Who is meant by a line of a time clock: by number, or by name in any order."""

from __future__ import annotations

from collections.abc import Iterable

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import closest, fold
from clinicmgr.kernel.i18n import _
from clinicmgr.staff.records import Position, StaffMember


class People:
    """The staff members by what a time clock may call them."""

    def __init__(self, members: Iterable[StaffMember], positions: Iterable[Position]) -> None:
        self._names: dict[str, list[int]] = {}
        self._numbers: dict[str, int] = {}
        self._spoken = []
        for each in members:
            self._spoken.append(each.name)
            for name in {fold(each.name), fold(f"{each.last_name} {each.first_name}")}:
                self._names.setdefault(name, []).append(each.id)
            if each.number.strip():
                self._numbers[_number(each.number)] = each.id
        self._positions: dict[str, int] = {}
        for position in positions:
            self._positions[fold(position.name)] = position.id
            self._positions[fold(position.code)] = position.id

    def member(self, number: str, name: str) -> int:
        """Return the one who is meant; UserError where nobody or several could be."""
        if number and _number(number) in self._numbers:
            return self._numbers[_number(number)]
        found = self._names.get(fold(name), []) if name else []
        if len(found) == 1:
            return found[0]
        if found:
            words = _("Several people are called {name}; the file needs their staff numbers.")
            raise UserError(words.format(name=name), field="name")
        if number and not name:
            words = _("Nobody has the staff number {number}. Enter it in the staff record.")
            raise UserError(words.format(number=number[:40]), field="number")
        if not name:
            raise UserError(_("This line names nobody: it needs a staff number or a name."))
        meant = closest(name, self._spoken)
        hint = " " + _("Did you mean {name}?").format(name=meant) if meant else ""
        raise UserError(
            _("Nobody here is called “{name}”.").format(name=name[:60]) + hint, field="name"
        )

    def position(self, text: str) -> int | None:
        """Return the position with that code or name; UserError where there is none."""
        if not text:
            return None
        found = self._positions.get(fold(text))
        if found is None:
            raise UserError(
                _("There is no position “{text}”; leave the column out or add it.").format(
                    text=text[:60]
                ),
                field="position",
            )
        return found


def _number(text: str) -> str:
    """Staff numbers without their leading zeros, which spreadsheets swallow."""
    return fold(text).lstrip("0") or "0"
