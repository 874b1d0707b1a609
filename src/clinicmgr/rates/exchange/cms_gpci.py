"""The Geographic Practice Cost Indices of a year (GPCI….csv or .xlsx), as CMS ships them."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from clinicmgr.exchange import RowError
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.rates import rules
from clinicmgr.rates.exchange.cms_cells import Numbers, not_numbers, text
from clinicmgr.rates.exchange.cms_plans import (
    CmsPlan,
    IndexImporter,
    error_rows,
    nothing_in,
    refuse_errors,
)
from clinicmgr.rates.exchange.cms_table import CmsTable, is_footnote, read_table
from clinicmgr.rates.records import IndexSetDraft, LocalityDraft
from clinicmgr.rates.service import Rates

MARKS = frozenset(("state", "locality number", "locality name"))
_Fits = Callable[[frozenset[str]], bool]
_YEAR = re.compile(r"\b(20[0-9]{2})\b")
_NAMES = {
    "contractor": "Medicare Administrative Contractor",
    "state": "State",
    "number": "Locality Number",
    "name": "Locality Name",
    "work": "PW GPCI",
    "expense": "PE GPCI",
    "malpractice": "MP GPCI",
}
_NUMBERS = ("work", "expense", "malpractice")


def _index(*words: str) -> _Fits:
    """A column of indices; where there are two for work, the one with the floor holds by law."""
    return lambda heading: (
        "gpci" in heading and not heading.isdisjoint(words) and "without" not in heading
    )


_COLUMNS: dict[str, _Fits] = {
    "contractor": lambda heading: "contractor" in heading,
    "state": lambda heading: heading == {"state"},
    "number": lambda heading: heading == {"locality", "number"},
    "name": lambda heading: heading == {"locality", "name"},
    "work": _index("pw", "work"),
    "expense": _index("pe"),
    "malpractice": _index("mp"),
}


def plan_index_set(
    rates: Rates, path: Path, *, from_day: date | None = None
) -> CmsPlan[IndexSetDraft]:
    """Return what importing the file would do, with every error in it; writes nothing.

    The year is that of the headings. UserError where the file is another one or cannot be read.
    """
    table = read_table(path, MARKS)
    if table is None:
        raise UserError(
            _(
                "“{file}” is not a GPCI file: the headings State, Locality Number and Locality "
                "Name are missing. Choose the GPCI file as CMS ships it, .csv or .xlsx."
            ).format(file=path.name)
        )
    columns = _columns(table)
    errors: list[RowError] = []
    localities = list(_localities(table, columns, errors))
    if not localities and not errors:
        raise nothing_in(table.file)
    if errors:
        wrong = len({error.line for error in errors})
        return CmsPlan(error_rows(errors), table.notes, None, len(localities) + wrong)
    year = _year(table)
    begin = from_day or date(year, 1, 1)
    draft = IndexSetDraft(str(year), begin, path.name, tuple(localities))
    note = _("{name}: holds from {day}.").format(
        name=draft.name, day=format_day(draft.from_day, "short")
    )
    known = _known(rates, draft)
    return CmsPlan((), (*table.notes, note), draft, len(localities), known=known)


def import_index_set(rates: Rates, path: Path) -> CmsPlan[IndexSetDraft]:
    """Keep the file in one change, whole or not at all; return what was done."""
    plan = plan_index_set(rates, path)
    refuse_errors(plan, path.name)
    IndexImporter(rates).apply(plan.new, plan.changed)
    return plan


def _columns(table: CmsTable) -> dict[str, int]:
    found = {name: table.column(fits) for name, fits in _COLUMNS.items()}
    missing = [_NAMES[name] for name, at in found.items() if at is None]
    if missing:
        raise UserError(
            _("“{file}” has no column {missing}. Choose the GPCI file as CMS ships it.").format(
                file=table.file, missing=", ".join(missing)
            )
        )
    return {name: at for name, at in found.items() if at is not None}


def _localities(
    table: CmsTable, columns: dict[str, int], errors: list[RowError]
) -> Iterator[LocalityDraft]:
    numbers = Numbers()
    seen: dict[str, int] = {}
    for number, cells in zip(table.numbers, table.lines, strict=True):
        if is_footnote(cells):
            continue
        state, place = text(cells, columns["state"]).upper(), text(cells, columns["number"])
        try:
            key = rules.locality_key(f"{state}-{place}")
        except UserError as error:
            errors.append(RowError(number, _NAMES["number"], place, error.sentence))
            continue
        if key in seen:
            sentence = _("{key} stands in line {line} already.").format(key=key, line=seen[key])
            errors.append(RowError(number, _NAMES["number"], place, sentence))
        seen.setdefault(key, number)
        found = [
            (_NAMES[name], cells[columns[name]] if columns[name] < len(cells) else None)
            for name in _NUMBERS
        ]
        named = [(heading, cell, numbers[cell]) for heading, cell in found]
        faults = [RowError(number, *fault) for fault in not_numbers(named)]
        errors.extend(faults)
        if not faults:
            work, expense, malpractice = (_short(text_) for _head, _cell, text_ in named)
            yield LocalityDraft(
                state,
                key.partition("-")[2],
                text(cells, columns["name"]).rstrip("* "),
                text(cells, columns["contractor"]).zfill(5),
                work,
                expense,
                malpractice,
            )


def _short(number: str | None) -> Decimal:
    """Return an index without zeros at its end, but 1.0 rather than 1."""
    whole, _point, part = (number or "0").partition(".")
    return Decimal(f"{whole}.{part.rstrip('0') or '0'}")


def _year(table: CmsTable) -> int:
    words = (heading for heading in table.headings if "gpci" in heading)
    for text_ in (*words, *table.titles, table.file.replace("GPCI", "GPCI ")):
        found = _YEAR.search(text_)
        if found is not None:
            return int(found[1])
    raise UserError(
        _("“{file}” does not say which year it is for. Name it like GPCI2026.csv.").format(
            file=table.file
        )
    )


def _known(rates: Rates, draft: IndexSetDraft) -> bool:
    for each in rates.index_sets():
        if each.from_day == draft.from_day:
            fields = ("state", "number", "work", "expense", "malpractice")
            old = {tuple(getattr(one, name) for name in fields)
                   for one in rates.localities(each.from_day)}  # fmt: skip
            new = {tuple(getattr(one, name) for name in fields) for one in draft.localities}
            if old == new:
                return True
            raise UserError(
                _(
                    "The cost indices of {name} are on record with other values ({file}). "
                    "Remove them on the Rates page first."
                ).format(name=each.name, file=each.file)
            )
    return False
