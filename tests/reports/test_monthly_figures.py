"""The figures of a report equal those that anybody would count by hand from the records."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from sqlalchemy import text

from clinicmgr.activity.records import Count, LineKind, PayerClassDraft, ServiceLineDraft
from clinicmgr.clinic import Clinic
from clinicmgr.equipment.records import AssetDraft, Closing, OutageDraft, PlanDraft, Unit
from clinicmgr.finance.records import AccountDraft, AccountKind, EntryDraft
from clinicmgr.kernel.periods import days
from clinicmgr.reports.records import NextKind, Section
from clinicmgr.reports.service import Reports
from clinicmgr.schedule.records import DemandDraft, ShiftDraft
from clinicmgr.staff.records import (
    CredentialDraft,
    CredentialKindDraft,
    LeaveDraft,
    LeaveKind,
    PositionDraft,
    StaffDraft,
)

OCTOBER = date(2026, 10, 1), date(2026, 10, 31)
SPANS = (OCTOBER, (date(2026, 9, 17), date(2026, 10, 4)), (date(2026, 10, 7), date(2026, 10, 7)))
NAMES = ("Ana Ruiz", "Ben Cole", "Cy Moe", "Dee Park", "Eli Kane", "Fay Lund")


def reports_of(clinic: Clinic) -> Reports:
    return Reports(clinic.journal, clinic.clock, clinic)


@pytest.fixture(params=[1, 2, 3])
def practice(request, clinic: Clinic) -> Clinic:
    """Six people with shifts, gaps, leave and one who left, by the throw of dice."""
    dice = Random(request.param)
    staff, schedule = clinic.staff, clinic.schedule
    nurse = staff.add_position(PositionDraft("Nurse", "RN"))
    desk = staff.add_position(PositionDraft("Front desk", "FD"))
    people = []
    for name in NAMES:
        given, family = name.split()
        positions = (nurse, desk) if dice.random() < 0.5 else (desk,)
        people.append(staff.hire(StaffDraft(given, family, date(2025, 6, 1), positions)))
        if dice.random() < 0.8:
            staff.set_contract(people[-1], date(2025, 6, 1), dice.choice((1200, 2400)))
    schedule.add_demand(
        *(
            DemandDraft(position, weekday, 480, dice.choice((720, 1020)), dice.randint(0, 2), 2,
                        date(2025, 7, 1))
            for position in (nurse, desk)
            for weekday in range(6)
        )
    )  # fmt: skip
    shifts = []
    for day in days(date(2025, 8, 25), date(2026, 11, 8)):
        for member in people:
            if dice.random() < 0.35:
                start = dice.choice((420, 480, 540))
                member_id = member if dice.random() < 0.9 else None
                position = dice.choice((nurse, desk))
                shifts.append(ShiftDraft(member_id, day, start, start + 510, position,
                                         break_minutes=30))  # fmt: skip
    schedule.edit(add=shifts)
    for member in people:
        day = date(2025, 9, 1)
        while day < date(2026, 12, 1):
            day += timedelta(dice.randint(10, 90))
            last = day + timedelta(dice.randint(0, 9))
            staff.add_leave(LeaveDraft(member, day, last, dice.choice(list(LeaveKind))))
            day = last
    return clinic


def rows(clinic: Clinic, query: str, first: date, last: date) -> list[tuple]:
    with clinic.journal.read() as db:
        return [tuple(row) for row in db.execute(text(query), {"first": first, "last": last})]


def test_hours_are_the_sum_of_the_shifts_on_record(practice):
    for span in SPANS:
        figures = reports_of(practice).pack(*span).staffing
        found = rows(
            practice,
            'SELECT member_id, "end" - start - break_minutes FROM schedule_shift '
            "WHERE member_id IS NOT NULL AND day BETWEEN :first AND :last",
            *span,
        )
        assert figures.hours.now.minutes == sum(minutes for _member, minutes in found)
        assert figures.hours.now.shifts == len(found)
        assert figures.hours.now.people == len({member for member, _minutes in found})
        by_name = {each.name: each.hours.minutes for each in figures.people}
        for member in practice.staff.members():
            own = sum(minutes for member_id, minutes in found if member_id == member.id)
            assert by_name[member.name] == own
        assert sum(each.hours.minutes for each in figures.positions) == figures.hours.now.minutes
        assert sum(each.hours.people for each in figures.positions) == figures.hours.now.people


def test_twelve_months_add_up_to_the_year(practice):
    figures = reports_of(practice).pack(date(2026, 10, 1), date(2026, 10, 31)).staffing
    parts = figures.hours.months[2:]  # January to October
    assert sum(each.minutes for each in parts) == figures.hours.to_date.minutes
    assert sum(each.overtime_minutes for each in parts) == figures.hours.to_date.overtime_minutes
    assert sum(each.sick_days for each in parts) == figures.hours.to_date.sick_days
    assert figures.hours.months[-1] == figures.hours.now


def test_coverage_is_what_one_counts_minute_by_minute(practice):
    for span in SPANS:
        cover = reports_of(practice).pack(*span).coverage
        schedule = practice.schedule
        closed = schedule.closures(*span)
        shifts = schedule.shifts(*span)
        needed = missing = 0
        short = set()
        for day in days(*span):
            if day in closed:
                continue
            for demand in schedule.demand():
                if not demand.applies(day):
                    continue
                for minute in range(demand.start, demand.end, 30):  # all times are half hours
                    there = {
                        one.member_id
                        for one in shifts
                        if one.day == day
                        and one.position_id == demand.position_id
                        and one.member_id is not None
                        and one.start <= minute < one.end
                    }
                    needed += demand.minimum * 30
                    lacking = max(0, demand.minimum - len(there)) * 30
                    missing += lacking
                    if lacking:
                        short.add(day)
        now = cover.cover.now
        assert (now.needed, now.missing, now.days_short) == (needed, missing, len(short))
        assert sum(each.cover.missing for each in cover.positions) == missing
        assert sum(each.needed for each in cover.weekdays) == needed
        assert [each.missing for each in cover.worst] == sorted(
            (each.missing for each in cover.worst), reverse=True
        )


def test_leave_by_kind_equals_the_days_off_of_the_hours(practice):
    for span in SPANS:
        pack = reports_of(practice).pack(*span)
        by_kind, hours = pack.leave.days, pack.staffing.hours
        for days_off, told in (
            (by_kind.now, hours.now),
            (by_kind.year_ago, hours.year_ago),
            (by_kind.to_date, hours.to_date),
            *zip(by_kind.months, hours.months, strict=True),
        ):
            assert days_off[LeaveKind.SICK] == told.sick_days
            assert sum(days_off.values()) == told.sick_days + told.leave_days
        assert sum(each.days for each in pack.leave.absences) == sum(by_kind.now.values())
        found = rows(
            practice,
            "SELECT id FROM staff_leave WHERE last >= :first AND first <= :last",
            *span,
        )
        assert len(pack.leave.absences) == len(found)


def test_who_came_and_who_left_and_the_turnover(clinic):
    staff = clinic.staff
    nurse = staff.add_position(PositionDraft("Nurse", "RN"))
    for number in range(9):
        staff.hire(StaffDraft(f"N{number}", "Kept", date(2024, 1, 1), (nurse,)))
    gone = staff.hire(StaffDraft("Lea", "Gone", date(2024, 1, 1), (nurse,)))
    staff.end_employment(gone, date(2026, 10, 15))
    staff.hire(StaffDraft("Noa", "Newly", date(2026, 10, 12)))
    figures = reports_of(clinic).pack(*OCTOBER).staffing
    assert [(each.name, each.position, each.day) for each in figures.hired] == [
        ("Noa Newly", "", date(2026, 10, 12))
    ]
    assert [(each.name, each.day) for each in figures.left] == [("Lea Gone", date(2026, 10, 15))]
    assert figures.employed == (10, 10)
    assert figures.left_in_year == 1
    assert figures.average == 10
    assert figures.turnover == Decimal("0.1")


def test_credentials_stand_as_on_the_last_day_of_the_period(clinic):
    staff = clinic.staff
    nurse = staff.add_position(PositionDraft("Nurse", "RN"))
    kind = staff.add_credential_kind(CredentialKindDraft("CPR card", 60, (nurse,)))
    for first, expires in (
        ("Valid", date(2027, 6, 1)), ("Soon", date(2027, 1, 29)), ("Later", date(2027, 1, 30)),
        ("Gone", date(2026, 10, 30)), ("Last", date(2026, 10, 31)), ("None", None),
    ):  # fmt: skip
        member = staff.hire(StaffDraft(first, "Ruiz", date(2024, 1, 1), (nurse,)))
        if expires:
            staff.add_credential(CredentialDraft(member, kind, expires))
    figures = reports_of(clinic).pack(*OCTOBER).credentials
    assert (figures.asked, figures.in_order) == (6, 4)
    assert [each.name for each in figures.expired] == ["Gone Ruiz"]
    assert [each.name for each in figures.missing] == ["None Ruiz"]
    assert [(each.name, each.left) for each in figures.expiring] == [
        ("Last Ruiz", 0), ("Soon Ruiz", 90),
    ]  # fmt: skip


def test_equipment_adds_up_its_work_and_names_what_waited(clinic):
    book = clinic.equipment
    asset = book.add_asset(AssetDraft("E-1", "Autoclave"))
    weekly = book.add_plan(PlanDraft(asset, "Spore test", date(2026, 10, 5), 1, Unit.WEEKS))
    for day, minutes, cost in ((5, 10, 0), (13, 20, 1500), (19, 15, 250)):
        book.complete(weekly, Closing(date(2026, 10, day), "Ana", minutes, cost, 30))
    book.take_out(OutageDraft(asset, date(2026, 10, 20), "Seal", date(2026, 10, 23)))
    pack = reports_of(clinic).pack(*OCTOBER)
    figures, now = pack.equipment, pack.equipment.figures.now
    assert (now.planned_due, now.planned_on_time, now.closed) == (4, 2, 3)
    assert sum(each.cost_cents for each in figures.jobs) == now.cost_cents == 1750
    assert sum(each.labor_minutes for each in figures.jobs) == now.labor_minutes
    assert sum(each.downtime_minutes for each in figures.jobs) == now.downtime_minutes == 90
    assert [each.is_late for each in figures.jobs] == [False, True, False]
    assert sum(each.days for each in figures.outages) == now.days_out_of_service == 3
    assert [(each.title, each.since) for each in figures.waiting] == [
        ("Spore test", date(2026, 10, 26))
    ]
    assert figures.costs == (("Autoclave (E-1)", 1750),)
    for month, span in zip(figures.months, pack.periods.months, strict=True):
        told = book.figures(span.first, span.last)
        assert (month.planned_due, month.planned_on_time, month.cost_cents) == (
            told.planned_due,
            told.planned_on_time,
            told.cost_cents,
        )


def test_an_old_report_printed_later_says_the_same(clinic):
    book = clinic.equipment
    asset = book.add_asset(AssetDraft("E-1", "Autoclave"))
    weekly = book.add_plan(PlanDraft(asset, "Spore test", date(2026, 10, 5), 1, Unit.WEEKS))
    for day in (date(2026, 10, 5), date(2026, 10, 13), date(2026, 10, 19)):
        book.complete(weekly, Closing(day, "Ana"))
    before = reports_of(clinic).pack(*OCTOBER)
    then = before.equipment.figures.now, before.equipment.waiting, before.outlook.events
    book.complete(weekly, Closing(date(2026, 11, 1), "Ana"))  # six days late
    book.complete(weekly, Closing(date(2026, 11, 2), "Ana"))
    after = reports_of(clinic).pack(*OCTOBER)
    assert after.equipment.figures.now == then[0]
    assert after.equipment.waiting == then[1]
    spore_tests = [each for each in after.outlook.events if each.kind is NextKind.MAINTENANCE]
    assert spore_tests == [each for each in then[2] if each.kind is NextKind.MAINTENANCE]
    assert (spore_tests[0].day, spore_tests[0].times) == (date(2026, 11, 2), 13)


def test_each_service_is_asked_once_until_something_changes(practice):
    reports = reports_of(practice)
    pack = reports.pack(*OCTOBER)
    assert reports.pack(*OCTOBER) is pack
    assert pack.staffing is pack.staffing
    reports.set_words(OCTOBER[0], Section.MONEY, "Words change no figure.")
    assert reports.pack(*OCTOBER) is pack
    practice.schedule.remove_shifts([practice.schedule.shifts(*OCTOBER)[0].id])
    assert reports.pack(*OCTOBER) is not pack


def test_activity_is_the_sum_of_the_counts_on_record(clinic):
    dice = Random(7)
    staff, book = clinic.staff, clinic.activity
    nurse = staff.add_position(PositionDraft("Nurse", "RN"))
    people = [staff.hire(StaffDraft(name, "Ruiz", date(2024, 1, 1), (nurse,))) for name in NAMES]
    lines = [book.add_line(ServiceLineDraft(kind.label, kind.value[:3], kind)) for kind in LineKind]
    payers = [
        book.add_payer_class(PayerClassDraft(name, name[:2])) for name in ("Medicare", "Self")
    ]
    book.set_counts(
        [
            Count(day, person, line, dice.choice((*payers, None)), dice.randint(0, 9),
                  dice.randint(0, 2), dice.randint(0, 2))
            for day in (*days(*OCTOBER), *days(date(2025, 10, 1), date(2025, 10, 31)))
            for person in people
            for line in lines
        ],
        "Counts",
    )  # fmt: skip
    figures = reports_of(clinic).pack(*OCTOBER).activity
    query = (
        "SELECT line_id, member_id, payer_class_id, done, no_shows FROM activity_count "
        "WHERE day BETWEEN :first AND :last"
    )
    found = rows(clinic, query, *OCTOBER)
    before = rows(clinic, query, date(2025, 10, 1), date(2025, 10, 31))
    now = figures.totals.now
    assert now.done == sum(row[3] for row in found)
    assert now.no_shows == sum(row[4] for row in found)
    assert figures.totals.year_ago.done == sum(row[3] for row in before)
    assert figures.totals.months[-1].done == now.done
    for place, counted in ((0, figures.lines), (1, figures.providers), (2, figures.payers)):
        own = sorted(
            sum(row[3] for row in found if row[place] == key)
            for key in {row[place] for row in found}
        )
        assert sorted(each.now.done for each in counted) == own
        assert sum(each.year_ago.done for each in counted) == sum(row[3] for row in before)


def test_money_is_the_sum_of_the_entries_of_whole_months(clinic):
    finance = clinic.finance
    fees, rent = finance.add_accounts(
        [
            AccountDraft("4000", "Fees", AccountKind.INCOME, "Care"),
            AccountDraft("6100", "Rent", AccountKind.COST, "Facility"),
        ]
    )
    finance.set_budget(2026, {(fees, 10): 500_000, (rent, 10): 200_000, (rent, 9): 100_000})
    for day, account, cents in (
        (date(2026, 9, 30), rent, 100_000), (date(2026, 10, 1), rent, 190_000),
        (date(2026, 10, 31), fees, 450_000), (date(2025, 10, 5), fees, 400_000),
    ):  # fmt: skip
        finance.add_entry(EntryDraft(day, account, cents))
    money = reports_of(clinic).pack(date(2026, 10, 8), date(2026, 10, 20)).money
    assert money is not None
    assert (money.now.income.actual_cents, money.now.cost.actual_cents) == (450_000, 190_000)
    assert money.now.result.variance_cents == (450_000 - 190_000) - (500_000 - 200_000)
    assert money.to_date.cost.actual_cents == 290_000
    assert money.year_ago.income.actual_cents == 400_000
    assert money.months[-1].month == date(2026, 9, 1)
    assert [each.cost.actual_cents for each in money.months[-2:]] == [0, 100_000]
