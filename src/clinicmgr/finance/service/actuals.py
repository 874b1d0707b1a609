"""Actuals by account and month: the sums of entries, and labor cost from the roster."""

from collections.abc import Sequence
from datetime import date

from clinicmgr.finance.records import VIEW_MONEY, Account, Actual, Source
from clinicmgr.finance.service.accounts import Accounts
from clinicmgr.finance.service.entries import Entries
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.news import Changed
from clinicmgr.kernel.periods import month_bounds, months_between
from clinicmgr.schedule.records import Labor
from clinicmgr.schedule.service import Schedule

LABOR_FOLLOWS = frozenset(("schedule", "staff", "practice", "places"))
"""The parts of the practice that labor cost is made from."""


class LaborCosts:
    """What the roster of each month cost; read once until the roster, people or pay change."""

    def __init__(self, journal: Journal, schedule: Schedule, clock: Clock) -> None:
        self._schedule, self._clock = schedule, clock
        self._months: dict[tuple[date, date], tuple[Labor, ...]] = {}
        journal.subscribe(self._hear)

    def of(self, months: Sequence[date]) -> dict[date, tuple[Labor, ...]]:
        """Return the work of each month, of this one up to today; future months have none."""
        today = self._clock.today()
        whole = [month for month in months if month_bounds(month)[1] <= today]
        missing = [month for month in whole if month_bounds(month) not in self._months]
        if missing:
            read = self._schedule.labor_by_month(missing[0], month_bounds(missing[-1])[1])
            self._months.update({month_bounds(month): work for month, work in read.items()})
        found = {month: self._months[month_bounds(month)] for month in whole}
        this_month = today.replace(day=1)
        if this_month in months and this_month not in found:
            span = (this_month, today)
            if span not in self._months:
                self._months[span] = self._schedule.labor(*span)
            found[this_month] = self._months[span]
        return found

    def _hear(self, news: Changed) -> None:
        if news.domains & LABOR_FOLLOWS:
            self._months.clear()


class Actuals:
    """What happened on each account in each month."""

    def __init__(
        self, journal: Journal, accounts: Accounts, entries: Entries, labor: LaborCosts
    ) -> None:
        self._journal, self._accounts, self._entries = journal, accounts, entries
        self._labor = labor

    def by_month(self, first: date, last: date) -> dict[tuple[int, date], Actual]:
        """Return the actuals of whole months by account id and month; nothing where none is."""
        self._journal.require(VIEW_MONEY)
        months = list(months_between(first, last))
        if not months:
            return {}
        accounts = self._accounts.by_id()
        sums = self._entries.sums(months[0], month_bounds(months[-1])[1])
        found = {
            (account_id, month): Actual(accounts[account_id], month, cents, Source.ENTERED)
            for (account_id, month), cents in sums.items()
        }
        for account in accounts.values():
            if account.is_labor:
                open_months = [month for month in months if (account.id, month) not in found]
                for month, work in self._labor.of(open_months).items():
                    actual = _from_roster(account, month, work)
                    if actual is not None:
                        found[account.id, month] = actual
        return found

    def known(self, year: int) -> dict[tuple[int, date], int]:
        """Return the cents of a year by account id and month, as far as they may be shown."""
        found = self.by_month(date(year, 1, 1), date(year, 12, 31))
        return {key: each.cents for key, each in found.items() if each.cents is not None}


def _from_roster(account: Account, month: date, work: Sequence[Labor]) -> Actual | None:
    """Return what the rostered work of a month cost; None where nobody worked."""
    busy = [each for each in work if each.minutes]
    if not busy:
        return None
    costs = [each.cents for each in busy if each.cents is not None]
    unpaid = len(busy) - len(costs)
    if not costs:
        return Actual(account, month, None, Source.HIDDEN, unpaid)
    return Actual(account, month, sum(costs), Source.ROSTER, unpaid)
