"""What can be printed of activity."""

from typing import Any

from clinicmgr.activity.documents import (
    SummaryOptions,
    TallySheetOptions,
    UtilizationOptions,
    build_summary,
    build_tally_sheet,
    build_utilization,
)
from clinicmgr.kernel.i18n import N_
from clinicmgr.reports.catalog.asks import ORIENTATION, flag, period
from clinicmgr.reports.catalog.periods import Period
from clinicmgr.reports.catalog.printable import Printable

GROUP = N_("Activity")

ACTIVITY: tuple[Printable[Any], ...] = (
    Printable(
        "activity-summary",
        N_("Activity summary"),
        GROUP,
        N_("Visits, procedures and no-shows, each beside the same days a year before."),
        SummaryOptions,
        lambda at, settings, imprint, options: build_summary(
            at.activity, settings, imprint, options
        ),
        (period(Period.LAST_MONTH), flag("chart", N_("With a chart"), default=True), ORIENTATION),
    ),
    Printable(
        "utilization",
        N_("Utilization"),
        GROUP,
        N_("How far people, rooms and equipment were used, of the time they were there."),
        UtilizationOptions,
        lambda at, settings, imprint, options: build_utilization(
            at.activity, settings, imprint, options
        ),
        (period(Period.LAST_MONTH), flag("chart", N_("With a chart"), default=True)),
    ),
    Printable(
        "tally-sheet",
        N_("Daily tally sheet"),
        GROUP,
        N_("A sheet for each day to count on, with a line for everybody who sees patients."),
        TallySheetOptions,
        lambda at, settings, imprint, options: build_tally_sheet(
            at.activity, settings, imprint, options
        ),
        (period(Period.THIS_WEEK),),
    ),
)
