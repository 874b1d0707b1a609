"""What the manager is promised of every print: complete, on the page, in our typeface."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pdfplumber
import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.paper.samples import IMPRINT, costs, of, report, roster

from clinicmgr.paper import (
    Beside,
    Chart,
    Chip,
    Column,
    Contents,
    Cover,
    Document,
    Grid,
    GridColumn,
    GridGroup,
    GridRow,
    Hatch,
    Heading,
    Imprint,
    Legend,
    LegendEntry,
    Margins,
    Notes,
    Page,
    PageBreak,
    Paper,
    Row,
    Series,
    SignatureStrip,
    Table,
    Text,
    Tile,
    Tiles,
)
from clinicmgr.paper.pdf import render


def text_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def lines_of(pdf: bytes) -> list[str]:
    """Text by its place on the page, whatever fonts a line is made of."""
    with pdfplumber.open(io.BytesIO(pdf)) as book:
        return [page.extract_text() for page in book.pages]


def squeezed(pdf: bytes) -> str:
    """All letters of all pages without spaces, as words may be parted by lines."""
    return "".join("".join(text_of(pdf)).split())


def assert_on_the_page(pdf: bytes, margin: float = 12) -> None:
    """Every letter of every page stands within the page's margin."""
    book = pypdfium2.PdfDocument(pdf)
    for page in book:
        wide, high = page.get_size()
        text = page.get_textpage()
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place)
            if right - left < 0.01:
                continue
            assert left >= margin
            assert right <= wide - margin
            assert bottom >= margin
            assert top <= high - margin
        text.close()
        page.close()
    book.close()


def test_the_same_document_gives_the_same_bytes():
    assert render(roster()) == render(roster())
    assert render(report()) == render(report())


def test_a_print_names_itself():
    found: Any = pypdf.PdfReader(io.BytesIO(render(report())))
    assert found.metadata is not None
    assert found.metadata.title == "Activity report"
    assert found.metadata.author == "Dana Reed"
    titles = [entry["/Title"] for entry in found.outline if isinstance(entry, dict)]
    assert titles == ["Activity report"]
    inner = next(entry for entry in found.outline if isinstance(entry, list))
    assert [entry["/Title"] for entry in inner] == ["Staffing", "Work"]


def test_every_font_is_embedded_and_ours():
    for document in (roster(), report(), of(Text("☃ \U0001f600 漢"))):
        for page in pypdf.PdfReader(io.BytesIO(render(document))).pages:
            resources: Any = page["/Resources"]
            fonts = resources["/Font"]
            assert fonts
            for font in fonts.values():
                described = font.get_object()
                assert "/FontFile2" in described["/FontDescriptor"], described["/BaseFont"]


@pytest.mark.parametrize("rows", [1, 40, 200])
def test_each_page_says_which_of_how_many_and_when_it_was_printed(rows):
    pages = text_of(render(report(rows)))
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Printed Nov 18, 2026, 9:00" in text
        assert "ClinicMgr 0.1.0" in text
        assert "Lakeside Clinic" in text
        assert "Activity report" in text
    assert len(pages) > 1 or rows < 40


def test_every_page_of_a_long_table_has_the_column_titles_and_the_group():
    pages = text_of(render(of(costs(200))))
    assert len(pages) > 3
    for number, text in enumerate(pages):
        assert "Balance" in text
        assert ("Nurses (continued)" in text) == (number > 0)
    assert sum(text.count("Ana ") for text in pages) == 200


def test_a_group_title_is_never_alone_at_the_foot_of_a_page():
    for before in range(30, 60):
        rows = [Row((f"row {number}",)) for number in range(before)]
        table = Table((Column("Name"),), (*rows, Row(("Nurses",), "group"), Row(("Bethany",))))
        pages = text_of(render(of(table)))
        assert any("Nurses" in text and "Bethany" in text for text in pages)
        assert sum("Nurses" in text for text in pages) == 1


def test_a_heading_stays_with_what_follows():
    for before in range(25, 50):
        items = (*(Text(f"line {number}") for number in range(before)), Heading("Money"), costs())
        pages = text_of(render(of(*items)))
        assert any("Money" in text and "Ana 0" in text for text in pages)


def test_numbers_and_days_read_as_the_locale_writes_them():
    text = text_of(render(report()))[0]
    for shown in ("Feb 29, 2024", "37:30", "1,234.56", "87.5%", "1.25", "-2", "112:30", "n/a"):
        assert shown in text
    german = text_of(render(replace(report(), language="de_DE")))[0]
    assert "1.234,56" in german
    assert "29.02.2024" in german


def test_a_page_break_starts_a_page():
    pages = text_of(render(of(Text("one"), PageBreak(), Text("two"), PageBreak(), costs())))
    assert ["one" in pages[0], "two" in pages[1], "Ana 0" in pages[2]] == [True] * 3


def test_parts_beside_each_other_stand_at_the_same_height():
    pdf = render(of(Beside(((Text("left"),), (Text("right"),)))))
    with pdfplumber.open(io.BytesIO(pdf)) as book:
        words = {word["text"]: word for word in book.pages[0].extract_words()}
    assert words["left"]["top"] == pytest.approx(words["right"]["top"])
    assert words["right"]["x0"] > words["left"]["x1"] + 100


