"""The schedule's fields, described once for forms, import, export and history."""

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_

SHIFT_FIELDS = (
    Field(
        "member_id",
        N_("Staff member"),
        "choice",
        help=N_("Who works; empty for an open shift."),
        aliases=("person", "employee", "name", "staff", "member", "who"),
    ),
    Field(
        "day", N_("Date"), "day", required=True, aliases=("day", "shift date", "work date", "on")
    ),
    Field(
        "type_id",
        N_("Shift type"),
        "choice",
        help=N_("A shift type's code or name, instead of start and end."),
        aliases=("type", "code", "shift", "shift code"),
    ),
    Field(
        "start",
        N_("Start"),
        "time",
        aliases=("from", "begin", "start time", "starts", "in"),
    ),
    Field(
        "end",
        N_("End"),
        "time",
        help=N_("A time before the start is on the next day."),
        aliases=("to", "until", "end time", "ends", "finish", "out"),
    ),
    Field(
        "break_minutes",
        N_("Break (minutes)"),
        "whole",
        default=0,
        aliases=("break", "unpaid break", "meal"),
    ),
    Field(
        "position_id",
        N_("Position"),
        "choice",
        help=N_("Empty: the shift type's position, or the staff member's main one."),
        aliases=("role", "job", "job title", "title"),
    ),
    Field("room_id", N_("Room"), "choice", aliases=("location", "place")),
    Field("site_id", N_("Site"), "choice", aliases=("office", "branch")),
    Field("note", N_("Note"), "text", default="", aliases=("notes", "comment", "remark")),
    Field(
        "locked",
        N_("Locked"),
        "flag",
        default=False,
        help=N_("A locked shift is neither changed nor moved."),
    ),
)

SHIFT_TYPE_FIELDS = (
    Field("name", N_("Name"), "text", required=True),
    Field(
        "code",
        N_("Code"),
        "text",
        required=True,
        help=N_("What you type into the roster, such as FA."),
    ),
    Field("start", N_("Start"), "time", required=True, aliases=("from",)),
    Field("end", N_("End"), "time", required=True, aliases=("to", "until")),
    Field("break_minutes", N_("Break (minutes)"), "whole", default=0, aliases=("break",)),
    Field("position_id", N_("Position"), "choice", aliases=("role",)),
    Field("room_id", N_("Room"), "choice"),
)

DEMAND_FIELDS = (
    Field("position_id", N_("Position"), "choice", required=True, aliases=("role", "job")),
    Field("weekday", N_("Weekday"), "choice", required=True, aliases=("day", "day of week")),
    Field("start", N_("Start"), "time", required=True, aliases=("from",)),
    Field("end", N_("End"), "time", required=True, aliases=("to", "until")),
    Field(
        "minimum",
        N_("Minimum"),
        "whole",
        required=True,
        help=N_("Fewer people than this is a gap."),
        aliases=("min", "needed", "required"),
    ),
    Field(
        "ideal",
        N_("Ideal"),
        "whole",
        help=N_("How many would be nice to have; empty: the minimum."),
        aliases=("target", "wanted"),
    ),
    Field("skill_id", N_("Skill"), "choice"),
    Field("site_id", N_("Site"), "choice", aliases=("office", "branch", "location")),
    Field("from_day", N_("Valid from"), "day", aliases=("from date", "valid from", "start date")),
    Field("to_day", N_("Valid to"), "day", aliases=("to date", "valid until", "end date")),
)

CLOSURE_FIELDS = (
    Field("day", N_("Date"), "day", required=True),
    Field("name", N_("Reason"), "text", required=True, aliases=("name", "holiday")),
)
