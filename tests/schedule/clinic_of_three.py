"""A small clinic for the rules' tests: Ann and Bob are medical assistants, Cy is front desk."""

from datetime import date
from typing import Any

from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.periods import parse_time_range
from clinicmgr.places.records import Room, Site
from clinicmgr.schedule.records import Demand, Facts, Person, Shift, Violation
from clinicmgr.schedule.rules import check
from clinicmgr.staff.records import (
    Credential,
    CredentialKind,
    Leave,
    Position,
    Skill,
    Window,
)

MA, FD = 1, 2
XRAY = 1
CPR = 1
MAIN, NORTH = 1, 2
EXAM = 1
ANN, BOB, CY = 1, 2, 3
MON, TUE, WED, THU, FRI, SAT, SUN = (date(2026, 11, day) for day in range(16, 23))
LONG_AGO = date(2020, 1, 1)


def person(member_id: int, name: str, position_id: int, **terms: Any) -> Person:
    return Person(member_id, name, (position_id,), **({"started": LONG_AGO} | terms))


def contract(minutes: int, from_day: date = LONG_AGO) -> Dated[int]:
    return Dated(((from_day, minutes),))


def available(*windows: tuple[int, str]) -> Dated[tuple[Window, ...]]:
    made = tuple(Window(weekday, *parse_time_range(times)) for weekday, times in windows)
    return Dated(((LONG_AGO, made),))


def leave(member_id: int, first: date, last: date) -> tuple[Leave, ...]:
    return (Leave(1, member_id, first, last),)


def cpr(member_id: int, expires: date, issued: date | None = None) -> Credential:
    return Credential(member_id, member_id, CPR, "", issued, expires)


def facts(*people: Person, **more: Any) -> Facts:
    everybody = {ANN: person(ANN, "Ann Lee", MA), BOB: person(BOB, "Bob Roy", MA)}
    everybody |= {CY: person(CY, "Cy Fox", FD)}
    everybody |= {one.id: one for one in people}
    values: dict[str, Any] = {
        "people": everybody,
        "positions": {
            MA: Position(MA, "Medical assistant", "MA"),
            FD: Position(FD, "Front desk", "FD"),
        },
        "skills": {XRAY: Skill(XRAY, "X-ray")},
        "rooms": {EXAM: Room(MAIN, "Exam 1", "EX1", id=EXAM)},
        "sites": {MAIN: Site("Main Street", "M", id=MAIN)},
        "credential_kinds": {CPR: CredentialKind(CPR, "CPR card")},
        "locale": "en_GB",
    }
    return Facts(**(values | more))


def shift(shift_id: int, member_id: int | None, day: date, times: str, **more: Any) -> Shift:
    start, end = parse_time_range(times)
    position = more.pop("position_id", FD if member_id == CY else MA)
    return Shift(shift_id, member_id, day, start, end, position, **more)


def demand(day: date, times: str, minimum: int, ideal: int | None = None, **more: Any) -> Demand:
    start, end = parse_time_range(times)
    values: dict[str, Any] = {"position_id": MA, "site_id": None, "from_day": LONG_AGO}
    values |= {"id": 1, "weekday": day.weekday(), "start": start, "end": end}
    values |= {"minimum": minimum, "ideal": minimum if ideal is None else ideal}
    return Demand(**(values | more))


def found(
    shifts: list[Shift], given: Facts, first: date = MON, last: date = SUN
) -> tuple[Violation, ...]:
    return check(shifts, given, first, last)


def sentences(shifts: list[Shift], given: Facts, first: date = MON, last: date = SUN) -> list[str]:
    return [one.sentence for one in found(shifts, given, first, last)]
