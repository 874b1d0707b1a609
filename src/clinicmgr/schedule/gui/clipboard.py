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

from clinicmgr.schedule.records import ShiftDraft

MIME = "application/x-clinicmgr-shifts"
Texts = list[list[str]]
Drafts = list[list[tuple[ShiftDraft, ...]]]


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


def _plain(draft: ShiftDraft) -> dict[str, object]:
    return asdict(draft) | {"day": draft.day.isoformat()}


def _draft(values: dict[str, Any]) -> ShiftDraft:
    return ShiftDraft(**(values | {"day": date.fromisoformat(values["day"])}))