def test_parts_longer_than_a_page_follow_each_other():
    pdf = render(of(Beside((tuple(Text(f"row {n}") for n in range(90)), (Text("right"),)))))
    assert "right" in text_of(pdf)[-1]
    assert_on_the_page(pdf)


@pytest.mark.parametrize("paper", get_args(Paper))
@pytest.mark.parametrize("landscape", [False, True])
def test_all_papers_hold_everything(paper, landscape):
    page = Page(paper, landscape, Margins(10, 10, 10, 10))
    for document in (replace(roster(), page=page), replace(report(30), page=page)):
        pdf = render(document)
        assert_on_the_page(pdf)
        size = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].mediabox
        assert (size.width > size.height) == landscape


def test_more_columns_than_fit_continue_below_with_the_first_column_again():
    columns = tuple(Column(f"Competency{number}") for number in range(40))
    table = Table(columns, tuple(Row((f"Person{n}", *["valid"] * 39)) for n in range(5)))
    pdf = render(of(table))
    text = squeezed(pdf)
    assert all(f"Competency{number}" in text for number in range(40))
    assert text.count("Person3") >= 3
    assert_on_the_page(pdf)


def test_an_empty_table_says_so():
    assert "Nobody is on leave." in squeezed_words(
        of(Table((Column("Name"),), (), "", "Nobody is on leave."))
    )
    assert "Nothing to show." in squeezed_words(of(Table((Column("Name"),), ())))


def squeezed_words(document: Document) -> str:
    return " ".join(" ".join(text_of(render(document))).split())


HOSTILE = [
    "<b>bold</b>",
    "Ann <b>Smith",
    "a & b &amp; c",
    "=1+1",
    "<img src='secret.png'/>",
    "<font size=99999>x</font>",
    "%s {name} {0} \\n $PATH",
    "Žofia Łucja Ågren Őry ß",
    "Ελένη Ольга",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_printed_as_typed_everywhere(text):
    wanted = "".join(text.split())
    column = GridColumn(text, text, text)
    row = GridRow(text, ((Chip(text, text, "XY"), Hatch(text)),), text)
    for item in (
        Text(text),
        Heading(text),
        Notes((text,), text),
        SignatureStrip((text,)),
        Legend((LegendEntry(text, text, 1),)),
        Table((Column(text),), (Row((text,), note=text), Row((text,), "group"), Row((text,)))),
        Grid((column,), (GridGroup(text, (row,), 1),), (), text),
        Cover(text, text, (text,)),
        Beside(((Contents(text), Heading(text, 1, text)),)),
        Tiles((Tile(text, text, text, text, True, text),)),
        Chart("hbar", (text, "b"), (Series(text, (1, 2)),), text, footnote=text),
    ):
        assert wanted in squeezed(render(of(item)))
    titled = Document(text, (), replace(IMPRINT, practice=text, prepared_by=text), text)
    assert squeezed(render(titled)).count(wanted) >= 4


@pytest.mark.parametrize(
    "text", ["\x00", "\x07", "\ud800", "\U0001f600", "\U0001f389", "漢字", "\ufffe"]
)
def test_a_character_that_no_font_has_leaves_a_visible_sign(text):
    with pdfplumber.open(io.BytesIO(render(of(Text(f"a{text}b"))))) as book:
        line = [c for c in book.pages[0].chars if 9 < c["size"] < 10]
    assert len(line) == 2 + len(text)
    assert all(letter["width"] > 1 for letter in line)


def test_right_to_left_names_stand_in_reading_order():
    pages = lines_of(render(of(Text("Dr. שלום (Levi) 12"))))
    assert "Dr. םולש (Levi) 12" in pages[0]


def test_very_long_texts_are_printed_to_the_end():
    long = "".join(f"{number:05d}" for number in range(2000))
    words = " ".join(f"{number:05d}" for number in range(2000))
    grid = Grid(
        (GridColumn("Mon"), GridColumn("Tue")),
        (GridGroup("All", (GridRow(long, ((Chip("8:00", words, "MA"),), (Hatch(words),))),)),),
    )
    for item in (
        Text(long),
        Notes((words,)),
        Table((Column("A"), Column("B")), (Row((long, words)),)),
    ):
        pdf = render(of(item))
        assert_on_the_page(pdf)
        assert "00000" in squeezed(pdf)
        assert "01999" in squeezed(pdf)
    pdf = render(of(grid))
    assert_on_the_page(pdf)
    assert squeezed(pdf).count("01999") >= 2


@settings(max_examples=40)
@given(st.text(max_size=300), st.sampled_from(["letter", "a3"]))
def test_any_text_anywhere_prints_within_the_page(text, paper):
    column = GridColumn(text, text, text, closed=True)
    row = GridRow(text, ((Chip(text, text, text[:2], 3, "!"), Hatch(text)), ()), text, "!")
    items = (
        Text(text),
        Heading(text, 3),
        Grid((column, column), (GridGroup(text, (row,), 1, text[:2]),), (), text),
        Table((Column(text), Column(text)), (Row((text, 5), note=text), Row((text,), "total"))),
        Notes((text,), text),
    )
    imprint = Imprint(text, IMPRINT.printed_at, text, text)
    assert_on_the_page(render(Document(text, items, imprint, text, Page(paper))))


def test_nothing_of_this_machine_is_in_the_file(tmp_path: Path):
    pdf = render(report())
    for part in (Path.home().name, "reportlab_"):
        assert f"/{part}/".encode() not in pdf
