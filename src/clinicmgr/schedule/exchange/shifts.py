"""Shifts from and to .csv and .xlsx."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from clinicmgr.exchange import (
    ImportPlan,
    PlannedRow,
    carry_out,
    plan_file,
    write_rows,
)
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import DAY_MINUTES, format_day, format_range
from clinicmgr.schedule.exchange.choices import choosing
from clinicmgr.schedule.records import SHIFT_FIELDS, Facts, Shift, ShiftDraft, ShiftType
from clinicmgr.schedule.rules import check_shift
from clinicmgr.schedule.service import Schedule

LONGEST_NIGHT = 12 * 60
"""An end before the start that makes a longer shift than this is a slip, not a night."""


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """One line of a shift file: times as written there, or a shift type that brings them.

    A blank break says nothing: the shift on record keeps its own, a new one has its type's.
    """

    member_id: int | None
    day: date
    type_id: int | None
    start: int | None
    end: int | None
    break_minutes: int | None
    position_id: int | None
    room_id: int | None
    site_id: int | None
    note: str
    locked: bool


def shift_fields(schedule: Schedule) -> tuple[Field, ...]:
    """Return the columns of a shift file, with the practice's people, positions and places."""
    today = schedule.clock.today()
    return _fields(schedule.facts(today, today), schedule.shift_types())


def _fields(facts: Facts, types: Sequence[ShiftType]) -> tuple[Field, ...]:
    fields_ = (
        replace(one, default=None) if one.name == "break_minutes" else one for one in SHIFT_FIELDS
    )
    return choosing(tuple(fields_), facts, types)


class ShiftImporter:
    """Adds the shifts of a file, all of them or none; those on record already are changed."""

    def __init__(self, schedule: Schedule) -> None:
        today = schedule.clock.today()
        self._schedule = schedule
        self._facts = schedule.facts(today, today)
        self._types = {one.id: one for one in schedule.shift_types()}
        self._fields = _fields(self._facts, list(self._types.values()))
        self._days: dict[date, list[Shift]] = {}
        self._lines: dict[int, ShiftLine] = {}

    @property
    def fields(self) -> Sequence[Field]:
        """The columns of a shift file."""
        return self._fields

    def draft(self, **values: Any) -> ShiftLine:
        """Return the line with those values."""
        return ShiftLine(**values)

    def key(self, draft: ShiftLine) -> Hashable:
        """Return person, day and times: nobody has the same shift twice. Open shifts may repeat."""
        shift = self._shift(draft)
        return None if shift is None or shift.member_id is None else _what(shift)

    def match(self, draft: ShiftLine) -> int | None:
        """Return the shift of the same person, day and times."""
        key = self.key(draft)
        if key is None:
            return None
        found = next((one for one in self._on(draft.day) if _what(one) == key), None)
        if found is None:
            return None
        self._lines[found.id] = draft
        return found.id

    def current(self, record_id: int) -> ShiftLine:
        """Return the shift on record as a line; as the very line that was read if it says so."""
        line = self._lines[record_id]
        shift = self._known(record_id, line.day)
        if self._shift(line, shift) == shift.draft():
            return line
        draft = shift.draft()
        return ShiftLine(**{one.name: getattr(draft, one.name) for one in fields(ShiftLine)})

    def check(self, draft: ShiftLine) -> Iterable[UserError]:
        """Yield everything that is wrong with one line."""
        try:
            shift = self._resolved(draft)
            check_shift(shift)
        except UserError as error:
            yield error

    def check_all(self, rows: Sequence[PlannedRow[ShiftLine]]) -> Iterable[tuple[int, UserError]]:
        """Yield the lines that overlap another line, or a shift on record, of the same person."""
        taken: dict[int, list[tuple[int, ShiftDraft]]] = {}
        coming = {row.matched for row in rows}
        for row in rows:
            shift = self._shift(row.draft) if row.draft is not None else None
            if shift is None or shift.member_id is None:
                continue
            own = taken.setdefault(shift.member_id, [])
            earlier = next((line for line, other in own if _overlap(shift, other)), None)
            own.append((row.line, shift))
            if earlier is not None:
                sentence = _("This overlaps line {line}: nobody works two shifts at a time.")
                yield row.line, UserError(sentence.format(line=earlier), field="start")
            elif (there := self._in_the_way(shift, coming)) is not None:
                sentence = _("{name} has a shift {times} on {day} already.").format(
                    name=self._facts.people[shift.member_id].name,
                    times=format_range(there.start, there.end, self._facts.locale),
                    day=format_day(there.day, "weekday", self._facts.locale),
                )
                yield row.line, UserError(sentence, field="start")

    def apply(self, new: Sequence[ShiftLine], changed: Sequence[tuple[int, ShiftLine]]) -> None:
        """Add and change the shifts in one named change."""
        count = len(new) + len(changed)
        title = ngettext("Import {count} shift", "Import {count} shifts", count)
        self._schedule.edit(
            add=[self._resolved(line) for line in new],
            change={id_: self._resolved(line, self._known(id_, line.day)) for id_, line in changed},
            title=title.format(count=count),
        )

    def _known(self, shift_id: int, day: date) -> Shift:
        """A shift on record that a line was found to be about."""
        return next(one for one in self._on(day) if one.id == shift_id)

    def _shift(self, line: ShiftLine, before: Shift | None = None) -> ShiftDraft | None:
        """The shift a line stands for; None where it cannot be said, which `check` tells."""
        try:
            return self._resolved(line, before)
        except UserError:
            return None

    def _resolved(self, line: ShiftLine, before: Shift | None = None) -> ShiftDraft:
        kind = self._types.get(line.type_id) if line.type_id is not None else None
        start, end = _times(line, kind)
        pause = line.break_minutes
        if pause is None and before is not None:
            pause = before.break_minutes
        elif pause is None and kind is not None and line.start is None:
            pause = kind.break_minutes
        return ShiftDraft(
            member_id=line.member_id,
            day=line.day,
            start=start,
            end=end,
            position_id=self._position(line, kind),
            room_id=line.room_id or (kind.room_id if kind else None),
            site_id=line.site_id,
            break_minutes=pause or 0,
            note=line.note,
            type_id=line.type_id,
            locked=line.locked,
        )

    def _position(self, line: ShiftLine, kind: ShiftType | None) -> int:
        person = self._facts.people.get(line.member_id) if line.member_id is not None else None
        main = person.position_ids[0] if person and person.position_ids else None
        found = line.position_id or (kind.position_id if kind else None) or main
        if found is None:
            raise UserError(_("Name the position of this shift."), field="position_id")
        return found

    def _on(self, day: date) -> list[Shift]:
        if day not in self._days:
            self._days[day] = self._schedule.shifts(day, day)
        return self._days[day]

    def _in_the_way(self, shift: ShiftDraft, coming: set[int | None]) -> Shift | None:
        near = (shift.day + timedelta(days=offset) for offset in (-1, 0, 1))
        return next(
            (
                one
                for day in near
                for one in self._on(day)
                if one.member_id == shift.member_id
                and one.id not in coming
                and _overlap(shift, one)
            ),
            None,
        )


