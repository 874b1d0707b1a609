"""Bans, quotas, hour limits and short rests in the words of CP-SAT."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from clinicmgr.schedule.solver.model import RosterModel
from clinicmgr.schedule.solver.problem import DAY, Ban, HourLimit, Quota, Slot
from clinicmgr.schedule.solver.ruling import minutes_in, works
from clinicmgr.schedule.solver.timetable import short_rest

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar


def add_rules(model: RosterModel) -> None:
    """The rules of the problem that look at more than one shift, hard ones and those that cost."""
    slots = _Slots(model)
    for ban in model.problem.bans:
        _add_ban(model, ban, slots)
    for quota in model.problem.quotas:
        _add_quota(model, quota, slots)
    for limit in model.problem.hour_limits:
        _add_hours(model, limit)
    _add_short_rests(model)


class _Slots:
    """Whether a worker works on a slot: known, or a variable that says so."""

    def __init__(self, model: RosterModel) -> None:
        self._model = model
        self._known: dict[tuple[int, Slot], IntVar | bool] = {}

    def works(self, worker: int, slot: Slot) -> IntVar | bool:
        """True or False where kept shifts or no choice decide it."""
        key = worker, slot
        if key not in self._known:
            self._known[key] = self._made(worker, slot)
        return self._known[key]

    def any_of(self, worker: int, group: Iterable[Slot]) -> IntVar | bool:
        """Whether the worker works on one of the slots."""
        found = [self.works(worker, slot) for slot in group]
        if any(one is True for one in found):
            return True
        return self._either([one for one in found if not isinstance(one, bool)])

    def _made(self, worker: int, slot: Slot) -> IntVar | bool:
        if works(slot, self._model.kept.taken[worker]):
            return True
        model = self._model
        return self._either(
            [
                model.takes[index]
                for index in model.own.get(worker, ())
                if slot.holds(model.spans[index].day, model.spans[index].type_id)
            ]
        )

    def _either(self, found: list[IntVar]) -> IntVar | bool:
        if len(found) < 2:
            return found[0] if found else False
        either = self._model.cp.new_bool_var("")
        self._model.cp.add_max_equality(either, found)
        return either


def _add_ban(model: RosterModel, ban: Ban, slots: _Slots) -> None:
    on = [slots.works(ban.worker, slot) for slot in ban.works]
    off = [slots.works(ban.worker, slot) for slot in ban.off]
    if any(one is False for one in on) or any(one is True for one in off):
        return
    clause = [~one for one in on if not isinstance(one, bool)]
    clause += [one for one in off if not isinstance(one, bool)]
    if ban.cost is None:
        if clause:
            model.cp.add_bool_or(clause)
        return
    if not clause:
        model.constant(ban.cost)
        return
    broken = model.up_to(1)
    model.cp.add_bool_or([*clause, broken])
    model.cost(broken, ban.cost)


def _add_quota(model: RosterModel, quota: Quota, slots: _Slots) -> None:
    from ortools.sat.python import cp_model

    found = [slots.any_of(quota.worker, group) for group in quota.groups]
    kept = sum(one is True for one in found)
    new = [one for one in found if not isinstance(one, bool)]
    if quota.cost is None:
        if len(new) + kept > quota.most and new:
            model.cp.add(cp_model.LinearExpr.sum(new) <= max(0, quota.most - kept))
        return
    if not new:
        model.constant(quota.cost * max(0, kept - quota.most))
        return
    over = model.up_to(len(found))
    model.cp.add(over >= cp_model.LinearExpr.sum(new) + (kept - quota.most))
    model.cost(over, quota.cost)


def _add_hours(model: RosterModel, limit: HourLimit) -> None:
    indexes = [
        index
        for index in model.own.get(limit.worker, ())
        if limit.first <= model.spans[index].day <= limit.last
    ]
    kept = minutes_in(limit, model.kept.taken[limit.worker])
    if limit.cost is None:
        if indexes:
            model.cp.add(model.minutes_of(indexes) <= max(0, limit.most - kept))
        return
    if not indexes:
        model.constant(limit.cost * max(0, kept - limit.most))
        return
    most = kept + sum(model.spans[index].minutes for index in indexes)
    over = model.up_to(most - limit.most)
    model.cp.add(over >= model.minutes_of(indexes) + (kept - limit.most))
    model.cost(over, limit.cost)


def _add_short_rests(model: RosterModel) -> None:
    problem = model.problem
    if problem.short_rest is None:
        return
    wished, cost = problem.short_rest
    for worker, own in model.own.items():
        for index in own:
            kept = model.kept.taken[worker]
            short = sum(short_rest(problem, model.spans[index], other) for other in kept)
            model.cost(model.takes[index], cost * short)
        order = sorted(own, key=lambda index: model.spans[index].begin)
        for at, one in enumerate(order):
            for two in order[at + 1 :]:
                if model.spans[two].begin > model.spans[one].end + wished + DAY:
                    break
                if short_rest(problem, model.spans[one], model.spans[two]):
                    both = model.up_to(1)
                    model.cp.add(both >= model.takes[one] + model.takes[two] - 1)
                    model.cost(both, cost)
