"""Hours from the file of a time clock: a line is a coming and a going, or a single punch."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from clinicmgr.exchange import Fate, ImportPlan, PlannedRow, carry_out, plan_file
from clinicmgr.hours import rules
from clinicmgr.hours.exchange.known import KnownHours
from clinicmgr.hours.exchange.lines import ClockLine, LineReader
from clinicmgr.hours.records import PUNCH_FIELDS, Source, Stretch, StretchDraft
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import ngettext

DAY = timedelta(days=1)


class PunchImporter:
    """Keeps the hours of a time clock, all of a file or none.

    What was corrected here stays as it is when the same file comes again, because a stretch
    remembers what the clock said. A coming without a going is kept and listed as missing its end.
    """

    def __init__(self, hours: Hours, locale: str = "en_US") -> None:
        self._hours = hours
        self._read = LineReader(hours, locale)
        self._members = {each.id: each for each in hours.members()}
        self._known = KnownHours(hours)
        self._lines: dict[int, ClockLine] = {}
        self._seen = count(1)

    @property
    def fields(self) -> Sequence[Field]:
        """The columns of a time clock's file."""
        return PUNCH_FIELDS

    def draft(self, **values: Any) -> ClockLine:
        """Return the line with those values."""
        return ClockLine(**values)

    def key(self, draft: ClockLine) -> Hashable:
        """Return who came when; single punches may come twice, as people press twice."""
        if draft.is_punch:
            return None
        try:
            stretch = self._read.stretch(draft)
        except UserError:
            return None  # `check` says it
        return stretch.member_id, stretch.day, stretch.start

    def match(self, draft: ClockLine) -> int | None:
        """Return the stretch that the clock told before; a punch on record has a number below 0."""
        try:
            if draft.is_punch:
                return self._match_punch(draft)
            stretch = self._read.stretch(draft)
        except UserError:
            return None  # `check` says it
        known = self._known.told_before(stretch)
        if known is None:
            return None
        same = _says_the_same(known, stretch)
        self._lines[known.id] = draft if same else replace(draft, end=draft.end + " ")
        return known.id

    def current(self, record_id: int) -> ClockLine:
        """Return what is on record as the line that says the same."""
        return self._lines[record_id]

    def check(self, draft: ClockLine) -> Iterable[UserError]:
        """Yield what is wrong with one line."""
        try:
            if draft.is_punch:
                self._hours.require_open([self._read.punch(draft).day])
                return
            stretch = self._read.stretch(draft)
            rules.tidy_stretch(stretch, self._members[stretch.member_id], self._hours.clock.today())
            self._hours.require_open([stretch.day])
            self._known.refuse_overlap(stretch)
        except UserError as error:
            yield error

    def check_all(self, rows: Sequence[PlannedRow[ClockLine]]) -> Iterable[tuple[int, UserError]]:
        """Yield goings without a coming, and work at two places at once."""
        fresh = [row for row in rows if row.fate is Fate.NEW and row.draft is not None]
        punches = [
            self._read.punch(row.draft, row.line)
            for row in fresh
            if row.draft and row.draft.is_punch
        ]
        for pair in self._pairs(punches):
            if pair.came is None and pair.went is not None:
                yield pair.went.line, rules.without_coming(pair.went)
            elif pair.came is not None and pair.came.stretch_id is None:
                yield from self._overlapping(pair)
        lines = [(row.line, self._read.stretch(row.draft)) for row in fresh
                 if row.draft and not row.draft.is_punch]  # fmt: skip
        yield from self._known.overlaps_among(lines)

    def apply(self, new: Sequence[ClockLine], changed: Sequence[tuple[int, ClockLine]]) -> None:
        """Keep the hours in one named change."""
        add = [self._read.stretch(line) for line in new if not line.is_punch]
        change: dict[int, StretchDraft] = {}
        for record_id, line in changed:
            told = self._read.stretch(line)
            change[record_id] = _completed(self._known.one(record_id, told.day), told)
        for pair in self._pairs([self._read.punch(line) for line in new if line.is_punch]):
            if pair.came is None:
                continue
            if pair.came.stretch_id is not None:
                if pair.end is not None:
                    known = self._known.one(pair.came.stretch_id, pair.came.day)
                    change[known.id] = _completed(known, _stretch_of(pair))
                continue
            add.append(_stretch_of(pair))
        number = len(add) + len(change)
        title = ngettext(
            "Import {count} stretch of work", "Import {count} stretches of work", number
        )
        self._hours.take_in(add, change, title.format(count=number))

    def without_end(self, planned: ImportPlan[ClockLine]) -> int:
        """Return how many times somebody came and did not go."""
        lines = planned.new
        single = [self._read.punch(line) for line in lines if line.is_punch]
        pairs = sum(pair.came is not None and pair.went is None for pair in self._pairs(single))
        return pairs + sum(not line.end for line in lines if not line.is_punch)

    # Pairs

    def _pairs(self, punches: Sequence[rules.Punch]) -> Iterator[rules.Pair]:
        waiting = self._known.waiting(punches)
        yield from (
            pair
            for pair in rules.paired([*waiting, *punches])
            if pair.came is None or pair.came.stretch_id is None or pair.went is not None
        )

    def _overlapping(self, pair: rules.Pair) -> Iterator[tuple[int, UserError]]:
        line = 0 if pair.came is None else pair.came.line
        try:
            self._known.refuse_overlap(_stretch_of(pair))
        except UserError as error:
            yield line, UserError(error.sentence)

    def _match_punch(self, line: ClockLine) -> int | None:
        if not self._known.has_punch(self._read.punch(line)):
            return None
        mark = -next(self._seen)
        self._lines[mark] = line
        return mark


