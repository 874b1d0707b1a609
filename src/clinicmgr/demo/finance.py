"""What the demo practice planned, earned and spent in three years.

Wages of this year come from the roster, those of earlier years were entered. Last month the
autoclave was repaired and an agency nurse stood in, so that two accounts are over their budget.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from clinicmgr.demo.scene import Scene
from clinicmgr.finance.records import AccountDraft, AccountKind, EntryDraft
from clinicmgr.kernel.periods import add_months, days, month_bounds, months_between

GROWTH = 104  # percent from year to year
INCOME_SEASONS = (104, 98, 103, 100, 98, 94, 90, 95, 102, 108, 104, 104)
COLD_MONTHS = (165, 155, 130, 95, 75, 70, 85, 80, 70, 85, 110, 150)
SHOTS = (60, 50, 50, 50, 60, 70, 90, 130, 210, 240, 130, 60)
EVERY_MONTH = (100,) * 12
WAGES_A_DAY = 744_000  # cents of an open day this year
INSURANCE = (
    ("North Shore Health Plan", 34),
    ("Blue Harbor", 26),
    ("Medicare", 19),
    ("Iron Range Mutual", 13),
    ("State Medicaid", 8),
)


@dataclass(frozen=True, slots=True)
class Habit:
    """What is usual on an account this year: dollars a month, its seasons, and who is paid.

    `swing` is how many percent a month differs from that; each of `bills` is (payee, day of the
    month, share in percent, note).
    """

    number: str
    dollars: int
    bills: tuple[tuple[str, int, int, str], ...]
    seasons: tuple[int, ...] = EVERY_MONTH
    swing: int = 0


HABITS = (
    Habit("4900", 900, (("School district", 20, 100, "Sports physicals"),), SHOTS, 10),
    Habit("5100", 12_300, (("State and federal payroll taxes", 28, 100, ""),), EVERY_MONTH, 2),
    Habit("5200", 14_200, (("Superior Benefits", 1, 82, "Health plan"),
                           ("Northland Trust", 15, 18, "Retirement plan")), EVERY_MONTH, 1),
    Habit("5300", 700, (("Duluth Training Center", 12, 100, ""),), EVERY_MONTH, 30),
    Habit("6000", 9_100, (("Northern Medical Supply", 6, 58, ""),
                          ("Gloves & Gauze Direct", 19, 42, "")), EVERY_MONTH, 7),
    Habit("6050", 7_200, (("Midwest Vaccines", 9, 70, ""), ("Lakehead Pharmacy", 22, 30, "")),
          SHOTS, 6),
    Habit("6100", 1_150, (("Paper Trail Office", 11, 100, ""),), EVERY_MONTH, 12),
    Habit("6200", 3_400, (("Twin Ports Laboratory", 16, 100, ""),), INCOME_SEASONS, 6),
    Habit("7000", 14_500, (("Lakeside Properties", 1, 72, "Lakeside Avenue"),
                           ("Hillside Plaza LLC", 1, 28, "Hillside"))),
    Habit("7100", 2_150, (("Lake County Power", 14, 62, ""), ("City of Duluth", 18, 38, "Water")),
          COLD_MONTHS, 5),
    Habit("7200", 2_850, (("Harbor Cleaning", 3, 76, ""), ("MediWaste", 24, 24, "Red bags"))),
    Habit("7300", 850, (("Zenith Biomedical", 17, 100, "Maintenance"),), EVERY_MONTH, 20),
    Habit("8000", 6_400, (("Physicians Mutual", 2, 88, "Malpractice"),
                          ("Great Lakes Casualty", 2, 12, "Property"))),
    Habit("8100", 4_250, (("ChartWell", 5, 71, "Records system"),
                          ("Arrowhead Telephone", 8, 29, ""))),
    Habit("8200", 1_500, (("Bergstrom & Hale", 21, 100, "Bookkeeping"),)),
    Habit("8300", 2_750, (("Harbor Bank", 28, 100, "Card fees"),), INCOME_SEASONS, 4),
    Habit("8400", 950, (("Lakeside Gazette", 13, 100, ""),), EVERY_MONTH, 25),
)  # fmt: skip
INSURANCE_DOLLARS, PATIENT_DOLLARS, AGENCY_DOLLARS = 248_000, 27_500, 1_500


def add(scene: Scene) -> None:
    """Keep the chart, the budgets, and the books quarter by quarter; close what is long done."""
    finance = scene.clinic.finance
    first = add_months(scene.beginning.replace(day=1), 1)
    scene.set_clock(first - timedelta(days=5))
    finance.add_starter_chart()
    finance.add_account(
        AccountDraft("5050", "Overtime and agency staff", AccountKind.COST, "Staff")
    )
    finance.set_balancing("Harbor Bank Checking")
    ids = {each.number: each.id for each in finance.accounts()}
    open_days = _open_days(scene, first)
    for year in range(first.year, scene.today.year + 1):
        scene.set_clock(max(date(year - 1, 12, 10), first - timedelta(days=4)))
        _plan(scene, ids, year, open_days)
    chance = Random(20)
    drafts: list[EntryDraft] = []
    for month in months_between(first, scene.today):
        drafts += _month(scene, ids, month, chance, open_days)
        last = month_bounds(month)[1]
        if month.month % 3 == 0 or last >= scene.today:  # the books are brought in each quarter
            scene.set_clock(min(last + timedelta(days=4), scene.today))
            drafts.sort(key=lambda each: each.day)
            finance.add_entries([each for each in drafts if each.day <= scene.today])
            drafts.clear()
    done = month_bounds(add_months(scene.today.replace(day=1), -2))[1]
    if done >= first:
        scene.set_clock(scene.today)
        finance.close_through(done)


def _open_days(scene: Scene, first: date) -> dict[date, int]:
    """Return on how many weekdays the practice is open in each month of these years."""
    begin, end = date(first.year, 1, 1), date(scene.today.year, 12, 31)
    closed = scene.clinic.schedule.closures(begin, end)
    found: dict[date, int] = {}
    for day in days(begin, end):
        if day.weekday() < 5 and day not in closed:
            month = day.replace(day=1)
            found[month] = found.get(month, 0) + 1
    return found


def _grown(scene: Scene, cents: int, year: int) -> int:
    """Return an amount of this year as it was in an earlier one."""
    for _year in range(year, scene.today.year):
        cents = cents * 100 // GROWTH
    return cents


def _plan(scene: Scene, ids: dict[str, int], year: int, open_days: dict[date, int]) -> None:
    usual = [
        ("4000", INSURANCE_DOLLARS, INCOME_SEASONS),
        ("4100", PATIENT_DOLLARS, INCOME_SEASONS),
        ("5050", AGENCY_DOLLARS, EVERY_MONTH),
        *((habit.number, habit.dollars, habit.seasons) for habit in HABITS),
    ]
    cells = {}
    for number, dollars, seasons in usual:
        whole = sum(seasons)
        for month, weight in enumerate(seasons, 1):
            cents = _grown(scene, dollars * 1200 * weight // whole, year)
            cells[ids[number], month] = cents // 1000 * 1000
    for month in range(1, 13):
        wages = _grown(scene, WAGES_A_DAY, year) * open_days.get(date(year, month, 1), 0)
        cells[ids["5000"], month] = wages // 10000 * 10000
    scene.clinic.finance.set_budget(year, cells, f"Budget {year}")


def _month(
    scene: Scene, ids: dict[str, int], month: date, chance: Random, open_days: dict[date, int]
) -> Iterator[EntryDraft]:
    yield from _income(scene, ids, month, chance)
    last_month = month == add_months(scene.today.replace(day=1), -1)
    if month.year < scene.today.year:
        wages = _swung(_grown(scene, WAGES_A_DAY, month.year) * open_days.get(month, 0), 3, chance)
        last = month_bounds(month)[1]
        yield EntryDraft(last, ids["5000"], wages, "Payroll", "Both pay periods")
    agency = AGENCY_DOLLARS * 100 if not last_month else 3_980_00
    note = "Stood in for Marek Nowak" if last_month else ""
    cents = _swung(_grown(scene, agency, month.year), 15, chance)
    yield EntryDraft(month.replace(day=23), ids["5050"], cents, "Arrowhead Nurse Agency", note)
    if last_month:
        note = "Autoclave: door seal and heating element"
        account = ids["7300"]
        yield EntryDraft(month.replace(day=14), account, 3_860_00, "SteriServe", note, "INV-20418")
    for habit in HABITS:
        for payee, day, share, note in habit.bills:
            weight = habit.seasons[month.month - 1]
            cents = habit.dollars * 12 * weight * share // sum(habit.seasons)
            cents = _swung(_grown(scene, cents, month.year), habit.swing, chance)
            number = f"{month.year % 100}{month.month:02}-{chance.randrange(1000, 10000)}"
            yield EntryDraft(
                month.replace(day=min(day, monthrange(month.year, month.month)[1])),
                ids[habit.number], cents, payee, note, number,
            )  # fmt: skip


def _income(scene: Scene, ids: dict[str, int], month: date, chance: Random) -> Iterator[EntryDraft]:
    """Insurers pay each Friday, patients at the desk; together what the season brings."""
    fridays = [day for day in days(*month_bounds(month)) if day.weekday() == 4]
    season = INCOME_SEASONS[month.month - 1]
    for dollars, parts, account in (
        (INSURANCE_DOLLARS, INSURANCE, ids["4000"]),
        (PATIENT_DOLLARS, (("Patients", 100),), ids["4100"]),
    ):
        whole = dollars * 1200 * season // sum(INCOME_SEASONS)
        for day in fridays:
            for payer, share in parts:
                cents = _grown(scene, whole * share // 100 // len(fridays), month.year)
                yield EntryDraft(day, account, _swung(cents, 6, chance), payer)


def _swung(cents: int, percent: int, chance: Random) -> int:
    """Return the amount up to that many percent up or down, to the cent."""
    return cents + cents * chance.randint(-10 * percent, 10 * percent) // 1000
