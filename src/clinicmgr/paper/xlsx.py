"""Documents as Excel workbooks: a sheet for each table, with real numbers, dates and hours."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from clinicmgr.kernel.i18n import _
from clinicmgr.paper.document import Document
from clinicmgr.paper.flatten import sections
from clinicmgr.paper.table import Column, Kind, Row, Table, Value, value_of
from clinicmgr.paper.wording import plain, show

_LONGEST, _SHEET_NAME = 32_767, 31
"""Excel's limits: characters in a cell, in the name of a sheet."""
_PAPERS = {"letter": 1, "legal": 5, "a3": 8, "a4": 9}
_FORMATS: dict[Kind, str] = {
    "whole": "#,##0",
    "number": "#,##0.##########",
    "percent": "0.0%",
    "money": "#,##0.00",
    "hours": "[h]:mm",
    "day": "yyyy-mm-dd",
}


def render(document: Document) -> bytes:
    """Return the workbook of a document; no text becomes a formula or a link."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book: Any = Workbook(out, options)
    imprint = document.imprint
    book.set_properties(
        {
            "title": plain(document.title)[:255],
            "author": plain(imprint.prepared_by or imprint.practice)[:255],
            "created": imprint.printed_at,
        }
    )
    styles, names = _Styles(book), _Names()
    for texts, table in _sheets(document):
        title = table.title if table is not None else ""
        sheet = book.add_worksheet(names.unique(title or document.title))
        _write(sheet, styles, document, texts, table)
    book.close()
    return out.getvalue()


def _sheets(document: Document) -> Iterator[tuple[tuple[str, ...], Table | None]]:
    """Yield the sheets; one with the title alone when the document is empty."""
    yield from sections(document) or [((), None)]


class _Styles:
    """Cell formats, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[Kind, str], Any] = {}
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.text = book.add_format({"valign": "top"})
        self.note = book.add_format({"valign": "top", "italic": True, "font_size": 9})
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2}
        )

    def cell(self, kind: Kind, row: str) -> Any:
        """The format of a cell in a row of that kind."""
        if (kind, row) not in self._made:
            look: dict[str, Any] = {"valign": "top", "text_wrap": kind == "text"}
            if kind in _FORMATS:
                look["num_format"] = _FORMATS[kind]
            if row != "normal":
                look["bold"] = True
            if row == "group":
                look |= {"bg_color": "#EEF1F3", "text_wrap": False}
            if row == "total":
                look["top"] = 1
            self._made[kind, row] = self._book.add_format(look)
        return self._made[kind, row]


class _Names:
    """Names of sheets as Excel wants them: short, unique, without its special characters."""

    def __init__(self) -> None:
        self._used = {"history"}

    def unique(self, title: str) -> str:
        """Return an allowed name near the title."""
        base = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", plain(title)).strip("' ") or _("Sheet")
        name, number = _first(base, _SHEET_NAME).strip("' "), 2
        while name.casefold() in self._used:
            end = f" {number}"
            name, number = _first(base, _SHEET_NAME - len(end)).strip("' ") + end, number + 1
        self._used.add(name.casefold())
        return name


def _write(
    sheet: Any, styles: _Styles, document: Document, texts: Sequence[str], table: Table | None
) -> None:
    sheet.write_string(0, 0, _cut(document.title), styles.title)
    line = 1
    for text in (document.subtitle, *texts):
        if text:
            sheet.write_string(line, 0, _cut(text), styles.text)
            line += 1
    if table is not None:
        _table(sheet, styles, table, line + 1, document.language)
    _print_setup(sheet, document)


def _table(sheet: Any, styles: _Styles, table: Table, first: int, language: str) -> None:
    line = first
    if not table.headless:
        for place, column in enumerate(table.columns):
            sheet.write_string(line, place, _cut(column.title), styles.head)
        sheet.freeze_panes(line + 1, 1)
        sheet.repeat_rows(line)
        line += 1
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _width(table, place, column, language))
    for row in table.rows:
        _row(sheet, styles, table, row, line)
        line += 1
    for note in table.footnote.split("\n") if table.footnote else ():
        line += 1
        sheet.write_string(line, 0, _cut(note), styles.note)


def _row(sheet: Any, styles: _Styles, table: Table, row: Row, line: int) -> None:
    for place, column in enumerate(table.columns):
        value = value_of(row.cells[place]) if place < len(row.cells) else None
        kind: Kind = "text" if isinstance(value, str | None) else column.kind
        _cell(sheet, (line, place), value, kind, styles.cell(kind, row.kind))
    if row.note:
        sheet.write_string(line, len(table.columns), _cut(row.note), styles.cell("text", "normal"))


def _cell(sheet: Any, at: tuple[int, int], value: Value, kind: Kind, style: Any) -> None:
    match value:
        case None:
            sheet.write_blank(*at, None, style)
        case str():
            sheet.write_string(*at, _cut(value), style)
        case bool():
            sheet.write_boolean(*at, value, style)
        case datetime() | date():
            sheet.write_datetime(*at, value, style)
        case int() | Decimal():
            sheet.write_number(*at, _number(value, kind), style)


def _number(value: int | Decimal, kind: Kind) -> float:
    """Money as units, hours as Excel's fraction of a day."""
    if kind == "money":
        return float(Decimal(value) / 100)
    return float(value) / 1440 if kind == "hours" else float(value)


def _cut(text: str) -> str:
    text = plain(text)
    short = _first(text, _LONGEST)
    return text if short == text else _first(text, _LONGEST - 1) + "…"


def _first(text: str, units: int) -> str:
    """As much of the text as Excel counts as so many characters (halves of UTF-16 pairs)."""
    if len(text) * 2 <= units:
        return text
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")


def _width(table: Table, place: int, column: Column, language: str) -> float:
    """Column width in characters, from the longest line, between 6 and 60."""
    longest = max((len(line) for line in column.title.split("\n")), default=0)
    for row in table.rows:
        if row.kind != "group" and place < len(row.cells):
            text = show(row.cells[place], column.kind, language)
            longest = max([longest, *(len(part) for part in text.split("\n"))])
    return min(max(longest + 2, 6), 60)


def _print_setup(sheet: Any, document: Document) -> None:
    sheet.set_paper(_PAPERS[document.page.paper])
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    practice = plain(document.imprint.practice).replace("&", "&&")[:80]
    sheet.set_footer(f"&L{practice}&R&P / &N")
