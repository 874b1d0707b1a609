"""Budgets from and to files: a line for each account and year with twelve months."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from clinicmgr.exchange import ImportPlan, PlannedRow, carry_out, plan_file, write_rows
from clinicmgr.finance import rules
from clinicmgr.finance.records import BUDGET_FIELDS, MONTH_FIELDS, MONTHS
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, fold
from clinicmgr.kernel.i18n import _, ngettext

_NAMES = tuple(field.name for field in MONTH_FIELDS)


@dataclass(frozen=True, slots=True)
class BudgetFileLine:
    """One line of a file; the account is as it is written there, an empty month is 0 cents."""

    year: int
    account: str
    month_01: int = 0
    month_02: int = 0
    month_03: int = 0
    month_04: int = 0
    month_05: int = 0
    month_06: int = 0
    month_07: int = 0
    month_08: int = 0
    month_09: int = 0
    month_10: int = 0
    month_11: int = 0
    month_12: int = 0

    def __post_init__(self) -> None:
        """Take an empty cell as nothing planned."""
        for name in _NAMES:
            if getattr(self, name) is None:
                object.__setattr__(self, name, 0)

    @property
    def months(self) -> tuple[int, ...]:
        """The twelve amounts in cents."""
        return tuple(getattr(self, name) for name in _NAMES)


class BudgetImporter:
    """Plans the amounts of a file in one change; months without a column stay as they are."""

    def __init__(self, finance: Finance) -> None:
        self._finance = finance
        self._names = rules.AccountNames(finance.accounts())
        self._budgets: dict[int, dict[int, tuple[int, ...]]] = {}
        self._known: list[BudgetFileLine] = []
        self._places: dict[Hashable, int] = {}

    @property
    def fields(self) -> Sequence[Field]:
        """The columns of a file of budgets."""
        return BUDGET_FIELDS

    def draft(self, **values: object) -> BudgetFileLine:
        """Return the line with those values."""
        return BudgetFileLine(**values)  # type: ignore[arg-type]  # each by its field

    def key(self, draft: BudgetFileLine) -> Hashable:
        """Return year and account: they stand once in a file."""
        account = self._names.find(draft.account)
        return draft.year, fold(draft.account) if account is None else account.id

    def match(self, draft: BudgetFileLine) -> int | None:
        """Return the place of the plan on record, where there is one."""
        account = self._names.find(draft.account)
        months = None if account is None else self._plan(draft.year).get(account.id)
        if months is None or not any(months):
            return None
        key = self.key(draft)
        if key not in self._places:
            self._places[key] = len(self._known)
            self._known.append(BudgetFileLine(draft.year, draft.account, *months))
        return self._places[key]

    def current(self, record_id: int) -> BudgetFileLine:
        """Return that plan as it is on record."""
        return self._known[record_id]

    def check(self, draft: BudgetFileLine) -> Iterable[UserError]:
        """Yield what is wrong with one line."""
        try:
            rules.check_year(draft.year)
        except UserError as error:
            yield error
        try:
            self._names.named(draft.account)
        except UserError as error:
            yield error
        for name in _NAMES:
            try:
                rules.check_cents(getattr(draft, name), name)
            except UserError as error:
                yield error

    def check_all(
        self, rows: Sequence[PlannedRow[BudgetFileLine]]
    ) -> Iterable[tuple[int, UserError]]:
        """Yield nothing: lines do not depend on each other."""
        return ()

    def apply(
        self, new: Sequence[BudgetFileLine], changed: Sequence[tuple[int, BudgetFileLine]]
    ) -> None:
        """Plan everything in one change."""
        lines = [*new, *(line for _id, line in changed)]
        plans: dict[int, dict[tuple[int, int], int]] = {}
        for line in lines:
            account = self._names.named(line.account)
            cells = zip(MONTHS, line.months, strict=True)
            plans.setdefault(line.year, {}).update(
                {(account.id, month): cents for month, cents in cells}
            )
        title = ngettext("Import {count} budget line", "Import {count} budget lines", len(lines))
        self._finance.set_budgets(plans, title.format(count=len(lines)))

    def _plan(self, year: int) -> dict[int, tuple[int, ...]]:
        if year not in self._budgets:
            lines = self._finance.budget(year).lines
            self._budgets[year] = {line.account.id: line.months for line in lines}
        return self._budgets[year]


def plan_budget(finance: Finance, path: Path, locale: str = "en_US") -> ImportPlan[BudgetFileLine]:
    """Return what importing the file would do, with every error in it; writes nothing."""
    return plan_file(path, BudgetImporter(finance), locale)


def import_budget(
    finance: Finance, path: Path, locale: str = "en_US", *, dry_run: bool = False
) -> ImportPlan[BudgetFileLine]:
    """Plan the amounts of a file in one change, and return what was done."""
    return carry_out(plan_budget(finance, path, locale), BudgetImporter(finance), dry_run=dry_run)


def export_budget(
    finance: Finance, path: Path, years: Sequence[int] | None = None, locale: str = "en_US"
) -> int:
    """Write the plans of these years, or of all; return how many lines."""
    rows = [
        BudgetFileLine(year, line.account.title, *line.months)
        for year in (sorted(finance.budget_years()) if years is None else years)
        for line in finance.budget(year).lines
        if any(line.months)
    ]
    if not rows:
        raise UserError(_("There is no budget to export yet."))
    write_rows(path, BUDGET_FIELDS, rows, locale)
    return len(rows)
