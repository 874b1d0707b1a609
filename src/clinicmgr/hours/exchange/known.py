"""What is on record around the days of a file, read month by month as it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from clinicmgr.hours import rules
from clinicmgr.hours.records import Stretch, StretchDraft
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.periods import DAY_MINUTES, month_bounds

DAY = timedelta(days=1)


class KnownHours:
    """The stretches on record by person and day."""

    def __init__(self, hours: Hours) -> None:
        self._hours = hours
        self._names = {each.id: each.name for each in hours.members()}
        self._months: dict[date, dict[tuple[int, date], list[Stretch]]] = {}
        self._by_id: dict[int, Stretch] = {}

    def one(self, stretch_id: int, day: date) -> Stretch:
        """Return the stretch of a day with that id; KeyError where there is none."""
        self.of(0, day)
        return self._by_id[stretch_id]

    def of(self, member_id: int, day: date) -> list[Stretch]:
        """Return one person's stretches of a day."""
        month, last = month_bounds(day)
        if month not in self._months:
            found = self._months[month] = {}
            for each in self._hours.stretches(month, last):
                found.setdefault((each.member_id, each.day), []).append(each)
                self._by_id[each.id] = each
        return self._months[month].get((member_id, day), [])

    def told_before(self, draft: StretchDraft) -> Stretch | None:
        """Return the stretch on record that the clock told before, or that says just the same."""
        own = self.of(draft.member_id, draft.day)
        for each in own:
            if each.clocked_start == draft.start:
                return each
        plain = (each for each in own if each.clocked_start is None)
        times = draft.start, draft.end
        return next((each for each in plain if (each.start, each.end) == times), None)

    def has_punch(self, punch: rules.Punch) -> bool:
        """Tell whether the clock told of this punch before."""
        for day in (punch.day, punch.day - DAY):
            minute = punch.minute + (punch.day - day).days * DAY_MINUTES
            for each in self.of(punch.member_id, day):
                if minute in (each.clocked_start, each.clocked_end):
                    return True
        return False

    def waiting(self, punches: Sequence[rules.Punch]) -> list[rules.Punch]:
        """Return the comings on record, without an end, that one of the punches may end."""
        keys = {(punch.member_id, punch.day - back * DAY) for punch in punches for back in (0, 1)}
        return [
            rules.Punch(each.member_id, each.day, each.start, rules.Direction.IN,
                        stretch_id=each.id)
            for member_id, day in sorted(keys)
            for each in self.of(member_id, day)
            if each.is_open and each.period_id is None
        ]  # fmt: skip

    def refuse_overlap(self, draft: StretchDraft) -> None:
        """Raise a UserError where the person is at work then already."""
        around = [
            each
            for offset in (-1, 0, 1)
            for each in self.of(draft.member_id, draft.day + offset * DAY)
            if draft.clocked_start is None or each.clocked_start != draft.clocked_start
            or each.day != draft.day
        ]  # fmt: skip
        for each in around:
            rules.check_overlaps([each, draft], self._names)

    def overlaps_among(
        self, lines: Sequence[tuple[int, StretchDraft]]
    ) -> Iterator[tuple[int, UserError]]:
        """Yield (line, error) for the lines of a file that overlap an earlier one."""
        ordered = sorted(lines, key=lambda one: (one[1].member_id, one[1].day, one[1].start))
        for (_first, before), (number, after) in pairwise(ordered):
            try:
                rules.check_overlaps([before, after], self._names)
            except UserError as error:
                yield number, error
