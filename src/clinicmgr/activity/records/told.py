"""What the history says of activity tables and their columns."""

from clinicmgr.activity.records.forms import CLASS_FIELDS, COUNT_FIELDS, LINE_FIELDS
from clinicmgr.kernel.domain import Told, ToldTable
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_

_LINE = Field("line_id", N_("Service line"))

ACTIVITY_TOLD = Told(
    N_("Activity"),
    {
        "activity_line": ToldTable(N_("Service line"), LINE_FIELDS),
        "activity_line_room": ToldTable(
            N_("Room of a service line"), (_LINE, Field("room_id", N_("Room")))
        ),
        "activity_line_position": ToldTable(
            N_("Who does a service line"), (_LINE, Field("position_id", N_("Position")))
        ),
        "activity_payer_class": ToldTable(N_("Payer class"), CLASS_FIELDS),
        "activity_count": ToldTable(N_("Count"), COUNT_FIELDS),
    },
)
