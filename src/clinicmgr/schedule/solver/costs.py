"""What a roster costs, in the words of CP-SAT.

Surplus is priced through the work itself, so one shortage variable per stretch and level is
enough.
"""

from __future__ import annotations

from collections.abc import Sequence

from clinicmgr.schedule.solver.coverage import Stretch
from clinicmgr.schedule.solver.model import RosterModel
from clinicmgr.schedule.solver.problem import Worker


def add_costs(model: RosterModel, parts: Sequence[Stretch]) -> None:
    """The costs of the shifts themselves, of shortage, and of uneven and wrong hours."""
    weights = model.problem.weights
    for variable, choice, span in zip(model.takes, model.choices, model.spans, strict=True):
        model.cost(variable, choice.cost + weights.shift + weights.work * span.minutes)
    for part in parts:
        _add_minimum(model, part)
        _add_ideal(model, part)
    for worker in model.problem.workers:
        for week in range(model.problem.week_count):
            _add_week(model, worker, week)
    _add_largest_share(model)


def _add_minimum(model: RosterModel, part: Stretch) -> None:
    short = part.need.minimum - part.have
    for_each = model.problem.weights.minimum * part.minutes
    for_nobody = model.problem.weights.nobody * part.minutes if part.have == 0 else 0
    if short <= 0:
        return
    if not part.takers:
        model.constant(for_each * short + for_nobody)
        return
    below = model.up_to(short)
    model.cost(below, for_each)
    model.cp.add(model.sum_of(part.takers) + below >= short)
    if for_nobody:
        nobody = below if short == 1 else model.cp.new_bool_var("")
        model.cost(nobody, for_nobody)
        if short > 1:
            model.cp.add(below <= short - 1 + nobody)


def _add_ideal(model: RosterModel, part: Stretch) -> None:
    short, for_each = part.need.ideal - part.have, model.problem.weights.ideal * part.minutes
    if short <= 0:
        return
    if not part.takers:
        model.constant(for_each * short)
        return
    below = model.up_to(short)
    model.cost(below, for_each)
    model.cp.add(model.sum_of(part.takers) + below >= short)


def _add_week(model: RosterModel, worker: Worker, week: int) -> None:
    target = worker.target(week)
    if target is None:
        return
    weights, indexes = model.problem.weights, model.of_week(worker.id, week)
    kept = model.kept.minutes[worker.id, week]
    half = target // 2
    if not indexes:
        model.constant(weights.under * max(0, target - kept) + weights.over * max(0, kept - target))
        model.constant(weights.uneven * max(0, abs(kept - target) - half))
        return
    most = kept + sum(model.spans[index].minutes for index in indexes)
    under, over = model.up_to(target), model.up_to(most - target)
    model.cp.add(model.minutes_of(indexes) + under - over == target - kept)
    for part, weight in ((under, weights.under), (over, weights.over)):
        model.cost(part, weight)
        beyond = model.up_to(max(target, most))
        model.cp.add(beyond >= part - half)
        model.cost(beyond, weights.uneven)


def _add_largest_share(model: RosterModel) -> None:
    """The most that anybody without a contract works: the less, the more even."""
    shares = [
        (model.own.get(worker.id, []), model.kept_minutes(worker.id))
        for worker in model.problem.workers
        if not worker.has_contract
    ]
    if not any(indexes for indexes, _kept in shares):
        model.constant(model.problem.weights.uneven * max((kept for _, kept in shares), default=0))
        return
    largest = model.up_to(
        max(kept + sum(model.spans[i].minutes for i in indexes) for indexes, kept in shares)
    )
    for indexes, kept in shares:
        model.cp.add(model.minutes_of(indexes) + kept <= largest)
    model.cost(largest, model.problem.weights.uneven)
