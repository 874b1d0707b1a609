"""From the rows of a file to drafts: every error is found, and nothing is written until none is."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from clinicmgr.exchange.cells import Line, Sheet
from clinicmgr.exchange.mapping import ColumnMapping, find_header, map_columns
from clinicmgr.exchange.plans import Fate, ImportPlan, PlannedRow, RowError
from clinicmgr.exchange.rows import RowReader
from clinicmgr.exchange.sheets import read
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _, ngettext

D = TypeVar("D")


class Importer(Protocol[D]):
    """What a domain says about one kind of import; drafts are frozen dataclasses.

    Everything but `apply` only reads, and is called once or more for a row: keep what it asks
    for at hand.
    """

    @property
    def fields(self) -> Sequence[Field]:
        """The fields of the draft that a file may have."""

    def draft(self, **values: object) -> D:
        """Return the draft with those values; fields without a column have their default."""

    def key(self, draft: D) -> Hashable:
        """Return what may occur once in a file, such as a name and birthday; None: anything."""

    def match(self, draft: D) -> int | None:
        """Return the id of the record that this draft is about, or None for a new one."""

    def current(self, record_id: int) -> D:
        """Return that record as a draft."""

    def check(self, draft: D) -> Iterable[UserError]:
        """Yield what the domain's rules have against one draft."""

    def check_all(self, rows: Sequence[PlannedRow[D]]) -> Iterable[tuple[int, UserError]]:
        """Yield (line, error) for what the rows without errors have against each other."""

    def apply(self, new: Sequence[D], changed: Sequence[tuple[int, D]]) -> None:
        """Write all of it in one named change."""


def plan(
    sheet: Sheet, mapping: ColumnMapping, importer: Importer[D], locale: str = "en_US"
) -> ImportPlan[D]:
    """Return what importing the sheet would do, with every error in it. Writes nothing.

    A column that is not mapped leaves existing records as they are. A blank cell empties the
    field; in a new record, or where the field is required, it gives the default if there is one.
    UserError if a required column is missing.
    """
    mapping.require(importer.fields)
    reader = RowReader(importer.fields, mapping, locale)
    rows = [_planned(line, reader, importer) for line in sheet.rows]
    rows = _without_repeats(rows, importer)
    rows = _with_cross_checks(rows, reader, importer)
    notes = sheet.notes
    if mapping.ignored:
        notes += (_("Not imported: {headings}.").format(headings=", ".join(mapping.ignored)),)
    return ImportPlan(tuple(rows), notes)


def plan_file(path: Path, importer: Importer[D], locale: str = "en_US") -> ImportPlan[D]:
    """Return what importing the file would do, with its columns found by their headings.

    UserError where the file cannot be read or lacks a required column.
    """
    sheet = find_header(read(path), importer.fields)
    return plan(sheet, map_columns(sheet.header, importer.fields), importer, locale)


def carry_out(
    plan: ImportPlan[D], importer: Importer[D], *, dry_run: bool = False
) -> ImportPlan[D]:
    """Apply a plan without errors, all of it or nothing, and return it as the report.

    UserError if it has errors, also for a dry run.
    """
    wrong = plan.counts[Fate.ERROR]
    if wrong:
        first = str(plan.errors[0])
        raise UserError(
            ngettext(
                "{wrong} of {rows} rows has an error and nothing was imported. {first}",
                "{wrong} of {rows} rows have errors and nothing was imported. First: {first}",
                wrong,
            ).format(wrong=wrong, rows=len(plan.rows), first=first)
        )
    if not dry_run and (plan.new or plan.changed):
        importer.apply(plan.new, plan.changed)
    return plan


def _planned(line: Line, reader: RowReader, importer: Importer[D]) -> PlannedRow[D]:
    values, errors = reader.read(line)
    if errors:
        return PlannedRow(line.number, Fate.ERROR, None, None, errors)
    draft = importer.draft(**reader.for_new(values))
    matched = importer.match(draft)
    fate = Fate.NEW
    if matched is not None:
        before = importer.current(matched)
        draft = replace(before, **reader.for_existing(values))  # type: ignore[type-var]
        fate = Fate.SAME if draft == before else Fate.CHANGED
    faults = tuple(reader.error(line, fault) for fault in importer.check(draft))
    if faults and fate != Fate.SAME:
        return PlannedRow(line.number, Fate.ERROR, None, matched, faults)
    return PlannedRow(line.number, fate, draft, matched)


def _without_repeats(rows: Sequence[PlannedRow[D]], importer: Importer[D]) -> list[PlannedRow[D]]:
    """Return the rows with an error on each that speaks of the same record as an earlier one."""
    seen: dict[Hashable, int] = {}
    checked = []
    for row in rows:
        marks: list[Hashable] = []
        if row.draft is not None:
            key = importer.key(row.draft)
            marks = [] if key is None else [("key", key)]
            marks += [] if row.matched is None else [("record", row.matched)]
        earlier = next((seen[mark] for mark in marks if mark in seen), None)
        if earlier is None:
            checked.append(row)
            seen.update(dict.fromkeys(marks, row.line))
        else:
            sentence = _("This is the same entry as in line {line}. Remove one of the two.")
            error = RowError(row.line, "", None, sentence.format(line=earlier))
            checked.append(_spoiled(row, (error,)))
    return checked


def _with_cross_checks(
    rows: Sequence[PlannedRow[D]], reader: RowReader, importer: Importer[D]
) -> list[PlannedRow[D]]:
    good = [row for row in rows if row.draft is not None]
    faults: dict[int, list[RowError]] = {}
    for number, fault in importer.check_all(good):
        faults.setdefault(number, []).append(reader.error_at(number, fault))
    return [_spoiled(row, faults[row.line]) if row.line in faults else row for row in rows]


def _spoiled(row: PlannedRow[D], errors: Iterable[RowError]) -> PlannedRow[D]:
    return replace(row, fate=Fate.ERROR, draft=None, errors=(*row.errors, *errors))
