"""Builds the demo practice, part by part."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from clinicmgr.clinic import Clinic
from clinicmgr.demo import (
    activity,
    equipment,
    finance,
    history,
    hours,
    patterns,
    places,
    problems,
    publishing,
    rates,
    team,
    week_plans,
    words,
)
from clinicmgr.demo.scene import ClockOfTheStory, Scene, beginning_before
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings

NAME = "Lakeside Family Practice"
MANAGER = Actor("Ruth Abernathy")

# In this order: each part builds on those before it.
PARTS: tuple[Callable[[Scene], None], ...] = (
    places.add,
    team.add,
    rates.add,
    patterns.add,
    history.add,
    publishing.add,
    week_plans.add,
    problems.add,
    hours.add,
    equipment.add,
    activity.add,
    finance.add,
    words.add,
)


def build(path: Path, *, today: date, progress: Callable[[float, str], None] | None = None) -> None:
    """Make the demo practice for the day `today` in a new file at `path`, and close it.

    Raises UserError if there is a file already. `progress` is told the share done and what is next.
    """
    clock = ClockOfTheStory(datetime.combine(beginning_before(today) - timedelta(8), time(9, 0)))
    settings = ClinicSettings(
        NAME,
        address="200 Lakeside Avenue, Duluth, MN 55802",
        phone="(218) 555-0100",
        subdivision="MN",
        visible_days=(0, 1, 2, 3, 4, 5),
    )
    clinic = Clinic.create(path, settings, clock, MANAGER)
    try:
        scene = Scene(clinic, clock, today)
        for number, part in enumerate(PARTS):
            if progress is not None:
                progress(number / len(PARTS), _("Setting up the demo practice"))
            part(scene)
        clock.at = datetime.combine(today, time(8, 0))
        # From here on the visitor's own changes can be undone, the story behind them cannot.
        clinic.settings.start(replace(settings, demo=True))
    finally:
        clinic.close()
