"""Three years of rosters and leave, and the weeks that are planned already."""

from collections.abc import Iterator
from datetime import date, timedelta

from clinicmgr.demo.patterns import TYPES, minutes
from clinicmgr.demo.scene import Scene
from clinicmgr.demo.team import TEAM
from clinicmgr.schedule.records import ShiftDraft
from clinicmgr.staff.records import EDIT_LEAVE, LeaveDraft, LeaveKind

# Who works what from Monday to Friday, in even and in odd weeks ("-" is a day off), and at which
# site. Whoever works a Saturday has the day off that `SATURDAYS` says.
WEEKS = {
    "Okafor": ("PD PD PD PD -", "PD PD PD PD -", "LM"),
    "Herrera": ("PD PD - PD PD", "PD PD - PD PD", "LM"),
    "Lindqvist": ("PH PH PH PH PH", "PH PH PH PH PH", "HS"),
    "Osei": ("- PD PD PD PD", "- PD PD PD PD", "LM"),
    "Chen": ("PD PD PD - -", "PD PD PD - -", "LM"),
    "Cole": ("NE NE NE NE NE", "NL NL NL NL NL", "LM"),
    "Nowak": ("NL NL NL NL NL", "NE NE NE NE NE", "LM"),
    "Raman": ("NE NE - NE NE", "NL NL - NL NL", "LM"),
    "O'Brien": ("NL NL NL NL NL", "NE NE NE NE NE", "LM"),
    "Lind": ("ME ME ME ME ME", "ML ML ML ML ML", "LM"),
    "Whitfield": ("ML ML ML ML ML", "ME ME ME ME ME", "LM"),
    "Delgado": ("ME ME ME ME ME", "ML ML ML ML ML", "LM"),
    "Boateng": ("MH MH MH MH MH", "MH MH MH MH MH", "HS"),
    "Larsen": ("ML ML - ML ML", "ME ME - ME ME", "LM"),
    "Haddad": ("- - ML ML ML", "- - ME ME ME", "LM"),
    "Kim": ("FE FE FE FE FE", "FL FL FL FL FL", "LM"),
    "Brooks": ("FL FL FL FL FL", "FE FE FE FE FE", "LM"),
    "Müller": ("FH FH FH FH FH", "FH FH FH FH FH", "HS"),
    "Vargas": ("FL FL FL - -", "FE FE FE - -", "LM"),
    "Fontaine": ("FE FE - - -", "FL FL - - -", "LM"),
    "Rahman": ("TD TD TD TD TD", "TD TD TD TD TD", "LM"),
    "Petrova": ("- - TD TD TD", "- - TD TD TD", "LM"),
    "Abernathy": ("OD OD OD OD OD", "OD OD OD OD OD", "LM"),
    "Nguyen-Fitzgerald": ("OD OD - OD OD", "OD OD - OD OD", "LM"),
}
# type: who takes it in turn, with the weekday (0 is Monday) off in that week
SATURDAYS = {
    "SP": (("Okafor", 3), ("Herrera", 0), ("Osei", 1)),
    "SM": (("Whitfield", 2), ("Delgado", 3), ("Larsen", 4), ("Haddad", 2)),
    "SF": (("Kim", 0), ("Brooks", 1), ("Fontaine", 0)),
}
CALLED_IN_SICK_EVERY = 23  # weeks
PLANNED_WEEKS = 2  # this one and the next; the ones behind them wait for "Fill"
LEFT_OPEN = {("Vargas", 1), ("Larsen", 0), ("O'Brien", 3), ("Osei", 4)}  # in the second week

_TYPES = {row[0]: row for row in TYPES}


