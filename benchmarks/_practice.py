"""Practices to measure with: sixty people, and ten years of their rosters."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from clinicmgr import __version__
from clinicmgr.clinic import Clinic, opened
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import FixedClock
from clinicmgr.kernel.practice import SCHEMA_VERSION
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.places.records import RoomDraft, SiteDraft
from clinicmgr.schedule.records import DemandDraft, ShiftDraft, ShiftTypeDraft
from clinicmgr.staff.records import CredentialKindDraft, Newcomer, PositionDraft, StaffDraft

TODAY = date(2026, 11, 18)
MONDAY = TODAY - timedelta(days=TODAY.weekday())
CLOCK = FixedClock(datetime(2026, 11, 18, 9, 0))
ACTOR = Actor("Benchmark")
PEOPLE, YEARS = 60, 10
POSITIONS = (
    *(("Provider", "PR"), ("Nurse", "RN"), ("Medical assistant", "MA")),
    *(("Front desk", "FD"), ("Technician", "TE"), ("Administration", "AD")),
)
EARLY, LATE = (7 * 60 + 30, 16 * 60), (9 * 60 + 30, 18 * 60)


def ten_years() -> Path:
    """Return the practice with ten years of shifts; it is built once and kept for the next run."""
    folder = Path(tempfile.gettempdir()) / "clinicmgr-benchmarks"
    folder.mkdir(exist_ok=True)
    path = folder / f"ten-years-{__version__}-{SCHEMA_VERSION}.clinic"
    if not path.exists():
        print("  (building ten years of rosters, once …)")
        fresh = path.with_suffix(".new")
        for leftover in folder.glob(f"{fresh.name}*"):
            leftover.unlink()
        begin = MONDAY - timedelta(weeks=52 * YEARS)
        build(fresh, begin, MONDAY + timedelta(weeks=2))
        fresh.replace(path)
    return path


@contextmanager
def practice(begin: date = MONDAY, end: date = MONDAY, *, people: int = PEOPLE) -> Iterator[Clinic]:
    """Give an open practice in a folder of its own, with shifts from begin until before end."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "benchmark.clinic"
        build(path, begin, end, people)
        with opened(path, CLOCK, ACTOR) as clinic:
            yield clinic


def build(path: Path, begin: date, end: date, count: int = PEOPLE) -> None:
    """Make a practice of so many people with shifts from begin until before end."""
    clinic = Clinic.create(path, ClinicSettings("Ten Years Clinic"), CLOCK, ACTOR)
    try:
        people = _hire(clinic, begin, count)
        batch: list[ShiftDraft] = []
        for number in range((end - begin).days):
            day = begin + timedelta(days=number)
            batch += roster_of(clinic, people, day)
            if batch and (day + timedelta(days=1)).day == 1:
                clinic.schedule.edit(add=batch, title=f"Roster for {day:%B %Y}")
                batch = []
        clinic.schedule.edit(add=batch)
    finally:
        clinic.close()


def roster_of(clinic: Clinic, people: list[tuple[int, int]], day: date) -> list[ShiftDraft]:
    """Return the shifts of a day: everybody from Monday to Friday, early and late by turns."""
    if day.weekday() > 4:
        return []
    rooms = [room.id for room in clinic.places.rooms()]
    week = day.toordinal() // 7
    drafts = []
    for number, (member_id, position_id) in enumerate(people):
        start, end = (EARLY, LATE)[(number + week) % 2]
        room = rooms[number % len(rooms)]
        drafts.append(ShiftDraft(member_id, day, start, end, position_id, room, None, 30))
    return drafts


def _hire(clinic: Clinic, begin: date, count: int) -> list[tuple[int, int]]:
    """Furnish the practice and return (member, position) of everybody."""
    sites = [clinic.places.add_site(SiteDraft(name, name[0])) for name in ("Main Street", "Harbor")]
    for number in range(12):
        clinic.places.add_room(RoomDraft(sites[number % 2], f"Room {number}", f"R{number}", 10))
    positions = [
        clinic.staff.add_position(PositionDraft(name, code, color, color))
        for color, (name, code) in enumerate(POSITIONS)
    ]
    card = clinic.staff.add_credential_kind(CredentialKindDraft("CPR card", 60, (positions[1],)))
    newcomers = [
        Newcomer(
            StaffDraft(f"First{n:02}", f"Last{n:02}", begin, (positions[n % len(positions)],)),
            2400,
            None,
            ((card, TODAY + timedelta(days=n * 7)),),
        )
        for n in range(count)
    ]
    ids = clinic.staff.hire_all(newcomers)
    _need(clinic, positions, sites, begin)
    return [(id_, positions[n % len(positions)]) for n, id_ in enumerate(ids)]


def _need(clinic: Clinic, positions: list[int], sites: list[int], begin: date) -> None:
    types = (("Early", "E", *EARLY), ("Late", "L", *LATE))
    for name, code, start, end in types:
        clinic.schedule.add_shift_type(ShiftTypeDraft(name, code, start, end, 30))
    clinic.schedule.add_demand(
        *(
            DemandDraft(position, weekday, 480, 1020, 2, 4, begin, site_id=site)
            for position in positions
            for site in sites
            for weekday in range(5)
        )
    )
