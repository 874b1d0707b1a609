"""Ways to solve one problem of a roster, tried before they are offered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_time
from clinicmgr.schedule.gui.candidates import draft_for, waiting_shift
from clinicmgr.schedule.gui.problem_list_shapes import another_room, other_times, superfluous, which
from clinicmgr.schedule.gui.problem_list_swaps import swaps
from clinicmgr.schedule.gui.problem_list_trial import Fix, Trial
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import Gap, Shift, Strength, Violation
from clinicmgr.schedule.records.replacements import Candidate, Tier, Wanted
from clinicmgr.schedule.rules.replacement_skills import needed_skills
from clinicmgr.schedule.rules.replacements import Around, candidates

MOST = 6
_PEOPLE = 3
_PAIR = 2
_STRETCH = 120
"""Minutes by which a shift beside a gap may be stretched to close it."""


def fixes(material: RosterMaterial, problem: Violation) -> tuple[Fix, ...]:
    """What solves the problem or makes it smaller, what breaks nothing else first."""
    trial = Trial(material, problem)
    found: list[Fix] = []
    for fix in _ideas(material, problem):
        solved, breaks = trial.outcome(fix)
        worst = min((one.strength for one in breaks), default=Strength.NICE)
        if solved and (worst is not Strength.NEVER or _may_leave_a_gap(fix, breaks)):
            found.append(replace(fix, breaks=breaks))
    return tuple(sorted(found, key=lambda one: bool(one.breaks))[:MOST])


def gap_of_problem(material: RosterMaterial, problem: Violation) -> Gap | None:
    """The time without enough people a problem is about; None where it is about something else."""
    demand = next((one for one in material.facts.demand if one.id == problem.demand_id), None)
    if demand is None or problem.start is None or problem.end is None:
        return None
    return Gap(problem.day, demand.position_id, demand.site_id, problem.start, problem.end,
               max(1, demand.minimum - problem.measure), demand.id, demand.skill_id)  # fmt: skip


def _may_leave_a_gap(fix: Fix, breaks: Sequence[Violation]) -> bool:
    """Making a shift open or removing it may leave a gap: that is said, and it is a way out."""
    opens = bool(fix.remove) or any(one.member_id is None for one in fix.change.values())
    return opens and all(one.demand_id is not None for one in breaks)


def _ideas(material: RosterMaterial, problem: Violation) -> Iterator[Fix]:
    gap = gap_of_problem(material, problem)
    if gap is not None:
        longer = list(islice(_stretched(material, gap), _PAIR))
        there = {draft.member_id for fix in longer for draft in fix.change.values()}
        yield from longer
        yield from _assigned(material, gap, there)
        return
    shifts = [one for one in material.some(problem.shift_ids) if not one.locked]
    shifts = shifts if len(problem.shift_ids) <= _PAIR else shifts[-1:]
    for shift in shifts:
        yield from superfluous(material, shift, problem)
    for shift in shifts:
        yield from another_room(material, shift, problem)
        yield from other_times(material, shift, problem)
    for shift in shifts[-1:] if problem.rule != "double_booking" else shifts:
        yield from _given(material, shift, problem)
        yield from swaps(material, shift)
    for shift in shifts[-1:]:
        opened = replace(shift.draft(), member_id=None)
        yield Fix(_("Make it open"), which(material, shift, problem), change={shift.id: opened})


# Gaps


def _assigned(material: RosterMaterial, gap: Gap, there: Collection[int | None]) -> Iterator[Fix]:
    """The best people, by an open shift that waits there or a new one.

    Those who are `there` before or after the gap are left out: they are asked to stay or to come.
    """
    waiting = waiting_shift(material, gap)
    draft = waiting.draft() if waiting is not None else replace(draft_for(material, gap, 0),
                                                                member_id=None)  # fmt: skip
    skills = frozenset(() if gap.skill_id is None else (gap.skill_id,))
    around = Around(material.facts, material.shifts)
    found = candidates(Wanted(draft, skills, strict=True), around)
    for one in _best(each for each in found if each.member_id not in there):
        given = replace(draft, member_id=one.member_id)
        change = {waiting.id: given} if waiting is not None else {}
        if one.gives_up is not None:
            change[one.gives_up.id] = replace(one.gives_up.draft(), member_id=None)
        yield Fix(
            _("Assign {name}").format(name=one.name),
            one.sentence,
            title=_("Assign {name}").format(name=one.name) if one.gives_up is not None else "",
            add=() if waiting is not None else (given,),
            change=change,
        )


def _stretched(material: RosterMaterial, gap: Gap) -> Iterator[Fix]:
    """Somebody who is there before or after stays longer or comes earlier."""
    if gap.end - gap.start > _STRETCH:
        return
    locale = material.settings.locale
    for one in material.shifts:
        person = material.facts.people.get(one.member_id or 0)
        if person is None or one.locked or one.day != gap.day:
            continue
        if one.position_id != gap.position_id or gap.site_id not in {
            None, material.facts.site_of(one)
        }:  # fmt: skip
            continue
        if one.end == gap.start:
            words = _("Let {name} stay until {time}")
            draft, time = replace(one.draft(), end=gap.end), gap.end
        elif one.start == gap.end:
            words = _("Let {name} come at {time}")
            draft, time = replace(one.draft(), start=gap.start), gap.start
        else:
            continue
        said = format_time(time % (24 * 60), locale)
        yield Fix(words.format(name=person.name, time=said), change={one.id: draft})


# Shifts of somebody


def _given(material: RosterMaterial, shift: Shift, problem: Violation) -> Iterator[Fix]:
    """The best people to take it."""
    skills = needed_skills(shift, material.shifts, material.facts)
    wanted = Wanted(replace(shift.draft(), member_id=None), skills)
    around = Around(material.facts, [one for one in material.shifts if one.id != shift.id])
    out = () if shift.member_id is None else (shift.member_id,)
    for one in _best(candidates(wanted, around, out, swaps=False)):
        yield Fix(
            _("Give it to {name}").format(name=one.name),
            "; ".join(filter(None, (which(material, shift, problem), one.sentence))),
            change={shift.id: replace(shift.draft(), member_id=one.member_id)},
        )


def _best(found: Iterable[Candidate]) -> list[Candidate]:
    able = [one for one in found if one.tier is not Tier.IMPOSSIBLE]
    fine = [one for one in able if one.tier is Tier.FINE]
    return (fine or able)[:_PEOPLE]
