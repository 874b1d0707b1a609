"""What needs the manager: one list from all domains, always in the same order."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.desktop.pages import PLACES
from clinicmgr.kernel.domain import Due, Urgency
from clinicmgr.today import rules
from clinicmgr.today.service import Today

TODAY = date(2026, 11, 18)


def due(urgency, days=0, kind="Expired", page="staff"):
    day = TODAY + timedelta(days)
    return Due(urgency, day, kind, f"{kind} on {day}.", page, days)


def test_the_most_pressing_comes_first_then_the_oldest(practice, part):
    first = due(Urgency.WRONG, -19)
    second = due(Urgency.WRONG, 0, "Nobody there", "schedule")
    third = due(Urgency.OVERDUE, -30, "Service", "equipment")
    fourth = due(Urgency.SOON, 3)
    domains = part(second, fourth), part(first), part(third)
    assert practice.today(*domains).attention(TODAY) == [first, second, third, fourth]


def test_among_equals_the_order_of_the_domains_decides(practice, part):
    one, two, three = (due(Urgency.TODAY, 0, kind) for kind in ("One", "Two", "Three"))
    domains = part(three, one), part(two)
    assert practice.today(*domains).attention(TODAY) == [three, one, two]


def test_each_domain_is_asked_for_the_day_that_is_looked_at(practice, part):
    domains = part(), part(due(Urgency.SOON))
    today = practice.today(*domains)
    tomorrow = TODAY + timedelta(1)
    assert today.domain_count == 2
    assert today.due_of(1, tomorrow) == tuple(domains[1].found)
    assert [domain.asked for domain in domains] == [[], [tomorrow]]


class Lazily:
    """Domains that are made when they are asked for."""

    def __init__(self, *domains):
        self._domains = domains
        self.made = []

    def __len__(self):
        return len(self._domains)

    def __getitem__(self, number):
        self.made.append(number)
        return self._domains[number]


def test_a_domain_is_not_needed_before_it_is_asked(practice, part):
    clinic = practice.clinic
    domains = Lazily(part(), part(due(Urgency.SOON)))
    today = Today(domains, clinic.schedule, clinic.staff, clinic.places, clinic.clock)
    today.presence(TODAY)
    today.weeks(TODAY)
    assert domains.made == []
    assert len(today.attention(TODAY)) == 1
    assert domains.made == [0, 1]


DUES = st.builds(
    due, st.sampled_from(Urgency), st.integers(-40, 40), st.sampled_from(("A", "B", "C"))
)


@given(st.lists(st.lists(DUES, max_size=8), max_size=5))
def test_ranking_loses_nothing_and_keeps_the_order_of_equals(parts):
    found = rules.ranked(parts)
    flat = [one for part in parts for one in part]
    assert sorted(map(id, found)) == sorted(map(id, flat))
    keys = [(one.urgency, one.day) for one in found]
    assert keys == sorted(keys)
    for key in set(keys):
        assert [id(one) for one in found if (one.urgency, one.day) == key] == [
            id(one) for one in flat if (one.urgency, one.day) == key
        ]


PAGES = {entry.id for entry in PLACES}


def test_the_demo_practice_is_asked_from_all_its_domains(demo_clinic):
    today = demo_clinic.today
    found = today.attention(TODAY)
    assert {one.page for one in found} >= {"schedule", "staff", "equipment"}
    assert {one.page for one in found} <= PAGES
    assert all(one.sentence and one.kind and one.action for one in found)
    assert found == rules.ranked([found])
    assert found[0].urgency is Urgency.WRONG
    assert today.presence(TODAY).absences[0].name == "Rosa Delgado"