def _stretch_of(pair: rules.Pair) -> StretchDraft:
    came = pair.came
    if came is None:
        raise ValueError(pair)
    return StretchDraft(
        came.member_id,
        came.day,
        came.minute,
        pair.end,
        source=Source.CLOCK,
        clocked_start=came.minute,
        clocked_end=pair.end,
    )


def _says_the_same(known: Stretch, told: StretchDraft) -> bool:
    if known.clocked_start is None:
        return (known.start, known.end) == (told.start, told.end)
    return (known.clocked_start, known.clocked_end) == (told.start, told.end)


def _completed(known: Stretch, told: StretchDraft) -> StretchDraft:
    """Return the stretch with what the clock says now; a correction made here stays."""
    before = known.draft()
    if known.end != known.clocked_end:
        return replace(before, clocked_end=told.end)
    pause = told.break_minutes or known.break_minutes
    return replace(before, end=told.end, clocked_end=told.end, break_minutes=pause)


def plan_hours(hours: Hours, path: Path, locale: str = "en_US") -> ImportPlan[ClockLine]:
    """Return what importing the file would do, with every error in it; writes nothing.

    UserError where the file cannot be read or lacks a required column.
    """
    importer = PunchImporter(hours, locale)
    planned = plan_file(path, importer, locale)
    missing = importer.without_end(planned)
    if not missing:
        return planned
    note = ngettext(
        "{count} time somebody came and did not go; enter the end before it is paid.",
        "{count} times somebody came and did not go; enter the ends before they are paid.",
        missing,
    )
    return replace(planned, notes=(*planned.notes, note.format(count=missing)))


def import_hours(
    hours: Hours, path: Path, locale: str = "en_US", *, dry_run: bool = False
) -> ImportPlan[ClockLine]:
    """Keep the hours of a file, all in one change, and return what was done.

    UserError where a line has an error; `plan_hours` lists them all. Then nothing is written.
    """
    planned = plan_hours(hours, path, locale)
    return carry_out(planned, PunchImporter(hours, locale), dry_run=dry_run)
