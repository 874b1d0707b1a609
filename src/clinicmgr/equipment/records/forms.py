"""The fields of equipment records, described once for forms, import, export and history."""

from clinicmgr.equipment.records.plans import (
    BASIS_LABELS,
    UNIT_LABELS,
    WORK_KIND_LABELS,
    Basis,
    Unit,
    WorkKind,
)
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_

ASSET_FIELDS = (
    Field(
        "tag",
        N_("Tag"),
        required=True,
        help=N_("The number on the label, such as E-014; each asset has its own."),
        aliases=("asset tag", "asset id", "barcode", "id", "number", "asset number"),
    ),
    Field(
        "name",
        N_("Name"),
        required=True,
        help=N_("What everybody calls it, such as Vaccine fridge."),
        aliases=("asset", "description", "equipment", "device", "asset name"),
    ),
    Field("category", N_("Category"), aliases=("type", "class", "group")),
    Field("make", N_("Make"), aliases=("manufacturer", "brand")),
    Field("model", N_("Model"), aliases=("model number", "model no")),
    Field("serial", N_("Serial number"), aliases=("serial", "serial no", "s n", "sn")),
    Field(
        "room_id",
        N_("Room"),
        "choice",
        aliases=("location", "location name", "area", "place", "room code"),
    ),
    Field(
        "purchased",
        N_("Purchased"),
        "day",
        aliases=("purchase date", "date of purchase", "acquired", "bought", "purchased on"),
    ),
    Field(
        "cost_cents",
        N_("Cost"),
        "money",
        aliases=("purchase cost", "acquisition cost", "price", "purchase price"),
    ),
    Field(
        "warranty_until",
        N_("Warranty until"),
        "day",
        aliases=("warranty", "warranty expiration date", "warranty end", "warranty expires"),
    ),
    Field(
        "vendor",
        N_("Service by"),
        help=N_("Who to call when it fails, with the phone number."),
        aliases=("vendor", "vendors", "service contact", "contractors", "supplier"),
    ),
    Field(
        "retired",
        N_("Retired"),
        "day",
        help=N_("The first day it is no longer used."),
        aliases=("retired on", "disposed", "disposal date"),
    ),
    Field(
        "note",
        N_("Note"),
        "long_text",
        aliases=("notes", "comment", "additional information", "remarks"),
    ),
)

OUTAGE_FIELDS = (
    Field("first", N_("Out of service since"), "day", required=True),
    Field(
        "back",
        N_("Back in service"),
        "day",
        help=N_("The first day of use again, if it is known."),
    ),
    Field("reason", N_("Reason"), required=True, help=N_("It is shown on the schedule.")),
)

PLAN_FIELDS = (
    Field("title", N_("What is due"), required=True, help=N_("Such as Yearly calibration.")),
    Field(
        "kind",
        N_("Kind"),
        "choice",
        required=True,
        choices=tuple(WORK_KIND_LABELS.items()),
        default=WorkKind.MAINTENANCE,
    ),
    Field("every", N_("Every"), "whole", required=True, default=1),
    Field(
        "unit",
        N_("Unit"),
        "choice",
        required=True,
        choices=tuple(UNIT_LABELS.items()),
        default=Unit.YEARS,
    ),
    Field(
        "basis",
        N_("Counted from"),
        "choice",
        required=True,
        choices=tuple(BASIS_LABELS.items()),
        default=Basis.CALENDAR,
    ),
    Field("first_due", N_("First due"), "day", required=True),
    Field(
        "lead_days",
        N_("Remind ahead (days)"),
        "whole",
        required=True,
        default=14,
    ),
    Field("member_id", N_("Done by"), "choice", help=N_("A staff member, or a vendor below.")),
    Field("vendor", N_("Vendor"), help=N_("Somebody from outside, with the phone number.")),
    Field(
        "checklist",
        N_("Checklist"),
        "long_text",
        help=N_("One step on each line; each is answered when the work is closed."),
    ),
    Field("ended", N_("Ended"), "day", help=N_("From this day on nothing is due any more.")),
)

WORK_FIELDS = (
    Field("title", N_("What is to be done"), required=True),
    Field(
        "kind",
        N_("Kind"),
        "choice",
        required=True,
        choices=tuple(WORK_KIND_LABELS.items()),
        default=WorkKind.REPAIR,
    ),
    Field("due", N_("Due"), "day"),
    Field("member_id", N_("Done by"), "choice"),
    Field("vendor", N_("Vendor")),
)

CLOSING_FIELDS = (
    Field("day", N_("Done on"), "day", required=True),
    Field("done_by", N_("Done by"), required=True, help=N_("It stands in the log.")),
    Field("labor_minutes", N_("Labor (minutes)"), "whole", default=0),
    Field("downtime_minutes", N_("Downtime (minutes)"), "whole", default=0),
    Field("cost_cents", N_("Cost"), "money", default=0),
    Field("notes", N_("Notes"), "long_text"),
    Field("back_in_service", N_("Back in service"), "flag"),
)

AMENDMENT_FIELDS = (
    Field("note", N_("What is to be added"), "long_text", required=True),
    Field("labor_minutes", N_("Labor (minutes)"), "whole", help=N_("Only if it was wrong.")),
    Field("downtime_minutes", N_("Downtime (minutes)"), "whole"),
    Field("cost_cents", N_("Cost"), "money"),
)

POINT_FIELDS = (
    Field("name", N_("What is read"), required=True, help=N_("Such as Temperature.")),
    Field("unit", N_("Unit"), help=N_("Such as °C.")),
    Field(
        "decimals",
        N_("Decimals"),
        "choice",
        required=True,
        choices=((0, "0"), (1, "1"), (2, "2"), (3, "3")),
        default=0,
    ),
    Field("low", N_("Lowest allowed")),
    Field("high", N_("Highest allowed")),
    Field("times", N_("Times of day"), help=N_("Such as 7:30, 16:30.")),
    Field("from_day", N_("Read from"), "day", required=True),
    Field("ended", N_("Ended"), "day"),
    Field(
        "weekdays",
        N_("Weekdays"),
        "choices",
        required=True,
        choices=(
            (0, N_("Mon")),
            (1, N_("Tue")),
            (2, N_("Wed")),
            (3, N_("Thu")),
            (4, N_("Fri")),
            (5, N_("Sat")),
            (6, N_("Sun")),
        ),
        default=(0, 1, 2, 3, 4),
    ),
)

READING_FIELDS = (
    Field(
        "tag",
        N_("Tag"),
        required=True,
        aliases=("asset tag", "asset", "asset id", "device", "barcode"),
    ),
    Field(
        "name",
        N_("What is read"),
        help=N_("Needed only where the asset has several."),
        aliases=("point", "reading", "parameter", "measure", "sensor"),
    ),
    Field("day", N_("Day"), "day", required=True, aliases=("date", "read on")),
    Field("time", N_("Time"), "time", required=True, aliases=("time of day", "hour")),
    Field(
        "value",
        N_("Value"),
        required=True,
        aliases=("temperature", "temp", "result", "measured"),
    ),
    Field("by", N_("Read by"), aliases=("initials", "by", "who", "staff")),
    Field("note", N_("Note"), aliases=("notes", "comment", "action", "remarks")),
)
