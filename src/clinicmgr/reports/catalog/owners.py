"""What goes to the owners of the practice."""

from typing import Any

from clinicmgr.kernel.i18n import N_
from clinicmgr.reports.catalog.asks import flag, period
from clinicmgr.reports.catalog.periods import Period
from clinicmgr.reports.catalog.printable import Printable
from clinicmgr.reports.documents.monthly import MonthlyOptions, build_monthly

GROUP = N_("For the owners")

OWNERS: tuple[Printable[Any], ...] = (
    Printable(
        "activity",
        N_("Monthly activity report"),
        GROUP,
        N_("Staffing, services, money and equipment of the month, with your own words."),
        MonthlyOptions,
        lambda at, settings, imprint, options: build_monthly(
            at.reports, settings, imprint, options
        ),
        (
            period(Period.LAST_MONTH),
            flag("keep_empty", N_("Also sections without records"), "empty", default=True),
        ),
        editor="words",
    ),
)
