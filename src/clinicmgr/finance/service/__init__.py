"""What can be done with money: all verbs and questions, each told by its concept."""

from collections.abc import Mapping, Sequence
from datetime import date

from clinicmgr.finance import rules
from clinicmgr.finance.records import (
    VIEW_MONEY,
    Account,
    AccountDraft,
    Actual,
    Budget,
    BudgetPreview,
    CopyRecipe,
    Entry,
    EntryDraft,
    SpreadRecipe,
    Statement,
    Variance,
)
from clinicmgr.finance.service import finding, pressing
from clinicmgr.finance.service.accounts import Accounts
from clinicmgr.finance.service.actuals import Actuals, LaborCosts
from clinicmgr.finance.service.budgets import Budgets, Cells
from clinicmgr.finance.service.closing import Closing
from clinicmgr.finance.service.entries import Entries
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.domain import Due, Hit, Names, Told
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import add_months
from clinicmgr.kernel.settings import Settings
from clinicmgr.schedule.service import Schedule


class Finance:
    """What was planned, earned and spent.

    Questions return frozen records; money is cents, a month is its first day. Verbs are one named
    change each; they raise a UserError with the field where a draft is not acceptable, where a
    month is closed and where the right is missing.
    """

    def __init__(
        self, journal: Journal, schedule: Schedule, settings: Settings, clock: Clock
    ) -> None:
        self._journal, self._settings, self.clock = journal, settings, clock
        self._accounts = Accounts(journal)
        self._closing = Closing(journal, clock)
        self._entries = Entries(journal, self._accounts, self._closing, clock)
        self._actuals = Actuals(
            journal, self._accounts, self._entries, LaborCosts(journal, schedule, clock)
        )
        self._budgets = Budgets(journal, self._accounts, self._actuals.known, clock)

    @property
    def may_view(self) -> bool:
        """Whether whoever is at the keyboard may see amounts at all."""
        return self._journal.actor.may(VIEW_MONEY)

    # Accounts

    def accounts(self, *, active_only: bool = False) -> list[Account]:
        """Return the chart of accounts, income first; those in use if asked."""
        return self._accounts.all(active_only=active_only)

    def account(self, account_id: int) -> Account:
        """Return one account."""
        return self._accounts.one(account_id)

    def add_account(self, draft: AccountDraft) -> int:
        """Add an account; return its id."""
        return self._accounts.add([draft])[0]

    def add_accounts(self, drafts: Sequence[AccountDraft], title: str | None = None) -> list[int]:
        """Add accounts in one change; return their ids in the same order."""
        return self._accounts.add(drafts, title)

    def set_accounts(
        self, new: Sequence[AccountDraft], changed: Mapping[int, AccountDraft], title: str
    ) -> None:
        """Add accounts and give others other words, in one change."""
        self._accounts.set(new, changed, title)

    def change_account(self, account_id: int, draft: AccountDraft) -> None:
        """Give an account other words."""
        self._accounts.change(account_id, draft)

    def remove_account(self, account_id: int) -> None:
        """Remove an account without entries and budget."""
        self._accounts.remove(account_id)

    def add_starter_chart(self) -> list[int]:
        """Add a chart of accounts for a small clinic, in one step, where there is none."""
        return self._accounts.add_starter_chart()

    # Budget

    def budget(self, year: int) -> Budget:
        """Return the plan of a year."""
        return self._budgets.of(year)[0]

    def labor_budget(self, month: date) -> int | None:
        """Return the cents planned for labor in a month; None for no plan, or no right to see."""
        if not self.may_view:
            return None
        lines = [line for line in self.budget(month.year).lines if line.account.is_labor]
        return sum(line.months[month.month - 1] for line in lines) or None

    def budget_years(self) -> list[int]:
        """Return the years that have a budget, the latest first."""
        return self._budgets.years()

    def set_budget(self, year: int, cells: Cells, title: str | None = None) -> None:
        """Plan cents by (account id, month 1 to 12) in one change; 0 takes an amount away."""
        self._budgets.set(year, cells, title)

    def set_budgets(self, plans: Mapping[int, Cells], title: str) -> None:
        """Plan amounts of several years in one change."""
        self._budgets.set_all(plans, title)

    def preview_copy(self, recipe: CopyRecipe) -> BudgetPreview:
        """Return every amount that copying another year plus a percentage would change."""
        return self._budgets.preview_copy(recipe)

    def copy_budget(self, recipe: CopyRecipe) -> BudgetPreview:
        """Plan a year from another one; return what was changed."""
        return self._budgets.copy(recipe)

    def preview_spread(self, recipe: SpreadRecipe) -> BudgetPreview:
        """Return the months that spreading an amount over a year would change."""
        return self._budgets.preview_spread(recipe)

    def spread_budget(self, recipe: SpreadRecipe) -> BudgetPreview:
        """Spread an amount over a year; return what was changed."""
        return self._budgets.spread(recipe)

    # Entries

    def entries(self, first: date, last: date, account_id: int | None = None) -> list[Entry]:
        """Return what was entered for some days, in order; of one account if given."""
        return self._entries.between(first, last, account_id)

    def entry(self, entry_id: int) -> Entry:
        """Return one entry."""
        return self._entries.one(entry_id)

    def payees(self) -> list[str]:
        """Return who was paid or paid so far, the most frequent first."""
        return self._entries.payees()

    def add_entry(self, draft: EntryDraft) -> int:
        """Enter something earned or spent; return its id."""
        return self._entries.add([draft])[0]

    def add_entries(self, drafts: Sequence[EntryDraft], title: str | None = None) -> list[int]:
        """Enter several in one change; return their ids in the same order."""
        return self._entries.add(drafts, title)

    def change_entry(self, entry_id: int, draft: EntryDraft) -> None:
        """Give an entry other values."""
        self._entries.change({entry_id: draft})

    def change_entries(self, changed: Mapping[int, EntryDraft], title: str | None = None) -> None:
        """Give entries other values in one change."""
        self._entries.change(changed, title)

    def set_entries(
        self, new: Sequence[EntryDraft], changed: Mapping[int, EntryDraft], title: str
    ) -> None:
        """Add entries and give others other values, in one change."""
        self._entries.set(new, changed, title)

    def remove_entries(self, entry_ids: Sequence[int]) -> None:
        """Remove entries in one change."""
        self._entries.remove(entry_ids)

    def check_entry(self, draft: EntryDraft) -> None:
        """Raise UserError where an entry could not be kept."""
        self._entries.check(draft)

    # Closing

    def closed_through(self) -> date | None:
        """Return the last day that is closed, None while nothing is."""
        return self._closing.through()

    def close_through(self, day: date | None) -> None:
        """Close all days up to one, or reopen those after it; None reopens everything."""
        self._closing.close(day)

    def balancing(self) -> str:
        """Return the name of the account that balances the journal for QuickBooks."""
        return self._closing.balancing()

    def set_balancing(self, name: str) -> None:
        """Name the account that balances the journal for QuickBooks."""
        self._closing.set_balancing(name)

    # Answers

    def actuals(self, first: date, last: date) -> list[Actual]:
        """Return what happened by account and month, for each month with a day in the period.

        An account without an entry in a month has none, but labor then comes from the roster.
        """
        found = self._actuals.by_month(first, last)
        place = {each.id: at for at, each in enumerate(self._accounts.all())}
        return sorted(found.values(), key=lambda each: (place[each.account.id], each.month))

    def variance(self, first_month: date, last_month: date) -> Variance:
        """Return actual less budget by account and in sums, for whole months."""
        years = range(first_month.year, last_month.year + 1)
        plan = rules.planned(self._budgets.of(*years))
        actuals = self._actuals.by_month(first_month, last_month)
        return rules.variance(self._accounts.all(), plan, actuals, first_month, last_month)

    def forecast(self, month: date) -> Variance:
        """Return what the year of a month is likely to come to.

        The months that have ended, up to this one, count with their actuals, all others with
        their budget; `actual_cents` is that sum.
        """
        return self.statement(month).forecast

    def statement(self, month: date) -> Statement:
        """Return a month by itself, since January, and the year's forecast, read once."""
        month, january = month.replace(day=1), date(month.year, 1, 1)
        accounts = self._accounts.all()
        plan = rules.planned(self._budgets.of(month.year))
        actuals = self._actuals.by_month(january, month)
        ended = min(month, add_months(self.clock.today().replace(day=1), -1))
        through = ended if ended >= january else None
        return Statement(
            month,
            rules.variance(accounts, plan, actuals, month, month),
            rules.variance(accounts, plan, actuals, january, month),
            rules.forecast(accounts, plan, actuals, month.year, through),
        )

    # What every domain answers

    def told(self) -> Told:
        """Return the words for its tables and columns."""
        return finding.told()

    def names(self) -> Names:
        """Return the names of accounts."""
        return {"account_id": {each.id: each.title for each in self._accounts.all()}}

    def find(self, text: str) -> Sequence[Hit]:
        """Return accounts and entries by words; nothing to whoever may not see money."""
        return finding.find(self._journal, text, self._accounts.by_id(), self._settings.current())

    def due(self, on: date) -> Sequence[Due]:
        """Return months without entries, accounts far off their budget, and a year unplanned."""
        if not self.may_view or not self._accounts.all():
            return ()
        months = pressing.last_months(on)
        settings = self._settings.current()
        this_year, next_year = self._budgets.of(on.year, on.year + 1)
        found = [
            *pressing.without_entries(self._empty_months(months, this_year), on),
            *pressing.over_budget(self.variance(months[-1], months[-1]), on, settings),
            *pressing.unplanned_year(this_year, next_year, on),
        ]
        return sorted(found, key=lambda each: (each.urgency, each.day))

    def _empty_months(self, months: Sequence[date], this_year: Budget) -> list[date]:
        """Return the months without an entry, from when the books or the budget begin."""
        bounds, closed = self._entries.bounds(), self.closed_through()
        if bounds is None and this_year.is_empty:
            return []
        begin = months[-1] if bounds is None else bounds[0].replace(day=1)
        entered = {
            month for _account, month in self._entries.sums(months[0], add_months(months[-1], 1))
        }
        return [
            month
            for month in months
            if month >= begin and month not in entered and (closed is None or month > closed)
        ]
