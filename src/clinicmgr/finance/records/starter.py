"""A chart of accounts to begin with, in words of our own."""

from clinicmgr.finance.records.accounts import AccountKind
from clinicmgr.kernel.i18n import N_

_INCOME, _COST = AccountKind.INCOME, AccountKind.COST

STARTER_ACCOUNTS: tuple[tuple[str, str, AccountKind, str, bool], ...] = (
    ("4000", N_("Insurance payments"), _INCOME, N_("Patient care"), False),
    ("4100", N_("Patient payments"), _INCOME, N_("Patient care"), False),
    ("4900", N_("Other income"), _INCOME, N_("Other income"), False),
    ("5000", N_("Wages"), _COST, N_("Staff"), True),
    ("5100", N_("Payroll taxes"), _COST, N_("Staff"), False),
    ("5200", N_("Benefits"), _COST, N_("Staff"), False),
    ("5300", N_("Training and licenses"), _COST, N_("Staff"), False),
    ("6000", N_("Medical supplies"), _COST, N_("Supplies"), False),
    ("6050", N_("Vaccines and drugs"), _COST, N_("Supplies"), False),
    ("6100", N_("Office supplies"), _COST, N_("Supplies"), False),
    ("6200", N_("Laboratory fees"), _COST, N_("Supplies"), False),
    ("7000", N_("Rent"), _COST, N_("Facility"), False),
    ("7100", N_("Utilities"), _COST, N_("Facility"), False),
    ("7200", N_("Cleaning and waste"), _COST, N_("Facility"), False),
    ("7300", N_("Equipment repair"), _COST, N_("Facility"), False),
    ("8000", N_("Insurance"), _COST, N_("Administration"), False),
    ("8100", N_("Software and telephone"), _COST, N_("Administration"), False),
    ("8200", N_("Accounting and legal"), _COST, N_("Administration"), False),
    ("8300", N_("Card and bank fees"), _COST, N_("Administration"), False),
    ("8400", N_("Marketing"), _COST, N_("Administration"), False),
)
"""Number, name, kind, group, and whether the cost may come from the roster."""
