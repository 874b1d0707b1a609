"""What a line of a time clock's file says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clinicmgr.hours import rules
from clinicmgr.hours.exchange.people import People
from clinicmgr.hours.records import Source, StretchDraft
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import DAY_MINUTES
from clinicmgr.staff.records.days import day_text


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One line of the file, its times as they are written there."""

    number: str = ""
    name: str = ""
    first_name: str = ""
    last_name: str = ""
    day: date | None = None
    start: str = ""
    end: str = ""
    at: str = ""
    direction: str = ""
    break_minutes: int | None = None
    position: str = ""
    note: str = ""

    @property
    def is_punch(self) -> bool:
        """Whether the line is a single punch."""
        return bool(self.at) and not self.start and not self.end


class LineReader:
    """Reads lines as stretches or as single punches."""

    def __init__(self, hours: Hours, locale: str) -> None:
        self._today = hours.clock.today()
        self._locale = locale
        self._people = People(hours.members(), hours.positions())

    def stretch(self, line: ClockLine) -> StretchDraft:
        """Return the stretch of a line; UserError says what cannot be read."""
        member = self._member(line)
        if not line.start:
            raise UserError(_("When work began is missing."), field="start")
        came_on, start = rules.read_moment(line.start, "start", self._locale)
        day = came_on or line.day
        if day is None:
            raise UserError(_("The date is missing."), field="day")
        end = self._end(line, day, start)
        return StretchDraft(
            member,
            day,
            start,
            end,
            line.break_minutes or 0,
            self._people.position(line.position),
            Source.CLOCK,
            line.note,
            start,
            end,
        )

    def punch(self, line: ClockLine, number: int = 0) -> rules.Punch:
        """Return the punch of a line; UserError says what cannot be read."""
        member = self._member(line)
        day, minute = rules.read_moment(line.at, "at", self._locale)
        day = day or line.day
        if day is None:
            raise UserError(_("The date is missing."), field="day")
        if day > self._today:
            raise UserError(
                _("{day} is still to come; hours are entered once worked.").format(
                    day=day_text(day)
                ),
                field="at",
            )
        return rules.Punch(member, day, minute, rules.read_direction(line.direction), number)

    def _end(self, line: ClockLine, day: date, start: int) -> int | None:
        if not line.end:
            return None
        went_on, minute = rules.read_moment(line.end, "end", self._locale)
        if went_on is not None:
            end = (went_on - day).days * DAY_MINUTES + minute
        else:
            end = minute if minute > start else minute + DAY_MINUTES
        if not start < end < start + DAY_MINUTES:
            raise UserError(
                _("Out lies before in, or a day after it; a punch is missing between them."),
                field="end",
            )
        return end

    def _member(self, line: ClockLine) -> int:
        name = line.name or f"{line.first_name} {line.last_name}".strip()
        return self._people.member(line.number, name)
