"""Money from and to files: entries, accounts, budgets, and the journal for QuickBooks."""

from clinicmgr.finance.exchange.accounts import (
    AccountImporter,
    export_accounts,
    import_accounts,
    plan_accounts,
)
from clinicmgr.finance.exchange.budgets import (
    BudgetImporter,
    export_budget,
    import_budget,
    plan_budget,
)
from clinicmgr.finance.exchange.expenses import (
    ExpenseImporter,
    ExpenseLine,
    export_expenses,
    import_expenses,
    plan_expenses,
)
from clinicmgr.finance.exchange.ledger import export_journal

__all__ = [
    "AccountImporter",
    "BudgetImporter",
    "ExpenseImporter",
    "ExpenseLine",
    "export_accounts",
    "export_budget",
    "export_expenses",
    "export_journal",
    "import_accounts",
    "import_budget",
    "import_expenses",
    "plan_accounts",
    "plan_budget",
    "plan_expenses",
]
