"""Accounts and entries by words, and the words of money for the history."""

from sqlalchemy import select

from clinicmgr.finance.records import (
    ACCOUNT_FIELDS,
    ENTRY_FIELDS,
    MONTH_FIELDS,
    VIEW_MONEY,
    Account,
)
from clinicmgr.finance.service.entries import record
from clinicmgr.finance.service.pressing import PAGE
from clinicmgr.finance.tables import AccountRow, BudgetRow, EntryRow, MoneySettingRow
from clinicmgr.kernel.domain import Hit, Told, ToldTable
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.search import find_rows
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.staff.records.days import day_text

MOST_ENTRIES = 12
_YEAR = Field("year", N_("Year"), "whole")
_ACCOUNT = Field("account_id", N_("Account"), "whole")


def told() -> Told:
    """Return the words for the tables and columns."""
    return Told(
        _("Money"),
        {
            AccountRow.__tablename__: ToldTable(_("Account"), ACCOUNT_FIELDS),
            BudgetRow.__tablename__: ToldTable(_("Budget line"), (_YEAR, _ACCOUNT, *MONTH_FIELDS)),
            EntryRow.__tablename__: ToldTable(_("Entry"), ENTRY_FIELDS),
            MoneySettingRow.__tablename__: ToldTable(_("Setting of money")),
        },
    )


def find(
    journal: Journal, text: str, accounts: dict[int, Account], settings: ClinicSettings
) -> list[Hit]:
    """Return accounts, then entries by payee, note or reference, the latest first."""
    if not journal.actor.may(VIEW_MONEY):
        return []
    with journal.read() as db:
        wanted = find_rows(db, AccountRow.__tablename__, text)
        found = find_rows(db, EntryRow.__tablename__, text, limit=200)
        asked = select(EntryRow).where(EntryRow.id.in_(found)).order_by(EntryRow.day.desc())
        entries = [record(row) for row in db.scalars(asked.limit(MOST_ENTRIES))]
    hits = [
        Hit("account", ("account", each), accounts[each].title, accounts[each].group, PAGE, "money")
        for each in wanted
        if each in accounts
    ]
    for entry in entries:
        account = accounts[entry.account_id]
        amount = format_money(entry.cents, settings.currency, settings.locale)
        detail = " · ".join(
            part for part in (day_text(entry.day), amount, entry.note, entry.reference) if part
        )
        title = f"{entry.payee or account.name} – {account.name}"
        hits.append(Hit("entry", ("entry", entry.id), title, detail, PAGE, "money"))
    return hits
