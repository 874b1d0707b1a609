"""The 24 people of the demo practice: who they are, what they may do, what was agreed."""

from dataclasses import dataclass
from datetime import date, timedelta

from clinicmgr.demo.scene import Scene
from clinicmgr.staff.records import (
    EDIT_STAFF,
    CredentialKindDraft,
    Newcomer,
    PositionDraft,
    SkillDraft,
    StaffDraft,
    Window,
)

# code, name, color
POSITIONS = (
    ("PR", "Provider", 0),
    ("RN", "Nurse", 1),
    ("MA", "Medical assistant", 2),
    ("FD", "Front desk", 3),
    ("TE", "Technician", 5),
    ("AD", "Administration", 6),
)
SKILLS = ("X-ray", "Phlebotomy", "Spanish", "Wound care")
CARD = "CPR card"
NEEDS_CARD = ("PR", "RN", "MA", "TE")
WHOLE_WEEK = (0, 1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Part:
    """One person: positions (main one first), hours a week, cents an hour, and the rest.

    `card` is how many days from today the CPR card is still valid (negative: it expired).
    """

    first: str
    last: str
    positions: str
    hours: int
    pay: int
    skills: tuple[str, ...] = ()
    days: tuple[int, ...] = WHOLE_WEEK
    card: int = 400


TEAM = (
    Part("Amara", "Okafor", "PR", 36, 11800, ("Spanish",), card=210),
    Part("Luis", "Herrera", "PR", 36, 11600, ("Spanish",), card=520),
    Part("Ingrid", "Lindqvist", "PR", 40, 12100, card=95),
    Part("Samuel", "Osei", "PR", 36, 11200, ("Wound care",), card=610),
    Part("Mei-Ling", "Chen", "PR", 24, 11900, days=(0, 1, 2), card=330),
    Part("Bethany", "Cole", "RN", 40, 4350, ("Wound care", "Phlebotomy"), card=16),
    Part("Marek", "Nowak", "RN", 40, 4200, ("Phlebotomy",), card=300),
    Part("Priya", "Raman", "RN", 32, 4400, ("Wound care",), card=450),
    Part("Siobhan", "O'Brien", "RN", 40, 4550, card=180),
    Part("Tessa", "Lind", "MA", 40, 2450, ("Phlebotomy",), card=-19),
    Part("Jordan", "Whitfield", "MA", 40, 2400, card=260),
    Part("Rosa", "Delgado", "MA", 40, 2500, ("Spanish", "Phlebotomy"), card=505),
    Part("Kwame", "Boateng", "MA", 40, 2380, card=150),
    Part("Emily", "Larsen", "MA FD", 32, 2420, card=290),
    Part("Noor", "Haddad", "MA", 24, 2360, days=(2, 3, 4, 5), card=37),
    Part("Grace", "Kim", "FD", 40, 2200),
    Part("Devon", "Brooks", "FD", 40, 2150),
    Part("Hannah", "Müller", "FD", 40, 2250, ("Spanish",)),
    Part("Tomás", "Vargas", "FD", 30, 2150, ("Spanish",)),
    Part("Lucille", "Fontaine", "FD MA", 20, 2300, days=(0, 1, 5), card=120),
    Part("Ali", "Rahman", "TE", 40, 3100, ("X-ray",), card=240),
    Part("Sofia", "Petrova", "TE", 24, 3050, ("X-ray",), days=(2, 3, 4), card=365),
    Part("Ruth", "Abernathy", "AD", 40, 3900),
    Part("Walter", "Nguyen-Fitzgerald", "AD FD", 32, 2800),
)


def add(scene: Scene) -> None:
    """Hire everybody at once, a few days before the first roster."""
    scene.set_clock(scene.beginning - timedelta(days=5))
    staff = scene.clinic.staff
    for rank, (code, name, color) in enumerate(POSITIONS):
        scene.positions[code] = staff.add_position(PositionDraft(name, code, color, rank))
    skills = {name: staff.add_skill(SkillDraft(name)) for name in SKILLS}
    needing = tuple(scene.positions[code] for code in NEEDS_CARD)
    card = staff.add_credential_kind(CredentialKindDraft(CARD, 45, needing))
    newcomers = [_newcomer(scene, part, number, skills, card) for number, part in enumerate(TEAM)]
    ids = staff.hire_all(newcomers)
    for part, member_id in zip(TEAM, ids, strict=True):
        scene.people[part.last] = member_id
    _agree_on_pay(scene)


def _newcomer(scene: Scene, part: Part, number: int, skills: dict[str, int], card: int) -> Newcomer:
    codes = part.positions.split()
    draft = StaffDraft(
        part.first,
        part.last,
        _started(scene, number),
        tuple(scene.positions[code] for code in codes),
        tuple(skills[name] for name in part.skills),
        email=f"{_ascii(part.first)}.{_ascii(part.last)}@lakeside.example",
        phone=f"(218) 555-01{number + 10:02}",
        number=str(number + 101),
    )
    windows = None
    if part.days != WHOLE_WEEK:
        windows = tuple(Window(day, 7 * 60, 19 * 60) for day in part.days)
    needs = any(code in NEEDS_CARD for code in codes)
    cards = ((card, scene.today + timedelta(days=part.card)),) if needs else ()
    return Newcomer(draft, part.hours * 60, windows, cards)


def _started(scene: Scene, number: int) -> date:
    """Nobody has come on the same day; all are there before the first roster."""
    return scene.beginning - timedelta(days=30 + 97 * number)


def _ascii(name: str) -> str:
    kept = name.lower().replace("ü", "u").replace("á", "a")
    return "".join(letter for letter in kept if letter.isalpha())


def _agree_on_pay(scene: Scene) -> None:
    """Everybody has a rate from the beginning and a raise of four percent since a year ago."""
    staff = scene.clinic.staff
    raised_on = scene.this_monday - timedelta(weeks=52)
    with scene.clinic.journal.change("Pay rates", EDIT_STAFF):
        for part in TEAM:
            member_id = scene.people[part.last]
            staff.set_pay_rate(member_id, scene.beginning, part.pay)
            staff.set_pay_rate(member_id, raised_on, part.pay * 104 // 100)
