"""Budgets: the plan of a year by account and month."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from sqlalchemy import select

from clinicmgr.finance import rules
from clinicmgr.finance.records import (
    EDIT_BUDGET,
    MONTHS,
    VIEW_MONEY,
    Account,
    Basis,
    Budget,
    BudgetChange,
    BudgetLine,
    BudgetPreview,
    CopyRecipe,
    Shape,
    SpreadRecipe,
)
from clinicmgr.finance.service.accounts import Accounts
from clinicmgr.finance.tables import BudgetRow
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import month_bounds
from clinicmgr.kernel.rows import existing

Cells = Mapping[tuple[int, int], int]
"""Cents by account id and month (1 to 12)."""
ActualsOf = Callable[[int], Mapping[tuple[int, date], int]]
"""Known actual cents of a year by account id and month."""
_COLUMNS = tuple(f"month_{month:02}" for month in MONTHS)


class Budgets:
    """Reads and changes the plan; each verb is one named step."""

    def __init__(
        self, journal: Journal, accounts: Accounts, actuals_of: ActualsOf, clock: Clock
    ) -> None:
        self._journal, self._accounts, self._actuals_of = journal, accounts, actuals_of
        self._clock = clock

    def years(self) -> list[int]:
        """Return the years that have a budget, the latest first."""
        self._journal.require(VIEW_MONEY)
        with self._journal.read() as db:
            return list(
                db.scalars(select(BudgetRow.year).distinct().order_by(BudgetRow.year.desc()))
            )

    def of(self, *years: int) -> list[Budget]:
        """Return the plans of these years, in this order."""
        self._journal.require(VIEW_MONEY)
        accounts = self._accounts.all()
        with self._journal.read() as db:
            rows = db.scalars(select(BudgetRow).where(BudgetRow.year.in_(years))).all()
        found = {(row.year, row.account_id): _months(row) for row in rows}
        nothing = (0,) * 12
        return [
            Budget(
                year,
                tuple(
                    BudgetLine(each, found.get((year, each.id), nothing))
                    for each in accounts
                    if each.active or (year, each.id) in found
                ),
            )
            for year in years
        ]

    def set(self, year: int, cells: Cells, title: str | None = None) -> None:
        """Plan amounts of a year in one change; a line of zeros goes away."""
        rules.check_year(year)
        for cents in cells.values():
            rules.check_cents(cents, "budget")
        if title is None:
            title = self._title(year, cells)
        by_account: dict[int, dict[str, int]] = {}
        for (account_id, month), cents in cells.items():
            by_account.setdefault(account_id, {})[_COLUMNS[month - 1]] = cents
        with self._journal.change(title, EDIT_BUDGET) as db:
            asked = select(BudgetRow).where(
                BudgetRow.year == year, BudgetRow.account_id.in_(by_account)
            )
            rows = {row.account_id: row for row in db.scalars(asked)}
            for account_id, values in by_account.items():
                row = rows.get(account_id)
                if row is None:
                    if any(values.values()):
                        empty = dict.fromkeys(_COLUMNS, 0)
                        db.add(BudgetRow(year=year, account_id=account_id, **{**empty, **values}))
                    continue
                for name, cents in values.items():
                    if getattr(row, name) != cents:
                        setattr(row, name, cents)
                if not any(_months(row)):
                    db.delete(existing(db, BudgetRow, row.id))

    def set_all(self, plans: Mapping[int, Cells], title: str) -> None:
        """Plan amounts of several years in one change."""
        with self._journal.change(title, EDIT_BUDGET):
            for year, cells in plans.items():
                self.set(year, cells, title)

    def preview_copy(self, recipe: CopyRecipe) -> BudgetPreview:
        """Return every amount that copying would change; UserError where there is no basis."""
        rules.check_year(recipe.to_year)
        if recipe.from_year == recipe.to_year and recipe.basis is Basis.BUDGET:
            raise UserError(_("Choose another year to copy from."), field="from_year")
        old, now = self.of(recipe.from_year, recipe.to_year)
        basis = self._basis(recipe, old)
        before = {line.account.id: line.months for line in now.lines}
        changes = []
        for account in self._accounts.all(active_only=True):
            if recipe.kind not in (None, account.kind):
                continue
            for month in MONTHS:
                start = basis.get((account.id, month), 0)
                after = rules.plus_percent(start, recipe.percent, recipe.round_to)
                was = before[account.id][month - 1]
                if after != was:
                    changes.append(BudgetChange(account, month, was, after))
        return BudgetPreview(recipe.to_year, tuple(changes))

    def copy(self, recipe: CopyRecipe) -> BudgetPreview:
        """Plan a year from another one; return what was changed."""
        preview = self.preview_copy(recipe)
        words = (
            _("Budget {year} from the budget of {from_year}, {percent:+} %")
            if recipe.basis is Basis.BUDGET
            else _("Budget {year} from the actuals of {from_year}, {percent:+} %")
        )
        title = words.format(
            year=recipe.to_year, from_year=recipe.from_year, percent=recipe.percent
        )
        self._apply(preview, title)
        return preview

    def preview_spread(self, recipe: SpreadRecipe) -> BudgetPreview:
        """Return every month that spreading a yearly amount would change."""
        rules.check_year(recipe.year)
        rules.check_cents(recipe.cents)
        account = self._accounts.one(recipe.account_id)
        if recipe.shape is Shape.SEASONS:
            past = self._actuals_of(recipe.year - 1)
            months = [date(recipe.year - 1, month, 1) for month in MONTHS]
            parts = rules.spread_by_season(
                recipe.cents, [past.get((account.id, month), 0) for month in months]
            )
        else:
            parts = rules.spread_evenly(recipe.cents)
        (now,) = self.of(recipe.year)
        line = now.line(account.id)
        before = (0,) * 12 if line is None else line.months
        changes = (
            BudgetChange(account, month, before[month - 1], parts[month - 1])
            for month in MONTHS
            if before[month - 1] != parts[month - 1]
        )
        return BudgetPreview(recipe.year, tuple(changes))

    def spread(self, recipe: SpreadRecipe) -> BudgetPreview:
        """Plan a yearly amount on an account; return what was changed."""
        preview = self.preview_spread(recipe)
        account = self._accounts.one(recipe.account_id)
        title = _("Budget {year}: spread {account} over the months")
        self._apply(preview, title.format(year=recipe.year, account=account.name))
        return preview

    def _apply(self, preview: BudgetPreview, title: str) -> None:
        cells = {(each.account.id, each.month): each.after for each in preview.changes}
        self.set(preview.year, cells, title)

    def _basis(self, recipe: CopyRecipe, old: Budget) -> Cells:
        if recipe.basis is Basis.BUDGET:
            found = _cells(old)
        else:
            found = self._happened(recipe.from_year, old)
        if not any(found.values()):
            raise UserError(
                _("There are no amounts of {year} to copy.").format(year=recipe.from_year),
                field="from_year",
            )
        return found

    def _happened(self, year: int, old: Budget) -> dict[tuple[int, int], int]:
        """Return the actuals of the months of a year that have ended, the plan of the others."""
        today, past = self._clock.today(), self._actuals_of(year)
        ended = {month for month in MONTHS if month_bounds(date(year, month, 1))[1] <= today}
        planned = {key: cents for key, cents in _cells(old).items() if key[1] not in ended}
        known = {
            (account, month.month): cents
            for (account, month), cents in past.items()
            if month.month in ended
        }
        return {**planned, **known}

    def _title(self, year: int, cells: Cells) -> str:
        accounts: Sequence[Account] = [
            self._accounts.one(each) for each in sorted({key[0] for key in cells})
        ]
        if len(accounts) == 1:
            return _("Budget {year}: {account}").format(year=year, account=accounts[0].name)
        text = ngettext(
            "Budget {year}: {count} amount", "Budget {year}: {count} amounts", len(cells)
        )
        return text.format(year=year, count=len(cells))


def _cells(budget: Budget) -> dict[tuple[int, int], int]:
    return {
        (line.account.id, month): cents
        for line in budget.lines
        for month, cents in enumerate(line.months, 1)
    }


def _months(row: BudgetRow) -> tuple[int, ...]:
    return tuple(getattr(row, name) for name in _COLUMNS)
