"""A crowded practice: sixty people, names as long as they may be, and texts that look like code.

What prints well for this one prints well for everybody.
"""

from datetime import date, timedelta

from clinicmgr.activity.records import Count, PayerClassDraft, ServiceLineDraft
from clinicmgr.clinic import Clinic
from clinicmgr.equipment.records import (
    AssetDraft,
    Check,
    CheckResult,
    Closing,
    PlanDraft,
    PointDraft,
    ReadingDraft,
)
from clinicmgr.finance.records import AccountDraft, EntryDraft
from clinicmgr.places.records import RoomDraft, SiteDraft
from clinicmgr.rates.records import FeeScheduleDraft, PayerDraft, ServiceDraft
from clinicmgr.schedule.records import DemandDraft, ShiftDraft
from clinicmgr.staff.records import (
    CredentialDraft,
    CredentialKindDraft,
    LeaveDraft,
    LeaveKind,
    PositionDraft,
    StaffDraft,
)

TODAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 16)
LONG_AGO = date(2024, 2, 1)
PEOPLE = 60
CODE_LIKE = ("=1+1", "<b>bold</b>", "Q&A &amp; more", "@SUM(A1)", "Zoë 🩺", "-2+3")
"""What people might type anywhere; it is text and nothing else."""
CHECKED = (Check("=1+1", CheckResult.OK, "<b>done & dusted</b>"),)
LONG = "Maria-Magdalena Wolfeschlegelsteinhausenbergerdorff von und zu "


def long_name(number: int, length: int = 200) -> str:
    """Return a name of that length that ends in its number, so that a cut one is missed."""
    end = f"Nr{number:03d}"
    return (LONG * 5)[: length - len(end) - 1].strip() + " " + end


def marks(count: int = PEOPLE) -> list[str]:
    """Return what each of the long names ends in."""
    return [f"Nr{number:03d}" for number in range(count)]


def crowd(clinic: Clinic) -> Clinic:
    """Fill an empty practice to the brim; return it."""
    positions, kinds = _words(clinic)
    rooms = _places(clinic)
    people = _people(clinic, positions, kinds)
    _roster(clinic, people, positions, rooms)
    _machines(clinic, rooms)
    _prices(clinic)
    _work(clinic, people, rooms)
    _money(clinic)
    return clinic


def _words(clinic: Clinic) -> tuple[list[int], list[int]]:
    names = ["Nurse", "Medical assistant with a rather long title", *CODE_LIKE[:4]]
    positions = [
        clinic.staff.add_position(PositionDraft(name, f"P{chr(65 + at)}", at, at))
        for at, name in enumerate(names)
    ]
    kinds = [
        clinic.staff.add_credential_kind(
            CredentialKindDraft(f"{name} license, renewed every second year {at}", 60, (each,))
        )
        for at, (name, each) in enumerate(zip(names * 2, positions * 2, strict=True))
    ]
    return positions, kinds


def _places(clinic: Clinic) -> list[int]:
    sites = [
        clinic.places.add_site(SiteDraft(name, f"S{at}"))
        for at, name in enumerate(("Lakeside <main>", long_name(900, 80)))
    ]
    return [
        clinic.places.add_room(RoomDraft(site, f"{name} {site}", f"R{site}{at}"))
        for site in sites
        for at, name in enumerate(("Exam =1+1", "Laboratory & sterile goods " * 2))
    ]


