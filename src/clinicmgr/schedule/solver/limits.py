"""The limits that no new shift may break, in the words of CP-SAT.

Shifts that exclude each other are written as groups of which at most one is taken: fewer and
stronger than pairs.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from clinicmgr.schedule.solver.model import RosterModel
from clinicmgr.schedule.solver.problem import DAY
from clinicmgr.schedule.solver.span import Span
from clinicmgr.schedule.solver.timetable import clash

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar


def add_limits(model: RosterModel) -> None:
    """Shifts of a worker at once and without rest, shifts a day, days in a row, hours, rooms."""
    _add_clashes(model)
    for worker in model.problem.workers:
        _add_days(model, worker.id)
        for week in range(model.problem.week_count):
            limit, indexes = worker.limit(week), model.of_week(worker.id, week)
            if limit is not None and indexes:
                kept = model.kept.minutes[worker.id, week]
                model.cp.add(model.minutes_of(indexes) <= max(0, limit - kept))
    for room, holds in model.problem.rooms:
        _add_room(model, room, holds)


def _add_clashes(model: RosterModel) -> None:
    known: dict[tuple[int, ...], list[list[int]]] = {}
    for own in model.own.values():
        same = tuple(model.choices[index].pattern for index in own)
        if same not in known:
            known[same] = _groups(model, [model.spans[index] for index in own])
        for group in known[same]:
            model.cp.add_at_most_one(model.takes[own[place]] for place in group)


def _groups(model: RosterModel, spans: list[Span]) -> list[list[int]]:
    """Groups of places of which at most one may be taken; together they hold each clash."""
    order = sorted(range(len(spans)), key=lambda place: spans[place].begin)
    rivals: dict[int, set[int]] = {place: set() for place in order}
    for at, one in enumerate(order):
        # A day on top leaves room for any clock change.
        far = spans[one].end + model.problem.rest + DAY
        for two in order[at + 1 :]:
            if spans[two].begin > far:
                break
            if clash(model.problem, spans[one], spans[two]):
                rivals[one].add(two)
                rivals[two].add(one)
    return clique_cover(order, rivals)


def clique_cover(order: list[int], rivals: dict[int, set[int]]) -> list[list[int]]:
    """Cover every pair of rivals by groups that are rivals all round, first come first served."""
    place = {member: at for at, member in enumerate(order)}
    covered: set[tuple[int, int]] = set()
    found: list[list[int]] = []
    for one in order:
        for two in sorted(rivals[one], key=place.__getitem__):
            if (min(one, two), max(one, two)) in covered:
                continue
            group = [one, two]
            for more in sorted(rivals[one] & rivals[two], key=place.__getitem__):
                if all(more in rivals[member] for member in group):
                    group.append(more)
            covered |= {(min(a, b), max(a, b)) for a in group for b in group}
            found.append(group)
    return found


def _add_days(model: RosterModel, worker: int) -> None:
    kept: dict[int, int] = defaultdict(int)
    for span in model.kept.taken[worker]:
        kept[span.day] += 1
    on_day: dict[int, list[int]] = defaultdict(list)
    for index in model.own.get(worker, ()):
        on_day[model.spans[index].day].append(index)
    for day, indexes in on_day.items():
        taken, most = model.sum_of(indexes), model.problem.shifts_a_day
        model.cp.add(taken <= max(0, most - kept[day]))
        further = model.up_to(most)
        model.cp.add(further >= taken - (0 if kept[day] else 1))
        model.cost(further, model.problem.weights.split)
    if model.problem.days_in_row is not None:
        busy = {day for day, count in kept.items() if count}
        _add_rows(model, on_day, busy, model.problem.days_in_row)


def _add_rows(model: RosterModel, on_day: dict[int, list[int]], busy: set[int], most: int) -> None:
    works: dict[int, IntVar] = {}
    for day in on_day.keys() - busy:
        works[day] = model.cp.new_bool_var("")
        for index in on_day[day]:
            model.cp.add_implication(model.takes[index], works[day])
    for first in range(-most, model.problem.day_count + 1):
        row = range(first, first + most + 1)
        if all(day in busy or day in works for day in row):
            free = [works[day] for day in row if day in works]
            if free:
                model.cp.add_bool_or(~day for day in free)


def _add_room(model: RosterModel, room: int, holds: int) -> None:
    kept = [span for spans in model.kept.taken.values() for span in spans if span.room == room]
    here = [index for index, span in enumerate(model.spans) if span.room == room]
    begins = {model.spans[index].begin for index in here} | {span.begin for span in kept}
    for at in sorted(begins):
        inside = [i for i in here if model.spans[i].begin <= at < model.spans[i].end]
        full = sum(span.begin <= at < span.end for span in kept)
        if inside and len(inside) + full > holds:
            model.cp.add(model.sum_of(inside) <= max(0, holds - full))
