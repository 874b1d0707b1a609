"""Ten years of sixty people are asked for as quickly as a week of three."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, event

from clinicmgr.staff.records import (
    EDIT_STAFF,
    CredentialDraft,
    LeaveDraft,
    Newcomer,
    StaffDraft,
    Window,
)

TODAY = date(2026, 11, 18)
HIRED = date(2016, 11, 18)
MOST_QUESTIONS = 7
SHORT_WEEK = tuple(Window(weekday, 480, 1020) for weekday in range(5))


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collect every SELECT that is sent meanwhile."""
    asked: list[str] = []

    def remember(connection, cursor, statement, parameters, context, many):
        if statement.lstrip().upper().startswith("SELECT"):
            asked.append(statement)

    event.listen(Engine, "before_cursor_execute", remember)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", remember)


@pytest.fixture
def sixty(staff, lakeside, journal):
    """Sixty people with ten years of leave and cards."""
    ids = staff.hire_all(
        [
            Newcomer(
                StaffDraft(f"First{n}", f"Last{n}", HIRED, (lakeside.nurse,), (lakeside.x_ray,)),
                2400,
                SHORT_WEEK,
            )
            for n in range(60)
        ]
    )
    with journal.change("Ten years", EDIT_STAFF):
        for member in ids[:6]:
            for year in range(10):
                day = HIRED + timedelta(days=365 * year)
                staff.add_leave(LeaveDraft(member, day, day + timedelta(days=6)))
                staff.add_credential(
                    CredentialDraft(member, lakeside.cpr, day + timedelta(days=400))
                )
    return ids


@pytest.mark.parametrize(
    "question",
    [
        lambda staff: staff.members(TODAY),
        lambda staff: staff.contracts(),
        lambda staff: staff.availability(),
        lambda staff: staff.pay_rates(),
        lambda staff: staff.leave(HIRED, TODAY),
        lambda staff: staff.credentials(),
        lambda staff: staff.credential_kinds(),
        lambda staff: staff.standings(TODAY),
        lambda staff: staff.find("last7"),
    ],
    ids=("members", "contracts", "availability", "pay", "leave", "cards", "kinds", "stand", "find"),
)
def test_a_question_asks_the_database_a_handful_of_times(staff, sixty, question):
    with counted() as asked:
        question(staff)
    assert 0 < len(asked) <= MOST_QUESTIONS
