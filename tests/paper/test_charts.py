"""Charts on paper and on the screen, and the round numbers of their axes."""

from __future__ import annotations

import io
import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.paper.samples import of
from tests.paper.test_pdf import assert_on_the_page, text_of

from clinicmgr.paper import Chart, Limit, Series
from clinicmgr.paper.figure import figure
from clinicmgr.paper.pdf import render
from clinicmgr.paper.scale import reach, ticks

KINDS = ["bar", "hbar", "line", "stacked"]
MONTHS = ("Jan", "Feb", "Mar", "Apr")


def chart(kind: str = "bar", measure: str = "number") -> Chart:
    series = (Series("Plan", (100, 250, None, 400), 0), Series("Actual", (-50, Decimal("20.5")), 3))
    return Chart(kind, MONTHS, series, "Visits", measure, (Limit("Target", 300),))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_a_printed_chart_names_everything(kind):
    pdf = render(of(chart(kind)))
    text = text_of(pdf)[0]
    for wanted in ("Visits", "Plan", "Actual", "Target", *MONTHS, "400"):
        assert wanted in text
    assert_on_the_page(pdf)


@pytest.mark.parametrize(
    "measure,label", [("money", "4\n"), ("hours", "6:00\n"), ("whole", "400\n")]
)
def test_axes_read_as_what_they_measure(measure, label):
    assert label in text_of(render(of(chart("bar", measure))))[0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("dark", [False, True])
def test_the_screen_draws_the_same_chart(kind, dark):
    drawn = figure(chart(kind), dark=dark)
    out = io.BytesIO()
    drawn.savefig(out)
    assert out.getvalue().startswith(b"\x89PNG")
    axes = drawn.axes[0]
    names = axes.get_yticklabels() if kind == "hbar" else axes.get_xticklabels()
    assert [text.get_text() for text in names] == list(MONTHS)


def test_texts_of_a_figure_are_not_formulas():
    bad = Chart("bar", ("$a_b$",), (Series("_x$\\frac$", (1,)),), "$\\bad{$", "number")
    figure(bad).savefig(io.BytesIO())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "made",
    [
        Chart("bar", (), ()),
        Chart("bar", ("a",), (Series("x", ()),)),
        Chart("bar", ("a", "b"), (Series("x", (0, 0)),)),
        Chart("bar", tuple(f"category {n}" for n in range(300)), (Series("x", (7,) * 300),)),
        Chart("bar", ("a",), tuple(Series(f"series number {n}", (n,), n) for n in range(40))),
        Chart("bar", ("a",), (Series("x", (1,)),), "t" * 5000, height=5000),
        Chart("bar", ("a",), (Series("x", (1e15,)),)),
    ],
)
def test_odd_charts_stay_on_the_page(kind, made):
    from dataclasses import replace

    assert_on_the_page(render(of(replace(made, kind=kind))))
    figure(replace(made, kind=kind, height=60)).savefig(io.BytesIO())


NUMBERS = st.floats(-1e9, 1e9, allow_nan=False)


@given(NUMBERS, NUMBERS, st.sampled_from(["number", "whole", "money", "hours", "percent"]))
def test_ticks_enclose_the_values_in_even_steps(one, other, kind):
    low, high = sorted((one, other))
    if high - low < 1e-6:
        return
    found = ticks(low, high, kind)
    slack = (high - low) * 1e-6
    assert found[0] <= low + slack
    assert found[-1] >= high - slack
    assert 2 <= len(found) <= 12
    steps = {round((b - a) / (found[1] - found[0]), 6) for a, b in itertools.pairwise(found)}
    assert steps == {1.0}


def test_bars_start_at_zero_and_stacks_reach_their_sum():
    assert reach(Chart("bar", ("a",), (Series("x", (80,)), Series("y", (90,))))) == (0, 90)
    assert reach(Chart("stacked", ("a",), (Series("x", (80,)), Series("y", (90,))))) == (0, 170)
    assert reach(Chart("stacked", ("a",), (Series("x", (80,)), Series("y", (-9,))))) == (-9, 80)
    assert reach(Chart("line", ("a", "b"), (Series("x", (96.5, 98.2)),))) == (96.5, 98.2)
