"""Footnotes of a roster: the notes on days, numbered as they stand in the grid."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.paper import Chip, GridCell, Notes, Remark
from clinicmgr.schedule.documents.roster.sheet import Sheet
from clinicmgr.schedule.records.notes import DayNote

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def mark_of(sheet: Sheet, member_id: int | None, day: date) -> str:
    """Return the raised number of the note on a person's day, or on the day; empty: no note."""
    return _marks(sheet).get((member_id, day), "") if sheet.notes else ""


def marked(cell: GridCell, mark: str) -> GridCell:
    """Return the cell with the number behind its first shift, or as a word of its own."""
    if cell and isinstance(cell[0], Chip):
        chip = cell[0]
        return (replace(chip, second=f"{chip.rest} {mark}".strip()), *cell[1:])
    return (*cell, Remark(_("Note {number}").format(number=mark)))


def footnotes(sheet: Sheet) -> Iterable[Notes]:
    """Yield the notes with their numbers, for everybody and for those who are on the sheet."""
    marks = _marks(sheet)
    lines = (f"{marks[one.member_id, one.day]} {_words(sheet, one)}" for one in _shown(sheet))
    if marks:
        yield Notes(tuple(lines), _("Notes on days"))


def _marks(sheet: Sheet) -> Mapping[tuple[int | None, date], str]:
    shown = enumerate(_shown(sheet), 1)
    return {(one.member_id, one.day): str(number).translate(_RAISED) for number, one in shown}


def _shown(sheet: Sheet) -> list[DayNote]:
    people = {None, *(one.id for one in sheet.members)}
    return [one for one in sheet.notes if one.day in sheet.days and one.member_id in people]


def _words(sheet: Sheet, note: DayNote) -> str:
    day, text = format_day(note.day, "weekday", sheet.locale), " ".join(note.text.split())
    person = sheet.facts.people.get(note.member_id or 0)
    if person is None:
        return _("{day}: {text}").format(day=day, text=text)
    return _("{name}, {day}: {text}").format(name=person.name, day=day, text=text)
