"""The fields of money records, described once for forms, import, export and history."""

from clinicmgr.finance.records.accounts import ACCOUNT_KIND_LABELS, AccountKind
from clinicmgr.finance.records.budgets import (
    BASIS_LABELS,
    ROUND_TO_LABELS,
    SHAPE_LABELS,
    Basis,
    RoundTo,
    Shape,
)
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_

ACCOUNT_FIELDS = (
    Field(
        "number",
        N_("Number"),
        required=True,
        help=N_("Such as 6100; your bookkeeper's numbers are best."),
        aliases=("account number", "account no", "acct", "no", "code"),
    ),
    Field("name", N_("Name"), required=True, aliases=("account", "account name", "title")),
    Field(
        "kind",
        N_("Kind"),
        "choice",
        required=True,
        choices=tuple(ACCOUNT_KIND_LABELS.items()),
        default=AccountKind.COST,
        aliases=("type", "account type"),
    ),
    Field(
        "group",
        N_("Group"),
        help=N_("A heading with a sum of its own, such as Staff or Facility."),
        aliases=("section", "category", "class"),
    ),
    Field(
        "is_labor",
        N_("Labor cost from the roster"),
        "flag",
        help=N_("In months in which nothing is entered on this account."),
        aliases=("labor", "is labor"),
    ),
    Field("active", N_("In use"), "flag", default=True, aliases=("is active", "status")),
)

_ACCOUNT_NAMES = ("account number", "account name", "acct", "category", "gl account", "ledger")
_AMOUNT_NAMES = ("total", "sum", "cost", "price", "paid", "value", "debit")
_PAYEE_NAMES = ("vendor", "supplier", "payer", "name", "merchant", "from/to", "customer")
_NOTE_NAMES = ("memo", "description", "memo/description", "details", "comment", "notes")
_REFERENCE_NAMES = ("num", "no", "number", "check no", "invoice", "invoice no", "ref", "ref no")

ENTRY_FIELDS = (
    Field("day", N_("Date"), "day", required=True, aliases=("day", "posted", "transaction date")),
    Field("account_id", N_("Account"), "choice", required=True),
    Field("cents", N_("Amount"), "money", required=True, help=N_("A refund is negative.")),
    Field("payee", N_("Payee"), help=N_("Who was paid, or who paid."), aliases=_PAYEE_NAMES),
    Field("reference", N_("Reference"), aliases=_REFERENCE_NAMES),
    Field("note", N_("Note"), aliases=_NOTE_NAMES),
)

EXPENSE_FIELDS = (
    ENTRY_FIELDS[0],
    Field(
        "account",
        N_("Account"),
        required=True,
        help=N_("Number or name of the account."),
        aliases=_ACCOUNT_NAMES,
    ),
    Field("cents", N_("Amount"), "money", required=True, aliases=_AMOUNT_NAMES),
    *ENTRY_FIELDS[3:],
)
"""The columns of a file of entries; there an account is a number or a name."""

MONTH_NAMES = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June")),
    *(N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)
SHORT_MONTHS = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun")),
    *(N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")),
)
MONTH_FIELDS = tuple(
    Field(f"month_{number:02}", name, "money", aliases=(name[:3], str(number)))
    for number, name in enumerate(MONTH_NAMES, 1)
)
BUDGET_FIELDS = (
    Field("year", N_("Year"), "whole", required=True),
    Field(
        "account",
        N_("Account"),
        required=True,
        help=N_("Number or name of the account."),
        aliases=_ACCOUNT_NAMES,
    ),
    *MONTH_FIELDS,
)

COPY_FIELDS = (
    Field("from_year", N_("From the year"), "choice", required=True),
    Field(
        "basis",
        N_("Take"),
        "choice",
        required=True,
        choices=tuple(BASIS_LABELS.items()),
        default=Basis.BUDGET,
    ),
    Field(
        "percent",
        N_("Plus percent"),
        required=True,
        default="3",
        help=N_("Such as 3 or -2.5."),
    ),
    Field(
        "round_to",
        N_("Rounded to"),
        "choice",
        required=True,
        choices=tuple(ROUND_TO_LABELS.items()),
        default=RoundTo.DOLLAR,
    ),
    Field(
        "kind",
        N_("Only income or only cost"),
        "choice",
        choices=tuple(ACCOUNT_KIND_LABELS.items()),
        help=N_("Empty for both."),
    ),
)

SPREAD_FIELDS = (
    Field("account_id", N_("Account"), "choice", required=True),
    Field("cents", N_("Amount for the year"), "money", required=True),
    Field(
        "shape",
        N_("Spread"),
        "choice",
        required=True,
        choices=tuple(SHAPE_LABELS.items()),
        default=Shape.EVEN,
    ),
)

CLOSING_FIELD = Field(
    "closed_through",
    N_("Closed through"),
    "day",
    help=N_("Entries on or before this day can no longer be added or changed."),
)
BALANCING_FIELD = Field(
    "balancing",
    N_("Balancing account"),
    help=N_("Where money comes from and goes to in the journal for QuickBooks, such as Checking."),
)
SETTING_FIELDS = (CLOSING_FIELD, BALANCING_FIELD)
