"""What can be printed of the schedule."""

from typing import Any

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_
from clinicmgr.reports.catalog.asks import (
    DAY,
    ORIENTATION,
    POSITIONS,
    STAFF,
    YEAR,
    flag,
    number,
    one,
    period,
)
from clinicmgr.reports.catalog.periods import Period
from clinicmgr.reports.catalog.printable import Printable
from clinicmgr.schedule.documents import (
    CallOutOptions,
    CoverageTableOptions,
    DutyListOptions,
    FairnessOptions,
    GapListOptions,
    LeaveCalendarOptions,
    MonthRosterOptions,
    PlannedHoursOptions,
    RosterChangesOptions,
    RosterSlipOptions,
    WeekRosterOptions,
    build_call_out,
    build_coverage_table,
    build_duty_list,
    build_fairness_ledger,
    build_gap_list,
    build_leave_calendar,
    build_month_roster,
    build_planned_hours,
    build_roster_changes,
    build_roster_slips,
    build_week_roster,
)
from clinicmgr.today.documents import DaySheetOptions, build_day_sheet

GROUP = N_("Schedule")
_NOTES = one(Field("notes", N_("Notes"), "long_text", help=N_("A line each, on each sheet.")))
_GROUPED = flag("grouped", N_("People in groups by position"), "groups", default=True)
_COVERAGE = flag("coverage", N_("With coverage under the grid"), default=True)
_CHANGES = flag("changes", N_("With what has changed since it was published"))
_SIGNATURES = flag("signatures", N_("With lines to sign"), default=True)

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
        "call-out-sheet",
        N_("Call-out sheet"),
        GROUP,
        N_("Who is out, who stands in, before and after, and whom to phone."),
        CallOutOptions,
        lambda at, settings, imprint, options: build_call_out(
            at.schedule, at.staff, settings, imprint, options
        ),
        (period(Period.THIS_WEEK), STAFF),
    ),
    Printable(
        "week-roster",
        N_("Week roster for the wall"),
        GROUP,
        N_("People, positions or rooms by days, a sheet for each week, to hang up."),
        WeekRosterOptions,
        lambda at, settings, imprint, options: build_week_roster(
            at.schedule, at.staff, settings, imprint, options
        ),
        (
            period(Period.FOUR_WEEKS),
            one(
                Field(
                    "by",
                    N_("Rows"),
                    "choice",
                    required=True,
                    default="person",
                    choices=(
                        ("person", N_("People")),
                        ("position", N_("Positions")),
                        ("room", N_("Rooms")),
                    ),
                )
            ),
            _GROUPED,
            POSITIONS,
            _COVERAGE,
            _CHANGES,
            _NOTES,
            _SIGNATURES,
            ORIENTATION,
        ),
    ),
    Printable(
        "month-roster",
        N_("Month roster"),
        GROUP,
        N_("Everybody by every day of the month in codes, with the hours, on a sheet."),
        MonthRosterOptions,
        lambda at, settings, imprint, options: build_month_roster(
            at.schedule, at.staff, settings, imprint, options
        ),
        (
            period(Period.THIS_MONTH),
            _GROUPED,
            POSITIONS,
            _COVERAGE,
            _CHANGES,
            _NOTES,
            _SIGNATURES,
            ORIENTATION,
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
        (
            period(Period.FOUR_WEEKS),
            STAFF,
            one(
                Field(
                    "layout",
                    N_("Layout"),
                    "choice",
                    required=True,
                    default="list",
                    choices=(
                        ("list", N_("A page for each person")),
                        ("calendar", N_("Small calendars to cut apart")),
                    ),
                )
            ),
        ),
    ),
    Printable(
        "on-call",
        N_("On-call list"),
        GROUP,
        N_("Who has the shifts you choose, day by day, and how to reach them."),
        DutyListOptions,
        lambda at, settings, imprint, options: build_duty_list(
            at.schedule, at.staff, settings, imprint, options
        ),
        (
            period(Period.FOUR_WEEKS),
            one(
                Field(
                    "type_ids",
                    N_("Shift types"),
                    "choices",
                    help=N_("None chosen is all shifts."),
                    aliases=("shift_type",),
                ),
                lambda sources: [(each.id, each.name) for each in sources.schedule.shift_types()],
            ),
            flag("phones", N_("With phone numbers"), default=True),
        ),
    ),
    Printable(
        "coverage",
        N_("Coverage by position and time"),
        GROUP,
        N_("How many are there of those who are needed, by time of day, week by week."),
        CoverageTableOptions,
        lambda at, settings, imprint, options: build_coverage_table(
            at.schedule, settings, imprint, options
        ),
        (
            period(Period.FOUR_WEEKS),
            POSITIONS,
            flag("times", N_("By time of day"), default=True),
            flag("short_only", N_("Only where somebody is missing"), "short"),
        ),
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
    Printable(
        "planned-hours",
        N_("Planned hours and overtime"),
        GROUP,
        N_("Rostered hours of everybody beside the contract, with overtime and days off."),
        PlannedHoursOptions,
        lambda at, settings, imprint, options: build_planned_hours(
            at.schedule, at.staff, settings, imprint, options
        ),
        (
            period(Period.THIS_MONTH),
            POSITIONS,
            flag("cost", N_("With the cost, for those who may see pay")),
        ),
    ),
    Printable(
        "fair-shares",
        N_("Fair shares of the year"),
        GROUP,
        N_("Weekends, last shifts and holidays of everybody beside the average of colleagues."),
        FairnessOptions,
        lambda at, settings, imprint, options: build_fairness_ledger(
            at.schedule, at.staff, settings, imprint, options
        ),
        (YEAR, POSITIONS),
    ),
)
