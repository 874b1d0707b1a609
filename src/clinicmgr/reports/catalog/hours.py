"""What can be printed about hours worked."""

from typing import Any

from clinicmgr.hours.documents import (
    HoursOvertimeOptions,
    PayPeriodOptions,
    TimesheetOptions,
    build_hours_overtime,
    build_pay_period,
    build_timesheet,
)
from clinicmgr.kernel.i18n import N_
from clinicmgr.reports.catalog.asks import DAY, STAFF, flag, period
from clinicmgr.reports.catalog.periods import Period
from clinicmgr.reports.catalog.printable import Printable

GROUP = N_("Hours worked")

HOURS: tuple[Printable[Any], ...] = (
    Printable(
        "timesheet",
        N_("Timesheet"),
        GROUP,
        N_("A person's days of a period, planned and worked, to be signed."),
        TimesheetOptions,
        lambda at, settings, imprint, options: build_timesheet(
            at.hours, settings, imprint, options
        ),
        (
            period(Period.LAST_MONTH),
            STAFF,
            flag("signatures", N_("With lines to sign"), default=True),
        ),
    ),
    Printable(
        "pay-period",
        N_("Pay period sign-off"),
        GROUP,
        N_("Who is paid for which hours, what was corrected, who signed."),
        PayPeriodOptions,
        lambda at, settings, imprint, options: build_pay_period(
            at.hours, settings, imprint, options
        ),
        (DAY, flag("pay", N_("With pay"))),
    ),
    Printable(
        "hours-worked",
        N_("Hours worked and overtime"),
        GROUP,
        N_("Planned, worked, over and off, by person."),
        HoursOvertimeOptions,
        lambda at, settings, imprint, options: build_hours_overtime(
            at.hours, settings, imprint, options
        ),
        (period(Period.LAST_MONTH), flag("pay", N_("With pay"))),
    ),
)
