"""The entries of a period, account by account, each with its sum."""

from dataclasses import dataclass
from datetime import date

from clinicmgr.finance.records import Account, Entry
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Column, Document, Imprint, Page, Paper, Row, Table, Text
from clinicmgr.staff.records.days import day_text


@dataclass(frozen=True, slots=True)
class ExpenseListOptions:
    """Which days, and which accounts; none named is all of them."""

    first: date
    last: date
    account_ids: tuple[int, ...] = ()
    paper: Paper | None = None


def build_expense_list(
    finance: Finance, settings: ClinicSettings, imprint: Imprint, options: ExpenseListOptions
) -> Document:
    """Return income and expenses of the period as a document."""
    wanted = set(options.account_ids)
    entries = [
        each
        for each in finance.entries(options.first, options.last)
        if not wanted or each.account_id in wanted
    ]
    count = ngettext("{count} entry", "{count} entries", len(entries)).format(count=len(entries))
    return Document(
        title=_("Income and expenses"),
        subtitle=_("{first} to {last}").format(
            first=day_text(options.first), last=day_text(options.last)
        ),
        items=(_table(finance.accounts(), entries), Text(count, "small")),
        imprint=imprint,
        page=Page(options.paper or settings.paper),
        language=settings.locale,
    )


def _table(accounts: list[Account], entries: list[Entry]) -> Table:
    columns = (
        Column(_("Date"), "day", width=0.14),
        Column(_("Payee"), width=0.26),
        Column(_("Note")),
        Column(_("Reference"), width=0.14),
        Column(_("Amount"), "money", width=0.15),
    )
    by_account: dict[int, list[Entry]] = {}
    for each in entries:
        by_account.setdefault(each.account_id, []).append(each)
    rows: list[Row] = []
    for account in accounts:
        members = by_account.get(account.id, [])
        if not members:
            continue
        rows.append(Row((account.title,), kind="group"))
        rows += [
            Row((each.day, each.payee, each.note, each.reference, each.cents)) for each in members
        ]
        rows.append(_sum(account.name, members))
    rows += _ends(accounts, by_account) if rows else []
    return Table(columns, tuple(rows), empty=_("Nothing was entered in these days."))


def _ends(accounts: list[Account], by_account: dict[int, list[Entry]]) -> list[Row]:
    income = [e for each in accounts if each.is_income for e in by_account.get(each.id, ())]
    cost = [e for each in accounts if not each.is_income for e in by_account.get(each.id, ())]
    together = ((_("Income"), income), (_("Cost"), cost))
    return [
        Row((_("All accounts"),), kind="group"),
        *(_sum(name, members) for name, members in together if members),
    ]


def _sum(name: str, members: list[Entry]) -> Row:
    total = sum(each.cents for each in members)
    return Row((None, _("{name} together").format(name=name), None, None, total), kind="total")
