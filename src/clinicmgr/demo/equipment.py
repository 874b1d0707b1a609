"""What the demo practice owns, with three years of maintenance, repairs and readings.

What is wrong now: the autoclave is out of service since three days, the calibration of a monitor
is overdue, the vaccine fridge was too warm last week, and a reading was forgotten.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from clinicmgr.demo.equipment_list import ASSETS, PLANS, POINTS, REPAIRS, PlanPart, PointPart
from clinicmgr.demo.scene import Scene
from clinicmgr.equipment import rules
from clinicmgr.equipment.records import (
    EDIT_EQUIPMENT,
    LOG_WORK,
    AmendmentDraft,
    AssetDraft,
    Check,
    Closing,
    Done,
    PlanDraft,
    PointDraft,
    ReadingDraft,
)
from clinicmgr.kernel.periods import add_months, days

OVERDUE_DAYS = 23
BROKEN_DAYS = 3
FORGOTTEN_EVERY = 97  # readings
TOO_WARM = 94


def add(scene: Scene) -> None:
    """Buy it, plan its maintenance, and live three years with it."""
    scene.set_clock(scene.beginning - timedelta(days=2))
    assets = _add_assets(scene)
    plans = _add_plans(scene, assets)
    points = _add_points(scene, assets)
    _log_work(scene, assets, plans)
    _take_readings(scene, points)
    _let_things_break(scene, assets, points)


def _add_assets(scene: Scene) -> dict[str, int]:
    drafts = []
    for part in ASSETS:
        bought = scene.beginning - timedelta(days=part.age)
        warranty = None
        if part.warranty is not None:
            warranty = scene.today + timedelta(days=part.warranty)
        retired = scene.today - timedelta(days=part.retired) if part.retired else None
        drafts.append(
            AssetDraft(
                part.tag,
                part.name,
                part.category,
                part.make,
                part.model,
                part.serial,
                scene.rooms[part.room],
                bought,
                part.dollars * 100,
                warranty,
                part.vendor,
                retired,
            )
        )
    ids = scene.clinic.equipment.keep_assets(drafts, {}, "Take stock of the equipment")
    return {part.tag: asset_id for part, asset_id in zip(ASSETS, ids, strict=True)}


def _add_plans(scene: Scene, assets: dict[str, int]) -> list[tuple[PlanPart, int, PlanDraft]]:
    made = []
    with scene.clinic.journal.change("Maintenance plans", EDIT_EQUIPMENT):
        for part in PLANS:
            first = scene.beginning + timedelta(days=part.begins)
            if part.overdue:
                first = rules.later(
                    scene.today - timedelta(days=OVERDUE_DAYS),
                    PlanDraft(0, "", first, part.every, part.unit),
                    -3,
                )
            draft = PlanDraft(
                assets[part.tag],
                part.title,
                first,
                part.every,
                part.unit,
                part.basis,
                part.kind,
                part.lead_days,
                scene.people[part.who] if part.who else None,
                part.vendor,
                part.steps,
            )
            made.append((part, scene.clinic.equipment.add_plan(draft), draft))
    return made


def _add_points(scene: Scene, assets: dict[str, int]) -> list[tuple[PointPart, int]]:
    with scene.clinic.journal.change("Readings to be taken", EDIT_EQUIPMENT):
        return [
            (
                part,
                scene.clinic.equipment.add_point(
                    PointDraft(
                        assets[part.tag],
                        part.name,
                        scene.beginning,
                        part.unit,
                        part.decimals,
                        part.low,
                        part.high,
                        part.times,
                    )
                ),
            )
            for part in POINTS
        ]


# Work


def _log_work(
    scene: Scene, assets: dict[str, int], plans: list[tuple[PlanPart, int, PlanDraft]]
) -> None:
    """Log all work in the order it was done, a month at a time."""
    equipment = scene.clinic.equipment
    names: dict[int | None, str] = {each.id: each.name for each in scene.clinic.staff.members()}
    jobs: list[tuple[date, int, Closing]] = []
    for number, (part, plan_id, draft) in enumerate(plans):
        jobs += [
            (day, plan_id, closing) for day, closing in _history(scene, part, draft, number, names)
        ]
    jobs.sort(key=lambda job: (job[0], job[1]))
    for month in sorted({day.replace(day=1) for day, *_rest in jobs}):
        done = [(plan_id, closing) for day, plan_id, closing in jobs if day.replace(day=1) == month]
        scene.set_clock(done[-1][1].day, 17)
        equipment.complete_all(done, f"Maintenance in {month:%B %Y}")
    for ago, tag, words, (who, minutes, dollars, downtime, notes) in REPAIRS:
        day = scene.today - timedelta(days=ago)
        scene.set_clock(day, 11)
        with scene.clinic.journal.change(f"Repair of {tag}", LOG_WORK):
            work_id = equipment.report(assets[tag], words)
            closing = Closing(day, _firm(who), minutes, dollars * 100, downtime, notes)
            equipment.close_work(work_id, closing)
    amended = equipment.log(assets["E-003"])[0]
    scene.set_clock(scene.today - timedelta(days=40))
    equipment.amend(
        amended.id, AmendmentDraft("The strip's lot number was 4471, not 4417.", labor_minutes=20)
    )


def _firm(vendor: str) -> str:
    """The name of a vendor without the phone number."""
    return vendor.partition(",")[0]


def _history(
    scene: Scene, part: PlanPart, draft: PlanDraft, number: int, names: dict[int | None, str]
) -> Iterator[tuple[date, Closing]]:
    """The times it was done: mostly on the day, now and then some days late, never today."""
    due: date | None = draft.first_due
    last = scene.today - timedelta(days=OVERDUE_DAYS if part.overdue else 1)
    last = min(last, scene.today - timedelta(days=BROKEN_DAYS + 1)) if part.tag == "E-003" else last
    count = 0
    while due is not None:
        luck = (number * 7 + count * 5) % 12
        day = due + timedelta(days=luck - 7 if luck > 8 else 0)
        if day > last or (part.overdue and due > last - timedelta(days=1)):
            return
        who = _firm(part.vendor) or names[draft.member_id]
        yield (
            day,
            Closing(
                day,
                who,
                part.minutes,
                part.dollars * 100,
                checks=tuple(Check(step) for step in part.steps),
            ),
        )
        due = rules.next_due(draft, (Done(due, day),))
        count += 1


# Readings


def _take_readings(scene: Scene, points: list[tuple[PointPart, int]]) -> None:
    """Twice a day on open days, a month in one step; now and then one is forgotten."""
    luck = random.Random(4)
    month, count = scene.beginning, 0
    while month < scene.today:
        following = min(add_months(month.replace(day=1), 1), scene.today)
        closed = scene.clinic.schedule.closures(month, following)
        drafts = []
        for day in days(month, following - timedelta(days=1)):
            if day.weekday() > 4 or day in closed:
                continue
            for part, point_id in points:
                for time in part.times:
                    count += 1
                    if count % FORGOTTEN_EVERY:
                        value = round(luck.gauss(part.usual, part.spread))
                        kept = min(max(value, part.low + 1), part.high - 1)
                        taken = time + count * 7 % 12
                        drafts.append(ReadingDraft(point_id, day, taken, kept, part.by))
        scene.set_clock(following - timedelta(days=1), 18)
        if drafts:
            title = f"Readings in {month:%B %Y}"
            scene.clinic.equipment.keep_readings(drafts, {}, title)
        month = following


# What is wrong now


def _let_things_break(
    scene: Scene, assets: dict[str, int], points: list[tuple[PointPart, int]]
) -> None:
    equipment = scene.clinic.equipment
    scene.set_clock(scene.today - timedelta(days=BROKEN_DAYS), 8)
    words = "Door does not lock, error E12; part is ordered"
    broken = equipment.report(assets["E-003"], words, out_of_service=True)
    equipment.start_work(broken)
    scene.set_clock(scene.today - timedelta(days=2), 15)
    equipment.report(assets["E-009"], "Lead wire V3 is frayed")
    _too_warm(scene, points[0][1])


def _too_warm(scene: Scene, point_id: int) -> None:
    """On an afternoon of last week the door of the fridge was left ajar."""
    week = scene.open_days(scene.this_monday - timedelta(days=7))
    day = week[-2] if len(week) > 1 else scene.this_monday - timedelta(days=4)
    scene.set_clock(day, 18)
    equipment = scene.clinic.equipment
    taken = equipment.readings(day, day, [point_id])
    words = "Door was ajar; vaccines kept apart, maker asked"
    if taken:
        done = equipment.correct_reading(
            taken[-1].id, replace(taken[-1].draft(), value=TOO_WARM, note=words)
        )
    else:
        done = equipment.record(ReadingDraft(point_id, day, 16 * 60 + 30, TOO_WARM, "AR", words))
    if done.work_id is not None:
        equipment.start_work(done.work_id)
