"""Rows of the view before, for those that would come out the same: an edit builds its rows only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_problems import Findings
from clinicmgr.schedule.gui.roster_view import RowView
from clinicmgr.schedule.records import Facts, Shift

Key = tuple[str, int]


class RowCache:
    """Keeps each row with what it was made from, besides what all rows are made from."""

    def __init__(self) -> None:
        self._facts: Facts | None = None
        self._ground: object = None
        self._before: dict[Key, tuple[object, RowView]] = {}
        self._rows: dict[Key, tuple[object, RowView]] = {}

    def begin(self, material: RosterMaterial, shape: object) -> None:
        """Begin another view; where the facts or the shape are others, nothing is kept."""
        standing = material.standing
        versions = None if standing is None else frozenset(standing.versions.items())
        ground = (shape, material.types, material.settings, material.proposed, versions)
        kept = self._facts is material.facts and ground == self._ground
        self._before = self._rows if kept else {}
        self._rows = {}
        self._facts, self._ground = material.facts, ground

    def row(self, key: Key, made_from: object, make: Callable[[], RowView]) -> RowView:
        """The row as it was, if it was made from the same; else it is made."""
        known = self._before.get(key)
        if known is None or known[0] != made_from:
            known = (made_from, make())
        self._rows[key] = known
        return known[1]


def traces(
    shifts: Sequence[Shift], findings: Findings, drafts: frozenset[int]
) -> tuple[object, ...]:
    """The shifts of a row with everything that is shown of them and can change."""
    return (
        tuple(shifts),
        tuple((one.id, findings.trace(one.id)) for one in shifts if findings.trace(one.id)),
        tuple(one.id for one in shifts if one.id in drafts),
    )