def _people(clinic: Clinic, positions: list[int], kinds: list[int]) -> list[int]:
    people = []
    for at in range(PEOPLE):
        words = CODE_LIKE[at % len(CODE_LIKE)] if at < len(CODE_LIKE) else ""
        own = tuple(dict.fromkeys((positions[at % 6], positions[(at + at // 6) % 6])))
        draft = StaffDraft(
            words or "Ana",
            long_name(at, 200 if at % 3 == 0 else 40),
            LONG_AGO,
            own,
            email=f"{'very.long.address.' * 3}{at}@lakeside-family-practice.example",
            phone=f"+1 (218) 555-0{at:03d} ext. 12345",
            number=f"{1000 + at}",
        )
        people.append(clinic.staff.hire(draft))
        clinic.staff.set_contract(people[-1], LONG_AGO, 40 * 60)
    for at, member in enumerate(people):
        kind = kinds[at % 6]
        clinic.staff.add_credential(
            CredentialDraft(member, kind, TODAY + timedelta(at * 9 - 60), None, f"={at}+1")
        )
        if at % 4 == 0:
            first = MONDAY + timedelta(at % 7)
            leave = LeaveDraft(
                member, first, first + timedelta(at % 9), list(LeaveKind)[at // 4 % 4]
            )
            clinic.staff.add_leave(leave)
    return people


def _roster(clinic: Clinic, people: list[int], positions: list[int], rooms: list[int]) -> None:
    drafts = [
        ShiftDraft(
            member, MONDAY + timedelta(day), 450, 990, positions[at % 6], rooms[at % 4], None, 30,
            "=1+1 <b>bring the keys & the long list of everything</b>" if at % 9 == 0 else "",
        )
        for at, member in enumerate(people)
        for day in (at % 3, at % 3 + 1, at % 3 + 2)
    ]  # fmt: skip
    clinic.schedule.edit(add=drafts, title="Crowd")
    clinic.schedule.add_demand(
        *(
            DemandDraft(each, day, 480, 960, 14, 15, LONG_AGO)
            for each in positions
            for day in (0, 4)
        )
    )


def _machines(clinic: Clinic, rooms: list[int]) -> None:
    equipment = clinic.equipment
    assets = []
    for at in range(30):
        name = CODE_LIKE[at] if at < len(CODE_LIKE) else long_name(at, 80 if at % 3 == 0 else 40)
        assets.append(equipment.add_asset(
            AssetDraft(
                f"TAG-WITH-24-LETTERS-X{at:03d}", name, "Sterilization & cold storage",
                "=Maker", "Model <i>9</i> " * 3, "SERIAL0123456789ABCDEFGHIJKLMNOP" * 2,
                rooms[at % 4], LONG_AGO, 123_456_789, TODAY + timedelta(30), "Vendor & Sons, =1+1",
            )
        ))  # fmt: skip
        plan = equipment.add_plan(
            PlanDraft(
                assets[-1], f"Yearly check <b>{at}</b>", date(2026, 2, 1), checklist=("=1+1",)
            )
        )
        if at < 6:
            notes = "<b>Oiled</b> & =1+1 " * 20
            equipment.complete(
                plan,
                Closing(date(2026, 3, 1), f"Person {'x' * 60}", 90, 12_300, 60, notes, CHECKED),
            )
    point = equipment.add_point(
        PointDraft(assets[-1], "Temperature =1+1", LONG_AGO, "°C", 1, 20, 80, (480, 960))
    )
    for day in (2, 3, 4):
        equipment.record(ReadingDraft(point, date(2026, 11, day), 480, 85, "A. <b>", "=1+1 " * 30))


def _prices(clinic: Clinic) -> None:
    rates = clinic.rates
    services = rates.add_services(
        [
            ServiceDraft(f"X{at:04d}", "", long_name(at, 200 if at % 5 == 0 else 40),
                         15, CODE_LIKE[at % 6])
            for at in range(40)
        ]
    )  # fmt: skip
    prices: dict[int, int | None] = {each: 12_345_67 + each for each in services}
    rates.set_own_prices(TODAY, prices)
    for at in range(7):
        payer = rates.add_payer(PayerDraft(f"{long_name(at, 60)} & Sons {at}"))
        schedule = rates.add_schedule(FeeScheduleDraft(f"=Payer <b>{at}</b> Health Plan", payer))
        rates.set_prices(schedule, TODAY, dict.fromkeys(services, 2345678))


def _work(clinic: Clinic, people: list[int], rooms: list[int]) -> None:
    activity = clinic.activity
    lines = [
        activity.add_line(
            ServiceLineDraft(
                words if at < 6 else long_name(at, 60),
                f"L{at}",
                minutes=20,
                room_ids=(rooms[at % 4],),
            )
        )
        for at, words in enumerate(CODE_LIKE * 2)
    ]
    classes = [
        activity.add_payer_class(PayerClassDraft(f"{words} payers", f"C{at}"))
        for at, words in enumerate(CODE_LIKE)
    ]
    counts = [
        Count(day, member, lines[at % 12], classes[at % 6], 100 + at, at % 5, at % 7)
        for day in (MONDAY, MONDAY + timedelta(1), date(2026, 10, 12))
        for at, member in enumerate(people)
    ]
    activity.set_counts(counts, "Crowd")


def _money(clinic: Clinic) -> None:
    finance = clinic.finance
    accounts = finance.add_accounts(
        [
            AccountDraft(f"{5000 + at}", words, group="Q&A <b>costs</b>")
            for at, words in enumerate([*CODE_LIKE, *(long_name(at, 60) for at in range(20))])
        ]
    )
    finance.set_budget(
        2026, {(each, month): 1_234_567_89 for each in accounts for month in range(1, 13)}
    )
    finance.add_entries(
        [
            EntryDraft(
                day, each, 2_345_678_90 + at, f"=Payee {long_name(at, 60)}", CODE_LIKE[at % 6]
            )
            for at, each in enumerate(accounts)
            for day in (MONDAY, date(2026, 10, 12))
        ]
    )
