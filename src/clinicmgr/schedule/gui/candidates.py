"""Who could work: everybody with a reason, the most useful first, and the shift to give."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day, format_range
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_view import Mark
from clinicmgr.schedule.records import Gap, Shift, ShiftDraft, ShiftType, Strength

_MEAL_AFTER, _MEAL = 6 * 60, 30
_MARKS = {Strength.NEVER: Mark.PROBLEM, Strength.AVOID: Mark.WARNING, Strength.NICE: Mark.QUIET}
_ALIKE = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person, or several whom the same keeps from it, and what is said about them."""

    names: str
    sentence: str
    mark: Mark
    member_id: int | None = None


def candidates(
    material: RosterMaterial, gap: Gap, ignoring: Collection[int] = ()
) -> list[Candidate]:
    """Everybody who is employed on the day; people with the same obstacle stand in one line."""
    told = material.explain(gap, ignoring)
    found = [
        Candidate(name, sentence, _mark(material, gap, member_id, ignoring), member_id)
        for member_id, (name, sentence) in zip(told.member_ids, told.lines, strict=True)
    ]
    return joined(found)


def gap_of(shift: Shift, material: RosterMaterial) -> Gap:
    """The time of a shift as something that somebody is wanted for."""
    site_id = material.facts.site_of(shift)
    return Gap(shift.day, shift.position_id, site_id, shift.start, shift.end, 1, 0)


def gap_title(gap: Gap, material: RosterMaterial) -> str:
    """A gap in a line: "Front desk at Harbor Street: 1 missing"."""
    facts = material.facts
    position = facts.positions.get(gap.position_id)
    site = facts.sites.get(gap.site_id) if gap.site_id is not None else None
    who = position.name if position else ""
    if site is not None and len(facts.sites) > 1:
        who = _("{position} at {site}").format(position=who, site=site.name)
    return _("{who}: {count} missing").format(who=who, count=gap.missing)


def gap_time(gap: Gap, material: RosterMaterial) -> str:
    """When a gap is: "Fri, Nov 20, 8:00 AM–4:30 PM"."""
    locale = material.settings.locale
    return _("{day}, {times}").format(
        day=format_day(gap.day, "weekday", locale), times=format_range(gap.start, gap.end, locale)
    )


def waiting_shift(material: RosterMaterial, gap: Gap) -> Shift | None:
    """An open shift that covers a gap and only waits for somebody."""
    return next(
        (
            one
            for one in material.shifts
            if one.member_id is None
            and not one.locked
            and (one.day, one.position_id) == (gap.day, gap.position_id)
            and one.start <= gap.start
            and one.end >= gap.end
            and gap.site_id in {None, material.facts.site_of(one)}
        ),
        None,
    )


def draft_for(material: RosterMaterial, gap: Gap, member_id: int) -> ShiftDraft:
    """The shift that closes a gap: by a shift type that fits it, else just its own time."""
    draft = ShiftDraft(
        member_id,
        gap.day,
        gap.start,
        gap.end,
        gap.position_id,
        site_id=gap.site_id,
        break_minutes=_MEAL if gap.end - gap.start > _MEAL_AFTER else 0,
    )
    fitting = [kind for kind in material.types if _fits(material, kind, gap)]
    if not fitting:
        return draft
    kind = min(fitting, key=lambda one: one.end - one.start)
    return replace(
        draft,
        start=kind.start,
        end=kind.end,
        break_minutes=kind.break_minutes,
        room_id=kind.room_id,
        type_id=kind.id,
    )


def _fits(material: RosterMaterial, kind: ShiftType, gap: Gap) -> bool:
    """A type covers a gap if it begins before and ends after it, by an hour at most together."""
    room = material.facts.rooms.get(kind.room_id) if kind.room_id is not None else None
    spare = (gap.start - kind.start) + (kind.end - gap.end)
    return (
        kind.position_id in {None, gap.position_id}
        and kind.start <= gap.start
        and kind.end >= gap.end
        and spare <= 60
        and (room is None or gap.site_id in {None, room.site_id})
    )


def _mark(material: RosterMaterial, gap: Gap, member_id: int, ignoring: Collection[int]) -> Mark:
    person = material.facts.people[member_id]
    if gap.skill_id is not None and gap.skill_id not in person.skill_ids:
        return Mark.PROBLEM
    draft = ShiftDraft(member_id, gap.day, gap.start, gap.end, gap.position_id, site_id=gap.site_id)
    against = material.reasons_against(draft, ignoring)
    return _MARKS[against[0].strength] if against else Mark.QUIET


def joined(found: Sequence[Candidate]) -> list[Candidate]:
    """The same with those whom the same keeps from it in one line."""
    return list(_joined(found))


def _joined(found: Sequence[Candidate]) -> Iterator[Candidate]:
    groups: dict[str, list[Candidate]] = {}
    for one in found:
        groups.setdefault(one.sentence if one.mark is Mark.PROBLEM else "", []).append(one)
    said: set[str] = set()
    for one in found:
        alike = groups.get(one.sentence, [])
        if one.mark is not Mark.PROBLEM or len(alike) < _ALIKE:
            yield one
        elif one.sentence not in said:
            said.add(one.sentence)
            yield Candidate(", ".join(each.names for each in alike), one.sentence, one.mark)