def plan_shifts(schedule: Schedule, path: Path, locale: str = "en_US") -> ImportPlan[ShiftLine]:
    """Return what importing the file would do, with every error in it; writes nothing.

    UserError where the file cannot be read or lacks a required column.
    """
    return plan_file(path, ShiftImporter(schedule), locale)


def import_shifts(
    schedule: Schedule, path: Path, locale: str = "en_US", *, dry_run: bool = False
) -> ImportPlan[ShiftLine]:
    """Add the shifts in a file, all in one change, and return what was done.

    UserError where a line has an error; `plan_shifts` lists them all. Then nothing is written.
    """
    planned = plan_shifts(schedule, path, locale)
    return carry_out(planned, ShiftImporter(schedule), dry_run=dry_run)


def export_shifts(
    schedule: Schedule, path: Path, first: date, last: date, locale: str = "en_US"
) -> int:
    """Write the shifts that begin on a day from first to last; return how many."""
    shifts = schedule.shifts(first, last)
    rows: list[Mapping[str, object]] = [
        {field.name: getattr(shift, field.name) for field in SHIFT_FIELDS}
        | {"end": shift.end if shift.end <= DAY_MINUTES else shift.end - DAY_MINUTES}
        for shift in shifts
    ]
    write_rows(path, shift_fields(schedule), rows, locale)
    return len(shifts)


def _times(line: ShiftLine, kind: ShiftType | None) -> tuple[int, int]:
    """The times of a line; UserError where they are missing or the wrong way round."""
    if line.start is None and line.end is None:
        if kind is None:
            raise UserError(_("Give a start and an end, or a shift type."), field="start")
        return kind.start, kind.end
    if line.start is None:
        raise UserError(_("The start is missing."), field="start")
    if line.end is None:
        raise UserError(_("The end is missing."), field="end")
    if line.end > line.start:
        return line.start, line.end
    over_midnight = line.end + DAY_MINUTES
    if over_midnight - line.start > LONGEST_NIGHT:
        raise UserError(
            _("The end is before the start, and too long for a night. Swap the two times?"),
            field="end",
        )
    return line.start, over_midnight


def _what(shift: Shift | ShiftDraft) -> tuple[object, ...]:
    return (shift.member_id, shift.day, shift.start, shift.end)


def _overlap(one: ShiftDraft, other: Shift | ShiftDraft) -> bool:
    apart = (other.day - one.day).days * DAY_MINUTES
    return one.start < other.end + apart and other.start + apart < one.end
