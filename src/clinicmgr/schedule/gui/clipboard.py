"""Blocks of cells on the clipboard: text that Excel reads and writes, and our shifts in full."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from PySide6.QtCore import QMimeData

from clinicmgr.schedule.gui.grid_cells import Block, Cells
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.shift_text import cell_text
from clinicmgr.schedule.records import Shift, ShiftDraft

MIME = "application/x-clinicmgr-shifts"
Texts = list[list[str]]
Drafts = list[list[tuple[ShiftDraft, ...]]]


def texts_in(cells: Cells, block: Block) -> Texts:
    """The texts of a block, as they are typed."""
    return [[_text(cells, row, column) for column in block[1]] for row in block[0]]


def drafts_in(cells: Cells, block: Block) -> Drafts:
    """The shifts of a block in full."""
    return [
        [tuple(one.draft() for one in cells.shifts(row, column)) for column in block[1]]
        for row in block[0]
    ]


def as_mime(texts: Texts, drafts: Drafts) -> QMimeData:
    """The block as tab-separated text, and with everything a text does not say."""
    made = QMimeData()
    made.setText(to_text(texts))
    made.setData(MIME, json.dumps([[[_plain(one) for one in cell] for cell in row]
                                   for row in drafts]).encode())  # fmt: skip
    return made


def texts_of(mime: QMimeData) -> Texts:
    """The cells of a text block, from a spreadsheet or from here."""
    return from_text(mime.text()) if mime.hasText() else []


def drafts_of(mime: QMimeData) -> Drafts | None:
    """The shifts of a block that was copied here; None if it comes from elsewhere."""
    if not mime.hasFormat(MIME):
        return None
    rows: list[list[list[dict[str, Any]]]] = json.loads(bytes(mime.data(MIME).data()))
    return [[tuple(_draft(one) for one in cell) for cell in row] for row in rows]


def stamp_of(mime: QMimeData) -> bytes:
    """What tells a block that was copied here from any other; empty for one from elsewhere."""
    return bytes(mime.data(MIME).data()) if mime.hasFormat(MIME) else b""


def to_text(texts: Sequence[Sequence[str]]) -> str:
    """Cells with tabs between and a line for each row, as spreadsheets take them."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(texts)
    return out.getvalue().removesuffix("\n")


def from_text(text: str) -> Texts:
    """The cells of tab-separated text; quoted cells may hold line breaks, as Excel writes them."""
    body = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows = [
        [" ".join(cell.split()) for cell in row] or [""]
        for row in csv.reader(io.StringIO(body), dialect="excel-tab")
    ]
    wide = max(map(len, rows), default=0)
    return [[*row, *[""] * (wide - len(row))] for row in rows]


def _text(cells: Cells, row: int, column: int) -> str:
    """The text of a cell; a shift of another position than is usual there says its code."""
    if cells.view.rows[row].aim.kind != "member":
        return cells.cell(row, column).text
    return " ".join(_word(cells.material, one) for one in cells.shifts(row, column))


def _word(material: RosterMaterial, shift: Shift) -> str:
    types = {one.id: one for one in material.types}
    text = cell_text([shift], types, material.facts.rooms)
    kind = types.get(shift.type_id) if shift.type_id is not None else None
    coded = kind is not None and text.partition(" ")[0] == kind.code
    person = material.facts.people.get(shift.member_id or 0)
    given = kind.position_id if coded and kind is not None else None
    if given is None and person is not None and person.position_ids:
        given = person.position_ids[0]
    position = material.facts.positions.get(shift.position_id)
    taken = {one.code.casefold() for one in material.types}
    if given == shift.position_id or position is None or position.code.casefold() in taken:
        return text
    return f"{text} {position.code}"


def _plain(draft: ShiftDraft) -> dict[str, object]:
    return asdict(draft) | {"day": draft.day.isoformat()}


def _draft(values: dict[str, Any]) -> ShiftDraft:
    return ShiftDraft(**(values | {"day": date.fromisoformat(values["day"])}))
