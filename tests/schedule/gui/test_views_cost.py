"""What the roster costs, told only to those who may see pay, and one person's month."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt

from clinicmgr.schedule.gui.roster_cost import RosterCost
from clinicmgr.schedule.gui.roster_material import read_material

MON, TUE, WED, THU, FRI, SAT, SUN = (date(2026, 11, day) for day in range(16, 23))


@pytest.fixture
def paid(shown: Any, types: Any) -> Any:
    """Ann gets $20 an hour and works 45 hours; Bob gets $30 and works 8; Cy has no pay rate."""
    staff, schedule = types.clinic.staff, types.schedule
    staff.set_pay_rate(types.ann, date(2020, 1, 1), 2000)
    staff.set_pay_rate(types.bob, date(2020, 1, 1), 3000)
    schedule.edit(add=[types.draft(types.ann, day, 8, 17) for day in (MON, TUE, WED, THU, FRI)])
    schedule.edit(add=[types.draft(types.bob, MON, 8, 16)])
    return types


def cost(shown: Any) -> Any:
    return shown.page.view.cost


def test_overtime_costs_half_as_much_again_on_the_day_it_is_worked(shown: Any, paid: Any) -> None:
    assert cost(shown).days[MON].cents == 9 * 2000 + 8 * 3000
    assert cost(shown).days[FRI].regular_cents == 4 * 2000
    assert cost(shown).days[FRI].overtime_cents == 5 * 3000
    assert cost(shown).whole.cents == 40 * 2000 + 5 * 3000 + 8 * 3000


def test_a_week_costs_what_the_payroll_says(shown: Any, paid: Any) -> None:
    own = {one.member_id: one for one in paid.schedule.labor(MON, SUN)}
    for member_id in (paid.ann, paid.bob):
        told = cost(shown).people[member_id]
        assert told.regular_cents == own[member_id].regular_cents
        assert told.overtime_cents == own[member_id].overtime_cents


def test_shifts_without_a_pay_rate_are_said_and_not_guessed(shown: Any, paid: Any) -> None:
    before = cost(shown).whole.cents
    paid.schedule.add_shift(paid.draft(paid.cy, MON, 8, 16))
    assert cost(shown).whole.cents == before
    assert cost(shown).whole.unknown == 1
    assert "1 shift that has no pay rate" in cost(shown).sentence()


def test_the_cost_of_a_person_is_said_where_the_name_stands(shown: Any, paid: Any) -> None:
    view = shown.page.view
    row = view.rows[view.row_of(("person", paid.ann))]
    assert "Cost $950" in row.tip
    assert "$150 for 5 h of overtime" in row.tip
    vertical = Qt.Orientation.Vertical
    number = view.row_of(("person", paid.ann))
    told = shown.grid.roster.headerData(number, vertical, Qt.ItemDataRole.ToolTipRole)
    assert told == row.tip


def test_the_line_unfolds_to_regular_pay_and_overtime_and_can_be_hidden(
    shown: Any, paid: Any
) -> None:
    line = shown.page.card.cost
    assert not line.isHidden()
    assert [title for title, _amount in line.lines] == ["Cost"]
    line.unfold()
    assert [title for title, _amount in line.lines] == ["Regular", "Overtime", "Cost"]
    assert "$1,190" in line.accessibleName()
    shown.page.views.toggle_cost()
    assert line.isHidden()
    assert cost(shown) is None


def test_nobody_without_pay_rates_sees_a_line_of_nothing(shown: Any) -> None:
    assert shown.page.card.cost.isHidden()


def test_a_month_budget_is_shared_among_its_days(shown: Any, paid: Any) -> None:
    clinic = shown.clinic
    material = read_material(clinic.schedule, clinic.settings.current(), MON, SUN)
    pay = clinic.staff.pay_rates()
    view = RosterCost().view(material, pay, budget=lambda _month: 300_000)
    assert view.budget_cents == 70_000
    assert view.over_budget == 119_000 - 70_000
    assert "above the budget of $700" in view.sentence()
    assert RosterCost().view(material, pay, budget=lambda _month: None).budget_cents is None


def test_one_persons_month_has_hours_week_by_week(shown: Any, paid: Any) -> None:
    shown.page.person.open(paid.ann)
    view = shown.page.person.view
    assert shown.page.stack.currentWidget() is view
    assert view.name.text() == "Ann Lee"
    assert "45 h" in view.note.text()
    week = next(one for one in view.calendar.month.weeks if one.days[0].day == MON)
    assert week.hours == "45 h"
    assert len(week.days[0].cell.look.chips) == 1


def test_escape_leads_back_to_the_row_one_came_from(shown: Any, paid: Any) -> None:
    shown.at(paid.bob, TUE)
    shown.page.person.open_current()
    assert shown.page.period.span == "month"
    shown.qtbot.keyClick(shown.page.person.view.calendar, Qt.Key.Key_Escape)
    assert shown.page.period.span == "week"
    assert shown.page.stack.currentWidget() is shown.page.cards.week
    assert shown.grid.current_place()[0] == ("person", paid.bob)


def test_the_month_of_a_person_steps_and_prints_a_slip(shown: Any, paid: Any) -> None:
    papers: list[Any] = []
    shown.desk.show_paper = papers.append
    shown.page.person.open(paid.ann)
    shown.page.person.print_slip()
    assert "Ann Lee" in str(papers[0])
    shown.page.step(1)
    assert shown.page.stack.currentWidget() is shown.page.person.view
    assert "0 shifts" in shown.page.person.view.note.text()
