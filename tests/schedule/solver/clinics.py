"""Small clinics and one of a realistic size, as problems."""

import random
from datetime import date

from clinicmgr.schedule.solver.problem import Choice, Need, Pattern, Problem, Worker
from clinicmgr.schedule.solver.score import broken_limits, score
from clinicmgr.schedule.solver.search import solve

MONDAY = date(2026, 11, 23)
NURSE, DESK = 1, 2
ANN, BOB, CY = 1, 2, 3
DAY_SHIFT = (480, 1020, 60)  # 08:00 to 17:00 with an hour's break: 8 h


def clinic(
    workers=(ANN, BOB, CY), patterns=(), needs=(), choices=None, day_count=7, **more
) -> Problem:
    """A clinic in which everybody may take everything unless `choices` says otherwise."""
    people = tuple(w if isinstance(w, Worker) else Worker(w) for w in workers)
    everything = tuple(Choice(w.id, p.id) for w in people for p in patterns)
    given = everything if choices is None else tuple(choices)
    return Problem(MONDAY, day_count, people, tuple(patterns), tuple(needs), given, **more)


def day_shifts(days, position=NURSE):
    """One day shift on each of these days; its id is the day."""
    start, end, pause = DAY_SHIFT
    return tuple(Pattern(day, day, start, end, position, pause) for day in days)


def day_needs(days, minimum=1, ideal=0, position=NURSE):
    """The same need on each of these days; its id is the day."""
    start, end, _pause = DAY_SHIFT
    return tuple(Need(day, day, start, end, position, minimum, ideal) for day in days)


def solved(problem, **how):
    """The answer, after the independent check has agreed with it."""
    solution = solve(problem, **how)
    assert broken_limits(problem, solution.assignments) == ()
    assert score(problem, solution.assignments) == solution.objective
    assert solution.bound is None or solution.bound <= solution.objective
    return solution


def realistic(people: int, weeks: int, seed: int) -> Problem:
    """Five positions, six shift types, skills, leave, part-timers, late shifts people dislike."""
    return _Realistic(people, weeks, random.Random(seed)).problem()


SHARES = (4, 5, 7, 6, 2)  # people of each position among 24
TYPES = (
    (450, 720, 0),
    (720, 1020, 0),
    (450, 960, 30),
    (480, 1020, 30),
    (540, 1080, 30),
    (630, 1110, 30),
)
SATURDAY = 5
SKILL = 100


class _Realistic:
    def __init__(self, people, weeks, dice):
        self.people, self.days, self.dice = people, 7 * weeks, dice
        self.positions: dict[int, tuple[int, ...]] = {}
        self.workers = tuple(self._workers())
        self.patterns = tuple(self._patterns())
        self.needs: list[Need] = []

    def problem(self):
        for day in range(self.days):
            for position in range(len(SHARES)):
                if day % 7 <= SATURDAY:
                    self._need(day, position)
        choices = tuple(self._choices())
        return Problem(MONDAY, self.days, self.workers, self.patterns, tuple(self.needs), choices)

    def _workers(self):
        for position, share in enumerate(SHARES):
            for number in range(max(1, round(share * self.people / 24))):
                target = self.dice.choice([2400, 2400, 1920, 1440, None]) if number else 2400
                skills = frozenset({SKILL} if self.dice.random() < 0.5 else ())
                id_ = len(self.positions) + 1
                both = self.dice.random() < 0.3
                self.positions[id_] = (position, (position + 1) % 5) if both else (position,)
                yield Worker(id_, skills, (2400,), () if target is None else (target,))

    def _patterns(self):
        number = 0
        for day in range(self.days):
            for position in range(len(SHARES)):
                for kind, (start, end, pause) in enumerate(TYPES):
                    if day % 7 < SATURDAY or (day % 7 == SATURDAY and end <= 840):
                        number += 1
                        yield Pattern(number, day, start, end, position, pause, type_id=kind)

    def _need(self, day, position):
        share = SHARES[position] * self.people / 24
        if day % 7 == SATURDAY:
            self._add(day, position, (450, 720), (max(1, int(share * 0.25)), 1))
            return
        base = max(1, int(share * 0.55))
        self._add(day, position, (450, 1020), (base, base))
        self._add(day, position, (1020, 1080), (1, 1))
        self._add(day, position, (540, 720), (base, base + 1))
        if position == 1:
            self._add(day, position, (480, 960), (1, 1), SKILL)

    def _add(self, day, position, times, wanted, skill=None):
        number = len(self.needs) + 1
        (start, end), (minimum, ideal) = times, wanted
        self.needs.append(Need(number, day, start, end, position, minimum, ideal, skill=skill))

    def _choices(self):
        for worker in self.workers:
            mine = self.positions[worker.id]
            leave = {day for day in range(self.days) if self.dice.random() < 0.06}
            dislikes_late = self.dice.random() < 0.3
            for pattern in self.patterns:
                if pattern.position in mine and pattern.day not in leave:
                    cost = 500 * (pattern.position != mine[0])
                    cost += 500 * (dislikes_late and pattern.end > 1020)
                    cost += 10_000 * (self.dice.random() < 0.02)
                    yield Choice(worker.id, pattern.id, cost)
