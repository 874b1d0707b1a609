"""The journal for QuickBooks: each entry against the balancing account, debits equal credits.

For QuickBooks Online a .csv with JournalNo, JournalDate (MM/DD/YYYY), AccountName, Debits, Credits,
Description and Name; lines of one number balance, account numbers are switched off there (Intuit's
article on importing journal entries). For QuickBooks Desktop an .iif: tab-separated TRNS, SPL and
ENDTRNS lines of type GENERAL JOURNAL, where debits are positive and credits negative (Intuit's
IIF reference of transactions).
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clinicmgr.finance.records import Account, Entry
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.files import atomic_write, inert
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import format_amount

ONLINE_COLUMNS = (
    "JournalNo", "JournalDate", "AccountName", "Debits", "Credits", "Description", "Name"
)  # fmt: skip
_TRNS = ("TRNSID", "TRNSTYPE", "DATE", "ACCNT", "NAME", "AMOUNT", "DOCNUM", "MEMO")
_SPL = ("SPLID", *_TRNS[1:])
_TYPE = "GENERAL JOURNAL"
_BREAKS_IIF = str.maketrans('\t\r\n"', "   '")


@dataclass(frozen=True, slots=True)
class Posting:
    """One side of a journal entry: a debit is positive, a credit negative, in cents."""

    number: int
    day: date
    account: str
    cents: int
    memo: str
    name: str


def postings(finance: Finance, first: date, last: date) -> list[Posting]:
    """Return two postings for each entry of some days; they add up to zero.

    UserError where there is nothing, or an account has the name of the balancing account.
    """
    accounts = {each.id: each for each in finance.accounts()}
    balancing = finance.balancing()
    if any(each.name.casefold() == balancing.casefold() for each in accounts.values()):
        raise UserError(
            _("The balancing account {name} is one of the accounts. Name the bank account.").format(
                name=balancing
            )
        )
    entries = finance.entries(first, last)
    if not entries:
        raise UserError(
            _("There are no entries from {first} to {last}.").format(first=first, last=last)
        )
    return [
        posting
        for entry in entries
        for posting in _both_sides(entry, accounts[entry.account_id], balancing)
    ]


def export_journal(finance: Finance, path: Path, first: date, last: date) -> int:
    """Write the journal of some days for QuickBooks, .csv or .iif; return how many entries."""
    makers = {".csv": _online, ".iif": _desktop}
    make = makers.get(path.suffix.lower())
    if make is None:
        raise UserError(
            _('"{name}" must end in {formats}.').format(
                name=path.name, formats=_(" or ").join(makers)
            )
        )
    found = postings(finance, first, last)
    with atomic_write(path) as file:
        file.write(make(found))
    return len(found) // 2


def _both_sides(entry: Entry, account: Account, balancing: str) -> Iterator[Posting]:
    """Cost is a debit of its account, income a credit; the bank is the other side."""
    debit = -entry.cents * account.kind.sign
    memo = " ".join(f"{entry.note} {entry.reference}".split())
    yield Posting(entry.id, entry.day, account.name, debit, memo, entry.payee)
    yield Posting(entry.id, entry.day, balancing, -debit, memo, entry.payee)


def _online(found: Sequence[Posting]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(ONLINE_COLUMNS)
    for each in found:
        debit = format_amount(each.cents) if each.cents > 0 else ""
        credit = format_amount(-each.cents) if each.cents < 0 else ""
        words = (inert(each.account), debit, credit, inert(each.memo), inert(each.name))
        writer.writerow((each.number, _day(each.day), *words))
    return text.getvalue().encode("utf-8")


def _desktop(found: Sequence[Posting]) -> bytes:
    lines = [("!TRNS", *_TRNS), ("!SPL", *_SPL), ("!ENDTRNS",)]
    for first, second in zip(found[::2], found[1::2], strict=True):
        lines += [("TRNS", *_iif(first)), ("SPL", *_iif(second)), ("ENDTRNS",)]
    text = "".join("\t".join(line) + "\r\n" for line in lines)
    return text.encode("cp1252", errors="replace")  # the program reads the Windows code page


def _iif(each: Posting) -> tuple[str, ...]:
    words = (each.account, each.name, each.memo)
    account, name, memo = (word.translate(_BREAKS_IIF) for word in words)
    amount, number = format_amount(each.cents), str(each.number)
    return "", _TYPE, _day(each.day), account, name, amount, number, memo


def _day(day: date) -> str:
    """Return 10/05/2026: QuickBooks takes no other form, whatever the locale."""
    return f"{day.month:02}/{day.day:02}/{day.year}"
