"""Positions, skills and kinds of credentials as lists with a form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from clinicmgr.kernel.i18n import _
from clinicmgr.staff.records import (
    CredentialKind,
    CredentialKindDraft,
    Position,
    PositionDraft,
    Skill,
    SkillDraft,
)
from clinicmgr.staff.service import Staff


class PositionShelf:
    """The job titles of the practice."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        self.counts: Counter[int] = Counter()

    def records(self) -> Sequence[Position]:
        """Return all positions by rank."""
        members = self._staff.members()
        self.counts = Counter(each for member in members for each in member.position_ids)
        return self._staff.positions()

    def name(self, record: Position) -> str:
        """Return the title."""
        return record.name

    def values(self, record: Position) -> Mapping[str, object]:
        """Return the values of the form."""
        return {
            "name": record.name,
            "code": record.code,
            "color": record.color,
            "rank": record.rank,
        }

    def fresh(self) -> Mapping[str, object]:
        """Return a color that no other position has, and the last place."""
        taken = self._staff.positions()
        used = {each.color for each in taken}
        free = next((color for color in range(8) if color not in used), 0)
        return {"color": free, "rank": max((each.rank for each in taken), default=-1) + 1}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add a position."""
        return self._staff.add_position(PositionDraft(**values))

    def change(self, record: Position, values: Mapping[str, Any]) -> int:
        """Give a position other words."""
        self._staff.change_position(record.id, PositionDraft(**values))
        return record.id

    def remove(self, record: Position) -> None:
        """Remove a position; refused while in use."""
        self._staff.remove_position(record.id)

    def warning(self, record: Position) -> str:
        """Return what is to be known before."""
        if self.counts[record.id]:
            return _(
                "People hold this position; it can only be removed once nobody does and no shift "
                "or demand asks for it."
            )
        return _("Requirements for credentials of this position go with it. Undo brings it back.")


class SkillShelf:
    """What people may do besides."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        self._holders: dict[int, list[str]] = {}

    def records(self) -> Sequence[Skill]:
        """Return all skills by name."""
        self._holders = {}
        for member in self._staff.members():
            for skill_id in member.skill_ids:
                self._holders.setdefault(skill_id, []).append(member.name)
        return self._staff.skills()

    def name(self, record: Skill) -> str:
        """Return the name."""
        return record.name

    def values(self, record: Skill) -> Mapping[str, object]:
        """Return the values of the form."""
        return {"name": record.name}

    def fresh(self) -> Mapping[str, object]:
        """Return nothing: a skill begins empty."""
        return {}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add a skill."""
        return self._staff.add_skill(SkillDraft(**values))

    def change(self, record: Skill, values: Mapping[str, Any]) -> int:
        """Give a skill another name."""
        self._staff.change_skill(record.id, SkillDraft(**values))
        return record.id

    def remove(self, record: Skill) -> None:
        """Remove a skill; refused while in use."""
        self._staff.remove_skill(record.id)

    def warning(self, record: Skill) -> str:
        """Return what is to be known before."""
        return _("It can only be removed once nobody has it and no demand asks for it.")

    def holders(self, record: Skill) -> str:
        """Return who has the skill, for the list."""
        return ", ".join(self._holders.get(record.id, ()))


class KindShelf:
    """The kinds of credentials, when to warn, and which positions need them."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        self._positions: dict[int, str] = {}

    def records(self) -> Sequence[CredentialKind]:
        """Return all kinds by name."""
        self._positions = {each.id: each.name for each in self._staff.positions()}
        return self._staff.credential_kinds()

    def name(self, record: CredentialKind) -> str:
        """Return the name."""
        return record.name

    def values(self, record: CredentialKind) -> Mapping[str, object]:
        """Return the values of the form."""
        return {
            "name": record.name,
            "warn_days": record.warn_days,
            "position_ids": record.position_ids,
        }

    def fresh(self) -> Mapping[str, object]:
        """Return nothing: the form's defaults serve."""
        return {}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add a kind."""
        return self._staff.add_credential_kind(CredentialKindDraft(**values))

    def change(self, record: CredentialKind, values: Mapping[str, Any]) -> int:
        """Give a kind other words or requirements."""
        self._staff.change_credential_kind(record.id, CredentialKindDraft(**values))
        return record.id

    def remove(self, record: CredentialKind) -> None:
        """Remove a kind; refused while somebody holds one."""
        self._staff.remove_credential_kind(record.id)

    def warning(self, record: CredentialKind) -> str:
        """Return what is to be known before."""
        return _(
            "Nobody is asked for it any more. It can only be removed once nobody has one on record."
        )

    def needed_by(self, record: CredentialKind) -> str:
        """Return the positions that need the kind, for the list."""
        names = [name for key, name in self._positions.items() if key in record.position_ids]
        return ", ".join(names) or _("nobody")
