"""Accounts and entries: what is kept, what is refused, and that undo brings it back."""

from datetime import date

import pytest
from tests.finance.conftest import OCTOBER

from clinicmgr.finance.records import AccountDraft, AccountKind, EntryDraft
from clinicmgr.kernel.errors import UserError

DAY = date(2026, 11, 3)


def test_an_empty_practice_gets_a_chart_of_accounts_in_one_step(finance, journal_of):
    assert finance.accounts() == []
    finance.add_starter_chart()
    accounts = finance.accounts()
    assert len(accounts) == 20
    assert [each.is_income for each in accounts] == [True] * 3 + [False] * 17
    assert [each.name for each in accounts if each.is_labor] == ["Wages"]
    with pytest.raises(UserError, match="There are accounts already"):
        finance.add_starter_chart()
    journal_of.undo()
    assert finance.accounts() == []


def test_a_number_or_a_name_alone_says_which_account_is_meant(finance, chart):
    for draft, field in (
        (AccountDraft("6000", "Drugs"), "number"),
        (AccountDraft("6001", "medical SUPPLIES"), "name"),
        (AccountDraft("", "Drugs"), "number"),
        (AccountDraft("6001", " "), "name"),
        (AccountDraft("Rent", "Drugs"), "number"),
    ):
        with pytest.raises(UserError) as refused:
            finance.add_account(draft)
        assert refused.value.field == field


def test_labor_of_the_roster_is_counted_on_one_account_of_cost_only(finance, chart):
    with pytest.raises(UserError, match="5000 Wages takes the labor cost"):
        finance.add_account(AccountDraft("5010", "Overtime", is_labor=True))
    with pytest.raises(UserError, match="Labor is a cost"):
        finance.add_account(AccountDraft("4010", "X", AccountKind.INCOME, is_labor=True))


def test_a_new_account_stands_behind_the_last_of_its_group(finance, chart):
    finance.add_account(AccountDraft("6050", "Vaccines", group="Supplies"))
    names = [each.name for each in finance.accounts()]
    assert names.index("Vaccines") == names.index("Medical supplies") + 1


def test_an_account_with_amounts_cannot_be_removed_but_taken_out_of_use(finance, october):
    with pytest.raises(UserError, match="6000 Medical supplies has entries or a budget"):
        finance.remove_account(october.supplies)
    draft = AccountDraft("6000", "Medical supplies", group="Supplies", active=False)
    finance.change_account(october.supplies, draft)
    with pytest.raises(UserError, match="no longer in use"):
        finance.add_entry(EntryDraft(DAY, october.supplies, 100))
    assert finance.variance(OCTOBER, OCTOBER).line(october.supplies).actual_cents == 550_00


@pytest.mark.parametrize(
    "draft, field, sentence",
    [
        (EntryDraft(date(2026, 11, 19), 1, 100), "day", "Nov 19, 2026 is in the future"),
        (EntryDraft(date(1926, 11, 3), 1, 100), "day", "more than 20 years ago"),
        (EntryDraft(DAY, 1, 0), "cents", "The amount is zero"),
        (EntryDraft(DAY, 99, 100), "account_id", "Choose an account"),
        (EntryDraft(DAY, 1, 10**14), "cents", "too large"),
    ],
)
def test_an_entry_that_cannot_be_is_refused_in_a_sentence(finance, chart, draft, field, sentence):
    with pytest.raises(UserError, match=sentence) as refused:
        finance.add_entry(draft)
    assert refused.value.field == field
    assert finance.entries(date.min, date.max) == []


def test_entries_are_changed_and_removed_in_one_step_each(finance, october, journal_of):
    first, *_rest = finance.entries(OCTOBER, date(2026, 10, 31), october.supplies)
    finance.change_entry(first.id, EntryDraft(DAY, october.supplies, 600_00, "  Northern   Med "))
    assert finance.entry(first.id).payee == "Northern Med"
    assert journal_of.undo_title == "Change Medical supplies, Northern Med"
    journal_of.undo()
    assert finance.entry(first.id) == first
    ids = [each.id for each in finance.entries(OCTOBER, date(2026, 10, 31))]
    finance.remove_entries(ids[:3])
    assert journal_of.undo_title == "Remove 3 entries"
    journal_of.undo()
    assert [each.id for each in finance.entries(OCTOBER, date(2026, 10, 31))] == ids


def test_a_closed_month_takes_no_entry_until_it_is_reopened(finance, october, journal_of):
    finance.close_through(date(2026, 10, 31))
    (first, *_rest) = finance.entries(OCTOBER, date(2026, 10, 31))
    late = EntryDraft(date(2026, 10, 31), october.rent, 100)
    for attempt in (
        lambda: finance.add_entry(late),
        lambda: finance.change_entry(first.id, first.draft()),
        lambda: finance.change_entry(first.id, EntryDraft(DAY, october.rent, 100)),
        lambda: finance.remove_entries([first.id]),
    ):
        with pytest.raises(UserError, match="the books are closed through Oct 31, 2026"):
            attempt()
    finance.add_entry(EntryDraft(date(2026, 11, 1), october.rent, 1_500_00))
    journal_of.undo()
    assert journal_of.undo() == "Close through Oct 31, 2026"
    assert finance.closed_through() is None
    finance.add_entry(late)


def test_undoing_an_old_step_does_not_reach_into_a_closed_month(finance, october, journal_of):
    late = finance.add_entry(EntryDraft(date(2026, 10, 31), october.rent, 12_00))
    finance.remove_entries([late])
    (removal, *_older) = journal_of.history()
    finance.close_through(date(2026, 10, 31))
    before = finance.entries(OCTOBER, date(2026, 10, 31))
    with pytest.raises(UserError, match="cannot be undone"):
        journal_of.undo_entry(removal.id)
    assert finance.entries(OCTOBER, date(2026, 10, 31)) == before
    finance.close_through(None)
    journal_of.undo_entry(removal.id)
    assert finance.entry(late).cents == 12_00


def test_closing_can_be_taken_back_step_by_step_or_to_a_day(finance):
    with pytest.raises(UserError, match="is not over yet"):
        finance.close_through(date(2026, 11, 30))
    finance.close_through(date(2026, 10, 31))
    finance.close_through(date(2026, 9, 30))
    assert finance.closed_through() == date(2026, 9, 30)
    finance.close_through(None)
    assert finance.closed_through() is None


def test_accounts_and_entries_are_found_by_their_words(finance, october):
    assert [hit.title for hit in finance.find("suppl")] == ["6000 Medical supplies"]
    (hit,) = finance.find("steriserve")
    assert hit.title == "SteriServe – Equipment repair"
    assert hit.detail == "Oct 13, 2026 · $1,840.00 · Autoclave"
    assert (hit.page, hit.ref[0]) == ("money", "entry")
    assert [hit.kind for hit in finance.find("8841")] == ["entry"]


def test_the_history_knows_the_words_of_each_table_and_column(finance, chart):
    told = finance.told()
    assert told.name == "Money"
    assert set(told.tables) == {
        "finance_account", "finance_budget", "finance_entry", "finance_setting"
    }  # fmt: skip
    assert finance.names()["account_id"][chart.rent] == "7000 Rent"
