"""The catalog of printables: a plain list that the window and the command line share.

A new document is one `Printable` in the list of its domain; the report center, its dialog, the
remembered options and the command line follow from that entry.
"""

from typing import Any

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import closest
from clinicmgr.kernel.i18n import _
from clinicmgr.reports.catalog.activity import ACTIVITY
from clinicmgr.reports.catalog.asks import Answers, Ask, Moment, dates
from clinicmgr.reports.catalog.equipment import EQUIPMENT
from clinicmgr.reports.catalog.finance import FINANCE
from clinicmgr.reports.catalog.hours import HOURS
from clinicmgr.reports.catalog.owners import OWNERS
from clinicmgr.reports.catalog.printable import Printable, Request
from clinicmgr.reports.catalog.rates import RATES
from clinicmgr.reports.catalog.schedule import SCHEDULE
from clinicmgr.reports.catalog.sources import Sources
from clinicmgr.reports.catalog.staff import STAFF

__all__ = [
    "PRINTABLES",
    "Answers",
    "Ask",
    "Moment",
    "Printable",
    "Request",
    "Sources",
    "dates",
    "printable",
]

PRINTABLES: tuple[Printable[Any], ...] = (
    *OWNERS,
    *SCHEDULE,
    *HOURS,
    *STAFF,
    *ACTIVITY,
    *FINANCE,
    *RATES,
    *EQUIPMENT,
)


def printable(name: str) -> Printable[Any]:
    """Return the printable of this name, or raise a UserError that lists them."""
    known = {each.name: each for each in PRINTABLES}
    if name in known:
        return known[name]
    meant = closest(name, known)
    words = (
        _("There is no report “{name}”. There are: {names}.")
        if meant is None
        else _("There is no report “{name}”. Did you mean {meant}? There are: {names}.")
    )
    raise UserError(words.format(name=name, meant=meant, names=", ".join(known)))
