"""Grids, charts and tiles as plain tables: CSV and Excel carry the same values as the print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clinicmgr.kernel.i18n import _
from clinicmgr.paper.document import (
    Beside,
    Chart,
    Document,
    Heading,
    Item,
    Legend,
    Notes,
    SignatureStrip,
    Text,
    Tiles,
)
from clinicmgr.paper.grid import Chip, Grid, GridCell, GridColumn, GridRow
from clinicmgr.paper.scale import columns, typed
from clinicmgr.paper.table import Column, Row, Table
from clinicmgr.paper.wording import change_text, tally_text


def grid_table(grid: Grid) -> Table:
    """One row a person, one column a day; the entries of a cell stand on lines of their own."""
    days = tuple(Column(_day(column)) for column in grid.columns)
    rows: list[Row] = []
    for group in grid.groups:
        if group.title:
            title = f"{group.code} {group.title}".strip()
            rows.append(Row((title,), "group"))
        rows.extend(_person(row) for row in group.rows)
    for footer in grid.footers:
        tallies = tuple("" if tally is None else tally_text(tally) for tally in footer.cells)
        rows.append(Row((footer.head, "", *tallies), "total"))
    return Table((Column(grid.corner), Column(""), *days), tuple(rows), grid.title)


def chart_table(chart: Chart) -> Table:
    """One row a category, one column a series; limits come last."""
    heads = tuple(Column(series.name, chart.measure) for series in chart.series)
    limits = tuple(Column(limit.name, chart.measure) for limit in chart.limits)
    always = tuple(typed(limit.value, chart.measure) for limit in chart.limits)
    rows = tuple(
        Row((name, *(None if v is None else typed(v, chart.measure) for v in values), *always))
        for name, values in zip(chart.categories, columns(chart), strict=True)
    )
    table = Table((Column(""), *heads, *limits), rows, chart.title)
    return replace(table, footnote=chart.footnote)


def tiles_table(tiles: Tiles) -> Table:
    """One row a figure: what, how much, how it changed, a note; the small lines are left out."""
    columns_ = tuple(map(Column, (_("Figure"), _("Value"), _("Change"), _("Note"))))
    rows = tuple(
        Row((tile.label, tile.value, change_text(tile.change, tile.is_good), tile.note))
        for tile in tiles.tiles
    )
    notes = dict.fromkeys(tile.footnote for tile in tiles.tiles if tile.footnote)
    return Table(columns_, rows, footnote="\n".join(notes))


def sections(document: Document) -> list[tuple[tuple[str, ...], Table | None]]:
    """Return the tables of a document, each with the lines of text that stand above it.

    Text after the last table comes last, with None. Covers and contents are for paper only.
    """
    found: list[tuple[tuple[str, ...], Table | None]] = []
    lines: list[str] = []
    for item in _items(document.items):
        table = _table(item)
        if table is None:
            lines.extend(_lines(item))
            continue
        found.append((tuple(lines), table))
        lines = []
    if lines:
        found.append((tuple(lines), None))
    return found


def _items(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Beside):
            for part in item.parts:
                yield from _items(part)
        else:
            yield item


def _table(item: Item) -> Table | None:
    match item:
        case Table():
            return item
        case Grid():
            return grid_table(item)
        case Chart():
            return chart_table(item)
        case Tiles():
            return tiles_table(item)
    return None


def _lines(item: Item) -> Iterator[str]:
    match item:
        case Heading(text, footnote=note):
            yield from (line for line in (text, note) if line)
        case Text(text):
            yield text
        case Notes(lines, title):
            if title:
                yield title
            yield from lines
        case Legend(entries):
            yield " · ".join(f"{entry.code} {entry.label}".strip() for entry in entries)
        case SignatureStrip(names):
            yield _("To sign: {names}").format(names=", ".join(names))


def _day(column: GridColumn) -> str:
    day = column.day.isoformat() if column.day else column.second
    return " ".join(part for part in (column.title, day, column.note) if part)


def _person(row: GridRow) -> Row:
    flag = "▲ " if row.flag == "!" and row.second else ""
    return Row((row.head, flag + row.second, *(_cell(cell) for cell in row.cells)))


def _cell(cell: GridCell) -> str:
    return "\n".join(_chip(entry) if isinstance(entry, Chip) else entry.text for entry in cell)


def _chip(chip: Chip) -> str:
    second = " · ".join(part for part in (chip.code, chip.rest) if part)
    flag = {"!": "!", "draft": _("(draft)"), "": ""}[chip.flag]
    return " ".join(part for part in (chip.text, second, flag) if part)
