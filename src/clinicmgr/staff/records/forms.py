"""The fields of staff records, described once for forms, import, export and history."""

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_
from clinicmgr.staff.records.leave import LEAVE_LABELS, LeaveKind

STAFF_FIELDS = (
    Field(
        "first_name",
        N_("First name"),
        required=True,
        aliases=("first", "given name", "forename", "firstname", "name first"),
    ),
    Field(
        "last_name",
        N_("Last name"),
        aliases=("last", "surname", "family name", "lastname", "name last"),
    ),
    Field(
        "position_ids",
        N_("Positions"),
        "choices",
        help=N_("What the person works as; the first one is the main position."),
        aliases=("position", "job title", "title", "role", "job", "roles"),
    ),
    Field(
        "skill_ids",
        N_("Skills"),
        "choices",
        help=N_("What the person may do besides, such as X-ray or Spanish."),
        aliases=("skill", "abilities", "qualifications"),
    ),
    Field(
        "email",
        N_("E-mail"),
        "email",
        aliases=("email", "mail", "email address", "work email", "e mail address"),
    ),
    Field(
        "phone",
        N_("Phone"),
        "phone",
        aliases=("telephone", "mobile", "cell", "cell phone", "phone number", "home telephone"),
    ),
    Field(
        "started",
        N_("Start date"),
        "day",
        required=True,
        help=N_("The first day of work here."),
        aliases=("started", "hire date", "hired", "date hired", "start", "employed since"),
    ),
    Field(
        "ended",
        N_("End date"),
        "day",
        help=N_("The last day of work here; empty while employed."),
        aliases=("ended", "termination date", "last day", "end", "left"),
    ),
    Field(
        "number",
        N_("Staff number"),
        help=N_("The number in payroll or the time clock, if there is one."),
        aliases=("number", "employee id", "employee number", "staff id", "file number", "id"),
    ),
    Field("note", N_("Note"), "long_text", aliases=("notes", "comment", "remarks")),
)

POSITION_FIELDS = (
    Field("name", N_("Name"), required=True, aliases=("position", "job title")),
    Field(
        "code",
        N_("Code"),
        required=True,
        help=N_("One to three letters for the roster, such as MA."),
    ),
    Field("color", N_("Color"), "whole", default=0),
    Field(
        "rank",
        N_("Order"),
        "whole",
        default=0,
        help=N_("Lower numbers come first on the roster."),
    ),
)

SKILL_FIELDS = (Field("name", N_("Name"), required=True, aliases=("skill",)),)

CONTRACT_FIELDS = (
    Field(
        "from_day",
        N_("From"),
        "day",
        required=True,
        help=N_("The hours hold from this day until the next entry."),
        aliases=("valid from", "effective date"),
    ),
    Field(
        "weekly_minutes",
        N_("Hours a week"),
        "hours",
        required=True,
        help=N_("Such as 40 or 37:30."),
        aliases=(
            "contract hours", "weekly hours", "hours per week", "hours", "hours week", "contract",
        ),
    ),
)  # fmt: skip

PAY_RATE_FIELDS = (
    Field("from_day", N_("From"), "day", required=True, aliases=("effective date",)),
    Field(
        "hourly_cents",
        N_("Pay an hour"),
        "money",
        required=True,
        aliases=("hourly rate", "pay rate", "rate", "wage"),
    ),
)

LEAVE_FIELDS = (
    Field("member_id", N_("Staff member"), "choice", required=True, aliases=("name", "employee")),
    Field("first", N_("First day off"), "day", required=True, aliases=("from", "start", "first")),
    Field("last", N_("Last day off"), "day", required=True, aliases=("to", "until", "end", "last")),
    Field(
        "kind",
        N_("Kind"),
        "choice",
        required=True,
        choices=tuple(LEAVE_LABELS.items()),
        default=LeaveKind.ANNUAL,
        aliases=("type", "leave type", "reason"),
    ),
    Field("note", N_("Note"), "text", aliases=("notes", "comment")),
)

CREDENTIAL_KIND_FIELDS = (
    Field("name", N_("Name"), required=True, help=N_("Such as CPR card or RN license.")),
    Field(
        "warn_days",
        N_("Warn ahead (days)"),
        "whole",
        required=True,
        default=60,
        help=N_("How many days before the expiry it counts as expiring."),
    ),
    Field("position_ids", N_("Needed by"), "choices", help=N_("Positions that need it to work.")),
)

CREDENTIAL_FIELDS = (
    Field("member_id", N_("Staff member"), "choice", required=True, aliases=("name", "employee")),
    Field(
        "kind_id",
        N_("Credential"),
        "choice",
        required=True,
        aliases=("credential kind", "certificate", "license", "type"),
    ),
    Field("number", N_("Number"), aliases=("credential number", "license number", "card number")),
    Field("issued", N_("Issued"), "day", aliases=("issue date", "issued on")),
    Field(
        "expires",
        N_("Expires"),
        "day",
        required=True,
        help=N_("The last day it is valid."),
        aliases=("expiry", "expiration", "expiry date", "expiration date", "valid until"),
    ),
)
