"""A first roster at once: the shift that helps most, again and again."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence

from clinicmgr.schedule.solver.answer import Assignment
from clinicmgr.schedule.solver.coverage import Stretch
from clinicmgr.schedule.solver.problem import Choice, Problem
from clinicmgr.schedule.solver.timetable import Timetable


def first_roster(
    problem: Problem, choices: Sequence[Choice], parts: Sequence[Stretch]
) -> tuple[Assignment, ...]:
    """A roster without broken limits, found in a fraction of a second; the same every time."""
    return _Greedy(problem, choices, parts).fill()


class _Greedy:
    """The state of the filling. What a shift gains only shrinks, so old gains are upper bounds."""

    def __init__(
        self, problem: Problem, choices: Sequence[Choice], parts: Sequence[Stretch]
    ) -> None:
        self.problem = problem
        self.choices = choices
        self.parts = parts
        self.timetable = Timetable(problem)
        self.have = [part.have for part in parts]
        self.workers = {worker.id: worker for worker in problem.workers}
        self.helps: dict[int, list[int]] = defaultdict(list)
        for index, part in enumerate(parts):
            for taker in part.takers:
                self.helps[taker].append(index)
        self.offers = {choice.worker: 0 for choice in choices}
        for choice in choices:
            self.offers[choice.worker] += 1

    def fill(self) -> tuple[Assignment, ...]:
        """Take the best shift that fits until none gains anything."""
        given: list[Assignment] = []
        queue = [(-self._gain(index), self._ease(index), index) for index in self.helps]
        heapq.heapify(queue)
        while queue:
            old, ease, index = heapq.heappop(queue)
            choice = self.choices[index]
            span = self.timetable.spans[choice.pattern]
            if old >= 0 or self.timetable.against(choice.worker, span):
                continue
            gain = self._gain(index)
            if -gain > old:
                heapq.heappush(queue, (-gain, ease, index))
                continue
            self.timetable.add(choice.worker, span)
            for part in self.helps[index]:
                self.have[part] += 1
            given.append(Assignment(choice.worker, choice.pattern))
        return tuple(sorted(given))

    def _ease(self, index: int) -> int:
        """Those with few possible shifts first, so that the others stay free for the rest."""
        return self.offers[self.choices[index].worker]

    def _gain(self, index: int) -> int:
        """By how much the objective falls with this shift, contract hours roughly."""
        choice, weights = self.choices[index], self.problem.weights
        span = self.timetable.spans[choice.pattern]
        gain = -choice.cost - weights.shift - weights.work * span.minutes
        for place in self.helps[index]:
            part, have = self.parts[place], self.have[place]
            worth = weights.minimum * (have < part.need.minimum)
            worth += weights.nobody * (have == 0 and part.need.minimum > 0)
            worth += weights.ideal * (have < part.need.ideal)
            gain += worth * part.minutes
        target = self.workers[choice.worker].target(span.week)
        if target is not None:
            room = max(0, target - self.timetable.minutes[choice.worker, span.week])
            gain += weights.under * min(room, span.minutes)
            gain -= weights.over * max(0, span.minutes - room)
        return gain
