"""What is printed of money: the budget, a month against it, and the list of entries."""

from datetime import date, datetime

import pytest
from tests.finance.conftest import OCTOBER

from clinicmgr.finance.documents import (
    BudgetOptions,
    ExpenseListOptions,
    VarianceOptions,
    build_budget,
    build_expense_list,
    build_variance,
)
from clinicmgr.finance.records import AccountDraft
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Chart, Imprint, Table, Text, save, value_of

CLINIC = ClinicSettings("Lakeside Family Clinic")
IMPRINT = Imprint("Lakeside Family Clinic", datetime(2026, 11, 18, 9, 0))
END = date(2026, 10, 31)


def tables_of(document):
    return [item for item in document.items if isinstance(item, Table)]


def rows_of(table):
    return [(row.kind, *map(value_of, row.cells)) for row in table.rows]


def test_the_budget_has_every_month_in_cents_and_compares_the_months_that_ended(finance, october):
    document = build_budget(finance, CLINIC, IMPRINT, BudgetOptions(2026))
    plan, comparison = tables_of(document)
    rows = {row[1]: row for row in rows_of(plan)}
    assert rows["7000 Rent"] == ("normal", "7000 Rent", *[1_500_00] * 12, 18_000_00)
    assert rows["Result"] == ("total", "Result", *[4_800_00] * 12, 57_600_00)
    assert value_of(plan.rows[1].cells[1]) == 9_000_00
    assert plan.rows[1].cells[1].text == "9,000"
    assert [row[1] for row in rows_of(comparison)][-2:] == ["October 2026", "Together"]
    assert rows_of(comparison)[-2][2:] == (
        9_000_00, 9_400_00, 400_00, 4_200_00, 3_890_00, -310_00, 4_800_00, 5_510_00, 710_00
    )  # fmt: skip
    (chart,) = [item for item in document.items if isinstance(item, Chart)]
    assert len(chart.categories) == 10
    bare = build_budget(finance, CLINIC, IMPRINT, BudgetOptions(2026, with_actuals=False))
    assert len(tables_of(bare)) == 1
    assert rows_of(tables_of(build_budget(finance, CLINIC, IMPRINT, BudgetOptions(2027)))[0]) == []


def test_the_month_says_in_a_sentence_what_it_came_to(finance, october, on_the_roster):
    document = build_variance(finance, CLINIC, IMPRINT, VarianceOptions(date(2026, 10, 20)))
    lead = next(item for item in document.items if isinstance(item, Text))
    assert lead.text == (
        "October 2026 brought $9,400.00 and cost $4,210.00: a result of $5,190.00, planned were "
        "$4,800.00. The year is likely to end with $14,790.00, planned were $57,600.00."
    )
    (table,) = tables_of(document)
    rows = {row.cells[0]: row for row in table.rows}
    assert rows["5000 Wages"].note == "Actual from the roster"
    repair = rows["7300 Equipment repair"]
    assert [value_of(cell) for cell in repair.cells[1:4]] == [100_00, 1_840_00, 1_740_00]
    assert (repair.cells[3].strong, repair.cells[5]) == (True, "!")
    assert rows["6000 Medical supplies"].cells[5] == "✓"
    assert rows["7000 Rent"].cells[5] == ""


def test_the_list_of_entries_adds_up_account_by_account(finance, october):
    options = ExpenseListOptions(OCTOBER, END)
    (table,) = tables_of(build_expense_list(finance, CLINIC, IMPRINT, options))
    rows = rows_of(table)
    assert ("group", "6000 Medical supplies") in rows
    assert ("total", None, "Medical supplies together", None, None, 550_00) in rows
    assert rows[-2:] == [
        ("total", None, "Income together", None, None, 9_400_00),
        ("total", None, "Cost together", None, None, 3_890_00),
    ]
    only = ExpenseListOptions(OCTOBER, END, (october.rent,))
    (table,) = tables_of(build_expense_list(finance, CLINIC, IMPRINT, only))
    assert len(table.rows) == 5


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("ending", [".pdf", ".csv", ".xlsx"])
def test_each_is_written_in_every_format_also_empty_or_with_long_words(
    finance, october, tmp_path, ending, paper
):
    finance.add_account(AccountDraft("7999-00-LONG", "Rent and everything around it " * 4))
    settings = ClinicSettings("Lakeside Family Clinic", paper=paper)
    for name, document in (
        ("budget", build_budget(finance, settings, IMPRINT, BudgetOptions(2026))),
        ("none", build_budget(finance, settings, IMPRINT, BudgetOptions(2031))),
        ("month", build_variance(finance, settings, IMPRINT, VarianceOptions(OCTOBER))),
        ("list", build_expense_list(
            finance, settings, IMPRINT, ExpenseListOptions(date(2026, 1, 1), END))),
    ):  # fmt: skip
        path = tmp_path / f"{name}{ending}"
        save.write(document, path)
        assert path.stat().st_size > 50