def add(scene: Scene) -> None:
    """Write the leave, then the rosters, month after month."""
    away = _add_leave(scene)
    schedule = scene.clinic.schedule
    monday, batch = scene.beginning, list[ShiftDraft]()
    end = scene.this_monday + timedelta(weeks=PLANNED_WEEKS)
    closed = schedule.closures(scene.beginning, end)
    while monday < end:
        batch += [
            draft
            for draft in _week(scene, monday)
            if draft.day not in closed and draft.day not in away[_member(draft)]
        ]
        following = monday + timedelta(weeks=1)
        if following.month != monday.month or following >= end:
            scene.set_clock(min(monday, scene.today) - timedelta(days=10))
            schedule.edit(add=batch, title=f"Roster for {monday:%B %Y}")
            batch = []
        monday = following


def _week(scene: Scene, monday: date) -> Iterator[ShiftDraft]:
    """The shifts of one week as they are usually planned."""
    number = (monday - scene.beginning).days // 7
    off = dict[str, int]()
    for code, turn in SATURDAYS.items():
        name, day_off = turn[number % len(turn)]
        off[name] = day_off
        yield _draft(scene, name, code, monday + timedelta(days=5), "LM")
    for name, (even, odd, site) in WEEKS.items():
        for weekday, code in enumerate((odd if number % 2 else even).split()):
            day = monday + timedelta(days=weekday)
            left_open = monday > scene.this_monday and (name, weekday) in LEFT_OPEN
            if code != "-" and off.get(name) != weekday and not left_open:
                yield _draft(scene, name, code, day, site)


def _draft(scene: Scene, name: str, code: str, day: date, site: str) -> ShiftDraft:
    _code, _name, start, end, rest, position, room = _TYPES[code]
    return ShiftDraft(
        scene.people[name],
        day,
        minutes(start),
        minutes(end),
        scene.positions[position],
        scene.rooms[room] if room else None,
        scene.sites[site],
        rest,
        type_id=scene.types[code],
    )


def _member(draft: ShiftDraft) -> int:
    assert draft.member_id is not None  # noqa: S101 - nobody plans open shifts years back
    return draft.member_id


def _add_leave(scene: Scene) -> dict[int, set[date]]:
    """A week in winter, two in summer and now and then a sick day; returns who is off when."""
    away: dict[int, set[date]] = {member_id: set() for member_id in scene.people.values()}
    weeks = (scene.this_monday - scene.beginning).days // 7
    for year in range(-(-(weeks + 8) // 52)):
        scene.set_clock(scene.beginning + timedelta(weeks=52 * year) - timedelta(days=1))
        with scene.clinic.journal.change(f"Leave, year {year + 1}", EDIT_LEAVE):
            for number, part in enumerate(TEAM):
                member_id = scene.people[part.last]
                for draft in _leave_in_year(scene, member_id, number, year):
                    scene.clinic.staff.add_leave(draft)
                    length = (draft.last - draft.first).days + 1
                    away[member_id] |= {
                        draft.first + timedelta(days=offset) for offset in range(length)
                    }
    return away


def _leave_in_year(scene: Scene, member_id: int, number: int, year: int) -> Iterator[LeaveDraft]:
    """Spread so that two people are off at a time, and nobody in the week the demo plays in."""
    for week, length in (((number * 2) % 50 + 2, 1), ((number * 2 + 25) % 50 + 1, 1)):
        monday = scene.beginning + timedelta(weeks=52 * year + week)
        if abs((monday - scene.this_monday).days) < 14 or monday > scene.today + timedelta(60):
            continue
        last = monday + timedelta(days=7 * length - 3)
        yield LeaveDraft(member_id, monday, last, LeaveKind.ANNUAL)
    for week in range(number % CALLED_IN_SICK_EVERY, 52, CALLED_IN_SICK_EVERY):
        day = scene.beginning + timedelta(weeks=52 * year + week, days=number % 5)
        taken = {(number * 2) % 50 + 2, (number * 2 + 25) % 50 + 1}
        if week not in taken and day < scene.this_monday - timedelta(days=7):
            yield LeaveDraft(member_id, day, day, LeaveKind.SICK)
