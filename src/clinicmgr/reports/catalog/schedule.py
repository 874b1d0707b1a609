"""What can be printed of the schedule."""

from typing import Any

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_
from clinicmgr.reports.catalog.asks import DAY, POSITIONS, STAFF, flag, number, one, period
from clinicmgr.reports.catalog.periods import Period
from clinicmgr.reports.catalog.printable import Printable
from clinicmgr.schedule.documents import (
    GapListOptions,
    LeaveCalendarOptions,
    RosterChangesOptions,
    RosterSlipOptions,
    WeekRosterOptions,
    build_gap_list,
    build_leave_calendar,
    build_roster_changes,
    build_roster_slips,
    build_week_roster,
)
from clinicmgr.today.documents import DaySheetOptions, build_day_sheet

GROUP = N_("Schedule")

SCHEDULE: tuple[Printable[Any], ...] = (
    Printable(
        "day-sheet",
        N_("Day sheet"),
        GROUP,
        N_("Who works where and when, how to reach them, what is open and what is due."),
        DaySheetOptions,
        lambda at, settings, imprint, options: build_day_sheet(
            at.today, settings, imprint, options
        ),
        (
            DAY,
            flag("phones", N_("With phone numbers"), default=True),
            flag("due", N_("With what is due"), default=True),
            flag("notes", N_("With lines to write on"), "lines", default=True),
        ),
    ),
    Printable(
        "week-roster",
        N_("Week roster for the wall"),
        GROUP,
        N_("People by days, a sheet for each week, to hang up."),
        WeekRosterOptions,
        lambda at, settings, imprint, options: build_week_roster(
            at.schedule, at.staff, settings, imprint, options
        ),
        (
            period(Period.FOUR_WEEKS),
            POSITIONS,
            flag("coverage", N_("With coverage under the grid"), default=True),
            flag("changes", N_("With what has changed since it was published")),
            one(Field("notes", N_("Notes"), "long_text", help=N_("A line each, on each sheet."))),
            flag("signatures", N_("With lines to sign"), default=True),
        ),
    ),
    Printable(
        "roster-changes",
        N_("Changes of the roster"),
        GROUP,
        N_("What has changed since the roster was published, person by person, to sign."),
        RosterChangesOptions,
        lambda at, settings, imprint, options: build_roster_changes(
            at.schedule, settings, imprint, options
        ),
        (
            period(Period.FOUR_WEEKS),
            number(
                "since",
                N_("Since version"),
                0,
                0,
                99_999,
                N_("0 is the version published last."),
            ),
            flag("signatures", N_("With lines to sign"), default=True),
        ),
    ),
    Printable(
        "roster-slip",
        N_("Personal roster slip"),
        GROUP,
        N_("One person's shifts and days off, to hand out or to send."),
        RosterSlipOptions,
        lambda at, settings, imprint, options: build_roster_slips(
            at.schedule, at.staff, settings, imprint, options
        ),
        (period(Period.FOUR_WEEKS), STAFF),
    ),
    Printable(
        "gaps",
        N_("Coverage gaps and why"),
        GROUP,
        N_("Where somebody is missing, and what keeps each person from stepping in."),
        GapListOptions,
        lambda at, settings, imprint, options: build_gap_list(
            at.schedule, settings, imprint, options
        ),
        (period(Period.FOUR_WEEKS),),
    ),
    Printable(
        "leave-calendar",
        N_("Leave calendar"),
        GROUP,
        N_("Who is off on which day, a sheet for each month."),
        LeaveCalendarOptions,
        lambda at, settings, imprint, options: build_leave_calendar(
            at.schedule, at.staff, settings, imprint, options
        ),
        (
            period(Period.THIS_MONTH),
            POSITIONS,
            flag("everybody", N_("Also people who are never off"), default=True),
        ),
    ),
)
