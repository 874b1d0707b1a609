"""Lines, widths and pages: the arithmetic that keeps everything on the paper."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.paper.pdf.lines import Type, broken, capped, elided
from clinicmgr.paper.pdf.reading import in_reading_order
from clinicmgr.paper.pdf.slices import Head, Slice, paginate
from clinicmgr.paper.pdf.widths import Need, bands, shared
from clinicmgr.paper.wording import hours_text, printable, show

FACE = Type("Regular", 10)
WORDS = st.text(st.sampled_from("abcdefg mwi-–/\n漢é"), max_size=80)


@given(WORDS, st.floats(20, 200))
def test_lines_fit_and_lose_no_letter(text, room):
    lines = broken(text, FACE, room).lines
    assert all(FACE.width(line) <= room + 0.01 for line in lines)
    assert "".join("".join(lines).split()) == "".join(printable(text).split())


@given(WORDS, st.floats(20, 200), st.integers(1, 5))
def test_heads_are_capped_with_a_sign(text, room, most):
    lines = capped(text, FACE, room, most).lines
    assert len(lines) <= most
    assert all(FACE.width(line) <= room + 0.01 for line in lines)


@given(WORDS, st.floats(20, 200))
def test_running_heads_are_one_line(text, room):
    line = elided(text, FACE, room)
    assert "\n" not in line
    assert FACE.width(line) <= room + 0.01


NEEDS = st.lists(
    st.tuples(st.floats(1, 100), st.floats(1, 300)).map(lambda n: Need(n[0], sum(n))),
    min_size=1,
    max_size=9,
)


@given(NEEDS, st.floats(100, 800))
def test_columns_fill_the_page_and_none_is_narrower_than_its_words(needs, room):
    wide = shared(needs, room)
    if wide is None:
        assert sum(need.least for need in needs) > room
        return
    assert sum(wide) == pytest.approx(room)
    assert all(w >= need.least - 0.01 for w, need in zip(wide, needs, strict=True))


def test_short_columns_are_filled_before_long_texts():
    wide = shared([Need(30, 60), Need(30, 500)], 300)
    assert wide == (60, 240)


@given(st.lists(st.floats(10, 200), min_size=2, max_size=30), st.floats(200, 600))
def test_bands_hold_each_column_once(least, room):
    found = bands(least, room)
    assert [place for band in found for place in band] == list(range(1, len(least)))
    for band in found:
        assert len(band) == 1 or least[0] + sum(least[p] for p in band) <= room + 0.01


def strip(height: float, **look: object) -> Slice:
    return Slice(height, lambda _pen, _x, _top: None, **look)  # type: ignore[arg-type]


STRIPS = st.lists(
    st.tuples(st.floats(1, 60), st.floats(0, 10), st.booleans(), st.integers(0, 2)), max_size=60
)


@given(STRIPS)
def test_pages_hold_every_slice_once_in_order_and_none_overflows(made):
    heads = [Head(12, lambda _p, _x, _t, _c: None) for _head in range(3)]
    slices = [strip(h, gap=g, keep=k, heads=(heads[0], heads[n])[: n + 1]) for h, g, k, n in made]
    pages = paginate(slices, 120)
    placed = [p for page in pages for p in page]
    assert [p.item for p in placed if isinstance(p.item, Slice)] == slices
    for page in pages:
        assert all(p.top + p.item.height <= 120.01 for p in page)
        assert all(
            later.top >= earlier.top + earlier.item.height - 0.01
            for earlier, later in itertools.pairwise(page)
        )
        if page:
            assert isinstance(page[-1].item, Slice), "a head stands alone at the foot"


def test_what_is_kept_together_turns_the_page_together():
    slices = [strip(60), strip(30, keep=True), strip(40)]
    assert [len(page) for page in paginate(slices, 100)] == [1, 2]


def test_hours_and_cents():
    assert [hours_text(m) for m in (0, 5, 2250, -15, -61)] == [
        "0:00",
        "0:05",
        "37:30",
        "-0:15",
        "-1:01",
    ]
    assert show(-5, "money", "en_US") == "-0.05"
    assert show(True, "text", "en_US") == "yes"
    assert show(1, "whole", "en_US") == "1"
    assert show(None, "day", "en_US") == ""


def test_arabic_letters_are_joined_and_turned_round():
    assert in_reading_order("سلام") == "\ufee1\ufe8e\ufee0\ufeb3"
    assert in_reading_order("a אב 12 ג b") == "a ג 12 בא b"
    assert in_reading_order("(אב)") == "(בא)"
    assert in_reading_order("plain (x)") == "plain (x)"
