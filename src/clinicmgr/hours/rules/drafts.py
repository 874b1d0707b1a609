"""What makes a stretch, an adjustment and the pay rules acceptable."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from clinicmgr.hours.records import (
    AdjustmentDraft,
    AdjustmentKind,
    DifferentialDraft,
    PayRules,
    PeriodKind,
    Rounding,
    Source,
    Stretch,
    StretchDraft,
)
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import DAY_MINUTES, format_range, format_time
from clinicmgr.staff.records import StaffMember
from clinicmgr.staff.records.days import day_text
from clinicmgr.staff.rules.words import check_day, name_given

LONGEST_REASON = 300
MOST_ADJUSTED = 200 * 60
MOST_CENTS = 100_000
MOST_PERCENT = 200


def tidy_stretch(draft: StretchDraft, member: StaffMember, today: date) -> StretchDraft:
    """Return the stretch with single spaces; UserError where it cannot have been worked."""
    check_day(draft.day, field="day")
    words = {"name": member.name, "day": day_text(draft.day)}
    if draft.day > today:
        raise UserError(_("{day} is still to come; hours are entered once worked.").format(**words),
                        field="day")  # fmt: skip
    if not member.works_on(draft.day):
        raise UserError(
            _("{name} does not work here on {day}; check the employment.").format(**words),
            field="day",
        )
    if not 0 <= draft.start < DAY_MINUTES:
        raise UserError(_("Work begins between 0:00 and 23:59."), field="start")
    if draft.end is not None and not 0 < draft.end - draft.start < DAY_MINUTES:
        raise UserError(
            _("Work ends after it begins, and within a day; a night ends on the next morning."),
            field="end",
        )
    most = 0 if draft.end is None else draft.end - draft.start - 1
    if not 0 <= draft.break_minutes <= (DAY_MINUTES if draft.end is None else most):
        raise UserError(
            _("A break of {minutes} minutes does not fit into {times}.").format(
                minutes=draft.break_minutes, times=times_text(draft)
            ),
            field="break_minutes",
        )
    return replace(draft, note=" ".join(draft.note.split()), source=Source(draft.source))


def check_overlaps(stretches: Iterable[Stretch | StretchDraft], names: dict[int, str]) -> None:
    """Raise a UserError where one person would work twice at the same time.

    A stretch without its end is met by whatever begins at its very minute.
    """
    ordered = sorted(stretches, key=lambda one: (one.member_id, one.day, one.start))
    for before, after in pairwise(ordered):
        if before.member_id != after.member_id:
            continue
        gap = (after.day - before.day).days * DAY_MINUTES + after.start
        end = before.start + 1 if before.end is None else before.end
        if gap < end:
            raise UserError(
                _("{name} cannot work {one} and {other} on {day} at the same time.").format(
                    name=names.get(before.member_id, ""),
                    one=times_text(before),
                    other=times_text(after),
                    day=day_text(after.day),
                ),
                field="start",
            )


def times_text(one: Stretch | StretchDraft) -> str:
    """Return "7:58 AM–4:31 PM, break 30 min", for sentences and the sign-off sheet."""
    if one.end is None:
        times = _("{start} to an unknown end").format(start=format_time(one.start))
    else:
        times = format_range(one.start, one.end)
    if not one.break_minutes:
        return times
    return _("{times}, break {minutes} min").format(times=times, minutes=one.break_minutes)


def tidy_reason(reason: str) -> str:
    """Return the reason on one line; UserError where it is a whole letter."""
    tidy = " ".join(reason.split())
    if len(tidy) > LONGEST_REASON:
        raise UserError(
            _("Give the reason in at most {count} letters.").format(count=LONGEST_REASON),
            field="reason",
        )
    return tidy


def tidy_adjustment(draft: AdjustmentDraft, member: StaffMember) -> AdjustmentDraft:
    """Return the adjustment; UserError where it says nothing."""
    check_day(draft.day, field="day")
    if not draft.minutes or abs(draft.minutes) > MOST_ADJUSTED:
        raise UserError(_("Say how many hours more or fewer, such as 1:30 or -0:45."),
                        field="hours")  # fmt: skip
    reason = tidy_reason(draft.reason)
    if not reason:
        raise UserError(_("Say why; the reason stands on the sign-off sheet."), field="reason")
    if not member.works_on(draft.day):
        words = _("{name} does not work here on {day}; check the employment.")
        raise UserError(words.format(name=member.name, day=day_text(draft.day)), field="day")
    return replace(draft, reason=reason, kind=AdjustmentKind(draft.kind))


def tidy_pay_rules(rules: PayRules, from_day: date) -> PayRules:
    """Return the rules; UserError where nobody could be paid by them."""
    check_day(from_day, field="from_day")
    check_day(rules.anchor, field="anchor")
    for field, most in (("weekly_limit", 7 * DAY_MINUTES), ("daily_limit", DAY_MINUTES)):
        value = getattr(rules, field)
        if value is not None and not 0 < value <= most:
            raise UserError(_("This limit cannot be right; write hours, such as 40."), field=field)
    if not 100 <= rules.overtime_percent <= 400:
        raise UserError(_("Overtime is paid with 100 to 400 percent; half as much again is 150."),
                        field="overtime_percent")  # fmt: skip
    return replace(rules, period=PeriodKind(rules.period), rounding=Rounding(rules.rounding))


def tidy_differential(draft: DifferentialDraft) -> DifferentialDraft:
    """Return the differential, its end after midnight where it lies before the start."""
    name_given(draft.name, _("differential"))
    if not 0 <= draft.start < DAY_MINUTES:
        raise UserError(_("The band begins between 0:00 and 23:59."), field="start")
    end = draft.end if draft.end > draft.start else draft.end + DAY_MINUTES
    if not 0 < end - draft.start <= DAY_MINUTES:
        raise UserError(_("The band cannot be longer than a day."), field="end")
    if (draft.cents is None) == (draft.percent is None):
        raise UserError(_("Give an amount an hour or a percentage, one of the two."), field="cents")
    if draft.cents is not None and not 0 < draft.cents <= MOST_CENTS:
        raise UserError(_("This amount an hour cannot be right."), field="cents")
    if draft.percent is not None and not 0 < draft.percent <= MOST_PERCENT:
        raise UserError(_("This percentage cannot be right."), field="percent")
    if not draft.weekdays and not draft.holidays:
        raise UserError(_("Choose at least one weekday, or public holidays."), field="weekdays")
    check_day(draft.from_day, field="from_day")
    check_day(draft.to_day, field="to_day")
    if draft.to_day is not None and draft.to_day < draft.from_day:
        raise UserError(_("It cannot end before it begins."), field="to_day")
    tidy_name, code = " ".join(draft.name.split()), draft.code.strip()
    weekdays = tuple(sorted(set(draft.weekdays)))
    return replace(draft, name=tidy_name, code=code, end=end, weekdays=weekdays)
