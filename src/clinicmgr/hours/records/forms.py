"""The fields of hours worked, described once for forms, import, export and history."""

from clinicmgr.hours.records.pay import A_MONDAY, PERIOD_LABELS, ROUNDING_LABELS, Rounding
from clinicmgr.hours.records.stretches import ADJUSTMENT_LABELS, SOURCE_LABELS, AdjustmentKind
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_

MEMBER = Field("member_id", N_("Staff member"), "choice", required=True)
NOTE = Field("note", N_("Note"), aliases=("notes", "comment", "remark", "remarks"))

SOURCE_FIELD = Field("source", N_("Entered"), "choice", choices=tuple(SOURCE_LABELS.items()))

STRETCH_FIELDS = (
    MEMBER,
    Field("day", N_("Date"), "day", required=True),
    Field("start", N_("In"), "time", required=True),
    Field("end", N_("Out"), "time"),
    Field("break_minutes", N_("Break (minutes)"), "whole", default=0),
    Field("position_id", N_("Position"), "choice"),
    SOURCE_FIELD,
    NOTE,
    Field("clocked_start", N_("Clocked in"), "time"),
    Field("clocked_end", N_("Clocked out"), "time"),
)

CORRECTION_FIELDS = (
    Field("member_id", N_("Staff member")),
    Field("day", N_("Date"), "day"),
    Field("former", N_("Before")),
    Field("now", N_("Now")),
    Field("reason", N_("Reason")),
    Field("on", N_("Corrected on"), "day"),
    Field("by", N_("Corrected by")),
)

ADJUSTMENT_FIELDS = (
    MEMBER,
    Field(
        "day", N_("About the day"), "day", required=True, help=N_("A day of a locked pay period.")
    ),
    Field(
        "hours",
        N_("Hours more or fewer"),
        required=True,
        help=N_("Such as 1:30, or -0:45 for less."),
    ),
    Field(
        "kind",
        N_("Paid as"),
        "choice",
        required=True,
        choices=tuple(ADJUSTMENT_LABELS.items()),
        default=AdjustmentKind.REGULAR,
    ),
    Field("reason", N_("Reason"), required=True, help=N_("It stands on the sign-off sheet.")),
)

PAY_RULES_FIELDS = (
    Field(
        "from_day",
        N_("From"),
        "day",
        required=True,
        help=N_("The rules hold from this day until the next entry."),
    ),
    Field("period", N_("Paid"), "choice", required=True, choices=tuple(PERIOD_LABELS.items())),
    Field(
        "anchor",
        N_("A period begins on"),
        "day",
        help=N_("The first day of any one pay period of one or two weeks."),
    ),
    Field(
        "rounding",
        N_("Times are rounded"),
        "choice",
        required=True,
        choices=tuple(ROUNDING_LABELS.items()),
        default=Rounding.NONE,
        help=N_("Only when hours are computed; the record keeps the minute."),
    ),
    Field(
        "weekly_limit",
        N_("Overtime over (hours a week)"),
        "hours",
        help=N_("40 by federal law; empty for none."),
    ),
    Field(
        "daily_limit",
        N_("Overtime over (hours a day)"),
        "hours",
        help=N_("8 where state law says so; empty for none."),
    ),
    Field(
        "overtime_percent",
        N_("Overtime is paid (percent)"),
        "whole",
        required=True,
        default=150,
    ),
)

DIFFERENTIAL_FIELDS = (
    Field("name", N_("Name"), required=True, help=N_("Such as Evening.")),
    Field("start", N_("From"), "time", required=True),
    Field("end", N_("Until"), "time", required=True),
    Field(
        "weekdays",
        N_("Weekdays"),
        "choices",
        choices=(
            (0, N_("Mon")),
            (1, N_("Tue")),
            (2, N_("Wed")),
            (3, N_("Thu")),
            (4, N_("Fri")),
            (5, N_("Sat")),
            (6, N_("Sun")),
        ),
        default=(0, 1, 2, 3, 4, 5, 6),
    ),
    Field("holidays", N_("Also on public holidays"), "flag"),
    Field("cents", N_("Extra an hour"), "money", help=N_("An amount, or else percent.")),
    Field("percent", N_("Extra in percent"), "whole"),
    Field("code", N_("Payroll code"), help=N_("What your payroll service calls it.")),
    Field("from_day", N_("Since"), "day", required=True, default=A_MONDAY),
    Field("to_day", N_("Until day"), "day"),
)

CODES_FIELDS = (
    Field(
        "company",
        N_("ADP company code"),
        help=N_("Two or three letters or figures; ADP gave it to you."),
    ),
    Field("annual", N_("Code of annual leave"), default="VAC"),
    Field("sick", N_("Code of sick leave"), default="SIC"),
    Field("training", N_("Code of training")),
    Field("other", N_("Code of other leave")),
)

PUNCH_FIELDS = (
    Field(
        "number",
        N_("Staff number"),
        help=N_("The number in the time clock; or else the name."),
        aliases=(
            "employee number", "employee id", "employee no", "badge", "badge number", "id",
            "emp id", "payroll id", "user id", "pin", "file number", "file", "number",
            "employee code",
        ),
    ),
    Field("name", N_("Name"), aliases=("employee", "employee name", "person", "staff", "user",
                                       "staff member", "full name", "worker")),
    Field("first_name", N_("First name"), aliases=("first", "given name", "fname")),
    Field("last_name", N_("Last name"), aliases=("last", "surname", "lname")),
    Field("day", N_("Date"), "day", aliases=("day", "work date", "shift date", "in date",
                                             "clock in date", "start date")),
    Field(
        "start",
        N_("In"),
        help=N_("A time, or a date with a time."),
        aliases=("time in", "clock in", "clocked in", "in time", "start", "start time", "punch in",
                 "clock in time", "from"),
    ),
    Field(
        "end",
        N_("Out"),
        help=N_("Empty where somebody forgot to clock out; it is then listed."),
        aliases=("time out", "clock out", "clocked out", "out time", "end", "end time", "punch out",
                 "clock out time", "to"),
    ),
    Field(
        "at",
        N_("Punch"),
        help=N_("Where each line is one punch: its date and time."),
        aliases=("punch time", "timestamp", "date time", "datetime", "time", "time stamp",
                 "punch date time", "event time", "punched at"),
    ),
    Field(
        "direction",
        N_("In or out"),
        aliases=("direction", "punch type", "type", "in out", "action", "event"),
    ),
    Field(
        "break_minutes",
        N_("Break (minutes)"),
        "whole",
        aliases=("break", "meal", "unpaid break", "lunch", "break length", "meal minutes"),
    ),
    Field("position", N_("Position"), aliases=("job", "role", "job title", "job code", "position")),
    NOTE,
)  # fmt: skip
