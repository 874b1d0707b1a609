"""What can be printed of money."""

from clinicmgr.finance.documents.budget_year import BudgetOptions, build_budget
from clinicmgr.finance.documents.expense_list import ExpenseListOptions, build_expense_list
from clinicmgr.finance.documents.month_variance import VarianceOptions, build_variance

__all__ = [
    "BudgetOptions",
    "ExpenseListOptions",
    "VarianceOptions",
    "build_budget",
    "build_expense_list",
    "build_variance",
]
