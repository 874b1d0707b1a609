"""Whatever the problem: no limit broken, the cost as scored, tiny ones as good as trying all."""

from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.schedule.solver.clinics import MONDAY

from clinicmgr.schedule.solver.answer import Assignment
from clinicmgr.schedule.solver.coverage import stretches
from clinicmgr.schedule.solver.greedy import first_roster
from clinicmgr.schedule.solver.problem import (
    Ban,
    Choice,
    Fixed,
    HourLimit,
    Need,
    Pattern,
    Problem,
    Quota,
    Slot,
    Worker,
)
from clinicmgr.schedule.solver.ruling import without_broken_bans
from clinicmgr.schedule.solver.score import broken_limits, score
from clinicmgr.schedule.solver.search import open_choices, solve
from clinicmgr.schedule.solver.why import why_unfilled

starts = st.sampled_from([0, 360, 480, 720, 900, 1320])
lengths = st.sampled_from([120, 240, 480, 600])
positions = st.integers(1, 2)
places = st.one_of(st.none(), st.integers(1, 2))


@st.composite
def times(draw):
    start = draw(starts)
    return start, start + draw(lengths)


@st.composite
def workers(draw, number):
    skills = frozenset(draw(st.sets(st.just(5))))
    limits = draw(st.sampled_from([(), (600,), (960, 480)]))
    return Worker(number, skills, limits, draw(st.sampled_from([(), (None,), (480,), (900, 300)])))


@st.composite
def patterns(draw, number, days):
    (start, end), day = draw(times()), draw(st.integers(0, days))
    pause = draw(st.sampled_from([0, 30]))
    kind = draw(st.sampled_from([None, 1, 2]))
    place = (draw(places), draw(places))
    return Pattern(number, day, start, end, draw(positions), pause, *place, kind)


@st.composite
def needs(draw, number, days):
    (start, end), day = draw(times()), draw(st.integers(0, days - 1))
    minimum, ideal = draw(st.integers(0, 3)), draw(st.integers(0, 3))
    skill = draw(st.sampled_from([None, None, 5]))
    position, site = draw(positions), draw(places)
    return Need(number, day, start, end, position, minimum, ideal, site, skill)


@st.composite
def kept_shifts(draw, people, days):
    (start, end), day = draw(times()), draw(st.integers(-2, days + 1))
    worker = draw(st.integers(1, people + 1))
    kind = draw(st.sampled_from([None, 1, 2]))
    return Fixed(worker, day, start, end, draw(positions), room=draw(places), type_id=kind)


@st.composite
def slots(draw, days):
    return Slot(draw(st.integers(-2, days + 1)), draw(st.sampled_from([(), (), (1,), (1, 2)])))


@st.composite
def bans(draw, people, days):
    works = draw(st.lists(slots(days), min_size=1, max_size=3, unique=True))
    off = draw(st.lists(slots(days), max_size=2, unique=True))
    cost = draw(st.sampled_from([None, None, 500, 10_000]))
    return Ban(draw(st.integers(1, people)), tuple(works), tuple(off), cost)


@st.composite
def quotas(draw, people, days):
    groups = draw(st.lists(st.lists(slots(days), min_size=1, max_size=2), min_size=1, max_size=4))
    cost = draw(st.sampled_from([None, None, 500, 10_000]))
    most = draw(st.integers(0, 2))
    return Quota(draw(st.integers(1, people)), tuple(map(tuple, groups)), most, cost)


@st.composite
def hour_limits(draw, people, days):
    first = draw(st.integers(-1, days))
    most = draw(st.sampled_from([0, 240, 600, 900]))
    cost = draw(st.sampled_from([None, None, 4, 40]))
    last = first + draw(st.sampled_from([0, 6]))
    return HourLimit(draw(st.integers(1, people)), first, last, most, cost)


@st.composite
def problems(draw, people=3, shifts=6, most_choices=30):
    days = draw(st.integers(1, 9))
    team = tuple(draw(workers(id_ + 1)) for id_ in range(draw(st.integers(1, people))))
    possible = tuple(draw(patterns(id_, days)) for id_ in range(draw(st.integers(0, shifts))))
    pairs = [(worker.id, pattern.id) for worker in team for pattern in possible]
    chosen = draw(st.permutations(pairs))[: draw(st.integers(0, most_choices))] if pairs else []
    costs = st.sampled_from([0, 0, 500, 10_000, -500])
    return Problem(
        first_day=MONDAY,
        day_count=days,
        workers=team,
        patterns=possible,
        needs=tuple(draw(needs(id_, days)) for id_ in range(draw(st.integers(0, 5)))),
        choices=tuple(Choice(worker, pattern, draw(costs)) for worker, pattern in chosen),
        fixed=tuple(draw(st.lists(kept_shifts(people, days), max_size=4))),
        week_start=draw(st.sampled_from([0, 6])),
        rest=draw(st.sampled_from([0, 480, 660])),
        shifts_a_day=draw(st.integers(1, 3)),
        days_in_row=draw(st.sampled_from([None, 1, 2])),
        rooms=draw(st.sampled_from([(), ((1, 1),), ((1, 2), (2, 1))])),
        clock_changes=draw(st.sampled_from([(), ((120, 60),), ((1560, -60),)])),
        short_rest=draw(st.sampled_from([None, None, (660, 10_000), (900, 500)])),
        bans=tuple(draw(st.lists(bans(people, days), max_size=4))),
        quotas=tuple(draw(st.lists(quotas(people, days), max_size=2))),
        hour_limits=tuple(draw(st.lists(hour_limits(people, days), max_size=2))),
    )


def assert_sound(problem, assignments):
    assert broken_limits(problem, assignments) == ()


@settings(max_examples=60, deadline=None)
@given(problems())
def test_every_roster_keeps_the_limits_and_costs_what_the_scorer_says(problem):
    solution = solve(problem, effort=0.2)
    assert_sound(problem, solution.assignments)
    assert score(problem, solution.assignments) == solution.objective
    assert solution.bound is None or solution.bound <= solution.objective
    allowed = {worker.id for worker in problem.workers}
    reasons = why_unfilled(problem, solution)
    assert {reason.worker for reason in reasons} <= allowed
    assert {reason.need for reason in reasons} <= {gap.need for gap in solution.unfilled}


@settings(max_examples=150, deadline=None)
@given(problems(people=4, shifts=8))
def test_the_first_roster_keeps_the_limits(problem):
    problem = without_broken_bans(problem)
    choices = open_choices(problem)
    assert_sound(problem, first_roster(problem, choices, stretches(problem, choices)))


@settings(max_examples=40, deadline=None)
@given(problems(most_choices=7))
def test_tiny_problems_are_solved_as_well_as_trying_everything_does(problem):
    pairs = [Assignment(choice.worker, choice.pattern) for choice in problem.choices]
    rosters = chain.from_iterable(combinations(pairs, size) for size in range(len(pairs) + 1))
    best = min(score(problem, r) for r in rosters if not broken_limits(problem, r))
    solution = solve(problem)
    assert solution.status == "optimal"
    assert solution.objective == best == solution.bound
