"""Violations that somebody approved: what was approved, and whether it is still the same."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from clinicmgr.schedule.records import Approval, Shift, Violation

Key = tuple[str, date, tuple[int, ...]]


def matter_of(found: Violation, shifts: Mapping[int, Shift]) -> str:
    """What an approval is about, written down: the shifts as they stand and how far it goes.

    Whoever moves, adds or changes a shift that matters makes another matter of it. A shift that
    is gone is left out.
    """
    parts = [
        [
            shift.id,
            shift.member_id,
            shift.day.isoformat(),
            shift.start,
            shift.end,
            shift.position_id,
            shift.room_id,
            shift.break_minutes,
        ]
        for shift in (shifts.get(shift_id) for shift_id in found.shift_ids)
        if shift is not None
    ]
    about = [found.start, found.end, found.demand_id, found.measure]
    return json.dumps([about, parts], separators=(",", ":"))


def by_key(approvals: Iterable[Approval]) -> dict[Key, list[Approval]]:
    """The approvals by what a violation is looked up with."""
    found: dict[Key, list[Approval]] = {}
    for one in approvals:
        found.setdefault((one.rule, one.day, one.member_ids), []).append(one)
    return found


def marked(
    found: Violation, approvals: Mapping[Key, list[Approval]], shifts: Mapping[int, Shift]
) -> Violation:
    """The violation, with the reason where it is approved as it stands."""
    for one in approvals.get((found.rule, found.day, found.member_ids), ()):
        if one.matter == matter_of(found, shifts):
            return replace(found, approved=one.reason)
    return found
