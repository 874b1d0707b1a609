"""The monthly pack: its cover, its contents with links, its figures, its footnotes."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import pdfplumber
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.paper.samples import IMPRINT, PAYROLL, SHIFTS, costs, dashboard, of, pack
from tests.paper.test_pdf import assert_on_the_page, lines_of, squeezed, text_of

from clinicmgr.paper import (
    Beside,
    Chart,
    Column,
    Contents,
    Cover,
    Document,
    Heading,
    Page,
    PageBreak,
    Row,
    Series,
    Table,
    Text,
    Tile,
    Tiles,
)
from clinicmgr.paper.pdf import render

MARGIN = 12 * 72 / 25.4
"""Points of the narrowest margin of a page."""


def words_of(pdf: bytes, page: int) -> list[dict[str, Any]]:
    with pdfplumber.open(io.BytesIO(pdf)) as book:
        return book.pages[page].extract_words(extra_attrs=["size"])


def test_the_cover_stands_alone_without_running_head():
    pages = text_of(render(pack()))
    for wanted in ("Lakeside Clinic", "Activity report", "November 2026", "Prepared by Dana Reed"):
        assert wanted in pages[0]
    assert "for Dr. Okafor and Dr. Weiss" in pages[0]
    assert "Printed Nov 18, 2026, 9:00" in pages[0]
    assert "Page 1" not in pages[0]
    assert "Section 1" not in pages[0]
    assert f"Page 2 of {len(pages)}" in pages[1]
    sizes = [word["size"] for word in words_of(render(pack()), 0) if word["text"] == "Lakeside"]
    assert sizes == [22]


def test_the_title_is_not_printed_again_after_the_cover():
    found = words_of(render(pack()), 1)
    assert not [word for word in found if word["text"] == "Activity" and word["size"] > 10]


def test_a_cover_with_very_long_names_shrinks_and_keeps_every_word():
    names = " ".join(f"Wolfeschlegel{number:02d}" for number in range(14))
    document = Document(
        "x", (Cover(names, names, (names, names)),), replace(IMPRINT, practice=names)
    )
    pdf = render(document)
    assert_on_the_page(pdf, MARGIN)
    assert len(text_of(pdf)) == 1
    assert squeezed(pdf).count("Wolfeschlegel13") == 5


def test_a_cover_longer_than_a_page_goes_on():
    long = " ".join(f"word{number}" for number in range(3000))
    pdf = render(of(Cover("Title", "", (long,)), Text("after")))
    assert_on_the_page(pdf, MARGIN)
    assert "word2999" in squeezed(pdf)
    assert text_of(pdf)[-1].count("after") == 1


def test_contents_name_the_page_of_every_heading():
    pages = lines_of(render(pack()))
    found = dict(re.findall(r"^(.+?) (\d+)$", pages[1], re.MULTILINE))
    for number in range(1, 7):
        for title in (f"Section {number}", f"Costs {number}"):
            assert title in pages[int(found[title]) - 1]
        assert f"Detail {number}" not in found
    assert found["Dashboard"] == "3"


def test_every_line_of_the_contents_leads_to_its_page():
    book = pypdf.PdfReader(io.BytesIO(render(pack(2))))
    page: Any = book.pages[1]
    links = [note.get_object() for note in page["/Annots"]]
    assert [link["/Subtype"] for link in links] == ["/Link"] * 5
    numbers = [book.get_page_number(link["/Dest"][0].get_object()) for link in links]
    text = [book.pages[number or 0].extract_text() for number in numbers]
    assert "Dashboard" in text[0]
    assert "Costs 2" in text[-1]
    assert [link["/Rect"][1] for link in links] == sorted(
        (link["/Rect"][1] for link in links), reverse=True
    )


def test_the_outline_has_every_level_below_the_title():
    found: Any = pypdf.PdfReader(io.BytesIO(render(pack(1)))).outline
    assert found[0]["/Title"] == "Activity report"
    assert [entry["/Title"] for entry in found[1] if not isinstance(entry, list)] == [
        "Dashboard",
        "Section 1",
    ]


def test_contents_know_headings_beside_each_other_and_those_that_stand_alone():
    parts = Beside(((Heading("Left"), Text("a")), (Heading("Right", 2), Text("b"))))
    items = (Contents("What is in it", 3), PageBreak(), Text("x"), PageBreak(), parts, Heading(""))
    pages = lines_of(render(of(*items)))
    assert "What is in it" in pages[0]
    assert re.search(r"Left 3\nRight 3", pages[0])


def test_a_cover_beside_something_loses_nothing():
    text = squeezed(render(of(Beside(((Text("before"), Cover("Title", "May")), (Text("right"),))))))
    assert all(wanted in text for wanted in ("before", "Title", "May", "right"))


def test_contents_of_nothing_are_nothing():
    assert "Contents" not in text_of(render(of(Contents(), Text("alone"))))[0]


def test_two_hundred_headings_run_over_pages_of_contents():
    items = [Heading(f"Heading {n} " + "of a length " * 12) for n in range(200)]
    pdf = render(of(Contents(), PageBreak(), *items))
    assert_on_the_page(pdf, MARGIN)
    assert squeezed(pdf).count("Heading199") == 2


def test_a_figure_says_in_words_and_by_an_arrow_what_its_color_says():
    text = lines_of(render(of(dashboard())))[0]
    for wanted in ("1,204", "target 1,150", "+4.2% vs. Oct · better", "81.4%", "unchanged", "17"):
        assert wanted in text
    assert "+0.8 points vs. Oct · worse" in text
    assert "\u221212% vs. Oct · better" in text
    assert "unchanged ·" not in text


def test_figures_of_a_row_stand_on_one_line():
    found = words_of(render(of(dashboard())), 0)
    tops = {word["text"]: word["bottom"] for word in found}
    assert tops["1,204"] == pytest.approx(tops["81.4%"])
    assert tops["17"] > tops["1,204"] + 20


def test_a_history_is_a_line_and_not_a_picture():
    pdf = render(of(dashboard()))
    with pdfplumber.open(io.BytesIO(pdf)) as book:
        assert not book.pages[0].images
        assert len(book.pages[0].curves) > 2


@pytest.mark.parametrize("columns", [1, 3, 4, 12])
@pytest.mark.parametrize("landscape", [False, True])
def test_long_texts_in_tiles_wrap_and_none_is_lost(columns, landscape):
    name = ("Wolfeschlegelsteinhausen " * 8)[:199] + "Z"
    tiles = tuple(
        Tile(name, name, name, "+" + name, True, name, (1, None, 2)) for _tile in range(5)
    )
    page = Page("letter", landscape)
    pdf = render(replace(of(Tiles(tiles, columns)), page=page))
    assert_on_the_page(pdf, MARGIN)
    assert squeezed(pdf).count("hausenZ") >= 20


def test_a_tile_longer_than_a_page_is_printed_to_the_end():
    long = " ".join(f"w{number}" for number in range(4000))
    pdf = render(of(Tiles((Tile("Label", long, long, "-" + long),))))
    assert_on_the_page(pdf, MARGIN)
    assert squeezed(pdf).count("w3999") == 3


@pytest.mark.parametrize("history", [(), (None,), (5,), (5, 5), (None, 3, None), (1e12, -1e12)])
def test_any_history_can_be_drawn(history):
    assert_on_the_page(render(of(Tiles((Tile("a", "b", history=history),)))), MARGIN)


def notes_of(page: str) -> list[str]:
    """The footnotes of a page with their numbers."""
    return re.findall(r"^(\d (?:Util|Over|Costs).*)$", page, re.MULTILINE)


def test_a_footnote_stands_on_the_page_of_its_mark_with_the_same_number():
    pdf = render(of(dashboard()))
    page = lines_of(pdf)[0]
    assert notes_of(page) == [f"1 {SHIFTS}", f"2 {PAYROLL}"]
    marks = [c for c in _small(pdf, 0) if c["text"] in "12"]
    assert [mark["text"] for mark in marks] == ["1", "2", "1"]


def _small(pdf: bytes, page: int) -> list[dict[str, Any]]:
    with pdfplumber.open(io.BytesIO(pdf)) as book:
        return [c for c in book.pages[page].chars if c["size"] < 6.9]


def test_numbers_start_again_on_each_page():
    items = (Heading("One", 1, "Note of one"), PageBreak(), Heading("Two", 1, "Note of two"))
    pages = lines_of(render(of(*items)))
    assert "1 Note of one" in pages[0]
    assert "1 Note of two" in pages[1]


@pytest.mark.parametrize("title", ["Costs", ""])
@pytest.mark.parametrize("before", range(28, 46, 3))
def test_the_footnote_of_a_table_is_on_the_page_where_the_table_begins(title, before):
    lines = (Text(f"line {number}") for number in range(before))
    table = replace(costs(60), title=title, footnote=PAYROLL)
    pages = lines_of(render(of(*lines, table)))
    with_head = [place for place, page in enumerate(pages) if "Balance" in page]
    with_note = [place for place, page in enumerate(pages) if PAYROLL in page]
    assert with_note == with_head[:1]
    assert len(with_head) > 1


def test_footnotes_never_cover_what_stands_above():
    for rows in range(20, 60, 9):
        notes = tuple(
            Heading(f"H{n}", 3, f"Footnote {n} " + "of some length " * 12) for n in range(8)
        )
        pdf = render(of(*notes, costs(rows)))
        for place, page in enumerate(lines_of(pdf)):
            words = words_of(pdf, place)
            foot = min((w["top"] for w in words if w["text"] == "Footnote"), default=1e9)
            body = [w for w in words if w["text"] == "Ana"]
            assert all(word["bottom"] < foot for word in body)
            assert (foot < 1e9) == ("Footnote 0" in page)


def test_a_sheet_without_heads_shows_the_number_of_its_footnote():
    table = Table(
        (Column("a"), Column("b")), (Row(("Serial", "X1")),), headless=True, footnote="Seen"
    )
    pdf = render(of(table))
    assert "1 Seen" in lines_of(pdf)[0]
    assert "1" in [c["text"] for c in _small(pdf, 0)]


def test_a_footnote_longer_than_a_page_follows_its_item():
    long = " ".join(f"w{number}" for number in range(3000))
    chart = Chart("bar", ("a",), (Series("x", (1,)),), "Chart", footnote=long)
    parts = (Text("left"), Heading("In part", 2, long))
    for item in (
        Heading("Head", 1, long),
        chart,
        replace(costs(3), footnote=long),
        Beside((parts,)),
    ):
        pdf = render(of(item, Text("after")))
        assert_on_the_page(pdf, MARGIN)
        assert squeezed(pdf).count("w2999") == 1
        assert "*w0" in squeezed(pdf)


def test_parts_beside_each_other_have_their_footnotes_below_the_page():
    chart = Chart("bar", ("a", "b"), (Series("x", (1, 2)),), "Chart", footnote=SHIFTS)
    table = replace(costs(2), columns=costs().columns[:2], footnote=PAYROLL)
    page = lines_of(render(of(Beside(((chart,), (table,))))))[0]
    assert f"1 {SHIFTS}" in page
    assert f"2 {PAYROLL}" in page


def test_the_pack_is_vector_and_all_its_letters_are_embedded():
    book = pypdf.PdfReader(io.BytesIO(render(pack())))
    for page in book.pages:
        assert not page.images
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


@settings(max_examples=30)
@given(st.text(max_size=250), st.booleans())
def test_any_text_in_the_parts_of_a_pack_prints_within_the_margins(text, landscape):
    history = (1, None, 2)
    items = (
        Cover(text, text, (text, text)),
        Contents(text, 3),
        Heading(text, 2, text),
        Tiles((Tile(text, text, text, text, False, text, history), Tile("", "")), 3),
        Table((Column(text), Column(text)), (Row((text, 5)),), "", footnote=text),
        Chart("bar", (text, "b"), (Series(text, (1, -2)),), text, footnote=text + "!"),
        Chart("hbar", (text, "b"), (Series(text, (1, -2)),), "", footnote=text),
        Chart("line", (text, "b"), (Series(text, (1, 2)), Series(text, (1, 2)))),
        Tiles(()),
    )
    document = Document(text, items, IMPRINT, text, Page("letter", landscape))
    assert_on_the_page(render(document), MARGIN)
