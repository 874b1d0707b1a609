"""What is allowed of entries."""

from dataclasses import replace
from datetime import date

from clinicmgr.finance.records import Account, EntryDraft
from clinicmgr.finance.rules.amounts import check_cents
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import add_months
from clinicmgr.staff.records.days import day_text

OLDEST_YEARS = 20


def tidy_entry(draft: EntryDraft) -> EntryDraft:
    """Return the draft without needless spaces."""
    return replace(
        draft,
        payee=" ".join(draft.payee.split()),
        note=draft.note.strip(),
        reference=" ".join(draft.reference.split()),
    )


def check_entry(
    draft: EntryDraft, account: Account | None, today: date, closed_through: date | None
) -> None:
    """Raise UserError where the account, the amount or the day cannot be."""
    if account is None:
        raise UserError(_("Choose an account."), field="account_id")
    if not account.active:
        raise UserError(
            _("{title} is no longer in use. Choose another account.").format(title=account.title),
            field="account_id",
        )
    check_amount(draft.cents)
    check_day(draft.day, today, closed_through)


def check_amount(cents: int) -> None:
    """Raise UserError for an amount that is nothing or too much."""
    if cents == 0:
        raise UserError(_("The amount is zero. Type what was paid."), field="cents")
    check_cents(cents)


def check_day(day: date, today: date, closed_through: date | None) -> None:
    """Raise UserError for a day in the future, long ago, or in a closed month."""
    shown = day_text(day)
    if day > today:
        raise UserError(
            _(
                "{day} is in the future. Enter what has happened; plans belong into the budget."
            ).format(day=shown),
            field="day",
        )
    if day < add_months(today, -12 * OLDEST_YEARS):
        raise UserError(
            _("{day} is more than {years} years ago. Check the year.").format(
                day=shown, years=OLDEST_YEARS
            ),
            field="day",
        )
    check_open(day, closed_through)


def check_open(day: date, closed_through: date | None) -> None:
    """Raise UserError where the books are closed on that day."""
    if closed_through is not None and day <= closed_through:
        raise UserError(
            _(
                "{day} is closed: the books are closed through {through}. "
                "Use a later day, or reopen the month on the Accounts tab."
            ).format(day=day_text(day), through=day_text(closed_through)),
            field="day",
        )
