"""The fields of activity records, described once for forms, import, export and history."""

from clinicmgr.activity.records.lines import KIND_LABELS, LineKind
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_

LINE_FIELDS = (
    Field("name", N_("Name"), required=True, help=N_("Such as Office visit or X-ray.")),
    Field("code", N_("Code"), required=True, help=N_("One to six letters for tally sheets.")),
    Field(
        "kind",
        N_("Counts as"),
        "choice",
        required=True,
        choices=tuple(KIND_LABELS.items()),
        default=LineKind.VISIT,
    ),
    Field("minutes", N_("Minutes"), "whole", help=N_("What one takes, on average.")),
    Field(
        "position_ids",
        N_("Done by"),
        "choices",
        help=N_("Who gets a row on the tally. Empty: anybody."),
    ),
    Field("room_ids", N_("Rooms"), "choices", help=N_("Where it can be done.")),
    Field("asset_id", N_("Needs"), "choice", help=N_("The asset without which it is not done.")),
    Field("rank", N_("Rank"), "whole", help=N_("The smallest comes first.")),
    Field("active", N_("In use"), "flag", default=True),
)
CLASS_FIELDS = (
    Field("name", N_("Name"), required=True, help=N_("Such as Medicare or Self-pay.")),
    Field("code", N_("Code"), required=True, help=N_("One to six letters for tally sheets.")),
    Field("rank", N_("Rank"), "whole", help=N_("The smallest comes first.")),
    Field("active", N_("In use"), "flag", default=True),
)
COUNT_FIELDS = (
    Field("day", N_("Date"), "day", required=True, aliases=("day", "date of service", "dos")),
    Field(
        "member_id",
        N_("Provider"),
        "choice",
        required=True,
        aliases=("name", "staff", "staff member", "doctor", "clinician", "resource"),
    ),
    Field(
        "line_id",
        N_("Service line"),
        "choice",
        required=True,
        aliases=("line", "service", "visit type", "appointment type", "type"),
    ),
    Field(
        "payer_class_id",
        N_("Payer class"),
        "choice",
        aliases=("payer", "class", "insurance", "financial class"),
    ),
    Field("done", N_("Done"), "whole", aliases=("count", "visits", "completed", "kept", "seen")),
    Field("cancelled", N_("Cancelled"), "whole", aliases=("canceled", "cancellations")),
    Field(
        "no_shows",
        N_("No-shows"),
        "whole",
        aliases=("no show", "noshow", "missed", "did not attend", "dna"),
    ),
)
