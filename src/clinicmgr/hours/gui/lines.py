"""The lines of the page: a person's period, and a person's day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from clinicmgr.hours.records import DayLine, FlagKind, Timesheet, day_text_of
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day, short_range
from clinicmgr.staff.records import StaffMember

HOUR = 60


def hours_text(minutes: int) -> str:
    """Return "37:30"; "" for none."""
    return f"{minutes // HOUR}:{minutes % HOUR:02}" if minutes else ""


def signed_text(minutes: int) -> str:
    """Return "+0:15" or "−1:30"; "" for none."""
    sign = "+" if minutes > 0 else "−"
    return f"{sign}{hours_text(abs(minutes))}" if minutes else ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person in the list: totals of the period and what is worth a look first."""

    sheet: Timesheet
    member: StaffMember

    @property
    def id(self) -> int:
        """The member's id."""
        return self.member.id

    @property
    def is_wrong(self) -> bool:
        """Whether something has to be put right before it is paid."""
        return any(kind.is_wrong for kind in self.sheet.flags) or self.sheet.differs_from_paid

    @property
    def note(self) -> str:
        """The worst of what is worth a look, and how many others there are."""
        flags = list(self.sheet.flags)
        if self.sheet.differs_from_paid:
            return _("Changed since locked")
        if flags and flags[0] is not FlagKind.OVERTIME:
            kind = flags[0]
            count = self.sheet.flags[kind]
            return kind.label if count == 1 else f"{kind.label} ×{count}"
        if self.sheet.sign_off is not None:
            return _("Signed")
        return FlagKind.OVERTIME.label if flags else ""

    @property
    def tone(self) -> str:
        """The tone of the note."""
        if self.is_wrong:
            return "danger"
        flags = set(self.sheet.flags) - {FlagKind.OVERTIME}
        if not flags and self.sheet.sign_off is not None:
            return "success"
        return "warning" if self.sheet.flags else "secondary"

    @property
    def icon(self) -> str:
        """The icon of the note, so that its color is never alone."""
        return {"danger": "error", "success": "check", "warning": "warning"}.get(self.tone, "")


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of the grid; `typed` is how its hours are typed."""

    member_id: int
    line: DayLine
    typed: str
    names: Mapping[int, str]
    locale: str

    @property
    def id(self) -> date:
        """The day."""
        return self.line.day

    @property
    def day(self) -> str:
        """The day with its weekday."""
        return format_day(self.line.day, "weekday", self.locale)

    @property
    def planned(self) -> str:
        """The shifts of the day."""
        if self.line.shifts:
            return " ".join(
                short_range(one.start, one.end, self.locale) for one in self.line.shifts
            )
        if self.line.leave is not None:
            return self.line.leave.label
        return self.line.closed

    @property
    def remarks(self) -> str:
        """What is worth a word: flags, leave, differentials, the reason of a correction."""
        line = self.line
        said = [flag.label for flag in line.flags if flag.kind is not FlagKind.OVERTIME]
        if line.shifts and line.leave is not None:
            said.append(line.leave.label)
        said += [each.reason for each in line.corrections]
        said += [one.note for one in line.stretches if one.note]
        said += [
            f"{self.names.get(each, '')} {hours_text(minutes)}"
            for each, minutes in (line.differentials or {}).items()
        ]
        return " · ".join(said)

    @property
    def tone(self) -> str:
        """The tone of the remarks."""
        kinds = {flag.kind for flag in self.line.flags} - {FlagKind.OVERTIME}
        if any(kind.is_wrong for kind in kinds):
            return "danger"
        return "warning" if kinds else "secondary"

    @property
    def icon(self) -> str:
        """The icon of the remarks."""
        return {"danger": "error", "warning": "warning"}.get(self.tone, "")


def day_rows(
    sheet: Timesheet,
    member: StaffMember,
    codes: Mapping[int, str],
    names: Mapping[int, str],
    locale: str,
) -> list[DayRow]:
    """Return the rows of a person's period; positions but the main one are named."""
    main = member.position_ids[:1]
    named = {each: code for each, code in codes.items() if each not in main}
    return [
        DayRow(member.id, line, day_text_of(line.stretches, named, locale), names, locale)
        for line in sheet.lines
    ]


def totals_text(sheet: Timesheet, money: str) -> str:
    """Return the totals of a person in a line; `money` is "" where pay is not shown."""
    parts = [
        _("{hours} planned").format(hours=hours_text(sheet.planned) or "0"),
        _("{hours} worked").format(hours=hours_text(sheet.worked) or "0"),
    ]
    if sheet.overtime:
        parts.append(_("{hours} overtime").format(hours=hours_text(sheet.overtime)))
    if sheet.leave:
        parts.append(_("{hours} leave").format(hours=hours_text(sum(sheet.leave.values()))))
    if sheet.adjustments:
        words = ngettext("{count} adjustment", "{count} adjustments", len(sheet.adjustments))
        parts.append(words.format(count=len(sheet.adjustments)))
    if money:
        parts.append(money)
    return " · ".join(parts)
