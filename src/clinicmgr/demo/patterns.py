"""The shift types of the demo practice and what each weekday needs."""

from datetime import timedelta

from clinicmgr.demo.scene import Scene
from clinicmgr.schedule.records import DemandDraft, ShiftTypeDraft

# code, name, start, end, break, position, room
TYPES = (
    ("PD", "Provider day", "8:00", "17:00", 60, "PR", None),
    ("PH", "Provider Harbor", "8:00", "16:30", 30, "PR", "H1"),
    ("NE", "Nurse early", "7:30", "16:00", 30, "RN", None),
    ("NL", "Nurse late", "9:30", "18:00", 30, "RN", None),
    ("ME", "Assistant early", "7:30", "16:00", 30, "MA", None),
    ("ML", "Assistant late", "9:30", "18:00", 30, "MA", None),
    ("MH", "Assistant Harbor", "8:00", "16:30", 30, "MA", "H1"),
    ("FE", "Front early", "7:30", "15:30", 30, "FD", "FD"),
    ("FL", "Front late", "10:00", "18:00", 30, "FD", "FD"),
    ("FH", "Front Harbor", "8:00", "16:30", 30, "FD", "HD"),
    ("TD", "Technician day", "8:00", "16:30", 30, "TE", "LB"),
    ("OD", "Office day", "8:30", "17:00", 30, "AD", None),
    ("SP", "Saturday provider", "8:00", "12:30", 0, "PR", None),
    ("SM", "Saturday assistant", "8:00", "12:30", 0, "MA", None),
    ("SF", "Saturday front", "8:00", "12:30", 0, "FD", "FD"),
)
WEEKDAYS, SATURDAY = (0, 1, 2, 3, 4), (5,)
# position, site, days, start, end, minimum, ideal
DEMAND = (
    ("PR", "LM", WEEKDAYS, "8:00", "17:00", 2, 3),
    ("RN", "LM", WEEKDAYS, "7:30", "18:00", 1, 2),
    ("MA", "LM", WEEKDAYS, "7:30", "18:00", 1, 2),
    ("MA", "LM", WEEKDAYS, "9:30", "16:00", 2, 3),
    ("FD", "LM", WEEKDAYS, "7:30", "18:00", 1, 1),
    ("FD", "LM", WEEKDAYS, "10:00", "15:30", 2, 2),
    ("TE", "LM", WEEKDAYS, "8:00", "16:30", 1, 1),
    ("AD", "LM", WEEKDAYS, "8:30", "17:00", 1, 1),
    ("PR", "HS", WEEKDAYS, "8:00", "16:30", 1, 1),
    ("MA", "HS", WEEKDAYS, "8:00", "16:30", 1, 1),
    ("FD", "HS", WEEKDAYS, "8:00", "16:30", 1, 1),
    ("PR", "LM", SATURDAY, "8:00", "12:30", 1, 1),
    ("MA", "LM", SATURDAY, "8:00", "12:30", 1, 1),
    ("FD", "LM", SATURDAY, "8:00", "12:30", 1, 1),
)


def add(scene: Scene) -> None:
    """Name the patterns and say what is needed, before the first roster."""
    scene.set_clock(scene.beginning - timedelta(days=4))
    schedule = scene.clinic.schedule
    for code, name, start, end, rest, position, room in TYPES:
        scene.types[code] = schedule.add_shift_type(
            ShiftTypeDraft(
                name,
                code,
                minutes(start),
                minutes(end),
                rest,
                scene.positions[position],
                scene.rooms[room] if room else None,
            )
        )
    schedule.add_demand(
        *(
            DemandDraft(
                scene.positions[position],
                weekday,
                minutes(start),
                minutes(end),
                minimum,
                ideal,
                scene.beginning,
                site_id=scene.sites[site],
            )
            for position, site, weekdays, start, end, minimum, ideal in DEMAND
            for weekday in weekdays
        )
    )


def minutes(clock: str) -> int:
    """Read "7:30" as minutes from midnight."""
    hours, rest = clock.split(":")
    return int(hours) * 60 + int(rest)
