"""What the demo practice did in three years: counts that follow the roster and the seasons.

Winter is busy, July is quiet, vaccines are given in autumn, the practice grows by a few percent a
year, and five to eight of a hundred do not come. Yesterday was not counted yet.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from clinicmgr.activity.records import (
    EDIT_LINES,
    Count,
    LineKind,
    PayerClassDraft,
    ServiceLineDraft,
)
from clinicmgr.demo.scene import Scene
from clinicmgr.places.records import EDIT_PLACES, SiteDraft
from clinicmgr.schedule.records import Shift

VISIT, PROCEDURE, DIAGNOSTIC = LineKind.VISIT, LineKind.PROCEDURE, LineKind.DIAGNOSTIC
EXAM_ROOMS = "X1 X2 X3 H1 H2"
SEED = 11
GROWTH = 0.035  # a year
FULL_DAY = 480.0
DAYS_NOT_COUNTED = 1
# January to December
SEASON = (1.10, 1.09, 1.04, 1.00, 0.98, 0.94, 0.86, 0.90, 1.00, 1.04, 1.05, 1.02)
FLU_SEASON = (1.1, 0.8, 0.6, 0.5, 0.5, 0.4, 0.4, 0.8, 1.9, 2.4, 1.8, 1.3)
NO_SHOWS = (0.078, 0.075, 0.065, 0.055, 0.052, 0.056, 0.066, 0.064, 0.055, 0.054, 0.062, 0.076)
WEEKDAYS = (1.09, 1.02, 0.98, 1.0, 0.92, 0.95, 0.9)
CLASSES = (("Commercial", "COM"), ("Medicare", "MCR"), ("Medicaid", "MCD"), ("Self-pay", "SP"))
SHARES = (48, 27, 17, 8)
HOURS = {"LM": "Mon-Fri 7:30-18; Sat 8-12:30", "HS": "Mon-Fri 8-16:30"}


@dataclass(frozen=True, slots=True)
class Part:
    """A service line, who does how many of it on a full day, and whether by payer class."""

    code: str
    name: str
    kind: LineKind
    minutes: int
    position: str
    a_day: float
    rooms: str = ""
    asset: str = ""
    by_class: bool = True
    seasons: tuple[float, ...] = SEASON
    site: str = ""


LINES = (
    Part("OV", "Office visit", VISIT, 20, "PR", 11.6, EXAM_ROOMS),
    Part("NP", "New patient visit", VISIT, 40, "PR", 1.1, EXAM_ROOMS),
    Part("WV", "Well visit", VISIT, 30, "PR", 1.9, EXAM_ROOMS),
    Part("TH", "Telehealth visit", VISIT, 15, "PR", 2.1, by_class=False),
    Part("MP", "Minor procedure", PROCEDURE, 30, "PR", 0.9, "PX", site="LM"),
    Part("VX", "Vaccination", PROCEDURE, 8, "RN", 7.0, "PX X2 X3", by_class=False,
         seasons=FLU_SEASON),
    Part("LB", "Lab draw", DIAGNOSTIC, 8, "TE", 24.0, "LB", by_class=False),
    Part("EC", "ECG", DIAGNOSTIC, 15, "TE", 4.0, "X1", "E-009", by_class=False),
    Part("US", "Ultrasound", DIAGNOSTIC, 25, "PR", 1.5, "H2", "E-016", by_class=False, site="HS"),
)  # fmt: skip


def add(scene: Scene) -> None:
    """Set up what is counted, then count month after month."""
    scene.set_clock(scene.beginning - timedelta(days=1))
    _say_when_open(scene)
    lines, classes = _add_lists(scene)
    yesterday = scene.today - timedelta(days=DAYS_NOT_COUNTED + 1)
    shifts = scene.clinic.schedule.shifts(scene.beginning, yesterday)
    luck = random.Random(SEED)
    by_position: dict[int, list[Part]] = {}
    for part in LINES:
        by_position.setdefault(scene.positions[part.position], []).append(part)
    for month, own in groupby(shifts, lambda shift: shift.day.replace(day=1)):
        counted = {
            count.key: count
            for shift in own
            for part in by_position.get(shift.position_id, ())
            for count in _counts(scene, shift, part, lines[part.code], classes, luck)
        }
        scene.set_clock(min(month + timedelta(days=31), yesterday + timedelta(days=1)))
        scene.clinic.activity.set_counts(counted.values(), f"Counts of {month:%B %Y}")


def _say_when_open(scene: Scene) -> None:
    places = scene.clinic.places
    with scene.clinic.journal.change("Opening hours", EDIT_PLACES):
        for site in places.sites():
            draft = SiteDraft(site.name, site.code, site.address, hours=HOURS[site.code])
            places.change_site(site.id, draft)


def _add_lists(scene: Scene) -> tuple[dict[str, int], list[int]]:
    activity = scene.clinic.activity
    assets = {each.tag: each.id for each in scene.clinic.equipment.assets()}
    with scene.clinic.journal.change("What we count", EDIT_LINES):
        lines = {
            part.code: activity.add_line(
                ServiceLineDraft(
                    part.name,
                    part.code,
                    part.kind,
                    part.minutes,
                    tuple(scene.rooms[code] for code in part.rooms.split()),
                    assets[part.asset] if part.asset else None,
                    rank=rank,
                    position_ids=(scene.positions[part.position],),
                )
            )
            for rank, part in enumerate(LINES, 1)
        }
        classes = [
            activity.add_payer_class(PayerClassDraft(name, code, rank))
            for rank, (name, code) in enumerate(CLASSES, 1)
        ]
    return lines, classes


def _counts(
    scene: Scene,
    shift: Shift,
    part: Part,
    line_id: int,
    classes: list[int],
    luck: random.Random,
) -> Iterator[Count]:
    """What one shift brought in one line, by payer class or not."""
    if shift.member_id is None or (part.site and shift.site_id != scene.sites[part.site]):
        return
    booked = _booked(scene, shift, part, luck)
    if not booked:
        return
    classed: Counter[int | None] = Counter([None] * booked)
    if part.by_class:
        classed = Counter(luck.choices(classes, SHARES, k=booked))
    rate = NO_SHOWS[shift.day.month - 1]
    for class_id, number in sorted(classed.items(), key=lambda item: item[0] or 0):
        missed = int(number * rate + luck.random())
        cancelled = int(number * rate * 0.8 + luck.random())
        yield Count(
            shift.day, shift.member_id, line_id, class_id, number - missed, cancelled, missed
        )


def _booked(scene: Scene, shift: Shift, part: Part, luck: random.Random) -> int:
    """How many were to come on this day, more in winter and every year a little."""
    years = (shift.day - scene.beginning).days / 365
    season = part.seasons[shift.day.month - 1] * WEEKDAYS[shift.day.weekday()]
    length = shift.worked_minutes / FULL_DAY
    mean = part.a_day * season * length * (1 + GROWTH * years)
    return max(0, round(luck.gauss(mean, max(mean, 0.5) ** 0.5 * 0.6)))
