"""A small practice with five accounts, a budget, and one assistant on the roster."""

from dataclasses import dataclass
from datetime import date

import pytest

from clinicmgr.clinic import Clinic
from clinicmgr.finance.records import AccountDraft, AccountKind, EntryDraft
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.journal import Journal
from clinicmgr.schedule.records import ShiftDraft
from clinicmgr.staff.records import PositionDraft, StaffDraft

TODAY = date(2026, 11, 18)
OCTOBER = date(2026, 10, 1)
JANUARY = date(2026, 1, 1)
VISITS, WAGES, SUPPLIES, RENT, REPAIR = "4000", "5000", "6000", "7000", "7300"


@dataclass(frozen=True)
class Chart:
    """The ids of the accounts of the small practice."""

    visits: int
    wages: int
    supplies: int
    rent: int
    repair: int


@pytest.fixture
def finance(clinic: Clinic) -> Finance:
    return clinic.finance


@pytest.fixture
def chart(finance: Finance) -> Chart:
    """One account of income, four of cost; wages come from the roster."""
    income, cost = AccountKind.INCOME, AccountKind.COST
    ids = finance.add_accounts(
        [
            AccountDraft(VISITS, "Patient payments", income, "Patient care"),
            AccountDraft(WAGES, "Wages", cost, "Staff", is_labor=True),
            AccountDraft(SUPPLIES, "Medical supplies", cost, "Supplies"),
            AccountDraft(RENT, "Rent", cost, "Facility"),
            AccountDraft(REPAIR, "Equipment repair", cost, "Facility"),
        ]
    )
    return Chart(*ids)


@pytest.fixture
def planned(finance: Finance, chart: Chart) -> Chart:
    """Each month of 2026: 9,000 of income, 2,000 wages, 600 supplies, 1,500 rent, 100 repair."""
    plan = {
        chart.visits: 9_000_00,
        chart.wages: 2_000_00,
        chart.supplies: 600_00,
        chart.rent: 1_500_00,
        chart.repair: 100_00,
    }
    cells = {(account, month): cents for account, cents in plan.items() for month in range(1, 13)}
    finance.set_budget(2026, cells)
    return chart


@pytest.fixture
def october(finance: Finance, planned: Chart) -> Chart:
    """October came to 9,400 of income, 550 supplies, 1,500 rent and the autoclave for 1,840."""
    finance.add_entries(
        [
            EntryDraft(date(2026, 10, 30), planned.visits, 9_400_00, "Patients"),
            EntryDraft(date(2026, 10, 5), planned.supplies, 580_00, "Northern Medical", "", "8841"),
            EntryDraft(
                date(2026, 10, 19), planned.supplies, -30_00, "Northern Medical", "Returned"
            ),
            EntryDraft(date(2026, 10, 1), planned.rent, 1_500_00, "Lakeside Properties"),
            EntryDraft(date(2026, 10, 13), planned.repair, 1_840_00, "SteriServe", "Autoclave"),
        ]
    )
    return planned


@pytest.fixture
def on_the_roster(clinic: Clinic) -> int:
    """Rosa Delgado earns 20.00 an hour and works Mondays in October, 8 to 12; return her id."""
    return put_rosa_on_the_roster(clinic)


def put_rosa_on_the_roster(clinic: Clinic) -> int:
    staff = clinic.staff
    position = staff.add_position(PositionDraft("Medical assistant", "MA"))
    rosa = staff.hire(StaffDraft("Rosa", "Delgado", JANUARY, (position,)))
    staff.set_pay_rate(rosa, JANUARY, 20_00)
    for day in (5, 12, 19, 26):
        draft = ShiftDraft(rosa, date(2026, 10, day), 8 * 60, 12 * 60, position)
        clinic.schedule.add_shift(draft)
    return rosa


@pytest.fixture
def journal_of(clinic: Clinic) -> Journal:
    """The journal of the same practice."""
    return clinic.journal
