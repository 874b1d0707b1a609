"""Demand becomes a matrix of weekdays and comes back from it unchanged."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.gui.setup.needs import cell_text, need_rows, parse_cell, steps
from clinicmgr.schedule.records import Demand

DEMAND = st.builds(
    Demand,
    id=st.integers(1, 10_000),
    position_id=st.integers(1, 3),
    site_id=st.sampled_from([None, 1, 2]),
    weekday=st.integers(0, 6),
    start=st.sampled_from([450, 480]),
    end=st.sampled_from([720, 1020]),
    minimum=st.integers(0, 3),
    ideal=st.integers(3, 5),
    from_day=st.sampled_from([date(2026, 1, 5), date(2026, 6, 1)]),
)


@given(st.lists(DEMAND, max_size=30, unique_by=lambda each: each.id))
def test_no_demand_is_lost_in_the_matrix(demand):
    rows = need_rows(demand, lambda position: position)
    shown = [each for row in rows for each in row.days.values()]
    assert sorted(shown, key=lambda each: each.id) == sorted(demand, key=lambda each: each.id)
    assert len({row.id for row in rows}) == len(rows)


@given(st.integers(1, 99), st.integers(0, 99))
def test_a_cell_reads_back_as_it_was_written(minimum, more):
    ideal = min(minimum + more, 99)
    assert parse_cell(cell_text(minimum, ideal)) == (minimum, ideal)


@pytest.mark.parametrize("text", ["", " ", "0", "-"])
def test_nothing_and_zero_empty_a_cell(text):
    assert parse_cell(text) is None


@pytest.mark.parametrize("text", ["two", "2/", "1/2/3", "-1", "2.5", "100"])
def test_nonsense_is_said_to_be_so(text):
    with pytest.raises(UserError):
        parse_cell(text)


def test_typing_what_is_there_already_does_nothing():
    known = Demand(7, 1, None, 0, 480, 1020, 2, 3, date(2026, 1, 5))
    (row,) = need_rows([known], lambda position: position)
    nothing = steps([(row, 0, "2/3"), (row, 1, "")])
    assert (nothing.add, nothing.change, nothing.remove) == ((), {}, ())
    some = steps([(row, 0, ""), (row, 4, "1")])
    assert some.remove == (7,)
    assert [(each.weekday, each.minimum, each.ideal) for each in some.add] == [(4, 1, 1)]
