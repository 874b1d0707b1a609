"""Entries, accounts and budgets from and to files, and the journal for QuickBooks."""

import csv
from datetime import date

import pytest
from tests.finance.conftest import OCTOBER

from clinicmgr.finance import exchange
from clinicmgr.finance.records import CopyRecipe, EntryDraft
from clinicmgr.kernel.errors import UserError

END = date(2026, 10, 31)
STATEMENT = """\
Northern Bank statement;;;;
Posted;Category;Amount;Vendor;Memo;Num
11/02/2026;rent;1,500.00;Lakeside Properties;November;1204
11/03/2026;6000;$412.50;Northern Medical;Gloves, gauze;
2026-11-04;6000 Medical supplies;(35.00);Northern Medical;Returned;CR-7
"""
MISTAKEN = (
    "Date,Account,Amount,Payee",
    "2026-11-02,Rent,1500.00,Lakeside",
    "2026-11-03,Medical suplies,40.00,Northern",
    "2026-11-03,6000,forty,Northern",
    "2026-12-24,6000,40.00,Northern",
    "1906-11-03,6000,40.00,Northern",
    "2026-11-31,6000,40.00,Northern",
    "2026-11-03,,40.00,Northern",
    "2026-11-03,6000,0,Northern",
    "2026-11-02,7000,1500.00,LAKESIDE",
)
MISTAKES = {
    "Line 3, Account": "There is no account “Medical suplies”. Add it first, or correct this line."
    " Did you mean 6000 Medical supplies?",
    "Line 4, Amount": '"forty" is not an amount of money. Write it like 1,234.50.',
    "Line 5, Date": "Dec 24, 2026 is in the future. Enter what has happened; plans belong into the"
    " budget.",
    "Line 6, Date": "Nov 3, 1906 is more than 20 years ago. Check the year.",
    "Line 7, Date": '"2026-11-31" is not a date. Write it like 2026-02-28 or 2/28/2026.',
    "Line 8, Account": "Account is missing. Please fill it in.",
    "Line 9, Amount": "The amount is zero. Type what was paid.",
    "Line 10": "This is the same entry as in line 2. Remove one of the two.",
}


@pytest.fixture
def statement(tmp_path):
    def written(text=STATEMENT):
        path = tmp_path / "statement.csv"
        path.write_text(text, "utf-8")
        return path

    return written


def test_a_bank_statement_is_entered_and_a_second_time_adds_nothing(
    finance, chart, statement, journal_of
):
    plan = exchange.import_expenses(finance, statement())
    assert plan.summary() == "3 new, 0 changed, 0 same, 0 with errors."
    found = finance.entries(date(2026, 11, 1), date(2026, 11, 30))
    assert [(each.account_id, each.cents, each.payee, each.reference) for each in found] == [
        (chart.rent, 1_500_00, "Lakeside Properties", "1204"),
        (chart.supplies, 412_50, "Northern Medical", ""),
        (chart.supplies, -35_00, "Northern Medical", "CR-7"),
    ]
    assert journal_of.undo_title == "Import 3 entries"
    again = exchange.import_expenses(finance, statement())
    assert again.summary() == "0 new, 0 changed, 3 same, 0 with errors."
    assert finance.entries(date(2026, 11, 1), date(2026, 11, 30)) == found
    journal_of.undo()
    assert finance.entries(date.min, date.max) == []


def test_another_way_of_writing_the_account_is_still_the_same_entry(finance, chart, statement):
    exchange.import_expenses(finance, statement())
    other = statement(STATEMENT.replace(";rent;", ";7000 Rent;").replace("Vendor", "Payee"))
    assert exchange.plan_expenses(finance, other).summary().startswith("0 new, 0 changed, 3 same")
    noted = statement(STATEMENT.replace("Gloves, gauze", "Gloves"))
    plan = exchange.import_expenses(finance, noted)
    assert plan.summary().startswith("0 new, 1 changed, 2 same")
    assert [each.note for each in finance.entries(date.min, date.max)][1] == "Gloves"


def test_every_line_that_is_wrong_is_named_and_nothing_is_half_done(finance, chart, statement):
    text = "\n".join(MISTAKEN)
    plan = exchange.plan_expenses(finance, statement(text))
    assert [str(error) for error in plan.errors] == [
        f"{place}: {sentence}" for place, sentence in MISTAKES.items()
    ]
    with pytest.raises(UserError, match="8 of 9 rows have errors and nothing was imported"):
        exchange.import_expenses(finance, statement(text))
    assert finance.entries(date.min, date.max) == []


def test_a_closed_month_refuses_new_lines_but_knows_the_old_ones(finance, october, tmp_path):
    path = tmp_path / "october.csv"
    assert exchange.export_expenses(finance, path, OCTOBER, END) == 5
    finance.close_through(END)
    assert exchange.plan_expenses(finance, path).summary().startswith("0 new, 0 changed, 5 same")
    path.write_text(path.read_text("utf-8-sig") + "2026-10-31,7000,12.00,Late,,\n", "utf-8")
    (error,) = exchange.plan_expenses(finance, path).errors
    assert error.sentence.startswith("Oct 31, 2026 is closed")


@pytest.mark.parametrize("name", ["all.csv", "all.xlsx"])
def test_what_is_exported_is_read_back_as_the_same(finance, october, tmp_path, name, journal_of):
    finance.add_entry(EntryDraft(date(2026, 10, 2), october.rent, 1_05, "=Trick", "-1", "+7"))
    for export, plan in (
        (lambda path: exchange.export_expenses(finance, path, OCTOBER, END),
         exchange.plan_expenses),
        (lambda path: exchange.export_accounts(finance, path), exchange.plan_accounts),
        (lambda path: exchange.export_budget(finance, path), exchange.plan_budget),
    ):  # fmt: skip
        count = export(tmp_path / name)
        read = plan(finance, tmp_path / name)
        assert read.summary() == f"0 new, 0 changed, {count} same, 0 with errors."


