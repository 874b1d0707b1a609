"""The Relative Value File of Medicare's Physician Fee Schedule (PPRRVU….csv or .xlsx), as shipped.

Layout: CMS, RVU files with their record layout (RVU25D.pdf); quarterly, 31 columns until 2025, 32
and one file for each conversion factor since 2026.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.rates.exchange.cms_lines import HEADINGS, Columns, read_lines
from clinicmgr.rates.exchange.cms_plans import (
    CmsPlan,
    ReleaseImporter,
    error_rows,
    nothing_in,
    refuse_errors,
)
from clinicmgr.rates.exchange.cms_table import CmsTable, read_table, uncollected
from clinicmgr.rates.records import ReleaseDraft, Track
from clinicmgr.rates.service import Rates
from clinicmgr.rates.service.reference import batch_of, sum_of

MARKS = frozenset(("hcpcs", "mod", "description"))
_Fits = Callable[[frozenset[str]], bool]
_MONTHS = {"jan": 1, "apr": 4, "jul": 7, "oct": 10}
_MONTH_NAMES = {1: "January", 4: "April", 7: "July", 10: "October"}
_YEAR = re.compile(r"(?:CY\s*)?(20[0-9]{2})\s+National\s+Physician\s+Fee\s+Schedule", re.IGNORECASE)
_FILE = re.compile(r"RVU[ _-]?(20)?([0-9]{2})(?:[ _-]?(jan|apr|jul|oct))?", re.IGNORECASE)
_MONTH = re.compile(r"\b(jan|apr|jul|oct)[a-z]*\s+release", re.IGNORECASE)


def _exactly(*words: str) -> _Fits:
    wanted = frozenset(" ".join(words).split())
    return lambda heading: heading == wanted


def _expense(*setting: str) -> _Fits:
    """A column of practice expense units, of this year's and not of the hospital's cap (OPPS)."""
    wanted = {"pe", "rvu", *setting}
    other = {"opps", "fully"} | ({"non"} - set(setting))
    return lambda heading: wanted <= heading and not other & heading


def _either(one: _Fits, other: _Fits) -> _Fits:
    return lambda heading: one(heading) or other(heading)


_COLUMNS: dict[str, _Fits] = {
    "code": _exactly("hcpcs"),
    "modifier": _exactly("mod"),
    "description": _exactly("description"),
    "status": _exactly("status code"),
    "work": _exactly("work rvu"),
    "office_pe": _either(_expense("non", "fac"), _expense("non", "facility")),
    "facility_pe": _either(_expense("facility"), _expense("fac")),
    "malpractice": _exactly("mp rvu"),
    "factor": lambda heading: "factor" in heading and bool(heading & {"conv", "conversion"}),
}


def plan_release(
    rates: Rates, path: Path, *, from_day: date | None = None, track: Track | None = None
) -> CmsPlan[ReleaseDraft]:
    """Return what importing the file would do, with every error in it; writes nothing.

    The day from which it holds, and for which conversion factor, follow from the file's title and
    name unless they are given. UserError where the file is another one or cannot be read.
    """
    with uncollected():
        table = read_table(path, MARKS)
        if table is None:
            raise _another(path)
        if not table.lines:
            raise nothing_in(table.file)
        read = read_lines(table, _columns(table))
    if read.errors:
        wrong = len({each.line for each in read.errors})
        rows = error_rows(read.errors)
        return CmsPlan(rows, table.notes, None, len(read.lines) + wrong)
    year, month = _when(table)
    draft = ReleaseDraft(
        f"{year} {_MONTH_NAMES.get(month, '')}".strip(),
        from_day or date(year, month, 1),
        _track(table) if track is None else track,
        read.factor,
        path.name,
        read.lines,
    )
    if draft.track is not Track.ALL:
        draft = replace(draft, name=f"{draft.name} {_short(draft.track)}")
    notes = (*table.notes, _told(draft))
    return CmsPlan((), notes, draft, len(read.lines), known=_known(rates, draft))


def import_release(rates: Rates, path: Path) -> CmsPlan[ReleaseDraft]:
    """Keep the file in one change, whole or not at all; return what was done.

    UserError where a line has an error; `plan_release` lists them all.
    """
    plan = plan_release(rates, path)
    refuse_errors(plan, path.name)
    ReleaseImporter(rates).apply(plan.new, plan.changed)
    return plan


def _columns(table: CmsTable) -> Columns:
    found = {name: table.column(fits) for name, fits in _COLUMNS.items()}
    missing = [HEADINGS[name] for name, at in found.items() if at is None]
    if missing:
        raise UserError(
            _("“{file}” has no column {missing}. Choose the PPRRVU file as CMS ships it.").format(
                file=table.file, missing=", ".join(missing)
            )
        )
    na = {"na", "indicator"}
    return Columns(
        {name: at for name, at in found.items() if at is not None},
        table.column(lambda words: na | {"non", "fac"} <= words),
        table.column(lambda words: na | {"facility"} <= words and "non" not in words),
    )


def _when(table: CmsTable) -> tuple[int, int]:
    """Return year and month, from the title or else from the file's name."""
    titles = " ".join(table.titles)
    year, named, month = _YEAR.search(titles), _FILE.search(table.file), _MONTH.search(titles)
    if year is None and named is None:
        raise UserError(
            _(
                "“{file}” does not say which year it is for. Give it the name that CMS gave it, "
                "such as PPRRVU2026_Jan_nonQPP.csv."
            ).format(file=table.file)
        )
    number = int(year[1]) if year else 2000 + int(named[2] if named else 0)
    word = month[1] if month else (named[3] if named and named[3] else "jan")
    return number, _MONTHS[word.lower()]


def _track(table: CmsTable) -> Track:
    """Return for which conversion factor the file is, by its name or title."""
    words = re.sub(r"[^a-z]", "", " ".join((table.file, *table.titles)).lower())
    if "nonqpp" in words:
        return Track.STANDARD
    return Track.QUALIFYING if "qpp" in words else Track.ALL


def _short(track: Track) -> str:
    return "QPP" if track is Track.QUALIFYING else "non-QPP"


def _told(draft: ReleaseDraft) -> str:
    return _("{name}: holds from {day}, conversion factor {factor}.").format(
        name=draft.name, day=format_day(draft.from_day, "short"), factor=draft.conversion_factor
    )


def _known(rates: Rates, draft: ReleaseDraft) -> bool:
    """Whether the very same is on record; UserError where another file has its place."""
    for each in rates.releases():
        if (each.from_day, each.track) == (draft.from_day, draft.track):
            if each.batch == batch_of(sum_of(draft.lines)):
                return True
            raise UserError(
                _(
                    "The relative values {name} are on record with other values ({file}). "
                    "Remove them on the Rates page first."
                ).format(name=each.name, file=each.file)
            )
    return False


def _another(path: Path) -> UserError:
    return UserError(
        _(
            "“{file}” is not a Relative Value File: the headings HCPCS, MOD and DESCRIPTION are "
            "missing. Choose the PPRRVU file as CMS ships it, .csv or .xlsx."
        ).format(file=path.name)
    )
