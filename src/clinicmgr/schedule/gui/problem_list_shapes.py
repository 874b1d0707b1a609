"""The same shift in another shape: other times, a break, another room, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import DAY_MINUTES, format_time
from clinicmgr.schedule.gui.problem_list_trial import Fix
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import Shift, ShiftDraft, Violation
from clinicmgr.schedule.rules.words import shift_text

_STEP = 15
_STEPS = 12
"""Times are tried a quarter of an hour at a time, up to three hours."""
_SHORTEST = 120
_BREAKS = (30, 45, 60)
_ROOMS = 2
_ABOUT_TIMES = frozenset(
    {"rest", "double_booking", "overtime", "contract_hours", "daily_overtime", "shift_length",
     "availability"}
)  # fmt: skip
_ABOUT_ROOMS = frozenset({"room", "out_of_service", "same_room"})


def which(material: RosterMaterial, shift: Shift, problem: Violation) -> str:
    """Name the shift where the problem is about several."""
    return shift_text(shift, material.facts) if len(problem.shift_ids) > 1 else ""


def other_times(material: RosterMaterial, shift: Shift, problem: Violation) -> Iterator[Fix]:
    """The smallest change of start, of end or of the break with which the rule is kept."""
    locale = material.settings.locale
    if problem.rule == "break_due":
        for minutes in _BREAKS:
            draft = replace(shift.draft(), break_minutes=minutes)
            if minutes > shift.break_minutes and _keeps(material, shift, draft, problem):
                words = _("Give {minutes} minutes of break")
                yield Fix(words.format(minutes=minutes), change={shift.id: draft})
                return
    if problem.rule not in _ABOUT_TIMES:
        return
    for words, drafts in (
        (_("Start at {time}"), _later(shift)),
        (_("End at {time}"), _earlier(shift)),
    ):
        for draft, minute in drafts:
            if _keeps(material, shift, draft, problem):
                said = format_time(minute % DAY_MINUTES, locale)
                note = which(material, shift, problem)
                yield Fix(words.format(time=said), note, change={shift.id: draft})
                break


def _later(shift: Shift) -> Iterator[tuple[ShiftDraft, int]]:
    for step in range(1, _STEPS + 1):
        start = shift.start + step * _STEP
        if shift.end - start >= _SHORTEST + shift.break_minutes and start < DAY_MINUTES:
            yield replace(shift.draft(), start=start, type_id=None), start


def _earlier(shift: Shift) -> Iterator[tuple[ShiftDraft, int]]:
    for step in range(1, _STEPS + 1):
        end = shift.end - step * _STEP
        if end - shift.start >= _SHORTEST + shift.break_minutes:
            yield replace(shift.draft(), end=end, type_id=None), end


def _keeps(material: RosterMaterial, shift: Shift, draft: ShiftDraft, problem: Violation) -> bool:
    """Whether the shift in this shape no longer breaks the rule."""
    against = material.reasons_against(draft, (shift.id,))
    return all(one.rule != problem.rule for one in against)


def another_room(material: RosterMaterial, shift: Shift, problem: Violation) -> Iterator[Fix]:
    """Rooms of the same site that are free then."""
    if problem.rule not in _ABOUT_ROOMS or shift.room_id is None:
        return
    facts, found = material.facts, 0
    for room in facts.rooms.values():
        if room.site_id != facts.site_of(shift) or room.id == shift.room_id:
            continue
        draft = replace(shift.draft(), room_id=room.id)
        if not material.reasons_against(draft, (shift.id,)):
            yield Fix(_("Move to {room}").format(room=room.name), change={shift.id: draft})
            found += 1
        if found == _ROOMS:
            return


def superfluous(material: RosterMaterial, shift: Shift, problem: Violation) -> Iterator[Fix]:
    """A shift that lies within another one of the same person is a duplicate."""
    if problem.rule != "double_booking":
        return
    others = [one for one in material.some(problem.shift_ids) if one.id != shift.id]
    if any(one.day == shift.day and one.start <= shift.start and shift.end <= one.end
           for one in others):  # fmt: skip
        yield Fix(_("Remove the duplicate"), which(material, shift, problem), remove=(shift.id,))
