"""Documents as CSV: UTF-8 with a byte order mark for Excel, RFC 4180, no cell acts as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from clinicmgr.kernel.files import inert
from clinicmgr.kernel.i18n import _
from clinicmgr.paper.document import Document
from clinicmgr.paper.flatten import sections
from clinicmgr.paper.table import Cell, Kind, Row, Table, Value, value_of
from clinicmgr.paper.wording import hours_text, plain


def render(document: Document) -> bytes:
    """Return the CSV of a document.

    A document with one table gives just that table, ready for another program; several tables
    come one after the other with their texts, parted by empty lines. Footnotes stand below.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows(_lines(document))
    return out.getvalue().encode("utf-8-sig")


def _lines(document: Document) -> Iterator[list[str]]:
    found = sections(document)
    tables = [table for _texts, table in found if table is not None]
    if len(tables) == 1:
        yield from _table(tables[0])
        return
    yield [_harmless(document.title)]
    if document.subtitle:
        yield [_harmless(document.subtitle)]
    for texts, table in found:
        yield []
        for text in texts:
            yield [_harmless(text)]
        if table is not None:
            if table.title:
                yield [_harmless(table.title)]
            yield from _table(table)


def _table(table: Table) -> Iterator[list[str]]:
    if not table.headless:
        yield [_harmless(column.title) for column in table.columns]
    noted = any(row.note for row in table.rows)
    for row in table.rows:
        cells = _cells(table, row)
        yield [*cells, _harmless(row.note)] if noted else cells
    if table.footnote:
        yield []
        for line in table.footnote.split("\n"):
            yield [_harmless(line)]


def _cells(table: Table, row: Row) -> list[str]:
    kinds = [column.kind for column in table.columns]
    cells: list[Value | Cell] = [*row.cells, *([None] * len(kinds))][: len(kinds)]
    return [written(value_of(cell), kind) for cell, kind in zip(cells, kinds, strict=True)]


def written(value: Value, kind: Kind) -> str:
    """Return a value as other programs read it: 1234.50, 37:30, 2026-11-18; text made harmless."""
    match value:
        case None:
            return ""
        case str():
            return _harmless(value)
        case bool():
            return _("yes") if value else _("no")
        case datetime():
            return value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
    if kind == "hours":
        return hours_text(int(value))
    if kind == "money":
        return f"{Decimal(value) / 100:.2f}"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return inert(plain(text))
