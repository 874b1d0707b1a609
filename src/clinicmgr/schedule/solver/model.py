"""The problem in the words of CP-SAT: one 0/1 variable for each choice.

Surplus is priced through the work itself, so one shortage variable per stretch and level is
enough; shifts that exclude each other are written as cliques (at most one of many).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from clinicmgr.schedule.solver.answer import Assignment
from clinicmgr.schedule.solver.coverage import Stretch
from clinicmgr.schedule.solver.problem import Choice, Problem, Worker
from clinicmgr.schedule.solver.span import Span
from clinicmgr.schedule.solver.timetable import Timetable, clash

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, IntVar, LinearExprT


class RosterModel:
    """A CP-SAT model of the problem over these choices; `takes[i]` says choice i is taken."""

    def __init__(
        self, problem: Problem, choices: Sequence[Choice], parts: Sequence[Stretch]
    ) -> None:
        from ortools.sat.python import cp_model

        self.problem = problem
        self.choices = choices
        self.cp: CpModel = cp_model.CpModel()
        self.kept = Timetable(problem)
        self.spans: list[Span] = [self.kept.spans[choice.pattern] for choice in choices]
        self.takes: list[IntVar] = [self.cp.new_bool_var("") for _choice in choices]
        self.own: dict[int, list[int]] = defaultdict(list)
        for index, choice in enumerate(choices):
            self.own[choice.worker].append(index)
        self._terms: list[tuple[IntVar, int]] = []
        self._constant = 0
        self._add_choice_costs()
        self._add_clashes()
        self._add_days()
        self._add_rooms()
        for part in parts:
            self._add_stretch(part)
        self._add_hours()
        costs = cp_model.LinearExpr.weighted_sum(
            [variable for variable, _weight in self._terms],
            [weight for _variable, weight in self._terms],
        )
        self.cp.minimize(costs + self._constant)

    def taken(self, value: Callable[[IntVar], bool]) -> tuple[Assignment, ...]:
        """The roster in which the choices have these values."""
        return tuple(
            sorted(
                Assignment(choice.worker, choice.pattern)
                for variable, choice in zip(self.takes, self.choices, strict=True)
                if value(variable)
            )
        )

    def _cost(self, variable: IntVar, weight: int) -> None:
        if weight:
            self._terms.append((variable, weight))

    def _up_to(self, most: int) -> IntVar:
        return self.cp.new_int_var(0, max(0, most), "")

    def _add_choice_costs(self) -> None:
        weights = self.problem.weights
        for variable, choice, span in zip(self.takes, self.choices, self.spans, strict=True):
            self._cost(variable, choice.cost + weights.shift + weights.work * span.minutes)

    def _add_clashes(self) -> None:
        known: dict[tuple[int, ...], list[list[int]]] = {}
        for own in self.own.values():
            same = tuple(self.choices[index].pattern for index in own)
            if same not in known:
                known[same] = self._cliques([self.spans[index] for index in own])
            for clique in known[same]:
                self.cp.add_at_most_one(self.takes[own[place]] for place in clique)

    def _cliques(self, spans: list[Span]) -> list[list[int]]:
        """Groups of places of which at most one may be taken; together they hold each clash."""
        order = sorted(range(len(spans)), key=lambda place: spans[place].begin)
        rivals: dict[int, set[int]] = {place: set() for place in order}
        for at, one in enumerate(order):
            for two in order[at + 1 :]:
                if spans[two].day > spans[one].day + 3:
                    break
                if clash(self.problem, spans[one], spans[two]):
                    rivals[one].add(two)
                    rivals[two].add(one)
        return _clique_cover(order, rivals)

    def _add_days(self) -> None:
        for worker, own in self.own.items():
            kept: dict[int, int] = defaultdict(int)
            for span in self.kept.taken[worker]:
                kept[span.day] += 1
            on_day: dict[int, list[int]] = defaultdict(list)
            for index in own:
                on_day[self.spans[index].day].append(index)
            for day, indexes in on_day.items():
                self._add_day(indexes, kept[day])
            if self.problem.days_in_row is not None:
                self._add_rows(on_day, {day for day, count in kept.items() if count})

    def _add_day(self, indexes: list[int], kept: int) -> None:
        taken = sum(self.takes[index] for index in indexes)
        self.cp.add(taken <= max(0, self.problem.shifts_a_day - kept))
        further = self._up_to(self.problem.shifts_a_day)
        self.cp.add(further >= taken - (0 if kept else 1))
        self._cost(further, self.problem.weights.split)

    def _add_rows(self, on_day: dict[int, list[int]], kept: set[int]) -> None:
        works: dict[int, IntVar] = {}
        for day, indexes in on_day.items():
            if day not in kept:
                works[day] = self.cp.new_bool_var("")
                for index in indexes:
                    self.cp.add_implication(self.takes[index], works[day])
        most = self.problem.days_in_row or 0
        for first in range(-most, self.problem.day_count):
            row = range(first, first + most + 1)
            if all(day in kept or day in works for day in row):
                free = [works[day] for day in row if day not in kept]
                if free:
                    self.cp.add(sum(free) <= len(free) - 1)

    def _add_rooms(self) -> None:
        for room, holds in self.problem.rooms:
            kept = [
                span for spans in self.kept.taken.values() for span in spans if span.room == room
            ]
            here = [index for index, span in enumerate(self.spans) if span.room == room]
            begins = {self.spans[index].begin for index in here} | {span.begin for span in kept}
            for at in sorted(begins):
                inside = [i for i in here if self.spans[i].begin <= at < self.spans[i].end]
                full = sum(span.begin <= at < span.end for span in kept)
                if len(inside) + full > holds:
                    taken = sum(self.takes[index] for index in inside)
                    self.cp.add(taken <= max(0, holds - full))

    def _add_stretch(self, part: Stretch) -> None:
        weights, minutes = self.problem.weights, part.minutes
        short, lack = part.need.minimum - part.have, part.need.ideal - part.have
        if not part.takers:
            self._constant += weights.minimum * minutes * max(0, short)
            self._constant += weights.ideal * minutes * max(0, lack)
            self._constant += weights.nobody * minutes * (short > 0 and part.have == 0)
            return
        there = sum(self.takes[index] for index in part.takers)
        if short > 0:
            below = self._up_to(short)
            self._cost(below, weights.minimum * minutes)
            self.cp.add(there + below >= short)
            if part.have == 0:
                nobody = below if short == 1 else self.cp.new_bool_var("")
                self._cost(nobody, weights.nobody * minutes)
                if short > 1:
                    self.cp.add(below <= short - 1 + nobody)
        if lack > 0:
            missing = self._up_to(lack)
            self._cost(missing, weights.ideal * minutes)
            self.cp.add(there + missing >= lack)

    def _add_hours(self) -> None:
        shares: list[LinearExprT] = []
        for worker in self.problem.workers:
            weeks = range(self.problem.week_count)
            for week in weeks:
                self._add_week(worker, week)
            if not worker.has_contract:
                shares.append(sum(self._hours(worker.id, week) for week in weeks))
        if shares and self.problem.weights.uneven:
            largest = self._up_to(sum(span.minutes for span in self.spans) + self._all_kept())
            for share in shares:
                self.cp.add(largest >= share)
            self._cost(largest, self.problem.weights.uneven)

    def _all_kept(self) -> int:
        return sum(self.kept.minutes.values())

    def _hours(self, worker: int, week: int) -> LinearExprT:
        new = [
            self.takes[index] * self.spans[index].minutes
            for index in self.own.get(worker, ())
            if self.spans[index].week == week
        ]
        return sum(new) + self.kept.minutes[worker, week]

    def _add_week(self, worker: Worker, week: int) -> None:
        hours = self._hours(worker.id, week)
        limit, target = worker.limit(week), worker.target(week)
        kept = self.kept.minutes[worker.id, week]
        if limit is not None and not isinstance(hours, int):
            self.cp.add(hours <= max(limit, kept))
        if target is None:
            return
        weights = self.problem.weights
        most = kept + sum(
            self.spans[index].minutes
            for index in self.own.get(worker.id, ())
            if self.spans[index].week == week
        )
        under, over = self._up_to(target), self._up_to(most - target)
        self.cp.add(hours + under - over == target)
        self._cost(under, weights.under)
        self._cost(over, weights.over)
        half = target // 2
        for part in (under, over):
            beyond = self._up_to(max(target, most))
            self.cp.add(beyond >= part - half)
            self._cost(beyond, weights.uneven)


def _clique_cover(order: list[int], rivals: dict[int, set[int]]) -> list[list[int]]:
    """Cover every pair of rivals by groups that are rivals all round, the largest first found."""
    open_pairs = {(one, two) for one in order for two in rivals[one] if one < two}
    place = {member: at for at, member in enumerate(order)}
    found: list[list[int]] = []
    for one in order:
        for two in sorted(rivals[one], key=place.__getitem__):
            if (min(one, two), max(one, two)) not in open_pairs:
                continue
            group = [one, two]
            for more in sorted(rivals[one] & rivals[two], key=place.__getitem__):
                if all(more in rivals[member] for member in group):
                    group.append(more)
            open_pairs -= {(min(a, b), max(a, b)) for a in group for b in group}
            found.append(group)
    return found
