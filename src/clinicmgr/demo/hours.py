"""Hours of the last pay periods: close to the plan, as people are, with a few things to put right.

Providers and the office work as planned; everybody else uses the time clock. The two periods
before the last are signed and locked; the last one waits for its signatures, because Kwame Boateng
forgot to clock out once. Siobhan O'Brien stayed longer in a week of flu shots, which is overtime.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from clinicmgr.demo.scene import Scene
from clinicmgr.hours.records import (
    AdjustmentDraft,
    DifferentialDraft,
    PayPeriod,
    PayRules,
    PeriodKind,
    Rounding,
    Source,
    Stretch,
    StretchDraft,
    parse_day_entry,
)
from clinicmgr.schedule.records import Shift
from clinicmgr.staff.records.days import span_text

SEED = 23
LOCKED = 2
AS_PLANNED = ("PR", "AD")
DAY = timedelta(days=1)
STAYED = (95, 70, 110, 60, 85)  # minutes, the days of one week


def add(scene: Scene) -> None:
    """Set up how is paid, then let the periods pass one after another."""
    scene.set_clock(scene.beginning - DAY)
    _agree_on_rules(scene)
    luck = random.Random(SEED)
    current = scene.clinic.hours.period_of(scene.today)
    periods = [current]
    while len(periods) < LOCKED + 2:
        periods.insert(0, scene.clinic.hours.period_of(periods[0].first - DAY))
    for number, period in enumerate(periods):
        _pass(scene, period, luck, forgetful="Boateng" if number == LOCKED else "")
        if number == LOCKED:
            _go_wrong(scene, period)
        elif number < LOCKED:
            _close(scene, period)
    _correct_later(scene, periods[LOCKED - 1])


def _agree_on_rules(scene: Scene) -> None:
    paying = scene.clinic.hours.paying
    rules = PayRules(PeriodKind.BIWEEKLY, scene.beginning, Rounding.QUARTER)
    paying.set_rules(scene.beginning, rules)
    since = scene.beginning
    evening = DifferentialDraft("Evening", 17 * 60, 22 * 60, (0, 1, 2, 3, 4), cents=150,
                                code="EVE", from_day=since)  # fmt: skip
    weekend = DifferentialDraft("Weekend", 0, 24 * 60, (5, 6), holidays=True, cents=250,
                                code="WKD", from_day=since)  # fmt: skip
    paying.add_differential(evening)
    paying.add_differential(weekend)


def _pass(scene: Scene, period: PayPeriod, luck: random.Random, *, forgetful: str) -> None:
    """Keep what the time clock said of a period, up to yesterday; somebody may forget it once."""
    last = min(period.last, scene.today - DAY)
    if last < period.first:
        return
    scene.set_clock(last + DAY, 8)
    names = {member_id: name for name, member_id in scene.people.items()}
    planned = {scene.positions[code] for code in AS_PLANNED}
    drafts: list[StretchDraft] = []
    ends: dict[tuple[int, date], int] = {}
    for shift in scene.clinic.schedule.shifts(period.first, last):
        if shift.member_id is None or shift.start < ends.get((shift.member_id, shift.day), 0):
            continue
        draft = _draft(shift, luck, clocked=shift.position_id not in planned)
        drafts.append(draft)
        ends[shift.member_id, shift.day] = draft.end or 0
    if period.last < scene.today:
        drafts = list(_stayed(drafts, names, period))
    forgot = scene.people.get(forgetful, 0)
    own = [number for number, each in enumerate(drafts) if each.member_id == forgot]
    if own:
        drafts[own[-1]] = replace(drafts[own[-1]], end=None, clocked_end=None, break_minutes=0)
    scene.clinic.hours.take_in(drafts, {}, f"Time clock of {span_text(period.first, last)}")


def _draft(shift: Shift, luck: random.Random, *, clocked: bool) -> StretchDraft:
    start, end = shift.start, shift.end
    source = Source.PLAN
    if clocked:
        source = Source.CLOCK
        start += luck.choice((-6, -5, -4, -3, -3, -2, -2, -1, 0, 0, 1, 2))
        end += luck.choice((-2, -1, 0, 1, 1, 2, 3, 4, 5, 6))
        if luck.random() < 0.02:
            start += luck.choice((17, 24, 31))
    return StretchDraft(
        shift.member_id or 0,
        shift.day,
        start,
        end,
        shift.break_minutes,
        shift.position_id,
        source,
        clocked_start=start if clocked else None,
        clocked_end=end if clocked else None,
    )


def _stayed(
    drafts: list[StretchDraft], names: dict[int, str], period: PayPeriod
) -> Iterator[StretchDraft]:
    """Yield the drafts; in the first week of a period the flu shots took one nurse longer."""
    for draft in drafts:
        weekday, end = (draft.day - period.first).days, draft.end
        if names.get(draft.member_id) == "O'Brien" and weekday < len(STAYED) and end is not None:
            later = end + STAYED[weekday]
            yield replace(draft, end=later, clocked_end=later)
        else:
            yield draft


def _close(scene: Scene, period: PayPeriod) -> None:
    """Everybody signs on the first day after the period, and it is locked."""
    scene.set_clock(period.last + DAY, 15)
    hours = scene.clinic.hours
    members = {each.id: each.name for each in hours.members()}
    sheets = hours.timesheets(period.first, period.last)
    hours.closing.sign(
        period.first, {one.member_id: members[one.member_id] for one in sheets if one.has_work}
    )
    hours.closing.lock(period.first)


def _go_wrong(scene: Scene, period: PayPeriod) -> None:
    """One time is corrected, and what was punched for somebody else is taken away."""
    hours = scene.clinic.hours
    last = min(period.last, scene.today - DAY)
    positions = hours.positions()
    kim = _last_of(scene, "Kim", period.first, last - 3 * DAY)
    if kim is not None:
        end = (kim.end or 0) - 75
        times = f"{kim.start // 60}:{kim.start % 60:02}-{end // 60}:{end % 60:02} b30"
        entry = parse_day_entry(f"{times} # left for an appointment", positions)
        hours.type_days({(kim.member_id, kim.day): entry})
    brooks = _last_of(scene, "Brooks", period.first, last - 2 * DAY)
    if brooks is not None:
        hours.edit(remove=[brooks.id], reason="punched for somebody else by mistake")


def _last_of(scene: Scene, name: str, first: date, last: date) -> Stretch | None:
    found = scene.clinic.hours.stretches(first, last, scene.people[name])
    return found[-1] if found else None


def _correct_later(scene: Scene, period: PayPeriod) -> None:
    """Something about a locked day comes up afterwards, and is paid with the next period."""
    draft = AdjustmentDraft(
        scene.people["Müller"], period.last - 3 * DAY, 45, "stayed for the alarm technician"
    )
    scene.clinic.hours.adjusting.add(draft)