def test_a_chart_of_accounts_is_read_whole(finance, chart, tmp_path):
    path = tmp_path / "chart.csv"
    path.write_text(
        "Account no,Account,Type,Category\n6000,Medical supplies,Cost,Consumables\n"
        "6050,Vaccines,,Supplies\n6060,vaccines,,Supplies\n",
        "utf-8",
    )
    (error,) = exchange.plan_accounts(finance, path).errors
    assert str(error) == "Line 4, Account: There is an account 6050 Vaccines already."
    path.write_text(path.read_text("utf-8").replace("6060,vaccines", "6060,Drugs"), "utf-8")
    exchange.import_accounts(finance, path)
    assert [each.title for each in finance.accounts() if each.number.startswith("60")] == [
        "6000 Medical supplies", "6050 Vaccines", "6060 Drugs"
    ]  # fmt: skip
    assert finance.account(chart.supplies).group == "Consumables"


def test_a_budget_from_a_spreadsheet_changes_only_the_months_it_has(finance, planned, tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text(
        "Year,Account,Jan,Feb\n2026,Rent,1600,1500\n2026,6000,,600\n2027,Rent,1700,\n", "utf-8"
    )
    plan = exchange.import_budget(finance, path)
    assert plan.summary().startswith("1 new, 2 changed")
    rent = finance.budget(2026).line(planned.rent).months
    assert rent == (1_600_00, *[1_500_00] * 11)
    assert finance.budget(2026).line(planned.supplies).months[0] == 0
    assert finance.budget(2027).line(planned.rent).cents == 1_700_00


def test_the_journal_for_quickbooks_online_balances_entry_by_entry(finance, october, tmp_path):
    finance.set_balancing("First Northern 4471")
    path = tmp_path / "journal.csv"
    assert exchange.export_journal(finance, path, OCTOBER, END) == 5
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    assert list(rows[0]) == [
        "JournalNo", "JournalDate", "AccountName", "Debits", "Credits", "Description", "Name"
    ]  # fmt: skip
    told = [(row["JournalDate"], row["AccountName"], row["Debits"], row["Credits"]) for row in rows]
    bank = "First Northern 4471"
    assert ("10/30/2026", "Patient payments", "", "9400.00") in told
    assert ("10/30/2026", bank, "9400.00", "") in told
    assert ("10/19/2026", "Medical supplies", "", "30.00") in told  # a refund
    balance: dict[str, int] = {}
    for row in rows:
        cents = [round(float(row[side] or 0) * 100) for side in ("Debits", "Credits")]
        balance[row["JournalNo"]] = balance.get(row["JournalNo"], 0) + cents[0] - cents[1]
    assert set(balance.values()) == {0}


def test_the_journal_for_quickbooks_desktop_is_an_iif_file_that_balances(
    finance, planned, tmp_path
):
    finance.add_entry(
        EntryDraft(date(2026, 10, 5), planned.supplies, 580_10, "Müller\tMedical", 'Size "M"', "88")
    )
    path = tmp_path / "journal.iif"
    assert exchange.export_journal(finance, path, OCTOBER, END) == 1
    lines = path.read_bytes().decode("cp1252").splitlines()
    number = str(finance.entries(OCTOBER, END)[0].id)
    assert [line.split("\t") for line in lines] == [
        ["!TRNS", "TRNSID", "TRNSTYPE", "DATE", "ACCNT", "NAME", "AMOUNT", "DOCNUM", "MEMO"],
        ["!SPL", "SPLID", "TRNSTYPE", "DATE", "ACCNT", "NAME", "AMOUNT", "DOCNUM", "MEMO"],
        ["!ENDTRNS"],
        ["TRNS", "", "GENERAL JOURNAL", "10/05/2026", "Medical supplies", "Müller Medical",
         "580.10", number, "Size 'M' 88"],
        ["SPL", "", "GENERAL JOURNAL", "10/05/2026", "Checking", "Müller Medical",
         "-580.10", number, "Size 'M' 88"],
        ["ENDTRNS"],
    ]  # fmt: skip


def test_a_journal_that_cannot_be_is_refused_in_a_sentence(finance, october, tmp_path):
    for name, sentence in (("journal.xlsx", "must end in .csv or .iif"),):
        with pytest.raises(UserError, match=sentence):
            exchange.export_journal(finance, tmp_path / name, OCTOBER, END)
    with pytest.raises(UserError, match="no entries from 2026-09-01"):
        exchange.export_journal(
            finance, tmp_path / "journal.csv", date(2026, 9, 1), date(2026, 9, 30)
        )
    finance.set_balancing("rent")
    with pytest.raises(UserError, match="Name the bank account"):
        exchange.export_journal(finance, tmp_path / "journal.csv", OCTOBER, END)
    assert list(tmp_path.glob("journal.*")) == []


def test_a_practice_without_a_budget_has_none_to_export(finance, chart, tmp_path):
    with pytest.raises(UserError, match="no budget to export"):
        exchange.export_budget(finance, tmp_path / "plan.csv")
    finance.set_budget(2026, {(chart.rent, 3): 100})
    finance.copy_budget(CopyRecipe(2026, 2027))
    assert exchange.export_budget(finance, tmp_path / "plan.csv", [2027]) == 1
